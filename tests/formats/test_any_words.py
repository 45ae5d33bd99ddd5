"""Every format there is, with words that are markup somewhere: it opens, and they are in it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.formats._fragments import name, tasks
from quizgen.formats._inline import pieces
from quizgen.interfaces import Format, editions_of, formats, omissions_of
from quizgen.model import (
    Categorise,
    Choice,
    Evidence,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Option,
    Ordering,
    Response,
    Sentence,
    Statement,
    Worksheet,
)

from . import sample
from .answers import items, sheet, words
from .opened import squeezed, texts

NAMES = ("محمد بن سلمان", "בנימין נתניהו", "Владимир Путин", "习近平", "윤석열")
PARTS = (
    "<b>", "&", "&amp;", "{~=}", "::", "=1+1", "$x$", "\\", '"', "'", "“", "😀", "…", "]]>",
    "w" * 200, *NAMES,
)  # fmt: skip
EVERYTHING = " ".join(("Nama", *PARTS))
BLUEPRINTS = ("kisi-kisi", "kisi-kisi-docx")
"""Formats that describe the tasks instead of setting them."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_PRINTED = re.compile(r"[!-~]+")


def parts() -> st.SearchStrategy[str]:
    chosen = st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map(" ".join)
    return st.one_of(chosen, words())


def reading(made: tuple[Item, ...], title: str) -> Worksheet:
    """Return a sheet whose text is hostile as well, with an item for the passage's own words."""
    worksheet = sheet(made, title)
    article = replace(worksheet.article, paragraphs=(title,), author=title)
    sentence = Sentence(id="s1", paragraph=1, start=0, end=len(title), text=title)
    document = replace(worksheet.document, article=article, sentences=(sentence,))
    return replace(worksheet, document=document)


def everything() -> tuple[Item, ...]:
    """Return an item of every kind with all the parts in each of its texts."""
    a, b, c = (f"{EVERYTHING} {mark}" for mark in "abc")
    options = (Option(text=a, correct=True, why=a), Option(text=b, why=b), Option(text=c, why=c))
    responses: dict[str, Response] = {
        "choice": Choice(options=options),
        "multi-choice": MultiChoice(options=(*options, replace(options[0], text="ya"))),
        "matching": Matching(pairs=((a, b), (b, c)), distractors=(a,)),
        "ordering": Ordering(options=options, shown=(1, 0, 2)),
        "gap": Gap(answers=((a,), (b,)), bank=options),
    }
    judged = (Statement(text=a, category="Benar", why=a), Statement(text=b, category="Salah"))
    responses["categorise"] = Categorise(categories=("Benar", "Salah"), statements=judged)
    others = {item.response.kind: item.response for _, item in sample.worksheet().items()}
    return tuple(
        replace(
            sample.CHOICE,
            id=f"item-{kind}",
            prompt=f"{EVERYTHING} {kind} {{{{1}}}} dan {{{{2}}}}" if kind == "gap" else a,
            response=response,
            explanation=a,
            evidence=(Evidence("s1", EVERYTHING),),
        )
        for kind, response in (others | responses).items()
    )


def kept(form: Format, worksheet: Worksheet) -> Iterator[Item]:
    """Yield the items that the format says it holds."""
    if form.name in BLUEPRINTS:
        return
    told = " ".join(omissions_of(form, worksheet))
    for task in tasks(worksheet):
        if task.item.response.kind not in form.leaves_out and name(task, worksheet) not in told:
            yield task.item


def shown(item: Item, form: Format) -> Iterator[str]:
    """Yield the texts of an item that a learner must see."""
    if isinstance(item.response, Gap):
        rows = item.prompt.split("\n")
        yield from (p for row in rows for p in pieces(row, 2) if isinstance(p, str))
        yield from (option.text for option in item.response.bank)
        return
    # A game of short questions shows a statement alone.
    if form.name != "kahoot" or not isinstance(item.response, Categorise):
        yield from item.prompt.split("\n")
    match item.response:
        case Choice(options=options) | MultiChoice(options=options) | Ordering(options=options):
            yield from (option.text for option in options)
        case Categorise(statements=statements):
            yield from (statement.text for statement in statements)
        case Matching(pairs=pairs, distractors=distractors):
            yield from (side for pair in pairs for side in pair)
            yield from distractors


def lost(form: Format, worksheet: Worksheet) -> list[str]:
    """Return the words that are nowhere in the file of an edition."""
    wanted = [text for item in kept(form, worksheet) for text in shown(item, form)]
    if not any("passage" in each for each in omissions_of(form, worksheet)) and wanted:
        wanted.append(worksheet.article.title or "")
    missing = []
    for edition in editions_of(form):
        found = texts(form.render(worksheet, edition=edition), form.suffix)
        there = "\n".join(_compared(form, text) for text in found)
        missing += [part for text in wanted for part in _parts(form, text) if part not in there]
    return missing


def _compared(form: Format, text: str) -> str:
    """Return text without space, and for a PDF without what parts long words."""
    words = squeezed(text)
    return words.replace("-", "").replace("\u200b", "") if form.name == "pdf" else words


def _parts(form: Format, text: str) -> list[str]:
    """Return the parts of a text to look for, without space; of a PDF what is surely in order."""
    if form.name != "pdf":
        return [part for part in [squeezed(text)] if part]
    if _RIGHT_TO_LEFT.search(text):
        return []
    return [part for each in _PRINTED.findall(text) if (part := _compared(form, each))]


each_format = pytest.mark.parametrize("form", formats(), ids=lambda form: form.name)
SETTINGS: dict[str, Any] = {"deadline": None, "suppress_health_check": list(HealthCheck)}


@each_format
def test_all_of_them_at_once_are_kept(form: Format) -> None:
    assert lost(form, reading(everything(), EVERYTHING)) == []


@each_format
def test_any_of_them_are_kept(form: Format) -> None:
    @settings(max_examples=12, **SETTINGS)
    @given(items(), parts())
    def check(made: tuple[Item, ...], title: str) -> None:
        assert lost(form, reading(made, title)) == []

    check()
