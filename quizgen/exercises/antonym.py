"""Antonym: which word says the opposite of a word of the text where it is.

The learner finds the word of the opposite meaning in this very sentence. Trains vocabulary in
context. Where there is one, a wrong word means the same as the word asked for; the others belong
to its field but are no opposite. A passive verb gets passive options. Known limits: words of the
table ``data/antonyms.tsv`` only, and only in their own form.

Source: *antonim* of school and UTBK tests; Cruse (1986), *Lexical Semantics*, chs. 9-11. The table
is our own, by hand.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Es di perahu nelayan mencair karena hari panas."))
Antonim kata *mencair* pada kalimat (1) adalah ….
* membeku
- meleleh
- menguap
- menyusut
"""

import random
from collections.abc import Iterator

from quizgen.exercises.common.cites import cite
from quizgen.exercises.words.word_pair_items import best, meaning_of, pair_item, quote
from quizgen.exercises.words.word_pairs import Match, matches
from quizgen.interfaces import Family
from quizgen.model import Document, Item, Option


class Antonym:
    """Makes choice questions on words of opposite meaning."""

    name = "antonym"
    purpose = "The learner chooses the word that says the opposite of a word of the text."
    responses = ("choice",)
    family: Family = "vocabulary"
    levels = (3, 6)
    example = "Antonim kata *mencair* pada kalimat (6) adalah …. → membeku"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield up to four items, the rarer words first."""
        for match in best(matches(document, "antonyms")):
            wrong = [
                _same(match, word) if place in match.row.same else _related(match, word)
                for place, word in enumerate(match.wrong)
            ]
            why = (
                f"Dalam “{quote(match).quote}” {cite(match.sentence.id)}, kata *{match.word}* "
                f"berlawanan makna dengan *{match.key}*."
            )
            yield pair_item(self.name, "Antonim", match, why, wrong)


def _same(match: Match, word: str) -> Option:
    why = f"*{word}* justru bersinonim dengan *{match.word}* {cite(match.sentence.id)}."
    return Option(text=word, role="synonym", why=why)


def _related(match: Match, word: str) -> Option:
    known, here = meaning_of(word), cite(match.sentence.id)
    if known:
        why = f"*{word}* berarti {known}; kata itu bukan lawan kata *{match.word}* {here}."
    else:
        why = f"Makna *{word}* bukan kebalikan makna *{match.word}* {here}."
    return Option(text=word, role="related", why=why)


EXERCISE = Antonym()
