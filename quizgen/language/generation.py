"""The standard form of a word from its root and its affixes, after the spelling rules (EYD).

Sources: Sneddon, Adelaar, Djenar & Ewing 2010, *Indonesian: A Comprehensive Grammar*, ch. 1;
Moeliono et al. 2017, *Tata Bahasa Baku Bahasa Indonesia* (TBBBI); EYD V 2022.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizgen.language.affixes import CLITICS, listed, nasal, syllables, table
from quizgen.language.levels import zipf

PREFIXES = frozenset(("meN-", "peN-", "pe-", "ber-", "per-", "ter-", "di-", "ke-", "se-"))
PROCLITICS = frozenset(("ku-", "kau-"))
SUFFIXES = frozenset(("-kan", "-i", "-an", "-wan", "-wati", "-man", "-isasi", "-isme", "-is"))
_ENCLITICS = frozenset(f"-{clitic}" for clitic in CLITICS)
_INFIX, COPY = "-em-", "R"
_NASALS = {"meN-": "me", "peN-": "pe"}
_PLURAL_WHOLE = frozenset(("pe-", "per-", "peN-"))
_CLOSED_ER = re.compile(r"[^aiueo]er[^aiueo]")


@dataclass(frozen=True, slots=True)
class _Build:
    """The affixes of a word in their places."""

    before: tuple[str, ...]
    copied: bool
    infixed: bool
    after: tuple[str, ...]
    clitics: tuple[str, ...]


def generate(root: str, affixes: Sequence[str]) -> str:
    """Return the standard form of ``root`` with ``affixes`` in spoken order.

    >>> generate("produksi", ["meN-"]), generate("kaji", ["peN-", "-an"])
    ('memproduksi', 'pengkajian')
    >>> generate("tanggung jawab", ["meN-", "per-", "-kan"])
    'mempertanggungjawabkan'

    Raises:
        ValueError: If one of ``affixes`` is no affix of Indonesian, or the root is empty.
    """
    if not root.strip():
        raise ValueError("a form needs a root")
    build = _sorted(tuple(affixes))
    word = f"{root[0]}em{root[1:]}" if build.infixed and not build.copied else root
    word = _copied(root, build) if build.copied else _affixed(word, root, build)
    word = table("irregular").get(word, word)
    return word + "".join(clitic[1:] for clitic in build.clitics)


@lru_cache(maxsize=1_000)
def _sorted(affixes: tuple[str, ...]) -> _Build:
    known = PREFIXES | PROCLITICS | SUFFIXES | _ENCLITICS | {_INFIX, COPY}
    for affix in affixes:
        if affix not in known:
            raise ValueError(f"{affix!r} is no affix; write meN-, -kan, R, -nya and the like")
    return _Build(
        tuple(affix for affix in affixes if affix in PREFIXES | PROCLITICS),
        COPY in affixes,
        _INFIX in affixes,
        tuple(affix for affix in affixes if affix in SUFFIXES),
        tuple(affix for affix in affixes if affix in _ENCLITICS),
    )


def _affixed(word: str, root: str, build: _Build) -> str:
    """Return the word without a copy; a compound is one word between prefix and suffix only."""
    if build.before and build.after:
        word, root = word.replace(" ", ""), root.replace(" ", "")
    for suffix in build.after:
        word = _suffixed(word, suffix)
    for place in range(len(build.before) - 1, -1, -1):
        inner = build.before[place + 1] if place + 1 < len(build.before) else ""
        word = _prefixed(build.before[place], word, root, inner, build.after)
    return word


def _suffixed(stem: str, suffix: str) -> str:
    """Join a suffix: *sejarah* loses its h before -wan, *piano* its vowel before -is."""
    if suffix in ("-wan", "-is") and stem in table("shortened"):
        stem = table("shortened")[stem]
    return stem + suffix[1:]


def _prefixed(prefix: str, stem: str, root: str, inner: str, after: tuple[str, ...]) -> str:
    """Put ``prefix`` before ``stem``, which begins with the prefix ``inner`` or with the root."""
    if prefix in _NASALS:
        return _nasalised(prefix, stem, root, inner)
    if prefix in ("ber-", "ter-", "per-"):
        return _with_r(prefix, stem, root, inner, after)
    if prefix == "pe-" and not inner and root == "ajar":
        return f"pel{stem}"
    return prefix[:-1] + stem


def _nasalised(prefix: str, stem: str, root: str, inner: str) -> str:
    """Return the meN- or peN- form: the nasal fits the first sound, and p t k s are lost in it.

    They stay in clusters of loanwords (*memproduksi*), in *kh sy*, in *memper-* (but *pemersatu*),
    and in a few roots (*mengkaji*). A root of one syllable has *menge-*.
    """
    base = _NASALS[prefix]
    if not inner and syllables(root) == 1 and root not in listed("no_menge"):
        return f"{base}nge{stem}"
    agent = prefix == "peN-"
    kept = inner == "per-" and not agent if inner else _keeps(root)
    return base + nasal(stem, agent=agent, kept=kept)


def _keeps(root: str) -> bool:
    return root.split(" ")[0] in listed("kept")


def _with_r(prefix: str, stem: str, root: str, inner: str, after: tuple[str, ...]) -> str:
    """Return the form with ber-, per- or ter-, whose r is lost before r and before -er-.

    *berenang, bekerja, tepercaya*; *belajar, pelajar* have l; places have *pe-* (*pegunungan*).
    """
    short = prefix[:2]
    if not inner and root == "ajar" and prefix != "ter-":
        return f"{short}l{stem}"
    lost = _CLOSED_ER.match(stem) and root not in listed("r_kept") and not inner
    place = prefix == "per-" and after == ("-an",) and root in listed("places")
    return short + stem if stem[0] == "r" or lost or place else prefix[:-1] + stem


def _copied(root: str, build: _Build) -> str:
    """Return the doubled word: the whole word for a plural, else the copy of the stem."""
    if build.infixed:
        return f"{root}-{root[0]}em{root[1:]}"
    if not build.before and not build.after:
        return table("echoes").get(root) or _plural(root)
    if build.before == ("meN-",) and not build.after and root in listed("reciprocal"):
        return f"{root}-{_affixed(root, root, build)}"
    if not build.before and build.after == ("-an",) and root in listed("half"):
        return f"{root[0]}e{root}an"
    whole = _affixed(root, root, build)
    if _doubles_whole(root, whole, build):
        return f"{whole}-{whole}"
    head = _affixed(root, root, _Build(build.before, False, False, (), ()))
    tail = _affixed(root, root, _Build((), False, False, build.after, ()))
    if build.before[-1:] == ("meN-",) and syllables(root) > 1:
        tail = whole[2:] if nasal(root, kept=_keeps(root))[-len(root) :] != root else tail
    return f"{head}-{tail}"


def _plural(root: str) -> str:
    """Return the plural; of a compound the first word alone is doubled (*surat-surat kabar*)."""
    first, *rest = root.split(" ")
    return " ".join((f"{first}-{first}", *rest))


def _doubles_whole(root: str, whole: str, build: _Build) -> bool:
    """Whether the copy is of the whole derived noun: *kebijakan-kebijakan*, not *kebarat-baratan*.

    Verbs copy their stem (Sneddon et al. 2010, ch. 1); nouns with a prefix or with a loan suffix
    are copied whole. Without a prefix -an goes both ways: *makanan-makanan*, *mobil-mobilan*.
    """
    if build.before[:1] and build.before[0] in _PLURAL_WHOLE:
        return root not in listed("stem_copied")
    if build.before == ("ke-",):
        return "-an" in build.after and root not in listed("likeness")
    if build.before:
        return build.before[0] == "ke-"
    if build.after == ("-an",):
        return root not in listed("kinds") and zipf(whole) > _NOUN
    return build.after[0] not in ("-kan", "-i")


_NOUN = 3.3
"""From this Zipf frequency on a form in -an is a noun whose copy is a plural."""
