"""Rules for annotated choices and statements: all there, answers alike, nothing given away."""

import re
from collections import Counter
from collections.abc import Iterator

from quizgen.checks.corpus_subject import Severity
from quizgen.checks.text_match import normalise
from quizgen.corpus_choices import VERDICTS, AnnotatedChoice
from quizgen.corpus_teaching import Reading
from quizgen.model import Document

Row = tuple[str, Severity, str]

_WRONG = 3
_FEWEST_CLAIMS = 2
_FEWEST_SENTENCES = 3
_UNEVEN = 1.5
"""So many times as long as the shortest answer the longest may be."""
_ABSOLUTE = re.compile(r"\b(?:selalu|pasti|semua|seluruh|hanya|tidak pernah|satu-satunya)\b", re.I)


def choice_faults(reading: Reading, document: Document) -> Iterator[Row]:
    """Yield what breaks a rule in main ideas, key sentences, titles, purposes and claims."""
    yield from _amounts(reading)
    for choice in (*reading.main_ideas, *reading.titles, *reading.purposes):
        yield from _choice(choice)
    headline = normalise(document.article.title or "").lower()
    for title in reading.titles:
        if normalise(title.text).lower() == headline:
            yield "title-is-headline", "error", f"'{title.text}' is the printed headline"
    yield from _paragraphs(reading, document)


def _amounts(reading: Reading) -> Iterator[Row]:
    for name, found in (
        ("main idea", reading.main_ideas),
        ("title", reading.titles),
        ("purpose", reading.purposes),
    ):
        if not found:
            yield "few-choices", "error", f"no {name}, at least 1"
    counts = Counter(claim.verdict for claim in reading.claims)
    for verdict in VERDICTS:
        if counts[verdict] < _FEWEST_CLAIMS:
            message = f"{counts[verdict]} claims are {verdict}, at least {_FEWEST_CLAIMS}"
            yield "few-claims", "error", message


def _choice(choice: AnnotatedChoice) -> Iterator[Row]:
    wrong = [one.text for one in choice.wrong]
    texts = [choice.text, *wrong]
    if len(wrong) != _WRONG:
        yield "wrong-options", "error", f"'{choice.text}': {len(wrong)} wrong answers, not {_WRONG}"
    if wrong and len(choice.text) > max(map(len, wrong)):
        yield "key-longest", "error", f"'{choice.text}' is longer than every wrong answer"
    if max(map(len, texts)) > _UNEVEN * min(map(len, texts)):
        yield "uneven-options", "error", f"'{min(texts, key=len)}' is much shorter than the others"
    if len({normalise(text).lower() for text in texts}) < len(texts):
        yield "duplicate-option", "error", f"'{choice.text}': two answers are the same"
    if not _ABSOLUTE.search(choice.text):
        for text in filter(_ABSOLUTE.search, wrong):
            yield "absolute-word", "error", f"'{text}' gives itself away by an absolute word"


def _paragraphs(reading: Reading, document: Document) -> Iterator[Row]:
    asked = Counter(idea.paragraph for idea in reading.main_ideas)
    keys = (document.sentence(key.evidence.sentence) for key in reading.key_sentences)
    marked = Counter(sentence.paragraph for sentence in keys)
    sizes = Counter(sentence.paragraph for sentence in document.sentences)
    for number, times in (*asked.items(), *marked.items()):
        if times > 1:
            yield "same-paragraph", "error", f"paragraph {number} is asked {times} times"
    for number in marked:
        if sizes[number] < _FEWEST_SENTENCES:
            yield "short-paragraph", "error", f"paragraph {number} has {sizes[number]} sentences"
