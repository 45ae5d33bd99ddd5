"""Who says what, in direct and indirect speech."""

import itertools

import pytest

from quizgen.language.annotate import annotate
from quizgen.language.quotations import OFFERED, find_quotations
from quizgen.language.speech import kind_of_saying
from quizgen.model import Article, Document, Quotation

LEAD = "Wali Kota Palu Ratna Lestari membuka pasar baru di Palu pada Senin."


def analysed(*paragraphs: str) -> Document:
    return annotate(Article(id="a", paragraphs=paragraphs))


def said(*paragraphs: str) -> list[tuple[str, str]]:
    """Return (speaker, what was said) of the quotations that are sure enough."""
    document = analysed(*paragraphs)
    text = document.article.text
    return [(q.speaker, text[q.start : q.end]) for q in document.quotations]


@pytest.mark.parametrize(
    ("paragraph", "content"),
    [
        ("“Pasar ini milik warga,” kata Ratna Lestari.", "Pasar ini milik warga"),
        ('"Pasar ini milik warga," ujar Ratna Lestari di Palu.', "Pasar ini milik warga"),
        ("“Pasar ini milik warga,” ungkap Wali Kota.", "Pasar ini milik warga"),
        ("Ratna mengatakan, “Pasar ini milik warga.”", "Pasar ini milik warga"),
        ("Ratna mengatakan bahwa pasar itu milik warga.", "pasar itu milik warga"),
        ("Ratna menegaskan, pasar itu milik warga.", "pasar itu milik warga"),
        ("Ratna menilai pasar itu akan membantu warga.", "pasar itu akan membantu warga"),
        ("Menurut Ratna, pasar itu milik warga.", "pasar itu milik warga"),
        (
            "Pasar itu, kata Ratna, dibangun oleh warga.",
            "Pasar itu, kata Ratna, dibangun oleh warga",
        ),
        ("Pasar itu dibangun oleh warga, ujar Ratna.", "Pasar itu dibangun oleh warga"),
    ],
)  # fmt: skip
def test_a_speaker_is_found_before_after_and_around_what_was_said(
    paragraph: str, content: str
) -> None:
    assert said(LEAD, paragraph)[-1] == ("Ratna Lestari", content)


def test_a_quotation_over_several_sentences_is_one() -> None:
    found = said(LEAD, "“Pasar ini luas. Warga boleh berjualan di sini,” kata Ratna.")
    assert found == [("Ratna Lestari", "Pasar ini luas. Warga boleh berjualan di sini")]


def test_a_second_part_after_the_speaker_belongs_to_the_same_speaker() -> None:
    found = said(LEAD, "“Pasar ini luas,” kata Ratna. “Warga boleh berjualan di sini.”")
    assert [speaker for speaker, _ in found] == ["Ratna Lestari", "Ratna Lestari"]


def test_nya_on_the_verb_means_the_last_speaker_and_names_nobody() -> None:
    document = analysed(
        LEAD, "“Pasar ini luas,” kata Ratna.", "“Warga boleh berjualan di sini,” tambahnya."
    )
    last = document.quotations[-1]
    assert (last.speaker, last.verb, last.direct) == ("Ratna Lestari", "tambahnya", True)
    assert last.speaker_start is None and last.speaker_end is None


def test_a_pronoun_after_the_verb_means_the_last_speaker() -> None:
    found = said(LEAD, "“Pasar ini luas,” kata Ratna.", "“Semua boleh berjualan,” ucap dia.")
    assert found[-1] == ("Ratna Lestari", "Semua boleh berjualan")


def test_the_speaker_changes_when_another_one_speaks() -> None:
    found = said(
        LEAD,
        "“Pasar ini luas,” kata Ratna.",
        "Ketua Paguyuban Pedagang Palu, Anwar Hasan, mengatakan bahwa pedagang sudah siap.",
        "“Kami pindah besok pagi,” ujarnya.",
    )
    assert [speaker for speaker, _ in found] == ["Ratna Lestari", "Anwar Hasan", "Anwar Hasan"]


def test_a_word_in_quotation_marks_is_no_quotation() -> None:
    assert said(LEAD, "Pasar itu dijuluki “rumah rakyat” oleh para pedagang.") == []


def test_a_thing_that_is_announced_is_no_statement() -> None:
    assert said(LEAD, "Ratna menyampaikan terima kasih kepada para pedagang.") == []


def test_the_speakers_span_is_the_name_as_written() -> None:
    document = analysed(LEAD, "“Pasar ini luas,” kata Ratna kepada wartawan.")
    (quotation,) = document.quotations
    assert document.article.text[quotation.speaker_start : quotation.speaker_end] == "Ratna"


def test_quotations_never_overlap_and_unsure_ones_stay_out() -> None:
    document = analysed(
        LEAD,
        "Ratna mengatakan bahwa pasar itu luas. “Pasar ini luas,” katanya. "
        "“Semua pedagang senang sekali.”",
        "“Aneh sekali pasar ini,” kata tetangga sebelah.",
    )
    assert all(a.end <= b.start for a, b in itertools.pairwise(find_quotations(document)))
    assert all(quotation.confidence >= OFFERED for quotation in document.quotations)
    assert len(document.quotations) >= 3


@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        ("kata", "said"),
        ("Katanya", "said"),
        ("mengklaim", "claimed"),
        ("menilai", "opinion"),
        ("berjanji", "promise"),
        ("mengimbau", "order"),
        ("memasak", None),
    ],
)
def test_a_verb_of_saying_tells_its_kind(verb: str, kind: str | None) -> None:
    assert kind_of_saying(verb) == kind


def test_a_quotation_knows_the_sentence_it_starts_in() -> None:
    quotation: Quotation = analysed(LEAD, "“Pasar ini luas. Besar,” kata Ratna.").quotations[0]
    assert quotation.sentence == "s2"


@pytest.mark.parametrize(
    ("passage", "speaker"),
    [
        ("“Air naik cepat sekali,” tutur Warsini, warga di sana.", "Warsini"),
        ("“Lampunya merah tadi,” kata saksi, Diran.", "Diran"),
        ("“Terima kasih semuanya!” teriak vokalis band itu.", "vokalis band itu"),
        ("Laporan Bank Dunia menyebutkan bahwa kemiskinan di desa turun.", "Bank Dunia"),
        ("Majelis hakim menyatakan terdakwa terbukti bersalah.", "Majelis hakim"),
        ("Ratna Dewi, warga yang melihat api, mengatakan bahwa atap itu runtuh.", "Ratna Dewi"),
    ],
)
def test_a_speaker_without_a_known_name_is_read_as_written(passage: str, speaker: str) -> None:
    assert said(passage)[-1][0] == speaker


def test_a_predicate_after_a_demonstrative_makes_a_statement() -> None:
    assert said("Ratna Lestari menilai gol itu sah.") == [("Ratna Lestari", "gol itu sah")]


def test_the_second_part_has_the_verb_of_the_first() -> None:
    document = analysed("“Harga gabah,” ujar Ratna Lestari, “hanya lima ribu.”")
    assert [q.verb for q in document.quotations] == ["ujar", "ujar"]


@pytest.mark.parametrize(
    "passage",
    [
        "Ratna Lestari menceritakan detik-detik kapal terbalik.",
        "Ratna Lestari menyampaikan itu menyusul maraknya tudingan terhadapnya.",
        "Hal itu mendorong, harga beras naik lagi pekan ini.",
        "Ratna Lestari menyebut Palu siap, meski sejumlah gedung belum rampung.",
        "“Besar sekali,” ujar Direktur Umum dan Operasional Kaldera di Palu.",
    ],
)
def test_what_is_no_statement_or_has_open_ends_stays_out(passage: str) -> None:
    assert said(passage) == []


def test_a_lead_in_outranks_the_person_in_focus() -> None:
    found = said(
        LEAD, "Ketua panitia Anwar Hasan menyampaikan “Terima kasih atas bantuan”, harapnya."
    )
    assert found == [("Anwar Hasan", "Terima kasih atas bantuan")]


def test_the_father_of_somebody_is_somebody_else() -> None:
    assert ("Ratna Lestari", "Kami menunggu lama") not in said(
        LEAD, "“Kami menunggu lama,” kata ayah Ratna Lestari."
    )


def test_what_a_thing_cannot_do_is_the_speakers_and_no_part_of_the_statement() -> None:
    text = "Rini Astuti menjelaskan bahwa biaya itu hanya berlaku sekali, tetapi berjanji mengkaji."
    (quotation,) = annotate(Article(id="a", paragraphs=(text,))).quotations
    assert text[quotation.start : quotation.end] == "biaya itu hanya berlaku sekali"
