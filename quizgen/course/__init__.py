"""A course of notebooks around the texts: index, placement check, vocabulary cards, teacher's own.

Each page is a notebook that needs anywidget and fsrs and no quizgen, but for the teacher's.
"""

from collections.abc import Iterator, Sequence

from quizgen.course.index import index
from quizgen.course.placement import placement
from quizgen.course.teacher import teacher
from quizgen.course.trainer import trainer
from quizgen.course.words import PAGES
from quizgen.model import Worksheet


def pages(sheets: Sequence[Worksheet], names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of the pages around the notebooks of a course.

    Args:
        sheets: one a text, with the language of their instructions; at least one.
        names: the files of their notebooks, in the same order.
    """
    yield PAGES["index"], index(sheets, names)
    yield PAGES["placement"], placement(sheets)
    yield PAGES["trainer"], trainer(sheets)
    yield PAGES["teacher"], teacher(sheets[0].language)
