"""The HTML page as a file; what it does in a browser is in ``browser``."""

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from lxml import etree
from lxml import html as parser

from quizgen.formats import html
from quizgen.formats._player_passage import WIDTH, paragraphs
from quizgen.model import Edition, Worksheet

from .sample import HOSTILE

EDITIONS: tuple[Edition, ...] = ("student", "teacher")


def render(worksheet: Worksheet, edition: Edition = "student") -> str:
    return html.FORMAT.render(worksheet, edition=edition).decode("utf-8")


def tree(worksheet: Worksheet, edition: Edition = "student") -> etree._Element:
    return parser.fromstring(render(worksheet, edition))


def text(node: etree._Element) -> str:
    return " ".join("".join(node.itertext()).split())


@pytest.mark.parametrize("edition", EDITIONS)
def test_equal_worksheets_give_equal_bytes(worksheet: Worksheet, edition: Edition) -> None:
    first = html.FORMAT.render(worksheet, edition=edition)
    assert first == html.FORMAT.render(replace(worksheet), edition=edition)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_policy_allows_this_style_and_script_and_nothing_else(
    worksheet: Worksheet, edition: Edition
) -> None:
    page = render(worksheet, edition)
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy.startswith("default-src &#39;none&#39;") or "default-src 'none'" in policy
    for kind, content in re.findall(r"<(style|script)[^>]*>(.*?)</\1>", page, re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy.replace("&#39;", "'")


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_page_fetches_nothing(worksheet: Worksheet, edition: Edition) -> None:
    page = tree(worksheet, edition)
    assert page.xpath("//@src | //link | //@href[not(starts-with(., '#'))] | //iframe") == []
    assert "url(" not in render(worksheet, edition)
    assert "@import" not in render(worksheet, edition)


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_inline_style_or_handler_that_the_policy_would_block(
    worksheet: Worksheet, edition: Edition
) -> None:
    page = tree(worksheet, edition)
    assert page.xpath("//@style | //@*[starts-with(name(), 'on')]") == []


def test_the_student_source_does_not_tell_the_key(worksheet: Worksheet) -> None:
    page = render(worksheet)
    for secret in ("Kepala dinas menanggapi keluhan", "warga Desa Lembah Hijau (kalimat 11)"):
        assert secret not in page
    assert "correct" not in re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)


def test_the_student_can_print_every_item_without_a_script(worksheet: Worksheet) -> None:
    page = tree(worksheet)
    numbers = [text(node) for node in page.xpath("//*[@class='question']/*[@class='qn']")]
    assert numbers == [f"{number}." for number, _ in worksheet.items()]
    assert page.xpath("count(//*[@class='static'])") == len(worksheet.sections)


def test_each_section_has_a_place_for_the_player(worksheet: Worksheet) -> None:
    slots = tree(worksheet).xpath("//@data-slot")
    assert slots == [*map(str, range(len(worksheet.sections))), "bar"]


def test_hidden_sections_stand_apart_from_the_passage(worksheet: Worksheet) -> None:
    page = tree(worksheet)
    alone = page.xpath("//div[@class='alone']//h2")
    assert [text(node) for node in alone] == [s.heading for s in worksheet.sections if s.hidden]
    assert page.xpath("count(//section[contains(@class, 'new-page')])") == 1


def test_every_sentence_can_be_lit(worksheet: Worksheet) -> None:
    page = tree(worksheet)
    for sentence in worksheet.document.sentences:
        parts = page.xpath(f"//*[@data-s='{sentence.id}']")
        shown = "".join(
            "".join(part.itertext()).removeprefix(f"({sentence.number}) ") for part in parts
        )
        assert shown.strip() == sentence.text
        assert page.xpath(f"count(//*[@id='{sentence.id}'])") == 1


def test_the_passage_is_unchanged_by_its_lines(worksheet: Worksheet) -> None:
    made = paragraphs(worksheet)
    for paragraph in made:
        joined = "".join(piece.text for line in paragraph.lines for piece in line.pieces)
        assert joined in {paragraph.text, ""}
    lines = [line for paragraph in made for line in paragraph.lines]
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    widths = [len("".join(piece.text for piece in line.pieces).rstrip()) for line in lines]
    assert max(widths) <= WIDTH


def test_only_the_teacher_reads_sentence_numbers_unasked(worksheet: Worksheet) -> None:
    def numbered(sheet: Worksheet, edition: Edition) -> bool:
        return bool(tree(sheet, edition).xpath("//article[contains(@class, 'numbered')]"))

    assert not numbered(worksheet, "student")
    assert numbered(replace(worksheet, numbered=True), "student")
    assert numbered(worksheet, "teacher")


def test_only_the_chosen_paragraphs_are_printed(worksheet: Worksheet) -> None:
    page = tree(replace(worksheet, paragraphs=(2, 4)))
    assert page.xpath("//p[@class='para']/@id") == ["p2", "p4"]


def test_the_teacher_gets_key_reasons_evidence_and_notices_but_no_script(
    worksheet: Worksheet,
) -> None:
    page = tree(worksheet, "teacher")
    shown = text(page.find("body"))
    for expected in (
        "Kunci Jawaban dan Pembahasan",
        "Kepala dinas menanggapi keluhan, bukan meminta rute baru (kalimat 13).",
        "“survei pada Februari 2024” (kalimat 6, paragraf 3)",
        "Teks ini memuat nama rekaan.",
    ):
        assert expected in shown
    assert page.xpath("//script | //@data-quizgen") == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_markup_in_the_data_is_shown_as_it_is(hostile: Worksheet, edition: Edition) -> None:
    page = tree(hostile, edition)
    assert text(page.xpath("//article//h2")[0]) == " ".join(HOSTILE.split())
    assert page.xpath("//script[not(@type='module')] | //body//b[text()='tebal']") == []


def test_labels_follow_the_language_and_items_stay_indonesian(worksheet: Worksheet) -> None:
    page = tree(replace(worksheet, language="en"))
    assert page.get("lang") == "en"
    assert "Reading Worksheet" in text(page.xpath("//h1")[0])
    assert set(page.xpath("//*[@class='static']/@lang")) == {"id"}


def test_italics_of_a_prompt_become_emphasis(worksheet: Worksheet) -> None:
    assert "mengangkut" in [text(node) for node in tree(worksheet).xpath("//em")]
