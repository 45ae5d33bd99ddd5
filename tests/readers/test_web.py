import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from quizgen.errors import InputError
from quizgen.readers._open import read_source
from quizgen.readers.web import READER, fetch

PAGE = (Path(__file__).parent / "pages" / "links.html").read_bytes()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        known = {"/berita": PAGE, "/a%20b": PAGE, "/dokumen": b"%PDF-1.7"}
        if self.path == "/pindah":
            self.send_response(302)
            self.send_header("Location", "/berita")
            self.end_headers()
            return
        self.send_response(200 if self.path in known else 404)
        self.end_headers()
        self.wfile.write(known.get(self.path, b"tidak ada"))

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


def test_page_is_fetched_and_named_after_its_title(server: str) -> None:
    article = read_source(f"{server}/pindah", private=True).article
    assert article.id == "perpustakaan-keliling-singgah-di-kampung-lereng-biru"
    assert article.url == f"{server}/pindah"
    assert article.paragraphs[0].startswith("Lereng Biru - ")


def test_space_in_an_address_is_quoted(server: str) -> None:
    assert fetch(f"{server}/a b", private=True).data == PAGE


def test_address_wins_over_the_one_in_the_page() -> None:
    page = PAGE.replace(b"<head>", b"<head><link rel=canonical href='https://contoh.id/lain'>")
    assert READER.read(page, source="https://contoh.id/x").article.url == "https://contoh.id/x"


@pytest.mark.parametrize(
    ("path", "message"), [("/hilang", "the server answers 404"), ("/dokumen", "is a PDF")]
)
def test_answer_that_is_no_page_is_refused(server: str, path: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        fetch(server + path, private=True)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/x", "http://", "http://[::1", "http://a b/", "http://127.0.0.1:x/"]
)
def test_address_that_does_not_answer_is_one_line(url: str) -> None:
    with pytest.raises(InputError, match="check the address, or save the page") as caught:
        fetch(url, private=True)
    assert "\n" not in str(caught.value)


def test_other_schemes_are_refused() -> None:
    with pytest.raises(InputError, match="no http or https address"):
        fetch("file:///etc/hosts")
