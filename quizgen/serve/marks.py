"""A teacher's corrections of what the analysis has found, laid over the document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.corpus_annotations import ENTITY_TYPES, VALUE_TYPES
from quizgen.model import Document, Entity, Sentence, VocabularyNote
from quizgen.serve.draft import Draft, Mark

ENTITY, WORD = "entity", "word"
TYPES = ENTITY_TYPES
_WHY = "dipilih guru"


@dataclass(frozen=True, slots=True)
class Spot:
    """A correction with its place in the text of the article; offsets as everywhere."""

    start: int
    end: int
    kind: str
    type: str
    gloss: str


def spots(draft: Draft) -> tuple[Spot, ...]:
    """Return the corrections that the text still has words for, in its order."""
    article = draft.article()
    starts = [start for _, start, _ in article.blocks()]
    place = {block: at for at, block in enumerate(draft.paragraph_blocks())}
    found = []
    for mark in draft.marks():
        if mark.block in place:
            at = place[mark.block]
            offset = locate(mark, article.paragraphs[at])
            if offset >= 0:
                start = starts[at] + offset
                end = start + len(mark.quote)
                found.append(Spot(start, end, mark.kind, mark.type, mark.gloss))
    return tuple(sorted(found, key=lambda spot: (spot.start, spot.end)))


def locate(mark: Mark, paragraph: str) -> int:
    """Return where the words of a mark stand in a paragraph, -1 if they are gone.

    They are looked for nearest to where they stood, for a piece may have been put back before.
    """
    if paragraph[mark.start : mark.end] == mark.quote:
        return mark.start
    places = []
    at = paragraph.find(mark.quote)
    while at >= 0:
        places.append(at)
        at = paragraph.find(mark.quote, at + 1)
    return min(places, key=lambda place: abs(place - mark.start), default=-1)


def corrected(document: Document, corrections: Sequence[Spot]) -> Document:
    """Return the document with the teacher's corrections in the place of what they overlap."""
    if not corrections:
        return document
    entities = [spot for spot in corrections if spot.kind == ENTITY]
    words = [spot for spot in corrections if spot.kind == WORD]
    return replace(
        document,
        entities=tuple(_entities(document, entities)),
        vocabulary=tuple(_vocabulary(document, words)),
    )


def _entities(document: Document, corrections: Sequence[Spot]) -> list[Entity]:
    kept = [
        entity
        for entity in document.entities
        if not any(spot.start < entity.end and entity.start < spot.end for spot in corrections)
    ]
    own = [_entity(document, spot) for spot in corrections if spot.type in TYPES]
    return sorted([*kept, *_apart(own)], key=lambda entity: entity.start)


def _apart(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Yield those that overlap none before; of a document they may not."""
    end = -1
    for entity in entities:
        if entity.start >= end:
            yield entity
            end = entity.end


def _entity(document: Document, spot: Spot) -> Entity:
    quote = document.article.text[spot.start : spot.end]
    value = _value(quote, spot.type, document) if spot.type in VALUE_TYPES else None
    same = (e.canonical for e in document.entities if e.quote == quote and e.type == spot.type)
    canonical = next(same, quote)
    return Entity(
        start=spot.start, end=spot.end, quote=quote, type=spot.type, canonical=canonical,
        value=value,
    )  # fmt: skip


def _value(quote: str, type: str, document: Document) -> str | None:
    from quizgen.language.measures import find_measures

    found = find_measures(quote, date=document.article.date)
    return next((each.value for each in found if each.type == type and each.quote == quote), None)


def _vocabulary(document: Document, corrections: Sequence[Spot]) -> Iterator[VocabularyNote]:
    text = document.article.text
    forms = {text[spot.start : spot.end].casefold() for spot in corrections}
    notes = [note for note in document.vocabulary if note.form.casefold() not in forms]
    for spot in corrections:
        if spot.gloss and (sentence := _sentence(document, spot)):
            notes.append(_note(document, spot, sentence))
    yield from sorted(notes, key=lambda note: document.sentence(note.sentence).number)


def _sentence(document: Document, spot: Spot) -> Sentence | None:
    holding = (s for s in document.sentences if s.start <= spot.start and spot.end <= s.end)
    return next(holding, None)


def _note(document: Document, spot: Spot, sentence: Sentence) -> VocabularyNote:
    form = document.article.text[spot.start : spot.end]
    token = next((t for t in sentence.tokens if t.start == spot.start and t.end == spot.end), None)
    return VocabularyNote(
        form=form,
        headword=token.headword if token else form,
        lemma=token.lemma if token else form,
        sentence=sentence.id,
        level=token.level if token else None,
        gloss=None,
        definition=spot.gloss,
        why=_WHY,
    )
