"""How far a learner has come in a course: the progress files of its texts, read together."""

import json
from pathlib import Path
from typing import Any


def overview(texts: list[dict[str, Any]], folder: Path) -> dict[str, Any]:
    """Return what is right, answered and asked, in all and by text, for the score's chart.

    A text is ``{"article", "name", "ids"}``; one without a progress file has no answers yet.
    """
    rows = []
    for text in texts:
        entries = _entries(folder / f"{text['article']}.progress.json")
        known = [entries[id] for id in text["ids"] if isinstance(entries.get(id), dict)]
        right = sum(one.get("right") is True for one in known)
        tried = sum(one.get("checked") is True for one in known)
        rows.append(
            {"name": text["name"], "right": right, "tried": tried, "total": len(text["ids"])}
        )
    sums = {field: sum(row[field] for row in rows) for field in ("right", "tried", "total")}
    return {**sums, "rows": rows, "problem": ""}


def _entries(path: Path) -> dict[str, Any]:
    try:
        items = json.loads(path.read_bytes().decode("utf-8"))["items"]
        return dict(items.items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
