"""Which names of a report on sport are teams: they are asked for with *tim mana*.

A body is no *pihak* on the field, a country's team no *negara*, and *Bank Tirta* may be a club.

Source: question words as sports pages use them; own grammar, words in ``data/teams.toml``.
"""

import re
from dataclasses import replace

from quizgen.exercises.common.tables import words
from quizgen.exercises.questions.questions import Question
from quizgen.language.once import once
from quizgen.model import Document

_FEWEST = 4
_BODY = re.compile(r"^(?P<front>(?:.*?, )?)(?P<word>[\w ]+? (?:mana|apa)) yang ", re.IGNORECASE)
_ASKED = frozenset({"pihak mana", "negara mana", "bank apa", "perusahaan apa", "kota mana",
                    "provinsi mana", "kabupaten mana"})  # fmt: skip


def asked_as_team(question: Question, document: Document) -> Question | None:
    """Return the question with *tim mana* where a team is meant, None where that is not sure."""
    if question.word not in _ASKED or not on_sport(document):
        return question
    name = question.key if question.entity is None else question.entity.canonical
    found = _BODY.match(question.stem)
    if found is None or not is_team(name, document):
        return None
    word = "Tim mana" if not found["front"] else "tim mana"
    stem = f"{found['front']}{word}{question.stem[found.end('word') :]}"
    return replace(question, stem=stem, word="tim mana")


@once
def on_sport(document: Document) -> bool:
    """Tell whether a text reports on a match: it has several words of the field."""
    said = {token.text.lower() for sentence in document.sentences for token in sentence.tokens}
    return len(said & words("teams", "field")) >= _FEWEST


def is_team(name: str, document: Document) -> bool:
    """Tell whether the text calls a name a team: *pelatih X*, *melawan X*, *X 2-1*."""
    before = "|".join(sorted(words("teams", "before")))
    own = re.escape(name)
    pattern = rf"\b(?i:{before})\s{own}\b|\b{own}\s(?:FC\b|\d{{1,3}}-\d{{1,3}}\b)"
    return re.search(pattern, document.article.text) is not None or name.endswith(" FC")
