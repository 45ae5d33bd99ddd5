"""Remarks for the teacher: sensitive topics and non-standard words of a text."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

_DATA = "quizgen.language"


@cache
def standard_words() -> dict[str, str]:
    """Return the standard spelling of common non-standard words, lower case.

    Source: own list after KBBI VI and EYD V, ``data/standard.tsv``.
    """
    text = resources.files(_DATA).joinpath("data/standard.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if line and line[0] != "#")
    return {wrong: right for wrong, _, right in rows}


@cache
def _topics() -> dict[str, re.Pattern[str]]:
    text = resources.files(_DATA).joinpath("data/sensitive.toml").read_text(encoding="utf-8")
    topics = tomllib.loads(text).values()
    return {
        topic["label"]: _pattern([*topic["words"].split(), *topic["phrases"]]) for topic in topics
    }


@cache
def _nonstandard() -> re.Pattern[str]:
    return _pattern(standard_words())


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")


def notices(text: str) -> tuple[str, ...]:
    """Return the remarks on ``text``, in Indonesian."""
    low = text.lower()
    topics = [label for label, pattern in _topics().items() if pattern.search(low)]
    found = dict.fromkeys(_nonstandard().findall(low))
    remarks = []
    if topics:
        remarks.append(f"Teks ini menyinggung topik peka: {', '.join(topics)}.")
    if found:
        pairs = ", ".join(f"{word} (baku: {standard_words()[word]})" for word in found)
        remarks.append(f"Kata tidak baku dalam teks: {pairs}.")
    return tuple(remarks)
