"""brat standoff: the text, and beside it a file of spans, in one zip."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from quizgen.model import Document, Entity, Reference

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip entry can have."""
_ANAPHOR = "REF"
_TYPES = (
    "PER", "ORG", "LOC", "GPE", "NORP", "EVENT", "PRODUCT", "LAW",
    "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "NUMBER", _ANAPHOR,
)  # fmt: skip
_CONFIGURATION = "[entities]\n{types}\n\n[relations]\n\n[events]\n\n[attributes]\n"
_CONFIGURED = {"annotation.conf": _CONFIGURATION.format(types="\n".join(_TYPES))}


class Brat:
    """A folder that brat opens once it is unpacked.

    Source: https://brat.nlplab.org/standoff.html
    """

    name = "brat"
    suffix = ".brat.zip"
    purpose = "A zip with text, standoff spans and their configuration, for the brat annotator."

    def export(self, document: Document) -> bytes:
        """Return the zip; its offsets are characters of the text file, 0-based, end exclusive.

        A note on each span has the full name and the value, or what an anaphor refers to.
        """
        return _zip({**_files(document), **_CONFIGURED})

    def collect(self, documents: Iterable[Document]) -> Iterator[tuple[str, bytes]]:
        """Yield the files of a folder that brat opens as it is."""
        for document in documents:
            yield from ((name, text.encode("utf-8")) for name, text in _files(document).items())
        yield from ((name, text.encode("utf-8")) for name, text in _CONFIGURED.items())


def _files(document: Document) -> dict[str, str]:
    name = re.sub(r"[^\w-]+", "-", document.article.id).strip("-") or "text"
    annotations = "".join(f"{line}\n" for line in _lines(document))
    return {f"{name}.txt": document.article.text, f"{name}.ann": annotations}


def _lines(document: Document) -> Iterator[str]:
    spans: list[Entity | Reference] = [*document.entities, *document.references]
    spans.sort(key=lambda span: (span.start, -span.end))
    for number, span in enumerate(spans, start=1):
        kind = span.type if isinstance(span, Entity) else _ANAPHOR
        quote = document.article.text[span.start : span.end]
        yield f"T{number}\t{kind} {span.start} {span.end}\t{_line(quote)}"
        yield f"#{number}\tAnnotatorNotes T{number}\t{_line(_note(span))}"


def _note(span: Entity | Reference) -> str:
    if isinstance(span, Reference):
        return f"= {span.antecedent}"
    return f"{span.canonical} = {span.value}" if span.value else span.canonical


def _line(text: str) -> str:
    """Return the text with every tab and line end a space, so that its length stays."""
    return re.sub(r"[\t\r\n]", " ", text)


def _zip(files: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, text.encode("utf-8"))
    return out.getvalue()


EXPORT = Brat()
