"""Every form that names one person in a short answer."""

from quizgen.exercises.common.names import name_forms
from quizgen.language.annotate import annotate
from quizgen.model import Article


def test_the_words_of_a_noble_title_are_no_names_by_themselves() -> None:
    text = "Ketua panitia Datuk Rajo Mulia Syafrizal membuka festival durian di Padang."
    document = annotate(Article(id="uji", paragraphs=(text,)))
    forms = name_forms("Datuk Rajo Mulia Syafrizal", document)
    assert set(forms) == {"Datuk Rajo Mulia Syafrizal", "Syafrizal"}


def test_a_name_with_its_form_of_address_is_a_form_of_it() -> None:
    text = "Pengasuh pesantren Kiai Hamid Syafii datang. “Cucu saya sehat,” kata Kiai Hamid."
    document = annotate(Article(id="uji", paragraphs=(text,)))
    assert "Kiai Hamid" in name_forms("Hamid Syafii", document)
