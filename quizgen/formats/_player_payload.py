"""What the interactive player needs of a worksheet, and nothing that it does not."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from quizgen.model import (
    Categorise,
    Choice,
    Evidence,
    FreeText,
    Item,
    MultiChoice,
    Ordering,
    Section,
    Worksheet,
)
from quizgen.records import item_to_dict
from quizgen.wording import instruction, labels

_FIELDS = (
    "id", "type", "process", "points", "response", "prompt", "options", "answers", "categories",
    "statements", "pairs", "distractors", "shown", "rubric", "model_answer", "explanation",
    "evidence",
)  # fmt: skip
_LABELS = (
    "answer", "answered_right", "cancel", "check", "check_all", "drag", "evidence", "explanation",
    "hint", "hint_button", "incomplete", "model_answer", "move_down", "move_up", "not_answered",
    "of", "order", "paragraph", "points", "question", "right", "rubric", "self_check",
    "self_score", "sentence", "show_answer", "show_sentence", "start_over", "start_over_sure",
    "statement", "unsaid", "word_bank", "wrong",
)  # fmt: skip
_EXACT = frozenset({"spelling-repair"})
"""Types whose answers are about capitals and punctuation."""


def payload(worksheet: Worksheet, sections: tuple[Section, ...]) -> dict[str, Any]:
    """Return the sections, the sentences they cite and the labels, as plain JSON."""
    words = labels(worksheet)
    return {
        "labels": {name: words[name] for name in _LABELS},
        "sentences": _sentences(worksheet, sections),
        "sections": [_section(worksheet, section) for section in sections],
    }


def fingerprint(worksheet: Worksheet) -> str:
    """Return a short name of the sheet's content, the same for the same items."""
    records = [item_to_dict(item) for _, item in worksheet.items()]
    text = json.dumps([worksheet.article.id, worksheet.version, records], ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def unscored(section: Section) -> list[str]:
    """Return the ids of the items that the player does not count: a free text it cannot judge."""
    return [item.id for item in section.items if isinstance(item.response, FreeText)]


def _section(worksheet: Worksheet, section: Section) -> dict[str, Any]:
    return {
        "instructions": list(_instructions(worksheet, section)),
        "items": [_item(worksheet, section, number, item) for number, item in section.numbered()],
    }


def _instructions(worksheet: Worksheet, section: Section) -> Iterator[str]:
    if section.hidden:
        yield labels(worksheet)["hidden"]
    told = any(item.prompt.strip() != section.instruction.strip() for item in section.items)
    if section.instruction and (told or len(section.items) > 1):
        yield section.instruction


def _item(worksheet: Worksheet, section: Section, number: int, item: Item) -> dict[str, Any]:
    record = item_to_dict(item)
    kept = {name: record[name] for name in _FIELDS if name in record}
    given = section.instruction.strip()
    if len(section.items) > 1 and item.prompt.strip() == given:
        kept["prompt"] = ""
    note = instruction(item, worksheet.language).strip()
    kept["note"] = "" if note in {given, item.prompt.strip()} else note
    return kept | {"number": number, "compare": comparison(item)}


def comparison(item: Item) -> str:
    """Return how strictly written answers are compared; the names are those of ``player.js``."""
    if item.type in _EXACT:
        return "exact"
    return "form" if item.process == "language" else "loose"


def _sentences(worksheet: Worksheet, sections: tuple[Section, ...]) -> dict[str, Any]:
    cited = {proof.sentence for s in sections for item in s.items for proof in _proofs(item)}
    return {
        sentence.id: {
            "number": sentence.number,
            "paragraph": sentence.paragraph,
            "text": sentence.text,
        }
        for sentence in worksheet.document.sentences
        if sentence.id in cited
    }


def _proofs(item: Item) -> Iterator[Evidence]:
    yield from item.evidence
    match item.response:
        case Choice(options=parts) | MultiChoice(options=parts) | Ordering(options=parts):
            yield from (part.evidence for part in parts if part.evidence)
        case Categorise(statements=statements):
            yield from (part.evidence for part in statements if part.evidence)
        case _:
            return
