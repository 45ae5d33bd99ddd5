"""Who is meant by a nickname, or by a speaker whom a sentence names only by one."""

import re
from collections.abc import Iterable

from quizgen.model import Document, Sentence

_NICKNAME = re.compile(
    r"\b(?:disapa|dipanggil|alias|dijuluki|berjuluk)\s(?:akrab\s)?(?:(?:Pak|Bu|Bang|Mas|Mbak|Kak|"
    r"Daeng|Gus|Cak|Ning|Teh|Kang|Uda|Uni|Mak|Om|Tante)\s)?(?P<name>[A-Z][\w’'-]+)"
)


def speaker_of(speaker: str, sentence: Sentence, document: Document) -> str | None:
    """Return the full name of a speaker, also of one whom the sentence names by a nickname.

    *Perempuan yang akrab disapa Bu Tin* is the one person whose name has *tin* at the start or
    the end of a word.
    """
    people = {e.canonical for e in document.entities if e.type == "PER"}
    if speaker in people:
        return speaker
    found = _NICKNAME.search(sentence.text)
    return nicknamed(found["name"], people) if found else None


def nicknamed(nickname: str, people: Iterable[str]) -> str | None:
    """Return the one of ``people`` whose name a short form is taken from, None if unclear."""
    low = nickname.lower()
    if len(low) < 3:
        return None
    fits = [
        name
        for name in people
        if any(word.startswith(low) or word.endswith(low) for word in name.lower().split())
    ]
    return fits[0] if len(fits) == 1 else None
