"""What pronouns, -nya and nouns with itu, ini or tersebut stand for."""

import itertools

import pytest

from quizgen.language.annotate import annotate
from quizgen.language.references import OFFERED, find_references
from quizgen.model import Article, Document

LEAD = "Wali Kota Palu Ratna Lestari membuka pasar baru di Palu pada Senin."


def analysed(*paragraphs: str) -> Document:
    return annotate(Article(id="a", paragraphs=paragraphs))


def meant(*paragraphs: str) -> list[tuple[str, str]]:
    """Return (anaphor, antecedent) of the references that are sure enough."""
    return [(one.anaphor, one.antecedent) for one in analysed(*paragraphs).references]


@pytest.mark.parametrize("pronoun", ["Ia", "Dia", "Beliau"])
def test_a_pronoun_means_the_person_last_talked_of(pronoun: str) -> None:
    assert meant(LEAD, f"{pronoun} datang bersama para pedagang.") == [(pronoun, "Ratna Lestari")]


def test_a_pronoun_that_speaks_means_the_last_speaker() -> None:
    found = meant(LEAD, "“Pasar ini luas,” kata Ratna.", "“Semua boleh berjualan,” ucap dia.")
    assert ("dia", "Ratna Lestari") in found


def test_nya_on_a_verb_of_saying_is_the_speaker() -> None:
    found = meant(LEAD, "“Pasar ini luas,” kata Ratna.", "“Semua boleh berjualan,” ujarnya.")
    assert found[-1] == ("nya", "Ratna Lestari")


def test_the_clitic_alone_is_the_anaphor() -> None:
    document = analysed("Ratna Lestari menjelaskan bahwa pihaknya membuka pasar di Palu.")
    (reference,) = document.references
    assert document.article.text[reference.start : reference.end] == "nya"
    assert document.article.text[: reference.end].endswith("pihaknya")


def test_nya_on_kin_belongs_to_the_subject() -> None:
    assert meant("Anwar Hasan berangkat bersama istrinya ke Palu.") == [("nya", "Anwar Hasan")]


@pytest.mark.parametrize("word", ["Biasanya", "Akhirnya", "Sebelumnya", "Misalnya"])
def test_a_lexical_nya_means_nothing(word: str) -> None:
    assert meant(LEAD, f"{word}, pasar ramai pada hari libur.") == []


def test_a_noun_with_itu_means_the_fuller_phrase_before() -> None:
    found = meant("Warga membangun jembatan gantung di Palu.", "Jembatan itu dipakai anak sekolah.")
    assert found == [("itu", "jembatan gantung")]


def test_a_noun_with_itu_means_the_name_that_starts_with_it() -> None:
    found = meant(
        "Perahu dibuat di Universitas Tadulako.", "Universitas itu memiliki bengkel kayu."
    )
    assert found == [("itu", "Universitas Tadulako")]


def test_two_phrases_with_one_head_leave_it_open() -> None:
    found = meant(
        "Warga membangun jembatan gantung dan jembatan beton di Palu.", "Jembatan itu dipakai."
    )
    assert found == []


def test_a_country_is_meant_only_if_it_is_the_only_one() -> None:
    alone = meant("Pameran buku dibuka di Vietnam.", "Negara itu mengundang penerbit.")
    assert alone == [("itu", "Vietnam")]
    assert meant("Pameran di Vietnam dan Laos dibuka.", "Negara itu mengundang penerbit.") == []


def test_keduanya_means_two_names_joined() -> None:
    found = meant("Anwar Hasan dan Ratna Lestari bertemu di Palu.", "Keduanya berunding lama.")
    assert found == [("Keduanya", "Anwar Hasan dan Ratna Lestari")]


def test_mereka_means_the_only_group_before() -> None:
    found = meant("Para petani menanam jagung di lereng.", "Mereka memanen dua kali setahun.")
    assert found == [("Mereka", "para petani")]


def test_a_pronoun_inside_a_quotation_is_left_open() -> None:
    found = meant(LEAD, "“Dia sudah pulang,” kata Anwar Hasan.")
    assert found == []


def test_references_never_overlap_and_unsure_ones_stay_out() -> None:
    document = analysed(
        LEAD, "Ratna mengatakan bahwa ia senang. Anwar Hasan menunggu. Ia pulang. Keduanya lega."
    )
    found = find_references(document, document.quotations)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(one.confidence >= OFFERED for one in document.references)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Seekor harimau masuk ke kebun di Agam.", "Satwa itu memangsa dua kambing.", "harimau"),
        (
            "Balai Taman menutup Pulau Padar.",
            "Penutupan ini berlaku sebulan.",
            "menutup Pulau Padar",
        ),
        ("Bupati Sleman menutup pasar lama.", "Kebijakan itu diprotes.", "menutup pasar lama"),
        ("Polisi menyita 20 bus di Palu.", "Bus-bus itu tua.", "20 bus"),
        ("Wali Kota Palu Ratna Lestari datang.", "Wali kota itu tersenyum.", "Ratna Lestari"),
    ],
)
def test_a_noun_with_itu_takes_up_its_kind_its_act_its_number_or_its_office(
    first: str, second: str, expected: str
) -> None:
    assert [antecedent for _, antecedent in meant(first, second)] == [expected]


def test_hal_itu_is_what_the_sentence_before_says() -> None:
    found = meant("Guru honorer belum menerima gaji.", "Hal itu diakui kepala sekolah.")
    assert found == [("Hal itu", "Guru honorer belum menerima gaji")]


@pytest.mark.parametrize(
    ("first", "second", "owner"),
    [
        ("Gunung Dukono meletus kemarin.", "Abunya mencapai Tobelo.", "Gunung Dukono"),
        (
            "Universitas Tadulako membuka kelas baru.",
            "Rektornya optimistis.",
            "Universitas Tadulako",
        ),
        ("Anwar Hasan pulang ke Palu.", "Istrinya menunggu di rumah.", "Anwar Hasan"),
    ],
)
def test_nya_at_the_start_belongs_to_a_topic_of_the_right_kind(
    first: str, second: str, owner: str
) -> None:
    assert meant(first, second) == [("nya", owner)]


def test_nya_on_a_verb_is_not_the_subject_of_its_clause() -> None:
    found = meant("Gunung Marapi meletus pagi tadi.", "Petugas memantaunya setiap jam.")
    assert found == [("nya", "Gunung Marapi")]


def test_pihaknya_means_the_body_that_the_speaker_stands_for() -> None:
    found = meant("Kepala Badan Geologi Wafid Rahman mengatakan pihaknya memantau kawah.")
    assert found == [("nya", "Badan Geologi")]


@pytest.mark.parametrize(
    "passage",
    [
        "Wasit Agus Firmanto mengusir Edi Sukoco. Ia memprotes sambil berteriak.",
        "Para guru mengadu kepada anggota dewan. Mereka berjanji membantu.",
        "Polisi menangkap dua pencuri motor. Mereka bersembunyi di rumah kosong.",
        "Anwar Hasan mengatakan rokok merusak paru-paru penggunanya di mana-mana.",
        "Anwar Hasan menyesalkan maraknya tudingan kepada para guru.",
        "Sebanyak 15 siswa sakit. Bus yang membawa 42 siswa tersebut mogok.",
        "Orang tua murid membuat petisi. Anwar Hasan menilai keputusan tersebut terburu-buru.",
        "Baca juga: Raperda Baru Dinilai Ancam Ritel. Raperda ini dibahas.",
    ],
)
def test_what_grammar_leaves_open_stays_open(passage: str) -> None:
    assert meant(passage) == []


def test_who_is_called_by_the_noun_is_not_the_subject_of_the_same_clause() -> None:
    assert meant("Kepala sekolah Anwar Hasan menegur guru itu di kelas.") == []


def test_nilainya_is_a_sum_and_nobodys_words() -> None:
    text = (
        "Kepala Dinas Perdagangan Ratna Wulandari meninjau pasar. Ongkos angkut disubsidi dari"
        " anggaran daerah, nilainya Rp240 juta."
    )
    document = annotate(Article(id="uji", paragraphs=(text,)))
    found = [
        r for r in document.references if document.article.text[r.start - 5 : r.end] == "nilainya"
    ]
    assert not [each for each in found if each.antecedent == "Ratna Wulandari"]
