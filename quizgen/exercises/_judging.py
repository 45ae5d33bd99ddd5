"""Tables of statements, some altered, for exercises that have them judged against the text."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen import records
from quizgen.exercises._alterations import Altered, alter
from quizgen.exercises._ask import ask
from quizgen.exercises._completion import completions
from quizgen.exercises._said import Said
from quizgen.exercises._statements import statements
from quizgen.exercises._text import base_level, cite, whole
from quizgen.exercises._voices import voices
from quizgen.language.once import once
from quizgen.model import Categorise, Document, Item, Statement

_SIZES = (4, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """What a table asks: its two categories, for what the text says and for what it does not."""

    type: str
    stated: str
    altered: str
    instruction: str
    reason: str
    rank: float


def tables(judging: Judging, document: Document, rng: random.Random) -> Iterator[Item]:
    """Yield tables; no sentence is used twice, and each table has both categories.

    Sentences that no question asks come first: a table shuts out the questions on its sentences, so
    one that needs these too is short.
    """
    told = list(statements(document))
    altered = {said.sentence.id: alter(said, document) for said in told}
    rng.shuffle(told)
    asked = _asked(document)
    unasked = [said for said in told if said.sentence.id not in asked]
    used: set[str] = set()
    for pool, sizes in ((unasked, _SIZES), ([*unasked, *_others(told, unasked)], _SIZES[-1:])):
        left = [said for said in pool if said.sentence.id not in used]
        for picked, wrong in _picked(left, altered, sizes):
            used |= {said.sentence.id for said in picked}
            changed = {said.sentence.id: altered[said.sentence.id] for said in picked[:wrong]}
            yield _table(judging, picked, changed, rng)


def _picked(
    told: Sequence[Said], altered: Mapping[str, Altered | None], sizes: Sequence[int]
) -> Iterator[tuple[list[Said], int]]:
    """Yield the statements of each table, those first that are to be altered, and how many."""
    # Plain denials come last: a table should have one at most.
    ways = sorted(told, key=lambda said: _dull(altered[said.sentence.id]))
    false = [said for said in ways if altered[said.sentence.id]][: max(1, len(told) // 2)]
    true = _others(told, false)
    while false and true and len(false) + len(true) >= sizes[-1]:
        size = next(size for size in sizes if len(false) + len(true) >= size)
        wrong = min(len(false), max(size // 2, size - len(true)))
        picked = false[:wrong] + true[: size - wrong]
        false, true = false[wrong:], true[size - wrong :]
        if len(picked) == size and wrong < size and not _all_dull(picked[:wrong], altered):
            yield picked, wrong


def _others(told: Sequence[Said], but: Sequence[Said]) -> list[Said]:
    return [said for said in told if said not in but]


@once
def _asked(document: Document) -> frozenset[str]:
    """Return the sentences that a question, a completion or a question for a speaker asks."""
    return frozenset(
        (
            *(question.fact.sentence.id for question, _ in ask(document)),
            *(proof.sentence for item in completions(document) for proof in item.evidence),
            *(voice.sentence.id for voice in voices(document)),
        )
    )


def _all_dull(false: Sequence[Said], altered: Mapping[str, Altered | None]) -> bool:
    """Tell whether all that is false are denials: these are told from their form."""
    return all(_dull(altered[said.sentence.id]) for said in false)


def _dull(change: Altered | None) -> bool:
    return change is None or change.kind == "polarity"


def _table(
    judging: Judging,
    told: Sequence[Said],
    altered: Mapping[str, Altered | None],
    rng: random.Random,
) -> Item:
    rows = [_statement(judging, said, altered.get(said.sentence.id)) for said in told]
    rng.shuffle(rows)
    ordered = sorted(told, key=lambda said: said.sentence.number)
    ids = tuple(said.sentence.id for said in ordered)
    item = Item(
        id="",
        type=judging.type,
        response=Categorise(categories=(judging.stated, judging.altered), statements=tuple(rows)),
        instruction=judging.instruction,
        prompt=judging.instruction,
        evidence=tuple(whole(said.sentence) for said in ordered),
        process="locate",
        level=max(base_level(said.sentence) for said in told),
        facts=ids,
        reveals=ids,
        rank=judging.rank + len(told) / 20,
    )
    return records.identify(item)


def _statement(judging: Judging, said: Said, change: Altered | None) -> Statement:
    where, proof = cite(said.sentence.id), whole(said.sentence)
    if change is None:
        # What the sentence says otherwise is asked in other words, where these are sure.
        text, why = said.full(said.turned), f"{judging.reason} {where}."
        return Statement(text=text, category=judging.stated, why=why, evidence=proof)
    return Statement(
        text=said.full(change.text), category=judging.altered, why=f"{change.why()} {where}.",
        evidence=proof, alteration=change.kind,
    )  # fmt: skip
