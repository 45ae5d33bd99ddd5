"""A stand-in for the widget class: it holds traits and tells who observes them."""

from collections.abc import Callable
from typing import Any


class Widget:
    """Holds what a part of a notebook is given; ``say`` does what the page would do."""

    def __init__(self, *, kind: str, labels: dict[str, str], **traits: Any) -> None:
        self.kind = kind
        self.labels = labels
        self.payload = traits.get("payload", "")
        self.state: dict[str, Any] = traits.get("state", {})
        self.data: dict[str, Any] = traits.get("data", {})
        self.observers: list[Callable[[dict[str, Any]], None]] = []

    def observe(self, observer: Callable[[dict[str, Any]], None], *, names: str) -> None:
        assert names == "state"
        self.observers.append(observer)

    def say(self, state: dict[str, Any]) -> None:
        self.state = state
        for observer in self.observers:
            observer({"new": state})
