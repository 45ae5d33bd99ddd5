"""The whole analysis of an article."""

import datetime as dt
import itertools
import subprocess
import sys

from quizgen.language.annotate import annotate
from quizgen.language.levels import level, zipf
from quizgen.model import Article, Document

ARTICLE = Article(
    id="a",
    paragraphs=(
        "Pemerintah Kota Bandung membangun tiga jembatan baru pada 12 Maret 2025.",
        "Rencana",
        "“Pembangunan itu dipercepat demi kemaslahatan warga,” kata Bambang Suryadi.",
    ),
    headings=frozenset({1}),
    date=dt.date(2025, 3, 14),
)


def analysed(*paragraphs: str) -> Document:
    return annotate(Article(id="a", paragraphs=paragraphs))


def test_tokens_lie_where_they_say() -> None:
    document = annotate(ARTICLE)
    tokens = [token for sentence in document.sentences for token in sentence.tokens]
    assert len(tokens) > 20
    assert all(ARTICLE.text[token.start : token.end] == token.text for token in tokens)


def test_a_token_carries_its_morphology() -> None:
    sentence = annotate(ARTICLE).sentences[1]
    token = next(token for token in sentence.tokens if token.text == "dipercepat")
    assert (token.upos, token.lemma, token.headword) == ("VERB", "cepat", "mempercepat")
    assert token.segments == ("di-", "per-", "cepat")
    assert token.head == sentence.tokens.index(token) or token.deprel != "root"
    assert 0 < token.attachment <= 1


def test_entities_lie_where_they_say_and_never_overlap() -> None:
    entities = annotate(ARTICLE).entities
    assert all(ARTICLE.text[e.start : e.end] == e.quote for e in entities)
    assert all(a.end <= b.start for a, b in itertools.pairwise(entities))


def test_amounts_and_dates_are_among_the_entities() -> None:
    values = {entity.quote: entity.value for entity in annotate(ARTICLE).entities}
    assert values["12 Maret 2025"] == "2025-03-12"


def test_vocabulary_offers_rare_content_words_but_no_names() -> None:
    notes = {note.form: note for note in annotate(ARTICLE).vocabulary}
    assert "kemaslahatan" in notes
    assert notes["kemaslahatan"].sentence == "s2"
    assert "jarang" in notes["kemaslahatan"].why
    assert not {"Bambang", "Suryadi", "itu"} & set(notes)


def test_nonstandard_words_are_reported_with_their_standard_form() -> None:
    (notice,) = analysed("Kerjasama itu beresiko, silahkan dicoba dimana saja.").notices
    assert "kerjasama (baku: kerja sama)" in notice
    assert "dimana (baku: di mana)" in notice


def test_a_sensitive_topic_is_reported() -> None:
    (notice,) = analysed("Polisi menyelidiki dugaan kekerasan seksual di sana.").notices
    assert "kekerasan seksual" in notice


def test_a_harmless_text_has_no_notices() -> None:
    assert analysed("Ani membaca buku di taman.").notices == ()


def test_the_same_article_gives_the_same_document() -> None:
    assert annotate(ARTICLE) == annotate(ARTICLE)


def test_an_empty_article_gives_an_empty_document() -> None:
    document = analysed("")
    assert (document.sentences, document.entities, document.vocabulary) == ((), (), ())


def test_importing_the_module_loads_no_model_library() -> None:
    code = (
        "import sys, quizgen.language.annotate; "
        "print(sorted({'wordfreq', 'pycrfsuite'} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


def test_a_common_word_has_a_lower_level_than_a_rare_one() -> None:
    assert level(zipf("rumah")) < level(zipf("kemaslahatan"))


def test_an_unknown_word_has_frequency_zero() -> None:
    assert zipf("xqztrw") == 0.0
