"""Short names that a text gives beside full ones: *Zulkifli Hasan (Zulhas)*, *Rizky alias Kiki*."""

import re
from collections.abc import Sequence
from itertools import pairwise

from quizgen.model import Entity

_FEWEST_LETTERS = 4
_SHORT = re.compile(r"\s\(([A-Z][a-z]+)\)")
_CALL = r"(?:di(?:sapa|panggil|kenal)|sapaan|panggilan)"
_OTHERWISE = re.compile(
    rf"\s(?:alias|atau(?: yang)?(?: akrab| biasa| kerap)? {_CALL}(?: akrab)?)\s([A-Z][a-z]+)\b"
    rf"|,(?: yang)? (?:akrab |biasa |kerap )?{_CALL}(?: akrab)?\s([A-Z][a-z]+)\b(?! [A-Z])"
)
"""What tells by which other name somebody goes: *Rizky alias Kiki*, *Rizky, akrab disapa Kiki*."""
_IN_FULL = re.compile(r"\b(?:[Nn]ama|bernama) (?:lengkap|asli)(?:nya)?(?: adalah| ialah)? $")
"""What tells the full name of the last one named: *Mbah Parto. Nama lengkapnya Suparto Hadi*."""
_NEAR = 40


def nicknames(entities: Sequence[Entity]) -> dict[str, str]:
    """Return full names by the beginning of their first word: *Hermansyah Litan* as *Herman*."""
    known = {entity.quote for entity in entities if entity.type == "PER"}
    full = [name for name in known if " " in name]
    words = {word for name in full for word in name.split()}
    found = {}
    for short in known:
        if " " in short or len(short) < _FEWEST_LETTERS or short in words:
            continue
        fits = [name for name in full if name.startswith(short)]
        if len(fits) == 1:
            found[short] = fits[0]
    return found


def called(entities: Sequence[Entity], text: str) -> dict[str, str]:
    """Return the full names of people by the short ones that the text puts right after them."""
    people = [entity for entity in entities if entity.type == "PER"]
    known = {entity.quote for entity in people}
    found = nicknames(entities)
    for before, entity in pairwise(people):
        near = text[max(before.end, entity.start - _NEAR) : entity.start]
        if _IN_FULL.search(near) and before.quote != entity.quote:
            found[before.quote] = entity.quote
    for entity in people:
        short = _SHORT.match(text, entity.end)
        if short and short[1] in known and short[1][0] == entity.quote[0]:
            found[short[1]] = entity.quote
        other = _OTHERWISE.match(text, entity.end)
        name = other and (other[1] or other[2])
        if name and name in known and name != entity.quote:
            found[name] = entity.quote
    return found
