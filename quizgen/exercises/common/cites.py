"""What an item cites: a sentence or a part of it, word for word, and its number."""

from quizgen.language.clauses import Clause
from quizgen.model import Evidence, Sentence


def whole(sentence: Sentence, start: int = 0) -> Evidence:
    """Return the sentence from token ``start`` as evidence, word for word."""
    offset = sentence.tokens[start].start - sentence.start if sentence.tokens else 0
    return Evidence(sentence.id, sentence.text[offset:])


def quote(clause: Clause, start: int, end: int) -> Evidence:
    """Return tokens ``start`` to ``end`` of the clause as evidence, word for word."""
    sentence = clause.sentence
    first, last = sentence.tokens[start], sentence.tokens[end - 1]
    text = sentence.text[first.start - sentence.start : last.end - sentence.start]
    return Evidence(sentence.id, text)


def cite(*ids: str) -> str:
    """Return a citation: *(kalimat 7)*, *(kalimat 3 dan 7)*, *(kalimat 3, 7, dan 9)*."""
    *first, last = [id[1:] for id in ids]
    joined = f"{', '.join(first)}{',' if len(first) > 1 else ''} dan {last}" if first else last
    return f"(kalimat {joined})"
