"""Rules that hold a statement against the text: is its category what the text says?"""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import itemgetter

from quizgen.checks.finding import error
from quizgen.checks.people import people_in
from quizgen.checks.reading import (
    NAMES,
    Reading,
    Told,
    agree,
    counterpart,
    is_content,
    overlap,
    reading,
)
from quizgen.checks.text_match import content_lemmas, lemma, measures, words
from quizgen.checks.word_lists import opposites, word_list
from quizgen.language.word_classes import classes
from quizgen.model import Categorise, Document, Item, Statement

_TRUE = re.compile(r"^(?:benar|sesuai)\b", re.I)
_FALSE = re.compile(r"^(?:salah|tidak (?:benar|sesuai)|keliru)\b", re.I)
_UNSTATED = re.compile(r"^tidak (?:disebut|dinyatakan|diketahui)", re.I)
_SOURCE = re.compile(r"^Menurut\s[^,]+,\s")
_SAID = re.compile(r"\bdi(?:sampai|kata|nyata|ungkap|sebut|jelas|tutur)kan\b")
_PLACED = re.compile(r"\b(?:di|ke|dari)\s(?P<place>[\w-]+(?:\s[\w-]+)?)")
_CONTRAST = word_list("contrast")
_DENIALS = word_list("denials")
_LIMITS = word_list("limits")
_JOINTS = word_list("joints")
_CLOSE = 0.6


def _judged(item: Item, document: Document) -> Iterator[tuple[Statement, list[Told]]]:
    """Yield each statement with the sentences that are to prove it, or the likeliest one."""
    if not isinstance(item.response, Categorise):
        return
    read = reading(document)
    for statement in item.response.statements:
        told = list(read.cited([statement.evidence])) if statement.evidence else []
        yield statement, told


@error("statement-mislabelled")
def said_but_called_false(item: Item, document: Document) -> Iterator[str]:
    """A statement that is called false or not given stands in the text."""
    read = reading(document)
    for statement, _ in _judged(item, document):
        if not (_FALSE.match(statement.category) or _UNSTATED.match(statement.category)):
            continue
        for told in read.told:
            if overlap(statement.text, told) > _CLOSE and _says(statement.text, told, read):
                yield f"'{statement.text}' ({told.sentence.id})"
                break


def _says(text: str, told: Told, read: Reading) -> bool:
    """Tell whether a sentence says all of ``text``, in its order and without turning it round."""
    source = _SOURCE.match(text)
    if source and not people_in(source[0], read.document) <= told.people:
        return False
    body = text[source.end() :] if source else text
    values = measures(body, read.document)
    if not all(any(agree(value, given) for given in told.values) for value in values):
        return False
    if any(value.type == "DATE" and not _covers(value.value, told) for value in values):
        return False
    if not people_in(body, read.document) <= told.people:
        return False
    for value in values:
        body = body.replace(value.quote, " ")
    plain = [word for word in re.findall(r"[\w-]+", body) if is_content(word.lower())]
    roots = [
        lemma(word.lower())
        for word in plain
        if lemma(word.lower()) in told.lemmas or word[0].islower() or _rival(word, told, read)
    ]
    if len(roots) < 2 or not set(roots) <= told.lemmas or not _same_turn(body, told):
        return False
    actors = {e.quote for e in read.document.entities if e.type in ("PER", "ORG")}
    fixed = len([name for name in actors if name in body]) > 1 or set(words(body)) & _CONTRAST
    return _in_order(roots, told.order) or not fixed


def _covers(value: str | None, told: Told) -> bool:
    from quizgen.language.measures import contains_date

    given = [v.value for v in told.values if v.type == "DATE" and v.value]
    return bool(value) and any(contains_date(value or "", each) for each in given)


def _in_order(roots: list[str], order: tuple[str, ...]) -> bool:
    rest = iter(order)
    return all(root in rest for root in roots)


def _rival(word: str, told: Told, read: Reading) -> bool:
    """Tell whether another name of the same kind stands where ``word`` could."""
    kinds = {e.type for e in read.document.entities if e.type in NAMES and word in e.quote.split()}
    here = {e.type for e in read.document.entities_in(told.sentence)}
    return not kinds or bool(kinds & here)


def _same_turn(text: str, told: Told) -> bool:
    own = set(words(text)) & _CONTRAST
    there = set(words(told.sentence.text)) & _CONTRAST
    return own <= there and _denied_words(text) == _denied_words(told.sentence.text)


def _denied_words(text: str) -> set[tuple[str, str]]:
    """Return each word of denial with the word that it denies."""
    said = words(text)
    return {pair for pair in pairwise(said) if pair[0] in _DENIALS}


@error("statement-mislabelled")
def denied_but_called_true(item: Item, document: Document) -> Iterator[str]:
    """A statement that is called true has another number or name than the text, or denies it."""
    read = reading(document)
    for statement, proofs in _judged(item, document):
        if not _TRUE.match(statement.category):
            continue
        for told in proofs:
            if overlap(statement.text, told) < _CLOSE:
                continue
            wrong = list(_other_values(statement.text, told, read))
            wrong += _other_people(statement.text, told, read)
            wrong += _denied(statement.text, told)
            wrong += _turned(statement.text, told, read)
            if wrong:
                yield f"'{statement.text}': {', '.join(wrong)} ({told.sentence.id})"


def _other_values(text: str, told: Told, read: Reading) -> Iterator[str]:
    """Yield the values of ``text`` where the sentence has others instead."""
    given_anywhere = [value for each in read.near(told) for value in each.values]
    for value in measures(text, read.document):
        ahead = words(text[max(0, value.start - 25) : value.start])[-2:]
        if set(ahead) & _LIMITS or any(agree(value, given) for given in given_anywhere):
            continue
        if any(counterpart(value, text, given, told.sentence) for given in told.values):
            yield value.quote


def _other_people(text: str, told: Told, read: Reading) -> list[str]:
    """Return the people of ``text`` that the sentence does not mean, where it means others."""
    known = frozenset[str]().union(*(each.people for each in read.near(told)))
    missing = people_in(text, read.document) - known
    return sorted(missing) if told.people - missing else []


def _denied(text: str, told: Told) -> list[str]:
    """Return the denial that only one of two nearly equal texts has."""
    if overlap(text, told) < 1.0 or len(told.order) > len(words(text)) + 4:
        return []
    own = set(words(text)) & _DENIALS
    there = set(words(told.sentence.text)) & _DENIALS
    return sorted(own ^ there) if bool(own) != bool(there) else []


def _turned(text: str, told: Told, read: Reading) -> list[str]:
    """Return the words of ``text`` whose opposite the sentence has in their stead."""
    own = content_lemmas(text)
    near = frozenset[str]().union(*(each.lemmas for each in read.near(told)))
    denied = (set(words(text)) ^ set(words(told.sentence.text))) & _DENIALS
    return [] if denied else sorted(r for r in own - near if opposites(r) & told.lemmas)


@error("not-given-as-false")
def not_given_as_false(item: Item, document: Document) -> Iterator[str]:
    """A statement is called false, but the text says nothing that contradicts it."""
    for statement, proofs in _judged(item, document):
        if not _FALSE.match(statement.category) or _SAID.search(statement.text):
            continue
        if proofs and _unheard(statement, proofs, document):
            yield f"'{statement.text}'"


def _unheard(statement: Statement, proofs: list[Told], document: Document) -> bool:
    """Tell whether what the statement asserts is of a kind that its proof does not speak of."""
    body = _SOURCE.sub("", statement.text)
    known = frozenset[str]().union(*(told.lemmas for told in proofs))
    if any(
        counterpart(value, body, given, told.sentence)
        for value in measures(body, document)
        for told in proofs
        for given in told.values
    ):
        return False
    content = [word for word in words(body) if is_content(word)]
    fresh = [lemma(word) not in known for word in content]
    if not content or _reversed_words(content, known):
        return False
    people = {word.lower() for name in people_in(body, document) for word in name.split()}
    runs = groupby(zip(content, fresh, strict=True), key=itemgetter(1))
    own = [[word for word, _ in run if word not in people] for new, run in runs if new]
    quote = set(words(statement.evidence.quote)) if statement.evidence else set()
    return any(
        len(run) >= 2 and _is_verb(run[0]) and not quote & _joints(run, words(body)) for run in own
    )


def _joints(run: list[str], text: tuple[str, ...]) -> set[str]:
    """Return the prepositions and conjunctions before and in a run of new words."""
    start, end = text.index(run[0]), text.index(run[-1])
    while start and not is_content(text[start - 1]):
        start -= 1
    return set(text[start:end]) & _JOINTS


def _reversed_words(content: list[str], known: frozenset[str]) -> bool:
    """Tell whether a word of a statement says the opposite of one in the text."""
    return any(opposites(lemma(word)) & known for word in content)


def _is_verb(word: str) -> bool:
    from quizgen.language.morphology import analyse

    tags = classes(word)[0].split("|")
    return tags[0] == "VB" or analyse(word).segments[0] in ("meN-", "ber-", "di-")


@error("two-alterations")
def two_alterations(item: Item, document: Document) -> Iterator[str]:
    """A false statement departs from the text in two places, so that it is false twice."""
    read = reading(document)
    for statement, proofs in _judged(item, document):
        if not _FALSE.match(statement.category):
            continue
        for told in proofs:
            changed = list(dict.fromkeys(_changes(statement.text, told, read)))
            if len(changed) > 1:
                yield f"{', '.join(changed)} ({told.sentence.id})"


def _changes(text: str, told: Told, read: Reading) -> Iterator[str]:
    """Yield what ``text`` has instead of something of the sentence."""
    yield from _other_values(text, told, read)
    yield from _other_people(text, told, read)
    given = {lemma(w) for f in _PLACED.finditer(told.sentence.text) for w in words(f["place"])}
    near = frozenset[str]().union(*(each.lemmas for each in read.near(told)))
    numbers = {word for value in measures(text, read.document) for word in words(value.quote)}
    for found in _PLACED.finditer(text):
        place = [word for word in words(found["place"]) if is_content(word)]
        if given and place and not set(place) & numbers and not set(map(lemma, place)) & near:
            yield found[0]
