"""Acronyms in brackets: what they stand for, and what that tells about the name before them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizgen.language.occurrences import occurrences
from quizgen.language.wordlists import is_in, place_kind
from quizgen.model import Entity

_NAMES = frozenset({"PER", "ORG", "GPE", "LOC", "PRODUCT"})
_SMALL = frozenset({"dan", "untuk", "of", "the", "and", "for", "di", "pada", "bagi", "atas"})
_ACRONYM = r"[A-Z][\w-]*[A-Z][\w-]*|[A-Z][a-z]+"
_AFTER = re.compile(rf" \(({_ACRONYM})\)")
_BEFORE = re.compile(r"\b([A-Z]{2,}) \(([A-Z][^()\n]{5,80})\)")
_RUN = re.compile(rf"(?:\b(?:[A-Z][\w'’&/-]*|{'|'.join(sorted(_SMALL))}),? ?)+$")
_SMALL_BEFORE = re.compile(r"([a-z][a-z -]+) $")
_NEAR = 60
_CITIZENS = "Warga Negara"
_SHORT = 2
_DOUBT = 0.8
_PROVED = 0.97
_LIKELY = 0.85


def bind(entities: Sequence[Entity], text: str) -> tuple[list[Entity], dict[str, str]]:
    """Return the entities mended by their acronyms, and the full name of each acronym.

    Where initials spell the acronym, they prove where the name before the bracket starts. An
    acronym after capitalised words that are no known name is doubted wherever it stands.
    """
    result = list(entities)
    bound: dict[str, str] = {}
    doubted = set()
    for match in _AFTER.finditer(text):
        pair = _pair(match, result, text)
        if pair is None:
            doubted.add(match[1])
            continue
        name, short, full = pair
        result = [*_clear(list(_clear(result, name)), short), name, short]
        bound[match[1]] = full
    for match in _BEFORE.finditer(text):
        if _initials(match[2]) == match[1] and any(e.quote == match[1] for e in result):
            bound.setdefault(match[1], match[2])
    result = [
        _doubt(entity) if entity.quote in doubted - set(bound) else entity for entity in result
    ]
    common = _common(doubted, text)
    result = [entity for entity in result if entity.quote not in common]
    return sorted(result, key=lambda entity: entity.start), bound


def _pair(
    match: re.Match[str], entities: Sequence[Entity], text: str
) -> tuple[Entity, Entity, str] | None:
    end = match.start()
    near = [e for e in entities if e.start < end <= e.end and e.type in _NAMES]
    spelled = _spelled(match[1], text, end)
    if spelled is not None and text[spelled:end].startswith(_CITIZENS):
        return None
    begun = spelled is not None and (
        is_in(text[spelled:end].split()[0], "organisations") or _announced(text, spelled)
    )
    if not near and not begun:
        return None
    if near and spelled is None:
        name = near[0]
        if name.end != end or not (fits(match[1], name.quote) or _foreign(match[1], name)):
            return None
    else:
        name = _spelled_name(near, text, spelled or 0, end)
    longer = spelled is None or (name.start < spelled and is_in(name.quote.split()[0], "legal"))
    full = name.quote if longer else text[spelled:end]
    start, stop = match.span(1)
    return name, replace(name, start=start, end=stop, quote=match[1], canonical=full), full


def _spelled(acronym: str, text: str, end: int) -> int | None:
    """Return where the words start whose initials spell the acronym up to ``end``."""
    run = _RUN.search(text, max(text.rfind("\n", 0, end) + 1, end - 120), end)
    if run is None:
        return None
    starts = [run.start() + word.start() for word in re.finditer(r"[A-Z]\S*", run.group())]
    exact = (s for s in reversed(starts) if _initials(text[s:end]) == acronym.upper())
    return next(exact, None)


def _spelled_name(near: Sequence[Entity], text: str, start: int, end: int) -> Entity:
    """Return the entity over the spelled words, or the longer office that ends with them."""
    found = (
        near[0]
        if near
        else Entity(start=start, end=end, quote="", type="ORG", canonical="", confidence=0.9)
    )
    if near and found.start < start and is_in(found.quote.split()[0], "organisations"):
        return found
    quote = text[start:end]
    words = quote.split()
    thing = is_in(words[0], "things") or _announced(text, start)
    sure = min(found.confidence, _DOUBT) if thing else found.confidence
    # The initials prove the boundaries; the type needs a word of its own, or a sure model.
    known = is_in(words[0], "organisations")
    if known or _announced(text, start) or is_in(words[-1], "tails") or sure >= _LIKELY:
        sure = max(sure, _PROVED)
    kind = "PRODUCT" if thing else "ORG" if known else found.type
    return replace(
        found, start=start, end=end, quote=quote, canonical=quote, type=kind, confidence=sure
    )


def _announced(text: str, start: int) -> bool:
    """Tell whether a noun for a thing stands right before: *program* Makan Bergizi Gratis."""
    before = text[:start].split()
    return bool(before) and is_in(before[-1], "announcers") and text[start - 1] == " "


def _clear(entities: Sequence[Entity], span: Entity) -> Iterator[Entity]:
    return (e for e in entities if e.end <= span.start or span.end <= e.start)


def _doubt(entity: Entity) -> Entity:
    if entity.type != "ORG":
        return entity
    return replace(entity, confidence=min(entity.confidence, _DOUBT))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word not in _SMALL).upper()


def _foreign(acronym: str, name: Entity) -> bool:
    """Tell whether letters of another language stand for a body: Organisasi Kesehatan D. (WHO)."""
    capitals = acronym.isupper() and acronym.isalpha() and len(acronym) > _SHORT
    return capitals and name.type == "ORG" and " " in name.quote and place_kind(acronym) is None


def _common(acronyms: Iterable[str], text: str) -> set[str]:
    """Return the acronyms that stand for common words, no names: uang kuliah tunggal (UKT)."""
    found = set()
    for acronym in acronyms:
        for start in occurrences(f"({acronym})", text, _SMALL_BEFORE):
            small = _SMALL_BEFORE.search(text, max(0, start - _NEAR), start)
            words = re.split(r"[ -]", small[1] if small else "")[-len(acronym) :]
            spelled = "".join(word[:1] for word in words).upper() == acronym
            if (
                spelled
                and not is_in(words[0], "organisations")
                and not is_in(acronym, "institutions")
            ):
                found.add(acronym)
    return found


def fits(acronym: str, name: str) -> bool:
    """Return whether the acronym's letters occur in the name in order, the first at its start.

    >>> fits("Walhi", "Wahana Lingkungan Hidup"), fits("PDIP", "Dewan Perwakilan Rakyat")
    (True, False)
    """
    letters = iter(name.lower())
    return acronym[0] == name[0].upper() and all(
        letter in letters for letter in acronym.lower() if letter.isalpha()
    )
