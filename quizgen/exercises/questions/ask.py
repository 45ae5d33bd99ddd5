"""From a document to its questions: those that are sure, fair, standard and asked once."""

import re
from collections.abc import Iterator

from quizgen.exercises.common.names import holds_place
from quizgen.exercises.common.people import part_of_club
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import harmful
from quizgen.exercises.questions.lacking import asks_twice, lacks
from quizgen.exercises.questions.main_questions import main_questions
from quizgen.exercises.questions.questions import Question, questions
from quizgen.exercises.questions.teams import asked_as_team
from quizgen.exercises.questions.unfit import unfit
from quizgen.exercises.questions.unique import asked_once
from quizgen.language.fact import SURE_FACT, Fact
from quizgen.language.facts import facts
from quizgen.language.once import once
from quizgen.language.slips import slip
from quizgen.language.speech import kind_of_saying
from quizgen.model import FORM, Document, Evidence

_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
_LEAST_CONTENT = 2
_COUNTED = re.compile(r"\b(?:kapan|mana|lama|mengapa|apa|berapa \w+) sebanyak\b", re.IGNORECASE)
"""A subject that is itself counted: *Sampai kapan sebanyak 19 rangkaian harus …?*."""
_DOUBLED = re.compile(r"\b(?:mencapai|menembus|menyentuh) (?:senilai|sebesar|sebanyak)\b")
"""Two words for one amount."""
_CUT = re.compile(r"\bpaling (?:lambat|cepat|lama|sedikit|banyak|tidak)\?$")
"""A question that has lost its time: *… menyerahkan kajian paling lambat?*."""
_TWO_VERBS = re.compile(r"\byang di\w+ oleh [^,?]*\b(?:dan|serta|lalu) (?:me|ber)\w+")
"""A passive that a second, active verb follows: *yang ditambah oleh rumah sakit dan membuka …*."""
_HANGING = re.compile(r"\byang di[a-z]+$")
"""An answer that leaves open by whom or where: *Air yang dihasilkan*."""
_OPEN = re.compile(
    r"\b(?:di|ke|dari|pada|kepada|dengan|dalam|untuk|bagi|oleh|sejak|hingga|sampai|selama|sepanjang"
    r"|sebelum|setelah|antara|akibat|karena|tentang|terhadap|sebagai|per|dan|atau|serta|yang)$",
    re.IGNORECASE,
)
"""An answer that has lost what follows its last word: *Kinerja yang beragam sepanjang*."""
_BLAMING = frozenset({"subject", "agent", "object", "amount"})


@once
def ask(document: Document) -> tuple[tuple[Question, tuple[Fact, ...]], ...]:
    """Return every question worth asking, with all clause facts of the text."""
    return tuple(_asked(document))


def _asked(document: Document) -> Iterator[tuple[Question, tuple[Fact, ...]]]:
    told = facts(document)
    whole = set()
    for question in _of_mains(document):
        if _fit(question, document) and asked_once(question, told, document):
            whole.add((question.fact.sentence.id, question.slot))
            yield question, told
    for fact in told:
        if fact.confidence < SURE_FACT:
            continue
        for question in _of_fact(fact, document):
            if (
                question.sure >= SURE_FACT
                and (fact.sentence.id, question.slot) not in whole
                and _fit(question, document)
                and asked_once(question, told, document)
            ):
                yield question, told


def _of_mains(document: Document) -> Iterator[Question]:
    yield from filter(None, (asked_as_team(each, document) for each in main_questions(document)))


def _of_fact(fact: Fact, document: Document) -> Iterator[Question]:
    yield from filter(None, (asked_as_team(each, document) for each in questions(fact, document)))


def _fit(question: Question, document: Document) -> bool:
    fact = question.fact
    if _misnames(question, document):
        return False
    if asks_twice(question.stem) or lacks(question.stem) or unfit(question, document):
        return False
    if fact.subject and fact.tokens[fact.subject.start].text.lower() in words("whole", "below"):
        # *Saat pandemi melanda …*: the clause is below another.
        return False
    blaming = question.slot in _BLAMING and harmful(fact.sentence)
    if _HANGING.search(question.key) or _OPEN.search(question.key) or _CUT.search(question.stem):
        return False
    if _COUNTED.search(question.stem) or question.key.lower().startswith("sebanyak "):
        return False
    if _DOUBLED.search(question.stem) or _TWO_VERBS.search(question.stem):
        return False
    if question.stem.lower().count("menurut ") > 1:
        return False
    return not blaming and _tells(question) and slip(fact.tokens[fact.start : fact.end]) is None


def _misnames(question: Question, document: Document) -> bool:
    """Tell whether the answer or the question has a person's name with something else in it."""
    entity = question.entity
    if entity is not None and entity.type == "PER" and part_of_club(entity, document):
        return True
    people = [e for e in document.entities_in(question.fact.sentence) if e.type == "PER"]
    printed = {each.canonical for each in people if each.canonical in question.stem}
    answers = {entity.canonical} if entity is not None and entity.type == "PER" else set()
    return any(holds_place(name, document) for name in printed | answers)


def _tells(question: Question) -> bool:
    """Tell whether a question says enough to be about one thing, unlike *Apa yang dibawa Kim?*."""
    said = {part.strip(".,?()“”").lower() for part in question.stem.split()}
    content = {
        token.text.lower()
        for token in question.fact.sentence.tokens
        if token.upos in _CONTENT and token.text.lower() in said
    }
    # The verb may stand in the other voice.
    return len(content - {question.fact.verb_form()}) >= _LEAST_CONTENT


def asked_of(question: Question) -> tuple[str, ...]:
    """Return what a question asks: its clause, and who says so where that is what it asks for."""
    fact, entity = question.fact, question.entity
    run = fact.tokens[fact.predicate.start : fact.predicate.end]
    said = any(kind_of_saying(token.text.lower()) for token in run)
    if said and entity is not None and question.slot == "subject":
        return fact.sentence.id, f"{FORM}speaker:{entity.canonical}"
    return (fact.sentence.id,)


def proofs(question: Question, document: Document) -> tuple[Evidence, ...]:
    """Return the clause, and for *ia* the last sentence before it that names who is meant."""
    own, entity = proof(question), question.entity
    if question.slot != "subject" or entity is None or entity.type != "PER":
        return (own,)
    if {part.strip(".,") for part in own.quote.split()} & set(entity.canonical.split()):
        return (own,)
    named = [
        sentence
        for sentence in document.sentences
        if sentence.end <= question.fact.sentence.start
        and any(each.canonical == entity.canonical for each in document.entities_in(sentence))
    ]
    return (*(Evidence(each.id, each.text) for each in named[-1:]), own)


def proof(question: Question) -> Evidence:
    """Return the clause, word for word, as evidence of the answer."""
    fact = question.fact
    first, last = fact.tokens[fact.start], fact.tokens[fact.end - 1]
    parts = [a for a in fact.adjuncts if a.start < fact.start]
    low = min([first.start, *(fact.tokens[a.start].start for a in parts)])
    high = last.end
    entity = question.entity
    if entity is not None and fact.sentence.start <= entity.start < fact.sentence.end:
        low, high = min(low, entity.start), max(high, entity.end)
    text = fact.sentence.text[low - fact.sentence.start : high - fact.sentence.start]
    return Evidence(fact.sentence.id, text)
