"""Large print and the layout for dyslexia, as a real browser shows and prints them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizgen.formats.html import FORMAT
from quizgen.model import Layout

from .. import sample

_TEXTS = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || !parent.offsetParent) continue;
    if (parent.closest("script, style, .qg-sr")) continue;
    const look = getComputedStyle(parent);
    found.push({text: node.data.trim(), size: parseFloat(look.fontSize), style: look.fontStyle,
      family: look.fontFamily, align: look.textAlign,
      spacing: parseFloat(look.letterSpacing) || 0});
  }
  return found;
}"""


def texts(page: Any, folder: Path, layout: Layout, media: str, edition: Any) -> list[Any]:
    path = folder / "sheet.html"
    sheet = replace(sample.worksheet(), layout=layout)
    path.write_bytes(FORMAT.render(sheet, edition=edition))
    page.goto(path.as_uri())
    page.emulate_media(media=media)
    found: list[Any] = page.evaluate(_TEXTS)
    assert len(found) > 50
    return found


@pytest.mark.parametrize("edition", ["student", "teacher"])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_large_print_has_no_smaller_letter(
    page: Any, tmp_path: Path, media: str, edition: str
) -> None:
    found = texts(page, tmp_path, Layout(large=True), media, edition)
    assert [one for one in found if one["size"] < 21.3] == []


@pytest.mark.parametrize("edition", ["student", "teacher"])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_no_italics_no_serifs_and_wide_letters_for_dyslexia(
    page: Any, tmp_path: Path, media: str, edition: str
) -> None:
    found = texts(page, tmp_path, Layout(dyslexia=True), media, edition)
    assert [one for one in found if one["style"] != "normal"] == []
    assert [one for one in found if "sans-serif" not in one["family"]] == []
    assert [one for one in found if "Charter" in one["family"]] == []
    assert [one for one in found if one["spacing"] < 1] == []
    assert [one for one in found if one["align"] == "justify"] == []
