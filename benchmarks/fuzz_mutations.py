"""Ways to spoil a file, for ``fuzz_readers.py``. Each takes the bytes and a seeded generator."""

import io
import random
import re
import zipfile
from collections.abc import Callable

Mutation = Callable[[bytes, random.Random], bytes]

TOKENS = [
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\r",
    b"\x0c",
    b"\xe2\x80\xa8",
    b"\xed\xa0\x80",
    b"%PDF-1.7",
    b"PK\x03\x04",
    b"<!DOCTYPE html>",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"&a;",
    b"&#0;",
    b"&#x110000;",
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"-->",
    b"<table><td>",
    b"</div></p>",
    b"<script>",
    b"<a href='x'>",
    b"<svg><style>",
    b"<p>" * 300,
    b"<div>" * 300,
    b"<b>" * 300,
    b"[" * 300,
    b"(" * 300,
    b"Baca juga: ",
    b"ADVERTISEMENT",
    b"(abc/def)",
    b"Foto: ",
    b"---\n",
    b"```\n",
    b"| a | b |\n",
    b"> " * 100,
    b"![x](y)",
    b"stream\n",
    b"endstream",
    b"endobj",
    b"/Length 999999999",
    b"<< /Type /Page >>",
    b"1 0 R",
    b"-1",
    b"99999999999999999999",
    b"1e400",
    b"\xd0\xcf\x11\xe0",
    b'{"@type":"NewsArticle","articleBody":"x"}',
    b"2025-99-99T99:99:99Z",
    b"9999-12-31T23:59:59Z",
    b"0001-01-01T00:00:00+14:00",
    b"charset=utf-7",
    b"charset=undefined",
    b"w:p",
    b"w:t",
    b"=3D",
    b"\n" * 300,
    b" " * 3_000,
    b"a" * 3_000,
    b"A-" * 500,
]


def _place(data: bytes, rng: random.Random) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + 1 + int(rng.expovariate(1 / 60)))


def flip(data: bytes, rng: random.Random) -> bytes:
    """Change up to twenty bytes."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, 20) if data else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def cut(data: bytes, rng: random.Random) -> bytes:
    """Take a piece out."""
    start, end = _place(data, rng)
    return data[:start] + data[end:]


def truncate(data: bytes, rng: random.Random) -> bytes:
    """Keep the beginning only."""
    return data[: rng.randrange(len(data) + 1)]


def repeat(data: bytes, rng: random.Random) -> bytes:
    """Repeat a piece, up to two thousand times."""
    start, end = _place(data, rng)
    return data[:end] + data[start:end] * int(2000 ** rng.random()) + data[end:]


def insert(data: bytes, rng: random.Random) -> bytes:
    """Put in what means something to one of the formats."""
    for _ in range(rng.randint(1, 4)):
        start, _ = _place(data, rng)
        data = data[:start] + rng.choice(TOKENS) + data[start:]
    return data


def shuffle(data: bytes, rng: random.Random) -> bytes:
    """Put the lines or the tags into another order."""
    mark = rng.choice([b"\n", b">", b" "])
    parts = data.split(mark)
    start = rng.randrange(len(parts))
    piece = parts[start : start + 40]
    rng.shuffle(piece)
    return mark.join([*parts[:start], *piece, *parts[start + 40 :]])


def number(data: bytes, rng: random.Random) -> bytes:
    """Replace a number by another, such as a length or a place in the file."""
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return data
    match = rng.choice(found)
    value = rng.choice([b"0", b"-1", b"1", b"65536", b"4294967296", b"1e9", b"9" * 30])
    return data[: match.start()] + value + data[match.end() :]


def recode(data: bytes, rng: random.Random) -> bytes:
    """Write the text in another encoding."""
    text = data.decode("utf-8", "replace")
    encoding = rng.choice(["utf-16", "utf-16-be", "utf-32", "cp1252", "utf-7", "utf-8-sig"])
    return text.encode(encoding, "replace")


def inside(data: bytes, rng: random.Random) -> bytes:
    """Spoil one part of a zip archive and pack it again; other data is spoilt as it is."""
    mutation = rng.choice([flip, cut, truncate, repeat, insert, shuffle, number])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    # No zip archive, or one that is spoilt already.
    except Exception:
        return mutation(data, rng)
    name = rng.choice(sorted(parts))
    name = "word/document.xml" if rng.random() < 0.6 and "word/document.xml" in parts else name
    parts[name] = mutation(parts[name], rng)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for each, content in parts.items():
            new.writestr(zipfile.ZipInfo(each), content)
    return packed.getvalue()


MUTATIONS: tuple[Mutation, ...] = (
    flip, cut, truncate, repeat, insert, shuffle, number, recode, inside,
)  # fmt: skip
