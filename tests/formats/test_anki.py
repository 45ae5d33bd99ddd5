"""The package, imported into a collection of Anki's own, its cards drawn and answered there."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from quizgen import corpus, pipeline
from quizgen.formats._key import key_text
from quizgen.formats.anki import FORMAT
from quizgen.model import Categorise, Choice, FreeText, Gap, Item, MultiChoice, Worksheet
from quizgen.wording import table
from quizgen.worksheet import Plan

from . import sample
from .anki_process import run as anki
from .answers import bare, items, sheet, words
from .colours import contrast
from .moodle_quiz import shown

DECK = "quizgen::Bus Sekolah Listrik Mulai Beroperasi di Kota Sarunai"
WORDS = table("id")


@pytest.fixture
def write(tmp_path):
    def written(worksheet: Worksheet) -> list[Any]:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.apkg"
        path.write_bytes(FORMAT.render(worksheet, edition="teacher"))
        return ["import", str(path)]

    return written


def by_item(notes: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {shown(n["fields"]["Item"]): n for n in notes if "Item" in n["fields"]}


def edited(worksheet: Worksheet, item: Item, **changes: Any) -> Worksheet:
    """Return the sheet with one of its items changed."""
    sections = [
        replace(s, items=tuple(replace(i, **changes) if i.id == item.id else i for i in s.items))
        for s in worksheet.sections
    ]
    return replace(worksheet, sections=tuple(sections))


def test_a_second_import_adds_nothing(worksheet, hostile, write):
    first, again, other, third, notes = anki(
        write(worksheet), write(worksheet), write(hostile), write(worksheet), ["notes"]
    )
    assert first == {"new": 14}
    assert again == third == {"duplicate": 14}
    assert other == {"new": 2}
    assert len(notes) == 16


def test_a_parallel_version_is_the_same_deck(worksheet, write):
    _, again, notes = anki(
        write(worksheet), write(replace(worksheet, version="C", seed=1)), ["notes"]
    )
    assert again == {"duplicate": 14}
    assert {note["deck"] for note in notes} == {DECK, f"{DECK}::Glosarium"}


def test_a_text_of_the_same_items_has_cards_of_its_own(worksheet, write):
    article = replace(worksheet.article, id="other")
    other = replace(worksheet, document=replace(worksheet.document, article=article))
    assert anki(write(worksheet), write(other)) == [{"new": 14}] * 2


def test_a_higher_revision_updates_the_note_and_keeps_what_was_learnt(worksheet, write):
    *_, notes = anki(write(worksheet), ["notes"])
    guid = by_item(notes)[sample.CHOICE.id]["guid"]
    new = edited(worksheet, sample.CHOICE, prompt="Siapa yang ingin rute ditambah?", revision=1)
    newer = edited(worksheet, sample.CHOICE, prompt="Siapakah dia?", revision=20)
    _, first, second, one, old, same, two, notes = anki(
        write(worksheet), ["answer", guid], ["answer", guid], write(new), write(worksheet),
        write(new), write(newer), ["notes"],
    )  # fmt: skip
    assert (first, second) == (1, 2)
    assert one == two == {"updated": 1, "duplicate": 13}
    assert old == same == {"duplicate": 14}
    note = by_item(notes)[sample.CHOICE.id]
    assert shown(note["fields"]["Prompt"]) == "Siapakah dia?"
    assert "Siapakah dia?" in shown(note["front"])
    assert (note["guid"], note["reps"], note["reviews"]) == (guid, 2, 2)
    assert len(notes) == 14


def test_what_a_learner_wrote_goes_only_if_they_say_so(worksheet, write):
    *_, notes = anki(write(worksheet), ["notes"])
    guid = by_item(notes)[sample.CHOICE.id]["guid"]
    new = write(edited(worksheet, sample.CHOICE, revision=1))
    steps = write(worksheet), ["change", guid, "Explanation"], new, ["notes"]
    *_, kept, before = anki(*steps)
    assert kept == {"duplicate": 14}
    assert "catatan saya" in by_item(before)[sample.CHOICE.id]["back"]
    *_, after = anki(*steps, [*new, True], ["notes"])
    assert "catatan saya" not in by_item(after)[sample.CHOICE.id]["back"]


def test_the_deck_keeps_the_order_of_the_sheet(worksheet, write):
    _, notes = anki(write(worksheet), ["notes"])
    asked = by_item(notes)
    assert all(note["deck"] == DECK for note in asked.values())
    assert sorted(asked, key=lambda id: asked[id]["due"]) == [i.id for _, i in worksheet.items()]
    assert {"quizgen::detail", "quizgen::bipa-4"} <= set(asked[sample.CHOICE.id]["tags"])


def test_the_key_and_the_reasons_are_on_the_back(worksheet, write):
    _, notes = anki(write(worksheet), ["notes"])
    for id, note in by_item(notes).items():
        item = next(item for _, item in worksheet.items() if item.id == id)
        front, back = shown(note["front"]), shown(note["back"])
        assert bare(item.prompt.split("{{")[0]) in front
        assert key_text(item, WORDS) in back
        assert item.explanation in back
        for label in ("Jawaban:", "Bukti:"):
            assert label in back
            assert label not in front
        for part in reasons(item):
            assert part in back
            assert part not in front.partition("Teks bacaan")[0]
        assert "Warta Sarunai, 19 Juni 2024" in back


def reasons(item: Item) -> list[str]:
    match item.response:
        case Choice(options=options) | MultiChoice(options=options):
            return [option.why for option in options]
        case Categorise(statements=statements):
            return [statement.why for statement in statements]
        case FreeText(rubric=rubric, model_answer=model):
            return [model, *(row.criterion for row in rubric)]
        case Gap(answers=answers, bank=()):
            return [answer for each in answers for answer in each]
        case _:
            return []


def test_the_front_is_the_same_whatever_the_key_is(worksheet, write):
    turned = worksheet
    for item in (sample.CHOICE, sample.MULTI_CHOICE):
        flipped = tuple(replace(o, correct=not o.correct) for o in item.response.options)
        response = replace(item.response, options=flipped)
        turned = edited(turned, item, response=response)
    judged = tuple(
        replace(s, category="Benar" if s.category == "Salah" else "Salah")
        for s in sample.CATEGORISE.response.statements
    )
    response = replace(sample.CATEGORISE.response, statements=judged)
    turned = edited(turned, sample.CATEGORISE, response=response)
    sides = [by_item(anki(write(each), ["notes"])[1]) for each in (worksheet, turned)]
    for id, note in sides[0].items():
        assert note["front"] == sides[1][id]["front"]
    for item in (sample.CHOICE, sample.MULTI_CHOICE, sample.CATEGORISE):
        assert sides[0][item.id]["back"] != sides[1][item.id]["back"]


def test_the_passage_is_folded_away_and_missing_where_it_is_hidden(worksheet, write):
    hidden = {item.id for section in worksheet.sections if section.hidden for item in section.items}
    _, notes = anki(write(worksheet), ["notes"])
    for id, note in by_item(notes).items():
        for side in ("front", "back"):
            assert ("<details><summary>Teks bacaan" in note[side]) is (id not in hidden)
            assert ("(1)\u00a0SARUNAI—Pemerintah" in shown(note[side])) is (id not in hidden)


def test_a_single_short_answer_is_typed_and_compared(worksheet, write):
    single = Gap(answers=(("uhan",),))
    prompt = "Menanggapi kel{{1}} itu, Ratna berjanji."
    made = edited(worksheet, sample.OPEN_GAP, response=single, prompt=prompt)
    _, notes = anki(write(made), ["notes"])
    typed = {id: n for id, n in by_item(notes).items() if "[[type:Typed]]" in n["front"]}
    assert set(typed) == {sample.SHORT_ANSWER.id, sample.OPEN_GAP.id}
    assert all("[[type:Typed]]" in note["back"] for note in typed.values())
    guids = [typed[item.id]["guid"] for item in (sample.SHORT_ANSWER, sample.OPEN_GAP)]
    _, right, wrong, gap = anki(
        write(made), ["compare", guids[0], "Februari 2024"], ["compare", guids[0], "Mei 2024"],
        ["compare", guids[1], "uhan"],
    )  # fmt: skip
    assert right_typed(right)
    assert right_typed(gap)
    assert not right_typed(wrong)


def right_typed(comparison: str) -> bool:
    return "typeGood" in comparison and not re.search("typeBad|typeMissed", comparison)


def test_words_are_a_deck_below(worksheet, write):
    _, notes = anki(write(worksheet), ["notes"])
    learnt = [note for note in notes if "Word" in note["fields"]]
    assert [shown(note["front"]) for note in learnt] == ["mengangkut", "keluhan"]
    assert {note["deck"] for note in learnt} == {f"{DECK}::Glosarium"}
    back = learnt[0]["back"]
    assert "to carry, to transport" in shown(back)
    assert "membawa orang atau barang" in shown(back)
    assert "Setiap bus dapat <strong>mengangkut</strong> 28 siswa" in back


def test_words_of_paragraphs_that_are_not_printed_are_left_out(worksheet, write):
    _, notes = anki(write(replace(worksheet, paragraphs=(1, 2))), ["notes"])
    assert [n["fields"]["Word"] for n in notes if "Word" in n["fields"]] == ["mengangkut"]


def test_sheets_of_the_corpus_come_in_whole(write):
    document = corpus.load_document("putin-pyongyang-4")
    made = pipeline.make_worksheet(document, Plan(count=20))
    log, notes = anki(write(made), ["notes"])
    assert log == {"new": len(notes)}
    assert set(by_item(notes)) == {item.id for _, item in made.items()}
    assert len(notes) > len(by_item(notes)) > 10


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items(), words())
def test_any_words_survive(tmp_path_factory, made, title):
    path = tmp_path_factory.mktemp("anki") / "words.apkg"
    path.write_bytes(FORMAT.render(sheet(made, title), edition="teacher"))
    log, notes = anki(["import", str(path)], ["notes"])
    assert log == {"new": len(made)}
    found = by_item(notes)
    typed = next(item for item in made if item.response.kind == "short-answer")
    for item in made:
        note = found[item.id]
        front, back = shown(note["front"]), shown(note["back"])
        assert composed(sample.HOSTILE) in front
        assert composed(title) in front
        assert composed(item.explanation) in back
        assert composed(key_text(item, WORDS)) in back
        assert note["sounds"] == 0
        assert "<img" not in note["front"] + note["back"]
    answer = typed.response.answers[0][0]
    guid = found[typed.id]["guid"]
    _, right, wrong = anki(
        ["import", str(path)], ["compare", guid, answer], ["compare", guid, f"{answer} salah"]
    )
    assert right_typed(right), (answer, right)
    assert not right_typed(wrong)


def composed(text: str) -> str:
    """Return text as Anki stores it."""
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("title", ["a::b", "::", "Bus:", "a:::b"])
def test_colons_of_a_title_part_no_decks(worksheet, write, title):
    article = replace(worksheet.article, title=title)
    made = replace(worksheet, document=replace(worksheet.document, article=article))
    _, notes = anki(write(made), ["notes"])
    depths = {note["deck"].count("::") for note in notes}
    assert depths == {1, 2}


def test_marks_of_anki_are_words(worksheet, write):
    marks = (
        r"[sound:x.mp3] [latex]x[/latex] [$]x[/$] {{c1::x}} [[type:Typed]] [anki:tts]x[/anki:tts]"
    )
    made = edited(worksheet, sample.CHOICE, prompt=marks, explanation=marks)
    _, notes = anki(write(made), ["notes"])
    note = by_item(notes)[sample.CHOICE.id]
    assert marks in shown(note["front"])
    assert marks in shown(note["back"])
    assert note["sounds"] == 0


def test_formulas_stop_at_the_card(worksheet, write):
    _, notes = anki(write(worksheet), ["notes"])
    for note in notes:
        assert note["front"].startswith('<div class="quizgen tex2jax_ignore mathjax_ignore"')


def test_words_can_be_read_by_day_and_by_night(worksheet, write):
    _, notes = anki(write(worksheet), ["notes"])
    css = notes[0]["css"]
    day, night = (dict(re.findall(r"--(\w+): (#\w{6})", rule)) for rule in css.split("}")[:2])
    assert "nightMode" in css.split("}")[1]
    assert set(day) == set(night)
    assert re.findall(r"#[0-9a-f]{3,6}\b", "}".join(css.split("}")[2:])) == []
    for colours in (day, night):
        for front in ("ink", "quiet", "right", "link"):
            for ground in ("paper", "soft"):
                assert contrast(colours[front], colours[ground]) >= 4.5
