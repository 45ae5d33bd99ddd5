"""What a file is by its content, whatever its name says."""

import io
import re
import tomllib
import zipfile
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from quizgen.errors import InputError

_HEAD = 2_048
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<\s*(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?content-type:\s*multipart/related"
)
_ZIP = b"PK\x03\x04"


def kind_of(data: bytes, *, source: str) -> str | None:
    """Return the name of the reader that ``data`` is for, None if the content does not tell.

    Raises:
        InputError: if it is a file that no reader takes, saying what it is and what to do.
    """
    for entry in _table()["reader"]:
        if _starts(data, entry):
            return str(entry["name"])
    for entry in _table()["other"]:
        if _starts(data, entry):
            raise InputError(f"{source}: {entry['what']}; {entry['advice']}")
    if data.startswith(_ZIP):
        return _in_archive(data, source)
    if _PAGE.match(_head(data)):
        return "html"
    return "mhtml" if _MHTML.match(data[:_HEAD].lower()) else None


def _starts(data: bytes, entry: Mapping[str, Any]) -> bool:
    at = entry.get("at", 0)
    return any(data.startswith(bytes.fromhex(start), at) for start in entry["starts"])


def _in_archive(data: bytes, source: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    # A damaged archive fails in many ways; the reader of .docx tells it in one.
    except Exception:
        return "docx"
    for entry in _table()["part"]:
        if entry["part"] in names:
            if "name" in entry:
                return str(entry["name"])
            raise InputError(f"{source}: {entry['what']}; {entry['advice']}")
    raise InputError(f"{source}: is a packed archive; unpack it and give one file of it")


def _head(data: bytes) -> str:
    head = data[:_HEAD]
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if wide else "utf-8", "replace")
    return text.removeprefix("\ufeff")


@cache
def _table() -> Mapping[str, Any]:
    data = resources.files("quizgen.readers").joinpath("data/kinds.toml")
    return tomllib.loads(data.read_text(encoding="utf-8"))
