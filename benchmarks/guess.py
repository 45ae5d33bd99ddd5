"""How far choice items can be guessed without the text, by three simple guessers.

    python benchmarks/guess.py TEXT... [--seed 1]

Prints, for all choice items that no rule blocks: how often each guesser picks the key, and how
often a blind choice would. The guessers: the longest option; the option that shares most words
with the stem; the option whose words the other options share most (the odd ones out lose).
Source: baselines of Berzak, Malmaud & Levy (2020).
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable

from quizgen import pipeline
from quizgen.model import Choice, Item

Guess = Callable[[Item, list[str]], list[float]]


def longest(item: Item, options: list[str]) -> list[float]:
    """Score each option by its length."""
    return [len(option) for option in options]


def overlap(item: Item, options: list[str]) -> list[float]:
    """Score each option by the words that it shares with the stem."""
    stem = set(item.prompt.lower().split())
    return [len(stem & set(option.lower().split())) for option in options]


def central(item: Item, options: list[str]) -> list[float]:
    """Score each option by the words and beginnings that the others share with it."""
    return [
        sum(len(_parts(option) & _parts(other)) for other in options if other != option)
        for option in options
    ]


def _parts(option: str) -> set[str]:
    words = option.lower().split()
    return {*words, *(word[:4] for word in words)}


GUESSERS: dict[str, Guess] = {"longest": longest, "overlap": overlap, "central": central}


def main() -> None:
    """Measure the guessers on the texts named."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("texts", nargs="+")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    rng = random.Random(options.seed)
    hits: Counter[str] = Counter()
    chance, count = 0.0, 0
    dropped: Counter[str] = Counter()
    for source in options.texts:
        document = pipeline.document(source)
        made = pipeline.make_items(document, seed=options.seed)
        vetted = pipeline.vet(made, document)
        dropped.update(vetted.dropped)
        for item in vetted.kept:
            if not isinstance(item.response, Choice):
                continue
            texts = [option.text for option in item.response.options[:4]]
            key = next(o.text for o in item.response.options if o.correct)
            chance, count = chance + 1 / len(texts), count + 1
            for name, guess in GUESSERS.items():
                scores = guess(item, texts)
                best = [t for t, s in zip(texts, scores, strict=True) if s == max(scores)]
                hits[name] += rng.choice(best) == key
    print(f"{count} choice items; a blind choice is right in {100 * chance / count:.1f} %")
    for name in GUESSERS:
        print(f"{name}: {100 * hits[name] / count:.1f} %")
    print("dropped by rule:", ", ".join(f"{code} {n}" for code, n in dropped.most_common()))


if __name__ == "__main__":
    main()
