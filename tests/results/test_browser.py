"""The page in a browser without a network: by WCAG 2.2 AA, on a telephone, light and dark."""

from pathlib import Path
from typing import Any

import pytest
from formats.browser.test_accessible import violations

from quizgen.model import Worksheet
from quizgen.results import read
from quizgen.results.page import page as rendered

from . import handins
from .test_tables import rasch_matrix, size


@pytest.fixture
def path(folder: Path, tmp_path: Path, worksheet: Worksheet) -> Path:
    matrix = rasch_matrix(30, size(worksheet))
    handins.write_class(folder, worksheet, matrix)
    (folder / "rusak.hasil.json").write_text("{", encoding="utf-8")
    made = tmp_path / "rekap-hasil.html"
    made.write_bytes(rendered(read(folder)))
    return made


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    page: Any,
    path: Path,
    width: int,
    scheme: str,
) -> None:
    page.context.set_offline(True)
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
