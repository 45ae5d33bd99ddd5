"""Which other forms of a root are in use, and which of them a frame rules out.

A form is a rival of another if it is of the same class and attested in the frequency list; the
table ``data/built_forms.toml`` names the forms whose rivals were read and never fit.
"""

from collections.abc import Iterator, Sequence

from quizgen.exercises.common.tables import pairs, words
from quizgen.language.generation import generate
from quizgen.language.levels import zipf
from quizgen.language.morphology import Analysis, analyse

_ATTESTED = 2.0
"""Zipf frequency from which a form counts as one that somebody uses."""
_ACTIVE = (("meN-",), ("meN-", "per-"), ("meN-", "ber-"), ("meN-", "ter-"), ("meN-", "se-"))
_PASSIVE = (("di-",), ("di-", "per-"), ("di-", "ber-"), ("di-", "ter-"), ("di-", "se-"))
_INTRANSITIVE = (("ber-",), ("ter-",))
_NOMINAL = (
    ("peN-",), ("pe-",), ("per-",), ("ke-",), ("ke-", "ber-"), ("ke-", "ter-"), ("ke-", "peN-"),
    ("peN-", "ber-"), ("ke-", "pe-"), (),
)  # fmt: skip


def active_answers(verb: str) -> tuple[str, ...]:
    """Return the forms that fit where an active verb stands before its object; none if unsure.

    >>> active_answers("membangun"), active_answers("menggunakan"), active_answers("memainkan")
    (('membangun',), ('menggunakan', 'mempergunakan'), ())
    """
    also = tuple(
        sorted(other for form, other in pairs("built_forms", "active_also") if form == verb)
    )
    if also or verb in words("built_forms", "active"):
        return (verb, *also)
    return () if _attested(verb, (*_ACTIVE, *_INTRANSITIVE)) else (verb,)


def passive_answers(verb: str, *, agent: bool) -> tuple[str, ...]:
    """Return the forms that fit where a di- verb stands without an object; none if unsure.

    Args:
        verb: the passive form.
        agent: whether *oleh* follows, which no verb in ber- and no active verb allows.
    """
    if agent and verb in words("built_forms", "passive"):
        return (verb,)
    analysis = analyse(verb)
    stem = _stem(analysis)
    others = _attested(verb, _PASSIVE)
    loose = _attested(verb, (("ter-",),) if agent else (*_ACTIVE, *_INTRANSITIVE))
    others += [form for form in loose if _stem(analyse(form)) != stem or form[:2] != "me"]
    return () if others else (verb,)


def noun_answers(noun: str, before: str) -> tuple[str, ...]:
    """Return the nouns of a root that fit after the word ``before``; none if unsure."""
    if noun in words("built_forms", "nouns") or (
        noun in words("built_forms", "actions") and before in words("built_forms", "action")
    ):
        return (noun,)
    root = analyse(noun).root
    borrowed = any(zipf(f"{root}{ending}") for ending in ("itas", "isasi", "isme"))
    return () if borrowed or _attested(noun, _NOMINAL, ("-an", "")) else (noun,)


def _stem(analysis: Analysis) -> tuple[str, ...]:
    return analysis.segments[1:]


def _attested(
    form: str, prefixes: Sequence[tuple[str, ...]], suffixes: Sequence[str] = ("", "-kan", "-i")
) -> list[str]:
    root = analyse(form).root
    made = dict.fromkeys(_made(root, prefixes, suffixes))
    return [other for other in made if other not in (form, root) and zipf(other) >= _ATTESTED]


def _made(root: str, prefixes: Sequence[tuple[str, ...]], suffixes: Sequence[str]) -> Iterator[str]:
    for before in prefixes:
        endings = (*suffixes, "-an") if before == ("ber-",) else suffixes
        for after in endings:
            yield generate(root, (*before, *((after,) if after else ())))
