import ast
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from quizgen import readers
from quizgen.readers import error_in, reason_in, reasons

FOLDER = Path(str(resources.files(readers)))


def said(node: ast.expr) -> str:
    """Return the text of a string, formatted or not, with x for what is put in."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(part.value if isinstance(part, ast.Constant) else "x" for part in parts)


def messages() -> Iterator[str]:
    """Yield every error that the readers write out, and those in their data."""
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "InputError":
                text = said(node.args[0])
                if text.startswith("x: ") and text != "x: x; x":
                    yield text
    kinds = tomllib.loads((FOLDER / "data" / "kinds.toml").read_text(encoding="utf-8"))
    for entry in (*kinds["other"], *kinds["part"]):
        if "what" in entry:
            yield f"x: {entry['what']}; {entry['advice']}"


@pytest.mark.parametrize("message", sorted(set(messages())))
def test_every_error_has_its_indonesian(message: str) -> None:
    assert error_in(message, "id") != message
    assert error_in(message, "id").startswith("x: ")
    assert error_in(message, "en") == message


def test_an_error_keeps_what_is_particular_about_it() -> None:
    message = "http://a.id:80/x: the server answers 404; check the address, or save the page"
    assert "http://a.id:80/x: " in error_in(message, "id")
    assert "404" in error_in(message, "id")


def test_every_reason_in_the_data_has_its_indonesian() -> None:
    named = set()
    for name, key in (
        ("junk", "line"),
        ("junk", "inline"),
        ("page", "part"),
        ("reasons", "remark"),
    ):
        table = tomllib.loads((FOLDER / "data" / f"{name}.toml").read_text(encoding="utf-8"))
        named |= {entry["reason"] for entry in table[key]}
    assert named <= set(reasons())
    assert all(reason_in(each, "id") != each for each in reasons())
