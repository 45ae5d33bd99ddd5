"""The parts of an item as HTML with classes, for a card or a page that has a style sheet."""

from collections.abc import Iterable
from typing import assert_never

from quizgen.formats._blocks import Bank, Boxes, Column, Options, Part, Remark, Ruled, Table
from quizgen.formats._fragments import escape, html


def draw(parts: Iterable[Part]) -> str:
    """Return the parts one below another; lines to write on are left out."""
    return "".join(map(_part, parts))


def _part(part: Part) -> str:
    match part:
        case Table():
            return _table(part)
        case Options(rows=rows):
            made = (
                f'<p class="option"><span>{escape(letter)}</span><span>{html(line)}</span></p>'
                for letter, line in rows
            )
            return "".join(made)
        case Bank(label=label, words=words):
            made = (f'<span class="word">{html(word)}</span>' for word in words)
            return f'<p class="bank"><strong>{escape(label)}:</strong> {" ".join(made)}</p>'
        case Boxes():
            return _boxes(part)
        case Ruled():
            return ""
        case Remark(line=line, small=small):
            return f"<p><small>{html(line)}</small></p>" if small else f"<p>{html(line)}</p>"
        case _:
            assert_never(part)


def _table(table: Table) -> str:
    head = "".join(f"<th{_look(each)}>{escape(each.header)}</th>" for each in table.columns)
    rows = (
        "".join(
            f"<td{_look(column)}>{html(cell or ())}</td>"
            for column, cell in zip(table.columns, row, strict=True)
        )
        for row in table.rows
    )
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _look(column: Column) -> str:
    return ' class="centred"' if column.centred else ""


def _boxes(boxes: Boxes) -> str:
    tag = "span" if boxes.flowing else "p"
    made = (
        f'<{tag} class="element"><span class="box">{escape(number)}</span>'
        f"<span>{html(line)}</span></{tag}>"
        for number, line in boxes.rows
    )
    return f"<p>{' '.join(made)}</p>" if boxes.flowing else "".join(made)
