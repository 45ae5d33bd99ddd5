"""What may be printed in quotation marks as somebody said it."""

import pytest

from quizgen.exercises.voices.as_spoken import printable
from quizgen.language.annotate import annotate
from quizgen.model import Article


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("Kami tidak akan menutup pasar kalau belum ada gantinya.", True),
        ("Tapi pedagang punya hak untuk menolak.", True),
        ("Harga beras naik Rp 2.000 dalam sepekan.", True),
        ("Warga menghendaki perubahan, dan perubahan itu dimulai malam ini.", True),
        ("Pedagang nggak mau pindah ke pasar baru.", False),
        ("Warga di bangun rumah baru oleh pemerintah.", False),
    ],
)
def test_everyday_words_are_printed_but_no_slang_and_no_slips(text: str, good: bool) -> None:
    (sentence,) = annotate(Article(id="uji", paragraphs=(text,))).sentences
    assert printable(sentence.tokens, text) is good
