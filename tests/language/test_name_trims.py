"""Degrees, ranks and posts that ran into a person's name."""

from quizgen.language.annotate import annotate
from quizgen.model import Article


def people(*sentences: str) -> set[str]:
    """Return the people of a text."""
    document = annotate(Article(id="uji", paragraphs=(" ".join(sentences),)))
    return {e.canonical for e in document.entities if e.type == "PER"}


def test_a_degree_without_a_comma_is_no_part_of_a_name() -> None:
    found = people("Ahli geologi Ir Bagus Wirawan MT mengatakan bahwa tebing itu rawan.")
    assert found == {"Bagus Wirawan"}


def test_a_post_and_a_rank_are_no_part_of_a_name() -> None:
    found = people(
        "“Tersangka kami amankan tanpa perlawanan,” kata Kapolsek Tana Cempaka Kompol Agung"
        " Wirawan, Senin.",
        "Agung mengatakan bahwa penyidikan berlanjut.",
    )
    assert found == {"Agung Wirawan"}


def test_a_rank_does_not_take_a_first_name_for_its_office() -> None:
    assert people("Kompol Agung Wirawan mengatakan bahwa jalan ditutup.") == {"Agung Wirawan"}
