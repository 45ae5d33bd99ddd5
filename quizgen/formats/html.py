"""HTML: one file without a network; it prints as a sheet and checks answers where scripts run."""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import NoReturn

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from quizgen import player
from quizgen.formats import _lesson
from quizgen.formats._blocks import (
    Block,
    Fields,
    Heading,
    Instruction,
    Lkpd,
    Notice,
    Passage,
    Sheet,
    Table,
    Title,
)
from quizgen.formats._player_passage import paragraphs
from quizgen.formats._player_payload import fingerprint, payload
from quizgen.formats._sheet import plan
from quizgen.model import Edition, Worksheet
from quizgen.wording import labels


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading with what stands under it; ``slot`` is the place of the player, if it has one.

    A ``frame`` is part of a lesson: the player has nothing to put in its place.
    """

    heading: str
    new_page: bool
    blocks: tuple[Block, ...]
    slot: int | None
    frame: bool = False


_NOTHING = Markup()


@dataclass(frozen=True, slots=True)
class Around:
    """What a site puts around a student's page: markup, and its own style and script.

    Ids and classes of the page start with ``qg``, ``p`` or ``s``; those of a site with ``site``.
    """

    head: Markup = _NOTHING
    above: Markup = _NOTHING
    below: Markup = _NOTHING
    style: str = ""
    script: str = ""


class Html:
    """A page that works from a USB stick."""

    name = "html"
    suffix = ".html"
    purpose = "One offline page: a printable sheet that checks itself where JavaScript runs."
    leaves_out: Mapping[str, str] = {}

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the page; the teacher's edition has the key and no script."""
        return self.embed(worksheet, Around(), edition=edition)

    def embed(self, worksheet: Worksheet, around: Around, *, edition: Edition = "student") -> bytes:
        """Return the page with something around it; it still allows its own rules alone."""
        sheet = plan(replace(worksheet, lesson=None), edition)
        blocks = sheet.blocks
        student = edition == "student"
        script = f"{player.script()}\nstart(document);\n{around.script}" if student else ""
        style = f"{player.style()}\n{_resource('sheet.css')}"
        style += (_resource("lesson.css") if worksheet.lesson else "") + around.style
        parts = list(_parts(blocks, interactive=student))
        ahead, between = _frame(worksheet, teacher=not student)
        parts[-1:-1] = between
        hidden = _first_hidden(worksheet, parts) if student else len(parts)
        text = _template().render(
            beside=parts[:hidden],
            alone=parts[hidden:],
            ahead=ahead,
            schedule=_schedule(worksheet) if edition == "teacher" else None,
            **_opening(blocks) | ({"opening": []} if ahead else {}),
            title=sheet.title,
            look=_look(sheet),
            language=worksheet.language,
            numbered=worksheet.numbered or not student,
            paragraphs=paragraphs(worksheet),
            payload=player.encode(payload(worksheet, worksheet.sections)) if student else "",
            fingerprint=fingerprint(worksheet),
            words=labels(worksheet),
            policy=_policy(style, script),
            style=Markup(style),  # our own file, no data in it
            script=Markup(script),
            around=around,
        )
        return text.encode("utf-8")

    def draw(self, sheet: Sheet) -> bytes:
        """Return any plan of a sheet without a passage as a page to be printed."""
        style = f"{player.style()}\n{_resource('sheet.css')}"
        text = _template().render(
            beside=list(_parts(sheet.blocks, interactive=False)),
            alone=[],
            ahead=[],
            schedule=None,
            **_opening(sheet.blocks),
            title=sheet.title,
            look=_look(sheet),
            language=sheet.language,
            numbered=False,
            paragraphs=(),
            payload="",
            fingerprint="",
            words={},
            policy=_policy(style, ""),
            style=Markup(style),  # our own file, no data in it
            script="",
            around=Around(),
        )
        return text.encode("utf-8")


def _look(sheet: Sheet) -> str:
    """Return the classes of the page that its layout asks for."""
    return " qg-large" * sheet.large + " qg-dyslexia" * sheet.dyslexia


def _opening(blocks: tuple[Block, ...]) -> dict[str, object]:
    """Return what stands before the first heading, by what it is."""
    ends = [index for index, block in enumerate(blocks) if isinstance(block, Heading)]
    first = blocks[: ends[0]] if ends else blocks
    return {
        "head": next(block for block in first if isinstance(block, Title)),
        "fields": next((block for block in first if isinstance(block, Fields)), None),
        "lkpd": next((block for block in first if isinstance(block, Lkpd)), None),
        "notices": [block for block in first if isinstance(block, Notice)],
        "opening": [block for block in first if isinstance(block, Instruction)],
        "passage": next((block for block in first if isinstance(block, Passage)), None),
    }


def _parts(blocks: tuple[Block, ...], *, interactive: bool) -> Iterator[_Part]:
    starts = [index for index, block in enumerate(blocks) if isinstance(block, Heading)]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(blocks)], strict=True)):
        heading = blocks[start]
        assert isinstance(heading, Heading)
        slot = number if interactive else None
        yield _Part(heading.text, heading.new_page, blocks[start + 1 : end], slot)


def _frame(worksheet: Worksheet, *, teacher: bool) -> tuple[list[_Part], list[_Part]]:
    """Return the parts of a lesson ahead of the passage, and those before the writing task."""
    lesson, words = worksheet.lesson, labels(worksheet)
    if lesson is None:
        return [], []
    ahead = (part(lesson, words, teacher=teacher) for part in (_lesson.before, _lesson.reading))
    return _framed(chain(*ahead)), _framed(_lesson.after(lesson, words, teacher=teacher))


def _framed(blocks: Iterable[Block]) -> list[_Part]:
    return [replace(part, frame=True) for part in _parts(tuple(blocks), interactive=False)]


def _schedule(worksheet: Worksheet) -> Table | None:
    lesson = worksheet.lesson
    return _lesson.schedule(lesson, labels(worksheet)) if lesson else None


def _first_hidden(worksheet: Worksheet, parts: list[_Part]) -> int:
    """Return where the sections begin that are not to stand beside the passage."""
    hidden = (index for index, section in enumerate(worksheet.sections) if section.hidden)
    return next(hidden, len(parts))


def _policy(style: str, script: str) -> str:
    """Forbid everything but this very style sheet and this very script."""
    allowed = [f"style-src '{_digest(style)}'", "img-src data:"]
    allowed += [f"script-src '{_digest(script)}'"] if script else []
    return "; ".join(["default-src 'none'", *allowed, "base-uri 'none'", "form-action 'none'"])


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("quizgen.formats"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    made.filters["is_blank"] = lambda text: len(text) > 1 and not text.strip("_")
    made.filters["unknown"] = _unknown
    return made


def _unknown(block: object) -> NoReturn:
    raise TypeError(f"sheet.html.j2 cannot draw a {type(block).__name__}; add it there")


def _template() -> Template:
    return _environment().get_template("sheet.html.j2")


def _resource(name: str) -> str:
    loader = _environment().loader
    assert loader is not None
    return loader.get_source(_environment(), name)[0]


FORMAT = Html()
