"""From a text to a file over the pages, as a browser without scripts would go."""

import io

import docx
import pytest

from .conftest import ARTICLE
from .teacher import Teacher

TEXT = "putin-pyongyang-4"


@pytest.fixture(scope="module")
def draft(browser_side: Teacher) -> str:
    """Return a draft of a pasted text with five items."""
    begun = browser_side.begin(ARTICLE)
    assert browser_side.made(begun, count="5").status_code == 200
    return begun


def test_the_start_lists_the_corpus_by_topic_level_and_words(teacher: Teacher) -> None:
    page = teacher.get("/?level=3&q=Yogyakarta&topic=budaya").text
    assert page.count('name="text" value="') == 1
    assert 'value="sumbu-filosofi-3"' in page
    assert "Tidak ada teks yang cocok" in teacher.get("/?q=tidakadakatasepertiini").text


def test_a_pasted_text_is_cleaned_and_what_was_dropped_can_be_put_back(teacher: Teacher) -> None:
    draft = teacher.begin(ARTICLE)
    page = teacher.get(f"{draft}/read").text
    passage = page.partition("<article")[2].partition("</article>")[0]
    assert "Baca juga" not in passage
    assert "Baca juga: Harga Beras" in page
    rest = page.partition("Baca juga: Harga Beras")[2]
    number = rest.partition('name="block" value="')[2].partition('"')[0]
    sent = {"keep": "yes", "seen": "999", "block": number}
    teacher.waited(str(teacher.post(f"{draft}/blocks", **sent).url))
    page = teacher.get(f"{draft}/read").text
    passage = page.partition("<article")[2].partition("</article>")[0]
    assert "Baca juga: Harga Beras" in passage


def test_reading_shows_level_names_words_and_notices(teacher: Teacher, draft: str) -> None:
    page = teacher.get(f"{draft}/read").text
    assert "Kira-kira BIPA" in page
    assert 'class="e e-PER"' in page
    assert 'class="word"' in page
    assert "praktek (baku: praktik)" in page


def test_a_sheet_has_as_many_items_as_asked_for_with_evidence(teacher: Teacher, draft: str) -> None:
    page = teacher.get(f"{draft}/sheet").text
    assert len(teacher.keys(draft)) == 5
    assert page.count("data-sentence=") >= 5


def test_only_the_types_and_paragraphs_asked_for_are_made(teacher: Teacher) -> None:
    draft = teacher.begin_corpus(TEXT)
    teacher.made(draft, count="4", types=["meaning", "synonym"], paragraphs=["1", "2", "3"])
    assert {key.rpartition("-")[0] for key in teacher.keys(draft)} <= {"meaning", "synonym"}


def test_too_few_items_are_told_with_what_to_do(teacher: Teacher) -> None:
    draft = teacher.begin(ARTICLE)
    page = teacher.made(draft, count="60").text
    assert "soal yang cukup baik" in page
    assert "tambahkan soal sendiri" in page


def test_an_edited_item_is_printed_as_it_was_edited(teacher: Teacher) -> None:
    draft = teacher.begin_corpus(TEXT)
    teacher.made(draft, count="3", types=["meaning"])
    key = teacher.keys(draft)[0]
    form = teacher.form(draft, key) | {"prompt": ["Apa arti kata yang digarisbawahi?"]}
    answer = teacher.post(f"{draft}/items/{key}", **form)
    assert "Apa arti kata yang digarisbawahi?" in answer.text
    data = teacher.get(f"{draft}/files/docx?edition=student").content
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
    assert "Apa arti kata yang digarisbawahi?" in text


def test_an_item_saved_without_a_change_is_no_step(teacher: Teacher) -> None:
    draft = teacher.begin_corpus(TEXT)
    teacher.made(draft, count="3")
    for key in teacher.keys(draft):
        version = teacher.version(draft, key)
        teacher.post(f"{draft}/items/{key}", **teacher.form(draft, key))
        assert teacher.version(draft, key) == version


def test_an_edit_that_breaks_a_rule_is_kept_and_told_in_plain_words(teacher: Teacher) -> None:
    draft = teacher.begin_corpus(TEXT)
    teacher.made(draft, count="2", types=["meaning"])
    key = teacher.keys(draft)[0]
    form = teacher.form(draft, key)
    form["option"] = [*form["option"][:3], form["option"][0]]
    page = teacher.post(f"{draft}/items/{key}", **form).text
    assert "Dua pilihan berbunyi sama." in page


def test_an_edit_that_cannot_be_printed_keeps_the_words_in_the_form(teacher: Teacher) -> None:
    draft = teacher.begin_corpus(TEXT)
    teacher.made(draft, count="2", types=["meaning"])
    key = teacher.keys(draft)[0]
    form = teacher.form(draft, key) | {"prompt": ["Pertanyaan baru saya?"], "right": []}
    answer = teacher.post(f"{draft}/items/{key}", **form)
    assert answer.status_code == 422
    assert "Tandai satu pilihan sebagai kunci." in answer.text
    assert "Pertanyaan baru saya?</textarea>" in answer.text


def test_items_are_deleted_replaced_moved_and_all_of_it_undone(teacher: Teacher) -> None:
    draft = teacher.begin_corpus(TEXT)
    teacher.made(draft, count="5")
    before = teacher.keys(draft)
    teacher.post(f"{draft}/items/{before[0]}/delete", version=teacher.version(draft, before[0]))
    assert teacher.keys(draft) == before[1:]
    page = teacher.get(f"{draft}/sheet?replace={before[1]}").text
    candidate = page.partition('name="candidate" value="')[2].partition('"')[0]
    version = teacher.version(draft, before[1])
    teacher.post(f"{draft}/items/{before[1]}/replace", candidate=candidate, version=version)
    assert teacher.keys(draft) == [candidate, *before[2:]]
    teacher.post(f"{draft}/items/{before[4]}/move", before=candidate)
    assert teacher.keys(draft) == [before[4], candidate, *before[2:4]]
    for _ in range(3):
        teacher.post(f"{draft}/undo")
    assert teacher.keys(draft) == before


def test_a_locked_item_stays_when_new_ones_are_made(teacher: Teacher) -> None:
    draft = teacher.begin_corpus(TEXT)
    teacher.made(draft, count="4", types=["meaning"])
    key = teacher.keys(draft)[0]
    teacher.post(f"{draft}/items/{key}/lock", locked="yes", version=teacher.version(draft, key))
    teacher.made(draft, count="4", types=["synonym"])
    kinds = [each.rpartition("-")[0] for each in teacher.keys(draft)]
    assert key in teacher.keys(draft)
    assert kinds.count("meaning") == 1
    assert "synonym" in kinds


def test_a_deleted_item_does_not_come_back_with_new_ones(teacher: Teacher) -> None:
    draft = teacher.begin_corpus(TEXT)
    teacher.made(draft, count="4")
    key = teacher.keys(draft)[0]
    teacher.post(f"{draft}/items/{key}/delete", version=teacher.version(draft, key))
    teacher.made(draft, count="4")
    assert key not in teacher.keys(draft)


def test_a_teachers_own_item_is_added_with_its_sentence_found(teacher: Teacher) -> None:
    draft = teacher.begin(ARTICLE)
    page = teacher.post(
        f"{draft}/items",
        kind="choice",
        prompt="Berapa panjang jembatan itu?",
        option=["45 meter", "54 meter", "4 meter", ""],
        right="0",
        quote="45 meter",
    ).text
    assert "Berapa panjang jembatan itu?" in page
    assert "Bukti: kalimat 2" in page
    assert "milik Anda" in page


def test_a_kisi_kisi_decides_types_and_numbers(teacher: Teacher) -> None:
    draft = teacher.begin_corpus(TEXT)
    table = (
        "Indikator Soal,Bentuk Soal,Jumlah\n"
        "Menentukan makna kata,Pilihan ganda,2\nMenentukan rujukan kata,Pilihan ganda,1\n"
    )
    files = {"kisi-kisi": ("kisi.csv", table.encode(), "text/csv")}
    page = teacher.get(f"{draft}/sheet").text
    assert "kisi-kisi" in page
    answer = teacher.post(f"{draft}/plan", version="0", profile="bipa", files=files)
    assert answer.status_code == 200, answer.text
    kinds = [key.rpartition("-")[0] for key in teacher.keys(draft)]
    assert kinds == ["meaning", "meaning", "reference"]
    assert teacher.get(f"{draft}/files/kisi-kisi").status_code == 200


def test_an_unreadable_kisi_kisi_is_told_in_plain_words(teacher: Teacher) -> None:
    draft = teacher.begin_corpus(TEXT)
    files = {"kisi-kisi": ("kisi.csv", b"a,b\n1,2\n", "text/csv")}
    answer = teacher.post(f"{draft}/plan", version="0", profile="bipa", files=files)
    assert answer.status_code == 422
    assert "Kisi-kisi tidak terbaca" in answer.text


def test_the_pages_are_there_in_english(teacher: Teacher, draft: str) -> None:
    answer = teacher.post("/language", language="en", back=f"{draft}/sheet")
    assert '<html lang="en">' in answer.text
    assert "Make the sheet" in answer.text
    teacher.post("/language", language="id", back="/")


def test_a_draft_is_deleted_and_brought_back(teacher: Teacher) -> None:
    draft = teacher.begin(ARTICLE, title="Naskah yang dihapus")
    page = teacher.post(f"{draft}/delete").text
    assert "Naskah dihapus." in page
    assert teacher.get(f"{draft}/read").status_code == 404
    assert "Naskah yang dihapus" in teacher.post(f"{draft}/restore").text


def test_an_upload_is_read_by_its_kind(teacher: Teacher) -> None:
    document = docx.Document()
    for paragraph in ARTICLE.split("\n\n"):
        document.add_paragraph(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    answer = teacher.post("/drafts/upload", files={"file": ("berita.docx", buffer.getvalue())})
    assert answer.status_code == 200
    assert answer.url.path.endswith("/read")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"text": "   "}, "Kosong; berikan"),
        ({"text": "The council opened the bridge and the people of the town were happy."},
         "bukan bahasa Indonesia"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_and_stays_in_the_form(
    teacher: Teacher, sent: dict[str, str], said: str
) -> None:
    answer = teacher.post("/drafts/paste", **sent)
    assert answer.status_code == 422
    assert said in answer.text
    assert sent["text"].strip() in answer.text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("berita.xyz", b"\x00\x01\x02", "bukan teks"),
        ("berita.docx", b"no archive", "bukan bahasa Indonesia"),
        ("berita.pdf", b"%PDF-1.4 broken", "bukan PDF atau rusak"),
    ],
)
def test_an_upload_that_cannot_be_read_is_told_in_plain_words(
    teacher: Teacher, name: str, data: bytes, said: str
) -> None:
    answer = teacher.post("/drafts/upload", files={"file": (name, data)})
    assert answer.status_code == 422
    assert said in answer.text


def test_a_page_that_is_not_there_says_so(teacher: Teacher) -> None:
    assert teacher.get("/drafts/tidak-ada/read").status_code == 404
    answer = teacher.get("/tidak-ada")
    assert answer.status_code == 404
    assert "Halaman ini tidak ada." in answer.text


def test_a_text_far_above_the_class_is_remarked(teacher: Teacher) -> None:
    draft = teacher.begin_corpus("putin-pyongyang-6")
    assert "tingkat yang diminta BIPA 3" in teacher.made(draft, count="3", level="3").text
