"""In which wordings a sentence says an office: *Sekretaris Jenderal (Sekjen) Kemensos*."""

from collections.abc import Sequence
from itertools import product

from quizgen.language.acronyms import fits
from quizgen.language.office_phrases import Line

_SMALL = frozenset({"dan", "untuk", "di"})
_ALIKE = 3


def wordings(line: Line, start: int, end: int) -> list[str]:
    """Return an office as it is printed, without its brackets, and its other wordings."""
    whole, end = end, _without_place(line, start, end)
    brackets = [(i, _stands_for(line, start, i)) for i in _short_forms(line, start, end)]
    ways = [(False, True) if first is not None else (False,) for _, first in brackets]
    found = []
    for chosen in product(*ways):
        kept = set(range(start, end))
        for (i, first), short in zip(brackets, chosen, strict=True):
            kept -= {i - 1, i + 1, *(range(first, i) if short and first is not None else (i,))}
        found.append(_said(line, sorted(kept)))
    return list(dict.fromkeys([*found, line.text(start, whole)]))


def _without_place(line: Line, start: int, end: int) -> int:
    """Return the end without the place of a place: *Polres Kapuas Hulu, Provinsi …*."""
    return next((i for i in range(start + 2, end) if line.located(i)), end)


def _short_forms(line: Line, start: int, end: int) -> list[int]:
    """Return where a word stands in brackets."""
    return [
        i for i in range(start + 1, end - 1) if line.low[i - 1] == "(" and line.low[i + 1] == ")"
    ]


def _stands_for(line: Line, start: int, index: int) -> int | None:
    """Return the first of the words before a bracket that its word is short for."""
    short = line.tokens[index].text
    if line.heads(index) or (
        short[:3] == line.tokens[start].text[:3] and fits(short, line.text(start, index - 1))
    ):
        return start
    span, end = line.at.get(index), index - 1
    if span is not None and span.entity is not None:
        for first in range(start, end):
            if line.text(first, end) == span.entity.canonical:
                return first
    for first in range(end - 2, start, -1):
        words = [token.text for token in line.tokens[first:end]]
        if "".join(w[0] for w in words if w.lower() not in _SMALL).upper() == short.upper():
            return first
    body = line.at.get(end - 1)
    if body is None or line.kind(body) != "ORG" or body.start <= start:
        return None
    name = line.text(body.start, end).removeprefix("PT ")
    return body.start if fits(short, name) or short[:3] == name[:3] else None


def plain(line: Line, start: int, end: int) -> str:
    """Return the words of some tokens without what stands in brackets."""
    return wordings(line, start, end)[0]


def _said(line: Line, kept: Sequence[int]) -> str:
    """Return the words at some places, spaced as in the text where they are neighbours."""
    parts: list[list[int]] = []
    for index in kept:
        if parts and parts[-1][-1] == index - 1:
            parts[-1].append(index)
        else:
            parts.append([index])
    return " ".join(line.text(part[0], part[-1] + 1) for part in parts)
