"""The results as DataFrames; columns are English and stay the same, texts are Indonesian."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from quizgen.formats._inline import rich
from quizgen.results.analysis import Analysis, ItemFigures
from quizgen.results.sheets import Skipped
from quizgen.results.verdicts import LEAST, level
from quizgen.results.wording import reason

SHEET_COLUMNS = (
    "sheet", "title", "versions", "students", "items", "most", "mean", "median", "spread", "alpha",
    "alpha_low", "alpha_high", "kr20", "error", "caution",
)  # fmt: skip
STUDENT_COLUMNS = (
    "sheet", "name", "group", "version", "score", "most", "percent", "first_score",
    "first_percent", "answered", "items", "revealed", "file",
)  # fmt: skip
ITEM_COLUMNS = (
    "sheet", "number", "item", "type", "prompt", "points", "students", "answered", "p", "level",
    "d", "r", "r_rest", "alpha_without", "codes", "verdict",
)  # fmt: skip
OPTION_COLUMNS = (
    "sheet", "number", "item", "option", "text", "key", "chosen", "share", "upper", "lower",
    "works",
)  # fmt: skip
MISTAKE_COLUMNS = ("sheet", "number", "item", "part", "answer", "count", "share")
ANSWER_COLUMNS = ("sheet", "file", "name", "number", "item", "points", "first_points")
SKIPPED_COLUMNS = ("file", "code", "reason", "reason_en")
_DIGITS = 4
_GAP = re.compile(r"\{\{\d+\}\}")


@dataclass(frozen=True)
class Results:
    """What a folder of hand-ins says.

    ``students``, ``items``, ``distractors``, ``mistakes``, ``sheets``, ``answers`` and
    ``skipped`` are DataFrames with the columns named above. Points are counted at the last
    attempt, ``first_`` says at the first check; ``attempt`` says which of the two the item analysis
    takes. What is not defined, or would rest on too few students, is missing (NaN or None).
    """

    attempt: str
    analyses: tuple[Analysis, ...] = field(repr=False)
    sheets: pd.DataFrame
    students: pd.DataFrame
    items: pd.DataFrame
    distractors: pd.DataFrame
    mistakes: pd.DataFrame
    answers: pd.DataFrame
    skipped: pd.DataFrame


def tabulate(analyses: Sequence[Analysis], skipped: Iterable[Skipped], attempt: str) -> Results:
    """Return the tables of several sheets, one below the other."""
    return Results(
        attempt=attempt,
        analyses=tuple(analyses),
        sheets=_frame(map(_sheet, analyses), SHEET_COLUMNS),
        students=_frame(_each(_students, analyses), STUDENT_COLUMNS),
        items=_frame(_each(_items, analyses), ITEM_COLUMNS),
        distractors=_frame(_each(_options, analyses), OPTION_COLUMNS),
        mistakes=_frame(_each(_mistakes, analyses), MISTAKE_COLUMNS),
        answers=_frame(_each(_answers, analyses), ANSWER_COLUMNS),
        skipped=_frame(map(_skipped, skipped), SKIPPED_COLUMNS),
    )


def _each(rows: Any, analyses: Sequence[Analysis]) -> Iterator[tuple[Any, ...]]:
    for analysis in analyses:
        yield from rows(analysis)


def _frame(rows: Iterable[tuple[Any, ...]], columns: Sequence[str]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(columns))


def _sheet(analysis: Analysis) -> tuple[Any, ...]:
    sheet, totals = analysis.sheet, pd.Series(analysis.last.sum(axis=1))
    return (
        sheet.name, sheet.title, ", ".join(sheet.versions), len(totals), len(sheet.items),
        sheet.most, _round(totals.mean()), _round(totals.median()), _round(totals.std()),
        _round(analysis.alpha), *map(_round, analysis.interval), analysis.dichotomous,
        _round(analysis.error), " ".join(analysis.cautions),
    )  # fmt: skip


def _students(analysis: Analysis) -> Iterator[tuple[Any, ...]]:
    sheet = analysis.sheet
    for one, last, first in zip(
        sheet.submissions, analysis.last.sum(axis=1), analysis.first.sum(axis=1), strict=True
    ):
        revealed = sum(given.revealed for given in one.given.values())
        yield (
            sheet.name, one.name, one.group, one.version, _round(last), sheet.most,
            _percent(last, sheet.most), _round(first), _percent(first, sheet.most),
            one.answered(), len(one.items), revealed, one.file,
        )  # fmt: skip


def _items(analysis: Analysis) -> Iterator[tuple[Any, ...]]:
    enough = len(analysis.scores) >= LEAST
    for figures in analysis.items:
        record = figures.record
        figures_shown = (figures.d, figures.r, figures.r_rest, figures.alpha_without)
        yield (
            analysis.sheet.name, figures.number, record["id"], record["type"], prompt(figures),
            record["points"], len(analysis.scores), figures.answered, _round(figures.p),
            level(figures.p) if enough else None, *map(_round, figures_shown),
            " ".join(each.code for each in figures.verdicts),
            "; ".join(each.text for each in figures.verdicts),
        )  # fmt: skip


def prompt(figures: ItemFigures) -> str:
    """Return an item's question as one line, without the signs for italics and gaps."""
    return _plain(_GAP.sub("…", str(figures.record["prompt"])))


def _plain(text: str) -> str:
    return " ".join("".join(run.text for run in rich(text)).split())


def _options(analysis: Analysis) -> Iterator[tuple[Any, ...]]:
    for figures in analysis.items:
        for use in figures.options:
            yield (
                analysis.sheet.name, figures.number, figures.record["id"], use.letter,
                _plain(use.text), use.key, use.chosen, _round(use.share),
                _round(use.upper), _round(use.lower), use.works,
            )  # fmt: skip


def _mistakes(analysis: Analysis) -> Iterator[tuple[Any, ...]]:
    for figures in analysis.items:
        for one in figures.mistakes:
            yield (
                analysis.sheet.name, figures.number, figures.record["id"], _plain(one.part),
                one.answer, one.count, _round(one.share),
            )  # fmt: skip


def _answers(analysis: Analysis) -> Iterator[tuple[Any, ...]]:
    sheet = analysis.sheet
    for row, one in enumerate(sheet.submissions):
        for column, figures in enumerate(analysis.items):
            yield (
                sheet.name, one.file, one.name, figures.number, figures.record["id"],
                _round(analysis.last[row, column]), _round(analysis.first[row, column]),
            )  # fmt: skip


def _skipped(one: Skipped) -> tuple[str, str, str, str]:
    reasons = (reason(one.code, one.detail, language) for language in ("id", "en"))
    return (one.file, one.code, *reasons)  # type: ignore[return-value]


def _percent(score: float, most: float) -> float:
    return round(100 * score / most, 1) if most else float("nan")


def _round(value: float) -> float:
    return round(float(value), _DIGITS)
