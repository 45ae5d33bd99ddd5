"""Parts of tables, what they are documented to hold, and how a run tells of its progress."""

from pathlib import Path

import pyarrow as pa
import pytest

from quizgen import corpus, pipeline
from quizgen.batch import schema
from quizgen.batch.items import item_of, row_of
from quizgen.batch.progress import Progress
from quizgen.batch.tables import PartWriter, part_path, parts, read_part, write_part
from quizgen.records import item_to_dict

README = (Path(schema.__file__).parent / "README.md").read_text(encoding="utf-8")
SCHEMAS = [value for value in vars(schema).values() if isinstance(value, pa.Schema)]
NAMES = [each.metadata[b"table"].decode().split()[1] for each in SCHEMAS]


def columns(type: pa.DataType, name: str) -> list[str]:
    """Return a column and what is nested in it."""
    if pa.types.is_list(type):
        return columns(type.value_type, name)
    inner = [type.field(at) for at in range(type.num_fields)] if pa.types.is_struct(type) else []
    return [name, *(each for field in inner for each in columns(field.type, field.name))]


@pytest.mark.parametrize("table", SCHEMAS, ids=NAMES)
def test_every_column_is_documented(table: pa.Schema) -> None:
    name = table.metadata[b"table"].decode().split()[1]
    section = README.split(f"### `{name}`")[1].split("\n### ")[0]
    needed = [each for field in table for each in columns(field.type, field.name)]
    assert [column for column in needed if f"`{column}`" not in section] == []


def test_every_kind_of_item_survives_its_row(tmp_path: Path) -> None:
    document = corpus.load_document("putin-pyongyang-4")
    items = pipeline.make_items(document, seed=1)
    rows = [row_of(item, document, "language") for item in items]
    write_part(tmp_path / "a.parquet", schema.ITEMS, rows)
    found = [item_of(row) for row in read_part(tmp_path / "a.parquet")]
    assert len({item.response.kind for item in items}) >= 6
    assert [item_to_dict(item) for item in found] == [item_to_dict(item) for item in items]
    assert [item.rank for item in found] == [item.rank for item in items]


def test_a_part_that_is_not_committed_leaves_nothing(tmp_path: Path) -> None:
    with (
        pytest.raises(KeyboardInterrupt),
        PartWriter(part_path(tmp_path, "errors", 0), schema.ERRORS) as part,
    ):
        part.add([{"id": "a", "reason": "b"}] * 200)
        raise KeyboardInterrupt
    assert list((tmp_path / "errors").iterdir()) == []


def test_an_empty_part_has_its_columns(tmp_path: Path) -> None:
    write_part(part_path(tmp_path, "errors", 0), schema.ERRORS, [])
    assert read_part(parts(tmp_path, "errors")[0]) == []


def test_progress_tells_rate_and_time_left_of_this_run_alone() -> None:
    told: list[str] = []
    times = iter([0.0, 2.0, 10.0, 20.0])
    progress = Progress("items", 1_400, told.append, lambda: next(times))
    progress.skip(1_000)
    for _ in range(2):
        progress.add(100)
    progress.add(200)
    assert told == [
        "items: 1,200 of 1,400 articles, 20.0 a second, 10 s left",
        "items: 1,400 of 1,400 articles, 20.0 a second",
    ]
