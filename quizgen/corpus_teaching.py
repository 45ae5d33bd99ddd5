"""What a person has made of a corpus text for the class: events, causes, judgements, questions.

``<topic>/bipa<level>.reading.yaml`` tells of one text what happened in which order, what led to
what, what is fact and what opinion, what may be concluded, and what a paragraph or the whole text
is about (see ``corpus_choices``). ``<topic>/questions.yaml`` holds questions that have the same
answer at every level, in the manner of OneStopQA (Berzak, Malmaud & Levy 2020): each with the span
that proves the key, the span that misleads and the span that is about something else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgen.corpus import annotation_path, is_unchanged
from quizgen.corpus_choices import (
    AnnotatedChoice,
    Claim,
    KeySentence,
    choice,
    claims,
    key_sentences,
    main_ideas,
)
from quizgen.corpus_choices import evidence_of as _evidence
from quizgen.corpus_yaml import Fields, read_fields
from quizgen.model import Choice, Document, Evidence, Item, Option, Sentence
from quizgen.model.item import Process

ROLES = ("key", "misreading", "true-elsewhere", "unsupported")
PROCESSES: dict[str, Process] = {
    "locate": "locate",
    "interpret": "interpret",
    "evaluate": "evaluate",
}
TYPE = "written"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, as a sentence of its own; ``date`` is ISO, whole or in part."""

    event: str
    evidence: Evidence
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongCause:
    """What is no cause of the effect; ``sentence`` is where the text speaks of it, if it does."""

    text: str
    sentence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CausePair:
    """What led to what by the text; ``marker`` is the word that says so, if there is one.

    ``question`` asks for the cause, ``answer`` names it in other words than the text, without
    *karena*; ``wrong`` are answers that the text does not give.
    """

    cause: Evidence
    effect: Evidence
    marker: str | None
    question: str | None = None
    answer: str | None = None
    wrong: tuple[WrongCause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A stretch that is *fact* or *opinion*, and who holds the opinion."""

    evidence: Evidence
    kind: str
    holder: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What may or may not be concluded from the text, why, and from which sentences."""

    text: str
    right: bool
    why: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The teaching notes of one text; events stand in the order in which they happened."""

    events: tuple[Event, ...]
    causes: tuple[CausePair, ...]
    statements: tuple[Judged, ...]
    conclusions: tuple[Conclusion, ...]
    main_ideas: tuple[AnnotatedChoice, ...] = ()
    key_sentences: tuple[KeySentence, ...] = ()
    titles: tuple[AnnotatedChoice, ...] = ()
    purposes: tuple[AnnotatedChoice, ...] = ()
    claims: tuple[Claim, ...] = ()


def reading_path(id: str, root: Path | None = None) -> Path:
    """Return where the teaching notes of a text are, or would be."""
    return annotation_path(id, root).with_suffix(".reading.yaml")


def questions_path(id: str, root: Path | None = None) -> Path:
    """Return where the questions of a text's topic are, or would be."""
    return annotation_path(id, root).with_name("questions.yaml")


def load_reading(
    id: str, sentences: Sequence[Sentence], root: Path | None = None
) -> Reading | None:
    """Return the teaching notes of a text, None if it has none.

    Raises:
        UnknownNameError: listing the ids that exist.
        CorpusError: naming file, line and quote of what does not fit the text.
    """
    path = reading_path(id, root)
    if not path.exists():
        return None
    fields, there = read_fields(path), {sentence.id: sentence for sentence in sentences}
    return Reading(
        events=tuple(_event(entry, there) for entry in fields.entries("events")),
        causes=tuple(_cause(entry, there) for entry in fields.entries("causes")),
        statements=tuple(_judged(entry, there) for entry in fields.entries("statements")),
        conclusions=tuple(_conclusion(entry, there) for entry in fields.entries("conclusions")),
        main_ideas=main_ideas(fields.entries("main_ideas"), there),
        key_sentences=key_sentences(fields.entries("key_sentences"), there),
        titles=tuple(choice(entry, there) for entry in fields.entries("titles")),
        purposes=tuple(choice(entry, there) for entry in fields.entries("purposes")),
        claims=claims(fields.entries("claims"), there),
    )


def reading_of(document: Document) -> Reading | None:
    """Return the teaching notes of an unchanged text of the corpus, None for any other text."""
    if not is_unchanged(document.article):
        return None
    return load_reading(document.article.id, document.sentences)


def load_questions(
    id: str, sentences: Sequence[Sentence], root: Path | None = None
) -> tuple[Item, ...]:
    """Return the hand-written questions on a text as items; none if its topic has none.

    Raises:
        UnknownNameError: listing the ids that exist.
        CorpusError: naming file, line and quote of what does not fit the text.
    """
    path = questions_path(id, root)
    if not path.exists():
        return ()
    there = {sentence.id: sentence for sentence in sentences}
    level = id.rpartition("-")[2]
    return tuple(_question(entry, level, there) for entry in read_fields(path).entries("questions"))


def _event(entry: Fields, there: dict[str, Sentence]) -> Event:
    return Event(
        event=entry.text("event"), evidence=_evidence(entry, there), date=entry.optional("date")
    )


def _cause(entry: Fields, there: dict[str, Sentence]) -> CausePair:
    place = "effect_sentence" if entry.optional("effect_sentence") else "sentence"
    return CausePair(
        cause=_evidence(entry, there, "cause"),
        effect=_evidence(entry, there, "effect", place),
        marker=entry.optional("marker"),
        question=entry.optional("question"),
        answer=entry.optional("answer"),
        wrong=tuple(_wrong_cause(each, there) for each in entry.entries("wrong")),
    )


def _wrong_cause(entry: Fields, there: dict[str, Sentence]) -> WrongCause:
    sentence = entry.optional("sentence")
    if sentence and sentence not in there:
        raise entry.error("sentence", f"'{sentence}' is none of s1 to s{len(there)}")
    return WrongCause(text=entry.text("text"), sentence=sentence)


def _judged(entry: Fields, there: dict[str, Sentence]) -> Judged:
    kind, holder = entry.text("kind"), entry.optional("holder")
    if kind not in ("fact", "opinion"):
        raise entry.error("kind", f"'{kind}' is neither fact nor opinion")
    if kind == "opinion" and not holder:
        raise entry.error("holder", "an opinion needs the name of who holds it")
    return Judged(evidence=_evidence(entry, there), kind=kind, holder=holder)


def _conclusion(entry: Fields, there: dict[str, Sentence]) -> Conclusion:
    sentences = entry.texts("sentences")
    for id in sentences:
        if id not in there:
            raise entry.error("sentences", f"'{id}' is none of s1 to s{len(there)}")
    return Conclusion(
        text=entry.text("text"),
        right=entry.text("right").lower() == "true",
        why=entry.text("why"),
        sentences=sentences,
    )


def _question(entry: Fields, level: str, there: dict[str, Sentence]) -> Item:
    process = entry.text("process")
    if process not in PROCESSES:
        raise entry.error("process", f"'{process}' is none of {', '.join(PROCESSES)}")
    spans = {
        span.text("role"): _evidence(span, there)
        for span in entry.entries("evidence")
        if span.text("level") == level
    }
    if "key" not in spans:
        raise entry.error("evidence", f"no span proves the key at level {level}")
    options = tuple(_option(option, spans) for option in entry.entries("options"))
    if sum(option.correct for option in options) != 1:
        raise entry.error("options", "exactly one option must have the role key")
    return Item(
        id=entry.text("id"),
        type=TYPE,
        response=Choice(options=options),
        instruction="Pilihlah jawaban yang paling tepat!",
        prompt=entry.text("prompt"),
        evidence=(spans["key"],),
        process=PROCESSES[process],
        level=int(level),
        question_word=entry.optional("question_word"),
        facts=(spans["key"].sentence,),
        rank=_RANK,
    )


_RANK = 2.0
"""A question that a person wrote for the text goes before what a program makes."""


def _option(entry: Fields, spans: dict[str, Evidence]) -> Option:
    role = entry.text("role")
    if role not in ROLES:
        raise entry.error("role", f"'{role}' is none of {', '.join(ROLES)}")
    span = spans.get(role)
    cited = f" (kalimat {span.sentence[1:]})" if span else ""
    why = f"{entry.text('why').rstrip('.')}{cited}."
    return Option(text=entry.text("text"), correct=role == "key", why=why, evidence=span, role=role)
