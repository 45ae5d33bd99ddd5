"""What is said of the corpus to those who use it elsewhere is true of it."""

import tomllib
from pathlib import Path

import pytest
import yaml

from quizgen import corpus
from quizgen.datacard import with_figures

ROOT = Path(__file__).resolve().parents[1]


def test_the_figures_of_the_data_card_are_those_of_the_texts() -> None:
    card = (ROOT / "corpus" / "DATACARD.md").read_text(encoding="utf-8")
    documents = [corpus.load_document(id) for id in corpus.article_ids()]
    assert with_figures(card, documents) == card, "run: python benchmarks/datacard.py"


def test_a_card_without_a_place_for_figures_is_told() -> None:
    with pytest.raises(ValueError, match="has no"):
        with_figures("# Card", [])


def test_the_citation_names_version_and_licences_of_the_package() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert cited["version"] == cited["preferred-citation"]["version"] == project["version"]
    assert " AND ".join(cited["license"]) == project["license"]
    assert cited["preferred-citation"]["license"] == "CC-BY-SA-4.0"
    assert {"cff-version", "message", "title", "authors"} <= set(cited)
