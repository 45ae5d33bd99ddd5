"""True or false: statements of the text, some with one typed alteration.

The learner checks each statement against the text. Trains *menemukan informasi*. A false one
differs in exactly one number, date, place or actor. Known limits: true statements keep the
wording of the text; nothing is asked about crime or disaster except what the text says.

Source: the Benar/Salah table of AKM, all or nothing (Pusmendik); alteration types after the
example bank of the project's item guidelines.
"""

import random
from collections.abc import Iterator, Mapping, Sequence

from quizgen import records
from quizgen.exercises._alterations import Altered, alter
from quizgen.exercises._statements import Said, statements
from quizgen.exercises._text import base_level, cite, whole
from quizgen.model import Categorise, Document, Item, Statement

TRUE, FALSE = "Benar", "Salah"
_SIZES = (4, 3)


class TrueFalse:
    """Makes tables of three or four statements to be judged."""

    name = "true-false"
    purpose = "The learner judges statements, some of them altered in one number, date or name."
    responses = ("categorise",)
    levels = (2, 7)
    example = "Jembatan itu selesai pada tahun 2023. → Salah (2024)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield tables; no sentence is used twice, and each table has both categories."""
        told = list(statements(document))
        altered = {said.sentence.id: alter(said, document) for said in told}
        rng.shuffle(told)
        # Plain denials come last: a table should have one at most.
        told.sort(key=lambda said: _dull(altered[said.sentence.id]))
        false = [said for said in told if altered[said.sentence.id]][: max(1, len(told) // 2)]
        true = [said for said in told if said not in false]
        while false and true and len(false) + len(true) >= _SIZES[-1]:
            size = next(size for size in _SIZES if len(false) + len(true) >= size)
            wrong = min(len(false), max(size // 2, size - len(true)))
            picked = false[:wrong] + true[: size - wrong]
            false, true = false[wrong:], true[size - wrong :]
            if len(picked) == size and wrong < size:
                changed = {said.sentence.id: altered[said.sentence.id] for said in picked[:wrong]}
                yield _table(picked, changed, rng)


def _dull(change: Altered | None) -> bool:
    return change is None or change.kind == "polarity"


def _table(told: Sequence[Said], altered: Mapping[str, Altered | None], rng: random.Random) -> Item:
    statements = [_statement(said, altered.get(said.sentence.id)) for said in told]
    rng.shuffle(statements)
    ordered = sorted(told, key=lambda said: said.sentence.number)
    ids = tuple(said.sentence.id for said in ordered)
    item = Item(
        id="",
        type="true-false",
        response=Categorise(categories=(TRUE, FALSE), statements=tuple(statements)),
        instruction="Tentukan Benar atau Salah untuk setiap pernyataan berikut!",
        prompt="Tentukan Benar atau Salah untuk setiap pernyataan berikut!",
        evidence=tuple(whole(said.sentence) for said in ordered),
        process="locate",
        level=max(base_level(said.sentence) for said in told),
        facts=ids,
        reveals=ids,
        rank=0.7 + len(told) / 20,
    )
    return records.identify(item)


def _statement(said: Said, change: Altered | None) -> Statement:
    where, proof = cite(said.sentence.id), whole(said.sentence)
    if change is None:
        why = f"Pernyataan ini sesuai dengan isi teks {where}."
        # What the sentence says otherwise is asked in other words, where these are sure.
        return Statement(text=said.full(said.turned), category=TRUE, why=why, evidence=proof)
    return Statement(
        text=said.full(change.text), category=FALSE, why=f"{change.why()} {where}.",
        evidence=proof, alteration=change.kind,
    )  # fmt: skip


EXERCISE = TrueFalse()
