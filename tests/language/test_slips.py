"""Slips of a source that no exercise may print."""

import pytest

from quizgen.language.annotate import annotate
from quizgen.language.slips import slip, spaced_money
from quizgen.model import Article, Token


def words(text: str) -> tuple[Token, ...]:
    (sentence,) = annotate(Article(id="uji", paragraphs=(text,)), trees=False).sentences
    return sentence.tokens


@pytest.mark.parametrize(
    "text",
    [
        "Warga membawa surat ijin ke kantor desa.",
        "Menurut Dr Iwan Gunawan, upah itu naik.",
        "Rumah di mana ia lahir dijaga warga.",
        "Anak-anak belajar disekolah setiap hari.",
        "Petugas menolong warga, dan pedagang di pasar itu.",
        "Bupati meminta warga, agar tetap tenang.",
        "Namun warga tetap bekerja di sawah.",
        "Kelompok itu terdiri dari lima orang petani.",
        "Menurut Heri korban memiliki riwayat penyakit jantung.",
        "Pedagang tidak serta merta menaikkan harga beras.",
        "Lomba itu diikuti pelajar se-kota dan guru mereka.",
        "Pelatih menambah latihan non-teknis bagi pemain muda.",
    ],
    ids=[
        "word",
        "title",
        "di mana",
        "di-",
        "dan in a list of two",
        "agar",
        "opener",
        "terdiri dari",
        "menurut",
        "serta merta",
        "se-",
        "non-",
    ],
)
def test_a_slip_is_seen(text: str) -> None:
    assert slip(words(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Warga membawa beras, gula, dan minyak ke balai desa.",
        "Namun, warga tetap bekerja di sawah.",
        "Menurut Heri, korban memiliki riwayat penyakit jantung.",
        "Atlet itu bernama Rizki Juniansyah.",
        "Lomba itu diikuti pelajar se-Kota Padang.",
        "Pedagang tidak serta-merta menaikkan harga beras.",
    ],
)
def test_standard_language_has_no_slip(text: str) -> None:
    assert slip(words(text)) is None


def test_money_is_written_without_a_space() -> None:
    assert spaced_money(words("Biayanya mencapai Rp 480 juta."))
    assert not spaced_money(words("Biayanya mencapai Rp480 juta."))
