"""Whom a quotation names as its speaker: a person by the full name, or a body of a known kind."""

import re
from collections.abc import Sequence

from quizgen.exercises.common.names import SURE, names, run_together
from quizgen.exercises.common.people import DEGREE, holds_more, people
from quizgen.exercises.voices.doubts import by_pronoun, doubtful
from quizgen.language.circumstances import asked_noun
from quizgen.language.name_blends import is_blend
from quizgen.language.once import once
from quizgen.language.wordlists import is_in, place_kind
from quizgen.model import Document, Entity, Quotation

_LIKELY = 0.4
"""A name from this confidence on is one where its bearer speaks and it stands apart."""
_LIKELY_SINGLE = 0.6
_LONGEST = 4
_PAIR = re.compile(r"(?=\b([A-Z][a-z]+ [A-Z][a-z]+)\b)")


def person_of(quotation: Quotation, document: Document) -> Entity | None:
    """Return the first mention of the person who surely speaks, None if there is none."""
    if quotation.confidence < SURE or doubtful(quotation, document):
        return None
    known = people(document).get(quotation.speaker)
    found = known[0] if known else _speaking(document).get(quotation.speaker)
    return None if found is None or _part_of_longer(found.canonical, document) else found


@once
def speaking(document: Document) -> dict[str, list[Entity]]:
    """Return the mentions of everybody who surely speaks in the text, by name."""
    found = {}
    for quotation in document.quotations:
        person = person_of(quotation, document)
        if person is not None:
            found[person.canonical] = _by_name(document)[person.canonical]
    return found


def cut_short(name: str, document: Document) -> bool:
    """Tell whether another word with a capital follows a name: *Yosef* of *Yosef Ndarung*."""
    return bool(re.search(rf"\b{re.escape(name)} [A-Z][a-z]", document.article.text))


def _part_of_longer(name: str, document: Document) -> bool:
    """Tell whether the text has a longer name that may be the same person's.

    So *Van Holt* beside *Marten Van Holt*, and *Wirhas* beside *Wirawan Hasta*.
    """
    text = document.article.text
    if " " not in name:
        pairs = {pair[1] for pair in _PAIR.finditer(text)}
        return any(is_blend(name, pair) for pair in pairs)
    if not is_in(name.split()[0], "particles"):
        return False
    before = (m[1] for m in re.finditer(rf"([A-Z][a-z]+) {re.escape(name)}\b", text))
    return any(not is_in(word, "titles", "portfolios") and not place_kind(word) for word in before)


def body_of(quotation: Quotation, document: Document) -> Entity | None:
    """Return the first mention of the body that surely speaks, if its name tells its kind."""
    if quotation.confidence < SURE or by_pronoun(quotation, document):
        return None
    known = names(document.entities, "ORG").get(quotation.speaker)
    return known[0] if known and asked_noun(known[0].canonical) != "pihak" else None


@once
def _speaking(document: Document) -> dict[str, Entity]:
    """Return who speaks in the text under a name that is found less surely, by speaker.

    Who speaks is a person; what may be amiss is where the name begins and ends. A name that stands
    between small words or marks wherever it occurs is whole. One part of it may name the speaker.
    """
    whole = {
        name: mentions
        for name, mentions in _by_name(document).items()
        if _is_whole(name, mentions, document)
    }
    found = {}
    for quotation in document.quotations:
        speaker = quotation.speaker
        fits = [name for name in whole if speaker == name or speaker in name.split()]
        if len(fits) == 1 and whole[fits[0]][0].start < quotation.end + _near(quotation):
            found[speaker] = whole[fits[0]][0]
    return found


def _near(quotation: Quotation) -> int:
    """Return how far behind what is said its speaker may be introduced."""
    return max(0, (quotation.speaker_end or 0) - quotation.end)


def _by_name(document: Document) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for entity in document.entities:
        if entity.type == "PER":
            found.setdefault(entity.canonical, []).append(entity)
    return found


def _is_whole(name: str, mentions: Sequence[Entity], document: Document) -> bool:
    parts = name.split()
    if run_together(name) or is_in(parts[0], "bureaux") or DEGREE.match(name):
        return False
    if len(parts) > _LONGEST or not all(part[:1].isupper() for part in parts):
        return False
    if len(parts) == 1 and (len(mentions) < 2 or mentions[0].confidence < _LIKELY_SINGLE):
        return False
    if holds_more(name) and not any(_honoured(mention, document) for mention in mentions):
        return False
    likely = max(mention.confidence for mention in mentions) >= _LIKELY
    begins = parts[0] in {quotation.speaker for quotation in document.quotations}
    return likely and all(_stands_apart(mention, document, begins) for mention in mentions)


def _honoured(mention: Entity, document: Document) -> bool:
    """Tell whether a clipped title stands right before a name: *H. Iman Hakim*."""
    ahead = document.article.text[: mention.start].rsplit(maxsplit=1)[-1:] or [""]
    return ahead[0].endswith(".") and is_in(ahead[0].rstrip("."), "titles")


def _stands_apart(mention: Entity, document: Document, begins: bool) -> bool:
    """Tell whether no other word with a capital touches a name; a title before it may.

    What stands before it matters not where the name surely ``begins`` so: *kata Gunawan*.
    """
    text = document.article.text
    before = text[: mention.start].rsplit("\n", 1)[-1].split(" ")
    after = text[mention.end :].partition("\n")[0].split(" ")
    ahead = before[-2] if len(before) > 1 and not before[-1] else before[-1]
    behind = after[1] if len(after) > 1 and not after[0] else ""
    if behind[:1].isupper() or behind in {"bin", "binti"}:
        return False
    if begins:
        return True
    bare = ahead.strip('("“').rstrip(".")
    mayor = bare.lower() == "kota" and before[-3:-2] in (["Wali"], ["wali"])
    return mayor or not bare[:1].isupper() or not bare.isalpha() or is_in(bare, "titles")
