"""What is asked of the numbers of a sentence, and every answer that is right."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizgen.exercises.words.number_words import grouped, in_words, ordinal, wordings
from quizgen.language.clauses import word_class
from quizgen.language.sentences import dateline_end
from quizgen.model import Document, Sentence

_RANGE = re.compile(r"\s?(?:[-–]|hingga|sampai)\s?(?:Rp)?\d")
_WORDS = "Tuliskan bilangan berikut dengan huruf!"
_FIGURES = "Tuliskan bilangan berikut dengan angka lengkap!"
_MONEY_WORDS = "Tuliskan nilai uang berikut dengan huruf!"
_MONEY_FIGURES = "Tuliskan nilai uang berikut dengan angka lengkap!"
_ORDINAL = "Tuliskan bilangan tingkat berikut dengan huruf!"
_DATE = "Tuliskan tanggal berikut dengan huruf!"
_SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12}
_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_BEFORE = r"(?<![\w.,/–-])"
_FIGURE = r"\d{1,3}(?:\.\d{3}){1,3}|[1-9]\d{1,2}"
_MONEY = re.compile(r"Rp\s?(\d{1,3}(?:,\d{1,3})?)\s(ribu|juta|miliar|triliun)\b")
_RUPIAH = re.compile(rf"Rp\s?({_FIGURE})(?![\w.,]*\d|\s(?:ribu|juta|miliar|triliun))")
_COUNT = re.compile(
    rf"{_BEFORE}({_FIGURE})\s((?!ribu|juta|miliar|triliun|persen|besar)[a-z]{{3,}}(?:\spersegi)?)\b"
)
_SCALED = re.compile(rf"{_BEFORE}(\d{{1,3}},\d{{1,2}})\s(juta|miliar|triliun)\s([a-z]{{3,}})\b")
_PERCENT = re.compile(rf"{_BEFORE}(\d{{1,2}},\d{{1,2}}|[1-9]\d{{1,2}})(?:\spersen\b|%)")
_ORDINALS = re.compile(r"(?<=\s)([a-z]{4,})\ske-(\d{1,3})\b(?!-)")
_RANKED = re.compile(
    r"\b(?:peringkat|urutan|nomor|posisi|pasal|ayat|butir|umur|ke)\s$", re.IGNORECASE
)
_NO_UNIT = frozenset({"dunia", "besar", "pertama", "terakhir", "lalu"})
_COUNTED = re.compile(
    "orang|tahun|bulan|hari|jam|menit|meter|kilometer|kilogram|hektare|ton|liter|unit|rumah|kursi"
    "|desa|siswa|mahasiswa|penumpang|peserta|warga|pekerja|petani|guru|kendaraan|ekor"
)
"""What small numbers are asked with."""
_LARGE = 100
_MOST_WORDS = 9
_FULL_DATE = re.compile(rf"(?<![\w./–-])(\d{{1,2}})\s({_MONTHS})\s(1[89]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A number as asked, its instruction, its answers, and why they are right."""

    kind: str
    asked: str
    instruction: str
    answers: tuple[str, ...]
    why: str
    level: int
    rank: float = 0.5


def _money(match: re.Match[str]) -> Question | None:
    figures, scale = match.groups()
    return _full(f"Rp{figures} {scale}", figures, scale, "Rp", "rupiah", _MONEY_FIGURES)


def _scaled(match: re.Match[str]) -> Question | None:
    figures, scale, noun = match.groups()
    return _full(f"{figures} {scale} {noun}", figures, scale, "", noun, _FIGURES)


def _full(
    asked: str, figures: str, scale: str, sign: str, unit: str, instruction: str
) -> Question | None:
    value = Decimal(figures.replace(",", ".")) * 10 ** _SCALES[scale]
    if value != int(value):
        return None
    full, one = grouped(int(value)), grouped(10 ** _SCALES[scale])
    exact = (f"Rp{full}", f"Rp{full},00", f"{full} {unit}") if sign else (f"{full} {unit}", full)
    return Question(
        kind="money" if sign else "scaled",
        asked=asked,
        instruction=instruction,
        answers=exact,
        why=f"1 {scale} = {one}, jadi {figures} {scale} = {full}",
        level=3,
        rank=0.8 + 0.1 * ("," in figures),
    )


def _rupiah(match: re.Match[str]) -> Question:
    figure = match[1]
    said = wordings(Decimal(figure.replace(".", "")))
    return Question(
        kind="rupiah",
        asked=f"Rp{figure}",
        instruction=_MONEY_WORDS,
        answers=tuple(f"{words} rupiah" for words in said),
        why=f"Rp{figure} dibaca “{said[0]} rupiah”",
        level=3,
        rank=0.75,
    )


def _count(match: re.Match[str]) -> Question | None:
    figure, unit = match.groups()
    number = int(figure.replace(".", ""))
    if number < _LARGE and not _COUNTED.match(unit):
        return None
    said = wordings(Decimal(number))
    note = (
        "“seribu” ditulis serangkai"
        if said[0].startswith("seribu")
        else "unsur-unsurnya ditulis terpisah"
    )
    return Question(
        kind="count",
        asked=match[0],
        instruction=_WORDS,
        answers=(*(f"{words} {unit}" for words in said), *said),
        why=f"{figure} dibaca “{said[0]}”; {note}",
        level=2 if number < 10_000 else 3,
        rank=0.7 if number > 999 else 0.55 if number > 99 else 0.4,
    )


def _percent(match: re.Match[str]) -> Question:
    said = wordings(Decimal(match[1].replace(",", ".")))
    return Question(
        kind="percent",
        asked=match[0],
        instruction=_WORDS,
        answers=tuple(f"{words} persen" for words in said),
        why=f"{match[0]} dibaca “{said[0]} persen”",
        level=3 if "," in match[1] else 2,
        rank=0.65 if "," in match[1] else 0.45,
    )


def _ordinal(match: re.Match[str]) -> Question | None:
    noun, number = match[1], int(match[2])
    if not 2 <= number <= 200:
        return None
    said = ordinal(number)
    named = noun not in word_class("subordinators") | word_class("auxiliary")
    return Question(
        kind="ordinal",
        asked=match[0] if named else f"ke-{number}",
        instruction=_ORDINAL,
        answers=(f"{noun} {said}", said) if named else (said,),
        why=f"awalan ke- ditulis serangkai dengan bilangannya: ke-{number} = {said}",
        level=2,
        rank=0.75,
    )


def _date(match: re.Match[str]) -> Question:
    day, month, year = match.groups()
    said = f"{in_words(int(day))} {month} {in_words(int(year))}"
    return Question(
        kind="date",
        asked=match[0],
        instruction=_DATE,
        answers=(said,),
        why=f"{int(day)} dibaca “{in_words(int(day))}” dan {year} dibaca “{in_words(int(year))}”",
        level=2,
        rank=0.6,
    )


_KINDS: tuple[tuple[Callable[[re.Match[str]], Question | None], re.Pattern[str], str], ...] = (
    (_money, _MONEY, "MONEY"),
    (_rupiah, _RUPIAH, "MONEY"),
    (_scaled, _SCALED, "QUANTITY NUMBER"),
    (_count, _COUNT, "QUANTITY NUMBER"),
    (_percent, _PERCENT, "PERCENT"),
    (_ordinal, _ORDINALS, ""),
    (_date, _FULL_DATE, "DATE"),
)
"""How each kind is found, and the types of entity one of which must start there."""


def questions(sentence: Sentence, document: Document) -> Iterator[tuple[Question, str]]:
    """Yield what the sentence gives; what the document holds for no such amount is left out."""
    text = sentence.text
    for maker, pattern, types in _KINDS:
        for match in pattern.finditer(text, dateline_end(text)):
            ranged = _RANGE.match(text, match.end())
            sure = not types or _is_entity(match, types.split(), sentence, document)
            ranged = ranged or _RANKED.search(text[: match.start()])
            if sure and maker in {_count, _scaled}:
                sure = _is_unit(match, sentence)
            question = maker(match) if sure and not ranged else None
            if question and len(question.answers[0].split()) > _MOST_WORDS:
                continue
            if question:
                yield question, match[0]


def _is_unit(match: re.Match[str], sentence: Sentence) -> bool:
    """Tell whether the word after the figures is a noun that is counted."""
    last = match.lastindex or 1
    start = match.start(last) + sentence.start
    nouns = [t for t in sentence.tokens if t.start == start and t.upos == "NOUN"]
    return bool(nouns) and nouns[0].text not in _NO_UNIT


def _is_entity(
    match: re.Match[str], types: Sequence[str], sentence: Sentence, document: Document
) -> bool:
    """Tell whether an entity of one of the types lies where the match does."""
    start, end = match.start() + sentence.start, match.end() + sentence.start
    return any(
        e.type in types
        and (e.start == start or (e.type == "DATE" and e.start < start < e.end))
        and e.end <= end
        for e in document.entities_in(sentence)
    )
