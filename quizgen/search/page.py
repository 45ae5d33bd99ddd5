"""A concordance as HTML: one offline page, and the table of it in a notebook."""

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from quizgen.search.concordance import Concordance

if TYPE_CHECKING:
    import pandas as pd


def page(found: Concordance) -> str:
    """Return a whole page without scripts that needs no network."""
    return _environment().get_template("page.html.j2").render(found=found)


def table(found: Concordance) -> str:
    """Return the table alone, for a notebook."""
    return _environment().get_template("table.html.j2").render(found=found)


def frame_page(frame: "pd.DataFrame", title: str) -> str:
    """Return a page with any table, such as collocates."""
    template = _environment().get_template("frame.html.j2")
    return template.render(title=title, heads=list(frame.columns), rows=frame.to_numpy().tolist())


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("quizgen.search"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
