"""Who holds which office: *Ketua KONI Kota Tebing Tinggi, Anton* and *Gubernur Bali Wayan Koster*.

Read from what stands right before a person's name, or in apposition to it, where the phrase
opens with an office. Source: apposition of title and name, Sneddon et al. (2010) 2.53 and 2.58.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from quizgen.language.clauses import Span, entity_spans
from quizgen.model import Document, Entity, Sentence, Token

_SURE = 0.9
_PARTS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "CCONJ"})
_WORDS = range(2, 13)


@dataclass(frozen=True, slots=True)
class Role:
    """An office, as written, and the person who holds it; tokens ``start`` to ``end`` say it."""

    person: Entity
    office: str
    sentence: Sentence
    start: int
    end: int


@cache
def _words(name: str) -> frozenset[str]:
    file = resources.files("quizgen.language").joinpath("data/roles.toml")
    return frozenset(tomllib.loads(file.read_text(encoding="utf-8"))[name].split())


def roles(document: Document) -> tuple[Role, ...]:
    """Return the fullest office of each person, in order; none that two persons hold."""
    fullest: dict[str, Role] = {}
    for sentence in document.sentences:
        for role in _roles_in(sentence, document):
            held = fullest.get(role.person.canonical)
            if held is None or len(role.office.split()) > len(held.office.split()):
                fullest[role.person.canonical] = role
    offices = [role.office.lower() for role in fullest.values()]
    return tuple(role for role in fullest.values() if offices.count(role.office.lower()) == 1)


def _roles_in(sentence: Sentence, document: Document) -> Iterator[Role]:
    spans = entity_spans(sentence, document)
    for span in spans:
        entity = span.entity
        if entity is None or entity.type != "PER" or entity.confidence < _SURE:
            continue
        found = _before(span, sentence.tokens) or _after(span, sentence.tokens)
        if found and not _holds_person(found, spans):
            start, end = found
            yield Role(entity, _text(sentence, start, end), sentence, start, end)


def _before(span: Span, tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Return *office* of *office name* or *office, name,*."""
    end = span.start
    if end and tokens[end - 1].text == ",":
        closed = span.end < len(tokens) and tokens[span.end].text in {",", "."}
        end = end - 1 if closed else 0
    start = end
    while start and _inside(tokens[start - 1]):
        start -= 1
    return _office(tokens, start, end)


def _after(span: Span, tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Return *office* of *name, office,*."""
    start = span.end + 1
    if start >= len(tokens) or tokens[span.end].text != "," or not _heads(tokens, start):
        return None
    end = start
    while end < len(tokens) and _inside(tokens[end]):
        end += 1
    closed = end < len(tokens) and tokens[end].text in {",", "."}
    return _office(tokens, start, end) if closed else None


def _inside(token: Token) -> bool:
    return token.upos in _PARTS and token.text.lower() not in _words("ends")


def _heads(tokens: Sequence[Token], index: int) -> bool:
    low = tokens[index].text.lower()
    if low in {"wali", "juru", "duta", "perdana", "wakil"}:
        following = tokens[index + 1].text.lower() if index + 1 < len(tokens) else ""
        return f"{low}_{following}" in _words("pairs")
    return low in _words("heads")


def _office(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Return the longest part of the tokens that opens with an office and says of what it is."""
    while end > start and tokens[end - 1].text.lower() in _words("ranks"):
        end -= 1
    first = next((i for i in range(start, end) if _heads(tokens, i)), None)
    if first is None or end - first not in _WORDS:
        return None
    if first and tokens[first - 1].text.lower() in _words("former"):
        return None
    if any(token.upos == "CCONJ" for token in tokens[first:end][-2:]) or tokens[first].clitics:
        return None
    pair = f"{tokens[first].text}_{tokens[first + 1].text}".lower() in _words("pairs")
    named = any(token.upos == "PROPN" for token in tokens[first + 1 + pair : end])
    return (first, end) if named and not any(t.clitics for t in tokens[first:end]) else None


def _holds_person(found: tuple[int, int], spans: Sequence[Span]) -> bool:
    """Tell whether another person is named inside: *juru bicara Presiden Joko*."""
    return any(
        span.entity is not None and span.entity.type == "PER" and found[0] <= span.start < found[1]
        for span in spans
    )


def _text(sentence: Sentence, start: int, end: int) -> str:
    tokens = sentence.tokens
    return sentence.text[
        tokens[start].start - sentence.start : tokens[end - 1].end - sentence.start
    ]
