"""Who said it, asked for in a short answer: which statements, and whose."""

import random

import pytest

from quizgen.exercises import short_answer
from quizgen.language.annotate import annotate
from quizgen.model import Article, Document, Item, ShortAnswer


def read(*paragraphs: str) -> Document:
    return annotate(Article(id="uji", paragraphs=paragraphs))


def asked(document: Document) -> dict[str, Item]:
    items = short_answer.EXERCISE.generate(document, random.Random(1))
    return {
        item.prompt: item
        for item in items
        if any(fact.startswith("form:speaker:") for fact in item.facts)
    }


def answers(item: Item) -> tuple[str, ...]:
    assert isinstance(item.response, ShortAnswer)
    return item.response.answers[0]


def test_a_text_with_one_voice_asks_for_it_in_a_form_of_which_a_sheet_has_few() -> None:
    items = asked(
        read(
            "Bupati Tomas Lubis mengatakan bahwa museum laut menerima 900 pengunjung setiap pekan. "
            "“Pemerintah daerah menambah dua ruang pamer tahun depan,” kata Tomas."
        )
    )
    assert len(items) == 2
    assert all(answers(item)[:3] == ("Tomas Lubis", "Tomas", "Lubis") for item in items.values())
    assert all("form:speaker:Tomas Lubis" in item.facts for item in items.values())


@pytest.mark.parametrize(
    "said",
    [
        "Itulah alasan pemerintah daerah menambah dua ruang pamer",
        "Jadi mereka membangun gudang baru di dekat pelabuhan",
        "Kami akan terus berupaya lebih baik",
        "Kami nggak menambah ruang pamer tahun depan",
        "Terima kasih, semoga pengunjung menikmati ruang pamer",
        "Ruang pamer bertambah, ini harus dijaga warga kota",
        "Petugas telah memeriksanya sebelum pintu museum dibuka",
    ],
)
def test_what_goes_on_from_before_or_says_nothing_is_not_asked_for(said: str) -> None:
    lead = "Bupati Tomas Lubis membuka museum laut di Bitung."
    assert asked(read(lead, f"“{said},” kata Tomas Lubis.")) == {}


def test_a_long_quotation_ends_before_a_clause_that_only_adds_to_it() -> None:
    said = (
        "Kami menyiapkan sepuluh perahu cadangan untuk nelayan di pesisir utara kabupaten ini, "
        "sehingga warga yang perahunya rusak karena badai tetap dapat melaut setiap hari seperti "
        "biasa tanpa harus menunggu bantuan"
    )
    (prompt,) = asked(read(f"“{said},” kata Bupati Tomas Lubis."))
    assert prompt.endswith("untuk nelayan di pesisir utara kabupaten ini”?")


def test_nothing_is_cut_off_before_but_also() -> None:
    said = (
        "Kami tidak hanya menyiapkan sepuluh perahu cadangan untuk nelayan di pesisir utara, "
        "tetapi juga membangun gudang pendingin yang dapat menampung ikan dari tiga kecamatan "
        "selama musim badai"
    )
    assert asked(read(f"“{said},” kata Bupati Tomas Lubis.")) == {}


def test_pihaknya_is_who_is_asked_for() -> None:
    text = "Bupati Tomas Lubis mengatakan pihaknya menambah dua ruang pamer di museum laut."
    assert "Siapa yang menyatakan bahwa pihaknya menambah" in next(iter(asked(read(text))))


def test_what_is_asked_for_keeps_its_verb() -> None:
    text = "Bupati Tomas Lubis meminta agar petugas menjaga kebersihan museum laut."
    (prompt,) = asked(read(text))
    assert prompt == "Siapa yang meminta agar petugas menjaga kebersihan museum laut?"


def test_the_purpose_of_what_is_asked_for_is_not_what_is_asked_for() -> None:
    text = "Bupati Tomas Lubis mendorong petugas menata taman agar warga betah di museum laut."
    assert not any("agar warga betah" in prompt for prompt in asked(read(text)))


def test_katanya_means_the_last_speaker_while_nobody_else_comes_in() -> None:
    first = "“Museum laut menerima 900 pengunjung setiap pekan,” kata Bupati Tomas Lubis."
    between = "Museum itu dibangun di tepi pelabuhan lama."
    last = "“Pemerintah daerah menambah dua ruang pamer tahun depan,” katanya."
    assert len(asked(read(first, between, last))) == 2
    other = "Museum itu dirancang oleh Ratna Wulandari."
    prompts = asked(read(first, other, last))
    assert not any("ruang pamer" in prompt for prompt in prompts)


def test_a_report_near_somebody_who_agrees_may_be_theirs_too_but_a_quotation_is_not() -> None:
    first = (
        "Bupati Tomas Lubis mengatakan bahwa museum laut menerima 900 pengunjung setiap pekan. "
        "“Pemerintah daerah menambah dua ruang pamer tahun depan,” kata Tomas."
    )
    prompts = asked(read(first, "Hal serupa disampaikan warga bernama Ratna Wulandari."))
    assert not any("900 pengunjung" in prompt for prompt in prompts)
    assert any("ruang pamer" in prompt for prompt in prompts)


def test_a_body_whose_name_tells_its_kind_is_asked_for_by_it() -> None:
    text = (
        "Kementerian Perhubungan menyatakan bahwa pelabuhan lama melayani tiga kapal setiap hari."
    )
    (item,) = asked(read(text)).values()
    assert item.prompt.startswith("Kementerian apa yang menyatakan bahwa pelabuhan lama")
    assert answers(item)[0] == "Kementerian Perhubungan"


def test_the_sentence_that_names_the_speaker_is_cited_too() -> None:
    text = (
        "“Museum laut menerima 900 pengunjung setiap pekan. Kami bangga,” kata Bupati Tomas Lubis."
    )
    (item,) = asked(read(text)).values()
    assert [proof.sentence for proof in item.evidence] == ["s1", "s2"]
