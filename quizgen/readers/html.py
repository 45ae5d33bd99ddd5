"""Saved web pages."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from quizgen.errors import InputError
from quizgen.model import Imported
from quizgen.readers._assemble import Metadata, assemble
from quizgen.readers._blocks import Block, words
from quizgen.readers._decode import check_size, decode_page, tidy
from quizgen.readers._jsonld import LinkedData, linked_data
from quizgen.readers._metadata import first_date
from quizgen.readers._page import Piece, pieces_of
from quizgen.readers._page_article import mark_article, mark_credits, mark_outside
from quizgen.readers._page_metadata import (
    Headline,
    author_of,
    find_headline,
    published,
    site_in_title,
)
from quizgen.readers._quiet import quiet

MAX_PAGE_BYTES = 20_000_000
"""The largest page, scripts and all, that is read."""

_LONGEST_STAMP = 12
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_MARKUP = re.compile(r"<\s*(?:!doctype|html|head|body|article|div|p|h1)\b", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


class HtmlReader:
    """Reads .html: the article of the page, without menus, advertisements and links."""

    name = "html"
    suffixes = (".html", ".htm")

    def read(self, data: bytes, *, source: str) -> Imported:
        """Return the article of the page in ``data``; see ``Reader.read``.

        Raises:
            InputError: if ``data`` is no page, too large, or holds no Indonesian article.
        """
        return read_page(data, source=source)


def read_page(
    data: bytes, *, source: str, url: str | None = None, charset: str | None = None
) -> Imported:
    """Return the article of a page.

    Args:
        data: the page as it was sent or saved.
        source: named in errors.
        url: where it was fetched, if it was.
        charset: its encoding, if something outside the page names it.

    Raises:
        InputError: if ``data`` is no page, too large, or holds no Indonesian article.
    """
    if len(data) > MAX_PAGE_BYTES:
        raise InputError(f"{source}: is a page of more than 20 MB; copy the article to a .txt file")
    page = _DECLARATION.sub("", _decode(data, source, charset))
    root = _parse(page, source)
    pieces = pieces_of(root)
    linked = linked_data(root)
    check_size("\n".join([*(piece.text for piece in pieces), *linked.body]), source=source)
    known, texts = _extract(page, url)
    headline = find_headline(pieces, (linked.headline, *_open_graph(root, "title")), _name(root))
    metadata = _metadata(root, known, linked, headline)
    names = (metadata.author, metadata.outlet)
    blocks = mark_credits(_blocks(pieces, headline, texts or linked.body, linked), names)
    if all(block.reason for block in blocks):
        raise InputError(f"{source}: has no article text; copy the text to a .txt file")
    below = pieces[: headline.index + 6] if headline.index is not None else pieces[:5]
    metadata = replace(metadata, url=url or known.url, date=metadata.date or _stamp(below))
    return assemble(blocks, source=source, metadata=metadata)


def _blocks(
    pieces: Sequence[Piece], headline: Headline, texts: Sequence[str], linked: LinkedData
) -> list[Block]:
    """Return all text of the page, the headline apart, with reasons for what is no article."""
    split = 0 if headline.index is None else headline.index
    above, below = pieces[:split], pieces[split + (headline.index is not None) :]
    blocks = mark_article(below, texts)
    shown = sum(len(block.text) for block in blocks if not block.reason)
    # A page that a script fills shows nothing, but may hold the text in its data.
    if 2 * shown < sum(map(len, linked.body)):
        blocks = [*(Block(text=text) for text in linked.body), *mark_outside(below)]
    return [*mark_outside(above), *blocks]


def _metadata(root: Any, known: Metadata, linked: LinkedData, headline: Headline) -> Metadata:
    names = [*_open_graph(root, "site_name"), linked.publisher]
    names.append(site_in_title(_name(root), headline.text) or "")
    outlet = next(filter(None, names), None) or known.outlet
    return replace(
        known,
        title=headline.text,
        date=published(root, linked) or known.date,
        outlet=outlet,
        author=author_of(linked, known.author, outlet),
    )


def _decode(data: bytes, source: str, charset: str | None) -> str:
    named = _CHARSET.search(data[:4096])
    text = decode_page(data, charset=charset or (named[1].decode("ascii") if named else None))
    if "\x00" not in text and _MARKUP.search(text):
        return tidy(text)
    raise InputError(f"{source}: is no web page; save it again as 'web page, HTML only'")


def _parse(page: str, source: str) -> Any:
    from lxml import etree
    from lxml import html as lxml_html

    try:
        return lxml_html.document_fromstring(page)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{source}: is an empty page; save it again") from error


def _extract(page: str, url: str | None) -> tuple[Metadata, list[str]]:
    """Return what trafilatura finds: the metadata, and paragraphs of the article."""
    import trafilatura

    # No guessing of dates, and no clock: the default refuses dates after today.
    dates = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
    with quiet("trafilatura", "htmldate", "courlan"):
        found: Any = trafilatura.bare_extraction(
            page,
            url=url,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={**dates, "outputformat": "%Y-%m-%d"},
        )
    if found is None:
        return Metadata(), []
    author = found.author if found.author != found.sitename else None
    metadata = Metadata(
        title=_one_line(found.title),
        date=dt.date.fromisoformat(found.date) if found.date else None,
        outlet=_one_line(found.sitename) or _one_line(found.hostname),
        author=_one_line(author),
        url=_one_line(found.url),
        licence=_one_line(found.license),
    )
    return metadata, (found.text or "").split("\n")


def _open_graph(root: Any, name: str) -> list[str]:
    found = root.xpath(f"//meta[@property='og:{name}']/@content")
    return [text for each in found[:1] if (text := _one_line(str(each)))]


def _name(root: Any) -> str:
    return _one_line(root.findtext(".//title")) or ""


def _one_line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _stamp(pieces: Sequence[Piece]) -> dt.date | None:
    dates = (first_date(piece.text) for piece in pieces if words(piece.text) <= _LONGEST_STAMP)
    return next(filter(None, dates), None)


READER = HtmlReader()
