"""What a text states, as statements that stand on their own and keep their source.

Four ways lead to one: a sure clause fact; a sentence that points to nothing outside it; what
somebody is reported to say, with *Menurut …* in front; a sentence without the words that tie it to
the text. At most one a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.exercises._alone import Alone, alone
from quizgen.exercises._frames import frame_of
from quizgen.exercises._tables import words
from quizgen.exercises._text import (
    SURE,
    fixed_date,
    lower_first,
    render,
    resolved,
    source_lead,
    standard_money,
    upper_first,
)
from quizgen.exercises._voice import turned
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import (
    Span,
    claims,
    entity_spans,
    is_additive,
    standalone,
    word_class,
)
from quizgen.language.fact import SURE_FACT
from quizgen.language.facts import facts
from quizgen.language.once import once
from quizgen.language.sentences import dateline_end
from quizgen.language.slips import slip
from quizgen.model import Document, Quotation, Sentence, Token

_SHORTEST, _LONGEST = 5, 25
_MARKS = frozenset('"“”‘’?!:;()[]–—…')
_LONGEST_LINK = 3
_HELPED = 0.7
"""How sure the parser must be of a main verb that has a helper before it."""
_NOW = re.compile(
    r"\b(?:saat ini|sekarang|hari ini|kali ini|senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b",
    re.IGNORECASE,
)
_QUOTES = frozenset('"“”')
_THEIRS = frozenset({"ia", "dia", "mereka", "beliau", "keduanya"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Tokens ``start`` to ``end`` of a sentence, said on their own; ``lead`` keeps the source.

    ``text`` is the wording in mid-sentence; ``turned`` says a clause fact in the other voice, if
    that is sure; ``predicate`` is the token where the predicate begins, if that is known.
    """

    sentence: Sentence
    start: int
    end: int
    text: str
    lead: str = ""
    turned: str = ""
    predicate: int | None = None

    def full(self, text: str = "") -> str:
        """Return the statement, or ``text`` in its place, as a sentence."""
        return upper_first(self.lead + (text or self.text)) + "."


@once
def statements(document: Document) -> tuple[Said, ...]:
    """Return one statement for each sentence that gives a fit one."""
    told: dict[str, Said] = {}
    for ways in (_facts, _claims, _sayings, _standing, _parts):
        for said in ways(document):
            if said.sentence.id not in told and _fit(said, document):
                told[said.sentence.id] = said
    return tuple(told.values())


def _facts(document: Document) -> Iterator[Said]:
    for fact in facts(document):
        frame = frame_of(fact, document) if fact.confidence >= SURE_FACT else None
        text = frame.clause() if frame else None
        if frame and text:
            yield Said(
                sentence=fact.sentence,
                start=fact.start,
                end=frame.end,
                lead=frame.lead,
                text=text,
                turned=turned(frame) or "",
                predicate=fact.predicate.start,
            )


def _standing(document: Document) -> Iterator[Said]:
    reported = {claim.sentence.id for claim in claims(document)}
    reported |= {quotation.sentence for quotation in document.quotations}
    for sentence in document.sentences:
        start = standalone(sentence, document)
        if sentence.id in reported or start is None:
            continue
        said = _stretch(sentence, document, start, len(sentence.tokens) - 1)
        if said.predicate is not None or "," not in said.text:
            yield said


def _parts(document: Document) -> Iterator[Said]:
    """Yield what is left of a sentence when all that points outside it is cut away."""
    reported = {quotation.sentence for quotation in document.quotations}
    for sentence in document.sentences:
        own = _personal(sentence.tokens) or any(
            token.text.lower() in _MARKS | _THEIRS for token in sentence.tokens
        )
        part = None if own or sentence.id in reported else alone(sentence, document)
        if part and _conditional(part):
            continue
        if part and not _NOW.search(part.text()):
            yield Said(
                sentence=sentence,
                start=part.start,
                end=part.end,
                text=standard_money(part.text().removesuffix(".")),
                predicate=_predicate(sentence, part.start, part.end),
            )


def _conditional(part: Alone) -> bool:
    """Tell whether more than a linking word was cut off in front: the rest may need it."""
    cut = part.sentence.start + dateline_end(part.sentence.text)
    front = [t for t in part.sentence.tokens[: part.start] if t.start >= cut and t.text.isalpha()]
    if not front:
        return False
    pair = "_".join(token.text.lower() for token in front[:2])
    linking = front[0].text.lower() in word_class("droppable") or pair in word_class("openers")
    return not linking or len(front) > _LONGEST_LINK


def _claims(document: Document) -> Iterator[Said]:
    for claim in claims(document):
        inside = range(claim.start, claim.end)
        if claim.speaker.confidence >= SURE and resolved(claim.sentence, document, inside):
            lead = source_lead(claim.speaker.canonical)
            yield _stretch(claim.sentence, document, claim.start, claim.end, lead)


def _sayings(document: Document) -> Iterator[Said]:
    """Yield what a sure source is quoted with, where its words need nothing from outside."""
    for quotation in document.quotations:
        sentence = document.sentence(quotation.sentence)
        inside = _inside(quotation, sentence)
        if quotation.confidence < SURE or quotation.end > sentence.end or not inside:
            continue
        start, end = inside[0], inside[-1] + 1
        inner = sentence.tokens[start:end]
        if _personal(inner) or any(t.text in _MARKS or t.upos == "INTJ" for t in inner):
            continue
        whole = not quotation.direct or inner[0].text[:1].isupper()
        if whole and _opens(inner[0]) and resolved(sentence, document, range(start, end)):
            said = _stretch(sentence, document, start, end, source_lead(quotation.speaker))
            if said.predicate is not None:
                yield said


def _personal(tokens: Sequence[Token]) -> bool:
    """Tell whether somebody speaks of himself or to somebody."""
    return any(token.text.lower() in words("pointing", "speakers") for token in tokens)


def _opens(token: Token) -> bool:
    """Tell whether a word can open a clause with its subject."""
    return token.upos in {"NOUN", "PROPN", "NUM", "DET"}


def _inside(quotation: Quotation, sentence: Sentence) -> list[int]:
    """Return the tokens of what is said, without *bahwa*, quotation marks and a final comma."""
    found = [
        index
        for index, token in enumerate(sentence.tokens)
        if quotation.start <= token.start and token.end <= quotation.end
    ]
    while found and sentence.tokens[found[0]].text.lower() in {"bahwa", ",", '"', "“"}:
        found.pop(0)
    while found and sentence.tokens[found[-1]].text in {",", ".", '"', "”"}:
        found.pop()
    return found


def _stretch(sentence: Sentence, document: Document, start: int, end: int, lead: str = "") -> Said:
    text = render(sentence, document, start, end)
    text = lower_first(text, sentence, document, start) if lead else text
    return Said(
        sentence=sentence,
        start=start,
        end=end,
        lead=lead,
        text=text,
        predicate=_predicate(sentence, start, end),
    )


def _predicate(sentence: Sentence, start: int, end: int) -> int | None:
    """Return where the predicate of the main verb begins, if the parser is sure of that verb."""
    tokens = sentence.tokens
    root = next((i for i in range(start, end) if tokens[i].deprel in {"root", "ccomp"}), None)
    if root is None or tokens[root].upos != "VERB":
        return None
    helped = root > start and tokens[root - 1].text.lower() in word_class("auxiliary")
    if tokens[root].attachment < (_HELPED if helped else SURE):
        return None
    while root > start and tokens[root - 1].text.lower() in word_class("auxiliary"):
        root -= 1
    return root


def _fit(said: Said, document: Document) -> bool:
    tokens = [t for t in said.sentence.tokens[said.start : said.end] if not is_additive(t)]
    if not _SHORTEST <= len(tokens) <= _LONGEST:
        return False
    if any(token.text.lower() in words("pointing", "vague") for token in tokens):
        return False
    if not said.lead and said.sentence.id in _quoted(document):
        return False
    if _says_little(tokens) and not spans_in(said, document):
        return False
    if said.lead and "menurut" in said.text.lower().split():
        return False
    if slip(tokens) or tokens[0].text[:1].isdigit():
        return False
    if not any(t.upos == "VERB" for t in tokens) or tokens[0].upos in {"VERB", "SCONJ", "CCONJ"}:
        return False
    return all(
        _fixed(span) and _placed(span, said)
        for span in spans_in(said, document)
        if span.entity and span.entity.type in {"DATE", "TIME"}
    )


def _placed(span: Span, said: Said) -> bool:
    """Tell whether a date has its preposition: not *Bupati, Rabu (5/6), mengumumkan*."""
    return span.start == said.start or said.sentence.tokens[span.start - 1].upos != "PUNCT"


@once
def _quoted(document: Document) -> frozenset[str]:
    """Return the sentences that are, as a whole or in part, somebody's own words."""
    inside, found = False, set()
    for sentence in document.sentences:
        marks = [token.text for token in sentence.tokens if token.text in _QUOTES]
        if inside or marks:
            found.add(sentence.id)
        for mark in marks:
            inside = mark == "“" or (mark == '"' and not inside)
        if sentence.text.rstrip().endswith(("”", '"')):
            inside = False
    found |= {
        sentence.id
        for quotation in document.quotations
        for sentence in document.sentences
        if sentence.start < quotation.end and quotation.start < sentence.end
    }
    return frozenset(found)


def _says_little(tokens: Sequence[Token]) -> bool:
    """Tell whether the subject is one bare noun, as in *Tekanan datang dari dalam negeri*.

    A body or a person may be named so: *Pemerintah*, *Polisi*.
    """
    first, second = tokens[0], tokens[1]
    known = fact_words("unique") | fact_words("acting") | fact_words("human")
    bare = first.upos == "NOUN" and second.upos in {"VERB", "AUX", "ADV"}
    return bare and first.text.lower() not in known


def spans_in(said: Said, document: Document) -> list[Span]:
    """Return the entities of a statement as token spans of its sentence."""
    spans = entity_spans(said.sentence, document)
    return [span for span in spans if span.start >= said.start and span.end <= said.end]


def _fixed(span: Span) -> bool:
    """Tell whether a date or time says by itself which one it is."""
    entity = span.entity
    assert entity is not None
    if entity.type == "TIME":
        return any(char.isdigit() for char in entity.quote)
    return fixed_date(entity) or (entity.value is not None and entity.value[:4] in entity.quote)
