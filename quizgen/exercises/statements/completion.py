"""Sentence completions: a statement of the text without its figure, date, place or actor."""

import re
from collections.abc import Iterator, Sequence

from quizgen.exercises.common import distractors
from quizgen.exercises.common.choice import choice_item
from quizgen.exercises.common.cites import cite, whole
from quizgen.exercises.common.names import SURE, sentence_of
from quizgen.exercises.common.options import YEAR, nested, other_dates
from quizgen.exercises.common.settled import AMOUNTS, alone_of_its_kind, shaky
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import (
    base_level,
    fixed_date,
    harmful,
    standard_money,
    upper_first,
)
from quizgen.exercises.questions.lacking import in_rounds
from quizgen.exercises.questions.told_figures import impossible, told_by_stem
from quizgen.exercises.questions.unfit import unfit_stem
from quizgen.exercises.statements.said import Said, spans_in
from quizgen.exercises.statements.statements import statements
from quizgen.language.clauses import Span, word_class
from quizgen.model import Document, Entity, Evidence, Item, Option

_BEFORE_DATES = frozenset({"pada", "tanggal", "sejak", "mulai", "hingga", "sampai"})
_BEFORE_PLACES = frozenset({"di", "ke", "dari", "asal"})
_COUNTERS = frozenset({"unit", "buah", "butir", "lembar", "ekor"})
_PERIOD_NOUNS = frozenset({"tahun", "bulan", "tanggal", "hari"})
_FINAL, _INNER = 0.6, 0.5
_LEAST_STEM, _LONGEST_STEM = 4, 260


def completions(document: Document) -> Iterator[Item]:
    """Yield *Harga beras mencapai ….* for every statement that has one such answer."""
    for said in statements(document):
        if not harmful(said.sentence):
            yield from _completion(said, document)


def _completion(said: Said, document: Document) -> Iterator[Item]:
    for span in reversed(spans_in(said, document)):
        entity = span.entity
        if entity is None or entity.confidence < SURE or shaky(said, span, document):
            continue
        key, wrong = _options(span, said, document)
        stem = _stem(said, key) if key else None
        wrong = [o for o in wrong if stem and o.text not in stem and not impossible(o.text, stem)]
        dated = entity.type == "DATE" and stem is not None and YEAR.search(stem)
        unfit = stem and _unfit(stem, key, span, said, document)
        if stem and len(wrong) >= 2 and not dated and not unfit:
            yield _item(stem, upper_first(key) if stem[0] == "…" else key, wrong, said)
            return


def _unfit(stem: str, key: str, span: Span, said: Said, document: Document) -> bool:
    figure = span.entity is not None and span.entity.type in AMOUNTS
    told = figure and told_by_stem(stem, key)
    return told or unfit_stem(stem, said.sentence) or _undated(span, said, document)


def _undated(span: Span, said: Said, document: Document) -> bool:
    """Tell whether an amount has lost its time: *Total aset mencapai … (per 31 Desember)*."""
    entity, tokens = span.entity, said.sentence.tokens
    low, high = tokens[said.start].start, tokens[said.end - 1].end
    return (
        entity is not None
        and entity.type in {"MONEY", "PERCENT"}
        and any(
            each.type == "DATE"
            and not low <= each.start < high
            and any(char.isdigit() for char in each.quote)
            for each in document.entities_in(said.sentence)
        )
    )


def _stem(said: Said, key: str) -> str | None:
    """Return the statement with dots for its key, which stands there once."""
    text = said.full()
    if len(re.findall(rf"(?<!\w){re.escape(key)}(?!\w)", text)) != 1:
        return None
    before, after = re.split(rf"(?<!\w){re.escape(key)}(?!\w)", text)
    stem = f"{before}….{after[1:]}" if after == "." else f"{before}…{after}"
    long = len(stem) > _LONGEST_STEM or len(stem.split()) <= _LEAST_STEM
    return None if long or not before.strip() else stem


def _item(stem: str, key: str, wrong: Sequence[Option], said: Said) -> Item:
    return choice_item(
        "detail",
        stem,
        key=key,
        why=f"Kalimat itu dilengkapi dengan keterangan dalam teks {cite(said.sentence.id)}.",
        proof=whole(said.sentence, said.start),
        wrong=wrong,
        process="locate",
        level=base_level(said.sentence),
        rank=(_FINAL if stem.endswith("….") else _INNER) + min(len(wrong), 3) / 10,
        facts=(said.sentence.id,),
    )


def _options(span: Span, said: Said, document: Document) -> tuple[str, list[Option]]:
    """Return the answer as the statement has it, and what is wrong in its place."""
    entity = span.entity
    assert entity is not None
    before = said.sentence.tokens[span.start - 1].text.lower() if span.start else ""
    if entity.type in AMOUNTS:
        fit = entity.value != "1" and _settled(span, said, before)
        wide = before in words("amounts", "roughly")
        return _amounts(entity, said, document, wide=wide) if fit else ("", [])
    if entity.type == "TIME" and alone_of_its_kind(entity, said, document):
        texts = distractors.times(entity.quote)
        return entity.quote, [_other(text, entity.quote, said) for text in texts]
    if entity.type == "DATE" and fixed_date(entity) and before in _BEFORE_DATES:
        return _dates(entity, document)
    if entity.type == "GPE" and before in _BEFORE_PLACES:
        inside = nested(entity.quote, document)
        texts = distractors.places(document, said.sentence, entity.quote, "")
        return entity.quote, [] if inside else [_other(t, entity.quote, said) for t in texts]
    return "", []


def _settled(span: Span, said: Said, before: str) -> bool:
    """Tell whether an amount is no bound, no rank, no part of another and none just counted out."""
    # A line without its full stop may end with the amount; *di antaranya* takes two words.
    after = [token.text.lower() for token in said.sentence.tokens[span.end : span.end + 2]]
    last = said.sentence.tokens[span.end - 1].text.lower()
    if {last, *after[:1]} & _COUNTERS and not _names_thing(span, said):
        # *Dua unit menjadi …* does not tell of what.
        return False
    parted = words("amounts", "relative_after") & set(after[:1] if after[:1] != ["di"] else after)
    bounded = before in word_class("approximate") - words("amounts", "plain_before")
    named = before in words("amounts", "naming_before") or _in_a_name(span, said)
    return not (parted or bounded or named or in_rounds(said.sentence, span.end))


def _names_thing(span: Span, said: Said) -> bool:
    """Tell whether a noun follows the counter: *dua unit sirene*."""
    tokens = said.sentence.tokens
    place = span.end + (tokens[span.end - 1].text.lower() not in _COUNTERS)
    return place < len(tokens) and tokens[place].upos in {"NOUN", "PROPN"}


def _in_a_name(span: Span, said: Said) -> bool:
    """Tell whether a plain number is one of a name or of a row: *Wilayah Pengelolaan 714 dan 718*.

    Nor does one count anything that another is added to: *menit 90+4*.
    """
    tokens = said.sentence.tokens
    if span.entity is None or span.entity.type != "NUMBER" or not span.start:
        return False
    if span.end < len(tokens) and tokens[span.end].text.startswith("+"):
        return True
    before = tokens[span.start - 1]
    row = before.upos == "CCONJ" and span.start > 1 and tokens[span.start - 2].upos == "NUM"
    counts = span.end < len(tokens) and tokens[span.end].upos == "NOUN"
    return not counts and (row or before.upos == "PROPN")


def _amounts(
    entity: Entity, said: Said, document: Document, *, wide: bool
) -> tuple[str, list[Option]]:
    """Return the amount and others: up to two that the text has for other things come first."""
    key = standard_money(entity.quote)
    alike = [] if wide else _alike(entity, said, document)
    said_elsewhere = [_told(other, document) for other in alike]
    texts = [standard_money(text) for text in distractors.amounts(entity.quote, wide=wide)]
    shifted = [_other(text, key, said) for text in texts if text not in said.sentence.text]
    known = {option.text for option in said_elsewhere}
    kept = [option for option in shifted if option.text not in known]
    return key, [*said_elsewhere, *kept][: distractors.MOST] if shifted else []


def _alike(entity: Entity, said: Said, document: Document) -> list[Entity]:
    """Return at most two amounts of the text in the same form and of the same order of size."""
    found: dict[str, Entity] = {}
    for other in document.entities:
        apart = not said.sentence.start <= other.start < said.sentence.end
        same = other.type == entity.type and _form(other.quote) == _form(entity.quote)
        if apart and same and other.value != entity.value and other.confidence >= SURE:
            found.setdefault(standard_money(other.quote), other)
    return list(found.values())[:2]


def _form(quote: str) -> str:
    """Return an amount with its digits blotted out: *Rp00,00 triliun*."""
    return re.sub(r"\d", "0", standard_money(quote))


def _told(other: Entity, document: Document) -> Option:
    home = sentence_of(other, document)
    text = standard_money(other.quote)
    where = f" {cite(home.id)}" if home else ""
    evidence = Evidence(home.id, other.quote) if home and other.quote in home.text else None
    why = f"{text} dipakai untuk hal lain{where}."
    return Option(text=text, role="true-elsewhere", why=why, evidence=evidence)


def _dates(entity: Entity, document: Document) -> tuple[str, list[Option]]:
    wrong = other_dates(entity, document)
    noun, _, rest = entity.canonical.partition(" ")
    return rest if noun in _PERIOD_NOUNS else entity.canonical, wrong


def _other(text: str, key: str, said: Said) -> Option:
    why = f"Yang disebut teks adalah {key}, bukan {text} {cite(said.sentence.id)}."
    return Option(text=text, role="unsupported", why=why)
