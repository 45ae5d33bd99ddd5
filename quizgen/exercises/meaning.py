"""Meaning: which definition a word of the text has where it stands.

The learner infers or recalls the sense of one word from its sentence. Trains *memahami*. Only
words whose sense is sure are asked, in the form in which the dictionary has them. Wrong options
are the definitions of other words of the same kind, and at most one other sense of the word.
Known limits: single words only, of BIPA levels 3 to 6; a passive verb is not asked.

Source: *makna kata* of UTBK literacy; Read (2000), *Assessing Vocabulary*, ch. 4.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Nelayan Sirantau menolak kenaikan tarif pelabuhan."))
Makna kata *tarif* pada kalimat (1) adalah ….
* harga jasa atau besar pajak yang ditetapkan secara resmi
- surat utang yang dijual pemerintah atau perusahaan dan memberi bunga
- rencana penerimaan dan pengeluaran uang untuk masa tertentu
- catatan uang milik seseorang atau lembaga di bank
"""

import random
from collections.abc import Iterator

from quizgen.exercises.common.choice import choice_item
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.text import base_level
from quizgen.exercises.words.meanings import Meaning, alike, differ, senses_apart
from quizgen.exercises.words.words import CONTENT, askable, proof, shown
from quizgen.interfaces import Family
from quizgen.language.lookup import Found
from quizgen.language.morphology import analyse
from quizgen.language.senses import partners
from quizgen.lexicon import Sense
from quizgen.model import Document, Item, Option, Sentence

_WRONG = 3
_BESIDE, _NEAR = 2, 6
_LONGER, _SHORTER = 1.45, 0.6
"""How much longer or shorter than the key a wrong option may be."""


class MeaningInContext:
    """Makes choice questions on the sense of a word."""

    name = "meaning"
    purpose = "The learner chooses the definition that a word has where it stands."
    responses = ("choice",)
    family: Family = "vocabulary"
    levels = (3, 6)
    example = "Makna kata *lahan* pada kalimat (2) adalah …. → tanah yang dipakai untuk usaha"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each askable word, in the first sentence that has it."""
        asked: set[str] = set()
        for found, sense, sentence in askable(document):
            if found.entry.root in asked or not _supported(found, sense, sentence):
                continue
            asked.add(found.entry.root)
            wrong = _wrong(found, sense, sentence, rng)
            if len(wrong) == _WRONG:
                yield _item(found, sense, sentence, wrong)


def _supported(found: Found, sense: Sense, sentence: Sentence) -> bool:
    """Tell whether a word stands near that the sense is known by.

    A word may be used in a sense that no dictionary of this size has: *kader jumantik*.
    """
    known = partners(found.entry, sense)
    beside = _roots(found, sentence, _BESIDE) & known.close
    return bool(beside) or len(_roots(found, sentence, _NEAR) & (known.close | known.loose)) > 1


def _roots(found: Found, sentence: Sentence, reach: int) -> set[str]:
    near = sentence.tokens[max(0, found.start - reach) : found.end + reach]
    return {analyse(token.text.lower()).root for token in near if token.upos in CONTENT}


def _wrong(found: Found, sense: Sense, sentence: Sentence, rng: random.Random) -> list[Option]:
    """Return wrong options of about the key's length, at least one of them as long as the key."""
    size, asked = len(sense.definition), (found.entry, sense)
    other = _other_sense(found, sense)
    chosen: list[Meaning] = [other] if other else []
    fitting = list(alike(asked, lambda other: _like(other, size)))
    rng.shuffle(fitting)
    opening = _opening(sense)
    fitting.sort(key=lambda meaning: _opening(meaning[1]) != opening)
    longer = [meaning for meaning in fitting if len(meaning[1].definition) >= size]
    for meaning in [*longer[:1], *fitting]:
        if len(chosen) < _WRONG and differ(chosen, meaning):
            chosen.append(meaning)
    if not any(len(meaning[1].definition) >= size for meaning in chosen):
        return []
    return [_option(meaning, found, sentence) for meaning in chosen]


def _like(sense: Sense, size: int) -> bool:
    """Tell whether a definition is about as long as the key, which has ``size`` characters."""
    return _SHORTER * size <= len(sense.definition) <= _LONGER * size


def _opening(sense: Sense) -> str:
    return sense.definition.split(maxsplit=1)[0]


def _other_sense(found: Found, sense: Sense) -> Meaning | None:
    """Return another sense of the word that is plainly not the one meant."""
    for other in found.entry.senses:
        apart = other is not sense and other.upos == sense.upos
        if apart and shown(found.entry, other) and senses_apart(sense, other):
            return (found.entry, other) if _like(other, len(sense.definition)) else None
    return None


def _option(meaning: Meaning, found: Found, sentence: Sentence) -> Option:
    entry, sense = meaning
    word, here = found.entry.headword, cite(sentence.id)
    if entry is found.entry:
        why = f"Makna itu dipakai misalnya dalam “{sense.collocations[0]}”, bukan di sini {here}."
        return Option(text=sense.definition, role="other-sense", why=why)
    why = f"Itu makna kata *{entry.headword}*, bukan *{word}* {here}."
    return Option(text=sense.definition, role="unsupported", why=why)


def _item(found: Found, sense: Sense, sentence: Sentence, wrong: list[Option]) -> Item:
    word = found.entry.headword
    here = proof(found, sentence)
    return choice_item(
        "meaning",
        f"Makna kata *{word}* pada kalimat ({sentence.number}) adalah ….",
        key=sense.definition,
        why=f"Dalam “{here.quote}” {cite(sentence.id)}, *{word}* berarti {sense.definition}.",
        proof=here,
        wrong=wrong,
        process="interpret",
        level=max(base_level(sentence), min(found.entry.level, 6)),
        rank=_rank(found),
        facts=(f"meaning:{word}",),
        numbered=True,
        lemmas=(found.entry.root,),
    )


def _rank(found: Found) -> float:
    """Rank rarer words higher, and words that have more than one sense."""
    return 0.4 + 0.08 * (found.entry.level - 3) + 0.1 * (len(found.entry.senses) > 1)


EXERCISE = MeaningInContext()
