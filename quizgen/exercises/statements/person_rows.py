"""Statements on what people of a text are, how old they are, and what an acronym stands for.

*Siti Rohmatun (67), jemaah asal Grobogan, …* is said as *Siti Rohmatun adalah jemaah asal
Grobogan*. Nobody is altered whom a text has in crime, accusation or death.

Source: apposition of name and noun phrase, Sneddon et al. (2010) 2.53.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.exercises.common import distractors
from quizgen.exercises.common.text import harmful
from quizgen.exercises.questions.attributes import ages, expanded, expansions
from quizgen.exercises.questions.occasions import involved, likely_people
from quizgen.exercises.statements.alterations import Altered
from quizgen.exercises.statements.rows import Row
from quizgen.language.nouns import is_human
from quizgen.language.places import lookup
from quizgen.language.roles import roles
from quizgen.model import Document, Evidence, Sentence

_DESCRIBED = re.compile(
    r"(?:\s\(\d\d(?:\stahun)?\))?,\s(?P<what>[a-z]+(?:\s[\w/-]+){1,9}?)(?:,|(?=\.$))(?=\s|$)"
)
_LAST_NAME = re.compile(r"(?P<name>[A-Z]\w+(?:\s[A-Z]\w+)*)$")
_OPEN = re.compile(r"\b(?:itu|ini|tersebut|setempat|sini|situ|lainnya|yang|juga)\b|nya\b")
_YOUNG, _OLD = 18, 90


@dataclass(frozen=True, slots=True)
class _Described:
    name: str
    what: str
    home: Sentence
    quote: str


def person_rows(document: Document) -> Iterator[Row]:
    """Yield *X adalah pedagang di Y* and *X berusia 43 tahun* for people who hold no office."""
    told = list(_described(document))
    for each in told:
        yield Row(
            kind="descent",
            text=f"{each.name} adalah {each.what}.",
            homes=(each.home,),
            proof=Evidence(each.home.id, each.quote),
            facts=(f"described:{each.name}",),
            false=_other_place(each, document) or _other_person(each, told),
        )
    for name, age, home, quote in ages(document):
        yield Row(
            kind="age",
            text=f"{name} berusia {age} tahun.",
            homes=(home,),
            proof=Evidence(home.id, quote),
            facts=(f"age:{name}",),
            false=_other_age(name, age, document),
        )


def _described(document: Document) -> Iterator[_Described]:
    text = document.article.text
    office = {role.person.canonical for role in roles(document)}
    for name, mentions in likely_people(document).items():
        found = [(e, m) for e in mentions if (m := _DESCRIBED.match(text, e.end))]
        if not found or name in office or involved(mentions, document):
            continue
        entity, match = found[0]
        home = next((s for s in document.sentences if s.start <= entity.start < s.end), None)
        if home is None or match.end() > home.end or harmful(home) or not _plain(match["what"]):
            continue
        quote = text[entity.start : match.end()].rstrip(",")
        yield _Described(name, match["what"], home, quote)


def _plain(what: str) -> bool:
    """Tell whether a phrase tells of a person, in full: *pedagang ikan di Pasar Terong*."""
    return is_human(what.split()[0]) and not _OPEN.search(what)


def _other_place(each: _Described, document: Document) -> Altered | None:
    """Return the same with another place of the same kind, where its last words are a place."""
    match = _LAST_NAME.search(each.what)
    if match is None or lookup(match["name"]) is None:
        return None
    was = match["name"]
    others = distractors.places(document, each.home, was, each.what)
    if not others:
        return None
    what = f"{each.what[: match.start()]}{others[0]}"
    return Altered(text=f"{each.name} adalah {what}.", kind="place", was=was, now=others[0])


def _other_person(each: _Described, told: list[_Described]) -> Altered | None:
    """Return the same with what another person is, if that is another trade."""
    for other in told:
        if other.name != each.name and other.what.split()[0] != each.what.split()[0]:
            return Altered(
                text=f"{each.name} adalah {other.what}.", kind="actor",
                was=each.what, now=other.what,
            )  # fmt: skip
    return None


def acronym_rows(document: Document) -> Iterator[Row]:
    """Yield *KTR adalah singkatan dari Kawasan Tanpa Rokok*; none of them has a false version."""
    for short, full, home, quote in expansions(document):
        yield Row(
            kind="acronym",
            text=f"{short} adalah singkatan dari {full}.",
            homes=(home,),
            facts=(expanded(short),),
            proof=Evidence(home.id, quote),
        )


def _other_age(name: str, age: str, document: Document) -> Altered | None:
    others = [other for other in distractors.amounts(f"{age} tahun")
              if _YOUNG <= int(other.split()[0]) <= _OLD]  # fmt: skip
    if not others:
        return None
    now = others[0]
    return Altered(text=f"{name} berusia {now}.", kind="number", was=f"{age} tahun", now=now)
