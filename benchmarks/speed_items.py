"""Making all items of a text beside analysing it, and how both grow with the text.

    python benchmarks/speed_items.py TEXT [--repeat 5]

Prints the best of several runs, after one that loads the models: seconds for the analysis, for the
items and their rules, and the ratio; then the same for the text written twice and four times over.
"""

import argparse
import time
from collections.abc import Callable
from dataclasses import replace

from quizgen import pipeline
from quizgen.language.annotate import annotate
from quizgen.model import Article


def best(run: Callable[[], object], repeat: int) -> float:
    """Return the shortest of ``repeat`` runs in seconds."""
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def measure(article: Article, repeat: int) -> tuple[float, float]:
    """Return the seconds for analysing an article and for its items."""
    document = annotate(article)
    analysis = best(lambda: annotate(article), repeat)
    items = best(lambda: pipeline.vet(pipeline.make_items(document, seed=1), document), repeat)
    return analysis, items


def main() -> None:
    """Measure one text at three lengths."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("text")
    arguments.add_argument("--repeat", type=int, default=5)
    options = arguments.parse_args()
    article = pipeline.read(options.text).article
    for times in (1, 2, 4):
        longer = replace(article, paragraphs=article.paragraphs * times)
        analysis, items = measure(longer, options.repeat)
        words = sum(len(paragraph.split()) for paragraph in longer.paragraphs)
        print(
            f"{words} words: analysis {analysis:.3f} s, items {items:.3f} s, {items / analysis:.2f}"
        )


if __name__ == "__main__":
    main()
