"""Word documents."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from quizgen.errors import InputError
from quizgen.model import Imported
from quizgen.readers._assemble import Metadata, assemble
from quizgen.readers._blocks import Block
from quizgen.readers._decode import check_size, tidy
from quizgen.readers._package import check_package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TITLE = re.compile(r"(?:title|judul)$", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|judul|subtitle|subjudul)\s*\d*$", re.IGNORECASE)
_LIST = re.compile(r"(?:list|daftar)\b", re.IGNORECASE)
_CAPTION = re.compile(r"(?:caption|keterangan)\b", re.IGNORECASE)
_MOST_PARAGRAPHS = 5_000
# The author that software puts in when no one has.
_NO_AUTHOR = {"python-docx", "Microsoft Office User", "User", "Unknown"}


class DocxReader:
    """Reads .docx: paragraphs, headings and list items; tables and text boxes are left out."""

    name = "docx"
    suffixes = (".docx",)

    def read(self, data: bytes, *, source: str) -> Imported:
        """Return the article of the document in ``data``; see ``Reader.read``.

        Raises:
            InputError: if ``data`` is no .docx file or holds no Indonesian article.
        """
        import docx

        try:
            check_package(data, source=source)
            blocks, metadata = _contents(docx.Document(io.BytesIO(data)), source)
        except InputError:
            raise
        # Damage makes zipfile, lxml and python-docx fail with errors of no common base, and not
        # only on opening: parts are read when they are asked for.
        except Exception as error:
            raise InputError(f"{source}: is no Word document; save it again as .docx") from error
        return assemble(blocks, source=source, metadata=metadata)


def _contents(document: Any, source: str) -> tuple[list[Block], Metadata]:
    above, below = _margins(document)
    blocks: list[Block] = []
    styles = {str(style.style_id): str(style.name) for style in document.styles}
    for paragraph in _paragraphs(document, source):
        style = _style(paragraph, styles)
        reason = _reason_apart(paragraph, style)
        lines = tidy(_text(paragraph)).split("\n")
        filled = [" ".join(line.split()) for line in lines if line.strip()]
        if reason is not None:
            blocks.extend(Block(text=line, reason=reason) for line in filled)
        else:
            blocks.extend(_blocks(filled, style, paragraph))
    check_size("\n".join(block.text for block in blocks), source=source)
    title, body = _part_title(document, blocks, styles)
    return [*above, *body, *below], Metadata(title=title, author=_author(document))


def _text(paragraph: Any) -> str:
    """Return what a reader sees, with tracked insertions and without deletions."""
    parts: list[str] = []
    for node in paragraph.iter():
        if node.tag == f"{_W}t" and _owner(node) is paragraph:
            parts.append(node.text or "")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif node.tag == f"{_W}tab" and node.getparent().tag == f"{_W}r":
            parts.append(" ")
        elif node.tag in {f"{_W}br", f"{_W}cr"} and _owner(node) is paragraph:
            parts.append("\n")
    return "".join(parts)


def _owner(node: Any) -> Any:
    return next(parent for parent in node.iterancestors() if parent.tag == f"{_W}p")


def _paragraphs(document: Any, source: str) -> list[Any]:
    # What newer programs show has a double for older ones.
    found = [
        paragraph
        for paragraph in document.element.body.iter(f"{_W}p")
        if not any(parent.tag == _FALLBACK for parent in paragraph.iterancestors())
    ]
    if len(found) > _MOST_PARAGRAPHS:
        raise InputError(f"{source}: has too many paragraphs; give one article at a time")
    return found


def _reason_apart(paragraph: Any, style: str) -> str | None:
    tags = {parent.tag.rpartition("}")[2] for parent in paragraph.iterancestors()}
    if "txbxContent" in tags:
        return "text box"
    if "tbl" in tags:
        return "table"
    return "photo caption" if _CAPTION.match(style) else None


def _style(paragraph: Any, styles: Mapping[str, str]) -> str:
    node = paragraph.find(f"{_W}pPr/{_W}pStyle")
    identifier = node.get(f"{_W}val", "") if node is not None else ""
    return styles.get(identifier, str(identifier))


def _blocks(lines: list[str], style: str, paragraph: Any) -> Iterator[Block]:
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    heading = bool(_TITLE.match(style) or _HEADING.match(style))
    for line in lines:
        item = not heading and (numbered or bool(_LIST.match(style)))
        yield Block(text=line, heading=heading, item=item)


def _part_title(
    document: Any, blocks: list[Block], styles: Mapping[str, str]
) -> tuple[str | None, list[Block]]:
    for paragraph in document.element.body.iter(f"{_W}p"):
        text = " ".join(tidy(_text(paragraph)).split())
        if text and _TITLE.match(_style(paragraph, styles)):
            return text, [block for block in blocks if block.text != text]
    first = next((block for block in blocks if not block.reason), None)
    if first is not None and first.heading:
        return first.text, [block for block in blocks if block is not first]
    return None, blocks


def _margins(document: Any) -> tuple[list[Block], list[Block]]:
    """Return page headers, which stand above the text, and footers and notes below it."""
    parts = list(_marginal(document))
    above = [block for block in parts if block.reason == "page header"]
    return above, [block for block in parts if block not in above]


def _marginal(document: Any) -> Iterator[Block]:
    seen: set[str] = set()
    for part in document.part.package.iter_parts():
        name = str(part.partname)
        match = re.search(r"/(header|footer|footnotes|endnotes|comments)\d*\.xml$", name)
        text = _part_text(part) if match else ""
        if match and text and text not in seen:
            seen.add(text)
            yield Block(text=text, reason=f"page {match[1]}" if match[1][-1] == "r" else match[1])


def _part_text(part: Any) -> str:
    from docx.oxml import parse_xml

    root = parse_xml(part.blob)
    paragraphs = (tidy(_text(paragraph)).strip() for paragraph in root.iter(f"{_W}p"))
    return "\n".join(filter(None, paragraphs))


def _author(document: Any) -> str | None:
    name = (document.core_properties.author or "").strip()
    return None if not name or name in _NO_AUTHOR else name


READER = DocxReader()
