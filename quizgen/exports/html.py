"""HTML: one page on which a person sees what the analysis found."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from quizgen.exports._page import (
    LABELS,
    blocks,
    entity_rows,
    fact_rows,
    quotation_rows,
    reference_rows,
    sentence_number,
)
from quizgen.language.readability import readability
from quizgen.model import Document, Entity


class Html:
    """A page without scripts that needs no network."""

    name = "html"
    suffix = ".html"
    purpose = "One offline page to read: names and figures marked, hard words underlined, tables."

    def export(self, document: Document) -> bytes:
        """Return the page; hovering shows what is marked, and the tables say the same."""
        notes = [(note, sentence_number(document, note)) for note in document.vocabulary]
        page = _template().render(
            article=document.article,
            blocks=blocks(document),
            entities=entity_rows(document),
            references=reference_rows(document),
            quotations=quotation_rows(document),
            notes=notes,
            notices=document.notices,
            reading=readability(document),
            facts=fact_rows(document),
            labels=LABELS,
        )
        return page.encode("utf-8")


def _hint(entity: Entity) -> str:
    return f"{entity.canonical} = {entity.value}" if entity.value else entity.canonical


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("quizgen.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["hint"] = _hint
    return environment.get_template("annotated.html.j2")


EXPORT = Html()
