"""The reasons, remarks and errors of the readers in Indonesian, for pages that teachers read."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from quizgen.errors import InputError


def reason_in(phrase: str, language: str) -> str:
    """Return a reason or a remark in ``language``, "id" or "en"; unknown ones as they are.

    >>> reason_in("photo caption", "id")
    'keterangan foto'
    """
    return _phrases().get(phrase, phrase) if language == "id" else phrase


def reasons() -> tuple[str, ...]:
    """Return every reason and remark that a reader can give, in English."""
    return tuple(_phrases())


def error_in(error: InputError | str, language: str) -> str:
    """Return the error of a reader in ``language``, "id" or "en"; unknown ones as they are.

    >>> error_in("catatan.pdf: is locked with a password; save it without one", "id")
    'catatan.pdf: terkunci dengan kata sandi; simpan tanpa kata sandi'
    """
    message = str(error)
    if language != "id":
        return message
    for pattern, indonesian in _errors():
        match = pattern.fullmatch(message)
        if match is not None:
            return f"{match[1]}: {_filled(indonesian, match.groups()[1:])}"
    return message


def _filled(phrase: str, taken: Sequence[str | None]) -> str:
    return re.sub(r"\\(\d)", lambda number: taken[int(number[1]) - 1] or "", phrase)


@cache
def _errors() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (
            re.compile(rf"(.*?): (?:{entry['english']})(?:;.*)?", re.DOTALL),
            entry["indonesian"],
        )
        for entry in _table("errors")["error"]
    )


@cache
def _phrases() -> Mapping[str, str]:
    return {str(key): str(value) for key, value in _table("reasons")["indonesian"].items()}


@cache
def _table(name: str) -> Mapping[str, Any]:
    data = resources.files("quizgen.readers").joinpath(f"data/{name}.toml")
    return tomllib.loads(data.read_text(encoding="utf-8"))
