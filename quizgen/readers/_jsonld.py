"""What a page says about its article in JSON-LD (schema.org)."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_TYPES = re.compile(r"(?:\w*NewsArticle|Article|BlogPosting|Report|LiveBlogPosting)$")
_WRAPPING = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$")
_MARK = re.compile(r"</?(?:p|br|div|li|h\d)\b[^>]{0,300}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^>]{0,300}>")
_MOST_NODES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedData:
    """What was found; empty where nothing was."""

    headline: str = ""
    published: str = ""
    """ISO 8601, as the page has it."""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    body: tuple[str, ...] = ()
    """The paragraphs of the article."""


def linked_data(root: Any) -> LinkedData:
    """Return what the scripts of a page say about the article; of several the longest."""
    nodes = list(_nodes(root))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    found = [_read(node, by_id) for node in nodes if _is_article(node)]
    return max(found, key=lambda each: len("".join(each.body)), default=LinkedData())


def _nodes(root: Any) -> Iterator[Mapping[str, Any]]:
    waiting: list[Any] = []
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            waiting.append(json.loads(_WRAPPING.sub("", script.text or ""), strict=False))
        # Pages have all kinds of errors there; the page itself is read without it.
        except (ValueError, RecursionError):
            continue
    count = 0
    while waiting and count < _MOST_NODES:
        count += 1
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in ("@graph", "mainEntity") if key in value)


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _TYPES.search(kind) for kind in kinds)


def _read(node: Mapping[str, Any], by_id: Mapping[str, Any]) -> LinkedData:
    authors = node.get("author")
    authors = authors if isinstance(authors, list) else [authors]
    names = (_name(author, by_id) for author in authors)
    body = _text(node.get("articleBody"))
    paragraphs = (
        " ".join(line.split()) for line in _TAG.sub("", _MARK.sub("\n", body)).split("\n")
    )
    return LinkedData(
        headline=" ".join(_text(node.get("headline")).split()),
        published=_text(node.get("datePublished")).strip(),
        authors=tuple(dict.fromkeys(filter(None, names))),
        publisher=_name(node.get("publisher"), by_id),
        body=tuple(filter(None, paragraphs)),
    )


def _name(value: Any, by_id: Mapping[str, Any]) -> str:
    if isinstance(value, dict):
        named = value if "name" in value else by_id.get(str(value.get("@id")), {})
        value = named.get("name")
    return " ".join(_text(value).split())


def _text(value: Any) -> str:
    # Some pages escape what is in a script as if it were outside.
    return html.unescape(value) if isinstance(value, str) else ""
