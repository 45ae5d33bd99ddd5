"""The way into a course: its texts by topic and level, and how far the learner has come."""

from collections.abc import Sequence

from quizgen import player
from quizgen.corpus import count_words
from quizgen.course.words import PAGES, words
from quizgen.formats._cells import code, markdown, notebook, setup
from quizgen.formats._inline import clean
from quizgen.formats.md import escape
from quizgen.model import FreeText, Worksheet
from quizgen.wording import notebook_labels, table

_CALL = 'workbook.chart(overview(CONTENT["texts"], Path()))'


def index(sheets: Sequence[Worksheet], names: Sequence[str]) -> bytes:
    """Return the index of a course whose texts have notebooks of these names."""
    said = words(sheets[0].language)
    how = said["index_how"].format(**PAGES)
    cells = [
        markdown("title", f"# {said['index']}\n\n{how}"),
        markdown("texts", f"## {said['texts']}\n\n{_table(sheets, names, said)}"),
        markdown("progress-how", f"## {said['progress']}"),
        setup(table(sheets[0].language)["prepare"], _content(sheets, said), "overview"),
        code("progress", f"# @title {said['progress']}\n{_CALL}"),
    ]
    return notebook(said["index"], cells)


def _table(sheets: Sequence[Worksheet], names: Sequence[str], said: dict[str, str]) -> str:
    levels = sorted({sheet.article.level or 0 for sheet in sheets})
    by_event: dict[str, dict[int, str]] = {}
    topics: dict[str, str] = {}
    for sheet, name in zip(sheets, names, strict=True):
        article = sheet.article
        event = article.id.rpartition("-")[0] or article.id
        size = said["words"].format(count=count_words(article.text))
        link = f"[{escape(clean(article.title or article.id))}]({name}) ({size})"
        topics[event] = article.topic or event
        by_event.setdefault(event, {})[article.level or 0] = link
    header = [said["topic"], *(said["level"].format(level=level) for level in levels)]
    rows = [
        [escape(topics[event]), *(links.get(level, "–") for level in levels)]
        for event, links in sorted(by_event.items(), key=lambda one: (topics[one[0]], one[0]))
    ]
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _content(sheets: Sequence[Worksheet], said: dict[str, str]) -> dict[str, object]:
    """Return what a workbook without questions needs, and the texts with the ids of their items."""
    return {
        "sheet": {"article": "indeks"},
        "labels": {**notebook_labels(sheets[0].language), "rows": said["text"]},
        "skills": {},
        "sections": [],
        "words": player.encode([]),
        "texts": [_text(sheet, said) for sheet in sheets],
    }


def _text(sheet: Worksheet, said: dict[str, str]) -> dict[str, object]:
    level = said["level"].format(level=sheet.article.level)
    counted = (item for _, item in sheet.items() if not isinstance(item.response, FreeText))
    return {
        "article": sheet.article.id,
        "name": f"{clean(sheet.article.title or sheet.article.id)} ({level})",
        "ids": [item.id for item in counted],
    }
