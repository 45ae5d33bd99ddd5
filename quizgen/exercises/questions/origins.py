"""From which country a company comes: *perusahaan koper asal Inggris, X*, *X, maskapai asal …*.

People are not asked about: who knows a player knows the country too.

Source: apposition with *asal* in Indonesian news; own grammar.
"""

import re
from collections.abc import Iterator
from functools import cache

from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.written_item import written_item
from quizgen.exercises.questions.occasion_grammar import any_of
from quizgen.exercises.questions.occasions import likely_people
from quizgen.language.wordlists import is_country
from quizgen.model import Document, Evidence, Item, Sentence

_RANK = 0.65
_NAME = r"[A-Z][\w&.-]*[\w](?:\s[A-Z][\w&.-]*\w){0,3}"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    body = rf"\b(?P<body>(?i:{any_of('bodies')})(?:\s[a-z]+){{0,2}})\sasal\s"
    return (
        re.compile(
            rf"{body}(?P<country>[A-Z]\w+(?:\s[A-Z]\w+)?),\s(?P<name>{_NAME})(?=[,.]|\s[a-z])"
        ),
        re.compile(rf"{body}(?P<country>[A-Z]\w+)\s(?P<name>{_NAME})(?=[,.]|\s[a-z])"),
        re.compile(rf"(?P<name>{_NAME}),\s{body}(?P<country>[A-Z]\w+(?:\s[A-Z]\w+)?)(?=[,.])"),
    )


def origin_answers(document: Document) -> Iterator[Item]:
    """Yield the question for the country of each company of which the text names one."""
    people = likely_people(document)
    found: dict[str, list[tuple[re.Match[str], Sentence]]] = {}
    for home in document.sentences:
        for match in (m for pattern in _patterns() for m in pattern.finditer(home.text)):
            if is_country(match["country"]) and match["name"] not in people:
                found.setdefault(match["name"], []).append((match, home))
    for name, told in found.items():
        match, home = told[0]
        country, body = match["country"], match["body"][:1].lower() + match["body"][1:]
        if len({each["country"] for each, _ in told}) > 1 or is_country(name):
            continue
        yield written_item(
            f"Dari negara mana {body} {name} berasal?", (country, f"Dari {country}"),
            word="dari mana", why=f"{name} berasal dari {country} {cite(home.id)}.",
            proof=Evidence(home.id, match[0]), home=home, facts=(f"origin:{name}",), rank=_RANK,
        )  # fmt: skip
