"""Rules on what a question asks for: its question word, and the kind of answer that is keyed.

The kind of an answer is told from its opening word (*karena, agar, di, pada*), else from the
measure that it is, or from the names that the text has.
"""

import re
from collections.abc import Iterator

from quizgen.checks.finding import error
from quizgen.checks.text_match import (
    asks_content,
    bare,
    keys,
    unquoted,
    whole_measure,
    words,
)
from quizgen.checks.word_lists import one_of, word_list
from quizgen.language.nouns import is_human
from quizgen.language.places import lookup
from quizgen.model import Document, Item, ShortAnswer

_QUESTION = re.compile(
    r"(?:^|[,.:]\s)(?:(?:menurut|dalam|pada)\s[^,?]*,\s)?"
    r"(?P<word>(?:sejak|sampai|hingga)\skapan|kapan|berapa(?:\slama|\skali)?|(?:oleh|dengan|kepada|untuk|dari)?\s?siapa"
    r"|mengapa|(?:di|ke|dari)\s?mana|bagaimana|apa\syang|untuk apa|dengan tujuan apa"
    r"|(?:pada|sejak|hingga|sampai)?\s?(?:tanggal|tahun|bulan|hari|pukul|jam)\s(?:berapa|apa))(?:kah)?\b",
    re.I,
)  # fmt: skip
_OPENINGS = {
    kind: word_list(f"opens_{kind}") for kind in ("cause", "purpose", "manner", "agent", "time")
}
_REFUSED = {
    "kapan": "person human place cause purpose manner agent amount",
    "berapa": "person human place cause purpose manner agent date",
    "siapa": "place cause purpose manner date amount institution",
    "mengapa": "person human place date amount agent",
    "bagaimana": "person human place date amount cause",
    "mana": "person human cause purpose manner agent date amount time",
    "untuk": "person human place date amount cause",
    "apa": "person",
}
"""What is no answer to a question word."""
_CLOCK_AND_CALENDAR = word_list("asked_as_date")


@error("no-answer")
def no_answer(item: Item, document: Document) -> Iterator[str]:
    """A question that is answered in writing has no answer."""
    if isinstance(item.response, ShortAnswer):
        filled = [any(text.strip() for text in variants) for variants in item.response.answers]
        if not filled or not all(filled):
            yield f"'{item.prompt[:40]}'"


@error("question-word-mismatch")
def answer_of_another_kind(item: Item, document: Document) -> Iterator[str]:
    """The question word asks for another kind of answer than the key is."""
    asked = _asked(unquoted(item.prompt)) if asks_content(item) else None
    for key in keys(item) if asked else ():
        # *Dengan siapa* is answered with *dengan*.
        kind = answer_kind(bare(key) if asked == "siapa" else key, document)
        if kind and asked and kind in _REFUSED[asked].split():
            yield f"{asked}: '{key}' is {kind}"


def _asked(prompt: str) -> str | None:
    found = _QUESTION.search(prompt)
    if not found:
        return None
    said = words(found["word"])
    if set(said) & _CLOCK_AND_CALENDAR:
        return "kapan"
    if said == ("apa", "yang"):
        return "apa"
    if said[-1].removesuffix("kah") == "apa":
        return "untuk"
    return next((word for word in _REFUSED if word in said), "mana" if "mana" in said[-1] else None)


def answer_kind(key: str, document: Document) -> str | None:
    """Return what an answer is: a cause, a purpose, a person, a place, a date, an amount."""
    said = words(key)
    if not said:
        return None
    measure = whole_measure(key, document)
    if measure:
        return {"DATE": "date", "TIME": "date"}.get(measure.type, "amount")
    opening = said[0]
    if opening in ("di", "ke", "dari", "menuju"):
        return "place" if key[:1].isupper() or _is_place(bare(key), document) else None
    for kind, listed in _OPENINGS.items():
        if opening in listed and not (kind == "time" and opening == "pada"):
            return kind
    return _named(key, said, document)


def _named(key: str, said: tuple[str, ...], document: Document) -> str | None:
    name = bare(key)
    types = {e.type for e in document.entities if name in (e.quote, e.canonical)}
    if types == {"PER"}:
        return "person"
    if _is_place(name, document):
        return "place"
    if re.match(rf"{one_of('institutions')}\b", name, re.I) and "PER" not in types:
        return "institution" if re.search(r"\s[A-Z]", name) or len(said) > 1 else None
    if said[0] in ("seorang", "para") or (is_human(said[0]) and "ORG" not in types):
        return "human"
    return None


def _is_place(name: str, document: Document) -> bool:
    types = {e.type for e in document.entities if name in (e.quote, e.canonical)}
    if types:
        # A name of one word that no gazetteer has may be a person's that was misread.
        sure = " " in name or lookup(name) is not None
        return types <= {"GPE", "LOC"} and sure
    return name[:1].isupper() and lookup(name) is not None
