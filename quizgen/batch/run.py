"""A whole run: plan, work, and what is decided over all articles in between."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from quizgen import __version__
from quizgen.batch.alone import alone
from quizgen.batch.duplicates import write_duplicates
from quizgen.batch.engines import Engine
from quizgen.batch.items import offered_types
from quizgen.batch.job import Choices, Done, Job
from quizgen.batch.manifest import begin, refuse_other_files
from quizgen.batch.partitions import Partition, cut, fingerprint
from quizgen.batch.progress import Progress
from quizgen.batch.repeats import MADE, write_items
from quizgen.batch.tables import part_path, parts, read_part, sweep
from quizgen.batch.work import is_finished, process

TABLES = (
    "articles", "texts", "items", "errors", "duplicates", "same_ids", "repeats", "signatures", MADE,
)  # fmt: skip
"""Every folder that a run may write."""
NewProgress = Callable[[str, int], Progress]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run has made, in numbers; those of an earlier run that it went on with included."""

    articles: int
    rows: int
    errors: int
    duplicates: int = 0
    repeats: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a run reads and writes, how it is cut, and who works."""

    source: Path
    out: Path
    size: int
    engine: Engine
    progress: NewProgress
    force: bool = False


def annotate(setting: Setting) -> Report:
    """Annotate every article of the source.

    Raises:
        InputError: if the source cannot be read.
        OutputError: if the folder holds something else.
        BatchError: if a partition cannot be finished.
    """
    with _begun(setting, "annotate", Choices()) as partitions:
        _work(setting, Job(step="annotate", out=setting.out.resolve()), partitions, "annotate")
        return Report(
            articles=_total(partitions),
            rows=_rows(setting.out, "articles"),
            errors=_rows(setting.out, "errors"),
        )


def items(setting: Setting, choices: Choices) -> Report:
    """Make the items of every article that no earlier one nearly repeats, each fact once.

    Raises:
        UnknownNameError: listing the valid types.
        InputError: if the source cannot be read.
        OutputError: if the folder holds something else.
        BatchError: if a partition cannot be finished.
    """
    choices = replace(choices, types=offered_types(choices), unasked=not choices.types)
    with _begun(setting, "items", choices) as partitions:
        kept, dropped = _make(setting, choices, partitions)
        return Report(
            articles=_total(partitions),
            rows=kept,
            errors=_rows(setting.out, "errors"),
            duplicates=_rows(setting.out, "duplicates"),
            repeats=dropped,
        )


def _make(setting: Setting, choices: Choices, partitions: Sequence[Partition]) -> tuple[int, int]:
    """Write the items, and return how many are kept and how many asked a fact again."""
    numbers = [partition.number for partition in partitions]
    job = Job(step="items", out=setting.out.resolve(), choices=choices)
    if not _all_there(setting.out, "duplicates", numbers):
        _work(setting, replace(job, step="sign"), partitions, "compare")
        write_duplicates(setting.out, numbers, choices.similarity)
    _work(setting, job, partitions, "items")
    return write_items(setting.out, numbers)


@contextmanager
def _begun(setting: Setting, command: str, choices: Choices) -> Iterator[list[Partition]]:
    """Cut the source, and hold the folder of the run."""
    partitions = cut(setting.source, setting.size)
    wanted = {
        "quizgen": __version__,
        "command": command,
        "input": setting.source.name,
        "fingerprint": fingerprint(setting.source),
        "size": setting.size,
        **asdict(choices),
        "types": list(choices.types),
        "partitions": len(partitions),
        "articles": _total(partitions),
    }
    refuse_other_files(setting.out)
    with alone(setting.out):
        begin(setting.out, wanted, TABLES, force=setting.force)
        sweep(setting.out, TABLES)
        yield partitions


def _work(setting: Setting, job: Job, partitions: Sequence[Partition], label: str) -> list[Done]:
    """Run a step over the partitions that are not finished yet."""
    waiting = [each for each in partitions if not is_finished(each, job)]
    progress = setting.progress(label, _total(partitions))
    progress.skip(_total(partitions) - _total(waiting))
    finished = []
    for done in setting.engine.run(partial(process, job=job), waiting):
        finished.append(done)
        progress.add(done.articles)
    return finished


def _all_there(out: Path, table: str, numbers: Sequence[int]) -> bool:
    return all(part_path(out, table, number).exists() for number in numbers)


def _total(partitions: Sequence[Partition]) -> int:
    return sum(partition.count for partition in partitions)


def _rows(out: Path, table: str) -> int:
    return sum(len(read_part(path, ["id"])) for path in parts(out, table))
