"""site."""

import pytest

from quizgen import corpus

TEXT = """Perahu Baru untuk Desa Kenanga

Warga Desa Kenanga menerima dua perahu baru pada Senin, 3 Juni 2024. Perahu itu dibuat oleh para
pemuda dari desa sebelah.

Kepala desa Rahmat Wijaya mengatakan bahwa perahu lama sudah bocor sejak Januari 2023. Karena itu,
banyak anak terlambat masuk sekolah.
"""


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "teks" / "perahu-kenanga"
    folder.mkdir(parents=True)
    (folder / "bipa4.txt").write_text(TEXT, encoding="utf-8")
    return folder.parent


def test_a_site_is_made_of_ones_own_texts(run, own, tmp_path):
    result = run("site", tmp_path / "situs", "--corpus", own, "--count", 3)
    assert result.exit_code == 0, result.output
    assert result.stdout.strip() == str(tmp_path / "situs" / "index.html")
    assert (tmp_path / "situs" / "bacaan" / "perahu-kenanga-4.html").exists()
    about = (tmp_path / "situs" / "tentang.html").read_text(encoding="utf-8")
    assert "Sumber fakta bacaan ini tidak dicatat." in about
    assert "milik penyusunnya" in about


def test_a_site_made_again_keeps_what_is_not_its_own(run, own, tmp_path):
    arguments = ("site", tmp_path / "situs", "--corpus", own, "--count", 3)
    run(*arguments)
    (tmp_path / "situs" / "logo.png").write_bytes(b"gambar")
    assert run(*arguments).exit_code == 2
    again = run(*arguments, "--force")
    assert again.exit_code == 0
    assert "Kept logo.png" in again.stderr
    assert (tmp_path / "situs" / "logo.png").read_bytes() == b"gambar"


def test_a_folder_of_other_things_is_refused_before_any_work(run, tmp_path):
    (tmp_path / "surat.txt").write_text("penting", encoding="utf-8")
    result = run("site", tmp_path, "--force")
    assert result.exit_code == 2
    assert "no site" in result.stderr


def test_a_folder_without_texts_is_refused(run, tmp_path):
    result = run("site", tmp_path / "situs", "--corpus", tmp_path)
    assert result.exit_code == 2
    assert "has no text" in result.stderr


def test_ones_own_text_may_not_have_the_id_of_a_corpus_text(run, own, tmp_path):
    taken = corpus.article_ids()[0].rpartition("-")[0]
    (own / taken).mkdir()
    (own / taken / "bipa3.txt").write_text(TEXT, encoding="utf-8")
    result = run("site", tmp_path / "situs", "--corpus", own)
    assert result.exit_code == 2
    assert "rename its folder" in result.stderr


def test_parts_without_jupyterlite_are_a_mistake(run, tmp_path):
    result = run("site", tmp_path / "situs", "--lite-parts", tmp_path)
    assert result.exit_code == 2
    assert "--lite-parts goes with --lite" in result.stderr


def test_without_jupyterlite_it_says_what_to_install(run, own, tmp_path, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    result = run("site", tmp_path / "situs", "--corpus", own, "--lite")
    assert result.exit_code == 2
    assert "quizgen[lite]" in result.stderr
    assert not (tmp_path / "situs").exists()
