"""The lesson in the files: in every format that draws the plan, hints for the teacher alone."""

import io
import json
from dataclasses import replace

import docx
import pypdf
import pytest
from lxml import html as parser

from quizgen.formats import docx as word
from quizgen.formats import html, ipynb, md, pdf
from quizgen.formats._blocks import Heading, Question, Table
from quizgen.formats._sheet import plan
from quizgen.interfaces import formats
from quizgen.lesson import with_lesson
from quizgen.model import Worksheet

from . import sample

PHASES = ["Pramembaca", "Membaca", "Pascamembaca", "Menulis"]
HINT = "Petunjuk untuk guru"


@pytest.fixture
def lesson() -> Worksheet:
    return with_lesson(sample.worksheet())


def _words(worksheet: Worksheet, form, edition) -> str:
    data = form.FORMAT.render(worksheet, edition=edition)
    match form.FORMAT.name:
        case "pdf":
            text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
        case "docx":
            body = docx.Document(io.BytesIO(data)).element.body
            text = " ".join(body.itertext())
        case "html":
            text = " ".join(
                parser.fromstring(data.decode()).xpath("//body//text()[not(ancestor::script)]")
            )
        case "ipynb":
            cells = json.loads(data)["cells"]
            text = " ".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
        case _:
            text = data.decode()
    return " ".join(text.replace("*", "").replace("\xa0", " ").split())


@pytest.mark.parametrize("edition", ["student", "teacher"])
@pytest.mark.parametrize("form", [word, pdf, md, html, ipynb], ids=lambda one: one.FORMAT.name)
def test_the_phases_come_in_order_with_their_tasks(lesson, form, edition):
    text = _words(lesson, form, edition)
    made = lesson.lesson
    first, second, third = made.before.tasks[0], made.reading.tasks[0], made.after.tasks[0]
    passage, items = "SARUNAI—Pemerintah", lesson.sections[0].heading
    order = [*(" ".join(one.prompt.split()[:4]) for one in (first, second)), passage, items]
    order.append(third.prompt[:30])
    if (form, edition) != (ipynb, "student"):  # there the player has the items
        order.append(lesson.sections[-1].items[0].prompt[:30])
    places = []
    for part in order:
        places.append(text.index(part, places[-1] if places else 0))
    assert places == sorted(places)


@pytest.mark.parametrize("form", [word, pdf, md, html, ipynb], ids=lambda one: one.FORMAT.name)
def test_hints_rubric_and_minutes_are_for_the_teacher_alone(lesson, form):
    secret = (HINT, lesson.lesson.after.tasks[0].hint[:30], "Alokasi waktu")
    rubric = lesson.sections[-1].items[0].response.rubric[0].criterion[:30]
    student, teacher = (_words(lesson, form, each) for each in ("student", "teacher"))
    assert [part for part in (*secret, rubric) if part in student] == []
    assert [part for part in (*secret, rubric) if part not in teacher] == []


@pytest.mark.parametrize("form", formats(), ids=lambda one: one.name)
def test_every_format_takes_a_sheet_with_a_lesson(lesson, form):
    data = form.render(lesson, edition="teacher")
    assert data == form.render(with_lesson(sample.worksheet()), edition="teacher")
    assert len(data) > 500


def test_prediction_and_passage_stand_on_different_pages_of_the_student(lesson):
    data = pdf.FORMAT.render(lesson, edition="student")
    first, second, *_ = (page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    assert "Pramembaca" in first
    assert "SARUNAI" not in first
    assert "SARUNAI" in second


def test_tasks_have_letters_and_items_their_numbers(lesson):
    numbers = [b.number for b in plan(lesson, "student").blocks if isinstance(b, Question)]
    items = [number for number, _ in lesson.items()]
    assert numbers == ["a", "b", "c", "a", *items[:-1], "a", "b", "c", items[-1]]


def test_the_sections_stand_below_the_phases(lesson):
    headings = [b for b in plan(lesson, "student").blocks if isinstance(b, Heading)]
    assert [h.text for h in headings if h.level == 1] == PHASES
    assert [h.text for h in headings if h.level == 2] == [
        section.heading for section in lesson.reading_sections
    ]


def test_the_general_instruction_gives_way_to_the_two_readings(lesson):
    for form in (md, html, ipynb):
        text = _words(lesson, form, "student")
        assert "Bacalah teks berikut dengan saksama!" not in text
        assert "Membaca sekilas." in text
        assert text.index("Membaca saksama.") < text.index("SARUNAI—Pemerintah")


def test_the_schedule_adds_up(lesson):
    made = lesson.lesson
    blocks = plan(lesson, "teacher").blocks
    rows = next(block for block in blocks if isinstance(block, Table)).rows
    minutes = [int("".join(run.text for run in row[1] or ()).split()[0]) for row in rows]
    assert minutes[:-1] == [
        phase.minutes for phase in (made.before, made.reading, made.after, made.writing)
    ]
    assert sum(minutes[:-1]) == minutes[-1]


def test_english_headings_and_instructions(lesson):
    text = _words(with_lesson(replace(sample.worksheet(), language="en")), md, "student")
    for part in ("Before reading", "First reading.", "After reading", "Writing", "Write a text"):
        assert part in text
    assert lesson.lesson.after.tasks[0].prompt in text


def test_a_sheet_without_a_lesson_has_no_trace_of_one(worksheet):
    for form in (word, pdf, md, html, ipynb):
        text = _words(worksheet, form, "teacher")
        assert not [part for part in (*PHASES[:1], PHASES[2], HINT, "Alokasi") if part in text]


def test_the_page_shows_the_frame_beside_the_player_and_keeps_its_slots(lesson):
    page = parser.fromstring(html.FORMAT.render(lesson, edition="student").decode())
    assert page.xpath("count(//*[@class='static'])") == len(lesson.sections)
    slots = page.xpath("//*[@class='slot']/@data-slot")
    assert slots == [str(index) for index in range(len(lesson.sections))]
    assert page.xpath("count(//*[@class='frame'])") == 3
    headings = [node.text_content() for node in page.xpath("//h2")]
    assert headings[:2] == PHASES[:2]
    assert headings[-2:] == PHASES[2:]


def test_the_notebook_has_no_lines_to_write_on(lesson):
    cells = json.loads(ipynb.FORMAT.render(lesson, edition="student"))["cells"]
    frame = {c["id"]: "".join(c["source"]) for c in cells if c["id"].startswith("lesson-")}
    assert list(frame) == ["lesson-before", "lesson-reading", "lesson-after"]
    assert not [name for name, text in frame.items() if "……" in text or text.startswith("---")]
    ids = [cell["id"] for cell in cells]
    assert ids.index("lesson-reading") + 1 == ids.index("passage")
    assert ids.index("lesson-after") + 1 == ids.index(f"section-{len(lesson.sections)}")


def test_hostile_words_are_shown_as_they_are():
    made = with_lesson(sample.hostile())
    for form in (word, pdf, md, html, ipynb):
        assert form.FORMAT.render(made, edition="student")
    commonmark = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable("table")
    tokens = commonmark.parse(md.FORMAT.render(made, edition="teacher").decode())
    kinds = {child.type for token in tokens for child in token.children or []}
    assert not kinds & {"html_inline", "link_open", "code_inline", "image"}
