"""Annotations that name exact quotes: laid over an analysed text, and proposed from one."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import yaml

from quizgen.corpus_yaml import Fields
from quizgen.model import Document, Entity, Quotation, Reference, Sentence, VocabularyNote

ENTITY_TYPES = (
    "PER", "ORG", "LOC", "GPE", "NORP", "EVENT", "PRODUCT", "LAW",
    "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "NUMBER",
)  # fmt: skip
VALUE_TYPES = ENTITY_TYPES[8:]
"""Types that have a value; only a date or time may have none that the text tells."""

_ONE_LINE = 10_000


def apply_annotations(document: Document, fields: Fields) -> Document:
    """Put the annotations of a file in the place of those kinds that it lists.

    Raises:
        CorpusError: naming file, line and quote of an annotation that does not fit the text.
    """
    if "entities" in fields.values:
        document = replace(document, entities=_entities(fields.entries("entities"), document))
    if "references" in fields.values:
        references = [_reference(entry, document) for entry in fields.entries("references")]
        document = replace(document, references=tuple(sorted(references, key=lambda r: r.start)))
    if "quotations" in fields.values:
        quotations = [_quotation(entry, document) for entry in fields.entries("quotations")]
        document = replace(document, quotations=tuple(sorted(quotations, key=lambda q: q.start)))
    if "vocabulary" in fields.values:
        notes = tuple(_note(entry, document) for entry in fields.entries("vocabulary"))
        document = replace(document, vocabulary=notes)
    return document


def _entities(entries: tuple[Fields, ...], document: Document) -> tuple[Entity, ...]:
    placed = [(_entity(entry, document), entry) for entry in entries]
    placed.sort(key=lambda pair: pair[0].start)
    for (before, _), (entity, entry) in pairwise(placed):
        if entity.start < before.end:
            raise entry.error("quote", f"'{entity.quote}' overlaps '{before.quote}'; keep one")
    return tuple(entity for entity, _ in placed)


def _entity(entry: Fields, document: Document) -> Entity:
    type = entry.text("type")
    if type not in ENTITY_TYPES:
        valid = ", ".join(ENTITY_TYPES)
        raise entry.error("type", f"unknown entity type '{type}'; choose from: {valid}")
    sentence = _sentence(entry, document)
    quote = entry.text("quote")
    start = sentence.start + _locate(entry, sentence)
    return Entity(
        start=start,
        end=start + len(quote),
        quote=quote,
        type=type,
        canonical=entry.text("canonical"),
        value=entry.optional("value"),
    )


def _reference(entry: Fields, document: Document) -> Reference:
    sentence = _sentence(entry, document)
    quote, anaphor = entry.text("quote"), entry.text("anaphor")
    inside = quote.rfind(anaphor)
    if inside < 0:
        raise entry.error("anaphor", f"anaphor '{anaphor}' is not in its quote '{quote}'")
    start = sentence.start + _locate(entry, sentence) + inside
    return Reference(
        start=start,
        end=start + len(anaphor),
        anaphor=anaphor,
        antecedent=entry.text("antecedent"),
        sentence=sentence.id,
    )


def _quotation(entry: Fields, document: Document) -> Quotation:
    """Return what was said: ``quote`` starts in ``sentence`` and may run on over later ones."""
    sentence, quote = _sentence(entry, document), entry.text("quote")
    text = document.article.text
    places = find_quote(text, quote)
    found = [start for start in places if sentence.start <= start < sentence.end]
    if len(found) != 1:
        times = f"{len(found)} times" if found else "not"
        raise entry.error("quote", f"quote '{quote}' is {times} in sentence {sentence.id}")
    first, last = _named_at(entry, document, sentence)
    return Quotation(
        start=found[0],
        end=found[0] + len(quote),
        speaker=entry.text("speaker"),
        speaker_start=first,
        speaker_end=last,
        verb=entry.optional("verb") or None,
        direct=entry.optional("direct") == "true",
        sentence=sentence.id,
    )


def _named_at(
    entry: Fields, document: Document, sentence: Sentence
) -> tuple[int | None, int | None]:
    """Return where ``named`` stands nearest to the sentence, None if nobody is named."""
    name = entry.optional("named")
    if not name:
        return None, None
    found = find_quote(document.article.text, name)
    if not found:
        raise entry.error("named", f"'{name}' is not in the text")
    start = min(found, key=lambda at: abs(at - sentence.start))
    return start, start + len(name)


def _note(entry: Fields, document: Document) -> VocabularyNote:
    sentence = _sentence(entry, document)
    form = entry.text("form")
    if not find_quote(sentence.text, form):
        raise entry.error("form", f"'{form}' is not in sentence {sentence.id}")
    return VocabularyNote(
        form=form,
        headword=entry.text("headword"),
        lemma=entry.text("lemma"),
        sentence=sentence.id,
        level=_level(entry),
        gloss=entry.optional("gloss") or None,
        definition=entry.optional("definition") or None,
        why=entry.text("why"),
    )


def _level(entry: Fields) -> int | None:
    level = entry.optional("level")
    if level and level not in tuple("1234567"):
        raise entry.error("level", f"level '{level}' is no BIPA level; write 1 to 7")
    return int(level) if level else None


def _sentence(entry: Fields, document: Document) -> Sentence:
    id = entry.text("sentence")
    try:
        return document.sentence(id)
    except KeyError:
        count = len(document.sentences)
        raise entry.error("sentence", f"no sentence '{id}'; the text has s1 to s{count}") from None


def _locate(entry: Fields, sentence: Sentence) -> int:
    quote = entry.text("quote")
    found = find_quote(
        sentence.text, quote, entry.optional("prefix") or "", entry.optional("suffix") or ""
    )
    if len(found) == 1:
        return found[0]
    if not found:
        raise entry.error("quote", f"quote '{quote}' is not in sentence {sentence.id}")
    raise entry.error(
        "quote",
        f"quote '{quote}' is {len(found)} times in sentence {sentence.id}; add prefix or suffix",
    )


def find_quote(text: str, quote: str, prefix: str = "", suffix: str = "") -> list[int]:
    """Return the offsets at which a quote stands as whole words, between prefix and suffix.

    Spaces between the quote and what must stand beside it do not matter.
    Source: TextQuoteSelector (W3C Web Annotation Data Model, 2017, section 4.2.4).

    >>> find_quote("Kim datang, kata Kim.", "Kim", prefix="kata")
    [17]
    """
    pattern = rf"(?<!\w){re.escape(quote)}(?!\w)"
    return [
        match.start()
        for match in re.finditer(pattern, text)
        if text[: match.start()].rstrip().endswith(prefix.rstrip())
        and text[match.end() :].lstrip().startswith(suffix.lstrip())
    ]


def propose_annotations(document: Document) -> str:
    """Return a YAML file of a document's annotations, blank where a person must decide."""
    parts: list[tuple[dict[str, Any], bool | None]] = [
        (_metadata(document), False),
        ({"entities": [_entity_record(entity, document) for entity in document.entities]}, None),
        ({"references": [_reference_record(ref, document) for ref in document.references]}, None),
        ({"vocabulary": [_note_record(note) for note in document.vocabulary]}, False),
    ]
    return "".join(
        yaml.safe_dump(
            part, sort_keys=False, allow_unicode=True, default_flow_style=flow, width=_ONE_LINE
        )
        for part, flow in parts
    )


def _metadata(document: Document) -> dict[str, Any]:
    article = document.article
    paragraphs = len(article.paragraphs) - len(article.headings)
    return {
        "id": article.id,
        "level": article.level or "",
        "date": article.date.isoformat() if article.date else "",
        "outlet": article.outlet or "",
        "author": article.author or "",
        "licence": article.licence or "",
        "sources": [""],
        "main_idea": "",
        "author_purpose": "",
        "paragraphs": [""] * paragraphs,
    }


def _entity_record(entity: Entity, document: Document) -> dict[str, Any]:
    record = _selector(entity.start, entity.end, document)
    record |= {"type": entity.type, "canonical": entity.canonical}
    if entity.type in VALUE_TYPES:
        record["value"] = entity.value
    return record


def _reference_record(reference: Reference, document: Document) -> dict[str, Any]:
    sentence = document.sentence(reference.sentence)
    hosts = (t for t in sentence.tokens if t.start <= reference.start < t.end)
    start, end = next(((t.start, t.end) for t in hosts), (reference.start, reference.end))
    record = _selector(start, end, document)
    return record | {"anaphor": reference.anaphor, "antecedent": reference.antecedent}


def _note_record(note: VocabularyNote) -> dict[str, Any]:
    return {
        "form": note.form,
        "headword": note.headword,
        "lemma": note.lemma,
        "sentence": note.sentence,
        "level": note.level or "",
        "gloss": note.gloss or "",
        "definition": note.definition or "",
        "why": note.why,
    }


def _selector(start: int, end: int, document: Document) -> dict[str, Any]:
    """Return sentence and quote of a span, with as much before it as makes it unique."""
    sentence = next(s for s in document.sentences if s.start <= start < s.end)
    text, first, last = sentence.text, start - sentence.start, end - sentence.start
    record: dict[str, Any] = {"sentence": sentence.id, "quote": text[first:last]}
    if len(find_quote(text, record["quote"])) > 1:
        record |= _context(text, first, last)
    return record


def _context(text: str, first: int, last: int) -> dict[str, str]:
    quote = text[first:last]
    for word in reversed(list(re.finditer(r"\S+", text[:first]))):
        prefix = text[word.start() : first].rstrip()
        if len(find_quote(text, quote, prefix=prefix)) == 1:
            return {"prefix": prefix}
    # A quote that opens the sentence has nothing before it that sets it apart.
    suffixes = (text[last : last + word.end()].strip() for word in re.finditer(r"\S+", text[last:]))
    return next(
        {"suffix": suffix}
        for suffix in suffixes
        if len(find_quote(text, quote, suffix=suffix)) == 1
    )
