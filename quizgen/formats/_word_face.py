"""The measures of a Word sheet, the names of its styles, and the look that they share."""

from dataclasses import dataclass
from typing import Any

from docx.shared import Cm, RGBColor

from quizgen.formats._layout import TEXT_SIZE, size

WIDTH = 16.4
"""Width of the text in cm: A4 without its margins."""
BODY = 0.85
"""Indent of what stands beside an item's number, in cm."""
REMARK_INDENT = BODY + 0.3
FONT = "Times New Roman"
SYMBOLS = "Segoe UI Symbol"
"""Where Word finds the tick, which text fonts lack."""
LINE_NUMBER_SIZE = 8
GREY = RGBColor(0x55, 0x55, 0x55)

TITLE, SUBTITLE = "Title", "Subtitle"
HEADING, SUBHEADING = "Heading 1", "Heading 2"
SOURCE, HEADER, FOOTER = "Caption", "Header", "Footer"
TEXT_TITLE, TEXT_SUBTITLE, TEXT = "Judul Bacaan", "Subjudul Bacaan", "Teks Bacaan"
INSTRUCTION, QUESTION, BODY_TEXT, OPTION = "Petunjuk", "Soal", "Isi Soal", "Pilihan"
BOXED, RULED, BANK, CELL, FIELD = (
    "Kotak Urutan",
    "Garis Jawaban",
    "Kotak Kata",
    "Isi Tabel",
    "Isian Identitas",
)
BUBBLES = "Bulatan Jawaban"
REMARK, NOTICE = "Pembahasan", "Catatan Guru"
GRID = "Table Grid"
_OWN = {
    "Normal": "Lembar",
    TITLE: "Judul Lembar",
    SUBTITLE: "Subjudul Lembar",
    HEADING: "Judul Bagian",
    SUBHEADING: "Subjudul Bagian",
    SOURCE: "Sumber Bacaan",
}
"""Our names for those styles that a school's document may have as well."""
TINY, LINE_NUMBER, PARAGRAPH_NUMBER = "Jarak", "line number", "Nomor Paragraf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """The look that all styles share.

    ``own`` is set in a school's letterhead, whose styles must stay as they are: ours then have
    names of their own. ``width`` is that of the text in cm.
    """

    large: bool = False
    dyslexia: bool = False
    own: bool = False
    width: float = WIDTH

    @property
    def font(self) -> str:
        """The name of the face."""
        return "Arial" if self.dyslexia else FONT

    def size(self, points: float) -> float:
        """Return a size of type as it is printed, in points."""
        return size(points, large=self.large, dyslexia=self.dyslexia)

    def indent(self, cm: float) -> float:
        """Return an indent that has room for the larger figures before it."""
        return cm * self.size(TEXT_SIZE) / TEXT_SIZE

    def style(self, name: str) -> str:
        """Return the name of one of our styles in the document."""
        return _OWN.get(name, name) if self.own else name


PLAIN = Face()


def room(section: Any) -> float:
    """Return the width of the text of a school's page in cm, as far as we use it."""
    margins = [section.left_margin, section.right_margin, section.gutter]
    width = section.page_width - sum(margin or 0 for margin in margins) if section.page_width else 0
    return min(width / Cm(1), WIDTH) if width > Cm(5) else WIDTH
