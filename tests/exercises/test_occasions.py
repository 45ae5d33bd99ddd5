"""When, where and at what event somebody of the text spoke."""

import datetime as dt
import random
from collections.abc import Sequence

import pytest

from quizgen import pipeline
from quizgen.checks.independence import conflict
from quizgen.exercises import detail, short_answer
from quizgen.exercises.questions.occasion_grammar import read
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Document, Item, ShortAnswer

SAID = "“Jembatan baru itu akan dibuka untuk pejalan kaki mulai bulan depan,”"
LATER = "“Kami menambah dua pintu masuk bagi pengunjung museum,”"


def read_text(*paragraphs: str) -> Document:
    day = dt.date(2025, 6, 10)
    return annotate(Article(id="uji", paragraphs=paragraphs, date=day))


def about(document: Document) -> list[Item]:
    """Return the items on occasions that every rule lets pass."""
    made = [
        item
        for exercise in (detail.EXERCISE, short_answer.EXERCISE)
        for item in exercise.generate(document, random.Random(1))
        if any(fact.startswith("occasion:") for fact in item.facts)
    ]
    kept = pipeline.vet(made, document).kept
    assert len(kept) == len(made)
    return list(kept)


def asked(document: Document) -> dict[str, Sequence[str]]:
    """Return the accepted answers, or the options with the key first, by question."""
    return {
        item.prompt: item.response.answers[0]
        if isinstance(item.response, ShortAnswer)
        else [o.text for o in item.response.options if isinstance(item.response, Choice)]
        # A day is asked either way: here the answer in writing counts.
        for item in sorted(about(document), key=lambda item: item.response.kind)
        if isinstance(item.response, ShortAnswer | Choice)
    }


def options(document: Document, stem: str) -> list[str]:
    """Return the options of a question, the right one first."""
    (item,) = (item for item in about(document) if item.prompt == stem and item.type == "detail")
    assert isinstance(item.response, Choice)
    return [option.text for option in item.response.options]


def questions(tail: str, name: str = "Bupati Ratna Wulandari") -> dict[str, Sequence[str]]:
    return asked(read_text(f"{SAID} kata {name}{tail}"))


def test_day_and_place_of_an_interview_are_asked_for_without_telling_each_other() -> None:
    found = questions(" saat ditemui di kawasan Kota Lama, Semarang, Selasa (10/6/2025).")
    assert found == {
        "Kapan Ratna Wulandari memberikan keterangan menurut teks?": (
            "Selasa, 10 Juni 2025", "10 Juni 2025", "Selasa, 10 Juni", "10 Juni",
            "Selasa (10/6/2025)", "Pada 10 Juni 2025",
        ),
        "Di mana Ratna Wulandari memberikan keterangan menurut teks?": (
            "Di kawasan Kota Lama, Semarang", "kawasan Kota Lama, Semarang", "kawasan Kota Lama",
            "Semarang", "Kota Lama",
        ),
    }  # fmt: skip


def test_a_named_event_is_asked_for_by_its_place() -> None:
    found = questions(" dalam acara peluncuran Kapal Baca di Dermaga Kenari, Senin (9/6/2025).")
    stem = "Dalam acara apa Ratna Wulandari berbicara di Dermaga Kenari?"
    assert found[stem][0] == "Peluncuran Kapal Baca"
    assert "Di mana Ratna Wulandari berbicara dalam acara peluncuran Kapal Baca?" in found


def test_a_written_statement_has_a_day_but_no_place() -> None:
    found = questions(" dalam keterangan tertulis di Semarang, Sabtu (7/6/2025).")
    assert all(stem.startswith("Kapan") for stem in found)
    assert len(found) == 1


def test_a_telephone_call_has_no_place() -> None:
    found = questions(" saat dihubungi melalui telepon, Sabtu (7/6/2025).")
    assert list(found) == ["Kapan Ratna Wulandari memberikan keterangan menurut teks?"]


def test_a_year_that_only_the_date_of_the_article_gives_is_in_the_key() -> None:
    found = questions(" kepada wartawan di Semarang, Senin (9/6).")
    stem = "Kapan Ratna Wulandari memberikan keterangan kepada wartawan?"
    assert found[stem][0] == "Senin, 9 Juni 2025"
    assert "9 Juni" in found[stem]


def test_a_weekday_alone_is_asked_for_as_such() -> None:
    found = questions(" dalam jumpa pers di Semarang, Senin.")
    stem = "Pada hari apa Ratna Wulandari memberikan keterangan dalam jumpa pers?"
    assert found[stem][0] == "Senin"


def test_a_medium_that_was_told_is_asked_for() -> None:
    found = questions(" kepada Kabarlaut.com.")
    assert found == {"Kepada media apa Ratna Wulandari memberikan keterangan?": ("Kabarlaut.com",)}


def test_days_of_the_text_are_the_first_wrong_options_up_to_the_day_of_the_article() -> None:
    document = read_text(
        "Pasar Kenari ditutup pada 2 Juni 2025. Jalan diperbaiki sejak 5 Juni 2025.",
        "Pasar itu dibuka kembali pada 20 Juni 2025.",
        f"{SAID} kata Bupati Ratna Wulandari di Semarang, Senin (9/6/2025).",
    )
    stem = "Kapan Ratna Wulandari memberikan keterangan menurut teks?"
    assert options(document, stem) == [
        *("9 Juni 2025", "2 Juni 2025", "5 Juni 2025", "8 Juni 2025", "10 Juni 2025"),
    ]


def test_days_on_both_sides_are_offered_where_the_article_is_of_the_same_day() -> None:
    document = read_text(f"{SAID} kata Bupati Ratna Wulandari di Semarang, Selasa (10/6/2025).")
    days = options(document, "Kapan Ratna Wulandari memberikan keterangan menurut teks?")
    assert days[0] == "10 Juni 2025"
    assert {"9 Juni 2025", "11 Juni 2025"} <= set(days)


def test_a_weekday_without_a_date_is_asked_with_weekdays_that_the_text_does_not_name() -> None:
    document = read_text(
        "Museum tutup setiap Senin.", f"{SAID} kata Bupati Ratna Wulandari di Semarang, Selasa."
    )
    stem = "Pada hari apa Ratna Wulandari memberikan keterangan menurut teks?"
    assert options(document, stem) == ["Selasa", "Rabu", "Kamis", "Minggu", "Jumat"]


@pytest.mark.parametrize(
    "tail",
    [
        ", mengutip warga, Senin (9/6/2025).",
        " di Semarang, Rabu (9/6/2025).",
        " saat hujan turun di rumahnya yang baru.",
        " di lokasi.",
        " yang dilantik Senin (9/6/2025).",
        " seusai rapat Senin (9/6/2025).",
        ", kepala dinas sejak 5 Mei 2025.",
        " dengan nada tinggi kepada petugas, Senin (9/6/2025), lalu pergi.",
        ".",
    ],
)
def test_what_is_relayed_wrong_or_not_understood_gives_no_question(tail: str) -> None:
    assert questions(tail) == {}


def test_a_day_before_the_verb_is_the_words_own_only_if_commas_part_it() -> None:
    said = "mengatakan bahwa museum itu menerima 900 pengunjung setiap pekan."
    parted = read_text(f"Ketua Ratna Wulandari, di Kudus, Senin (9/6/2025), {said}")
    assert "Kapan Ratna Wulandari memberikan keterangan menurut teks?" in asked(parted)
    since = read_text(f"Ratna Wulandari, kepala museum sejak 5 Mei 2025, {said}")
    assert asked(since) == {}


def test_two_occasions_of_one_speaker_give_no_question() -> None:
    first = f"{SAID} kata Bupati Ratna Wulandari di Semarang, Senin (9/6/2025)."
    second = f"{LATER} kata Ratna di Kudus, Selasa (10/6/2025)."
    assert asked(read_text(first, second)) == {}


def test_words_without_an_occasion_belong_to_the_one_that_is_told() -> None:
    first = f"{SAID} kata Bupati Ratna Wulandari di Kudus, Senin (9/6/2025)."
    assert len(asked(read_text(first, f"{LATER} kata Ratna."))) == 2


def test_words_of_another_time_leave_the_speaker_without_a_question() -> None:
    first = f"{SAID} kata Bupati Ratna Wulandari di Kudus, Senin (9/6/2025)."
    second = "Sebelumnya, Ratna mengatakan bahwa museum itu menerima 900 pengunjung setiap pekan."
    assert asked(read_text(first, second)) == {}


def test_a_victim_is_not_asked_about() -> None:
    assert questions(" di Kudus, Senin (9/6/2025).", "korban, Tomas Lubis,") == {}


def test_whoever_katanya_may_mean_is_not_asked_about() -> None:
    first = "Bupati Ratna Wulandari meninjau pasar. Camat Dedi Kurnia menemaninya."
    document = read_text(first, f"{SAID} katanya di Kudus, Senin (9/6/2025).")
    assert asked(document) == {}


def test_day_and_place_of_one_speaker_are_facts_of_their_own() -> None:
    document = read_text(f"{SAID} kata Bupati Ratna Wulandari di Kudus, Senin (9/6/2025).")
    items = about(document)
    kinds = {fact for item in items for fact in item.facts}
    assert {"occasion:Ratna Wulandari:day", "occasion:Ratna Wulandari:place"} <= kinds
    day, place = (
        next(item for item in items if item.prompt.startswith(word))
        for word in ("Kapan", "Di mana")
    )
    assert not conflict(day, place)


def test_a_circumstance_that_names_nothing_is_no_part_of_the_question() -> None:
    found = questions(" saat meninjau lokasi, Senin (9/6/2025).")
    assert list(found) == ["Kapan Ratna Wulandari memberikan keterangan menurut teks?"]


def test_quotes_of_both_questions_stand_in_the_text() -> None:
    document = read_text(f"{SAID} kata Bupati Ratna Wulandari di Kudus, Senin (9/6/2025).")
    items = about(document)
    assert all(item.evidence[0].quote in document.article.text for item in items)


@pytest.mark.parametrize(
    "tail", [", dikutip dari Kabarlaut.com", " dilansir Reuters", ", mengutip Kantor Berita Antara"]
)
def test_the_outlet_that_has_the_words_is_asked_for(tail: str) -> None:
    (stem, accepted), *more = questions(f"{tail}, Senin (9/6/2025).").items()
    assert stem == "Dari media apa keterangan Ratna Wulandari dikutip?"
    assert accepted[0] == tail.split()[-1]
    assert more == []


@pytest.mark.parametrize("outlet", ["Badan Pusat Statistik", "siaran pers", "akun Instagram"])
def test_what_is_no_outlet_is_not_asked_for(outlet: str) -> None:
    assert questions(f", dikutip dari {outlet}, Senin (9/6/2025).") == {}


def test_words_from_two_outlets_give_no_question() -> None:
    first = f"{SAID} kata Bupati Ratna Wulandari, dikutip dari Antara, Senin (9/6/2025)."
    second = f"{LATER} kata Ratna, dikutip dari Reuters, Senin (9/6/2025)."
    assert asked(read_text(first, second)) == {}


@pytest.mark.parametrize("place", ["sawahnya", "lokasi", "Instagram", "hadapan warga", "rumah itu"])
def test_what_names_no_place_is_none(place: str) -> None:
    found = read(f"saat ditemui di {place}")
    assert found is None or found[2] == ""


def test_an_address_that_was_given_is_asked_for_as_one() -> None:
    tail = " saat memberikan sambutan di Gedung Bahari, Padang, Selasa (10/6/2025)"
    (stem, *_) = [each for each in questions(tail) if each.startswith("Kapan")]
    assert stem == "Kapan Ratna Wulandari memberikan sambutan di Gedung Bahari, Padang?"
    assert not questions(" usai memberikan sambutan di Gedung Bahari, Selasa (10/6/2025)")


@pytest.mark.parametrize(
    ("name", "speaks"), [("Ratna Wulandari", True), ("Ratna Wulandarimengungkapkan", False)]
)
def test_nobody_is_asked_about_by_a_name_that_has_lost_a_blank(name: str, speaks: bool) -> None:
    document = read_text(
        f"Pelatih {name} menyiapkan tim renang untuk lomba di Solo.",
        f"“Kami berlatih setiap pagi di kolam kota,” kata {name} di Balai Kota Solo, Senin (9/6).",
    )
    assert bool(about(document)) == speaks
