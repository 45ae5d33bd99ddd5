"""The grader of a notebook, fed with progress files good and bad."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.player import decode, encode, grading
from quizgen.player.autograde import Grader
from quizgen.player.workbook import Workbook
from quizgen.wording import grader_labels, notebook_labels
from tests.player.widgets import Widget

CHOICE = {
    "id": "pilihan", "number": 1, "points": 2, "response": "choice",
    "options": [{"text": "ya", "correct": True}, {"text": "tidak"}],
}  # fmt: skip
TABLE = {
    "id": "tabel", "number": 2, "points": 1, "response": "categorise",
    "categories": ["Benar", "Salah"],
    "statements": [{"category": "Benar"}, {"category": "Salah"}, {"category": "Salah"}],
}  # fmt: skip
ORDER = {
    "id": "urutan", "number": 3, "points": 1, "response": "ordering", "shown": [1, 0, 2],
    "options": [{"text": "a"}, {"text": "b"}, {"text": "c"}],
}  # fmt: skip
ITEMS = [CHOICE, TABLE, ORDER]
NUMBERS = {"pilihan": 1, "tabel": 2, "urutan": 3}
SEALED = encode({"items": ITEMS})
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
)


class Cells:
    """A grader beside a progress file, and what it says."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path = path
        self.capsys = capsys
        self.grader = Grader(path, grader_labels("id"), decode, grading.points)

    def keep(self, items: Any) -> None:
        self.path.write_text(json.dumps({"items": items}), encoding="utf-8")

    def grade(self, sealed: str | None = SEALED) -> tuple[float | None, list[str]]:
        points = self.grader.grade(NUMBERS, sealed)
        return points, self.capsys.readouterr().out.splitlines()


@pytest.fixture
def cells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cells:
    return Cells(tmp_path / "teks.progress.json", capsys)


def answered(**answers: Any) -> dict[str, Any]:
    return {name: {"answer": answer, "checked": True} for name, answer in answers.items()}


def test_a_share_of_the_points_is_given_and_told(cells: Cells) -> None:
    cells.keep(answered(pilihan=0, tabel=[0, 1, 0], urutan=[0, 1, 2]))
    told = [
        "Soal 2: baru sebagian tepat (0,67 dari 1 poin).",
        "Nilai bagian ini: 3,67 dari 4 poin.",
    ]
    assert cells.grade() == (3.67, told)


def test_only_the_answer_counts_and_not_what_the_file_says_of_it(cells: Cells) -> None:
    cells.keep({"pilihan": {"answer": 1, "checked": True, "right": True, "points": 2}})
    points, told = cells.grade()
    assert (points, told[0]) == (0.0, "Soal 1: belum tepat.")


def test_an_answer_that_is_not_complete_earns_nothing(cells: Cells) -> None:
    cells.keep(answered(tabel=[0, 1, None]))
    points, told = cells.grade()
    assert points == 0.0
    assert "Soal 2: belum dijawab sampai lengkap." in told


def test_an_item_whose_key_was_shown_does_not_count(cells: Cells) -> None:
    cells.keep({"pilihan": {"answer": 0, "checked": True, "revealed": True}})
    points, told = cells.grade()
    assert (points, "ditampilkan" in told[0]) == (0.0, True)


def test_an_order_left_as_it_was_shown_is_no_answer_until_it_was_checked(cells: Cells) -> None:
    untouched = {"urutan": {"answer": [1, 0, 2], "checked": False, "tries": 0}}
    cells.keep(untouched)
    assert cells.grade()[0] == 0.0
    cells.keep({"urutan": untouched["urutan"] | {"tries": 1}})
    assert cells.grade()[0] == 0.33


def test_a_missing_file_is_named(cells: Cells) -> None:
    points, told = cells.grade()
    assert points == 0.0
    assert told[0] == "Berkas jawaban teks.progress.json tidak ada di folder buku kerja ini."


@pytest.mark.parametrize("content", [b"{", b"[1]", b'{"items": 3}', b"\xff\xfe", b"null"])
def test_a_file_that_holds_no_answers_is_named(cells: Cells, content: bytes) -> None:
    cells.path.write_bytes(content)
    points, told = cells.grade()
    assert (points, told[0]) == (0.0, "Berkas jawaban teks.progress.json tidak dapat dibaca.")


@given(JSON, JSON)
def test_whatever_stands_in_the_file_the_points_stay_in_bounds(entry: Any, answer: Any) -> None:
    entries = {"pilihan": entry, "tabel": {"answer": answer}, "urutan": {"answer": [answer]}}
    grader = Grader(Path("x"), grader_labels("id"), decode, grading.points)
    grader.model = entries
    points = grader.grade(NUMBERS, SEALED)
    assert points is not None
    assert 0.0 <= points <= 4.0


def test_a_learner_who_has_just_begun_is_told_what_is_open_and_nothing_else(cells: Cells) -> None:
    assert cells.grade(None) == (None, ["Belum dijawab saat sel ini dijalankan: soal 1, 2, 3."])


def test_without_a_key_it_tells_what_is_open_and_no_points(cells: Cells) -> None:
    cells.keep(answered(pilihan=1, tabel=[0, 1, None]))
    assert cells.grade(None) == (None, ["Belum dijawab saat sel ini dijalankan: soal 2, 3."])
    cells.keep(answered(pilihan=1, tabel=[0, 0, 0], urutan=[0, 2, 1]))
    assert cells.grade(None) == (None, ["Semua soal pada bagian ini sudah dijawab."])


def test_open_items_fail_while_nbgrader_validates(
    cells: Cells, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NBGRADER_VALIDATING", "1")
    with pytest.raises(AssertionError, match=r"soal 1, 2, 3\."):
        cells.grade(None)


def model_answers() -> dict[str, Any]:
    return {"pilihan": 0, "tabel": [0, 1, 1], "urutan": [0, 1, 2]}


def no_model_answers() -> dict[str, Any]:
    raise NotImplementedError


def workbook(folder: Path) -> Workbook:
    content = {"sheet": {"article": "teks"}, "labels": notebook_labels("id"), "sections": []}
    return Workbook(content, Widget, folder)


def test_model_answers_stand_in_for_a_missing_file(cells: Cells) -> None:
    cells.grader.ask(model_answers, workbook(cells.path.parent))
    assert cells.grade() == (4.0, ["Nilai bagian ini: 4 dari 4 poin."])


def test_the_teachers_copy_writes_nothing_beside_it(cells: Cells) -> None:
    folder = cells.path.parent
    book = cells.grader.ask(model_answers, workbook(folder))
    book.progress.save(answered(pilihan=1))
    book.profile.save({"name": "Bu Guru", "class": "X"})
    assert book.progress.items == answered(pilihan=1)
    assert list(folder.iterdir()) == []


def test_a_released_notebook_has_no_model_answers(cells: Cells) -> None:
    book = workbook(cells.path.parent)
    assert cells.grader.ask(no_model_answers, book) is book
    assert cells.grade()[0] == 0.0


def test_a_file_beside_the_teachers_copy_is_warned_of(
    cells: Cells, capsys: pytest.CaptureFixture[str]
) -> None:
    cells.keep(answered(pilihan=1))
    cells.grader.ask(model_answers, workbook(cells.path.parent))
    assert "Hapus teks.progress.json" in capsys.readouterr().out
