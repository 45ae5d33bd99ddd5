"""A name into which the place of an office ran is nobody's."""

import pytest

from quizgen.exercises.common.names import holds_place
from quizgen.language.annotate import annotate
from quizgen.model import Article


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("Kenari Rohmat Hidayat", True),
        ("Rohmat Hidayat", False),
        ("Kenari Hidayat", False),
        ("Setter Ratna Wulandari", True),
    ],
)
def test_a_place_before_two_more_words_is_no_first_name(name: str, held: bool) -> None:
    document = annotate(Article(id="uji", paragraphs=("Kecamatan Kenari menata pasar lama.",)))
    assert holds_place(name, document) is held
