"""Kill the server (kill -9) at random moments of saving: is all that it acknowledged still there?

Two drafts are made once. In every round the server is started on their file, a writer for each
draft moves items as fast as the server saves, and at a random moment the server is killed. Then
the file is opened: SQLite must call it sound, every part must be what the list of revisions says,
and the items must stand as they were acknowledged last, or as the one move that was under way
would have them.

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

LONGEST = 0.5
"""Seconds after the first saved move within which the server is killed."""
ITEMS = 12


class Writer(threading.Thread):
    """Moves the items of one draft until the server is gone; knows how they must stand."""

    def __init__(self, address: str, draft: str, order: list[str], seed: str) -> None:
        super().__init__()
        self.visitor, self.draft = Visitor(address), draft
        self.saved, self.under_way = order, order
        self.rng = random.Random(seed)
        self.count = 0

    def run(self) -> None:
        """Move one item after the other before another one."""
        while True:
            key, before = self.rng.sample(self.saved, 2)
            wanted = [each for each in self.saved if each != key]
            wanted.insert(wanted.index(before), key)
            self.under_way = wanted
            url = f"{self.draft}/items/{key}/move"
            try:
                answer = self.visitor.post(url, {"before": before}, follow=False)
            except httpx.HTTPError:
                return
            assert answer.status_code == 303, answer.status_code
            self.saved = wanted
            self.count += 1


def prepare(data: Path) -> list[str]:
    """Make two drafts with a dozen items each, and return their addresses."""
    process, address = start(data)
    visitor = Visitor(address)
    drafts = [visitor.begin(ARTICLE), visitor.begin(ARTICLE)]
    for draft in drafts:
        for number in range(ITEMS):
            sent = {"kind": "short-answer", "prompt": f"Soal {number}?", "answer": ["satu"]}
            assert visitor.post(f"{draft}/items", sent, follow=False).status_code == 303
    process.kill()
    process.wait()
    return drafts


def kill_once(data: Path, drafts: list[str], round: int) -> tuple[int, list[str]]:
    """Serve, save, kill; return how much was acknowledged, and what is wrong afterwards."""
    before = [order(data / DATABASE, draft) for draft in drafts]
    process, address = start(data)
    writers = [
        Writer(address, draft, stood, f"{round}:{draft}")
        for draft, stood in zip(drafts, before, strict=True)
    ]
    for writer in writers:
        writer.start()
    while not any(writer.count for writer in writers):
        time.sleep(0.001)
    time.sleep(random.Random(round).uniform(0, LONGEST))
    process.kill()
    process.wait()
    for writer in writers:
        writer.join()
    wrong = damage(data / DATABASE)
    for writer in writers:
        if order(data / DATABASE, writer.draft) not in (writer.saved, writer.under_way):
            wrong.append(f"round {round}, {writer.draft}: not as it was saved")
    return sum(writer.count for writer in writers), wrong


def order(path: Path, draft: str) -> list[str]:
    """Return the keys of a draft's items as the file has them."""
    db = sqlite3.connect(path)
    rows = db.execute(
        "SELECT name, value FROM part WHERE draft = ? AND name LIKE 'place:%'",
        (draft.rpartition("/")[2],),
    ).fetchall()
    db.close()
    places = [(json.loads(value), name.removeprefix("place:")) for name, value in rows]
    return [key for _, key in sorted(places)]


def damage(path: Path) -> list[str]:
    """Return what is wrong with the file itself."""
    db = sqlite3.connect(path)
    sound = db.execute("PRAGMA integrity_check").fetchone()[0]
    found = [] if sound == "ok" else [f"not sound: {sound}"]
    parts = dict(db.execute("SELECT draft || name, value FROM part").fetchall())
    latest = db.execute(
        "SELECT draft || part, after FROM revision JOIN step ON step.number = revision.step"
        " ORDER BY step"
    )
    if dict(latest.fetchall()) != parts:
        found.append("the parts are not those of the revisions")
    db.close()
    return found


def main(rounds: int) -> int:
    """Print figures, and return 1 if anything was lost."""
    wrong: list[str] = []
    total = 0
    with tempfile.TemporaryDirectory() as folder:
        drafts = prepare(Path(folder))
        for round in range(1, rounds + 1):
            count, found = kill_once(Path(folder), drafts, round)
            total, wrong = total + count, wrong + found
            if not round % 20:
                print(f"{round} kills, {total} saves, {len(wrong)} faults", flush=True)
    print(*wrong, sep="\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 200))
