"""Who may speak: bodies, pronouns, short names, and names that the source has spoilt."""

import random

import pytest

from quizgen.exercises import short_answer, who_said
from quizgen.exercises.common.people import known_people, people
from quizgen.exercises.voices.voices import bodies, voices
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Document, ShortAnswer

NUMBERS = "“Sebanyak 40 petugas sudah ditempatkan di setiap pelabuhan,”"


def read(*paragraphs: str) -> Document:
    return annotate(Article(id="uji", paragraphs=paragraphs))


def speakers(document: Document) -> set[str]:
    found = (*voices(document), *bodies(document))
    return {voice.speaker.canonical for voice in found if "40 petugas" in voice.stem}


def answers(document: Document) -> set[str]:
    items = short_answer.EXERCISE.generate(document, random.Random(1))
    asked = [item for item in items if any(f.startswith("form:speaker:") for f in item.facts)]
    return {
        answer
        for item in asked
        if isinstance(item.response, ShortAnswer)
        for answer in item.response.answers[0]
    }


@pytest.mark.parametrize("said", ["bebernya.", "katanya.", "kata dia."])
@pytest.mark.parametrize("body", ["Kanwil Kemenag Sumbar", "Dinas Perhubungan Kota Padang"])
def test_a_body_is_never_meant_by_nya_or_dia(body: str, said: str) -> None:
    document = read(
        "Kepala pelabuhan Surya Wirawan mengatakan bahwa kapal baru tiba pada malam hari.",
        f"{body} mencatat adanya 12 kapal yang terlambat tiba. {NUMBERS} {said}",
    )
    assert not any(name != "Surya Wirawan" for name in speakers(document))


def test_a_clipped_office_is_a_body_and_no_person() -> None:
    document = read("Kanwil Kemenag Sumbar dan Disdik Padang menyiapkan 12 ruang belajar.")
    quotes = {entity.quote for entity in document.entities if entity.type == "PER"}
    assert not {quote for quote in quotes if quote.startswith(("Kanwil", "Disdik"))}


@pytest.mark.parametrize(
    "second",
    [
        "Berbeda dengan Sari, pedagang lain bernama Dewi justru senang dengan aturan itu.",
        "Sementara itu, rombongan pedagang dipimpin Ketua Koperasi Bahari, Dewi Anggraini.",
    ],
)
def test_whoever_is_named_last_may_be_meant_by_nya(second: str) -> None:
    document = read(
        "Sari Wulandari mengatakan bahwa aturan baru itu terlalu berat bagi pedagang kecil.",
        second,
        f"{NUMBERS} tuturnya.",
    )
    assert "Sari Wulandari" not in speakers(document)


def test_a_name_run_into_a_verb_is_no_key_and_no_option() -> None:
    document = read(
        "Atlet Raka Putra Wiranatamengungkapkan alasan kekalahannya di Jakarta.",
        "“Latihan tambahan akan dimulai pada pekan depan di Bandung,” kata Raka.",
        "Raka mengatakan bahwa peran pelatih sangat membantu para pemain muda.",
    )
    assert not any("mengungkapkan" in answer for answer in answers(document))
    items = who_said.EXERCISE.generate(document, random.Random(1))
    assert not any("Wiranatamengungkapkan" in str(item.response) for item in items)


def test_a_short_name_of_two_beginnings_is_the_full_ones() -> None:
    document = read(
        "Menteri Koordinator Bidang Pangan Wirawan Hastomo (Wirhas) membuka gudang beras itu.",
        "“Pemerintah daerah menambah dua gudang beras pada tahun depan,” kata Wirhas.",
    )
    assert {"Wirawan Hastomo", "Wirhas"} <= answers(document)


def test_a_short_name_beside_a_longer_one_that_may_be_the_same_is_not_asked_for() -> None:
    document = read(
        "Pemimpin oposisi Belanda, Marten Van Holt mengecam rencana pembangunan bendungan itu.",
        "“Rencana ini menghabiskan uang rakyat selama sepuluh tahun,” kata Van Holt.",
    )
    assert "Van Holt" not in answers(document) or "Marten Van Holt" in answers(document)


def test_a_calling_cut_out_of_a_longer_phrase_is_not_accepted() -> None:
    document = read(
        "“Pembagian laba ditetapkan sebesar 40 persen dari pendapatan perusahaan,” ujar Direktur "
        "Umum dan Operasional MYRA Hendra Saputra dalam paparan publik di Jakarta.",
    )
    found = answers(document)
    assert "Hendra Saputra" in found
    assert not {answer for answer in found if answer.startswith("Direktur")}


def test_a_degree_is_nobody() -> None:
    document = read(
        "Psikolog anak Ratna Kusumawati, M.Psi menyarankan orang tua menjaga jam tidur anak.",
        f"{NUMBERS} kata M.Psi.",
    )
    assert "M.Psi" not in people(document)
    assert "M.Psi" not in speakers(document)


def test_those_of_a_village_do_not_give_it_a_persons_name() -> None:
    document = read("Salmah (58), warga Mustikasari, mengantre sejak pagi di puskesmas.")
    assert "Mustikasari" not in known_people(document)


def chosen(document: Document) -> dict[str, list[str]]:
    """Return the options of who-said choices, the right one first."""
    return {
        item.prompt: [option.text for option in item.response.options]
        for item in who_said.EXERCISE.generate(document, random.Random(1))
        if isinstance(item.response, Choice)
    }


def test_whose_words_are_they_takes_two_statements_of_others() -> None:
    found = chosen(
        read(
            "Bupati Wirawan Setia mengatakan bahwa pasar baru dapat menampung semua pedagang.",
            "Wirawan menambahkan bahwa dermaga lama memerlukan tiang baru.",
            "Peneliti Ratna Kusuma mengatakan bahwa nelayan kecil memerlukan gudang pendingin.",
        )
    )
    stem = "Pernyataan yang disampaikan oleh Ratna Kusuma adalah …."
    assert found[stem][0] == "Nelayan kecil memerlukan gudang pendingin."
    assert len(found[stem]) == 3
    assert "Pernyataan yang disampaikan oleh Wirawan Setia adalah …." not in found


def test_who_agrees_far_away_is_still_an_option() -> None:
    said = "Bupati Wirawan Setia mengatakan bahwa pasar baru dapat menampung semua pedagang."
    between = "Pasar dibuka setiap hari. Jalan ke pasar sudah diaspal."
    agree = "Hal senada disampaikan Camat Hendra Lesmana."
    other = "Peneliti Ratna Kusuma mengatakan bahwa nelayan kecil memerlukan gudang pendingin."
    stem = "Siapa yang menyatakan bahwa pasar baru dapat menampung semua pedagang?"
    near, far = read(said, agree, other), read(said, *[between] * 6, agree, other)
    assert stem not in chosen(near)
    assert "Hendra Lesmana" in chosen(far)[stem]


def test_a_phrase_without_a_predicate_is_no_statement() -> None:
    document = read(
        "Pelatih Joko Priyambodo menyayangkan keputusan wasit pada poin ke-24.",
    )
    assert not [voice for voice in voices(document) if "keputusan wasit" in voice.stem]
