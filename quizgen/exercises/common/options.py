"""Wrong options for a question, by what it asks for: names, places, dates, amounts."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizgen.exercises.common import distractors
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.dead import dead
from quizgen.exercises.common.names import SURE, names, sentence_of
from quizgen.exercises.common.people import known_people
from quizgen.exercises.common.text import harmful, standard_money, upper_first
from quizgen.exercises.common.when import known_by_all
from quizgen.exercises.questions.lacking import in_rounds
from quizgen.exercises.questions.questions import Question
from quizgen.exercises.voices.speaking import speaking
from quizgen.exercises.voices.voices import agreeing
from quizgen.language.circumstances import asked_noun
from quizgen.language.clauses import word_class
from quizgen.language.fact import Fact
from quizgen.language.places import lookup, overlaps
from quizgen.language.wordlists import is_in
from quizgen.model import Document, Entity, Evidence, Option, Sentence

_NEAR = 2
_FEWEST_TOLD = 2
_REACH = 40
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""A year in the stem lets a learner rule out dates by logic alone."""
_AMOUNTS = frozenset({"NUMBER", "MONEY", "PERCENT", "QUANTITY"})


def wrong_options(question: Question, told: Sequence[Fact], document: Document) -> list[Option]:
    """Return plausible wrong options with their reasons; empty where the slot has no safe ones."""
    entity = question.entity
    if entity is None or entity.confidence < SURE:
        return []
    if question.slot in {"place", "goal", "source"}:
        return _places(question, entity, document)
    if question.slot == "time" and entity.type == "DATE":
        return other_dates(entity, document)
    if question.slot in {"amount", "duration"} and entity.type in _AMOUNTS:
        return _amounts(question, entity, document)
    if entity.type == "PER":
        return _persons(question, entity, told, document)
    if entity.type == "GPE":
        return _countries(question, entity, document)
    return _bodies(question, entity, document) if entity.type == "ORG" else []


def _persons(
    question: Question, entity: Entity, told: Sequence[Fact], document: Document
) -> list[Option]:
    sentence = question.fact.sentence
    found = distractors.persons(document, sentence, entity.canonical, question.stem)
    alone = question.slot == "subject" and question.fact.object is None
    near = _around(sentence, document) if alone else set()
    return [
        option for option in found
        if option.text not in near and not _also_did(option.text, question, told, document)
    ]  # fmt: skip


def _around(sentence: Sentence, document: Document) -> set[str]:
    """Return the people of the sentences beside this one: they may have taken part as well."""
    return {
        entity.canonical
        for other in document.sentences
        if 0 < abs(other.number - sentence.number) <= _NEAR
        for entity in document.entities_in(other)
    }


def _also_did(name: str, question: Question, told: Sequence[Fact], document: Document) -> bool:
    """Tell whether a sentence names the person and has the verb: the option may be true."""
    lemma = question.fact.tokens[question.fact.verb].lemma
    return any(
        token.lemma == lemma
        for sentence in document.sentences
        if any(e.canonical == name for e in document.entities_in(sentence))
        and sentence.id != question.fact.sentence.id
        for token in sentence.tokens
    )


def speakers(document: Document, sentence: Sentence, key: str, stem: str) -> list[Option]:
    """Return other living people of the text, those who are quoted themselves first.

    None for a statement on crime or death: nobody is made to say what harms a person. Nobody either
    who agrees near by with another speaker, for the statement may be theirs too.
    """
    if harmful(sentence):
        return []
    voices = speaking(document)
    known = {**known_people(document), **voices}
    first = dict(sorted(known.items(), key=lambda row: row[1][0].start))
    agreed = agreeing(document, sentence.paragraph)
    found = [
        replace(option, why=_unspoken(option))
        for option in distractors.persons(document, sentence, key, stem, first)
        if option.text not in agreed and option.text not in dead(document)
    ]
    return sorted(found, key=lambda option: option.text not in voices)


def _unspoken(option: Option) -> str:
    where = f" {cite(option.evidence.sentence)}" if option.evidence else ""
    return f"{option.text} disebut dalam teks{where}, tetapi tidak menyampaikan pernyataan itu."


def _bodies(question: Question, entity: Entity, document: Document) -> list[Option]:
    """Return other organisations that the same noun asks for."""
    noun, own = asked_noun(entity.canonical), set(entity.canonical.split())
    if noun == "pihak":
        # A hotel beside an airline is no choice.
        return []
    options = []
    for name, mentions in names(document.entities, "ORG").items():
        apart = name not in question.stem and not own & set(name.split())
        home = sentence_of(mentions[0], document)
        if apart and home and asked_noun(name) == noun and home.id != question.fact.sentence.id:
            options.append(_elsewhere(name, mentions[0], document))
    return [option for option in options if option][: distractors.MOST]


def _countries(question: Question, entity: Entity, document: Document) -> list[Option]:
    found = distractors.places(document, question.fact.sentence, entity.canonical, question.stem)
    options = [_placed(name, name, entity.canonical, question, document) for name in found]
    told = [option for option in options if _is_country_told(option.text, document)]
    # Countries that the text does not know at all are no choice.
    return options if len(told) >= _FEWEST_TOLD else []


def _is_country_told(name: str, document: Document) -> bool:
    """Tell whether a text names a country otherwise than by its money: *dolar Amerika Serikat*."""
    text = document.article.text
    return any(
        entity.canonical == name
        and text[: entity.start][-1:] != "("
        and not is_in(_word_before(text, entity.start), "currencies")
        for entity in document.entities
    )


def _word_before(text: str, end: int) -> str:
    return (text[max(0, end - _REACH) : end].split() or [""])[-1]


def _places(question: Question, entity: Entity, document: Document) -> list[Option]:
    if lookup(entity.quote) is None or nested(entity.quote, document):
        return []
    ahead = question.key.partition(" ")[0]
    found = distractors.places(document, question.fact.sentence, entity.quote, question.stem)
    return [_placed(f"{ahead} {name}", name, question.key, question, document) for name in found]


def nested(name: str, document: Document) -> bool:
    """Tell whether the text names a place inside or around this one: both would be right."""
    others = {e.canonical for e in document.entities if e.type in {"GPE", "LOC"}} - {name}
    return any(overlaps(name, other) for other in others)


def _placed(text: str, name: str, key: str, question: Question, document: Document) -> Option:
    for entity in document.entities:
        found = _elsewhere(text, entity, document) if entity.canonical == name else None
        if found:
            return found
    where = cite(question.fact.sentence.id)
    why = f"Teks tidak menyebut {name} untuk hal itu; jawabannya {key} {where}."
    return Option(text=text, role="unsupported", why=why)


def _elsewhere(text: str, entity: Entity, document: Document) -> Option | None:
    home = sentence_of(entity, document)
    if home is None or entity.quote not in home.text:
        return None
    why = f"{entity.canonical} disebut dalam hal lain {cite(home.id)}."
    evidence = Evidence(home.id, entity.quote)
    return Option(text=text, role="true-elsewhere", why=why, evidence=evidence)


def _date_option(value: str, found: Entity | None, document: Document) -> Option:
    """Return an ISO date as a wrong option; ``found`` is where the text has it."""
    text = distractors.spoken(value)
    home = sentence_of(found, document) if found else None
    if found is None or home is None:
        why = f"Teks tidak menyebut {text} untuk hal itu."
        return Option(text=text, role="unsupported", why=why)
    why = f"{text} adalah waktu peristiwa lain {cite(home.id)}."
    return Option(
        text=text, role="true-elsewhere", why=why, evidence=Evidence(home.id, found.quote)
    )


def other_dates(entity: Entity, document: Document) -> list[Option]:
    """Return plausible wrong dates; none for what everybody knows the time of."""
    home = sentence_of(entity, document)
    exact = entity.value is not None and entity.value.replace("-", "").isdigit()
    if not exact or home is None or known_by_all(home):
        return []
    found = distractors.dates(document, entity)
    return [_date_option(value, known, document) for value, known in found][: distractors.MOST]


def _amounts(question: Question, entity: Entity, document: Document) -> list[Option]:
    if not exact(question.fact, entity) or entity.value == "1":
        return []
    unit = f" {question.unit}" if question.unit else ""
    said = {e.quote: e for e in document.entities if e.type == entity.type}
    sentence = question.fact.sentence
    return [
        amount_option(
            upper_first(standard_money(text)) + unit,
            said.get(text),
            question.key,
            sentence.id,
            document,
        )
        for text in distractors.amounts(entity.quote)
        if text not in sentence.text
    ]


def _amount(text: str) -> str:
    return upper_first(standard_money(text))


def exact(fact: Fact, entity: Entity) -> bool:
    """Tell whether an amount is no bound or estimate and stands beside no superlative."""
    index = next((i for i, t in enumerate(fact.tokens) if t.start >= entity.start), 0)
    before = fact.tokens[index - 1].text.lower() if index else ""
    words = {token.text.lower() for token in fact.tokens}
    if any(
        token.start < entity.end <= token.end and in_rounds(fact.sentence, i + 1)
        for i, token in enumerate(fact.tokens)
    ):
        return False
    # *3 x 24 jam* is one figure.
    return before not in word_class("approximate") | {"x", "×"} and not words & word_class(
        "superlative"
    )


def amount_option(
    text: str, found: Entity | None, key: str, sentence: str, document: Document
) -> Option:
    """Return an amount as a wrong option; ``found`` is where the text has the same figure."""
    home = sentence_of(found, document) if found else None
    if found and home and home.id != sentence:
        why = f"Angka {found.quote} dipakai untuk hal lain {cite(home.id)}."
        evidence = Evidence(home.id, found.quote)
        return Option(text=text, role="true-elsewhere", why=why, evidence=evidence)
    why = f"Jumlah yang disebut teks adalah {key[:1].lower()}{key[1:]} {cite(sentence)}."
    return Option(text=text, role="unsupported", why=why)
