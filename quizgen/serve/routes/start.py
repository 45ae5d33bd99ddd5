"""The start: drafts of before, and the ways to bring a text."""

import datetime as dt
import secrets
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from starlette.responses import Response

from quizgen import corpus
from quizgen.errors import InputError, QuizgenError
from quizgen.serve import intake
from quizgen.serve.visit import LANGUAGE, Visit, set_cookie
from quizgen.serve.words import LANGUAGES, plain_error

_LONGEST_PASTE = 400_000


def show(visit: Visit, *, way: str = "", problem: str = "", status: int = 200) -> Response:
    """Answer with the start page; after a failure what was typed is there again."""
    query = visit.query
    topic, level, search = query.get("topic", ""), query.get("level", ""), query.get("q", "")
    texts = visit.workshop.desk.once("corpus", _corpus_texts)
    return visit.render(
        "start",
        status=status,
        drafts=[(line, _when(line.updated, visit)) for line in visit.workshop.store.lines()],
        deleted=query.get("deleted", ""),
        texts=[text for text in texts if _fits(text, topic, level, search)],
        topics=sorted({text["topic"] for text in texts if text["topic"]}),
        levels=sorted({str(text["level"]) for text in texts}),
        chosen={"topic": topic, "level": level, "q": search},
        way=way,
        problem=problem,
        typed={name: visit.value(name) for name in ("text", "title", "url")},
        suffixes=",".join(intake.suffixes()),
        largest=visit.workshop.settings.largest // 1_000_000,
    )


def _corpus_texts() -> list[dict[str, Any]]:
    return [
        {
            "id": text.id, "title": text.title or text.id, "topic": text.topic or "",
            "level": text.level, "words": text.words,
            "body": corpus.load_article(text.id).text.casefold(),
        }
        for text in corpus.summaries()
    ]  # fmt: skip


def _fits(text: dict[str, Any], topic: str, level: str, search: str) -> bool:
    if (topic and text["topic"] != topic) or (level and str(text["level"]) != level):
        return False
    told = f"{text['title']} {text['topic']} {text['body']}".casefold()
    return all(word in told for word in search.casefold().split())


def _when(updated: float, visit: Visit) -> str:
    """Return when a draft was changed last, as people say it."""
    moment = dt.datetime.fromtimestamp(updated)
    days = (dt.date.today() - moment.date()).days
    clock = f"{moment:%H.%M}" if visit.language == "id" else f"{moment:%H:%M}"
    if days in (0, 1):
        day = visit.words["yesterday"] if days else visit.words["today"]
        return f"{day}, {clock}"
    return f"{moment.day} {visit.words['months'][moment.month - 1]} {moment.year}"


def choose_language(visit: Visit) -> Response:
    """Keep the language of the pages, and go back to where the visitor was."""
    back = urlsplit(visit.value("back"))
    # An address of two slashes would be another site's.
    path = back.path if back.path.startswith("/") and not back.path.startswith("//") else "/"
    response = visit.go(f"{path}?{back.query}" if back.query else path)
    if visit.value("language") in LANGUAGES:
        set_cookie(response, LANGUAGE, visit.value("language"))
    return response


def take_corpus_text(visit: Visit) -> Response:
    """Begin a draft on a text of the corpus."""
    return _begin(visit, "corpus", lambda: intake.from_corpus(visit.value("text")))


def paste(visit: Visit) -> Response:
    """Begin a draft on pasted text."""
    text = (visit.form.get("text") or ("",))[0]

    def read() -> dict[str, Any]:
        if len(text) > _LONGEST_PASTE:
            raise InputError("pasted text: is too large; paste one article")
        return intake.from_paste(text, visit.value("title"))

    return _begin(visit, "paste", read)


def upload(visit: Visit) -> Response:
    """Begin a draft on a file."""

    def read() -> dict[str, Any]:
        file = visit.files.get("file")
        if file is None or not file.name:
            raise InputError("no file was chosen; choose one")
        return intake.from_file(file.data, file.name, seconds=visit.workshop.settings.patience)

    return _begin(visit, "upload", read)


def fetch(visit: Visit) -> Response:
    """Begin a draft on a web page."""
    settings, url = visit.workshop.settings, visit.value("url")
    return _begin(
        visit,
        "address",
        lambda: intake.from_address(url, private=settings.private, seconds=settings.patience),
    )


def _begin(visit: Visit, way: str, read: Callable[[], dict[str, Any]]) -> Response:
    try:
        parts = read()
    except QuizgenError as error:
        return show(visit, way=way, problem=plain_error(error, visit.language), status=422)
    id = secrets.token_hex(8)
    visit.workshop.store.begin(id, parts)
    # The analysis begins while the browser still asks for the next page.
    visit.workshop.desk.analysis(visit.workshop.draft(id))
    return visit.go(f"/drafts/{id}/read")


def delete(visit: Visit) -> Response:
    """Take a draft off the list; the next page offers it back."""
    visit.workshop.store.discard(visit.path["draft"])
    return visit.go(f"/?deleted={visit.path['draft']}")


def restore(visit: Visit) -> Response:
    """Put a deleted draft back on the list."""
    visit.workshop.store.discard(visit.path["draft"], deleted=False)
    return visit.go("/")
