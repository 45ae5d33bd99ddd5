"""How hard a text is, against the level that a class has."""

from quizgen.language.readability import readability
from quizgen.model import Document

_FAR = 2
"""From so many levels above the class on a text is too hard to go unremarked."""


def text_level(document: Document) -> int | None:
    """Return the BIPA level that the text was written for, else the estimate, if there is one."""
    estimate = readability(document) if document.article.level is None else None
    return estimate.level if estimate else document.article.level


def too_hard(document: Document, wanted: int | None) -> int | None:
    """Return the level of a text far above the one asked for; None for a text that suits."""
    level = text_level(document) if wanted is not None else None
    return level if wanted is not None and level is not None and level - wanted >= _FAR else None


def level_notice(document: Document, wanted: int | None) -> tuple[str, ...]:
    """Return what a teacher should know about the level of the text; empty if it suits."""
    level = too_hard(document, wanted)
    if level is None:
        return ()
    known = "ditulis untuk" if document.article.level is not None else "diperkirakan pada"
    return (f"Teks ini {known} tingkat BIPA {level}; tingkat yang diminta BIPA {wanted}.",)
