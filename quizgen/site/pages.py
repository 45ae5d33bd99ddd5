"""The pages of a site: each one file, with a policy that allows its own style and script alone."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quizgen import __version__, player
from quizgen.course.words import PAGES
from quizgen.formats import html
from quizgen.model import Language
from quizgen.site.dictionary import by_letter, words_of
from quizgen.site.topics import Text, Topic
from quizgen.site.words import in_words, words

DOWNLOADS = ("docx", "pdf", "ipynb")
"""The formats that lie beside a text."""
READINGS, FILES, LITE = "bacaan", "unduhan", "lite"
"""Folders of the site: a page a text, files to take home, JupyterLite."""
_NO_ICON = Markup('<link rel="icon" href="data:,">')
"""Without it a browser asks the root of its server for an icon."""
_MOST_LINKS = 3
"""A word of the dictionary links so many texts; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the pages are made of.

    Args:
        topics: the events with their texts.
        language: of everything that is no text and no item.
        files: the name of the download of each (text id, format).
        lite: whether there is a JupyterLite corner.
    """

    topics: tuple[Topic, ...]
    language: Language
    files: dict[tuple[str, str], str]
    lite: bool = False

    @property
    def texts(self) -> tuple[Text, ...]:
        """Return the texts of all events."""
        return tuple(text for topic in self.topics for text in topic.texts)


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every page of the site with its path."""
    found = words_of(site.texts)
    texts = {"topics": site.topics, "levels": sorted({text.summary.level for text in site.texts})}
    yield "index.html", _page(site, "index", find=True, **texts)
    filed = {"letters": by_letter(found), "levels": sorted({word.level for word in found})}
    yield "kamus.html", _page(site, "dictionary", find=True, most=_MOST_LINKS, **filed)
    yield "tentang.html", _page(site, "about", topics=site.topics, licences=_licences(site.texts))
    for topic in site.topics:
        for text in topic.texts:
            yield page_path(text), _reading(site, topic, text)


def page_path(text: Text) -> str:
    """Return where a text's page lies in the site."""
    return f"{READINGS}/{text.id}.html"


def _licences(texts: Sequence[Text]) -> list[str]:
    named = (text.sheet.article.licence for text in texts)
    return list(dict.fromkeys(licence for licence in named if licence))


def _page(site: Site, name: str, *, find: bool = False, **content: Any) -> bytes:
    """Return a page of the site's own, with the search script if it has something to find."""
    style = player.style() + _resource("site.css")
    script = "".join(map(_resource, (["find.js"] * find) + ["lite.js"] * site.lite))
    text = (
        _environment()
        .get_template(f"{name}.html.j2")
        .render(
            **_common(site, root="", here=name),
            **content,
            policy=_policy(style, script),
            style=Markup(style),  # our own file, no data in it
            script=Markup(script),
        )
    )
    return text.encode("utf-8")


def _reading(site: Site, topic: Topic, text: Text) -> bytes:
    """Return the worksheet's page with the site around it."""
    common = _common(site, root="../", here="reading")
    parts = (
        _environment().get_template(name).render(**common, topic=topic, text=text)
        for name in ("above.html.j2", "below.html.j2")
    )
    above, below = (Markup(part) for part in parts)  # escaped by its template
    around = html.Around(
        head=_NO_ICON,
        above=above,
        below=below,
        style=_resource("site.css"),
        script=_resource("lite.js") if site.lite else "",
    )
    return html.FORMAT.embed(text.sheet, around)


def _common(site: Site, *, root: str, here: str) -> dict[str, Any]:
    """Return what every template knows; ``root`` leads from its page to the first one."""
    return {
        "site": site,
        "words": words(site.language),
        "language": site.language,
        "root": root,
        "here": here,
        "path": page_path,
        "dated": partial(in_words, language=site.language),
        "downloads": [(form, f"{root}{FILES}") for form in DOWNLOADS],
        "notebooks": f"{root}{LITE}/notebooks/index.html?path=",
        "course": PAGES["index"],
        "version": __version__,
        "no_icon": _NO_ICON,
    }


def _policy(style: str, script: str) -> str:
    """Forbid everything but this very style sheet and this very script."""
    allowed = [f"style-src '{_digest(style)}'", "img-src data:"]
    allowed += [f"script-src '{_digest(script)}'"] if script else []
    return "; ".join(["default-src 'none'", *allowed, "base-uri 'none'", "form-action 'none'"])


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("quizgen.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _resource(name: str) -> str:
    return resources.files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
