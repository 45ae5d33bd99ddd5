"""Measure the language layer against treebanks: tokens, sentences, lemmas, roots and speed.

    python benchmarks/measure_language.py DATA_DIR

DATA_DIR as for ``train_models.py``. The treebanks' news halves are measured; the models were not
trained on PUD news, but the exception list of the morphology was checked on CSUI.
"""

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from train_models import conllu, host

from quizgen.language.annotate import annotate
from quizgen.language.lemmas import lemmas
from quizgen.language.morphology import analyse
from quizgen.language.sentences import split_sentences
from quizgen.language.tokens import tokenize
from quizgen.model import Article

NEWS = ("id_csui-ud-train", "id_pud-news")
UNLEMMATISED = {"PUNCT", "PROPN", "NUM", "SYM", "X"}


def texts(path: Path) -> list[str]:
    """Return the raw text of every sentence of a CoNLL-U file."""
    found = re.findall(r"^# text = (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return [" ".join(text.split()) for text in found]


def surface_words(rows: list[list[str]]) -> Iterator[tuple[str, str, str]]:
    """Yield (surface form, lemma of the host, tag of the host) of a sentence."""
    by_id = {row[0]: row for row in rows}
    skip = 0
    for row in rows:
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            inner = host([by_id[str(number)] for number in range(first, last + 1)])
            yield row[1], inner[2], inner[3]
            skip = last
        elif "." not in row[0] and int(row[0]) > skip:
            yield row[1], row[2], row[3]


def token_agreement(path: Path) -> str:
    """Return precision and recall of token spans against the treebank's surface tokens."""
    right = ours = theirs = 0
    for text, rows in zip(texts(path), conllu(path), strict=True):
        gold, position = set(), 0
        for form, _, _ in surface_words(rows):
            start = text.index(form, position)
            position = start + len(form)
            gold.add((start, position))
        mine = set(tokenize(text))
        right, ours, theirs = right + len(gold & mine), ours + len(mine), theirs + len(gold)
    return f"P {right / ours:.2%} R {right / theirs:.2%} of {theirs}"


def sentence_agreement(path: Path) -> str:
    """Return precision and recall of sentence ends in paragraphs of five treebank sentences."""
    right = ours = theirs = 0
    sentences = texts(path)
    for first in range(0, len(sentences), 5):
        group = sentences[first : first + 5]
        article = Article(id="x", paragraphs=(" ".join(group),))
        gold = {len(" ".join(group[: count + 1])) for count in range(len(group))}
        mine = {sentence.end for sentence in split_sentences(article)}
        right, ours, theirs = right + len(gold & mine), ours + len(mine), theirs + len(gold)
    return f"P {right / ours:.2%} R {right / theirs:.2%} of {theirs}"


def lemma_accuracy(path: Path) -> str:
    """Return the share of words, names and numbers apart, whose lemma is the treebank's.

    The tags are the treebank's too; ``measure_tagger.py`` measures with our own.
    """
    pairs = []
    for rows in conllu(path):
        words, roots, tags = zip(*surface_words(rows), strict=True)
        found = zip(lemmas(words, tags), roots, tags, strict=True)
        pairs += [
            (mine.lower(), root.lower()) for mine, root, tag in found if tag not in UNLEMMATISED
        ]
    return f"{sum(mine == root for mine, root in pairs) / len(pairs):.2%} of {len(pairs)}"


def root_accuracy(path: Path) -> str:
    """Return the share of UniMorph's forms that are cut to UniMorph's lemma."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = [(row[1], row[0]) for row in rows if " " not in row[0] + row[1]]
    right = sum(analyse(form).root == lemma for form, lemma in pairs)
    return f"{right / len(pairs):.2%} of {len(pairs)}"


def speed(path: Path) -> str:
    """Return the words a second of ``annotate`` on one core, after a warming first article."""
    sentences = texts(path)
    annotate(Article(id="warm", paragraphs=(sentences[0],)))
    articles = [
        Article(id=str(first), paragraphs=tuple(sentences[first : first + 20]))
        for first in range(0, len(sentences), 20)
    ]
    begin = time.perf_counter()
    words = sum(
        len(sentence.tokens) for article in articles for sentence in annotate(article).sentences
    )
    return f"{words / (time.perf_counter() - begin):,.0f} words/s over {words} words"


def main(arguments: list[str]) -> None:
    """Print every measurement for the data folder named in ``arguments``."""
    if len(arguments) != 1:
        raise SystemExit("usage: python benchmarks/measure_language.py DATA_DIR")
    data = Path(arguments[0])
    begin = time.perf_counter()
    annotate(Article(id="first", paragraphs=("Ani membaca buku.",)))
    print(f"first annotate(), with loading: {time.perf_counter() - begin:.2f} s")
    for name in NEWS:
        path = data / "ud" / f"{name}.conllu"
        print(f"{name} tokens    {token_agreement(path)}")
        print(f"{name} sentences {sentence_agreement(path)}")
        print(f"{name} lemmas    {lemma_accuracy(path)}")
        print(f"{name} annotate  {speed(path)}")
    print(f"UniMorph roots   {root_accuracy(data / 'morphology' / 'unimorph-ind.tsv')}")


if __name__ == "__main__":
    main(sys.argv[1:])
