"""Whether a question or a statement lacks what its words ask for: a time, a noun, a complement."""

import re
from itertools import pairwise

from quizgen.exercises.common.tables import words
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import word_class
from quizgen.language.morphology import analyse
from quizgen.language.nouns import is_human
from quizgen.language.speech import kind_of_saying
from quizgen.model import Sentence

_WORD = re.compile(r"[\w-]+|[^\w\s]")
_SOMEBODY = re.compile(r"\boleh (?:satu|dua|tiga|seorang|beberapa|sejumlah) (?:orang|pihak)\b")
_OPENED = re.compile(r"\b(?:terhitung|yakni|yaitu|termasuk|terutama|khususnya|sejak|mulai)\W*$")
_MEANT = re.compile(r"\byang dimaksud\b")
_KAPAN = "kapan"
_VERBAL = frozenset({"meN-", "di-", "ber-", "ter-"})
_EVERY = frozenset({"setiap", "tiap"})
_ENDS = frozenset({".", ",", "?"})


def asks_twice(stem: str) -> bool:
    """Tell whether a question for a time has a second word for it, or a preposition left over.

    >>> asks_twice("Kapan saat banjir melanda?"), asks_twice("Kapan banjir melanda Kudus?")
    (True, False)
    """
    parts = _parts(stem)
    return any(
        (one == _KAPAN and other in words("whole", "doubled"))
        or (one in words("whole", "timing") and other in words("whole", "after_gap") | {"?", ","})
        for one, other in pairwise(parts)
    )


def lacks(text: str) -> bool:
    """Tell whether a noun or a verb stands there without what tells of what, for what or when.

    >>> lacks("Biaya yang murah menjadi alasan utama, meski jaraknya jauh.")
    True
    >>> lacks("Biaya yang murah menjadi alasan utama warga pindah.")
    False
    """
    parts = _parts(text)
    asked = {_KAPAN, "tahun"} & set(parts[:12])
    return (
        any(_bare(parts, i) for i, part in enumerate(parts) if part in words("whole", "relational"))
        or any(_unnamed(parts, i) for i, part in enumerate(parts) if part in _EVERY)
        or any(a in words("whole", "comparing") and b in _ENDS for a, b in pairwise(parts))
        or _which_day(parts)
        or _SOMEBODY.search(text) is not None
        or breaks_off(text)
        or _MEANT.search(text) is not None
        or (not asked and _untimed(parts))
    )


def opens_lacking(text: str) -> bool:
    """Tell whether a statement opens with a part of something unnamed, or is half a sentence.

    >>> opens_lacking("sebagian besar berada di pusat kota")
    True
    >>> opens_lacking("saat banjir melanda pada 2020")
    True
    """
    parts = _parts(text)
    if parts[0] in words("whole", "below"):
        return "," not in parts
    if _deed(parts[0]) and any(map(_is_verbal, parts[1:2])):
        # *Penggantian diperkirakan menelan biaya …*: of what?
        return True
    return parts[0] in words("whole", "partial") and _of_nothing(parts)


def bare_deed(text: str) -> bool:
    """Tell whether a noun for doing something stands as a subject without what or whose it is.

    >>> bare_deed("Dalam berapa fase pembangunan dilakukan?")
    True
    >>> bare_deed("Dalam berapa fase pembangunan pasar itu dilakukan?")
    False
    """
    parts = ("", "", *_parts(text), ".")
    return any(
        _opens_clause(parts[at - 2], parts[at - 1])
        and (_done(parts[at]) or parts[at] in words("unfit", "deeds"))
        and (_is_verbal(parts[at + 1]) or parts[at + 1] in words("unfit", "finished"))
        for at in range(2, len(parts) - 1)
    )


def _opens_clause(earlier: str, before: str) -> bool:
    opens = {"", ",", "bahwa", "berapa", "lama", "apa", "mana", "kapan", "mengapa"}
    return before in opens or earlier == "berapa" or bool(kind_of_saying(before))


def ends_phrase(word: str) -> bool:
    """Tell whether a word, or a mark, cannot go on with the noun phrase before it.

    >>> ends_phrase("melesat"), ends_phrase("koper"), ends_phrase(",")
    (True, False, True)
    """
    closed = words("whole", "no_complement") | words("whole", "comparing") | {"langsung", "juga"}
    return not word[0].isalnum() or word in closed or _is_verbal(word)


def _done(word: str) -> bool:
    segments = analyse(word).segments
    if word in fact_words("collective") | words("unfit", "no_deeds"):
        return False
    return segments[0] == "peN-" and segments[-1] == "-an"


def breaks_off(stem: str) -> bool:
    """Tell whether a question ends in a word that opens something more: *…, terhitung?*.

    >>> breaks_off("Untuk apa sekolah diliburkan, terhitung?"), breaks_off("Apa yang dibuka?")
    (True, False)
    """
    return _OPENED.search(stem) is not None


def in_rounds(sentence: Sentence, end: int) -> bool:
    """Tell whether the number before token ``end`` counts sets or ranks: *tiga set pertama*."""
    after = [token.text.lower() for token in sentence.tokens[end : end + 2]]
    return not words("whole", "rounds").isdisjoint(after[:1]) or not words(
        "whole", "ranking"
    ).isdisjoint(after[1:])


def _parts(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _bare(parts: list[str], index: int) -> bool:
    rest = index + 1
    while rest < len(parts) and parts[rest] in words("whole", "describing"):
        rest += 1
    following = parts[rest] if rest < len(parts) else "."
    return not following[0].isalnum() or following in words("whole", "no_complement")


def _unnamed(parts: list[str], index: int) -> bool:
    """Tell whether *setiap* has a bare noun that names a part of something: *setiap titik*."""
    noun, after = (*parts[index + 1 :], ".", ".")[:2]
    if noun in words("whole", "each") or is_human(noun) or not noun.isalpha():
        return False
    return not after[0].isalnum() or _is_verbal(after) or after in words("whole", "no_complement")


def _is_verbal(word: str) -> bool:
    return word in words("whole", "helping") or analyse(word).segments[0] in _VERBAL


def _deed(word: str) -> bool:
    """Tell whether a word is a noun for doing something: *penggantian, pemasangan*."""
    segments = analyse(word).segments
    return segments[0] in {"peN-", "pe-", "per-"} and segments[-1] == "-an"


def _of_nothing(parts: list[str]) -> bool:
    rest = 2 if parts[1:2] in (["besar"], ["kecil"], ["lagi"]) else 1
    following = parts[rest] if rest < len(parts) else "."
    others = {",", ".", "lagi", "lain", "lainnya", "masih"} | word_class("used_bare")
    return _is_verbal(following) or following in others | words("whole", "helping")


def _which_day(parts: list[str]) -> bool:
    """Tell whether a stretch of time has lost what tells which: *turun dari minggu.*."""
    triples = zip(parts, parts[1:], (*parts[2:], "."), strict=False)
    return any(
        one in words("whole", "comparing") and two in words("whole", "stretches") and three in _ENDS
        for one, two, three in triples
    )


def _untimed(parts: list[str]) -> bool:
    pairs = zip(parts, parts[1:], (*parts[2:], "."), strict=False)
    return any(
        one in words("whole", "scheduled")
        and two in words("whole", "due")
        and (not three[0].isalnum() or three in words("whole", "no_complement"))
        for one, two, three in pairs
    )
