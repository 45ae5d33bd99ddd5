"""The cells of a notebook, as the JSON of nbformat 4.5."""

import json
import re
from typing import Any

Cell = dict[str, Any]

_HIDDEN = {"cellView": "form", "jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
"""How JupyterLab, Colab and Jupyter Book are each told not to show a cell's source."""
_QUOTES = "'" * 3


def markdown(name: str, source: str) -> Cell:
    """Return a text cell with the id ``name``."""
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": _lines(source)}


def code(name: str, source: str) -> Cell:
    """Return a code cell with the id ``name``, its source folded away, not run yet."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": json.loads(json.dumps(_HIDDEN)),
        "outputs": [],
        "source": _lines(source),
    }


def one_line(text: str) -> str:
    """Return the text without line ends, for the title of a code cell."""
    return " ".join(text.split())


def literal(text: str) -> str:
    """Return our own file as a raw string literal, which keeps it readable in the cell.

    Raises:
        ValueError: if no such literal can hold the text.
    """
    if _QUOTES in text or text.endswith(("\\", "'")):
        raise ValueError("the player's files cannot hold three quotes or end in a backslash")
    return f"r{_QUOTES}{text}{_QUOTES}"


def write(notebook: dict[str, Any]) -> bytes:
    """Return the file of a notebook; equal notebooks give equal bytes."""
    text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def _lines(source: str) -> list[str]:
    """Return the source as notebooks store it, so that a change shows up as a line."""
    return re.findall(r".*\n|.+", source)
