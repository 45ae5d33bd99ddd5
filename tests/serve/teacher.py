"""A teacher without a browser: gets pages and sends their forms, token and all."""

import re
from html import unescape
from typing import Any

from starlette.testclient import TestClient

from quizgen.serve.app import make_app
from quizgen.serve.settings import Settings

_TOKEN = re.compile(r'name="token" value="(\w+)"')
_KEY = re.compile(r'data-key="([^"]+)"')


def client(settings: Settings) -> TestClient:
    return TestClient(make_app(settings), base_url="http://localhost:8765")


class Teacher:
    """Does what a person does on the pages."""

    def __init__(self, opened: TestClient) -> None:
        self.client = opened
        self.token = ""
        self.get("/")

    def get(self, url: str) -> Any:
        answer = self.client.get(url)
        if found := _TOKEN.search(answer.text):
            self.token = found[1]
        return answer

    def post(self, at: str, files: Any = None, **fields: Any) -> Any:
        return self.client.post(at, data={"token": self.token, **fields}, files=files)

    def begin(self, text: str, title: str = "") -> str:
        """Paste a text, wait for the analysis, and return the address of the draft."""
        answer = self.post("/drafts/paste", text=text, title=title)
        assert answer.status_code == 200, answer.text
        return self.waited(str(answer.url))

    def begin_corpus(self, id: str) -> str:
        return self.waited(str(self.post("/drafts/corpus", text=id).url))

    def waited(self, url: str) -> str:
        while "<progress" in self.get(url).text:
            pass
        return url.partition("8765")[2].removesuffix("/read")

    def made(self, draft: str, **plan: Any) -> Any:
        """Make items and return the page of the sheet."""
        page = self.get(f"{draft}/sheet").text
        version = re.search(r'class="plan".*?name="version" value="(\d+)"', page, re.DOTALL)
        assert version
        return self.post(f"{draft}/plan", version=version[1], **{"profile": "bipa"} | plan)

    def keys(self, draft: str) -> list[str]:
        """Return the keys of the items in their order."""
        return _KEY.findall(self.get(f"{draft}/sheet").text)

    def version(self, draft: str, key: str) -> str:
        """Return the version of an item that a form would bring along."""
        page = self.get(f"{draft}/sheet?edit={key}").text
        found = re.search(r'class="edit".*?name="version" value="(\d+)"', page, re.DOTALL)
        assert found, page
        return found[1]

    def form(self, draft: str, key: str) -> dict[str, Any]:
        """Return the fields of an item's form as they stand on the page."""
        page = self.get(f"{draft}/sheet?edit={key}").text
        found = re.search(r'<form class="edit".*?</form>', page, re.DOTALL)
        assert found
        return fields(found[0])


def fields(form: str) -> dict[str, Any]:
    """Return what a browser would send of a form: every value of every name."""
    sent: dict[str, list[str]] = {}
    for tag in re.findall(r"<(?:input|textarea|select)\b.*?>", form, re.DOTALL):
        name = re.search(r'name="([^"]*)"', tag)
        if not name or name[1] == "token":
            continue
        value = _value(tag, form)
        if value is not None:
            sent.setdefault(name[1], []).append(value)
    return sent


def _value(tag: str, form: str) -> str | None:
    if 'type="radio"' in tag or 'type="checkbox"' in tag:
        return _attribute(tag, "value") if " checked" in tag else None
    after = form.partition(tag)[2]
    if tag.startswith("<textarea"):
        return unescape(after.partition("</textarea>")[0].removeprefix("\n"))
    if tag.startswith("<select"):
        options = re.findall(r"<option(.*?)>([^<]*)", after.partition("</select>")[0])
        chosen = [one for one in options if " selected" in one[0]] or options[:1]
        held = re.search(r'value="([^"]*)"', chosen[0][0])
        return unescape(held[1] if held else chosen[0][1])
    return _attribute(tag, "value")


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""
