r"""Moodle's embedded answers (cloze): ``{2:SHORTANSWER:=bus~=kendaraan#Benar.}``.

Source: docs.moodle.org, Embedded Answers (Cloze) question type; and Moodle's own reading of it
(qtype_multianswer): an answer ends before ``~``, ``#`` or ``}``, then its entities are undone
once, then ``\}`` and ``\#``. So every sign of the syntax is written as a numeric reference, ``&``
as well: after ``&`` or ``&amp;`` Moodle takes no sign for the end of an answer.
"""

import re
from collections.abc import Iterable

_SIGNS = re.compile(r"""["#$%&'*:<=>@\[\\\]^_`{|}~]""")
_EATEN = re.compile(r"\\(?=[}#])")


def protect(text: str) -> str:
    r"""Return text (plain for a written answer, HTML elsewhere) that Moodle reads back unchanged.

    >>> protect("a~b")
    'a&#126;b'
    """
    doubled = _EATEN.sub(r"\\\\", text)
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", doubled)


def literal(answer: str) -> str:
    r"""Return a written answer in which an asterisk stands for itself, not for any text.

    >>> literal("5*2")
    '5\\*2'
    """
    return answer.replace("*", r"\*")


def written(answers: Iterable[str], *, weight: int, exact: bool) -> str:
    """Return a field to write in; ``exact`` if capitals count."""
    kind = "SHORTANSWER_C" if exact else "SHORTANSWER"
    return _field(weight, kind, (f"={protect(literal(answer))}" for answer in answers))


def chosen(options: Iterable[tuple[str, bool, str]], *, weight: int, listed: bool = False) -> str:
    """Return a choice of (HTML, whether it is right, HTML feedback).

    It is a drop-down list, or if ``listed``, for long options, one under another.
    """
    rows = (
        f"{'=' if right else ''}{protect(text)}{f'#{protect(why)}' if why else ''}"
        for text, right, why in options
    )
    return _field(weight, "MULTICHOICE_V" if listed else "MULTICHOICE", rows)


def _field(weight: int, kind: str, alternatives: Iterable[str]) -> str:
    return f"{{{weight}:{kind}:{'~'.join(alternatives)}}}"


def weights(points: int, parts: int) -> list[int]:
    """Return whole weights of parts that add up to ``points``, at least 1 each.

    >>> weights(5, 2), weights(1, 3)
    ([3, 2], [1, 1, 1])
    """
    each, more = divmod(max(points, parts), parts)
    return [each + (index < more) for index in range(parts)]
