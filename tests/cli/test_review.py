"""Items are made, edited, made anew and put on a sheet; what is the teacher's stays."""

import json
from pathlib import Path

import pytest
import yaml

from quizgen.interfaces import formats
from quizgen.records import item_from_dict

from .test_bad_input import fails

OWN = {
    "type": "essay",
    "response": "free-text",
    "prompt": "Bagaimana pendapatmu?",
    "rubric": [{"points": 2, "criterion": "Ada alasan."}],
    "points": 2,
}


@pytest.fixture
def soal(run, text_file, tmp_path: Path) -> Path:
    path = tmp_path / "soal.yaml"
    result = run("items", text_file, "--format", "yaml", "--out", path)
    assert result.exit_code == 0, result.stderr
    return path


def load(path: Path) -> list[dict]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def save(path: Path, records: list[dict]) -> None:
    path.write_text(yaml.safe_dump(records, allow_unicode=True, sort_keys=False), encoding="utf-8")


def sheet(run, soal: Path, text_file: Path, *more: object) -> tuple[str, str]:
    out = soal.parent / "out"
    result = run("worksheet", soal, "--article", text_file, "--format", "md", "--out", out,
                 "--force", *more)  # fmt: skip
    assert result.exit_code == 0, result.stderr
    return (out / "perahu.student.md").read_text(encoding="utf-8"), result.stderr


def test_edits_own_items_and_deletions_reach_the_sheet(run, soal, text_file) -> None:
    records = load(soal)
    records[0]["prompt"] = "Apa yang diterima warga?"
    records[0]["options"][1]["text"] = "dua rakit"
    del records[1]
    records.insert(0, OWN)
    save(soal, records)
    text, told = sheet(run, soal, text_file)
    assert "Apa yang diterima warga?" in text
    assert "dua rakit" in text
    assert "Bagaimana pendapatmu?" in text
    assert "Apa isi kalimat 2" not in text
    assert "not on the sheet" not in told


def test_a_locked_item_is_on_every_sheet(run, soal, text_file) -> None:
    records = load(soal)
    records[2]["locked"] = True
    save(soal, records)
    for seed in range(3):
        text, _ = sheet(run, soal, text_file, "--count", 1, "--seed", seed, "--level", 1)
        assert "Apa isi kalimat 3" in text
        assert text.count("Apa isi kalimat") == 1


def test_a_locked_item_of_a_json_file_is_kept_and_its_findings_told_with_its_line(
    run, rules, soal, text_file
) -> None:
    records = [record for record in load(soal) if "type" in record][:3]
    records[1]["locked"] = True
    for number in (2, 3):
        rules.block(f"repeat-s{number}")
    path = soal.with_suffix(".json")
    path.write_text("[\n" + ",\n".join(map(json.dumps, records)) + "\n]", encoding="utf-8")
    text, told = sheet(run, path, text_file)
    assert "Apa isi kalimat 2" in text
    assert "Apa isi kalimat 3" not in text
    assert f"{path}:3: repeat-s2: error" in told
    assert f"{path}:4: repeat-s3: left out" in told


def test_findings_on_an_edited_item_are_told_with_its_line_and_do_not_drop_it(
    run, rules, soal, text_file
) -> None:
    records = load(soal)
    records[1]["prompt"] = "Apa itu?"
    save(soal, records)
    line = next(
        number
        for number, text in enumerate(soal.read_text(encoding="utf-8").splitlines(), start=1)
        if "repeat-s2" in text
    )
    rules.block("repeat-s2")
    text, told = sheet(run, soal, text_file)
    assert "Apa itu?" in text
    where = f"{soal}:{line}: repeat-s2: "
    assert f"{where}error no-key: No key: none" in told.splitlines()
    assert f"{where}used as it is, for it is yours" in told.splitlines()


def test_an_untouched_item_that_breaks_a_rule_is_left_out_and_told(
    run, rules, soal, text_file
) -> None:
    rules.block("repeat-s1")
    text, told = sheet(run, soal, text_file)
    assert "Apa isi kalimat 1 " not in text
    assert f"{soal}:2: repeat-s1: left out: no-key" in told


def test_evidence_that_the_text_has_not_is_told_and_every_format_can_print_the_item(
    run, soal, text_file
) -> None:
    records = load(soal)
    records[0]["evidence"] = [{"quote": "kapal terbang"}]
    records[0]["options"][0]["evidence"] = {"sentence": "s99", "quote": "kapal"}
    records.insert(0, OWN)
    save(soal, records)
    _, told = sheet(run, soal, text_file)
    assert "repeat-s1: evidence 'kapal terbang' is not in the text; printed without it" in told
    names = ",".join(form.name for form in formats())
    result = run("worksheet", soal, "--article", text_file, "--format", names, "--out",
                 soal.parent / "all")  # fmt: skip
    assert result.exit_code == 0, result.stderr


def test_more_than_ten_of_a_teachers_own_are_all_on_the_sheet(run, soal, text_file) -> None:
    many = [{**OWN, "prompt": f"Apa pendapatmu {n}?"} for n in range(12)]
    save(soal, [*many, *load(soal)])
    text, _ = sheet(run, soal, text_file)
    assert text.count("Apa pendapatmu") == 12


def test_two_locked_items_that_clash_are_both_there_and_told(run, soal, text_file) -> None:
    records = load(soal)
    for record in records[:2]:
        record |= {"locked": True, "facts": ["x"]}
    save(soal, records)
    text, told = sheet(run, soal, text_file, "--count", 1)
    assert text.count("Apa isi kalimat") == 2
    assert "repeat-s2 and repeat-s1 are locked but ask for the same" in told


def test_making_anew_keeps_what_is_the_teachers_and_no_deleted_item_comes_back(
    run, soal, text_file
) -> None:
    records = load(soal)
    records[0]["prompt"] = "Apa yang diterima warga?"
    records[2]["locked"] = True
    del records[1]
    records.insert(0, OWN)
    save(soal, records)
    before = soal.read_bytes()
    again = ("items", text_file, "--format", "yaml", "--keep", soal, "--seed", 5)
    result = run(*again)
    assert result.exit_code == 0, result.stderr
    assert soal.read_bytes() == before
    *made, memory = yaml.safe_load(result.stdout)
    own = item_from_dict({**OWN, "evidence": []}).id
    assert [record["id"] for record in made] == [own, "repeat-s1", "repeat-s3", "repeat-s4"]
    assert made[1]["prompt"] == "Apa yang diterima warga?"
    assert made[2]["locked"] is True
    assert memory["dropped"] == ["repeat-s2"]
    assert set(memory["made"]) == {"repeat-s1", "repeat-s3", "repeat-s4"}
    assert "Kept 3 of yours, 1 deleted stay out." in result.stderr


def test_making_anew_twice_changes_nothing_more(run, soal, text_file) -> None:
    records = load(soal)
    records[0]["prompt"] = "Apa yang diterima warga?"
    del records[1]
    save(soal, [OWN, *records])
    again = ("items", text_file, "--format", "yaml", "--keep", soal, "--out", soal, "--force")
    assert run(*again).exit_code == 0
    first = soal.read_bytes()
    assert run(*again).exit_code == 0
    assert soal.read_bytes() == first


def test_a_count_is_of_all_items_and_the_teachers_come_first(run, soal, text_file) -> None:
    save(soal, [OWN, *load(soal)])
    result = run("items", text_file, "--format", "yaml", "--keep", soal, "--count", 3)
    *made, _ = yaml.safe_load(result.stdout)
    assert len(made) == 3
    assert made[0]["prompt"] == OWN["prompt"]


def test_a_file_is_not_replaced_without_force(run, soal, text_file) -> None:
    before = soal.read_bytes()
    fails(run("items", text_file, "--format", "yaml", "--keep", soal, "--out", soal), "--force")
    assert soal.read_bytes() == before


def test_a_file_that_the_shell_has_emptied_is_told(run, soal, text_file) -> None:
    soal.write_bytes(b"")
    result = run("items", text_file, "--format", "yaml", "--keep", soal)
    fails(result, "a shell empties the file", "--out")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--keep", "soal.yaml"), "--format yaml"),
        (("--format", "yaml", "--keep", "soal.jsonl"), "no .yaml file"),
        (("--format", "yaml", "--keep", "tiada.yaml"), "tiada.yaml"),
        (("--format", "table", "--out", "x"), "--out goes with"),
        (("--format", "yaml", "--keep", "a.yaml", "--kisi-kisi", "b.csv"), "either --keep or"),
    ],
)
def test_what_does_not_go_together_is_one_line(run, text_file, arguments, told) -> None:
    fails(run("items", text_file, *arguments), told)
