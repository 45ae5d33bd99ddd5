"""Synonym: which word can stand for a word of the text where it is.

The learner finds the word that means the same in this very sentence. Trains vocabulary in
context. The key can take the place of the word without any other change; the wrong words are of
the same kind and fit the place, but mean something else. A passive verb gets passive options.
Known limits: words of the table ``data/synonyms.tsv`` only, and only in their own form.

Source: *sinonim* of school and UTBK tests; Read (2000), *Assessing Vocabulary*, ch. 4. The table
is our own, by hand.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Dua wartawan meliput lomba perahu di Pulau Sirantau."))
Sinonim kata *wartawan* pada kalimat (1) adalah ….
* jurnalis
- narasumber
- penonton
- penerjemah
"""

import random
from collections.abc import Iterator

from quizgen.exercises.common.cites import cite
from quizgen.exercises.words.word_pair_items import best, meaning_of, pair_item, quote
from quizgen.exercises.words.word_pairs import Match, matches
from quizgen.interfaces import Family
from quizgen.model import Document, Item, Option


class Synonym:
    """Makes choice questions on words of the same meaning."""

    name = "synonym"
    purpose = "The learner chooses the word that can stand for a word of the text."
    responses = ("choice",)
    family: Family = "vocabulary"
    levels = (3, 6)
    example = "Sinonim kata *wartawan* pada kalimat (2) adalah …. → jurnalis"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield up to four items, the rarer words first."""
        for match in best(matches(document, "synonyms")):
            wrong = [_wrong(match, word) for word in match.wrong]
            why = (
                f"Dalam “{quote(match).quote}” {cite(match.sentence.id)}, kata *{match.word}* "
                f"dapat diganti dengan *{match.key}* tanpa mengubah makna kalimat."
            )
            yield pair_item(self.name, "Sinonim", match, why, wrong)


def _wrong(match: Match, word: str) -> Option:
    known, here = meaning_of(word), cite(match.sentence.id)
    if known:
        why = f"*{word}* berarti {known} dan tidak bersinonim dengan *{match.word}* {here}."
    else:
        why = f"Makna *{word}* berbeda; kata itu tidak dapat menggantikan *{match.word}* {here}."
    return Option(text=word, role="unsupported", why=why)


EXERCISE = Synonym()
