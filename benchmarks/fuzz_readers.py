"""Spoil files of every format and read them: no error but InputError, and nothing that hangs.

    python benchmarks/fuzz_readers.py [COUNT] [SEED] [FIRST]

The same seed and number give the same file. A file that takes longer than ``HANG`` seconds ends
the run with the place where it hangs.
"""

import faulthandler
import io
import random
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import docx
import typst
from fuzz_mutations import MUTATIONS, inside

from quizgen.errors import InputError
from quizgen.readers import read_bytes

PAGES = Path(__file__).parents[1] / "tests" / "readers" / "pages"
HANG = 60
TEXT = """Hutan Kecil di Tepi Sungai

MUARA SENJA, KABARPANTAI.com - Warga desa itu menanam pohon di tepi sungai, Senin (3/3/2025).

Baca juga: Sungai Itu Kini Bersih

Bekerja Sejak Pagi

1. Bibit diberikan oleh dinas kehutanan.
2. Cangkul dibawa dari rumah.

"Kami bekerja sampai gelap," kata Rani, ketua kelompok itu. (abc/def)

Tag: hutan, sungai
"""
MARKDOWN = f"""---
title: Hutan Kecil
date: 2025-03-03
level: 3
---
{TEXT}
> “Air sungai jernih lagi,” kata [Sinta](https://contoh.id). ![foto](a.png)

| ikan | harga |
|------|-------|

```
kode
```
"""


def word() -> bytes:
    """Return a Word document with a heading, a list, a table and a header."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Koran Sekolah"
    title, *lines = TEXT.split("\n\n")
    document.add_heading(title, 0)
    for line in lines:
        document.add_paragraph(line, style="List Bullet" if line[0].isdigit() else None)
    document.add_table(1, 2).cell(0, 0).text = "Tabel"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def seeds() -> list[tuple[str, bytes]]:
    """Return whole files of every format, by name."""
    page = (PAGES / "portal.html").read_bytes()
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    files = [(path.name, path.read_bytes()) for path in sorted(PAGES.glob("*.html"))]
    others = [
        ("a.txt", TEXT.encode()),
        ("a.md", MARKDOWN.encode()),
        ("a.docx", word()),
        ("a.pdf", typst.compile(f'#set page(paper: "a6", columns: 2)\n{TEXT}'.encode())),
        ("a.mhtml", head + b"Content-Type: text/html; charset=utf-8\n\n" + page + b"\n--x--\n"),
    ]
    # Each format as often as all pages together.
    return files + others * len(files)


@dataclass(slots=True)
class Tally:
    """What became of the files of one format."""

    read: int = 0
    refused: int = 0
    failed: int = 0
    seconds: float = 0.0
    slowest: tuple[float, int] = (0.0, -1)
    messages: Counter[str] = field(default_factory=Counter)


def spoilt(number: int, seed: int, whole: list[tuple[str, bytes]]) -> tuple[str, bytes]:
    """Return the name and content of one file, spoilt one to three times, or made of two."""
    rng = random.Random(f"{seed}:{number}")
    name, data = rng.choice(whole)
    if rng.random() < 0.05:
        other = rng.choice(whole)[1]
        data = data[: rng.randrange(len(data))] + other[rng.randrange(len(other)) :]
    for _ in range(rng.choice([1, 1, 2, 3])):
        # Spoilt from outside an archive seldom opens, so what is in it would not be tried.
        within = data.startswith(b"PK") and rng.random() < 0.8
        data = inside(data, rng) if within else rng.choice(MUTATIONS)(data, rng)
    return name, data


def read_one(number: int, name: str, data: bytes, tally: Tally) -> None:
    """Read one file, and count what becomes of it."""
    start = time.perf_counter()
    faulthandler.dump_traceback_later(HANG, exit=True)
    try:
        read_bytes(name, data, seconds=None)
        tally.read += 1
    except InputError as error:
        tally.refused += 1
        tally.messages[str(error).partition(": ")[2][:50]] += 1
        if "\n" in str(error):
            tally.failed += 1
            print(f"file {number} ({name}): error of several lines: {error}")
    except Exception:
        tally.failed += 1
        print(f"file {number} ({name}):\n{traceback.format_exc()}")
    faulthandler.cancel_dump_traceback_later()
    seconds = time.perf_counter() - start
    tally.seconds += seconds
    tally.slowest = max(tally.slowest, (seconds, number))


def main() -> int:
    """Read so many spoilt files, and print a table."""
    count, seed, first = (
        int(each) for each in (*sys.argv[1:4], *("10000", "1", "0")[len(sys.argv) - 1 :])
    )
    whole = seeds()
    tallies: dict[str, Tally] = {}
    for number in range(first, first + count):
        name, data = spoilt(number, seed, whole)
        read_one(number, name, data, tallies.setdefault(name.rpartition(".")[2], Tally()))
    print(f"{count} files, seed {seed}")
    for suffix, tally in sorted(tallies.items()):
        slowest, number = tally.slowest
        print(
            f"{suffix:6} {tally.read:6} read {tally.refused:6} refused {tally.failed:4} failed"
            f" {tally.seconds:7.1f} s, slowest {slowest:.2f} s (file {number})"
        )
        for message, times in tally.messages.most_common(5):
            print(f"       {times:6} {message}")
    failed = sum(tally.failed for tally in tallies.values())
    print(f"failed: {failed}; seconds: {sum(tally.seconds for tally in tallies.values()):.0f}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
