"""Cloze passages: one gap a word class, one filler a gap."""

import random
import re

from quizgen.exercises.banked_cloze import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.model import Article, Gap, Item

PASSAGE = (
    "Pemerintah daerah akan membangun gedung museum karena koleksi lama rusak. "
    "Gedung lama digunakan oleh sekolah selama tiga tahun. "
    "Para murid mempelajari sejarah dalam perjalanan."
)


def made(passage: str) -> list[Item]:
    article = Article(id="uji", paragraphs=(passage,))
    return list(EXERCISE.generate(annotate(article), random.Random(1)))


def test_the_fillers_put_back_give_the_passage() -> None:
    (item,) = made(PASSAGE)
    assert isinstance(item.response, Gap)
    filled = item.prompt
    for number, fillers in enumerate(item.response.answers, start=1):
        filled = filled.replace(f"{{{{{number}}}}}", fillers[0])
    assert filled == PASSAGE


def test_every_filler_is_in_the_bank_and_nowhere_else_in_the_passage() -> None:
    (item,) = made(PASSAGE)
    assert isinstance(item.response, Gap)
    bank = {option.text: option.correct for option in item.response.bank}
    left = set(re.findall(r"\w+", item.prompt.lower()))
    for (filler,) in item.response.answers:
        assert bank[filler]
        assert filler not in left


def test_a_passage_that_begins_with_a_pronoun_is_not_used() -> None:
    assert made("Ia " + PASSAGE[0].lower() + PASSAGE[1:].replace(". ", "; ")) == []


def test_words_of_a_quotation_are_not_gapped() -> None:
    quoted = PASSAGE.replace("Gedung lama", "“Gedung lama").replace("tiga tahun.", "tiga tahun.”")
    (item,) = made(quoted)
    assert "digunakan oleh sekolah selama tiga tahun" in item.prompt


def test_the_passage_is_the_one_with_most_gaps_for_its_length() -> None:
    (item,) = made(PASSAGE + " Museum Wayang dan Museum Bahari adalah museum Jakarta.")
    assert item.reveals == ("s1", "s2", "s3")
