"""A verb in another voice: *di-* passive, bare passive with a pronoun, active.

Source: Sneddon et al. (2010) 3.26-3.33 on the two passives.
"""

from quizgen.language.affixes import listed
from quizgen.language.generation import generate
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse


def passive_of(verb: str) -> str | None:
    """Return the di- form of a meN- verb, None where it is unsure that there is one.

    >>> passive_of("menuntut")
    'dituntut'
    """
    if verb in listed("no_passive") or not verb.startswith("me"):
        return None
    analysis = analyse(verb)
    root, segments = analysis.root, analysis.segments
    if not analysis.known or analysis.clitics or segments[0] != "meN-" or "R" in segments:
        return None
    passive = generate(root, ("di-", *(part for part in segments[1:] if part != root)))
    sure = segments[-1] in ("-kan", "-i") or segments[1] == "per-" or root in listed("transitive")
    return passive if sure or zipf(passive) else None


def persona(verb: str, agent: str) -> str | None:
    """Return the pasif persona of a meN- verb, whose agent stands right before the bare stem.

    None where it is unsure that there is a passive.

    >>> persona("membaca", "saya"), persona("menandatangani", "kami")
    ('saya baca', 'kami tanda tangani')
    """
    if passive_of(verb) is None:
        return None
    analysis = analyse(verb)
    stem = generate(
        analysis.root, [part for part in analysis.segments[1:] if part != analysis.root]
    )
    return f"{agent} {stem}"


def active_of(passive: str) -> str | None:
    """Return the meN- form of a di- verb, None where no form is attested.

    >>> active_of("dipercepat")
    'mempercepat'
    """
    analysis = analyse(passive)
    return analysis.headword if analysis.segments[0] == "di-" else None
