"""Whether a question counts its answer out, or has more than one: a second event of the kind."""

import re

from quizgen.exercises.common.tables import words
from quizgen.model import Document

_LISTED = re.compile(r",\s\d[\d.]*\s[a-z]+\s(?:lainnya\s)?[a-z]+")
"""More of a list of numbers: *341 saham melemah, 238 saham menguat, …*."""
_COUNTED = re.compile(r", [A-Z][\w'-]+(?: [A-Z][\w'-]+)* dan [A-Z]")
"""The names of those who are asked how many they are."""


def counted_out(stem: str) -> bool:
    """Tell whether a question for a number lists what it counts.

    >>> counted_out("Berapa pemain yang dimasukkan oleh pelatih, Rendra Putra dan Yoga Pratama?")
    True
    """
    return _LISTED.search(stem) is not None or _COUNTED.search(stem) is not None


def one_of_several(key: str, document: Document) -> bool:
    """Tell whether an answer is an event of a kind of which the text tells on other days as well.

    *Apa yang merusak ratusan rumah?* has two answers where the ground shook twice.
    """
    kind = key.lower().split()[0]
    if kind not in words("unfit", "events"):
        return False
    told = [s for s in document.sentences if any(t.text.lower() == kind for t in s.tokens)]
    days = {e.value for s in told for e in document.entities_in(s) if e.type == "DATE"}
    return len(told) > 1 and len(days) > 1
