"""The student's notebook as an nbgrader assignment: its source version, which holds the key.

``nbgrader generate_assignment`` removes the model answers and the hidden tests, and only these
tell the key; a released notebook tells no more than the student's edition. Answers are graded from
the progress file beside the notebook, which nbgrader collects with it.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from quizgen import player
from quizgen.formats import _cells, ipynb
from quizgen.formats._cells import Cell
from quizgen.formats._inline import rich
from quizgen.formats._key import rubric_table
from quizgen.formats._player_payload import payload
from quizgen.formats.md import inline, write
from quizgen.model import FreeText, Item, Section, Worksheet
from quizgen.wording import grader_labels, labels

_SCHEMA = 3
_LEFT_OUT = frozenset({"learner", "hand-in"})
"""Cells of the student's edition that nbgrader does without: it knows who hands in what."""
_KEY_FIELDS = (
    "id", "number", "points", "response", "compare", "answers", "categories", "pairs",
    "distractors", "shown",
)  # fmt: skip
_LOAD = """
from pathlib import Path
from types import ModuleType


def load(name, source):
    module = ModuleType(name)
    exec(source, module.__dict__)
    return module
"""


def render(worksheet: Worksheet) -> bytes:
    """Return the notebook that stands in ``source/ASSIGNMENT/`` of a course."""
    parted = replace(worksheet, sections=tuple(_parted(worksheet)))
    bare = replace(parted, sections=tuple(map(_without_model_answers, parted.sections)))
    notebook = json.loads(ipynb.FORMAT.render(bare, edition="student"))
    notebook["cells"] = list(_cells_of(notebook["cells"], parted))
    return _cells.write(notebook)


def _parted(worksheet: Worksheet) -> Iterator[Section]:
    """Yield the sections, those that a person grades apart from those that the program does."""
    for section in worksheet.sections:
        marked = tuple(item for item in section.items if not _is_written(item))
        written = tuple(item for item in section.items if _is_written(item))
        if marked:
            yield replace(section, items=marked)
        if written:
            yield replace(section, items=written, first=section.first + len(marked))


def _is_written(item: Item) -> bool:
    return isinstance(item.response, FreeText)


def _without_model_answers(section: Section) -> Section:
    def bare(item: Item) -> Item:
        if not isinstance(item.response, FreeText):
            return item
        return replace(item, response=replace(item.response, model_answer=""))

    return replace(section, items=tuple(map(bare, section.items)))


def _cells_of(cells: list[Cell], worksheet: Worksheet) -> Iterator[Cell]:
    """Yield the student's cells, with those of nbgrader among them."""
    shown = {f"show-{i}": (i, section) for i, section in enumerate(worksheet.sections, start=1)}
    for cell in cells:
        number, section = shown.get(cell["id"], (0, None))
        if cell["id"] == "setup":
            yield _locked(cell)
            yield _locked(_cells.code("grader", _grader(worksheet)))
            yield _solution(_cells.code("model-answers", _model_answers(worksheet)))
        elif cell["id"] == "hand-in-how":
            yield _cells.markdown("hand-in-how", _hand_in(worksheet))
        elif cell["id"] in _LEFT_OUT:
            continue
        elif section is None:
            yield cell
        elif _is_written(section.items[0]):
            yield from _written(worksheet, section)
        else:
            yield cell
            source = _grade(worksheet, section)
            points = sum(item.points for item in section.items)
            yield _graded(_cells.code(f"grade-{number}", source), points, locked=True)


def _hand_in(worksheet: Worksheet) -> str:
    words = labels(worksheet)
    return f"## {words['hand_in']}\n\n{words['nbgrader_hand_in'].format(path=_progress(worksheet))}"


def _locked(cell: Cell) -> Cell:
    """Return a cell that nbgrader restores before it grades."""
    return _marked(cell, locked=True)


def _solution(cell: Cell) -> Cell:
    return _marked(cell, solution=True)


def _graded(cell: Cell, points: int, *, locked: bool) -> Cell:
    """Return a cell that earns points: a locked one by itself, another by its reader."""
    return _marked(cell, grade=True, points=points, locked=locked, solution=not locked)


def _marked(cell: Cell, **marks: Any) -> Cell:
    told = {
        "schema_version": _SCHEMA,
        "cell_type": cell["cell_type"],
        "grade_id": cell["id"],
        "grade": False,
        "locked": False,
        "solution": False,
        "task": False,
    }
    return cell | {"metadata": cell["metadata"] | {"nbgrader": told | marks}}


def _progress(worksheet: Worksheet) -> str:
    return f"{worksheet.article.id}.progress.json"


def _grader(worksheet: Worksheet) -> str:
    words = labels(worksheet)
    said = grader_labels(worksheet.language)
    modules = (
        f"{name} = load({json.dumps(name)}, {_cells.literal(source)})"
        for name, source in player.grader().items()
    )
    parts = (
        f"# @title {words['grading']}",
        _LOAD,
        *modules,
        f"GRADES = {json.dumps(said, ensure_ascii=False, indent=4)}",
        f"PATH = Path({json.dumps(_progress(worksheet))})",
        "grader = autograde.Grader(PATH, GRADES, sealing.decode, grading.points)",
    )
    return "\n".join(parts)


def _model_answers(worksheet: Worksheet) -> str:
    """Return the cell that lets ``nbgrader validate`` try the key on the teacher's copy."""
    records = (record for section in worksheet.sections for record in _records(worksheet, section))
    answers = {
        record["id"]: model_answer(record)
        for record in records
        if record["response"] != "free-text"
    }
    parts = (
        f"# @title {labels(worksheet)['for_the_teacher']}",
        "def model_answers():",
        "    ### BEGIN SOLUTION",
        f"    return {json.dumps(answers, ensure_ascii=False)}",
        "    ### END SOLUTION",
        "",
        "",
        "workbook = grader.ask(model_answers, workbook)",
    )
    return "\n".join(parts)


def model_answer(record: dict[str, Any]) -> Any:
    """Return the answer to an item of the player as the player would store a right one.

    Raises:
        ValueError: if the item's response kind has no answer that a program can judge.
    """
    match record["response"]:
        case "choice":
            return next(i for i, one in enumerate(record["options"]) if one.get("correct"))
        case "multi-choice":
            return [i for i, one in enumerate(record["options"]) if one.get("correct")]
        case "categorise":
            return [record["categories"].index(one["category"]) for one in record["statements"]]
        case "gap" | "short-answer":
            return [accepted[0] for accepted in record["answers"]]
        case "matching":
            return list(range(len(record["pairs"])))
        case "ordering":
            return list(range(len(record["options"])))
        case other:
            raise ValueError(f"no model answer for {other}")


def _records(worksheet: Worksheet, section: Section) -> list[dict[str, Any]]:
    [made] = payload(worksheet, (section,))["sections"]
    records: list[dict[str, Any]] = made["items"]
    return records


def _grade(worksheet: Worksheet, section: Section) -> str:
    """Return the cell that grades a section; without its hidden tests it only tells what is open.

    The key is sealed there too, because nbgrader shows hidden tests in its feedback.
    """
    numbers = {item.id: number for number, item in section.numbered()}
    items = [_key(record) for record in _records(worksheet, section)]
    title = f"{labels(worksheet)['grading']}: {_cells.one_line(section.heading)}"
    parts = (
        f"# @title {title}",
        "key = None",
        "### BEGIN HIDDEN TESTS",
        f"key = {json.dumps(player.encode({'items': items}))}",
        "### END HIDDEN TESTS",
        f"grader.grade({json.dumps(numbers, ensure_ascii=False)}, key)",
    )
    return "\n".join(parts)


def _key(record: dict[str, Any]) -> dict[str, Any]:
    """Return what of an item is needed to judge an answer."""
    kept = {name: record[name] for name in _KEY_FIELDS if name in record}
    if "options" in record:
        fields = ("text", "correct")
        kept["options"] = [{f: one[f] for f in fields if f in one} for one in record["options"]]
    if "statements" in record:
        kept["statements"] = [{"category": one["category"]} for one in record["statements"]]
    return kept


def _written(worksheet: Worksheet, section: Section) -> Iterator[Cell]:
    """Yield a task and a cell to write in, which a person grades, for each item."""
    words = labels(worksheet)
    if section.instruction:
        yield _cells.markdown(f"instruction-{section.first}", inline(rich(section.instruction)))
    for number, item in section.numbered():
        response = item.response
        if not isinstance(response, FreeText):
            continue
        task = f"**{number}.** {inline(rich(item.prompt))}"
        table = write([rubric_table(response, words)]).strip()
        source = f"{task}\n\n{table}\n\n{words['write_below']}"
        yield _locked(_cells.markdown(f"task-{number}", source))
        model = inline(rich(response.model_answer)) or words["see_rubric"]
        answer = f"### BEGIN SOLUTION\n{model}\n### END SOLUTION"
        points = sum(row.points for row in response.rubric) or item.points
        yield _graded(_cells.markdown(f"answer-{number}", answer), points, locked=False)
