"""Markdown to blocks: the marks go, the words stay."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from quizgen.errors import InputError
from quizgen.readers._assemble import Metadata
from quizgen.readers._blocks import LONGEST_PARAGRAPH, Block
from quizgen.readers._metadata import first_date

_FRONT = re.compile(r"---[ ]*\n(.*?)^(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_FENCE = re.compile(r"^(```+|~~~+)[^\n]*\n.*?(?:^\1[`~]*[ ]*$|\Z)", re.DOTALL | re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\[\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
_TABLE = re.compile(r"^\|.*\|[ ]*(?:\n|\Z)", re.MULTILINE)
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]]+\]:[ ]+\S.*$", re.MULTILINE)
_SETEXT = re.compile(r"^(?![#>\-*+])([^\n]+)\n(?:=+|-+)[ ]*$", re.MULTILINE)
_MARK = re.compile(r"\0(\d+)\0")
_RULE = re.compile(r"[ ]{0,3}(?:[-*_][ ]*){3,}$")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ ]+(.*)$")
_BULLET = re.compile(r"\s*(?:[-*+][ ]+|(?=\d{1,3}[.)][ ]))")
_INLINE = (
    (re.compile(r"\[([^\[\]]+)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^<>]{1,500})>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]{0,500}>"), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"~~(.{1,300}?)~~"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])"), r"\1"),
)
_LEFT_OUT = (
    (_COMMENT, "comment"),
    (_FENCE, "code block"),
    (_TABLE, "table"),
    (_PICTURE, "picture"),
    (_DEFINITION, "link address"),
)
_TEXT_FIELDS = {
    "title": "title",
    "outlet": "outlet",
    "author": "author",
    "url": "url",
    "licence": "licence",
    "topic": "topic",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Markdown:
    """The blocks of a Markdown file, those that are no running text with a reason, and its head."""

    blocks: tuple[Block, ...]
    metadata: Metadata


def parse_markdown(text: str, *, source: str) -> Markdown:
    """Return the paragraphs, headings and list items of ``text`` without their marks.

    Raises:
        InputError: if the front matter is no YAML or a field of it is wrong.
    """
    front = _FRONT.match(text)
    metadata = _metadata(front[1], source) if front else Metadata()
    body = text[front.end() :] if front else text
    left_out: list[Block] = []
    for pattern, reason in _LEFT_OUT:
        end = "\n" if pattern in {_FENCE, _TABLE} else ""
        body = pattern.sub(partial(_marked, reason=reason, end=end, left_out=left_out), body)
    body = _SETEXT.sub(r"# \1", body)
    return Markdown(blocks=tuple(_blocks(body, left_out)), metadata=metadata)


def _marked(match: re.Match[str], *, reason: str, end: str, left_out: list[Block]) -> str:
    """Return a mark that holds the place of what is left out."""
    left_out.append(Block(text=match.group().strip(), reason=reason))
    return f"\0{len(left_out) - 1}\0{end}"


def _unmarked(text: str, left_out: list[Block]) -> str:
    """Return ``text`` of something left out with what had been left out of it before."""
    return _MARK.sub(lambda match: _unmarked(left_out[int(match[1])].text, left_out), text)


def _blocks(body: str, left_out: list[Block]) -> list[Block]:
    blocks: list[Block] = []
    waiting: list[Block] = []
    open_block = False
    for raw in body.split("\n"):
        marked = (left_out[int(match[1])] for match in _MARK.finditer(raw))
        waiting.extend(replace(each, text=_unmarked(each.text, left_out)) for each in marked)
        line = re.sub(r"^(?:[ ]{0,3}>[ ]?)+", "", _MARK.sub("", raw))
        blank = not line.strip() or bool(_RULE.match(line))
        if blank or not open_block:
            # Between the lines of a paragraph it would part what belongs together.
            blocks.extend(waiting)
            waiting.clear()
        if not blank:
            _take(line, blocks, open_block=open_block)
        open_block = not (blank or blocks[-1].heading)
    return [block for block in (*blocks, *waiting) if block.text]


def _take(line: str, blocks: list[Block], *, open_block: bool) -> None:
    heading, bullet = _HEADING.match(line), _BULLET.match(line)
    if heading:
        blocks.append(Block(text=_plain(heading[1].rstrip("# ")), heading=True))
    elif open_block and not bullet and len(blocks[-1].text) < LONGEST_PARAGRAPH:
        joined = f"{blocks[-1].text} {_plain(line)}"
        blocks[-1] = Block(text=joined, item=blocks[-1].item)
    else:
        text = line[bullet.end() :] if bullet else line
        blocks.append(Block(text=_plain(text), item=bool(bullet)))


def _plain(text: str) -> str:
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return re.sub(r"\s+", " ", text).strip()


def _metadata(front: str, source: str) -> Metadata:
    import yaml

    try:
        fields = yaml.safe_load(front) or {}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = str(error).splitlines()[0]
        raise InputError(f"{source}: the front matter is no YAML ({problem}); mend it") from error
    if not isinstance(fields, dict):
        raise InputError(f"{source}: the front matter is no list of fields; write 'title: …'")
    known = {
        field: " ".join(str(fields[key]).split())
        for key, field in _TEXT_FIELDS.items()
        # A list may refer to itself, and grow without end when printed.
        if isinstance(fields.get(key), str | int | float | dt.date)
    }
    return Metadata(**known, date=_date(fields, source), level=_level(fields, source))


def _date(fields: Mapping[str, Any], source: str) -> dt.date | None:
    value = fields.get("date")
    if value is None or isinstance(value, list | dict):
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    date = value if isinstance(value, dt.date) else first_date(str(value))
    if date is None:
        raise InputError(f"{source}: the front matter has no such date '{value}'; use 2024-06-19")
    return date


def _level(fields: Mapping[str, Any], source: str) -> int | None:
    value = fields.get("level")
    if value is None or (type(value) is int and 1 <= value <= 7):
        return value
    raise InputError(f"{source}: the front matter has level '{value}'; use a BIPA level, 1 to 7")
