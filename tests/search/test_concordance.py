from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.search import index_of, search
from quizgen.search.concordance import hits
from quizgen.search.fts import Scope
from quizgen.search.match import find
from quizgen.search.page import page
from quizgen.search.query import Query, read_query
from quizgen.search.record import records, text_of

from . import sample

DOCUMENTS = sample.documents()
INDEX = index_of(DOCUMENTS)
TERMS = ("besar", "harga", "ha*", "*an", "pos:VERB", "pos:NOUN|ADJ", "meN-…-kan", "*…-kan", "R",
         "imbuhan:-kan", "entitas:ORG", "entitas:indonesia", "akar:umum&pos:VERB",
         "pos:PUNCT", "*")  # fmt: skip
GAPS = ("", "[0-2]", "[1]", "*")


def scanned(query: Query) -> Iterator[tuple[str, str, tuple[int, int]]]:
    for document in DOCUMENTS:
        for record in records(document):
            for place in find(query, record):
                yield text_of(document).id, record.id, place


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(TERMS), st.sampled_from(GAPS)), min_size=1, max_size=3))
def test_the_index_finds_what_reading_every_sentence_finds(parts: list[tuple[str, str]]) -> None:
    typed = " ".join(f"{gap} {term}" for term, gap in parts).split()
    typed = typed[1:] if typed[0].startswith("[") else typed
    if set(typed) <= {"*", *GAPS}:
        return
    query = read_query(" ".join(typed))
    found = [(text.id, record.id, place) for text, record, place in hits(query, INDEX, Scope())]
    assert found == list(scanned(query))


def test_a_line_has_its_context_and_its_place_in_the_sentence() -> None:
    (line,) = search("bahwa", INDEX, context=2).lines
    assert (line.left, line.hit, line.right) == ("Indonesia mengumumkan", "bahwa", "harga naik")
    assert line.text[line.start : line.end] == "bahwa"
    assert (line.article, line.sentence, line.level) == ("bank-3", "s1", 3)


def test_no_context_is_no_word_on_either_side() -> None:
    (line,) = search("bahwa", INDEX, context=0).lines
    assert (line.left, line.right) == ("", "")


def test_lines_are_sorted_by_the_words_beside_the_hit() -> None:
    by = {order: [line.hit for line in search("pos:VERB", INDEX, order=order).lines]
          for order in ("text", "left", "hit")}  # fmt: skip
    assert by["text"] == ["mengumumkan", "diumumkan", "memperkenalkannya"]
    assert by["left"] == ["memperkenalkannya", "mengumumkan", "diumumkan"]
    assert by["hit"] == sorted(by["text"])
    assert [line.sentence for line in search("besar", INDEX, order="right").lines] == ["s2", "s1"]


@pytest.mark.parametrize(
    ("query", "total"),
    [("pos:NOUN", 10), ("ha*", 2), ("imbuhan:-kan", 3), ("entitas:ORG", 2), ("pos:NOUN *", 10)],
)
def test_all_places_are_counted_where_only_one_line_is_asked_for(query: str, total: int) -> None:
    found = search(query, INDEX, limit=1)
    assert (len(found.lines), found.total) == (1, total)
    assert len(search(query, INDEX, limit=None).lines) == total


def test_the_count_keeps_to_the_texts_asked_for() -> None:
    assert search("besar", INDEX, limit=1, where=Scope(level=3)).total == 0
    assert search("harga", INDEX, limit=1, where=Scope(level=3)).total == 2


def test_the_frame_has_a_row_a_line_and_the_notebook_shows_the_hits() -> None:
    found = search("besar", INDEX)
    assert list(found.frame()["hit"]) == ["besar", "besar"]
    assert found._repr_html_().count("<b>besar</b>") == 2


def test_a_page_needs_no_network_and_runs_no_script() -> None:
    html = page(search('entitas:"bank"|<i>', INDEX))
    assert "default-src 'none'" in html
    assert "<script" not in html
    assert "http" not in html.replace("http-equiv", "")
    assert "<i>" not in html
    assert "&lt;i&gt;" in html
