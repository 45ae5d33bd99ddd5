"""Whether somebody is told to be a woman or a man: *Bu Ratna*, *istri saya*."""

import re

from quizgen.exercises.common.tables import words
from quizgen.model import Document

_WOMAN, _MAN = "woman", "man"
_SPOUSE = {"suami": _WOMAN, "istri": _MAN}
_OWN = frozenset({"saya", "aku", "kami"})
_BEING = frozenset({"menjadi", "adalah", "sebagai"})
_PARENTS = {"ibu": _WOMAN, "ayah": _MAN, "bapak": _MAN}


def gender_of(name: str, document: Document) -> str:
    """Return *woman* or *man* if a word before a mention of the name says so, else nothing."""
    text = document.article.text
    for entity in document.entities:
        if entity.type != "PER" or entity.canonical != name:
            continue
        ahead = re.findall(r"[\w-]+", text[max(0, entity.start - 20) : entity.start].lower())
        if ahead[-1:] and ahead[-1] in words("gender", "women"):
            return _WOMAN
        if ahead[-1:] and ahead[-1] in words("gender", "men"):
            return _MAN
    return ""


def gender_asked(stem: str) -> str:
    """Return what a question tells of the one it asks for.

    >>> gender_asked("Siapa istri Bupati Wirawan?"), gender_asked("Siapa yang membuka pasar?")
    ('woman', '')
    >>> gender_asked("Siapa yang mengatakan, “Istri saya sudah sembuh”?")
    'man'
    """
    parts = re.findall(r"[\w-]+", stem.lower())
    for number, one in enumerate(parts):
        before, after = parts[number - 1], parts[number + 1] if one != parts[-1] else ""
        has = before == "seorang" and parts[number - 2] not in _BEING
        if one in _SPOUSE and (has or after in _OWN):
            # *Siapa yang meninggalkan seorang suami?* asks for a wife.
            return _SPOUSE[one]
        if one in _PARENTS and (before == "seorang" or after in words("gender", "parents_after")):
            return _PARENTS[one]
    for word in parts:
        if word in words("gender", "of_women"):
            return _WOMAN
        if word in words("gender", "of_men"):
            return _MAN
    return ""


def could_be(name: str, key: str, stem: str, document: Document) -> bool:
    """Tell whether a person can stand beside the key without being ruled out by gender."""
    own = gender_of(name, document)
    asked = gender_asked(stem)
    if asked:
        return own == asked
    right = gender_of(key, document)
    return not (own and right) or own == right
