"""From pasted text to a Word file, with mouse, with the keyboard alone, and after a crash."""

from pathlib import Path
from typing import Any

import docx
import pytest

MINE = "Apa yang dilakukan warga setelah jembatan hanyut?"
CLICKS = 7
"""Clicks from the start page to a saved Word file with one item edited; 5 without the edit."""


SELECT = """(words) => {
  const block = [...document.querySelectorAll('[data-block]')]
    .find((each) => each.textContent.includes(words));
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at); range.setEnd(node, at + words.length);
    getSelection().removeAllRanges(); getSelection().addRange(range);
    return;
  }
}"""


class Hand:
    """Clicks by what a person reads, and counts."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.clicks = 0

    def click(self, role: str, name: str) -> None:
        self.page.get_by_role(role, name=name, exact=True).click()
        self.clicks += 1


def begin(page: Any, address: str, article: str) -> Hand:
    """Paste a text and make items."""
    hand = Hand(page)
    page.goto(address)
    page.get_by_label("Isi berita").fill(article)
    hand.click("button", "Pakai teks ini")
    page.wait_for_selector("article.passage")
    hand.click("link", "Lanjut: buat lembar")
    page.get_by_label("Banyak soal").fill("6")
    hand.click("button", "Buat soal")
    page.wait_for_selector("[data-key]")
    return hand


def test_from_pasted_text_to_a_word_file_with_the_edited_items(
    own_page: Any, address: str, article: str, tmp_path: Path
) -> None:
    page = own_page
    hand = begin(page, address, article)
    hand.click("link", "Ubah soal 1")
    page.get_by_label("Pertanyaan", exact=True).fill(MINE)
    hand.click("button", "Simpan")
    page.get_by_text(MINE).first.wait_for()
    prompts = [each.inner_text() for each in page.locator("[data-key] > .prompt").all()]
    hand.click("link", "Lanjut: unduh")
    with page.expect_download() as waiting:
        hand.click("link", "Word: Siswa")
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert hand.clicks == CLICKS
    assert path.name.endswith(".student.docx")
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert MINE in text
    for prompt in prompts:
        assert prompt.split(" (1)")[0][:40] in text.replace("\u00a0", " "), prompt


def test_a_click_on_the_evidence_shows_its_sentence(
    own_page: Any, address: str, article: str
) -> None:
    begin(own_page, address, article)
    link = own_page.locator("[data-sentence]").first
    id = link.get_attribute("data-sentence")
    link.click()
    sentence = own_page.locator(f"#{id}")
    assert "shown" in (sentence.get_attribute("class") or "")
    assert sentence.evaluate("node => document.activeElement === node")


def test_the_preview_follows_an_edit(own_page: Any, address: str, article: str) -> None:
    page = own_page
    begin(page, address, article)
    page.get_by_role("button", name="Pratinjau", exact=True).click()
    frame = page.frame_locator("iframe.preview")
    frame.get_by_text("Lembar Kerja Membaca").wait_for()
    page.get_by_role("link", name="Ubah soal 1", exact=True).click()
    page.get_by_label("Pertanyaan", exact=True).fill(MINE)
    page.get_by_role("button", name="Simpan", exact=True).click()
    frame.get_by_text(MINE).wait_for()


def test_selected_words_are_corrected_and_stay_so(
    own_page: Any, address: str, article: str
) -> None:
    page = own_page
    begin(page, address, article)
    page.get_by_role("link", name="Baca").click()
    # The sheet that is being left has a passage too.
    page.wait_for_url("**/read")
    page.wait_for_selector("article.passage")
    page.evaluate(SELECT, "kabel baja")
    page.wait_for_function("() => document.getElementById('mark-quote').value === 'kabel baja'")
    page.get_by_label("Tandai sebagai").select_option(label="produk")
    page.get_by_role("button", name="Simpan tanda").click()
    page.locator("a.e-PRODUCT", has_text="kabel baja").wait_for()
    page.reload()
    assert page.locator("a.e-PRODUCT", has_text="kabel baja").count() == 1
    page.locator("a.e-PRODUCT", has_text="kabel baja").click()
    assert page.get_by_label("Kata", exact=True).input_value() == "kabel baja"
    page.get_by_label("Tandai sebagai").select_option(label="bukan nama atau angka")
    page.get_by_role("button", name="Simpan tanda").click()
    page.locator("a.e-PRODUCT").wait_for(state="detached")


def test_a_kisi_kisi_is_uploaded_without_leaving_the_page(own_page: Any, address: str) -> None:
    page = own_page
    page.goto(address)
    page.locator('[value="putin-pyongyang-4"]').click()
    page.wait_for_selector("article.passage")
    page.get_by_role("link", name="Lanjut: buat lembar").click()
    page.get_by_text("Kisi-kisi (.docx, .xlsx, .csv)").first.click()
    table = b"Indikator Soal,Bentuk Soal,Jumlah\nMenentukan makna kata,Pilihan ganda,2\n"
    file = {"name": "kisi.csv", "mimeType": "text/csv", "buffer": table}
    page.locator("#kisi-kisi").set_input_files(file)
    page.get_by_role("button", name="Buat soal").click()
    page.wait_for_selector("[data-key]")
    assert len(order(page)) == 2
    page.get_by_text("Mengikuti kisi-kisi kisi.csv").wait_for(state="attached")


def order(page: Any) -> list[str]:
    return [each.get_attribute("data-key") for each in page.locator("li[data-key]").all()]


def wait_for_order(page: Any, wanted: list[str]) -> None:
    page.wait_for_function(
        "keys => keys.every((key, at) => document.querySelectorAll('li[data-key]')[at]"
        ".dataset.key === key)",
        arg=wanted,
    )


def test_an_item_is_dragged_to_another_place(own_page: Any, address: str, article: str) -> None:
    page = own_page
    begin(page, address, article)
    first, second, *rest = order(page)
    handles = page.locator("li[data-key] .handle")
    handles.nth(1).scroll_into_view_if_needed()
    held, place = (handles.nth(at).bounding_box() for at in (1, 0))
    page.mouse.move(held["x"] + 5, held["y"] + 5)
    page.mouse.down()
    page.mouse.move(place["x"] + 5, place["y"] + 5, steps=12)
    page.mouse.up()
    wait_for_order(page, [second, first, *rest])


def test_an_item_is_moved_by_keys_which_keep_the_focus(
    own_page: Any, address: str, article: str
) -> None:
    page = own_page
    begin(page, address, article)
    first, second, *rest = order(page)
    page.get_by_role("button", name="Turun soal 1", exact=True).focus()
    page.keyboard.press("Enter")
    wait_for_order(page, [second, first, *rest])
    assert page.evaluate("document.activeElement.id") == f"down-{first}"
    page.get_by_role("button", name="Urungkan").focus()
    page.keyboard.press("Enter")
    wait_for_order(page, [first, second, *rest])


def press_on(page: Any, role: str, name: str) -> None:
    """Go with the tabulator to what has a name, see that it shows its focus, and press it."""
    wanted = page.get_by_role(role, name=name, exact=True).first
    for _ in range(250):
        page.keyboard.press("Tab")
        if wanted.evaluate("node => document.activeElement === node"):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'")
            page.keyboard.press("Enter")
            return
    pytest.fail(f"the tabulator never comes to {name}")


def test_the_whole_way_by_keyboard_alone(
    own_page: Any, address: str, article: str, tmp_path: Path
) -> None:
    page = own_page
    page.goto(address)
    for _ in range(250):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "text":
            break
    page.keyboard.insert_text(article)
    press_on(page, "button", "Pakai teks ini")
    page.wait_for_selector("article.passage")
    press_on(page, "link", "Lanjut: buat lembar")
    page.wait_for_selector("form.plan")
    press_on(page, "button", "Buat soal")
    page.wait_for_selector("[data-key]")
    press_on(page, "link", "Ubah soal 1")
    page.wait_for_function("() => document.activeElement.id === 'prompt'")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(MINE)
    press_on(page, "button", "Simpan")
    page.get_by_text(MINE).first.wait_for()
    press_on(page, "link", "Lanjut: unduh")
    page.wait_for_selector("#files")
    with page.expect_download() as waiting:
        press_on(page, "link", "Word: Guru (dengan kunci)")
    waiting.value.save_as(tmp_path / "guru.docx")
    assert docx.Document(str(tmp_path / "guru.docx")).paragraphs


def test_words_are_not_lost_when_the_server_is_gone(
    troubled_page: Any, address: str, article: str
) -> None:
    page = troubled_page
    begin(page, address, article)
    page.get_by_role("link", name="Ubah soal 1", exact=True).click()
    page.get_by_label("Pertanyaan", exact=True).fill(MINE)
    page.route("**/items/**", lambda route: route.abort())
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.get_by_text("Program tidak menjawab.").wait_for()
    assert page.get_by_label("Pertanyaan", exact=True).input_value() == MINE
    page.unroute("**/items/**")
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.locator("[data-key] > .prompt", has_text=MINE).wait_for()


def test_without_scripts_the_whole_way_is_there_too(
    chromium: Any, address: str, article: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_label("Isi berita").fill(article)
    page.get_by_role("button", name="Pakai teks ini").click()
    page.wait_for_url("**/drafts/**")
    while page.locator("progress").count() and not page.locator("article.passage").count():
        page.reload()
    page.get_by_role("link", name="Lanjut: buat lembar").click()
    page.get_by_role("button", name="Buat soal").click()
    page.get_by_role("link", name="Ubah soal 1", exact=True).click()
    page.get_by_label("Pertanyaan", exact=True).fill(MINE)
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.get_by_text(MINE).first.wait_for()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Lanjut: unduh").click()
        page.get_by_role("link", name="PDF: Siswa").click()
    assert waiting.value.suggested_filename.endswith(".student.pdf")
    context.close()
