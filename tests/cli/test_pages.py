"""As many items as a number of pages holds."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from .test_bad_input import fails


def pages(folder: Path) -> list[int]:
    found = sorted(folder.glob("*.student*.pdf"))
    return [len(PdfReader(io.BytesIO(path.read_bytes())).pages) for path in found]


@pytest.mark.parametrize(("wanted", "versions"), [(2, 1), (2, 2)])
def test_a_sheet_has_no_more_pages_and_as_many_items_as_fit(
    run, tmp_path, wanted, versions
) -> None:
    result = run("worksheet", "putin-pyongyang-4", "--pages", wanted, "--format", "pdf",
                 "--versions", versions, "--out", tmp_path / "a")  # fmt: skip
    assert result.exit_code == 0, result.stderr
    assert max(pages(tmp_path / "a")) <= wanted
    told = next(line for line in result.stderr.splitlines() if "fit on" in line)
    count = int(told.split()[0])
    assert told == f"{count} of 10 items fit on {wanted} page(s) of the PDF."
    run("worksheet", "putin-pyongyang-4", "--count", count + 1, "--format", "pdf",
        "--versions", versions, "--out", tmp_path / "b")  # fmt: skip
    assert max(pages(tmp_path / "b")) > wanted


def test_room_enough_changes_nothing(run, tmp_path) -> None:
    for name, more in (("a", ()), ("b", ("--pages", 9))):
        result = run("worksheet", "putin-pyongyang-4", *more, "--format", "pdf",
                     "--out", tmp_path / name)  # fmt: skip
        assert "fit on" not in result.stderr
    one, other = (sorted((tmp_path / name).glob("*.pdf")) for name in "ab")
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_a_text_too_long_for_the_pages_is_one_line(run, tmp_path) -> None:
    fails(run("worksheet", "putin-pyongyang-6", "--pages", 1, "--out", tmp_path / "a"),
          "putin-pyongyang-6", "--pages 2")  # fmt: skip
    assert not (tmp_path / "a").exists()


def test_pages_and_a_blueprint_exclude_each_other(run, tmp_path) -> None:
    (tmp_path / "kisi.csv").write_text("x", encoding="utf-8")
    result = run("worksheet", "putin-pyongyang-4", "--pages", 2, "--kisi-kisi",
                 tmp_path / "kisi.csv", "--out", tmp_path / "a")  # fmt: skip
    assert result.exit_code == 2
    assert "--pages goes without --kisi-kisi" in result.stderr
