"""Choices between expansions of an acronym: all spell it, one is the text's.

Each wrong one has another word with the same first letter in one place, so that the acronym by
itself tells nothing.
"""

from collections.abc import Iterator

from quizgen.exercises.common.choice import choice_item
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.tables import lines
from quizgen.exercises.common.text import base_level, upper_first
from quizgen.exercises.questions.attributes import ACRONYM, expanded, expansions
from quizgen.model import Document, Evidence, Item, Option

_FEWEST, _MOST = 2, 3
_RANK = 0.65


def expansion_choices(document: Document) -> Iterator[Item]:
    """Yield *Apa kepanjangan X menurut teks?* where two other expansions spell X as well."""
    said = document.article.text.lower()
    for short, full, home, quote in expansions(document):
        others = [other for other in _others(full) if other.lower() not in said]
        if len(others) < _FEWEST:
            continue
        where = cite(home.id)
        why = f"Dalam teks, kepanjangan {short} adalah {full} {where}."
        yield choice_item(
            "detail",
            f"Apa kepanjangan {short} menurut teks?",
            key=upper_first(full),
            why=f"{short} adalah singkatan dari {full} {where}.",
            proof=Evidence(home.id, quote),
            wrong=[
                Option(text=upper_first(other), role="misreading", why=why)
                for other in others[:_MOST]
            ],
            process="locate",
            level=base_level(home),
            rank=_RANK,
            facts=(ACRONYM, expanded(short)),
            question_word="apa",
        )


def _others(full: str) -> list[str]:
    """Return the name with one other word each: first one for each place, then further ones."""
    parts = full.split()
    low = {part.lower() for part in parts}
    found = [
        (turn, place, " ".join([*parts[:place], _cased(other, part), *parts[place + 1 :]]))
        for place, part in enumerate(parts)
        for turn, other in enumerate(_alike(part.lower()))
        if other not in low
    ]
    return [name for _, _, name in sorted(found)]


def _alike(word: str) -> list[str]:
    """Return the words of its group, which it opens or is in."""
    groups = [group for group in lines("expansions", "alike") if word in group]
    groups.sort(key=lambda group: group[0] != word)
    return [other for other in groups[0] if other != word] if groups else []


def _cased(word: str, pattern: str) -> str:
    return upper_first(word) if pattern[:1].isupper() else word
