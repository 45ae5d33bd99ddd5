"""Judge answers as ``player.js`` does, for a notebook's grader and for the results of a class.

An item is the record that the player is given: what ``quizgen items --format jsonl`` prints, with
the way to ``compare`` written answers. An answer is what the player stores for it: option indices,
typed text, or None where nothing was chosen. The module imports the standard library alone,
because its source also travels inside notebooks.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

Record = Mapping[str, Any]


class Grade(NamedTuple):
    """How an answer was judged; ``parts`` has one truth value for each thing to be decided."""

    complete: bool
    right: bool
    parts: tuple[bool, ...]


_NUMBER_SIGNS = (
    (re.compile(r"([0-9])[.\s](?=[0-9]{3}(?![0-9]))"), r"\1"),  # 1.250 and 1 250 are 1250
    (re.compile(r"([0-9]):(?=[0-9])"), r"\1."),  # 19:30 is 19.30
    (re.compile(r"([0-9])[-–](?=[0-9])"), r"\1/"),  # 5-5-2025 is 5/5/2025
)
_SIGN_NAMES = {".": "§d", ",": "§c", "/": "§s"}
"""Signs inside a number change its value, so they outlive the removal of punctuation."""
_KEPT = frozenset("%$€£¥§°+−")


def normalise(text: str, mode: str = "loose") -> str:
    """Return the form in which two answers are compared.

    ``mode`` is "loose" (case, spaces and punctuation do not count), "form" (words must be written
    right, case and the punctuation around them do not count) or "exact" (only outer and repeated
    spaces and the shape of quotation marks do not count).

    >>> normalise("Rp 1.250.000"), normalise(" Kerja  sama.", "form")
    ('rp1250000', 'kerja sama')
    """
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub("[“”„]", '"', plain)
    plain = re.sub("[‘’]", "'", plain)
    plain = re.sub(r"\s+", " ", re.sub("[‐‑]", "-", plain)).strip()
    if mode == "exact":
        return plain
    plain = plain.lower()
    if mode == "form":
        return re.sub(r"^[\"'(\s]+|[.,;:!?\"')\s]+$", "", plain)
    for pattern, replacement in _NUMBER_SIGNS:
        plain = pattern.sub(replacement, plain)
    plain = re.sub(
        r"([0-9])([.,/])(?=[0-9])", lambda found: found[1] + _SIGN_NAMES[found[2]], plain
    )
    plain = re.sub(r"([0-9]) ?persen(?![a-z0-9_])", r"\1%", plain)
    return "".join(sign for sign in plain if sign in _KEPT or _is_word(sign))


def _is_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNM"


def is_scored(item: Record) -> bool:
    """Return whether an item counts in the score: a free text is judged by a person."""
    return bool(item["response"] != "free-text")


def grade(item: Record, answer: Any) -> Grade:
    """Return how ``answer`` is judged; one that does not fit the item is incomplete and wrong.

    Raises:
        KeyError: if the item's response kind is unknown.
    """
    judge = _KINDS[item["response"]]
    if not is_valid(item, answer):
        return Grade(False, False, ())
    complete, parts = judge(item, answer)
    return Grade(complete, is_scored(item) and bool(parts) and all(parts), tuple(parts))


def share(item: Record, answer: Any) -> float:
    """Return what part of an answer is right, from 0 to 1; of several right options all or none."""
    result = grade(item, answer)
    if item["response"] == "multi-choice":
        return float(result.right)
    return sum(result.parts) / len(result.parts) if result.parts else 0.0


def points(item: Record, answer: Any) -> float:
    """Return what an answer earns of the item's points; one that is not complete earns nothing."""
    return item["points"] * share(item, answer) if grade(item, answer).complete else 0.0


def is_valid(item: Record, answer: Any) -> bool:
    """Return whether a stored answer has the shape that the item asks for."""
    match item["response"]:
        case "choice":
            return _is_choice(answer, len(item["options"]))
        case "multi-choice":
            count = len(item["options"])
            return isinstance(answer, list) and all(_is_index(one, count) for one in answer)
        case "categorise":
            count = len(item["categories"])
            return _is_list(answer, len(item["statements"]), lambda one: _is_choice(one, count))
        case "gap" | "short-answer":
            return _is_list(answer, len(item["answers"]), lambda one: isinstance(one, str))
        case "matching":
            count = len(_rights(item))
            return _is_list(answer, len(item["pairs"]), lambda one: _is_choice(one, count))
        case "ordering":
            count = len(item["options"])
            fits = _is_list(answer, count, lambda one: _is_index(one, count))
            return fits and len(set(answer)) == count
        case _:
            return isinstance(answer, str)


def _is_index(value: Any, length: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < length


def _is_choice(value: Any, length: int) -> bool:
    return value is None or _is_index(value, length)


def _is_list(value: Any, length: int, test: Callable[[Any], bool]) -> bool:
    return isinstance(value, list) and len(value) == length and all(map(test, value))


def _rights(item: Record) -> list[str]:
    return [*(pair[1] for pair in item["pairs"]), *item.get("distractors", ())]


def _matches(item: Record, typed: str, accepted: Sequence[str]) -> bool:
    mode = item.get("compare", "loose")
    return any(normalise(one, mode) == normalise(typed, mode) for one in accepted)


_Judged = tuple[bool, list[bool]]
"""Whether the answer is complete, and which of its parts are right."""


def _choice(item: Record, answer: Any) -> _Judged:
    right = answer is not None and bool(item["options"][answer].get("correct"))
    return answer is not None, [right]


def _multi_choice(item: Record, answer: Any) -> _Judged:
    options = enumerate(item["options"])
    return bool(answer), [bool(one.get("correct")) == (i in answer) for i, one in options]


def _categorise(item: Record, answer: Any) -> _Judged:
    given = [None if one is None else item["categories"][one] for one in answer]
    keys = [one["category"] for one in item["statements"]]
    return None not in answer, [key == one for key, one in zip(keys, given, strict=True)]


def _gap(item: Record, answer: Any) -> _Judged:
    pairs = zip(answer, item["answers"], strict=True)
    return "" not in answer, [_matches(item, typed, accepted) for typed, accepted in pairs]


def _short_answer(item: Record, answer: Any) -> _Judged:
    """Each accepted list serves one typed answer, in any order."""
    left = list(item["answers"])
    parts = []
    for typed in answer:
        found = next((one for one in left if _matches(item, typed, one)), None)
        parts.append(found is not None)
        if found is not None:
            left.remove(found)
    return "" not in answer, parts


def _matching(item: Record, answer: Any) -> _Judged:
    rights = _rights(item)
    given = [None if one is None else rights[one] for one in answer]
    keys = [pair[1] for pair in item["pairs"]]
    return None not in answer, [key == one for key, one in zip(keys, given, strict=True)]


def _ordering(item: Record, answer: Any) -> _Judged:
    texts = [one["text"] for one in item["options"]]
    return True, [texts[one] == text for one, text in zip(answer, texts, strict=True)]


def _free_text(item: Record, answer: Any) -> _Judged:
    return bool(answer.strip()), []


_KINDS: dict[str, Callable[[Record, Any], _Judged]] = {
    "choice": _choice,
    "multi-choice": _multi_choice,
    "categorise": _categorise,
    "gap": _gap,
    "short-answer": _short_answer,
    "free-text": _free_text,
    "matching": _matching,
    "ordering": _ordering,
}
