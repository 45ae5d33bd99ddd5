"""The words of a root: attested derivations with their class.

Source: own morphology (``quizgen.language.generation``); a form counts if wordfreq (Speer 2022)
knows it well, or if the learner's dictionary has it.
"""

from dataclasses import dataclass
from functools import lru_cache

from quizgen.exercises.common.tables import words
from quizgen.language.generation import generate
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.lexicon import dictionary
from quizgen.model import Token

_ATTESTED = 3.2
_PATTERNS = (
    (("meN-",), "active", "kata kerja aktif"),
    (("meN-", "-kan"), "active", "kata kerja aktif"),
    (("meN-", "-i"), "active", "kata kerja aktif"),
    (("di-",), "passive", "kata kerja pasif"),
    (("di-", "-kan"), "passive", "kata kerja pasif"),
    (("di-", "-i"), "passive", "kata kerja pasif"),
    (("peN-", "-an"), "noun", "kata benda untuk kegiatan"),
    (("per-", "-an"), "noun", "kata benda untuk kegiatan atau hasil"),
    (("ke-", "-an"), "noun", "kata benda abstrak"),
    (("peN-",), "agent", "kata benda untuk pelaku atau alat"),
    (("-an",), "thing", "kata benda untuk hasil atau benda"),
)


@dataclass(frozen=True, slots=True)
class Member:
    """A derived word, its class, and the class in words."""

    form: str
    kind: str
    label: str


@lru_cache(maxsize=5_000)
def family(root: str) -> tuple[Member, ...]:
    """Return the attested derivations of a root, one of each kind, the commonest.

    >>> [member.form for member in family("bangun")]
    ['membangun', 'dibangun', 'pembangunan', 'pembangun', 'bangunan']
    """
    best: dict[str, Member] = {}
    for affixes, kind, label in _PATTERNS:
        form = generate(root, affixes)
        known = best.get(kind)
        if _attested(form, root) and (known is None or zipf(form) > zipf(known.form)):
            best[kind] = Member(form, kind, label)
    return tuple(best.values())


def _attested(form: str, root: str) -> bool:
    if zipf(form) < _ATTESTED and dictionary().get(form) is None:
        return False
    return analyse(form).root == root


def is_thing(token: Token | None) -> bool:
    """Tell whether a word is a common noun for what can act on nothing: *jembatan, rencana*.

    A person, an animal, a body of people or a force of nature may be the agent of a passive
    (*disambut warga*), so that voice would not decide.
    """
    if token is None or token.upos != "NOUN" or not token.text.islower():
        return False
    entry = dictionary().get(token.text) or dictionary().get(token.headword)
    nouns = [sense for sense in entry.senses if sense.upos == "NOUN"] if entry else []
    return bool(nouns) and all(sense.semantic_class in words("cloze", "things") for sense in nouns)
