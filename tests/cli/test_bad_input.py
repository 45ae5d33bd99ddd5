"""Whatever is given, the answer is one line and exit code 2, and nothing is written."""

import pytest

from quizgen.errors import InputError

from .conftest import TEXT

BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n \n",
    "binary.txt": bytes(range(256)) * 20,
    "image.docx": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "broken.pdf": b"%PDF-1.7\nnothing",
    "english.txt": b"The council of the town has said that it will build a new bridge over the "
    b"river, and that the work is going to start in the spring of the next year.\n",
    "noise.txt": b"qwzx plrt vbnm ghjk zxcv " * 40,
    "table.xlsx": b"PK\x03\x04",
}


def fails(result, *words: str) -> None:
    """Assert that a call has failed with one line that has these words."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("Error: ")
    assert all(word in lines[0] for word in words)


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_indonesian_text_is_refused(run, tmp_path, name):
    (tmp_path / name).write_bytes(BAD[name])
    fails(run("worksheet", tmp_path / name, "--out", tmp_path / "out"), name)
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_too_large_is_refused(run, tmp_path):
    path = tmp_path / "besar.txt"
    path.write_bytes(b"kata " * 500_000)
    fails(run("import", path), "besar.txt", "2 MB")


def test_a_missing_file_is_told(run, tmp_path):
    fails(run("show", tmp_path / "tiada.txt"), "tiada.txt", "no such file")


def test_a_folder_is_no_source(run, tmp_path):
    fails(run("show", tmp_path), "folder")


def test_a_mistyped_id_is_told(run):
    fails(run("show", "putin"), "quizgen list")


def test_a_folder_that_cannot_be_written_is_told(run, text_file, tmp_path):
    (tmp_path / "taken").write_bytes(b"")
    fails(
        run("worksheet", text_file, "--format", "md", "--count", 1, "--out", tmp_path / "taken"),
        "cannot be written",
    )


@pytest.mark.parametrize(
    ("option", "value", "valid"),
    [
        ("--types", "teka-teki", "repeat, again"),
        ("--format", "wordperfect", "docx"),
        ("--format", ",", "docx"),
        ("--profile", "toefl", "bipa"),
        ("--level", "8", "7"),
        ("--level", "0", "1"),
        ("--instructions", "jv", "'en'"),
        ("--edition", "parent", "'teacher'"),
        ("--count", "0", ">=1"),
        ("--versions", "27", "26"),
        ("--paragraphs", "4-1", "1-4"),
        ("--paragraphs", "9", "from 1 to 2"),
        ("--paragraphs", "", "1-4"),
        ("--seed", "x", "integer"),
    ],
)
def test_a_choice_that_does_not_exist_is_told_with_the_valid_ones(
    run, text_file, tmp_path, option, value, valid
):
    fails(run("worksheet", text_file, option, value, "--out", tmp_path / "out"), valid)
    assert not (tmp_path / "out").exists()


def test_an_unknown_command_is_told(run):
    fails(run("lembar"), "lembar")


def test_a_missing_source_is_told(run):
    fails(run("worksheet"), "SOURCE", "quizgen worksheet --help")


def test_items_that_cannot_be_read_are_told(run, text_file, tmp_path):
    fails(run("lint", tmp_path / "tiada.jsonl", "--article", text_file), "tiada.jsonl")
    for name, content in {
        "a.jsonl": b"{",
        "b.jsonl": b"",
        "c.yaml": b"a: [",
        "d.yaml": b"teks",
        "e.jsonl": b"\xff\xfe{\x00",
        "f.yaml": b"- 1\n",
        "g.json": b"{",
        "h.json": b'{"items": 1}',
        "i.json": b'{"sections": []}',
        "j.json": b'"x"',
    }.items():
        (tmp_path / name).write_bytes(content)
        fails(run("lint", tmp_path / name, "--article", text_file), name)


def test_debug_shows_where_an_error_comes_from(run):
    assert isinstance(run("--debug", "show", "putin").exception, InputError)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_are_read_right(run, tmp_path, encoding):
    path = tmp_path / "teks.txt"
    path.write_bytes(TEXT.replace("perahu lama", "“perahu lama”").encode(encoding))
    result = run("show", path)
    assert result.exit_code == 0, result.stderr
    assert "“perahu lama”" in result.stdout


def test_standard_input_is_read_as_bytes(run):
    result = run("show", "-", input=TEXT.encode("utf-16"))
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("Perahu Baru untuk Desa Kenanga\n")
