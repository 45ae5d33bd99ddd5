import pytest

from quizgen.language.syllables import syllabify


@pytest.mark.parametrize(
    "divided",
    [
        "ke·mit·ra·an", "mem·per·ce·pat", "pe·me·rin·tah·an", "meng·am·bil", "me·nu·lis",
        "pu·lau", "a·ir", "in·dus·tri", "ma·sing-ma·sing", "meng·ha·da·pi", "su·ku bu·nga",
        "ob·li·ga·si", "pub·lik", "sau·da·ra", "wa·lau·pun", "la·ut", "be·ra·gam",
    ],
)  # fmt: skip
def test_words_are_divided_between_affixes_and_syllables(divided: str) -> None:
    assert syllabify(divided.replace("·", "")) == divided
