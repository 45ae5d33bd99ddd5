"""Choices between offices: *Apa jabatan Wirawan Setia menurut teks?*.

The wrong ones are offices that other people of the text hold, offices beside the right one or
beside theirs in the same body (where the text has a head of an office, it may have no secretary),
and the same office elsewhere.
"""

from collections.abc import Iterable, Iterator

from quizgen.exercises.common.choice import choice_item
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.tables import rows, words
from quizgen.exercises.common.text import base_level, upper_first
from quizgen.exercises.questions.office_counterparts import counterparts
from quizgen.exercises.questions.offices import HELD, asked_offices, fact_of, held_stem, proof
from quizgen.language.roles import Role
from quizgen.language.wordlists import is_in
from quizgen.model import Document, Evidence, Item, Option

_FEWEST, _MOST = 2, 3
_LONGEST = 12
_UNEVEN = 1.5
_RANK = 0.8
_DOUBLE = frozenset({"selaku", "sekaligus", "merangkap"})
"""Words after which a second office of the same person follows."""


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
    """Return offices that the person does not hold, none akin; none by which the right one shows.

    It shows where it is the highest of one house and no other house has two.
    """
    held = list(_held_by_others(role, document))
    own = list(_siblings(role, role, document))
    if len(held) > 1 or _level(role.office):
        return _kept(role, (*(option for _, option in held), *own[: _MOST - len(held)]))
    alike = list(_counterparts(role, document))
    if held:
        other, option = held[0]
        beside = list(_siblings(other, role, document))
        pair = own[:1] + beside[:1] if own and beside else alike[: _FEWEST - 1]
        return _kept(role, (option, *pair))
    return _kept(role, alike)


def _kept(role: Role, options: Iterable[Option]) -> list[Option]:
    """Return the first options of which none is akin to another or to the right one."""
    kept: list[Option] = []
    for option in options:
        if all(_apart(option.text, text) for text in (role.office, *(o.text for o in kept))):
            kept.append(option)
    return kept[:_MOST]


def _held_by_others(role: Role, document: Document) -> Iterator[tuple[Role, Option]]:
    """Yield the offices of others that are about as long as the right one and none akin to it."""
    for _, other in asked_offices(document):
        longer = sorted((len(other.office), len(role.office)))
        uneven = longer[1] > _UNEVEN * longer[0] or not _apart(other.office, role.office)
        if other.person.canonical == role.person.canonical or uneven:
            continue
        why = f"Jabatan itu dipegang oleh {other.person.canonical} {cite(other.sentence.id)}."
        home, quote = other.sentence, proof(other).quote
        evidence = Evidence(home.id, quote)
        text = upper_first(other.office)
        yield other, Option(text=text, role="true-elsewhere", why=why, evidence=evidence)


def _counterparts(role: Role, document: Document) -> Iterator[Option]:
    """Yield the same office elsewhere, which the text does not speak of."""
    for other in counterparts(role.office, document.article.text):
        yield _unsupported(upper_first(other), role)


def _unsupported(text: str, role: Role) -> Option:
    person = role.person.canonical
    why = f"Teks menyebut jabatan lain untuk {person} {cite(role.sentence.id)}."
    return Option(text=text, role="unsupported", why=why)


def _siblings(role: Role, asked: Role, document: Document) -> Iterator[Option]:
    """Yield offices in the same body that the text does not speak of at all."""
    said = document.article.text.lower()
    head, others = _row(role.office)
    rest = role.office[len(head) :]
    if not _of_a_body(head, rest) or not _DOUBLE.isdisjoint(rest.split()):
        return
    for other in others:
        if other.lower() not in said:
            yield _unsupported(f"{other}{rest}", asked)


def _level(office: str) -> bool:
    """Tell whether some of the offices beside an office stand as high in their body."""
    head, _ = _row(office)
    return any(row[0] == head and row[2:] for row in rows("office_siblings"))


def _row(office: str) -> tuple[str, list[str]]:
    """Return the longest head of the table that opens an office, and the heads beside it."""
    low = f"{office.lower()} "
    fit = [row for row in rows("office_siblings") if low.startswith(f"{row[0]} ")]
    head, others, *_ = max(fit, key=lambda row: len(row[0]), default=("", ""))
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
