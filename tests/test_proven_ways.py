"""Of a type that is not proven, a text of one's own is asked in its proven ways, unless named."""

import pytest

from quizgen import pipeline
from quizgen.interfaces import by_name, exercises, is_proven, proven_ways
from quizgen.language.annotate import annotate
from quizgen.model import Article, Document, Item

SHORT = "short-answer"
NEWS = (
    "Bupati Tomas Lubis meresmikan pasar ikan di Sibolga.",
    "Badan Pengelola Pasar Ikan (BPPI) menyewa 40 perahu kayu.",
    "“Nelayan Sibolga menjual ikan di kota tetangga,” kata Tomas.",
)


@pytest.fixture(scope="module")
def document() -> Document:
    return annotate(Article(id="uji", paragraphs=NEWS))


def short(document: Document, *types: str) -> list[Item]:
    return [each for each in pipeline.make_items(document, types=types) if each.type == SHORT]


def test_unasked_only_proven_ways_of_asking_are_offered(document: Document) -> None:
    prompts = {item.prompt for item in short(document)}
    assert "Apa kepanjangan BPPI menurut teks?" in prompts
    assert "Siapa yang mengatakan, “Nelayan Sibolga menjual ikan di kota tetangga”?" in prompts
    assert "Siapa yang meresmikan pasar ikan di Sibolga?" in prompts
    assert not any(prompt.startswith("Apa yang") for prompt in prompts)


def test_named_a_type_offers_all_that_it_makes(document: Document) -> None:
    named = {item.id for item in short(document, SHORT)}
    assert named > {item.id for item in short(document)}


def test_a_type_without_a_proven_way_stays_out(document: Document) -> None:
    kinds = {item.type for item in pipeline.make_items(document)}
    assert kinds.isdisjoint(
        each.name for each in exercises() if not is_proven(each) and not proven_ways(each)
    )


def test_only_what_is_not_proven_names_proven_ways() -> None:
    assert not is_proven(by_name("type", SHORT, exercises()))
    assert not any(is_proven(each) and proven_ways(each) for each in exercises())
