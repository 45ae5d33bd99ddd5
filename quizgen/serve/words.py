"""The words of the pages, from one table (``words.toml``) in Indonesian and English."""

import re
import tomllib
from functools import cache
from importlib import resources
from types import SimpleNamespace
from typing import Any

from quizgen.errors import QuizgenError
from quizgen.readers import error_in

LANGUAGES = ("id", "en")


@cache
def table(language: str) -> dict[str, Any]:
    """Return all words of a language by key; rules, types, formats and the like are tables."""
    text = resources.files("quizgen.serve").joinpath("words.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text)[language]
    return found


def namespace(language: str) -> SimpleNamespace:
    """Return the words for a template, which reads them as attributes."""
    return SimpleNamespace(**table(language))


def plain_error(error: QuizgenError, language: str) -> str:
    """Return what an error means in a teacher's words, and what to do.

    What neither our table nor the readers' knows is told in the error's own words, in English.
    """
    message = str(error)
    for entry in table(language)["problems"]:
        if re.search(entry["when"], message):
            return str(entry["say"])
    told = error_in(message, language)
    if told == message and language != "en":
        return f"{table(language)['problem']} ({message})"
    # A paste has no name that a teacher knows.
    told = told.removeprefix("-: ")
    return f"{told[:1].upper()}{told[1:]}."


def plain_omission(said: str, language: str) -> str:
    """Return what a format's file lacks in a teacher's words, the format's own ones if none fit."""
    for entry in table(language)["omissions"]:
        if found := re.search(entry["when"], said):
            return str(entry["say"]).format(*found.groups())
    return said
