"""Find plain numbers: counts, scores and ranks; and claim the figures that are none of these."""

import re
from collections.abc import Iterator

from quizgen.language.amounts import standard
from quizgen.language.claims import FIGURES, Claims
from quizgen.language.numerals import (
    JOIN,
    NUMBER,
    NUMBER_CUES,
    SCALED_FIGURE,
    WORDS,
    parse_number,
    plain,
    roman,
)
from quizgen.model import Entity

_LAWS = (
    r"UU|PP|Perpres|Keppres|Inpres|Perppu|Perda|Perkap|Pergub|Perwali|Perbup|Permen\w*|Kepmen\w*"
    r"|PMK|KMK|POJK|PKPU|Qanun|Peraturan(?:\s[A-Z]\w+){1,3}|Undang-[Uu]ndang"
)
_ADDRESS = r"""(?:https?://|www\.)\S+ | [\w.-]{1,60}@\S+ | \b[\w-]{1,60}\.(?:com|id|net|org)\b\S*"""
_CODE = rf"""\b(?i:nomor|nomer|no)\b\.?:?\s?[\w./-]{{0,40}}\d[\w/-]{{0,20}}(?:\.\d+)*
      (?:\s[Tt]ahun\s\d{{4}})?
    | \b(?:{_LAWS})\s\d+(?:/\d{{4}}|\s[Tt]ahun\s\d{{4}})
    | \b[Pp]asal\s\d+\w?(?:\s?(?:,|dan|atau|juncto|jo\.?)\s\d+\w?)*
    | \b[Aa]yat\s\(?\d+\w?\)? | \b[A-Z][A-Za-z.]*(?:/[\w.]+){{2,}}
    | (?<![\w.,])\+?\d{{2,5}}(?:[-\s]\d{{3,5}}){{2,}}(?!\w) | (?<![\w.,])(?:\+62|0)[\d-]{{7,}}
    | (?<![\w.,])\d{{11,}}(?!\w|[.,]\d) | (?<=[A-Z][a-z]{{3}}ng\s)\d{{3}}-\d{{3}}\b
    | (?m:^)\s{{0,4}}\d{{1,2}}[.)]\s(?=[A-Z“"])"""
_CODES = re.compile(_CODE, re.VERBOSE)
_ADDRESSES_TOO = re.compile(f"{_ADDRESS} | {_CODE}", re.VERBOSE)
_CODE_MARKS = re.compile(r"[\d/]")
_ADDRESS_MARKS = re.compile(r"@|://|www\.|\.(?:com|id|net|org)")
"""Without one of these a text has no code or address: quicker to see than the pattern."""
_IDIOMS = re.compile(
    r"""\b(?:[Ss]alah\ssatu(?:nya)? | [Ss]atu\s(?:sama\slain|per\ssatu) | [Ss]atu-satunya
    | (?:tak|tidak|belum)\s(?:ada\s)?satu(?:\spun)? | satu\spun | [Dd]i\ssatu\s(?:sisi|pihak)
    | satu\s(?:suara|pintu|atap|arah|kata|padu)
    | (?:puluhan|belasan|ratusan|ribuan|jutaan)\s(?:ribu|juta|mil[iy]ar|tril[iy]un)\b
    | setengah\s(?:hati|mati|matang|jadi|sadar|badan|telanjang))\b""",
    re.VERBOSE,
)
_IDIOM_CUES = frozenset({
    "satu", "satunya", "puluhan", "belasan",
    "ratusan", "ribuan", "jutaan", "setengah",
})  # fmt: skip
_LABELS = frozenset(
    [
        *("nomor", "no", "no.", "pasal", "ayat", "bab", "butir", "huruf", "jilid", "kelas", "tipe"),
        *("versi", "lantai", "kilometer", "km", "halaman", "blok", "seri", "gang", "jalur"),
        *("terminal", "gerbang", "liga", "grup", "level", "golongan", "kode", "rt", "rw", "sektor"),
        *("ruas", "tahap", "fase", "edisi", "episode", "volume", "desil", "ronde", "babak"),
        *("seksi", "zona", "poin", "angkatan", "kloter", "putaran", "roda", "segi", "simpang"),
        *("bintang", "kaki", "darurat", "kedaruratan", "center", "hotline", "telepon", "menelepon"),
        *("model", "generasi", "lampiran", "sila", "stadium", "tol", "juz", "kamar", "pintu"),
        *("peron", "baris", "gate", "paket", "jenis", "diploma", "strata", "menghubungi"),
    ]
)
"""Words whose number is part of a name, as in *Liga 2, lantai tiga*. Source: own list."""
_COUNTERS = (
    r"(?:orang|unit|buah|ekor|lembar|warga|jiwa|kali|keluarga|rumah|desa|kursi|peserta|siswa"
    r"|korban)"
)
_EXACT = re.compile(
    r"\b(?:sebanyak|sekitar|hampir|total|dari|mencapai|sejumlah|ada|terdapat|berjumlah)\s$",
    re.IGNORECASE,
)
_OPEN = r"(?<![\w@#/+&])(?<!\d[.,:/–-])(?<![A-Za-z]-)(?<![A-Za-z]/)"
_CLOSE = (
    r"(?![\w@/%°]|[.,:]\d|-\w|\s?(?:ribu|juta|miliar|triliun)an\b|\s?[x×]\s?\d|\sbesar\b|\sfinal)"
)
_RANK = re.compile(r"(?<![\w-])[Kk]e-(?P<rank>\d+|[IVX]+)(?![\w-])")
_RANGE = re.compile(
    rf"{_OPEN}(?P<low>(?i:{NUMBER})){JOIN}(?P<high>(?i:{NUMBER})){_CLOSE}", re.IGNORECASE
)
_RATIO = re.compile(rf"{_OPEN}(?P<low>\d+)(?:\s:\s|\sbanding\s)(?P<high>\d+){_CLOSE}")
_COUNT = re.compile(
    rf"{_OPEN}(?P<low>{SCALED_FIGURE}|\b{WORDS})(?:\s\((?P<gloss>[a-z\s]+)\))?{_CLOSE}",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?P<word>[\w.'’-]+),?\s$")
_WHOLE = re.compile(r"\d{1,4}$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;“\"(\n—–]|\s-)\s*$")


def claim_codes(text: str, claims: Claims) -> None:
    """Claim figures that are names: numbers of laws and telephones, addresses, list markers."""
    codes = _CODES if _CODE_MARKS.search(text) else None
    if _ADDRESS_MARKS.search(text):
        codes = _ADDRESSES_TOO
    for pattern in (codes, _IDIOMS if claims.cued(_IDIOM_CUES) else None):
        for found in pattern.finditer(text) if pattern else ():
            claims.take(*found.span())


def find_numbers(text: str, claims: Claims) -> Iterator[Entity]:
    """Yield counts, ratios, scores and ranks of ``text``, claimed; the counted noun is left out."""
    for found in _RANK.finditer(text) if claims.cued({"ke"}) else ():
        rank = found["rank"]
        value = rank if rank.isdigit() else str(roman(rank))
        if claims.take(*found.span()):
            yield _entity(found, value.lstrip("0") or "0", 1.0)
    for found in _RATIO.finditer(text) if claims.cued(FIGURES) else ():
        if claims.take(*found.span()):
            yield _entity(found, f"{found['low']}:{found['high']}", 1.0)
    if not claims.cued(NUMBER_CUES):
        return
    for found in _RANGE.finditer(text):
        value = _range_value(found["low"], found["high"])
        word = _word_before(text[max(0, found.start() - 24) : found.start()])
        if value and word not in _LABELS and claims.take(*found.span()):
            yield _entity(found, value, 1.0)
    for found in _COUNT.finditer(text):
        number = parse_number(found["low"] if found["low"][0].isdigit() else found["low"].lower())
        if number is None or not _is_count(text, found) or not claims.take(*found.span()):
            continue
        yield _entity(found, plain(number), 0.7 if found["low"].lower() == "satu" else 1.0)


def _range_value(low: str, high: str) -> str | None:
    first, second = parse_number(low.lower()), parse_number(high.lower())
    if first is None or second is None:
        return None
    scale = re.search(r"[a-z]+$", high.lower())
    if scale and low.isdigit() and high[0].isdigit() and first < 1000:
        first *= parse_number(f"1 {scale[0]}") or 1
    return f"{plain(first)}-{plain(second)}"


def _is_count(text: str, found: re.Match[str]) -> bool:
    said = found["low"]
    if said[0].isdigit():
        return _is_figure_count(text, found)
    before = text[max(0, found.start() - 24) : found.start()]
    if said[0].isupper() and not _SENTENCE_START.search(before):
        return False
    if said.lower() == "setengah" and not text.startswith(" dari", found.end()):
        return False
    return _word_before(before) not in _LABELS


def _is_figure_count(text: str, found: re.Match[str]) -> bool:
    said = found["low"]
    if said[0] == "0" and len(said) > 1 and said[1] != ",":
        return False
    if re.fullmatch(r"\d+\.\d{1,2}", said):
        return False
    counted = re.match(rf"\s{_COUNTERS}\b", text[found.end() : found.end() + 12], re.IGNORECASE)
    if counted:
        return True
    if re.fullmatch(r"(?:19|20)\d\d", said):
        return bool(_EXACT.search(text[max(0, found.start() - 24) : found.start()]))
    return not (_WHOLE.match(said) and _is_label(text, found))


def _is_label(text: str, found: re.Match[str]) -> bool:
    """Tell whether the word before makes the figure part of a name: *Liga 2, lantai 3*."""
    before = text[max(0, found.start() - 40) : found.start()]
    word = _BEFORE.search(before)
    if not word:
        return False
    if word["word"].lower() in _LABELS:
        return True
    named = word["word"][0].isupper() and before.endswith(word["word"] + " ")
    return named and not _SENTENCE_START.search(before[: word.start()])


def _word_before(before: str) -> str:
    word = re.search(r"([\w.-]+)\s$", before)
    return word[1].lower() if word else ""


def _entity(found: re.Match[str], value: str, sure: float) -> Entity:
    quote = found[0]
    canonical = quote.lower() if "-" in quote else standard(quote)
    return Entity(start=found.start(), end=found.end(), quote=quote, type="NUMBER",
                  canonical=canonical, value=value, confidence=sure)  # fmt: skip
