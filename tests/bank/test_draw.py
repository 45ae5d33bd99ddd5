"""A sheet of several texts can be used: every item has its text, and no fact is asked twice."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import pipeline
from quizgen.bank.draw import draw
from quizgen.bank.merge import Places, merge_texts, move, places
from quizgen.bank.search import Wish, find
from quizgen.errors import InputError
from quizgen.language.annotate import annotate
from quizgen.model import FORM, Choice, Evidence, Item, Option
from quizgen.worksheet import Plan

PLAN = Plan(count=12)


def asked(item: Item) -> Item:
    options = (
        Option(text="benar", correct=True, why="Kalimat 2 menyebutnya (kalimat 1 dan 2)."),
        Option(text="salah", why="Itu isi paragraf 1.", evidence=Evidence("s1", "Warga")),
    )
    return replace(item, response=Choice(options=options))


def test_no_fact_is_asked_twice_and_every_proof_stands_in_the_passage(bank: Path) -> None:
    drawn = draw(bank, Wish(), PLAN, texts=4)
    sheet = pipeline.make_worksheet(drawn.document, PLAN, items=drawn.vetted.kept)
    items = [item for _, item in sheet.items()]
    facts = [fact for item in items for fact in item.facts if not fact.startswith(FORM)]
    assert len(drawn.texts) >= 2
    assert len(items) >= 6
    assert len(set(facts)) == len(facts)
    for item in items:
        for proof in item.evidence:
            assert proof.quote in drawn.document.sentence(proof.sentence).text


def test_the_same_wish_draws_the_same_sheet(bank: Path) -> None:
    first, second = (draw(bank, Wish(topic="pasar"), PLAN, texts=2) for _ in range(2))
    assert first == second


def test_another_seed_draws_from_other_texts(bank: Path) -> None:
    drawn = {
        draw(bank, Wish(types=("synonym",)), replace(PLAN, seed=seed), texts=1).texts
        for seed in range(5)
    }
    assert len(drawn) >= 2


def test_an_item_that_needs_its_text_says_which_of_several_it_is(bank: Path) -> None:
    drawn = draw(bank, Wish(), PLAN, texts=4)
    headings = [drawn.document.article.paragraphs[at] for at in drawn.document.article.headings]
    assert len(headings) == len(drawn.texts)
    assert all(text.startswith("Teks ") for text in headings)
    asking = [item for item in drawn.vetted.kept if item.type == "detail"]
    assert asking
    for item in asking:
        number = int(item.prompt.removeprefix("(Teks ").split(")")[0])
        place = sorted(drawn.document.article.headings)[number - 1]
        start = sum(len(text) + 2 for text in drawn.document.article.paragraphs[:place])
        assert drawn.document.sentence(item.evidence[0].sentence).start > start


def test_a_text_that_only_words_are_asked_of_is_printed_in_part(bank: Path) -> None:
    wish = Wish(types=("synonym",), headwords=("memperoleh",))
    drawn = draw(bank, wish, Plan(count=4), texts=1)
    assert drawn.texts == ("kebun",)
    assert len(drawn.document.article.paragraphs) == 1


def test_one_text_that_is_needed_whole_stays_as_it_is(bank: Path) -> None:
    drawn = draw(bank, Wish(types=("detail",), topic="pasar"), PLAN, texts=1)
    (found,) = find(bank, Wish(topic="pasar"), texts=1, enough=9)
    assert drawn.document.article.paragraphs == found.article.paragraphs
    assert drawn.document.article.title == "Pasar Sukamaju Dibuka"
    assert not any(item.prompt.startswith("(Teks") for item in drawn.vetted.kept)


def test_numbers_that_an_item_cites_move_with_it() -> None:
    item = Item(
        id="a", type="meaning", response=Choice(options=()), process="interpret", level=3,
        prompt="Makna kata *baru* pada kalimat (2) adalah ….", evidence=(Evidence("s2", "baru"),),
        explanation="Lihat kalimat nomor 1, 2, dan 3.", reveals=("s1",),
    )  # fmt: skip
    to = Places(sentences={"s1": "s11", "s2": "s12", "s3": "s13"}, paragraphs={1: 5})
    moved = move(asked(item), to)
    assert moved is not None
    assert moved.prompt == "Makna kata *baru* pada kalimat (12) adalah …."
    assert moved.explanation == "Lihat kalimat nomor 11, 12, dan 13."
    assert (moved.evidence[0].sentence, moved.reveals) == ("s12", ("s11",))
    assert isinstance(moved.response, Choice)
    right, wrong = moved.response.options
    assert right.why == "Kalimat 12 menyebutnya (kalimat 11 dan 12)."
    assert wrong.why == "Itu isi paragraf 5."
    assert wrong.evidence == Evidence("s11", "Warga")
    assert (
        move(asked(item), Places(sentences={"s1": "s11", "s2": "s12"}, paragraphs={1: 5})) is None
    )


def test_sentences_of_the_passage_are_those_of_the_texts(bank: Path) -> None:
    found = find(bank, Wish(), texts=4, enough=1_000)
    shown = [(), (2,), (1,), ()]
    document = annotate(merge_texts(found, shown))
    for each, to, wanted in zip(found, places(found, shown, document), shown, strict=True):
        old = {
            id: text for id, paragraph, text in each.sentences if not wanted or paragraph in wanted
        }
        assert set(to.sentences) == set(old)
        assert all(document.sentence(to.sentences[id]).text == old[id] for id in old)


def test_nothing_that_fits_is_told(bank: Path) -> None:
    with pytest.raises(InputError, match="has no such item"):
        draw(bank, Wish(types=("who-said",)), PLAN, texts=3)


@pytest.mark.parametrize("fact", ["where:s1:percent", "place-names-negara"])
def test_what_only_a_whole_text_tells_is_not_asked_among_others(fact: str) -> None:
    item = asked(Item(id="a", type="detail", response=Choice(options=()), prompt="Apa?",
                      evidence=(Evidence("s1", "Warga"),), process="locate", level=3))  # fmt: skip
    to = Places(sentences={"s1": "s2", "s2": "s3"}, paragraphs={1: 1})
    assert move(item, to) is not None
    assert move(replace(item, facts=(fact,)), to) is None
