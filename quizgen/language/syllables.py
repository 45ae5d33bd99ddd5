"""Where an Indonesian word may be divided.

Source: EYD V (Badan Bahasa 2022), Pemenggalan Kata.
"""

import re
from itertools import pairwise

from quizgen.language.morphology import analyse

_VOWELS = "aiueo"
_ONSETS = ("kh", "ng", "ny", "sy", "str", "spr", "skr", *(f"{first}{second}" for first in "bdfgkpst"
           for second in "rl" if first + second not in ("dl", "tl", "sl", "sr")))  # fmt: skip
_UNIT = re.compile(r"kh|ng|ny|sy|[a-z]")
_IRREGULAR = {
    "yaitu": "ya·i·tu",
    "seiring": "se·i·ring",
    "online": "on·line",
    "game": "game",
    "smartphone": "smart·phone",
}
"""Where the letters mislead: *ya* and *itu*, *se-* and *iring*, English spelling."""
_LOAN_SUFFIXES = frozenset({"is", "isme", "isasi"})
"""Not parted from their root: *spe·si·a·lis*."""
_DIPHTHONG = re.compile(r"[aeo]i(?![aiueo])|au(?![aiueo])")


def syllabify(headword: str) -> str:
    """Return a word or term with a middle dot between its syllables.

    >>> syllabify("kemitraan"), syllabify("gencatan senjata")
    ('ke·mit·ra·an', 'gen·cat·an sen·ja·ta')
    """
    return re.sub(r"[a-z]+", lambda match: _divided(match.group()), headword)


def _divided(word: str) -> str:
    return _IRREGULAR.get(word) or "·".join(_parts(word))


def _parts(word: str) -> list[str]:
    """Divide before and after affixes first: *ber·a·sal*, *ke·sa·tu·an*."""
    analysis = analyse(word)
    segments = analysis.segments
    tail: list[str] = []
    for segment in reversed(segments):
        ending = segment.removeprefix("-")
        foreign = ending in _LOAN_SUFFIXES
        if segment == ending or not word.endswith(ending) or len(ending) < 2 or foreign:
            # No syllable of one letter is cut off: meng·ha·da·pi, but ba·ik keeps its vowels.
            if segment == "-i" and re.search(r"[aeo][iu][^aiueo]i$", word):
                cut = len(word) - 3
                tail = [word[cut : cut + 1], word[cut + 1 :], *tail]
                word = word[:cut]
            break
        tail = [*_split(ending), *tail]
        word = word[: -len(ending)]
    head: list[str] = []
    for segment in segments[:-1]:
        start = _start(word, segment, analysis.root)
        if not start:
            break
        head.append(start)
        word = word[len(start) :]
    return [*head, *_split(word), *tail]


def _start(word: str, segment: str, root: str) -> str:
    if not segment.endswith("-"):
        return ""
    plain = segment.removesuffix("-").lower()
    if plain in ("ber", "ter", "per") and root.startswith("r"):
        plain = plain[:-1]
    if not plain.endswith("n"):
        return plain if word.startswith(plain) else ""
    # The nasal stays with the prefix unless it has taken the place of a sound of the root.
    if word.startswith(f"{plain[:-1]}ng{root}"):
        return f"{plain[:-1]}ng"
    match = re.match(rf"{plain[:-1]}(?:ng(?=[gh])|m(?=[bfpv])|n(?=[cdjtsz]))?", word)
    return match.group() if match else ""


def _split(word: str) -> list[str]:
    units = _UNIT.findall(word)
    starts = [0]
    nuclei = [i for i, unit in enumerate(units) if unit in _VOWELS]
    for left, right in pairwise(nuclei):
        between = units[left + 1 : right]
        if not between:
            if not (_open(units, right) and _DIPHTHONG.match(units[left] + units[right])):
                starts.append(right)
        elif len(between) == 1:
            starts.append(right - 1)
        else:
            # Two consonants part (Ap·ril), of three the last two may open a syllable (in·fra).
            cluster = len(between) > 2 and "".join(between[-2:]) in _ONSETS
            starts.append(right - 2 if cluster else right - 1)
    ends = [*starts[1:], len(units)]
    return ["".join(units[a:b]) for a, b in zip(starts, ends, strict=True)]


def _open(units: list[str], at: int) -> bool:
    """Tell whether no consonant closes a syllable that ends in this vowel: *sau·da·ra, pu·lau*."""
    after = units[at + 1 : at + 3]
    return not after or (len(after) == 2 and after[0] not in _VOWELS and after[1] in _VOWELS)
