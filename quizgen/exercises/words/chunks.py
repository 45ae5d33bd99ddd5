"""Cuts a sentence into groups of words for *susun kata*: only chains that the facts bear out.

Two shapes are read: *subject, verb, object, clause* and *subject, verb of saying, bahwa clause*.
Every group begins where the one before it ends, so nothing of the sentence is lost.
"""

from dataclasses import replace

from quizgen.exercises.common.tables import words
from quizgen.exercises.words.orders import Chunk, Kind
from quizgen.exercises.words.stretches import FRONT, Stretches
from quizgen.language.clauses import word_class
from quizgen.language.fact import Fact
from quizgen.language.morphology import analyse
from quizgen.language.sentences import dateline_end
from quizgen.language.speech import kind_of_saying
from quizgen.model import Document, Sentence


def chunks(sentence: Sentence, document: Document) -> list[Chunk]:
    """Return the groups of a sentence, after its dateline and linking word; none if not clear."""
    cutter = _Cutter(sentence, document)
    found = cutter.cut()
    return found if all(cutter.short(chunk) for chunk in found) else []


class _Cutter(Stretches):
    """Cuts one sentence."""

    def cut(self) -> list[Chunk]:
        main = next((f for f in self.facts if f.relation == "root"), None)
        subject = main.subject if main else None
        if main is None or subject is None or subject.end != main.predicate.start:
            return []
        start, front = self._opening()
        if subject.start != start or not self._plain(main.predicate):
            return []
        first, rest = self._noun(subject.start, subject.end), self._after_verb(main)
        return [replace(first, start=front), *rest] if first and rest else []

    def _opening(self) -> tuple[int, int]:
        """Return where the subject has to begin, and where the sentence does.

        They differ by a circumstance such as *Pada 2024,*.
        """
        cut = dateline_end(self.sentence.text) + self.sentence.start
        start = next((i for i, token in enumerate(self.tokens) if token.start >= cut), 0)
        comma = next((i for i in range(start, self.end) if self._word(i) == ","), None)
        if comma is None or comma - start > FRONT:
            return start, start
        pair = "_".join(self._word(i) for i in (start, start + 1))
        if self._word(start) in word_class("droppable") or pair in word_class("openers"):
            return comma + 1, comma + 1
        fronted = self.tokens[start].upos == "ADP" and not self._verbal(start, comma)
        return (comma + 1, start) if fronted else (start, start)

    def _after_verb(self, main: Fact) -> list[Chunk]:
        verb = main.verb_form()
        low, high = main.predicate.start, main.predicate.end
        opener = self._conjunction(high)
        if opener is None:
            return []
        if self._word(opener) == "bahwa":
            said = Chunk(kind="reporting", start=low, end=high)
            fits = opener == high and verb in words("word_order", "reporting")
            return self._append(said, self._clause(opener, split=True)) if fits else []
        if self._transitive(main):
            acts = Chunk(kind="transitive", start=low, end=high)
            thing = self._object(main, opener)
            clause = self._clause(opener, split=False)
            return [acts, thing, *clause] if thing and clause else []
        if self._complete(main, opener):
            whole = Chunk(kind="verb", start=low, end=opener)
            return self._append(whole, self._clause(opener, split=True))
        return []

    def _append(self, first: Chunk, rest: list[Chunk]) -> list[Chunk]:
        return [first, *rest] if rest else []

    def _clause(self, opener: int, *, split: bool) -> list[Chunk]:
        """Return the groups of the clause that a conjunction opens, to the end of the sentence."""
        fact = self._fact_after(opener + 1) if self._word(opener) != "yang" else None
        attributive = self._word(opener) in words("word_order", "attributive")
        if fact is None:
            return self._clause_verb(opener, attributive=attributive)
        assert fact.subject is not None
        head = self._noun(opener, fact.subject.end)
        if head is None or not self._plain(fact.predicate):
            return []
        kind: Kind = "bahwa" if self._word(opener) == "bahwa" else "clause"
        head = replace(head, kind=kind, attributive=attributive)
        low, high = fact.predicate.start, fact.predicate.end
        if split and self._transitive(fact):
            acts = Chunk(kind="transitive", start=low, end=high)
            return self._append(head, self._append(acts, self._tail(fact, high)))
        if split and self.end - high >= 2 and not self._verbal(high, high + 1):
            acts = Chunk(kind="verb", start=low, end=high)
            ended = self._rest(high)
            return [head, acts, ended] if ended else []
        whole = Chunk(kind="verb", start=low, end=self.end)
        return [head, whole] if self._loose(high) else []

    def _tail(self, fact: Fact, start: int) -> list[Chunk]:
        """Return the object, and a clause after it if there is one."""
        opener = self._conjunction(start)
        if opener is None:
            thing = self._object(fact, self.end)
            return [thing] if thing else []
        thing, clause = self._object(fact, opener), self._clause(opener, split=False)
        return [thing, *clause] if thing and clause else []

    def _clause_verb(self, opener: int, *, attributive: bool) -> list[Chunk]:
        """Return *setelah menerima* and *laporan warga* of a clause without a subject."""
        fact = next((f for f in self.facts if f.predicate.start == opener + 1), None)
        if fact is None or not self._transitive(fact) or not self._plain(fact.predicate):
            return []
        if self._word(opener) in words("word_order", "full_clause"):
            return []
        thing = self._object(fact, self.end)
        verb = Chunk(
            kind="clause-verb", start=opener, end=fact.predicate.end, attributive=attributive
        )
        return [verb, thing] if thing else []

    def _conjunction(self, start: int) -> int | None:
        """Return the next conjunction that opens a clause, with no comma or *dan* before it."""
        for index in range(start, self.end):
            word = self._word(index)
            relative = word == "yang" and any(
                f.predicate.start == index + 1 and self._transitive(f) for f in self.facts
            )
            if word == "bahwa" or relative or word in words("word_order", "conjunctions"):
                return index
            if word in {",", "tetapi", "sedangkan", "sementara"}:
                return None
        return None

    def _fact_after(self, start: int) -> Fact | None:
        """Return the fact whose subject begins at a token."""
        return next(
            (f for f in self.facts
             if f.subject and f.subject.start == start and f.subject.end == f.predicate.start),
            None,
        )  # fmt: skip

    def _transitive(self, fact: Fact) -> bool:
        """Tell whether the verb says nothing without its object."""
        form = fact.verb_form()
        if fact.object is None or kind_of_saying(form) or not form.startswith("me"):
            return False
        segments = analyse(form).segments
        obliged = segments[-1] in {"-kan", "-i"} or "per-" in segments
        return obliged or form in words("word_order", "obligatory")

    def _complete(self, fact: Fact, opener: int) -> bool:
        """Tell whether verb and circumstances up to a conjunction are one group."""
        if fact.object is not None or fact.voice not in {"active", "passive"}:
            return False
        return not self._verbal(fact.predicate.end, opener) and not self._halts(
            fact.predicate.end, opener
        )

    def _object(self, fact: Fact, end: int) -> Chunk | None:
        thing = fact.object
        if thing is None or thing.start != fact.predicate.end or thing.start >= end:
            return None
        return self._noun(thing.start, end)
