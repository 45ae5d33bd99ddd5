"""Bytes of a text file to characters."""

import codecs
import re

from quizgen.errors import InputError

MAX_TEXT_BYTES = 2_000_000
"""The largest text, as UTF-8, that is read as one article."""

MAX_LINES = 5_000
"""The most lines or paragraphs that are read as one article."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = {b"%PDF": ".pdf", b"PK\x03\x04": ".docx"}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_WIDE = re.compile(r"utf-?16(?:-?[lb]e)?")
# Latin 1 is Windows-1252 in all browsers.
_BYTES = re.compile(r"(?:windows-|cp)125[0-8]|iso-?8859-(?:[2-9]|1[013-6])")
_NEWLINES = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")


def decode(data: bytes, *, source: str) -> str:
    """Return the text of ``data`` with plain spaces, plain line ends and nothing invisible.

    UTF-8 and UTF-16 are told apart by their byte order mark or their zero bytes; what is no
    UTF-8 is taken for Windows-1252, the usual encoding of old Indonesian files.

    Raises:
        InputError: if the bytes are no text, or too many.
    """
    encoding = _encoding(data, source)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _binary(source) from error
    text = text.removeprefix("\ufeff")
    if len(_CONTROLS.findall(text)) * 200 > len(text):
        raise _binary(source)
    text = tidy(text)
    check_size(text, source=source)
    return text


def decode_page(data: bytes, *, charset: str | None) -> str:
    """Return the text of a page that calls its own encoding ``charset``, with what cannot be read.

    Encodings that no Indonesian page has are not believed. A page in UTF-8 with a few bytes that
    are wrong stays UTF-8, with U+FFFD for these; all else is taken for Windows-1252.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    name = charset.strip().lower() if charset else ""
    if _WIDE.fullmatch(name) and b"\0" in data[:64]:
        return data.decode(name, "replace")
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    if not wrong or wrong * 2 < sum(1 for character in text if character > "\x7f"):
        return text
    known = _BYTES.fullmatch(name) is not None
    return data.decode(name if known else "cp1252", "replace")


def tidy(text: str) -> str:
    """Return ``text`` without control and invisible characters, with plain spaces and line ends."""
    text = _NEWLINES.sub("\n", text)
    return _SPACES.sub(" ", _INVISIBLE.sub("", _CONTROLS.sub("", text)))


def check_size(text: str, *, source: str) -> None:
    """Accept a text of at most ``MAX_TEXT_BYTES`` and ``MAX_LINES``, empty ones not counted.

    Raises:
        InputError: if it is longer.
    """
    if len(text) > MAX_TEXT_BYTES or len(text.encode("utf-8", "replace")) > MAX_TEXT_BYTES:
        raise InputError(f"{source}: has more than 2 MB of text; give one article at a time")
    if sum(bool(line.strip()) for line in text.split("\n")) > MAX_LINES:
        raise InputError(f"{source}: has more than 5,000 lines; give one article at a time")


def _encoding(data: bytes, source: str) -> str:
    for magic, suffix in _MAGIC.items():
        if data.startswith(magic):
            raise InputError(
                f"{source}: is a binary file, not text; if it is a {suffix} file, name it so"
            )
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding
    if b"\x00" in data:
        return _utf16(data, source)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _utf16(data: bytes, source: str) -> str:
    # Latin letters leave every second byte zero; real binary data has no such order.
    half = max(len(data) // 2, 1)
    even, odd = data[0::2].count(0) / half, data[1::2].count(0) / half
    if len(data) % 2 == 0 and odd > 0.6 and even < 0.05:
        return "utf-16-le"
    if len(data) % 2 == 0 and even > 0.6 and odd < 0.05:
        return "utf-16-be"
    raise _binary(source)


def _binary(source: str) -> InputError:
    return InputError(
        f"{source}: is a binary file, not text; give a .txt, .md, .html, .docx or .pdf file"
    )
