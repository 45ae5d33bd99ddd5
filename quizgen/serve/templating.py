"""The templates' environment, and the filters that turn our data into what a page shows."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from quizgen.formats._blocks import Line
from quizgen.formats._inline import gapped, lines, rich
from quizgen.interfaces import is_proven
from quizgen.language.readability import Feature
from quizgen.model import Document, Gap, Item
from quizgen.readers import reason_in

_SHARES = frozenset({"uncommon_words", "abstract_nouns"})
"""Features that are shares of one; people read them in per cent."""


@cache
def environment() -> Environment:
    """Return the environment; whatever is printed is escaped."""
    made = Environment(
        loader=PackageLoader("quizgen.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    made.filters |= {
        "rich": rich,
        "prompt_lines": prompt_lines,
        "number_in": number_in,
        "value_in": value_in,
        "day": day,
        "reason": reason_in,
        "proven": is_proven,
        "sentences_by_paragraph": sentences_by_paragraph,
    }
    return made


def prompt_lines(item: Item) -> Sequence[Line]:
    """Return the lines of a prompt, gaps with their answers."""
    if isinstance(item.response, Gap):
        return gapped(item.prompt, item.response.answers, filled=True)
    return lines(item.prompt)


def number_in(id: str, document: Document) -> int | None:
    """Return the number that readers see of a sentence, None if the text has it not."""
    return next((s.number for s in document.sentences if s.id == id), None)


def value_in(feature: Feature, language: str) -> str:
    """Return a feature's value as people write it."""
    share = feature.name in _SHARES
    text = f"{100 * feature.value:.0f} %" if share else f"{feature.value:.1f}"
    return text.replace(".", ",") if language == "id" else text


def day(date: dt.date | None, months: Sequence[str]) -> str:
    """Return a date in words, "" for none."""
    return f"{date.day} {months[date.month - 1]} {date.year}" if date else ""


def sentences_by_paragraph(
    document: Document,
) -> Iterator[tuple[int | None, list[tuple[str, str]]]]:
    """Yield each paragraph's number with (sentence id, text); what is no sentence has id ""."""
    text = document.article.text
    for number, start, paragraph in document.article.blocks():
        end, at = start + len(paragraph), start
        found: list[tuple[str, str]] = []
        for sentence in document.sentences:
            if start <= sentence.start and sentence.end <= end:
                found += [("", text[at : sentence.start])] if at < sentence.start else []
                found.append((sentence.id, sentence.text))
                at = sentence.end
        yield number, found + ([("", text[at:end])] if at < end else [])
