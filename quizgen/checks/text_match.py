"""How checks read texts: normalised wording, content lemmas, measures, the parts of an item."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.checks.word_lists import word_list
from quizgen.language.measures import find_measures
from quizgen.language.morphology import analyse
from quizgen.model import (
    Categorise,
    Choice,
    Document,
    Entity,
    Evidence,
    FreeText,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Option,
    Ordering,
    Sentence,
    ShortAnswer,
)

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_MARKED = re.compile(r"\*{1,2}[^*]+\*{1,2}|“[^”]*”|\"[^\"]*\"")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_CHOICES = (Choice, MultiChoice)
_CUT = (Gap, Ordering, Matching)
"""Kinds of answers whose parts are cut from the text."""
_GAP = re.compile(r"\{\{(\d+)\}\}")
FUNCTION_WORDS = word_list("function_words")
_LEADING = re.compile(
    r"^(?:di|ke|dari|pada|oleh|dengan|kepada|untuk|sejak|hingga|sampai|selama|menuju)\s+", re.I
)


@lru_cache(maxsize=10_000)
def normalise(text: str) -> str:
    """Return ``text`` with plain quotation marks, hyphens and single spaces."""
    return " ".join(text.translate(_QUOTES).split())


@lru_cache(maxsize=10_000)
def words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in lower case, without marks."""
    return tuple(_WORD.findall(text.lower()))


@lru_cache(maxsize=10_000)
def unquoted(text: str) -> str:
    """Return ``text`` without its emphasised and quoted words, which are mentioned, not used."""
    return _MARKED.sub(" ", text)


@lru_cache(maxsize=10_000)
def bare(text: str) -> str:
    """Return an option without its opening preposition and closing full stop."""
    return _LEADING.sub("", normalise(text)).rstrip(" .")


@lru_cache(maxsize=20_000)
def lemma(word: str) -> str:
    """Return the root of a word in lower case."""
    return analyse(word).root


@lru_cache(maxsize=10_000)
def content_lemmas(text: str) -> frozenset[str]:
    """Return the roots of the content words of ``text``."""
    return frozenset(
        lemma(word) for word in words(text) if word not in FUNCTION_WORDS and len(word) > 1
    )


def contains_words(outer: str, inner: str) -> bool:
    """Tell whether the words of ``inner`` stand in ``outer`` side by side; none never do."""
    within, part = words(outer), words(inner)
    if not part or part[0] not in within:
        return False
    return any(within[at : at + len(part)] == part for at in range(len(within) - len(part) + 1))


@lru_cache(maxsize=5_000)
def _measures(text: str, date: dt.date | None) -> tuple[Entity, ...]:
    return tuple(find_measures(text, date=date))


def measures(text: str, document: Document) -> tuple[Entity, ...]:
    """Return the dates, times and amounts in ``text``."""
    return _measures(text, document.article.date)


def whole_measure(text: str, document: Document) -> Entity | None:
    """Return the one measure that an option consists of, None if it is anything else."""
    option = bare(text)
    found = measures(option, document)
    if len(found) != 1 or len(found[0].quote) < len(option):
        return None
    return found[0]


def figure(measure: Entity) -> tuple[float, str] | None:
    """Return the number and unit of an amount, None for ranges and for what has no value."""
    number, _, unit = (measure.value or "").partition(" ")
    if measure.type in ("DATE", "TIME"):
        return None
    try:
        return float(number), unit
    except ValueError:
        return None


def is_language(item: Item) -> bool:
    """Tell whether an item is about forms, so that its options may be wrong forms."""
    return item.process == "language"


def options_of(item: Item) -> tuple[Option, ...]:
    """Return the options of a choice item, nothing for other kinds."""
    response = item.response
    return response.options if isinstance(response, _CHOICES) else ()


def right_and_wrong(item: Item) -> tuple[list[Option], list[Option]]:
    """Return the right options and the wrong ones."""
    options = options_of(item)
    return [o for o in options if o.correct], [o for o in options if not o.correct]


def option_pairs(item: Item) -> Iterator[tuple[Option, Option]]:
    """Yield each right option with each wrong one."""
    right, wrong = right_and_wrong(item)
    for key in right:
        for other in wrong:
            yield key, other


def keys(item: Item) -> list[str]:
    """Return the texts of the right answers, for a written one the first variant."""
    if isinstance(item.response, ShortAnswer):
        return [variants[0] for variants in item.response.answers if variants]
    return [option.text for option in right_and_wrong(item)[0]]


def parts(item: Item) -> Iterator[str]:
    """Yield what stands beside the prompt: options, statements, answers, pairs."""
    match item.response:
        case Choice(options=options) | MultiChoice(options=options) | Ordering(options=options):
            yield from (option.text for option in options)
        case Categorise(statements=statements):
            yield from (statement.text for statement in statements)
        case Gap(answers=answers, bank=bank):
            yield from (variant for variants in answers for variant in variants)
            yield from (option.text for option in bank)
        case ShortAnswer(answers=answers):
            yield from (variant for variants in answers for variant in variants)
        case Matching(pairs=pairs, distractors=distractors):
            yield from (side for pair in pairs for side in pair)
            yield from distractors
        case FreeText(rubric=rubric):
            yield from (row.criterion for row in rubric)


def asks_content(item: Item) -> bool:
    """Tell whether prompt and parts are written for the item, not cut from the text."""
    return not is_language(item) and not isinstance(item.response, _CUT)


def gap_numbers(prompt: str) -> list[int]:
    """Return the numbers of the gaps in the order of the prompt."""
    return [int(number) for number in _GAP.findall(prompt)]


def all_evidence(item: Item) -> Iterator[Evidence]:
    """Yield what proves the key, the wrong options and the statements."""
    yield from item.evidence
    response = item.response
    owners: tuple[object, ...] = ()
    if isinstance(response, Choice | MultiChoice | Ordering):
        owners = response.options
    elif isinstance(response, Categorise):
        owners = response.statements
    for owner in owners:
        evidence = getattr(owner, "evidence", None)
        if isinstance(evidence, Evidence):
            yield evidence


def cited(evidence: Evidence, document: Document) -> Sentence | None:
    """Return the sentence that holds the quote: the cited one, or the first if none is cited."""
    quote = normalise(evidence.quote)
    for sentence in document.sentences:
        if evidence.sentence in ("", sentence.id) and quote in normalise(sentence.text):
            return sentence
    return None
