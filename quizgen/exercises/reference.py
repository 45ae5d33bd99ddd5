"""What a pointing word refers to: *ia, dia, -nya*, *perusahaan itu*.

The learner follows reference from sentence to sentence. Trains *memahami*. Known limits: only
references whose antecedent is a sure name; the wrong options are other names of the text of a
kind that the pointing word could mean.

Source: *rujukan* items of UTBK-SNBT literacy; reference as cohesion (Halliday & Hasan 1976).

>>> from quizgen.exercises.common.example import show
>>> text = (
...     "Gubernur Wirawan Setia membuka pasar. "
...     "Bupati Hendra Lesmana menjual cabai. "
...     "Menteri Ratna Kusuma datang. Ia membeli dua kilogram cabai."
... )
>>> print(show(EXERCISE, text))
Kata *Ia* pada kalimat (4) merujuk pada ….
* Ratna Kusuma
- Hendra Lesmana
- Wirawan Setia
"""

import random
from collections import Counter
from collections.abc import Iterator

from quizgen import records
from quizgen.exercises.common.choice import choice_item
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.dead import dead
from quizgen.exercises.common.distractors import a_person, alias_like
from quizgen.exercises.common.names import SURE, name_forms, names, sentence_of
from quizgen.exercises.common.people import known_people, people
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import base_level, near, upper_first
from quizgen.exercises.voices.rivals import others_near
from quizgen.exercises.voices.speaking import person_of
from quizgen.interfaces import Family
from quizgen.language.nouns import nouns
from quizgen.language.speech import bare_verb, verbs
from quizgen.model import (
    FORM,
    Document,
    Entity,
    Evidence,
    Item,
    Option,
    Quotation,
    Reference,
    Sentence,
    ShortAnswer,
)

_DETERMINERS = frozenset({"itu", "ini", "tersebut"})
_PEOPLE = frozenset({"ia", "dia", "beliau"})
_MOST = 4
_LONGER = 1.5
_MARKS = 6
"""So many marks and blanks may part what is said from *ujarnya*."""


class ReferenceItem:
    """Makes choice questions on the antecedent of a pointing word."""

    name = "reference"
    purpose = "The learner tells what a pronoun or a pointing word refers to."
    responses = ("choice", "short-answer")
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Kata *ia* pada kalimat (4) merujuk pada …. → Sri Wahyuni"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for every sure reference to a name, with other names beside it."""
        for reference in document.references:
            item = _item(reference, document) if reference.confidence >= SURE else None
            if item:
                yield item


def _item(reference: Reference, document: Document) -> Item | None:
    sentence = document.sentence(reference.sentence)
    target = _target(reference, document)
    phrase = _phrase(reference, sentence) if target else None
    if target is None or phrase is None or target.canonical in sentence.text:
        return None
    if _doubtful(target, reference, sentence, document):
        return None
    wrong = _others(target, sentence, document)
    home = _before(target.canonical, sentence, document)
    if home is None or home.id == sentence.id:
        return None
    longest = max((len(option.text) for option in wrong), default=0)
    # A full name between first names would be seen to be the right one.
    shown = len(target.canonical) >= _LONGER * longest
    if len(wrong) < 2 or shown or target.type != "PER":
        # With no other name of its kind in the text, nobody can be mistaken.
        alone = not wrong and target.type == "PER"
        return None if alone else _written(target, reference, phrase, home, document)
    proof = Evidence(sentence.id, phrase)
    return choice_item(
        "reference",
        _stem(reference, phrase, sentence) + " ….",
        key=target.canonical,
        why=f"{upper_first(phrase)} merujuk pada {target.canonical} {cite(home.id)}.",
        proof=proof,
        wrong=wrong,
        process="interpret",
        level=base_level(sentence),
        rank=0.8 + min(len(wrong), 3) / 20,
        evidence=(proof, Evidence(home.id, home.text)),
        facts=_facts(target, sentence),
        numbered=True,
    )


def _written(
    target: Entity, reference: Reference, phrase: str, home: Sentence, document: Document
) -> Item:
    """Return the question with an answer to be written, where the text has too few other names."""
    sentence = document.sentence(reference.sentence)
    asked = "siapa" if target.type == "PER" else f"{phrase.split()[0].lower()} apa"
    accepted = (
        name_forms(target.canonical, document) if target.type == "PER" else (target.canonical,)
    )
    item = Item(
        id="",
        type="reference",
        response=ShortAnswer(answers=(tuple(dict.fromkeys((*accepted, target.quote))),)),
        instruction="Jawablah pertanyaan berikut dengan singkat dan jelas!",
        prompt=f"{_stem(reference, phrase, sentence)} {asked}?",
        evidence=(Evidence(sentence.id, phrase), Evidence(home.id, home.text)),
        process="interpret",
        level=base_level(sentence),
        text="numbered",
        explanation=f"{upper_first(phrase)} merujuk pada {target.canonical} {cite(home.id)}.",
        facts=_facts(target, sentence),
        rank=0.7,
    )
    return records.identify(item)


def _doubtful(target: Entity, reference: Reference, sentence: Sentence, document: Document) -> bool:
    """Tell whether a reader may take somebody or something else for what is meant."""
    if target.type == "PER":
        if _names_speaker(reference, target, document):
            return False
        if not near(reference, document):
            return True
        contested = _contested(target, sentence, document)
        return contested or others_near(target, reference, document)
    before = [
        entity for entity in document.entities
        if entity.start < reference.start and entity.type in {"ORG", "GPE", "PER"}
        and entity.type == target.type
    ]  # fmt: skip
    return not before or before[-1].canonical != target.canonical


def _facts(target: Entity, sentence: Sentence) -> tuple[str, ...]:
    """Return what is asked; a sheet asks seldom for what points to the same person or body."""
    return (f"{sentence.id}:reference", f"{FORM}meant:{target.canonical}")


def _names_speaker(reference: Reference, target: Entity, document: Document) -> bool:
    """Tell whether the pronoun surely says who speaks: *ujarnya, kata dia*."""
    inside = (q for q in document.quotations if _told_by(reference, q))
    people = [person_of(quotation, document) for quotation in inside]
    return bool(people) and all(p is not None and p.canonical == target.canonical for p in people)


def _told_by(reference: Reference, quotation: Quotation) -> bool:
    """Tell whether a pronoun stands for the speaker of a quotation, right before or after it."""
    if quotation.speaker_start is not None:
        return reference.start <= quotation.speaker_start < reference.end or (
            quotation.speaker_start <= reference.start < (quotation.speaker_end or 0)
        )
    verb = (quotation.verb or "").lower()
    behind = 0 <= reference.start - quotation.end <= len(verb) + _MARKS
    return reference.anaphor.lower() == "nya" and behind and bool(verb)


def _stem(reference: Reference, phrase: str, sentence: Sentence) -> str:
    number = f"kalimat ({sentence.number})"
    if reference.anaphor.lower() == "nya":
        return f"Akhiran *-nya* dalam kata *{phrase}* pada {number} merujuk pada"
    what = "Frasa" if " " in phrase else "Kata"
    return f"{what} *{phrase}* pada {number} merujuk pada"


def _phrase(reference: Reference, sentence: Sentence) -> str | None:
    """Return the word that holds the anaphor, or its phrase, if the sentence has it once."""
    index = next(
        (i for i, t in enumerate(sentence.tokens)
         if t.start <= reference.start and reference.end <= t.end), None
    )  # fmt: skip
    if index is None:
        return None
    token, word = sentence.tokens[index], reference.anaphor.lower()
    if word in _DETERMINERS:
        return _body(sentence, index)
    if word not in _PEOPLE and reference.anaphor != "nya":
        return None
    if token.text.lower() == "pihaknya":
        # A person's side, or a body's: readers differ.
        return None
    if reference.anaphor == "nya" and not _persons_own(token.text.lower().removesuffix("nya")):
        return None
    same = [t for t in sentence.tokens if t.text.lower() == token.text.lower()]
    return token.text if len(same) == 1 else None


def _persons_own(base: str) -> bool:
    """Tell whether a person says it, or it is what people have: *ujarnya*, *anaknya*.

    *Memuji naskahnya*, *memakai posisinya*: of other things readers may differ.
    """
    speech = bare_verb(f"{base}nya") in verbs("bare") or base in verbs("passive")
    return speech or base == "menurut" or base in nouns("owned", "person") | nouns("human", "kin")


def _body(sentence: Sentence, index: int) -> str | None:
    """Return *perusahaan itu*, a noun of a body and its determiner, if the sentence has it once."""
    noun = sentence.tokens[index - 1].text if index else ""
    before = sentence.tokens[index - 2] if index > 1 else None
    phrase = f"{noun} {sentence.tokens[index].text}"
    owned = before is not None and before.upos in {"NOUN", "PROPN"}
    fit = noun.lower() in words("pointing", "bodies") and not owned
    return phrase if fit and sentence.text.count(phrase) == 1 else None


def _target(reference: Reference, document: Document) -> Entity | None:
    """Return the first mention of the antecedent, if it is a sure name."""
    known = names(document.entities, "PER", "ORG", "GPE")
    found = known.get(reference.antecedent)
    if not found or (found[0].type == "PER" and reference.antecedent not in people(document)):
        return None
    return found[0]


def _contested(target: Entity, sentence: Sentence, document: Document) -> bool:
    """Tell whether the last person named before is another, so that readers may disagree.

    Nor is a person asked for whom the text names in passing, beside one it is about.
    """
    mentions = Counter(e.canonical for e in document.entities if e.type == "PER")
    if target.type != "PER" or 2 * mentions[target.canonical] < max(mentions.values()):
        return target.type == "PER"
    held: set[str] = set()
    for earlier in reversed(document.sentences[: sentence.number - 1]):
        held = {e.canonical for e in document.entities_in(earlier) if e.type == "PER"}
        if held:
            break
    return held != {target.canonical}


def _before(name: str, sentence: Sentence, document: Document) -> Sentence | None:
    """Return the last sentence before this one that names the antecedent."""
    held = [
        home
        for entity in document.entities
        if entity.canonical == name and entity.start < sentence.start
        if (home := sentence_of(entity, document))
    ]
    return held[-1] if held else None


def _others(target: Entity, sentence: Sentence, document: Document) -> list[Option]:
    """Return other names of the same kind, the nearest before the sentence first.

    The dead are none where the living is meant.
    """
    gone = dead(document)
    own = set(target.canonical.split())
    person = target.type == "PER"
    known = known_people(document) if person else names(document.entities, target.type)
    found = [
        (mentions[0].start > sentence.start, -mentions[0].start, name, mentions[0])
        for name, mentions in known.items()
        if (not person or a_person(name, mentions, document))
        and (name not in gone or target.canonical in gone)
        and not own & set(name.split())
        and len(name) > 3
        and not alias_like(own, name.split())
    ]
    options: list[Option] = []
    for _, _, name, mention in sorted(found, key=lambda row: row[:3]):
        home = sentence_of(mention, document)
        # *Prapto* and *Suprapto* may be one.
        twin = any(alias_like(name.split(), option.text.split()) for option in options)
        if home and not twin:
            why = f"{name} disebut {cite(home.id)}, tetapi bukan yang dirujuk."
            evidence = Evidence(home.id, mention.quote)
            options.append(Option(text=name, role="misreading", why=why, evidence=evidence))
    return options[:_MOST]


EXERCISE = ReferenceItem()
