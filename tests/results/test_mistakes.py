"""Wrong answers that several students share, where there are no options."""

from pathlib import Path
from typing import Any

from quizgen.model import Worksheet
from quizgen.results import read

from . import handins


def told(folder: Path, worksheet: Worksheet, item: str, answers: list[Any]) -> list[Any]:
    for number, answer in enumerate(answers):
        record = handins.handin(worksheet, f"S{number}", {item: handins.entry(answer)})
        handins.write(folder, str(number), record)
    frame = read(folder).mistakes
    return frame.loc[frame["item"] == item, ["part", "answer", "count"]].to_numpy().tolist()


def test_typed_answers_that_are_judged_alike_are_one_mistake(
    folder: Path, worksheet: Worksheet
) -> None:
    typed = ["Mei 2024", "mei 2024.", "Mei 2024", "Juni 2024", "Februari 2024", ""]
    found = told(folder, worksheet, "short-answer-ffff6666", [[one] for one in typed])
    assert found == [["", "Mei 2024", 3]]


def test_a_mistake_names_the_gap_the_statement_or_the_pair(
    folder: Path, worksheet: Worksheet
) -> None:
    gaps = [["dilatih", "mengisi", "dilatih"]] * 2
    assert told(folder, worksheet, "banked-cloze-bbbb1111", gaps) == [["(1)", "dilatih", 2]]
    statement = "Siswa membayar setengah harga untuk menaiki bus sekolah itu."
    found = told(folder, worksheet, "true-false-dddd4444", [[0, 0, 1], [0, 0, None]])
    assert found == [[statement, "Benar", 2]]
    found = told(folder, worksheet, "gloss-match-eeee5555", [[1, 0, 2], [1, None, 2]])
    assert found == [["keluhan", "jalur yang harus ditempuh", 2]]


def test_what_one_student_alone_got_wrong_is_not_told(folder: Path, worksheet: Worksheet) -> None:
    answers = [["Mei 2024"], ["Juni 2024"], ["Februari 2024"]]
    assert told(folder, worksheet, "short-answer-ffff6666", answers) == []
