"""Who holds which office, before a name and in apposition to it."""

import pytest

from quizgen.language.annotate import annotate
from quizgen.language.roles import roles
from quizgen.model import Article


def held(*sentences: str) -> dict[str, str]:
    document = annotate(Article(id="uji", paragraphs=(" ".join(sentences),)))
    return {role.person.canonical: role.office for role in roles(document)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Harga beras turun, kata Gubernur Jawa Timur Ratna Wulandari seusai rapat.",
        "Gubernur Jawa Timur, Ratna Wulandari, meresmikan pasar baru di Surabaya.",
        "Ratna Wulandari, Gubernur Jawa Timur, meresmikan pasar baru di Surabaya.",
    ],
)
def test_an_office_beside_a_name_is_its_holders(sentence: str) -> None:
    assert held(sentence) == {"Ratna Wulandari": "Gubernur Jawa Timur"}


def test_an_office_of_nothing_in_particular_is_left_out() -> None:
    assert held("Direktur Ratna Wulandari meresmikan pasar baru di Surabaya.") == {}


def test_a_rank_is_no_part_of_the_office() -> None:
    found = held("Kapolres Bogor AKBP Hendra Saputra membuka lomba perahu di Bogor.")
    assert found.get("Hendra Saputra") == "Kapolres Bogor"


@pytest.mark.parametrize(
    ("sentence", "person", "office"),
    [
        (
            "Kepala Pelaksana (Kalaksa) BPBD Kota Malang Rudi Hartono mengatakan air sudah surut.",
            "Rudi Hartono",
            "Kepala Pelaksana BPBD Kota Malang",
        ),
        (
            "Panen dimulai, ujar Sekretaris Jenderal (Sekjen) Kementan Rina Kusuma dalam rapat.",
            "Rina Kusuma",
            "Sekretaris Jenderal Kementan",
        ),
        (
            "Direktur Utama Perusahaan Listrik Negara (PLN), Budi Santoso mengatakan listrik aman.",
            "Budi Santoso",
            "Direktur Utama Perusahaan Listrik Negara",
        ),
        (
            "Kanit Reskrim Polsek Lowokwaru AKP Hendra Saputra memeriksa dua orang saksi.",
            "Hendra Saputra",
            "Kanit Reskrim Polsek Lowokwaru",
        ),
        (
            "Kasat Lantas Polres Bogor, Provinsi Jawa Barat, AKP Dedi Wijaya, mengatur jalan.",
            "Dedi Wijaya",
            "Kasat Lantas Polres Bogor",
        ),
        (
            "Wali Kota Bandung, H. Rahmat Hidayat, membuka lomba layang-layang.",
            "Rahmat Hidayat",
            "Wali Kota Bandung",
        ),
        (
            "Penjualan naik dua kali lipat, ungkap Budi Santoso, CEO Garuda, dalam siaran pers.",
            "Budi Santoso",
            "CEO Garuda",
        ),
        (
            "General Manager Arema FC, Rudi Hartono, memuji para pemain muda.",
            "Rudi Hartono",
            "General Manager Arema FC",
        ),
        (
            "Ketua PMI Bogor sekaligus Kepala Dinas Kesehatan Bogor Rina Kusuma membagikan masker.",
            "Rina Kusuma",
            "Kepala Dinas Kesehatan Bogor",
        ),
        (
            "Direktur RSUD dr. Soetomo Surabaya, dr. Rina Kusuma, membuka ruang rawat baru.",
            "Rina Kusuma",
            "Direktur RSUD dr. Soetomo Surabaya",
        ),
    ],
)
def test_an_office_is_read_whole_and_without_what_is_none(
    sentence: str, person: str, office: str
) -> None:
    assert held(sentence).get(person) == office


@pytest.mark.parametrize(
    "sentence",
    [
        "Istri Bupati Bogor Rina Kusuma membuka lomba masak di Bogor.",
        "Mantan Kepala Dinas Kesehatan Bogor Rina Kusuma membuka lomba masak.",
        "Kepada Wali Kota Bogor, Rina Kusuma mengatakan air sungai sudah surut.",
        "Bupati dan Wakil Bupati Bogor Rina Kusuma membuka lomba masak di alun-alun.",
        "Rapat dihadiri Rina Kusuma, Ketua PMI Bogor, dan Kepala Dinas Kesehatan Bogor.",
        "Perlombaan dibuka di Stadion Gelora Joko Samudro oleh panitia.",
    ],
)
def test_an_office_that_may_be_somebody_elses_is_left_out(sentence: str) -> None:
    assert held(sentence) == {}


def test_short_forms_in_brackets_are_other_wordings() -> None:
    sentence = (
        "Sekretaris Jenderal (Sekjen) Persatuan Pedagang Indonesia (PPI) Rina Kusuma mengatakan "
        "harga beras turun."
    )
    document = annotate(Article(id="uji", paragraphs=(sentence,)))
    (role,) = roles(document)
    assert role.office == "Sekretaris Jenderal Persatuan Pedagang Indonesia"
    assert {"Sekjen PPI", "Sekretaris Jenderal PPI"} <= set(role.forms)
