"""Rules about the set of options: one key, no two alike, nothing that gives the key away."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from quizgen.checks.finding import error, warning
from quizgen.checks.text_match import (
    contains_words,
    is_language,
    measures,
    normalise,
    option_pairs,
    options_of,
    parts,
    right_and_wrong,
    words,
)
from quizgen.model import Categorise, Choice, Document, Gap, Item, Matching, MultiChoice, Ordering

_ALL_OR_NONE = re.compile(
    r"\b(?:semua|seluruh)\s(?:jawaban|pilihan|pernyataan)?\s?(?:di atas\s?|tersebut\s?|itu\s?)?"
    r"(?:adalah\s)?(?:benar|salah|tepat)\b"
    r"|\btidak ada\s(?:jawaban|pilihan|satu\s?pun)\b|\bbukan salah satu\b"
    r"|\bsemuanya (?:benar|salah)\b|^[a-e]\s(?:dan|,)\s[a-e](?:\sbenar)?\W*$",
    re.I,
)
_ABSOLUTE = re.compile(r"\b(?:selalu|pasti|semua|seluruh|hanya|tidak pernah|mutlak|satu-satunya)\b")
_BOTH = frozenset({"benar", "salah", "ya", "tidak", "fakta", "opini"})
_SHORT = 12
_WHO = re.compile(r"siapa\b", re.I)


@error("no-key")
def no_key(item: Item, document: Document) -> Iterator[str]:
    """No option is marked as right."""
    if isinstance(item.response, Choice | MultiChoice) and not right_and_wrong(item)[0]:
        yield f"{len(options_of(item))} options"


@error("several-keys")
def several_keys(item: Item, document: Document) -> Iterator[str]:
    """An item with one right answer has several."""
    right = right_and_wrong(item)[0]
    if isinstance(item.response, Choice) and len(right) > 1:
        yield ", ".join(f"'{option.text}'" for option in right)


@error("too-few-options")
def too_few_options(item: Item, document: Document) -> Iterator[str]:
    """There are too few options to choose from."""
    match item.response:
        case Choice(options=options) | MultiChoice(options=options):
            paired = {option.text.casefold() for option in options} <= _BOTH
            if len(options) < (2 if paired else 3):
                yield f"{len(options)} options"
        case Categorise(categories=categories):
            if len(categories) < 2:
                yield f"{len(categories)} categories"
        case Matching(pairs=pairs):
            if len(pairs) < 2:
                yield f"{len(pairs)} pairs"
        case _:
            return


@error("nothing-wrong-to-choose")
def nothing_wrong(item: Item, document: Document) -> Iterator[str]:
    """Every option is right."""
    right, wrong = right_and_wrong(item)
    if isinstance(item.response, MultiChoice) and right and not wrong:
        yield f"{len(right)} options"


@error("duplicate-option")
def duplicate_option(item: Item, document: Document) -> Iterator[str]:
    """Two options say the same."""
    for texts in _columns(item):
        # In an item about spelling, capitals and marks are what differs.
        plain = [
            normalise(text) if is_language(item) else normalise(text).casefold().rstrip(" .")
            for text in texts
        ]
        yield from (f"'{text}'" for text, count in Counter(plain).items() if count > 1)


def _columns(item: Item) -> list[list[str]]:
    match item.response:
        case Matching(pairs=pairs, distractors=distractors):
            return [[left for left, _ in pairs], [*(right for _, right in pairs), *distractors]]
        case Gap(bank=bank):
            return [[option.text for option in bank]]
        case Choice() | MultiChoice() | Categorise() | Ordering():
            return [list(parts(item))]
        case _:
            return []


@error("option-contains-key")
def option_contains_option(item: Item, document: Document) -> Iterator[str]:
    """One option is contained in another."""
    if is_language(item):
        return
    for first, second in combinations((option.text for option in options_of(item)), 2):
        if words(first) == words(second):
            continue
        if contains_words(first, second) or contains_words(second, first):
            yield f"'{first}' and '{second}'"


@error("all-or-none-of-the-above")
def all_or_none(item: Item, document: Document) -> Iterator[str]:
    """An option speaks about the other options."""
    for option in options_of(item):
        if _ALL_OR_NONE.search(option.text):
            yield f"'{option.text}'"


def _key_ratio(item: Item) -> tuple[str, float] | None:
    """Return a long key and how many times as long as the longest wrong option it is."""
    right, wrong = right_and_wrong(item)
    if len(right) != 1 or not wrong or len(right[0].text) <= _SHORT:
        return None
    if _WHO.match(item.prompt) and all(option.text.istitle() for option in (*right, *wrong)):
        # Names are as long as they are.
        return None
    return right[0].text, len(right[0].text) / max(1, *(len(option.text) for option in wrong))


@error("key-too-long")
def key_too_long(item: Item, document: Document) -> Iterator[str]:
    """The key is longer by half than every other option."""
    found = _key_ratio(item)
    if found and found[1] >= 1.5:
        yield f"'{found[0]}'"


@warning("key-long")
def key_long(item: Item, document: Document) -> Iterator[str]:
    """The key is longer by a quarter than every other option."""
    found = _key_ratio(item)
    if found and 1.25 <= found[1] < 1.5:
        yield f"'{found[0]}'"


@warning("guessable-longest")
def guessable_longest(item: Item, document: Document) -> Iterator[str]:
    """The key has more words than every other option."""
    right, wrong = right_and_wrong(item)
    if len(right) == 1 and wrong and not is_language(item):
        count = len(words(right[0].text))
        if count > 2 and all(count > len(words(option.text)) for option in wrong):
            yield f"'{right[0].text}'"


@error("answer-span-too-long")
def answer_span_too_long(item: Item, document: Document) -> Iterator[str]:
    """The key runs on past the answer."""
    right, wrong = right_and_wrong(item)
    for option in right if wrong and not is_language(item) else ():
        kinds = Counter(measure.type for measure in measures(_uncited(option.text), document))
        if max(kinds.values(), default=0) > 1:
            most = max(len(measures(_uncited(other.text), document)) for other in wrong)
            if most == 1:
                yield f"'{option.text}'"
    if item.response.kind == "short-answer" and not is_language(item):
        for answer in parts(item):
            if len(words(answer)) > 15:
                yield f"'{answer}'"


def _uncited(text: str) -> str:
    """Return an option without the sentence numbers that it cites."""
    return re.sub(r"\(?\bkalimat\s\(?\d+\)?\)?", "", text, flags=re.I)


@warning("absolute-word-in-one-option")
def absolute_word(item: Item, document: Document) -> Iterator[str]:
    """Only one option has an absolute word."""
    found = [o.text for o in options_of(item) if _ABSOLUTE.search(o.text.lower())]
    if len(found) == 1 and not is_language(item):
        yield f"'{found[0]}'"


@warning("unexplained-option")
def unexplained_option(item: Item, document: Document) -> Iterator[str]:
    """A wrong option does not say why it is wrong."""
    for option in right_and_wrong(item)[1]:
        if not option.why:
            yield f"'{option.text}'"


@error("two-valid-affixes")
def two_valid_affixes(item: Item, document: Document) -> Iterator[str]:
    """A wrong option is the key with -kan, a common word of the same meaning in most sentences."""
    from quizgen.language.levels import zipf

    if item.type == "affix-root":
        # The root with its suffix left on is a wrong root, not another form that fits.
        return
    for key, other in option_pairs(item):
        longer = other.text == f"{key.text}kan" or key.text == f"{other.text}kan"
        if is_language(item) and longer and min(zipf(key.text), zipf(other.text)) >= 3.5:
            yield f"'{key.text}' and '{other.text}'"
