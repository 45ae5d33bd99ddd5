"""Collocations: the key goes with its partner, every other option is of the tables and does not."""

import random

import pytest

from quizgen.exercises.collocation import EXERCISE
from quizgen.exercises.common.tables import rows
from quizgen.exercises.words.governed import table
from quizgen.language.annotate import annotate
from quizgen.language.notices import standard_words
from quizgen.model import Article, Choice, Item


def made(*paragraphs: str) -> list[Item]:
    document = annotate(Article(id="uji", paragraphs=paragraphs))
    return list(EXERCISE.generate(document, random.Random(1)))


def texts(item: Item) -> list[str]:
    assert isinstance(item.response, Choice)
    return [option.text for option in item.response.options]


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Kedua sekolah sepakat menjalin kerja sama selama tiga tahun.", "menjalin"),
        ("Nelayan tidak melaut karena angin kencang di Teluk Randu.", "kencang"),
        ("Hasil panen petani di Desa Randu bergantung pada curah hujan.", "pada"),
        ("Medali yang diraih tim bulu tangkis Kota Randu berjumlah empat.", "diraih"),
    ],
)
def test_the_gap_is_the_word_that_goes_with_another(sentence: str, key: str) -> None:
    (item,) = made(sentence)
    right, *wrong = texts(item)
    assert right == key
    assert item.prompt.replace("…", key) == sentence
    assert len(set(wrong)) == 3
    assert key not in wrong


def test_a_passive_is_set_against_passives() -> None:
    (item,) = made("Medali yang diraih tim bulu tangkis Kota Randu berjumlah empat.")
    assert all(text.startswith("di") for text in texts(item))


def test_every_wrong_option_says_what_it_goes_with() -> None:
    (item,) = made("Kedua sekolah sepakat menjalin kerja sama selama tiga tahun.")
    assert isinstance(item.response, Choice)
    assert all("(kalimat 1)" in option.why for option in item.response.options)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mereka sepakat menjalin kerja sama selama tiga tahun.",
        "Kedua sekolah itu sepakat menjalin kerja sama selama tiga tahun.",
        "“Kedua sekolah sepakat menjalin kerja sama,” kata Kepala Dinas Pendidikan Randu.",
        "Kedua sekolah sepakat membentuk panitia bersama selama tiga tahun.",
        "Kegiatan petugas kebersihan kota berpusat pada Senin.",
    ],
)
def test_no_item_where_the_sentence_needs_another_or_has_no_pair(sentence: str) -> None:
    assert made(sentence) == []


def test_a_pair_is_asked_once() -> None:
    first = "Kedua sekolah sepakat menjalin kerja sama selama tiga tahun."
    second = "Dua rumah sakit di Randu ingin menjalin kerja sama dengan kampus."
    assert [item.evidence[0].sentence for item in made(f"{first} {second}")].count("s1") == 1
    assert sum("menjalin" in texts(item) for item in made(f"{first} {second}")) == 1


def test_the_tables_are_large_and_whole() -> None:
    pairs = [(key, p) for _, key, partners, _ in rows("collocations") for p in partners.split()]
    usage = {row[0] for row in rows("collocation_usage")}
    assert len(pairs) >= 250
    assert len(set(pairs)) == len(pairs)
    for _, key, _, wrong in rows("collocations"):
        words = wrong.split()
        assert len(set(words)) == 3
        assert key not in words
        assert all(word in usage and word not in standard_words() for word in words)


def test_no_wrong_word_is_a_right_one_of_the_same_partner() -> None:
    """*Hujan lebat* and *hujan deras* are both right, so neither is set against the other."""
    right: dict[str, set[str]] = {}
    for _, key, partners, _ in rows("collocations"):
        for partner in partners.split():
            right.setdefault(partner, set()).add(key)
    for _, _, partners, wrong in rows("collocations"):
        for partner in partners.split():
            assert not right[partner] & set(wrong.split()), partner


def test_no_wrong_preposition_is_an_accepted_one() -> None:
    assert len(table()) >= 60
    for word, row in table().items():
        assert len(set(row.wrong)) == 3, word
        assert not set(row.wrong) & set(row.accepted), word


def test_a_wrong_preposition_is_set_right_by_the_key() -> None:
    (item,) = made("Hasil panen kopi di Desa Randu berbeda dengan hasil panen teh.")
    assert isinstance(item.response, Choice)
    assert all("“dengan”" in option.why for option in item.response.options[1:])
