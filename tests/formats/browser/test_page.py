"""The HTML worksheet as a learner meets it."""

import io
from pathlib import Path
from typing import Any

import pypdf
import pytest

from quizgen.formats import html
from quizgen.model import Worksheet

CHOICE, SHORT, ORDER = "detail-aaaa1111", "short-answer-ffff6666", "sequence-aaaa8888"


@pytest.fixture
def sheet(page: Any, worksheet: Worksheet, tmp_path: Path) -> Any:
    """Return the page with the student's sheet open, offline, and the requests it made."""
    path = tmp_path / "lembar.html"
    path.write_bytes(html.FORMAT.render(worksheet, edition="student"))
    page.requests = []
    page.on("request", lambda request: page.requests.append(request.url))
    page.context.set_offline(True)
    page.goto(path.as_uri())
    page.wait_for_selector("html.qg-on")
    return page


def item(sheet: Any, name: str) -> Any:
    return sheet.locator(f'[data-item="{name}"]')


def press(place: Any, name: str) -> None:
    place.get_by_role("button", name=name, exact=True).click()


def choose(sheet: Any, letter: int) -> Any:
    place = item(sheet, CHOICE)
    place.locator("label").nth(letter).click()
    press(place, "Periksa jawaban")
    return place


def score(sheet: Any) -> str:
    return str(sheet.locator(".qg-score").inner_text())


def lit(sheet: Any) -> list[str]:
    found: list[str] = sheet.eval_on_selector_all(
        ".qg-lit", "nodes => [...new Set(nodes.map((node) => node.dataset.s))]"
    )
    return found


def test_it_asks_for_no_file_but_itself(sheet: Any) -> None:
    choose(sheet, 1)
    assert [url.rsplit("/", 1)[1] for url in sheet.requests] == ["lembar.html"]


def test_a_right_answer_counts_and_shows_its_evidence(sheet: Any) -> None:
    place = choose(sheet, 1)
    feedback = place.locator(".qg-feedback").inner_text()
    assert "Benar." in feedback
    assert "warga Desa Lembah Hijau (kalimat 11)" in feedback
    assert "Bukti (kalimat 12, paragraf 4)" in place.inner_text()
    assert lit(sheet) == ["s11", "s12"]
    assert score(sheet) == "Jawaban benar: 1 dari 11"


def test_a_wrong_answer_gets_a_reason_a_hint_and_on_demand_the_sentence(sheet: Any) -> None:
    place = choose(sheet, 2)
    feedback = place.locator(".qg-feedback").inner_text()
    assert "Belum tepat." in feedback
    assert "Kepala dinas menanggapi keluhan" in feedback
    assert "bacalah paragraf 4" in feedback
    assert lit(sheet) == []
    press(place, "Lihat kalimatnya")
    assert "Ia berharap rute ditambah agar anaknya" in place.inner_text()
    assert lit(sheet) == ["s11", "s12"]
    assert score(sheet) == "Jawaban benar: 0 dari 11"


def test_a_corrected_answer_counts(sheet: Any) -> None:
    choose(sheet, 2)
    place = choose(sheet, 1)
    assert "Belum tepat." not in place.inner_text()
    assert score(sheet) == "Jawaban benar: 1 dari 11"


def test_an_answer_that_was_shown_is_closed_and_does_not_count(sheet: Any) -> None:
    place = choose(sheet, 2)
    press(place, "Tampilkan jawaban")
    assert "B. Seorang warga desa" in place.locator(".qg-feedback").inner_text()
    assert place.locator("input:enabled").count() == 0
    assert score(sheet) == "Jawaban benar: 0 dari 11"


def test_an_empty_answer_is_not_judged(sheet: Any) -> None:
    place = item(sheet, CHOICE)
    press(place, "Periksa jawaban")
    assert place.locator(".qg-feedback").inner_text() == "Soal ini belum dijawab."


def test_everything_can_be_done_by_keyboard(sheet: Any) -> None:
    item(sheet, CHOICE).locator("input").first.focus()
    sheet.keyboard.press("ArrowDown")
    sheet.keyboard.press("Tab")
    sheet.keyboard.press("Enter")
    assert "Benar." in item(sheet, CHOICE).locator(".qg-feedback").inner_text()
    item(sheet, SHORT).locator("input").focus()
    sheet.keyboard.type("februari  2024")
    sheet.keyboard.press("Enter")
    assert "Benar." in item(sheet, SHORT).locator(".qg-feedback").inner_text()
    assert score(sheet) == "Jawaban benar: 2 dari 11"


def test_elements_are_ordered_by_keyboard_and_the_focus_goes_along(sheet: Any) -> None:
    place = item(sheet, ORDER)
    rows = place.locator(".qg-order .qg-option-text")
    before = rows.all_inner_texts()
    place.get_by_role("button", name="Pindahkan ke bawah: 1").focus()
    for _ in range(len(before) - 1):
        sheet.keyboard.press("Enter")
    assert rows.all_inner_texts() == [*before[1:], before[0]]
    assert place.locator("button:focus").count() == 1


def answer_the_rest(sheet: Any) -> None:
    """Answer rightly what is not a choice, an essay or an ordering."""
    for letter in (0, 2):
        item(sheet, "detail-cccc3333").locator("label").nth(letter).click()
    for row, column in enumerate((0, 1, 1)):
        item(sheet, "true-false-dddd4444").locator("tbody tr").nth(row).locator("input").nth(
            column
        ).check()
    for row, value in enumerate("012"):
        item(sheet, "gloss-match-eeee5555").locator("select").nth(row).select_option(value)
    for gap, word in enumerate(("dipilih", "mengisi", "dilatih")):
        item(sheet, "banked-cloze-bbbb1111").locator("select").nth(gap).select_option(word)


def test_every_other_kind_can_be_answered_and_checked_at_once(sheet: Any) -> None:
    answer_the_rest(sheet)
    press(sheet.locator(".qg-bar"), "Periksa semua jawaban")
    assert score(sheet) == "Jawaban benar: 4 dari 11"
    assert "Soal ini belum dijawab." in item(sheet, CHOICE).inner_text()


def test_an_essay_shows_its_rubric_and_counts_its_own_points(sheet: Any) -> None:
    essay = item(sheet, "essay-aaaa9999")
    essay.locator("textarea").fill("Ya, dua bus baru akan melayani desa itu.")
    press(essay, "Periksa jawaban")
    essay.locator(".qg-rubric input").first.check()
    assert "Penilaian sendiri: 1 dari 4 poin" in essay.inner_text()
    assert score(sheet) == "Jawaban benar: 0 dari 11"


def test_answers_outlive_a_reload_until_they_are_deleted(sheet: Any) -> None:
    choose(sheet, 1)
    sheet.reload()
    sheet.wait_for_selector("html.qg-on")
    assert item(sheet, CHOICE).locator("input").nth(1).is_checked()
    assert "Benar." in item(sheet, CHOICE).locator(".qg-feedback").inner_text()
    press(sheet, "Mulai lagi")
    press(sheet, "Batal")
    assert score(sheet) == "Jawaban benar: 1 dari 11"
    press(sheet, "Mulai lagi")
    press(sheet, "Mulai lagi")
    assert score(sheet) == "Jawaban benar: 0 dari 11"
    assert item(sheet, CHOICE).locator("input:checked").count() == 0


def test_print_is_the_empty_sheet_without_buttons(sheet: Any) -> None:
    choose(sheet, 1)
    pages = pypdf.PdfReader(io.BytesIO(sheet.pdf(prefer_css_page_size=True))).pages
    text = "\n".join(page.extract_text() for page in pages)
    assert "Periksa" not in text
    assert "Benar." not in text
    assert "Nama:" in text
    assert "D. Orang tua pengisi survei" in text
    assert "H. Isian Rumpang" in pages[-1].extract_text()
    assert "G. Uraian" not in pages[-1].extract_text()


def test_without_scripts_the_printed_items_show(
    chromium: Any, worksheet: Worksheet, tmp_path: Path
) -> None:
    path = tmp_path / "lembar.html"
    path.write_bytes(html.FORMAT.render(worksheet, edition="student"))
    context = chromium.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(path.as_uri())
    assert plain.locator(".question:visible").count() == 12
    context.close()


@pytest.mark.parametrize("width", (320, 800, 1440))
def test_nothing_is_wider_than_the_window(sheet: Any, width: int) -> None:
    sheet.set_viewport_size({"width": width, "height": 900})
    assert sheet.evaluate("document.documentElement.scrollWidth") <= width
