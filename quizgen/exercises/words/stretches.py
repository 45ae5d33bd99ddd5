"""Groups of words of one sentence: which stretch of it is a noun phrase, a predicate, a rest."""

from collections.abc import Sequence

from quizgen.exercises.common.tables import words
from quizgen.exercises.words.orders import Chunk, Kind
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import entity_spans, named_tokens, word_class
from quizgen.language.facts import facts_by_sentence
from quizgen.language.trees import Phrase
from quizgen.model import Document, Sentence, Token

FRONT = 6
"""A circumstance before the subject has at most so many words."""
_LONGEST = 8
"""A group of more words is a text of its own."""
_READ = 0.2
"""Word classes and word order are checked besides, so a doubtful attachment inside a group is no
harm: groups are not taken apart."""
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "DET"})
_PRONOUNS = frozenset({"ia", "dia", "beliau", "mereka"})


class Stretches:
    """What the stretches of one sentence can be."""

    def __init__(self, sentence: Sentence, document: Document) -> None:
        self.sentence, self.document = sentence, document
        self.tokens: Sequence[Token] = sentence.tokens
        self.end = self._stop()
        self.facts = [f for f in facts_by_sentence(document)[sentence.id] if f.confidence >= _READ]

    def _stop(self) -> int:
        """Return where the part of the sentence ends that can stand alone: *…, sehingga …*."""
        last = len(self.tokens) - 1
        return next(
            (i for i in range(FRONT, last)
             if self._word(i) == "," and self._word(i + 1) in words("word_order", "closing")),
            last,
        )  # fmt: skip

    def short(self, chunk: Chunk) -> bool:
        """Tell whether a group has few words."""
        inside = self.tokens[chunk.start : chunk.end]
        return 0 < sum(token.upos != "PUNCT" for token in inside) <= _LONGEST

    def _word(self, index: int) -> str:
        return self.tokens[index].text.lower()

    def _noun(self, start: int, end: int) -> Chunk | None:
        """Return a group that begins with a noun, after a conjunction if there is one."""
        opens = self._word(start) == "bahwa" or self._word(start) in words(
            "word_order", "conjunctions"
        )
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
        named = named_tokens(self.sentence, self.document)
        inside = range(start, end)
        if end == self.end and self._lists(start):
            return False
        return any(self.tokens[i].upos == "PUNCT" and i not in named for i in inside) or any(
            self._word(i) in {"tetapi", "sedangkan", "bahwa"} for i in inside
        )

    def _lists(self, start: int) -> bool:
        """Tell whether the sentence ends in a list: *kehidupan, ekonomi, dan planet*."""
        marks = [i for i in range(start, self.end) if self.tokens[i].upos == "PUNCT"]
        plain = all(self._word(i) == "," for i in marks)
        return plain and bool(marks) and self._word(marks[-1] + 1) in {"dan", "serta", "atau"}
