"""Forms that learners make of a verb: the wrong joint of meN-, the prefix cut off by letters.

Source: typical errors of nasalisation (Sneddon et al. 2010, 1.7; TBBBI 4.3): *mempukul*,
*mengirim* cut to *ngirim*.
"""

from collections.abc import Iterator, Sequence

from quizgen.exercises.common.tables import words
from quizgen.language.affixes import active
from quizgen.language.circumstances import fact_words
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.model import Token

_JOINTS = {
    "p": "mem", "t": "men", "k": "meng", "s": "men",
    "b": "men", "d": "mem", "g": "men", "j": "meng", "c": "meng", "h": "men", "f": "men",
    "l": "meng", "r": "mem", "m": "meng", "n": "meng", "w": "men", "y": "meng",
    "a": "mem", "i": "mem", "u": "mem", "e": "mem", "o": "mem",
}  # fmt: skip
"""A wrong beginning for each first letter of a stem; of p, t, k and s the letter is kept."""
_DELETED = {"p": "m", "t": "n", "k": "ng", "s": "ny"}
_QUANTIFIERS = frozenset({"sebagian", "sejumlah", "beberapa", "banyak", "para", "tim", "pihak"})
_REACH = 4
_UNUSED = 1.5
"""Zipf frequency below which a form is not taken for a word that somebody writes."""


def wrong_joint(verb: str) -> str | None:
    """Return a meN- verb with the wrong joint, None if that happens to be a word.

    >>> wrong_joint("memukul"), wrong_joint("mengirim"), wrong_joint("membeli")
    ('mempukul', 'mengkirim', 'menbeli')
    """
    analysis = analyse(verb)
    if analysis.segments[0] != "meN-" or not analysis.known:
        return None
    stem = "".join(part.strip("-") for part in analysis.segments[1:]).replace(" ", "")
    if active(stem) != verb or stem[0] not in _JOINTS:
        return None
    form = _JOINTS[stem[0]] + stem
    return form if form != verb and zipf(form) < _UNUSED else None


def wrong_roots(verb: str) -> Iterator[str]:
    """Yield what is left of a verb when its prefix is cut off by letters alone.

    >>> list(wrong_roots("menyaring"))
    ['nyaring', 'aring']
    >>> list(wrong_roots("menerangkan"))
    ['nerang', 'erang', 'terangkan']
    """
    analysis = analyse(verb)
    suffix = "".join(part.strip("-") for part in analysis.segments[2:])
    rest = verb.removeprefix("me").removesuffix(suffix) if suffix else verb.removeprefix("me")
    yield rest
    cut = rest.removeprefix(_DELETED.get(analysis.root[:1], ""))
    if active(cut + suffix) != verb or zipf(cut) < _UNUSED:
        # *alah* would be right too: it gives *mengalahkan* as *kalah* does.
        yield cut
    if suffix:
        yield analysis.root + suffix


def loses_its_letter(verb: str) -> bool:
    """Tell whether the root's first letter is gone: *menyaring* of *saring*."""
    analysis = analyse(verb)
    plain = len(analysis.segments) in (2, 3) and analysis.segments[:2] == ("meN-", analysis.root)
    stem = "".join(part.strip("-") for part in analysis.segments[1:])
    return bool(
        analysis.known
        and plain
        and not analysis.clitics
        and analysis.root[:1] in _DELETED
        and active(stem) == verb
        and not verb.startswith("me" + _DELETED[analysis.root[0]] + analysis.root[0])
        and verb.startswith("me" + _DELETED[analysis.root[0]])
    )


def may_act(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether what follows a verb could do it: *diminta tim* is as good as *meminta tim*.

    Then the passive is no wrong form beside the active.
    """
    people = fact_words("human") | fact_words("acting") | fact_words("unique")
    urges = analyse(tokens[verb].text).root in words("learner_errors", "urging")
    if urges and any(token.upos in {"VERB", "AUX"} for token in tokens[verb + 1 :]):
        # *Ia diminta bank memberi keringanan*: whoever is urged acts, whatever the noun.
        return True
    return any(
        token.upos == "PROPN" or token.text.lower() in people | _QUANTIFIERS
        for token in tokens[verb + 1 : verb + _REACH]
    )
