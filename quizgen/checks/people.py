"""Whom a text names, and what the article says beside a name."""

import re
from functools import lru_cache

from quizgen.checks.reading import Reading, reading
from quizgen.checks.text_match import content_lemmas
from quizgen.language.wordlists import is_in
from quizgen.model import Document

_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][\w’'-]*\.?(?:\s[A-Z][\w’'-]*)*")


def people_in(text: str, document: Document) -> frozenset[str]:
    """Return the canonical names of the people whom ``text`` names, whole or in part."""
    read = reading(document)
    found: set[str] = set()
    for name in _names(text):
        inside = f" {name} "
        found |= {full for full in read.people if f" {full} " in inside}
        if name in read.short:
            found.add(read.short[name])
    return frozenset(found)


@lru_cache(maxsize=10_000)
def _names(text: str) -> tuple[str, ...]:
    """Return the runs of words with a capital, without the titles in them."""
    runs = (run.rstrip(".").split() for run in _CAPITALISED.findall(text))
    return tuple(" ".join(w for w in run if not is_in(w.lower(), "titles")) for run in runs)


def beside_name(people: frozenset[str], role: str, read: Reading) -> float:
    """Return the largest share of a role's words near a person's name in one sentence."""
    own = content_lemmas(role)
    best = 0.0
    for entity in read.document.entities:
        if entity.type != "PER" or entity.canonical not in people or not own:
            continue
        text = read.document.article.text
        around = content_lemmas(_apposed(text, entity.start, entity.end))
        best = max(best, len(own & around) / len(own))
    return best


def _apposed(text: str, start: int, end: int) -> str:
    """Return what stands beside a name: the phrase before it and the one after a comma."""
    before = re.split(r"[.;:!?”“\n]|,\s(?=\S+,)", text[max(0, start - 120) : start])[-1]
    parts = before.rstrip(" ,").rsplit(",", 1)
    after = re.match(r"\s?[,(]\s?([^.,;:!?“\n]*)", text[end : end + 120])
    return f"{parts[-1]} {after[1] if after else ''}"
