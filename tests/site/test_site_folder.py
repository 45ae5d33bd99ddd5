"""A site on disk is whole or not there, and nobody's files are lost."""

from pathlib import Path

import pytest

from quizgen.errors import OutputError
from quizgen.site import folder as folder_module
from quizgen.site.folder import MARK, check_place, own_files, write_site

FILES = {"index.html": b"satu", "bacaan/a.html": b"dua"}


def tree(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "baru" / "situs"
    write_site(FILES, folder, force=False)
    return folder


def test_a_site_has_its_files_and_a_list_of_them(site: Path) -> None:
    assert {name: data for name, data in tree(site).items() if name != MARK} == FILES
    assert own_files(site) == {*FILES, MARK}
    assert [path.name for path in site.parent.iterdir()] == ["situs"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    write_site(FILES, tmp_path, force=False)
    assert own_files(tmp_path)


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_that_is_no_site_is_refused_and_left_alone(tmp_path: Path, force: bool) -> None:
    (tmp_path / "skripsi.txt").write_bytes(b"penting")
    with pytest.raises(OutputError, match="no site"):
        write_site(FILES, tmp_path, force=force)
    assert tree(tmp_path) == {"skripsi.txt": b"penting"}


def test_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "situs").write_bytes(b"penting")
    with pytest.raises(OutputError, match="is a file"):
        check_place(tmp_path / "situs", force=True)


def test_a_site_stays_unless_force_is_given(site: Path) -> None:
    with pytest.raises(OutputError, match="--force"):
        write_site({"index.html": b"lain"}, site, force=False)
    assert tree(site)["index.html"] == b"satu"


def test_a_site_made_again_loses_old_pages_and_keeps_foreign_files(site: Path) -> None:
    (site / "logo").mkdir()
    (site / "logo" / "sekolah.png").write_bytes(b"gambar")
    (site / "kosong").mkdir()
    kept = write_site({"index.html": b"tiga"}, site, force=True)
    assert kept == ("kosong", "logo/sekolah.png")
    found = tree(site)
    del found[MARK]
    assert found == {"index.html": b"tiga", "logo/sekolah.png": b"gambar"}
    assert (site / "kosong").is_dir()


@pytest.mark.parametrize("name", ["lite/index.html", "lite", "lite/index.html/x"])
def test_a_foreign_file_in_the_way_stops_everything(site: Path, name: str) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(b"milik guru")
    before = tree(site)
    with pytest.raises(OutputError, match="in its way"):
        write_site({**FILES, "lite/index.html": b"x"}, site, force=True)
    assert tree(site) == before


def test_a_site_that_cannot_be_built_leaves_the_old_one(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(site)

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folder_module, "_build", full_disk)
    with pytest.raises(OutputError, match="No space left"):
        write_site({"index.html": b"lain"}, site, force=True)
    assert tree(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["situs"]


def test_a_site_that_a_crash_left_aside_is_found_again(site: Path) -> None:
    (site / "catatan.txt").write_bytes(b"guru")
    site.replace(site.with_name(".situs.old"))
    assert write_site(FILES, site, force=True) == ("catatan.txt",)
    assert tree(site)["catatan.txt"] == b"guru"


def test_a_damaged_list_makes_no_site(site: Path) -> None:
    (site / MARK).write_text("{", encoding="utf-8")
    with pytest.raises(OutputError, match="no site"):
        check_place(site, force=True)
