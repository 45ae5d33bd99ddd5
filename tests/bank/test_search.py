"""A bank is searched by what a teacher knows of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from batch import archive
from batch.conftest import setting

from quizgen.bank.build import build
from quizgen.bank.search import Found, Wish, find
from quizgen.batch import run
from quizgen.errors import InputError, OutputError


def search(bank: Path, texts: int = 9, **wish: object) -> list[Found]:
    return find(bank, Wish(**wish), texts=texts, enough=1_000)  # type: ignore[arg-type]


def texts(found: list[Found]) -> list[str]:
    return [each.article.id for each in found]


def test_a_bank_holds_every_text_and_item_of_its_run(bank: Path) -> None:
    from quizgen.batch.tables import count_rows, parts

    made = sum(len(each.items) for each in search(bank))
    run_folder = bank.parent / "soal"
    assert texts(search(bank)) == list(archive.GOOD)
    with closing(sqlite3.connect(bank)) as database:
        assert database.execute("SELECT count(*) FROM items").fetchone() == (made,)
    assert len(parts(run_folder, "items")) == 4
    with pytest.raises(InputError, match="no column text"):
        count_rows(parts(run_folder, "repeats")[0])


def test_items_are_found_by_type_level_and_process(bank: Path) -> None:
    found = [item for each in search(bank, types=("meaning",), level=4) for item in each.items]
    assert found
    assert {item.type for item in found} == {"meaning"}
    assert all(item.level <= 4 for item in found)
    asked = [item for each in search(bank, processes=("locate",)) for item in each.items]
    assert "detail" in {item.type for item in asked}
    assert "meaning" not in {item.type for item in asked}
    assert {item.process for item in asked} == {"locate"}


def test_a_text_is_found_by_its_own_topic_and_by_words_it_has(bank: Path) -> None:
    assert texts(search(bank, topic="Desa")) == ["perahu", "kebun"]
    assert texts(search(bank, topic="kereta wisata")) == ["kereta"]
    with pytest.raises(InputError, match="has no such item"):
        search(bank, topic="kereta kopi")


def test_part_of_a_name_finds_the_items_that_are_proven_beside_it(bank: Path) -> None:
    found = search(bank, entities=("Rahmawati",))
    assert texts(found) == ["pasar"]
    proofs = {e.quote for i in found[0].items for e in i.evidence}
    assert proofs
    told = {id: text for id, _, text in found[0].sentences}
    for item in found[0].items:
        assert any("Rahmawati" in told[evidence.sentence] for evidence in item.evidence)


def test_a_headword_finds_the_items_about_it_whatever_its_case(bank: Path) -> None:
    found = [i for each in search(bank, headwords=("MURAH",)) for i in each.items]
    assert found
    assert all("murah" in " ".join([i.prompt, *(e.quote for e in i.evidence)]) for i in found)


@pytest.mark.parametrize("odd", ['"', "a' OR 1=1 --", "NEAR(", "*", "AND"])
def test_odd_marks_in_a_wish_are_words_or_nothing(bank: Path, odd: str) -> None:
    for wish in ({"topic": odd}, {"entities": (odd,)}, {"headwords": (odd,)}):
        with pytest.raises(InputError, match="has no such item"):
            search(bank, **wish)


def test_the_richest_texts_are_chosen_comprehension_first(bank: Path) -> None:
    assert texts(search(bank, texts=1)) == ["pasar"]
    assert len(find(bank, Wish(types=("meaning",)), texts=9, enough=1)) == 1
    many = {each.article.id: len(each.items) for each in search(bank, types=("numerals",))}
    assert texts(search(bank, types=("numerals",), texts=1)) == [max(many, key=many.__getitem__)]


def test_two_runs_make_one_bank_without_a_fact_twice(
    bank: Path, lines: Path, tmp_path: Path
) -> None:
    run_folder = bank.parent / "soal"
    counts = build([run_folder, run_folder], tmp_path / "zwei.sqlite")
    assert counts == build([run_folder], tmp_path / "eins.sqlite")
    assert counts[0] == 4


def test_the_same_run_gives_the_same_bytes(bank: Path, tmp_path: Path) -> None:
    build([bank.parent / "soal"], tmp_path / "lagi.sqlite")
    assert (tmp_path / "lagi.sqlite").read_bytes() == bank.read_bytes()


def test_a_run_that_is_not_finished_or_none_makes_no_bank(
    lines: Path, bank: Path, tmp_path: Path
) -> None:
    run.annotate(setting(lines, tmp_path / "anotasi", size=9))
    for folder, told in ((tmp_path / "anotasi", "annotations"), (tmp_path, "no folder of")):
        with pytest.raises((InputError, OutputError), match=told):
            build([folder], tmp_path / "bank.sqlite")
    assert not (tmp_path / "bank.sqlite").exists()


def test_a_file_that_is_no_bank_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_bytes(b"SQLite format 3" + bytes(200))
    for name, told in (("a.sqlite", "is no item bank"), ("b.sqlite", "no such bank")):
        with pytest.raises(InputError, match=told):
            search(tmp_path / name)
