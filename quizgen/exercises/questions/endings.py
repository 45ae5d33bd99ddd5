"""Where a clause ends that can be said on its own, and what date or reason was cut off there."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.exercises.common.tables import words
from quizgen.exercises.statements.said import fixed
from quizgen.language.clauses import Span
from quizgen.model import Entity, Sentence, Token

_REASONS = frozenset({"karena", "lantaran", "akibat", "sebab"})
_CLAUSAL = frozenset({"VERB", "AUX", "SCONJ", "ADV", "PRON"})
_OPEN = frozenset({"sejak", "sampai", "hingga", "mulai", "pada", "hari", "awal", "akhir"})
_DAY_PREPOSITIONS = frozenset({"pada", "tanggal", "hari", ",", "("})


@dataclass(frozen=True, slots=True)
class Ending:
    """Token index where the clause ends (exclusive); a bare date, and where a reason begins.

    ``whole`` tells that nothing but a date was cut off.
    """

    end: int
    day: Entity | None = None
    reason: int | None = None
    whole: bool = True


def ending_of(sentence: Sentence, spans: Sequence[Span], verb: int, end: int) -> Ending | None:
    """Return where the clause of ``verb`` ends before ``end``, None if that is not clear."""
    tokens = sentence.tokens
    day, end = _day(tokens, spans, verb, end)
    if tokens[end - 1].upos == "ADP" or tokens[end - 1].text.lower() in _OPEN:
        return None
    if any(_loose(span) for span in spans if verb < span.start < end):
        return None
    named = {i for span in spans for i in range(span.start, span.end)}
    for index in range(verb + 1, end):
        if tokens[index].text != "," or index in named or parts_places(spans, index):
            continue
        after = tokens[index + 1].text.lower()
        if after in words("mains", "limits"):
            return None
        if after in _REASONS:
            return Ending(index, None, index + 1, whole=False)
        if after in words("mains", "additions"):
            return Ending(index, None, whole=False)
        if not lists_on(tokens, index, end):
            return None
    if any(tokens[i].text.lower() in {"dan", "tetapi", "atau"} and _opens(tokens, i + 1, end)
           for i in range(verb + 1, end)):  # fmt: skip
        return None
    return Ending(end, day)


def _day(
    tokens: Sequence[Token], spans: Sequence[Span], verb: int, end: int
) -> tuple[Entity | None, int]:
    """Return a date without preposition that ends the clause, and the end without it.

    A date that does not tell its year, *pada Senin malam*, is cut off with its preposition.
    """
    last = next((s for s in spans if s.end == end and s.entity and s.entity.type == "DATE"), None)
    if last is None or last.entity is None or last.start <= verb + 1:
        return None, end
    before = last.start
    while before > verb and tokens[before - 1].text.lower() in _DAY_PREPOSITIONS:
        before -= 1
    today = next((s for s in spans if s.end == before and _loose(s)), None)
    if today is not None and today.start > verb + 1:
        # *hari ini, Selasa (10/6/2025)* gives the day twice.
        before = today.start
    bare = tokens[last.start - 1].text.lower() not in {"pada", "tanggal"}
    if fixed(last):
        return (last.entity, before) if bare and tokens[last.start - 1].text == "," else (None, end)
    return None, before


def parts_places(spans: Sequence[Span], comma: int) -> bool:
    """Tell whether a comma only parts a place from what holds it: *Bogor, Jawa Barat,*."""
    held = [s for s in spans if s.entity and s.entity.type in {"GPE", "LOC"}]
    before = next((s for s in held if s.end == comma), None)
    if before is None:
        return False
    closing = any(s.end == before.start - 1 for s in held)
    return closing or any(s.start == comma + 1 for s in held)


def _loose(span: Span) -> bool:
    dated = span.entity is not None and span.entity.type in {"DATE", "TIME"}
    return dated and not fixed(span)


def lists_on(tokens: Sequence[Token], comma: int, end: int) -> bool:
    """Tell whether a comma stands in a list that *dan* closes: of nouns, or of verbs only."""
    verbal = tokens[comma + 1].upos == "VERB"
    for index in range(comma + 1, end):
        token = tokens[index]
        low = token.text.lower()
        if low in {"dan", "serta", "atau", "hingga"}:
            return not verbal or tokens[min(index + 1, end)].upos in {"VERB", "ADV"}
        listed = verbal and token.upos == "VERB" and tokens[index - 1].text == ","
        if low == "yang" or (token.upos in _CLAUSAL and not listed):
            return False
    return False


def _opens(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a clause with a subject of its own follows *dan*: *dan harga naik*."""
    verb = next((i for i in range(start, end) if tokens[i].upos == "VERB"), None)
    if verb is None:
        return False
    return any(
        (tokens[i].deprel or "").startswith("nsubj") and tokens[i].head is not None
        and tokens[i].text.lower() != "yang" and (tokens[i].head or 0) > i
        for i in range(start, verb)
    )  # fmt: skip
