"""``quizgen serve``: tells its address, answers on it, and says why it cannot."""

import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from click.testing import CliRunner

from quizgen.cli import cli


def visited(data: Path, port: str) -> str:
    """Serve, look at the page, stop, and return the address."""
    command = [sys.executable, "-m", "quizgen", "serve", "--port", port, "--no-browser"]
    with subprocess.Popen(
        [*command, "--data", str(data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        try:
            address = process.stdout.readline().strip()
            with urllib.request.urlopen(address, timeout=60) as answer:
                assert b"Isi berita" in answer.read()
        finally:
            process.terminate()
    return address


def test_it_tells_its_address_and_answers_there_also_after_a_restart(tmp_path: Path) -> None:
    address = visited(tmp_path, "0")
    assert address.startswith("http://127.0.0.1:")
    assert (tmp_path / "drafts.sqlite3").exists()
    assert visited(tmp_path, address.rstrip("/").rpartition(":")[2]) == address


def test_a_port_that_is_taken_is_told_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        arguments = ["serve", "--port", port, "--no-browser", "--data", str(tmp_path)]
        result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 2
    assert "choose another --port" in result.output


def test_a_data_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    arguments = ["serve", "--port", "0", "--no-browser", "--data", str(tmp_path / "file" / "x")]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 2
    assert "choose another --data" in result.output
