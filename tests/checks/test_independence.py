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
    MultiChoice,
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


SPEAKER = short(
    "w",
    "Ratna Wulandari",
    "s1",
    prompt="Siapa yang mengatakan “Panen naik”?",
    question_word="siapa",
)


def test_a_question_on_somebodys_office_tells_not_who_said_something() -> None:
    assert not conflict(OFFICE, SPEAKER)


def test_a_question_that_names_a_speaker_as_one_tells_who_said_something() -> None:
    assert conflict(short("q", "Senin", "s1", prompt="Kapan Ratna Wulandari berbicara?"), SPEAKER)


def test_a_way_of_asking_is_no_fact() -> None:
    facts = [("form:office", f"office:{name}") for name in ("Ratna", "Budi")]
    one = short("a", "Ratna", "s1", prompt="Siapa bupati?", facts=facts[0])
    other = short("b", "Budi", "s2", prompt="Siapa camat?", facts=facts[1])
    assert not conflict(one, other)
    assert conflict(one, replace(other, facts=facts[0]))


def test_what_an_acronym_stands_for_is_told_wherever_it_stands_on_a_sheet() -> None:
    full = "Dinas Perikanan Bogor"
    spelled = short("a", full, "s1", prompt="Apa kepanjangan DPB?", facts=("acronym:DPB",))
    options = (Option(text=f"Kepala {full}", correct=True), Option(text="Bupati Bogor"))
    told = item("o", Choice(options=options), "s2", prompt="Apa jabatan Ratna?")
    assert conflict(spelled, told)
    assert all(clashes([told, spelled]))
    assert not conflict(spelled, replace(told, response=Choice(options=options[1:])))


def test_two_questions_on_a_sentence_are_apart_if_neither_has_a_word_of_the_others_answer() -> None:
    who = short("a", "Warga desa", "s2", prompt="Siapa yang gembira?", facts=("s2",))
    many = short("b", "40 kolam", "s2", prompt="Berapa yang digali?", facts=("s2",))
    assert not conflict(who, many)
    assert conflict(who, replace(many, prompt="Berapa yang digali warga?"))


def test_several_right_names_shut_out_what_has_one_of_their_options_as_option_or_answer() -> None:
    names = (Option(text="Kudus", correct=True), Option(text="Jepara", correct=True))
    several = item("n", MultiChoice(options=(*names, Option(text="Demak"))), "s1")
    assert conflict(several, short("w", "Di Kudus", "s2", prompt="Di mana kolam digali?"))
    assert conflict(table("Kolam digali di Demak.", reveals=("s2",)), several)
    assert not conflict(several, short("w", "Di Pati", "s2", prompt="Di mana kolam digali?"))


def test_where_something_stands_is_told_by_no_other_item_on_its_sentence() -> None:
    options = (Option(text="2", correct=True), Option(text="1"), Option(text="3"))
    where = item("f", Choice(options=options), "s2", text="numbered", facts=("where:count",))
    assert not conflict(where, table(QUOTES["s2"], reveals=("s2",)))
    assert not conflict(where, short("m", "40 kolam", "s2", prompt="Berapa kolam digali?"))


def test_one_figure_of_the_same_things_is_one_fact_in_two_sentences() -> None:
    first = short("a", "42", "s1", prompt="Berapa mahasiswa yang dibawa bus itu?")
    second = short("b", "42", "s2", prompt="Bus itu mengangkut berapa mahasiswa?")
    other = short("c", "42", "s2", prompt="Berapa rumah yang rusak?")
    assert conflict(first, second)
    assert not conflict(first, other)
