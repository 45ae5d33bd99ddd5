"""Opens the file of any format by the usual reader of its kind, and returns the texts in it.

``texts`` knows a reader for every suffix; a new format whose suffix it does not know fails.
"""

import csv
import html
import io
import json
import re
import shutil
import sqlite3
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import docx
import nbformat
import openpyxl
import pytest
from lxml import etree
from lxml import html as page
from markdown_it import MarkdownIt

from quizgen import player

_MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>")


def texts(data: bytes, suffix: str) -> list[str]:
    """Return every text that the file shows or holds, the markup around it read away.

    Where a text may be HTML or not, both readings are there.
    """
    return [form for text in _READERS[suffix](data) for form in _forms(text)]


def squeezed(text: str) -> str:
    """Return text without any space, for layouts that break lines."""
    return "".join(text.split())


def _forms(text: str) -> Iterator[str]:
    yield text
    if _MARKUP.search(text) or "&" in text:
        yield _shown(text)


def _shown(markup: str) -> str:
    return str(page.fromstring(f"<div>{markup}</div>").text_content())


def _docx(data: bytes) -> Iterator[str]:
    document = docx.Document(io.BytesIO(data))
    yield from ("".join(p.itertext()) for p in document.element.body.iter(f"{_W}p"))


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _pdf(data: bytes) -> Iterator[str]:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run([program, "-", "-"], input=data, capture_output=True, check=True)
    yield done.stdout.decode("utf-8")


def _page(data: bytes) -> Iterator[str]:
    read = page.document_fromstring(data.decode("utf-8"))
    for hidden in read.xpath("//script | //style"):
        hidden.getparent().remove(hidden)
    yield str(read.text_content())
    yield from (
        text for packed in read.xpath("//@data-quizgen") for text in _strings(player.decode(packed))
    )


def _markdown(source: str) -> Iterator[str]:
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    assert not any(token.type == "html_block" for token in tokens)
    for token in tokens:
        yield "".join(child.content for child in token.children or ())


def _md(data: bytes) -> Iterator[str]:
    yield from _markdown(data.decode("utf-8"))


def _notebook(data: bytes) -> Iterator[str]:
    notebook = nbformat.reads(data.decode("utf-8"), as_version=4)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            compile(cell.source.replace("%pip", "# pip"), "cell", "exec")
            packed = re.findall(r'"([A-Za-z0-9+/=]{40,})"', cell.source)
            yield from (text for each in packed for text in _strings(player.decode(each)))
        else:
            yield _shown(cell.source)
            yield from _markdown(_MARKUP.sub("", cell.source))


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for key, each in value.items():
                yield key
                yield from _strings(each)
        case list():
            for each in value:
                yield from _strings(each)


def _json(data: bytes) -> Iterator[str]:
    yield from _strings(json.loads(data))


def _script(data: bytes) -> Iterator[str]:
    quiz = data.decode("ascii" if data.isascii() else "utf-8").split("const QUIZ = ")[1]
    yield from _strings(json.loads(quiz.rstrip().removesuffix(";")))


def _xml(data: bytes) -> Iterator[str]:
    root = etree.fromstring(data)
    yield "".join(root.itertext())
    for node in root.iter(etree.Element):
        yield "".join(node.itertext())


def _gift(data: bytes) -> Iterator[str]:
    for row in data.decode("utf-8").split("\n"):
        yield re.sub(r"\\([~=#{}:\\])", r"\1", row.replace("\\n", "\n"))


def _sheet(data: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
        for line in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in line)
            # Excel's own escape of characters that XML cannot hold.
            yield from (str(cell.value) for cell in line if cell.value is not None)


def _table(data: bytes) -> Iterator[str]:
    for line in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        for cell in line:
            yield cell
            yield cell.removeprefix("'")


def _archive(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith((".xml", ".html")) and content:
                yield from _xml(content)
            elif name.endswith(".json"):
                yield from _json(content)


def _h5p(data: bytes) -> Iterator[str]:
    alike = str.maketrans("∗꞉∖", "*:\\")
    yield from (text.translate(alike) for text in _archive(data))


def _anki(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive, tempfile.TemporaryDirectory() as folder:
        [name] = [each for each in archive.namelist() if each.startswith("collection.anki2")]
        path = Path(folder) / name
        path.write_bytes(archive.read(name))
        with sqlite3.connect(path) as base:
            assert base.execute("pragma integrity_check").fetchall() == [("ok",)]
            rows = base.execute("select flds from notes").fetchall()
        base.close()
    for [fields] in rows:
        for field in fields.split("\x1f"):
            yield field
            yield html.unescape(field)


_READERS: dict[str, Callable[[bytes], Iterable[str]]] = {
    ".apkg": _anki,
    ".blooket.csv": _table,
    ".canvas.zip": _archive,
    ".csv": _table,
    ".docx": _docx,
    ".gift.txt": _gift,
    ".gs": _script,
    ".h5p": _h5p,
    ".html": _page,
    ".ipynb": _notebook,
    ".json": _json,
    ".kahoot.xlsx": _sheet,
    ".kisi-kisi.docx": _docx,
    ".kisi-kisi.xlsx": _sheet,
    ".md": _md,
    ".moodle.xml": _xml,
    ".pdf": _pdf,
    ".qti2.zip": _archive,
    ".qti3.zip": _archive,
    ".wayground.xlsx": _sheet,
}
