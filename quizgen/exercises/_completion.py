"""Sentence completions: a sentence of the text that ends in its answer, a figure, date or place."""

from collections.abc import Iterator, Sequence

from quizgen import records
from quizgen.exercises import _distractors as distractors
from quizgen.exercises._options import date_option, nested
from quizgen.exercises._text import (
    SURE,
    base_level,
    cite,
    fixed_date,
    harmful,
    render,
    upper_first,
    whole,
)
from quizgen.language.clauses import Span, entity_spans, standalone, word_class
from quizgen.language.slips import slip
from quizgen.model import Choice, Document, Evidence, Item, Option, Sentence

_PERIOD_NOUNS = frozenset({"tahun", "bulan", "tanggal", "hari"})
_AMOUNTS = frozenset({"NUMBER", "MONEY", "PERCENT", "QUANTITY"})
_RANK = 0.6


def completions(document: Document) -> Iterator[Item]:
    """Yield *… mencapai ….* for every sentence that stands alone and ends in its answer."""
    for sentence in document.sentences:
        yield from _completion(sentence, document)


def _completion(sentence: Sentence, document: Document) -> Iterator[Item]:
    """*... mencapai Rp5 miliar.* -> *... mencapai ….*: a sentence that ends in its answer."""
    start, end = standalone(sentence, document), len(sentence.tokens) - 1
    last = next((s for s in entity_spans(sentence, document) if s.end == end), None)
    if start is None or last is None or last.entity is None or harmful(sentence):
        return
    if slip(sentence.tokens[start:]):
        return
    if not 6 <= end - start <= 30 or last.start - start < 4 or last.entity.confidence < SURE:
        return
    wrong = _endings(last, sentence, document)
    stem = upper_first(render(sentence, document, start, last.start)) + " …."
    key = render(sentence, document, last.start, last.end)
    noun, _, rest = key.partition(" ")
    if noun in _PERIOD_NOUNS:
        stem, key = stem.replace(" ….", f" {noun} …."), rest
    if last.entity.quote in stem or _unanchored(sentence, document, last):
        return
    if last.entity.type in _AMOUNTS and _another_amount(sentence, document, last):
        return
    wrong = [option for option in wrong if option.text not in stem]
    proof = whole(sentence, start)
    why = f"Kalimat itu dilengkapi dengan keterangan dalam teks {cite(sentence.id)}."
    yield from _item(stem, key, wrong, proof, base_level(sentence), why)


def _item(
    stem: str, key: str, wrong: Sequence[Option], proof: Evidence, level: int, why: str
) -> Iterator[Item]:
    if len(wrong) < 2 or len(stem) > 260:
        return
    right = Option(text=key, correct=True, role="key", why=why, evidence=proof)
    item = Item(
        id="",
        type="detail",
        response=Choice(options=(right, *wrong)),
        instruction="Pilihlah jawaban yang paling tepat!",
        prompt=stem,
        evidence=(proof,),
        process="locate",
        level=level,
        facts=(proof.sentence,),
        rank=_RANK + min(len(wrong), 3) / 10,
    )
    yield records.identify(item)


def _endings(last: Span, sentence: Sentence, document: Document) -> list[Option]:
    entity = last.entity
    assert entity is not None
    before = sentence.tokens[last.start - 1].text.lower()
    if entity.type in _AMOUNTS and before not in word_class("approximate") and entity.value != "1":
        texts = [text for text in distractors.amounts(entity.quote) if text not in sentence.text]
        return [_other(text, entity.quote, sentence) for text in texts]
    if entity.type == "DATE" and fixed_date(entity) and before in {"pada", "tanggal"}:
        found = distractors.dates(document, entity)
        return [date_option(value, known, document) for value, known in found][: distractors.MOST]
    if (
        entity.type == "GPE"
        and before in {"di", "ke", "dari"}
        and not nested(entity.quote, document)
    ):
        texts = distractors.places(document, sentence, entity.quote, "")
        return [_other(text, entity.quote, sentence) for text in texts]
    return []


def _other(text: str, key: str, sentence: Sentence) -> Option:
    why = f"Yang disebut teks adalah {key}, bukan {text} {cite(sentence.id)}."
    return Option(text=text, role="unsupported", why=why)


def _another_amount(sentence: Sentence, document: Document, last: Span) -> bool:
    """Tell whether the stem holds another amount or a superlative, which rule options out."""
    if any(token.text.lower() in word_class("superlative") for token in sentence.tokens):
        return True
    return any(
        span.entity is not None and span.entity.type in _AMOUNTS and span.end <= last.start
        for span in entity_spans(sentence, document)
    )


def _unanchored(sentence: Sentence, document: Document, last: Span) -> bool:
    """Tell whether another date in the stem needs the day of publication."""
    return any(
        span.entity is not None and not fixed_date(span.entity)
        for span in entity_spans(sentence, document)
        if span.entity and span.entity.type == "DATE" and span.end <= last.start
    )
