"""Rules on figures: amounts, dates, times, ordinals, units.

A rule yields a case only where the text itself keeps it, so that the text is the key.

Source: EYD V (Keputusan Kepala Badan Bahasa 0424/I/BS.00.01/2022); wrong spellings are those of
everyday writing.
"""

import re
from collections.abc import Callable, Iterator

from quizgen.exercises.words.spelling_case import Case, case

_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_SCALE = r"(?:\s(?:ribu|juta|miliar|triliun))?"


def rupiah(text: str) -> Iterator[Case]:
    """Yield amounts such as *Rp4,8 miliar*."""
    for found in re.finditer(rf"\bRp(\d{{1,3}}(?:\.\d{{3}})*(?:,\d+)?{_SCALE})(?![\w,.]*\d)", text):
        amount = found[1]
        yield case(
            found,
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
        yield case(
            found,
            f"{day} {small} {year}",
            (
                (f"{day}-{month}-{year}", "nama bulan tidak diapit tanda hubung"),
                (f"{day} {month}, {year}", "tidak ada tanda koma di antara bulan dan tahun"),
                (f"{day}, {month} {year}", "tidak ada tanda koma di antara tanggal dan bulan"),
            ),
            rule="Nama bulan diawali huruf kapital; ketiga unsur tanggal hanya dipisahkan spasi",
            name="date",
            level=2,
            rank=0.8,
        )


def thousands(text: str) -> Iterator[Case]:
    """Yield amounts with thousands: *1.250 orang*."""
    pattern = r"(?<![\w.,-])(\d{1,3}(?:\.\d{3})+)\s([a-z]+)\b"
    if len(re.findall(r"\d\.\d{3}", text)) > text.count(".000.000") + 1:
        # Another amount would show how thousands are written.
        return
    for found in re.finditer(pattern, text):
        figure, unit = found.groups()
        yield case(
            found,
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
        yield case(
            found,
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
    if len(re.findall(r"\bke-\d", text)) > 1:
        # The second would show how the first is written.
        return
    for found in re.finditer(r"(?<=\s)([a-z]{4,})\ske-(\d{1,3})\b(?!-)", text):
        noun, number = found.groups()
        yield case(
            found,
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
        yield case(
            found,
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


def clock(text: str) -> Iterator[Case]:
    """Yield *pukul 09.30*."""
    for found in re.finditer(r"\bpukul\s(\d\d)\.(\d\d)\b(?!\.)", text):
        hour, minute = found.groups()
        yield case(
            found,
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


def unit(text: str) -> Iterator[Case]:
    """Yield *5 km*."""
    for found in re.finditer(
        r"(?<![\w.,-])(\d+(?:,\d+)?)\s(km|kg|cm|mm)\b(?!\.|/|\s?2|\s?per)", text
    ):
        figure, sign = found.groups()
        yield case(
            found,
            f"{figure} {sign.capitalize()}.",
            (
                (f"{figure} {sign.upper()}", "lambang satuan ditulis dengan huruf kecil"),
                (f"{figure}{sign}", "angka dan lambang satuan dipisahkan dengan spasi"),
                (f"{figure} {sign}.", "lambang satuan tidak diikuti tanda titik"),
            ),
            rule="Lambang satuan ditulis dengan huruf kecil, tanpa titik, terpisah dari angkanya",
            name="unit",
            level=3,
            rank=0.9,
        )


RULES: tuple[Callable[[str], Iterator[Case]], ...] = (
    rupiah, date, thousands, decimals, ordinal, decade, clock, unit,
)  # fmt: skip
