"""Open cloze: function words whose standard fillers are all accepted."""

import random

import pytest

from quizgen.exercises.common.tables import rows
from quizgen.exercises.open_cloze import EXERCISE
from quizgen.exercises.words.function_words import slots
from quizgen.language.annotate import annotate
from quizgen.language.notices import standard_words
from quizgen.model import Article, Gap, Item

PASSAGE = (
    "Kelompok tani di Desa Randu terdiri atas dua belas keluarga. Ketua kelompok mengatakan bahwa "
    "panen jagung lebih banyak daripada panen kedelai."
)


def made(passage: str) -> list[Item]:
    document = annotate(Article(id="uji", paragraphs=(passage,)))
    return list(EXERCISE.generate(document, random.Random(1)))


def accepted(sentence: str) -> dict[str, set[str]]:
    document = annotate(Article(id="uji", paragraphs=(sentence,)))
    return {
        slot.word: set(slot.accepted) for s in document.sentences for slot in slots(s, document)
    }


def test_the_words_put_back_give_the_passage() -> None:
    (item,) = made(PASSAGE)
    assert isinstance(item.response, Gap)
    text = item.prompt
    for number, fillers in enumerate(item.response.answers, start=1):
        text = text.replace(f"{{{{{number}}}}}", fillers[0])
    assert text == PASSAGE
    assert item.response.bank == ()


@pytest.mark.parametrize(
    ("sentence", "word", "fillers"),
    [
        ("Kelompok tani itu terdiri atas dua belas keluarga.", "atas", {"atas"}),
        ("Bupati meminta warga agar menjauhi sungai.", "agar", {"agar", "supaya", "untuk"}),
        ("Bupati meminta agar warga menjauhi sungai.", "agar", {"agar", "supaya"}),
        ("Harga beras naik menjadi Rp15.000 per kilogram.", "per", {"per", "tiap", "setiap"}),
        ("Pasar itu menjual baik sayur maupun ikan.", "maupun", {"maupun"}),
        (
            "Panitia tidak hanya menyediakan makanan, tetapi juga memberi hadiah.",
            "tetapi",
            {"tetapi", "melainkan"},
        ),
        ("Gedung yang dibangun pada 1920 itu akan diperbaiki.", "yang", {"yang"}),
        ("Pendapat ketua berbeda dengan pendapat anggota.", "dengan", {"dengan", "dari"}),
        ("Rapat dihadiri oleh para kepala desa.", "oleh", {"oleh"}),
    ],
)
def test_every_standard_filler_is_accepted(sentence: str, word: str, fillers: set[str]) -> None:
    assert accepted(sentence)[word] == fillers


@pytest.mark.parametrize(
    "sentence",
    [
        "Warga membeli air bersih karena sumur mengering.",
        "Pemerintah membangun jembatan yang menghubungkan dua desa.",
        "Petugas tiba pada pagi hari di lokasi kebakaran.",
        "Warga berkumpul dan menunggu kabar dari petugas.",
    ],
)
def test_a_frame_with_unknown_fillers_is_left_alone(sentence: str) -> None:
    assert accepted(sentence) == {}


def test_what_somebody_says_is_not_gapped() -> None:
    assert (
        accepted("“Kelompok tani terdiri atas dua belas keluarga,” kata Kepala Desa Randu.") == {}
    )


def test_no_filler_is_non_standard() -> None:
    listed = [row[1] for row in rows("function_words")] + [row[2] for row in rows("prepositions")]
    words = {word for fillers in listed for word in fillers.split()}
    assert not words & set(standard_words())
    assert not words & {"kalo", "tapi", "buat", "sama", "ketimbang"}


def test_one_gap_is_too_few() -> None:
    assert made("Kelompok tani di Desa Randu terdiri atas dua belas keluarga.") == []
