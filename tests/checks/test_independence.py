"""Two items share a sheet unless they ask one fact or one gives the other's answer away."""

from dataclasses import replace
from itertools import combinations

import pytest

from quizgen.checks.independence import clashes, conflict
from quizgen.model import (
    Categorise,
    Choice,
    Evidence,
    Gap,
    Item,
    Option,
    Response,
    ShortAnswer,
    Statement,
)

QUOTES = {
    "s1": "Kepala Dinas Perikanan Ratna Wulandari mengatakan bahwa panen naik.",
    "s2": "Ia menambahkan bahwa 40 kolam baru digali.",
}


def item(id: str, response: Response, *sentences: str, prompt: str = "", **more: object) -> Item:
    fields: dict[str, object] = {"type": "detail", "process": "locate", "level": 3}
    evidence = tuple(Evidence(each, QUOTES[each]) for each in sentences)
    made = fields | {"facts": (id,)} | more
    return Item(id=id, response=response, prompt=prompt, evidence=evidence, **made)  # type: ignore[arg-type]


def table(*texts: str, altered: bool = False, reveals: tuple[str, ...] = ("s1",)) -> Item:
    change = "number" if altered else None
    rows = tuple(Statement(text=text, category="Benar", alteration=change) for text in texts)
    response = Categorise(categories=("Benar", "Salah"), statements=rows)
    return item("t", response, *reveals, prompt="Tentukan!", reveals=reveals)


def short(id: str, answer: str, *sentences: str, **more: object) -> Item:
    return item(id, ShortAnswer(answers=((answer,),)), *sentences, **more)  # type: ignore[arg-type]


OFFICE = short("o", "Kepala Dinas Perikanan", "s1", prompt="Apa jabatan Ratna Wulandari?")
POINTING = item(
    "p",
    Choice(options=(Option(text="Ratna Wulandari", correct=True), Option(text="Budi"))),
    "s2",
    "s1",
    prompt="Kata *ia* pada kalimat (2) merujuk pada ….",
    text="numbered",
)


def test_a_table_that_shows_no_word_of_an_answer_leaves_its_question_in() -> None:
    assert not conflict(OFFICE, table("Menurut Ratna Wulandari, panen naik."))


@pytest.mark.parametrize(
    "shown",
    [
        "Dinas terkait menyebut panen naik.",
        QUOTES["s1"],
    ],
)
def test_a_table_that_shows_a_word_of_an_answer_shuts_its_question_out(shown: str) -> None:
    assert conflict(OFFICE, table(shown))
    assert conflict(table(shown), OFFICE)


def test_a_figure_is_a_word_of_an_answer() -> None:
    many = short("m", "40 kolam", "s2", prompt="Berapa kolam digali?")
    assert conflict(many, table("Sebanyak 40 tambak digali.", reveals=("s2",)))
    assert not conflict(many, table("Ratna menambah keterangan.", reveals=("s2",)))


def test_an_altered_statement_on_a_sentence_shuts_its_questions_out() -> None:
    assert conflict(OFFICE, table("Menurut Ratna Wulandari, panen turun.", altered=True))


def test_a_cloze_shuts_out_whatever_its_sentences_answer() -> None:
    cloze = item("c", Gap(answers=(("naik",),)), "s1", prompt="Panen {{1}}.", reveals=("s1",))
    assert conflict(OFFICE, cloze)


def test_a_question_that_names_the_answer_of_another_on_its_sentence_shuts_it_out() -> None:
    who = short("w", "Ratna Wulandari", "s1", prompt="Siapa Kepala Dinas Perikanan?")
    assert conflict(short("q", "panen", "s1", prompt="Menurut Ratna Wulandari, apa naik?"), who)
    assert not conflict(short("q", "panen", "s1", prompt="Apa yang naik?"), who)


def test_what_a_word_points_to_is_not_given_away_by_the_sentence_that_names_it() -> None:
    assert not conflict(POINTING, table("Menurut Ratna Wulandari, panen naik."))
    assert not conflict(POINTING, OFFICE)


def test_what_a_word_points_to_is_given_away_by_its_own_sentence_in_full() -> None:
    told = "Menurut Ratna Wulandari, 40 kolam digali."
    assert conflict(POINTING, table(told, reveals=("s2",)))
    assert conflict(POINTING, short("q", "40", "s2", prompt="Menurut Ratna Wulandari, berapa?"))


def test_who_says_a_sentence_and_whom_its_pronoun_means_are_one_fact() -> None:
    speaker = short("w", "Ratna Wulandari", "s2", prompt="Siapa yang menambahkan itu?")
    assert conflict(POINTING, speaker)
    assert not conflict(POINTING, replace(speaker, evidence=(Evidence("s1", QUOTES["s1"]),)))


def test_items_that_name_no_fact_ask_one_if_proof_and_answer_are_the_same() -> None:
    one = short("a", "Ratna Wulandari", "s1", prompt="Siapa?", facts=())
    assert conflict(one, replace(one, id="b", prompt="Oleh siapa?"))
    assert not conflict(one, short("b", "panen", "s1", prompt="Apa?", facts=()))


def test_the_clashes_of_many_items_are_those_of_each_pair() -> None:
    rows = [table("Menurut Ratna Wulandari, panen naik."), OFFICE, POINTING]
    rows += [short("w", "Ratna Wulandari", "s2"), short("x", "panen", "s1", facts=("o",))]
    found = clashes(rows)
    for (at, one), (to, other) in combinations(enumerate(rows), 2):
        assert (to in found[at]) == (at in found[to]) == conflict(one, other)
    assert any(found)
