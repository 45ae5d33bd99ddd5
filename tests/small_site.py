"""A site of three texts, made once for all tests that look at it."""

from functools import cache

from quizgen import corpus, pipeline
from quizgen.model import Document, Item, Language, Worksheet
from quizgen.site.build import make_site, site_files
from quizgen.site.pages import Site, pages
from quizgen.site.topics import topics
from quizgen.worksheet import Plan

TEXTS = ("emas-paris-3", "putin-pyongyang-3", "putin-pyongyang-4")


@cache
def _made(id: str) -> tuple[Document, tuple[Item, ...]]:
    document = corpus.load_document(id)
    return document, pipeline.vet(pipeline.make_items(document), document).kept


@cache
def sheets(language: Language = "id") -> tuple[Worksheet, ...]:
    """Return the sheets of the texts."""
    plan = Plan(count=4, language=language)
    made = (_made(id) for id in TEXTS)
    return tuple(pipeline.make_worksheet(document, plan, items=items) for document, items in made)


def site(language: Language = "id", *, lite: bool = False) -> Site:
    """Return the plan of the site; ``lite`` gives it links to JupyterLite, not JupyterLite."""
    return make_site(topics(sheets(language)), lite=lite)


@cache
def files() -> dict[str, bytes]:
    """Return every file of the site by its path."""
    return dict(site_files(site()))


@cache
def page(path: str, language: Language = "id", *, lite: bool = False) -> str:
    """Return the source of a page."""
    plain = language == "id" and not lite
    found = files() if plain else dict(pages(site(language, lite=lite)))
    return found[path].decode("utf-8")
