"""The results as one JSON object that other programs can rely on.

``{"format": "quizgen-results", "version": 1, "attempt": "first" or "last", "sheets": […],
"students": […], "items": […], "distractors": […], "mistakes": […], "skipped": […]}``: each list has
one object a row of the DataFrame of that name in ``tables``, with its columns as names. A figure
that is not defined is null. A later version may add names; it keeps these.
"""

import json
import math
from typing import Any

import pandas as pd

from quizgen.results.tables import Results

_TABLES = ("sheets", "students", "items", "distractors", "mistakes", "skipped")


def as_json(results: Results) -> bytes:
    """Return the object, indented, in UTF-8."""
    record: dict[str, Any] = {"format": "quizgen-results", "version": 1, "attempt": results.attempt}
    record |= {name: _rows(getattr(results, name)) for name in _TABLES}
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {name: _plain(value) for name, value in row.items()}
        for row in frame.to_dict(orient="records")
    ]


def _plain(value: Any) -> Any:
    return None if isinstance(value, float) and math.isnan(value) else value
