import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from quizgen.errors import InputError
from quizgen.readers import read_source
from quizgen.readers._address import is_any
from quizgen.readers._fetch import fetch
from quizgen.readers.web import READER

PAGE = (Path(__file__).parent / "pages" / "links.html").read_bytes()
OLD = "<html><body><p>Warga désa itu menanam pohon di tepi sungai setiap hari.</p></body></html>"
ANSWERS: dict[str, tuple[bytes, dict[str, str]]] = {
    "/berita": (PAGE, {"Content-Type": "text/html"}),
    "/a%20b": (PAGE, {}),
    "/padat": (gzip.compress(PAGE), {"Content-Encoding": "gzip"}),
    "/rusak": (b"bukan gzip", {"Content-Encoding": "gzip"}),
    "/bom": (gzip.compress(bytes(30_000_000)), {"Content-Encoding": "gzip"}),
    "/br": (b"x", {"Content-Encoding": "br"}),
    "/lama": (OLD.encode("cp1252"), {"Content-Type": "text/html; charset=windows-1252"}),
    "/gambar": (b"\x89PNG", {"Content-Type": "image/png"}),
    "/catatan": (b"Warga desa itu menanam pohon di tepi sungai.", {"Content-Type": "text/plain"}),
}
REDIRECTS = {
    "/pindah": "/berita",
    "/putar": "/putar",
    "/berkas": "file:///etc/hosts",
    "/dalam": "http://10.0.0.1/rahasia",
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path in REDIRECTS:
            self.send_response(302)
            self.send_header("Location", REDIRECTS[self.path])
            self.end_headers()
        elif self.path == "/tetes":
            self.drip()
        else:
            self.answer(*ANSWERS.get(self.path, (b"tidak ada", {})))

    def answer(self, data: bytes, headers: dict[str, str]) -> None:
        self.send_response(200 if self.path in ANSWERS else 404)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def drip(self) -> None:
        """Send a byte now and then for ever, each long before a socket would give up."""
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    http = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{http.server_port}"
    http.shutdown()
    http.server_close()


class Lookup:
    """A name server that gives its answers in turn, and counts the questions."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.hosts: list[str] = []

    def __call__(self, host: str, port: int, **options: Any) -> list[Any]:
        self.hosts.append(host)
        numbers = self.answers.pop(0)
        return [(2, 1, 6, "", (number, port)) for number in numbers]


def test_page_is_fetched_and_named_after_its_title(server: str) -> None:
    article = read_source(f"{server}/pindah", private=True).article
    assert article.id == "perpustakaan-keliling-singgah-di-kampung-lereng-biru"
    assert article.url == f"{server}/pindah"
    assert article.paragraphs[0].startswith("Lereng Biru - ")


@pytest.mark.parametrize("path", ["/a b", "/padat"])
def test_space_in_an_address_is_quoted_and_a_packed_page_is_unpacked(
    server: str, path: str
) -> None:
    assert fetch(server + path, allowed=is_any).data == PAGE


def test_encoding_that_the_server_names_is_believed(server: str) -> None:
    article = read_source(f"{server}/lama", private=True, seconds=None).article
    assert article.text.startswith("Warga désa")


def test_plain_text_on_the_web_is_read_as_text(server: str) -> None:
    article = read_source(f"{server}/catatan", private=True).article
    assert article.paragraphs == ("Warga desa itu menanam pohon di tepi sungai.",)


def test_address_wins_over_the_one_in_the_page() -> None:
    page = PAGE.replace(b"<head>", b"<head><link rel=canonical href='https://contoh.id/lain'>")
    assert READER.read(page, source="https://contoh.id/x").article.url == "https://contoh.id/x"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/hilang", "the server answers 404"),
        ("/gambar", "is no page but image/png"),
        ("/rusak", "sends a damaged page"),
        ("/bom", "larger than 20 MB"),
        ("/br", "packed as br"),
        ("/putar", "redirects too often"),
        ("/berkas", "is no http or https address"),
    ],
)
def test_answer_that_is_no_page_is_refused(server: str, path: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        fetch(server + path, allowed=is_any)
    assert "\n" not in str(caught.value)


def test_server_that_drips_is_cut_off(server: str) -> None:
    with pytest.raises(InputError, match="it takes too long"):
        fetch(f"{server}/tetes", allowed=is_any, seconds=0.5)


def test_this_machine_is_no_public_address(server: str) -> None:
    with pytest.raises(InputError, match="this machine or a private network"):
        fetch(f"{server}/berita")


def test_redirect_into_a_private_network_is_refused(server: str) -> None:
    with pytest.raises(InputError, match=r"private network \(10\.0\.0\.1\)"):
        fetch(f"{server}/dalam", allowed=lambda number: number == "127.0.0.1")


def test_host_with_one_private_address_among_public_ones_is_refused() -> None:
    with pytest.raises(InputError, match=r"private network \(192\.168\.0\.7\)"):
        fetch("http://contoh.id/", lookup=Lookup(["8.8.8.8", "192.168.0.7"]))


def test_name_is_looked_up_once_and_the_checked_address_is_used(server: str) -> None:
    lookup = Lookup(["127.0.0.1"], ["10.0.0.1"])
    port = server.rpartition(":")[2]
    assert fetch(f"http://contoh.id:{port}/berita", allowed=is_any, lookup=lookup).data == PAGE
    assert lookup.hosts == ["contoh.id"]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/x", "http://", "http://[::1", "http://a b/", "http://127.0.0.1:x/"]
)
def test_address_that_does_not_answer_is_one_line(url: str) -> None:
    with pytest.raises(InputError, match="check the address, or save the page") as caught:
        fetch(url, allowed=is_any)
    assert "\n" not in str(caught.value)
