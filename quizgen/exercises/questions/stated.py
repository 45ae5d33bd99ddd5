"""Main clauses of statements that stand alone, where the sentence as it is gives none.

A statement has been found whole and clear without its text (``statements``); here it is read again
as subject and predicate, so that it can be asked about.
"""

from collections.abc import Iterator
from dataclasses import replace

from quizgen.exercises.common.names import source_lead
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import guessed
from quizgen.exercises.questions.endings import Ending, ending_of
from quizgen.exercises.questions.main import Main
from quizgen.exercises.questions.mains import front_of, heads, mains, verb_run
from quizgen.exercises.questions.subjects import name_alone, subject_of
from quizgen.exercises.statements.said import Said
from quizgen.exercises.statements.statements import statements
from quizgen.language.clauses import entity_spans, word_class
from quizgen.language.once import once
from quizgen.language.speech import kind_of_saying
from quizgen.model import Document

_SHORTEST = 4


@once
def stated(document: Document) -> tuple[Main, ...]:
    """Return the main clauses of statements on sentences without one, in order."""
    return tuple(_stated(document))


def _stated(document: Document) -> Iterator[Main]:
    told = {main.sentence.id for main in mains(document)}
    for said in statements(document):
        main = None if said.sentence.id in told else _main(said, document)
        if main:
            yield main
            inner = _claim(main)
            if inner:
                yield inner


def _claim(main: Main) -> Main | None:
    """Return what somebody is sure of as a clause of its own: *Husaini menyebut | ombak naik*."""
    tokens, verb = main.tokens, main.verb_form()
    subject = main.subject
    if subject is None or main.lead or main.front or main.predicate < main.verb:
        return None
    tells = verb in word_class("saying") or kind_of_saying(verb) in {"said", "opinion"}
    if not tells or guessed(verb) or verb in words("mains", "wishing"):
        return None
    start = main.verb + 1
    while start < main.end and tokens[start].text.lower() in {",", "bahwa"}:
        start += 1
    said = Said(
        sentence=main.sentence, start=start, end=main.end,
        lead=source_lead(subject.canonical), text="", skipped=main.skipped,
    )  # fmt: skip
    return _clause(said, main.document) if main.end - start > _SHORTEST else None


def _main(said: Said, document: Document) -> Main | None:
    main = _clause(said, document)
    if main is None or not _same(main, said):
        return None
    return replace(main, skipped=main.skipped | _linking(main))


def _clause(said: Said, document: Document) -> Main | None:
    sentence, tokens = said.sentence, said.sentence.tokens
    spans = entity_spans(sentence, document)
    named = {i for span in spans for i in range(span.start, span.end)}
    kept = [i for i in range(said.start, said.end) if i not in said.skipped]
    start, end = kept[0], kept[-1] + 1
    front, at = front_of(sentence, named, start, end)
    run = verb_run(tokens, named, at, end) if at < end else None
    if run is None or not heads(tokens, named, at, run):
        return None
    subject = subject_of(sentence, document, spans, at, run.start)
    if subject is None:
        return None
    ending = ending_of(sentence, spans, run.head, end) or Ending(end, whole=False)
    return Main(
        sentence=sentence, document=document, start=at, predicate=run.start, verb=run.head,
        ending=ending, lead=said.lead, front=front, skipped=said.skipped,
        subject=subject.entity or name_alone(sentence, document, at, run.start),
    )  # fmt: skip


def _linking(main: Main) -> set[int]:
    """Return the helpers that only tie a clause to its text: *lalu diboyong*, *diketahui tiba*."""
    inside = range(main.predicate, main.verb)
    return {i for i in inside if main.tokens[i].text.lower() in words("mains", "tying")}


def _same(main: Main, said: Said) -> bool:
    """Tell whether the clause says what the statement does, word for word."""
    whole = f"{main.opening()}{main.who()} {main.says()}{main.dated()}"
    return whole.casefold() == f"{said.lead}{said.text}".casefold()
