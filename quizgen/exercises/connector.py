"""Choose the connector, or name the relation that it expresses.

The learner completes a sentence of the text, or two that follow each other, with a connector
whose relation is named; or names the relation of a connector of the text. Trains *konjungsi*:
cause, purpose, condition, concession, result, time, contrast.

A gap is made only where no wrong option can be read: where the verb asks for *agar*, where a
clause opens the sentence and the other connectors cannot, where a pair is fixed (*tidak hanya …,
tetapi juga*), or where what is said decides between *karena* and *meskipun* (bad news of a bad
cause).

Known limits: everywhere else only the relation is asked; *sementara, hingga, sampai, saat* express
several and are left out.

Source: TBBBI (Moeliono et al. 2017) on konjungsi; Sneddon et al. (2010) 3.112-3.117.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Pelayaran kapal malam dibatalkan karena cuaca buruk di Selat Lawana."))
Pelayaran kapal malam dibatalkan … cuaca buruk di Selat Lawana.
* karena (sebab)
- agar (tujuan)
- meskipun (konsesif)
"""

import random
from collections.abc import Iterator

from quizgen.exercises.words.connector_gaps import gaps
from quizgen.exercises.words.connector_relations import relations
from quizgen.interfaces import Family
from quizgen.model import Document, Item

_MOST_GAPS, _MOST_RELATIONS = 4, 2


class ConnectorChoice:
    """Makes choice questions on connectors."""

    name = "connector"
    purpose = "The learner chooses a connector, or the relation that a connector expresses."
    responses = ("choice",)
    family: Family = "language"
    levels = (3, 6)
    example = "Banyak ikan membusuk … nelayan kekurangan es. → karena (sebab)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield gaps, then relations of connectors that are no key yet."""
        used: set[str] = set()
        for word, item in gaps(document):
            if word not in used and len(used) < _MOST_GAPS:
                used.add(word)
                yield item
        asked: set[str] = set()
        for word, relation, item in relations(document):
            if word not in used and relation not in asked and len(asked) < _MOST_RELATIONS:
                asked.add(relation)
                yield item


EXERCISE = ConnectorChoice()
