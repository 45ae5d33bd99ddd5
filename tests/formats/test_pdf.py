"""The PDF sheet."""

import io
from dataclasses import replace

import pypdf
import pytest

from quizgen.formats.pdf import FORMAT, _more_fonts
from quizgen.interfaces import omissions_of
from quizgen.model import Choice, Layout, MultiChoice, Option

from . import sample


def _read(worksheet, edition="student"):
    return pypdf.PdfReader(io.BytesIO(FORMAT.render(worksheet, edition=edition)))


def _pages(worksheet, edition="student"):
    """Return the text of each page with single spaces."""
    pages = _read(worksheet, edition).pages
    return [" ".join(page.extract_text().replace("\xa0", " ").split()) for page in pages]


def test_every_page_says_which_it_is(worksheet):
    pages = _pages(worksheet)
    assert len(pages) > 1
    for number, text in enumerate(pages, start=1):
        assert f"Halaman {number} dari {len(pages)}" in text


def test_later_pages_bear_the_title_of_the_text(worksheet):
    assert all(sample.article().title in text for text in _pages(worksheet)[1:])


def test_the_page_is_a4(worksheet):
    box = _read(worksheet).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_the_file_is_tagged_and_titled_in_indonesian(worksheet):
    reader = _read(worksheet)
    catalogue = reader.trailer["/Root"]
    assert "/StructTreeRoot" in catalogue
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "id"
    assert reader.metadata.title == f"Lembar Kerja Membaca: {sample.article().title}"


def test_the_student_fills_in_name_class_number_date_and_score(worksheet):
    first = _pages(worksheet)[0]
    for label in ("Nama:", "Kelas:", "No. absen:", "Tanggal:", "Nilai"):
        assert label in first


def test_the_student_finds_no_key(worksheet):
    text = " ".join(_pages(worksheet))
    for word in ("Kunci", "Pembahasan", "Bukti", "✓", "Rubrik", "kalimat 12"):
        assert word not in text


def test_the_teacher_finds_key_explanation_and_evidence(worksheet):
    text = " ".join(_pages(worksheet, "teacher"))
    assert "Kunci Jawaban dan Pembahasan" in text
    assert "“Ia berharap rute ditambah” (kalimat 12, paragraf 4)" in text
    assert "Seorang warga desa ✓" in text
    assert "Catatan untuk guru" in text


def test_no_choice_item_is_split_by_a_page(worksheet):
    many = tuple(replace(sample.CHOICE, id=f"c{n}", prompt=f"Soal ke-{n}?") for n in range(30))
    section = replace(worksheet.sections[0], items=many)
    last = sample.CHOICE.response.options[-1].text
    for text in _pages(replace(worksheet, sections=(section,))):
        assert text.count("Soal ke-") == text.count(last)


def test_hidden_items_are_not_on_a_page_with_the_text(worksheet):
    pages = _pages(worksheet)
    hidden = [text for text in pages if "tanpa melihat teks bacaan" in text]
    assert hidden
    assert not any("Sumber:" in text for text in hidden)


@pytest.mark.parametrize("edition", ["student", "teacher"])
def test_markup_in_the_words_is_shown_as_it_is(hostile, edition):
    text = "".join(" ".join(_pages(hostile, edition)).split())
    assert text.count("".join(sample.HOSTILE.split())) >= 2
    assert "2*3*4" in text


def test_equal_sheets_are_equal_bytes(worksheet):
    again = FORMAT.render(sample.worksheet(), edition="teacher")
    assert FORMAT.render(worksheet, edition="teacher") == again


def test_an_item_longer_than_a_page_is_printed_in_full(worksheet):
    options = tuple(
        replace(option, text=f"{option.text} {'sangat panjang ' * 120}tamat{n}")
        for n, option in enumerate(sample.CHOICE.response.options)
    )
    item = replace(sample.CHOICE, response=Choice(options=options))
    section = replace(worksheet.sections[0], items=(item,))
    text = " ".join(_pages(replace(worksheet, sections=(section,))))
    assert all(f"tamat{n}" in text for n in range(len(options)))


def test_all_options_stand_in_order(worksheet):
    text = " ".join(_pages(worksheet))
    for _, item in worksheet.items():
        if isinstance(item.response, Choice | MultiChoice):
            places = [text.index(option.text) for option in item.response.options]
            assert places == sorted(places)


def titled(title):
    made = sample.worksheet()
    article = replace(made.article, title=title)
    return replace(made, document=replace(made.document, article=article))


def conforms(data):
    """Return whether the file says that it is PDF/UA: then every letter has its picture."""
    return b"pdfuaid" in pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]["/Metadata"].get_data()


NAMES = ["محمد بن سلمان", "בנימין נתניהו", "Владимир Путин", "Σωκράτης", "नरेन्द्र मोदी"]
CJK = ["习近平", "蔡英文", "小泉純一郎", "윤석열"]


@pytest.mark.parametrize("name", [*NAMES, *CJK])
def test_names_in_other_letters_show(name):
    if name in CJK:
        pytest.importorskip("noto_cjk_sans_otc", reason="quizgen[cjk] is not installed")
    made = titled(f"Kunjungan {name} ke Jakarta")
    assert conforms(FORMAT.render(made, edition="student"))
    assert omissions_of(FORMAT, made) == []


def test_a_layout_shows_them_as_well_and_breaks_long_words():
    pytest.importorskip("noto_cjk_sans_otc", reason="quizgen[cjk] is not installed")
    made = replace(titled(f"习近平 {'w' * 200}"), layout=Layout(large=True, dyslexia=True))
    data = FORMAT.render(made, edition="student")
    assert conforms(data)
    runs = pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text().split("\n")
    assert 0 < max(run.count("w") for run in runs) < 60


@pytest.mark.parametrize("extra", [True, False])
def test_letters_that_the_fonts_lack_are_told_and_do_not_stop_the_sheet(extra, monkeypatch):
    if not extra:
        monkeypatch.setattr("quizgen.formats.pdf._more_fonts", tuple)
    made = titled("Pengguna 😀 di Tiongkok" if extra else "Pengguna 碎 di Tiongkok")
    data = FORMAT.render(made, edition="student")
    assert data.startswith(b"%PDF")
    assert not conforms(data)
    [notice] = omissions_of(FORMAT, made)
    assert ("“😀”" if extra else "“碎”") in notice
    assert ("quizgen[cjk]" in notice) is not extra or not _more_fonts()


def test_a_word_longer_than_the_line_stays_on_the_page(worksheet):
    long = "w" * 200
    options = (*sample.CHOICE.response.options[:2], Option(text=long))
    item = replace(sample.CHOICE, prompt=long, response=Choice(options=options))
    made = replace(worksheet, sections=(replace(worksheet.sections[0], items=(item,)),))
    runs = [run for page in _read(made).pages for run in page.extract_text().split("\n")]
    counts = [run.count("w") for run in runs]
    assert sum(counts) >= 2 * len(long)
    assert max(counts) < 80
