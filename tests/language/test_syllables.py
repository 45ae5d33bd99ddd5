import pytest

from quizgen.language.syllables import syllabify


@pytest.mark.parametrize(
    "divided",
    [
        "ke·mi·tra·an", "mem·per·ce·pat", "pe·me·rin·tah·an", "meng·am·bil", "me·nu·lis",
        "pu·lau", "a·ir", "in·dus·tri", "ma·sing-ma·sing", "meng·ha·da·pi", "su·ku bu·nga",
    ],
)  # fmt: skip
def test_words_are_divided_between_affixes_and_syllables(divided: str) -> None:
    assert syllabify(divided.replace("·", "")) == divided
