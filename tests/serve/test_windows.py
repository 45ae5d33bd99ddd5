"""Two windows on one draft: nothing that either has written is lost."""

import re
from typing import Any

import pytest

from quizgen.serve import sheets

from .teacher import Teacher

TEXT = "putin-pyongyang-4"


def begun(teacher: Teacher) -> tuple[str, list[str]]:
    draft = teacher.begin_corpus(TEXT)
    teacher.made(draft, count="4", types=["meaning", "synonym"])
    return draft, teacher.keys(draft)


def test_edits_of_different_items_from_two_windows_both_stay(teacher: Teacher) -> None:
    draft, keys = begun(teacher)
    one, other = teacher.form(draft, keys[0]), teacher.form(draft, keys[1])
    teacher.post(f"{draft}/items/{keys[0]}", **one | {"prompt": "Pertanyaan jendela satu?"})
    page = teacher.post(f"{draft}/items/{keys[1]}", **other | {"prompt": "Pertanyaan jendela dua?"})
    assert "Pertanyaan jendela satu?" in page.text
    assert "Pertanyaan jendela dua?" in page.text


def test_the_later_writer_of_an_item_keeps_the_words_and_sees_the_others(teacher: Teacher) -> None:
    draft, keys = begun(teacher)
    one, other = teacher.form(draft, keys[0]), teacher.form(draft, keys[0])
    teacher.post(f"{draft}/items/{keys[0]}", **one | {"prompt": "Pertanyaan yang lebih dulu?"})
    mine = other | {"prompt": "Pertanyaan yang kemudian?"}
    told = teacher.post(f"{draft}/items/{keys[0]}", **mine)
    assert told.status_code == 409
    assert "baru saja diubah di jendela lain" in told.text
    assert "Pertanyaan yang kemudian?</textarea>" in told.text
    assert "Pertanyaan yang lebih dulu?" in told.text
    saved = teacher.get(f"{draft}/sheet").text
    assert "Pertanyaan yang lebih dulu?" in saved
    version = re.search(r'class="edit".*?name="version" value="(\d+)"', told.text, re.DOTALL)
    assert version
    again = teacher.post(f"{draft}/items/{keys[0]}", **mine | {"version": version[1]})
    assert again.status_code == 200
    assert "Pertanyaan yang kemudian?" in again.text


def test_an_item_deleted_elsewhere_can_be_saved_again(teacher: Teacher) -> None:
    draft, keys = begun(teacher)
    mine = teacher.form(draft, keys[0]) | {"prompt": "Soal yang dihapus jendela lain?"}
    teacher.post(f"{draft}/items/{keys[0]}/delete", version=mine["version"][0])
    told = teacher.post(f"{draft}/items/{keys[0]}", **mine)
    assert told.status_code == 409
    assert "sudah dihapus di jendela lain" in told.text
    version = re.search(r'class="edit".*?name="version" value="(\d+)"', told.text, re.DOTALL)
    assert version
    again = teacher.post(f"{draft}/items/{keys[0]}", **mine | {"version": version[1]})
    assert "Soal yang dihapus jendela lain?" in again.text
    assert teacher.keys(draft)[0] == keys[0]


def test_an_item_is_not_deleted_over_words_that_were_not_seen(teacher: Teacher) -> None:
    draft, keys = begun(teacher)
    form = teacher.form(draft, keys[0])
    teacher.post(f"{draft}/items/{keys[0]}", **form | {"prompt": "Pertanyaan yang baru ditulis?"})
    told = teacher.post(f"{draft}/items/{keys[0]}/delete", version=form["version"][0])
    assert told.status_code == 422
    assert "diubah di jendela lain" in told.text
    assert keys[0] in teacher.keys(draft)


def test_items_added_in_two_windows_are_both_there(teacher: Teacher) -> None:
    draft, keys = begun(teacher)
    own = {"kind": "short-answer", "answer": ["satu"]}
    teacher.post(f"{draft}/items", prompt="Soal saya yang pertama?", **own)
    teacher.post(f"{draft}/items", prompt="Soal saya yang kedua?", **own)
    teacher.post(f"{draft}/items", prompt="Soal saya yang kedua?", **own)
    assert len(set(teacher.keys(draft))) == len(keys) + 3


def test_an_edit_from_another_window_survives_the_making_of_new_items(
    teacher: Teacher, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, keys = begun(teacher)
    form = teacher.form(draft, keys[0]) | {"prompt": "Soal yang disunting saat soal dibuat?"}
    made = sheets.make
    edits = [lambda: teacher.post(f"{draft}/items/{keys[0]}", **form)]

    def make_slowly(*arguments: Any) -> Any:
        found = made(*arguments)
        # The other window saves after the items were looked at, and before the new ones are kept.
        while edits:
            edits.pop()()
        return found

    monkeypatch.setattr(sheets, "make", make_slowly)
    page = teacher.made(draft, count="3", types=["affix-root"])
    assert page.status_code == 200
    assert "Soal yang disunting saat soal dibuat?" in page.text


def test_two_windows_that_ask_for_different_sheets_are_told(teacher: Teacher) -> None:
    draft, _ = begun(teacher)
    told = teacher.post(f"{draft}/plan", version="0", profile="bipa", count="2")
    assert told.status_code == 422
    assert "diubah di jendela lain" in told.text
