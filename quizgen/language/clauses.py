"""Simple clauses: one subject, one verb, what follows. Anything less sure is not offered.

A sentence that quotes, asks, lists or brackets gives no clause. The rules read part-of-speech
tags and entities only, so a clause is claimed where word order alone decides (Sneddon et al.
2010, *Indonesian: A Comprehensive Grammar*, §3.1-3.5: subject, verb, object, adjuncts).
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from quizgen.language.once import once
from quizgen.language.sentences import dateline_end
from quizgen.language.trees import tree_of
from quizgen.language.wordlists import is_in
from quizgen.model import Document, Entity, Sentence, Token

_BLOCKING = frozenset("\"“”‘’'?!:;()[]–…/*") | {"…", "...", "--"}
_QUOTES = frozenset('"“”')
_OPENER_MAX = 7


@cache
def word_class(name: str) -> frozenset[str]:
    """Return a closed class of ``data/clauses.toml``, lower case."""
    return frozenset(_table()[name].split())


@cache
def _table() -> dict[str, str]:
    data = resources.files("quizgen.language").joinpath("data/clauses.toml")
    return tomllib.loads(data.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Tokens ``start`` to ``end`` (exclusive) of a sentence; ``entity`` if they are just that."""

    start: int
    end: int
    entity: Entity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A simple main clause; all spans are token indexes of ``sentence``.

    ``subject.entity`` is the person, organisation or place that the subject names, if it is one.
    ``predicate`` begins at an auxiliary before ``verb``, ``end`` is where the full stop stands.
    """

    sentence: Sentence
    subject: Span
    predicate: int
    verb: int
    end: int
    opener: Span | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def verb_form(self) -> str:
        """Return the verb as written, lower case."""
        return self.tokens[self.verb].text.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a named person is reported to say: tokens ``start`` to ``end`` of ``sentence``."""

    sentence: Sentence
    speaker: Entity
    verb: str
    start: int
    end: int


def entity_spans(sentence: Sentence, document: Document) -> list[Span]:
    """Return the sentence's entities as token spans, in order; misaligned ones are left out."""
    own, spans = _spans_by_sentence(document).get(sentence.id, (None, ()))
    # A stretch of a text may be made a sentence that goes by the name of its first one.
    return list(spans) if own is sentence else _entity_spans(sentence, document)


@once
def _spans_by_sentence(document: Document) -> dict[str, tuple[Sentence, Sequence[Span]]]:
    sentences = document.sentences
    return {each.id: (each, _entity_spans(each, document)) for each in sentences}


def _entity_spans(sentence: Sentence, document: Document) -> list[Span]:
    spans = []
    tokens = sentence.tokens
    starts = {token.start: index for index, token in enumerate(tokens)}
    for entity in document.entities_in(sentence):
        end = start = starts.get(entity.start, len(tokens))
        while end < len(tokens) and tokens[end].end <= entity.end:
            end += 1
        if end > start:
            spans.append(Span(start=start, end=end, entity=entity))
    return spans


def named_tokens(sentence: Sentence, document: Document) -> set[int]:
    """Return the indexes of tokens that are part of a name, a date or an amount."""
    return {i for span in entity_spans(sentence, document) for i in range(span.start, span.end)}


def self_contained(tokens: Sequence[Token]) -> bool:
    """Tell whether the words point to nothing outside them: no pronoun, no *itu*, no *-nya*."""
    return not any(
        token.clitics or token.text.lower() in word_class("pointing") for token in tokens
    )


def clauses(document: Document) -> Iterator[Clause]:
    """Yield the simple clause of every sentence that has one."""
    for sentence in document.sentences:
        clause = parse_clause(sentence, document)
        if clause:
            yield clause


def parse_clause(sentence: Sentence, document: Document) -> Clause | None:
    """Return the sentence's clause, or None where it is not simple."""
    spans = entity_spans(sentence, document)
    if not _plain(sentence, spans):
        return None
    end = len(sentence.tokens) - 1
    opener, begin = _opener(sentence, spans, _after_dateline(sentence))
    if begin is None:
        return None
    predicate = _predicate(sentence.tokens, begin, end)
    if predicate is None:
        return None
    verb = next(i for i in range(predicate, end) if _verbal(sentence.tokens[i]))
    subject = subject_before(sentence, spans, begin, predicate)
    if subject is None:
        return None
    return Clause(
        sentence=sentence, subject=subject, predicate=predicate, verb=verb, end=end, opener=opener
    )


def _plain(sentence: Sentence, spans: Sequence[Span]) -> bool:
    tokens = sentence.tokens
    if len(tokens) < 4 or tokens[-1].text != ".":
        return False
    inside = {i for span in spans for i in range(span.start, span.end)} | bracketed(tokens)
    return not any(
        token.text in _BLOCKING and index not in inside for index, token in enumerate(tokens)
    )


def bracketed(tokens: Sequence[Token]) -> set[int]:
    """Return the indexes of one-word brackets such as *(KPU)*, brackets included."""
    found: set[int] = set()
    for index in range(len(tokens) - 2):
        word = tokens[index + 1].text
        if tokens[index].text == "(" and tokens[index + 2].text == ")" and word.isupper():
            found |= {index, index + 1, index + 2}
    return found


def _after_dateline(sentence: Sentence) -> int:
    cut = dateline_end(sentence.text) + sentence.start
    return next((i for i, token in enumerate(sentence.tokens) if token.start >= cut), 0)


def _opener(
    sentence: Sentence, spans: Sequence[Span], start: int
) -> tuple[Span | None, int | None]:
    """Return the fronted phrase and where the rest starts; None if it may not be left out."""
    tokens = sentence.tokens
    inner = {i for span in spans for i in range(span.start + 1, span.end)}
    comma = next(
        (i for i in range(start, min(start + _OPENER_MAX, len(tokens)))
         if tokens[i].text == "," and i not in inner),
        None,
    )  # fmt: skip
    first = tokens[start].text.lower()
    if comma is None:
        linked = first in word_class("droppable")
        fronted = tokens[start].upos in {"ADP", "SCONJ", "CCONJ"} or linked
        return None, None if fronted else start
    phrase = tokens[start:comma]
    if any(token.upos == "VERB" for token in phrase):
        return None, None
    dated = [s for s in spans if s.start >= start and s.end <= comma and _is_date(s)]
    if first in {"pada", "sejak"} and dated and dated[-1].end == comma:
        return Span(start=start, end=comma, entity=dated[-1].entity), comma + 1
    if first in word_class("droppable"):
        return Span(start=start, end=comma), comma + 1
    return None, None if tokens[start].upos in {"ADP", "SCONJ", "CCONJ", "ADV"} else start


def _is_date(span: Span) -> bool:
    return span.entity is not None and span.entity.type == "DATE"


def _predicate(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Return where the predicate starts: the first verb, or the auxiliary before it."""
    for index in range(start + 1, end):
        token = tokens[index]
        if token.text.lower() in word_class("auxiliary"):
            following = (tokens[i].text.lower() for i in range(index, end))
            for offset, word in enumerate(following):
                if tokens[index + offset].upos == "VERB" and word not in word_class("auxiliary"):
                    return index
                if word not in word_class("auxiliary"):
                    return None
            return None
        if _verbal(token):
            return index
        if token.upos in {"AUX", "SCONJ", "PRON", "PART", "ADV"}:
            return None
    return None


def _verbal(token: Token) -> bool:
    return token.upos == "VERB" or token.text == "adalah"


def subject_before(
    sentence: Sentence, spans: Sequence[Span], start: int, predicate: int
) -> Span | None:
    """Return the subject that fills tokens ``start`` to ``predicate``, None if that is unsure."""
    tokens = sentence.tokens[start:predicate]
    if any(token.upos in {"VERB", "SCONJ", "PRON"} for token in tokens):
        return None
    named = [s for s in spans if start <= s.start and s.end <= predicate and s.entity]
    commas = [i for i in range(start, predicate) if sentence.tokens[i].text == ","]
    persons = [span for span in named if span.entity and span.entity.type == "PER"]
    if commas:
        if len(commas) == len(persons) == 1 and persons[0].start == commas[0] + 1:
            ends = persons[0].end == predicate and titled(sentence, start, commas[0])
            return Span(start=start, end=predicate, entity=persons[0].entity) if ends else None
        apposed = len(commas) == 2 and commas[1] == predicate - 1 and len(persons) == 1
        if not apposed or not _is_apposition(sentence, persons[0], commas, start):
            return None
        return Span(start=start, end=predicate, entity=persons[0].entity)
    if any(token.upos == "CCONJ" for token in tokens):
        return Span(start=start, end=predicate) if not persons else None
    whole = named[-1] if named and named[-1].end == predicate else None
    if whole and whole in persons and len(persons) == 1:
        if not titled(sentence, start, whole.start):
            return None
        return Span(start=start, end=predicate, entity=whole.entity)
    if whole and whole.start == start:
        return whole
    return Span(start=start, end=predicate) if not persons else None


def _is_apposition(sentence: Sentence, person: Span, commas: Sequence[int], start: int) -> bool:
    """Tell whether *name, office,* or *office, name,* stands before the verb."""
    if person.end == commas[0]:
        return person.start == start or titled(sentence, start, person.start)
    inside = person.end == commas[1] and titled(sentence, commas[0] + 1, person.start)
    return inside and titled(sentence, start, commas[0])


def titled(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether tokens before a name are nothing, or an office or title and what it is of."""
    if start == end:
        return True
    words = sentence.tokens[start:end]
    office = is_in(words[0].text, "titles") or words[0].text.lower() in word_class("office")
    return office and not any(t.upos in {"VERB", "CCONJ", "PUNCT", "SCONJ"} for t in words)


def standalone(sentence: Sentence, document: Document) -> int | None:
    """Return where the sentence starts to say something on its own, or None if it never does.

    It points to nothing outside, quotes nothing and hedges nothing; a dateline and a linking
    word such as *Selain itu,* are left out.
    """
    if not _plain(sentence, entity_spans(sentence, document)):
        return None
    tokens = sentence.tokens
    start = _after_link(sentence, _after_dateline(sentence))
    if not self_contained([t for t in tokens[start:] if not is_additive(t)]):
        return None
    begins = tokens[start].upos in {"NOUN", "PROPN", "NUM", "ADP"} or (
        tokens[start].text == "Sebanyak"
    )
    states = any(_verbal(token) for token in tokens[start:])
    if tokens[start].upos == "ADP" and not _has_subject(sentence, start):
        return None
    return start if begins and states and not _hedged(tokens) else None


def _has_subject(sentence: Sentence, start: int) -> bool:
    """Tell whether a sentence that opens with a circumstance has a subject: *Pada Mei naik 2 %*."""
    tree = tree_of(sentence)
    here = range(start, len(sentence.tokens))
    return not tree.parsed or any(tree.relation(i).startswith(("nsubj", "csubj")) for i in here)


def _after_link(sentence: Sentence, start: int) -> int:
    """Return the token after a linking word or phrase at ``start``, comma included."""
    tokens = sentence.tokens
    first = [token.text.lower() for token in tokens[start : start + 2]]
    if first[0] not in word_class("droppable") and "_".join(first) not in word_class("openers"):
        return start
    comma = next((i for i in range(start, start + 4) if tokens[i].text == ","), None)
    return start + 1 if comma is None else comma + 1


def is_additive(token: Token) -> bool:
    """Tell whether a word only adds to something said before and can be left out: *juga*."""
    return token.text.lower() == "juga"


def _hedged(tokens: Sequence[Token]) -> bool:
    hedges = {"jika", "bila", "kalau", "apabila", "mungkin", "kemungkinan", "bisa", "agar"}
    return any(token.text.lower() in hedges for token in tokens)


def claims(document: Document) -> Iterator[Claim]:
    """Yield what named persons are reported to say: *X mengatakan bahwa …*, *Menurut X, …*."""
    for sentence in document.sentences:
        spans = entity_spans(sentence, document)
        if not _plain(sentence, spans):
            continue
        found = _after_verb(sentence, spans) or _after_menurut(sentence, spans)
        if found:
            yield found


def quotations(document: Document) -> Iterator[Claim]:
    """Yield quotations of named people: *“…,” kata X.*; ``start`` to ``end`` is the quoted part."""
    for sentence in document.sentences:
        tokens = sentence.tokens
        if not tokens or tokens[0].text not in _QUOTES:
            continue
        marks = [i for i, token in enumerate(tokens) if token.text in _QUOTES]
        if len(marks) != 2 or marks[1] + 2 >= len(tokens):
            continue
        verb = marks[1] + 1
        if tokens[verb].text.lower() not in word_class("quoting"):
            continue
        person = next((s for s in entity_spans(sentence, document) if s.start > verb), None)
        if person is None or person.entity is None or person.entity.type != "PER":
            continue
        if titled(sentence, verb + 1, person.start):
            last = marks[1] - (tokens[marks[1] - 1].text in {",", "."})
            yield Claim(
                sentence=sentence, speaker=person.entity, verb="mengatakan", start=1, end=last
            )


def _after_verb(sentence: Sentence, spans: Sequence[Span]) -> Claim | None:
    tokens, start = sentence.tokens, _after_dateline(sentence)
    verb = next(
        (i for i, t in enumerate(tokens[:-4]) if t.text.lower() in word_class("saying")), None
    )
    if verb is None or tokens[verb + 1].text not in {"bahwa", ","}:
        return None
    subject = subject_before(sentence, spans, start, verb)
    if subject is None or subject.entity is None or subject.entity.type != "PER":
        return None
    return Claim(
        sentence=sentence,
        speaker=subject.entity,
        verb=tokens[verb].text.lower(),
        start=verb + 2,
        end=len(tokens) - 1,
    )


def _after_menurut(sentence: Sentence, spans: Sequence[Span]) -> Claim | None:
    tokens = sentence.tokens
    if tokens[0].text != "Menurut":
        return None
    comma = next((i for i, token in enumerate(tokens) if token.text == ","), None)
    persons = [s for s in spans if s.entity and s.entity.type == "PER" and s.end == comma]
    if comma is None or not persons or any(t.upos == "VERB" for t in tokens[:comma]):
        return None
    speaker = persons[0].entity
    assert speaker is not None
    return Claim(
        sentence=sentence,
        speaker=speaker,
        verb="mengatakan",
        start=comma + 1,
        end=len(tokens) - 1,
    )
