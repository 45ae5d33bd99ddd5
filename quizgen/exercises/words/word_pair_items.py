"""What the items on synonyms and on antonyms have in common."""

from collections.abc import Iterable, Sequence

from quizgen.exercises.common.choice import choice_item
from quizgen.exercises.common.text import base_level
from quizgen.exercises.words.word_pairs import Match
from quizgen.exercises.words.words import around
from quizgen.lexicon import dictionary
from quizgen.model import Evidence, Item, Option

_MOST = 4
"""So many items a text."""
_HIGHEST = 6


def best(found: Iterable[Match]) -> list[Match]:
    """Return up to four matches on different words, the rarer words first."""
    chosen: dict[str, Match] = {}
    for match in sorted(found, key=lambda each: -each.level):
        taken = {word for each in chosen.values() for word in (each.row.headword, each.row.key)}
        if match.row.headword not in taken and match.row.key not in taken:
            chosen[match.row.headword] = match
    return list(chosen.values())[:_MOST]


def quote(match: Match) -> Evidence:
    """Return the word with those around it, word for word."""
    return around(match.index, match.index + 1, match.sentence)


def meaning_of(word: str) -> str | None:
    """Return the definition of a word that has one sense only."""
    entry = dictionary().get(word)
    single = entry is not None and len(entry.senses) == 1
    return entry.senses[0].definition or None if entry and single else None


def pair_item(type: str, what: str, match: Match, why: str, wrong: Sequence[Option]) -> Item:
    """Return the item that asks for the synonym or antonym of a word."""
    row = match.row
    return choice_item(
        type,
        f"{what} kata *{match.word}* pada kalimat ({match.sentence.number}) adalah ….",
        key=match.key,
        why=why,
        proof=quote(match),
        wrong=wrong,
        process="interpret",
        level=max(base_level(match.sentence), min(match.level, _HIGHEST)),
        rank=min(0.9, 0.4 + 0.08 * match.level),
        facts=(f"meaning:{row.headword}", f"meaning:{row.key}"),
        numbered=True,
        lemmas=(match.root,),
    )
