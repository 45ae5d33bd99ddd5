"""Sentences that can be printed alone with a gap, and the writing of such items."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from quizgen.exercises.common.pointing import points_nowhere
from quizgen.exercises.common.standard_language import dashed, tidy_whole
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import upper_first
from quizgen.language.clauses import word_class
from quizgen.language.once import once_a_sentence
from quizgen.language.sentences import dateline_end
from quizgen.language.trees import tree_of
from quizgen.model import Document, Sentence, Token

_SHORTEST, _LONGEST = 7, 36
_MARKS = frozenset('"“”‘’:;?!…–—-[]*•') | {"..", "...", "--"}
_LOOSE = frozenset({"CCONJ", "PRON", "PART", "INTJ", "PUNCT", "X", "SYM"})
_CONTINUING = ("di satu sisi", "lebih lanjut", "tak hanya itu")
_QUOTES = frozenset('"“”')
_ADDRESS = re.compile(r"\w\.(?:com|id|net|org)|[@#]|https?:|^-|-$|[A-Za-z]/|/[A-Za-z]|\d/[IVX]")
_LINKING = frozenset({"adalah", "merupakan"})


def opening(sentence: Sentence) -> int:
    """Return the index of the first token after a dateline and a linking phrase with its comma."""
    tokens = sentence.tokens
    at = dateline_end(sentence.text) + sentence.start
    start = next((i for i, token in enumerate(tokens) if token.start >= at), 0)
    forms = [token.text.lower() for token in tokens[start : start + 2]]
    if forms and (forms[0] in _links() or "_".join(forms) in word_class("openers")):
        comma = next((i for i in range(start, min(start + 4, len(tokens))) if _comma(tokens, i)), 0)
        return comma + 1 if comma else start
    return start


@cache
def _links() -> frozenset[str]:
    return word_class("droppable") - {"setelah", "sesudah", "selain"}


def _comma(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].text == "," and index + 1 < len(tokens)


def printed(sentence: Sentence) -> str:
    """Return the sentence as an item prints it: without dateline and linking phrase."""
    return upper_first(sentence.text[_offset(sentence) :])


def _offset(sentence: Sentence) -> int:
    return sentence.tokens[opening(sentence)].start - sentence.start


@once_a_sentence
def stands_alone(sentence: Sentence) -> bool:
    """Tell whether a sentence can be read alone: whole, standard, pointing to nothing."""
    start = opening(sentence)
    tokens = sentence.tokens[start:]
    if not _SHORTEST <= len(tokens) <= _LONGEST or not _whole(tokens):
        return False
    return points_nowhere(tokens) and _states(sentence, start) and tidy_whole(sentence)


def _whole(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence is one: ends with a stop, breaks off nowhere, calls nobody."""
    first = tokens[0]
    if tokens[-1].text != "." or not first.text[:1].isalnum():
        return False
    if " ".join(token.text.lower() for token in tokens[:3]).startswith(_CONTINUING):
        return False
    if first.upos in _LOOSE or first.text.lower() in words("pointing", "continuing"):
        return False
    forms = [token.text.lower() for token in tokens]
    if any(t.text in _MARKS or _ADDRESS.search(t.text) for t in tokens):
        return False
    return forms.count("(") == forms.count(")") and not dashed(tokens)


def _states(sentence: Sentence, start: int) -> bool:
    """Tell whether there is a predicate with its subject."""
    tokens = sentence.tokens[start:]
    if not any(t.upos == "VERB" or t.text in _LINKING for t in tokens):
        return False
    tree = tree_of(sentence)
    here = range(start, len(sentence.tokens))
    return not tree.parsed or any(tree.relation(i).startswith(("nsubj", "csubj")) for i in here)


@once_a_sentence
def readable(sentence: Sentence) -> bool:
    """Tell whether a sentence may follow others in a passage: whole, standard, quotes closed."""
    tokens = sentence.tokens
    quotes = [t.text for t in tokens if t.text in _QUOTES]
    last = [token.text for token in tokens[-2:]]
    ends = last[-1] == "." or (last[-1] in _QUOTES and last[0] == ".")
    broken = any(t.text in _MARKS - _QUOTES or _ADDRESS.search(t.text) for t in tokens)
    forms = [token.text.lower() for token in tokens]
    return (
        len(tokens) >= _SHORTEST - 2
        and ends
        and not broken
        and len(quotes) % 2 == 0
        and forms.count("(") == forms.count(")")
        and not dashed(tokens)
        and forms[0] not in words("cloze", "loose")
        and _states(sentence, opening(sentence))
        and tidy_whole(sentence)
    )


@once_a_sentence
def opens_passage(sentence: Sentence) -> bool:
    """Tell whether a passage may begin with a sentence: it points to nothing before it."""
    tokens = sentence.tokens[opening(sentence) :]
    first = tokens[0] if tokens else None
    return (
        first is not None
        and readable(sentence)
        and first.text[:1].isalnum()
        and first.upos not in _LOOSE
        and first.text.lower() not in words("pointing", "continuing")
        and not any(token.text in _QUOTES for token in tokens)
        and points_nowhere(tokens)
        and len(tokens) >= _SHORTEST
        and " ".join(token.text.lower() for token in tokens[:3]) not in _CONTINUING
    )


def lone_sentences(document: Document) -> Iterator[Sentence]:
    """Yield the sentences that stand alone."""
    return (sentence for sentence in document.sentences if stands_alone(sentence))


def cut(sentence: Sentence, pieces: Sequence[tuple[int, str]], *, linked: bool = False) -> str:
    """Return the printed sentence, the tokens at these indexes replaced by what is given.

    Args:
        sentence: the sentence.
        pieces: token indexes and what stands there instead.
        linked: whether it follows another one, so that its linking phrase stays.
    """
    text = sentence.text
    for index, piece in sorted(pieces, reverse=True):
        token = sentence.tokens[index]
        low, high = token.start - sentence.start, token.end - sentence.start
        text = f"{text[:low]}{piece}{text[high:]}"
    return text if linked else upper_first(text[_offset(sentence) :])
