"""What a check is and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from quizgen.model import Document, Item

Severity = Literal["error", "warning"]
ItemCheck = Callable[[Item, Document], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule in one item; an error blocks the item, a warning lowers its rank."""

    item: str
    code: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its code; the first line of the check's docstring is the message."""

    code: str
    severity: Severity
    check: ItemCheck

    def apply(self, item: Item, document: Document) -> list[Finding]:
        """Return a finding for every detail that the check yields."""
        return [self.finding(item, detail) for detail in self.check(item, document)]

    def finding(self, item: Item, detail: str) -> Finding:
        """Return the finding that says what the check found."""
        message = (self.check.__doc__ or "").partition("\n")[0].rstrip(".")
        return Finding(item.id, self.code, self.severity, f"{message}: {detail}")


def error(code: str) -> Callable[[ItemCheck], Rule]:
    """Make a check a rule that blocks an item."""
    return lambda check: Rule(code, "error", check)


def warning(code: str) -> Callable[[ItemCheck], Rule]:
    """Make a check a rule that lowers an item's rank."""
    return lambda check: Rule(code, "warning", check)
