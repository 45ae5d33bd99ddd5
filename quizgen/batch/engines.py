"""Three ways to run the same function over partitions: here, on all cores, on a cluster.

None of them touches a row: a task writes its own parts and returns a few numbers, so that results
may come in any order.
"""

import multiprocessing
import os
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from quizgen.batch.job import Done
from quizgen.batch.partitions import Partition
from quizgen.errors import BatchError

Task = Callable[[Partition], Done]
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_DEATHS = 3
"""So often a worker may die at a partition before the run stops."""
_SECONDS_TO_CONNECT = 10


class Engine(Protocol):
    """Runs a task over partitions."""

    def run(self, task: Task, partitions: Sequence[Partition]) -> Iterator[Done]:
        """Yield the results in the order in which they come.

        Raises:
            BatchError: if a partition cannot be finished.
        """
        ...


def engine(workers: int, scheduler: str | None) -> Engine:
    """Return the engine for so many processes, or for the cluster of a Dask scheduler."""
    if scheduler:
        return Cluster(scheduler)
    return Processes(workers) if workers > 1 else Here()


def cores() -> int:
    """Return how many cores this machine has."""
    return os.cpu_count() or 1


def one_thread() -> list[str]:
    """Let numerical libraries that are loaded from now on use one thread, unless the user chose.

    Workers share the cores already; more threads would only be in each other's way: two processes
    of two threads on two cores were twenty times slower.

    Returns:
        The variables of the environment that were set.
    """
    unset = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    return unset


@contextmanager
def _children_of_one_thread() -> Iterator[None]:
    """Start processes inside with one thread each, whatever they import first."""
    changed = one_thread()
    try:
        yield
    finally:
        for name in changed:
            os.environ.pop(name, None)


class Here:
    """Works in this process."""

    def run(self, task: Task, partitions: Sequence[Partition]) -> Iterator[Done]:
        """Yield the results in order; see ``Engine.run``."""
        yield from map(task, partitions)


@dataclass(frozen=True)
class Processes:
    """Works in several processes of this machine."""

    workers: int

    def run(self, task: Task, partitions: Sequence[Partition]) -> Iterator[Done]:
        """Yield the results as they come; see ``Engine.run``.

        When a worker dies, what was in hand is done again by new ones.
        """
        waiting, deaths = deque(partitions), Counter[int]()
        flying: dict[Future[Done], Partition] = {}
        while waiting or flying:
            try:
                yield from self._with_pool(task, waiting, flying)
            except BrokenProcessPool:
                lost = sorted(flying.values(), key=lambda each: each.number)
                flying.clear()
                deaths.update(each.number for each in lost)
                _check_deaths(deaths, "worker")
                waiting.extendleft(reversed(lost))

    def _with_pool(
        self, task: Task, waiting: deque[Partition], flying: dict[Future[Done], Partition]
    ) -> Iterator[Done]:
        context = multiprocessing.get_context("spawn")
        with _children_of_one_thread(), ProcessPoolExecutor(self.workers, context) as pool:
            try:
                while waiting or flying:
                    while waiting and len(flying) < self.workers:
                        partition = waiting.popleft()
                        flying[pool.submit(task, partition)] = partition
                    for future in wait(flying, return_when=FIRST_COMPLETED).done:
                        done = future.result()
                        del flying[future]
                        yield done
            finally:
                pool.shutdown(wait=True, cancel_futures=True)


def _check_deaths(deaths: Counter[int], who: str) -> None:
    often = sorted(number for number, count in deaths.items() if count >= _DEATHS)
    if often:
        named = ", ".join(map(str, often))
        raise BatchError(
            f"a {who} died {_DEATHS} times at partition {named}, maybe for want of memory; what is"
            " finished stays: try again with fewer --workers or leave that article out"
        )


@dataclass(frozen=True)
class Cluster:
    """Works on the cluster of a Dask scheduler; its workers must see the same folders."""

    address: str

    def run(self, task: Task, partitions: Sequence[Partition]) -> Iterator[Done]:
        """Yield the results as they come; see ``Engine.run``.

        Dask gives the partitions of a dead worker to others.
        """
        distributed = _distributed()
        with self._client(distributed) as client:
            _check_workers(client, self.address)
            try:
                yield from _submitted(client, distributed, task, partitions)
            except distributed.KilledWorker as error:
                raise BatchError(
                    f"{self.address}: workers died several times at the same partition, maybe for"
                    " want of memory; what is finished stays: give them more or leave it out"
                ) from error

    def _client(self, distributed: Any) -> Any:
        try:
            return distributed.Client(self.address, timeout=_SECONDS_TO_CONNECT)
        except (OSError, ValueError) as error:
            raise BatchError(
                f"{self.address}: no scheduler answers; start one with 'dask scheduler' and name"
                " its address, such as tcp://10.0.0.1:8786"
            ) from error


def _submitted(
    client: Any, distributed: Any, task: Task, partitions: Sequence[Partition]
) -> Iterator[Done]:
    """Yield results, twice as many tasks being out at a time as there are workers."""
    waiting = deque(partitions)
    running = distributed.as_completed()
    room = 2 * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
    for _ in range(min(room, len(waiting))):
        running.add(client.submit(task, waiting.popleft(), pure=False))
    for future in running:
        done = future.result()
        future.release()
        if waiting:
            running.add(client.submit(task, waiting.popleft(), pure=False))
        yield done


def _check_workers(client: Any, address: str) -> None:
    """Accept workers of one thread and of our version: the analyser is not made for threads."""
    from quizgen import __version__

    workers = client.scheduler_info(n_workers=-1)["workers"]
    if not workers:
        raise BatchError(f"{address}: has no worker; start some with 'dask worker {address}'")
    for name, about in workers.items():
        if about["nthreads"] > 1:
            raise BatchError(
                f"{name}: has {about['nthreads']} threads; start it with"
                f" 'dask worker {address} --nworkers auto --nthreads 1'"
            )
    for name, version in client.run(_version).items():
        if version != __version__:
            raise BatchError(f"{name}: has quizgen {version}, this is {__version__}")


def _version() -> str:
    from quizgen import __version__

    return __version__


def _distributed() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise BatchError("--scheduler needs Dask: pip install 'quizgen[cluster]'") from error
    return distributed
