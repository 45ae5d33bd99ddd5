"""The words of a kisi-kisi, from ``terms.toml``: understood when read, and written."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from quizgen.model import Categorise, Item
from quizgen.worksheet import profiles

BY_HAND = "written"
"""The type of items that a person wrote for a text of the corpus."""
_ASKING = ("detail", "short-answer", BY_HAND)
"""The types of items whose question word tells what they ask for."""
_SIGNS = re.compile(r"[^0-9a-zà-öø-ÿ]+")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of items as teachers name it, with our response kinds, the preferred one first.

    ``categories`` are those that a table to be ticked must have, empty for any.
    """

    label: str
    kinds: tuple[str, ...]
    categories: tuple[str, ...] = ()

    def has(self, item: Item) -> bool:
        """Return whether an item has this form."""
        response = item.response
        if isinstance(response, Categorise) and not set(self.categories) <= {*response.categories}:
            return False
        return response.kind in self.kinds


@dataclass(frozen=True, slots=True)
class Topic:
    """What items are about.

    A type may name a word that the prompt must have, after a colon. An item of any other type is
    about the topic as well if its prompt has one of the words of ``prompts``.
    """

    types: tuple[str, ...]
    prompts: tuple[str, ...] = ()

    def names(self) -> set[str]:
        """Return the names of the types."""
        by_hand = {BY_HAND} if self.prompts else set()
        return {type.partition(":")[0] for type in self.types} | by_hand

    def has(self, item: Item) -> bool:
        """Return whether an item is about the topic."""
        prompt = item.prompt.casefold()
        pairs = (type.partition(":")[::2] for type in self.types)
        named = any(item.type == name and word in prompt for name, word in pairs)
        return named or any(word in prompt for word in self.prompts)


def normal(text: str) -> str:
    """Return text in lower case, all signs between words as one space.

    >>> normal(" Bentuk  Soal (PG/B-S) ")
    'bentuk soal pg b s'
    """
    return _SIGNS.sub(" ", text.casefold()).strip()


def column(header: str) -> str | None:
    """Return the field that a column header names; the longest known term in it decides.

    >>> column("Kompetensi Dasar / CP"), column("No. Soal"), column("No"), column("Catatan")
    ('competence', 'numbers', 'order', None)
    """
    words = {word: field for field, terms in _load()["header"].items() for word in terms}
    text = normal(header)
    exact = words.get(text)
    found = max(_found(text, words), key=len, default="")
    # "No" alone is a row's number; within other words it says nothing.
    field = exact or words.get(found)
    return None if field == "order" and not exact else field


def form(text: str) -> Form | None:
    """Return the form that a cell names.

    >>> form("PG Kompleks").kinds, form("B/S").label, form("lisan")
    (('multi-choice', 'categorise'), 'Benar/Salah', None)
    """
    forms = {word: each for each in _load()["form"] for word in each["words"]}
    found = max(_found(normal(text), forms), key=len, default=None)
    return _form(forms[found]) if found else None


def _form(row: dict[str, Any]) -> Form:
    return Form(row["label"], tuple(row["kinds"]), tuple(row.get("categories", ())))


def form_labels() -> list[str]:
    """Return the forms that a row may ask for."""
    return [each["label"] for each in _load()["form"]]


def form_of(item: Item) -> str:
    """Return the form of an item, as it is written into a kisi-kisi.

    The first form whose own kind it is, or that has it among others.
    """
    forms = sorted(map(_form, _load()["form"]), key=lambda form: len(form.kinds))
    return next(form.label for form in forms if form.has(item))


def processes(text: str) -> tuple[str, ...]:
    """Return the processes that a cognitive level stands for, none if it is not known.

    >>> processes("C1"), processes("Pemahaman tekstual"), processes("?")
    (('locate', 'language'), ('locate', 'language'), ())
    """
    levels = _levels()
    found = (process for word in _found(normal(text), levels) for process in levels[word])
    return tuple(dict.fromkeys(found))


@cache
def _levels() -> dict[str, tuple[str, ...]]:
    known = {word: tuple(row["processes"]) for row in _load()["level"] for word in row["words"]}
    for profile in profiles().values():
        for process, label in profile.processes.items():
            word = normal(label)
            known[word] = tuple(dict.fromkeys((*known.get(word, ()), process)))
    return known


def topic(*texts: str) -> Topic | None:
    """Return what the first text that says it asks for; None if none does.

    >>> topic("menentukan rujukan kata ganti", "Teks berita").types
    ('reference',)
    """
    own = [name for text in texts for name in _written(normal(text))]
    if own:
        return Topic(tuple(own))
    for table in ("topic", "general"):
        rows = {word: row for row in _load()[table] for word in row["words"]}
        for text in texts:
            found = [rows[word] for word in _found(normal(text), rows)]
            if found:
                types = dict.fromkeys(type for row in found for type in row["types"])
                prompts = dict.fromkeys(word for row in found for word in row.get("prompts", ()))
                return Topic(tuple(types), tuple(prompts))
    return None


def _written(text: str) -> list[str]:
    """Return the types whose own words for what they ask for stand in an indicator.

    Types that share their words with another one, as questions do, are told by other words.
    """
    aims = {name: normal(row["aim"]) for name, row in _load()["type"].items() if "aim" in row}
    shared = Counter(aims.values())
    return [name for name, aim in aims.items() if shared[aim] == 1 and aim in text]


def is_sum(text: str) -> bool:
    """Return whether a cell marks the row that sums up the others."""
    return normal(text) in _load()["sum"]["words"]


def _found(text: str, terms: Iterable[str]) -> list[str]:
    """Return the terms in a normal text, in its order, but none that lies within a longer one."""
    spans = [
        (match.start(), match.end(), term)
        for term in terms
        for match in re.finditer(rf"(?<!\S){re.escape(term)}(?!\S)", text)
    ]
    kept = [
        (start, term)
        for start, end, term in spans
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in spans)
    ]
    return [term for _, term in sorted(kept)]


def material(item: Item) -> str:
    """Return the material of an item, as it is written into a kisi-kisi."""
    return str(_about(item).get("material", "Isi teks"))


def aim(item: Item) -> str:
    """Return what a learner who solves an item can do, to follow *peserta didik dapat*."""
    asked = (item.question_word or "").casefold() if item.type in _ASKING else ""
    known, prompt = _about(item), item.prompt.casefold()
    told = (aim for word, aim in known.get("prompts", {}).items() if word in prompt)
    return str(
        _load()["question"].get(asked)
        or next(told, None)
        or known.get("aim", "menjawab pertanyaan berdasarkan isi teks")
    )


def indicator(item: Item) -> str:
    """Return the indicator of an item: *Disajikan teks berita, peserta didik dapat …*."""
    opening = str(_about(item).get("opening", _load()["write"]["opening"]))
    return opening.format(aim=aim(item))


def competence(item: Item) -> str:
    """Return the competence that an item shows."""
    known = _load()["competence"]
    key = _about(item).get("competence", item.process)
    return str(known.get(key, _load()["write"]["competence_default"]))


def _about(item: Item) -> dict[str, Any]:
    """Return what we write of an item's type; one written by hand may say it in its prompt."""
    name, prompt = item.type, item.prompt.casefold()
    for row in _load()["topic"] if name == BY_HAND else ():
        if any(word in prompt for word in row.get("prompts", ())):
            name = row["types"][0]
    found: dict[str, Any] = _load()["type"].get(name, {})
    return found


@cache
def _load() -> dict[str, Any]:
    text = resources.files("quizgen.blueprint").joinpath("terms.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
