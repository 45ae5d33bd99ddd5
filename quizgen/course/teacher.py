"""The teacher's notebook: a worksheet in ten lines of Python, and the corpus in figures."""

from importlib import resources

from quizgen.course.words import words
from quizgen.formats._cells import Cell, code, markdown, notebook
from quizgen.model import Language

_STEPS = ("sheet", "items", "corpus")
"""The steps, each with a heading in ``words.toml`` and a cell in ``teacher.py.txt``."""


def teacher(language: Language) -> bytes:
    """Return the notebook, which needs quizgen to run."""
    said = words(language)
    cells: list[Cell] = [markdown("title", f"# {said['teacher']}\n\n{said['teacher_how']}")]
    for step, source in zip(_STEPS, _sources(), strict=True):
        cells.append(markdown(f"{step}-how", f"## {said[f'teacher_{step}']}"))
        cells.append(code(step, source, hidden=False))
    return notebook(said["teacher"], cells)


def _sources() -> list[str]:
    text = resources.files(__package__).joinpath("teacher.py.txt").read_text(encoding="utf-8")
    return [part.strip() for part in text.split("# ---\n")]
