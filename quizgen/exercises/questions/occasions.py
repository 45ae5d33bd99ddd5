"""When, where and at what event somebody of the text spoke: *kata X di Y, Selasa (10/6/2025)*.

What stands after the speaker's name is read whole or not at all. A speaker has an occasion only if
everything the text tells of when and where he or she spoke can be one and the same.

Source: the closing clause of reported speech as Indonesian news writes it; own grammar.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.exercises.common.names import SURE, holds_place, run_together
from quizgen.exercises.common.people import holds_more, people
from quizgen.exercises.questions.occasion_grammar import any_of, body_of, cut_date, read
from quizgen.exercises.voices.doubts import doubtful
from quizgen.language.once import once
from quizgen.model import Document, Entity, Quotation, Sentence

_LIKELY = 0.8
"""A name that the analysis is as sure of is a person's, if the text shows it in another way too."""
_NONE = frozenset({"bare", "unread"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One person's occasion of speaking, as ``quote`` of ``sentence`` tells it.

    ``kind`` is bare, unread, met, reached, written, hearers, press, event, beside or place;
    ``setting`` is what it is told by, *siaran pers* or *diskusi …*; ``place`` has no preposition.
    """

    speaker: str
    sentence: Sentence
    quote: str
    kind: str
    setting: str = ""
    place: str = ""
    date: Entity | None = None


@once
def occasions(document: Document) -> tuple[Occasion, ...]:
    """Return the occasion of each sure speaker whose words are all of one occasion."""
    return tuple(_occasions(document))


def _occasions(document: Document) -> Iterator[Occasion]:
    speakers = dict.fromkeys(quotation.speaker for quotation in document.quotations)
    known = likely_people(document)
    for name in speakers:
        said = [quotation for quotation in document.quotations if quotation.speaker == name]
        if name not in known or run_together(name) or involved(known[name], document):
            continue
        found = [_told(quotation, document) for quotation in said]
        if any(each is None for each in found) or any(_estranged(q, document) for q in said):
            continue
        told = [each for each in found if each and (each.kind not in _NONE or each.date)]
        sure = [each for each in told if _sure(each, said, document)]
        name = sure[0].speaker if sure else ""
        whole = bool(sure) and not (run_together(name) or holds_place(name, document))
        if whole and len(sure) == len(told) and (one := _joined(told)):
            yield one


def _sure(occasion: Occasion, said: list[Quotation], document: Document) -> bool:
    return all(
        quotation.confidence >= SURE
        and not doubtful(quotation, document)
        and not _others_ahead(quotation, document)
        for quotation in said
        if quotation.sentence == occasion.sentence.id or _closes(quotation, occasion.sentence)
    )


def _others_ahead(quotation: Quotation, document: Document) -> bool:
    """Tell whether *katanya* and *kata dia* follow a paragraph that names somebody else as well."""
    start, end = quotation.speaker_start, quotation.speaker_end
    said = document.article.text[start:end] if start is not None else ""
    if said[:1].isupper() or set(said.split()) & set(quotation.speaker.split()):
        return False
    number = document.sentence(quotation.sentence).paragraph
    near = {s.id for s in document.sentences if number - 1 <= s.paragraph <= number}
    return any(
        entity.type == "PER" and entity.canonical != quotation.speaker
        for sentence in document.sentences
        if sentence.id in near and sentence.start < quotation.end
        for entity in document.entities_in(sentence)
    )


def _closes(quotation: Quotation, sentence: Sentence) -> bool:
    return sentence.start < quotation.end <= sentence.end


def _joined(told: list[Occasion]) -> Occasion | None:
    """Return the fullest of the occasions, None if two can not be the same."""
    dates = {each.date.value or each.date.quote for each in told if each.date}
    places = {each.place for each in told if each.place}
    settings = {(each.kind, each.setting) for each in told if each.kind not in _NONE | {"place"}}
    if max(len(dates), len(places), len(settings)) > 1:
        return None
    return max(told, key=lambda each: (each.date is not None, bool(each.place), each.kind))


def _told(quotation: Quotation, document: Document) -> Occasion | None:
    """Return what stands after the speaker, None where it is not understood."""
    home = next(
        (s for s in document.sentences if _closes(quotation, s)),
        document.sentence(quotation.sentence),
    )
    start, tail = _tail(quotation, home, document)
    cut = cut_date(start, tail, home, document)
    if cut is None:
        return None
    body, date = cut
    found = read(body_of(body))
    if found is None or (found[0] == "unread" and date):
        return None
    kind, setting, place = found
    quote = home.text[max(0, _opening(quotation, home) - home.start) :].strip(" ,.”\"'“")
    return Occasion(
        speaker=quotation.speaker, sentence=home, quote=quote, kind=kind,
        setting=setting, place=place, date=date,
    )  # fmt: skip


def _opening(quotation: Quotation, home: Sentence) -> int:
    """Return where the words begin that tell who spoke, and where."""
    if quotation.speaker_start is not None and quotation.speaker_start < quotation.start:
        return quotation.speaker_start
    return max(quotation.end, home.start)


def _tail(quotation: Quotation, home: Sentence, document: Document) -> tuple[int, str]:
    """Return where what follows the speaker begins, and it, up to its verb or the end."""
    text, end = document.article.text, quotation.speaker_end
    if end is None or quotation.speaker_start is None:
        said = re.compile(rf"[\s,.”\"'’]*(?:{quotation.verb or 'kata'})(?:nya)?\b")
        found = said.match(text, quotation.end, home.end)
        return (found.end(), text[found.end() : home.end]) if found else (home.end, "")
    if quotation.speaker_start >= quotation.end:
        return end, text[end : home.end]
    before = text[end : quotation.start]
    verb = re.search(rf"\b{quotation.verb or '-'}\b", before)
    return end, before[: verb.start()] if verb else ""


def involved(mentions: Sequence[Entity], document: Document) -> bool:
    """Tell whether a text calls somebody a victim, a suspect or a witness."""
    marked = re.compile(rf"\b(?:{any_of('involved')})\b[\s,]*$", re.IGNORECASE)
    after = re.compile(rf"(?:\s?\(\d+\))?,?\s(?:{any_of('involved')})\b")
    text = document.article.text
    return any(
        marked.search(text, max(0, mention.start - 30), mention.start)
        or after.match(text, mention.end)
        for mention in mentions
    )


def likely_people(document: Document) -> dict[str, list[Entity]]:
    """Return who is a person if something beside the name shows it: words, or an age."""
    found: dict[str, list[Entity]] = {}
    for entity in document.entities:
        if entity.type == "PER" and not holds_more(entity.canonical):
            found.setdefault(entity.canonical, []).append(entity)
    likely = {
        name: mentions
        for name, mentions in found.items()
        if min(mention.confidence for mention in mentions) >= _LIKELY
    }
    return likely | people(document)


def _estranged(quotation: Quotation, document: Document) -> bool:
    """Tell whether words are reported after another publication, or from another occasion."""
    said = [(q.start, q.end) for q in document.quotations]
    cues = re.compile(rf"\b(?:{any_of('elsewhen')}|{any_of('relayed')})\b", re.IGNORECASE)
    return any(
        cues.match(document.article.text, token.start)
        for sentence in document.sentences
        if sentence.start < quotation.end and quotation.start < sentence.end
        for token in sentence.tokens
        if not any(start <= token.start < end for start, end in said)
    )
