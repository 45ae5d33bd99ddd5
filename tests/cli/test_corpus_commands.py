"""``quizgen stats`` and ``quizgen new``."""

import json
from pathlib import Path

from click.testing import CliRunner

from quizgen.cli import cli

ID = "putin-pyongyang-3"


def run(*arguments: str) -> str:
    done = CliRunner().invoke(cli, list(arguments))
    assert done.exit_code == 0, done.output
    return done.stdout


def test_stats_counts_words_bands_levels_and_names():
    (row,) = json.loads(run("stats", ID, "--format", "json"))
    assert row["id"] == ID
    assert row["level"] == 3
    assert row["words"] > row["forms"] > row["sentences"] > 10
    assert abs(sum(row[name] for name in ("zipf 5+", "zipf 4-5", "zipf 3-4", "zipf <3")) - 100) < 1
    assert abs(sum(row[f"BIPA {level}"] for level in range(1, 8)) - 100) < 1
    assert row["PER"] > 5


def test_stats_prints_a_table_and_bars():
    out = run("stats", ID, "putin-pyongyang-6")
    assert "readability" in out.splitlines()[0]
    assert out.count("█") > 40
    assert "Words by level" in out


def test_stats_reads_a_file_of_ones_own(tmp_path: Path):
    path = tmp_path / "berita.txt"
    path.write_text("Kim membawa surat itu ke Hanoi. Warga menunggu kabar.\n", encoding="utf-8")
    assert "berita" in run("stats", str(path), "--format", "csv")


def test_new_starts_a_topic_and_never_writes_over_one(tmp_path: Path):
    arguments = ["new", "banjir-demak", "--topic", "lingkungan", "--event", "Banjir melanda Demak"]
    arguments += ["--date", "2024-03-17", "--levels", "4,3", "--corpus", str(tmp_path)]
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 0, done.output
    names = sorted(path.name for path in (tmp_path / "banjir-demak").iterdir())
    assert names == ["bipa3.txt", "bipa4.txt", "topic.yaml"]
    facts = (tmp_path / "banjir-demak" / "topic.yaml").read_text(encoding="utf-8")
    assert "date: 2024-03-17" in facts
    assert "quizgen annotate banjir-demak-3 --write" in done.stderr
    again = CliRunner().invoke(cli, arguments)
    assert again.exit_code == 2
    assert "exists" in again.output


def test_new_tells_what_is_wrong_with_its_options(tmp_path: Path):
    wanted = ["--topic", "x", "--event", "y", "--corpus", str(tmp_path)]
    for arguments, told in (
        (["Banjir Demak"], "no id"),
        (["banjir", "--date", "kemarin"], "no date"),
        (["banjir", "--levels", "3,9"], "from 1 to 7"),
    ):
        done = CliRunner().invoke(cli, ["new", *arguments, *wanted])
        assert done.exit_code == 2
        assert told in done.output
    assert not list(tmp_path.iterdir())
