"""Words that only tie a sentence to the text around it and can be left out: *juga*, *tersebut*.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, 2.95 (demonstratives).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import AS_MUCH, needless_determiner
from quizgen.language.clauses import is_additive
from quizgen.language.wordlists import is_in
from quizgen.model import Sentence, Token

_DETERMINERS = frozenset({"ini", "itu", "tersebut"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_ADVERSATIVE = frozenset({"tetapi", "melainkan"})
_RELATIVE = 8


def needless(sentence: Sentence, start: int, end: int) -> Iterator[int]:
    """Yield the tokens of a part that only tie it to the text: *juga*, *tersebut*, *(Kemenag)*."""
    tokens = sentence.tokens
    # In *tidak hanya ..., tetapi juga ...* the word is half of a pair.
    paired = any(token.text in _ADVERSATIVE for token in tokens[start:end])
    for index in range(start, end):
        word = tokens[index].text.lower()
        adds = is_additive(tokens[index]) and not paired
        if adds or (word in _DETERMINERS and _named_without(tokens, index, start)):
            yield index
        elif word == "(" and index + 2 < end and tokens[index + 2].text == ")":
            inner = tokens[index + 1].text
            if inner.isalpha() or (inner.isdigit() and len(inner) == 2):
                yield from range(index, index + 3)


def _measured(before: Sequence[Token]) -> bool:
    """Tell whether how large something is stands there: *gunung setinggi 1.600 meter … itu*."""
    return any(
        size.segments[:1] == ("se-",) and number.upos == "NUM" for size, number in pairwise(before)
    )


def _named_without(tokens: Sequence[Token], index: int, start: int) -> bool:
    """Tell whether what stands before *itu* names its thing well enough without it.

    Three nouns do, or one with a name (*harga gabah kering*, *warga Demak tersebut*), and so does a
    relative clause that counts.
    """
    first = index
    while first > start and tokens[first - 1].upos in {"NOUN", "PROPN", "ADJ"}:
        first -= 1
    run = tokens[first:index]
    nouns = [token for token in run if token.upos in _NOMINAL and not token.clitics]
    if (
        not run
        or _measured(tokens[max(start, index - _RELATIVE) : index])
        or run[0].text.lower() in words("pointing", "generic")
        or run[-1].text.lower() in words("pointing", "days") | AS_MUCH
        or is_in(run[-1].text, "administrative")
    ):
        return False
    if first == start:
        # What a sentence begins with is what it speaks of: it must be known without the text.
        return needless_determiner(tokens, index)
    if len(nouns) >= 2:
        return len(nouns) > 2 or any(token.upos == "PROPN" for token in nouns)
    before = tokens[first - 1]
    if nouns and not (before.upos == "NUM" or before.text.startswith("ber")):
        # In *ikan yang dijual di pasar ini* the last noun alone is meant.
        return False
    for at in range(index - 1, max(start, index - _RELATIVE), -1):
        if tokens[at].upos == "PUNCT":
            return False
        if tokens[at].text.lower() == "yang":
            return at > start and tokens[at - 1].upos in _NOMINAL
    return False
