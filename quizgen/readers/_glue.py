"""Part words that lost the space between them where a link stood."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import resources

_LOWER_UPPER = re.compile(r"(?<![\w./@])([a-z]{3,25})([A-Z]\w{0,30})(?![\w@]|\.\w)")
_BEFORE_VERB = re.compile(
    r"(?<![\w./@-])(?=\w{9})([^\W\d_]{3,25}?)((?:di|me[mnlrwy]|ber|ter)[a-z]{4,25})(?![\w@-]|\.\w)"
)
_BRACKET = re.compile(r"(?<=[a-z])\((?=[A-Z])")
_AFTER_BRACKET = re.compile(r"(?<=[A-Z]{2}\))(?=[a-z]{3})")
_COMMA = re.compile(r"(?<=[\w\"”’)]),(?=[A-Z][A-Za-z])")
_FULL_STOP = re.compile(r"(?:(?<=[a-z]{3})(?<!www)|(?<=\d)|(?<=[)\"”]))([.?!])(?=([A-Z][a-z]+))")
_DATELINE = re.compile(
    r"^((?:[A-Z][\w.()' ]{2,40}?,\s*)?\w[\w-]*\.(?i:com|co\.id|co|id|net|org|tv|news)"
    r"(?:,\s*[A-Z][\w.()' ]{2,30}?)?|[A-Z][A-Z ]{4,30})"
    r"(\s*)([-–—]+|:(?=[A-Z]))(\s*)(?=[\w\"“])"
)
_PLACE_GLUED = re.compile(r"^(\S+\.(?:com|co\.id|id|net),\s*[A-Z][a-z]{2,})([A-Z][a-z]{3,})\b")
_LEAST_KNOWN = 2.5
_LEAST_PLACE = 4.0
_LEAST_FIRST = 3.5
_LEAST_VERB = 3.0


def part_glued(text: str) -> str:
    """Return ``text`` with a space where two words run into one another; no letter changes.

    Only where both halves are known words, the whole is none, and it is no brand (iPhone,
    TransJakarta, detikNews).

    >>> part_glued("Pemerintah mengusulkan penguatanKawasan Wisata Terpadu(KWT).")
    'Pemerintah mengusulkan penguatan Kawasan Wisata Terpadu (KWT).'
    """
    text = _PLACE_GLUED.sub(_part_place, text)
    text = _DATELINE.sub(_space_dash, text, count=1)
    text = _COMMA.sub(", ", text)
    text = _FULL_STOP.sub(_end_sentence, text)
    text = _AFTER_BRACKET.sub(" ", _BRACKET.sub(" (", text))
    counts = Counter(match[0] for match in _LOWER_UPPER.finditer(text))
    text = _LOWER_UPPER.sub(lambda match: _part_names(match, counts), text)
    return _BEFORE_VERB.sub(_part_verb, text)


def part_at_link(before: str, after: str) -> bool:
    """Tell whether a space is missing between two words at the border of a link.

    What a link marks may be a part of a word (*rumah* in *rumahnya*) or of a brand.

    >>> [part_at_link(*pair) for pair in (("oleh", "Haryo"), ("rumah", "nya"), ("pe", "merintah"))]
    [True, False, False]
    """
    if after.lower() in _clitics() or before.lower() in {*_bound(), *_brands()}:
        return False
    if before.isdigit() or after.isdigit():
        word = after if before.isdigit() else before
        return not word.isdigit() and len(word) > 2 and _zipf(word) >= _LEAST_KNOWN
    if not (before.isalpha() and after.isalpha()) or _zipf(before + after) > 0:
        return False
    if before[-1].islower() and after[0].isupper():
        return True
    known = [_zipf(word) >= _LEAST_KNOWN or word[0].isupper() for word in (before, after)]
    return all(known) and min(len(before), len(after)) > 1


def _space_dash(match: re.Match[str]) -> str:
    place, mark = match[1].rstrip(), match[3]
    # KPK-Polri is a pair, JAKARTA-Polisi is a dateline.
    if match[0] == place + mark and mark == "-" and _zipf(place) < _LEAST_PLACE:
        return match[0]
    return f"{place}{mark} " if mark == ":" else f"{place} {mark} "


def _end_sentence(match: re.Match[str]) -> str:
    return match[1] if match[2].lower() in _endings() else f"{match[1]} "


def _part_place(match: re.Match[str]) -> str:
    place = match[1].split()[-1]
    known = _zipf(place) >= _LEAST_FIRST and _zipf(match[2]) >= _LEAST_VERB
    return f"{match[1]} {match[2]}" if known else match[0]


def _part_names(match: re.Match[str], counts: Mapping[str, int]) -> str:
    first, second = match[1], match[2]
    # A link glues at random; what stands so twice is meant so.
    if first in _brands() or counts[match[0]] > 1 or _zipf(match[0]) > 0:
        return match[0]
    if (
        len(second) < 3
        or second == "Nya"
        or not (second.isupper() or _zipf(second) >= _LEAST_KNOWN)
    ):
        return match[0]
    if _zipf(first) >= _LEAST_KNOWN:
        return f"{first} {second}"
    halves = _halves(first)
    return f"{halves} {second}" if halves else match[0]


def _halves(text: str) -> str | None:
    """Return the two words that ``text`` is made of, if there is just one way to part it."""
    if _zipf(text) > 0:
        return None
    cuts = [(text[:index], text[index:]) for index in range(4, len(text) - 3)]
    known = [cut for cut in cuts if min(map(_zipf, cut)) >= _LEAST_FIRST]
    return " ".join(known[0]) if len(known) == 1 else None


def _part_verb(match: re.Match[str]) -> str:
    if _zipf(match[0]) > 0:
        return match[0]
    whole = match[0]
    for index in range(3, len(whole) - 5):
        first, second = whole[:index], whole[index:]
        # Sumberjaya is a place; a name runs into mengatakan or dibuka, seldom into ber- or ter-.
        if first.istitle() and not second.startswith(("me", "di")):
            continue
        if _is_verb(second) and _stands_alone(first):
            return f"{first} {second}"
    return whole


def _is_verb(text: str) -> bool:
    form = re.match(r"(?:di|me[mnlrwy]|ber|ter)[a-z]{4,}$", text)
    return form is not None and _zipf(text) >= _LEAST_VERB


def _stands_alone(text: str) -> bool:
    known = _zipf(text) >= _LEAST_FIRST or text.isupper()
    return known and text.lower() not in _bound()


@cache
def _zipf(word: str) -> float:
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word.lower(), "id"))


@cache
def _table() -> Mapping[str, list[str] | str]:
    data = resources.files("quizgen.readers").joinpath("data/glue.toml")
    return tomllib.loads(data.read_text(encoding="utf-8"))


def _brands() -> frozenset[str]:
    return frozenset(_table()["brands"])


def _bound() -> frozenset[str]:
    return frozenset(str(_table()["bound"]).split())


def _clitics() -> frozenset[str]:
    return frozenset(_table()["clitics"])


def _endings() -> frozenset[str]:
    return frozenset(_table()["endings"])
