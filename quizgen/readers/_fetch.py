"""Fetch what a web address stands for, from public networks and within limits."""

import codecs
import http.client
import re
import socket
import ssl
import threading
import time
import urllib.parse
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from quizgen import __version__
from quizgen.errors import InputError
from quizgen.readers._address import ADVICE, Address, Lookup, is_public, parse_address, resolve
from quizgen.readers.html import MAX_PAGE_BYTES

MAX_SECONDS = 30.0
"""How long fetching may take, redirects and all."""

_MOST_REDIRECTS = 5
_REDIRECTS = {301, 302, 303, 307, 308}
_PART = 65_536
_PAGES = {"text/html", "application/xhtml+xml", ""}
_FILES = {
    "text/plain",
    "text/markdown",
    "application/pdf",
    "application/octet-stream",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a server has sent."""

    data: bytes
    """Unpacked; a page whose encoding the server names is UTF-8."""
    is_page: bool
    """Whether the server calls it a web page; else it is a file."""


def fetch(
    url: str,
    *,
    allowed: Callable[[str], bool] = is_public,
    seconds: float = MAX_SECONDS,
    lookup: Lookup = socket.getaddrinfo,
) -> Fetched:
    """Return what is at ``url``, at most 20 MB of it.

    The host is resolved once for each request, all its network addresses are checked, and the
    connection goes to one of these, so that a name cannot change its meaning in between. Redirects
    are checked in the same way. Proxies are not used.

    Args:
        url: an http or https address.
        allowed: tells whether a network address may be used.
        seconds: the limit for all of it.
        lookup: finds the network addresses of a host.

    Raises:
        InputError: if the address is none, is not allowed, does not answer in time, or gives
            neither a page nor a file that can be read.
    """
    end = time.monotonic() + seconds
    address = parse_address(url)
    for _ in range(_MOST_REDIRECTS + 1):
        numbers = resolve(address, allowed=allowed, lookup=lookup)
        answer = _request(address, numbers, end=end)
        if isinstance(answer, Fetched):
            return answer
        address = parse_address(urllib.parse.urljoin(address.url, answer))
    raise InputError(f"{address.url}: redirects too often; {ADVICE}")


class _Connection(http.client.HTTPConnection):
    """Connects to a network address that has been checked, under the name of its host."""

    def __init__(self, address: Address, numbers: list[str], *, end: float) -> None:
        super().__init__(address.host, address.port)
        self._address = address
        self._numbers = numbers
        self._end = end
        self.opened: socket.socket | None = None
        """Kept, for http.client forgets it once the head of the answer is there."""

    def connect(self) -> None:
        self.opened = self.sock = self._open()
        if self._address.scheme == "https":
            context = ssl.create_default_context()
            self.opened = self.sock = context.wrap_socket(
                self.sock, server_hostname=self._address.host
            )

    def _open(self) -> socket.socket:
        problem: OSError = TimeoutError("timed out")
        for number in self._numbers:
            left = self._end - time.monotonic()
            try:
                return socket.create_connection((number, self._address.port), max(left, 0.001))
            except OSError as error:
                problem = error
        raise problem


def _request(address: Address, numbers: list[str], *, end: float) -> Fetched | str:
    """Return what the server sends, or where it redirects to."""
    connection = _Connection(address, numbers, end=end)
    try:
        with _stopped(connection, end):
            connection.request("GET", address.target, headers=_headers())
            response = connection.getresponse()
            location = response.headers.get("Location")
            if response.status in _REDIRECTS and location:
                return location
            _check(response, address)
            data = _body(response)
            if time.monotonic() >= end:
                raise TimeoutError("timed out")
            return _fetched(response, data, address)
    except (OSError, http.client.HTTPException, ValueError) as error:
        late = time.monotonic() >= end
        problem = "it takes too long" if late else " ".join(str(error).split())[:200]
        problem = problem or type(error).__name__
        raise InputError(f"{address.url}: cannot be fetched ({problem}); {ADVICE}") from error
    finally:
        connection.close()


@contextmanager
def _stopped(connection: _Connection, end: float) -> Iterator[None]:
    """Cut the connection when time is over: a server may send one byte a second for ever."""

    def cut() -> None:
        if connection.opened is not None:
            try:
                connection.opened.shutdown(socket.SHUT_RDWR)
            # It may be closed already.
            except OSError:
                return

    timer = threading.Timer(max(end - time.monotonic(), 0.0), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _check(response: http.client.HTTPResponse, address: Address) -> None:
    if response.status != 200:
        raise InputError(f"{address.url}: the server answers {response.status}; {ADVICE}")
    kind = _content_type(response)
    if kind not in _PAGES | _FILES:
        raise InputError(
            f"{address.url}: is no page but {kind[:60]}; give the address of an article"
        )


def _content_type(response: http.client.HTTPResponse) -> str:
    return (response.headers.get("Content-Type") or "").partition(";")[0].strip().lower()


def _body(response: http.client.HTTPResponse) -> bytes:
    parts: list[bytes] = []
    length = 0
    while length <= MAX_PAGE_BYTES and (part := response.read(_PART)):
        parts.append(part)
        length += len(part)
    return b"".join(parts)


def _fetched(response: http.client.HTTPResponse, data: bytes, address: Address) -> Fetched:
    packed = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if packed in {"gzip", "x-gzip", "deflate"}:
        data = _unpack(data, address)
    elif packed != "identity":
        raise InputError(f"{address.url}: is packed as {packed[:20]}; {ADVICE}")
    if len(data) > MAX_PAGE_BYTES:
        raise InputError(f"{address.url}: is larger than 20 MB; copy the article to a .txt file")
    is_page = _content_type(response) in _PAGES
    charset = _CHARSET.search(response.headers.get("Content-Type") or "")
    return Fetched(
        data=_as_utf8(data, charset[1]) if is_page and charset else data, is_page=is_page
    )


def _as_utf8(data: bytes, charset: str) -> bytes:
    """Return a page in UTF-8 with a mark that says so, or as it is if its encoding is not that."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    try:
        return codecs.BOM_UTF8 + data.decode(charset).encode()
    except (LookupError, ValueError):
        return data


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"Mozilla/5.0 (compatible; quizgen/{__version__})",
        "Accept": "text/html,application/xhtml+xml",
        "Accept-Language": "id",
        "Accept-Encoding": "gzip, deflate, identity",
        "Connection": "close",
    }


def _unpack(data: bytes, address: Address) -> bytes:
    try:
        # 32 lets zlib find out by itself whether a gzip header is there.
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
        return unpacker.decompress(data, MAX_PAGE_BYTES + 1)
    except zlib.error as error:
        raise InputError(f"{address.url}: sends a damaged page; {ADVICE}") from error
