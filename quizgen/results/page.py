"""The results as one page that needs no network and no script."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quizgen.results import charts
from quizgen.results.analysis import Analysis
from quizgen.results.tables import Results
from quizgen.results.wording import number, wording

_FINE = frozenset({"good", "few"})
_GRAVE = ("key", "negative", "hard", "easy", "weak", "idle")
"""What is to be looked at, the gravest first."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What the page shows of one sheet: rows of its tables and the bars of its charts."""

    name: str
    title: str
    facts: tuple[tuple[str, str], ...]
    cautions: tuple[str, ...]
    attention: tuple[dict[str, Any], ...]
    histogram: tuple[charts.Bar, ...]
    bars: tuple[charts.Bar, ...]
    items: tuple[dict[str, Any], ...]
    options: tuple[tuple[dict[str, Any], tuple[dict[str, Any], ...]], ...]
    mistakes: tuple[dict[str, Any], ...]
    students: tuple[dict[str, Any], ...]
    revealed: bool
    grouped: bool
    version: str


def page(results: Results) -> bytes:
    """Return the page; every text of a student or a sheet is escaped."""
    style = _source("results.css")
    text = (
        _environment()
        .get_template("results.html.j2")
        .render(
            parts=list(_parts(results)),
            skipped=results.skipped.to_dict(orient="records"),
            words=wording(),
            chart_width=charts.WIDTH,
            policy=f"default-src 'none'; style-src '{_digest(style)}'; base-uri 'none';"
            " form-action 'none'",
            style=Markup(style),  # our own file, no data in it
        )
    )
    return text.encode("utf-8")


def _parts(results: Results) -> Iterator[_Part]:
    for analysis in results.analyses:
        own = partial(_own, sheet=analysis.sheet.name)
        items, students = own(results.items), own(results.students)
        [sheet] = own(results.sheets)
        options = own(results.distractors)
        yield _Part(
            name=analysis.sheet.name,
            title=analysis.sheet.title,
            facts=tuple(_facts(sheet)),
            cautions=analysis.cautions,
            attention=tuple(sorted(filter(_is_faulty, items), key=_gravity)),
            histogram=charts.histogram([one["percent"] for one in students]),
            bars=charts.bars([(str(i["number"]), i["p"], _is_grave(i)) for i in items]),
            items=items,
            options=tuple(_by_item(items, options)),
            mistakes=own(results.mistakes),
            students=students,
            revealed=any(one["revealed"] for one in students),
            grouped=any(one["group"] for one in students),
            version=_lettered(analysis),
        )


def _own(frame: Any, sheet: str) -> tuple[dict[str, Any], ...]:
    return tuple(frame[frame["sheet"] == sheet].to_dict(orient="records"))


def _is_faulty(item: dict[str, Any]) -> bool:
    return item["codes"] not in _FINE


def _is_grave(item: dict[str, Any]) -> bool:
    """Return whether more is amiss than a distractor that nobody takes."""
    return bool(set(item["codes"].split()) - {*_FINE, "idle"})


def _gravity(item: dict[str, Any]) -> int:
    return min(_GRAVE.index(code) for code in item["codes"].split())


def _by_item(
    items: tuple[dict[str, Any], ...], options: tuple[dict[str, Any], ...]
) -> Iterator[tuple[dict[str, Any], tuple[dict[str, Any], ...]]]:
    for item in items:
        own = tuple(one for one in options if one["item"] == item["item"])
        if own:
            yield item, own


def _lettered(analysis: Analysis) -> str:
    """Return the version whose letters the tables use, if there are several."""
    versions = analysis.sheet.versions
    return versions[0] if len(versions) > 1 else ""


def _facts(sheet: dict[str, Any]) -> Iterator[tuple[str, str]]:
    words = wording()["column"]
    yield words["students"], str(sheet["students"])
    if sheet["versions"]:
        yield words["versions"], sheet["versions"]
    yield words["items"], str(sheet["items"])
    yield words["mean"], f"{number(sheet['mean'], 1)} {wording()['page']['of']} {sheet['most']:g}"
    yield words["median"], number(sheet["median"], 1)
    yield words["spread"], number(sheet["spread"], 1)
    reliability = words["kr20" if sheet["kr20"] else "alpha"]
    known = sheet["alpha"] == sheet["alpha"]
    bounds = f" (95%: {number(sheet['alpha_low'])}–{number(sheet['alpha_high'])})"
    yield reliability, number(sheet["alpha"]) + (bounds if known else "")
    yield words["error"], number(sheet["error"], 1)


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("quizgen.results"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["number"] = number
    made.filters["part"] = _part
    made.globals["chart_height"] = charts.height
    return made


def _part(share: float) -> str:
    return f"{100 * share:.0f}%" if share == share else number(share)


def _source(name: str) -> str:
    loader = _environment().loader
    assert loader is not None
    return loader.get_source(_environment(), name)[0]
