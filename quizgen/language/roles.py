"""Who holds which office: *Ketua KONI Kota Tebing Tinggi, Anton* and *Gubernur Bali Wayan Koster*.

Read from what stands right before a person's name, or in apposition to it, where the phrase
opens with an office. Source: apposition of title and name, Sneddon et al. (2010) 2.53 and 2.58.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizgen.language.clauses import Span
from quizgen.language.office_phrases import Line
from quizgen.language.office_wordings import plain, wordings
from quizgen.language.once import once
from quizgen.model import Document, Entity, Sentence

_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Role:
    """An office and the person who holds it; tokens ``start`` to ``end`` say it.

    ``office`` is what they say without brackets, ``forms`` are its other wordings in the text.
    """

    person: Entity
    office: str
    sentence: Sentence
    start: int
    end: int
    forms: tuple[str, ...] = ()


def roles(document: Document) -> tuple[Role, ...]:
    """Return the fullest office of each person, in order; none that two persons hold."""
    return _roles(document)


@once
def _roles(document: Document) -> tuple[Role, ...]:
    fullest: dict[str, Role] = {}
    for sentence in document.sentences:
        for role in _roles_in(sentence, document):
            held = fullest.get(role.person.canonical)
            fullest[role.person.canonical] = role if held is None else _joined(held, role)
    offices = [role.office.lower() for role in fullest.values()]
    return tuple(role for role in fullest.values() if offices.count(role.office.lower()) == 1)


def _joined(held: Role, other: Role) -> Role:
    """Return the fuller of one person's two offices, with the wordings of both."""
    longer = len(other.office.split()) > len(held.office.split())
    kept, left = (other, held) if longer else (held, other)
    forms = dict.fromkeys([*kept.forms, left.office, *left.forms])
    return replace(kept, forms=tuple(form for form in forms if form != kept.office))


def _roles_in(sentence: Sentence, document: Document) -> Iterator[Role]:
    line = Line(sentence, document)
    for span in line.spans:
        entity = span.entity
        if entity is None or entity.type != "PER" or entity.confidence < _SURE:
            continue
        found = _before(span, line) or _after(span, line)
        if found and not line.names_person(*found) and line.whole_name(span):
            yield _role(entity, line, *found)


def _role(person: Entity, line: Line, start: int, end: int) -> Role:
    said = list(dict.fromkeys([*wordings(line, start, end), *_linked(line, start, end)]))
    return Role(person, said[0], line.sentence, start, end, tuple(said[1:]))


def _linked(line: Line, start: int, end: int) -> list[str]:
    """Return the other office in *Ketua KONI sekaligus Deputi Menteri*, and both as one."""
    if not line.linked(start):
        return []
    stop = start - 1 - (line.low[start - 2] == "juga")
    other = line.office(line.left(stop), stop)
    if other is None:
        return [plain(line, stop - 1, end)]
    return [wordings(line, *other)[0], plain(line, other[0], end)]


def _before(span: Span, line: Line) -> tuple[int, int] | None:
    """Return *office* of *office name*, *office, name,* or *Office, name says*."""
    end = line.before_titles(span.start)
    if not end or line.low[end - 1] != ",":
        return line.office(line.left(end), end)
    found = line.office(line.left(end - 1), end - 1)
    if found is None or line.closed(span.end):
        return found
    return found if line.opens(found[0]) and line.says(span.end) else None


def _after(span: Span, line: Line) -> tuple[int, int] | None:
    """Return *office* of *name, office,*."""
    comma = line.after_bracket(span.end)
    start = comma + 1
    if start >= len(line.low) or line.low[comma] != "," or not line.heads(start):
        return None
    first = line.before_titles(span.start)
    listed = first and line.low[first - 1] == "," and line.office(line.left(first - 1), first - 1)
    end = line.right(start)
    if listed or not line.closed(end) or line.goes_on(end):
        return None
    found = line.office(start, end)
    return found if found and found[0] == start else None
