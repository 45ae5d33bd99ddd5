"""The database of drafts: whole steps, versions, undo, and an append-only past."""

import sqlite3
import threading
from pathlib import Path

import pytest

from quizgen.errors import OutputError
from quizgen.serve.store import Change, ConflictError, NoSuchDraftError, Store

ID = "naskah"


@pytest.fixture
def begun(store: Store) -> Store:
    store.begin(ID, {"title": "Judul", "text": {"blocks": []}})
    return store


def value(store: Store, name: str) -> object:
    part = store.read(ID).parts.get(name)
    return part.value if part else None


def test_what_was_saved_is_there_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "drafts.sqlite3"
    first = Store(path)
    first.begin(ID, {"title": "Banjir di Demak"})
    first.save(ID, "title", [Change("title", "Banjir")])
    first.close()
    second = Store(path)
    assert second.read(ID).parts["title"].value == "Banjir"
    assert [line.title for line in second.lines()] == ["Banjir"]
    second.close()


def test_a_step_is_saved_whole_or_not_at_all(begun: Store) -> None:
    begun.save(ID, "edit", [Change("a", 1)])
    with pytest.raises(ConflictError) as caught:
        begun.save(ID, "edit", [Change("b", 2), Change("a", 3, version=0)])
    assert caught.value.names == ("a",)
    assert value(begun, "a") == 1
    assert value(begun, "b") is None


def test_changes_of_different_parts_from_one_view_both_stay(begun: Store) -> None:
    seen = begun.save(ID, "make", [Change("a", 1), Change("b", 1)])
    begun.save(ID, "edit", [Change("a", 2, seen)])
    begun.save(ID, "edit", [Change("b", 3, seen)])
    assert (value(begun, "a"), value(begun, "b")) == (2, 3)


def test_the_later_writer_of_the_same_part_is_told(begun: Store) -> None:
    seen = begun.save(ID, "make", [Change("a", 1)])
    begun.save(ID, "edit", [Change("a", 2, seen)])
    with pytest.raises(ConflictError):
        begun.save(ID, "edit", [Change("a", 3, seen)])
    assert value(begun, "a") == 2


def test_a_part_that_was_taken_away_still_has_a_version(begun: Store) -> None:
    seen = begun.save(ID, "make", [Change("a", 1)])
    begun.save(ID, "delete", [Change("a", None, seen)])
    with pytest.raises(ConflictError):
        begun.save(ID, "edit", [Change("a", 2, seen)])


def test_undo_goes_back_step_by_step_to_the_start_and_no_further(begun: Store) -> None:
    for number in (1, 2, 3):
        begun.save(ID, f"edit-{number}", [Change("a", number)])
    undone = [begun.undo(ID) for _ in range(5)]
    assert undone == ["edit-3", "edit-2", "edit-1", "", ""]
    assert value(begun, "a") is None
    assert value(begun, "title") == "Judul"


def test_redo_does_again_what_was_undone_until_something_new_is_done(begun: Store) -> None:
    begun.save(ID, "one", [Change("a", 1)])
    begun.save(ID, "two", [Change("a", 2)])
    begun.undo(ID)
    begun.undo(ID)
    assert begun.redo(ID) == "one"
    assert value(begun, "a") == 1
    begun.save(ID, "new", [Change("a", 9)])
    assert begun.redo(ID) == ""
    assert begun.undo(ID) == "new"
    assert value(begun, "a") == 1


def test_a_form_from_before_an_undo_is_told(begun: Store) -> None:
    begun.save(ID, "one", [Change("a", 1)])
    seen = begun.save(ID, "two", [Change("a", 2)])
    begun.undo(ID)
    with pytest.raises(ConflictError):
        begun.save(ID, "edit", [Change("a", 3, seen)])


@pytest.mark.parametrize("table", ["step", "revision"])
@pytest.mark.parametrize("command", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid"])
def test_the_past_cannot_be_changed(tmp_path: Path, table: str, command: str) -> None:
    store = Store(tmp_path / "d.sqlite3")
    store.begin(ID, {"title": ""})
    store.close()
    db = sqlite3.connect(tmp_path / "d.sqlite3")
    wanted = command.format(table).replace("rowid", "part" if table == "revision" else "label")
    with pytest.raises(sqlite3.IntegrityError, match="only added"):
        db.execute(wanted)
    db.close()


def test_a_deleted_draft_is_off_the_list_and_comes_back_whole(begun: Store) -> None:
    begun.discard(ID)
    assert begun.lines() == []
    with pytest.raises(NoSuchDraftError):
        begun.read(ID)
    begun.discard(ID, deleted=False)
    assert [line.id for line in begun.lines()] == [ID]


def test_many_threads_lose_no_change(begun: Store) -> None:
    def write(worker: int) -> None:
        for number in range(20):
            begun.save(ID, "edit", [Change(f"p{worker}-{number}", number)])

    threads = [threading.Thread(target=write, args=(worker,)) for worker in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    parts = begun.read(ID).parts
    assert sum(name.startswith("p") for name in parts) == 100


def test_two_programs_on_one_file_both_write(tmp_path: Path) -> None:
    one, other = Store(tmp_path / "d.sqlite3"), Store(tmp_path / "d.sqlite3")
    one.begin(ID, {"title": ""})
    seen = one.save(ID, "edit", [Change("a", 1)])
    other.save(ID, "edit", [Change("a", 2, seen)])
    assert one.read(ID).parts["a"].value == 2
    one.close()
    other.close()


def test_a_key_is_made_once(store: Store) -> None:
    assert store.secret("key", lambda: "first") == store.secret("key", lambda: "second")


def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "drafts.sqlite3"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(OutputError, match="choose another --data"):
        Store(path)
    assert path.read_bytes().startswith(b"no database")
