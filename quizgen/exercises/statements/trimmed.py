"""Statements from sentences that stand alone only without a part, or with a name written out.

As little as possible is left out: the first of the variants that says one thing in good
Indonesian, and points to nothing, is taken. What may be left out is in ``droppable``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from quizgen.exercises.common.full_names import full_name
from quizgen.exercises.common.needless import needless
from quizgen.exercises.common.pointing import explained
from quizgen.exercises.common.standard_language import dashed, open_apposition, tidy
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import lower_first, needless_determiner, render, resolves
from quizgen.exercises.statements.droppable import droppable, links_end, loose
from quizgen.exercises.statements.reported import personal, reported
from quizgen.exercises.statements.said import Said, fit, fixed
from quizgen.language.clauses import Span, entity_spans, word_class
from quizgen.language.sentences import dateline_end
from quizgen.language.speech import kind_of_saying
from quizgen.language.trees import Phrase
from quizgen.model import Document, Sentence, Token

_MARKS = frozenset('"“”‘’?!:;[]…/*') | {"...", "--"}
_OPENING = frozenset({"NOUN", "PROPN", "NUM", "DET", "PRON", "ADP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})
_MOST_UNITS, _MOST_AT_ONCE = 8, 3
_SURE_ROOT = 0.9
_LONGEST_NAME = 4
_NOW = (("hari", "ini"), ("saat", "ini"))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``start`` to ``end`` of a sentence; ``lead`` keeps the source."""

    sentence: Sentence
    document: Document
    start: int
    end: int
    lead: str = ""
    sourced: bool = False
    spans: list[Span] = field(default_factory=list)
    shortest: int = 5

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens


def trimmed(document: Document) -> Iterator[Said]:
    """Yield a statement for each sentence of which a part stands alone."""
    for stretch in stretches(document):
        said = next((said for said in variants(stretch) if fit(said, document)), None)
        if said:
            yield said


def stretches(document: Document) -> Iterator[Stretch]:
    """Yield sentences without quotation, and what a source is reported to say."""
    quoted = {quotation.sentence for quotation in document.quotations}
    indirect = {quotation.sentence for quotation in document.quotations if not quotation.direct}
    for told in reported(document):
        spans = entity_spans(told.sentence, document)
        yield Stretch(told.sentence, document, told.start, told.end, told.lead, spans=spans)
    for sentence in document.sentences:
        tokens, sourced = sentence.tokens, sentence.id in indirect
        plain = sourced or sentence.id not in quoted
        if len(tokens) < 6 or tokens[-1].text != "." or not plain:
            continue
        cut = dateline_end(sentence.text) + sentence.start
        start = next((i for i, token in enumerate(tokens) if token.start >= cut), 0)
        start = links_end(tokens, links_end(tokens, start))
        spans = entity_spans(sentence, document)
        yield Stretch(sentence, document, start, len(tokens) - 1, "", sourced, spans)


def variants(stretch: Stretch) -> Iterator[Said]:
    """Yield what is left of a stretch, that with the least left out first."""
    tokens, start, end = stretch.tokens, stretch.start, stretch.end
    if end - start < stretch.shortest or personal(tokens[start:end]):
        return
    named = {i for span in stretch.spans for i in range(span.start, span.end)}
    always = loose(tokens, start, end, named) | set(needless(stretch.sentence, start, end))
    always |= {i for i in range(start, end) if needless_determiner(tokens, i)}
    instead, undated = _days(stretch)
    units = droppable(tokens, start, end, stretch.spans)[:_MOST_UNITS]
    choices = (
        each for size in range(_MOST_AT_ONCE + 1) for each in combinations(units, size)
        if all(a.end <= b.start or b.end <= a.start for a, b in combinations(each, 2))
    )  # fmt: skip
    for chosen in sorted(choices, key=lambda units: sum(u.end - u.start for u in units)):
        gone = {i for unit in chosen for i in range(unit.start, unit.end)}
        said = _said(stretch, always | undated | gone, instead)
        if said:
            yield said


def _days(stretch: Stretch) -> tuple[dict[int, str], set[int]]:
    """Return *pada 5 Mei 2025* for a date after a comma at the end, and what goes for it."""
    tokens, spans = stretch.tokens, stretch.spans
    end = stretch.end - (tokens[stretch.end - 1].text.lower() == "lalu")
    day = next((s for s in spans if s.end == end and s.entity and s.entity.type == "DATE"), None)
    if day is None or day.entity is None or not fixed(day) or tokens[day.start - 1].text != ",":
        return {}, set()
    gone = {day.start - 1, *range(day.start + 1, stretch.end)}
    pair = tuple(token.text.lower() for token in tokens[day.start - 3 : day.start - 1])
    if pair in _NOW:
        gone |= {day.start - 3, day.start - 2}
    return {day.start: f"pada {day.entity.canonical}"}, gone


def _said(stretch: Stretch, gone: set[int], days: Mapping[int, str]) -> Said | None:
    sentence, document = stretch.sentence, stretch.document
    kept = [i for i in range(stretch.start, stretch.end) if i not in gone or i in days]
    while kept and stretch.tokens[kept[-1]].text == ",":
        kept.pop()
    if len(kept) < stretch.shortest:
        return None
    names = {i: name for i in kept if (name := full_name(sentence, i, document))}
    dates = {i: text for i, text in days.items() if i in kept}
    written = {i for i in kept if i not in names and _stands_for(stretch, i)}
    told = [found.antecedent for i in written if (found := resolves(sentence, document, i))]
    if len(set(told)) < len(told):
        # *Markus berangkat bersama istri Markus* says it twice.
        return None
    if not _stands(stretch, kept, {*names, *written, *dates}):
        return None
    start, end = kept[0], kept[-1] + 1
    counted = stretch.tokens[start]
    skipped = frozenset(i for i in range(start, end) if i not in kept)
    text = render(
        sentence, document, start, end,
        skip=[Phrase(i, i + 1, i) for i in skipped], instead={**names, **dates},
    )  # fmt: skip
    if stretch.lead and start not in written:
        text = lower_first(text, sentence, document, start)
    if counted.text[:1].isdigit() and stretch.tokens[kept[1]].upos in _NOMINAL:
        # No sentence begins with a figure (EYD V).
        text = f"sebanyak {text}"
    tokens = [stretch.tokens[i] for i in kept]
    if dashed(tokens) or not tidy(tokens, f"{text}.", money=False):
        return None
    return Said(
        sentence=sentence, start=start, end=end, lead=stretch.lead, text=text,
        predicate=_predicate(stretch, kept), skipped=skipped,
        sourced=stretch.sourced,
    )  # fmt: skip


def _stands_for(stretch: Stretch, index: int) -> bool:
    """Tell whether a pronoun is written out as the name of a person, no longer than names are."""
    found = resolves(stretch.sentence, stretch.document, index)
    short = found is not None and len(found.antecedent.split()) <= _LONGEST_NAME
    return (
        short
        and found is not None
        and any(
            entity.canonical == found.antecedent and entity.type == "PER"
            for entity in stretch.document.entities
        )
    )


def _stands(stretch: Stretch, kept: list[int], written: Iterable[int]) -> bool:
    """Tell whether what is kept is one clause with its subject that points to nothing."""
    tokens, written = stretch.tokens, set(written)
    first = tokens[kept[0]]
    low = first.text.lower()
    if first.upos not in _OPENING or low in words("pointing", "continuing"):
        return False
    if first.upos == "PRON" and kept[0] not in written:
        return False
    dated = {i for s in stretch.spans if fixed(s) for i in range(s.start, s.end)}
    if any(tokens[i].text in _MARKS and i not in dated for i in kept) or _undated(stretch, kept):
        return False
    if kept[0] > stretch.start and any(tokens[i].clitics for i in kept if i not in written):
        # A *-nya* may stand for what was said in front.
        return False
    if stretch.sourced and not _names_source(stretch, kept, written):
        return False
    written |= dated
    pointing = [i for i in kept if i not in written]
    return (
        has_head(stretch, kept)
        and explained(stretch.sentence, pointing, stretch.document)
        and not open_apposition(stretch.sentence, kept[0], kept[-1] + 1, stretch.document)
    )


def _names_source(stretch: Stretch, kept: list[int], written: set[int]) -> bool:
    """Tell whether a person or body is the subject of the verb that reports."""
    if kept[0] in written:
        return True
    top = next((i for i in kept if stretch.tokens[i].head == i), None)
    acting = {"PER", "ORG"}
    return top is not None and kind_of_saying(stretch.tokens[top].text.lower()) is not None and any(
        span.entity and span.entity.type in acting and kept[0] <= span.start and span.end <= top
        for span in stretch.spans
    )  # fmt: skip


def _undated(stretch: Stretch, kept: list[int]) -> bool:
    """Tell whether *hari ini, kini* or a weekday without date is left."""
    forms = [stretch.tokens[i].text.lower() for i in kept]
    return "ini" in forms and any(pair in _NOW for pair in pairwise(forms))


def has_head(stretch: Stretch, kept: list[int]) -> bool:
    """Tell whether one predicate heads what is kept, with its subject before it."""
    tokens, inside = stretch.tokens, set(kept)
    tops = [
        i for i in kept
        if tokens[i].upos != "PUNCT" and (tokens[i].head == i or tokens[i].head not in inside)
    ]  # fmt: skip
    if len(tops) != 1:
        return False
    top = tops[0]
    for index in kept:
        relation = tokens[index].deprel or ""
        if tokens[index].head == top and index < top and relation.startswith(("nsubj", "csubj")):
            # A phrase in front needs its preposition and its comma: no *Pantauan di pasar, harga*.
            fronted = tokens[kept[0]].upos == "ADP"
            comma = any(tokens[i].text == "," for i in kept if i < index)
            return tokens[index].text.lower() != "yang" and comma == fronted
    before = [tokens[i] for i in kept if i < top and tokens[i].text.lower() not in _helping()]
    sure = tokens[top].upos == "VERB" and tokens[top].attachment >= _SURE_ROOT
    return sure and _nominal(_without_front(before))


def _without_front(before: list[Token]) -> list[Token]:
    """Return what stands before a verb without a phrase that a comma parts off in front."""
    comma = next((i for i, token in enumerate(before) if token.text == ","), None)
    fronted = comma is not None and before[0].upos == "ADP"
    return before[comma + 1 :] if fronted and comma is not None else before


def _nominal(before: list[Token]) -> bool:
    """Tell whether a noun phrase is all that stands here: that is the subject before a verb.

    A name between two commas may tell who it is: *Bupati Demak, Siti Aisyah,*.
    """
    if not before or before[0].text.lower() in words("mains", "times"):
        return False
    first = before[0].text.lower()
    inner = before[:-1] if before[-1].text == "," else before
    commas = sum(token.text == "," for token in before)
    if commas not in {0, 2} or (commas == 2 and before[-1].text != ","):
        return False
    named = before[0].upos in {"NOUN", "PROPN"} or first in {"sebanyak", "sejumlah", "para"}
    return named and all(
        token.upos in _NOMINAL or token.text in {",", "dari"} or token is before[0]
        for token in inner
    )


def _helping() -> frozenset[str]:
    return word_class("auxiliary")


def _predicate(stretch: Stretch, kept: list[int]) -> int | None:
    """Return where the predicate of the main verb begins, if the parser is sure of that verb."""
    tokens, inside = stretch.tokens, set(kept)
    top = next((i for i in kept if tokens[i].head == i or tokens[i].head not in inside), None)
    if top is None or tokens[top].upos != "VERB" or tokens[top].attachment < _SURE_ROOT:
        return None
    while top - 1 in inside and tokens[top - 1].text.lower() in _helping():
        top -= 1
    return top
