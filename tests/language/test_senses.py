"""Looking words up in a text and choosing their sense."""

import pytest

from quizgen.language.annotate import annotate
from quizgen.language.lookup import entries_in, look_up
from quizgen.language.senses import SURE, choose_sense
from quizgen.lexicon import Entry, Sense
from quizgen.model import Article, Token


def tokens(text: str) -> tuple[Token, ...]:
    (sentence,) = annotate(Article(id="uji", paragraphs=(text,))).sentences
    return sentence.tokens


def headwords(text: str) -> list[str]:
    return [found.entry.headword for found in entries_in(tokens(text))]


@pytest.mark.parametrize(
    ("form", "headword"),
    [
        ("dipercepatnya", "mempercepat"),
        ("kemitraan-kemitraan", "kemitraan"),
        ("gencatan  senjata", "gencatan senjata"),
        ("ijin", "izin"),
    ],
)
def test_any_form_of_a_word_leads_to_its_entry(form: str, headword: str) -> None:
    entry = look_up(form)
    assert entry is not None
    assert entry.headword == headword


def test_a_term_wins_over_its_words() -> None:
    assert "suku bunga acuan" in headwords("Bank sentral menaikkan suku bunga acuan pada Senin.")
    assert "bunga" not in headwords("Bank sentral menaikkan suku bunga acuan pada Senin.")


def test_a_name_is_no_word_of_the_dictionary() -> None:
    assert "harapan" not in headwords("Kapal Putri Harapan berlayar ke Ambon.")


def sense(upos: str, gloss: str, *collocations: str) -> Sense:
    return Sense(
        upos=upos, gloss=gloss, definition="", example="", collocations=collocations, synonyms=(),
        antonyms=(), semantic_class="object", register="netral", line=1,
    )  # fmt: skip


def entry(*senses: Sense) -> Entry:
    return Entry(
        headword="daya", root="daya", segments="daya", syllables="da·ya", nonstandard=(), level=3,
        senses=senses, line=1,
    )  # fmt: skip


def chosen(text: str, *senses: Sense) -> tuple[str, float]:
    from quizgen.language.lookup import Found

    words = tokens(text)
    index = next(i for i, token in enumerate(words) if token.text == "daya")
    found = choose_sense(Found(index, index + 1, entry(*senses)), words)
    return found.sense.gloss, found.confidence


def test_a_collocation_beside_the_word_decides() -> None:
    buying, power = (
        sense("NOUN", "power", "daya beli"),
        sense("NOUN", "electricity", "daya listrik"),
    )
    gloss, confidence = chosen("Warga menambah daya listrik di rumah.", buying, power)
    assert (gloss, confidence >= SURE) == ("electricity", True)


def test_without_a_clue_no_sense_is_sure() -> None:
    senses = sense("NOUN", "power", "daya beli"), sense("NOUN", "electricity", "daya listrik")
    assert chosen("Warga membicarakan daya pada rapat.", *senses)[1] < SURE


def test_a_word_used_as_another_part_of_speech_is_never_sure() -> None:
    assert chosen("Warga membicarakan daya pada rapat.", sense("VERB", "to trick"))[1] < SURE
