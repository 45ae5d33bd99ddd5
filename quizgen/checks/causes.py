"""Rules about cause and effect: which is which."""

import re
from collections.abc import Iterator

from quizgen.checks.finding import error
from quizgen.checks.reading import reading
from quizgen.checks.text_match import content_lemmas, is_language, keys, normalise
from quizgen.model import Categorise, Document, Item

_CAUSAL = re.compile(r"\b(?P<link>karena|lantaran|gara-gara|sebab|akibat|disebabkan(?:\soleh)?"
                     r"|sehingga|menyebabkan|mengakibatkan|membuat)\b", re.I)  # fmt: skip
_FORWARD = frozenset({"sehingga", "menyebabkan", "mengakibatkan", "membuat"})
_ASKS_EFFECT = re.compile(
    r"\bapa(?:kah)?\s(?:saja\s)?(?:akibat|dampak|hasil)\b|\bakibatnya\b"
    r"|\bapa\syang\s(?:terjadi|timbul)\s(?:akibat|karena|setelah)\b|^akibat\b",
    re.I,
)
_ASKS_CAUSE = re.compile(
    r"^(?:menurut[^,]*,\s)?(?:mengapa|apa(?:kah)?\s(?:yang\s)?(?:sebab|penyebab|menyebabkan"
    r"|mengakibatkan|membuat|alasan))|^(?:penyebab|sebab)\b",
    re.I,
)


@error("cause-effect-reversed")
def cause_effect_reversed(item: Item, document: Document) -> Iterator[str]:
    """The key is the cause where the effect is asked, or the effect where the cause is."""
    asks_effect = bool(_ASKS_EFFECT.search(item.prompt))
    asks_cause = bool(_ASKS_CAUSE.search(item.prompt)) and not asks_effect
    if is_language(item) or not (asks_effect or asks_cause):
        return
    stem = content_lemmas(item.prompt)
    for told in reading(document).cited(item.evidence):
        sides = _sides(normalise(told.sentence.text))
        if sides is None:
            continue
        cause, effect = map(content_lemmas, sides)
        for key in keys(item):
            own = content_lemmas(key)
            given = effect if asks_cause else cause
            wanted = cause if asks_cause else effect
            if (
                own
                and len(own & given) >= 0.75 * len(own)
                and len(own & wanted) < 0.5 * len(own)
                and len(stem & wanted) > len(stem & given)
            ):
                yield f"'{key}' ({told.sentence.id})"


@error("cause-effect-reversed")
def statement_reverses_cause(item: Item, document: Document) -> Iterator[str]:
    """A statement that is called true makes the effect the cause."""
    if not isinstance(item.response, Categorise):
        return
    read = reading(document)
    for statement in item.response.statements:
        said = _sides(normalise(statement.text))
        if said is None or statement.evidence is None or statement.category[:5].lower() != "benar":
            continue
        for told in read.cited([statement.evidence]):
            given = _sides(normalise(told.sentence.text))
            cause, effect = map(content_lemmas, said)
            if given is None or not cause or not effect:
                continue
            first, second = map(content_lemmas, given)
            crossed = len(cause & second) >= 0.7 * len(cause)
            if crossed and len(effect & first) >= 0.7 * len(effect) and not cause & first:
                yield f"'{statement.text}' ({told.sentence.id})"


def _sides(sentence: str) -> tuple[str, str] | None:
    """Return the cause and the effect in a sentence with one causal connector."""
    found = list(_CAUSAL.finditer(sentence))
    if len(found) != 1:
        return None
    link = found[0]
    before, after = sentence[: link.start()], sentence[link.end() :]
    if link["link"].lower() in _FORWARD:
        return before, after
    if not before.strip(' "') or before.rstrip().endswith(("bahwa", '"')):
        cut = re.search(r",|\s(?:itu|ini|tersebut)\b", after)
        return (after[: cut.start()], after[cut.end() :]) if cut else None
    return after, before
