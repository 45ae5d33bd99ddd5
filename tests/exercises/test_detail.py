"""Detail questions: what is asked, and what is left alone."""

import random

import pytest

from quizgen.exercises.detail import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Item

PEOPLE = (
    "Peneliti Ratna Wulandari membuka museum laut di Makassar pada 12 Mei 2024.",
    "Wali Kota Hendra Saputra menyumbangkan 40 lukisan.",
    "Bupati Tomas Lubis mengatakan bahwa museum laut mampu menerima 900 pengunjung setiap pekan.",
)


def made(*sentences: str) -> list[Item]:
    article = Article(id="uji", paragraphs=(" ".join(sentences),))
    return list(EXERCISE.generate(annotate(article), random.Random(1)))


def key(item: Item) -> str:
    assert isinstance(item.response, Choice)
    (right,) = [option.text for option in item.response.options if option.correct]
    return right


def test_a_person_who_acts_is_asked_for_with_siapa_yang() -> None:
    asked = {item.prompt: key(item) for item in made(*PEOPLE) if item.question_word == "siapa"}
    prompt = "Siapa yang membuka museum laut di Makassar pada 12 Mei 2024?"
    assert asked[prompt] == "Ratna Wulandari"


def test_a_date_is_asked_for_with_kapan_and_without_pada() -> None:
    asked = {item.prompt: key(item) for item in made(*PEOPLE) if item.question_word == "kapan"}
    assert asked == {
        "Kapan Peneliti Ratna Wulandari membuka museum laut di Makassar?": "12 Mei 2024"
    }


def test_a_counted_object_is_asked_for_in_the_passive() -> None:
    asked = {item.prompt: key(item) for item in made(*PEOPLE) if item.question_word == "berapa"}
    prompt = "Berapa lukisan yang disumbangkan oleh Wali Kota Hendra Saputra?"
    assert asked[prompt] == "40 lukisan"


def test_how_often_stays_behind_the_agent() -> None:
    asked = {item.prompt: key(item) for item in made(*PEOPLE)}
    prompt = (
        "Menurut Tomas Lubis, berapa pengunjung yang mampu diterima oleh museum laut setiap pekan?"
    )
    assert asked[prompt] == "900 pengunjung"


def test_a_circumstance_that_opens_the_clause_opens_the_question() -> None:
    asked = {
        item.prompt: key(item)
        for item in made("Pada 12 Mei 2024, Wali Kota Hendra Saputra menyumbangkan 40 lukisan.")
    }
    prompt = "Pada 12 Mei 2024, berapa lukisan yang disumbangkan oleh Wali Kota Hendra Saputra?"
    assert asked[prompt] == "40 lukisan"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ia membuka museum itu pada 12 Mei 2024.",
        "Ratna Wulandari membuka museumnya kemarin.",
        "Apakah Ratna Wulandari membuka museum pada 12 Mei 2024?",
    ],
)
def test_a_sentence_that_points_elsewhere_gives_no_question_of_time(sentence: str) -> None:
    assert [item for item in made(sentence) if item.question_word == "kapan"] == []


def test_a_person_alone_in_the_text_is_not_asked_for() -> None:
    assert [item for item in made(PEOPLE[0]) if item.question_word == "siapa"] == []


def test_every_wrong_option_says_why_and_none_is_the_key() -> None:
    for item in made(*PEOPLE):
        assert isinstance(item.response, Choice)
        for option in item.response.options:
            assert option.why
            assert option.correct == (option.text == key(item))


def test_a_club_called_putra_is_nobody() -> None:
    text = (
        "Warga Gresik menonton Putra Samudra.",
        "Putra Samudra menjamu Elang Papua di Makassar pada Sabtu malam.",
        "Pelatih Putra Samudra Agus Setyawan memuji kiper Dimas Wicaksana.",
    )
    asked = [item for item in made(*PEOPLE, *text) if item.question_word == "siapa"]
    assert asked
    assert not any(option.text == "Samudra" for item in asked for option in item.response.options)


def test_a_school_keeps_its_capital_inside_a_question() -> None:
    text = "Pesantren Nurul Huda didirikan pada 1968 oleh Kiai Hasan Basir."
    prompts = [item.prompt for item in made(*PEOPLE, text)]
    assert any("kapan pesantren nurul huda" in prompt.lower() for prompt in prompts)
    assert not any("pesantren Nurul" in prompt for prompt in prompts)


def test_countries_to_choose_from_are_countries_of_the_text() -> None:
    asked = "Jepang membangun pelabuhan baru di Lombok pada 12 Mei 2023."
    alone = made(asked, "Biayanya 20 juta dolar Amerika Serikat (AS).")
    assert not [item for item in alone if item.prompt.startswith("Negara mana")]
    told = made(asked, "Malaysia dan Filipina mengirim 40 insinyur ke Surabaya.")
    (item,) = [item for item in told if item.prompt.startswith("Negara mana yang membangun")]
    assert key(item) == "Jepang"


def completed(sentence: str) -> dict[str, list[str]]:
    """Return the options of the sentences to be completed, the right one first."""
    return {
        item.prompt: [option.text for option in item.response.options]
        for item in made(sentence)
        if isinstance(item.response, Choice) and "…" in item.prompt
    }


def test_an_amount_in_words_is_left_out_with_its_unit() -> None:
    found = completed("Pemerintah daerah menutup jembatan lama di Kudus selama tiga hari.")
    assert found["Pemerintah daerah menutup jembatan lama di Kudus selama …."][:3] == [
        "tiga hari", "dua hari", "empat hari",
    ]  # fmt: skip


def test_a_time_of_day_is_left_out_with_times_around_it() -> None:
    found = completed("Pemerintah daerah membuka loket khusus di Kudus mulai pukul 06.00 WIB.")
    (options,) = found.values()
    assert options[:3] == ["pukul 06.00 WIB", "pukul 05.30 WIB", "pukul 06.30 WIB"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Harga beras naik dari Rp12.000 menjadi Rp14.000 per kilogram.",
        "Pemerintah daerah menyiapkan 42 kursi atau 30 bangku panjang.",
        "Kudus dan Demak termasuk dua daerah yang dilanda banjir.",
    ],
)
def test_no_amount_is_left_out_that_the_rest_tells(sentence: str) -> None:
    assert completed(sentence) == {}


def test_what_is_told_roughly_has_wrong_options_that_lie_apart() -> None:
    found = completed("Pemerintah daerah menampung sekitar 46 pengungsi.")
    (options,) = found.values()
    amounts = [int(option) for option in options]
    assert all(abs(amount - 46) >= 9 for amount in amounts[1:])


def test_wrong_expansions_spell_the_acronym_too() -> None:
    asked = {
        item.prompt: [option.text for option in item.response.options]
        for item in made("Tim Pengendalian Inflasi Pesisir (TPIP) membuka pasar murah di Kudus.")
        if isinstance(item.response, Choice)
    }
    options = asked["Apa kepanjangan TPIP menurut teks?"]
    assert options[0] == "Tim Pengendalian Inflasi Pesisir"
    assert len(options) == len(set(options)) == 4
    assert all("".join(word[0] for word in option.split()) == "TPIP" for option in options)


def test_an_expansion_without_words_that_may_stand_for_its_own_is_no_choice() -> None:
    asked = made("Hutan Mangrove Teluk Dalam (HMTD) menarik wisatawan ke Kudus.")
    assert not [item for item in asked if "kepanjangan" in item.prompt]


def test_a_number_in_a_name_is_not_left_out() -> None:
    assert completed("Perairan itu termasuk dalam Wilayah Perikanan 714 dan 718.") == {}


def test_no_part_is_as_large_as_the_whole_that_the_stem_tells() -> None:
    items = made("Dari tujuh perahu yang hilang, enam telah ditemukan di Pulau Lawana.")
    numbers = {o.text.lower() for i in items if isinstance(i.response, Choice)
               for o in i.response.options}  # fmt: skip
    assert not numbers & {"tujuh", "delapan", "sembilan", "sepuluh"}
