"""Questions for the holder of an office: *Siapa yang menjabat sebagai Ketua KONI Bogor?*."""

import re
from collections.abc import Iterator

from quizgen.exercises.common import distractors
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import lower_first
from quizgen.language.clauses import word_class
from quizgen.language.roles import Role, roles
from quizgen.language.slips import slip
from quizgen.language.wordlists import is_in
from quizgen.model import FORM, Document, Evidence, Option

_FOUNDING = frozenset(
    {
        "co-founder",
        "founder",
        "penjabat",
        "pj",
        "plt",
        "pendiri",
        "pelatih",
        "pemimpin",
        "pimpinan",
        "kapten",
        "penasihat",
        "kuasa",
    }
)
_TRADES = frozenset({"pendiri", "pelatih", "kapten", "penasihat", "kuasa"})
"""What a person is, but no office that takes a capital."""
_GRADES = frozenset(
    {"umum", "utama", "eksekutif", "pelaksana", "jenderal", "operasional", "harian"}
)
_ACTING = frozenset(
    {"tugas", "harian", "plt", "plh", "pj", "pjs", "mantan", "eks", "calon", "bakal"}
)
_GENERALS = frozenset(
    (first, "jenderal") for first in ("sekretaris", "direktur", "inspektur", "konsul", "wakil")
)
"""Civil offices with a word that is a rank elsewhere."""
_TITLES = frozenset({"dr", "drg", "drh", "drs", "dra", "ir", "prof", "h", "hj", "apt", "kh"})
_FAMOUS = frozenset(
    (
        *("presiden", "wapres", "perdana", "kanselir", "pemimpin", "menteri", "menko", "wamen"),
        *("panglima", "kapolri", "jaksa"),
    )
)
_DEPUTY = "wakil"


def offices(document: Document) -> Iterator[tuple[str, Role]]:
    """Yield (stem, role) for every office that is said whole and in standard words."""
    for role in roles(document):
        whole = slip(role.sentence.tokens[role.start : role.end]) is None and not _cut(role)
        # *Direktur utamanya*, Kresna Wirya: whose director, the office alone does not tell.
        whole = whole and not any(word.endswith("nya") for word in role.office.split())
        if whole and not _uncapitalised(role) and not _split(role, document):
            yield _stem(role, document), role


def asked_offices(document: Document) -> Iterator[tuple[str, Role]]:
    """Yield those whose holder nobody knows without the text: no presidents and ministers first."""
    for stem, role in offices(document):
        if not _qualified(role) and not _famous(role) and not role.office.endswith(" setempat"):
            yield stem, role


def _split(role: Role, document: Document) -> bool:
    """Tell whether a body's name was cut in two: *kapten Garuda | Musi Hafiz* of Garuda Musi."""
    last, (first, *rest) = role.office.split()[-1], role.person.canonical.split()
    if not rest or is_in(last, "titles") or last.lower() in word_class("office"):
        return False
    pair = rf"\b{re.escape(last)} {re.escape(first)}\b(?! {re.escape(rest[0])})"
    return re.search(pair, document.article.text) is not None


def _cut(role: Role) -> bool:
    """Tell whether a title or rank before the name was taken for the end of the office.

    So in *Kepala RSUD dr* and *Kepala Satuan Reserse Ajun Komisaris*.
    """
    parts = [word.strip(".").lower() for word in role.office.split()]
    if tuple(parts[:2]) in _GENERALS:
        del parts[1]
    return parts[-1] in _TITLES or not words("mains", "ranks").isdisjoint(parts[1:])


def _uncapitalised(role: Role) -> bool:
    """Tell whether an office of a named body lacks its capitals: *ketua umum* KONI."""
    first, *rest = role.office.split()
    named = next((word for word in rest if word not in _GRADES), "")
    return first.islower() and first not in _TRADES and named[:1].isupper()


def _famous(role: Role) -> bool:
    """Tell whether everybody may know the holder: *Menteri Agama*, *Wakil Presiden*."""
    first, second, *_ = role.office.lower().split()
    return (second if first == _DEPUTY else first) in _FAMOUS


def _qualified(role: Role) -> bool:
    """Tell whether a word before the office says that it is held otherwise: *Pelaksana Tugas*."""
    before = role.sentence.tokens[max(0, role.start - 3) : role.start]
    return any(token.text.lower().strip("().") in _ACTING for token in before)


def _stem(role: Role, document: Document) -> str:
    head = role.office.split()[0].lower()
    said = lower_first(role.office, role.sentence, document, role.start)
    if head in _TRADES:
        said = said[:1].lower() + said[1:]
    elif is_in(head, "foreign_titles") and role.office.split()[1][:1].isupper():
        said = role.office  # Vice President
    trained = said.startswith("asisten pelatih") or head in _FOUNDING
    verb = "menjadi" if trained else "menjabat sebagai"
    return f"Siapa yang {verb} {said}?"


def held_stem(role: Role) -> tuple[str, str]:
    """Return *Apa jabatan X menurut teks?*, or *Siapakah …* for a trade, and its question word."""
    first, second, *_ = [*role.office.lower().split(), ""]
    trade = first in words("mains", "trades") or (first, second) == ("asisten", "pelatih")
    asked, word = ("Siapakah", "siapa") if trade else ("Apa jabatan", "apa")
    return f"{asked} {role.person.canonical} menurut teks?", word


def other_people(role: Role, stem: str, document: Document) -> list[Option]:
    """Return other people of the text as wrong options: those who hold an office or speak."""
    fit = {each.person.canonical for each in roles(document)}
    fit |= {quotation.speaker for quotation in document.quotations}
    found = distractors.persons(document, role.sentence, role.person.canonical, stem)
    return [option for option in found if option.text in fit]


def proof(role: Role) -> Evidence:
    """Return the words that give office and name."""
    sentence, tokens = role.sentence, role.sentence.tokens
    low = min(tokens[role.start].start, role.person.start) - sentence.start
    high = max(tokens[role.end - 1].end, role.person.end) - sentence.start
    return Evidence(sentence.id, sentence.text[low:high])


HOLDER = f"{FORM}holder"
"""What all these items ask, so that a sheet has few of them."""
HELD = f"{FORM}office"
"""What all questions for the office itself ask."""


def fact_of(role: Role) -> str:
    """Return what a question on this person's office asks, either way round."""
    return fact_about(role.person.canonical)


def fact_about(name: str) -> str:
    """Return what any item on this person's office asks."""
    return f"office:{name}"
