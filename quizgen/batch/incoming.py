"""The articles of a partition, read one by one; what cannot be read is told, not raised."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from quizgen.batch.partitions import Partition
from quizgen.errors import InputError, QuizgenError
from quizgen.model import Article

FIELDS = ("id", "title", "date", "text")
"""What a record is made of; all but ``id`` and ``text`` may be missing."""
ABOUT = ("outlet", "author", "url", "licence", "topic", "level")
"""Further fields that are taken over if they are there."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that gives no row, and why, in English."""

    id: str
    reason: str


def articles(partition: Partition) -> Iterator[Article | Failure]:
    """Yield the articles of a partition in order, each read only when it is asked for."""
    if partition.kind == "files":
        for path in partition.paths:
            yield _from_file(Path(path), Path(partition.root))
        return
    for where, record in _records(partition):
        yield record if isinstance(record, Failure) else article_from(record, where)


def article_from(record: Mapping[str, Any], where: str) -> Article | Failure:
    """Return the article of a record: id, text, and optionally title, date and more.

    Args:
        record: as read from JSON or Parquet.
        where: what the article is called if the record has no id.
    """
    id = str(record.get("id") if record.get("id") not in (None, "") else "")
    if not id:
        return Failure(where, "has no id; every record needs the fields id and text")
    if not isinstance(record.get("text"), str) or not record["text"].strip():
        return Failure(id, "has no text; every record needs the fields id and text")
    try:
        return _read(id, record)
    except QuizgenError as error:
        return Failure(id, str(error).removeprefix(f"{id}: "))
    except ValueError as error:
        return Failure(id, f"a field is malformed: {error}")


def _read(id: str, record: Mapping[str, Any]) -> Article:
    from quizgen.readers._assemble import Metadata
    from quizgen.readers._decode import decode
    from quizgen.readers.text import assemble_text

    about = {field: str(record[field]) for field in ABOUT[:-1] if record.get(field)}
    metadata = Metadata(
        id=id,
        title=str(record["title"]) if record.get("title") else None,
        date=_date(record.get("date")),
        level=_level(record.get("level")),
        **about,
    )
    text = decode(record["text"].encode("utf-8"), source=id)
    return assemble_text(text, id, metadata).article


def _level(value: object) -> int | None:
    if value in (None, ""):
        return None
    level = int(str(value))
    if not 1 <= level <= 7:
        raise ValueError(f"level {level} is none of BIPA 1 to 7")
    return level


def _date(value: object) -> dt.date | None:
    """Return the day of a date, a time stamp, either as ISO 8601 text, or a date in words.

    Archives are full of dates in other shapes. None of them is worth an article, and a guess at
    the order of 5/6/2025 would be worse than no date.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if not value:
        return None
    try:
        return dt.datetime.fromisoformat(str(value)).date()
    except ValueError:
        return _day_in_words(str(value))


def _day_in_words(text: str) -> dt.date | None:
    from quizgen.readers._metadata import first_date

    return None if "/" in text else first_date(text.replace("-", " "))


def _from_file(path: Path, root: Path) -> Article | Failure:
    from quizgen.readers._open import read_source

    id = path.relative_to(root).with_suffix("").as_posix()
    try:
        return replace(read_source(str(path)).article, id=id)
    except InputError as error:
        return Failure(id, str(error).removeprefix(f"{path}: "))


def _records(partition: Partition) -> Iterator[tuple[str, Mapping[str, Any] | Failure]]:
    (path,) = partition.paths
    name = Path(path).name
    if partition.kind == "lines":
        for number, line in _lines(partition):
            where = f"{name}:{number}"
            yield where, _parsed(line, where)
        return
    from quizgen.batch.tables import read_range

    wanted = (*FIELDS, *ABOUT)
    rows = read_range(Path(path), partition.start, partition.count, wanted)
    for number, row in enumerate(rows, start=partition.start + 1):
        yield f"{name}, row {number}", row


def _lines(partition: Partition) -> Iterator[tuple[int, bytes]]:
    left, number = partition.count, partition.line
    with Path(partition.paths[0]).open("rb") as file:
        file.seek(partition.start)
        while left:
            line = file.readline()
            if line.strip():
                left -= 1
                yield number, line
            number += 1


def _parsed(line: bytes, where: str) -> Mapping[str, Any] | Failure:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Failure(where, "is no UTF-8; save the file as UTF-8")
    except (json.JSONDecodeError, RecursionError) as error:
        return Failure(where, f"is no JSON object ({error})")
    return record if isinstance(record, dict) else Failure(where, "is no JSON object")
