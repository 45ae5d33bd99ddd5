"""A cause is asked for where the text gives one, of a thing that the question names."""

import random

from quizgen.exercises.cause import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.model import Article

DELAYED = "Laga di Kudus ditunda dua jam karena lapangan tergenang air."
STEM = "Mengapa laga di Kudus ditunda dua jam?"


def stems(*sentences: str) -> list[str]:
    document = annotate(Article(id="uji", paragraphs=(" ".join(sentences),)))
    return [item.prompt for item in EXERCISE.generate(document, random.Random(1))]


def test_a_sole_cause_is_asked_for() -> None:
    assert STEM in stems(DELAYED, "Penonton tetap bertahan di tribun.")


def test_a_cause_that_the_next_sentence_adds_to_is_not() -> None:
    assert STEM not in stems(DELAYED, "Selain itu, lampu stadion sempat padam.")


def test_a_cause_that_another_sentence_tells_in_other_words_is_not() -> None:
    assert STEM not in stems(DELAYED, "Penyebab laga ditunda dua jam adalah lampu yang padam.")


def test_what_only_points_back_is_not_asked_about() -> None:
    found = stems(
        "Sebanyak 40 rumah rusak di Desa Kenari.",
        "Jumlah tersebut masih bertambah karena satu dusun belum didatangi petugas.",
    )
    assert not [stem for stem in found if "jumlah tersebut" in stem.lower()]
