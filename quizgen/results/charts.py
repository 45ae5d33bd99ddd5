"""Where the bars of the page's charts stand; the template draws them."""

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10
WIDTH = 320
_PLOT_TOP, _PLOT_BOTTOM = 22, 150
_ROW, _LEFT, _RIGHT = 24, 34, 44


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle with its label and value; lengths are in the units of the drawing."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: float
    flagged: bool = False


def histogram(percents: Sequence[float]) -> tuple[Bar, ...]:
    """Return upright bars: how many scores lie in each tenth of the scale from 0 to 100.

    The last bin holds 100 too.

    >>> [bar.value for bar in histogram([0, 9.9, 10, 100])][:2]
    [2, 1]
    """
    counts = [0] * BINS
    for percent in percents:
        counts[min(BINS - 1, int(percent * BINS / 100))] += 1
    most = max([*counts, 1])
    step = WIDTH / BINS
    room = _PLOT_BOTTOM - _PLOT_TOP
    return tuple(
        Bar(
            x=round(index * step + 2, 1),
            y=round(_PLOT_BOTTOM - room * count / most, 1),
            width=round(step - 4, 1),
            height=round(room * count / most, 1),
            label=bin_name(index),
            value=count,
        )
        for index, count in enumerate(counts)
    )


def bin_name(index: int) -> str:
    """Return the scores of a bin as text.

    >>> bin_name(0), bin_name(9)
    ('0–9', '90–100')
    """
    low = index * 100 // BINS
    return f"{low}–{100 if index == BINS - 1 else low + 100 // BINS - 1}"


def bars(rows: Sequence[tuple[str, float, bool]]) -> tuple[Bar, ...]:
    """Return lying bars, one a row of label, share from 0 to 1 and whether it is flagged."""
    room = WIDTH - _LEFT - _RIGHT
    return tuple(
        Bar(
            x=_LEFT,
            y=index * _ROW + 4,
            width=round(max(0.0, min(1.0, share)) * room, 1),
            height=_ROW - 8,
            label=label,
            value=share,
            flagged=flagged,
        )
        for index, (label, share, flagged) in enumerate(rows)
    )


def height(rows: int) -> int:
    """Return the height of a drawing with so many lying bars."""
    return rows * _ROW + 4
