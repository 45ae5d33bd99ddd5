"""The tables for quiz games: read back by the layout of each import template, and answered."""

import csv
import io
from dataclasses import dataclass, replace
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from quizgen import corpus, pipeline
from quizgen.formats import blooket, kahoot, wayground
from quizgen.interfaces import formats, omissions_of
from quizgen.model import (
    Categorise,
    Choice,
    FreeText,
    Gap,
    Item,
    MultiChoice,
    Option,
    ShortAnswer,
    Statement,
    Worksheet,
)
from quizgen.worksheet import Plan

from . import sample
from .answers import bare, items, right_and_wrong, sheet, words

GAMES = [kahoot.FORMAT, blooket.FORMAT, wayground.FORMAT]
each_game = pytest.mark.parametrize("game", GAMES, ids=lambda game: game.name)
KAHOOT_TIMES = {5, 10, 20, 30, 60, 90, 120, 240}


@dataclass
class Question:
    text: str
    kind: str
    options: list[str]
    right: list[int]
    seconds: int
    why: str = ""

    def grade(self, answer: Any) -> bool:
        if self.kind == "Fill-in-the-Blank":
            return answer.casefold() in {option.casefold() for option in self.options}
        picked = [answer] if isinstance(answer, str) else answer
        assert set(picked) <= set(self.options)
        return sorted(self.options.index(each) + 1 for each in picked) == self.right


def rows_of(data: bytes) -> list[list[Any]]:
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    for line in page.iter_rows():
        assert all(cell.data_type in "sn" for cell in line)
        assert all(cell.hyperlink is None for cell in line)
    return [["" if v is None else v for v in line] for line in page.iter_rows(values_only=True)]


def read(game, worksheet: Worksheet) -> list[Question]:
    data = game.render(worksheet, edition="teacher")
    if game is wayground.FORMAT:
        head, about, *rows = rows_of(data)
        assert head[:3] == ["Question Text", "Question Type", "Option 1"]
        assert head[7:] == ["Correct Answer", "Time in seconds", "Image Link", "Answer explanation"]
        assert about[0].startswith("Text of the question")
        return [_question(r[0], r[1], r[2:7], r[7], r[8], r[10]) for r in rows]
    if game is kahoot.FORMAT:
        rows = rows_of(data)
        assert rows[7][1] == "Question - max 120 characters"
        rows = rows[8:]
    else:
        title, head, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
        assert title[0] == "Blooket\nImport Template"
        assert (head[1], head[7]) == ("Question Text", "Correct Answer(s)\n(Only include Answer #)")
    assert [int(row[0]) for row in rows] == list(range(1, len(rows) + 1))
    return [_question(r[1], "", r[2:6], r[7], r[6]) for r in rows]


def _question(text, kind, options, right, seconds, why="") -> Question:
    numbers = [int(each) for each in str(right).split(",") if each]
    filled = [option for option in options if option]
    assert options[: len(filled)] == filled
    assert set(numbers) <= set(range(1, len(filled) + 1))
    return Question(text, kind, filled, numbers, int(seconds), why)


def check(game, worksheet: Worksheet) -> int:
    """Answer all questions of a file, in the order of the sheet; return their number."""
    questions = read(game, worksheet)
    at = 0
    for _, item in worksheet.items():
        if item.response.kind in game.leaves_out:
            continue
        right, wrong = right_and_wrong(item)
        for text, good, bad in parts(item, right, wrong):
            question = questions[at]
            at += 1
            assert text in question.text
            if isinstance(item.response, FreeText):
                assert (question.kind, question.options, question.right) == ("Open-Ended", [], [])
            else:
                assert question.grade(good)
                assert not question.grade(bad)
    assert at == len(questions)
    return at


def parts(item: Item, right: Any, wrong: Any) -> list[tuple[str, Any, Any]]:
    match item.response:
        case Categorise(statements=statements):
            return [(bare(s.text), right[bare(s.text)], wrong[bare(s.text)]) for s in statements]
        case Gap() | ShortAnswer():
            asked = bare(item.prompt.split("{{")[0]).strip()
            return [(asked, a, b) for a, b in zip(right, wrong, strict=True)]
        case _:
            return [(bare(item.prompt), right, wrong)]


@pytest.mark.parametrize(("game", "count"), [*zip(GAMES, (6, 5, 15), strict=True)])
def test_right_answers_count_and_wrong_ones_do_not(worksheet, game, count):
    assert check(game, worksheet) == count


@each_game
def test_every_kind_is_there_or_left_out_with_a_reason(worksheet, game):
    left_out = set(game.leaves_out)
    kinds = {item.response.kind for _, item in worksheet.items()}
    assert left_out <= kinds
    one_kind = lambda kind: [i for _, i in worksheet.items() if i.response.kind == kind]  # noqa: E731
    for kind in kinds:
        section = replace(worksheet.sections[0], items=tuple(one_kind(kind)))
        found = read(game, replace(worksheet, sections=(section,)))
        assert bool(found) is (kind not in left_out)


@each_game
def test_sheets_of_the_corpus_fit_or_are_said_not_to(game):
    made = pipeline.make_worksheet(corpus.load_document("putin-pyongyang-4"), Plan(count=20))
    said = [each for each in game.omits(made) if each.startswith("leaves out")]
    expected = sum(
        len(parts(item, *right_and_wrong(item)))
        for _, item in made.items()
        if item.response.kind not in game.leaves_out
    )
    assert len(read(game, made)) + len(said) == expected


def only(worksheet: Worksheet, item: Item) -> Worksheet:
    section = replace(worksheet.sections[0], items=(item,))
    return replace(worksheet, sections=(section,))


def choice(*texts: str, prompt: str = "Apa?") -> Item:
    options = tuple(Option(text=text, correct=not n) for n, text in enumerate(texts))
    return replace(sample.CHOICE, prompt=prompt, response=Choice(options=options))


@pytest.mark.parametrize(
    ("item", "fits", "reason"),
    [
        (choice("a", "b", prompt="x" * 120), True, ""),
        (choice("a", "b", prompt="x" * 121), False, "the question has 121 characters"),
        (choice("a" * 75, "b"), True, ""),
        (choice("a" * 76, "b"), False, "an answer has 76 characters"),
        (choice("a", "b", "c", "d"), True, ""),
        (choice("a", "b", "c", "d", "e"), False, "it has 5 answers, and Kahoot! takes 4"),
    ],
)
def test_what_is_too_long_is_left_out_whole_and_said(worksheet, item, fits, reason):
    made = only(worksheet, item)
    assert bool(read(kahoot.FORMAT, made)) is fits
    said = [each for each in kahoot.FORMAT.omits(made) if reason and reason in each]
    assert len(said) == (not fits)


@pytest.mark.parametrize(("game", "most"), [*zip(GAMES, (4, 4, 5), strict=True)])
def test_more_options_than_columns_are_left_out_and_said(worksheet, game, most):
    letters = "abcdefg"
    assert len(read(game, only(worksheet, choice(*letters[:most])))) == 1
    made = only(worksheet, choice(*letters[: most + 1]))
    assert read(game, made) == []
    assert any(f"{most + 1} answers" in each for each in game.omits(made))


def test_more_accepted_answers_than_columns_are_left_out_and_said(worksheet):
    for count, fits in ((5, True), (6, False)):
        response = ShortAnswer(answers=(tuple("abcdef"[:count]),))
        made = only(worksheet, replace(sample.SHORT_ANSWER, response=response))
        assert bool(read(wayground.FORMAT, made)) is fits
        said = [each for each in wayground.FORMAT.omits(made) if "accepted forms" in each]
        assert len(said) == (not fits)


def test_a_long_bank_is_written_out(worksheet):
    bank = (*sample.BANKED_GAP.response.bank, Option(text="pergi"), Option(text="datang"))
    response = replace(sample.BANKED_GAP.response, bank=bank)
    found = read(wayground.FORMAT, only(worksheet, replace(sample.BANKED_GAP, response=response)))
    assert [question.kind for question in found] == ["Fill-in-the-Blank"] * 3
    assert all("pergi, datang" in question.text for question in found)
    assert [question.grade("dipilih") for question in found] == [True, False, False]


@each_game
def test_the_missing_passage_is_said_where_it_is_needed(worksheet, game):
    assert any("passage" in each for each in omissions_of(game, worksheet))
    alone = replace(worksheet, sections=tuple(s for s in worksheet.sections if s.hidden))
    assert not any("passage" in each for each in omissions_of(game, alone))


def test_times_are_offered_by_kahoot(worksheet):
    assert {question.seconds for question in read(kahoot.FORMAT, worksheet)} <= KAHOOT_TIMES


def test_one_answer_is_not_told_before_another_is_asked(worksheet):
    found = read(wayground.FORMAT, worksheet)
    judged = [q for q in found if q.options == ["Benar", "Salah"]]
    assert len(judged) == 3
    assert "setengah harga" not in judged[0].why
    assert judged[0].why.startswith("Jawaban: Benar\nPembahasan: Jumlahnya tiga (kalimat 1).")
    gaps = [q for q in found if q.kind == "Fill-in-the-Blank" and "Menanggapi kel" in q.text]
    assert [bool(question.why) for question in gaps] == [False, True]


def test_choices_and_essays_tell_their_reasons(worksheet):
    found = read(wayground.FORMAT, worksheet)
    assert "Teks tidak memuat permintaan dari sopir (kalimat 9)." in found[0].why
    assert any("2\u00a0poin: Menilai janji itu" in question.why for question in found)


def test_formats_that_hold_everything_omit_nothing(worksheet):
    tables = {"csv", *(game.name for game in GAMES)}
    for format in formats():
        if format.name not in tables:
            assert omissions_of(format, worksheet) == []


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "https://example.org", "1,5", "007", "'a", "_x0041_"]


@pytest.mark.parametrize("words", FORMULAS)
@each_game
def test_what_looks_like_a_formula_stays_a_text(worksheet, game, words):
    [question] = read(game, only(worksheet, choice(words, "lain")))
    assert question.options == [words, "lain"]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items(), words())
def test_any_words_survive_and_can_be_answered(made, title):
    worksheet = sheet(made, title)
    check(blooket.FORMAT, worksheet)
    check(wayground.FORMAT, worksheet)
    short = [item for item in made if isinstance(item.response, Choice | MultiChoice)]
    for item in short:
        found = read(kahoot.FORMAT, sheet((item,), title))
        said = [each for each in kahoot.FORMAT.omits(sheet((item,), title)) if "leaves out" in each]
        assert len(found) + len(said) == 1
        for question in found:
            assert len(question.text) <= 120
            assert question.text == bare(item.prompt)
            right, wrong = right_and_wrong(item)
            assert question.grade(right)
            assert not question.grade(wrong)


def test_a_statement_has_its_own_evidence(worksheet):
    statement = Statement(text="Satu.", category="Benar")
    response = Categorise(categories=("Benar", "Salah"), statements=(statement,))
    [question] = read(
        wayground.FORMAT, only(worksheet, replace(sample.CATEGORISE, response=response))
    )
    assert question.why == "Jawaban: Benar"
