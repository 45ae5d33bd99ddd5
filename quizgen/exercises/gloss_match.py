"""Gloss matching: words of the text and what they mean, in Indonesian or in English.

The learner joins five words of one part of speech to their definitions, or to English glosses;
two answers stay unused. Trains *memahami* at the level of words. No two of the seven answers are
near in meaning. Known limits: single words of BIPA levels 3 to 6; an English gloss that looks
like the word (*strategi*, strategy) is not asked; a short text gives one item or none.

Source: *menjodohkan* of AKM; Nation (2013), *Learning Vocabulary in Another Language*, ch. 13.

>>> from quizgen.exercises.common.example import show
>>> text = (
...     "Maskapai kecil itu membuka rute ke Pulau Sirantau. Pelanggan menyambut kabar itu, "
...     "tetapi kendala cuaca masih ada."
... )
>>> print(show(EXERCISE, text))
Kata dalam teks dan maknanya
cuaca = keadaan udara pada suatu waktu, misalnya panas, hujan, atau berangin
kendala = hal yang membuat pekerjaan menjadi sulit atau lambat
maskapai = perusahaan yang mengangkut penumpang dan barang dengan pesawat
pelanggan = orang yang membeli barang atau memakai jasa secara tetap
rute = jalan yang dilalui dari satu tempat ke tempat lain
bagian permukaan bumi yang tidak tertutup air
bangunan untuk tempat tinggal dan tempat berdagang sekaligus
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median

from quizgen import records
from quizgen.exercises.common.cites import cite
from quizgen.exercises.words.meanings import Meaning, differ, wrong_answers_of
from quizgen.exercises.words.words import askable, proof
from quizgen.interfaces import Family
from quizgen.language.lookup import Found
from quizgen.lexicon import Entry, Sense
from quizgen.model import Document, Evidence, Item, Matching, Sentence

_PAIRS, _SPARE = 5, 2
_KINDS = ("NOUN", "VERB", "ADJ")
_ALIKE = 3
"""So many first letters in common make a gloss guessable from the form of the word."""
_LONGEST = 75


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word of the text with its sense and where it stands."""

    found: Found
    sense: Sense
    sentence: Sentence

    @property
    def meaning(self) -> Meaning:
        return self.found.entry, self.sense

    @property
    def headword(self) -> str:
        return self.found.entry.headword

    @property
    def proof(self) -> Evidence:
        return proof(self.found, self.sentence)


class GlossMatch:
    """Makes up to two matching items a text, on different words."""

    name = "gloss-match"
    purpose = "The learner matches words of a text with their definitions or English glosses."
    responses = ("matching",)
    family: Family = "vocabulary"
    levels = (3, 6)
    example = "lahan, kendala, … → lahan = land, plot; kendala = obstacle, constraint"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield an item with definitions, then one with English glosses, if words are enough."""
        words = list(_words(document))
        taken: set[str] = set()
        for right, fits, what in _EDITIONS:
            for kind in _KINDS:
                free = [w for w in words if w.sense.upos == kind and w.headword not in taken]
                chosen = _chosen([w for w in free if fits(*w.meaning)], rng)
                spare = _spare(chosen, words, fits, rng) if chosen else []
                if len(spare) == _SPARE:
                    taken |= {word.headword for word in chosen}
                    yield _item(chosen, spare, right, what)
                    break


def _words(document: Document) -> Iterator[_Word]:
    """Yield each askable headword once; one that the text has in two senses not at all."""
    found_by_headword: dict[str, list[_Word]] = {}
    for found, sense, sentence in askable(document):
        word = _Word(found=found, sense=sense, sentence=sentence)
        found_by_headword.setdefault(word.headword, []).append(word)
    for words in found_by_headword.values():
        if len({word.sense.gloss for word in words}) == 1:
            yield words[0]


def _chosen(words: Sequence[_Word], rng: random.Random) -> list[_Word]:
    """Return five words whose meanings lie apart, the rarer ones first, in alphabetical order."""
    order = list(words)
    rng.shuffle(order)
    order.sort(key=lambda word: (-word.found.entry.level, _cognate(*word.meaning)))
    chosen: list[_Word] = []
    for word in order:
        if len(chosen) < _PAIRS and differ([each.meaning for each in chosen], word.meaning):
            chosen.append(word)
    chosen.sort(key=lambda word: word.headword)
    return chosen if len(chosen) == _PAIRS else []


def _spare(
    chosen: Sequence[_Word],
    words: Sequence[_Word],
    fits: Callable[[Entry, Sense], bool],
    rng: random.Random,
) -> list[Meaning]:
    """Return two meanings of the same classes that no chosen word has and no text word either."""
    used = [word.meaning for word in chosen]
    there = {word.headword for word in words}
    kinds = frozenset((sense.upos, sense.semantic_class) for _, sense in used)
    pool = [
        (entry, sense)
        for entry, sense in wrong_answers_of(kinds)
        if entry.headword not in there and fits(entry, sense)
    ]
    rng.shuffle(pool)
    spare: list[Meaning] = []
    for meaning in pool:
        if differ([*used, *spare], meaning):
            spare.append(meaning)
        if len(spare) == _SPARE:
            break
    return spare


def _definition(sense: Sense) -> str:
    return sense.definition


def _gloss(sense: Sense) -> str:
    return sense.gloss


def _short(entry: Entry, sense: Sense) -> bool:
    return len(sense.definition) <= _LONGEST


def _plain_gloss(entry: Entry, sense: Sense) -> bool:
    """Tell whether a gloss needs no remark and does not look like the word."""
    return "(" not in sense.gloss and not _cognate(entry, sense)


@cache
def _cognate(entry: Entry, sense: Sense) -> bool:
    """Tell whether a word of the gloss sounds at its beginning as the headword or its root does."""
    words = re.findall("[a-z]+", sense.gloss.lower())
    return not {_sound(word) for word in words}.isdisjoint(
        {_sound(entry.headword), _sound(entry.root)}
    )


def _sound(word: str) -> str:
    """Return the beginning of a word in one spelling for both languages: *fase* as *phase*."""
    spelt = word.replace("ph", "f").replace("c", "k").replace("y", "i").replace("qu", "ku")
    return re.sub(r"(.)\1", r"\1", spelt)[:_ALIKE]


_EDITIONS = (
    (_definition, _short, "maknanya"),
    (_gloss, _plain_gloss, "padanannya dalam bahasa Inggris"),
)


def _item(
    chosen: Sequence[_Word], spare: Sequence[Meaning], right: Callable[[Sense], str], what: str
) -> Item:
    places = "; ".join(f"*{word.headword}* {cite(word.sentence.id)}" for word in chosen)
    unused = "; ".join(f"“{right(sense)}” (*{entry.headword}*)" for entry, sense in spare)
    item = Item(
        id="",
        type="gloss-match",
        response=Matching(
            pairs=tuple((word.headword, right(word.sense)) for word in chosen),
            distractors=tuple(right(sense) for _, sense in spare),
        ),
        instruction=f"Jodohkanlah kata di lajur kiri dengan {what} di lajur kanan! "
        "Dua jawaban tidak digunakan.",
        prompt=f"Kata dalam teks dan {what}",
        evidence=tuple(word.proof for word in chosen),
        process="interpret",
        level=max(3, min(6, round(median(word.found.entry.level for word in chosen)))),
        points=_PAIRS,
        text="shown",
        explanation=f"Letak kata dalam teks: {places}. Yang tidak digunakan: {unused}.",
        lemmas=tuple(word.found.entry.root for word in chosen),
        facts=tuple(f"meaning:{word.headword}" for word in chosen),
        rank=0.7,
    )
    return records.identify(item)


EXERCISE = GlossMatch()
