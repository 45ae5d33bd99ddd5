"""A sheet with as many items as a number of pages holds."""

import io
from collections.abc import Callable, Sequence

import click

from quizgen.cli._output import note
from quizgen.errors import InputError
from quizgen.interfaces import by_name, formats
from quizgen.model import Worksheet

pages_option = click.option(
    "--pages",
    type=click.IntRange(min=1),
    help="Only as many items as fit on so many pages of the student's PDF.",
)


def fit_pages(
    make: Callable[[int], list[Worksheet]], most: int, least: int, pages: int
) -> tuple[list[Worksheet], int]:
    """Return the largest sheets whose students' PDFs have no more pages, and their item count.

    Args:
        make: makes the parallel sheets with at most so many items.
        most: how many items are wanted.
        least: how many items may not be left out.
        pages: how many pages there may be.

    Raises:
        InputError: if the text with the fewest items is too long.
    """
    sheets = make(most)
    found = count = _items(sheets[0])
    while (needed := _pages(sheets)) > pages:
        if count <= max(least, 1):
            raise InputError(
                f"{sheets[0].article.id}: needs {needed} pages for {count} item(s); choose fewer"
                f" --paragraphs or --pages {needed}"
            )
        sheets = make(count - 1)
        count = _items(sheets[0])
    if count == found:
        return sheets, most
    note(f"{count} of {found} items fit on {pages} page(s) of the PDF.")
    return sheets, count


def _items(sheet: Worksheet) -> int:
    return sum(len(section.items) for section in sheet.reading_sections)


def _pages(sheets: Sequence[Worksheet]) -> int:
    """Return how many pages the longest of the sheets has."""
    from pypdf import PdfReader

    pdf = by_name("format", "pdf", formats())
    made = (pdf.render(sheet, edition="student") for sheet in sheets)
    return max(len(PdfReader(io.BytesIO(data)).pages) for data in made)
