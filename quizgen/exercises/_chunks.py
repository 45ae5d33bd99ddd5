"""Cuts a sentence into groups of words for *susun kata*: only chains that the facts bear out.

Two shapes are read: *subject, verb, object, clause* and *subject, verb of saying, bahwa clause*.
Every group begins where the one before it ends, so nothing of the sentence is lost.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from quizgen.exercises._orders import Chunk, Kind
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import entity_spans, word_class
from quizgen.language.fact import Fact
from quizgen.language.facts import facts_of
from quizgen.language.morphology import analyse
from quizgen.language.sentences import dateline_end
from quizgen.language.speech import kind_of_saying
from quizgen.language.trees import Phrase
from quizgen.model import Document, Sentence, Token

_FRONT = 6
"""A circumstance before the subject has at most so many words."""
_LONGEST = 8
"""A group of more words is a text of its own."""
_READ = 0.2
"""Word classes and word order are checked besides, so a doubtful attachment inside a group is no
harm: groups are not taken apart."""
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "DET"})
_PRONOUNS = frozenset({"ia", "dia", "beliau", "mereka"})


@cache
def words(name: str) -> frozenset[str]:
    """Return a closed class of ``data/word_order.toml``, lower case."""
    file = resources.files("quizgen.exercises").joinpath("data/word_order.toml")
    return frozenset(tomllib.loads(file.read_text(encoding="utf-8"))[name].split())


def chunks(sentence: Sentence, document: Document) -> list[Chunk]:
    """Return the groups of a sentence, after its dateline and linking word; none if not clear."""
    cutter = _Cutter(sentence, document)
    found = cutter.cut()
    return found if all(cutter.short(chunk) for chunk in found) else []


class _Cutter:
    """Cuts one sentence."""

    def __init__(self, sentence: Sentence, document: Document) -> None:
        self.sentence, self.document = sentence, document
        self.tokens: Sequence[Token] = sentence.tokens
        self.end = self._stop()
        self.facts = [f for f in facts_of(sentence, document) if f.confidence >= _READ]

    def _stop(self) -> int:
        """Return where the part of the sentence ends that can stand alone: *…, sehingga …*."""
        last = len(self.tokens) - 1
        return next(
            (i for i in range(_FRONT, last)
             if self._word(i) == "," and self._word(i + 1) in words("closing")),
            last,
        )  # fmt: skip

    def short(self, chunk: Chunk) -> bool:
        """Tell whether a group has few words."""
        inside = self.tokens[chunk.start : chunk.end]
        return 0 < sum(token.upos != "PUNCT" for token in inside) <= _LONGEST

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
        if comma is None or comma - start > _FRONT:
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
            fits = opener == high and verb in words("reporting")
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
        attributive = self._word(opener) in words("attributive")
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
        if self._word(opener) in words("full_clause"):
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
            if word == "bahwa" or relative or word in words("conjunctions"):
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

    def _word(self, index: int) -> str:
        return self.tokens[index].text.lower()

    def _transitive(self, fact: Fact) -> bool:
        """Tell whether the verb says nothing without its object."""
        form = fact.verb_form()
        if fact.object is None or kind_of_saying(form) or not form.startswith("me"):
            return False
        segments = analyse(form).segments
        obliged = segments[-1] in {"-kan", "-i"} or "per-" in segments
        return obliged or form in words("obligatory")

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

    def _noun(self, start: int, end: int) -> Chunk | None:
        """Return a group that begins with a noun, after a conjunction if there is one."""
        opens = self._word(start) == "bahwa" or self._word(start) in words("conjunctions")
        noun = start + opens
        if noun >= end or not self._nominal(noun) or self._verbal(noun, end):
            return None
        if self._halts(noun, end):
            return None
        named, human = self._named(noun, end), self._human(noun)
        speaks = named or human or any(t.upos == "PROPN" for t in self.tokens[noun:end])
        return Chunk(kind="noun", start=start, end=end, named=named or human, speaks=speaks)

    def _nominal(self, index: int) -> bool:
        token = self.tokens[index]
        return token.upos in _NOMINAL or self._word(index) in _PRONOUNS

    def _rest(self, start: int) -> Chunk | None:
        if not self._loose(start):
            return None
        kind: Kind = "noun" if self.tokens[start].upos in _NOMINAL else "rest"
        return Chunk(kind=kind, start=start, end=self.end)

    def _loose(self, start: int) -> bool:
        """Tell whether the end of the sentence from a token is no clause of its own."""
        return not self._verbal(start, self.end) and not self._halts(start, self.end)

    def _named(self, start: int, end: int) -> bool:
        """Tell whether the words are a name, with or without an office before it."""
        return any(
            span.end == end and span.entity and span.entity.type in {"PER", "ORG", "GPE"}
            and (span.start == start or span.entity.type == "PER")
            for span in entity_spans(self.sentence, self.document)
        )  # fmt: skip

    def _human(self, index: int) -> bool:
        """Tell whether a noun names people or a body, not what belongs to them."""
        index += self._word(index) in {"para", "sejumlah", "beberapa", "seorang"}
        word = self._word(index)
        people = _PRONOUNS | fact_words("human") | fact_words("collective") | word_class("office")
        segments = self.tokens[index].segments
        return word in people or (segments[0] in {"peN-", "pe-"} and len(segments) == 2)

    def _plain(self, phrase: Phrase) -> bool:
        """Tell whether a predicate is one verb with helpers, without *dan* or a comma."""
        inside = self.tokens[phrase.start : phrase.end]
        return sum(token.upos == "VERB" for token in inside) <= 1 and not any(
            token.upos in {"PUNCT", "CCONJ"} for token in inside
        )

    def _verbal(self, start: int, end: int) -> bool:
        """Tell whether a verb stands among the tokens that no *yang* before it governs."""
        for index in range(start, end):
            if self._word(index) == "yang":
                return False
            if self.tokens[index].upos in {"VERB", "AUX"}:
                return True
        return False

    def _halts(self, start: int, end: int) -> bool:
        """Tell whether a comma or a mark stands among the tokens outside names and figures."""
        named = {
            i for s in entity_spans(self.sentence, self.document) for i in range(s.start, s.end)
        }
        inside = range(start, end)
        return any(self.tokens[i].upos == "PUNCT" and i not in named for i in inside) or any(
            self._word(i) in {"tetapi", "sedangkan", "bahwa"} for i in inside
        )
