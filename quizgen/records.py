"""Items as JSON records, both ways, in the form that ``items --format jsonl`` prints.

Only type, prompt, options or answers, and evidence are required when reading: records may come
from anywhere. What an unknown type lacks is judged by its response kind.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, assert_never

from quizgen.errors import ItemError
from quizgen.model import (
    Categorise,
    Choice,
    Evidence,
    FreeText,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Option,
    Ordering,
    Response,
    RubricRow,
    ShortAnswer,
    Statement,
)

Record = dict[str, Any]

_YES = (True, "true", "ya", "benar", "yes", "1", 1)
_NO = (False, "false", "tidak", "salah", "no", "0", "", 0)
_KIND_OF_FIELD = {"statements": "categorise", "pairs": "matching", "rubric": "free-text"}


def identify(item: Item) -> Item:
    """Return the item with its stable id: the same content always has the same one."""
    record = item_to_dict(replace(item, id=""))
    content = [record[key] for key in ("type", "prompt", "evidence")] + [_key_texts(item.response)]
    digest = hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
    return replace(item, id=f"{item.type}-{digest[:8]}")


def _key_texts(response: Response) -> list[Any]:
    match response:
        case Choice() | MultiChoice():
            return sorted(option.text for option in response.options if option.correct)
        case Ordering():
            return [option.text for option in response.options]
        case Categorise():
            return sorted([s.text, s.category] for s in response.statements)
        case Gap() | ShortAnswer():
            return [list(variants) for variants in response.answers]
        case Matching():
            return sorted(map(list, response.pairs))
        case FreeText():
            return [row.criterion for row in response.rubric]
    assert_never(response)


def item_to_dict(item: Item) -> Record:
    """Return the item as a JSON object, without fields that are empty and optional."""
    record: Record = {
        "id": item.id,
        "type": item.type,
        "response": item.response.kind,
        "instruction": item.instruction,
        "prompt": item.prompt,
    }
    record |= _response_to_dict(item.response)
    record |= {
        "evidence": [_evidence_to_dict(evidence) for evidence in item.evidence],
        "process": item.process,
        "level": item.level,
        "points": item.points,
        "text": item.text,
    }
    optional = {
        "explanation": item.explanation,
        "question_word": item.question_word,
        "lemmas": list(item.lemmas),
        "entities": list(item.entities),
        "reveals": list(item.reveals),
        "facts": list(item.facts),
        "locked": item.locked,
        "revision": item.revision,
    }
    return record | {key: value for key, value in optional.items() if value}


def _response_to_dict(response: Response) -> Record:
    match response:
        case Choice() | MultiChoice():
            return {"options": [_option_to_dict(o) for o in response.options], "answers": []}
        case Ordering():
            ordered: Record = {"options": [_option_to_dict(o) for o in response.options]}
            return ordered | ({"shown": list(response.shown)} if response.shown else {})
        case Categorise():
            return {
                "categories": list(response.categories),
                "statements": [_statement_to_dict(s) for s in response.statements],
                "scoring": response.scoring,
            }
        case Gap():
            bank = [_option_to_dict(option) for option in response.bank]
            return {"options": bank, "answers": [list(variants) for variants in response.answers]}
        case ShortAnswer():
            return {"answers": [list(variants) for variants in response.answers]}
        case Matching():
            matched: Record = {
                "pairs": [list(pair) for pair in response.pairs],
                "distractors": list(response.distractors),
            }
            return matched | ({"shown": list(response.shown)} if response.shown else {})
        case FreeText():
            rubric = [{"points": r.points, "criterion": r.criterion} for r in response.rubric]
            return {"rubric": rubric, "model_answer": response.model_answer}
    assert_never(response)


def _evidence_to_dict(evidence: Evidence) -> Record:
    return {"sentence": evidence.sentence, "quote": evidence.quote}


def _option_to_dict(option: Option) -> Record:
    record: Record = {"text": option.text, "correct": option.correct}
    record |= {"role": option.role} if option.role else {}
    evidence = _evidence_to_dict(option.evidence) if option.evidence else None
    return record | {"why": option.why, "evidence": evidence}


def _statement_to_dict(statement: Statement) -> Record:
    return {
        "text": statement.text,
        "category": statement.category,
        "why": statement.why,
        "evidence": _evidence_to_dict(statement.evidence) if statement.evidence else None,
        "alteration": statement.alteration,
    }


def item_from_dict(record: Mapping[str, Any], *, where: str = "item") -> Item:
    """Return the item that a record describes.

    Raises:
        ItemError: naming ``where`` and the field that is missing or malformed.
    """
    try:
        return _read_item(record)
    except KeyError as error:
        raise ItemError(f"{where}: the field {error} is missing") from None
    except (TypeError, ValueError, AttributeError) as error:
        raise ItemError(f"{where}: a field has the wrong shape ({error})") from None


def _read_item(record: Mapping[str, Any]) -> Item:
    item = Item(
        id=str(record.get("id", "")),
        type=str(record["type"]),
        response=_read_response(record),
        prompt=_text(record, "prompt"),
        evidence=tuple(_read_evidence(one) for one in record["evidence"]),
        process=record.get("process", "locate"),
        level=int(record.get("level", 4)),
        instruction=str(record.get("instruction", "")),
        points=int(record.get("points", 1)),
        text=record.get("text", "shown"),
        explanation=str(record.get("explanation", "")),
        question_word=record.get("question_word"),
        lemmas=tuple(record.get("lemmas", ())),
        entities=tuple(record.get("entities", ())),
        reveals=tuple(record.get("reveals", ())),
        facts=tuple(record.get("facts", ())),
        locked=_flag(record.get("locked")),
        revision=int(record.get("revision", 0)),
    )
    return item if item.id else identify(item)


def _kind_of(record: Mapping[str, Any]) -> str:
    if "response" in record:
        return str(record["response"])
    for field, kind in _KIND_OF_FIELD.items():
        if field in record:
            return kind
    if "{{1}}" in _text(record, "prompt"):
        return "gap"
    if not record.get("options"):
        return "short-answer"
    right = sum(_flag(option.get("correct")) for option in record["options"])
    return "multi-choice" if right > 1 else "choice"


def _read_response(record: Mapping[str, Any]) -> Response:
    kind = _kind_of(record)
    if kind not in _READERS:
        raise ValueError(f"response '{kind}' is none of {', '.join(_READERS)}")
    return _READERS[kind](record)


def _text(record: Mapping[str, Any], field: str) -> str:
    """Return a text that must be there; a number is one too."""
    if record[field] is None:
        raise ValueError(f"'{field}' is empty")
    return str(record[field])


def _flag(value: object) -> bool:
    """Return whether a field is set; a person may write *ya*."""
    known = value.strip().casefold() if isinstance(value, str) else value
    if known in _NO or known is None:
        return False
    if known in _YES:
        return True
    raise ValueError(f"'{value}' is neither true nor false")


def _read_evidence(record: Mapping[str, Any] | str) -> Evidence:
    if isinstance(record, str):
        return Evidence("", record)
    return Evidence(str(record.get("sentence") or ""), str(record["quote"]))


def _maybe_evidence(record: Mapping[str, Any]) -> Evidence | None:
    return _read_evidence(record["evidence"]) if record.get("evidence") else None


def _read_options(records: Iterable[Mapping[str, Any]]) -> tuple[Option, ...]:
    return tuple(
        Option(
            text=_text(record, "text"),
            correct=_flag(record.get("correct")),
            why=str(record.get("why") or ""),
            evidence=_maybe_evidence(record),
            role=record.get("role"),
        )
        for record in records
    )


def _read_answers(record: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    """Return the variants of each answer; one that stands alone is its only variant."""
    return tuple(
        (variants,) if isinstance(variants, str) else tuple(map(str, variants))
        for variants in record["answers"]
    )


def _read_categorise(record: Mapping[str, Any]) -> Categorise:
    statements = tuple(
        Statement(
            text=_text(one, "text"),
            category=str(one["category"]),
            why=str(one.get("why") or ""),
            evidence=_maybe_evidence(one),
            alteration=one.get("alteration"),
        )
        for one in record["statements"]
    )
    categories = tuple(record.get("categories") or dict.fromkeys(s.category for s in statements))
    scoring = str(record.get("scoring", "all-or-nothing"))
    return Categorise(categories=categories, statements=statements, scoring=scoring)


def _read_matching(record: Mapping[str, Any]) -> Matching:
    pairs = tuple((str(left), str(right)) for left, right in record["pairs"])
    distractors = tuple(record.get("distractors", ()))
    return Matching(
        pairs=pairs, distractors=distractors, shown=tuple(map(int, record.get("shown", ())))
    )


def _read_free_text(record: Mapping[str, Any]) -> FreeText:
    rubric = tuple(
        RubricRow(points=int(r["points"]), criterion=str(r["criterion"])) for r in record["rubric"]
    )
    return FreeText(rubric=rubric, model_answer=str(record.get("model_answer") or ""))


_READERS: dict[str, Callable[[Mapping[str, Any]], Response]] = {
    "choice": lambda record: Choice(options=_read_options(record["options"])),
    "multi-choice": lambda record: MultiChoice(options=_read_options(record["options"])),
    "categorise": _read_categorise,
    "gap": lambda record: Gap(
        answers=_read_answers(record), bank=_read_options(record.get("options") or ())
    ),
    "short-answer": lambda record: ShortAnswer(answers=_read_answers(record)),
    "matching": _read_matching,
    "ordering": lambda record: Ordering(
        options=_read_options(record["options"]), shown=tuple(map(int, record.get("shown", ())))
    ),
    "free-text": _read_free_text,
}


def read_jsonl(text: str, *, source: str) -> list[Item]:
    """Return the items of a JSON Lines text, one object a line; blank lines are skipped.

    Raises:
        ItemError: naming ``source`` and the line, 1-based.
    """
    return [item for _, item in read_jsonl_lines(text, source=source)]


def read_jsonl_lines(text: str, *, source: str) -> Iterator[tuple[int, Item]]:
    """Yield the items of a JSON Lines text with their lines, from 1.

    Raises:
        ItemError: naming ``source`` and the line.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{source}:{number}"
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise ItemError(f"{where}: no JSON object ({error.msg})") from None
        if not isinstance(record, dict):
            raise ItemError(f"{where}: no JSON object")
        yield number, item_from_dict(record, where=where)


def write_jsonl(items: Iterable[Item]) -> str:
    """Return the items as JSON Lines."""
    return "".join(json.dumps(item_to_dict(item), ensure_ascii=False) + "\n" for item in items)
