from quizgen.language.name_proofs import proven
from quizgen.model import Entity


def sure(text: str, name: str) -> float:
    start = text.index(name)
    doubtful = Entity(
        start=start, end=start + len(name), quote=name, type="PER", canonical=name, confidence=0.6
    )
    return proven([doubtful], text)[0].confidence


def test_an_age_in_brackets_proves_a_person() -> None:
    assert sure("Nilam Sariati (44 tahun) menunggu giliran.", "Nilam Sariati") > 0.9


def test_being_called_by_a_word_that_is_no_other_word_proves_a_person() -> None:
    text = "La Ode Harimu melaut. Kemarin Harimu pulang. Penghasilan Harimu berkurang."
    assert sure(text, "La Ode Harimu") > 0.9


def test_a_common_word_at_the_start_of_sentences_proves_nothing() -> None:
    text = "Warga Harapan menunggu. Warga pulang. Warga berharap."
    assert sure(text, "Warga Harapan") == 0.6


def test_being_called_once_where_something_is_said_is_enough() -> None:
    text = "Bidan Nirmala Dania memimpin tim itu. Menurut Nirmala, keduanya sehat."
    name = "Nirmala Dania"
    doubtful = Entity(start=6, end=19, quote=name, type="PER", canonical=name, confidence=0.8)
    (found,) = proven([doubtful], text)
    assert found.confidence > 0.9
