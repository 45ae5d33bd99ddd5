"""How the corpus tools show what they found."""

import json
import shutil
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import pandas as pd

    from quizgen.search import Concordance

_SIDE = 24
"""Least width of the context on each side, in characters."""
_HIT = 28
"""Greatest width kept free for hits; a longer one moves what follows it."""
_UNCUT = 10_000


def lines_file(found: "Concordance", form: str, *, whole: bool) -> bytes:
    """Return a concordance as ``html``, ``csv``, ``json`` or ``table``, the last cut if not whole.

    For a terminal the table has its hits in bold.
    """
    if form == "html":
        from quizgen.search.page import page

        return page(found).encode("utf-8")
    if form == "csv":
        return _csv(found.frame())
    if form == "json":
        return _json(found.records())
    width = _UNCUT if whole else shutil.get_terminal_size((120, 24)).columns
    bold = not whole and sys.stdout.isatty()
    return "".join(f"{line}\n" for line in aligned(found, width, bold=bold)).encode("utf-8")


def collocates_file(found: "pd.DataFrame", query: str, form: str) -> bytes:
    """Return a table of collocates in a format that ``lines_file`` has too."""
    if form == "html":
        from quizgen.search.page import frame_page

        return frame_page(found, f"Kolokasi: {query}").encode("utf-8")
    if form == "csv":
        return _csv(found)
    if form == "json":
        return _json(found.to_dict(orient="records"))
    return f"{found.to_string(index=False)}\n".encode() if len(found) else b""


def _csv(frame: "pd.DataFrame") -> bytes:
    data: bytes = frame.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")
    return data


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()


def aligned(found: "Concordance", width: int, *, bold: bool = False) -> list[str]:
    """Return the lines with their hits below each other, cut to a width in characters."""
    places = [f"{line.article} {line.sentence}" for line in found.lines]
    first = max(map(len, places), default=0)
    hit = min(_HIT, max((len(line.hit) for line in found.lines), default=0))
    side = max(_SIDE, (width - first - hit - 6) // 2)
    left = min(side, max((len(line.left) for line in found.lines), default=0))
    rows = []
    for place, line in zip(places, found.lines, strict=True):
        marked = click.style(line.hit, bold=True) if bold else line.hit
        before = line.left[-left:] if left else ""
        pad = " " * (hit - len(line.hit))
        row = f"{place:<{first}}  {before:>{left}}  {marked}{pad}  {line.right[:side]}"
        rows.append(row.rstrip())
    return rows


def size(found: "Concordance") -> str:
    """Return how many lines there are, as a remark."""
    shown, total = len(found.lines), found.total
    if total == shown:
        texts = len({line.article for line in found.lines})
        return f"{shown} line{'s' * (shown > 1)} from {texts} text{'s' * (texts > 1)}."
    whole = "more" if total is None else f"{total} in all"
    return f"The first {shown} lines, {whole}; --limit 0 for every one."
