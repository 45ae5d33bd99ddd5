"""Questions on when, where and at what event somebody of the text spoke.

A speaker has one occasion or none (see ``occasions``), so that each of them has one answer.
"""

import datetime as dt
import re
from collections.abc import Iterator

from quizgen.exercises.common import distractors
from quizgen.exercises.common.choice import choice_item
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.names import sentence_of
from quizgen.exercises.common.options import nested
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import base_level, upper_first
from quizgen.exercises.common.when import plausible
from quizgen.exercises.common.written_item import written_item
from quizgen.exercises.questions.occasion_grammar import exact, said_day, weekday
from quizgen.exercises.questions.occasions import Occasion, occasions
from quizgen.exercises.questions.relays import is_outlet, relay_answers
from quizgen.exercises.questions.wordings import day_wordings, place_wordings
from quizgen.language.periods import WEEKDAYS, say_date
from quizgen.language.places import lookup
from quizgen.model import Document, Entity, Evidence, Item, Option, Sentence

OCCASION = "occasion:"
"""How the fact opens that a question on when, where and to whom somebody spoke asks."""
_FEWEST = 2
_STEPS = 3
_ACT = re.compile(r"(?:saat|ketika|waktu) ((?:memberikan|memberi|menyampaikan) .+)")
_RANKS = {"day": 0.7, "place": 0.75, "event": 0.8, "outlet": 0.65}


def occasion_choices(document: Document) -> Iterator[Item]:
    """Yield those questions that have safe wrong options in the text or the gazetteer."""
    for occasion in occasions(document):
        days, places = _other_days(occasion, document), _other_places(occasion, document)
        if days and occasion.date:
            yield _choice(occasion, _when(occasion), said_day(occasion.date), days, "day")
        elif occasion.date and (named := weekday(occasion.date)) and not _day(occasion):
            other = _other_weekdays(named, occasion, document)
            yield _choice(occasion, _weekday_asked(occasion), named, other, "day")
        if places and (stem := _where(occasion)):
            yield _choice(occasion, stem, f"Di {occasion.place}", places, "place")


def occasion_answers(document: Document) -> Iterator[Item]:
    """Yield questions to be answered in writing: a day is asked either way."""
    yield from relay_answers(document)
    for occasion in occasions(document):
        yield from _time(occasion, document)
        stem = _where(occasion)
        if stem and not _other_places(occasion, document):
            yield _written(
                occasion,
                stem,
                place_wordings(f"Di {occasion.place}"),
                "place",
            )
        event, stem = _event(occasion), _which(occasion)
        if event and stem:
            yield _written(occasion, stem, (upper_first(event), occasion.setting), "event")
        if occasion.kind == "hearers" and is_outlet(occasion.setting):
            stem = f"Kepada media apa {occasion.speaker} memberikan keterangan?"
            yield _written(occasion, stem, (occasion.setting,), "outlet")


def _time(occasion: Occasion, document: Document) -> Iterator[Item]:
    """Yield the question for the day, or for the weekday where the text gives no more."""
    date = occasion.date
    if date and _day(occasion):
        yield _written(occasion, _when(occasion), day_wordings(date), "day")
    elif date and (named := weekday(date)):
        stem = _weekday_asked(occasion)
        yield _written(occasion, stem, (named, f"Hari {named}", date.quote), "day")


def _choice(occasion: Occasion, stem: str, key: str, wrong: list[Option], asked: str) -> Item:
    return choice_item(
        "detail", stem, key=key, why=_why(occasion), proof=_proof(occasion), wrong=wrong,
        process="locate", level=base_level(occasion.sentence), rank=_RANKS[asked],
        facts=_facts(occasion, stem, asked), question_word=_word(asked),
    )  # fmt: skip


def _written(occasion: Occasion, stem: str, accepted: tuple[str, ...], asked: str) -> Item:
    return written_item(
        stem, accepted, word=_word(asked), why=_why(occasion), proof=_proof(occasion),
        home=occasion.sentence, facts=_facts(occasion, stem, asked), rank=_RANKS[asked],
    )  # fmt: skip


def _word(asked: str) -> str:
    return {"day": "kapan", "place": "di mana"}.get(asked, "apa")


def _facts(occasion: Occasion, stem: str, asked: str) -> tuple[str, ...]:
    """Return what is asked; one sheet asks for a day, or tells it, once.

    The day and the place of one occasion may both be asked for, if neither tells the other.
    """
    day = _day(occasion)
    told = asked == "day" or (day and day in stem)
    fact = f"{OCCASION}{occasion.speaker}:{asked}"
    return (fact, *((f"occasion-day:{day}",) if told else ()))


def _why(occasion: Occasion) -> str:
    return f"Teks menyebutkan, “{occasion.quote}” {cite(occasion.sentence.id)}."


def _proof(occasion: Occasion) -> Evidence:
    return Evidence(occasion.sentence.id, occasion.quote)


def _spoke(occasion: Occasion) -> str:
    """Return what the speaker did, as far as the kind of occasion tells it."""
    setting = occasion.setting
    if not setting:
        return "memberikan keterangan"
    if occasion.kind == "event":
        return f"berbicara dalam {setting}"
    if occasion.kind == "beside":
        if act := _ACT.match(setting):
            return act[1]
        return f"memberikan keterangan {setting}"
    if setting.startswith(("keterangan", "pernyataan")):
        return f"memberikan {setting}"
    joined = {"written": "melalui", "hearers": "kepada"}.get(occasion.kind, "dalam")
    return f"memberikan keterangan {joined} {setting}"


def _when(occasion: Occasion) -> str:
    own = _telling(occasion)
    place = f" di {occasion.place}" if occasion.place and not own else ""
    vague = "" if place or occasion.setting else " menurut teks"
    return f"Kapan {occasion.speaker} {_spoke(occasion)}{place}{vague}?"


def _telling(occasion: Occasion) -> bool:
    """Tell whether an occasion is known without its place: by its setting, or by the text alone.

    *Dalam keterangan resmi* tells as little as nothing.
    """
    return bool(occasion.setting) or bool(occasion.date and _where(occasion))


def _weekday_asked(occasion: Occasion) -> str:
    return _when(occasion).replace("Kapan", "Pada hari apa", 1)


def _other_weekdays(named: str, occasion: Occasion, document: Document) -> list[Option]:
    """Return the weekdays after and before the right one that the text does not name."""
    at, said = WEEKDAYS.index(named), document.article.text
    order = [WEEKDAYS[(at + step) % len(WEEKDAYS)] for step in (1, -1, 2, -2, 3)]
    why = f"Hari yang disebut teks adalah {named} {cite(occasion.sentence.id)}."
    free = [day for day in order if day not in said]
    return [Option(text=day, role="unsupported", why=why) for day in free[: distractors.MOST]]


def _where(occasion: Occasion) -> str | None:
    """Return the question for the place; None where there is none, or its name stands in it."""
    if not occasion.place or occasion.kind in {"written", "reached"}:
        return None
    spoke = _spoke(occasion)
    if _shares(occasion.place, spoke):
        spoke = "berbicara"
    if occasion.date and not occasion.setting and spoke != "berbicara":
        spoke += " menurut teks"
    elif spoke == "berbicara" or not occasion.setting:
        day = _day(occasion)
        spoke += f" pada {day}" if day else " menurut teks"
    stem = f"Di mana {occasion.speaker} {spoke}?"
    return None if _shares(occasion.place, stem) else stem


def _shares(place: str, text: str) -> bool:
    names = {word.strip(",.?").lower() for word in place.split()}
    return bool(names & {word.strip(",.?").lower() for word in text.split()})


def _day(occasion: Occasion) -> str:
    """Return the day in words, empty where the text gives none in figures."""
    date = occasion.date
    return said_day(date) if date and exact(date) else ""


def _event(occasion: Occasion) -> str:
    """Return the event's name without *acara*, empty where nothing tells which it was."""
    name = occasion.setting.removeprefix("acara ") if occasion.kind == "event" else ""
    return "" if " " not in name or name.lower() in words("occasions", "bare_events") else name


def _which(occasion: Occasion) -> str | None:
    """Return the question for the event, by its place or its day."""
    place = f" di {occasion.place}" if occasion.place else ""
    if occasion.kind != "event" or _shares(occasion.setting, f"{occasion.speaker}{place}"):
        place = ""
    told = place or (f" pada {_day(occasion)}" if _day(occasion) else "")
    return f"Dalam acara apa {occasion.speaker} berbicara{told}?" if told else None


def _other_days(occasion: Occasion, document: Document) -> list[Option]:
    """Return other days up to the article's: those of the text first, then days near the right one.

    None of them is one that the speaker is named beside.
    """
    found: dict[str, Option] = {}
    key = occasion.date.value if occasion.date and _day(occasion) else None
    if occasion.date is None or key is None:
        return []
    for date in document.entities:
        home = sentence_of(date, document) if date.type == "DATE" and exact(date) else None
        if home is None or date.value is None or date.value == key or len(date.value) != len(key):
            continue
        near = plausible(date.value, key, occasion.sentence, document)
        if near and not _late(date.value, key, document) and not _speaks(occasion, home, document):
            found.setdefault(date.value, _elsewhere(f"Pada {said_day(date)}", date, home))
    return [*found.values(), *_days_near(occasion, key, document)][: distractors.MOST]


def _days_near(occasion: Occasion, key: str, document: Document) -> Iterator[Option]:
    """Yield days near the right one that the text does not speak of.

    How many of them lie before it depends on its figures, or it would always be the last one.
    """
    told = {value for entity in document.entities if (value := entity.value)}
    written = document.article.date
    # The day of the article is often no other than the one asked for: then it tells nothing.
    last = written.isoformat() if written and written.isoformat() > key else ""
    before = 1 + sum(map(int, filter(str.isdigit, key))) % _STEPS
    steps = (*range(-_STEPS if last else -before, 0), *range(1, 2 * _STEPS - before))
    for step in sorted(steps, key=abs):
        value = (dt.date.fromisoformat(key) + dt.timedelta(days=step)).isoformat()
        if value not in told and (not last or value <= last):
            why = f"Tanggal yang disebut teks adalah {say_date(key)} {cite(occasion.sentence.id)}."
            yield Option(text=say_date(value) or "", role="unsupported", why=why)


def _late(value: str, key: str, document: Document) -> bool:
    """Tell whether a day lies after the article's and after the right one."""
    written = document.article.date
    return value > max(key, written.isoformat() if written else "")


def _elsewhere(told: str, entity: Entity, home: Sentence) -> Option:
    preposition, _, text = told.partition(" ")
    why = f"{told} terjadi hal lain {cite(home.id)}."
    return Option(
        text=text if preposition == "Pada" else told, role="true-elsewhere", why=why,
        evidence=Evidence(home.id, entity.quote),
    )  # fmt: skip


def _speaks(occasion: Occasion, home: Sentence, document: Document) -> bool:
    """Tell whether another sentence than the occasion's names the speaker."""
    named = any(entity.canonical == occasion.speaker for entity in document.entities_in(home))
    return named and home.id != occasion.sentence.id


def _other_places(occasion: Occasion, document: Document) -> list[Option]:
    """Return towns of the text of the same kind, where the gazetteer has the place."""
    place = occasion.place
    if not place or lookup(place) is None or nested(place, document):
        return []
    apart = distractors.places(document, occasion.sentence, place, _where(occasion) or "")
    found: dict[str, Option] = {}
    for entity in document.entities:
        home = sentence_of(entity, document) if entity.canonical in apart else None
        if home is not None and not _speaks(occasion, home, document):
            found.setdefault(entity.canonical, _elsewhere(f"Di {entity.canonical}", entity, home))
    return list(found.values()) if len(found) >= _FEWEST else []
