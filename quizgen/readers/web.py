"""Web addresses."""

from dataclasses import replace

from quizgen.model import Imported
from quizgen.readers._metadata import slug
from quizgen.readers.html import read_page


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


READER = WebReader()
