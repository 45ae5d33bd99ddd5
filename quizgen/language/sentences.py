"""Sentences of an article, in reading order."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.language.tokens import abbreviations, tokenize
from quizgen.model import Article, Sentence

_ENDS = frozenset(".?!…")
_CLOSING = frozenset("\"”’')]»")
_REPORTING = re.compile(
    r"(?:kata|ujar|ucap|ungkap|tutur|jelas|tegas|imbuh|tambah|sebut|papar|terang|tandas|pungkas"
    r"|tulis|beber|harap|tanya|jawab|lanjut|tukas|cetus|pinta|ajak|seru|ulas|urai|kisah|tutup"
    r"|demikian|begitu)(?:nya)?\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"(?:S|M|B|Sp|Ph|A\.Md)\.[A-Z]\w*\.")
_WORDS = r"(?:[A-Z][\w.'’&]*|\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?|\d{4})"
_DATELINE = re.compile(
    rf"""
    (?:
        {_WORDS}(?:[ ,/|]{{1,2}}{_WORDS}){{0,6}}(?:,?\s?\([^()]{{2,30}}\))?\s*(?:--?|[–—])\s+
        | [A-Z]{{4}}[\w.]*(?:[ ,/]{{1,2}}{_WORDS}){{0,6}}\s*(?:--|[–—-])\s*
        | {_WORDS}(?:[ ,/]{{1,2}}{_WORDS}){{0,4}}—\s*
        | [\w.]+\.(?:com|co|id|net)(?:\.id)?,\s?{_WORDS}(?:\s{_WORDS})?\s*(?:--?|[–—])\s*
        | [\w.]+\.(?:com|co|id|net)(?:\.id)?,\s[A-Z][a-z]+\s(?=[A-Z])
        | {_WORDS}(?:\s{_WORDS})?,\s[\w.]+\.(?:com|co|id|net)(?:\.id)?\s*(?:--?|[–—])\s*
    )
    (?=["“‘'(]?[A-Z0-9])
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=10_000)
def dateline_end(text: str) -> int:
    """Return the offset after the dateline that opens a first sentence, 0 if there is none.

    >>> dateline_end("LAWANA, BERITA.com - Hujan turun.")
    21
    >>> dateline_end("Lawana, kabarkita.co - Hujan turun.")
    23
    """
    match = _DATELINE.match(text)
    return match.end() if match else 0


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences, called s1, s2 …, without tokens; sub-headings give none.

    Every sentence of a longer quotation stands for itself, but a reporting clause stays with
    what it reports (``"Benarkah?" kata Ali.`` is one sentence).
    """
    text = article.text
    spans = [
        (number, start, end)
        for number, offset, paragraph in article.blocks()
        if number is not None
        for start, end in _split(paragraph, offset)
    ]
    return tuple(
        Sentence(id=f"s{index}", paragraph=number, start=start, end=end, text=text[start:end])
        for index, (number, start, end) in enumerate(spans, start=1)
    )


def _split(paragraph: str, offset: int) -> Iterator[tuple[int, int]]:
    tokens = tokenize(paragraph)
    start = index = 0
    while index < len(tokens):
        index += 1
        if not _may_end(paragraph, tokens, index - 1, start):
            continue
        index = _after_closing(paragraph, tokens, index)
        if index == len(tokens) or _starts(paragraph, tokens, index):
            yield offset + tokens[start][0], offset + tokens[index - 1][1]
            start = index
    if start < len(tokens):
        yield offset + tokens[start][0], offset + tokens[-1][1]


def _may_end(text: str, tokens: list[tuple[int, int]], index: int, start: int) -> bool:
    word = text[slice(*tokens[index])]
    if word[-1] not in _ENDS:
        return False
    if len(word) == 1 and word == ".":
        return not _is_list_mark(text, tokens, index, start)
    if word[0] in _ENDS:
        return True
    return bool(_DEGREE.match(word)) or abbreviations().get(word, False)


def _is_list_mark(text: str, tokens: list[tuple[int, int]], index: int, start: int) -> bool:
    if index != start + 1:
        return False
    before = text[slice(*tokens[start])]
    return before.isdigit() or len(before) == 1


def _after_closing(text: str, tokens: list[tuple[int, int]], index: int) -> int:
    while index < len(tokens):
        start, end = tokens[index]
        word = text[start:end]
        glued = start == tokens[index - 1][1]
        loose = text[end : end + 1].isspace() or end == len(text)
        closing = word in _CLOSING and (glued or index + 1 == len(tokens))
        if not (closing or (glued and (word in _ENDS or (word == "“" and loose)))):
            break
        index += 1
    return index


def _starts(text: str, tokens: list[tuple[int, int]], index: int) -> bool:
    start = tokens[index][0]
    before = text[tokens[index - 1][0]]
    first = text[start]
    abbreviated = before.isalpha()
    quoted = before in _CLOSING or text[tokens[index - 2][0]] in _CLOSING
    if quoted and _REPORTING.match(text, start):
        return False
    if abbreviated and not first.isupper():
        return False
    if start == tokens[index - 1][1] and not first.isupper() and first not in "“\"‘'":
        return False
    return not (first.islower() or first in ",;:)-–—")
