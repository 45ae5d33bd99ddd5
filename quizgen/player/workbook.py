"""A notebook's parts: sections, score, words to remember, and the file to hand in.

The source of this module is written into the notebook, which has no quizgen at hand: it imports
the standard library and, if they are installed, anywidget and fsrs.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quizgen.player.deck import Deck
from quizgen.player.hand_in import handed_in, write_hand_in
from quizgen.player.keeping import Profile, Progress
from quizgen.player.sealing import decode

LEARNER_FILE = "siswa.json"
WORDS_FILE = "kosakata.json"


def now() -> dt.datetime:
    """Return the time, with its zone."""
    return dt.datetime.now(dt.UTC)


class Workbook:
    """Shows the parts of a notebook, each the same widget every time, and keeps what is done.

    ``content`` is ``{"sheet", "labels", "skills", "sections", "words"}``; a section has heading,
    payload (sealed), items (id to skill) and unscored (the ids that nobody but a person judges).
    ``player`` is the widget class, None where anywidget is not installed.
    """

    def __init__(
        self,
        content: dict[str, Any],
        player: Any,
        folder: Path = Path(),
        clock: Callable[[], dt.datetime] = now,
    ) -> None:
        self.content = content
        self.labels: dict[str, str] = content["labels"]
        self.sections: list[dict[str, Any]] = content["sections"]
        self.player = player
        self.folder = folder
        self.clock = clock
        article = content["sheet"]["article"]
        self.progress = Progress(folder / f"{article}.progress.json", self.labels)
        self.profile = Profile(folder / LEARNER_FILE, self.labels)
        self.widgets: dict[str, Any] = {}
        if player is None:
            print(self.labels["notebook_missing"])  # noqa: T201

    def show(self, number: int) -> Any:
        """Return the player of a section, counted from 1."""
        section = self.sections[number - 1]
        kept = self.progress.items
        items = {id: kept[id] for id in section["items"] if isinstance(kept.get(id), dict)}
        made = {"payload": section["payload"], "state": {"items": items}}
        return self._widget(f"section-{number}", "section", self._keep, **made)

    def learner(self) -> Any:
        """Return the form for name and class, which shows them once they are known."""
        return self._widget("learner", "learner", self._meet, state=self.profile.read())

    def score(self) -> Any:
        """Return the score, by skill as a chart; a table in plain text without anywidget."""
        if self.player is None:
            print(self._plain(self.points()))  # noqa: T201
            return None
        return self._widget("score", "score", None, data=self.points())

    def chart(self, data: dict[str, Any]) -> Any:
        """Return points from elsewhere, drawn as the score is."""
        if self.player is None:
            print(self._plain(data))  # noqa: T201
            return None
        return self.player(kind="score", labels=self.labels, data=data)

    def review(self) -> Any:
        """Return the cards of the words to remember."""
        try:
            deck = Deck(
                decode(self.content["words"]), self.folder / WORDS_FILE, self.labels, self.clock
            )
        except ModuleNotFoundError:
            print(self.labels["review_missing"])  # noqa: T201
            return None

        def rate(state: dict[str, Any]) -> None:
            deck.rate(str(state.get("word")), int(state.get("rating", 0)))
            self.widgets["review"].data = {**deck.view(), "problem": deck.file.problem}

        return self._widget("review", "review", rate, data=deck.view())

    def hand_in(self) -> Any:
        """Return the button that writes the file to hand in."""
        return self._widget("hand-in", "hand-in", self._hand_in, data=self._answered())

    def points(self) -> dict[str, Any]:
        """Return what is right, answered and asked, in all and by skill."""
        rows = []
        for skill, name in self.content["skills"].items():
            ids = [id for id in self._scored() if self._skill(id) == skill]
            if ids:
                rows.append({"name": name, **self._count(ids)})
        return {**self._count(self._scored()), "rows": rows, "problem": self.progress.problem}

    def _widget(
        self, name: str, kind: str, follow: Callable[[dict[str, Any]], None] | None, **traits: Any
    ) -> Any:
        if self.player is None:
            print(self.labels["notebook_missing"])  # noqa: T201
            return None
        if name not in self.widgets:
            widget = self.player(kind=kind, labels=self.labels, **traits)
            if follow:
                widget.observe(lambda change: follow(change["new"]), names="state")
            self.widgets[name] = widget
        return self.widgets[name]

    def _keep(self, state: dict[str, Any]) -> None:
        self.progress.save(state.get("items", {}))
        for name, data in (("score", self.points()), ("hand-in", self._answered())):
            if name in self.widgets:
                self.widgets[name].data = data

    def _meet(self, state: dict[str, Any]) -> None:
        self.profile.save({field: str(state.get(field, "")) for field in ("name", "class")})

    def _hand_in(self, state: dict[str, Any]) -> None:
        ids = [id for section in self.sections for id in section["items"]]
        kept = self.progress.items
        content = handed_in(
            self.profile.read(),
            self.content["sheet"],
            {id: kept[id] for id in ids if id in kept},
            [section["payload"] for section in self.sections],
        )
        shown = {**self._answered(), "asked": state.get("count", 0)}
        if not content["learner"]["name"].strip():
            shown["problem"] = self.labels["name_first"]
        else:
            shown |= self._written(content)
        self.widgets["hand-in"].data = shown

    def _written(self, content: dict[str, Any]) -> dict[str, str]:
        try:
            path = write_hand_in(self.folder, content)
        except OSError as error:
            reason = error.strerror or str(error)
            text = self.labels["progress_unsaved"].format(path=self.folder.resolve(), reason=reason)
            return {"problem": text}
        return {"file": path.name, "text": path.read_text(encoding="utf-8")}

    def _answered(self) -> dict[str, Any]:
        ids = [id for section in self.sections for id in section["items"]]
        return {"answered": sum(self._entry(id).get("checked") is True for id in ids),
                "total": len(ids)}  # fmt: skip

    def _scored(self) -> list[str]:
        return [
            id
            for section in self.sections
            for id in section["items"]
            if id not in section["unscored"]
        ]

    def _skill(self, id: str) -> str:
        return next(str(one["items"][id]) for one in self.sections if id in one["items"])

    def _entry(self, id: str) -> dict[str, Any]:
        entry = self.progress.items.get(id)
        return entry if isinstance(entry, dict) else {}

    def _count(self, ids: list[str]) -> dict[str, int]:
        entries = [self._entry(id) for id in ids]
        right = sum(map(self._is_right, entries))
        tried = sum(entry.get("checked") is True for entry in entries)
        return {"right": right, "tried": tried, "total": len(ids)}

    def _is_right(self, entry: dict[str, Any]) -> bool:
        return entry.get("right") is True

    def _plain(self, points: dict[str, Any]) -> str:
        lines = [self.labels["answered_right"].format(**points)]
        lines += [f"{row['name']}: {row['right']}/{row['total']}" for row in points["rows"]]
        return "\n".join([*lines, *([points["problem"]] if points["problem"] else [])])


def player_class(script: str, style: str) -> Any:
    """Return the widget class that runs ``script``, or None where anywidget is not installed."""
    try:
        import anywidget
        import traitlets
    except ModuleNotFoundError:
        return None

    class Player(anywidget.AnyWidget):
        """One part of a notebook; ``state`` comes from the page, ``data`` goes to it."""

        _esm = script
        _css = style
        kind = traitlets.Unicode().tag(sync=True)
        labels = traitlets.Dict().tag(sync=True)
        payload = traitlets.Unicode().tag(sync=True)
        state = traitlets.Dict().tag(sync=True)
        data = traitlets.Dict().tag(sync=True)

    return Player
