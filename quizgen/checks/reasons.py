"""Rules about ``why``: what it says of a sentence is in that sentence."""

import re
from collections.abc import Iterator

from quizgen.checks.finding import error
from quizgen.checks.people import beside_name, people_in
from quizgen.checks.reading import Reading, Told, agree, counterpart, reading
from quizgen.checks.text_match import (
    content_lemmas,
    is_language,
    measures,
    options_of,
    unquoted,
)
from quizgen.checks.word_lists import opposites, word_list
from quizgen.model import Categorise, Document, Item

_DENIES = re.compile(r"\b(?:tidak|bukan|belum|tanpa|padahal|bandingkan|seharusnya)\b", re.I)
_IS = re.compile(r"(?P<name>.+?)\s(?:adalah|ialah|merupakan)\s(?P<role>[^,;]+)")
_ABOUT_TEXTS = word_list("words_about_texts")
_NOTHING, _MUCH = 0.1, 0.6
"""Shares of a reason's weight: what counts as nothing of it, and as much of it."""
_MANY = re.compile(r"\b(?:kedua|keduanya|mereka|ketiga|ketiganya|para)\b", re.I)
_COMPARES = re.compile(
    r"\b(?:lebih|kurang|selisih\w*|jumlah|jumlahnya|hasil|ditambah|dikurangi|dikali|dibagi|jarak\w*)\b",
    re.I,
)


@error("why-contradicts-text")
def why_contradicts_text(item: Item, document: Document) -> Iterator[str]:
    """The reason names a person or a number that the cited sentence does not have."""
    if is_language(item):
        return
    read = reading(document)
    for own, why in _reasons(item):
        for clause, told in _claims(why, read):
            wrong = [
                *_strangers(clause, told, read, own),
                *_numbers(clause, told, read, own),
                *_reversed(clause, told, read, own),
                *_wrong_office(clause, read),
            ]
            if wrong:
                ids = ", ".join(each.sentence.id for each in told)
                yield f"'{why}': {', '.join(wrong)} is not in {ids}"


def _reasons(item: Item) -> Iterator[tuple[str, str]]:
    """Yield each option or statement with its reason."""
    offered = "; ".join([item.prompt, *(option.text for option in options_of(item))])
    for option in options_of(item):
        yield offered, option.why
    if isinstance(item.response, Categorise):
        for statement in item.response.statements:
            yield f"{statement.text} {statement.category}", statement.why


def _claims(why: str, read: Reading) -> Iterator[tuple[str, list[Told]]]:
    """Yield each clause of a reason with the sentences that it cites."""
    start = 0
    text = unquoted(why)
    for found in re.finditer(r"\(kalimat\s[^)]*\)|\b(?:pada|dalam)\skalimat\s\(?\d+\)?", text):
        clause = text[start : found.start()]
        numbers = [int(number) for number in re.findall(r"\d+", found[0])]
        if re.search(r"\d\s?[–-]\s?\d", found[0]) and len(numbers) == 2:
            numbers = list(range(numbers[0], numbers[1] + 1))
        told = [each for number in numbers if (each := read.number(number))]
        start = found.end()
        if told and found[0].startswith("("):
            yield clause, told


def _strangers(clause: str, told: list[Told], read: Reading, own: str) -> list[str]:
    here = {name for each in told for name in each.people}
    asserted = "; ".join(part for part in re.split("[,;]", clause) if not _DENIES.search(part))
    people = people_in(asserted, read.document) if here else frozenset()
    # *Kedua pemimpin*, *mereka*: who is meant cannot be told from the names.
    if not people or any(_MANY.search(each.sentence.text) for each in told):
        return []
    near = frozenset[str]().union(*(o.people for each in told for o in read.near(each, 3, 1)))
    known = near | {name for each in told for name in each.names}
    known |= people_in(own.partition(";")[0], read.document)
    return [] if people & known else sorted(people)


def _reversed(clause: str, told: list[Told], read: Reading, own: str) -> list[str]:
    """Return the words of a reason that say the opposite of the sentence."""
    if _DENIES.search(clause) or _COMPARES.search(clause):
        return []
    roots = content_lemmas(clause)
    there = frozenset[str]().union(*(each.lemmas for each in told))
    turned = [root for root in roots if opposites(root) & there]
    if not turned:
        return []
    here = frozenset[str]().union(*(_known(each, read) for each in told)) | content_lemmas(own)
    same = read.weight(roots & here) >= 0.5 * read.weight(roots)
    return sorted(root for root in turned if same and root not in here)


def _wrong_office(clause: str, read: Reading) -> list[str]:
    """Return the person of *X adalah …* whom the text calls otherwise and another so."""
    found = _IS.match(clause.strip())
    people = people_in(found["name"], read.document) if found else frozenset()
    if found is None or len(people) != 1 or _DENIES.search(clause):
        return []
    told = beside_name(people, found["role"], read)
    others = [name for name in read.people - people if told < 0.5]
    claimed = any(beside_name(frozenset({n}), found["role"], read) == 1.0 for n in others)
    return sorted(people) if claimed else []


def _numbers(clause: str, told: list[Told], read: Reading, own: str) -> Iterator[str]:
    if _COMPARES.search(clause):
        return
    said = measures(_DENIES.split(clause)[0], read.document)
    given = [v for each in told if said for near in read.near(each, 1, 1) for v in near.values]
    for value in said:
        vague = value.type == "DATE" and not any(char.isdigit() for char in value.quote)
        vague = vague or value.quote in own
        if vague or value.value is None or any(agree(value, other) for other in given):
            continue
        if any(agree(value, other) for other in measures(own, read.document)):
            continue
        if any(
            counterpart(value, clause, other, each.sentence)
            for each in told
            for other in each.values
        ):
            yield value.quote


@error("why-cites-wrong-sentence")
def why_cites_wrong_sentence(item: Item, document: Document) -> Iterator[str]:
    """The cited sentence has nothing of what the reason says, but another sentence has it."""
    if is_language(item) or item.text == "numbered":
        return
    read = reading(document)
    for _, why in _reasons(item):
        for clause, told in _claims(why, read):
            own = content_lemmas(clause) - _ABOUT_TEXTS
            if _DENIES.search(clause) or len(own) < 2:
                continue
            here = frozenset[str]().union(*(_known(each, read) for each in told))
            whole = read.weight(own)
            if read.weight(own & here) >= _NOTHING * whole:
                continue
            if any(read.weight(own & each.lemmas) >= _MUCH * whole for each in read.told):
                yield f"'{why}'"


def _known(told: Told, read: Reading) -> frozenset[str]:
    """Return the roots of a sentence and of those around it, and of whom it means."""
    around = read.near(told, 2, 1)
    people = {root for each in around for name in each.people for root in content_lemmas(name)}
    return frozenset(people).union(*(each.lemmas for each in around))
