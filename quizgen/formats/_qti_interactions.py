"""What the learner acts on in a QTI item, by response kind, and the identifiers that keys name."""

from collections.abc import Iterator, Sequence
from itertools import islice, permutations, product
from typing import Any

from quizgen.formats._fragments import (
    gaps_html,
    html,
    html_block,
    missing_letters,
    printed,
    prompt,
    text,
)
from quizgen.formats._inline import rich
from quizgen.formats._key import is_one_sentence
from quizgen.formats._qti_scoring import RESPONSE
from quizgen.formats._qti_tree import plain, qti, source, with_html
from quizgen.model import (
    Categorise,
    FreeText,
    Gap,
    Item,
    Matching,
    Option,
    Ordering,
    ShortAnswer,
)
from quizgen.worksheet import keeps_order

STIMULUS = "passage"
"""The identifier of the shared text."""
_MIN_FIELD, _MIN_LINES, _MAX_LINES = 10, 5, 15
_MAX_ORDERS = 24
"""So many right orders are listed at most: all those of four equal elements."""


def options(given: Sequence[Option]) -> Iterator[tuple[str, Option]]:
    """Yield options with their identifiers, as stored."""
    for number, option in enumerate(given, start=1):
        yield f"O{number}", option


def fields(count: int) -> list[str]:
    """Return the names of so many responses."""
    return [RESPONSE] if count == 1 else [f"{RESPONSE}_{n}" for n in range(1, count + 1)]


def bare(words: str) -> str:
    """Return the words of an option without marks."""
    return text(rich(words)).strip()


def choice(item: Item, given: Sequence[Option], *, most: int) -> Any:
    """Return options to choose from, ``most`` of them or, if 0, any number."""
    shown = (_option("simple-choice", id, option.text) for id, option in options(given))
    return qti(
        "choice-interaction",
        *_prompt(item),
        *shown,
        response_identifier=RESPONSE,
        shuffle=not keeps_order(tuple(given)),
        max_choices=most,
    )


def judge(item: Item, response: Categorise) -> Any:
    """Return a table of statements, with a column for each category."""
    rows = [
        _option("simple-associable-choice", f"S{i}", s.text, match_max=1)
        for i, s in enumerate(response.statements, start=1)
    ]
    columns = [
        _option("simple-associable-choice", f"C{i}", name, match_max=len(rows))
        for i, name in enumerate(response.categories, start=1)
    ]
    return _table(item, rows, columns, shuffle=False)


def right_sides(response: Matching) -> dict[str, str]:
    """Return the identifier of each right side; sides that read the same are one."""
    sides = [*(right for _, right in response.pairs), *response.distractors]
    known = dict.fromkeys(map(bare, printed(tuple(sides), response.shown)))
    return {side: f"R{number}" for number, side in enumerate(known, start=1)}


def match(item: Item, response: Matching, places: dict[str, str]) -> Any:
    """Return two columns to be matched."""
    lefts = [
        _option("simple-associable-choice", f"L{i}", left, match_max=1)
        for i, (left, _) in enumerate(response.pairs, start=1)
    ]
    sides = {bare(side): side for pair in response.pairs for side in pair[1:]}
    sides |= {bare(side): side for side in response.distractors}
    uses = [bare(right) for _, right in response.pairs]
    rights = [
        _option("simple-associable-choice", id, sides[side], match_max=max(uses.count(side), 1))
        for side, id in places.items()
    ]
    return _table(item, lefts, rights, shuffle=not response.shown)


def _table(item: Item, rows: list[Any], columns: list[Any], *, shuffle: bool) -> Any:
    return qti(
        "match-interaction",
        *_prompt(item),
        qti("simple-match-set", *rows),
        qti("simple-match-set", *columns),
        class_="qti-match-tabular",
        response_identifier=RESPONSE,
        shuffle=shuffle,
        max_associations=len(rows),
    )


def right_orders(response: Ordering) -> list[list[str]]:
    """Return the identifiers in every right order: elements that read the same may be swapped."""
    places: dict[str, list[str]] = {}
    for id, option in options(response.options):
        places.setdefault(bare(option.text), []).append(id)
    found = []
    for swapped in islice(product(*map(permutations, places.values())), _MAX_ORDERS):
        left = {words: iter(ids) for words, ids in zip(places, swapped, strict=True)}
        found.append([next(left[bare(option.text)]) for option in response.options])
    return found


def order(item: Item, response: Ordering) -> Any:
    """Return elements to be put in order, as printed."""
    listed = printed(tuple(options(response.options)), response.shown)
    return qti(
        "order-interaction",
        *_prompt(item),
        *(_option("simple-choice", id, option.text) for id, option in listed),
        response_identifier=RESPONSE,
        shuffle=not response.shown,
        orientation="horizontal" if is_one_sentence(response) else "vertical",
    )


def words_of(response: Gap) -> dict[str, str]:
    """Return the words of the bank and their identifiers, each once; every key is among them."""
    known = dict.fromkeys(bare(option.text) for option in response.bank)
    folded = {word.casefold() for word in known}
    for answers in response.answers:
        if not folded & {bare(answer).casefold() for answer in answers}:
            known[bare(answers[0])] = None
    return {word: f"W{number}" for number, word in enumerate(known, start=1)}


def right_words(response: Gap, answers: Sequence[str]) -> list[str]:
    """Return the identifiers of the words that fill a gap."""
    right = {bare(answer).casefold() for answer in answers}
    return [id for word, id in words_of(response).items() if word.casefold() in right]


def gaps(item: Item, response: Gap, names: list[str], labels: dict[str, str]) -> tuple[Any, ...]:
    """Return the gap text with a list of words, or a field, in the place of each gap."""
    size = max(map(len, (a for answers in response.answers for a in answers)), default=0)

    letters = missing_letters(item)

    def field(number: int) -> str:
        name = names[number - 1]
        if not response.bank:
            return source(_field(name, size, letters.get(number)))
        words = (
            qti("inline-choice", text=word, identifier=id)
            for word, id in words_of(response).items()
        )
        made = qti("inline-choice-interaction", *words, response_identifier=name, shuffle=False)
        return source(made)

    asked = with_html(plain("div"), gaps_html(item, field))
    return (*asked, *_bank(response, labels))


def _bank(response: Gap, labels: dict[str, str]) -> Iterator[Any]:
    """Yield the words to choose from once more, as a learner wants to see all of them."""
    if response.bank:
        words = " · ".join(words_of(response))
        label = plain("strong", text=f"{labels['word_bank']}: ")
        made = plain("p", label)
        label.tail = words
        yield made


def written(item: Item, response: ShortAnswer, names: list[str]) -> tuple[Any, ...]:
    """Return the prompt and a field for each answer."""
    asked = with_html(plain("div"), html_block(prompt(item)))
    size = max(map(len, (a for answers in response.answers for a in answers)), default=0)
    made = [_field(name, size) for name in names]
    if len(made) == 1:
        return (*asked, plain("p", made[0]))
    return (*asked, plain("ol", *(plain("li", field) for field in made)))


def essay(item: Item, response: FreeText) -> Any:
    """Return a box to write in."""
    points = sum(row.points for row in response.rubric)
    lines = min(max(2 * points, _MIN_LINES), _MAX_LINES)
    return qti(
        "extended-text-interaction",
        *_prompt(item),
        response_identifier=RESPONSE,
        expected_lines=lines,
    )


def _field(name: str, size: int, lines: str | None = None) -> Any:
    """Return a field to write in; ``lines`` stand in it until something is written."""
    return qti(
        "text-entry-interaction",
        response_identifier=name,
        expected_length=max(size + 2, _MIN_FIELD),
        placeholder_text=lines,
    )


def _prompt(item: Item) -> tuple[Any, ...]:
    rows = "<br/>".join(html(row) for row in prompt(item))
    return (with_html(qti("prompt"), rows),) if rows else ()


def _option(name: str, id: str, words: str, *, match_max: int | None = None) -> Any:
    return with_html(qti(name, identifier=id, match_max=match_max), html(rich(words)))
