"""Causes and purposes that a text marks itself."""

import random
from dataclasses import replace

import pytest

from quizgen.checks import check_item
from quizgen.exercises.cause import EXERCISE
from quizgen.exercises.questions.causal import told_or_fault
from quizgen.exercises.statements.trimmed import stretches
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Item, ShortAnswer
from quizgen.wording import instruction


def made(*paragraphs: str) -> list[Item]:
    document = annotate(Article(id="uji", paragraphs=paragraphs))
    return list(EXERCISE.generate(document, random.Random(1)))


def asked(*paragraphs: str) -> dict[str, tuple[str, ...]]:
    return {
        item.prompt: item.response.answers[0]
        for item in made(*paragraphs)
        if isinstance(item.response, ShortAnswer)
    }


def test_a_clause_is_asked_for_its_cause() -> None:
    found = asked("Laga di Stadion Kahuripan ditunda dua jam karena lapangan tergenang air.")
    assert found == {
        "Mengapa laga di Stadion Kahuripan ditunda dua jam?": (
            "Karena lapangan tergenang air",
            "Lapangan tergenang air",
        )
    }


def test_what_follows_sehingga_is_asked_for_the_clause_before_it() -> None:
    found = asked("Hujan deras mengguyur Kota Kudus sehingga pawai obor diundur satu jam.")
    assert found["Mengapa pawai obor diundur satu jam?"][0] == (
        "Karena hujan deras mengguyur Kota Kudus"
    )


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Polisi mengerahkan 40 anggota untuk mengatur lalu lintas.", "Untuk apa"),
        (
            "Polisi mengerahkan 40 anggota agar para siswa dapat menyeberang.",
            "Dengan tujuan apa",
        ),
    ],
)
def test_a_purpose_is_asked_for_by_its_word(sentence: str, word: str) -> None:
    (prompt,) = asked(sentence)
    assert prompt == f"{word} polisi mengerahkan 40 anggota?"


def test_a_cause_in_front_is_found_too() -> None:
    found = asked("Karena hujan deras sejak sore, panitia di Malang menutup pasar malam.")
    assert "Mengapa panitia di Malang menutup pasar malam?" in found


def test_what_a_source_says_keeps_its_source() -> None:
    (prompt,) = asked(
        "Kepala Dinas Pertanian Kudus, Hendra Lesmana, mengatakan bahwa harga bawang di Kudus naik "
        "karena banyak kapal rusak."
    )
    assert prompt.startswith("Menurut Hendra Lesmana, mengapa harga bawang")


def test_a_clause_that_points_back_names_its_sentence() -> None:
    (item,) = made(
        "Bupati Demak mengimbau warga menghemat air bersih. "
        "Imbauan itu disampaikan karena debit mata air turun."
    )
    assert item.prompt == "Berdasarkan kalimat (2), mengapa imbauan itu disampaikan?"
    assert item.text == "numbered"


def test_a_noun_that_opens_the_sentence_is_written_small_in_the_question() -> None:
    assert "Mengapa radio sudah tidak berfungsi?" in asked(
        "Radio sudah tidak berfungsi karena terendam air."
    )


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("Polisi menangkap pria yang mengamuk di Pasar Wage karena merasa lapar.", "relative"),
        ("Pasar Wage di Kudus ditutup bukan karena banjir besar.", "bound"),
        ("Pasar Wage di Kudus ditutup antara lain karena banjir besar.", "bound"),
        ("Bupati Demak meminta warga menjauhi sungai karena tanggul retak.", "saying"),
        ("Tim baru dapat memeriksa gudang di Kudus karena jalan raya rusak.", "only then"),
        ("Bupati Demak mengizinkan warga untuk menjual air bersih.", "no deed"),
        ("Bupati Demak tidak menutup pasar untuk memungut pajak.", "denied"),
        ("Bupati Demak menyiapkan dana untuk membangun jembatan.", "purposed"),
        ("Hakim Demak menolak permohonan agar perjanjian sewa dibatalkan.", "purposed"),
        ("Harga cabai di Kudus dipicu kelangkaan pupuk akibat kemarau panjang.", "causing"),
        ("Warga Kudus menjual sawah karena hasilnya sedikit.", "reason"),
        ("Dua warga Kudus dirawat karena tertimpa tembok dan lima rumah rusak.", "reason"),
        ("Bupati Demak menutup jalan agar kemacetan, terutama di pasar, berkurang.", "reason open"),
        ("Warga Kudus menjual sawah karena tidak hanya kering, tetapi juga jauh.", "reason open"),
    ],
)
def test_nothing_is_asked_where_the_cause_is_not_sure(sentence: str, fault: str) -> None:
    document = annotate(Article(id="uji", paragraphs=(sentence,)))
    found = [one for stretch in stretches(document) for one in told_or_fault(stretch)]
    assert found == [fault]


CHOICE = (
    "Laga di Stadion Kahuripan ditunda dua jam karena lapangan tergenang air.",
    "Penonton datang dari berbagai kota di Jawa Timur.",
    "Pedagang di Pasar Wage mengeluh.",
    "Kapal Cakrawala gagal berlayar karena mesin utama rusak.",
    "Petani di Desa Sukamaju mulai menanam kedelai.",
    "Warga Desa Wanareja mengungsi karena tanggul sungai jebol.",
)


def test_a_choice_offers_the_causes_of_other_things() -> None:
    item = next(item for item in made(*CHOICE) if isinstance(item.response, Choice))
    assert isinstance(item.response, Choice)
    right, *wrong = item.response.options
    assert right.text == "Karena lapangan tergenang air"
    assert {"Karena mesin utama rusak", "Karena tanggul sungai jebol"} <= {
        one.text for one in wrong
    }
    assert all(one.text.startswith("Karena ") and "kalimat" in one.why for one in wrong)


def test_without_another_cause_there_is_no_choice() -> None:
    assert all(isinstance(item.response, ShortAnswer) for item in made(*CHOICE[:3]))


def test_what_is_written_is_not_told_to_be_chosen() -> None:
    told = {item.response.kind: instruction(item, "en") for item in made(*CHOICE)}
    assert told == {
        "choice": "Choose the best answer.",
        "short-answer": "Answer the question briefly and clearly.",
    }


def test_itu_needs_the_sentence_that_the_question_names() -> None:
    text = (
        "Bupati Demak mengimbau warga menghemat air bersih. "
        "Imbauan itu disampaikan karena debit mata air turun."
    )
    document = annotate(Article(id="uji", paragraphs=(text,)))
    (item,) = EXERCISE.generate(document, random.Random(1))
    codes = {found.code for found in check_item(item, document) if found.severity == "error"}
    assert not codes
    bare = replace(item, prompt="Mengapa imbauan itu disampaikan?", text="shown")
    assert "unresolved-reference" in {found.code for found in check_item(bare, document)}


def test_a_reason_that_only_counts_reasons_is_no_answer() -> None:
    text = "Perusahaan Nusa Data memilih Kendal karena tiga pertimbangan."
    document = annotate(Article(id="uji", paragraphs=(text,)))
    assert list(EXERCISE.generate(document, random.Random(1))) == []


def test_a_share_of_nothing_is_not_asked_about() -> None:
    text = "Sebanyak 25% dipakai guna melunasi utang bank."
    document = annotate(Article(id="uji", paragraphs=(text,)))
    prompts = [item.prompt for item in EXERCISE.generate(document, random.Random(1))]
    assert not any(prompt.startswith("Untuk apa 25%") for prompt in prompts)


def test_a_second_clause_behind_dan_is_no_part_of_a_reason_without_a_verb() -> None:
    text = "Tujuh penumpang dirawat karena mabuk laut dan seorang nelayan dirujuk ke rumah sakit."
    assert not any("nelayan" in key for keys in asked(text).values() for key in keys)
