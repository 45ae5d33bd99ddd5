"""Sentences: where they end and where they do not."""

import pytest

from quizgen.language.sentences import dateline_end, split_sentences
from quizgen.model import Article


def texts(*paragraphs: str) -> list[str]:
    article = Article(id="a", paragraphs=paragraphs)
    return [sentence.text for sentence in split_sentences(article)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Prof. Dr. A. Hamid dan M. Yusuf tiba di Lawana.",
        "Saham PT Suka Maju Tbk. naik.",
        "Harganya Rp2.400,50 per kg pada pukul 17.25 WIB.",
        "“Benarkah?” kata Ani.",
        "“Tidak!” Ujar Ani.",
        "Ia tinggal di Jl. Melati No. 5, Lawana.",
        "1. Beras merah dan gula.",
        "Ia diam ... lalu pergi.",
        "Peserta, Budi, S.H., M.Si., hadir.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert texts(sentence) == [sentence]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Ani datang. Budi pergi!", ["Ani datang.", "Budi pergi!"]),
        ("“Saya senang.” Ia pulang.", ["“Saya senang.”", "Ia pulang."]),
        ("“Hujan. Banjir,” kata Ani.", ["“Hujan.", "Banjir,” kata Ani."]),
        (
            "Ia bekerja di PT Maju Tbk. Gajinya naik.",
            ["Ia bekerja di PT Maju Tbk.", "Gajinya naik."],
        ),
        ("Itu “baik”. Ini (buruk.) Benar.", ["Itu “baik”.", "Ini (buruk.)", "Benar."]),
        ("Hujan deras.Jalan macet.", ["Hujan deras.", "Jalan macet."]),
        ("Luasnya 5 ha. 20 orang hadir.", ["Luasnya 5 ha.", "20 orang hadir."]),
    ],
)
def test_sentences_part_at_their_ends(paragraph: str, expected: list[str]) -> None:
    assert texts(paragraph) == expected


def test_offsets_ids_and_paragraph_numbers_follow_the_article() -> None:
    paragraphs = ("Ani datang. Budi pergi.", "Cuaca", "Hujan turun.")
    article = Article(id="a", paragraphs=paragraphs, headings=frozenset({1}))
    sentences = split_sentences(article)
    assert [(s.id, s.paragraph) for s in sentences] == [("s1", 1), ("s2", 1), ("s3", 2)]
    assert all(article.text[s.start : s.end] == s.text for s in sentences)


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("LAWANA, BERITA.com - ", "Hujan turun."),
        ("LAWANA—", "Hujan turun."),
        ("Lawana - ", "“Hujan turun,” kata Ani."),
        ("Lawana (KABAR) - ", "Hujan turun."),
        ("KABAR.CO.ID, LAWANA -- ", "Hujan turun."),
        ("LAWANA-", "Hujan turun."),
    ],
)
def test_a_dateline_is_measured_and_stays_in_its_sentence(dateline: str, rest: str) -> None:
    assert dateline_end(dateline + rest) == len(dateline)
    assert texts(dateline + rest) == [dateline + rest]


@pytest.mark.parametrize(
    "text", ["Hujan turun.", "Lawana–Sorapa macet.", "KF-21 terbang.", "Jo - ia"]
)
def test_a_sentence_without_dateline_has_none(text: str) -> None:
    assert dateline_end(text) == 0
