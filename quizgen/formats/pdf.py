"""PDF for printing, tagged for screen readers, set by typst from the neutral plan."""

import dataclasses
import json
import re
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any

from quizgen.formats._blocks import Run, Sheet
from quizgen.formats._sheet import plan
from quizgen.model import Edition, Worksheet

_TIMESTAMP = 0
"""Seconds since 1970 for typst's clock, so that equal sheets are equal files."""
_LACKS = re.compile(r'the text `"(.+?)"` could not be displayed')


def encode(value: Any) -> Any:
    """Return a plan as JSON data: a block is an object with its ``kind``, a run only what is set.

    >>> encode(Run(text="kata", bold=True))
    {'text': 'kata', 'bold': True}
    """
    if isinstance(value, tuple):
        return [encode(part) for part in value]
    if not dataclasses.is_dataclass(value):
        return value
    fields = {f.name: encode(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Run):
        return {name: part for name, part in fields.items() if part}
    return {"kind": getattr(value, "kind", ""), **fields}


@cache
def _template() -> bytes:
    return resources.files("quizgen.formats").joinpath("templates/worksheet.typ").read_bytes()


@cache
def _sans() -> "tempfile.TemporaryDirectory[str]":
    """Return a folder with Source Sans Pro; typst brings no sans-serif face along.

    The package holds each face twice, in two formats, and typst takes folders only: which one it
    took would be up to the file system.
    """
    folder = tempfile.TemporaryDirectory(prefix="quizgen-")
    source = resources.files("font_source_sans_pro").joinpath("files")
    for name in ("SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf"):
        Path(folder.name, name).write_bytes(source.joinpath(name).read_bytes())
    return folder


class PdfFormat:
    """Tagged PDF, UA-1 wherever its fonts have every letter.

    They travel in the file: those that typst brings along have Latin, Greek, Cyrillic, Arabic,
    Hebrew and Devanagari letters; Chinese, Japanese and Korean ones need quizgen's extra ``cjk``.
    """

    name = "pdf"
    suffix = ".pdf"
    purpose = "A sheet ready to print, with line numbers and answer lines."
    leaves_out: Mapping[str, str] = MappingProxyType({})

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the sheet as PDF; no word of it is read as markup."""
        return self.draw(plan(worksheet, edition))

    def draw(self, sheet: Sheet) -> bytes:
        """Return any plan of a sheet as PDF."""
        return _made(sheet)[0]

    def omits(self, worksheet: Worksheet) -> list[str]:
        """Return a sentence if a letter has no picture in any font."""
        letter = _made(plan(worksheet, "teacher"))[1]
        if not letter:
            return []
        cure = "" if _more_fonts() else "; for Chinese, Japanese and Korean install quizgen[cjk]"
        return [f"has no letter “{letter}” in its fonts and shows a box instead{cure}."]


def _made(sheet: Sheet) -> tuple[bytes, str]:
    """Return the file, and a letter that it cannot show, empty if there is none."""
    import typst

    # A letterhead is a Word file; its bytes have no place here.
    data = json.dumps(encode(sheet) | {"letterhead": ""}, ensure_ascii=False)
    fonts: tuple[str, ...] = (_sans().name,) if sheet.dyslexia else ()
    try:
        return _compile(data, fonts, pdf_standards="ua-1"), ""
    except typst.TypstError:
        fonts += _more_fonts()
    try:
        return _compile(data, fonts, pdf_standards="ua-1"), ""
    except typst.TypstError as error:
        # UA-1 forbids a letter without a picture.
        named = _LACKS.search(str(error))
        return _compile(data, fonts), named[1] if named else ""


def _more_fonts() -> tuple[str, ...]:
    """Return the folder of the fonts that quizgen's extra ``cjk`` brings, if it is installed."""
    try:
        import noto_cjk_sans_otc
    except ImportError:
        return ()
    return (str(Path(str(noto_cjk_sans_otc.FONT_PATH)).parent),)


def _compile(sheet: str, fonts: Iterable[str], **standard: Any) -> bytes:
    import typst

    paths: list[Any] = list(fonts)
    compiler = typst.Compiler(
        _template(), ignore_system_fonts=True, font_paths=paths, sys_inputs={"sheet": sheet}
    )
    made = compiler.compile(format="pdf", timestamp=_TIMESTAMP, **standard)
    assert isinstance(made, bytes), "typst returns pages apart only for pictures"
    return made


FORMAT = PdfFormat()
