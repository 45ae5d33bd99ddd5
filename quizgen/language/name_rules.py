"""Names that a rule finds safely: numbered laws, events with a year, peoples and faiths."""

import re
from collections.abc import Iterator, Sequence

from quizgen.language.wordlists import is_in

Span = tuple[int, int, str, float]

_SURE = 0.95
_NUMBERED = (
    r"Undang-[Uu]ndang|UU|RUU|Rancangan Undang-[Uu]ndang|PP|Perpres|Perppu|Perda|Inpres|Keppres"
    r"|Permen[a-z]*|(?:Instruksi|Keputusan) Presiden"
    r"|Peraturan (?:Pemerintah|Presiden|Menteri [A-Z]\w+|Daerah|Gubernur|Bupati)"
)
_LAW = re.compile(
    rf"(?:(?:{_NUMBERED})(?: \( [A-Za-z]+ \))? (?:Nomor|nomor|No\.?) \d+"
    r"(?: Tahun \d{4}|/\d{4})?(?: tentang(?: [A-Z][\w-]+| dan(?= [A-Z]))+)?"
    r"|Pasal \d+(?: ayat \( \d+ \))?(?: (?:UU|KUHP|KUHAP)(?= |$))?"
    r"|UUD(?: NRI)?(?: Tahun)? 1945)(?= |$)"
)
_YEAR = r"(?: (?:19|20)\d\d)"
_EVENT = re.compile(
    r"(?:(?:Piala (?:Dunia|Asia|Eropa|AFF|Presiden|Sudirman|Thomas|Uber)|Asian Games|SEA Games)"
    rf"(?: U-\d\d)?{_YEAR}?|Olimpiade(?: [A-Z][a-z]+)?{_YEAR}"
    rf"|(?:Hari Raya )?(?:Idul (?:Adha|Fitri)|Iduladha|Idulfitri|Natal|Nyepi|Waisak|Imlek){_YEAR}?"
    rf"|Maulid Nabi(?: Muhammad)?|Isra Mikraj|(?:Pemilu|Pilpres|Pilkada|Pileg|PON){_YEAR}"
    rf"|KTT (?:[A-Z]{{4,}}|G20|G7){_YEAR}?)(?= [^A-Z]|$)"
)


def rule_names(words: Sequence[str]) -> Iterator[Span]:
    """Yield laws and events as (first token, end token, type, confidence)."""
    text = " ".join(words)
    for kind, pattern in (("LAW", _LAW), ("EVENT", _EVENT)):
        for match in pattern.finditer(text):
            if match.start() == 0 or text[match.start() - 1] == " ":
                start = text.count(" ", 0, match.start())
                yield start, start + match.group().count(" ") + 1, kind, _SURE


def peoples(words: Sequence[str]) -> Iterator[Span]:
    """Yield names of faiths, and of peoples and languages after a word that announces them."""
    for index, word in enumerate(words):
        if not word[0].isupper():
            continue
        announced = index > 0 and is_in(words[index - 1], "people_heads")
        beside = (*words[max(index - 1, 1) : index], *words[index + 1 : index + 2])
        alone = not any(other[0].isupper() for other in beside)
        if alone and ((announced and is_in(word, "peoples")) or is_in(word, "faiths")):
            yield index, index + 1, "NORP", _SURE
