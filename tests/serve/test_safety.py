"""What strangers may not do: other hosts and sites, large bodies, markup in what people write."""

import asyncio
import io
import re
import zipfile
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient

from quizgen.serve.guard import Guard
from quizgen.serve.settings import Settings

from .conftest import ARTICLE
from .teacher import Teacher

EVIL = '<script>alert("x")</script><img src=x onerror=alert(1)>'
RAW = re.compile(r"<script>alert|<img src=x|\"><script", re.IGNORECASE)


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "evil.example:8765", "a@localhost", "", "["]
)
def test_a_foreign_host_is_refused(teacher: Teacher, host: str) -> None:
    answer = teacher.client.get("/", headers={"host": host})
    assert answer.status_code == 403
    assert "Isi berita" not in answer.text


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1:8765", "[::1]:8765", "LOCALHOST"])
def test_the_own_names_are_answered(teacher: Teacher, host: str) -> None:
    assert teacher.client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_of_another_site_is_refused(teacher: Teacher, headers: dict[str, str]) -> None:
    before = len(teacher.client.get("/").text)
    sent = {"token": teacher.token, "text": "putin-pyongyang-4"}
    answer = teacher.client.post("/drafts/corpus", data=sent, headers=headers)
    assert answer.status_code == 403
    assert len(teacher.client.get("/").text) == before


def test_a_form_of_the_own_page_is_taken(teacher: Teacher) -> None:
    headers = {"origin": "http://localhost:8765", "sec-fetch-site": "same-origin"}
    sent = {"token": teacher.token, "text": "putin-pyongyang-4"}
    assert teacher.client.post("/drafts/corpus", data=sent, headers=headers).status_code == 200


@pytest.mark.parametrize("token", ["", "wrong", "é"])
def test_a_form_without_the_token_changes_nothing(teacher: Teacher, token: str) -> None:
    answer = teacher.client.post("/drafts/paste", data={"token": token, "text": ARTICLE})
    assert answer.status_code == 403
    assert "Tidak ada yang berubah" in answer.text


def test_a_token_is_good_for_its_own_session_only(teacher: Teacher) -> None:
    stranger = TestClient(teacher.client.app, base_url="http://localhost:8765")
    stranger.get("/")
    sent = {"token": teacher.token, "text": "putin-pyongyang-4"}
    assert stranger.post("/drafts/corpus", data=sent).status_code == 403


def test_no_action_answers_to_a_link(teacher: Teacher) -> None:
    draft = teacher.begin(ARTICLE)
    for action in ("delete", "undo", "plan", "look", "marks"):
        assert teacher.get(f"{draft}/{action}").status_code in (404, 405)
    assert teacher.get(f"{draft}/read").status_code == 200


def test_every_page_forbids_scripts_of_others_and_frames(teacher: Teacher) -> None:
    for url in ("/", "/tidak-ada", "/static/app.js"):
        headers = teacher.get(url).headers
        policy = headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"


def test_no_template_needs_what_the_policy_forbids() -> None:
    folder = Path(__file__).resolve().parents[2] / "quizgen" / "serve" / "templates"
    for path in folder.glob("*.j2"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:|hx-on|https?://[a-z]", text)
        assert not re.search(r"<script(?! src=\"/static/)", text)
        assert not re.search(r"\|\s*safe\b", text)


def test_a_body_that_is_too_large_is_refused(teacher: Teacher, settings: Settings) -> None:
    data = b"x" * (settings.largest + 1)
    answer = teacher.post("/drafts/upload", files={"file": ("berita.txt", data)})
    assert answer.status_code == 413
    assert "Berkas terlalu besar" in answer.text


def in_a_loop_of_its_own(work: Coroutine[Any, Any, None]) -> None:
    """Run it in another thread: the browser's driver has a loop in this one."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        pool.submit(asyncio.run, work).result()


def received(settings: Settings, messages: list[dict[str, Any]], pause: float = 0) -> int:
    """Return the status that a body gets which comes piece by piece without saying its length."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        while (await receive())["more_body"]:
            pass

    async def receive() -> Any:
        await asyncio.sleep(pause)
        return messages.pop(0)

    async def send(message: Any) -> None:
        pass

    scope = {"type": "http", "method": "GET", "headers": [(b"host", b"localhost")]}
    try:
        in_a_loop_of_its_own(Guard(app, settings)(scope, receive, send))
    except HTTPException as refused:
        return refused.status_code
    return 200


def test_a_body_that_hides_its_length_is_stopped(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, largest=100)
    piece = {"type": "http.request", "body": b"x" * 60, "more_body": True}
    assert received(settings, [dict(piece) for _ in range(9)]) == 413


def test_a_body_that_trickles_is_stopped(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, patience=0.05)
    piece = {"type": "http.request", "body": b"x", "more_body": True}
    assert received(settings, [dict(piece) for _ in range(9)], pause=0.02) == 408


def hostile() -> str:
    first, rest = ARTICLE.split("\n\n", 1)
    return f"{first} {EVIL}\n\n{rest}\n\nPernyataan {EVIL} itu ditulis oleh warga pada papan desa."


def test_markup_in_title_and_text_is_shown_as_it_is(teacher: Teacher) -> None:
    draft = teacher.begin(hostile(), title=f"Judul {EVIL}")
    teacher.made(draft, count="3")
    for url in (f"{draft}/read", f"{draft}/sheet", f"{draft}/export", f"{draft}/preview", "/"):
        page = teacher.get(url).text
        assert not RAW.search(page), url
        assert "&lt;script&gt;" in page, url


def test_markup_in_a_file_name_is_shown_as_it_is(teacher: Teacher) -> None:
    files = {"file": (f'"><script>alert(1)</script>{EVIL}.xyz', b"isi")}
    answer = teacher.post("/drafts/upload", files=files)
    assert answer.status_code == 422
    assert not RAW.search(answer.text)


@pytest.mark.parametrize("name", ["../../berita.txt", "a/..\\b.txt", '"><script>.txt', "\r\nX.txt"])
def test_a_download_has_a_safe_name_whatever_the_upload_was_called(
    teacher: Teacher, name: str
) -> None:
    answer = teacher.post("/drafts/upload", files={"file": (name, ARTICLE.encode())})
    draft = teacher.waited(str(answer.url))
    teacher.made(draft, count="2")
    got = teacher.get(f"{draft}/files/md?edition=student").headers["content-disposition"]
    assert re.fullmatch(r'attachment; filename="[A-Za-z0-9._-]+\.student\.md"', got)


def test_markup_in_items_is_shown_as_it_is(teacher: Teacher) -> None:
    draft = teacher.begin(ARTICLE)
    options = [f"satu {EVIL}", f"dua {EVIL}", "tiga"]
    sent = {"kind": "choice", "prompt": f"Apa {EVIL}?", "option": options, "right": "0"}
    page = teacher.post(f"{draft}/items", quote=EVIL, explanation=EVIL, **sent).text
    key = teacher.keys(draft)[0]
    pages = [page, teacher.get(f"{draft}/sheet?edit={key}").text]
    pages += [teacher.get(f"{draft}/preview?edition={one}").text for one in ("student", "teacher")]
    for each in pages:
        assert not RAW.search(each)
        assert "&lt;script&gt;" in each


def test_markup_in_a_correction_is_shown_as_it_is(teacher: Teacher) -> None:
    draft = teacher.begin(hostile())
    page = teacher.get(f"{draft}/read").text
    block = re.findall(r'data-block="(\d+)"', page)[-1]
    seen = re.findall(r'name="seen" value="(\d+)"', page)[0]
    sent = {"block": block, "quote": EVIL, "type": "word", "gloss": EVIL, "seen": seen}
    answer = teacher.post(f"{draft}/marks", **sent)
    assert answer.status_code == 200
    assert not RAW.search(answer.text)
    assert "Perbaikan Anda" in answer.text


def test_markup_in_an_address_is_shown_as_it_is(teacher: Teacher) -> None:
    answer = teacher.post("/drafts/address", url=f'x"><script>alert(1)</script>{EVIL}')
    assert answer.status_code == 422
    assert not RAW.search(answer.text)


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example", "/\\evil.example", ""])
def test_the_choice_of_a_language_leads_nowhere_else(teacher: Teacher, back: str) -> None:
    sent = {"token": teacher.token, "language": "id", "back": back}
    answer = teacher.client.post("/language", data=sent, follow_redirects=False)
    assert re.match(r"/(?![/\\])", answer.headers["location"])


def test_paths_do_not_leave_the_static_folder(teacher: Teacher) -> None:
    for path in ("/static/../store.py", "/static/%2e%2e/store.py", "/static/..%5cstore.py"):
        assert teacher.get(path).status_code == 404


def test_another_name_is_answered_only_if_allowed(tmp_path: Path) -> None:
    assert "sekolah.lan" not in Settings(data=tmp_path).names
    assert "sekolah.lan" in Settings(data=tmp_path, hosts=("Sekolah.LAN",)).names


def test_a_kisi_kisi_that_would_fill_the_memory_is_refused(teacher: Teacher) -> None:
    draft = teacher.begin_corpus("putin-pyongyang-4")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 60_000_000)
    for name in ("kisi.xlsx", "kisi.docx"):
        files = {"kisi-kisi": (name, buffer.getvalue())}
        answer = teacher.post(f"{draft}/plan", version="0", profile="bipa", files=files)
        assert answer.status_code == 422
        assert "terlalu" in answer.text.lower()
