"""Rules of spelling, each with the places of a sentence where it is kept and how it is broken.

A rule yields a case only where the text itself keeps it, so that the text is the key.

Source: EYD V (Keputusan Kepala Badan Bahasa 0424/I/BS.00.01/2022); wrong spellings are those of
everyday writing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizgen.language.wordlists import is_in
from quizgen.model import Document, Sentence

_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_DAYS = "Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu"
_SCALE = r"(?:\s(?:ribu|juta|miliar|triliun))?"
_GEOGRAPHY = (
    "Gunung|Sungai|Danau|Selat|Laut|Pulau|Teluk|Tanjung|Jalan|Desa|Kelurahan|Kecamatan|Kabupaten"
    "|Kota|Provinsi|Pegunungan|Bukit|Kepulauan|Samudra|Benua"
)
_PEOPLES = (
    "Indonesia|Inggris|Belanda|Jepang|Arab|Jawa|Sunda|Bali|Melayu|Batak|Bugis|Minangkabau|Madura"
    "|Dayak|Papua|Mandarin|Korea|Jerman|Prancis|Spanyol|Rusia|Betawi|Asmat|Toraja|Palestina"
)
Wrong = tuple[str, str]
"""A wrong spelling and why it is wrong, in Indonesian without a full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A place of a sentence, ``start`` to ``end`` of its text, and how it could be misspelt.

    ``shown`` is the spelling that is to be repaired.
    """

    start: int
    end: int
    right: str
    shown: str
    wrong: tuple[Wrong, ...]
    rule: str
    name: str
    level: int
    rank: float


def _case(
    found: re.Match[str], right: str, shown: str, wrong: tuple[Wrong, ...], **told: object
) -> Case:
    start = found.start() + found[0].index(right)
    return Case(start=start, end=start + len(right), right=right, shown=shown, wrong=wrong,
                **told)  # type: ignore[arg-type]  # fmt: skip


def rupiah(text: str) -> Iterator[Case]:
    """Yield amounts such as *Rp4,8 miliar*."""
    for found in re.finditer(rf"\bRp(\d{{1,3}}(?:\.\d{{3}})*(?:,\d+)?{_SCALE})(?![\w,.]*\d)", text):
        amount = found[1]
        yield _case(
            found,
            found[0],
            f"Rp. {amount}",
            (
                (f"Rp.{amount}", "lambang Rp tidak diikuti tanda titik"),
                (f"Rp {amount}", "lambang Rp tidak dipisahkan dengan spasi dari angkanya"),
                (f"rp{amount}", "huruf pertama lambang Rp ditulis dengan huruf kapital"),
            ),
            rule="Lambang Rp ditulis dengan huruf R kapital, tanpa titik, dan tanpa spasi",
            name="rupiah",
            level=3,
            rank=0.9,
        )


def date(text: str) -> Iterator[Case]:
    """Yield dates such as *17 Agustus 1945*."""
    for found in re.finditer(rf"(?<![\d/.–-])(\d{{1,2}})\s({_MONTHS})\s((?:1\d|20)\d\d)\b", text):
        day, month, year = found.groups()
        small = month.lower()
        yield _case(
            found,
            found[0],
            f"{day} {small} {year}",
            (
                (f"{day}-{month}-{year}", "nama bulan tidak diapit tanda hubung"),
                (f"{day} {month}, {year}", "tidak ada tanda koma di antara bulan dan tahun"),
                (f"{day}, {month} {year}", "tidak ada tanda koma di antara tanggal dan bulan"),
            ),
            rule="Nama bulan diawali huruf kapital; tanggal, bulan, dan tahun hanya dipisahkan spasi",
            name="date",
            level=2,
            rank=0.8,
        )


def month(text: str) -> Iterator[Case]:
    """Yield *bulan Juni* and *hari Senin* within a sentence."""
    for found in re.finditer(rf"(?<=[a-z,]\s)(bulan|hari)\s({_MONTHS}|{_DAYS})\b", text):
        kind, name = found.groups()
        yield _case(
            found,
            found[0],
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
    for found in re.finditer(rf"(?<=[a-z,]\s)(bahasa|bangsa|suku)\s({_PEOPLES})\b(?!\s[A-Z])", text):
        kind, name = found.groups()
        yield _case(
            found,
            found[0],
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
        yield _case(
            found,
            found[0],
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


def thousands(text: str) -> Iterator[Case]:
    """Yield amounts with thousands: *1.250 orang*."""
    pattern = r"(?<![\w.,-])(\d{1,3}(?:\.\d{3})+)\s([a-z]+)\b"
    if len(re.findall(r"\d\.\d{3}", text)) > text.count(".000.000") + 1:
        # Another amount would show how thousands are written.
        return
    for found in re.finditer(pattern, text):
        figure, unit = found.groups()
        yield _case(
            found,
            found[0],
            f"{figure.replace('.', '')} {unit}",
            (
                (f"{figure.replace('.', ',')} {unit}",
                 "tanda koma menandai angka desimal, bukan ribuan"),
                (f"{figure.replace('.', ' ')} {unit}", "ribuan tidak dipisahkan dengan spasi"),
            ),
            rule="Bilangan ribuan atau kelipatannya yang menunjukkan jumlah dipisahkan dengan tanda"
            " titik",
            name="thousands",
            level=3,
            rank=0.8,
        )  # fmt: skip


def decimals(text: str) -> Iterator[Case]:
    """Yield percentages with decimals: *5,2 persen*."""
    for found in re.finditer(r"(?<![\w.,-])(\d{1,2}),(\d{1,2})\spersen\b", text):
        whole, rest = found.groups()
        yield _case(
            found,
            found[0],
            f"{whole}.{rest} persen",
            (
                (f"{whole}, {rest} persen", "tidak ada spasi di dalam angka desimal"),
                (f"{whole}.{rest}persen", "tanda desimalnya koma dan kata persen ditulis terpisah"),
                (f"{whole},{rest}persen", "kata persen ditulis terpisah dari angkanya"),
            ),
            rule="Angka desimal ditandai dengan koma dan kata persen ditulis terpisah",
            name="decimals",
            level=3,
            rank=0.7,
        )


def ordinal(text: str) -> Iterator[Case]:
    """Yield *ke-18* and what it stands behind."""
    for found in re.finditer(r"(?<=\s)([a-z]{4,})\ske-(\d{1,3})\b(?!-)", text):
        noun, number = found.groups()
        yield _case(
            found,
            found[0],
            f"{noun} ke {number}",
            (
                (f"{noun} ke{number}", "ke- dan angka dirangkaikan dengan tanda hubung"),
                (f"{noun} ke - {number}", "tanda hubung tidak diapit spasi"),
                (f"{noun} Ke-{number}", "ke- di tengah kalimat tidak diawali huruf kapital"),
            ),
            rule="Awalan ke- dan angka dirangkaikan dengan tanda hubung",
            name="ordinal",
            level=2,
            rank=1.0,
        )


def decade(text: str) -> Iterator[Case]:
    """Yield *1970-an*."""
    for found in re.finditer(r"\b((?:19|20)\d0)-an\b", text):
        year = found[1]
        yield _case(
            found,
            found[0],
            f"{year} an",
            (
                (f"{year}an", "angka dan akhiran -an dirangkaikan dengan tanda hubung"),
                (f"{year}’an", "tanda apostrof tidak digunakan di antara angka dan akhiran -an"),
                (f"{year} - an", "tanda hubung tidak diapit spasi"),
            ),
            rule="Angka dan akhiran -an dirangkaikan dengan tanda hubung",
            name="decade",
            level=3,
            rank=1.0,
        )


def reduplication(text: str) -> Iterator[Case]:
    """Yield doubled words: *anak-anak*."""
    for found in re.finditer(r"(?<=\s)([a-z]{3,})-\1(?=[\s,.])", text):
        word = found[1]
        yield _case(
            found,
            found[0],
            f"{word}2",
            (
                (f"{word} {word}", "kata ulang ditulis dengan tanda hubung"),
                (f"{word} - {word}", "tanda hubung tidak diapit spasi"),
                (f"{word}{word}", "kata ulang ditulis dengan tanda hubung"),
            ),
            rule="Kata ulang ditulis dengan tanda hubung di antara unsur-unsurnya",
            name="reduplication",
            level=2,
            rank=0.6,
        )


def clock(text: str) -> Iterator[Case]:
    """Yield *pukul 09.30*."""
    for found in re.finditer(r"\bpukul\s(\d\d)\.(\d\d)\b(?!\.)", text):
        hour, minute = found.groups()
        yield _case(
            found,
            found[0],
            f"pukul {hour}:{minute}",
            (
                (f"pukul {hour},{minute}", "tanda koma tidak memisahkan angka jam dan menit"),
                (f"pukul {hour}-{minute}", "tanda hubung tidak memisahkan angka jam dan menit"),
                (f"pukul {hour}. {minute}", "tidak ada spasi setelah tanda titik"),
            ),
            rule="Angka jam dan menit yang menunjukkan waktu dipisahkan dengan tanda titik",
            name="clock",
            level=3,
            rank=0.8,
        )


def company(text: str) -> Iterator[Case]:
    """Yield *PT* before a name."""
    for found in re.finditer(r"\bPT\s([A-Z][a-z]+)\b", text):
        name = found[1]
        yield _case(
            found,
            found[0],
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


def unit(text: str) -> Iterator[Case]:
    """Yield *5 km*."""
    for found in re.finditer(r"(?<![\w.,-])(\d+(?:,\d+)?)\s(km|kg|cm|mm)\b(?!\.|/|\s?2|\s?per)", text):
        figure, sign = found.groups()
        yield _case(
            found,
            found[0],
            f"{figure} {sign.capitalize()}.",
            (
                (f"{figure} {sign.upper()}", "lambang satuan ditulis dengan huruf kecil"),
                (f"{figure}{sign}", "angka dan lambang satuan dipisahkan dengan spasi"),
                (f"{figure} {sign}.", "lambang satuan tidak diikuti tanda titik"),
            ),
            rule="Lambang satuan ditulis dengan huruf kecil, tanpa titik, dan terpisah dari angkanya",
            name="unit",
            level=3,
            rank=0.9,
        )


def contrast(text: str) -> Iterator[Case]:
    """Yield the comma before *tetapi, melainkan, sedangkan*."""
    for found in re.finditer(r"\b(\w+), (tetapi|melainkan|sedangkan)\b(?!,)", text):
        word, link = found.groups()
        yield _case(
            found,
            found[0],
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
    first = "Jika|Apabila|Karena|Meskipun|Walaupun|Agar|Supaya|Ketika|Setelah|Sebelum|Sejak"
    found = re.match(rf"(?:{first})\s[^,]*\s(\w+), (?!maka)([a-z]\w*)\s[^,]*$", text)
    if not found:
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
            (f"{before}. {upper(after)}", "anak kalimat tidak berdiri sebagai kalimat"),
        ),
        rule="Tanda koma dipakai setelah anak kalimat yang mendahului induk kalimat",
        name="clause",
        level=3,
        rank=0.9,
    )


def upper(word: str) -> str:
    """Return a word with a capital at its start."""
    return word[:1].upper() + word[1:]


def series(text: str) -> Iterator[Case]:
    """Yield three single words in a series: *ikan, telur, dan sayuran*."""
    pattern = r"(?<=[a-z]\s)([a-z]+), ([a-z]+), (dan|serta|atau) ([a-z]+)(?=[.,]|\s(?:di|ke|dari|untuk|yang|pada)\s)"
    for found in re.finditer(pattern, text):
        one, two, link, three = found.groups()
        yield _case(
            found,
            found[0],
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
        yield _case(
            found,
            found[0],
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
    from quizgen.language.morphology import analyse

    analysis = analyse(word)
    return analysis.known and analysis.segments[0] == "di-"


RULES: tuple[Callable[[str], Iterator[Case]], ...] = (
    rupiah, date, month, people, geography, thousands, decimals, ordinal, decade, reduplication,
    clock, company, unit, contrast, clause, series, preposition,
)  # fmt: skip


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
