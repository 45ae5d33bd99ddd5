"""Every file of a site, from the sheets of its texts."""

from collections.abc import Iterator, Sequence

from quizgen import course, output_files
from quizgen.course.words import PAGES
from quizgen.interfaces import by_name, formats
from quizgen.model import Language, Worksheet
from quizgen.site.pages import DOWNLOADS, FILES, Site, pages
from quizgen.site.topics import Topic


def make_site(topics: Sequence[Topic], *, lite: bool = False) -> Site:
    """Return the plan of a site, in the language of its sheets."""
    texts = [text for topic in topics for text in topic.texts]
    language: Language = texts[0].sheet.language
    chosen = [by_name("format", name, formats()) for name in DOWNLOADS]
    files = {
        (text.id, form.name): output_files.file_name(text.sheet, form, "student")
        for text in texts
        for form in chosen
    }
    return Site(topics=tuple(topics), language=language, files=files, lite=lite)


def site_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every page and download."""
    yield from pages(site)
    for text in site.texts:
        for name, data in downloads(text.sheet):
            yield f"{FILES}/{name}", data


def downloads(sheet: Worksheet) -> Iterator[tuple[str, bytes]]:
    """Yield the students' files that lie beside a text."""
    for name in DOWNLOADS:
        yield output_files.render(sheet, by_name("format", name, formats()), "student")


def notebooks(site: Site) -> dict[str, bytes]:
    """Return the notebooks of a student's course by name: the texts, and what is around them."""
    form = by_name("format", "ipynb", formats())
    sheets = [text.sheet for text in site.texts]
    made = dict(output_files.render(sheet, form, "student") for sheet in sheets)
    around = dict(course.pages(sheets, list(made)))
    # The teacher's notebook needs quizgen, which no browser has.
    del around[PAGES["teacher"]]
    return made | around
