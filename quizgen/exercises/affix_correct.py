"""Correct a derived word: one verb or noun of the sentence is built as learners build it.

The learner finds the word that is not standard and writes its standard form. Trains *imbuhan*,
above all what meN- does to the first letter of a root. Known limits: one wrong word a sentence,
errors of form only, none of meaning; most items are verbs in meN-.

Source: error correction after Hughes (2003), *Testing for Language Teachers*, ch. 13; the errors
after Sneddon et al. (2010), 1.7, and TBBBI 4.3.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Pengelola pasar mengirim beras ke desa yang dilanda banjir."))
Pengelola pasar mengkirim beras ke desa yang dilanda banjir.
= mengirim
"""

import random
from collections.abc import Iterator

from quizgen import records
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.text import base_level
from quizgen.exercises.statements.alone import Alone, alone
from quizgen.exercises.words.learner_errors import LearnerError, learner_error
from quizgen.interfaces import Family
from quizgen.language.clauses import named_tokens
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.model import Document, Item, ShortAnswer

_COMMON = 3.2
_LONGEST = 22


class AffixCorrect:
    """Makes sentences with one wrongly built word."""

    name = "affix-correct"
    purpose = "The learner finds a wrongly derived word and writes its standard form."
    responses = ("short-answer",)
    family: Family = "language"
    levels = (3, 6)
    example = "Petugas mensapu halaman pasar setiap pagi. → menyapu"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each sentence that stands alone, every root once."""
        asked: set[str] = set()
        for sentence in document.sentences:
            frame = alone(sentence, document)
            if frame is None or len(frame.kept) > _LONGEST:
                continue
            found = [each for each in _errors(frame, document) if each[1] not in asked]
            if found:
                index, root, error = max(found, key=lambda each: _worth(frame, *each))
                asked.add(root)
                yield _item(frame, index, root, error)


def _errors(frame: Alone, document: Document) -> Iterator[tuple[int, str, LearnerError]]:
    """Yield the words that may be made wrong: index, root, and what is made of them."""
    sentence = frame.sentence
    named = named_tokens(sentence, document)
    words = [token.text.lower() for token in frame.tokens]
    roots = [analyse(word).root for word in words]
    for index in frame.kept:
        token = sentence.tokens[index]
        plain = token.text.islower() and token.text.isalpha() and index not in named
        if not plain or token.upos not in {"VERB", "NOUN", "ADJ"} or zipf(token.text) < _COMMON:
            continue
        root = analyse(token.text).root
        error = learner_error(token.text) if roots.count(root) == 1 else None
        if error and error.wrong not in words:
            yield index, root, error


def _worth(frame: Alone, index: int, root: str, error: LearnerError) -> tuple[float, float]:
    """Return what to sort by: typical errors first, then the rarer word."""
    return error.typical, -zipf(frame.sentence.tokens[index].text)


def _item(frame: Alone, index: int, root: str, error: LearnerError) -> Item:
    sentence = frame.sentence
    word = sentence.tokens[index].text
    item = Item(
        id="",
        type="affix-correct",
        response=ShortAnswer(answers=((word,),)),
        instruction="Satu kata berimbuhan dalam kalimat berikut tidak baku."
        " Tuliskan bentuk yang baku!",
        prompt=frame.text({index: error.wrong}),
        evidence=(frame.evidence(),),
        process="language",
        level=base_level(sentence),
        text="hidden",
        explanation=f"Kata “{error.wrong}” tidak baku. {error.rule} {cite(sentence.id)}.",
        lemmas=(root,),
        facts=(sentence.id, f"root:{root}"),
        reveals=(sentence.id,),
        rank=0.4 + error.typical / 4,
    )
    return records.identify(item)


EXERCISE = AffixCorrect()
