"""The affixes of Indonesian, and how meN- and peN- change the sound that follows them.

Source: Sneddon, Adelaar, Djenar & Ewing 2010, *Indonesian: A Comprehensive Grammar*, ch. 1.
"""

from collections.abc import Iterator

CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
SUFFIXES = ("isasi", "isme", "wati", "kan", "wan", "an", "i")
PAIRS = frozenset(
    (outer, inner)
    for outer, inners in {
        "di-": "per- ber- ke- se- peN- ter-",
        "meN-": "per- ber- ke- se- ter-",
        "ke-": "ber- ter- peN- pe- se- per-",
        "ber-": "ke- peN- pe- per- se-",
        "peN-": "ber- se- per-",
        "se-": "peN- ke- per- pe-",
        "ter-": "per-",
        "per-": "se- ke-",
    }.items()
    for inner in inners.split()
)
"""Prefixes that may stand directly before one another."""
_VOWELS = frozenset("aiueo")
_KEPT = ("l", "r", "w", "y", "m", "n")
_CLUSTERS = (
    "pr", "pl", "tr", "kr", "kl", "st", "sp", "sk", "sw", "sy", "ps", "kh", "ts", "tw",
    "kaji", "khianat",
)  # fmt: skip

_NASAL = {"p": "mem", "t": "men", "s": "meny", "k": "meng"}


def prefixes(word: str) -> Iterator[tuple[str, str]]:
    """Yield (prefix with archiphoneme, what is left) for every prefix that ``word`` may have.

    >>> sorted(prefixes("menyapu"))
    [('meN-', 'nyapu'), ('meN-', 'sapu')]
    """
    for prefix in ("di", "ke", "se"):
        if word.startswith(prefix):
            yield f"{prefix}-", word[2:]
    for base in ("ber", "per", "ter"):
        if word.startswith(base):
            yield f"{base}-", word[3:]
            # be- + renang, te- + rasa: the r of the prefix and of the root are written once.
            yield f"{base}-", word[2:]
        elif word.startswith(base[:2]) and word[3:5] == "er":
            # be- stands for ber- before a first syllable in -er-: bekerja, pekerja.
            yield f"{base}-", word[2:]
    for base in ("me", "pe"):
        if word.startswith(base):
            for root in _without_nasal(word[2:]):
                yield f"{base}N-", root
    if word.startswith("pe") and word[2:3] not in _VOWELS.union(_KEPT):
        yield "pe-", word[2:]


def _without_nasal(rest: str) -> Iterator[str]:
    if rest.startswith(_KEPT) and (rest[0] not in "mn" or rest[1:2] in _VOWELS | {"y"}):
        yield rest
    if rest.startswith("nge") and len(rest) <= 11:
        yield rest[3:]
    if rest.startswith("ng"):
        yield rest[2:]
        if rest[2:3] in _VOWELS:
            yield "k" + rest[2:]
    elif rest.startswith("ny"):
        yield "s" + rest[2:]
    elif rest.startswith("n"):
        yield rest[1:] if rest[1:2] not in _VOWELS else "t" + rest[1:]
    elif rest.startswith("m"):
        yield rest[1:] if rest[1:2] not in _VOWELS else "p" + rest[1:]


def active(stem: str) -> str:
    """Return the standard meN- form of ``stem``, whose *per-*, if any, is the prefix.

    >>> active("tuntut"), active("produksi"), active("cek")
    ('menuntut', 'memproduksi', 'mengecek')
    """
    first = stem[:1]
    if sum(char in _VOWELS for char in stem) == 1:
        return f"menge{stem}"
    if stem.startswith(("per", "ber")):
        return f"mem{stem}"
    if first in _NASAL and not stem.startswith(_CLUSTERS):
        return _NASAL[first] + stem[1:]
    if stem.startswith(_KEPT):
        return f"me{stem}"
    if first in "bfvp":
        return f"mem{stem}"
    return f"men{stem}" if first in "cdjzts" else f"meng{stem}"
