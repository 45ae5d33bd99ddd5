"""Resolve relative dates against the day a text was written on."""

import datetime as dt

from quizgen.language.periods import iso

Direction = int
"""-1 strictly before the anchor, 1 strictly after it, 0 whatever is most likely."""
DIRECTIONS = {
    "lalu": -1, "silam": -1, "kemarin": -1,
    "ini": 0,
    "depan": 1, "mendatang": 1, "nanti": 1, "besok": 1, "yang akan datang": 1,
}  # fmt: skip
_HALF_YEAR = 183
_FARTHEST = 1000
"""A count beyond this is no news date; days of it would leave the calendar."""


def week(date: dt.date, step: int) -> str:
    """Return the week ``step`` weeks after the anchor's, Monday to Sunday."""
    monday = date + dt.timedelta(days=7 * step - date.weekday())
    return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}"


def weekend(date: dt.date, step: int) -> str:
    """Return Saturday and Sunday of the week ``step`` weeks after the anchor's."""
    saturday = date + dt.timedelta(days=7 * step - date.weekday() + 5)
    return f"{saturday.isoformat()}/{(saturday + dt.timedelta(days=1)).isoformat()}"


def month(date: dt.date, step: int) -> str:
    """Return the month ``step`` months after the anchor's."""
    year, index = divmod(date.year * 12 + date.month - 1 + step, 12)
    return f"{year:04}-{index + 1:02}"


def quarter(date: dt.date, step: int) -> str:
    """Return the quarter ``step`` quarters after the anchor's."""
    year, index = divmod(date.year * 4 + (date.month - 1) // 3 + step, 4)
    return f"{year:04}-Q{index + 1}"


def ago(date: dt.date, count: int, unit: str) -> str | None:
    """Return the day, week, month or year ``count`` units before the anchor; after it if below 0.

    A count of years names a year, of months a month: *dua tahun lalu* is no exact day.
    """
    if abs(count) > _FARTHEST:
        return None
    if unit == "hari":
        return (date - dt.timedelta(days=count)).isoformat()
    if unit in ("minggu", "pekan"):
        return week(date, -count)
    if unit == "bulan":
        return month(date, -count)
    return f"{date.year - count:04}" if unit == "tahun" and count < date.year else None


def weekday(date: dt.date, index: int, direction: Direction = 0) -> str:
    """Return the day of that weekday: the latest up to the anchor unless said otherwise."""
    back = (date.weekday() - index) % 7
    if direction > 0:
        return (date + dt.timedelta(days=7 - back)).isoformat()
    if direction < 0 and back == 0:
        back = 7
    return (date - dt.timedelta(days=back)).isoformat()


def weekday_of_week(date: dt.date, index: int, step: int) -> str:
    """Return that weekday in the week ``step`` weeks after the anchor's."""
    return (date + dt.timedelta(days=7 * step - date.weekday() + index)).isoformat()


def named_month(date: dt.date, index: int, direction: Direction = 0) -> str:
    """Return the month of that name: the latest up to the anchor's unless said otherwise."""
    year = date.year
    if direction > 0:
        year += index <= date.month
    elif index > date.month or (direction < 0 and index == date.month):
        year -= 1
    return f"{year:04}-{index:02}"


def named_day(date: dt.date, day: int, index: int, direction: Direction = 0) -> str | None:
    """Return the day of that day and month that lies nearest to the anchor."""
    choices = [value for year in range(date.year - 1, date.year + 2)
               if (value := iso(day, index, year))]  # fmt: skip
    days = [dt.date.fromisoformat(value) for value in choices]
    if direction:
        days = [d for d in days if (d > date) == (direction > 0) and d != date]
    nearest = min(days, key=lambda d: abs((d - date).days), default=None)
    if nearest is None or (not direction and abs((nearest - date).days) > _HALF_YEAR):
        return None
    return nearest.isoformat()
