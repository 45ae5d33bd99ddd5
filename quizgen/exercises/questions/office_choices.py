"""Choices between offices: *Apa jabatan Wirawan Setia menurut teks?*.

The wrong ones are offices that other people of the text hold, then offices beside the right one in
the same body: where the text has a head of an office, it may have no secretary.
"""

from collections.abc import Iterator

from quizgen.exercises.common.choice import choice_item
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.tables import rows, words
from quizgen.exercises.common.text import base_level, upper_first
from quizgen.exercises.questions.offices import HELD, asked_offices, fact_of, held_stem, proof
from quizgen.language.roles import Role
from quizgen.language.wordlists import is_in
from quizgen.model import Document, Evidence, Item, Option

_FEWEST, _MOST = 2, 3
_LONGEST = 12
_UNEVEN = 1.5
_RANK = 0.8


def office_choices(document: Document) -> Iterator[Item]:
    """Yield *Apa jabatan X menurut teks?* for each holder with two other offices to choose from."""
    for _, role in asked_offices(document):
        person = role.person.canonical
        if person in role.office or len(role.office.split()) > _LONGEST:
            continue
        wrong = other_offices(role, document)
        long = all(len(role.office) >= _UNEVEN * len(option.text) for option in wrong)
        # *Apa jabatan …?* tells half of *Penjabat Wali Kota*.
        told = "jabat" in role.office.lower()
        if len(wrong) >= _FEWEST and not long and not told:
            yield _item(role, wrong)


def _item(role: Role, wrong: list[Option]) -> Item:
    person, (stem, word) = role.person.canonical, held_stem(role)
    return choice_item(
        "detail",
        stem,
        key=upper_first(role.office),
        why=f"{person} disebut sebagai {role.office} {cite(role.sentence.id)}.",
        proof=proof(role),
        wrong=wrong,
        process="locate",
        level=base_level(role.sentence),
        rank=_RANK,
        facts=(HELD, fact_of(role)),
        question_word=word,
    )


def other_offices(role: Role, document: Document) -> list[Option]:
    """Return offices of other people in the text, then offices in the same body, none akin."""
    kept: list[Option] = []
    for option in (*_held_by_others(role, document), *_siblings(role, document)):
        if all(_apart(option.text, text) for text in (role.office, *(o.text for o in kept))):
            kept.append(option)
    return kept[:_MOST]


def _held_by_others(role: Role, document: Document) -> Iterator[Option]:
    """Yield the offices of others that are about as long as the right one."""
    for _, other in asked_offices(document):
        longer = sorted((len(other.office), len(role.office)))
        if other.person.canonical == role.person.canonical or longer[1] > _UNEVEN * longer[0]:
            continue
        why = f"Jabatan itu dipegang oleh {other.person.canonical} {cite(other.sentence.id)}."
        home, quote = other.sentence, proof(other).quote
        yield Option(
            text=upper_first(other.office),
            role="true-elsewhere",
            why=why,
            evidence=Evidence(home.id, quote),
        )


def _siblings(role: Role, document: Document) -> Iterator[Option]:
    """Yield offices in the same body that the text does not speak of at all."""
    said = document.article.text.lower()
    head, others = _row(role.office)
    rest = role.office[len(head) :]
    if not _of_a_body(head, rest):
        return
    for other in others:
        if other.lower() not in said:
            person = role.person.canonical
            why = f"Teks menyebut jabatan lain untuk {person} {cite(role.sentence.id)}."
            yield Option(text=f"{other}{rest}", role="unsupported", why=why)


def _row(office: str) -> tuple[str, list[str]]:
    """Return the longest head of the table that opens an office, and the heads beside it."""
    low = f"{office.lower()} "
    fit = [row for row in rows("office_siblings") if low.startswith(f"{row[0]} ")]
    head, others = max(fit, key=lambda row: len(row[0]), default=("", ""))
    return head, others.split("|") if others else []


def _of_a_body(head: str, rest: str) -> bool:
    """Tell whether a body follows the head, and no other office or share of work.

    *Direktur Logistik* and *Manajer Infrastruktur* are no plain heads: a spokesman has no share.
    """
    first = (rest.split() or ["umum"])[0]
    if head in words("mains", "heads_of_shares"):
        body = is_in(first, "organisations", "institutions") or first.isupper()
        return body or first.lower() in words("mains", "body_before") | words("mains", "bodies_led")
    return first.lower() not in words("mains", "shares_of_work")


def _apart(one: str, other: str) -> bool:
    """Tell whether neither office holds all the words of the other."""
    first, second = set(one.lower().split()), set(other.lower().split())
    return not (first <= second or second <= first)
