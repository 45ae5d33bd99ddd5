"""The fixed words of a sheet, from one table (``wording.toml``) in Indonesian and English."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from quizgen.model import Item, Language, Worksheet

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


@cache
def table(language: Language) -> dict[str, str]:
    """Return the labels of ``language`` by key; headings and instructions are apart."""
    return {key: text for key, text in _load()[language].items() if isinstance(text, str)}


def labels(worksheet: Worksheet) -> dict[str, str]:
    """Return the labels of a sheet: in Indonesian with its exam's own words."""
    own = worksheet.profile.labels if worksheet.language == "id" else {}
    return table(worksheet.language) | own


def notebook_labels(language: Language) -> dict[str, str]:
    """Return what the parts of a notebook say while it is used, by key."""
    return dict(_load()[language]["notebook"])


def grader_labels(language: Language) -> dict[str, str]:
    """Return what the grade cells of a notebook for nbgrader say, by key."""
    return dict(_load()[language]["grader"])


def skills(language: Language) -> dict[str, str]:
    """Return what each process is called for a learner, in the order of a table."""
    return dict(_load()[language]["skill"])


def heading(kind: str, language: Language) -> str:
    """Return the section heading of a response kind: Pilihan Ganda for choice."""
    return str(_load()[language]["heading"][kind])


def about(type: str, language: Language) -> str:
    """Return what an exercise type is about: Rujukan for reference; empty where none is named."""
    return str(_load()[language]["about"].get(type, ""))


def instruction(item: Item, language: Language) -> str:
    """Return the instruction of the item's type, in Indonesian if it has none of its own.

    A type whose items are chosen or written has one for either, *cause:short-answer*.
    """
    named = _load()[language]["instruction"]
    known = named.get(f"{item.type}:{item.response.kind}") or named.get(item.type, item.instruction)
    return str(item.instruction if language == "id" and item.instruction else known)


def quoted(text: str) -> str:
    """Return words in quotation marks, with single ones for a quotation inside (EYD V).

    >>> quoted("Disebut “aman”")
    '“Disebut ‘aman’”'
    """
    inner = text.translate(str.maketrans("“”", "‘’"))
    parts = inner.split('"')
    if len(parts) % 2:
        inner = "".join(part + "‘’"[i % 2] for i, part in enumerate(parts[:-1])) + parts[-1]
    return f"“{inner}”"


@cache
def _load() -> dict[str, Any]:
    text = resources.files("quizgen").joinpath("wording.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
