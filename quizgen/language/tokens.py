"""Surface words: where each token of a text starts and ends."""

import re
from functools import cache
from importlib import resources

_LETTER = r"[^\W\d_]"
_SIGNS = r"(?:[^\W_][\u0300-\u036f]?)"
_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"


@cache
def abbreviations() -> dict[str, bool]:
    """Return each abbreviation with its full stop, and whether it may close a sentence.

    Source: own list, ``data/abbreviations.txt``.
    """
    data = resources.files("quizgen.language").joinpath("data/abbreviations.txt")
    lines = data.read_text(encoding="utf-8").splitlines()
    words = " ".join(line for line in lines if not line.startswith("#")).split()
    return {word.rstrip("!"): word.endswith("!") for word in words}


@cache
def _pattern() -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(abbreviations(), key=len, reverse=True))
    return re.compile(
        rf"""
        https?://[^\s<>“”"]+[^\s<>“”".,;:!?)\]]
        | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
        | (?:www\.)?[A-Za-z0-9][\w-]*(?:\.[A-Za-z][\w-]*)*
          \.(?:com|co|id|net|org|tv|news|info|go|ac|COM|CO|ID|NET|ORG|TV|NEWS)\b(?:\.[A-Za-z]{{2,3}}\b)?
        | [@#]\w+
        | (?<![^\W_])(?:{listed})(?![^\W_])
        | (?<![^\W_])(?:[A-Z]{_LETTER}{{0,4}}\.){{2,}}(?:[A-Z](?![^\W_]))?
        | (?<![^\W_])Sp\.[A-Z]{_LETTER}{{0,5}}(?![^\W_])
        | (?<![^\W_])(?<!\d\s)[A-Z]\.(?=\s?[A-Z])
        | (?:US|A|S|HK|NZ|C|RM|R)?[$€£¥]
        | Rp\.?(?=\s?\d)
        | (?:USD|IDR|RM|EUR|SGD)(?=\d)
        | %
        | (?:{_MONTHS})(?=-(?:{_MONTHS})\b)
        | [kK]e-\d+{_LETTER}*
        | {_LETTER}+-\d\w*(?:\.\d\w*)*(?:-{_LETTER}+)?
        | [IVXLC]+/\d{{4}}
        | \d+/[A-Z][\w./-]*/\d{{4}}
        | \d+x\d+
        | \d+(?:[.,:]\d+)+(?:-(?:an|nya)\b)?
        | [A-Z]/[A-Z]\b
        | [A-Z]{{2,}}(?=-[A-Z][a-z]) | [A-Z][a-z]+(?=-[A-Z]{{2,}}\b)
        | \d+(?:-(?:an|nya|{_LETTER}{{2,}})\b|{_LETTER}+(?:-{_LETTER}+)*\b)?
        | {_LETTER}[\u0300-\u036f]?{_SIGNS}*(?:['’&-]{_SIGNS}+)*
        | \.{{2,}} | …
        | -{{2,}}
        | [^\s]
        """,
        re.VERBOSE,
    )


def tokenize(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of every token, in order; spaces belong to none.

    Words with a hyphen, numbers with separators and abbreviations stay whole; currency signs,
    per cent signs, quotation marks, brackets and dashes stand alone; clitics stay on their host.

    >>> text = "Laba naik Rp2,4 triliun."
    >>> [text[start:end] for start, end in tokenize(text)]
    ['Laba', 'naik', 'Rp', '2,4', 'triliun', '.']
    """
    return [match.span() for match in _pattern().finditer(text)]
