"""Names in a sentence and across a document."""

import pytest

from quizgen.language.annotate import annotate
from quizgen.language.names import label_spans
from quizgen.model import Article, Entity

NAMES = {"PER", "ORG", "GPE", "LOC", "NORP", "LAW", "EVENT", "PRODUCT"}


def names(*paragraphs: str) -> list[Entity]:
    document = annotate(Article(id="a", paragraphs=paragraphs))
    return [entity for entity in document.entities if entity.type in NAMES]


def found(text: str) -> set[tuple[str, str]]:
    return {(entity.type, entity.quote) for entity in names(text)}


def test_a_person_loses_title_and_office() -> None:
    text = "Laporan itu diterima oleh Menteri Kesehatan Prof. Dr. Ratna Wulandari pada Senin."
    assert ("PER", "Ratna Wulandari") in found(text)


def test_an_administrative_noun_is_part_of_the_place() -> None:
    assert ("GPE", "Kabupaten Garut") in found("Banjir melanda Kabupaten Garut sejak kemarin.")


def test_a_mayor_is_no_place_called_city() -> None:
    assert ("GPE", "Kota Kediri") not in found("Acara itu dihadiri Wali Kota Kediri kemarin.")


def test_a_company_keeps_its_legal_form() -> None:
    text = "Menurut dia, PT Suka Maju Sentosa Tbk mencatat laba besar tahun lalu."
    assert ("ORG", "PT Suka Maju Sentosa Tbk") in found(text)


def test_a_people_is_named_after_its_announcing_word() -> None:
    assert ("NORP", "Sunda") in found("Lagu itu dinyanyikan dalam bahasa Sunda oleh anak-anak.")


def test_a_numbered_law_and_a_dated_event_are_named_by_rule() -> None:
    text = "Ia mengutip Undang-Undang Nomor 5 Tahun 2014 menjelang Piala Dunia 2026 di sana."
    assert {
        ("LAW", "Undang-Undang Nomor 5 Tahun 2014"),
        ("EVENT", "Piala Dunia 2026"),
    } <= found(text)


def test_a_department_keeps_its_list_of_topics() -> None:
    text = "Hal itu disampaikan oleh Dinas Pemuda, Olahraga, dan Pariwisata kepada warga."
    assert ("ORG", "Dinas Pemuda, Olahraga, dan Pariwisata") in found(text)


def test_an_acronym_has_the_full_name_as_canonical() -> None:
    entities = names(
        "Jadwal itu disusun oleh Komisi Pemilihan Umum (KPU) pada Senin.",
        "Anggota KPU akan bertemu lagi besok.",
    )
    shorts = [entity for entity in entities if entity.quote == "KPU"]
    assert len(shorts) == 2
    assert {entity.canonical for entity in shorts} == {"Komisi Pemilihan Umum"}


def test_a_surname_has_the_full_name_as_canonical() -> None:
    entities = names(
        "“Kami siap,” kata Bambang Suryadi di kantornya.",
        "“Jalan itu selesai bulan depan,” kata Suryadi kepada wartawan.",
    )
    assert [entity.canonical for entity in entities] == ["Bambang Suryadi"] * 2


def test_two_people_who_share_a_surname_stay_apart() -> None:
    entities = names(
        "“Kami siap,” kata Bambang Suryadi di kantornya.",
        "“Kami juga siap,” kata Ratna Suryadi di rumahnya.",
        "“Semua siap,” kata Suryadi kepada wartawan.",
    )
    assert [entity.canonical for entity in entities if entity.quote == "Suryadi"] == ["Suryadi"]


def test_a_dateline_gives_its_place_and_not_its_outlet() -> None:
    entities = names("JAKARTA, KABARKITA.com - Hujan turun sejak pagi di banyak tempat.")
    assert [(e.type, e.quote, e.canonical) for e in entities] == [("GPE", "JAKARTA", "Jakarta")]


def test_a_sentence_without_capitals_has_no_names() -> None:
    assert names("hujan turun di desa itu sejak pagi.") == []


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        (["B-PER", "I-PER", "O", "B-LOC"], [(0, 2, "PER"), (3, 4, "LOC")]),
        (["I-ORG", "B-ORG"], [(0, 1, "ORG"), (1, 2, "ORG")]),
        (["B-PER", "I-ORG"], [(0, 1, "PER"), (1, 2, "ORG")]),
    ],
)
def test_labels_become_spans(labels: list[str], spans: list[tuple[int, int, str]]) -> None:
    assert label_spans(labels) == spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ia bertemu Presiden Rusia Vladimir Putin kemarin.",
            {("GPE", "Rusia"), ("PER", "Vladimir Putin")},
        ),
        (
            "Ia bertemu Menteri Luar Negeri China Wang Yi di sana.",
            {("GPE", "China"), ("PER", "Wang Yi")},
        ),
        ("Malaysia menolak usul itu.", {("GPE", "Malaysia")}),
        ("Kebijakan itu dikeluarkan Gubernur DKI Jakarta tahun lalu.", {("GPE", "DKI Jakarta")}),
        ("Rombongan itu naik Toyota Avanza ke desa.", {("PRODUCT", "Toyota Avanza")}),
        ("Pesawat Boeing 737 itu mendarat dengan selamat.", {("PRODUCT", "Boeing 737")}),
        ("Tank T-54 itu dipajang di lapangan.", {("PRODUCT", "T-54")}),
        ("Rapat itu membahas RUU Perampasan Aset kemarin.", {("LAW", "RUU Perampasan Aset")}),
        ("Warga Suku Dayak menolak rencana itu.", {("NORP", "Dayak")}),
        ("Mereka mengenang Perang Dunia II di sana.", {("EVENT", "Perang Dunia II")}),
    ],
)
def test_rules_and_lists_find_what_the_data_leaves_out(
    text: str, expected: set[tuple[str, str]]
) -> None:
    assert expected <= found(text)


def test_a_dish_and_a_currency_name_no_place() -> None:
    spans = found("Harga soto Betawi naik dan nilai dolar AS turun sejak kemarin.")
    assert not {quote for _, quote in spans} & {"Betawi", "AS"}


def test_citizens_are_no_place_and_two_offices_are_two_names() -> None:
    text = (
        "Pelamar harus Warga Negara Indonesia (WNI) dan menghubungi Polres Garut dan Polres Bogor."
    )
    names_found = found(text)
    assert {("ORG", "Polres Garut"), ("ORG", "Polres Bogor")} <= names_found
    assert not {"Warga Negara Indonesia", "Negara Indonesia"} & {quote for _, quote in names_found}


def test_a_short_name_in_brackets_stands_for_the_name_before_it() -> None:
    text = "Menteri Perdagangan Zulkifli Hasan (Zulhas) tiba di Medan. Zulhas meninjau pasar."
    document = annotate(Article(id="uji", paragraphs=(text,)))
    people = {e.canonical for e in document.entities if e.type == "PER"}
    assert people == {"Zulkifli Hasan"}


def test_a_nickname_of_a_club_is_no_part_of_its_coach() -> None:
    text = (
        "Laskar Menara menang di kandang.",
        "Pelatih Laskar Menara Hendro Susilo memuji regunya.",
        "Menurut Hendro, pemain Laskar Menara berlari tanpa henti.",
        "Laskar Menara kini memimpin klasemen.",
    )
    people = {entity.canonical for entity in names(*text) if entity.type == "PER"}
    assert people == {"Hendro Susilo"}


def test_a_person_called_by_two_names_of_three_stays_whole() -> None:
    text = (
        "Siti Rahma Wulandari membuka warung.",
        "Siti Rahma menjual soto.",
        "Kata Siti Rahma, warung itu ramai.",
    )
    people = {entity.canonical for entity in names(*text) if entity.type == "PER"}
    assert "Siti Rahma Wulandari" in people
