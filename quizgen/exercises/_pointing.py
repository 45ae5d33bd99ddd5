"""Words of a sentence that point to the text around it, and those of them that can be left out.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, 2.6 (pronouns), 2.95
(demonstratives) and 3.104 (-nya that makes a noun of a verb or an adjective).
"""

from collections.abc import Iterator, Sequence

from quizgen.exercises._tables import words
from quizgen.exercises._text import SURE, needless_determiner
from quizgen.language.clauses import bracketed, entity_spans, is_additive
from quizgen.language.morphology import analyse
from quizgen.language.nouns import is_human
from quizgen.model import Document, Sentence, Token

_QUOTES = frozenset('"“”')
_MARKS = frozenset("‘’':;?!()[]–—-/*") | _QUOTES | {"…", "..."}
_PERSONAL = frozenset({"ia", "dia", "beliau", "mereka"})
_DETERMINERS = frozenset({"ini", "itu", "tersebut"})
_ANYBODY = frozenset({"siapa", "apa", "mana", "kapan", "berapa"})
_RANKS = frozenset({"kedua", "ketiga", "keempat", "kelima"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_ADVERSATIVE = frozenset({"tetapi", "melainkan"})
_LISTING = frozenset({"dan", "atau", "serta"})
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


def _named_without(tokens: Sequence[Token], index: int, start: int) -> bool:
    """Tell whether what stands before *itu* names its thing well enough without it.

    Two nouns do (*harga gabah tersebut*), and so does a relative clause that counts.
    """
    first = index
    while first > start and tokens[first - 1].upos in {"NOUN", "PROPN", "ADJ"}:
        first -= 1
    run = tokens[first:index]
    nouns = [token for token in run if token.upos in _NOMINAL and not token.clitics]
    if (
        not run
        or run[0].text.lower() in words("frames", "generic")
        or run[-1].text.lower() in words("frames", "days")
    ):
        return False
    if first == start:
        # What a sentence begins with is what it speaks of: it must be known without the text.
        return needless_determiner(tokens, index)
    if len(nouns) >= 2:
        return True
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


def explained(sentence: Sentence, kept: Sequence[int], document: Document) -> bool:
    """Tell whether every word that points has what it points to before it in the sentence."""
    tokens, marks = sentence.tokens, _harmless_marks(sentence.tokens)
    for index in kept:
        token = tokens[index]
        low = token.text.lower()
        if token.text in _MARKS and index not in marks:
            return False
        if low in _RANKS and not _ordinal(tokens, index, kept[0]):
            return False
        if low == "lainnya" and not _LISTING & {t.text for t in tokens[max(0, index - 3) : index]}:
            return False
        pointing = low in words("frames", "pointing") or bool(token.clitics)
        if pointing and not _harmless(sentence, index, kept[0], document):
            return False
    return True


def _harmless(sentence: Sentence, index: int, start: int, document: Document) -> bool:
    tokens, token = sentence.tokens, sentence.tokens[index]
    before = tokens[index - 1].text.lower() if index > start else ""
    low = token.text.lower()
    if low == "ini" and before in words("frames", "days"):
        return True
    if low == "pun" and before in _ANYBODY:
        return True
    if low in _PERSONAL:
        return _said_before(sentence, token, start, document)
    if low in words("frames", "pointing") or token.clitics != ("nya",):
        return False
    inside = not (token.deprel or "").startswith("nsubj") and tokens[index + 1].upos != "VERB"
    return _makes_a_noun(tokens, index) or (
        token.upos == "NOUN"
        and inside
        and (
            _said_before(sentence, token, start, document)
            or _subject_owns(sentence, index, start, document)
        )
    )


def _makes_a_noun(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether -nya makes a noun whose owner follows: *tingginya minat*, *adanya kendala*."""
    host = analyse(tokens[index].text.lower().removesuffix("nya"))
    after = tokens[index + 1]
    verbal = host.segments[0] in {"meN-", "ter-", "ber-"} or host.root in {
        "ada",
        "tinggi",
        "penting",
    }
    verbal = verbal or host.root in {"besar", "rendah", "banyak", "lama", "kurang", "luas", "kuat"}
    return verbal and after.upos in _NOMINAL


def _subject_owns(sentence: Sentence, index: int, start: int, document: Document) -> bool:
    """Tell whether a person or body is the subject of the clause in which -nya stands."""
    tokens = sentence.tokens
    verb = next((i for i in range(index - 1, start, -1) if tokens[i].upos == "VERB"), None)
    if verb is None or any(token.text == "," for token in tokens[verb:index]):
        return False
    actors = {
        i for span in entity_spans(sentence, document)
        if span.entity and span.entity.type in {"PER", "ORG"} for i in range(span.start, span.end)
    }  # fmt: skip
    subjects = [
        i for i in range(start, verb)
        if (tokens[i].deprel or "").startswith("nsubj") and tokens[i].text.lower() != "yang"
    ]  # fmt: skip
    others = [i for i in range(start, index) if i in actors and i > verb]
    return len(subjects) == 1 and not others and (
        subjects[0] in actors or is_human(tokens[subjects[0]].text.lower())
    )  # fmt: skip


def _ordinal(tokens: Sequence[Token], index: int, start: int) -> bool:
    """Tell whether *kedua, ketiga* ranks the noun before it and counts none after it."""
    after = tokens[index + 1]
    return index > start and tokens[index - 1].upos == "NOUN" and after.upos not in _NOMINAL


def _harmless_marks(tokens: Sequence[Token]) -> set[int]:
    """Return the tokens of brackets round one short form or date."""
    found = bracketed(tokens)
    for index in range(len(tokens) - 2):
        inner = tokens[index + 1].text
        if tokens[index].text == "(" and tokens[index + 2].text == ")" and "/" in inner:
            found |= {index, index + 2}
    return found


def _said_before(sentence: Sentence, token: Token, start: int, document: Document) -> bool:
    """Tell whether what a pronoun or *-nya* refers to is named before it in the sentence."""
    begin = sentence.tokens[start].start - sentence.start
    before = sentence.text[begin : token.start - sentence.start]
    return any(
        reference.antecedent.split()[0] in before and reference.confidence >= SURE
        for reference in document.references
        if token.start <= reference.start < token.end and reference.antecedent.split()
    )
