"""Questions for people: nothing in their words tells who it is before the text is read."""

import random

from quizgen.exercises import detail, who_said
from quizgen.exercises.common.gender import could_be, gender_asked
from quizgen.exercises.voices.telltale import gives_away
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Document, Item

SPEAKERS = (
    "Ketua Delegasi Malaysia Hasan Basir mengatakan bahwa Malaysia membeli dua ratus perahu kayu.",
    "Peneliti Ratna Kusuma mengatakan bahwa sekolah dasar di pulau kecil memerlukan perpustakaan.",
    "Wali Kota Hendra Lesmana mengatakan bahwa koperasi nelayan akan membeli dua mesin jahit.",
)


def document(*sentences: str) -> Document:
    return annotate(Article(id="uji", paragraphs=(" ".join(sentences),)))


def asked(*sentences: str) -> list[Item]:
    return list(who_said.EXERCISE.generate(document(*sentences), random.Random(1)))


def keys(items: list[Item]) -> set[str]:
    return {
        option.text
        for item in items
        if isinstance(item.response, Choice)
        for option in item.response.options
        if option.correct
    }


def test_a_statement_that_names_the_body_of_its_speaker_is_not_asked_for() -> None:
    assert keys(asked(*SPEAKERS)) == {"Ratna Kusuma", "Hendra Lesmana"}


def test_a_name_that_stands_in_two_offices_gives_nobody_away() -> None:
    rival = (
        "Duta Besar Malaysia Siti Aminah mengatakan bahwa pelabuhan itu menampung seratus kapal."
    )
    assert "Hasan Basir" in keys(asked(*SPEAKERS, rival))
    told = document(*SPEAKERS, rival)
    stem = "Siapa yang menyatakan bahwa Malaysia membeli perahu kayu?"
    assert not gives_away(stem, "Hasan Basir", ["Siti Aminah", "Ratna Kusuma"], told)
    assert gives_away(stem, "Hasan Basir", ["Ratna Kusuma"], told)


def test_a_question_that_tells_a_woman_has_no_men_beside_her() -> None:
    assert gender_asked("Siapa yang meninggalkan seorang suami dan dua anak?") == "woman"
    assert gender_asked("Siapa yang mengatakan, “Istri saya menanam cabai”?") == "man"
    assert gender_asked("Siapa yang membantu ibu kota negara?") == ""
    told = document("Ibu Ratna Kusuma menanam cabai. Pak Hasan Basir menjual ikan di pasar.")
    stem = "Siapa yang menjadi istri camat?"
    assert could_be("Ratna Kusuma", "Siti Aminah", stem, told)
    assert not could_be("Hasan Basir", "Siti Aminah", stem, told)
    assert not could_be("Hendra Lesmana", "Siti Aminah", stem, told)


def test_a_man_is_not_offered_for_one_called_ibu() -> None:
    told = document(
        "Ibu Ratna Kusuma membuka warung makan di Makassar.",
        "Pak Hasan Basir menjual ikan di pasar.",
        "Bu Sri Lestari memasak bubur untuk anak sekolah.",
        "Peneliti Tomas Lubis mencatat harga beras.",
    )
    offered = {
        option.text
        for item in detail.EXERCISE.generate(told, random.Random(1))
        if item.question_word == "siapa" and "warung" in item.prompt
        if isinstance(item.response, Choice)
        for option in item.response.options
    }
    assert offered == {"Ratna Kusuma", "Sri Lestari", "Tomas Lubis"}
