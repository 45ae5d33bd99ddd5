"""Rules on commas, hyphens and the space after a prefix or preposition.

A rule yields a case only where the text itself keeps it, so that the text is the key.

Source: EYD V (Keputusan Kepala Badan Bahasa 0424/I/BS.00.01/2022); wrong spellings are those of
everyday writing.
"""

import re
from collections.abc import Callable, Iterator

from quizgen.exercises.common.text import upper_first
from quizgen.exercises.words.spelling_case import Case, case
from quizgen.language.morphology import analyse

_VERBAL = re.compile(r"\s(?:me|ber|di|ter)[a-z]{4,}")


def reduplication(text: str) -> Iterator[Case]:
    """Yield doubled words: *anak-anak*."""
    for found in re.finditer(r"(?<=\s)([a-z]{3,})-\1(?=[\s,.])", text):
        word = found[1]
        yield case(
            found,
            f"{word}2",
            (
                (f"{word} {word}", "kata ulang ditulis dengan tanda hubung"),
                (f"{word} - {word}", "tanda hubung tidak diapit spasi"),
            ),
            rule="Kata ulang ditulis dengan tanda hubung di antara unsur-unsurnya",
            name="reduplication",
            level=2,
            rank=0.6,
        )


def contrast(text: str) -> Iterator[Case]:
    """Yield the comma before *tetapi, melainkan, sedangkan*."""
    for found in re.finditer(r"\b(\w+), (tetapi|melainkan|sedangkan)\b(?!,)", text):
        word, link = found.groups()
        yield case(
            found,
            f"{word} {link}",
            (
                (f"{word} {link},", f"tanda koma dipakai sebelum kata {link}, bukan sesudahnya"),
                (f"{word}, {link},", f"tidak ada tanda koma setelah kata {link}"),
                (f"{word}. {link.capitalize()}", f"kata {link} tidak memulai kalimat"),
            ),
            rule=f"Tanda koma dipakai sebelum kata penghubung {link}",
            name="contrast",
            level=4,
            rank=0.9,
        )


def clause(text: str) -> Iterator[Case]:
    """Yield the comma after a subordinate clause that opens the sentence."""
    first = "Jika|Apabila|Karena|Meskipun|Walaupun|Agar|Supaya|Ketika|Setelah|Sebelum"
    found = re.match(rf"(?:{first})\s[^,]*\s(\w+), (?!maka)([a-z]\w*)\s[^,]*$", text)
    if not found or not _VERBAL.search(text[: found.start(2)]):
        return
    before, after = found.groups()
    right = f"{before}, {after}"
    start = found.start(1)
    yield Case(
        start=start,
        end=start + len(right),
        right=right,
        shown=f"{before} {after}",
        wrong=(
            (f"{before}; {after}", "anak kalimat tidak dipisahkan dengan tanda titik koma"),
            (f"{before}: {after}", "anak kalimat tidak diikuti tanda titik dua"),
            (f"{before}. {upper_first(after)}", "anak kalimat tidak berdiri sebagai kalimat"),
        ),
        rule="Tanda koma dipakai setelah anak kalimat yang mendahului induk kalimat",
        name="clause",
        level=3,
        rank=0.9,
    )


def series(text: str) -> Iterator[Case]:
    """Yield three single words in a series: *ikan, telur, dan sayuran*."""
    after = r"(?=[.,]|\s(?:di|ke|dari|untuk|yang|pada)\s)"
    pattern = rf"(?<=[a-z]\s)([a-z]+), ([a-z]+), (dan|serta|atau) ([a-z]+){after}"
    for found in re.finditer(pattern, text):
        one, two, link, three = found.groups()
        yield case(
            found,
            f"{one}, {two} {link} {three}",
            (
                (f"{one}, {two} {link}, {three}", f"tanda koma dipakai sebelum kata {link}"),
                (f"{one}, {two}, {link}, {three}", f"tidak ada tanda koma setelah kata {link}"),
                (f"{one} {two}, {link} {three}", "semua unsur pemerincian dipisahkan tanda koma"),
            ),
            rule=f"Tanda koma dipakai di antara unsur pemerincian, termasuk sebelum kata {link}",
            name="series",
            level=3,
            rank=0.8,
        )


def preposition(text: str) -> Iterator[Case]:
    """Yield a passive verb and a preposition: *dirawat di rumah sakit*."""
    pattern = r"(?<=\s)di([a-z]{4,}) (di|ke) ([a-z]{3,})(?=[\s,.])"
    for found in re.finditer(pattern, text):
        stem, word, place = found.groups()
        if not _is_verb(f"di{stem}"):
            continue
        yield case(
            found,
            f"di {stem} {word}{place}",
            (
                (f"di{stem} {word}{place}", f"kata depan {word} ditulis terpisah"),
                (f"di {stem} {word} {place}", "awalan di- ditulis serangkai dengan kata dasarnya"),
                (f"di-{stem} {word} {place}", "awalan di- ditulis tanpa tanda hubung"),
            ),
            rule=f"Awalan di- ditulis serangkai, sedangkan kata depan {word} ditulis terpisah",
            name="preposition",
            level=2,
            rank=1.0,
        )


def _is_verb(word: str) -> bool:
    analysis = analyse(word)
    return analysis.known and analysis.segments[0] == "di-"


RULES: tuple[Callable[[str], Iterator[Case]], ...] = (
    reduplication, contrast, clause, series, preposition,
)  # fmt: skip
