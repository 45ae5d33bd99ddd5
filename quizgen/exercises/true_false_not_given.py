r"""True, false or not given: statements that a person wrote for a text of the corpus.

The learner checks each statement against the text, and tells what the text denies from what it
does not say. Trains *menemukan informasi* and *memahami*. True statements are in other words than
the text; a false one has one thing otherwise (number, actor, place, time …); one that is not given
is about the same matter and neither stated nor denied nor to be inferred. Known limits: texts of
the corpus only; a program cannot be sure that nothing in a text implies a statement.

Source: the Benar/Salah table of AKM; True/False/Not Given of IELTS Academic Reading.

>>> from quizgen.corpus import load_document
>>> document = load_document("kereta-cepat-3")
>>> item = next(EXERCISE.generate(document, random.Random(1)))
>>> print(len(item.response.statements), *item.response.categories, sep=", ")
5, Benar, Salah, Tidak Disebutkan
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence

from quizgen import records
from quizgen.corpus_choices import FALSE, NOT_GIVEN, TRUE, Claim
from quizgen.corpus_teaching import reading_of
from quizgen.exercises.common.annotated import RANK, level_of
from quizgen.exercises.common.cites import cite
from quizgen.interfaces import Family
from quizgen.model import Categorise, Document, Item, Statement

_CATEGORIES = {TRUE: "Benar", FALSE: "Salah", NOT_GIVEN: "Tidak Disebutkan"}
_FEWEST, _MOST = 4, 5
_INSTRUCTION = "Tentukan Benar, Salah, atau Tidak Disebutkan untuk setiap pernyataan berikut!"
_TRUE = "Pernyataan ini sesuai dengan isi teks"


class TrueFalseNotGiven:
    """Makes a table of four or five statements from the annotated ones of a corpus text."""

    name = "true-false-not-given"
    purpose = "The learner tells true statements from false ones and from those not in the text."
    responses = ("categorise",)
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Jembatan itu dibangun oleh warga. → Tidak Disebutkan"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one table in which every verdict occurs."""
        reading = reading_of(document)
        chosen = _chosen(reading.claims, rng) if reading else []
        if len(chosen) >= _FEWEST and {claim.verdict for claim in chosen} == set(_CATEGORIES):
            yield _item(chosen, document)


def _chosen(claims: Sequence[Claim], rng: random.Random) -> list[Claim]:
    """Return at most five claims in a new order; those left out are of the commonest verdict."""
    chosen = list(claims)
    rng.shuffle(chosen)
    while len(chosen) > _MOST:
        counts = Counter(claim.verdict for claim in chosen)
        chosen.remove(next(each for each in chosen if counts[each.verdict] == max(counts.values())))
    return chosen


def _item(claims: Sequence[Claim], document: Document) -> Item:
    proofs = sorted(
        (claim.evidence for claim in claims if claim.evidence),
        key=lambda proof: int(proof.sentence[1:]),
    )
    ids = tuple(dict.fromkeys(proof.sentence for proof in proofs))
    item = Item(
        id="",
        type="true-false-not-given",
        response=Categorise(
            categories=tuple(_CATEGORIES.values()), statements=tuple(map(_statement, claims))
        ),
        instruction=_INSTRUCTION,
        prompt=_INSTRUCTION,
        evidence=tuple(proofs),
        process="interpret",
        level=level_of(document),
        facts=ids,
        reveals=ids,
        rank=RANK,
    )
    return records.identify(item)


def _statement(claim: Claim) -> Statement:
    return Statement(
        text=claim.text,
        category=_CATEGORIES[claim.verdict],
        why=f"{(claim.why or _TRUE).rstrip('.')} {cite(*claim.cited)}.",
        evidence=claim.evidence,
        alteration=claim.alteration,
    )


EXERCISE = TrueFalseNotGiven()
