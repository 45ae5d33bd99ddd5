"""How long ``quizgen --help`` takes, as a multiple of importing click alone."""

import statistics
import subprocess
import sys
import time

RUNS = 15
HELP = [sys.executable, "-m", "quizgen", "--help"]
CLICK = [sys.executable, "-c", "import click"]


def seconds(command: list[str]) -> float:
    """Return the wall time of one run of ``command`` in seconds."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Run both in turn, so that both meet the same machine, and print medians and their ratio."""
    seconds(HELP), seconds(CLICK)
    pairs = [(seconds(HELP), seconds(CLICK)) for _ in range(RUNS)]
    help_time = statistics.median(pair[0] for pair in pairs)
    click_time = statistics.median(pair[1] for pair in pairs)
    print(f"quizgen --help  {help_time:.3f} s, median of {RUNS}")
    print(f"import click    {click_time:.3f} s, median of {RUNS}")
    print(f"ratio           {help_time / click_time:.2f}")


if __name__ == "__main__":
    main()
