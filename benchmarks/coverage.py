"""How much of some news the learner's dictionary covers, and what it lacks by frequency.

    python benchmarks/coverage.py NEWS.jsonl [--missing 40]

NEWS.jsonl holds one article a line with a field ``text``. Counted are content words (NOUN, VERB,
ADJ, ADV) that are no part of a name, a date or an amount; a word is covered if it or the term
that it stands in is an entry in any inflected form.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from quizgen.language.annotate import annotate
from quizgen.language.lookup import entries_in
from quizgen.lexicon import dictionary
from quizgen.model import Article, Document

CONTENT = {"NOUN", "VERB", "ADJ", "ADV"}


def counted(document: Document) -> tuple[Counter[str], Counter[str]]:
    """Return how often each headword stands in a text, covered and missing apart."""
    covered: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    named = {at for entity in document.entities for at in range(entity.start, entity.end)}
    for sentence in document.sentences:
        known = {
            index
            for found in entries_in(sentence.tokens)
            for index in range(found.start, found.end)
        }
        for index, token in enumerate(sentence.tokens):
            plain = token.upos in CONTENT and token.text[:1].isalpha()
            if plain and token.start not in named:
                (covered if index in known else missing)[token.headword.lower()] += 1
    return covered, missing


def main() -> None:
    """Print the share and the commonest missing headwords."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("news", type=Path)
    options.add_argument("--missing", type=int, default=40)
    given = options.parse_args()
    covered: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    for number, line in enumerate(given.news.read_text(encoding="utf-8").splitlines()):
        body = json.loads(line)["text"]
        paragraphs = tuple(part for part in body.split("\n") if part.strip())
        ours, lacking = counted(annotate(Article(id=f"n{number}", paragraphs=paragraphs)))
        covered += ours
        missing += lacking
    total = covered.total() + missing.total()
    print(
        f"{len(dictionary().entries)} entries cover {covered.total() / total:.1%} of {total} words"
    )
    for headword, count in missing.most_common(given.missing):
        print(f"{count:5} {headword}")


if __name__ == "__main__":
    main()
