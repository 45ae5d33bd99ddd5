"""Rules of spelling: what the text keeps is the key, what it breaks is not asked."""

import random

import pytest

from quizgen.exercises.spelling_repair import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Item


def made(text: str) -> list[Item]:
    article = Article(id="uji", paragraphs=(text,))
    return list(EXERCISE.generate(annotate(article), random.Random(1)))


def options(item: Item) -> dict[str, bool]:
    assert isinstance(item.response, Choice)
    return {option.text: option.correct for option in item.response.options}


@pytest.mark.parametrize(
    ("text", "shown", "key"),
    [
        ("Pedagang menjual ikan seharga Rp25.000 setiap hari.", "**Rp. 25.000**", "Rp25.000"),
        (
            "Pasar Lawana mulai melayani pembeli pada 17 Juli 2021 siang.",
            "**17 juli 2021**",
            "17 Juli 2021",
        ),
        (
            "Panitia menerima 1.250 karung beras dari para petani.",
            "**1250 karung**",
            "1.250 karung",
        ),
        ("Warga merayakan ulang tahun ke-18 koperasi.", "**tahun ke 18**", "tahun ke-18"),
        ("Rumah tua milik koperasi berasal dari 1970-an.", "**1970 an**", "1970-an"),
        ("Rapat koperasi mulai pukul 09.30 pada hari libur.", "**pukul 09:30**", "pukul 09.30"),
        ("Guru desa mengajarkan bahasa Inggris secara gratis.", "**Bahasa inggris**",
         "bahasa Inggris"),
        ("Harga beras naik, sedangkan harga ikan turun tajam.", "**naik sedangkan**",
         "naik, sedangkan"),
        ("Toko desa menjual beras, gula, dan minyak.", "**beras, gula dan minyak**",
         "beras, gula, dan minyak"),
    ],
)  # fmt: skip
def test_a_rule_that_the_text_keeps_is_broken_in_bold(text: str, shown: str, key: str) -> None:
    (item,) = made(text)
    assert shown in item.prompt
    assert options(item)[key]
    assert shown.strip("*") not in options(item)
    assert item.prompt.replace(shown, key) == text


def test_a_part_with_two_wrong_spellings_is_a_gap() -> None:
    (item,) = made("Pedagang besar menyewa kios baru di pasar.")
    assert item.prompt == "Pedagang besar menyewa kios baru …."
    assert options(item) == {"di pasar": True, "dipasar": False, "di-pasar": False}
    assert "melengkapi" in item.instruction


def test_a_bound_form_is_written_together() -> None:
    (item,) = made("Petugas memperbaiki jalan antardesa selama musim kemarau.")
    assert options(item) == {"antardesa": True, "antar desa": False, "antar-desa": False}


@pytest.mark.parametrize(
    "text",
    [
        "Pedagang menjual ikan seharga Rp. 25.000 setiap hari.",
        "Pasar Lawana mulai melayani pembeli pada 17 juli 2021 siang.",
        "Panitia menerima 1250 karung beras dari para petani.",
        "Warga merayakan ulang tahun ke 18 koperasi.",
        "Harga beras naik sedangkan harga ikan turun tajam.",
    ],
)
def test_a_slip_of_the_text_is_never_a_key(text: str) -> None:
    assert made(text) == []


def test_a_second_case_would_show_the_first() -> None:
    items = made("Panitia menerima 1.250 karung beras dan 2.300 karung gula dari para petani.")
    assert not any("1250" in item.prompt or "2300" in item.prompt for item in items)


def test_no_rule_is_asked_more_than_twice() -> None:
    text = " ".join(
        f"Warga {place} menjual beras seharga Rp{price}.000 setiap hari."
        for place, price in (("Lawana", 15), ("Karang", 25), ("Samudra", 35), ("Bukit", 45))
    )
    assert sum("**Rp. " in item.prompt for item in made(text)) == 2


def test_a_number_in_words_never_stands_beside_its_spelling() -> None:
    from quizgen.exercises import numerals

    text = "Pedagang menjual ikan seharga Rp25.000 setiap hari."
    document = annotate(Article(id="uji", paragraphs=(text,)))
    (number,) = numerals.EXERCISE.generate(document, random.Random(1))
    (spelling,) = made(text)
    assert set(number.facts) & set(spelling.facts)
