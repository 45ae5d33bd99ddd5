"""Rules about who said what, as the quotations of the text tell it."""

from collections.abc import Iterator

from quizgen.checks.finding import error
from quizgen.checks.nicknames import speaker_of
from quizgen.checks.people import people_in
from quizgen.checks.reading import SURE, reading
from quizgen.checks.text_match import cited, normalise, right_and_wrong
from quizgen.model import Categorise, Choice, Document, Evidence, Item, Quotation

_ASKS_SPEAKER = ("menyampaikan", "mengatakan", "menyatakan", "menyebut", "menyebutkan",
                 "menjelaskan", "mengungkapkan", "menuturkan", "menilai", "menegaskan",
                 "menyampaikan", "berpendapat", "mengaku", "menambahkan")  # fmt: skip


def quoted(evidence: Evidence, document: Document) -> tuple[Quotation, ...]:
    """Return the surest quotations that most of the evidence lies in."""
    sentence = cited(evidence, document)
    if sentence is None:
        return ()
    at = normalise(sentence.text).find(normalise(evidence.quote))
    start, end = sentence.start + at, sentence.start + at + len(evidence.quote)
    return tuple(
        q
        for q in document.quotations
        if q.confidence >= SURE and min(end, q.end) - max(start, q.start) > (end - start) / 2
    )


def speakers(evidence: Evidence, document: Document) -> frozenset[str]:
    """Return the full names of those who say what the evidence quotes."""
    sentence = cited(evidence, document)
    if sentence is None:
        return frozenset()
    named = (speaker_of(q.speaker, sentence, document) for q in quoted(evidence, document))
    return frozenset(name for name in named if name)


@error("wrong-speaker")
def wrong_speaker(item: Item, document: Document) -> Iterator[str]:
    """What is put into somebody's mouth was said by another person."""
    if isinstance(item.response, Categorise):
        for statement in item.response.statements:
            named = people_in(statement.category, document)
            said = speakers(statement.evidence, document) if statement.evidence else frozenset()
            if named and said and not named & said:
                yield f"'{statement.text}': {', '.join(sorted(said))}"
    if not isinstance(item.response, Choice) or not _asks_speaker(item.prompt):
        return
    read = reading(document)
    for key in right_and_wrong(item)[0]:
        named = people_in(key.text, document)
        proofs = [*item.evidence, *([key.evidence] if key.evidence else [])]
        said = frozenset[str]().union(*(speakers(proof, document) for proof in proofs))
        if named and said and not named & said and said <= read.people:
            yield f"'{key.text}', not {', '.join(sorted(said))}"


def _asks_speaker(prompt: str) -> bool:
    low = prompt.lower()
    return low.startswith("siapa") and any(f"yang {verb}" in low for verb in _ASKS_SPEAKER)
