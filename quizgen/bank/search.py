"""What a bank holds for some wishes, of the texts that can give most of it."""

import json
import random
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from quizgen.errors import InputError
from quizgen.model import Article, Item
from quizgen.records import item_from_dict

_POOL = 8
"""A seed chooses among so many times the texts that are wanted."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What items are wanted; what is empty or None does not matter.

    ``level`` is the highest. ``topic`` is a text's own topic, or words that its title or text
    has. ``entities`` may be parts of names. An item must have one of the ``entities`` and one of
    the ``headwords``.
    """

    types: tuple[str, ...] = ()
    level: int | None = None
    topic: str = ""
    entities: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    headwords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A text of the bank with those of its items that are wanted."""

    article: Article
    sentences: tuple[tuple[str, int, str], ...]
    """Id, paragraph number and words of each sentence, as the items count them."""
    items: tuple[Item, ...]


def find(bank: Path, wish: Wish, *, texts: int, enough: int, seed: int = 0) -> list[Found]:
    """Return at most so many texts that together have enough wanted items, in the bank's order.

    Those are chosen of which most comprehension items are wanted, for these are scarce, then
    those that have most items.

    Raises:
        InputError: if there is no such bank, or it holds nothing of the kind.
    """
    with closing(_open(bank)) as database:
        try:
            ranked = _ranked(database, wish, enough, limit=texts * (_POOL if seed else 1))
            chosen = _chosen(ranked, texts, enough, seed)
            found = [_found(database, number, wish) for number in chosen]
        except sqlite3.DatabaseError as error:
            raise _no_bank(bank) from error
    if not found:
        raise InputError(f"{bank}: has no such item; ask for less, or see 'quizgen batch bank'")
    return found


def _open(bank: Path) -> sqlite3.Connection:
    if not bank.is_file():
        raise InputError(f"{bank}: no such bank; make one with 'quizgen batch bank'")
    database = sqlite3.connect(f"{bank.resolve().as_uri()}?mode=ro", uri=True)
    try:
        (version,) = database.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError:
        version = None
    if version != 1:
        database.close()
        raise _no_bank(bank)
    return database


def _no_bank(bank: Path) -> InputError:
    return InputError(f"{bank}: is no item bank; make one with 'quizgen batch bank'")


def _ranked(
    database: sqlite3.Connection, wish: Wish, enough: int, limit: int
) -> list[tuple[int, int]]:
    """Return the numbers of the best texts, each with how many of its items are wanted."""
    where, values = _conditions(wish)
    query = (
        "SELECT items.text, min(count(*), ?) AS many FROM items JOIN texts ON"
        f" texts.number = items.text WHERE {where} GROUP BY items.text"
        " ORDER BY sum(items.family = 'comprehension') DESC, many DESC, items.text LIMIT ?"
    )
    return database.execute(query, [enough, *values, limit]).fetchall()


def _chosen(ranked: list[tuple[int, int]], texts: int, enough: int, seed: int) -> list[int]:
    """Return texts until they have enough items, in the order of the bank."""
    if seed:
        random.Random(seed).shuffle(ranked)
    chosen: list[int] = []
    have = 0
    for number, many in ranked[:texts]:
        if have < enough:
            chosen.append(number)
            have += many
    return sorted(chosen)


def _conditions(wish: Wish) -> tuple[str, list[Any]]:
    """Return the condition of a query over items and their texts, and its values."""
    parts = ["1"]
    values: list[Any] = []
    for column, wanted in (("items.type", wish.types), ("items.process", wish.processes)):
        if wanted:
            parts.append(f"{column} IN ({_marks(wanted)})")
            values += wanted
    if wish.level is not None:
        parts.append("items.level <= ?")
        values.append(wish.level)
    if wish.headwords:
        chosen = f"SELECT item FROM headwords WHERE headword IN ({_marks(wish.headwords)})"
        parts.append(f"items.number IN ({chosen})")
        values += wish.headwords
    if wish.entities:
        parts.append("items.number IN (SELECT rowid FROM entities WHERE entities MATCH ?)")
        values.append(" OR ".join(f"({_phrase(name)})" for name in wish.entities))
    if wish.topic:
        about = "SELECT rowid FROM subjects WHERE subjects MATCH ?"
        parts.append(f"(texts.topic = ? COLLATE NOCASE OR texts.number IN ({about}))")
        values += [wish.topic, _all_words(wish.topic)]
    return " AND ".join(parts), values


def _marks(wanted: Sequence[str]) -> str:
    return ",".join("?" * len(wanted))


def _phrase(name: str) -> str:
    """Return a name as a phrase of the index, whatever marks are in it."""
    return f'"{" ".join(_WORD.findall(name))}"'


def _all_words(text: str) -> str:
    return " AND ".join(f'"{word}"' for word in _WORD.findall(text)) or '""'


def _found(database: sqlite3.Connection, number: int, wish: Wish) -> Found:
    query = "SELECT content FROM texts WHERE number = ?"
    (content,) = database.execute(query, [number]).fetchone()
    text = json.loads(content)
    sentences = tuple((s["id"], s["paragraph"], s["text"]) for s in text["sentences"])
    items = tuple(_items(database, number, wish))
    return Found(article=_article(text), sentences=sentences, items=items)


def _items(database: sqlite3.Connection, number: int, wish: Wish) -> Iterator[Item]:
    where, values = _conditions(wish)
    query = (
        "SELECT items.content FROM items JOIN texts ON texts.number = items.text"
        f" WHERE items.text = ? AND {where} ORDER BY items.number"
    )
    for (content,) in database.execute(query, [number, *values]):
        record = json.loads(content)
        yield _item(record)


def _item(record: dict[str, Any]) -> Item:
    """Return an item whose facts have the names that hold in every text."""
    item = item_from_dict(record, where=f"item {record['id']}")
    return replace(item, rank=float(record["rank"]), facts=tuple(record["fact_names"]))


def _article(text: dict[str, Any]) -> Article:
    about = {key: text[key] for key in ("outlet", "author", "url", "licence", "topic", "level")}
    return Article(
        id=text["id"],
        title=text["title"],
        date=date.fromisoformat(text["date"]) if text["date"] else None,
        paragraphs=tuple(text["paragraphs"]),
        headings=frozenset(text["headings"]),
        **about,
    )
