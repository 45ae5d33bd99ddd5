"""People whose names an office proves, and places that had taken a part of one."""

import pytest

from quizgen.language.name_holders import holders
from quizgen.model import Entity


def entity(quote: str, text: str, kind: str, confidence: float) -> Entity:
    start = text.index(quote)
    end = start + len(quote)
    return Entity(
        start=start, end=end, quote=quote, type=kind, canonical=quote, confidence=confidence
    )


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Direktur Umum PDAM Budi Sasmita membuka keran itu.", True),
        ("Sekretaris Daerah Budi Sasmita membuka keran itu.", True),
        ("Ketua Komisi II DPRD Kota Bogor, Budi Sasmita, membuka keran itu.", True),
        ("Kemarin sore di PDAM Budi Sasmita membuka keran itu.", False),
        ("Pemain itu kecewa kepada klubnya, Budi Sasmita, yang kalah.", False),
        ("Pengasuh Pesantren Mekar Budi Sasmita membuka keran itu.", False),
    ],
)
def test_an_office_before_it_makes_a_name_sure(text: str, sure: bool) -> None:
    (found,) = holders([entity("Budi Sasmita", text, "PER", 0.6)], text)
    assert (found.confidence >= 0.9) == sure


def test_a_given_name_is_given_back_to_the_person() -> None:
    text = "Wakil Wali Kota Surakarta Agung Sasmita mengatakan pasar itu ramai."
    spans = [entity("Surakarta Agung", text, "GPE", 0.9), entity("Sasmita", text, "PER", 0.7)]
    assert [e.quote for e in holders(spans, text)] == ["Surakarta", "Agung Sasmita"]
