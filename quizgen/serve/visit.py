"""One request as the pages see it, and how they answer."""

import secrets
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from quizgen.errors import QuizgenError
from quizgen.serve.draft import Draft
from quizgen.serve.templating import environment
from quizgen.serve.words import LANGUAGES, namespace, table
from quizgen.serve.workshop import Workshop

SESSION, LANGUAGE, TOKEN = "quizgen_session", "quizgen_language", "token"
_YEAR = 365 * 24 * 3600
_MOST_FIELDS = 2000
_SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a form."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A request, read whole; ``form`` has every value of a name, ``files`` the uploads."""

    workshop: Workshop
    url: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    language: str
    session: str
    form: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: Mapping[str, Upload] = field(default_factory=dict)

    @property
    def draft(self) -> Draft:
        """The draft that the address names, as it is now."""
        return self.workshop.draft(self.path["draft"])

    def value(self, name: str) -> str:
        """Return the first value of a field, without space around it; "" if there is none."""
        return (self.form.get(name) or ("",))[0].strip()

    def number(self, name: str) -> int | None:
        """Return a field that is a number, None if it is none."""
        text = self.value(name)
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None

    def version(self, name: str = "version") -> int:
        """Return the version that the writer has seen."""
        return self.number(name) or 0

    @property
    def words(self) -> dict[str, Any]:
        """The words of the visitor's language."""
        return table(self.language)

    def render(self, template: str, *, status: int = 200, **values: Any) -> Response:
        """Return a page."""
        text = (
            environment()
            .get_template(f"{template}.html.j2")
            .render(
                w=namespace(self.language),
                language=self.language,
                token=self.workshop.token(self.session),
                here=self.url,
                **values,
            )
        )
        return HTMLResponse(text, status)

    def go(self, url: str) -> Response:
        """Return the way to a page that is to be fetched next."""
        return RedirectResponse(url, _SEE_OTHER)


Handler = Callable[[Visit], Response]


def endpoint(handler: Handler) -> Callable[[Request], Any]:
    """Return what calls a page's function in a thread, once the request is read and may pass."""

    async def answer(request: Request) -> Response:
        form: FormData | None = None
        if request.method == "POST":
            form = await request.form(max_files=4, max_fields=_MOST_FIELDS)
        visit = await _visit(request, form)
        if form is not None:
            _check_token(visit)
        response: Response = await run_in_threadpool(_answered, handler, visit)
        if SESSION not in request.cookies:
            set_cookie(response, SESSION, visit.session)
        return response

    return answer


def _answered(handler: Handler, visit: Visit) -> Response:
    try:
        return handler(visit)
    except (HTTPException, QuizgenError):
        raise
    # Whatever else goes wrong is told on the page, and to the programmer on the console.
    except Exception as error:
        traceback.print_exception(error, file=sys.stderr)
        return visit.render("problem", status=500, message=visit.words["broken"])


def set_cookie(response: Response, name: str, value: str) -> None:
    """Keep a value in the browser that no script and no other site can use."""
    response.set_cookie(name, value, max_age=_YEAR, httponly=True, samesite="strict")


async def _visit(request: Request, form: FormData | None) -> Visit:
    fields: dict[str, list[str]] = {}
    files: dict[str, Upload] = {}
    for name, value in form.multi_items() if form else ():
        if isinstance(value, UploadFile):
            files[name] = Upload(value.filename or "", await value.read())
        else:
            fields.setdefault(name, []).append(value)
    return plain_visit(request, form=fields, files=files)


def plain_visit(request: Request, **read: Any) -> Visit:
    """Return the visit of a request whose body is not looked at, or was read already."""
    workshop: Workshop = request.app.state.workshop
    chosen = request.cookies.get(LANGUAGE, workshop.settings.language)
    query = f"?{request.url.query}" if request.url.query else ""
    return Visit(
        workshop=workshop,
        url=f"{request.url.path}{query}",
        path=request.path_params,
        query=request.query_params,
        language=chosen if chosen in LANGUAGES else workshop.settings.language,
        session=request.cookies.get(SESSION) or secrets.token_urlsafe(24),
        **read,
    )


def _check_token(visit: Visit) -> None:
    if not secrets.compare_digest(
        visit.value(TOKEN).encode(), visit.workshop.token(visit.session).encode()
    ):
        raise HTTPException(403)
