import pytest

from quizgen.errors import InputError, UnknownNameError
from quizgen.search import Concordance, Scope, index_of, search

from . import sample


def found(query: str, **options: object) -> list[str]:
    lines: Concordance = search(query, index_of(sample.documents()), **options)  # type: ignore[arg-type]
    return [line.hit for line in lines.lines]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("besar", ["besar", "besar"]),
        ("HARGA", ["harga", "Harga"]),
        ("kata:harga", ["harga", "Harga"]),
        ("ha*", ["harga", "Harga"]),
        ("*an", ["mengumumkan", "diumumkan", "Ilmuwan", "kemerah-merahan", "kesehatan"]),
        ("entri:mengumumkan", ["mengumumkan", "diumumkan"]),
        ("lema:umum", ["mengumumkan", "diumumkan"]),
        ("akar:kenal", ["memperkenalkannya"]),
        ("tidakada", []),
    ],
)
def test_words_are_found_by_form_headword_lemma_and_root(query: str, hits: list[str]) -> None:
    assert found(query) == hits


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("meN-…-kan", ["mengumumkan"]),
        ("mem-...-kan", ["mengumumkan"]),
        ("meN-per-…-kan", ["memperkenalkannya"]),
        ("meN-+per-+…+-kan", ["memperkenalkannya"]),
        ("meN-per-…-kan-nya", ["memperkenalkannya"]),
        ("meN-…-kan-nya", []),
        ("*…-kan", ["mengumumkan", "diumumkan", "memperkenalkannya"]),
        ("ke-…-an", ["kesehatan"]),
        ("R", ["negara-negara"]),
        ("ke-R-an", ["kemerah-merahan"]),
        ("imbuhan:-kan", ["mengumumkan", "diumumkan", "memperkenalkannya"]),
        ("per-", ["memperkenalkannya"]),
        ("imbuhan:R", ["negara-negara", "kemerah-merahan"]),
    ],
)
def test_words_are_found_by_their_affixes(query: str, hits: list[str]) -> None:
    assert found(query) == hits


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("pos:ADJ", ["besar", "kemerah-merahan", "besar"]),
        ("pos:adjektiva", ["besar", "kemerah-merahan", "besar"]),
        ("pos:SCONJ|VERB", ["mengumumkan", "bahwa", "diumumkan", "memperkenalkannya"]),
        ("akar:umum&imbuhan:di-", ["diumumkan"]),
        ("akar:besar&pos:VERB", []),
        ("entitas:ORG", ["Bank Indonesia", "Bank Indonesia"]),
        ("entitas:org", ["Bank Indonesia", "Bank Indonesia"]),
        ('entitas:"indonesia pusat"', ["Bank Indonesia", "Bank Indonesia"]),
        ("entitas:indo*", ["Bank Indonesia", "Bank Indonesia"]),
        ("entitas:PER", []),
    ],
)
def test_words_and_names_are_found_by_part_of_speech_and_type(query: str, hits: list[str]) -> None:
    assert found(query) == hits


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("entitas:ORG pos:VERB", ["Bank Indonesia mengumumkan"]),
        ("pos:VERB entitas:ORG", ["diumumkan Bank Indonesia"]),
        ("besar meN-per-…-kan", ["besar memperkenalkannya"]),
        ("memperkenalkannya besar", []),
        ("tanda kesehatan besar", ["tanda kesehatan besar"]),
        ("mengumumkan * harga", ["mengumumkan bahwa harga"]),
        ("mengumumkan [1-2] naik", ["mengumumkan bahwa harga naik"]),
        ("mengumumkan [0-1] naik", []),
        ("mengumumkan * [1] naik", ["mengumumkan bahwa harga naik"]),
        ("kemerah-merahan * tanda", ["kemerah-merahan , tanda"]),
    ],
)
def test_several_terms_are_found_in_a_row_with_their_gaps(query: str, hits: list[str]) -> None:
    assert found(query) == hits


def test_a_search_is_narrowed_to_level_topic_and_texts() -> None:
    assert found("pos:VERB", where=Scope(level=4)) == ["memperkenalkannya"]
    assert found("pos:VERB", where=Scope(topic="sains")) == ["memperkenalkannya"]
    assert found("pos:VERB", where=Scope(articles=("langit-4",))) == ["memperkenalkannya"]
    assert found("pos:VERB", where=Scope(level=7)) == []


@pytest.mark.parametrize(
    "query", ["", "*", "[1]", "besar [1]", "besar [3-1] itu", "besar [99] itu", 'kata:"besar',
              "kata:", "kata:\x1f", '"', "mex-…", "…-xan", "-x", "a|", "meN-…-…"]
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_line(query: str) -> None:
    with pytest.raises(InputError) as told:
        found(query)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("warna:biru", Scope()),
        ("pos:KATA", Scope()),
        ("besar", Scope(articles=("bank-9",))),
        ("besar", Scope(topic="laut")),
    ],
)
def test_a_name_that_is_unknown_is_told_with_those_there_are(query: str, where: Scope) -> None:
    with pytest.raises(UnknownNameError, match="choose from"):
        found(query, where=where)


@pytest.mark.parametrize("query", ["(", "a'b", "naik.", "$", "kata:%", "ä", "NOT", "harga)", "-"])
def test_signs_that_an_index_would_read_as_its_own_do_no_harm(query: str) -> None:
    assert found(query) == []


def test_a_punctuation_mark_is_found() -> None:
    assert found(",") == [","]
