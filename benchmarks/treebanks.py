"""Reads treebanks as this project sees a sentence: surface words, clitics on their host."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from train_models import conllu, host


@dataclass(frozen=True, slots=True)
class Word:
    """A surface word of a treebank; ``head`` is a word's index, -1 for the root."""

    form: str
    upos: str
    head: int
    relation: str


def trees(path: Path) -> Iterator[list[Word]]:
    """Yield the sentences of a CoNLL-U file with every multiword token as one word.

    The word stands where its topmost part stands: *kematiannya* where *kematian* does.
    """
    for rows in conllu(path):
        yield merged(rows)


def merged(rows: list[list[str]]) -> list[Word]:
    """Return the surface words of one sentence."""
    groups = list(grouped(rows))
    at = {row[0]: index for index, (_, parts) in enumerate(groups) for row in parts}
    words = []
    for index, (form, parts) in enumerate(groups):
        tops = [row for row in parts if at.get(row[6], -1) != index]
        top = host(tops or parts)
        words.append(Word(form, host(parts)[3], at.get(top[6], -1), top[7]))
    return words


def grouped(rows: list[list[str]]) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield every surface form with the rows of its parts."""
    by_id = {row[0]: row for row in rows}
    skip = 0
    for row in rows:
        if "-" in row[0]:
            first, skip = (int(part) for part in row[0].split("-"))
            yield row[1], [by_id[str(number)] for number in range(first, skip + 1)]
        elif "." not in row[0] and int(row[0]) > skip:
            yield row[1], [row]
