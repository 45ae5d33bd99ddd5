"""Web addresses."""

import http.client
import urllib.error
import urllib.parse
import urllib.request
import zlib
from dataclasses import replace

from quizgen import __version__
from quizgen.errors import InputError
from quizgen.model import Imported
from quizgen.readers._metadata import slug
from quizgen.readers.html import MAX_PAGE_BYTES, read_page

_TIMEOUT_SECONDS = 20
_ADVICE = "check the address, or save the page and give the file"


class WebReader:
    """Reads a page from the web; the only reader whose source is no file."""

    name = "web"
    suffixes = ("http://", "https://")

    def read(self, data: bytes, *, source: str) -> Imported:
        """Return the article of the page in ``data`` that was fetched from ``source``.

        Raises:
            InputError: if ``data`` is no page or holds no Indonesian article.
        """
        imported = read_page(data, source=source, url=source)
        article = imported.article
        return replace(imported, article=replace(article, id=slug(article.title or article.id)))


def fetch(url: str) -> bytes:
    """Return the page at ``url``, at most 20 MB of it.

    Raises:
        InputError: if the address is none, does not answer in time, or gives no page.
    """
    request = urllib.request.Request(_quoted(url), headers=_headers())
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT_SECONDS) as response:
            data: bytes = response.read(MAX_PAGE_BYTES + 1)
            packed = response.headers.get("Content-Encoding", "")
    except urllib.error.HTTPError as error:
        raise InputError(f"{url}: the server answers {error.code}; {_ADVICE}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        problem = " ".join(str(reason).split()) or type(error).__name__
        raise InputError(f"{url}: cannot be fetched ({problem}); {_ADVICE}") from error
    if packed in {"gzip", "deflate"}:
        data = _unpack(data, url)
    if data.startswith(b"%PDF"):
        raise InputError(f"{url}: is a PDF, not a page; save it and give the .pdf file")
    return data


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"Mozilla/5.0 (compatible; quizgen/{__version__})",
        "Accept": "text/html,application/xhtml+xml",
        "Accept-Language": "id",
    }


def _quoted(url: str) -> str:
    try:
        parts = urllib.parse.urlsplit(url.strip())
        host = parts.netloc.encode("idna").decode("ascii")
    except ValueError as error:
        raise InputError(f"{url}: is no web address; {_ADVICE}") from error
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise InputError(f"{url}: is no http or https address; {_ADVICE}")
    path = urllib.parse.quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = urllib.parse.quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urllib.parse.urlunsplit((parts.scheme, host, path, query, ""))


def _unpack(data: bytes, url: str) -> bytes:
    try:
        # 32 lets zlib find out by itself whether a gzip header is there.
        return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data, MAX_PAGE_BYTES + 1)
    except zlib.error as error:
        raise InputError(f"{url}: sends a damaged page; {_ADVICE}") from error


READER = WebReader()
