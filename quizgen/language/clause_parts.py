"""A sentence with its tree and names, and phrases of it with the confidence of their arcs.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from collections.abc import Sequence

from quizgen.language.sentences import dateline_end
from quizgen.language.trees import Phrase, Tree
from quizgen.model import Document, Entity, Sentence

DATED = 0.8
"""Confidence of a date that can only date the clause, whatever the tree says."""
_SUBJECTS = ("nsubj", "csubj")


class Parts:
    """What every reader of a clause needs of its sentence."""

    def __init__(self, sentence: Sentence, document: Document, tree: Tree) -> None:
        self.sentence, self.tree = sentence, tree
        self.tokens = sentence.tokens
        quoted = [
            q for q in document.quotations if q.start < sentence.end and sentence.start < q.end
        ]
        body = sentence.start + dateline_end(sentence.text)
        self.opening = sum(token.start < body for token in sentence.tokens)
        self.quoted = [q for q in quoted if q.direct]
        self.reported = [q for q in quoted if not q.direct]
        self.entities = [(e, self._covered(e)) for e in document.entities_in(sentence)]

        self.dates = [(e, c) for e, c in self.entities if e.type in {"DATE", "TIME"}]
        self.names = [(e, c) for e, c in self.entities if e.type not in {"DATE", "TIME"}]
        self._dated_words = frozenset(i for _, covered in self.dates for i in covered)
        self._named_words = frozenset(i for _, covered in self.names for i in covered)

    def _covered(self, entity: Entity) -> range:
        inside = [
            i for i, token in enumerate(self.tokens)
            if entity.start <= token.start and token.end <= entity.end
        ]  # fmt: skip
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def _word(self, index: int) -> str:
        return self.tokens[index].text.lower() if 0 <= index < len(self.tokens) else ""

    def _subjects(self, index: int) -> list[int]:
        return self.tree.children(index, *_SUBJECTS)

    def _arc(self, index: int) -> float:
        return self.tokens[index].attachment

    def _sure_phrase(self, head: int, without: Sequence[int] = ()) -> Phrase | None:
        phrase = self.tree.phrase(head, without=without)
        return None if phrase is None else self._with_sure(phrase, self._arc(head))

    def _with_sure(self, phrase: Phrase, sure: float) -> Phrase:
        inner = (
            self.tokens[i].attachment
            for i in range(phrase.start, phrase.end)
            if i != phrase.head and not self._fixed(i, phrase)
        )
        return Phrase(phrase.start, phrase.end, phrase.head, min([sure, *inner]))

    def _fixed(self, index: int, phrase: Phrase) -> bool:
        """Tell whether a word belongs to the phrase whatever its head.

        In *Peneliti Ratna Wulandari* neither word of the name can be a part of anything else,
        nor can a noun or an adjective that follows the noun before it at once.
        """
        token, before = self.tokens[index], self.tokens[index - 1]
        if token.upos == "PUNCT" or index in self._named_words:
            return True
        if index <= phrase.head or index in self._dated_words:
            return False
        run = before.upos in {"NOUN", "PROPN", "ADJ"} and index - 1 in phrase
        return run and (token.upos in {"NOUN", "PROPN"} or token.deprel in {"amod", "det"})

    def _ends_in_name(self, phrase: Phrase) -> bool:
        last = phrase.end - 1
        return any(
            e.type in {"PER", "ORG"} and covered and covered[-1] == last
            for e, covered in self.entities
        )
