"""From the strings of an item to runs of text.

``*kata*`` is italic, ``**kata**`` bold, and ``{{1}}`` a gap.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.formats._blocks import Line, Run

NO_BREAK = "\u00a0"
CIRCLE = "\u25cb"
_MARKED = re.compile(r"(?<![\w*])(\*\*?)(?=[^\s*])([^*\n]+)(?<=\S)\1(?![\w*])")
_GAP = re.compile(r"\{\{(\d+)\}\}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACE = re.compile(r"[\n\t\u2028\u2029]")
_MIN_BLANK, _MAX_BLANK = 10, 24


def clean(text: str) -> str:
    """Return ``text`` on one line and without control characters, which XML cannot hold."""
    return _CONTROL.sub("", _SPACE.sub(" ", text))


def plain(text: str, *, bold: bool = False, italic: bool = False) -> Line:
    """Return ``text`` as one literal run, no run at all if it is empty."""
    text = clean(text)
    return (Run(text=text, bold=bold, italic=italic),) if text else ()


def rich(text: str) -> Line:
    """Return ``text`` with ``*kata*`` in italics and ``**kata**`` in bold.

    >>> [(run.text, run.italic) for run in rich("Makna *antre* adalah")]
    [('Makna ', False), ('antre', True), (' adalah', False)]
    """
    return tuple(_split(clean(text)))


def _split(text: str) -> Iterator[Run]:
    end = 0
    for match in _MARKED.finditer(text):
        yield from plain(text[end : match.start()])
        bold = match[1] == "**"
        yield Run(text=match[2], bold=bold, italic=not bold)
        end = match.end()
    yield from plain(text[end:])


def circled(letter: str) -> str:
    """Return a capital letter in a circle, as one character.

    >>> circled("A"), circled("AA")
    ('Ⓐ', '(AA)')
    """
    alone = len(letter) == 1 and "A" <= letter <= "Z"
    return chr(ord("Ⓐ") + ord(letter) - ord("A")) if alone else f"({letter})"


def emphasised(line: Line) -> Line:
    """Return the line in bold."""
    return tuple(replace(run, bold=True) for run in line)


def lines(text: str) -> tuple[Line, ...]:
    """Return the non-empty lines of ``text``, each with its italics."""
    return tuple(rich(part.strip()) for part in text.split("\n") if part.strip())


def gapped(
    text: str, answers: Sequence[Sequence[str]], *, filled: bool = False
) -> tuple[Line, ...]:
    """Return the lines of a gap text: ``(1) ______``, or with the first answer if ``filled``.

    All blanks of a text are equally long, so that their length gives nothing away. Only a gap
    inside a word, as in a C-test, shows how many letters are missing: one line each.
    """
    longest = max((len(answer[0]) for answer in answers if answer), default=0)
    blank = min(max(longest + 4, _MIN_BLANK), _MAX_BLANK)
    parts = (part.strip() for part in text.split("\n"))
    return tuple(tuple(_gaps(clean(part), answers, blank, filled)) for part in parts if part)


def pieces(text: str, gaps: int) -> Iterator[str | int]:
    """Yield the words between the gaps of a text, and the number of each gap up to ``gaps``.

    >>> list(pieces("kel{{1}} itu", 1))
    ['kel', 1, ' itu']
    """
    end = 0
    for match in _GAP.finditer(text):
        if 1 <= int(match[1]) <= gaps:
            yield text[end : match.start()]
            yield int(match[1])
            end = match.end()
    yield text[end:]


def _gaps(text: str, answers: Sequence[Sequence[str]], blank: int, filled: bool) -> Iterator[Run]:
    attached = False
    for piece in pieces(text, len(answers)):
        if isinstance(piece, str):
            attached = piece[-1:].isalpha()
            yield from rich(piece)
            continue
        key = answers[piece - 1][0] if filled and answers[piece - 1] else ""
        lines = letter_lines(answers[piece - 1]) if attached else "_" * blank
        yield from _gap(piece, key, lines, attached)


def letter_lines(answer: Sequence[str]) -> str:
    """Return a line for each letter of an answer's first form, apart enough to be counted.

    >>> letter_lines(["ang"]).split(NO_BREAK)
    ['_', '_', '_']
    """
    return NO_BREAK.join("_" * len(answer[0] if answer else "_"))


def _gap(number: int, key: str, lines: str, attached: bool) -> Iterator[Run]:
    body = Run(text=key, bold=True, underline=True) if key else Run(text=lines)
    if attached:
        yield body
        yield Run(text=f"({number})", raised=True)
    else:
        yield Run(text=f"({number}){NO_BREAK}")
        yield body
