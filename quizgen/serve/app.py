"""The application: its addresses, its errors in plain words, its beginning and end."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from quizgen.errors import QuizgenError
from quizgen.serve.guard import Guard
from quizgen.serve.routes import export, items, plan, reading, sheet, start
from quizgen.serve.settings import Settings
from quizgen.serve.store import NoSuchDraftError
from quizgen.serve.visit import Handler, endpoint, plain_visit
from quizgen.serve.words import plain_error
from quizgen.serve.workshop import Workshop

_STATIC = Path(__file__).parent / "static"

_PAGES: dict[str, Handler] = {
    "/": start.show,
    "/drafts/{draft}/read": reading.show,
    "/drafts/{draft}/sheet": sheet.show,
    "/drafts/{draft}/preview": sheet.preview,
    "/drafts/{draft}/export": export.show,
    "/drafts/{draft}/files/{format}": export.download,
}
_ACTIONS: dict[str, Handler] = {
    "/language": start.choose_language,
    "/drafts/corpus": start.take_corpus_text,
    "/drafts/paste": start.paste,
    "/drafts/upload": start.upload,
    "/drafts/address": start.fetch,
    "/drafts/{draft}/delete": start.delete,
    "/drafts/{draft}/restore": start.restore,
    "/drafts/{draft}/title": reading.rename,
    "/drafts/{draft}/marks": reading.mark,
    "/drafts/{draft}/marks/{mark}/delete": reading.unmark,
    "/drafts/{draft}/blocks": reading.keep_or_drop,
    "/drafts/{draft}/plan": plan.make,
    "/drafts/{draft}/kisi-kisi/delete": plan.drop_kisi_kisi,
    "/drafts/{draft}/look": plan.dress,
    "/drafts/{draft}/undo": sheet.undo,
    "/drafts/{draft}/redo": sheet.redo,
    "/drafts/{draft}/items": items.add,
    "/drafts/{draft}/items/{item}": items.save,
    "/drafts/{draft}/items/{item}/delete": items.delete,
    "/drafts/{draft}/items/{item}/lock": items.lock,
    "/drafts/{draft}/items/{item}/move": items.move,
    "/drafts/{draft}/items/{item}/replace": items.replace_item,
    "/drafts/{draft}/candidates": items.take,
    "/drafts/{draft}/jupyter": export.open_notebook,
}


def make_app(settings: Settings) -> Starlette:
    """Return the application on the drafts of the settings' data folder.

    Raises:
        OutputError: if the drafts cannot be opened.
    """
    workshop = Workshop.open(settings)

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        workshop.desk.warm()
        yield
        workshop.close()

    pages = [Route(path, endpoint(handler), methods=["GET"]) for path, handler in _PAGES.items()]
    actions = [Route(at, endpoint(handler), methods=["POST"]) for at, handler in _ACTIONS.items()]
    app = Starlette(
        routes=[*pages, *actions, Mount("/static", StaticFiles(directory=_STATIC))],
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers={HTTPException: _refuse, QuizgenError: _explain},
        lifespan=life,
    )
    app.state.workshop = workshop
    return app


async def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    visit = plain_visit(request)
    said = visit.words["refusals"].get(str(error.status_code), visit.words["problem"])
    response = visit.render("problem", status=error.status_code, message=said)
    if error.status_code in (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.REQUEST_TIMEOUT):
        # What is still on its way is not waited for.
        response.headers["Connection"] = "close"
    return response


async def _explain(request: Request, error: Exception) -> Response:
    assert isinstance(error, QuizgenError)
    visit = plain_visit(request)
    status = 404 if isinstance(error, NoSuchDraftError) else 422
    return visit.render("problem", status=status, message=plain_error(error, visit.language))
