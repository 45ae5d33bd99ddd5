"""The table of standard words, each with spellings that writers use by mistake and the rule.

Source: own list after KBBI VI and EYD V, ``language/data/standard_words.tsv``; the rules after
EYD V and Pedoman Umum Pembentukan Istilah, ``data/standard_rules.tsv``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from quizgen.exercises.common.tables import rows
from quizgen.language.notices import standard_table


@dataclass(frozen=True, slots=True)
class StandardForm:
    """A standard word, its non-standard spellings, and the rule in Indonesian, "" for none."""

    text: str
    wrong: tuple[str, ...]
    rule: str


@cache
def standard_forms() -> tuple[StandardForm, ...]:
    """Return the table, in order."""
    rules = {"-": ""} | {row[0]: row[1] for row in rows("standard_rules")}
    return tuple(
        StandardForm(text, tuple(wrong), rules[rule]) for text, wrong, rule in standard_table()
    )


@cache
def by_text() -> dict[str, StandardForm]:
    """Return the table by its standard words."""
    return {form.text: form for form in standard_forms()}


def difference(right: str, wrong: str) -> str:
    """Say in Indonesian how the standard form differs from the other one.

    >>> difference("izin", "ijin"), difference("andal", "handal")
    ('ditulis dengan z, bukan j', 'ditulis tanpa h')
    >>> difference("kerja sama", "kerja-sama"), difference("olahraga", "olah raga")
    ('ditulis terpisah tanpa tanda hubung', 'ditulis serangkai')
    """
    joined = right.replace(" ", "")
    if wrong.replace(" ", "").replace("-", "") == joined.replace("-", ""):
        if " " not in right:
            return "ditulis serangkai" + (" tanpa tanda hubung" if "-" in wrong else "")
        return "ditulis terpisah" + (" tanpa tanda hubung" if "-" in wrong else "")
    parts = list(_changes(right, wrong))
    return "ditulis " + (", ".join(parts[:-1]) + " dan " if parts[1:] else "") + parts[-1]


def _changes(right: str, wrong: str) -> Iterator[str]:
    for kind, low, high, start, end in SequenceMatcher(None, right, wrong, False).get_opcodes():
        ours, theirs = right[low:high], wrong[start:end]
        if kind == "replace":
            yield f"dengan {ours}, bukan {theirs}"
        elif kind == "insert":
            yield f"tanpa {theirs}"
        elif kind == "delete":
            yield f"dengan {ours}"
