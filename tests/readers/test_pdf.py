import io

import pypdf
import pytest
import typst

from quizgen.errors import InputError
from quizgen.model import Imported
from quizgen.readers.pdf import READER, WORDLESS

FIRST = (
    "Warga desa itu menanam pohon di tepi sungai agar tanah tidak longsor ketika hujan deras "
    "turun pada akhir tahun. Bibit pohon diberikan oleh dinas kehutanan kabupaten, sedangkan "
    "cangkul dan ember mereka bawa sendiri dari rumah masing-masing."
)
SECOND = (
    "Mereka bekerja sejak pagi dan pulang ketika hari sudah gelap. Anak-anak ikut membantu "
    "menyiram bibit setelah pulang sekolah, lalu mencatat tinggi setiap pohon di buku mereka."
)


def read(body: str, settings: str = "") -> Imported:
    head = f'#set page(paper: "a6")\n#set text(lang: "id", size: 11pt)\n{settings}\n'
    return READER.read(typst.compile((head + body).encode()), source="kebun.pdf")


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "#set par(justify: true)\n#set text(hyphenate: true)",
        "#set par(leading: 0.6em, spacing: 0.6em, first-line-indent: (amount: 1em, all: true))",
        "#set page(columns: 2, width: 20cm)",
    ],
)
def test_lines_become_the_paragraphs_they_were(settings: str) -> None:
    article = read(f"= Hutan Kecil\n{FIRST}\n\n{SECOND}", settings).article
    assert article.title == "Hutan Kecil"
    assert article.paragraphs == (FIRST, SECOND)


def test_word_cut_at_a_line_end_is_mended_and_a_real_hyphen_stays() -> None:
    article = read(
        "Warga desa itu mengikuti pemba-\\\nngunan jalan Pelita-\\\nAsri bersama anak-\\\nanak."
    ).article
    assert article.text == (
        "Warga desa itu mengikuti pembangunan jalan Pelita-Asri bersama anak-anak."
    )


def test_sub_heading_in_larger_print_is_one() -> None:
    article = read(f"= Hutan Kecil\n{FIRST}\n\n== Bekerja Sejak Pagi\n{SECOND}").article
    assert article.headings == {1}
    assert article.paragraphs[1] == "Bekerja Sejak Pagi"


def test_what_every_page_repeats_is_left_out_and_reported() -> None:
    settings = (
        "#set page(header: [Koran Sekolah], footer: context [Halaman #counter(page).display()])"
    )
    imported = read(f"{FIRST}\n#pagebreak()\n{SECOND}", settings)
    assert imported.article.paragraphs == (FIRST, SECOND)
    assert [each.text for each in imported.dropped] == [
        "Koran Sekolah",
        "Halaman 1",
        "Koran Sekolah",
        "Halaman 2",
    ]


def test_paragraph_runs_on_over_a_page_end() -> None:
    cut = FIRST.replace("agar tanah", "agar\n#pagebreak()\ntanah")
    assert read(cut).article.paragraphs == (FIRST,)


def test_scan_without_text_is_refused() -> None:
    with pytest.raises(InputError, match=r"^kebun\.pdf: has no text, only pictures of it"):
        read("#rect(width: 2cm)")


def test_teacher_is_told_of_a_page_without_text_among_others() -> None:
    (remark,) = read(f"{FIRST}\n#pagebreak()\n#rect(width: 2cm)").remarks
    assert remark == WORDLESS
    assert read(FIRST).remarks == ()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 rusak", b"teks biasa"])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^a\.pdf: is no readable PDF"):
        READER.read(data, source="a.pdf")


def test_locked_file_is_refused() -> None:
    reader = pypdf.PdfReader(io.BytesIO(typst.compile(b"Halo dunia ini.")))
    writer = pypdf.PdfWriter(clone_from=reader)
    writer.encrypt("rahasia", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    with pytest.raises(InputError, match="locked with a password"):
        READER.read(buffer.getvalue(), source="a.pdf")


NEWSPAPER = """
#set page(paper: "a4", columns: 2, header: [Koran Sekolah #h(1fr) Edisi Juni],
  footer: context align(center, counter(page).display()))
#set text(size: 10pt, hyphenate: true)
#set par(justify: true)
#place(top + center, scope: "parent", float: true, text(22pt)[Hutan Kecil di Tepi Sungai])
"""
LINES = [FIRST, SECOND, FIRST.replace("Warga desa", "Murid sekolah"), SECOND.replace("M", "N")]


def test_newspaper_page_in_two_columns_under_one_title_is_read_in_order() -> None:
    paragraphs = [f"{line} Cerita bagian {number}." for number in range(12) for line in LINES]
    cut = len(paragraphs) // 2
    head, tail = "\n\n".join(paragraphs[:cut]), "\n\n".join(paragraphs[cut:])
    imported = read(f"{head}\n\n== Anak-Anak Ikut Membantu\n{tail}", NEWSPAPER)
    article = imported.article
    assert article.title == "Hutan Kecil di Tepi Sungai"
    assert article.paragraphs == (*paragraphs[:cut], "Anak-Anak Ikut Membantu", *paragraphs[cut:])
    assert article.headings == {cut}
    assert {each.reason for each in imported.dropped} == {"header or footer of the page"}
