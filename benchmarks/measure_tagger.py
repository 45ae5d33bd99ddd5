"""Measure parts of speech and lemmas on sentences that the tagger was not trained on.

    python benchmarks/measure_tagger.py DATA_DIR [FOLDS [SILVER_FILE]]

DATA_DIR as for ``train_models.py``. CSUI train is cut into FOLDS runs of sentences (5 unless
said); each is tagged by a model trained on the other runs and on GSD dev and PUD. PUD news is
tagged by a model trained on the rest, and on SILVER_FILE as ``train_models.py`` uses it. The folds
are not: who tagged it had seen them. Lemmas are those that ``annotate`` gives these tags.
"""

import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from measure_language import surface_words
from train_models import (
    TAGGER_DEV,
    TAGGER_NORM,
    TAGGER_OTHERS,
    Labels,
    Tagged,
    Words,
    conllu,
    fit_tagger,
    silver_of,
)

from quizgen.language.crf import Model
from quizgen.language.lemmas import lemmas
from quizgen.language.tagger import Tagger

Sentence = tuple[Words, Labels, Labels]
"""Words, tags, lemmas."""
Row = tuple[str, str, str, str, str]
"""Word, treebank's tag and lemma, our tag and lemma."""

UNLEMMATISED = {"PUNCT", "PROPN", "NUM", "SYM", "X"}
OFTEN = 3


def sentences(data: Path, name: str) -> list[Sentence]:
    """Return the sentences of a treebank, multiword tokens joined."""
    found = []
    for rows in conllu(data / "ud" / f"{name}.conllu"):
        words, roots, tags = zip(*surface_words(rows), strict=True)
        found.append((list(words), list(tags), list(roots)))
    return found


def trained(
    norm: Iterable[Sentence], others: Iterable[Sentence], silver: Sequence[Tagged] = ()
) -> Tagger:
    """Return a tagger trained on the sentences as ``train_models.py`` trains the shipped one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upos.crfsuite"
        plain = [[(words, tags) for words, tags, _ in treebank] for treebank in (norm, others)]
        fit_tagger(path, *plain, silver)
        return Tagger(Model(path.read_bytes()))


def compared(tagger: Tagger, treebank: Iterable[Sentence]) -> Iterator[Row]:
    """Yield each word with the treebank's tag and lemma and ours."""
    for words, tags, roots in treebank:
        guess = tagger.tag(words)
        yield from zip(words, tags, roots, guess, lemmas(words, guess), strict=True)


def folds(treebank: list[Sentence], rest: list[Sentence], count: int) -> Iterator[Row]:
    """Yield the rows of a cross-validation over ``treebank``; ``rest`` is always trained on."""
    for number in range(count):
        start = number * len(treebank) // count
        end = (number + 1) * len(treebank) // count
        model = trained(treebank[:start] + treebank[end:], rest)
        yield from compared(model, treebank[start:end])


def lexicon(treebank: Iterable[Sentence]) -> dict[str, Counter[tuple[str, str]]]:
    """Return the tags and lemmas of each lower-case word."""
    table: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for words, tags, roots in treebank:
        for word, tag, root in zip(words, tags, roots, strict=True):
            table[word.lower()][tag, root.lower()] += 1
    return table


def other_lemma(row: Row, norm: dict[str, Counter[tuple[str, str]]]) -> bool:
    """Return whether CSUI knows the word and never gives it this lemma, so that we cannot."""
    word, _, root, _, _ = row
    known = norm.get(word.lower(), Counter())
    return bool(known) and all(lemma != root.lower() for _, lemma in known)


def other_tag(row: Row, norm: dict[str, Counter[tuple[str, str]]]) -> bool:
    """Return whether CSUI has the word three times or more and never with this tag."""
    word, tag, *_ = row
    known = norm.get(word.lower(), Counter())
    return known.total() >= OFTEN and all(other != tag for other, _ in known)


def share(right: Iterable[bool]) -> str:
    """Return the share of true values and their number."""
    values = list(right)
    return f"{sum(values) / len(values):.2%} of {len(values)}"


def report(name: str, rows: list[Row]) -> None:
    """Print the shares right and the commonest confusions."""
    words = [row for row in rows if row[1] not in UNLEMMATISED]
    print(f"{name} UPOS          {share(row[1] == row[3] for row in rows)}")
    print(f"{name} lemma, words  {share(row[2].lower() == row[4].lower() for row in words)}")
    print(f"{name} lemma, tokens {share(row[2].lower() == row[4].lower() for row in rows)}")
    wrong = Counter((row[1], row[3]) for row in rows if row[1] != row[3])
    pairs = ", ".join(f"{gold} as {ours} {count}" for (gold, ours), count in wrong.most_common(12))
    print(f"{name} confused      {pairs}")


def disagreements(rows: list[Row], norm: dict[str, Counter[tuple[str, str]]]) -> None:
    """Print what is left of PUD's errors where CSUI knows the word only otherwise."""
    same = [row for row in rows if not other_tag(row, norm)]
    print(f"{TAGGER_DEV} UPOS, words that CSUI never tags so left out: ", end="")
    print(share(row[1] == row[3] for row in same))
    same = [r for r in rows if r[1] not in UNLEMMATISED and not other_lemma(r, norm)]
    print(f"{TAGGER_DEV} lemma, words that CSUI cuts otherwise left out: ", end="")
    print(share(row[2].lower() == row[4].lower() for row in same))
    apart = Counter((r[0].lower(), r[1], r[3]) for r in rows if r[1] != r[3] and other_tag(r, norm))
    print("PUD against CSUI on principle: ", end="")
    print(
        ", ".join(f"{word} {pud} as {ours} {n}" for (word, pud, ours), n in apart.most_common(20))
    )


def speed(tagger: Tagger, treebank: list[Sentence]) -> str:
    """Return the words a second of processor time of a tagger that has seen the words before."""
    for words, _, _ in treebank:
        tagger.tag(words)
    begin = time.process_time()
    for words, _, _ in treebank:
        tagger.tag(words)
    total = sum(len(words) for words, _, _ in treebank)
    return f"{total / (time.process_time() - begin):,.0f} words/s"


def main(arguments: list[str]) -> None:
    """Print every measurement for the data folder named in ``arguments``."""
    if len(arguments) not in (1, 2, 3):
        raise SystemExit(
            "usage: python benchmarks/measure_tagger.py DATA_DIR [FOLDS [SILVER_FILE]]"
        )
    data, count = Path(arguments[0]), int((*arguments, "5")[1])
    csui, news = sentences(data, TAGGER_NORM), sentences(data, TAGGER_DEV)
    rest = [sentence for name in TAGGER_OTHERS for sentence in sentences(data, name)]
    report(f"{TAGGER_NORM} {count} folds", list(folds(csui, rest + news, count)))
    tagger = trained(csui, rest, silver_of(Path(arguments[2])) if arguments[2:] else [])
    rows = list(compared(tagger, news))
    report(TAGGER_DEV, rows)
    disagreements(rows, lexicon(csui))
    print(f"tagger {speed(tagger, news)}")


if __name__ == "__main__":
    main(sys.argv[1:])
