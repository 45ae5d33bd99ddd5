"""The cells of a notebook, as the JSON of nbformat 4.5."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from quizgen import player

Cell = dict[str, Any]

_HIDDEN = {"cellView": "form", "jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
"""How JupyterLab, Colab and Jupyter Book are each told not to show a cell's source."""
_QUOTES = "'" * 3


def markdown(name: str, source: str) -> Cell:
    """Return a text cell with the id ``name``."""
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": _lines(source)}


def code(name: str, source: str, *, hidden: bool = True) -> Cell:
    """Return a code cell with the id ``name``, not run yet; ``hidden`` folds its source away."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": json.loads(json.dumps(_HIDDEN)) if hidden else {},
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


def setup(
    title: str, content: Mapping[str, Any], *modules: str, workbook: str = "Workbook"
) -> Cell:
    """Return the cell that makes ``workbook``; all that it needs stands in it.

    Args:
        title: what the folded cell is called.
        content: what the workbook shows, as JSON holds it.
        modules: further modules of the player that the notebook needs.
        workbook: the class, from the player or from one of the modules.
    """
    shown = json.dumps(content, ensure_ascii=False, indent=4)
    parts = (
        f"# @title {title}",
        player.runtime(*modules),
        f"\nSCRIPT = {literal(player.script())}",
        f"STYLE = {literal(player.style())}",
        f"CONTENT = {shown}",
        f"workbook = {workbook}(CONTENT, player_class(SCRIPT, STYLE))",
    )
    return code("setup", "\n".join(parts))


def notebook(title: str, cells: Iterable[Cell]) -> bytes:
    """Return the file of a notebook without outputs."""
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    return write(
        {
            "cells": list(cells),
            "metadata": {
                "kernelspec": kernel,
                "language_info": {"name": "python"},
                "title": title,
            },
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


def write(notebook: dict[str, Any]) -> bytes:
    """Return the file of a notebook; equal notebooks give equal bytes."""
    text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def _lines(source: str) -> list[str]:
    """Return the source as notebooks store it, so that a change shows up as a line."""
    return re.findall(r".*\n|.+", source)
