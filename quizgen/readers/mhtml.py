"""Web pages saved with their pictures in one file, as Chromium does."""

from typing import Any

from quizgen.errors import InputError
from quizgen.model import Imported
from quizgen.readers.html import MAX_PAGE_BYTES, read_page


class MhtmlReader:
    """Reads .mhtml and .mht: the first page in the file, as .html is read."""

    name = "mhtml"
    suffixes = (".mhtml", ".mht")

    def read(self, data: bytes, *, source: str) -> Imported:
        """Return the article of the page in ``data``; see ``Reader.read``.

        Raises:
            InputError: if ``data`` holds no page, is too large, or is no Indonesian article.
        """
        if len(data) > MAX_PAGE_BYTES:
            raise InputError(f"{source}: is larger than 20 MB; save the page as HTML only")
        import email
        import email.policy

        try:
            part = _page_part(email.message_from_bytes(data, policy=email.policy.compat32))
        # A damaged message makes the standard library fail in ways that share no base.
        except Exception as error:
            raise _damaged(source) from error
        if part is None:
            raise _damaged(source)
        page, charset, url = part
        return read_page(page, source=source, url=url, charset=charset)


def _page_part(
    message: Any,
) -> tuple[bytes, str | None, str | None] | None:
    for part in message.walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(content, bytes):
            location = str(part.get("Content-Location") or "")
            url = location if location.startswith(("http://", "https://")) else None
            return content, part.get_content_charset(), url
    return None


def _damaged(source: str) -> InputError:
    return InputError(f"{source}: has no web page in it; save the page as 'web page, HTML only'")


READER = MhtmlReader()
