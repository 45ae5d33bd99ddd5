"""Words of a quotation that give its speaker away: the body or place of the speaker's office."""

import re
from collections.abc import Iterable

from quizgen.language.roles import roles
from quizgen.language.wordlists import is_in
from quizgen.model import Document

_SHORTEST = 3
_LEAD = 60


def gives_away(stem: str, speaker: str, others: Iterable[str], document: Document) -> bool:
    """Tell whether what is said names what stands in the speaker's office, and in nobody else's.

    *Vietnam juga berkepentingan* is said by the *ketua delegasi Vietnam*.
    """
    named = {word.lower() for word in re.findall(r"\b[A-Z][\w-]+", stem)}
    shared = named & _office_words(speaker, document)
    if not shared:
        return False
    rivals = [_office_words(other, document) for other in others if other != speaker]
    return not any(shared & rival for rival in rivals)


def _office_words(person: str, document: Document) -> set[str]:
    """Return the names in a person's office, and in what stands right before the person's name."""
    said = [role.office for role in roles(document) if role.person.canonical == person]
    text = document.article.text
    for entity in document.entities:
        if entity.type == "PER" and entity.canonical == person:
            said.append(_before(text[max(0, entity.start - _LEAD) : entity.start]))
    return {
        word.lower()
        for office in said
        for word in re.findall(r"\b[A-Z][\w-]+", office)
        if len(word) >= _SHORTEST and not is_in(word, "titles")
    }


def _before(text: str) -> str:
    """Return what stands before a name in the same phrase: *Ketua delegasi Vietnam*."""
    phrase = re.split(
        r"[.,;:!?\"“”()\n]|\b(?:dan|kata|ujar|oleh|dengan|bahwa)\b", text.rstrip(" ,")
    )
    return phrase[-1]
