"""Write news with the tags that the parser's teachers gave it, for the tagger to learn from.

    python benchmarks/silver_tags.py DATA_DIR NEWS_FILE examples.npz guesses.npz silver.tsv

DATA_DIR and NEWS_FILE as for ``teacher_data.py``, which wrote the examples of them; the guesses are
those of ``train_teachers.py``. ``train_models.py`` and ``measure_tagger.py`` take what this writes;
the tagger that ships does without.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from teacher_data import KINDS, texts
from train_models import Labels, Words

SENTENCES = 5000
SURE = 0.9
"""Sentences of whose tags the teachers are less sure on average are left out."""


def silver(data: Path, news: Path, examples: Path, guesses: Path) -> Iterator[tuple[Words, Labels]]:
    """Yield words and tags of sentences drawn by chance."""
    known, upos = np.load(examples), np.load(guesses)["soft_upos"]
    names, size = [str(name) for name in known["upos_names"]], known["size"].astype(int)
    start = np.cumsum(size) - size
    places = np.flatnonzero(known["kind"] == KINDS.index("text"))
    sentences = [one.words for one in texts(data, news)]
    for at in random.Random(0).sample(range(len(sentences)), SENTENCES):
        first, words = int(start[places[at]]), sentences[at]
        said = upos[first : first + len(words)].astype(np.float32)
        if said.max(1).mean() > SURE:
            yield list(words), [names[best] for best in said.argmax(1)]


def main(arguments: list[str]) -> None:
    """Write the sentences of the files named in ``arguments``, a word and its tag a line."""
    if len(arguments) != 5:
        raise SystemExit("usage: python benchmarks/silver_tags.py DATA NEWS EXAMPLES GUESSES OUT")
    *sources, out = map(Path, arguments)
    blocks = (
        "".join(f"{word}\t{tag}\n" for word, tag in zip(words, tags, strict=True))
        for words, tags in silver(*sources)
    )
    out.write_text("\n".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
