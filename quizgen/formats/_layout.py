"""A plan in the layout that a teacher asks for: large print, or easy to read with dyslexia.

Sources: large print of 16 points or more (UKAAF, *Creating clear print and large print
documents*); British Dyslexia Association, *Dyslexia Style Guide*, and WCAG 2.2, 1.4.12: a plain
sans-serif face of 12 points or more, letters apart by 0.12 and words by 0.16 of its size, lines by
1.5, aligned to the left, bold instead of italics and underlining.
"""

import dataclasses
from dataclasses import replace
from typing import Any

from quizgen.formats._blocks import Run, Sheet
from quizgen.model import Layout

TEXT_SIZE = 11
"""The size of ordinary text in points."""


def size(points: float, *, large: bool, dyslexia: bool) -> float:
    """Return a size of type as it is to be printed.

    >>> size(11, large=True, dyslexia=False), size(8, large=False, dyslexia=True)
    (16.0, 12)
    """
    least = 16 if large else 12 if dyslexia else 0
    return max(points * max(least, TEXT_SIZE) / TEXT_SIZE, least)


def dressed(sheet: Sheet, layout: Layout) -> Sheet:
    """Return the plan with its layout, its runs changed where the layout forbids a look."""
    blocks = sheet.blocks
    if layout.dyslexia or layout.large:
        blocks = _changed(blocks, layout)
    return replace(
        sheet,
        blocks=blocks,
        large=layout.large,
        dyslexia=layout.dyslexia,
        letterhead=layout.letterhead,
    )


def _changed(value: Any, layout: Layout) -> Any:
    if isinstance(value, Run):
        return _run(value, layout)
    if isinstance(value, tuple):
        return tuple(_changed(part, layout) for part in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {
            f.name: _changed(getattr(value, f.name), layout) for f in dataclasses.fields(value)
        }
        return replace(value, **parts)
    return value


def _run(run: Run, layout: Layout) -> Run:
    """Return a run without italics for dyslexia, and without small figures in large print."""
    if layout.dyslexia:
        run = replace(run, bold=run.bold or run.italic or run.underline, italic=False)
        run = replace(run, underline=False)
    return replace(run, raised=run.raised and not layout.large)
