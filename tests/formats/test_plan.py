"""What all paper formats share: the plan of a sheet, the key and the inline marks."""

from dataclasses import replace

import pytest

from quizgen.formats._blocks import Fields, Heading, Instruction, Passage, Question, Sheet
from quizgen.formats._inline import NO_BREAK, gapped, rich
from quizgen.formats._key import key_text
from quizgen.formats._sheet import plan
from quizgen.model import Gap, Section, Worksheet
from quizgen.wording import table

from . import sample


def _texts(sheet: Sheet, kind: type) -> list[str]:
    lines = [block.line for block in sheet.blocks if isinstance(block, kind)]
    return ["".join(run.text for run in line) for line in lines]


def _passage(worksheet: Worksheet) -> Passage:
    return next(b for b in plan(worksheet, "student").blocks if isinstance(b, Passage))


@pytest.mark.parametrize(
    ("item", "key"),
    [
        (sample.CHOICE, "B"),
        (sample.MULTI_CHOICE, "A, C"),
        (sample.CATEGORISE, "a Benar; b Salah; c Salah"),
        (sample.MATCHING, "1–C; 2–D; 3–A"),
        (sample.SHORT_ANSWER, "Februari 2024"),
        (sample.ORDERING, "3–1–4–2 (dari atas ke bawah)"),
        (sample.WORD_ORDER, "Rute bus dipilih melalui survei pada Februari 2024."),
        (sample.ESSAY, "lihat rubrik"),
        (sample.BANKED_GAP, "(1) dipilih; (2) mengisi; (3) dilatih"),
    ],
)
def test_every_response_kind_has_a_key_of_one_line(item, key):
    assert key_text(item, table("id")) == key


def test_one_pair_of_stars_is_italic_and_two_are_bold():
    runs = rich("Kata *bus* dan **sopir**")
    assert [(r.text, r.italic, r.bold) for r in runs if r.text.strip() != "dan"] == [
        ("Kata ", False, False),
        ("bus", True, False),
        ("sopir", False, True),
    ]


def test_stars_that_multiply_stay_as_they_are():
    assert [run.text for run in rich("2*3*4 dan 5 * 6 * 7")] == ["2*3*4 dan 5 * 6 * 7"]


def test_all_blanks_of_a_gap_text_are_equally_long():
    (line,) = gapped("{{1}} lalu {{2}}", (("ya",), ("menyeberangkan",)))
    blanks = [run.text for run in line if run.text.startswith("_")]
    assert len(blanks) == 2
    assert len(set(blanks)) == 1


def test_a_gap_inside_a_word_stands_before_its_number():
    (line,) = gapped("kel{{1}} itu", (("uhan",),))
    assert "".join(run.text for run in line).replace(NO_BREAK, " ") == "kel_ _ _ _(1) itu"


def test_a_gap_inside_a_word_has_a_line_for_each_letter() -> None:
    (line,) = gapped("seor{{1}} pedagang ik{{2}}", (("ang",), ("an",)))
    blanks = [run.text.count("_") for run in line if run.text.startswith("_")]
    assert blanks == [3, 2]


def test_a_filled_gap_inside_a_word_shows_its_letters() -> None:
    (line,) = gapped("seor{{1}} pedagang", (("ang",),), filled=True)
    assert "".join(run.text for run in line) == "seorang(1) pedagang"


def test_a_gap_number_without_an_answer_is_shown_as_it_is():
    (line,) = gapped("{{1}} dan {{7}}", (("ya",),))
    assert "{{7}}" in "".join(run.text for run in line)


def test_a_prompt_that_repeats_the_instruction_is_printed_once(worksheet):
    sheet = plan(worksheet, "student")
    text = sample.CATEGORISE.prompt
    prompts = [run.text for b in sheet.blocks if isinstance(b, Question) for run in b.prompt[0]]
    assert (_texts(sheet, Instruction) + prompts).count(text) == 1


def test_items_of_one_prompt_share_it_as_their_instruction(worksheet):
    twice = replace(sample.CATEGORISE, id="true-false-2")
    section = Section(
        type="true-false",
        heading="A. Benar atau Salah",
        instruction=twice.instruction,
        items=(sample.CATEGORISE, twice),
        first=1,
    )
    sheet = plan(replace(worksheet, sections=(section,)), "student")
    assert _texts(sheet, Instruction).count(twice.instruction) == 1
    assert [b.prompt for b in sheet.blocks if isinstance(b, Question)] == [(), ()]


def test_only_the_first_of_consecutive_hidden_sections_starts_a_page(worksheet):
    headings = [b for b in plan(worksheet, "student").blocks if isinstance(b, Heading)]
    assert [h.text for h in headings if h.new_page] == ["H. Isian Rumpang"]


def test_every_hidden_section_says_so(worksheet):
    instructions = _texts(plan(worksheet, "student"), Instruction)
    assert instructions.count(table("id")["hidden"]) == 3


def test_the_source_line_has_outlet_full_date_author_licence_and_address(worksheet):
    assert "".join(run.text for run in _passage(worksheet).source) == (
        "Sumber: Warta Sarunai, 19 Juni 2024. Penulis: Sari Pramudita. Lisensi: CC BY-SA 4.0. "
        "https://example.org/berita/bus-sekolah-listrik"
    )


def test_a_text_without_origin_has_no_source_line(worksheet):
    bare = replace(worksheet.article, outlet=None, date=None, author=None, url=None, licence=None)
    document = replace(worksheet.document, article=bare, _by_id={})
    assert _passage(replace(worksheet, document=document)).source == ()


def test_chosen_paragraphs_keep_their_numbers(worksheet):
    passage = _passage(replace(worksheet, paragraphs=(2, 4)))
    assert [number for number, _ in passage.paragraphs] == [2, 4]


def test_a_sub_heading_has_no_paragraph_number(worksheet):
    numbers = [number for number, _ in _passage(worksheet).paragraphs]
    assert numbers == [1, 2, None, 3, 4, 5]


def test_sentences_are_numbered_for_the_student_only_when_asked(worksheet):
    def raised(chosen: Worksheet) -> list[str]:
        lines = [line for _, line in _passage(chosen).paragraphs]
        return [run.text.strip() for line in lines for run in line if run.raised]

    assert raised(worksheet) == []
    assert raised(replace(worksheet, numbered=True)) == [f"({n})" for n in range(1, 15)]


def test_only_the_student_has_fields_to_fill_in(worksheet):
    kinds = [type(block) for block in plan(worksheet, "teacher").blocks]
    assert Fields not in kinds
    assert Fields in [type(block) for block in plan(worksheet, "student").blocks]


def test_the_word_bank_has_every_filler_of_the_key():
    response = sample.BANKED_GAP.response
    assert isinstance(response, Gap)
    bank = {option.text for option in response.bank}
    assert {answer[0] for answer in response.answers} <= bank
