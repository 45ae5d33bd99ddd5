"""A placement check: the beginning of a text of each level with a few questions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from quizgen import offered, pipeline, player
from quizgen.corpus import count_words
from quizgen.course.words import words
from quizgen.formats._cells import Cell, code, markdown, notebook, setup
from quizgen.formats._player_payload import payload
from quizgen.formats._player_reading import passage
from quizgen.model import Language, Worksheet
from quizgen.wording import notebook_labels, table
from quizgen.worksheet import Plan

TYPES = ("written", "detail", "cause", "main-idea", "who-said", "meaning", "synonym")
"""Types that one chooses answers of and that ask what a reader understands."""
COUNT = 4
"""Questions of a level: three right ones make three quarters."""
_WORDS = 90
"""Words of a text that are enough to ask about."""


def placement(sheets: Sequence[Worksheet]) -> bytes:
    """Return the check over the levels that the texts of a course have, in rising order."""
    language = sheets[0].language
    said = words(language)
    chosen = list(_chosen(sheets))
    cells = [
        markdown("title", f"# {said['placement']}\n\n{said['placement_how']}"),
        setup(
            table(language)["prepare"],
            _content(chosen, language),
            "placement",
            workbook="Placement",
        ),
        *_parts(chosen, said),
        markdown("result-how", f"## {said['result']}\n\n{said['result_how']}"),
        code("result", f"# @title {said['result']}\nworkbook.score()"),
    ]
    return notebook(said["placement"], cells)


def _chosen(sheets: Sequence[Worksheet]) -> Iterator[Worksheet]:
    """Yield a short sheet of each level, of another topic each time where that can be."""
    used: set[str | None] = set()
    for level in sorted({sheet.article.level or 0 for sheet in sheets}):
        fitting = [sheet for sheet in sheets if sheet.article.level == level]
        fitting.sort(key=lambda sheet: (sheet.article.topic in used, sheet.article.id))
        asked = (sheet for one in fitting if (sheet := _short(one)) is not None)
        if (best := next(asked, None)) is not None:
            used.add(best.article.topic)
            yield best


def _short(sheet: Worksheet) -> Worksheet | None:
    """Return a sheet on the beginning of a text, None if there are too few good questions."""
    known = offered.families()
    plan = Plan(
        types=tuple(name for name in TYPES if name in known),
        count=COUNT,
        paragraphs=_beginning(sheet),
        language=sheet.language,
        seed=sheet.seed,
    )
    short = pipeline.make_worksheet(sheet.document, plan)
    # A check of what one understands has no glosses.
    bare = replace(short, document=replace(short.document, vocabulary=()))
    return bare if sum(1 for _ in bare.items()) == COUNT else None


def _beginning(sheet: Worksheet) -> tuple[int, ...]:
    """Return the first paragraphs that have words enough together."""
    taken: list[int] = []
    size = 0
    for number, _, text in sheet.article.blocks():
        if number is not None and size < _WORDS:
            taken.append(number)
            size += count_words(text)
    return tuple(taken)


def _content(chosen: Sequence[Worksheet], language: Language) -> dict[str, Any]:
    """Return what the workbook shows; what it calls skills are the levels."""
    said = words(language)
    advice = {name: text for name, text in said.items() if name.startswith("advice")}
    names = {
        str(one.article.level): said["level"].format(level=one.article.level) for one in chosen
    }
    return {
        "sheet": {"article": "tes-penempatan"},
        "labels": {**notebook_labels(language), **advice, "rows": said["result"]},
        "skills": names,
        "sections": [
            {
                "heading": section.heading,
                "items": {item.id: str(sheet.article.level) for item in section.items},
                "unscored": [],
                "payload": player.encode(payload(sheet, (section,))),
            }
            for sheet in chosen
            for section in sheet.sections
        ],
        "words": player.encode([]),
    }


def _parts(chosen: Sequence[Worksheet], said: dict[str, str]) -> Iterator[Cell]:
    number = 0
    for sheet in chosen:
        level = sheet.article.level
        text = passage(replace(sheet, lesson=None), edition="student")
        yield markdown(f"passage-{level}", f"# {said['level'].format(level=level)}\n\n{text}")
        for section in sheet.sections:
            number += 1
            title = " ".join(section.heading.split())
            yield code(f"show-{number}", f"# @title {title}\nworkbook.show({number})")
