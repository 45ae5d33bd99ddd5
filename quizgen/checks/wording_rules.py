"""Rules about wording: nothing empty, standard words, an order and a passive that are right."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from quizgen.checks.finding import error
from quizgen.checks.text_match import (
    is_language,
    keys,
    parts,
    unquoted,
    words,
)
from quizgen.checks.word_lists import one_of
from quizgen.language.morphology import analyse
from quizgen.language.notices import standard_words
from quizgen.model import Document, FreeText, Gap, Item, Ordering

_INFORMAL = re.compile(rf"\b{one_of('informal')}(?:kah)?\b", re.I)


@error("empty-text")
def empty_text(item: Item, document: Document) -> Iterator[str]:
    """The prompt, an option or an answer is empty."""
    if not item.prompt.strip():
        yield "prompt"
    if any(not part.strip() for part in parts(item)):
        yield "option, statement or answer"


@error("rubric-missing")
def rubric_missing(item: Item, document: Document) -> Iterator[str]:
    """A free text has no rubric to score it."""
    if isinstance(item.response, FreeText) and not item.response.rubric:
        yield f"'{item.prompt[:40]}'"


@error("ordering-too-short")
def ordering_too_short(item: Item, document: Document) -> Iterator[str]:
    """There are too few elements to be ordered."""
    if isinstance(item.response, Ordering) and len(item.response.options) < 3:
        yield f"{len(item.response.options)} elements"


def _written(item: Item) -> list[str]:
    """Return the texts that must be standard: all of them, or the keys of an item about forms."""
    if is_language(item):
        return keys(item)
    return [unquoted(item.prompt), *map(unquoted, parts(item))]


@error("informal-register")
def informal_register(item: Item, document: Document) -> Iterator[str]:
    """A word is colloquial or wrongly joined."""
    for text in _written(item):
        yield from (f"'{found[0]}'" for found in _INFORMAL.finditer(text))


@error("nonstandard-word")
def nonstandard_word(item: Item, document: Document) -> Iterator[str]:
    """A word that is generated or asked for is not standard."""
    for text in [unquoted(item.instruction), *_written(item)]:
        word = _first_nonstandard(text)
        if word:
            yield f"'{word}' (baku: {standard_words()[word]})"


@lru_cache(maxsize=10_000)
def _first_nonstandard(text: str) -> str | None:
    said, known = words(text), standard_words()
    pairs = (" ".join(pair) for pair in pairwise(said))
    forms = (*said, *(word.removesuffix("nya") for word in said), *pairs)
    return next((word for word in forms if word in known), None)


@error("passive-persona-with-di")
def passive_with_di(item: Item, document: Document) -> Iterator[str]:
    """The key has a di- verb with an agent of the first or second person."""
    if isinstance(item.response, Gap):
        return
    for key in keys(item):
        found = re.search(r"\b(di\w+)\s(?:oleh\s)?(?:saya|aku|kami|kita|kamu|Anda)\b", key)
        if found and analyse(found[1]).segments[0] == "di-":
            yield f"'{found[0]}'"


@error("stemmer-root")
def wrong_root(item: Item, document: Document) -> Iterator[str]:
    """The key is not the root of the word that is asked about."""
    found = re.search(r"\b[Kk]ata dasar\b[^*]*\*+([^*]+)\*", item.prompt)
    for key in keys(item) if found else ():
        build = analyse(found[1].lower()) if found else analyse(key)
        if build.known and normal(key) != build.root:
            yield f"'{key}', not '{build.root}'"


def normal(text: str) -> str:
    """Return a word in lower case without marks."""
    return " ".join(words(text))


@error("word-order-not-unique")
def word_order_not_unique(item: Item, document: Document) -> Iterator[str]:
    """Two adverbials can change places."""
    if not isinstance(item.response, Ordering) or not is_language(item):
        return
    texts = [option.text for option in item.response.options]
    movable = ("di", "ke", "dari", "pada", "dengan", "selama", "sejak", "untuk", "dalam")
    loose = [t for t in texts if t.lower().startswith(tuple(f"{word} " for word in movable))]
    if len(loose) > 1 and all(len(words(text)) < 6 for text in texts):
        yield ", ".join(f"'{text}'" for text in loose)
