"""What a text states, as statements that stand on their own and keep their source.

Five ways lead to one: a sure clause fact; a sentence that points to nothing outside it; what
somebody is reported to say, with *Menurut …* in front; a sentence without the words that tie it to
the text; what is left of a sentence without what only adds. At most one a sentence.
"""

import re
from collections.abc import Iterator

from quizgen.exercises.common.names import SURE, source_lead
from quizgen.exercises.common.text import (
    guessed,
    lower_first,
    render,
    resolved,
    standard_money,
    upper_first,
)
from quizgen.exercises.questions.frames import frame_of
from quizgen.exercises.questions.mains import mains
from quizgen.exercises.questions.voice import turned
from quizgen.exercises.statements.alone import Alone, alone, has_subject
from quizgen.exercises.statements.reported import personal, reported
from quizgen.exercises.statements.said import Said, fit
from quizgen.exercises.statements.trimmed import trimmed
from quizgen.language.clauses import (
    claims,
    standalone,
    word_class,
)
from quizgen.language.fact import SURE_FACT
from quizgen.language.facts import facts
from quizgen.language.once import once
from quizgen.language.sentences import dateline_end
from quizgen.model import Document, Sentence

_MARKS = frozenset('"“”‘’?!:;()[]–—…')
_LONGEST_LINK = 3
_HELPED = 0.7
"""How sure the parser must be of a main verb that has a helper before it."""
_NOW = re.compile(
    r"\b(?:saat ini|sekarang|hari ini|kali ini|senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b",
    re.IGNORECASE,
)
_THEIRS = frozenset({"ia", "dia", "mereka", "beliau", "keduanya"})


@once
def statements(document: Document) -> tuple[Said, ...]:
    """Return one statement for each sentence that gives a fit one."""
    told: dict[str, Said] = {}
    for ways in (_facts, _whole, _claims, _sayings, _standing, _parts, trimmed):
        for said in ways(document):
            if said.sentence.id not in told and fit(said, document):
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


def _whole(document: Document) -> Iterator[Said]:
    for main in mains(document):
        low = main.opening().removeprefix(upper_first(main.lead))
        yield Said(
            sentence=main.sentence,
            start=main.front.start if main.front else main.start,
            end=main.end,
            lead=main.lead,
            text=f"{low[:1].lower()}{low[1:]}{main.who()} {main.says()}{main.dated()}",
            predicate=main.predicate,
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
        own = personal(sentence.tokens) or any(
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
        sure = claim.speaker.confidence >= SURE and not guessed(claim.verb)
        if sure and resolved(claim.sentence, document, inside):
            lead = source_lead(claim.speaker.canonical)
            yield _stretch(claim.sentence, document, claim.start, claim.end, lead)


def _sayings(document: Document) -> Iterator[Said]:
    """Yield what a sure source is quoted with, where its words need nothing from outside."""
    for told in reported(document):
        if resolved(told.sentence, document, range(told.start, told.end)):
            said = _stretch(told.sentence, document, told.start, told.end, told.lead)
            plain = "," not in said.text and has_subject(told.sentence, told.start, told.end)
            if said.predicate is not None or plain:
                yield said


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
