"""Items from what the text gives a cause or a purpose for."""

import re
from collections.abc import Collection, Iterator

from quizgen import records
from quizgen.exercises.common.choice import choice_item
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import base_level, upper_first
from quizgen.exercises.questions.ask import ask, proof
from quizgen.exercises.questions.causal import Causal, causal
from quizgen.exercises.questions.causal_options import wrong_causes
from quizgen.exercises.questions.causes_told import caused_twice, clear_effect
from quizgen.exercises.questions.lacking import breaks_off
from quizgen.exercises.questions.questions import Question
from quizgen.language.morphology import analyse
from quizgen.model import Document, Evidence, Item, Sentence, ShortAnswer

REASONS = frozenset({"cause", "purpose"})
"""The slots of questions that are made into items here."""
_ASKING = {"untuk": "untuk apa", "guna": "untuk apa", "demi": "untuk apa",
           "agar": "dengan tujuan apa", "supaya": "dengan tujuan apa"}  # fmt: skip
_EMPTY = re.compile(
    r"(?:dua|tiga|empat|lima|beberapa|sejumlah|berbagai|banyak) "
    r"(?:pertimbangan|alasan|faktor|sebab|hal|penyebab|kendala)\b"
)
_BARE = re.compile(r"(?:apa|apa,|mengapa) [\d.,]+ ?(?:%|persen)? \w+\?$", re.IGNORECASE)
"""A question about an amount of nothing: *Untuk apa 25% dipakai?*."""
_FEWEST = 2
_VERBAL = frozenset({"meN-", "di-", "ber-"})
_CHOICE, _WRITTEN, _NUMBERED = 0.95, 0.9, 0.75
_LONGEST_STEM = 28
_LONGEST_KEY = 12


def causal_items(document: Document, *, without: Collection[str]) -> Iterator[Item]:
    """Yield a choice and a short answer for each, none on the sentences ``without``."""
    told = [
        one
        for one in causal(document)
        if one.sentence.id not in without and _sound(one) and _sole(one, document)
    ]
    for one in told:
        if len(_prompt(one).split()) <= _LONGEST_STEM:
            yield from _choice(one, document)
            yield _written(one)
    known = {*without, *(one.sentence.id for one in told)}
    for question, _ in ask(document):
        _, _, reason = question.key.partition(" ")
        empty = _EMPTY.match(reason) is not None
        fresh = question.slot in REASONS and question.fact.sentence.id not in known
        if not (fresh and not empty and _deed(question)):
            continue
        home = question.fact.sentence
        twice = caused_twice(question.stem, home, document, relation=question.slot)
        if clear_effect(question.stem, home) and not twice:
            yield _asked(question)


def _sole(one: Causal, document: Document) -> bool:
    """Tell whether the text gives no second cause or purpose of the same thing."""
    return not caused_twice(one.effect.body, one.sentence, document, relation=one.relation)


def _deed(question: Question) -> bool:
    """Tell whether a purpose is something to do, and no complement: *memberi waktu untuk …*.

    *Untuk poli tertentu* only says for whom.
    """
    if question.slot != "purpose":
        return True
    _, first, *_ = question.key.split()
    said = set(question.stem.lower().rstrip("?").split())
    taking = words("causal", "complemented") | words("causal", "requests")
    bound = said & (taking | words("mains", "purposed"))
    return not bound and analyse(first.lower()).segments[0] in _VERBAL


def _sound(one: Causal) -> bool:
    """Tell whether a reason says what it is, and the question is whole.

    *Karena tiga pertimbangan* only says that there are some.
    """
    prompt = _prompt(one)
    bare = _BARE.search(prompt) is not None
    whole = clear_effect(prompt, one.sentence) and not breaks_off(prompt)
    return _EMPTY.match(one.reason) is None and not bare and whole


def _word(one: Causal) -> str:
    return _ASKING.get(one.marker, "mengapa")


def _prompt(one: Causal) -> str:
    """Return the question; one that needs its sentence names it: *Berdasarkan kalimat (4), …*."""
    effect, lead = one.effect, one.lead
    if effect.numbered:
        number = one.sentence.number
        source = lead.removesuffix(", ")
        place = f"{source} dalam" if lead else "Berdasarkan"
        return f"{place} kalimat ({number}), {_word(one)} {effect.body}?"
    front = f"{effect.front[:1].lower()}{effect.front[1:]}" if lead else effect.front
    return upper_first(f"{lead}{front}{_word(one)} {effect.body}?")


def _facts(home: Sentence) -> tuple[str, ...]:
    return (f"{home.id}:reason",)


def _why(one: Causal) -> str:
    kind = "Sebabnya" if one.relation == "cause" else "Tujuannya"
    return f"{kind} ditandai oleh “{one.marker}” {cite(one.sentence.id)}."


def _choice(one: Causal, document: Document) -> Iterator[Item]:
    if one.relation != "cause" or one.effect.numbered:
        return
    wrong = wrong_causes(one, document)
    if len(wrong) < _FEWEST or len(one.reason.split()) > _LONGEST_KEY:
        return
    yield choice_item(
        "cause",
        _prompt(one),
        key=f"Karena {one.reason}",
        why=_why(one),
        proof=one.evidence(),
        wrong=wrong,
        process="interpret",
        level=base_level(one.sentence),
        rank=_CHOICE,
        facts=_facts(one.sentence),
        question_word="mengapa",
    )


def _written(one: Causal) -> Item:
    opening = "karena" if one.marker == "sehingga" else one.marker
    said = [f"{upper_first(opening)} {one.reason}"]
    if one.marker in {"guna", "demi"}:
        said.append(f"Untuk {one.reason}")
    if one.marker in {"lantaran", "akibat"}:
        said.append(f"Karena {one.reason}")
    return _item(
        _prompt(one),
        (*said, upper_first(one.reason)),
        word=_word(one),
        why=_why(one),
        evidence=one.evidence(),
        home=one.sentence,
        numbered=one.effect.numbered,
    )


def _asked(question: Question) -> Item:
    home = question.fact.sentence
    return _item(
        question.stem,
        (question.key, *_with_karena(question), *question.variants),
        word=question.word,
        why=f"Jawabannya dinyatakan dalam {cite(home.id)[1:-1]}.",
        evidence=proof(question),
        home=home,
    )


def _with_karena(question: Question) -> tuple[str, ...]:
    """Return the answer after *karena, untuk* where the text has another word for them."""
    lead, _, rest = question.key.partition(" ")
    other = {"Akibat": "Karena", "Lantaran": "Karena", "Guna": "Untuk", "Demi": "Untuk"}.get(lead)
    return (f"{other} {rest}",) if other else ()


def _item(
    prompt: str, accepted: tuple[str, ...], *, word: str, why: str, evidence: Evidence,
    home: Sentence, numbered: bool = False,
) -> Item:  # fmt: skip
    item = Item(
        id="",
        type="cause",
        response=ShortAnswer(answers=(tuple(dict.fromkeys(accepted)),)),
        instruction="Jawablah pertanyaan berikut dengan singkat dan jelas!",
        prompt=prompt,
        evidence=(evidence,),
        process="interpret",
        level=base_level(home),
        text="numbered" if numbered else "shown",
        explanation=why,
        question_word=word,
        facts=_facts(home),
        rank=_NUMBERED if numbered else _WRITTEN,
    )
    return records.identify(item)
