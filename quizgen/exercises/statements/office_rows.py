"""Statements on who holds which office, and false ones: another holder, or another office."""

import re
from collections.abc import Iterator

from quizgen.exercises.common.tables import rows as table
from quizgen.exercises.common.text import harmful
from quizgen.exercises.questions.occasions import involved, likely_people
from quizgen.exercises.questions.offices import asked_offices, fact_of, other_people, proof
from quizgen.exercises.statements.alterations import Altered
from quizgen.exercises.statements.rows import Row
from quizgen.language.roles import Role, roles
from quizgen.model import Document

_ASKING = re.compile(r"Siapa yang (?:menjabat sebagai|menjadi) ")
_LONGEST = 11
_SHARED = frozenset({"anggota", "pemain", "peneliti", "pengamat", "pendiri", "deputi", "staf"})
"""What several people may be in one house."""
_WELL_KNOWN = frozenset({"gubernur"})
"""Whose holder most readers know."""
_SHORT_TITLE = 4


def office_rows(document: Document) -> Iterator[Row]:
    """Yield *X adalah Y* for each sure office that not everybody knows."""
    for stem, role in asked_offices(document):
        name, held = role.person.canonical, f"adalah {_ASKING.sub('', stem).rstrip('?')}"
        known = role.office.split()[0].lower() in _WELL_KNOWN
        if known or len(role.office.split()) > _LONGEST or _names_holder(role):
            continue
        yield Row(
            kind="office",
            text=f"{name} {held}.",
            homes=(role.sentence,),
            proof=proof(role),
            hides=role.office.lower(),
            facts=(fact_of(role),),
            false=_false(stem, role, held, document),
        )


def _names_holder(role: Role) -> bool:
    return bool(set(role.person.canonical.split()) & set(role.office.split()))


def _false(stem: str, role: Role, held: str, document: Document) -> Altered | None:
    """Return another holder without an office, else another office, else any other holder."""
    own = {other.person.canonical for other in roles(document)}
    found = list(_other_holders(stem, role, held, document))
    plain = [each for each in found if each.now not in own]
    return next(iter(plain), None) or _other_office(role, held) or next(iter(found), None)


def _other_holders(stem: str, role: Role, held: str, document: Document) -> Iterator[Altered]:
    """Yield the office with another person of the text in it.

    Nobody is made head of what the text speaks of harm with, and no victim or suspect of anything.
    """
    name = role.person.canonical
    shared = role.office.split()[0].lower() in _SHARED or "salah satu" in role.office
    if shared or _bad(name, document):
        return
    known = likely_people(document)
    for option in other_people(role, stem, document):
        mentions = known.get(option.text, [])
        if mentions and not involved(mentions, document) and not _bad(option.text, document):
            yield Altered(text=f"{option.text} {held}.", kind="actor", was=name, now=option.text)


def _bad(name: str, document: Document) -> bool:
    """Tell whether a sentence that names somebody speaks of crime, accusation or death."""
    return any(
        harmful(sentence)
        for sentence in document.sentences
        if any(entity.canonical == name for entity in document.entities_in(sentence))
    )


def _other_office(role: Role, held: str) -> Altered | None:
    """Return the same person in another office of the same house: *Wakil Bupati X*."""
    low = role.office.lower()
    fits = [
        (was, now, *house)
        for was, now, *house in table("office_heads")
        if f"{low} ".startswith(f"{was} ") and all(f" {each}" in low for each in house)
    ]
    if not fits:
        return None
    was, now = max(fits, key=lambda fit: (len(fit[0]), len(fit)))[:2]
    at = held.lower().find(was)
    told = held[at : at + len(was)]
    now = _capitals(now, told)
    own = {form.lower() for form in (role.office, *role.forms)}
    other = now + role.office[len(was) :]
    if at < 0 or any(form.startswith(now.lower()) for form in own):
        return None
    text = f"{role.person.canonical} {held[:at]}{now}{held[at + len(was) :]}."
    return Altered(text=text, kind="office", was=role.office, now=other)


def _capitals(word: str, like: str) -> str:
    """Return a word with capitals where ``like`` has them: *Wakil Bupati*, *asisten pelatih*."""
    if like.isupper() and len(like) < _SHORT_TITLE:
        return word.title()
    return word.title() if like[:1].isupper() else word
