"""A sentence with its tree and names, and phrases of it with the confidence of their arcs.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from collections.abc import Sequence
from dataclasses import replace

from quizgen.language.circumstances import fact_words
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
        self._low = [token.text.lower() for token in sentence.tokens]
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
        return self._low[index] if 0 <= index < len(self._low) else ""

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

    def _person_only(self, phrase: Phrase) -> Phrase:
        """Cut off the circumstance behind a person's name: *Ketua KPU Rina Dewi | dalam rapat itu*.

        Nothing but an origin or an office describes a name.
        """
        for entity, covered in self.entities:
            end = covered[-1] + 1 if covered else 0
            inside = phrase.start < end < phrase.end - 1 and entity.type == "PER"
            over = self.tokens[phrase.end - 1].upos == "DET"
            if inside and not over and self._word(end) in fact_words("circumstantial"):
                return replace(phrase, end=end)
        return phrase

    def _said_only(self, phrase: Phrase) -> Phrase:
        """Return what is said without *bahwa*, the speaker and the time of saying it.

        *Mengatakan, Minggu, | kapal itu tenggelam | , kata Rina*.
        """
        phrase = self._before_speaker(phrase)
        if self._word(phrase.start) == "bahwa" and phrase.start + 1 < phrase.end:
            return replace(phrase, start=phrase.start + 1)
        for _, covered in self.dates:
            after = covered[-1] + 1 if covered else 0
            opens = bool(covered) and covered[0] == phrase.start and self._word(after) == ","
            if opens and self._word(phrase.start - 1) == "," and after + 1 < phrase.end:
                return replace(phrase, start=after + 1)
        return phrase

    def _before_speaker(self, phrase: Phrase) -> Phrase:
        """Cut off who says it: *dia siap, | kata Rina*, *mereka akan maju, | katanya*."""
        for at in range(phrase.start + 1, phrase.end - 1):
            following = self._word(at + 1)
            speaks = following in fact_words("reporting", "attributing")
            if self._word(at) == "," and speaks and self._word(at + 2) not in {"itu", "ini"}:
                return replace(phrase, end=at)
        return phrase

    def _ends_in_name(self, phrase: Phrase) -> bool:
        last = phrase.end - 1
        return any(
            e.type in {"PER", "ORG"} and covered and covered[-1] == last
            for e, covered in self.entities
        )
