"""What the annotated page shows: passages cut into runs, and the rows of its tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizgen.language.fact import SURE_FACT, Fact
from quizgen.language.facts import facts
from quizgen.language.trees import Phrase
from quizgen.model import Document, Entity, Reference, VocabularyNote

LABELS = {
    "PER": "orang",
    "ORG": "lembaga",
    "LOC": "lokasi",
    "GPE": "wilayah",
    "NORP": "kelompok",
    "EVENT": "peristiwa",
    "PRODUCT": "produk",
    "LAW": "hukum",
    "DATE": "tanggal",
    "TIME": "waktu",
    "MONEY": "uang",
    "PERCENT": "persen",
    "QUANTITY": "ukuran",
    "NUMBER": "bilangan",
}
"""What a reader sees of each entity type."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words with one look; ``number`` is that of the sentence that starts here."""

    text: str
    note: VocabularyNote | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Runs that one entity covers, or none; ``number`` if a sentence starts with the entity."""

    runs: tuple[Run, ...]
    entity: Entity | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a sub-heading if it has no number."""

    number: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An entity of the table: all mentions that share a type and a full name."""

    label: str
    type: str
    canonical: str
    value: str
    sentences: str


def blocks(document: Document) -> tuple[Block, ...]:
    """Return the passage in order; the texts of its runs, joined, are that of the article."""
    notes = _note_spans(document)
    openings = {sentence.start: sentence.number for sentence in document.sentences}
    return tuple(
        Block(number, tuple(_pieces(document, start, start + len(text), notes, openings)))
        for number, start, text in document.article.blocks()
    )


def _note_spans(document: Document) -> dict[int, tuple[int, VocabularyNote]]:
    """Return (end, note) of every noted word by its start, in the sentence that the note names."""
    known = {(note.sentence, note.form): note for note in document.vocabulary}
    return {
        token.start: (token.end, known[sentence.id, token.text])
        for sentence in document.sentences
        for token in sentence.tokens
        if (sentence.id, token.text) in known
    }


def _pieces(
    document: Document,
    start: int,
    end: int,
    notes: dict[int, tuple[int, VocabularyNote]],
    openings: dict[int, int],
) -> Iterator[Piece]:
    text = document.article.text
    position = start
    for entity in document.entities:
        if start <= entity.start and entity.end <= end and entity.start >= position:
            yield Piece(tuple(_runs(text, position, entity.start, notes, openings)))
            runs = _runs(text, entity.start, entity.end, notes, {})
            yield Piece(tuple(runs), entity, openings.get(entity.start))
            position = entity.end
    yield Piece(tuple(_runs(text, position, end, notes, openings)))


def _runs(
    text: str,
    start: int,
    end: int,
    notes: dict[int, tuple[int, VocabularyNote]],
    openings: dict[int, int],
) -> Iterator[Run]:
    inside = {at: notes[at] for at in notes if start <= at and notes[at][0] <= end}
    cuts = {start, end, *inside, *(last for last, _ in inside.values())}
    cuts |= {at for at in openings if start <= at < end}
    ordered = sorted(cuts)
    for at, after in pairwise(ordered):
        note = inside[at][1] if at in inside else None
        yield Run(text[at:after], note, openings.get(at))


def entity_rows(document: Document) -> tuple[Row, ...]:
    """Return a row for every entity, in the order of first mentions, with its sentences."""
    mentions: dict[tuple[str, str, str], list[int]] = {}
    for sentence in document.sentences:
        for entity in document.entities_in(sentence):
            key = entity.type, entity.canonical, entity.value or ""
            mentions.setdefault(key, []).append(sentence.number)
    return tuple(
        Row(LABELS.get(kind, kind), kind, canonical, value, _numbers(found))
        for (kind, canonical, value), found in mentions.items()
    )


def reference_rows(document: Document) -> tuple[tuple[str, str, int], ...]:
    """Return (word with its noun, what it stands for, sentence) of every reference, in order."""
    return tuple(
        (
            _with_host(document, reference),
            reference.antecedent,
            document.sentence(reference.sentence).number,
        )
        for reference in document.references
    )


def _with_host(document: Document, reference: Reference) -> str:
    """Return a reference as a reader knows it: *ayahnya* for -nya, *kota itu* for itu."""
    sentence = document.sentence(reference.sentence)
    tokens = sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.start <= reference.start < t.end), None)
    if at is None:
        return reference.anaphor
    pointing = reference.anaphor.lower() in {"itu", "ini", "tersebut"} and at > 0
    start = tokens[at - 1 if pointing else at].start
    return sentence.text[start - sentence.start : tokens[at].end - sentence.start]


def quotation_rows(document: Document) -> tuple[tuple[str, str, str, int], ...]:
    """Return (speaker, verb or a blank, what was said, sentence) of every quotation, in order."""
    text = document.article.text
    return tuple(
        (
            quotation.speaker,
            quotation.verb or "",
            f"“{said}”" if quotation.direct else said,
            document.sentence(quotation.sentence).number,
        )
        for quotation in document.quotations
        for said in (" ".join(text[quotation.start : quotation.end].split()),)
    )


def fact_rows(document: Document) -> tuple[tuple[str, str, str, str, int], ...]:
    """Return (subject, predicate, object, circumstances, sentence) of every sure clause fact."""
    return tuple(
        (
            _said(fact.subject, fact),
            _said(fact.predicate, fact),
            _said(fact.object, fact),
            "; ".join(
                _words(one.start, one.end, fact) for one in fact.adjuncts if one.sure >= SURE_FACT
            ),
            fact.sentence.number,
        )
        for fact in facts(document)
        if fact.confidence >= SURE_FACT
    )


def _said(phrase: Phrase | None, fact: Fact) -> str:
    return "" if phrase is None else _words(phrase.start, phrase.end, fact)


def _words(first: int, end: int, fact: Fact) -> str:
    start, stop = fact.tokens[first].start, fact.tokens[end - 1].end
    return fact.sentence.text[start - fact.sentence.start : stop - fact.sentence.start]


def _numbers(found: list[int]) -> str:
    return ", ".join(str(number) for number in dict.fromkeys(found))


def sentence_number(document: Document, note: VocabularyNote) -> int:
    """Return the printed number of the sentence that a note names."""
    return document.sentence(note.sentence).number
