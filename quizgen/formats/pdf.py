"""PDF for printing, tagged for screen readers, set by typst from the neutral plan."""

import dataclasses
import json
import tempfile
from collections.abc import Mapping
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
    """Tagged PDF in the fonts that typst brings along; PDF/UA-1 wherever they have every letter."""

    name = "pdf"
    suffix = ".pdf"
    purpose = "A sheet ready to print, with line numbers and answer lines."
    leaves_out: Mapping[str, str] = MappingProxyType({})

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the sheet as PDF; no word of it is read as markup."""
        return self.draw(plan(worksheet, edition))

    def draw(self, sheet: Sheet) -> bytes:
        """Return any plan of a sheet as PDF."""
        import typst

        # A letterhead is a Word file; its bytes have no place here.
        data = json.dumps(encode(sheet) | {"letterhead": ""}, ensure_ascii=False)
        faces = [_sans().name] if sheet.dyslexia else []
        try:
            return _compile(data, faces, pdf_standards="ua-1")
        except typst.TypstError:
            # A name in Chinese or Arabic script has no letters in these fonts: UA-1 forbids that.
            return _compile(data, faces)


def _compile(sheet: str, faces: list[str], **standard: Any) -> bytes:
    import typst

    compiler = typst.Compiler(  # type: ignore[misc]  # it takes the source as bytes as well
        _template(),
        ignore_system_fonts=True,
        font_paths=faces,
        sys_inputs={"sheet": sheet},
    )
    made = compiler.compile(format="pdf", timestamp=_TIMESTAMP, **standard)
    assert isinstance(made, bytes), "typst returns pages apart only for pictures"
    return made


FORMAT = PdfFormat()
