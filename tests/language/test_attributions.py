"""Who said the words of a quotation, where and when, as clause facts."""

from quizgen.language.annotate import annotate
from quizgen.language.fact import Fact
from quizgen.language.facts import facts
from quizgen.model import Article


def told(text: str) -> Fact:
    document = annotate(Article(id="uji", paragraphs=(text,)))
    (fact,) = (f for f in facts(document) if f.relation == "parataxis")
    return fact


def words(fact: Fact, start: int, end: int) -> str:
    return " ".join(token.text for token in fact.tokens[start:end])


def test_the_speaker_behind_the_verb_is_its_subject_with_the_title() -> None:
    fact = told("“Pasar ini akan dibuka lagi,” kata Wali Kota Rina Kusuma.")
    assert fact.subject is not None
    assert words(fact, fact.subject.start, fact.subject.end) == "Wali Kota Rina Kusuma"
    assert (fact.verb_form(), fact.voice) == ("kata", "active")


def test_place_and_date_behind_the_speaker_tell_where_and_when() -> None:
    fact = told("“Pasar ini akan dibuka lagi,” ujar Rina Kusuma di Makassar, Senin (5/5/2025).")
    found = [(a.role, words(fact, a.start, a.end)) for a in fact.adjuncts]
    assert [role for role, _ in found] == ["place", "time"]
    assert found[0][1] == "di Makassar"


def test_the_words_quoted_complete_the_verb() -> None:
    fact = told("“Pasar ini akan dibuka lagi,” kata Rina Kusuma.")
    assert fact.complement is not None
    said = words(fact, fact.complement.start, fact.complement.end)
    assert said == "Pasar ini akan dibuka lagi"
