"""Collocations: the word that goes with another one, among near-synonyms that do not.

The learner chooses the verb of a noun (*menjalin kerja sama*), the adjective of a noun (*angin
kencang*) or the preposition of a verb or adjective (*bergantung pada*). Trains *kolokasi*.

Known limits: only pairs of the two tables, ``data/collocations.tsv`` and ``data/prepositions.tsv``,
whose words stand side by side or part only by *yang* or an auxiliary, in a sentence that can be
read alone. What real use accepts beside the key (*mengambil* and *membuat keputusan*) is no option.

Source: own tables, checked against the collocations of the learner's dictionary; wrong options are
near-synonyms by the core sense (Lewis 2000, *Teaching Collocation*) and learners' prepositions.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Kedua sekolah sepakat menjalin kerja sama selama tiga tahun."))
Kedua sekolah sepakat … kerja sama selama tiga tahun.
* menjalin
- merakit
- menambal
- memasang
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quizgen.exercises.common.choice import choice_item, mistakes
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.cloze import cut, lone_sentences, opening
from quizgen.exercises.common.tables import rows
from quizgen.exercises.common.text import base_level
from quizgen.exercises.words.governed import Governed, governed_at
from quizgen.interfaces import Family
from quizgen.language.clauses import named_tokens
from quizgen.language.voice import passive_of
from quizgen.model import Document, Evidence, Item, Option, Sentence

_NONE = "-"
_BETWEEN = frozenset({"yang", "akan", "telah", "sudah", "dapat", "harus", "belum", "pernah"})


class Collocation:
    """Makes choice questions on the word that goes with another one."""

    name = "collocation"
    purpose = "The learner chooses the word that goes with another one in a sentence."
    responses = ("choice",)
    family: Family = "vocabulary"
    levels = (3, 6)
    example = "Kedua sekolah … kerja sama. → menjalin (bukan merakit, menambal)"
    default = True
    proven = False

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield at most one item for each sentence that stands alone, every pair once."""
        asked: set[str] = set()
        for sentence in lone_sentences(document):
            for item in _items(sentence, document):
                if item.facts[1] not in asked:
                    asked.add(item.facts[1])
                    yield item
                    break


@cache
def _pairs() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the wrong words by (key, partner); the partner's words are joined by ``_``."""
    return {
        (key, partner): tuple(wrong.split())
        for _, key, partners, wrong in rows("collocations")
        for partner in partners.split()
    }


@cache
def _keys() -> dict[str, bool]:
    """Return the first words of the pairs, and whether the key stands before its partner."""
    return {key: kind == "verb-noun" for kind, key, _, _ in rows("collocations")}


@cache
def _passives() -> dict[str, str]:
    return {
        passive: key
        for key, before in _keys().items()
        if before and (passive := passive_of(key)) is not None
    }


@dataclass(frozen=True, slots=True)
class _Usage:
    """The passive of a wrong word, and what the word is properly used for."""

    passive: str
    used_for: str


@cache
def _usage() -> dict[str, _Usage]:
    return {
        word: _Usage(passive, used_for) for word, passive, used_for in rows("collocation_usage")
    }


def _items(sentence: Sentence, document: Document) -> Iterator[Item]:
    hidden = named_tokens(sentence, document)
    for index in range(opening(sentence) + 1, len(sentence.tokens) - 1):
        if index in hidden or not sentence.tokens[index].text.islower():
            continue
        yield from _active(sentence, index)
        yield from _passive(sentence, index)
        yield from _adjective(sentence, index)
    for index in range(opening(sentence), len(sentence.tokens) - 2):
        found = governed_at(sentence, index, document)
        if found:
            yield _prepositional(sentence, found)


def _active(sentence: Sentence, index: int) -> Iterator[Item]:
    key = sentence.tokens[index].text
    for size in (2, 1):
        words = [token.text for token in sentence.tokens[index + 1 : index + 1 + size]]
        wrong = _pairs().get((key, "_".join(words))) if _keys().get(key) else None
        if wrong:
            yield _item(sentence, index, " ".join(words), wrong, wrong, (index, index + 1 + size))
            return


def _passive(sentence: Sentence, index: int) -> Iterator[Item]:
    """Yield the item on a passive whose subject stands before it: *medali yang diraih*."""
    active = _passives().get(sentence.tokens[index].text)
    noun = index - 1
    while noun > 0 and sentence.tokens[noun].text in _BETWEEN:
        noun -= 1
    partner = sentence.tokens[noun].text.lower()
    wrong = _pairs().get((active, partner)) if active else None
    forms = tuple(_usage()[verb].passive for verb in wrong or ())
    if wrong and _NONE not in forms:
        yield _item(sentence, index, partner, forms, wrong, (noun, index + 1))


def _adjective(sentence: Sentence, index: int) -> Iterator[Item]:
    key, partner = sentence.tokens[index].text, sentence.tokens[index - 1].text.lower()
    wrong = _pairs().get((key, partner))
    if wrong and not _keys()[key] and sentence.tokens[index + 1].upos in {"ADP", "PUNCT", "CCONJ"}:
        yield _item(sentence, index, partner, wrong, wrong, (index - 1, index + 1))


def _item(
    sentence: Sentence,
    index: int,
    partner: str,
    forms: tuple[str, ...],
    entries: tuple[str, ...],
    span: tuple[int, int],
) -> Item:
    wrong = [
        Option(
            text=form,
            role="near-synonym",
            why=f"“{form}” lazim dipakai untuk {_usage()[entry].used_for}, "
            f"bukan bersama “{partner}” {cite(sentence.id)}.",
        )
        for form, entry in zip(forms, entries, strict=True)
    ]
    return _made(sentence, index, wrong, span, f"{sentence.tokens[index].text} {partner}", 0.6)


def _prepositional(sentence: Sentence, found: Governed) -> Item:
    key = sentence.tokens[found.gap].text
    usual = [key, *(word for word in found.accepted if word != key)][:2]
    pair = " atau ".join(f"“{word}”" for word in usual)
    wrong = mistakes(
        (
            word,
            f"“{found.word}” tidak berpasangan dengan “{word}”; pasangannya {pair} "
            f"{cite(sentence.id)}.",
        )
        for word in found.wrong
    )
    span = (found.start, found.gap + 1)
    return _made(sentence, found.gap, wrong, span, f"{found.word} {key}", 0.55)


def _made(
    sentence: Sentence,
    index: int,
    wrong: list[Option],
    span: tuple[int, int],
    pair: str,
    rank: float,
) -> Item:
    tokens = sentence.tokens[span[0] : span[1]]
    low, high = tokens[0].start - sentence.start, tokens[-1].end - sentence.start
    proof = Evidence(sentence.id, sentence.text[low:high])
    return choice_item(
        "collocation",
        cut(sentence, [(index, "…")]),
        key=sentence.tokens[index].text,
        why=f"Pasangan kata yang lazim adalah “{proof.quote}” {cite(sentence.id)}.",
        proof=proof,
        wrong=wrong,
        process="language",
        level=base_level(sentence),
        rank=rank,
        instruction="Pilihlah kata yang paling tepat untuk melengkapi kalimat berikut!",
        facts=(f"collocation:{pair}",),
        shows=(sentence.id,),
        lemmas=tuple(dict.fromkeys(token.lemma for token in tokens)),
    )


EXERCISE = Collocation()
