"""What a text can hold at all is seen before its patterns are tried."""

import pytest

from quizgen.language.claims import FIGURES, Claims
from quizgen.language.measures import find_measures


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ia datang Senin lalu.", "Senin lalu"),
        ("Usianya 5tahun.", "5tahun"),
        ("Harganya LIMA RIBU RUPIAH.", "LIMA RIBU RUPIAH"),
        ("Acara itu pada Ahad malam.", "Ahad malam"),
        ("Ia menunggu selama seminggu.", "seminggu"),
        ("Abad ke-19 berakhir.", "Abad ke-19"),
    ],
)
def test_a_measure_is_found_however_its_cue_is_written(text: str, quote: str) -> None:
    assert quote in [found.quote for found in find_measures(text)]


def test_a_text_is_cued_by_whole_words_and_by_any_figure() -> None:
    claims = Claims("Minggu depan ada 3 lomba.")
    assert claims.cued({"minggu"}) and claims.cued(FIGURES)
    assert not claims.cued({"lom", "senin"})
