"""Making all items of a text beside analysing it, and how both grow with the text.

    python benchmarks/speed_items.py TEXT [--repeat 5]

Prints the best of several runs in processor time, each with a document analysed anew, for
what is found out of a document is kept with it: the analysis, the clause facts, the items with
their rules once the facts are there, and what items take beside the analysis with its facts. Then
the same for the text written twice and four times over.
"""

import argparse
import time
from dataclasses import replace

from quizgen import pipeline
from quizgen.language.annotate import annotate
from quizgen.language.facts import facts
from quizgen.model import Article


def run(article: Article) -> tuple[float, float, float]:
    """Return the seconds for analysing an article, for its clause facts and for its items."""
    start = time.process_time()
    document = annotate(article)
    analysed = time.process_time()
    facts(document)
    stated = time.process_time()
    pipeline.vet(pipeline.make_items(document, seed=1), document)
    return analysed - start, stated - analysed, time.process_time() - stated


def main() -> None:
    """Measure one text at three lengths."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("text")
    arguments.add_argument("--repeat", type=int, default=5)
    options = arguments.parse_args()
    article = pipeline.read(options.text).article
    for times in (1, 2, 4):
        longer = replace(article, paragraphs=article.paragraphs * times)
        run(longer)
        runs = [run(longer) for _ in range(options.repeat)]
        analysis, stated, items = (min(each) for each in zip(*runs, strict=True))
        words = sum(len(paragraph.split()) for paragraph in longer.paragraphs)
        print(
            f"{words} words: analysis {analysis:.3f} s, facts {stated:.3f} s, items {items:.3f} s,"
            f" {items / (analysis + stated):.2f} of both"
        )


if __name__ == "__main__":
    main()
