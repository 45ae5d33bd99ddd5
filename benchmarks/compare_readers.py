"""Our readers beside the libraries alone, by paragraphs that come out exactly.

    python benchmarks/compare_readers.py

The pages and sheets are our own, and our readers were made with the pages at hand, so this shows
what the clean-up adds, not how either does on a page that no one has seen. Libraries that are not
installed are left out: pip install readability-lxml newspaper4k pdfminer.six pdfplumber pymupdf
"""

import importlib
import io
import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import typst
from lxml import html

from quizgen.errors import InputError
from quizgen.readers import read_bytes

PAGES = Path(__file__).parents[1] / "tests" / "readers" / "pages"
EXPECTED = tomllib.loads((PAGES / "expected.toml").read_text(encoding="utf-8"))
SHEETS = {
    "one column": "",
    "justified, hyphenated": "#set par(justify: true)\n#set text(hyphenate: true)",
    "two columns": '#set page(columns: 2, paper: "a4")',
    "first-line indents": (
        "#set par(leading: 0.6em, spacing: 0.6em, first-line-indent: (amount: 1em, all: true))"
    ),
    "header and footer": "#set page(header: [Koran Sekolah], footer: [Edisi Juni])",
}
Read = Callable[[bytes], list[str]]


def ours(name: str) -> Read:
    """Return our reader of files called so."""

    def read(data: bytes) -> list[str]:
        try:
            return list(read_bytes(name, data, seconds=None).article.paragraphs)
        except InputError:
            return []

    return read


def trafilatura(data: bytes) -> list[str]:
    """Read a page with trafilatura alone."""
    return (importlib.import_module("trafilatura").extract(data) or "").split("\n")


def justext(data: bytes) -> list[str]:
    """Read a page with jusText and its Indonesian stop words."""
    module = importlib.import_module("justext")
    found = module.justext(data, module.get_stoplist("Indonesian"))
    return [each.text for each in found if not each.is_boilerplate]


def readability(data: bytes) -> list[str]:
    """Read a page with readability-lxml."""
    document = importlib.import_module("readability").Document(data.decode("utf-8", "replace"))
    root = html.fromstring(document.summary())
    return [each.text_content() for each in root.iter("p", "h2", "h3", "li")]


def newspaper(data: bytes) -> list[str]:
    """Read a page with newspaper4k."""
    article = importlib.import_module("newspaper").Article("https://contoh.id/a", language="id")
    article.download(input_html=data.decode("utf-8", "replace"))
    article.parse()
    return str(article.text).split("\n")


def pypdf(data: bytes) -> list[str]:
    """Read a PDF with pypdf alone."""
    reader = importlib.import_module("pypdf").PdfReader(io.BytesIO(data))
    return re.split(r"\n\s*\n", "\n\n".join(page.extract_text() for page in reader.pages))


def pdfminer(data: bytes) -> list[str]:
    """Read a PDF with pdfminer.six."""
    text = importlib.import_module("pdfminer.high_level").extract_text(io.BytesIO(data))
    return re.split(r"\n\s*\n", text)


def pdfplumber(data: bytes) -> list[str]:
    """Read a PDF with pdfplumber."""
    with importlib.import_module("pdfplumber").open(io.BytesIO(data)) as document:
        text = "\n\n".join(page.extract_text() or "" for page in document.pages)
    return re.split(r"\n\s*\n", text)


def pymupdf(data: bytes) -> list[str]:
    """Read a PDF with PyMuPDF, by its blocks."""
    document = importlib.import_module("pymupdf").open(stream=data, filetype="pdf")
    return [block[4] for page in document for block in page.get_text("blocks")]


def score(found: Iterable[str], expected: Iterable[str]) -> tuple[int, int, int]:
    """Return how many paragraphs are exact, found and expected."""
    lines = {key for text in found if (key := " ".join(text.split()))}
    wanted = {" ".join(text.split()) for text in expected}
    return len(lines & wanted), len(lines), len(wanted)


def compare(readers: dict[str, Read], cases: list[tuple[bytes, list[str]]]) -> None:
    """Print precision and recall of exact paragraphs of every reader that is installed."""
    for name, read in readers.items():
        try:
            scores = [score(read(data), expected) for data, expected in cases]
        except ImportError:
            print(f"{name:12} not installed")
            continue
        exact, found, wanted = (sum(each) for each in zip(*scores, strict=True))
        whole = sum(each[0] == each[1] == each[2] for each in scores)
        print(
            f"{name:12} P {exact / max(found, 1):6.1%} R {exact / wanted:6.1%} of {wanted};"
            f" whole {whole} of {len(cases)}"
        )


def sheets() -> list[tuple[bytes, list[str]]]:
    """Return PDF files in several layouts, with their paragraphs."""
    paragraphs: list[Any] = [
        text
        for entry in EXPECTED.values()
        for text in entry["paragraphs"]
        if len(text) > 100 and not re.search(r"[#*_$@<>\\`]", text)
    ]
    body = "\n\n".join(paragraphs)
    head = (
        '#set page(paper: "a5")\n#set text(lang: "id", size: 11pt)\n'
        "#set smartquote(enabled: false)\n"
    )
    return [
        (typst.compile(f"{head}{each}\n{body}".encode()), paragraphs) for each in SHEETS.values()
    ]


def main() -> None:
    """Compare on pages, then on PDF."""
    pages = [
        ((PAGES / f"{name}.html").read_bytes(), entry["paragraphs"])
        for name, entry in EXPECTED.items()
    ]
    print("pages")
    libraries: dict[str, Read] = {
        "quizgen": ours("a.html"),
        "trafilatura": trafilatura,
        "jusText": justext,
        "readability": readability,
        "newspaper4k": newspaper,
    }
    compare(libraries, pages)
    print("PDF")
    others: dict[str, Read] = {
        "quizgen": ours("a.pdf"),
        "pypdf": pypdf,
        "pdfminer.six": pdfminer,
        "pdfplumber": pdfplumber,
        "PyMuPDF": pymupdf,
    }
    compare(others, sheets())


if __name__ == "__main__":
    main()
