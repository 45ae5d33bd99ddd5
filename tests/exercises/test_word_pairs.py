"""Synonym and antonym: which words are asked, in which voice, and what the tables hold."""

import random

import pytest

from quizgen.exercises import antonym, synonym
from quizgen.exercises.words.word_pairs import by_headword
from quizgen.language.annotate import annotate
from quizgen.language.morphology import analyse
from quizgen.language.notices import standard_words
from quizgen.lexicon import dictionary
from quizgen.model import Article, Choice, Document, Item, Option

TABLES = ("synonyms", "antonyms")


def read(text: str) -> Document:
    return annotate(Article(id="uji", paragraphs=(text,)))


def asked(exercise: synonym.Synonym | antonym.Antonym, text: str) -> dict[str, Item]:
    items = exercise.generate(read(text), random.Random(1))
    return {item.prompt.split("*")[1]: item for item in items}


def options(item: Item) -> tuple[Option, ...]:
    assert isinstance(item.response, Choice)
    return item.response.options


def key(item: Item) -> str:
    (right,) = [option.text for option in options(item) if option.correct]
    return right


def test_the_key_can_stand_for_the_word() -> None:
    item = asked(synonym.EXERCISE, "Kapal itu membawa pupuk tanpa kendala.")["kendala"]
    assert item.prompt == "Sinonim kata *kendala* pada kalimat (1) adalah …."
    assert key(item) == "hambatan"
    assert item.text == "numbered"
    assert item.process == "interpret"
    assert item.facts == ("meaning:kendala", "meaning:hambatan")
    assert all("(kalimat 1)" in option.why for option in options(item))


def test_the_key_says_the_opposite_and_a_wrong_word_the_same() -> None:
    item = asked(antonym.EXERCISE, "Jumlah nelayan di Sirantau menurun setiap tahun.")["menurun"]
    assert key(item) == "meningkat"
    roles = {option.text: option.role for option in options(item)}
    assert roles["berkurang"] == "synonym"
    assert roles["bertahan"] == "related"


def test_a_passive_verb_has_passive_options() -> None:
    item = asked(synonym.EXERCISE, "Perahu baru itu dibutuhkan oleh nelayan Sirantau.")[
        "dibutuhkan"
    ]
    assert [option.text for option in options(item)] == [
        "diperlukan",
        "dimiliki",
        "dihasilkan",
        "disediakan",
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Guru besar itu meneliti ikan.", "guru"),
        ("Ia membuka toko Kendala Jaya.", "kendala"),
        ("Kendala itu lebih berat daripada kendala cuaca.", "kendala"),
        ("Kendala dan hambatan selalu ada.", "kendala"),
        ("Kendalanya hanya cuaca.", "kendala"),
        ("Bantuan itu tepat sasaran.", "sasaran"),
        ("Mereka tinggal di lokasi kejadian.", "kejadian"),
        ("Menjelang masa kini, kapal layar jarang dipakai.", "kini"),
    ],
    ids=["term", "name", "twice", "with its key", "clitic", "idiom", "set phrase", "phrase"],
)
def test_a_word_that_the_key_cannot_surely_replace_is_not_asked(text: str, word: str) -> None:
    assert word not in asked(synonym.EXERCISE, text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ia memperkuat tim desa.", "memperkuat"),
        ("Mereka naik kapal ke Pulau Sirantau.", "naik"),
        ("Ia pemain kelahiran Sirantau.", "kelahiran"),
        ("Pabrik itu lebih besar dari sekolah.", "besar"),
    ],
    ids=["other sense", "transport", "birthplace", "comparison"],
)
def test_a_word_without_a_sure_opposite_is_not_asked(text: str, word: str) -> None:
    assert word not in asked(antonym.EXERCISE, text)


def test_there_are_four_items_at_most_and_none_asks_for_a_key_of_another() -> None:
    text = (
        "Wartawan itu mengunjungi pesisir. Insiden itu memicu kekhawatiran. Kendala masih ada. "
        "Kondisi pulau itu membaik. Petani memerlukan pupuk. Nelayan membutuhkan es."
    )
    items = asked(synonym.EXERCISE, text)
    assert len(items) == 4
    assert len({fact for item in items.values() for fact in item.facts}) == 8


def test_the_same_text_gives_the_same_items() -> None:
    document = read("Wartawan itu berhasil menemukan penyebab insiden. Harga ikan naik tajam.")
    for exercise in (synonym.EXERCISE, antonym.EXERCISE):
        first, second = (list(exercise.generate(document, random.Random(n))) for n in (1, 2))
        assert first == second
        assert first


@pytest.mark.parametrize("table", TABLES)
def test_the_words_of_a_row_are_standard_and_of_different_roots(table: str) -> None:
    for each in by_headword(table).values():
        for row in each:
            words = [row.headword, row.key, *row.wrong]
            assert len(row.wrong) == 3
            assert len({analyse(word).root for word in words}) == 5, words
            assert not standard_words().keys() & set(words), words
            assert len(row.key) <= 12 or len(row.key) < 1.25 * max(map(len, row.wrong)), words


@pytest.mark.parametrize("table", TABLES)
def test_a_row_names_a_sense_that_the_dictionary_has(table: str) -> None:
    for each in by_headword(table).values():
        for row in each:
            if row.sense is not None:
                assert 1 <= row.sense <= len(dictionary().entries[row.headword].senses)


def test_no_wrong_word_is_a_synonym_elsewhere_in_the_table() -> None:
    table = by_headword("synonyms")
    for row in (row for each in table.values() for row in each):
        for word in row.wrong:
            keys = {other.key for other in table.get(word, ())}
            assert not keys & {row.headword, row.key}, (row.headword, word)
        for sense in getattr(dictionary().get(row.headword), "senses", ()):
            assert not set(sense.synonyms) & set(row.wrong), row.headword


def test_no_wrong_word_is_an_opposite_too() -> None:
    keys: dict[str, set[str]] = {}
    for row in (row for each in by_headword("antonyms").values() for row in each):
        keys.setdefault(row.headword, set()).add(row.key)
    same = by_headword("synonyms")
    for row in (row for each in by_headword("antonyms").values() for row in each):
        for word in row.wrong:
            assert word not in keys[row.headword], (row.headword, word)
            assert row.headword not in keys.get(word, set()), (row.headword, word)
            assert row.key not in {other.key for other in same.get(word, ())}
