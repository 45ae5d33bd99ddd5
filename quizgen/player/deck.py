"""Words to be remembered, asked again when they are about to be forgotten.

The plan is FSRS, by the package ``fsrs``; what is kept of a word is its card, in a file that all
notebooks of a folder share, so that a word learned in one text is not new in the next.
"""

import datetime as dt
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quizgen.player.keeping import Kept, add_entries

NEW_A_DAY = 10
"""Words first seen on one day; more would come back as a heap."""
LEARN_AHEAD = dt.timedelta(minutes=20)
"""A word in its first steps is asked this early rather than making the learner wait."""


class Deck:
    """The words of a notebook: which one is next, and what an answer changes.

    A word is ``{"word", "form", "sentence", "meaning"}``. ``clock`` returns the time, with zone.
    """

    def __init__(
        self,
        words: list[dict[str, str]],
        path: Path,
        labels: dict[str, str],
        clock: Callable[[], dt.datetime],
    ) -> None:
        import fsrs

        self.fsrs = fsrs
        self.scheduler = fsrs.Scheduler(enable_fuzzing=False)
        self.words = {word["word"]: word for word in words}
        self.labels = labels
        self.clock = clock
        self.file = Kept(path, labels)
        self.kept: dict[str, Any] = {}
        self._reload()

    def _reload(self) -> None:
        cards = self.file.read().get("cards")
        self.kept = cards if isinstance(cards, dict) else {}

    def view(self) -> dict[str, Any]:
        """Return what to show now: the next word, how many wait, or when to come back."""
        waiting = self._waiting()
        known = sum(word in self.kept for word in self.words)
        counts = {"waiting": len(waiting), "known": known, "total": len(self.words)}
        if not waiting:
            return {"word": None, "again": self._again(), **counts}
        word = waiting[0]
        return {"word": self.words[word], "intervals": self._intervals(word), **counts}

    def rate(self, word: str, rating: int) -> None:
        """Plan a word anew: 1 forgotten, 2 hard, 3 good, 4 easy; anything else changes nothing."""
        if word not in self.words or rating not in (1, 2, 3, 4):
            return
        self._reload()
        now = self.clock()
        card, _ = self.scheduler.review_card(self._card(word), self.fsrs.Rating(rating), now)
        since = self._since(word) or now.date().isoformat()
        record = {"card": card.to_dict(), "since": since}
        self.kept[word] = record
        self.file.change(lambda kept: add_entries(kept, "cards", {word: record}))

    def _since(self, word: str) -> str:
        record = self.kept.get(word)
        return str(record.get("since", "")) if isinstance(record, dict) else ""

    def _card(self, word: str) -> Any:
        try:
            return self.fsrs.Card.from_dict(self.kept[word]["card"])
        except (KeyError, TypeError, ValueError):
            number = zlib.crc32(word.encode("utf-8"))
            return self.fsrs.Card(card_id=number, due=self.clock())

    def _waiting(self) -> list[str]:
        """Return the words to be asked now: those due, then new ones up to the day's number."""
        now = self.clock()
        planned = sorted((self._card(word).due, word) for word in self.words if word in self.kept)
        due = [word for when, word in planned if when <= now]
        today = now.date().isoformat()
        begun = sum(self._since(word) == today for word in self.kept)
        fresh = [word for word in self.words if word not in self.kept]
        ready = due + fresh[: max(0, NEW_A_DAY - begun)]
        return ready or [word for when, word in planned if when <= now + LEARN_AHEAD]

    def _again(self) -> str:
        """Return in how long the next word is due, or an empty text if none ever is."""
        dues = [self._card(word).due for word in self.words if word in self.kept]
        if any(word not in self.kept for word in self.words):
            dues.append(self.clock() + dt.timedelta(days=1))
        return self._say(min(dues) - self.clock()) if dues else ""

    def _intervals(self, word: str) -> list[str]:
        now = self.clock()
        plans = (
            self.scheduler.review_card(self._card(word), self.fsrs.Rating(rating), now)[0].due
            for rating in (1, 2, 3, 4)
        )
        return [self._say(due - now) for due in plans]

    def _say(self, span: dt.timedelta) -> str:
        minutes = max(1, round(span.total_seconds() / 60))
        if minutes < 60:
            return f"{minutes} {self.labels['minutes']}"
        if minutes < 24 * 60:
            return f"{round(minutes / 60)} {self.labels['hours']}"
        return f"{round(minutes / (24 * 60))} {self.labels['days']}"
