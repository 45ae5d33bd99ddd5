"""A server in a process of its own, and a teacher without a browser, for the other two scripts."""

import subprocess
import sys
from pathlib import Path

import httpx
from lxml import html

ARTICLE = (Path(__file__).resolve().parents[1] / "tests/serve/article.txt").read_text("utf-8")


def start(data: Path) -> tuple[subprocess.Popen[str], str]:
    """Start ``quizgen serve`` on a free port, and return the process with its address."""
    command = [sys.executable, "-m", "quizgen", "serve", "--port", "0", "--no-browser"]
    process = subprocess.Popen(
        [*command, "--data", str(data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    assert process.stdout
    return process, process.stdout.readline().strip()


class Visitor:
    """Gets pages, keeps the cookie, and sends forms with their token."""

    def __init__(self, address: str) -> None:
        self.http = httpx.Client(base_url=address, follow_redirects=True, timeout=60)
        self.token = ""
        self.get("/")

    def get(self, url: str) -> html.HtmlElement:
        """Return a page; anything but success is an error."""
        answer = self.http.get(url)
        answer.raise_for_status()
        page = html.fromstring(answer.text)
        self.token = page.forms[0].fields["token"] if page.forms else self.token
        return page

    def post(self, url: str, fields: dict[str, object], *, follow: bool = True) -> httpx.Response:
        """Send a form."""
        sent = {"token": self.token, **fields}
        return self.http.post(url, data=sent, follow_redirects=follow)

    def begin(self, text: str) -> str:
        """Paste a text, and return the address of its draft."""
        return self.post("/drafts/paste", {"text": text}).url.path.removesuffix("/read")
