"""The one function that every engine calls: a partition in, finished tables out."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import cache
from typing import Any

from quizgen.batch.annotations import annotation_rows
from quizgen.batch.incoming import Failure, articles
from quizgen.batch.items import item_rows
from quizgen.batch.job import Done, Job, Rows, StepName
from quizgen.batch.partitions import Partition
from quizgen.batch.repeats import MADE
from quizgen.batch.schema import ARTICLES, ERRORS, ITEMS, SIGNATURES, TEXT_ROWS
from quizgen.batch.signatures import signature_rows
from quizgen.batch.tables import PartWriter, part_path, read_part
from quizgen.model import Article

_MAKERS: Mapping[StepName, Callable[[Article, Job], Rows]] = {
    "annotate": annotation_rows,
    "sign": signature_rows,
    "items": item_rows,
}
_TABLES: Mapping[StepName, Mapping[str, tuple[str, Any]]] = {
    "annotate": {"errors": ("errors", ERRORS), "articles": ("articles", ARTICLES)},
    "sign": {"signatures": ("signatures", SIGNATURES)},
    "items": {
        "errors": ("errors", ERRORS),
        "texts": ("texts", TEXT_ROWS),
        "items": (MADE, ITEMS),
    },
}
"""The folder and the columns of what a step writes; the last one says that a part is finished."""
_YOUNG = 50_000
"""So many new objects are made before the garbage collector looks at them."""
_SAME_ID = "its id stands for an earlier article too; every article needs an id of its own"


def process(partition: Partition, job: Job) -> Done:
    """Work on every article of a partition and write its parts; nothing of it is kept in memory.

    The parts appear only when all is done, the one that says so last.
    """
    tables = _TABLES[job.step]
    count = failures = 0
    with ExitStack() as stack:
        writers = {
            name: stack.enter_context(
                PartWriter(part_path(job.out, folder, partition.number), schema)
            )
            for name, (folder, schema) in tables.items()
        }
        for made in outcomes(partition, job):
            if isinstance(made, Failure):
                failures += 1
                if "errors" in writers:
                    writers["errors"].add([{"id": made.id, "reason": made.reason}])
                continue
            for name, rows in made.items():
                writers[name].add(rows)
        for writer in writers.values():
            writer.commit()
        count = writers[list(tables)[-1]].count
    _settle()
    return Done(partition=partition.number, articles=partition.count, rows=count, failures=failures)


@cache
def _settle() -> None:
    """Take what is loaded by now, models and word lists, out of the garbage collector's rounds.

    They stay as long as the process does, and walking through them again and again costs a
    fifteenth of the time. Young objects are looked at less often as well, for Dask listens to
    every round; few of ours are in cycles.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, 50)


def outcomes(partition: Partition, job: Job) -> Iterator[Rows | Failure]:
    """Yield what becomes of each article in order: its rows, or why it has none.

    A near-duplicate yields nothing, for the table ``duplicates`` tells of it.
    """
    repeated = _places("duplicates", partition, job)
    same = _places("same_ids", partition, job)
    for place, article in enumerate(articles(partition)):
        if place in repeated:
            continue
        if place in same:
            yield Failure(article.id, _SAME_ID)
        elif isinstance(article, Failure):
            yield article
        else:
            yield _made(article, place, job)


def is_finished(partition: Partition, job: Job) -> bool:
    """Tell whether an earlier run has finished a partition."""
    names = [folder for folder, _ in _TABLES[job.step].values()]
    last = [names[-1], "items"] if names[-1] == MADE else [names[-1]]
    return any(part_path(job.out, name, partition.number).exists() for name in last)


def _made(article: Article, place: int, job: Job) -> Rows | Failure:
    try:
        rows = _MAKERS[job.step](article, job)
    # One article that we fail on must not stop a million others; its row says what to report.
    except Exception as error:
        return Failure(article.id, f"quizgen failed on it: {type(error).__name__}: {error}")
    if job.step == "sign":
        return {name: [{**row, "place": place} for row in each] for name, each in rows.items()}
    return rows


def _places(table: str, partition: Partition, job: Job) -> set[int]:
    """Return the places that a table of the run names in a partition."""
    path = part_path(job.out, table, partition.number)
    if job.step != "items" or not path.exists():
        return set()
    return {row["place"] for row in read_part(path, ["place"])}
