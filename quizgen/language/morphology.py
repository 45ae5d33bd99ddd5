"""The build of a word: prefixes, root, copy, suffixes and clitics, down to an attested root."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from quizgen.language.affixes import CLITICS, PAIRS, SUFFIXES, active, prefixes
from quizgen.language.levels import zipf

_ATTESTED = 2.6
_BOUND = 2.2
_FAMILY = (
    "di*", "di*kan", "di*i", "ber*", "ter*", "*kan", "*i", "*an", "ke*an", "per*an", "memper*",
    "diper*", "memper*kan", "diper*kan", "ber*an", "se*", "*nya",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Analysis:
    """How a form is built; ``segments`` as in the annotation guidelines, in spoken order."""

    form: str
    root: str
    segments: tuple[str, ...]
    clitics: tuple[str, ...]
    headword: str
    """The dictionary entry: without clitics, active for a passive, single for a plural."""
    known: bool
    """Whether the root is attested; False where the form was left whole for want of one."""


@dataclass(frozen=True, slots=True)
class _Parse:
    root: str
    segments: tuple[str, ...]


@cache
def _data() -> dict[str, str]:
    file = resources.files("quizgen.language").joinpath("data/morphology.toml")
    table: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return table


@cache
def _whole() -> frozenset[str]:
    return frozenset(_data()["whole"].split())


@cache
def _doubled() -> frozenset[str]:
    return frozenset(_data()["doubled"].split())


@cache
def _roots() -> frozenset[str]:
    return frozenset(_data()["roots"].split())


@cache
def _no_passive() -> frozenset[str]:
    return frozenset(_data()["no_passive"].split())


@cache
def _forms() -> dict[str, tuple[str, tuple[str, ...]]]:
    table = {}
    for line in _data()["forms"].split("\n"):
        if line:
            form, *rest = line.split(" ")
            root, segments = (part.replace("_", " ") for part in rest)
            table[form] = (root, tuple(segments.split("+")))
    return table


def analyse(form: str) -> Analysis:
    """Return how ``form`` is built; a capitalised word is a name and is never cut.

    >>> analyse("dipercepat").segments, analyse("dipercepat").headword
    (('di-', 'per-', 'cepat'), 'mempercepat')
    """
    if form != form.lower() or not form.replace("-", "").isalpha():
        return _uncut(form)
    return _analyse(form)


def _uncut(form: str, *, known: bool = False) -> Analysis:
    return Analysis(form, form, (form,), (), form, known)


@lru_cache(maxsize=50_000)
def _analyse(form: str) -> Analysis:
    if "-" in form:
        return _analyse_double(form)
    if form in _whole():
        return _uncut(form, known=True)
    options = [
        (score - 0.3 * len(clitics), host, clitics, parse)
        for host, clitics in _hosts(form)
        for score, parse in _scored(host)
    ]
    if not options or max(score for score, *_ in options) <= 0:
        return _unknown(form)
    _, host, clitics, parse = max(options, key=lambda option: option[0])
    segments = (*parse.segments, *(f"-{clitic}" for clitic in clitics))
    # se-…-nya makes an adverb that is looked up whole: selayaknya, sepenuhnya.
    adverb = segments[0] == "se-" and clitics == ("nya",)
    headword = form if adverb else _headword(host, parse)
    return Analysis(form, parse.root, segments, clitics, headword, True)


def _unknown(form: str) -> Analysis:
    host = form.removesuffix("nya")
    if host == form or len(host) < 4:
        return _uncut(form)
    return Analysis(form, host, (host, "-nya"), ("nya",), host, False)


def _hosts(form: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield form, ()
    for clitic in CLITICS:
        host = form.removesuffix(clitic)
        if host != form and len(host) > 2:
            for inner, clitics in _hosts(host):
                if len(clitics) < 2:
                    yield inner, (*clitics, clitic)


def _scored(host: str) -> Iterator[tuple[float, _Parse]]:
    if host in _forms():
        root, segments = _forms()[host]
        yield 20.0, _Parse(root, segments)
        return
    if host in _whole() or host in _roots():
        yield 12.0, _Parse(host, (host,))
        return
    negated = host.removeprefix("ketidak").removesuffix("an")
    if len(host) - len(negated) == 9 and (zipf(negated) >= _ATTESTED or negated in _roots()):
        root = f"tidak {negated}"
        yield 11.0, _Parse(root, ("ke-", root, "-an"))
    for before, stem in _unprefixed(host, ()):
        for root, after in _unsuffixed(stem):
            if not (before or after):
                yield 0.6 * min(zipf(root), 5.0) + 0.2 * _family(root, host), _Parse(root, (root,))
            elif _fits(before, after):
                score = _attestation(root, host, before, after)
                if score:
                    score += 1.5 * (before == ("meN-",) and zipf(f"di{stem}") > 0)
                    yield score - _cost(before, after), _Parse(root, (*before, root, *after))


def _unprefixed(stem: str, before: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    yield before, stem
    if len(before) < 3:
        for prefix, rest in prefixes(stem):
            if len(rest) > 2 and (not before or (before[-1], prefix) in PAIRS):
                yield from _unprefixed(rest, (*before, prefix))


def _unsuffixed(stem: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield stem, ()
    for suffix in SUFFIXES:
        if stem.endswith(suffix) and len(stem) - len(suffix) > 2:
            yield stem[: -len(suffix)], (f"-{suffix}",)


def _fits(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    if "ke-" in before and not after and before[-1] == "ke-":
        return False
    verbal = after in (("-kan",), ("-i",))
    nominal = bool(before) and before[0] in ("peN-", "pe-", "ke-", "per-")
    return not (verbal and (nominal or (before[:1] == ("ber-",) and after == ("-i",))))


def _cost(before: tuple[str, ...], after: tuple[str, ...]) -> float:
    cost = 0.3 * len(before) + 1.0 * ("se-" in before) + 0.5 * ("pe-" in before)
    if after and before:
        return cost - 0.8
    return cost + {(): 0.0, ("-i",): 1.2}.get(after, 0.3)


def _attestation(root: str, form: str, before: tuple[str, ...], after: tuple[str, ...]) -> float:
    """Return how well ``root`` is attested, alone and in forms other than ``form``; 0 for no root.

    A bound root such as *selidik* never stands alone: its derivations prove it.
    """
    if root in _roots():
        return 6.0 + 0.2 * min(zipf(root), 5.0)
    if not any(vowel in root for vowel in "aiueo"):
        return 0.0
    alone, family = zipf(root), _family(root, form)
    if alone < _ATTESTED:
        # deteksi, refleksi: where only the form in -i is a word, the -i is no suffix.
        if after == ("-i",) and zipf(f"{root}i") >= _ATTESTED:
            return 0.0
        return _BOUND + 0.6 * family if family > 1 and len(root) > 3 else 0.0
    if _suspect(root, form, before, after, family):
        return 0.0
    return min(alone, 5.0) + 0.6 * family


def _suspect(
    root: str, form: str, before: tuple[str, ...], after: tuple[str, ...], family: int
) -> bool:
    """Whether an attested word is probably not the root of ``form`` but only looks like it."""
    ahead = zipf(form) - zipf(root)
    # A word far commoner than its would-be root is no derivation of it: dengan, semua.
    if ahead > 2.5 and family < 3:
        return True
    if len(root) < 4 and (family < 3 or not before):
        return True
    if before == ("se-",):
        return ahead > 0.3
    if before == ("pe-",):
        return family < 2 or ahead > 0.5
    if before or after == ("-kan",):
        return False
    return (ahead > 0.7 and family < 3) or (family < 2 and zipf(root) < 3.5)


@lru_cache(maxsize=50_000)
def _family(root: str, form: str) -> int:
    derived = {pattern.replace("*", root) for pattern in _FAMILY}
    if zipf(root) < _ATTESTED:
        verb = active(root)
        derived |= {verb, f"{verb}kan", f"{verb}i", f"p{verb[1:]}", f"p{verb[1:]}an"}
    return sum(zipf(word) > 0 for word in derived - {form})


def _headword(host: str, parse: _Parse) -> str:
    segments = parse.segments
    if segments[0] == "di-":
        return _active(host[2:], segments[1])
    if len(segments) == 2 and segments[1] in ("-kan", "-i"):
        return _active(host, segments[0])
    return host


def _analyse_double(form: str) -> Analysis:
    left, _, right = form.partition("-")
    if not left or not right or "-" in right:
        return _uncut(form)
    first = _analyse(left)
    # menari-nari: the copy keeps the nasal of the prefix.
    echo = first.segments[0] == "meN-" and left[2:] == right
    second = first if right == left or echo else _analyse(right)
    if first.root != second.root:
        return _uncut(form, known=form in _doubled())
    segments = _doubled_segments(first, second)
    bare = form
    for clitic in reversed(second.clitics):
        bare = bare.removesuffix(clitic)
    plural = bare not in _doubled() and bare.startswith(f"{first.headword}-{first.headword}")
    headword = first.headword if plural else bare
    return Analysis(form, first.root, segments, second.clitics, headword, first.known)


def _doubled_segments(first: Analysis, second: Analysis) -> tuple[str, ...]:
    """Return the segments of both halves as one word's: bertahun-tahun, membeda-bedakan."""
    halves = [
        (part.segments[:spot], part.segments[spot + 1 :])
        for part in (first, second)
        for spot in (part.segments.index(part.root),)
    ]
    before = max((left for left, _ in halves), key=len)
    after = max((right for _, right in halves), key=len)
    return (*before, first.root, "R", *after)


def passive_of(verb: str) -> str | None:
    """Return the di- form of a meN- verb, None where it is unsure that there is one.

    >>> passive_of("menuntut")
    'dituntut'
    """
    if verb in _no_passive() or not verb.startswith("me"):
        return None
    analysis = analyse(verb)
    stems = {stem for prefix, stem in prefixes(verb) if prefix == "meN-"}
    built = "".join(segment.strip("-") for segment in analysis.segments[1:]).replace(" ", "")
    if analysis.known and built in stems:
        transitive = analysis.segments[-1] in ("-kan", "-i")
        return f"di{built}" if transitive or zipf(f"di{built}") else None
    # Irregular joints such as mempelajari: only what is attested.
    attested = [f"di{stem}" for stem in sorted(stems) if zipf(f"di{stem}")]
    return max(attested, key=zipf, default=None)


def active_of(passive: str) -> str | None:
    """Return the meN- form of a di- verb, None where no form is attested.

    >>> active_of("dipercepat")
    'mempercepat'
    """
    analysis = analyse(passive)
    return analysis.headword if analysis.segments[0] == "di-" else None


def _active(stem: str, first: str) -> str:
    """Return the standard meN- form of ``stem``, whose first segment is ``first``."""
    if stem.startswith("per") and first != "per-":
        return f"mem{stem[1:]}"
    return active(stem)
