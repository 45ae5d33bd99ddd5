"""C-tests: the parts put back give the passage, and each fits alone."""

import random
import re

from quizgen.exercises.c_test import EXERCISE
from quizgen.exercises.common.spellings import rivals
from quizgen.language.annotate import annotate
from quizgen.model import Article, Gap, Item

PASSAGE = (
    "Pasar terapung di Kampung Muara menarik banyak wisatawan. Puluhan pedagang menawarkan "
    "sayuran dan rempah dari perahu kecil. Sebagian pengunjung datang untuk membandingkan "
    "harga barang, sedangkan masyarakat sekitar mencari kebutuhan harian. Pemerintah daerah "
    "berencana memperbaiki dermaga sehingga perjalanan semakin nyaman dan penjual memperoleh "
    "keuntungan. Kegiatan seperti itu diharapkan meningkatkan pendapatan keluarga nelayan."
)


def made(passage: str) -> list[Item]:
    document = annotate(Article(id="uji", paragraphs=(passage,)))
    return list(EXERCISE.generate(document, random.Random(1)))


def filled(item: Item) -> str:
    assert isinstance(item.response, Gap)
    text = item.prompt
    for number, (part,) in enumerate(item.response.answers, start=1):
        text = text.replace(f"{{{{{number}}}}}", part)
    return text


def test_the_parts_put_back_give_the_passage() -> None:
    (item,) = made(PASSAGE)
    assert filled(item) == PASSAGE


def test_the_first_sentence_is_whole_and_there_are_ten_to_fifteen_gaps() -> None:
    (item,) = made(PASSAGE)
    assert isinstance(item.response, Gap)
    assert "{{" not in item.prompt.partition(". ")[0]
    assert 10 <= len(item.response.answers) <= 15


def test_a_whole_word_stands_between_two_gaps() -> None:
    (item,) = made(PASSAGE)
    assert not re.search(r"\}\}\W+\w+\{\{", item.prompt)


def test_no_name_is_cut() -> None:
    (item,) = made(PASSAGE.replace("Pemerintah daerah", "Pemerintah Kabupaten Banjarmasin"))
    assert "Banjarmasin" in item.prompt


def test_what_is_left_of_a_word_has_no_rival_but_of_another_class() -> None:
    (item,) = made(PASSAGE)
    assert isinstance(item.response, Gap)
    found = re.findall(r"(\w+)\{\{(\d+)\}\}", item.prompt)
    words = [(kept, item.response.answers[int(number) - 1][0]) for kept, number in found]
    open_words = [(kept, part) for kept, part in words if kept + part != "untuk"]
    assert all(not rivals(kept + part, len(kept)) for kept, part in open_words)


def test_a_word_with_rivals_stays_whole() -> None:
    """*harga* after *har* could be *harap* or *harta*, *datang* and *dari* have theirs."""
    (item,) = made(PASSAGE)
    assert all(f" {word}" in item.prompt for word in ("harga", "datang", "dari", "kecil"))


def test_a_passage_that_points_back_gives_nothing() -> None:
    assert made(PASSAGE.replace("Pasar terapung", "Pasar tersebut", 1).partition("Pemer")[0]) == []


def test_a_short_text_gives_nothing() -> None:
    assert made(PASSAGE.partition("Sebagian")[0]) == []
