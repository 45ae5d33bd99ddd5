"""The lesson around a sheet: what it asks, about whom, at which level; it gives no answer away."""

import re
import tomllib
from dataclasses import replace
from importlib import resources

import pytest
from formats import sample

from quizgen import corpus
from quizgen.lesson import with_lesson
from quizgen.lesson_names import names_of
from quizgen.model import (
    Article,
    Entity,
    FreeText,
    LessonTask,
    Option,
    Quotation,
    VocabularyNote,
    Worksheet,
)

DATA = tomllib.loads(resources.files("quizgen").joinpath("lesson.toml").read_text("utf-8"))
BANDS = ("easy", "middle", "hard")
LEVELS = range(1, 8)


def bare(**changes: object) -> Worksheet:
    return replace(sample.worksheet(), **changes)  # type: ignore[arg-type]


def with_article(**changes: object) -> Worksheet:
    document = sample.document()
    article: Article = replace(document.article, **changes)  # type: ignore[arg-type]
    return bare(document=replace(document, article=article, _by_id={}), level=4)


def with_names(*quotes: tuple[str, str], speaker: str | None = None) -> Worksheet:
    """Return the sheet with these entities of the text, and what one of them says in s4."""
    document = sample.document()
    text = document.article.text
    entities = []
    for quote, kind in quotes:
        start = text.index(quote)
        end = start + len(quote)
        entities.append(Entity(start=start, end=end, quote=quote, type=kind, canonical=quote))
    start = document.sentence("s4").start
    said = Quotation(
        start=start,
        end=start + 10,
        speaker=speaker or "warga",
        speaker_start=None,
        speaker_end=None,
        verb="kata",
        direct=True,
        sentence="s4",
    )
    entities.sort(key=lambda entity: entity.start)
    changed = replace(document, entities=tuple(entities), quotations=(said,), _by_id={})
    return bare(document=changed, level=4)


def tasks(worksheet: Worksheet) -> list[LessonTask]:
    lesson = with_lesson(worksheet).lesson
    assert lesson
    return [*lesson.before.tasks, *lesson.reading.tasks, *lesson.after.tasks]


def writing(worksheet: Worksheet) -> FreeText:
    response = with_lesson(worksheet).sections[-1].items[0].response
    assert isinstance(response, FreeText)
    return response


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_has_three_tasks_before_one_while_and_three_after_reading(level: int) -> None:
    lesson = with_lesson(bare(level=level)).lesson
    assert lesson
    phases = (lesson.before, lesson.reading, lesson.after)
    assert [len(phase.tasks) for phase in phases] == [3, 1, 3]
    assert all(task.hint for phase in phases for task in phase.tasks)
    minutes = [phase.minutes for phase in (*phases, lesson.writing)]
    assert all(5 <= each <= 60 and each % 5 == 0 for each in minutes)


@pytest.mark.parametrize("level", LEVELS)
def test_no_sentence_has_a_brace_left_and_each_ends_as_a_sentence(level: int) -> None:
    for worksheet in (bare(level=level), with_names(speaker="Ratna Wiguna")):
        for task in tasks(worksheet):
            assert not re.search(r"[{}]", task.prompt + task.hint)
            assert re.search(r"[.!?]$", task.prompt)
            assert re.search(r"\.$", task.hint)


def test_the_bands_have_the_same_tasks_and_every_task_has_a_hint() -> None:
    names = [set(DATA[band]) - {"writing"} for band in BANDS]
    assert names[0] == names[1] == names[2]
    assert names[0] <= set(DATA["hints"])


def test_harder_levels_write_more() -> None:
    fewest = [int(DATA["levels"][str(level)]["words"].split("–")[0]) for level in LEVELS]
    assert fewest == sorted(set(fewest))
    prompts = [with_lesson(bare(level=level)).sections[-1].items[0].prompt for level in LEVELS]
    for level, prompt in zip(LEVELS, prompts, strict=True):
        assert f"({DATA['levels'][str(level)]['words']} kata)" in prompt


def test_the_wording_depends_on_the_level() -> None:
    asked = {level: [task.prompt for task in tasks(bare(level=level))] for level in (2, 4, 6)}
    for place in range(7):
        assert len({asked[level][place] for level in asked}) == 3


@pytest.mark.parametrize("band", BANDS)
def test_every_rubric_gives_ten_points(band: str) -> None:
    for task in DATA[band]["writing"]:
        assert sum(row["points"] for row in task["rubric"]) == 10
        assert "{words} kata" in task["prompt"]


def test_the_writing_task_is_the_last_item_with_its_rubric() -> None:
    before, after = bare(), with_lesson(bare())
    section = after.sections[-1]
    assert after.reading_sections == before.sections == after.sections[:-1]
    assert section.heading == "Menulis"
    assert section.first == len(list(before.items())) + 1
    (item,) = section.items
    assert item.points == sum(row.points for row in writing(before).rubric) == 10
    assert re.fullmatch(r"writing-[0-9a-f]{8}", item.id)
    assert item.instruction == section.instruction


def test_another_seed_gives_another_writing_task() -> None:
    first, second, third = (
        with_lesson(bare(seed=seed)).sections[-1].items[0].prompt for seed in (0, 1, 2)
    )
    assert first == third != second


def test_english_instructions_leave_the_tasks_indonesian() -> None:
    made = with_lesson(bare(language="en"))
    assert made.sections[-1].heading == "Writing"
    assert made.sections[-1].instruction.startswith("Write ")
    assert made.lesson and made.lesson.after == with_lesson(bare()).lesson.after  # type: ignore[union-attr]
    assert made.sections[-1].items == with_lesson(bare()).sections[-1].items


def test_a_sheet_without_items_has_no_lesson() -> None:
    empty = bare(sections=())
    assert with_lesson(empty) is empty


def test_a_lesson_is_put_around_a_sheet_once() -> None:
    made = with_lesson(bare())
    assert with_lesson(made) is made


# ---- the title


def test_the_title_is_quoted_with_single_marks_inside() -> None:
    (first, *_) = tasks(with_article(title="Kata Wali Kota: “Bus Itu Gratis!”"))
    assert "berjudul “Kata Wali Kota: ‘Bus Itu Gratis!’” ini" in first.prompt


@pytest.mark.parametrize("title", [None, "", "Nilai *a* dan *b*"])
def test_without_a_title_that_can_be_shown_the_first_sentence_is_read(title: str | None) -> None:
    (first, *_) = tasks(with_article(title=title))
    assert first.prompt.startswith("Bacalah kalimat pertama saja.")


# ---- key words


def note(form: str, level: int, sentence: str = "s13", **changes: object) -> VocabularyNote:
    made = VocabularyNote(
        form=form,
        headword=form,
        lemma=form,
        sentence=sentence,
        level=level,
        gloss=f"{form} in English (here passive)",
        definition=f"arti {form}",
        why="kata kunci",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def with_words(*notes: VocabularyNote, **changes: object) -> Worksheet:
    return bare(document=replace(sample.document(), vocabulary=notes, _by_id={}), **changes)


def test_the_key_words_are_those_nearest_to_the_level_in_the_order_of_the_text() -> None:
    notes = [note(f"kata{n}", level=n % 7 + 1, sentence=f"s{14 - n}") for n in range(14)]
    words = tasks(with_words(*notes, level=3))[1].words
    assert len(words) == DATA["levels"]["3"]["key_words"]
    levels = {each.headword: each.level or 0 for each in notes}
    assert all(abs(levels[word] - 3) <= 1 for word, _ in words)
    places = {each.headword: int(each.sentence[1:]) for each in notes}
    shown = [places[word] for word, _ in words]
    assert shown == sorted(shown)


def test_an_easy_word_has_its_gloss_and_a_hard_one_its_definition_alone() -> None:
    notes = [note(form, 3) for form in ("siswa", "warga", "desa")]
    easy, hard = (tasks(with_words(*notes, level=level))[1] for level in (2, 6))
    assert easy.words[0][1] == "arti siswa (siswa in English)"
    assert hard.words[0][1] == "arti siswa"
    assert "kalimat 13" in easy.hint


def test_a_word_that_an_item_asks_for_is_no_key_word() -> None:
    # The sample asks for the meaning of keluhan, rute and sopir, and has dilatih in a gap.
    asked = [note(form, 4) for form in ("keluhan", "rute", "sopir", "dilatih")]
    free = [note(form, 4) for form in ("warga", "desa", "siswa")]
    words = tasks(with_words(*asked, *free, level=4))[1].words
    assert {word for word, _ in words} == {"warga", "desa", "siswa"}


def test_with_too_few_words_the_learners_name_words_themselves() -> None:
    (_, second, *_) = tasks(with_words(note("warga", 4), note("desa", 4), level=4))
    assert second.words == ()
    assert "akan muncul dalam teks" in second.prompt


def test_words_of_paragraphs_that_are_not_printed_are_left_out() -> None:
    notes = [note(form, 4, "s1") for form in ("satu", "dua", "tiga")]
    assert tasks(with_words(*notes, level=4))[1].words
    assert tasks(with_words(*notes, level=4, paragraphs=(2, 3)))[1].words == ()


# ---- names


def test_the_discussion_names_the_people_of_the_text_and_where_they_stand() -> None:
    people = ("Ratna Wiguna", "PER"), ("Joko Sasongko", "PER"), ("Kota Sarunai", "GPE")
    *_, first, second, third = tasks(with_names(*people, speaker="Ratna Wiguna"))
    assert "Ratna Wiguna dan Joko Sasongko" in first.prompt
    assert first.hint == "Ratna Wiguna: kalimat 4; Joko Sasongko: kalimat 11."
    assert "tindakan Ratna Wiguna" in second.prompt
    assert "Keterangan Ratna Wiguna terdapat pada kalimat 4." in second.hint
    assert "Kota Sarunai (kalimat 1)" in third.hint


def test_a_text_that_names_nobody_is_talked_about_without_names() -> None:
    *_, first, second, third = tasks(with_names())
    assert first.prompt == DATA["middle"]["no_names"]
    assert second.prompt == DATA["middle"]["no_speaker"]
    assert third.hint == DATA["hints"]["compare"]


def test_a_speaker_that_is_no_person_is_not_agreed_with() -> None:
    names = names_of(with_names(("Kepala Dinas Perhubungan", "ORG"), speaker="warga"))
    assert names.speaker is None
    assert names.first and names.first.text == "Kepala Dinas Perhubungan"


def test_a_name_that_is_not_sure_or_not_printed_is_not_named() -> None:
    worksheet = with_names(("Ratna Wiguna", "PER"))
    (entity,) = worksheet.document.entities
    unsure = replace(worksheet.document, entities=(replace(entity, confidence=0.5),), _by_id={})
    assert names_of(worksheet).first
    assert names_of(replace(worksheet, document=unsure)).first is None
    assert names_of(replace(worksheet, paragraphs=(1, 3))).first is None


# ---- level


def test_without_a_level_the_text_says_how_hard_the_lesson_is() -> None:
    document = corpus.load_document("putin-pyongyang-6")
    unknown = replace(document, article=replace(document.article, level=None), _by_id={})
    made = with_lesson(bare(document=unknown, level=None))
    assert made.lesson
    assert made.lesson.reading.tasks[0].prompt == DATA["hard"]["gist"]


def test_a_text_whose_level_nobody_knows_counts_as_middling() -> None:
    made = with_article(level=None)
    assert with_lesson(replace(made, level=None)).sections[-1].items[0].level == 4


def test_a_correct_option_of_a_language_item_is_no_key_word() -> None:
    options = (Option(text="warga", correct=True), Option(text="negara"))
    item = replace(
        sample.CHOICE, response=replace(sample.CHOICE.response, options=options), process="language"
    )
    section = replace(sample.worksheet().sections[0], items=(item,))
    notes = [note(form, 4) for form in ("warga", "desa", "siswa", "jalan")]
    words = tasks(with_words(*notes, level=4, sections=(section,)))[1].words
    assert {word for word, _ in words} == {"desa", "siswa", "jalan"}
