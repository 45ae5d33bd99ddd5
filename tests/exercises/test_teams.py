"""Reports on sport ask for teams, other texts for parties and firms."""

from quizgen.exercises.questions.ask import ask
from quizgen.language.annotate import annotate
from quizgen.model import Article

MATCH = (
    "Pelatih Bank Kenari, Seto Raharja, memuji pemainnya usai laga final voli itu.",
    "Wasit menghentikan set kedua selama lima menit.",
    "Bank Kenari berhak atas hadiah Rp500 juta.",
)


def stems(*sentences: str) -> list[str]:
    document = annotate(Article(id="uji", paragraphs=(" ".join(sentences),)))
    return [question.stem for question, _ in ask(document)]


def test_a_club_that_is_called_a_bank_is_a_team_on_the_field() -> None:
    assert "Tim mana yang berhak atas hadiah Rp500 juta?" in stems(*MATCH)


def test_a_bank_is_a_bank_elsewhere() -> None:
    assert "Bank apa yang berhak atas hadiah Rp500 juta?" in stems(MATCH[-1])


def test_a_body_that_nothing_shows_to_be_a_team_is_not_asked_for_in_a_report_on_sport() -> None:
    found = stems(*MATCH[:2], "Bank Melati berhak atas hadiah Rp300 juta.")
    assert not [stem for stem in found if "Rp300 juta" in stem]
