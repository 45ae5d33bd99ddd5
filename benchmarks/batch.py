"""Many articles at once: speed on each engine, cost over size, memory, and killed workers.

    python benchmarks/batch.py [--sizes 100,500,1000,5000] [--probe 400] [--only speed,curve,kill]

The articles are recombined from sentences of the corpus with a seed. Every figure is of a whole
command, its start included. Seconds of processor time are printed beside seconds on the clock, and
the load of the machine beside both, for the clock alone says little on a machine that is shared.
Needs psutil, which comes with dask[distributed].
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from quizgen import corpus
from quizgen.batch.tables import parts, read_part

_PARTITION = 50


def recombine(count: int, path: Path, seed: int = 1) -> None:
    """Write so many articles of four to seven paragraphs, each of two to four corpus sentences."""
    documents = [corpus.load_document(id) for id in corpus.article_ids()]
    sentences = [sentence.text for document in documents for sentence in document.sentences]
    rng = random.Random(seed)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            sizes = [rng.randint(2, 4) for _ in range(rng.randint(4, 7))]
            text = "\n\n".join(" ".join(rng.sample(sentences, size)) for size in sizes)
            record = {"id": f"a{number:06}", "title": f"Berita {number}", "text": text}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


@dataclass
class Watch:
    """What the processes below this one use, looked at once a second."""

    peaks: dict[int, int] = field(default_factory=dict)
    seconds: dict[int, float] = field(default_factory=dict)
    stopped: threading.Event = field(default_factory=threading.Event)

    def look(self) -> None:
        """Look until it is stopped."""
        while not self.stopped.wait(1.0):
            for process in psutil.Process().children(recursive=True):
                try:
                    used, times = process.memory_info().rss, process.cpu_times()
                except psutil.Error:
                    continue
                self.peaks[process.pid] = max(used, self.peaks.get(process.pid, 0))
                self.seconds[process.pid] = times.user + times.system


@dataclass(frozen=True)
class Cost:
    """What a command has cost."""

    clock: float
    processor: float
    peaks: tuple[int, ...]
    """The largest peaks of memory of one process, in MB."""
    load: float


@contextmanager
def watching() -> Iterator[Watch]:
    """Watch the processes that are started inside."""
    watch = Watch()
    thread = threading.Thread(target=watch.look)
    thread.start()
    try:
        yield watch
    finally:
        watch.stopped.set()
        thread.join()


def command(step: str, source: Path, out: Path, *rest: str) -> list[str]:
    """Return the command line of a run."""
    words = [sys.executable, "-m", "quizgen", "batch", step, str(source), "--out", str(out)]
    return [*words, "--partition", str(_PARTITION), *rest]


def measure(step: str, source: Path, out: Path, *rest: str) -> Cost:
    """Run a command and return what it has cost."""
    known = Counter({p.pid: total(p) for p in psutil.Process().children(recursive=True)})
    with watching() as watch:
        start = time.perf_counter()
        subprocess.run(command(step, source, out, *rest), check=True, capture_output=True)
        clock = time.perf_counter() - start
        time.sleep(0.3)
    spent = sum(seconds - known[pid] for pid, seconds in watch.seconds.items())
    peaks = sorted((peak // 1_000_000 for peak in watch.peaks.values()), reverse=True)[:3]
    return Cost(clock, spent, tuple(peaks), psutil.getloadavg()[0])


def total(process: psutil.Process) -> float:
    """Return the processor seconds that a process has used."""
    times = process.cpu_times()
    return float(times.user + times.system)


@contextmanager
def cluster() -> Iterator[str]:
    """Start a Dask cluster of two workers and yield its address."""
    import dask
    from distributed import LocalCluster

    # Freed memory is kept, as in the other engines: see quizgen/batch/README.md.
    freely = {"distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": None}
    with (
        dask.config.set(freely),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as made,
    ):
        yield made.scheduler_address


def show(label: str, count: int, cost: Cost, base: float | None = None) -> float:
    """Print a line of figures and return the articles per second."""
    rate = count / cost.clock
    told = f", efficiency {rate / base / 2:.0%} by the clock" if base else ""
    print(
        f"{label}: {count} articles in {cost.clock:.1f} s, {rate:.2f} a second{told};"
        f" processor {cost.processor:.1f} s, {1000 * cost.processor / count:.0f} ms an article;"
        f" peaks {', '.join(map(str, cost.peaks))} MB; load {cost.load:.1f}",
        flush=True,
    )
    return rate


def speed(folder: Path, count: int) -> None:
    """Compare the engines on the same articles, and what they have written."""
    source = folder / "probe.jsonl"
    recombine(count, source)
    for step in ("annotate", "items"):
        outs = [folder / f"{step}-{name}" for name in ("one", "two", "dask")]
        one = show(f"{step}, one process", count, measure(step, source, outs[0], "--workers", "1"))
        show(f"{step}, two", count, measure(step, source, outs[1], "--workers", "2"), one)
        with cluster() as address:
            cost = measure(step, source, outs[2], "--scheduler", address)
        show(f"{step}, Dask of two", count, cost, one)
        print(f"{step}: same bytes on all three: {len({contents(out) for out in outs}) == 1}")


def contents(out: Path) -> tuple[tuple[str, bytes], ...]:
    """Return every part of a run."""
    found = sorted(out.glob("*/part-*.parquet"))
    return tuple((path.relative_to(out).as_posix(), path.read_bytes()) for path in found)


def curve(folder: Path, sizes: Sequence[int]) -> None:
    """Measure items over the size of the archive, and what they take on the disk."""
    costs: list[tuple[int, Cost]] = []
    for size in sizes:
        source, out = folder / f"{size}.jsonl", folder / f"curve-{size}"
        recombine(size, source)
        cost = measure("items", source, out, "--workers", "2")
        show("items, two", size, cost)
        costs.append((size, cost))
        stored(out, size)
    draw(costs)


def stored(out: Path, count: int) -> None:
    """Print what the tables of a run hold and take."""
    for table in ("articles", "texts", "items", "repeats"):
        found = parts(out, table)
        if found:
            size = sum(path.stat().st_size for path in found)
            rows = sum(len(read_part(path, ["id"])) for path in found)
            print(f"  {table}: {rows} rows, {size / count / 1000:.2f} kB an article")


def draw(costs: Sequence[tuple[int, Cost]]) -> None:
    """Draw processor seconds over size, and print how far they are from a straight line."""
    most = costs[-1][1].processor
    for size, cost in costs:
        print(f"{size:>6} {'#' * max(1, round(60 * cost.processor / most))} {cost.processor:.0f} s")
    (first, low), (last, high) = costs[0], costs[-1]
    slope = (high.processor - low.processor) / max(last - first, 1)
    start = low.processor - slope * first
    off = [abs(c.processor / (start + slope * size) - 1) for size, c in costs]
    line = f"{start:.1f} s + {1000 * slope:.0f} ms an article"
    print(f"line through the ends: {line}; off {max(off):.1%}")


def kill(folder: Path, count: int) -> None:
    """Kill a worker in mid-run, in a pool and in a cluster, and count what was written."""
    source = folder / "kill.jsonl"
    recombine(count, source)
    whole = folder / "kill-whole"
    measure("annotate", source, whole, "--workers", "1")
    for name in ("pool", "dask"):
        out = folder / f"kill-{name}"
        if name == "pool":
            run_and_kill(source, out, "--workers", "2")
        else:
            with cluster() as address:
                run_and_kill(source, out, "--scheduler", address)
        ids = Counter(
            row["id"] for part in parts(out, "articles") for row in read_part(part, ["id"])
        )
        twice = sum(number > 1 for number in ids.values())
        print(
            f"killed in {name}: {count - len(ids)} of {count} lost, {twice} twice;"
            f" same bytes as whole: {contents(out) == contents(whole)}"
        )


def run_and_kill(source: Path, out: Path, *rest: str) -> None:
    """Run a command and kill one of its workers after the first finished part."""
    with subprocess.Popen(
        command("annotate", source, out, *rest),
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    ) as started:
        while not parts(out, "articles") and started.poll() is None:
            time.sleep(0.05)
        worker = busiest(started.pid if "--workers" in rest else os.getpid(), started.pid)
        print(f"killing process {worker.pid} after {len(parts(out, 'articles'))} parts")
        worker.kill()
        if started.wait() != 0:
            print("the run has failed")


def busiest(parent: int, but: int) -> psutil.Process:
    """Return the process below ``parent`` that works most."""
    below = [p for p in psutil.Process(parent).children(recursive=True) if p.pid != but]
    return max(below, key=total)


def main() -> None:
    """Measure what is asked for."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sizes", default="100,500,1000,5000")
    arguments.add_argument("--probe", type=int, default=400)
    arguments.add_argument("--only", default="speed,curve,kill")
    options = arguments.parse_args()
    wanted = options.only.split(",")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "speed" in wanted:
            speed(folder, options.probe)
        if "kill" in wanted:
            kill(folder, options.probe)
        if "curve" in wanted:
            curve(folder, [int(size) for size in options.sizes.split(",")])


if __name__ == "__main__":
    main()
