"""Names across a document: what one mention tells about another."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.language.occurrences import occurrences
from quizgen.language.wordlists import is_in, place_kind
from quizgen.model import Entity

NAMES = frozenset({"PER", "ORG", "GPE", "LOC", "PRODUCT"})
SURE = 0.9
_SHARE = 0.97
_PART = 0.92
_DOUBT = 0.8
_TRIMMED = 0.85
_OFTEN = 2
_NEAR = 8
_FREE, _CLOSED = re.compile(r"(?<![\w-])$"), re.compile(r"(?![\w-]|\.\w)")


def agreed(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Give equal names one type, and an isolated mention the confidence of the surest one."""
    entities = _called_after_places(_without_club(_trimmed(entities, text), text))
    weight: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    best: dict[str, float] = defaultdict(float)
    for entity in entities:
        weight[entity.quote][entity.type] += entity.confidence
        best[entity.quote] = max(best[entity.quote], entity.confidence)
    for part in _parts(entities):
        best[part] = max(best[part], _PART / _SHARE) if "PER" in weight[part] else 0.0
    result = []
    for entity in entities:
        if entity.type in NAMES:
            kinds = weight[entity.quote]
            kind = max(sorted(kinds), key=lambda name: kinds[name])
            sure = entity.confidence
            if isolated(text, entity.start, entity.end):
                sure = max(sure, _SHARE * best[entity.quote])
            entity = replace(entity, type=kind, confidence=round(sure, 3))
        result.append(entity)
    return result


def _called_after_places(entities: Sequence[Entity]) -> list[Entity]:
    """Doubt a person whose whole name ends a sure place's: *Pelabuhan* Ulee Lheue."""
    tails = {
        rest
        for entity in entities
        if entity.type == "LOC" and entity.confidence >= SURE
        for rest in _tails(entity.quote)
    }
    return [
        replace(entity, type="LOC", confidence=min(entity.confidence, _DOUBT))
        if entity.type == "PER" and entity.quote in tails
        else entity
        for entity in entities
    ]


def _tails(quote: str) -> Iterator[str]:
    words = quote.split()
    # Streets are called after people: Jalan Sudirman.
    if not is_in(words[0], "streets"):
        yield from (" ".join(words[first:]) for first in range(1, len(words) - 1))


def _trimmed(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Cut the first word of a sentence off a doubtful person whose rest is a sure one."""
    sure = {e.quote for e in entities if e.type == "PER" and e.confidence >= SURE}
    result = []
    for entity in entities:
        _, _, rest = entity.quote.partition(" ")
        doubtful = entity.type == "PER" and entity.confidence < SURE and rest in sure
        if doubtful and opens_sentence(text, entity.start) and text.count(entity.quote) == 1:
            start = entity.end - len(rest)
            entity = replace(entity, start=start, quote=rest, canonical=rest, confidence=_TRIMMED)
        result.append(entity)
    return result


def _without_club(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Cut a club's nickname off the front of a person: *pelatih Laskar Mahakam* Hendro Susilo.

    The text has the nickname by itself at least twice, and the person by the rest.
    """
    result = []
    for entity in entities:
        rest = _after_club(entity.quote, text) if entity.type == "PER" else ""
        if rest:
            start = entity.end - len(rest)
            entity = replace(entity, start=start, quote=rest, canonical=rest, confidence=SURE)
        result.append(entity)
    return result


def _after_club(quote: str, text: str) -> str:
    words = quote.split()
    for size in range(len(words) - 1, 1, -1):
        club, rest = " ".join(words[:size]), words[size:]
        often = alone(club, text)
        if often >= _OFTEN and not is_in(words[0], "given") and alone(rest[0], text):
            return " ".join(rest)
    return ""


def alone(name: str, text: str) -> int:
    """Count how often a name stands in a text with no capitalised word right beside it."""
    return sum(
        isolated(text, match.start(), match.end())
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
    )


def missed(entities: Sequence[Entity], text: str) -> Iterator[Entity]:
    """Yield further mentions of sure names, and of parts of people's full names."""
    taken = [(entity.start, entity.end) for entity in entities]
    known = {e.quote: e for e in entities if e.type in NAMES and e.confidence >= SURE}
    for part, full in _parts(entities).items():
        known.setdefault(part, replace(full, quote=part, confidence=_PART))
    for quote, entity in sorted(known.items(), key=lambda pair: (-len(pair[0]), pair[0])):
        for start in occurrences(quote, text, _FREE, _CLOSED):
            end = start + len(quote)
            if any(start < stop and begin < end for begin, stop in taken):
                continue
            taken.append((start, end))
            share = _SHARE if isolated(text, start, end) else 0.6
            if quote != entity.canonical and opens_sentence(text, start):
                share *= 0.9
            confidence = round(share * entity.confidence, 3)
            yield replace(entity, start=start, end=end, confidence=confidence)


def _parts(entities: Sequence[Entity]) -> dict[str, Entity]:
    """Return single words of sure full names of people that belong to one person only."""
    people = {e.quote: e for e in entities if e.type == "PER" and e.confidence >= SURE}
    owners: dict[str, list[Entity]] = defaultdict(list)
    for quote, entity in sorted(people.items()):
        words = quote.split()
        # A surname after a particle is not used alone: van der Zalm.
        ends = words[:1] if len(words) > 1 and words[-2].islower() else (words[0], words[-1])
        for word in ends if len(words) > 1 else ():
            plain = word.isalpha() and len(word) > 2 and not word.isupper()
            listed = is_in(word, "titles", "organisations", "honorifics")
            if plain and not listed and not place_kind(word):
                owners[word].append(entity)
    return {word: full[0] for word, full in owners.items() if len(full) == 1}


def isolated(text: str, start: int, end: int) -> bool:
    """Return whether no capitalised word but a title stands directly beside the span."""
    after = re.match(r" ?[-–]?([^\W\d_][\w.]*)", text[end : end + 30])
    if after and after[1][0].isupper() and not is_in(after[1], "titles"):
        return False
    before = re.search(r"([^\W\d_][\w.'’-]*) $", text[max(start - 40, 0) : start])
    if not before or not before[1][0].isupper() or is_in(before[1], "titles"):
        return True
    if before[1].endswith(".") and len(before[1]) > 2:
        return True
    return opens_sentence(text, start - len(before[1]) - 1)


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence of the text begins at ``start``."""
    before = text[max(0, start - _NEAR) : start].rstrip(" “\"'‘(")
    return not before or before[-1] in '.?!\n:”"'
