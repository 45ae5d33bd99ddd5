"""Searching 100,000 sentences by the index, beside reading them all.

    python benchmarks/search.py [--sentences 100000] [--repeat 5]

The sentences are recombined from the corpus: the start of one and the end of another, cut at a
word, in texts of 20. Reading is the same query answered by the same matcher over every stored
sentence, one after the other, in the same file and run; a second peer scans the plain sentences in
memory with a regular expression, which finds words but no affix or part of speech.

Printed for each query: lines found, milliseconds by the index for the first 100 lines with their
contexts and their total, for all lines, for reading, and the shares of reading.
"""

import argparse
import random
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from quizgen import corpus
from quizgen.search.concordance import hits, search
from quizgen.search.fts import Scope
from quizgen.search.index import Index, fill
from quizgen.search.match import find
from quizgen.search.query import read_query
from quizgen.search.record import ALIGNED, Record, Text, packed, records

QUERIES = (
    "kata:belerang",
    "kata:besar",
    "ber*",
    "akar:besar&pos:VERB",
    "memper*|diper*",
    "meN-per-…-kan",
    "ke-…R-an|…R",
    "meN-…-kan",
    "imbuhan:-wan",
    "pos:VERB",
    "pos:INTJ",
    "pos:VERB pos:ADP entitas:ORG",
    "meN-…-kan * pos:ADJ",
    "antara [1-4] dan",
    "entitas:ORG",
    'entitas:"Korea Utara" pos:VERB',
    "lema:kata [0-2] bahwa",
    "yang pos:SCONJ",
)


def joined(first: Record, second: Record, number: int) -> Record:
    """Return the first half of one sentence and the second half of another."""
    cut, rest = len(first.spans()) // 2, len(second.spans()) // 2
    head, start = first.body[: first.spans()[cut][0]], second.spans()[rest][0]
    shift = len(head) - start
    spans = first.spans()[:cut] + [(a + shift, b + shift) for a, b in second.spans()[rest:]]
    names = [name for name in first.names() if name.end <= cut]
    names += [
        name._replace(first=name.first - rest + cut, end=name.end - rest + cut)
        for name in second.names()
        if name.first >= rest
    ]
    columns = {n: first.values(n)[:cut] + second.values(n)[rest:] for n in (*ALIGNED, "affix")}
    types = {name.first: name.type for name in names}
    columns["entity"] = [types.get(index, "") for index in range(len(spans))]
    columns["span"] = [f"{a}-{b}" for a, b in spans]
    return Record(f"s{number}", 1, head + second.body[start:], packed(columns, names))


def recombined(count: int) -> Iterator[tuple[Text, list[Record]]]:
    """Yield texts of 20 sentences until there are ``count``."""
    rng = random.Random(1)
    known = [r for id in corpus.article_ids() for r in records(corpus.load_document(id))]
    known = [record for record in known if len(record.spans()) > 4]
    for number in range(count // 20):
        text = Text(f"teks-{number}", None, None, 3 + number % 4)
        yield text, [joined(*rng.choices(known, k=2), n) for n in range(1, 21)]


def best(run: Callable[[], object], repeat: int) -> float:
    """Return the shortest of ``repeat`` runs in milliseconds."""
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


def measure(typed: str, index: Index, repeat: int) -> None:
    """Print one query's line."""
    query = read_query(typed)
    found = sum(1 for _, record in index.sentences() for _ in find(query, record))
    reading = best(lambda: [list(find(query, r)) for _, r in index.sentences()], 1)
    first = best(lambda: search(typed, index), repeat)
    every = best(lambda: sum(1 for _ in hits(query, index, Scope())), 1)
    assert sum(1 for _ in hits(query, index, Scope())) == found
    print(
        f"{typed:<32} {found:>7} {first:>8.2f} {every:>9.1f} {reading:>8.0f}"
        f" {first / reading:>7.2%} {every / reading:>7.1%}"
    )


def main() -> None:
    """Build the index and measure every query."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sentences", type=int, default=100_000)
    arguments.add_argument("--repeat", type=int, default=5)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.sqlite"
        texts = list(recombined(options.sentences))
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            seconds = best(lambda: fill(connection, texts), 1) / 1000
            index = Index(connection)
            print(
                f"{index.size()} sentences: built in {seconds:.0f} s,"
                f" {path.stat().st_size >> 20} MB"
            )
            print(
                f"{'query':<32} {'lines':>7} {'first ms':>8} {'all ms':>9} {'reading':>8}"
                "   first     all"
            )
            for typed in QUERIES:
                measure(typed, index, options.repeat)
            plain = "\n".join(record.body for _, sentences in texts for record in sentences)
            scan = best(lambda: re.findall(r"(?i)\bbelerang\b", plain), 1)
            print(f"a regular expression over the plain text in memory, belerang: {scan:.0f} ms")


if __name__ == "__main__":
    main()
