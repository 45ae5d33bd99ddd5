"""Whether words point to something outside them: the one place that decides.

``explained`` looks for what every pointing word refers to, ``explains_itself`` takes a late *ia* or
*-nya* for explained by the sentence, ``points_nowhere`` accepts none at all.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, 2.6 (pronouns), 2.95
(demonstratives) and 3.104 (-nya that makes a noun of a verb or an adjective).
"""

from collections.abc import Sequence
from functools import cache

from quizgen.checks.word_lists import word_list
from quizgen.exercises.common.names import SURE
from quizgen.exercises.common.tables import words
from quizgen.language.clauses import bracketed, entity_spans, word_class
from quizgen.language.morphology import analyse
from quizgen.language.nouns import is_human
from quizgen.model import Document, Sentence, Token

_QUOTES = frozenset('"“”')
_MARKS = frozenset("‘’':;?!()[]–—-/*") | _QUOTES | {"…", "..."}
_PERSONAL = frozenset({"ia", "dia", "beliau", "mereka"})
_ACTORS, _BODIES = frozenset({"PER", "ORG"}), frozenset({"ORG"})
_ANYBODY = frozenset({"siapa", "apa", "mana", "kapan", "berapa"})
_RANKS = frozenset({"kedua", "ketiga", "keempat", "kelima"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_LISTING = frozenset({"dan", "atau", "serta"})
_OWNED_FROM = 5
"""A *-nya* or *ia* from this token on is explained by the sentence itself."""
_LATE = frozenset({"ia", "dia"})
_NAMING = frozenset({"kedua", "ketiga", "keempat"})
"""Words of the pointing class that a sentence alone may have: *hari kedua, babak keempat*."""
_BEFORE = {
    "ini": ("saat", "sejauh", "selama"), "lain": ("antara", "sama", "negara"),
    "juga": ("yang", "tetapi", "dan"), "sama": ("kerja",),
}  # fmt: skip
"""Words of the pointing class that point to nothing right after these."""


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
        pointing = low in _framing() or bool(token.clitics)
        if pointing and not _harmless(sentence, index, kept[0], document):
            return False
    return True


def _harmless(sentence: Sentence, index: int, start: int, document: Document) -> bool:
    tokens, token = sentence.tokens, sentence.tokens[index]
    before = tokens[index - 1].text.lower() if index > start else ""
    low = token.text.lower()
    if low == "ini" and before in words("pointing", "days"):
        return True
    if low == "pun" and before in _ANYBODY:
        return True
    if low in _PERSONAL:
        owned = low == "mereka" and index > start and tokens[index - 1].upos in _NOMINAL | {"ADJ"}
        return _said_before(sentence, token, start, document) or (
            owned and _subject_owns(sentence, index, start, document, _BODIES)
        )
    if low in _framing() or token.clitics != ("nya",):
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


def _subject_owns(
    sentence: Sentence, index: int, start: int, document: Document, types: frozenset[str] = _ACTORS
) -> bool:
    """Tell whether a person or body is the subject of the clause in which -nya stands."""
    tokens = sentence.tokens
    verb = next((i for i in range(index - 1, start, -1) if tokens[i].upos == "VERB"), None)
    if verb is None or any(token.text == "," for token in tokens[verb:index]):
        return False
    actors = {
        i for span in entity_spans(sentence, document)
        if span.entity and span.entity.type in _ACTORS for i in range(span.start, span.end)
    }  # fmt: skip
    subjects = [
        i for i in range(start, verb)
        if (tokens[i].deprel or "").startswith("nsubj") and tokens[i].text.lower() != "yang"
    ]  # fmt: skip
    others = [i for i in range(start, index) if i in actors and i > verb]
    if len(subjects) != 1 or others:
        return False
    if types == _ACTORS:
        return subjects[0] in actors or is_human(tokens[subjects[0]].text.lower())
    return any(
        span.start <= subjects[0] < span.end and span.entity and span.entity.type in types
        for span in entity_spans(sentence, document)
    )


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


@cache
def _fixed() -> frozenset[str]:
    """Return the words with -nya that point to nothing."""
    return words("pointing", "fixed_nya") | word_list("fixed_with_nya")


@cache
def _framing() -> frozenset[str]:
    return words("pointing", "anywhere") | words("pointing", "framing")


def explains_itself(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence has no word that points to something it does not name before."""
    return not any(_is_lost(index, tokens) for index in range(len(tokens)))


def _is_lost(index: int, tokens: Sequence[Token]) -> bool:
    token, word = tokens[index], tokens[index].text.lower()
    if word in words("pointing", "speakers"):
        return tokens[0].text not in {"“", '"'}
    if word in _LATE and index >= _OWNED_FROM and tokens[0].upos in _NOMINAL:
        return False
    if word in words("pointing", "anywhere") or word == "lainnya":
        before = tokens[index - 1].text.lower() if index else ""
        named = before in {each.text.lower() for each in tokens[: max(0, index - 1)]}
        period = word == "ini" and before in words("pointing", "periods")
        return not (period or (word in {"itu", "tersebut"} and before.isalpha() and named))
    if "nya" not in token.clitics or word in _fixed():
        return False
    outer = words("pointing", "before_outer_nya")
    return index < _OWNED_FROM or tokens[index - 1].text in outer


def points_nowhere(tokens: Sequence[Token]) -> bool:
    """Tell whether no word points at all, to the sentence itself neither."""
    pointing = word_class("pointing") - _NAMING
    forms = [token.text.lower() for token in tokens]
    return not any(
        word in pointing and (not index or forms[index - 1] not in _BEFORE.get(word, ()))
        for index, word in enumerate(forms)
    ) and not any(token.clitics and token.text.lower() not in _fixed() for token in tokens)
