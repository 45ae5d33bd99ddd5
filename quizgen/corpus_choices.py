"""Choices and statements that a person has written for a corpus text, each proved by quotes.

They stand in ``bipa<level>.reading.yaml``: main ideas of paragraphs, key sentences, a title, the
writer's purpose, and statements that are true, false or not given.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.corpus_annotations import find_quote
from quizgen.corpus_yaml import Fields
from quizgen.model import Evidence, Sentence

DETAIL, ELSEWHERE, BROAD, UNSUPPORTED = "detail", "other-paragraph", "too-broad", "unsupported"
FAULTS = (DETAIL, ELSEWHERE, BROAD, UNSUPPORTED)
"""What may be wrong with an answer that is not the key."""
TRUE, FALSE, NOT_GIVEN = "true", "false", "not-given"
VERDICTS = (TRUE, FALSE, NOT_GIVEN)
ALTERATIONS = ("number", "actor", "place", "time", "polarity", "relation", "thing")

There = Mapping[str, Sentence]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongAnswer:
    """An answer that is not the key, and its fault; ``evidence`` is where the text has it."""

    text: str
    fault: str
    why: str | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedChoice:
    """A key with its proofs and the wrong answers; ``paragraph`` is None for the whole text."""

    text: str
    why: str
    evidence: tuple[Evidence, ...]
    wrong: tuple[WrongAnswer, ...]
    paragraph: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySentence:
    """The sentence that holds the main idea of its paragraph, and why."""

    evidence: Evidence
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement about the matter of the text, and the text's verdict on it.

    ``cited`` are the sentences that decide it, or that speak of the same matter where the verdict
    is *not-given*; ``alteration`` is what a false one has otherwise than the text.
    """

    text: str
    verdict: str
    why: str | None
    evidence: Evidence | None
    cited: tuple[str, ...]
    alteration: str | None


def evidence_of(
    entry: Fields, there: There, key: str = "quote", place: str = "sentence"
) -> Evidence:
    """Return the quote of an entry, which must stand exactly once in its sentence.

    Raises:
        CorpusError: if it stands there never or more than once, or there is no such sentence.
    """
    id, quote = entry.text(place), entry.text(key)
    if id not in there:
        raise entry.error(place, f"'{id}' is none of s1 to s{len(there)}")
    found = len(find_quote(there[id].text, quote))
    if found != 1:
        raise entry.error(key, f"'{quote}' stands {found} times in {id}; quote what stands once")
    return Evidence(id, quote)


def main_ideas(entries: tuple[Fields, ...], there: There) -> tuple[AnnotatedChoice, ...]:
    """Return the main ideas of paragraphs; proofs and details must stand in the paragraph.

    Raises:
        CorpusError: naming file, line and quote of what does not fit the text.
    """
    return tuple(_main_idea(entry, there) for entry in entries)


def _main_idea(entry: Fields, there: There) -> AnnotatedChoice:
    number = entry.text("paragraph")
    inside = {id for id, sentence in there.items() if str(sentence.paragraph) == number}
    if not inside:
        raise entry.error("paragraph", f"there is no paragraph '{number}'")
    idea = choice(entry, there, int(number))
    if any(proof.sentence not in inside for proof in idea.evidence):
        raise entry.error("evidence", f"a main idea is proved by sentences of paragraph {number}")
    for each, wrong in zip(entry.entries("wrong"), idea.wrong, strict=True):
        where = wrong.evidence.sentence if wrong.evidence else None
        if wrong.fault == DETAIL and where not in inside:
            raise each.error("sentence", f"a detail stands in paragraph {number}")
        if wrong.fault == ELSEWHERE and where in inside:
            raise each.error("sentence", f"'{where}' is in paragraph {number} itself")
    return idea


def choice(entry: Fields, there: There, paragraph: int | None = None) -> AnnotatedChoice:
    """Return a key with its proofs and wrong answers.

    Raises:
        CorpusError: naming file, line and quote of what does not fit the text.
    """
    proofs = tuple(evidence_of(each, there) for each in entry.entries("evidence"))
    if not proofs:
        raise entry.error("evidence", "the key needs at least one quote that proves it")
    return AnnotatedChoice(
        text=entry.text("text"),
        why=entry.text("why"),
        evidence=proofs,
        wrong=tuple(_wrong(each, there) for each in entry.entries("wrong")),
        paragraph=paragraph,
    )


def _wrong(entry: Fields, there: There) -> WrongAnswer:
    fault = _one_of(entry, "fault", FAULTS)
    quoted = fault in (DETAIL, ELSEWHERE) or bool(entry.optional("quote"))
    return WrongAnswer(
        text=entry.text("text"),
        fault=fault,
        why=entry.optional("why") if fault in (DETAIL, ELSEWHERE) else entry.text("why"),
        evidence=evidence_of(entry, there) if quoted else None,
    )


def key_sentences(entries: tuple[Fields, ...], there: There) -> tuple[KeySentence, ...]:
    """Return the sentences that hold the main idea of their paragraph.

    Raises:
        CorpusError: naming file, line and quote of what does not fit the text.
    """
    return tuple(
        KeySentence(evidence=evidence_of(each, there), why=each.text("why")) for each in entries
    )


def claims(entries: tuple[Fields, ...], there: There) -> tuple[Claim, ...]:
    """Return the statements with the text's verdict on each.

    Raises:
        CorpusError: naming file, line and quote of what does not fit the text.
    """
    return tuple(_claim(entry, there) for entry in entries)


def _claim(entry: Fields, there: There) -> Claim:
    verdict = _one_of(entry, "verdict", VERDICTS)
    cited = (entry.text("sentence"), *entry.texts("also"))
    for id in cited:
        if id not in there:
            raise entry.error("sentence", f"'{id}' is none of s1 to s{len(there)}")
    given = verdict != NOT_GIVEN
    return Claim(
        text=entry.text("text"),
        verdict=verdict,
        why=entry.optional("why") if verdict == TRUE else entry.text("why"),
        evidence=evidence_of(entry, there) if given else None,
        cited=tuple(sorted(cited, key=lambda id: there[id].number)),
        alteration=_one_of(entry, "alteration", ALTERATIONS) if verdict == FALSE else None,
    )


def _one_of(entry: Fields, key: str, allowed: tuple[str, ...]) -> str:
    value = entry.text(key)
    if value not in allowed:
        raise entry.error(key, f"'{value}' is none of {', '.join(allowed)}")
    return value
