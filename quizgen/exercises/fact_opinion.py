r"""Tell opinion from fact: stretches of a corpus text that a person has judged.

The learner finds what is somebody's judgement among what can be checked. Trains *menilai*. An
opinion is used if a word in it marks the judgement (*sangat, perlu, mungkin*), a fact if no such
word is in it; without that a class could argue about the key. Known limits: texts of the corpus
only, for in other texts nobody has judged what is fact.

Source: *membedakan fakta dan opini* of AKM and of school grammar; evaluate in OneStopQA (Berzak,
Malmaud & Levy 2020).

>>> from quizgen.corpus import load_document
>>> document = load_document("sumbu-filosofi-3")
>>> item = next(EXERCISE.generate(document, random.Random(1)))
>>> print(item.prompt, *(option.text for option in item.response.options), sep="\n")
Kutipan yang memuat opini adalah ….
“warisan itu perlu dijaga untuk generasi berikutnya” (kalimat 14)
“Indonesia mulai mengusulkan Sumbu Filosofi pada 2014” (kalimat 8)
“Sumbu Filosofi adalah garis lurus sepanjang 6 kilometer” (kalimat 4)
“UNESCO mengakui Candi Borobudur dan Candi Prambanan pada 1991” (kalimat 12)
"""

import random
from collections.abc import Iterator, Sequence
from functools import cache

from quizgen import records
from quizgen.checks.text_match import content_lemmas, measures
from quizgen.checks.word_lists import word_list
from quizgen.corpus_teaching import Judged, reading_of
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.tables import rows
from quizgen.interfaces import Family
from quizgen.model import Categorise, Choice, Document, Item, Option, Response, Statement

_CATEGORIES = ("Fakta", "Opini")
_REPORTED = word_list("attribution")
"""An opinion with one of these could be read as a report that somebody made."""
_OTHERS = 3
_ONE_FIGURE = 1
"""The number of the sentence; a second figure in a key looks like a second answer."""
_TOO_LONG = 1.4
"""So many times as long as every other option the key would stand out."""
_BOUNDS = frozenset({"hanya", "selalu", "justru", "pasti", "tidak pernah"})
_MEASURED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
_OPINION = "Kutipan yang memuat opini adalah …."
_FACT = "Kutipan yang memuat fakta adalah …."
_TABLE = "Tentukan apakah setiap kutipan berikut memuat fakta atau opini!"
_CHOOSE = "Pilihlah jawaban yang paling tepat!"


class FactOpinion:
    """Makes choice items and tables from the judged statements of a corpus text."""

    name = "fact-opinion"
    purpose = "The learner tells opinions from facts in a text of the corpus."
    responses = ("choice", "categorise")
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Kutipan yang memuat opini adalah …. → “kereta itu nyaman” (kalimat 8)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield a table, and a choice for each opinion and fact that has enough others."""
        reading = reading_of(document)
        if reading is None:
            return
        facts = [one for one in reading.statements if one.kind == "fact" and _is_plain(one)]
        opinions = [one for one in reading.statements if one.kind == "opinion" and _marker(one)]
        plain = [one for one in opinions if not content_lemmas(one.evidence.quote) & _REPORTED]
        if len(facts) >= 2 and len(plain) >= 2:
            yield _table(facts[:3], plain[:3], document)
        for key in opinions:
            yield from _choice(key, facts, _OPINION, document)
        for key in facts:
            if len(measures(_text(key), document)) > _ONE_FIGURE:
                continue
            yield from _choice(key, opinions, _FACT, document)


@cache
def _markers() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("opinion")}


def _marker(one: Judged) -> str | None:
    """Return the word that marks an opinion."""
    words = one.evidence.quote.lower().replace(",", " ").split()
    return next((word for word in words if word in _markers()), None)


def _is_plain(one: Judged) -> bool:
    words = set(one.evidence.quote.lower().split())
    return _marker(one) is None and not words & _BOUNDS


def _text(one: Judged) -> str:
    return f"“{one.evidence.quote}” {cite(one.evidence.sentence)}"


def _why(one: Judged, document: Document) -> str:
    where = cite(one.evidence.sentence)
    marker = _marker(one)
    if one.kind == "opinion" and marker:
        holder = one.holder or "penulis"
        return f"Kata “{marker}” menyatakan {_markers()[marker]} dari {holder} {where}."
    figures = _figures(one, document)
    proof = f"keterangan “{figures[0]}” dapat diperiksa" if figures else "hal itu dapat dibuktikan"
    return f"Kutipan itu menyatakan fakta karena {proof} kebenarannya {where}."


def _figures(one: Judged, document: Document) -> list[str]:
    """Return the dates and amounts in a statement, which anybody can check."""
    sentence = document.sentence(one.evidence.sentence)
    low = sentence.start + sentence.text.index(one.evidence.quote)
    high = low + len(one.evidence.quote)
    inside = (e for e in document.entities_in(sentence) if low <= e.start and e.end <= high)
    return [entity.quote for entity in inside if entity.type in _MEASURED]


def _choice(
    key: Judged, others: Sequence[Judged], prompt: str, document: Document
) -> Iterator[Item]:
    """Yield an item with the others that come nearest to the key in length."""
    size = len(key.evidence.quote)
    near = sorted(others, key=lambda one: abs(len(one.evidence.quote) - size))[:_OTHERS]
    if len(near) < 2 or len(_text(key)) > _TOO_LONG * max(len(_text(one)) for one in near):
        return
    options = tuple(
        Option(
            text=_text(one),
            correct=one is key,
            why=_why(one, document),
            evidence=one.evidence,
            role="key" if one is key else "true-elsewhere",
        )
        for one in (key, *near)
    )
    rank = 0.7 if prompt == _OPINION else 0.6
    yield _item(prompt, _CHOOSE, Choice(options=options), (key, *near), rank, document)


def _table(facts: Sequence[Judged], opinions: Sequence[Judged], document: Document) -> Item:
    rows = sorted((*facts, *opinions), key=lambda one: int(one.evidence.sentence[1:]))
    statements = tuple(
        Statement(
            text=_text(one),
            category=_CATEGORIES[one.kind == "opinion"],
            why=_why(one, document),
            evidence=one.evidence,
        )
        for one in rows
    )
    response = Categorise(categories=_CATEGORIES, statements=statements)
    return _item(_TABLE, _TABLE, response, rows, 0.8, document)


def _item(
    prompt: str,
    instruction: str,
    response: Response,
    judged: Sequence[Judged],
    rank: float,
    document: Document,
) -> Item:
    item = Item(
        id="",
        type="fact-opinion",
        response=response,
        instruction=instruction,
        prompt=prompt,
        evidence=tuple(one.evidence for one in judged),
        process="evaluate",
        level=max(3, document.article.level or 4),
        text="numbered",
        facts=tuple(f"judged:{one.evidence.sentence}" for one in judged),
        rank=rank,
    )
    return records.identify(item)


EXERCISE = FactOpinion()
