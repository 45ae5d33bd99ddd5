"""Who of a text's names is surely a person: temples, arenas, nicknames of clubs look alike."""

import re
from collections.abc import Sequence

from quizgen.exercises.common.names import names, sentence_of
from quizgen.exercises.common.tables import words
from quizgen.language.circumstances import fact_words
from quizgen.language.once import once
from quizgen.language.roles import roles
from quizgen.language.wordlists import is_in, place_kind
from quizgen.lexicon import dictionary
from quizgen.model import Document, Entity

_AGE = re.compile(r"\s?\(\d{1,2}\)")
_CLUB = re.compile(r"[a-z0-9,)] (?:Putra|Putri|Persatuan) $")
DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.)+(?:[A-Z][A-Za-z]{0,5}\.?)?$")
"""*M.Psi, Sp.PD* after a name."""
_NEAR = 40
_LONGEST = 4
_FULL = 3
"""So many words make a name in which an office may have been left: *Raperda Parkir Hendro W.*"""


@once
def people(document: Document) -> dict[str, list[Entity]]:
    """Return those whom the text shows to be people, by canonical name, in order of mention.

    Somebody is shown to be one by what he says or does, by an office, by an age in brackets, by a
    word for people before the name, or by going by a part of the name later.
    """
    sure = known_people(document)
    return {
        name: mentions
        for name, mentions in _named(document).items()
        if name in sure or _called_or_acting(mentions, document)
    }


@once
def known_people(document: Document) -> dict[str, list[Entity]]:
    """Return those who speak, hold an office or are introduced as people: no club is among them."""
    shown = {quotation.speaker for quotation in document.quotations}
    shown |= {role.person.canonical for role in roles(document)}
    return {
        name: mentions
        for name, mentions in _named(document).items()
        if name in shown or _introduced(mentions, document)
    }


def _named(document: Document) -> dict[str, list[Entity]]:
    found = names(document.entities, "PER").items()
    return {
        name: mentions
        for name, mentions in found
        if not holds_more(name)
        and not DEGREE.match(name)
        and not _second_first(name, document)
        and not part_of_club(mentions[0], document)
    }


def holds_more(name: str) -> bool:
    """Tell whether a name begins with a common noun, which an office or a place has left there.

    >>> holds_more("Raperda Parkir Hendro Wicaksana"), holds_more("Hendro Wicaksana")
    (True, False)
    """
    first, *rest = name.lower().split()
    if len(rest) + 1 < _FULL or is_in(first, "given", "titles"):
        return False
    entry = dictionary().get(first)
    noun = entry is not None and entry.senses[0].upos == "NOUN"
    if (
        noun
        or first in words("mains", "no_person")
        or len(rest) + 1 > _LONGEST
        or place_kind(name.split()[0]) is not None
    ):
        return True
    return is_in(first, "administrative", "landmarks", "streets", "institutions")


def part_of_club(name: Entity, document: Document) -> bool:
    """Tell whether a name stands after a capital *Putra* inside a sentence: *Putra Bahari*."""
    text = document.article.text
    return any(
        entity.canonical == name.canonical and _CLUB.search(text[: entity.start])
        for entity in document.entities
    )


def _second_first(name: str, document: Document) -> bool:
    """Tell whether a text calls somebody by the second of three words: the first is a place's.

    *Warga Pucung Estu Widodo* is Estu to his neighbours; *Muhammad Rizki P.* may be Rizki too.
    """
    first, *rest = name.split()
    if len(rest) + 1 < _FULL or is_in(first, "given"):
        return False
    called = {entity.quote for entity in document.entities if entity.canonical == name}
    return rest[0] in called and first not in called


def _called_or_acting(mentions: Sequence[Entity], document: Document) -> bool:
    called = {mention.quote for mention in mentions}
    return len(called) > 1 or any(_acts(mention, document) for mention in mentions)


def _introduced(mentions: Sequence[Entity], document: Document) -> bool:
    text = document.article.text
    starts = {entity.start for entity in document.entities if entity.type == "PER"}
    for mention in mentions:
        if text[mention.end : mention.end + 2] == ", " and mention.end + 2 in starts:
            # In *Pelatih Petro Gresindo, Joko Priyambodo* the office is not the club's.
            continue
        ahead = text[max(0, mention.start - _NEAR) : mention.start].lower().split()[-2:] or [""]
        # *Warga Mustikajaya* are from there.
        placed = ahead[-1] in words("mains", "from_somewhere")
        titled = is_in(ahead[-1], "titles") or ahead[-1] in fact_words("human")
        mayor = ahead == ["wali", "kota"]
        if mayor or (titled and not placed) or _AGE.match(text, mention.end):
            return True
    return False


def _acts(mention: Entity, document: Document) -> bool:
    """Tell whether a name is the subject of a verb in the active voice."""
    sentence = sentence_of(mention, document)
    for token in sentence.tokens if sentence else ():
        if token.start < mention.start or token.end > mention.end or token.head is None:
            continue
        assert sentence is not None
        verb = sentence.tokens[token.head]
        if token.deprel == "nsubj" and verb.upos == "VERB":
            return True
    return False
