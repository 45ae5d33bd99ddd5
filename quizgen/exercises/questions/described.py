"""What people are who hold no office: *Rini Astuti (41), pedagang bumbu di Pasar Wage,*.

Read from the phrase in apposition to a name, after it or before it, where that opens with a noun
for somebody and says more than the noun. Source: apposition, Sneddon et al. (2010) 2.53 and 2.58.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.exercises.common.names import SURE, run_together
from quizgen.exercises.common.tables import words
from quizgen.language.clauses import Span, entity_spans
from quizgen.language.nouns import nouns
from quizgen.language.office_phrases import Line
from quizgen.language.roles import roles
from quizgen.language.sentences import dateline_end
from quizgen.language.slips import slip
from quizgen.model import Document, Entity, Evidence, Sentence

_TABLE = "described"
_SHORTEST, _LONGEST = 2, 10
_PARTS = frozenset({"NOUN", "PROPN", "ADJ"})
_CLOSING = frozenset({",", ".", ";"})
_AGED = 0.6
"""A name with an age in brackets is a person's from this confidence on."""


@dataclass(frozen=True, slots=True)
class Described:
    """A person and the words that tell what he or she is: tokens ``start`` to ``end``."""

    person: Entity
    words: str
    sentence: Sentence
    start: int
    end: int

    def proof(self) -> Evidence:
        """Return name and description, word for word."""
        sentence, tokens = self.sentence, self.sentence.tokens
        low = min(tokens[self.start].start, self.person.start) - sentence.start
        high = max(tokens[self.end - 1].end, self.person.end) - sentence.start
        return Evidence(sentence.id, sentence.text[low:high])


def described(document: Document) -> tuple[Described, ...]:
    """Return those who hold no office and whom the text describes, in order, each once."""
    found: dict[str, Described] = {}
    office = {role.person.canonical for role in roles(document)}
    for sentence in document.sentences:
        for one in _in(sentence, document):
            if one.person.canonical not in office:
                found.setdefault(one.person.canonical, one)
    return tuple(found.values())


def tells_apart(one: str, other: str) -> bool:
    """Tell whether of two descriptions neither can be meant by the other.

    >>> tells_apart("Warga Desa Cikaret", "Kepala Desa Cikaret")
    True
    >>> tells_apart("Pedagang ikan", "Pedagang ikan di Pasar Wage")
    False
    """
    first, second = ({word.lower() for word in text.split()} for text in (one, other))
    return not (first <= second or second <= first)


def _in(sentence: Sentence, document: Document) -> Iterator[Described]:
    spans, line = entity_spans(sentence, document), Line(sentence, document)
    for span in spans:
        if span.entity and span.entity.type == "PER" and _is_person(span, sentence):
            found = _after(span, sentence, spans) or _before(span, line, spans)
            if found:
                start, end = found
                text = _text(sentence, start, end)
                yield Described(span.entity, text, sentence, start, end)


def _is_person(span: Span, sentence: Sentence) -> bool:
    """Tell whether a name is whole and surely a person's: its apposition then shows it too."""
    entity = span.entity
    assert entity is not None
    whole = span.end < len(sentence.tokens) and not sentence.tokens[span.end].text[0].isupper()
    if not whole or run_together(entity.canonical):
        return False
    aged = _after_age(sentence, span.end) > span.end
    return entity.confidence >= (_AGED if aged else SURE)


def _after_age(sentence: Sentence, index: int) -> int:
    """Return the token after an age in brackets: *(41)*, *(41 tahun)*."""
    tokens = sentence.tokens
    if index + 2 < len(tokens) and tokens[index].text == "(" and tokens[index + 1].text.isdigit():
        close = index + 2 + (tokens[index + 2].text == "tahun")
        if close < len(tokens) and tokens[close].text == ")":
            return close + 1
    return index


def _after(span: Span, sentence: Sentence, spans: Sequence[Span]) -> tuple[int, int] | None:
    """Return the phrase of *NAME, pedagang bumbu di Pasar Wage,*."""
    tokens, comma = sentence.tokens, _after_age(sentence, span.end)
    if comma + 2 >= len(tokens) or tokens[comma].text != "," or not _heads(sentence, comma + 1):
        return None
    end = _run(sentence, comma + 1, spans)
    closed = end < len(tokens) and (tokens[end].text in _CLOSING or tokens[end].text == "yang")
    return (comma + 1, end) if closed and _fit(sentence, comma + 1, end) else None


def _before(span: Span, line: Line, spans: Sequence[Span]) -> tuple[int, int] | None:
    """Return the phrase of *Pengamat ekonomi dari Universitas Kahuripan, NAME,*.

    Without its comma too, where a verb follows the name: *Pengamat ekonomi digital NAME menilai*.
    """
    sentence, tokens = line.sentence, line.tokens
    end, start = line.before_titles(span.start), _opening(line.sentence)
    parted = end > 0 and tokens[end - 1].text == ","
    end -= parted
    if end <= start or not _heads(sentence, start) or _run(sentence, start, spans) < end:
        return None
    plain = all(token.text.islower() for token in tokens[start + 1 : end])
    joined = plain and tokens[span.end].upos == "VERB"
    return (start, end) if (parted or joined) and _fit(sentence, start, end) else None


def _opening(sentence: Sentence) -> int:
    """Return the first token after a dateline and *seorang, salah seorang*."""
    cut = sentence.start + dateline_end(sentence.text)
    start = next((i for i, t in enumerate(sentence.tokens) if t.start >= cut), 0)
    for length in (2, 1):
        run = "_".join(t.text.lower() for t in sentence.tokens[start : start + length])
        if run in words(_TABLE, "one_of"):
            return start + length
    return start


def _heads(sentence: Sentence, index: int) -> bool:
    low = sentence.tokens[index].text.lower()
    fit = words(_TABLE, "heads") | nouns("human", "calling")
    return low in fit and low not in words(_TABLE, "barred")


def _run(sentence: Sentence, start: int, spans: Sequence[Span]) -> int:
    """Return where the noun phrase ends that begins here."""
    tokens, index = sentence.tokens, start
    people_at = {i for s in spans if s.entity and s.entity.type == "PER"
                 for i in range(s.start, s.end)}  # fmt: skip
    while index < len(tokens) and index not in people_at:
        low = tokens[index].text.lower()
        if tokens[index].upos not in _PARTS and low not in words(_TABLE, "joining"):
            break
        index += 1
    return index


def _fit(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether the phrase says more than its noun and needs nothing of the text."""
    tokens = sentence.tokens[start:end]
    forms = {token.text.lower() for token in tokens}
    hanging = tokens[-1].text.lower() in words(_TABLE, "joining") if tokens else True
    if hanging or not _SHORTEST <= len(tokens) <= _LONGEST:
        return False
    if forms & (words(_TABLE, "pointing") | words(_TABLE, "barred")):
        return False
    return not any(token.clitics for token in tokens) and slip(tokens) is None


def _text(sentence: Sentence, start: int, end: int) -> str:
    base, tokens = sentence.start, sentence.tokens
    return sentence.text[tokens[start].start - base : tokens[end - 1].end - base]
