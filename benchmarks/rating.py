"""Have items rated blind beside their texts, and count what the raters say.

    python benchmarks/rating.py make OUT TEXT... [--seed 1] [--planted 0.15] [--count 10]
                                     [--types a,b]
    python benchmarks/rating.py score OUT RATINGS.csv [RATINGS.csv ...]

``make`` writes to OUT the items of one sheet a text: ``items.csv`` for a spreadsheet,
``items.html`` to read, both without hint of where an item comes from, and ``planted.json``, which
no rater sees: it names the items that were spoilt on purpose. ``score`` reads filled-in copies of
items.csv. A rater who passes more than a tenth of the planted items as they are is void.

Rubric (after Heilman & Smith 2010): intelligible; standard Indonesian; answerable from the text;
key right and the only right one; not guessable; wrong options plausible and false; level; verdict:
``as is``, ``small edit`` or ``no``. Question columns take y or n.
"""

import argparse
import csv
import html
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from quizgen import offered, pipeline
from quizgen.model import (
    Categorise,
    Choice,
    Document,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Ordering,
    Response,
    ShortAnswer,
)
from quizgen.worksheet import Plan

QUESTIONS = ("intelligible", "standard", "answerable", "key", "fair", "distractors", "level")
VERDICTS = ("as is", "small edit", "no")
COLUMNS = ("item", "text", "type", "shown", "prompt", "answers", *QUESTIONS, "verdict", "remark")
_VOID = 0.1
_Z = 1.96


def sheet_items(document: Document, plan: Plan) -> list[Item]:
    """Return the items of the sheet that a teacher would get, in printed order."""
    plan = offered.with_types(plan)
    vetted = pipeline.vet(pipeline.make_items(document, types=plan.types, seed=plan.seed), document)
    sheet = pipeline.make_worksheet(document, plan, items=vetted.kept)
    return [item for _, item in sheet.items()]


def shown(response: Response) -> str:
    """Return what a teacher sees of an item below its prompt, the key marked with *."""
    match response:
        case Choice(options=options) | MultiChoice(options=options):
            return "\n".join(f"{'*' if o.correct else ' '} {o.text}" for o in options)
        case Categorise(statements=statements):
            return "\n".join(f"- {s.text}  [{s.category}]" for s in statements)
        case Gap(answers=answers, bank=bank):
            key = "; ".join(f"({n}) {'/'.join(a)}" for n, a in enumerate(answers, start=1))
            box = ", ".join(option.text for option in bank)
            return f"Kotak kata: {box}\nKunci: {key}" if box else f"Kunci: {key}"
        case ShortAnswer(answers=answers):
            return "\n".join("Kunci: " + " / ".join(variants) for variants in answers)
        case Ordering(options=options):
            return "\n".join(f"{n}. {o.text}" for n, o in enumerate(options, start=1))
        case Matching(pairs=pairs, distractors=distractors):
            rows = [f"{left} = {right}" for left, right in pairs]
            return "\n".join([*rows, *(f"(pengecoh) {each}" for each in distractors)])
        case _:
            return "\n".join(f"({row.points}) {row.criterion}" for row in response.rubric)


def spoil(item: Item, rng: random.Random) -> Item | None:
    """Return the item with one plain fault, None for a kind that none is known for."""
    response = item.response
    if isinstance(response, Choice):
        return _other_key(item, response, rng)
    if isinstance(response, Categorise):
        turned = {s.category for s in response.statements}
        if len(turned) < 2:
            return None
        first, *rest = response.statements
        other = next(name for name in response.categories if name != first.category)
        return replace(
            item,
            response=replace(response, statements=(replace(first, category=other), *rest)),
        )
    if isinstance(response, Gap) and len(response.answers) > 1:
        return replace(item, response=replace(response, answers=response.answers[::-1]))
    if isinstance(response, Matching):
        (left, right), (other, wrong), *rest = response.pairs
        return replace(
            item, response=replace(response, pairs=((left, wrong), (other, right), *rest))
        )
    if isinstance(response, Ordering):
        return replace(item, response=replace(response, options=response.options[::-1]))
    if isinstance(response, ShortAnswer):
        return replace(item, response=ShortAnswer(answers=(("Presiden Amerika Serikat",),)))
    return None


def _other_key(item: Item, response: Choice, rng: random.Random) -> Item:
    wrong = rng.choice([n for n, option in enumerate(response.options) if not option.correct])
    options = tuple(
        replace(option, correct=number == wrong) for number, option in enumerate(response.options)
    )
    return replace(item, response=Choice(options=options))


def make(options: argparse.Namespace) -> None:
    """Write the sheets for raters."""
    rng = random.Random(options.seed)
    rows: list[dict[str, str]] = []
    pages: list[str] = []
    planted: list[str] = []
    for number, source in enumerate(options.texts, start=1):
        document = pipeline.document(source)
        plan = Plan(types=options.types, seed=options.seed, count=options.count)
        items = sheet_items(document, plan)
        made = [(item, False) for item in items]
        for item in items:
            spoilt = spoil(item, rng) if rng.random() < options.planted else None
            if spoilt:
                made[items.index(item)] = (spoilt, True)
        for item, bad in made:
            name = f"t{number:02}-{len(rows) + 1:03}"
            rows.append(_row(name, number, item))
            planted += [name] if bad else []
        pages.append(_page(number, document, rows))
    options.out.mkdir(parents=True, exist_ok=True)
    _write_csv(options.out / "items.csv", rows)
    body = "\n".join(["<!doctype html><meta charset=utf-8><title>Items</title>", *pages])
    (options.out / "items.html").write_text(body, encoding="utf-8")
    (options.out / "planted.json").write_text(json.dumps(planted), encoding="utf-8")
    print(f"{len(rows)} items of {len(options.texts)} texts, {len(planted)} of them spoilt")


def _row(name: str, number: int, item: Item) -> dict[str, str]:
    given = {
        "item": name,
        "text": f"{number:02}",
        "type": item.type,
        "shown": "hidden" if item.text == "hidden" else "beside the text",
        "prompt": "\n".join(dict.fromkeys((item.instruction, item.prompt))).strip(),
        "answers": shown(item.response),
    }
    return {column: given.get(column, "") for column in COLUMNS}


def _page(number: int, document: Document, rows: Sequence[dict[str, str]]) -> str:
    text = "".join(
        f"<p>{' '.join(f'<sup>{s.number}</sup>{html.escape(s.text)}' for s in group)}</p>"
        for group in _paragraphs(document)
    )
    blocks = [
        f"<h3>{row['item']} ({row['type']}, {row['shown']})</h3>"
        f"<pre>{html.escape(row['prompt'])}\n{html.escape(row['answers'])}</pre>"
        for row in rows
        if row["text"] == f"{number:02}"
    ]
    title = html.escape(document.article.title or "")
    return f"<h2>Text {number:02}: {title}</h2>{text}{''.join(blocks)}"


def _paragraphs(document: Document) -> Iterator[list]:
    groups: dict[int, list] = defaultdict(list)
    for sentence in document.sentences:
        groups[sentence.paragraph].append(sentence)
    yield from groups.values()


def _write_csv(path: Path, rows: Sequence[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)


def interval(right: int, total: int) -> str:
    """Return a share with its 95 % Wilson interval."""
    if not total:
        return "-"
    share, square = right / total, _Z**2
    middle = (share + square / (2 * total)) / (1 + square / total)
    spread = (share * (1 - share) / total + square / (4 * total**2)) ** 0.5
    half = _Z * spread / (1 + square / total)
    return f"{share:.0%} [{max(0, middle - half):.0%}, {min(1, middle + half):.0%}] of {total}"


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa of two raters' verdicts; nan where they leave nothing to chance."""
    agreed = sum(a == b for a, b in pairs) / len(pairs)
    first, second = (Counter(pair[i] for pair in pairs) for i in (0, 1))
    chance = sum(first[name] * second[name] for name in first) / len(pairs) ** 2
    return (agreed - chance) / (1 - chance) if chance < 1 else math.nan


def score(options: argparse.Namespace) -> None:
    """Print what each rater says, by type, and how far raters agree."""
    planted = set(json.loads((options.out / "planted.json").read_text(encoding="utf-8")))
    tables: list[dict[str, dict[str, str]]] = []
    for path in options.ratings:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = {row["item"]: row for row in csv.DictReader(file)}
        tables.append(rows)
        _print_rater(path.stem, rows, planted)
    if len(tables) > 1:
        both = sorted((set(tables[0]) & set(tables[1])) - planted)
        pairs = [(tables[0][name]["verdict"], tables[1][name]["verdict"]) for name in both]
        same = sum(a == b for a, b in pairs)
        print(f"agreement {interval(same, len(pairs))}, kappa {kappa(pairs):.2f}")


def _print_rater(name: str, rows: dict[str, dict[str, str]], planted: set[str]) -> None:
    unknown = {row["verdict"] for row in rows.values()} - set(VERDICTS)
    if unknown:
        raise SystemExit(f"{name}: verdicts must be {', '.join(VERDICTS)}; found: {unknown}")
    seen = [row for row in rows.values() if row["item"] in planted]
    caught = sum(row["verdict"] != "as is" for row in seen)
    void = " VOID" if seen and caught < (1 - _VOID) * len(seen) else ""
    print(f"{name}: planted caught {caught} of {len(seen)}{void}")
    own = [row for row in rows.values() if row["item"] not in planted]
    groups: dict[str, Callable[[dict[str, str]], bool]] = {"all": lambda row: True}
    for kind in sorted({row["type"] for row in own}):
        groups[kind] = lambda row, kind=kind: row["type"] == kind
    for label, belongs in groups.items():
        group = [row for row in own if belongs(row)]
        as_is = sum(row["verdict"] == "as is" for row in group)
        no = sum(row["verdict"] == "no" for row in group)
        keys = sum(row["key"].strip().lower() == "n" for row in group)
        print(
            f"  {label:16} as is {interval(as_is, len(group))}; no {no}; wrong or second key {keys}"
        )


def main() -> None:
    """Run one of the two steps."""
    parser = argparse.ArgumentParser(description=__doc__)
    steps = parser.add_subparsers(required=True)
    first = steps.add_parser("make")
    first.add_argument("out", type=Path)
    first.add_argument("texts", nargs="+")
    first.add_argument("--seed", type=int, default=1)
    first.add_argument("--planted", type=float, default=0.15)
    first.add_argument("--count", type=int, default=10)
    first.add_argument("--types", type=lambda names: tuple(names.split(",")), default=())
    first.set_defaults(run=make)
    second = steps.add_parser("score")
    second.add_argument("out", type=Path)
    second.add_argument("ratings", type=Path, nargs="+")
    second.set_defaults(run=score)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
