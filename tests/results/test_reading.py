"""Files into submissions: what is counted, and that everything else is named."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from player.widgets import Widget

from quizgen import player
from quizgen.errors import HandInError, InputError, UnknownNameError
from quizgen.formats.ipynb import content
from quizgen.model import Worksheet
from quizgen.player.hand_in import check_sum
from quizgen.player.workbook import Workbook
from quizgen.results import read
from quizgen.results.handin import read_handin
from quizgen.results.wording import wording

from . import handins


def whole(worksheet: Worksheet, name: str = "Siti Aminah") -> dict[str, Any]:
    hits = [True] * len(handins.items_of(worksheet))
    return handins.handin(worksheet, name, handins.answered(worksheet, hits))


def signed(record: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return the record with changes and a check that fits them."""
    made = {**record, **changes}
    return made | {"check": check_sum(made)}


def skipped(folder: Path) -> dict[str, str]:
    frame = read(folder).skipped
    return dict(zip(frame["file"], frame["code"], strict=True))


def code(data: bytes, file: str = "siti.hasil.json") -> str:
    with pytest.raises(HandInError) as told:
        read_handin(data, file)
    return told.value.code


def as_bytes(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode()


def test_the_check_is_the_one_that_the_page_writes() -> None:
    """Computed apart from the program, from the description of the format."""
    record = {"format": "quizgen-hasil", "b": "é", "a": [1, None], "check": "x"}
    known = "02d8921cd39c9ba0fa37d98391d41b3960c2a93f27bfcf32fa170748d0026829"
    assert check_sum(record) == known


def test_a_whole_file_is_read_with_its_questions(worksheet: Worksheet) -> None:
    read_back = read_handin(as_bytes(whole(worksheet)), "siti.hasil.json")
    assert (read_back.name, read_back.group, read_back.version) == ("Siti Aminah", "XI-2", "B")
    assert list(read_back.items) == [item.id for _, item in worksheet.items()]


def test_what_a_notebook_hands_in_is_counted_with_what_a_page_does(
    folder: Path, worksheet: Worksheet
) -> None:
    book = Workbook(content(worksheet), Widget, folder)
    book.learner().say({"name": "Budi", "class": "XI-2"})
    [choice] = [one for one in handins.items_of(worksheet) if one["id"] == "detail-aaaa1111"]
    tried = handins.entry(handins.right(choice), first=handins.wrong(choice))
    book.show(1).say({"items": {choice["id"]: tried}, "score": {}})
    book.hand_in().say({"count": 1})
    handins.write(folder, "siti", whole(worksheet))
    results = read(folder)
    assert len(results.sheets) == 1
    scores = results.students.set_index("name")[["score", "first_score"]]
    assert scores.loc["Budi"].tolist() == [1, 0]
    assert set(results.skipped["code"]) <= {"progress", "other"}


def test_what_the_page_says_is_right_is_not_believed(worksheet: Worksheet) -> None:
    hits = [False] * len(handins.items_of(worksheet))
    record = handins.handin(worksheet, "Budi", handins.answered(worksheet, hits))
    assert all(entry["right"] for entry in record["answers"].values())
    read_back = read_handin(as_bytes(record), "budi.hasil.json")
    assert {read_back.share(item, "last") for item in read_back.items} == {0.0}


@pytest.mark.parametrize("change", [("learner", "name"), ("sheet", "title")])
def test_an_altered_text_is_found(worksheet: Worksheet, change: tuple[str, str]) -> None:
    record = whole(worksheet)
    record[change[0]][change[1]] += "!"
    assert code(as_bytes(record)) == "altered"


def test_an_altered_answer_is_found(worksheet: Worksheet) -> None:
    record = whole(worksheet)
    next(iter(record["answers"].values()))["answer"] = 3
    assert code(as_bytes(record)) == "altered"


def test_every_kind_of_broken_file_has_a_reason_of_its_own(worksheet: Worksheet) -> None:
    record = whole(worksheet)
    data = as_bytes(record)
    assert code(data[:-200]) == "broken"
    assert code(b"\xff\xfe") == "broken"
    assert code(b"[" * 100_000) == "broken"
    assert code(b"[1]") == "other"
    assert code(as_bytes({"name": "x"})) == "other"
    assert code(as_bytes({"items": {}})) == "progress"
    assert code(as_bytes({"x": 1}), "soal.progress.json") == "progress"
    assert code(as_bytes(signed(record, version=2))) == "version"
    assert code(as_bytes(signed(record, sealed=["%%%"]))) == "sealed"
    assert code(as_bytes(signed(record, sealed=[]))) == "empty"
    assert code(as_bytes(signed(record, learner={}))) == "shape"


@pytest.mark.parametrize("points", [-1, 10**400, "x", None])
def test_an_item_with_odd_points_is_refused(worksheet: Worksheet, points: object) -> None:
    record = whole(worksheet)
    sections = player.decode(record["sealed"][0])
    sections["sections"][0]["items"][0]["points"] = points
    assert code(as_bytes(signed(record, sealed=[player.encode(sections)]))) == "shape"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None
)
@given(name=st.sampled_from(["learner", "sheet", "answers", "sealed", "one"]), value=values)
def test_no_content_of_a_field_raises_anything_else(
    worksheet: Worksheet, name: str, value: Any
) -> None:
    """A file with a valid check may hold anything."""
    record = whole(worksheet)
    if name == "one":
        record["answers"] = dict.fromkeys(record["answers"], value)
    else:
        record[name] = value
    try:
        read_back = read_handin(as_bytes(signed(record)), "x.hasil.json")
    except (HandInError, UnicodeEncodeError):
        return
    assert all(0 <= read_back.share(item, "last") <= 1 for item in read_back.items)


def test_each_file_that_is_not_counted_is_named(folder: Path, worksheet: Worksheet) -> None:
    handins.write(folder, "siti", whole(worksheet))
    inner = folder / "Budi_123_file"
    inner.mkdir()
    handins.write(inner, "budi", whole(worksheet, "Budi"))
    handins.write(folder, "curang", {**whole(worksheet, "C"), "answers": {}})
    (folder / "kelas.zip").write_bytes(b"PK")
    (folder / "foto.jpg").write_bytes(b"")
    (folder / ".DS_Store").write_bytes(b"")
    (folder / "~$rekap-hasil.xlsx").write_bytes(b"")
    (folder / "rekap-hasil.xlsx").write_bytes(b"")
    results = read(folder)
    assert results.students["file"].tolist() == ["Budi_123_file/budi.hasil.json", "siti.hasil.json"]
    assert skipped(folder) == {
        "curang.hasil.json": "altered",
        "foto.jpg": "file",
        "kelas.zip": "archive",
    }


def test_students_files_stay_as_they_are(folder: Path, worksheet: Worksheet) -> None:
    path = handins.write(folder, "siti", whole(worksheet))
    before = path.read_bytes(), path.stat().st_mtime_ns
    read(folder)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert list(folder.iterdir()) == [path]


def test_of_two_files_of_a_student_the_fuller_one_counts(
    folder: Path, worksheet: Worksheet
) -> None:
    full = whole(worksheet)
    short = dict(list(full["answers"].items())[:3])
    handins.write(folder, "a", handins.handin(worksheet, "siti  aminah", short))
    handins.write(folder, "b", full)
    results = read(folder)
    assert results.students["file"].tolist() == ["b.hasil.json"]
    assert results.skipped["code"].tolist() == ["repeated"]
    assert "b.hasil.json" in results.skipped["reason"][0]


def test_a_copy_counts_once_and_a_namesake_of_another_class_too(
    folder: Path, worksheet: Worksheet
) -> None:
    record = whole(worksheet, "Dewi")
    handins.write(folder, "dewi", record)
    handins.write(folder, "dewi (1)", record)
    handins.write(folder, "dewi-2", handins.handin(worksheet, "Dewi", {}, group="XI-3"))
    assert skipped(folder) == {"dewi.hasil.json": "copy"}
    assert len(read(folder).students) == 2


def test_students_without_a_name_are_all_counted(folder: Path, worksheet: Worksheet) -> None:
    for number, hit in enumerate((True, False)):
        hits = [hit] * len(handins.items_of(worksheet))
        record = handins.handin(worksheet, " ", handins.answered(worksheet, hits), group="")
        handins.write(folder, str(number), record)
    assert len(read(folder).students) == 2


def test_a_file_with_other_questions_than_the_class_is_named(
    folder: Path, worksheet: Worksheet
) -> None:
    for name in ("Ani", "Budi", "Citra"):
        handins.write(folder, name, whole(worksheet, name))
    forged = whole(worksheet, "Dodi")
    sections = player.decode(forged["sealed"][0])
    sections["sections"][0]["items"][0]["options"][0]["correct"] = True
    forged = signed(forged, sealed=[player.encode(sections)])
    handins.write(folder, "Dodi", forged)
    assert skipped(folder) == {"Dodi.hasil.json": "differs"}


def test_sheets_of_other_articles_stand_apart(folder: Path, worksheet: Worksheet) -> None:
    handins.write(folder, "ani", whole(worksheet, "Ani"))
    part = replace(worksheet, sections=worksheet.sections[:3], version="")
    handins.write(folder, "budi", whole(part, "Budi"))
    sheets = read(folder).sheets
    assert sheets["sheet"].tolist() == ["bus-sekolah-listrik (1)", "bus-sekolah-listrik (2)"]
    assert sorted(sheets["items"]) == [4, 11]


def test_a_folder_without_hand_ins_is_told_in_one_line(folder: Path) -> None:
    (folder / "buku.progress.json").write_text('{"items": {}}', encoding="utf-8")
    with pytest.raises(InputError, match=r"buku\.progress\.json: progress of a notebook"):
        read(folder)
    with pytest.raises(InputError, match="no such folder"):
        read(folder / "tidak-ada")


def test_an_attempt_that_does_not_exist_is_told_with_those_that_do(folder: Path) -> None:
    with pytest.raises(UnknownNameError, match="choose from: first, last"):
        read(folder, attempt="kedua")  # type: ignore[arg-type]


def test_every_reason_has_words_in_both_languages() -> None:
    assert all({"id", "en"} == set(words) for words in wording()["reason"].values())
