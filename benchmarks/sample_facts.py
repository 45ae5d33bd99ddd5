"""Print clause facts of some news for a person to judge, and how many there are.

    python benchmarks/sample_facts.py NEWS.jsonl [--count 200] [--seed 1] > facts.tsv

NEWS.jsonl holds one article a line with the fields ``title`` and ``text``, which are read as a
file of such text is: lines that were broken in the middle of a sentence are joined. Each row has a
number, the confidence, the sentence, and what was read from it; the rate of sure facts a sentence
goes to standard error.
"""

import argparse
import json
import random
import sys
from pathlib import Path

from quizgen.language.annotate import annotate
from quizgen.language.fact import SURE_FACT, Fact
from quizgen.language.facts import facts
from quizgen.readers.text import assemble_text


def said(fact: Fact, start: int, end: int) -> str:
    """Return tokens as they stand in the text."""
    offset = fact.sentence.start
    return fact.sentence.text[fact.tokens[start].start - offset : fact.tokens[end - 1].end - offset]


def row(fact: Fact) -> str:
    """Return what was read of a clause, in one line."""
    parts = [("PRED", fact.predicate), ("SUBJ", fact.subject), ("OBJ", fact.object)]
    parts.append(("COMPL", fact.complement))
    shown = [f"{name}={said(fact, p.start, p.end)}" for name, p in parts if p]
    shown += [
        f"{a.role}={said(fact, a.start, a.end)}" for a in fact.adjuncts if a.sure >= SURE_FACT
    ]
    marks = f"{fact.voice}{' NOT' if fact.negated else ''}{' OPEN' if fact.open else ''}"
    return f"{marks} | " + " | ".join(shown)


def main() -> None:
    """Print the sample."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("news", type=Path)
    options.add_argument("--count", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    found: list[Fact] = []
    sentences = 0
    for number, line in enumerate(given.news.read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        parts = (record.get("title", ""), *record["text"].split("\n"))
        text = "\n\n".join(part for part in parts if part.strip())
        document = annotate(assemble_text(text, f"n{number}").article)
        sentences += len(document.sentences)
        told = [f for f in facts(document) if f.confidence >= SURE_FACT and (f.subject or f.object)]
        found += told
    sample = random.Random(given.seed).sample(found, min(given.count, len(found)))
    for number, fact in enumerate(sample, start=1):
        print(
            f"{number}\t{fact.confidence:.2f}\t{' '.join(fact.sentence.text.split())}\t{row(fact)}"
        )
    rate = len(found) / max(1, sentences)
    print(f"{len(found)} sure facts in {sentences} sentences: {rate:.2f}", file=sys.stderr)


if __name__ == "__main__":
    main()
