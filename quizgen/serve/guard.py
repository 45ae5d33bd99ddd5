"""What every request must pass: known Host and Origin, limits of size and time, strict headers."""

import asyncio
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quizgen.serve.settings import Settings

_SAFE = frozenset({"GET", "HEAD"})
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SHEET_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'self'"
)
"""For a sheet in its frame: it may look like anything, but not run, load or send."""
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
_REFUSED_HOST = "This server answers to its own name only. Open the address that it printed."
_REFUSED_ORIGIN = "This request came from another site and was refused. Nothing was changed."


class Guard:
    """Stands before the whole application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request that may not pass, and let others pass with limits."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        sender = _with_headers(send)
        refusal = self._refusal(scope["method"], headers)
        if refusal:
            await PlainTextResponse(refusal, 403)(scope, receive, sender)
            return
        await self.app(scope, self._limited(receive, headers), sender)

    def _refusal(self, method: str, headers: Headers) -> str:
        if host_name(headers.get("host", "")) not in self.settings.names:
            return _REFUSED_HOST
        if method in _SAFE:
            return ""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        own = f"http://{headers['host']}".lower()
        if origin is not None and origin.lower() not in (own, own.replace("http:", "https:", 1)):
            return _REFUSED_ORIGIN
        if origin is None and site not in (None, "same-origin", "none"):
            return _REFUSED_ORIGIN
        return ""

    def _limited(self, receive: Receive, headers: Headers) -> Receive:
        """Return what receives at most so many bytes in so many seconds."""
        declared = headers.get("content-length", "0")
        state = {"read": 0, "open": 1}
        end = asyncio.get_running_loop().time() + self.settings.patience

        async def limited() -> Message:
            if not state["open"]:
                return await receive()
            if declared.isdecimal() and int(declared) > self.settings.largest:
                raise HTTPException(413)
            try:
                async with asyncio.timeout_at(end):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(408) from None
            state["read"] += len(message.get("body", b""))
            state["open"] = int(message.get("more_body", False))
            if state["read"] > self.settings.largest:
                raise HTTPException(413)
            return message

        return limited


def host_name(host: str) -> str:
    """Return the name of a Host header without its port, in lower case.

    >>> host_name("LOCALHOST:8765"), host_name("[::1]:8765"), host_name("a@b")
    ('localhost', '::1', '')
    """
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return ""
    return "" if "@" in host or parts.path or parts.query else parts.hostname or ""


def _with_headers(send: Send) -> Send:
    async def sender(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", PAGE_POLICY)
        await send(message)

    return sender
