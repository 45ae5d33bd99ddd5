"""Rules on capitals: days, peoples, places, companies, offices.

A rule yields a case only where the text itself keeps it, so that the text is the key.

Source: EYD V (Keputusan Kepala Badan Bahasa 0424/I/BS.00.01/2022); wrong spellings are those of
everyday writing.
"""

import re
from collections.abc import Callable, Iterator

from quizgen.exercises.words.spelling_case import Case, case
from quizgen.language.wordlists import is_in
from quizgen.model import Document, Sentence

_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_DAYS = "Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu"
_GEOGRAPHY = (
    "Gunung|Sungai|Danau|Selat|Laut|Pulau|Teluk|Tanjung|Jalan|Desa|Kelurahan|Kecamatan|Kabupaten"
    "|Kota|Provinsi|Pegunungan|Bukit|Kepulauan|Samudra|Benua"
)
_PEOPLES = (
    "Indonesia|Inggris|Belanda|Jepang|Arab|Jawa|Sunda|Bali|Melayu|Batak|Bugis|Minangkabau|Madura"
    "|Dayak|Papua|Mandarin|Korea|Jerman|Prancis|Spanyol|Rusia|Betawi|Asmat|Toraja|Palestina"
)


def month(text: str) -> Iterator[Case]:
    """Yield *bulan Juni* and *hari Senin* within a sentence."""
    for found in re.finditer(rf"(?<=[a-z,]\s)(bulan|hari)\s({_MONTHS}|{_DAYS})\b", text):
        kind, name = found.groups()
        yield case(
            found,
            f"{kind.capitalize()} {name.lower()}",
            (
                (f"{kind.capitalize()} {name}", f"kata {kind} tidak diawali huruf kapital"),
                (f"{kind} {name.lower()}", f"nama {kind} diawali huruf kapital"),
            ),
            rule=f"Nama {kind} diawali huruf kapital, sedangkan kata {kind} tidak",
            name="month",
            level=2,
            rank=0.7,
        )


def people(text: str) -> Iterator[Case]:
    """Yield *bahasa Inggris*, *bangsa Indonesia*, *suku Jawa*."""
    for found in re.finditer(
        rf"(?<=[a-z,]\s)(bahasa|bangsa|suku)\s({_PEOPLES})\b(?!\s[A-Z])", text
    ):
        kind, name = found.groups()
        yield case(
            found,
            f"{kind.capitalize()} {name.lower()}",
            (
                (f"{kind.capitalize()} {name}", f"kata {kind} tidak diawali huruf kapital"),
                (f"{kind} {name.lower()}", f"nama {kind} diawali huruf kapital"),
            ),
            rule=f"Nama {kind} diawali huruf kapital, sedangkan kata {kind} tidak",
            name="people",
            level=3,
            rank=0.9,
        )


def geography(text: str) -> Iterator[Case]:
    """Yield *Gunung Merapi*, *Selat Sunda* within a sentence; a single name of one word."""
    pattern = rf"(?<=[a-z,]\s)({_GEOGRAPHY})\s([A-Z][a-z]+)\b(?!\s[A-Z(]|-)"
    for found in re.finditer(pattern, text):
        kind, name = found.groups()
        yield case(
            found,
            f"{kind.lower()} {name.lower()}",
            (
                (f"{kind.lower()} {name}", f"kata {kind} di sini adalah bagian nama geografi"),
                (f"{kind} {name.lower()}", "setiap unsur nama geografi diawali huruf kapital"),
            ),
            rule="Setiap unsur nama geografi diawali huruf kapital",
            name="geography",
            level=3,
            rank=0.7,
        )


def company(text: str) -> Iterator[Case]:
    """Yield *PT* before a name."""
    for found in re.finditer(r"\bPT\s([A-Z][a-z]+)\b", text):
        name = found[1]
        yield case(
            found,
            f"PT. {name}",
            (
                (f"P.T. {name}", "singkatan PT ditulis tanpa tanda titik"),
                (f"Pt {name}", "kedua huruf singkatan PT ditulis dengan huruf kapital"),
                (f"PT.{name}", "singkatan PT ditulis tanpa tanda titik dan diikuti spasi"),
            ),
            rule="Singkatan PT ditulis dengan huruf kapital tanpa tanda titik",
            name="company",
            level=3,
            rank=0.7,
        )


def office(sentence: Sentence, document: Document) -> Iterator[Case]:
    """Yield an office before a person's name: *Gubernur Rahmat Hidayat*."""
    for entity in document.entities_in(sentence):
        low = entity.start - sentence.start
        before = re.search(r"([A-Z][a-z]+) $", sentence.text[:low])
        name = sentence.text[low : entity.end - sentence.start]
        words = name.split(" ")
        if entity.type != "PER" or not before or not before.start() or len(words) != 2:
            continue
        title = before[1]
        if not is_in(title, "titles") or not all(re.fullmatch(r"[A-Z][a-z]+", w) for w in words):
            continue
        small = " ".join(word.lower() for word in words)
        yield Case(
            start=before.start(),
            end=low + len(name),
            right=f"{title} {name}",
            shown=f"{title.lower()} {small}",
            wrong=(
                (f"{title.lower()} {name}",
                 "nama jabatan yang diikuti nama orang diawali huruf kapital"),
                (f"{title} {small}", "setiap unsur nama orang diawali huruf kapital"),
                (f"{title} {words[0]} {words[1].lower()}",
                 "setiap unsur nama orang diawali huruf kapital"),
            ),
            rule="Nama jabatan yang diikuti nama orang dan setiap unsur nama orang diawali huruf"
            " kapital",
            name="office",
            level=3,
            rank=0.7,
        )  # fmt: skip


RULES: tuple[Callable[[str], Iterator[Case]], ...] = (month, people, geography, company)
