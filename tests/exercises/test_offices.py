"""Questions on who holds an office, and which office somebody holds."""

import random

from quizgen.exercises import detail, short_answer
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Item, ShortAnswer


def asked(text: str) -> dict[str, Item]:
    document = annotate(Article(id="uji", paragraphs=(text,)))
    made = short_answer.EXERCISE.generate(document, random.Random(1))
    return {item.prompt: item for item in made}


def accepted(item: Item) -> tuple[str, ...]:
    assert isinstance(item.response, ShortAnswer)
    return item.response.answers[0]


def test_an_office_may_be_answered_in_each_wording_of_the_text() -> None:
    item = asked(
        "Kepala Pelaksana (Kalaksa) BPBD Kota Malang Rudi Hartono mengatakan air sudah surut."
    )["Apa jabatan Rudi Hartono menurut teks?"]
    assert accepted(item) == (
        "Kepala Pelaksana BPBD Kota Malang",
        "Kalaksa BPBD Kota Malang",
        "Kepala Pelaksana (Kalaksa) BPBD Kota Malang",
    )


def test_two_offices_of_one_person_are_both_accepted() -> None:
    item = asked(
        "Ketua PMI Bogor sekaligus Kepala Dinas Kesehatan Bogor Rina Kusuma membagikan masker."
    )["Apa jabatan Rina Kusuma menurut teks?"]
    assert {"Ketua PMI Bogor", "Kepala Dinas Kesehatan Bogor"} <= set(accepted(item))


def test_a_secretary_general_has_no_rank_in_the_office() -> None:
    prompts = asked("Sekretaris Jenderal (Sekjen) Kementan Rina Kusuma membuka rapat di Bogor.")
    assert "Siapa yang menjabat sebagai Sekretaris Jenderal Kementan?" in prompts


def test_a_deputy_is_asked_for_but_no_deputy_minister() -> None:
    prompts = asked(
        "Wakil Wali Kota Bogor Rina Kusuma membuka rapat di Bogor. "
        "Wakil Menteri Pertanian Indonesia Hendra Saputra membaca laporan."
    )
    assert "Apa jabatan Rina Kusuma menurut teks?" in prompts
    assert "Apa jabatan Hendra Saputra menurut teks?" not in prompts


def test_an_office_without_its_capitals_is_not_asked_for() -> None:
    prompts = asked("Lomba itu dibuka ketua umum KONI Bogor Rina Kusuma, Sabtu.")
    assert not any("jabat" in prompt for prompt in prompts)


def test_a_trade_is_asked_for_without_a_capital() -> None:
    prompts = asked("Pelatih Jepang, Hendra Saputra, memuji para pemain muda di Bogor.")
    assert "Siapa yang menjadi pelatih Jepang?" in prompts


def offered(text: str) -> dict[str, list[str]]:
    """Return the options of the questions for an office, the right one first."""
    document = annotate(Article(id="uji", paragraphs=(text,)))
    return {
        item.prompt: [option.text for option in item.response.options]
        for item in detail.EXERCISE.generate(document, random.Random(1))
        if isinstance(item.response, Choice) and "form:office" in item.facts
    }


def test_offices_beside_the_right_one_in_its_body_are_wrong_options() -> None:
    found = offered("Sekretaris Koperasi Bahari, Rudi Hartono, mengatakan hasil tangkapan naik.")
    assert found["Apa jabatan Rudi Hartono menurut teks?"] == [
        "Sekretaris Koperasi Bahari",
        "Ketua Koperasi Bahari",
        "Bendahara Koperasi Bahari",
        "Juru Bicara Koperasi Bahari",
    ]


def test_the_highest_office_of_one_house_is_no_question() -> None:
    found = offered("Ketua Koperasi Bahari, Rudi Hartono, mengatakan hasil tangkapan naik.")
    assert found == {}


def test_two_houses_have_two_offices_each() -> None:
    found = offered(
        "Ketua Koperasi Bahari, Rudi Hartono, mengatakan hasil tangkapan naik. "
        "Kepala Desa Karangsari, Rina Kusuma, mengatakan dermaga akan diperluas."
    )
    assert found["Apa jabatan Rudi Hartono menurut teks?"] == [
        "Ketua Koperasi Bahari",
        "Kepala Desa Karangsari",
        "Sekretaris Koperasi Bahari",
        "Sekretaris Desa Karangsari",
    ]


def test_the_same_office_of_other_departments_is_a_wrong_option() -> None:
    found = offered("Kepala Dinas Perikanan Tegal Rudi Hartono mengatakan hasil tangkapan naik.")
    assert found["Apa jabatan Rudi Hartono menurut teks?"] == [
        "Kepala Dinas Perikanan Tegal",
        "Kepala Dinas Pendidikan Tegal",
        "Kepala Dinas Kesehatan Tegal",
        "Kepala Dinas Perhubungan Tegal",
    ]


def test_no_office_is_offered_that_the_text_speaks_of() -> None:
    found = offered(
        "Kepala Dinas Perikanan Tegal Rudi Hartono mengatakan hasil tangkapan naik. "
        "Rapat itu dihadiri juga oleh Dinas Kesehatan."
    )
    assert "Kepala Dinas Kesehatan Tegal" not in found["Apa jabatan Rudi Hartono menurut teks?"]


def test_a_share_of_the_work_in_a_body_has_no_offices_beside_it() -> None:
    found = offered("Manajer Infrastruktur Bina Listrik Rudi Hartono mengatakan daya cukup.")
    assert found == {}
