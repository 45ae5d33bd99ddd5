"""The data flow in a few calls, from a source to files; the only place that seeds randomness."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from string import ascii_uppercase

from quizgen import corpus, offered
from quizgen.errors import InputError
from quizgen.lesson import with_lesson
from quizgen.model import (
    Article,
    Document,
    Imported,
    Item,
    Worksheet,
)
from quizgen.records import identify
from quizgen.worksheet import Plan, arrange, assemble, fit_options, fits_plan, profile

_WARNING_COST = 0.1
"""What a warning takes from an item's rank."""
_ITEM_SUFFIXES = (".jsonl", ".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class Vetted:
    """The items that no rule blocks, and how many are blocked, by rule code and by type."""

    kept: tuple[Item, ...]
    dropped: dict[str, int]
    dropped_types: dict[str, int]


def read(source: str, *, stdin: bytes | None = None, private: bool = False) -> Imported:
    """Return the article that ``source`` names: a corpus id, a file, an address, or ``-``.

    Args:
        source: what the user gave; a corpus id wins over a file of the same name.
        stdin: what ``-`` stands for; read from standard input if None.
        private: whether an address may lead to this machine or a private network.

    Raises:
        InputError: in one line, if there is no such source or it holds no Indonesian article.
    """
    if source in corpus.article_ids():
        return Imported(article=corpus.load_article(source))
    _refuse_mistyped_id(source)
    # The readers load only when a source is no text of the corpus.
    from quizgen.readers import read_source

    return read_source(source, stdin=stdin, private=private)


def _refuse_mistyped_id(source: str) -> None:
    if source.lower().endswith(_ITEM_SUFFIXES):
        raise InputError(f"{source}: holds items, not a text; give the text they ask about")
    is_name = source != "-" and not any(mark in source for mark in "./\\:")
    if is_name and not Path(source).exists():
        raise InputError(f"{source}: no such file or corpus text; 'quizgen list' shows the texts")


def document(source: str, *, stdin: bytes | None = None) -> Document:
    """Return the analysis of the article that ``source`` names.

    Raises:
        InputError: if there is no such source or it holds no Indonesian article.
        CorpusError: if an annotation of a corpus text does not fit it.
    """
    if source in corpus.article_ids():
        return corpus.load_document(source)
    return analyse(source, stdin=stdin)


def analyse(source: str, *, stdin: bytes | None = None) -> Document:
    """Return the computed analysis alone, without a corpus text's hand-made annotations.

    Raises:
        InputError: if there is no such source or it holds no Indonesian article.
    """
    return analysis(read(source, stdin=stdin).article)


def analysis(article: Article) -> Document:
    """Return the computed analysis of an article."""
    # Its models take a moment to load; what fails before should fail at once.
    from quizgen.language.annotate import annotate

    return annotate(article)


def make_items(
    document: Document, *, types: Sequence[str] = (), seed: int = 0, level: int | None = None
) -> list[Item]:
    """Return candidate items, in the order of the exercises, each content once.

    The same document, types and seed give the same items; what one type makes does not depend
    on which others are asked for.

    Raises:
        UnknownNameError: listing the valid types.
    """
    found: dict[str, Item] = {}
    for exercise in offered.offered_exercises(document, types, level):
        rng = random.Random(f"{seed}:{document.article.id}:{exercise.name}")
        made = exercise.generate(document, rng)
        for item in offered.offered_items(exercise, made, document, types):
            named = item if item.id else identify(item)
            found.setdefault(named.id, named)
    return list(found.values())


def vet(items: Iterable[Item], document: Document) -> Vetted:
    """Apply every item rule: an error drops the item, a warning lowers its rank."""
    from quizgen.checks import check_item

    kept: list[Item] = []
    dropped: Counter[str] = Counter()
    types: Counter[str] = Counter()
    for item in items:
        code = _lost(item, document)
        findings = [] if code else list(check_item(printed(item), document))
        code = code or next((each.code for each in findings if each.severity == "error"), None)
        if code:
            dropped[code] += 1
            types[item.type] += 1
        else:
            kept.append(replace(item, rank=item.rank - _WARNING_COST * len(findings)))
    return Vetted(tuple(kept), dict(sorted(dropped.items())), dict(types))


def printed(item: Item) -> Item:
    """Return the item as a sheet would print it: rules of order do not judge candidates."""
    return arrange(item, random.Random(item.id))


def _lost(item: Item, document: Document) -> str | None:
    known = {sentence.id for sentence in document.sentences}
    named = {evidence.sentence for evidence in item.evidence}
    if not named:
        return "no-evidence"
    return None if named | set(item.reveals) <= known else "unknown-sentence"


def choose(items: Iterable[Item], document: Document, plan: Plan) -> list[Item]:
    """Return the items that fit the plan's types, level, paragraphs and profile, as they came.

    Unlike a sheet they may ask the same fact twice: they are there to be edited and picked from.

    Raises:
        UnknownNameError: if there is no such profile.
        InputError: if the text has no such paragraph.
    """
    check_plan(document, plan)
    return fitting(items, document, offered.with_types(plan))


def fitting(items: Iterable[Item], document: Document, plan: Plan) -> list[Item]:
    """Return the items that fit the plan's paragraphs, level and options, and its own types."""
    limits = profile(plan.profile)
    fitted = (fit_options(item, limits) for item in items if fits_plan(item, document, plan))
    return [item for item in fitted if item]


def check_plan(document: Document, plan: Plan) -> None:
    """Accept a plan that the document can answer.

    Raises:
        UnknownNameError: if there is no such profile.
        InputError: if the text has no such paragraph.
    """
    profile(plan.profile)
    last = max((sentence.paragraph for sentence in document.sentences), default=0)
    beyond = [number for number in plan.paragraphs if not 1 <= number <= last]
    if beyond:
        raise InputError(
            f"{document.article.id}: has no paragraph {beyond[0]}; choose from 1 to {last}"
        )


def make_worksheet(
    document: Document,
    plan: Plan,
    *,
    items: Iterable[Item] | None = None,
    version: str = "",
) -> Worksheet:
    """Return the best sheet of vetted items; with too few good ones it is shorter.

    Args:
        document: the text and its analysis.
        plan: what the teacher asks for.
        items: vetted items; made and vetted here if None.
        version: "" or the letter of a parallel version.

    Raises:
        UnknownNameError: if there is no such type or profile.
        InputError: if the text has no such paragraph.
    """
    check_plan(document, plan)
    plan = offered.with_types(plan)
    if items is None:
        made = make_items(document, types=plan.types, seed=plan.seed, level=plan.level)
        items = vet(made, document).kept
    sheet = assemble(document, items, plan, version=version, families=offered.families())
    return with_lesson(sheet) if plan.lesson else sheet


def make_versions(
    document: Document, plan: Plan, items: Sequence[Item], count: int
) -> list[Worksheet]:
    """Return parallel sheets with the same items, A, B, C …; a single one has no letter.

    Raises:
        UnknownNameError: if there is no such profile.
        InputError: if the text has no such paragraph, or no item is good enough for a sheet.
    """
    sheets = [
        make_worksheet(document, plan, items=items, version=letter) for letter in letters(count)
    ]
    if not any(True for _ in sheets[0].items()):
        raise nothing_good(document.article.id, plan)
    return sheets


def letters(count: int) -> tuple[str, ...]:
    """Return the letters of parallel versions; a single one has none."""
    return tuple(ascii_uppercase[:count]) if count > 1 else ("",)


def nothing_good(source: str, plan: Plan) -> InputError:
    """Return the error that a text has no good item, saying what a teacher can do."""
    types = ", or more --types" if plan.types else ""
    return InputError(
        f"{source}: no item is good enough; try another text, such as a longer article"
        f" or one of 'quizgen list'{types}"
    )
