"""Word: a document with real styles that a teacher can go on editing."""

from collections.abc import Mapping
from types import MappingProxyType

from quizgen.formats._archive import settle
from quizgen.formats._blocks import Sheet
from quizgen.formats._sheet import plan
from quizgen.model import Edition, Worksheet


class DocxFormat:
    """Office Open XML, as Word and LibreOffice read it."""

    name = "docx"
    suffix = ".docx"
    purpose = "A Word document with styles, to print or to edit further."
    leaves_out: Mapping[str, str] = MappingProxyType({})

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the sheet as a Word file."""
        return self.draw(plan(worksheet, edition))

    def draw(self, sheet: Sheet) -> bytes:
        """Return any plan of a sheet as a Word file."""
        # python-docx is loaded only when a Word file is made.
        from quizgen.formats._word import draw

        return settle(draw(sheet))


FORMAT = DocxFormat()
