"""Events in the order of time."""

import random

from quizgen import corpus
from quizgen.exercises.sequence import EXERCISE
from quizgen.exercises.statements.events import annotated_events
from quizgen.language.annotate import annotate
from quizgen.model import Article, Document, Item, Ordering

TOLD = (
    "Bupati Ratna Kusuma meresmikan pasar ikan pada 5 Mei 2023.",
    "Wirawan Setia menanam bakau di pantai utara pada 12 Desember 2021.",
    "Pemerintah daerah membangun pasar ikan pada Februari 2022.",
    "Hendra Lesmana menyumbangkan perahu kayu pada 7 Maret 2023.",
)


def made(*paragraphs: str) -> list[Item]:
    return generate(annotate(Article(id="uji", paragraphs=paragraphs)))


def generate(document: Document) -> list[Item]:
    return list(EXERCISE.generate(document, random.Random(1)))


def texts(item: Item) -> list[str]:
    assert isinstance(item.response, Ordering)
    return [option.text for option in item.response.options]


def test_dated_clauses_of_any_text_are_put_in_order_without_their_dates() -> None:
    (item,) = made(*TOLD)
    found = texts(item)
    assert [text.split()[0] for text in found] == ["Wirawan", "Pemerintah", "Hendra", "Bupati"]
    assert not any(year in " ".join(found) for year in ("2021", "2022", "2023"))
    assert "12 Desember 2021 (kalimat 2)" in item.explanation


def test_three_dates_are_too_few() -> None:
    assert made(*TOLD[:3]) == []


def test_dates_that_may_overlap_are_not_ordered() -> None:
    assert made(*TOLD[:3], TOLD[3].replace("7 Maret 2023", "Februari 2022")) == []


def test_the_order_of_the_text_itself_ranks_low() -> None:
    shuffled, straight = made(*TOLD), made(*(TOLD[i] for i in (1, 2, 3, 0)))
    assert straight[0].rank < shuffled[0].rank


def test_events_of_the_corpus_stand_in_the_order_of_the_annotation() -> None:
    document = corpus.load_document("bulan-chandrayaan-4")
    (item,) = generate(document)
    order = [event.text for event in annotated_events(document)]
    assert texts(item) == sorted(texts(item), key=order.index)


def test_an_event_whose_wording_gives_its_year_is_left_out() -> None:
    for id in corpus.article_ids():
        events = annotated_events(corpus.load_document(id))
        assert not any(event.date and event.date[:4] in event.text for event in events)
