from quizgen.language.annotate import annotate
from quizgen.model import Article


def test_a_pronoun_after_somebody_called_by_initials_is_left_open() -> None:
    document = annotate(
        Article(
            id="uji",
            paragraphs=(
                "Kapolres Banjarbaru Lukman Hadinata mengatakan lima tersangka ditangkap,"
                " termasuk perempuan berinisial NS (22).",
                "NS bertugas menelepon korban. Dengan suara ramah, ia mengaku sebagai petugas.",
            ),
        )
    )
    assert [r for r in document.references if r.anaphor == "ia"] == []
