"""Ten teachers at once on one server, each with two windows on a draft: errors and lost edits.

Every teacher pastes a text, makes items, and then, for a minute, edits, locks, moves, adds and
looks, in one window or the other, whose pages may be old by then. An edit counts as saved when the
answer is a success; at the end every item must read as it was saved last.

    python benchmarks/serve_load.py [SECONDS [TEACHERS]]
"""

import random
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import httpx
from serve_client import ARTICLE, Visitor, start

CONFLICTS = (409, 422)


class Teacher(threading.Thread):
    """One person with two windows; remembers what was acknowledged."""

    def __init__(self, address: str, number: int, seconds: float) -> None:
        super().__init__()
        self.rng = random.Random(number)
        self.number, self.seconds = number, seconds
        self.windows = [Visitor(address), Visitor(address)]
        self.saved: dict[str, str] = {}
        self.done: Counter[str] = Counter()
        self.errors: list[str] = []
        self.waits: list[float] = []

    def run(self) -> None:
        """Prepare a draft, then act until the time is over."""
        try:
            self.prepare()
            end = time.monotonic() + self.seconds
            while time.monotonic() < end:
                action = self.rng.choice([self.edit, self.edit, self.edit, self.add, self.move])
                begun = time.monotonic()
                action(self.rng.choice(self.windows))
                self.waits.append(time.monotonic() - begun)
                # People read and type between two clicks.
                time.sleep(self.rng.uniform(0.2, 1.0))
        except (httpx.HTTPError, AssertionError, LookupError) as error:
            self.errors.append(f"{type(error).__name__}: {error}")

    def prepare(self) -> None:
        """Paste a text of one's own and make items."""
        text = ARTICLE.replace("Sarunai", f"Sarunai{'abcdefghij'[self.number % 10]}")
        self.draft = self.windows[0].begin(text)
        while not self.windows[0].get(f"{self.draft}/sheet").xpath("//form[@class='plan']"):
            time.sleep(0.2)
        sent = {"count": "8", "version": "0", "profile": "bipa"}
        assert self.windows[0].post(f"{self.draft}/plan", sent).status_code == 200
        self.keys()

    def keys(self) -> list[str]:
        """Return the keys of the items in their order."""
        page = self.windows[0].get(f"{self.draft}/sheet")
        return [card.get("data-key") for card in page.xpath("//*[@data-key]")]

    def edit(self, window: Visitor) -> None:
        """Change an item; at times the other window is faster."""
        key = self.rng.choice(self.keys())
        page = window.get(f"{self.draft}/sheet?edit={key}")
        (form,) = page.xpath("//form[@class='edit']")
        fields: dict[str, object] = {}
        for name, value in form.form_values():
            if name != "token":
                fields.setdefault(name, []).append(value)  # type: ignore[attr-defined]
        mark = f"(suntingan {self.number}-{sum(self.done.values())})"
        prompt = " ".join(str(fields["prompt"][0]).split(" (suntingan")[0].split())  # type: ignore[index]
        if self.rng.random() < 0.3:
            self.overtake(key, fields)
        answer = window.post(f"{self.draft}/items/{key}", fields | {"prompt": f"{prompt} {mark}"})
        if answer.status_code == 200:
            self.saved[key] = mark
            self.done["saved"] += 1
        else:
            assert answer.status_code in CONFLICTS, answer.status_code
            assert mark in answer.text, "the words are not in the form"
            self.done["told of a conflict"] += 1

    def overtake(self, key: str, fields: dict[str, object]) -> None:
        """Let the other window save the same item first."""
        mark = f"(suntingan {self.number}-lain-{sum(self.done.values())})"
        prompt = f"Soal yang lebih dulu {mark}"
        if "{{" in str(fields["prompt"]):
            return
        answer = self.windows[1].post(f"{self.draft}/items/{key}", fields | {"prompt": prompt})
        assert answer.status_code == 200, answer.status_code
        self.saved[key] = mark
        self.done["saved"] += 1

    def add(self, window: Visitor) -> None:
        """Write an item of one's own."""
        if len(self.saved) > 14:
            return
        mark = f"(soal {self.number}-{sum(self.done.values())})"
        sent = {"kind": "short-answer", "prompt": f"Apa itu {mark}?", "answer": ["satu"]}
        before = set(self.keys())
        answer = window.post(f"{self.draft}/items", sent)
        assert answer.status_code == 200, answer.status_code
        (key,) = set(self.keys()) - before
        self.saved[key] = mark
        self.done["added"] += 1

    def move(self, window: Visitor) -> None:
        """Put an item before another."""
        keys = self.keys()
        answer = window.post(
            f"{self.draft}/items/{self.rng.choice(keys)}/move", {"before": self.rng.choice(keys)}
        )
        assert answer.status_code == 200, answer.status_code
        self.done["moved"] += 1

    def lost(self) -> list[str]:
        """Return the acknowledged words that are not on the sheet."""
        page = self.windows[0].get(f"{self.draft}/sheet")
        cards = {card.get("data-key"): card.text_content() for card in page.xpath("//*[@data-key]")}
        return [mark for key, mark in self.saved.items() if mark not in cards.get(key, "")]


def main(seconds: float, count: int) -> int:
    """Print figures, and return 1 if there was an error or a lost edit."""
    with tempfile.TemporaryDirectory() as folder:
        process, address = start(Path(folder))
        try:
            teachers = [Teacher(address, number, seconds) for number in range(count)]
            for teacher in teachers:
                teacher.start()
            for teacher in teachers:
                teacher.join()
            errors = [error for teacher in teachers for error in teacher.errors]
            lost = [mark for teacher in teachers for mark in teacher.lost()]
        finally:
            process.terminate()
            process.wait()
    done = sum((teacher.done for teacher in teachers), Counter[str]())
    waits = sorted(wait for teacher in teachers for wait in teacher.waits)
    print(f"{count} teachers, {seconds:g} s:", ", ".join(f"{n} {what}" for what, n in done.items()))
    print(f"an action of two pages: median {statistics.median(waits):.2f} s,", end=" ")
    print(f"95th percentile {waits[int(len(waits) * 0.95)]:.2f} s")
    print(f"errors: {len(errors)}, lost edits: {len(lost)}", *errors[:5], *lost[:5], sep="\n")
    return int(bool(errors or lost))


if __name__ == "__main__":
    arguments = [float(argument) for argument in sys.argv[1:]]
    sys.exit(main(arguments[0] if arguments else 60, int(arguments[1]) if arguments[1:] else 10))
