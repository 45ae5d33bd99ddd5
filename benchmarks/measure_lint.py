"""How many bad items the item rules catch and how many good ones they block.

    python benchmarks/measure_lint.py [--misses] [FOLDER]

FOLDER (``benchmarks/gold/lint``) holds invented articles and, beside each, ``NAME.good.jsonl`` and
``NAME.bad.jsonl``. They were written by someone who had not seen the rules. Every bad item has
one fault: ``fault`` names it, ``kind`` tells whether it is one of form or of meaning.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from quizgen import citations, pipeline
from quizgen.checks import check_item
from quizgen.errors import QuizgenError
from quizgen.model import Document
from quizgen.records import read_jsonl

GOLD = Path(__file__).parent / "gold" / "lint"


def errors(line: str, document: Document) -> list[str]:
    """Return the codes of the errors of one item; an item that cannot be read has one, too."""
    try:
        items = citations.place_evidence(read_jsonl(line, source="item"), document)
        found = [f for item in items for f in check_item(item, document)]
    except QuizgenError:
        return ["unreadable"]
    return [finding.code for finding in found if finding.severity == "error"]


def main() -> None:
    """Print recall by kind and fault, and the share of good items that are blocked."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", nargs="?", type=Path, default=GOLD)
    arguments.add_argument("--misses", action="store_true")
    options = arguments.parse_args()
    made: Counter[tuple[str, str]] = Counter()
    caught: Counter[tuple[str, str]] = Counter()
    good, blocked = 0, 0
    for path in sorted(options.folder.glob("*.txt")):
        document = pipeline.document(str(path))
        for line in _lines(path.with_suffix(".good.jsonl")):
            codes = errors(line, document)
            good, blocked = good + 1, blocked + bool(codes)
            if codes and options.misses:
                print("blocked:", json.loads(line)["id"], codes)
        for line in _lines(path.with_suffix(".bad.jsonl")):
            record = json.loads(line)
            key = record["kind"], record["fault"]
            codes = errors(line, document)
            made[key] += 1
            caught[key] += bool(codes)
            if not codes and options.misses:
                print("missed:", record["fault"], record["id"])
    for kind in sorted({kind for kind, _ in made}):
        rows = [key for key in made if key[0] == kind]
        total = sum(caught[key] for key in rows), sum(made[key] for key in rows)
        print(f"{kind}: {total[0]} of {total[1]} bad items caught")
        for key in sorted(rows):
            print(f"  {key[1]}: {caught[key]} of {made[key]}")
    print(f"good items blocked: {blocked} of {good}")


def _lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [line for line in text.splitlines() if line.strip()]


if __name__ == "__main__":
    main()
