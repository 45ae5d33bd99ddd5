import datetime as dt
import io
from typing import Any

import pytest

from quizgen.exports.parquet import EXPORT

from . import sample

pq = pytest.importorskip("pyarrow.parquet")


def rows() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(
        io.BytesIO(EXPORT.export(sample.document()))
    ).to_pylist()
    return found


def row(form: str) -> dict[str, Any]:
    return next(one for one in rows() if one["form"] == form)


def test_there_is_a_row_a_token_in_order() -> None:
    tokens = [token.text for s in sample.document().sentences for token in s.tokens]
    assert [one["form"] for one in rows()] == tokens


def test_a_row_has_the_text_and_the_place_it_comes_from() -> None:
    one = row("dipercepat")
    assert (one["article"], one["date"]) == ("pasar-3", dt.date(2025, 5, 6))
    assert (one["sentence"], one["paragraph"], one["token"]) == ("s2", 1, 1)
    assert sample.TEXT[one["start"] : one["end"]] == "dipercepat"
    assert one["space_after"] is False


def test_a_row_has_the_build_of_its_word_and_its_place_in_the_tree() -> None:
    one = row("Pembangunannya")
    assert one["segments"] == ["peN-", "bangun", "-an", "-nya"]
    assert (one["clitics"], one["head"], one["deprel"]) == (["nya"], 1, "nsubj:pass")
    assert row("Ratna")["head"] is None


def test_names_are_marked_token_by_token_with_their_value() -> None:
    marked = [(one["form"], one["entity_bio"], one["entity_value"]) for one in rows()
              if one["entity_type"] == "DATE"]  # fmt: skip
    assert marked == [
        ("5", "B", "2025-05-05"), ("Mei", "I", "2025-05-05"), ("2025", "I", "2025-05-05"),
    ]  # fmt: skip
    assert row("Ratna")["entity"] == "Ratna Wiguna"
    assert row("pasar")["entity_bio"] == "O"


def test_references_speech_and_notes_stand_at_their_tokens() -> None:
    assert row("Pembangunannya")["refers_to"] == "pasar"
    assert row("senang")["speaker"] == "Warga & kawan"
    assert row("lega")["speaker"] is None
    assert [one["form"] for one in rows() if one["noted"]] == ["meresmikan"]
