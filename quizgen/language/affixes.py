"""The affixes of Indonesian, and how meN- and peN- change the sound that follows them.

Source: Sneddon, Adelaar, Djenar & Ewing 2010, *Indonesian: A Comprehensive Grammar*, ch. 1.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
SUFFIXES = ("isasi", "isme", "wati", "kan", "wan", "man", "an", "is", "i")
PAIRS = frozenset(
    (outer, inner)
    for outer, inners in {
        "di-": "per- ber- ke- se- peN- ter-",
        "meN-": "per- ber- ke- se- ter-",
        "ke-": "ber- ter- peN- pe- se- per-",
        "ber-": "ke- peN- pe- per- se-",
        "peN-": "ber- se- per- ke-",
        "se-": "peN- ke- per- pe-",
        "ter-": "per-",
        "per-": "se- ke-",
    }.items()
    for inner in inners.split()
)
"""Prefixes that may stand directly before one another."""
_BEGINNINGS = frozenset({"di", "ke", "se", "be", "te", "pe", "me"})
_VOWELS = frozenset("aiueo")
_KEPT = ("l", "r", "w", "y", "m", "n")
_CONTACT = {**dict.fromkeys("bfvp", "m"), **dict.fromkeys("cdjzts", "n")}
_LOST = {"p": "m", "t": "n", "s": "ny", "k": "ng"}


@cache
def _data() -> dict[str, str]:
    file = resources.files("quizgen.language").joinpath("data/morphology.toml")
    lists: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return lists


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a list of ``data/morphology.toml``."""
    return frozenset(_data()[name].split())


@cache
def table(name: str) -> dict[str, str]:
    """Return a list of ``data/morphology.toml`` whose lines are a word and what belongs to it."""
    lines = (line.partition(" ") for line in _data()[name].split("\n") if line)
    return {word: rest for word, _, rest in lines}


def prefixes(word: str) -> Iterator[tuple[str, str]]:
    """Yield (prefix with archiphoneme, what is left) for every prefix that ``word`` may have.

    >>> sorted(prefixes("menyapu"))
    [('meN-', 'nyapu'), ('meN-', 'sapu')]
    """
    if word[:2] not in _BEGINNINGS:
        return
    for prefix in ("di", "ke", "se"):
        if word.startswith(prefix):
            yield f"{prefix}-", word[2:]
    yield from _with_r(word)
    for base in ("me", "pe"):
        if word.startswith(base):
            for root in _without_nasal(word[2:]):
                yield f"{base}N-", root
    if word.startswith("pe") and word[2:3] not in _VOWELS.union(_KEPT):
        yield "pe-", word[2:]


def _with_r(word: str) -> Iterator[tuple[str, str]]:
    for base in ("ber", "per", "ter"):
        if word.startswith(base):
            yield f"{base}-", word[3:]
            # be- + renang, te- + rasa: the r of the prefix and of the root are written once.
            yield f"{base}-", word[2:]
        elif word.startswith(f"{base[:2]}lajar"):
            yield f"{base}-", word[3:]
        elif word.startswith(base[:2]) and word[3:5] == "er":
            # be- stands for ber- before a first syllable in -er-: bekerja, pekerja.
            yield f"{base}-", word[2:]


def _without_nasal(rest: str) -> Iterator[str]:
    if rest.startswith("mr"):
        # peN- loses the p of pr: pemrogram, pemrosesan.
        yield "p" + rest[1:]
    if rest.startswith(_KEPT) and (rest[0] not in "mn" or rest[1:2] in _VOWELS | {"y"}):
        yield rest
    if rest.startswith("nge") and len(rest) <= 11:
        yield rest[3:]
    if rest.startswith("ng"):
        if rest.startswith(tuple(listed("ng"))):
            yield rest
        yield rest[2:]
        if rest[2:3] in _VOWELS:
            yield "k" + rest[2:]
    elif rest.startswith("ny"):
        yield "s" + rest[2:]
    elif rest.startswith("n"):
        yield rest[1:] if rest[1:2] not in _VOWELS else "t" + rest[1:]
    elif rest.startswith("m"):
        yield rest[1:] if rest[1:2] not in _VOWELS else "p" + rest[1:]


def syllables(root: str) -> int:
    """Return how many syllables a root has, for menge- before one: *mengecek*."""
    return sum(map(root.count, _VOWELS))


def nasal(stem: str, *, agent: bool = False, kept: bool = False) -> str:
    """Return ``stem`` with the nasal of meN- (peN- if ``agent``) before it.

    The first sound p t k s is lost unless ``kept`` or in a cluster; peN- loses it in *pr* too.

    >>> nasal("tulis"), nasal("kritik"), nasal("proses"), nasal("proses", agent=True)
    ('nulis', 'ngkritik', 'mproses', 'mroses')
    """
    cluster = stem[1:2] not in _VOWELS
    if stem[0] in _LOST and not kept and (not cluster or (agent and stem.startswith("pr"))):
        return _LOST[stem[0]] + stem[1:]
    if stem.startswith(_KEPT):
        return stem
    return _CONTACT.get(stem[0], "ng") + stem


def active(stem: str) -> str:
    """Return the standard meN- form of ``stem``, whose *per-*, if any, is the prefix.

    >>> active("tuntut"), active("produksi"), active("cek")
    ('menuntut', 'memproduksi', 'mengecek')
    """
    if syllables(stem) == 1:
        return f"menge{stem}"
    return "me" + nasal(stem, kept=stem.startswith(_kept_after_nasal()))


@cache
def _kept_after_nasal() -> tuple[str, ...]:
    return "per", *listed("kept")
