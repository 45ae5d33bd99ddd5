"""Meaning: which definition a word of the text has where it stands.

The learner infers or recalls the sense of one word from its sentence. Trains *memahami*. Only
words whose sense is sure are asked, in the form in which the dictionary has them. Wrong options
are the definitions of other words of the same kind, and at most one other sense of the word.
Known limits: single words only, of BIPA levels 3 to 6; a passive verb is not asked.

Source: *makna kata* of UTBK literacy; Read (2000), *Assessing Vocabulary*, ch. 4.
"""

import random
from collections.abc import Iterator

from quizgen import records
from quizgen.exercises._meanings import Meaning, alike, differ
from quizgen.exercises._text import base_level, cite
from quizgen.exercises._words import askable, word_of
from quizgen.language.lookup import Found
from quizgen.lexicon import Sense
from quizgen.model import Choice, Document, Evidence, Item, Option, Sentence

_WRONG = 3
_LONGER, _SHORTER = 1.45, 0.6
"""How much longer or shorter than the key a wrong option may be."""
_AROUND = 2


class MeaningInContext:
    """Makes choice questions on the sense of a word."""

    name = "meaning"
    purpose = "The learner chooses the definition that a word has where it stands."
    responses = ("choice",)
    levels = (3, 6)
    example = "Makna kata *lahan* pada kalimat (2) adalah …. → tanah yang dipakai untuk usaha"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each askable word, in the first sentence that has it."""
        asked: set[str] = set()
        for found, sense, sentence in askable(document):
            if found.entry.root in asked:
                continue
            asked.add(found.entry.root)
            wrong = _wrong(found, sense, sentence, rng)
            if len(wrong) == _WRONG:
                yield _item(found, sense, sentence, wrong)


def _wrong(found: Found, sense: Sense, sentence: Sentence, rng: random.Random) -> list[Option]:
    """Return wrong options of about the key's length, at least one of them as long as the key."""
    chosen: list[Meaning] = []
    size = len(sense.definition)
    fitting = [
        meaning
        for meaning in alike((found.entry, sense))
        if _SHORTER * size <= len(meaning[1].definition) <= _LONGER * size
    ]
    rng.shuffle(fitting)
    longer = [meaning for meaning in fitting if len(meaning[1].definition) >= size]
    for meaning in [*longer[:1], *fitting]:
        if len(chosen) < _WRONG and differ(chosen, meaning):
            chosen.append(meaning)
    if not longer:
        return []
    return [_other_word(meaning, found, sentence) for meaning in chosen]


def _other_word(meaning: Meaning, found: Found, sentence: Sentence) -> Option:
    entry, sense = meaning
    return Option(
        text=sense.definition,
        role="unsupported",
        why=f"Itu makna kata *{entry.headword}*, bukan *{found.entry.headword}* "
        f"{cite(sentence.id)}.",
    )


def _item(found: Found, sense: Sense, sentence: Sentence, wrong: list[Option]) -> Item:
    word = found.entry.headword
    proof = _proof(found, sentence)
    right = Option(
        text=sense.definition,
        correct=True,
        role="key",
        why=f"Dalam “{proof.quote}” {cite(sentence.id)}, *{word}* berarti {sense.definition}.",
        evidence=proof,
    )
    item = Item(
        id="",
        type="meaning",
        response=Choice(options=(right, *wrong)),
        instruction="Pilihlah jawaban yang paling tepat!",
        prompt=f"Makna kata *{word}* pada kalimat ({sentence.number}) adalah ….",
        evidence=(proof,),
        process="interpret",
        level=max(base_level(sentence), min(found.entry.level, 6)),
        text="numbered",
        lemmas=(found.entry.root,),
        facts=(f"meaning:{word}",),
        rank=_rank(found),
    )
    return records.identify(item)


def _rank(found: Found) -> float:
    """Rank rarer words higher, and words that have more than one sense."""
    return 0.4 + 0.08 * (found.entry.level - 3) + 0.1 * (len(found.entry.senses) > 1)


def _proof(found: Found, sentence: Sentence) -> Evidence:
    """Return the word with up to two words on each side, word for word."""
    tokens, word = sentence.tokens, word_of(found, sentence)
    first = last = found.start
    while first and found.start - first < _AROUND and tokens[first - 1].upos != "PUNCT":
        first -= 1
    while last < len(tokens) - 1 and last - found.start < _AROUND:
        if tokens[last + 1].upos == "PUNCT":
            break
        last += 1
    assert tokens[first].start <= word.start
    low, high = tokens[first].start - sentence.start, tokens[last].end - sentence.start
    return Evidence(sentence.id, sentence.text[low:high])


EXERCISE = MeaningInContext()
