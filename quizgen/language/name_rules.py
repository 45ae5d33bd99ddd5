"""Names that a rule finds safely: numbered laws, events with a year, peoples and faiths."""

import re
from collections.abc import Iterator, Sequence

from quizgen.language.wordlists import is_in

Span = tuple[int, int, str, float]

_SURE = 0.95
_NUMBERED = (
    r"Undang-[Uu]ndang|UU|RUU|Rancangan Undang-[Uu]ndang|PP|Perpres|Perppu|Perda|Inpres|Keppres"
    r"|Permen[a-z]*|(?:Instruksi|Keputusan) Presiden"
    r"|Peraturan (?:Pemerintah|Presiden|Menteri(?: (?!Nomor)[A-Z]\w+)*|Daerah|Gubernur|Bupati)"
)
_LAW = re.compile(
    rf"(?:(?:{_NUMBERED})(?: \( [A-Za-z]+ \))? (?:Nomor|nomor|No\.?) \d+"
    r"(?: Tahun \d{4}|/\d{4})?(?: tentang(?: [A-Z][\w-]+| dan(?= [A-Z]))+)?"
    r"|(?:Pasal \d+ )?(?:Perjanjian|Piagam|Konvensi|Protokol|Traktat|Pakta)(?: [A-Z][\w-]*)+"
    r"|Pasal \d+(?: ayat \( \d+ \))?(?: (?:UU|KUHP|KUHAP)(?: [A-Z][a-z]+)*(?= |$))?"
    r"|UUD(?: NRI)?(?: Tahun)? 1945"
    r"|(?:UU|RUU)(?: (?!Nomor|No)[A-Z][\w-]+(?: dan(?= [A-Z]))?)+"
    r"|KUHP|KUHAP|KUHPerdata)(?= |$)"
)
_YEAR = r"(?: (?:19|20)\d\d)"
_EVENT = re.compile(
    r"(?:(?:Piala (?:Dunia|Asia|Eropa|AFF|Presiden|Sudirman|Thomas|Uber)|Asian Games|SEA Games)"
    rf"(?: U-\d\d)?{_YEAR}?|Olimpiade(?: [A-Z][a-z]+)?{_YEAR}"
    rf"|(?:Hari Raya )?(?:Idul (?:Adha|Fitri)|Iduladha|Idulfitri|Natal|Nyepi|Waisak|Imlek){_YEAR}?"
    rf"|Maulid Nabi(?: Muhammad)?|Isra Mikraj|(?:Pemilu|Pilpres|Pilkada|Pileg|PON){_YEAR}"
    rf"|KTT (?:[A-Z]{{4,}}|G20|G7|BRICS){_YEAR}?"
    r"|Perang (?:Dunia (?:I{1,2}|Kedua|Pertama)|Dingin|Diponegoro)|Konferensi Asia[ -]Afrika"
    rf"|Sumpah Pemuda|Liga (?:Champions|Europa|Konferensi)(?: \d{{4}}/\d{{2,4}})?"
    rf"|(?:[A-Z][a-z]+ )+(?:Open|Masters|Grand Prix){_YEAR}"
    rf"|(?:MotoGP|Formula 1) [A-Z][a-z]+{_YEAR}?"
    r"|Hari (?:Kemerdekaan|Pahlawan|Kartini|Buruh|Ibu|Anak|Guru|Santri|Pendidikan|Kebangkitan|Lahir"
    r" Pancasila|Kesaktian Pancasila|Bhayangkara|Pers|Batik|Sumpah Pemuda|Lingkungan Hidup)"
    r"(?: (?:RI|Nasional|Internasional|Sedunia|Indonesia|Republik))*"
    r"|Hari(?: [A-Z][a-z-]+)+ (?:Dunia|Sedunia|Internasional|Nasional)"
    r"|El Ni[nñ]o|La Ni[nñ]a)(?= [^A-Z]|$)"
)
_FOREIGN = re.compile(
    r"(?:[A-Z][\w-]+ ){0,3}(?:Institute|University|Bank|Association|Council|Academy|School|Museum"
    r"|Bureau|Office|Department|Ministry|College|Society|Federation|Board)"
    r" (?:of|for)(?: the)? [A-Z][\w-]+(?: and [A-Z][\w-]+)*"
)
_CODE = re.compile(r"(?!U-\d|KM-|COVID|Covid|SARS|B-\d)[A-Z]{1,4}-\d{2,3}[A-Z]{0,2}")
_MODEL = 0.9
_WORK = 0.85
_NUMBER = re.compile(r"[A-Z]?\d{1,4}[A-Za-z]?(?:-\d{3})?$")


def rule_names(words: Sequence[str]) -> Iterator[Span]:
    """Yield laws, events and bodies named in English as token spans with type."""
    text = " ".join(words)
    for kind, pattern in (("LAW", _LAW), ("EVENT", _EVENT), ("ORG", _FOREIGN)):
        for match in pattern.finditer(text):
            if match.start() == 0 or text[match.start() - 1] == " ":
                start = text.count(" ", 0, match.start())
                end = start + match.group().count(" ") + 1
                while is_in(words[start], "titles", "portfolios"):
                    start += 1
                yield start, end, kind, _SURE


def peoples(words: Sequence[str]) -> Iterator[Span]:
    """Yield names of faiths, and of peoples and languages after a word that announces them."""
    for index, word in enumerate(words):
        if not word[0].isupper():
            continue
        announced = index > 0 and is_in(words[index - 1], "people_heads")
        before = () if announced else words[max(index - 1, 1) : index]
        beside = (*before, *words[index + 1 : index + 2])
        alone = not any(other[0].isupper() for other in beside)
        if alone and ((announced and is_in(word, "peoples")) or is_in(word, "faiths")):
            yield index, index + 1, "NORP", _SURE


def products(words: Sequence[str]) -> Iterator[Span]:
    """Yield services known by one word, and things known by letters and a number: T-54."""
    for index, word in enumerate(words):
        sure = _sure_product(word) if word[0].isupper() else 0.0
        if sure and _stands_alone(words, index):
            yield index, index + 1, "PRODUCT", sure
        elif is_in(word, "makers") and _NUMBER.match(" ".join(words[index + 1 : index + 2])):
            yield index, index + 2, "PRODUCT", _MODEL


def _sure_product(word: str) -> float:
    if is_in(word, "products"):
        return _SURE
    return _MODEL if _CODE.fullmatch(word) else 0.0


def _stands_alone(words: Sequence[str], index: int) -> bool:
    beside = (*words[max(index - 1, 1) : index], *words[index + 1 : index + 2])
    return not any(other[0].isupper() for other in beside)


def works(words: Sequence[str]) -> Iterator[Span]:
    """Yield the title after a word that announces a work: film *Laskar Pelangi*."""
    for index, word in enumerate(words[:-1]):
        if not is_in(word, "works"):
            continue
        end = index + 1
        while end < len(words) and words[end].istitle() and end - index < 6:
            end += 1
        if end - index > 1 and not is_in(words[index + 1], "titles"):
            yield index + 1, end, "PRODUCT", _WORK


def product_model(words: Sequence[str], span: Span) -> Span:
    """Return a maker's name with a model as a product, Toyota *Avanza*, any other span as it is."""
    start, end, kind, sure = span
    if end - start == 1 and is_in(words[start], "products"):
        return start, end, "PRODUCT", sure
    first = next((i for i in range(start, end) if is_in(words[i], "makers")), end)
    model = first < end - 1 and kind in ("PER", "ORG", "GPE", "LOC")
    if not model or is_in(words[start], "organisations", "landmarks"):
        return span
    if any(is_in(word, "maker_tails") for word in words[first + 1 : end]):
        return span
    return first, end, "PRODUCT", min(sure, _MODEL)
