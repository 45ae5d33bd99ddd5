"""Items of a few sentences as plain text, for the doctest of each exercise type."""

import random

from quizgen.checks import check_item
from quizgen.interfaces import Exercise
from quizgen.language.annotate import annotate
from quizgen.model import (
    Article,
    Categorise,
    Choice,
    FreeText,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Ordering,
    ShortAnswer,
)


def show(exercise: Exercise, *paragraphs: str) -> str:
    """Return the items that no rule blocks, the key marked with ``*`` or after ``=``."""
    document = annotate(Article(id="contoh", paragraphs=paragraphs))
    kept = (
        item
        for item in exercise.generate(document, random.Random(1))
        if not any(finding.severity == "error" for finding in check_item(item, document))
    )
    return "\n".join(line for item in kept for line in (item.prompt, *_lines(item)))


def _lines(item: Item) -> list[str]:
    match item.response:
        case Choice(options=options) | MultiChoice(options=options):
            return [f"{'*' if option.correct else '-'} {option.text}" for option in options]
        case Gap(answers=answers, bank=bank):
            box = [", ".join(option.text for option in bank)] if bank else []
            return [*box, *(f"= {' / '.join(accepted)}" for accepted in answers)]
        case ShortAnswer(answers=answers):
            return [f"= {' / '.join(accepted)}" for accepted in answers]
        case Categorise(statements=statements):
            return [f"- {each.text} = {each.category}" for each in statements]
        case Matching(pairs=pairs, distractors=distractors):
            return [*(f"{left} = {right}" for left, right in pairs), *distractors]
        case Ordering(options=options):
            return [f"{place}. {each.text}" for place, each in enumerate(options, start=1)]
        case FreeText(rubric=rubric):
            return [f"{row.points}: {row.criterion}" for row in rubric]
