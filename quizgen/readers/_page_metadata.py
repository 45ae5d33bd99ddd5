"""Title, date, author and outlet of a web page, from all that it says about itself."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from quizgen.readers._blocks import has_full_stop, words
from quizgen.readers._jsonld import LinkedData
from quizgen.readers._page import Piece

_SEPARATOR = re.compile(r"\s+[-|–—·•»:]+\s+")
_SITE = re.compile(r"\s+[-|–—·:]\s+[^-|–—·]{2,40}$")
_BY = re.compile(r"^(?:oleh|by|penulis|pewarta|reporter)\s*:?\s+", re.IGNORECASE)
_DESK = re.compile(
    r"\b(?:redaksi|admin(?:istrator)?|tim|newsroom|editor|humas|desk)\b|@|https?:", re.IGNORECASE
)
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//*[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
)
_HEADINGS = ("h1", "h2", "h3", "h4")
_LONGEST_TITLE = 30
_WIB = dt.timezone(dt.timedelta(hours=7))


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The title of a page, and which of its pieces shows it."""

    text: str | None
    index: int | None = None


def find_headline(pieces: Sequence[Piece], claims: Iterable[str | None], page: str) -> Headline:
    """Return the title of the article.

    Args:
        pieces: of the page.
        claims: titles that the page gives in its data, the most trusted first.
        page: its ``<title>``, which mostly names the site too.
    """
    wanted = [each for each in claims if each]
    segments = {segment.strip() for segment in _SEPARATOR.split(page)} | set(wanted)
    for index, piece in enumerate(pieces):
        if piece.element.tag == "h1" and _agrees(piece.text, [*wanted, page]):
            return Headline(text=piece.text, index=index)
    named = [
        index
        for index, piece in enumerate(pieces)
        if piece.text in segments and 2 < words(piece.text) <= _LONGEST_TITLE and piece.linked < 0.5
    ]
    if named:
        best = min(
            named, key=lambda index: (_rank(pieces[index]), -words(pieces[index].text), index)
        )
        return Headline(text=pieces[best].text, index=best)
    first = [index for index, piece in enumerate(pieces) if piece.element.tag == "h1"]
    if wanted or page:
        text = wanted[0] if wanted else page
        return Headline(text=text if has_full_stop(text) else _SITE.sub("", text))
    only = first[0] if len(first) == 1 else None
    return Headline(text=None if only is None else pieces[only].text, index=only)


def _agrees(text: str, wanted: Iterable[str]) -> bool:
    return words(text) > 1 and any(
        each.startswith(text) or text.startswith(each) or (words(text) > 3 and text in each)
        for each in wanted
        if each
    )


def _rank(piece: Piece) -> int:
    return _HEADINGS.index(piece.element.tag) if piece.element.tag in _HEADINGS else len(_HEADINGS)


def site_in_title(page: str, title: str | None) -> str | None:
    """Return what ``<title>`` says beside the title of the article: the name of the site.

    >>> site_in_title("Kopi Dipetik – Kabar Sela", "Kopi Dipetik")
    'Kabar Sela'
    """
    if not title or title not in page or title == page:
        return None
    rest = [_SEPARATOR.sub(" ", f" {each} ").strip(" -|–—·•»:") for each in page.split(title, 1)]
    named = [each for each in rest if each]
    return named[0] if len(named) == 1 and words(named[0]) <= 6 else None


def published(root: Any, linked: LinkedData) -> dt.date | None:
    """Return the day of publication in Indonesia (WIB), if the page gives it with its time."""
    stamps = [linked.published]
    for path in _PUBLISHED:
        stamps.extend(str(each) for each in root.xpath(path)[:1])
    for stamp in stamps:
        try:
            moment = dt.datetime.fromisoformat(stamp.strip())
        except ValueError:
            continue
        # Only UTC is no local time: an outlet in the east writes its own.
        utc = moment.tzinfo is not None and not moment.utcoffset()
        return _in_wib(moment) if utc else moment.date()
    return None


def _in_wib(moment: dt.datetime) -> dt.date:
    try:
        return moment.astimezone(_WIB).date()
    # The last day that the calendar has.
    except OverflowError:
        return moment.date()


def author_of(linked: LinkedData, found: str | None, outlet: str | None) -> str | None:
    """Return the writers, parted by commas; None where only a desk or the outlet is named."""
    names = linked.authors or tuple((found or "").split(";"))
    cleaned = [_BY.sub("", " ".join(name.split())) for name in names]
    people = [name for name in cleaned if name and name != outlet and not _DESK.search(name)]
    return ", ".join(dict.fromkeys(people)) or None
