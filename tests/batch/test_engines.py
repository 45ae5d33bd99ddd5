"""Workers may die; partitions may not get lost."""

import os
from functools import partial
from pathlib import Path

import pytest

from quizgen.batch.engines import Cluster, Here, Processes, engine
from quizgen.batch.job import Done
from quizgen.batch.partitions import Partition
from quizgen.errors import BatchError

PARTS = tuple(Partition(number=number, count=1, kind="lines", paths=("a",)) for number in range(5))


def die_at_first(partition: Partition, folder: Path) -> Done:
    """Kill the worker at the first try of partition 2, and leave a trace of each finished one."""
    mark = folder / "died"
    if partition.number == 2 and not mark.exists():
        mark.touch()
        os._exit(9)
    return Done(partition=partition.number, articles=1)


def die(partition: Partition) -> Done:
    os._exit(9)


def test_what_a_dead_worker_had_in_hand_is_done_by_others(tmp_path: Path) -> None:
    found = Processes(2).run(partial(die_at_first, folder=tmp_path), PARTS)
    assert sorted(done.partition for done in found) == [0, 1, 2, 3, 4]


def test_a_partition_that_always_kills_its_worker_is_named() -> None:
    with pytest.raises(BatchError, match="died 3 times at partition 0"):
        list(Processes(1).run(die, PARTS[:1]))


def threads_of_child(partition: Partition, path: Path) -> Done:
    path.write_text(os.environ.get("OMP_NUM_THREADS", "as many as it likes"), encoding="utf-8")
    return Done(partition=partition.number, articles=1)


def test_a_process_of_the_pool_has_one_thread_and_the_caller_as_many_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    list(Processes(1).run(partial(threads_of_child, path=tmp_path / "told"), PARTS[:1]))
    assert (tmp_path / "told").read_text(encoding="utf-8") == "1"
    assert "OMP_NUM_THREADS" not in os.environ


def test_the_engine_is_the_one_asked_for() -> None:
    assert isinstance(engine(1, None), Here)
    assert engine(3, None) == Processes(3)
    assert engine(1, "tcp://a:1") == Cluster("tcp://a:1")


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizgen.batch.engines._SECONDS_TO_CONNECT", 1)
    with pytest.raises(BatchError, match="no scheduler answers"):
        list(Cluster("tcp://127.0.0.1:9").run(die, PARTS))
