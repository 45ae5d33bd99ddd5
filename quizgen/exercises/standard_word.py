"""Choose the standard spelling of a word that the text uses.

The learner completes a sentence of the text with one of three or four spellings. Trains *kata
baku*: spelling after KBBI and EYD. Derived forms come from the table's root (*perizinan*,
*perijinan*), and are used only if the right root gives the word of the text letter by letter.

Known limits: only words of ``data/standard_words.tsv``, one form a root and text.

Source: KBBI VI; EYD V; wrong spellings are those of everyday writing, and of learners who know
the word in English or Dutch.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Pemilik warung di Pasar Lama mengurus izin usaha sejak awal tahun."))
Pemilik warung di Pasar Lama mengurus … usaha sejak awal tahun.
* izin
- ijin
- idzin
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.exercises.common.choice import choice_item, mistakes
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.plain_sentence import inside_talk, opening, presentable
from quizgen.exercises.words.standard_words import StandardForm, by_text, difference
from quizgen.interfaces import Family
from quizgen.language.clauses import entity_spans
from quizgen.language.generation import generate
from quizgen.language.levels import level, zipf
from quizgen.language.morphology import analyse
from quizgen.model import Document, Evidence, Item, Sentence

_CAPITALS = frozenset({"November", "Februari"})
_MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """A word of a sentence, the offsets of it, its row and its wrong spellings."""

    start: int
    end: int
    text: str
    form: StandardForm
    wrong: tuple[str, ...]


class StandardWord:
    """Makes choice questions on the spelling of words."""

    name = "standard-word"
    purpose = "The learner chooses the standard spelling of a word for a sentence."
    responses = ("choice",)
    family: Family = "language"
    levels = (2, 6)
    example = "Pedagang kecil mengurus … usaha. → izin (bukan ijin, idzin)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield an item for each word of the table in a sentence that stands alone."""
        asked: set[str] = set()
        sentences: set[str] = set()
        for sentence in document.sentences:
            if not presentable(sentence) or inside_talk(sentence, document):
                continue
            for use in _uses(sentence, document):
                if use.form.text in asked or sentence.id in sentences or len(asked) == _MOST:
                    continue
                asked.add(use.form.text)
                sentences.add(sentence.id)
                yield _item(sentence, use)


def _uses(sentence: Sentence, document: Document) -> Iterator[_Use]:
    """Yield the words of the table that the sentence has once, the commonest mistakes first."""
    found = [use for use in _all_uses(sentence, document) if _once(use, sentence)]
    yield from sorted(found, key=lambda use: -zipf(use.form.wrong[0]))


def _once(use: _Use, sentence: Sentence) -> bool:
    rest = sentence.text[: use.start] + sentence.text[use.end :]
    return use.form.text.lower() not in rest.lower()


def _all_uses(sentence: Sentence, document: Document) -> Iterator[_Use]:
    named = {
        index
        for span in entity_spans(sentence, document)
        if span.entity is None or span.entity.type != "DATE"
        for index in range(span.start, span.end)
    }
    tokens, table = sentence.tokens, by_text()
    for index, token in enumerate(tokens):
        low = token.start - sentence.start
        if low < opening(sentence):
            continue
        if token.text in _CAPITALS:
            form = table[token.text]
            yield _Use(start=low, end=token.end - sentence.start, text=token.text, form=form,
                       wrong=form.wrong)  # fmt: skip
        if index in named or not token.text.islower():
            continue
        pair = " ".join(each.text for each in tokens[index : index + 2])
        if pair in table and index + 1 not in named and index:
            form = table[pair]
            yield _Use(start=low, end=tokens[index + 1].end - sentence.start, text=pair, form=form,
                       wrong=form.wrong)  # fmt: skip
            continue
        wrong = _wrong_forms(token.text)
        if wrong:
            yield _Use(start=low, end=token.end - sentence.start, text=token.text,
                       form=wrong[0], wrong=wrong[1])  # fmt: skip


def _wrong_forms(word: str) -> tuple[StandardForm, tuple[str, ...]] | None:
    """Return the row of a word and its wrong spellings in the same derivation."""
    table = by_text()
    if word in table:
        return table[word], table[word].wrong
    analysis = analyse(word)
    form = table.get(analysis.root)
    affixes = [part for part in analysis.segments if part != analysis.root]
    if form is None or not analysis.known or "R" in affixes or not form.text.isalpha():
        return None
    if any(not wrong.isalpha() or _foreign(wrong, form.text) for wrong in form.wrong):
        return None
    if generate(analysis.root, affixes) != word:
        return None
    made = tuple(generate(wrong, affixes) for wrong in form.wrong)
    return (form, made) if word not in made and len(set(made)) == len(made) else None


def _foreign(wrong: str, right: str) -> bool:
    """Tell whether a spelling is too foreign to take affixes: *bercapasitas, delegasynya*."""
    first, last = wrong[0] != right[0], wrong[-1] != right[-1]
    return (first and wrong[0] in "cq") or (last and wrong[-1] in "cdtxy")


def _item(sentence: Sentence, use: _Use) -> Item:
    rule = f": {use.form.rule}" if use.form.rule else ""
    here = cite(sentence.id)
    wrong = (
        (text, f"“{text}” tidak baku; bentuk bakunya {difference(use.text, text)} {here}.")
        for text in use.wrong
    )
    return choice_item(
        "standard-word",
        f"{sentence.text[opening(sentence) : use.start]}…{sentence.text[use.end :]}",
        key=use.text,
        why=f"Bentuk baku menurut KBBI adalah “{use.text}”{rule} {here}.",
        proof=Evidence(sentence.id, use.text),
        wrong=mistakes(wrong),
        process="language",
        level=min(max(level(zipf(use.text.split()[0])), 2), 5),
        rank=round(0.4 + min(zipf(use.form.wrong[0]), 5.0) / 12, 3),
        instruction="Pilihlah penulisan kata yang baku untuk melengkapi kalimat berikut!",
        facts=(f"spelling:{use.form.text}",),
        shows=(sentence.id,),
        lemmas=(use.form.text,),
    )


EXERCISE = StandardWord()
