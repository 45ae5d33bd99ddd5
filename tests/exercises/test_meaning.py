"""Meaning and gloss-match: which words are asked, and what stands beside the key."""

import random

import pytest

from quizgen.exercises import gloss_match, meaning
from quizgen.exercises.common.tables import listed
from quizgen.exercises.words.meanings import differ, near
from quizgen.exercises.words.words import askable, definable
from quizgen.language.annotate import annotate
from quizgen.lexicon import Entry, Sense, dictionary
from quizgen.model import Article, Choice, Document, Item, Matching, Option

NEWS = (
    "Maskapai kecil itu membuka rute ke Pulau Sirantau. "
    "Pelanggan menyambut kabar itu, tetapi kendala cuaca masih ada. "
    "Menurut wartawan setempat, kebijakan baru akan diumumkan besok. "
    "Nelayan dan pedagang berharap dampak kebijakan itu baik. "
    "Pengunjung datang dari kota untuk melihat pesisir dan membeli ikan. "
    "Pemerintah desa menyiapkan anggaran untuk perbaikan dermaga."
)


def read(text: str) -> Document:
    return annotate(Article(id="uji", paragraphs=(text,)))


def asked(text: str) -> dict[str, Item]:
    items = meaning.EXERCISE.generate(read(text), random.Random(1))
    return {item.prompt.split("*")[1]: item for item in items}


def options(item: Item) -> tuple[Option, ...]:
    assert isinstance(item.response, Choice)
    return item.response.options


def sense(headword: str, number: int = 1) -> tuple[Entry, Sense]:
    entry = dictionary().entries[headword]
    return entry, entry.senses[number - 1]


def test_the_key_is_the_definition_and_says_where_the_word_stands() -> None:
    item = asked("Nelayan Sirantau menolak kenaikan tarif pelabuhan.")["tarif"]
    (key,) = [option for option in options(item) if option.correct]
    assert key.text == sense("tarif")[1].definition
    assert key.evidence is not None
    assert key.evidence.quote == "menolak kenaikan tarif pelabuhan"
    assert item.prompt == "Makna kata *tarif* pada kalimat (1) adalah …."
    assert item.text == "numbered"
    assert len(options(item)) == 4
    assert all("(kalimat 1)" in option.why for option in options(item))


def test_another_sense_of_the_word_is_a_wrong_option() -> None:
    item = asked("Pengurus koperasi mulai mengenakan denda bagi anggota.")["mengenakan"]
    roles = {option.text: option.role for option in options(item)}
    assert roles[sense("mengenakan", 1)[1].definition] == "other-sense"
    assert roles[sense("mengenakan", 2)[1].definition] == "key"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tarif kapal naik, lalu tarif bus juga naik.", "tarif"),
        ("Biaya itu dikenakan kepada semua anggota.", "mengenakan"),
        ("Tarifnya naik lagi.", "tarif"),
        ("Surat itu disimpan di Koperasi Sinar Sirantau.", "koperasi"),
        ("Mereka melakukan kegiatan itu.", "melakukan"),
        ("Ia bertemu sekretaris jenderal partai.", "jenderal"),
    ],
    ids=["twice", "passive", "clitic", "name", "empty verb", "compound"],
)
def test_a_word_that_is_not_worth_asking_is_left_out(text: str, word: str) -> None:
    assert word not in asked(text)


def test_no_word_is_asked_twice() -> None:
    text = "Nelayan menolak kenaikan tarif itu. Pedagang juga menolak kenaikan tarif itu."
    items = list(meaning.EXERCISE.generate(read(text), random.Random(1)))
    assert sum("*tarif*" in item.prompt for item in items) == 1


def test_a_definition_never_holds_the_word_it_explains() -> None:
    for entry, each in definable():
        assert entry.headword not in each.definition.split()


def test_near_meanings_never_stand_together() -> None:
    assert near(sense("turis"), sense("wisatawan"))
    assert near(sense("izin"), sense("persetujuan"))
    assert near(sense("maskapai"), sense("perusahaan"))
    assert not near(sense("maskapai"), sense("pengadilan"))
    assert differ([], sense("turis"))


def test_wrong_options_are_of_the_same_class_and_not_near_the_key() -> None:
    for item in asked(NEWS).values():
        meanings = {each.definition: (entry, each) for entry, each in definable()}
        key, *wrong = (meanings[option.text] for option in options(item))
        others = [each for each in wrong if each[0] is not key[0]]
        assert all(each[1].semantic_class == key[1].semantic_class for each in others)
        assert all(differ([key], each) for each in others)
        assert len(key[1].definition) <= max(len(each[1].definition) for each in wrong)


def test_words_are_matched_with_definitions_and_with_english_glosses() -> None:
    first, second = gloss_match.EXERCISE.generate(read(NEWS), random.Random(1))
    for item, field in ((first, "definition"), (second, "gloss")):
        assert isinstance(item.response, Matching)
        assert len(item.response.pairs) == 5
        assert len(item.response.distractors) == 2
        for left, right in item.response.pairs:
            assert right in {getattr(each, field) for each in dictionary().entries[left].senses}
    assert set(first.facts).isdisjoint(second.facts)
    assert "Dua jawaban tidak digunakan." in first.instruction
    assert "bahasa Inggris" in second.instruction


def test_a_gloss_that_looks_like_the_word_is_no_question() -> None:
    items = gloss_match.EXERCISE.generate(read(NEWS), random.Random(1))
    glosses = [item for item in items if "Inggris" in item.prompt]
    assert glosses
    for item in glosses:
        assert isinstance(item.response, Matching)
        assert all(left[:3] != right[:3] for left, right in item.response.pairs)
    for word in ("fase", "inovasi", "aset", "kolaborasi"):
        assert gloss_match._cognate(*sense(word))
    assert not gloss_match._cognate(*sense("kendala"))


def test_too_few_words_give_no_matching() -> None:
    assert not list(gloss_match.EXERCISE.generate(read("Tarif kapal naik."), random.Random(1)))


def test_the_same_seed_gives_the_same_items() -> None:
    document = read(NEWS)
    for exercise in (meaning.EXERCISE, gloss_match.EXERCISE):
        first, second = (list(exercise.generate(document, random.Random(7))) for _ in range(2))
        assert first == second


def test_askable_gives_entry_sense_and_sentence() -> None:
    (found, chosen, sentence), *_ = askable(read("Warga menolak tarif itu."))
    assert found.entry.headword == "tarif"
    assert chosen in found.entry.senses
    assert sentence.id == "s1"


@pytest.mark.parametrize("name", ["near_meanings", "general_meanings"])
def test_the_word_tables_name_headwords(name: str) -> None:
    words = listed(name)
    assert words <= dictionary().entries.keys()
