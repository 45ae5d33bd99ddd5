"""Right and wrong answers to items, as a learner gives them: for tests that answer a file."""

import re
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from quizgen.formats._inline import clean
from quizgen.model import (
    Categorise,
    Choice,
    Evidence,
    FreeText,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Option,
    Ordering,
    RubricRow,
    Section,
    ShortAnswer,
    Statement,
    Worksheet,
)

from . import sample

PIECES = [
    "<b>", "</script>", "&", "&amp;", "&lt;", "{~=}", "{", "}", "~", "#", "=", "%50%", "::", "=1+1",
    "$x$", "$$", "\\", "\\}", "\\n", "\\(", "'", '"', "😀", "…", "->", "]]>", "{1:SA:=x}", "{#1}",
    "@@PLUGINFILE@@", "[html]", "//", "تقرير", "Donaudampfschifffahrtsgesellschaft" * 4, "a", "B",
    " ", "é", "5", "<!--", "\u2028", "\x00", "TRUE", "{{x}}", "¶", "|", "`", "?>",
]  # fmt: skip


def words() -> st.SearchStrategy[str]:
    """Return texts full of signs that mean something somewhere."""
    pieces = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
    return st.one_of(pieces, st.text(min_size=1, max_size=20)).map(_usable).filter(bool)


def _usable(text: str) -> str:
    """Take out what quizgen itself gives a meaning: stars, gaps, and space that never shows."""
    return " ".join(clean(re.sub(r"\*|\{\{\d+\}\}", "", text)).split())


def different(count: int) -> st.SearchStrategy[list[str]]:
    return st.lists(words(), min_size=count, max_size=count, unique_by=str.casefold)


@st.composite
def items(draw: Any) -> tuple[Item, ...]:
    """Return an item of every kind, made of hostile words."""
    a, b, c, d = draw(different(4))
    why, asked = draw(words()), draw(words())
    options = (
        Option(text=a, correct=True, why=why),
        Option(text=b, why=why),
        Option(text=c, why=why),
    )
    both = (*options[:2], replace(options[2], correct=True), Option(text=d, why=why))
    judged = (Statement(text=a, category=c, why=why), Statement(text=b, category=d))
    bank = tuple(Option(text=each, correct=each in (a, b), why=why) for each in (a, b, c))
    rubric = (RubricRow(points=2, criterion=a),)
    responses = (
        Choice(options=options),
        MultiChoice(options=both),
        Categorise(categories=(c, d, "Lain"), statements=judged),
        Gap(answers=((a,), (b,)), bank=bank),
        Gap(answers=((a, c), (b,))),
        ShortAnswer(answers=((a, b),)),
        ShortAnswer(answers=((a,), (b,))),
        FreeText(rubric=rubric, model_answer=b),
        Matching(pairs=((a, c), (b, d)), distractors=("lain",)),
        Ordering(options=(*options[:2], options[2]), shown=(1, 0, 2)),
    )
    return tuple(
        Item(
            id=f"item-{number}",
            type="detail",
            response=response,
            prompt=f"{asked} {{{{1}}}} {b}\n{asked}{{{{2}}}}"
            if isinstance(response, Gap)
            else f"{number} {asked}",
            evidence=(Evidence("s1", why),),
            process="locate",
            level=3,
            points=2,
            explanation=why,
        )
        for number, response in enumerate(responses)
    )


def sheet(made: tuple[Item, ...], title: str) -> Worksheet:
    """Return a sheet of these items, below a text of the same title and words."""
    worksheet = sample.hostile()
    article = replace(worksheet.article, title=title)
    section = Section(type="detail", heading="A", instruction=title, items=made, first=1)
    document = replace(worksheet.document, article=article)
    return replace(worksheet, document=document, sections=(section,), notices=(title,))


def bare(text: str) -> str:
    """Return text without the stars that mark italics and bold."""
    return re.sub(r"(?<![\w*])(\*\*?)([^*\n]+)\1(?![\w*])", r"\2", text)


def right_and_wrong(item: Item) -> tuple[Any, Any]:
    """Return a wholly right and a wholly wrong answer."""
    response = item.response
    match response:
        case Choice(options=options):
            right = [bare(each.text) for each in options if each.correct]
            wrong = [bare(each.text) for each in options if not each.correct][:1]
        case MultiChoice(options=options):
            right = [bare(each.text) for each in options if each.correct]
            wrong = [bare(each.text) for each in options]
        case Categorise(statements=statements, categories=categories):
            right = {bare(each.text): each.category for each in statements}
            wrong = {
                left: next(name for name in categories if name != category)
                for left, category in right.items()
            }
        case Matching(pairs=pairs):
            right = {bare(left): bare(value) for left, value in pairs}
            values = list(right.values())
            wrong = dict(zip(right, [*values[1:], values[0]], strict=True))
        case Gap(answers=answers, bank=bank):
            right = [each[-1] for each in answers]
            taken = {each.casefold() for group in answers for each in group}
            decoys = [bare(each.text) for each in bank if each.text.casefold() not in taken]
            wrong = [(decoys or ["salah sama sekali"])[0]] * len(answers)
            if bank and not decoys:
                wrong = [*right[1:], right[0]]
        case ShortAnswer(answers=answers):
            right = [each[-1] for each in reversed(answers)]
            wrong = ["salah sama sekali"] * len(answers)
        case Ordering(options=options):
            right = [bare(each.text) for each in options]
            wrong = [*right[1:], right[0]]
        case FreeText():
            right = wrong = None
    return right, wrong
