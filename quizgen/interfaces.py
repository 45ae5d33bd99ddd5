"""The four plug-in kinds, and how they are found. A new one is one new file and no edit elsewhere.

A module in ``quizgen.exercises`` ends with ``EXERCISE = …``, one in ``quizgen.formats`` with
``FORMAT = …``, one in ``quizgen.readers`` with ``READER = …``, one in ``quizgen.exports`` with
``EXPORT = …``. Modules whose name starts with an underscore are shared helpers.
"""

import importlib
import pkgutil
import random
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, Protocol, TypeVar, get_args

from quizgen.errors import UnknownNameError
from quizgen.model import Document, Edition, Imported, Item, Worksheet

Family = Literal["comprehension", "vocabulary", "language"]


class Exercise(Protocol):
    """Makes candidate items of one type."""

    name: str
    """Type name, kebab-case."""
    purpose: str
    """One English sentence: what the learner does and what it trains."""
    responses: tuple[str, ...]
    """The response kinds its items have."""
    family: Family
    """What it works on; a sheet is comprehension first."""
    levels: tuple[int, int]
    """The lowest and the highest BIPA level that it suits."""
    example: str
    """One short item with its key after an arrow, in Indonesian."""
    default: bool
    """Whether it is used when no types are asked for."""

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield candidates; the same rng state gives the same items. Too few is no error."""
        ...


class Format(Protocol):
    """Renders a worksheet as one file.

    A format whose file must hold the key names its editions: ``editions = ("teacher",)``. One
    that does not has both; ``editions_of`` tells. One that cannot hold some sheets whole, for
    their length or the like, has a method ``omits(worksheet) -> list[str]``: English sentences
    without the format's name, on what is missing beyond ``leaves_out``; ``omissions_of`` calls it.
    """

    name: str
    suffix: str
    """With its dot."""
    purpose: str
    leaves_out: Mapping[str, str]
    """Response kinds that this format cannot hold, each with the reason in English."""

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the whole file for one edition; no I/O, no clock, no randomness."""
        ...


class Reader(Protocol):
    """Reads one source format into an article."""

    name: str
    suffixes: tuple[str, ...]
    """File suffixes that it takes, with their dots, lower case."""

    def read(self, data: bytes, *, source: str) -> Imported:
        """Return the article and what was left out.

        Raises:
            InputError: naming ``source`` and what to do, if this is no readable Indonesian text.
        """
        ...


class Export(Protocol):
    """Writes an annotated document for other tools.

    One that holds a whole corpus in other files than one a text has a method
    ``collect(documents) -> Iterator[(name, bytes)]``; ``files_of`` calls it.
    """

    name: str
    suffix: str
    purpose: str

    def export(self, document: Document) -> bytes:
        """Return the whole file; no I/O."""
        ...


@cache
def _discover(package: str, attribute: str) -> tuple[Any, ...]:
    root = importlib.import_module(f"quizgen.{package}")
    found = pkgutil.iter_modules(root.__path__)
    names = sorted(each.name for each in found if not each.ispkg and each.name[0] != "_")
    modules = (importlib.import_module(f"quizgen.{package}.{name}") for name in names)
    return tuple(getattr(module, attribute) for module in modules)


def exercises() -> tuple[Exercise, ...]:
    """Return every exercise type, sorted by module name."""
    return _discover("exercises", "EXERCISE")


def formats() -> tuple[Format, ...]:
    """Return every worksheet format, sorted by module name."""
    return _discover("formats", "FORMAT")


def readers() -> tuple[Reader, ...]:
    """Return every reader, sorted by module name."""
    return _discover("readers", "READER")


def exports() -> tuple[Export, ...]:
    """Return every annotation export, sorted by module name."""
    return _discover("exports", "EXPORT")


def is_proven(exercise: Exercise) -> bool:
    """Tell whether nine in ten of a type's items were rated fit to be used as they are on news.

    A type says ``proven = False`` if fewer were; unasked it is then offered for texts of the
    corpus only, whose annotations a person has checked.
    """
    return bool(getattr(exercise, "proven", True))


def proven_ways(exercise: Exercise) -> tuple[str, ...]:
    """Return how the facts open that name the ways of asking which are proven by themselves.

    A type with ``proven = False`` may say ``proven_ways``: nine in ten of its items that are asked
    in one of these ways were rated fit, and unasked these are offered for any text.
    """
    return tuple(getattr(exercise, "proven_ways", ()))


def proven_words(exercise: Exercise) -> tuple[str, ...]:
    """Return the question words with which a type that is not proven asks what was rated fit."""
    return tuple(getattr(exercise, "proven_words", ()))


def is_proven_item(exercise: Exercise, item: Item) -> bool:
    """Tell whether an item's type is proven, or the way or the word with which it asks."""
    ways = proven_ways(exercise)
    known = any(fact.startswith(ways) for fact in item.facts if ways)
    return is_proven(exercise) or known or item.question_word in proven_words(exercise)


def editions_of(format: Format) -> tuple[Edition, ...]:
    """Return the editions that a format can make; there is one at least."""
    named: tuple[Edition, ...] = getattr(format, "editions", ())
    return named or get_args(Edition)


def omissions_of(format: Format, worksheet: Worksheet) -> list[str]:
    """Return what of this sheet the format's file lacks beyond ``leaves_out``, a sentence each."""
    omits = getattr(format, "omits", None)
    return list(omits(worksheet)) if omits else []


def files_of(export: Export, documents: Iterable[Document]) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of the files that a whole corpus makes; one a text by default."""
    collect = getattr(export, "collect", None)
    if collect:
        yield from collect(documents)
        return
    for document in documents:
        yield f"{document.article.id}{export.suffix}", export.export(document)


class _Named(Protocol):
    name: str


NamedT = TypeVar("NamedT", bound=_Named)


def by_name(what: str, name: str, choices: tuple[NamedT, ...]) -> NamedT:
    """Return the choice called ``name``.

    Raises:
        UnknownNameError: listing the valid names.
    """
    for choice in choices:
        if choice.name == name:
            return choice
    raise UnknownNameError(what, name, [choice.name for choice in choices])
