"""The build of a word: prefixes, root, copy, suffixes and clitics, down to an attested root."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from quizgen.language.affixes import (
    CLITICS,
    PAIRS,
    SUFFIXES,
    active,
    listed,
    nasal,
    prefixes,
    syllables,
    table,
)
from quizgen.language.generation import generate
from quizgen.language.levels import attested, zipf

_ATTESTED = 2.6
_BOUND = 2.2
_FAMILY = tuple(
    pattern.split("*")
    for pattern in (
        "di*", "di*kan", "di*i", "ber*", "ter*", "*kan", "*i", "*an", "ke*an", "per*an", "memper*",
        "diper*", "memper*kan", "diper*kan", "ber*an", "se*", "*nya",
    )
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


_Cut = tuple[tuple[str, ...], str, str, tuple[str, ...]]


@cache
def _forms() -> dict[str, _Parse]:
    lines = table("forms").items()
    parts = ((form, *rest.split(" ")) for form, rest in lines)
    return {
        form: _Parse(root.replace("_", " "), tuple(segments.replace("_", " ").split("+")))
        for form, root, segments in parts
    }


@cache
def _compounds() -> dict[str, str]:
    """Return the compounds that affixes make one word of, by their spelling as one."""
    words = (line.replace("_", " ") for line in listed("compounds"))
    return {word.replace(" ", ""): word for word in words}


@cache
def _echoed() -> dict[str, str]:
    return {copy: root for root, copy in table("echoes").items()}


@lru_cache(maxsize=50_000)
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
    if form in listed("whole"):
        return _uncut(form, known=True)
    options = [
        (score - 0.3 * len(clitics), host, clitics, parse)
        for host, clitics in _hosts(form)
        for score, parse in _scored(host)
    ]
    if not options or max(score for score, *_ in options) <= 0:
        return _unknown(form)
    _, host, clitics, parse = max(options, key=lambda option: option[0])
    if host not in _forms():
        parse = _agent(_nested(parse), host)
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
        yield 20.0, _forms()[host]
        return
    if host in listed("whole") or host in listed("roots"):
        yield 12.0, _Parse(host, (host,))
        return
    cuts = list(_cuts(host))
    yield from _compounded(cuts)
    yield from _halved(host)
    yield from _proclitic(host)
    for before, stem, root, after in cuts:
        if not (before or after):
            yield 0.6 * min(zipf(root), 5.0) + 0.2 * _family(root, host), _Parse(root, (root,))
        elif _fits(host, root, before, after):
            score = _attestation(root, host, before, after)
            score *= _spelt(host, root, before, after) if score else 0.0
            if score:
                score += 1.5 * (before == ("meN-",) and zipf(f"di{stem}") > 0)
                score += 3.0 * (before == ("per-",) and _acts(root, host) > 0)
                yield score - _cost(before, after), _Parse(root, (*before, root, *after))


def _cuts(host: str) -> Iterator[_Cut]:
    """Yield every way to part a form: the prefixes, what follows them, the root, the suffixes."""
    for before, stem in _unprefixed(host, ()):
        for root, after in _unsuffixed(stem):
            yield before, stem, root, after


def _spelt(host: str, root: str, before: tuple[str, ...], after: tuple[str, ...]) -> float:
    """Return how sure it is that these parts make this form: less for a misspelling, 0 for none."""
    standard = generate(root, (*before, *after))
    if standard == host:
        return 1.0
    if before[:1] in (("per-",), ("pe-",)):
        return float(host[:2] + host[3:] == standard or host == f"pe{standard[3:]}")
    likely = zipf(standard) > 0 or len(root) > 4 or root in listed("short")
    return 0.7 * (likely and host in _misspelt(root, before, after))


def _compounded(cuts: Iterable[_Cut]) -> Iterator[tuple[float, _Parse]]:
    """Yield a compound root, one word between prefix and suffix; *tidak* in ke-…-an too.

    With one affix alone it is misspelt as one word: *bertanggungjawab*.
    """
    for before, _, inner, after in cuts:
        root = _compounds().get(inner)
        if root and (before or after):
            yield 14.0 if before and after else 9.0, _Parse(root, (*before, root, *after))
        negated = inner.removeprefix("tidak")
        if negated == inner or (before, after) != (("ke-",), ("-an",)):
            continue
        if zipf(negated) >= _ATTESTED or negated in listed("roots"):
            yield 11.0, _Parse(f"tidak {negated}", ("ke-", f"tidak {negated}", "-an"))


def _halved(host: str) -> Iterator[tuple[float, _Parse]]:
    """Yield a root whose first sound is copied, with -an: *pepohonan, bebatuan*."""
    root = host[2:].removesuffix("an")
    if root in listed("half") and host == f"{root[0]}e{root}an":
        yield 15.0, _Parse(root, (root, "R", "-an"))


def _proclitic(host: str) -> Iterator[tuple[float, _Parse]]:
    """Yield *ku-* or *kau-* before the stem of a verb that has a passive: *kubaca, kauambil*."""
    for clitic in ("ku", "kau"):
        stem = host.removeprefix(clitic)
        if stem != host and len(stem) > 3 and zipf(f"di{stem}") > 0:
            for score, parse in _scored(stem):
                if parse.segments[0] not in ("di-", "meN-", "peN-", "pe-", "ter-"):
                    yield score - 1.0, _Parse(parse.root, (f"{clitic}-", *parse.segments))


def _unprefixed(stem: str, before: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    yield before, stem
    if len(before) < 3:
        for prefix, rest in prefixes(stem):
            if len(rest) > 2 and (not before or (before[-1], prefix) in PAIRS):
                yield from _unprefixed(rest, (*before, prefix))


def _unsuffixed(stem: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield stem, ()
    if not stem.endswith(SUFFIXES):
        return
    for suffix in SUFFIXES:
        if stem.endswith(suffix) and len(stem) - len(suffix) > 2:
            yield stem[: -len(suffix)], (f"-{suffix}",)
    if stem.endswith("kan") and len(stem) > 5:
        # The k written once: *menunjukan for menunjukkan.
        yield stem[:-2], ("-kan",)
    for suffix in ("wan", "is") if stem.endswith(("wan", "is")) else ():
        for whole, short in table("shortened").items():
            if stem == short + suffix:
                yield whole, (f"-{suffix}",)


def _fits(host: str, root: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    if before[-1:] == ("ke-",) and not after:
        return False
    if before[-1:] == ("ke-",) and len(root) < 4 and syllables(root) == 1:
        return False
    if syllables(root) == 1 and before[-1:] in (("meN-",), ("peN-",), ("pe-",)):
        return root in listed("short") and before[-1] != "pe-"
    if before and not after and root.endswith("kan") and len(root) > 6:
        return zipf(root[:-3]) < 3 and not root.startswith("per")
    if before and before[0] in ("di-", "meN-", "ter-") and after in (("-an",), ("-wan",), ("-is",)):
        return False
    verbal = after in (("-kan",), ("-i",))
    if not before and verbal and not _verbal(root, after[0][1:]):
        return False
    if before == ("per-",) and verbal:
        return zipf(f"mem{host}") > 0 or zipf(f"di{host}") > 0
    nominal = bool(before) and before[0] in ("peN-", "pe-", "ke-", "per-")
    if verbal and (nominal or (before[:1] == ("ber-",) and after == ("-i",))):
        return False
    return _loan_fits(root, after)


def _verbal(root: str, suffix: str) -> bool:
    """Whether root and suffix are the stem of a verb, as *kunjungi*; *psikologi, desak-an* are not.

    -kan goes with any root but one that the k makes another root of.
    """
    if suffix == "kan" and not (zipf(f"{root}k") or zipf(active(f"{root}k"))):
        return True
    proofs = (f"di{root}{suffix}", active(root) + suffix)
    return not zipf(root + suffix) or any(zipf(proof) for proof in proofs)


def _loan_fits(root: str, after: tuple[str, ...]) -> bool:
    """Whether a suffix of persons or things from Sanskrit or Dutch can follow the root.

    *-man* only in *seniman, budiman*; *-is* makes persons beside *-isme* and *-isasi* and of the
    arts (*novelis*); *psikologis, demokratis* are borrowed adjectives (Sneddon et al. 2010, ch. 1).
    """
    if after == ("-man",):
        return root in listed("man")
    if after in (("-wan",), ("-wati",)):
        return len(root) > 4 or root in listed("wan")
    if after == ("-is",):
        kin = max(zipf(f"{root}{suffix}") for suffix in ("isme", "isasi"))
        return root in listed("artists") or (kin > 0 and not root.endswith(("log", "krat")))
    return after != ("-isme",) or len(root) > 3


def _cost(before: tuple[str, ...], after: tuple[str, ...]) -> float:
    cost = 0.3 * len(before) + 1.0 * ("se-" in before) + 0.5 * ("pe-" in before)
    if after and before:
        return cost - 0.8
    return cost + {(): 0.0, ("-i",): 1.2}.get(after, 0.3)


def _attestation(root: str, form: str, before: tuple[str, ...], after: tuple[str, ...]) -> float:
    """Return how well ``root`` is attested, alone and in forms other than ``form``; 0 for no root.

    A bound root such as *selidik* never stands alone: its derivations prove it.
    """
    if root in listed("roots"):
        return 6.0 + 0.2 * min(zipf(root), 5.0)
    if root in listed("short") and before[-1:] in (("di-",), ("meN-",), ("peN-",)):
        return 5.0
    if not syllables(root):
        return 0.0
    alone, family = zipf(root), _family(root, form)
    score = min(alone, 5.0) + 0.6 * family
    if _fixed_root(root, before):
        return max(6.0, score)
    if alone < _ATTESTED:
        # deteksi, refleksi: where only the form in -i is a word, the -i is no suffix.
        loan = after == ("-i",) and zipf(f"{root}i") >= _ATTESTED
        return _BOUND + 0.6 * family if family > 1 and len(root) > 3 and not loan else 0.0
    return 0.0 if _suspect(root, form, before, after, family) else score


def _fixed_root(root: str, before: tuple[str, ...]) -> bool:
    """Whether a word that looks derived but is whole is the root: *berpeluang, terperangkap*."""
    whole = root in listed("whole") and len(root) > 4 and not root.endswith("nya")
    return whole and before not in ((), ("se-",))


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
    if after in (("-wan",), ("-wati",)):
        return False
    if before == ("se-",):
        return ahead > 0.3
    if before == ("pe-",) and root in listed("trades"):
        return False
    if before == ("pe-",):
        return family < 2 or ahead > 0.5
    if before or after == ("-kan",):
        return False
    return (ahead > 0.7 and family < 3) or (family < 2 and zipf(root) < 3.5)


@lru_cache(maxsize=50_000)
def _family(root: str, form: str) -> int:
    derived = {f"{before}{root}{after}" for before, after in _FAMILY}
    if syllables(root) > 1:
        verb = active(root)
        derived |= {verb, f"{verb}kan", f"{verb}i", f"p{verb[1:]}", f"p{verb[1:]}an"}
    return attested(derived - {form})


def _nested(parse: _Parse) -> _Parse:
    """Cut the root further where it is itself derived: *berhenti* inside *memberhentikan*."""
    inner = _analyse(parse.root) if parse.segments != (parse.root,) else None
    if inner is None or not inner.known or inner.clitics or len(inner.segments) < 2:
        return parse
    first, last = inner.segments[0], inner.segments[-1]
    around = first in ("ke-", "per-") and last == "-an"
    if first not in ("ber-", "ter-", "peN-", "meN-") and last != "-isasi" and not around:
        return parse
    spot = parse.segments.index(parse.root)
    segments = (*parse.segments[:spot], *inner.segments, *parse.segments[spot + 1 :])
    return _Parse(inner.root, segments)


def _acts(root: str, host: str) -> float:
    """Return how common the meN- verb of a root in r is whose agent or action ``host`` may be."""
    if root[0] != "r" or root[1:] in listed("roots") or not host.startswith(f"pe{root}"):
        return 0.0
    listed_verb = 3.0 * (f"me{root}" in _forms())
    return max(listed_verb, *(zipf(f"me{root}{suffix}") for suffix in ("", "kan", "i")))


def _agent(parse: _Parse, host: str) -> _Parse:
    """Tell pe-, peN- and per- apart where they look alike: *perawat, perenang, perumahan*.

    Without -an a person who does it: peN- beside meN-, else pe-. With -an peN- beside meN-,
    per- beside ber- and in places (TBBBI).
    """
    first, root, after = parse.segments[0], parse.root, parse.segments[2:]
    if first not in ("pe-", "per-", "peN-") or parse.segments[1] != root or root[0] in "lwymn":
        return parse
    if not host.startswith(f"pe{root}") or after not in ((), ("-an",)):
        return parse
    noun, acts = after == ("-an",), _acts(root, host)
    if acts and (not noun or (acts + 0.5 > zipf(f"be{root}") and root not in listed("per_nouns"))):
        return _Parse(root, ("peN-", root, *after))
    return _Parse(root, ("per-" if noun else "pe-", root, *after))


def _headword(host: str, parse: _Parse) -> str:
    """Return what a learner looks up: active for a passive, standard for a misspelt form."""
    root, segments = parse.root, parse.segments
    spot = segments.index(root)
    before, after = segments[:spot], segments[spot + 1 :]
    if before[:2] == ("di-", "meN-"):
        return generate(root, (*before[1:], *after))
    if segments[0] in ("di-", "ku-", "kau-"):
        return generate(root, ("meN-", *before[1:], *after))
    if before in ((), ("per-",)) and after in (("-kan",), ("-i",)):
        return generate(root, ("meN-", *before, *after))
    if host not in _forms() and host in _misspelt(root, before, after):
        return generate(root, (*before, *after))
    return host


def misspelt(form: str) -> bool:
    """Whether a form is spelt against the rules in one of the ways that are often met.

    >>> misspelt("mempengaruhi"), misspelt("memengaruhi")
    (True, False)
    """
    analysis = analyse(form)
    host = form
    for clitic in reversed(analysis.clitics):
        host = host.removesuffix(clitic)
    if not analysis.known or "R" in analysis.segments or host in _forms():
        return False
    spot = analysis.segments.index(analysis.root)
    after = analysis.segments[spot + 1 : len(analysis.segments) - len(analysis.clitics)]
    return host in _misspelt(analysis.root, analysis.segments[:spot], after)


def _misspelt(root: str, before: tuple[str, ...], after: tuple[str, ...]) -> set[str]:
    """Return how learners and newspapers misspell a form: *mempengaruhi, membom, terpercaya*."""
    standard = generate(root, (*before, *after))
    if not before:
        return {standard.replace(" ", "")} - {standard}
    inner = generate(root, (*before[1:], *after))
    forms = {standard.replace(" ", "")}
    if before[0] in ("ber-", "ter-"):
        forms.add(before[0][:-1] + inner)
    elif before[0] in ("meN-", "peN-"):
        base = before[0][:2]
        forms |= {base + nasal(inner, kept=True), base + nasal(inner)}
        forms |= {f"{base}m{inner[1:]}", f"{base}ng{inner}"}
    if before[0] in ("di-", "meN-"):
        forms.add(standard.replace("kkan", "kan"))
    return forms - {standard}


def _analyse_double(form: str) -> Analysis:
    left, _, right = form.partition("-")
    if not left or not right or "-" in right:
        return _uncut(form)
    host, clitics = next(
        ((host, clitics) for host, clitics in _hosts(form) if _fixed(host)), (form, ())
    )
    fixed = _fixed(host)
    if fixed is None:
        return _copied(form, left, right)
    segments = (*fixed.segments, *(f"-{clitic}" for clitic in clitics))
    return Analysis(form, fixed.root, segments, clitics, host, True)


def _fixed(form: str) -> _Parse | None:
    """Return the build of a doubled word that no copying rule makes: *bolak-balik, kupu-kupu*."""
    left, _, right = form.partition("-")
    if form in listed("fused"):
        return _Parse(form, (form,))
    if form in _echoed():
        return _Parse(_echoed()[form], (_echoed()[form], "R"))
    if right == f"{left[0]}em{left[1:]}":
        return _Parse(left, (left, "R", "-em-"))
    if left[:2] == "ke" and right == f"{left[2:]}an" and left[2:] in listed("likeness"):
        return _Parse(left[2:], ("ke-", left[2:], "R", "-an"))
    return None


def _copied(form: str, left: str, right: str) -> Analysis:
    first = _analyse(left)
    # menari-nari: the copy keeps the nasal of the prefix.
    echo = first.segments[0] == "meN-" and left[2:] == right
    second = first if right == left or echo else _analyse(right)
    if first.root != second.root:
        return _uncut(form, known=form in listed("doubled"))
    segments = _doubled_segments(first, second)
    headword = _doubled_headword(form, first, second, segments)
    return Analysis(form, first.root, segments, second.clitics, headword, first.known)


def _doubled_headword(
    form: str, first: Analysis, second: Analysis, segments: tuple[str, ...]
) -> str:
    """Return the single word for a plural, the active for a passive, else the doubled word."""
    bare = form
    for clitic in reversed(second.clitics):
        bare = bare.removesuffix(clitic)
    if segments[0] == "se-" and second.clitics == ("nya",):
        return form
    if segments[0] == "di-":
        affixes = [part for part in segments[1:] if part != first.root]
        return generate(first.root, ("meN-", *affixes[: len(affixes) - len(second.clitics)]))
    plural = bare not in listed("doubled") and bare == f"{first.form}-{first.form}"
    return first.headword if plural else bare


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
