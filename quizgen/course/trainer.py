"""Vocabulary cards over all texts of a course, the easiest text first."""

from collections.abc import Sequence

from quizgen import player
from quizgen.course.words import words
from quizgen.formats._cells import code, markdown, notebook, setup
from quizgen.formats._player_reading import cards
from quizgen.model import Worksheet
from quizgen.wording import notebook_labels, table


def trainer(sheets: Sequence[Worksheet]) -> bytes:
    """Return the cards of the words of all texts, each word once, where it is met first."""
    language = sheets[0].language
    said = words(language)
    rising = sorted(sheets, key=lambda sheet: sheet.article.level or 0)
    met: dict[str, dict[str, str]] = {}
    for sheet in rising:
        for card in cards(sheet):
            met.setdefault(card["word"], card)
    content = {
        "sheet": {"article": "kosakata"},
        "labels": notebook_labels(language),
        "skills": {},
        "sections": [],
        "words": player.encode(list(met.values())),
    }
    cells = [
        markdown("title", f"# {said['trainer']}\n\n{said['trainer_how']}"),
        setup(table(language)["prepare"], content),
        code("review", f"# @title {said['trainer']}\nworkbook.review()"),
    ]
    return notebook(said["trainer"], cells)
