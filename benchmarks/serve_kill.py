"""Kill the server (kill -9) at random moments of saving: is all that it acknowledged still there?

In every round two writers add items as fast as they can through the real server until it is
killed. Then the file is opened again: SQLite must call it sound, every acknowledged item must be
in the draft, and every part must be what the list of revisions says.

    python benchmarks/serve_kill.py [ROUNDS]
"""

import json
import random
import sqlite3
import sys
import tempfile
import threading
import time
from pathlib import Path

import httpx
from serve_client import ARTICLE, Visitor, start

from quizgen.serve.workshop import DATABASE

TEXT = "\n\n".join(ARTICLE.split("\n\n")[:2])
"""Short, for the server reads it anew in every round."""
LONGEST = 0.5
"""Seconds after the first saved item within which the server is killed."""


def write(visitor: Visitor, draft: str, mark: str, saved: list[str]) -> None:
    """Add one item after the other until the server is gone; keep those acknowledged."""
    number = 0
    while True:
        number += 1
        prompt = f"Soal {mark}-{number}?"
        sent = {"kind": "short-answer", "prompt": prompt, "answer": ["satu"]}
        try:
            answer = visitor.post(f"{draft}/items", sent, follow=False)
        except httpx.HTTPError:
            return
        assert answer.status_code == 303, answer.status_code
        saved.append(prompt)


def kill_once(data: Path, round: int, rng: random.Random) -> tuple[str, list[str]]:
    """Serve, save, kill; return the draft and what was acknowledged."""
    process, address = start(data)
    visitors = [Visitor(address), Visitor(address)]
    draft = visitors[0].begin(TEXT)
    while not visitors[0].get(f"{draft}/sheet").xpath("//form[@class='plan']"):
        time.sleep(0.05)
    saved: list[str] = []
    threads = [
        threading.Thread(target=write, args=(visitor, draft, f"{round}-{at}", saved))
        for at, visitor in enumerate(visitors)
    ]
    for thread in threads:
        thread.start()
    while not saved:
        time.sleep(0.001)
    time.sleep(rng.uniform(0, LONGEST))
    process.kill()
    process.wait()
    for thread in threads:
        thread.join()
    return draft.rpartition("/")[2], saved


def faults(path: Path, draft: str, saved: list[str]) -> list[str]:
    """Return what is wrong with the file after the crash."""
    db = sqlite3.connect(path)
    sound = db.execute("PRAGMA integrity_check").fetchone()[0]
    found = [] if sound == "ok" else [f"not sound: {sound}"]
    parts = dict(db.execute("SELECT name, value FROM part WHERE draft = ?", (draft,)).fetchall())
    values = (json.loads(v) for name, v in parts.items() if name.startswith("item:") and v)
    prompts = {value["record"]["prompt"] for value in values}
    found += [f"lost: {prompt}" for prompt in saved if prompt not in prompts]
    latest = db.execute(
        "SELECT part, after FROM revision JOIN step ON step.number = revision.step"
        " WHERE draft = ? ORDER BY step",
        (draft,),
    )
    if dict(latest.fetchall()) != parts:
        found.append("the parts are not those of the revisions")
    db.close()
    return found


def main(rounds: int) -> int:
    """Print figures, and return 1 if anything was lost."""
    rng = random.Random(0)
    wrong: list[str] = []
    total = 0
    with tempfile.TemporaryDirectory() as folder:
        for round in range(rounds):
            draft, saved = kill_once(Path(folder), round, rng)
            total += len(saved)
            wrong += faults(Path(folder) / DATABASE, draft, saved)
            if not (round + 1) % 20:
                print(f"{round + 1} kills, {total} saves, {len(wrong)} faults", flush=True)
    print(
        f"{rounds} kills during {total} acknowledged saves: {len(wrong)} faults", *wrong, sep="\n"
    )
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 200))
