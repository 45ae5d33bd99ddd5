from quizgen.language.annotate import annotate
from quizgen.model import Article


def people(*paragraphs: str) -> dict[str, str]:
    document = annotate(Article(id="uji", paragraphs=paragraphs))
    return {each.quote: each.canonical for each in document.entities if each.type == "PER"}


def test_the_beginning_of_a_first_name_stands_for_the_full_name() -> None:
    found = people(
        "Ketua Bawaslu Kendari, Hermansyah Litan, mengatakan data itu diperiksa.",
        "“Kami menunggu jawaban,” kata Herman.",
    )
    assert found["Herman"] == "Hermansyah Litan"


def test_a_name_that_begins_two_full_names_stands_for_neither() -> None:
    found = people(
        "Ketua Bawaslu Kendari, Hermansyah Litan, dan Sekretaris Hermanus Yosep hadir.",
        "“Kami menunggu jawaban,” kata Herman.",
    )
    assert found.get("Herman", "Herman") == "Herman"


def test_a_head_whose_name_ran_into_the_body_is_a_person() -> None:
    found = people(
        "Kepala Disnakertrans Karawang Rosita Nuraeni, yang memimpin rapat, mengaku menunggu.",
        "Rosita meminta semua pihak menahan diri.",
    )
    assert found["Rosita Nuraeni"] == found["Rosita"] == "Rosita Nuraeni"


def test_the_full_name_may_come_in_the_next_sentence() -> None:
    found = people(
        "Salah satunya Mbah Karto. Nama lengkapnya Sukarto Hadi, usianya 84.",
        "Mbah Karto mendengar itu sambil tersenyum.",
    )
    assert found["Mbah Karto"] == "Sukarto Hadi"
