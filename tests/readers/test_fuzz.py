"""A small fuzz of every format; ``benchmarks/fuzz_readers.py`` is the large one."""

import io
from pathlib import Path

import docx
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.errors import InputError
from quizgen.readers import read_bytes

BODY = "Warga desa itu menanam pohon di tepi sungai agar tanah tidak longsor. (abc/def)"
PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Hutan Kecil", 0)
    document.add_paragraph(BODY)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


WHOLE = {
    **{path.name: path.read_bytes() for path in PAGES},
    "a.txt": f"Hutan Kecil\n\n{BODY}\n\nBaca juga: Sungai Bersih\n".encode(),
    "a.md": f"---\ntitle: Hutan\ndate: 2025-03-03\n---\n# Hutan\n\n{BODY} ![x](y)\n".encode(),
    "a.docx": word(),
    "a.pdf": typst.compile(BODY.encode()),
}
COMMON = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(name: str, data: bytes) -> None:
    """Read a file, or be told in one line why not."""
    try:
        read_bytes(name, data, seconds=None)
    except InputError as error:
        assert "\n" not in str(error)


@COMMON
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_spoilt_file_is_read_or_refused_in_one_line(name: str, data: st.DataObject) -> None:
    whole = WHOLE[name]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 200)))
    times = data.draw(st.sampled_from([0, 2, 50]))
    put_in = data.draw(st.binary(max_size=40))
    read(name, whole[:start] + put_in + whole[start:end] * times + whole[end:])


@COMMON
@given(st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a"]), st.binary())
def test_any_bytes_under_any_name_are_read_or_refused_in_one_line(name: str, data: bytes) -> None:
    read(name, data)


@COMMON
@given(st.text(), st.sampled_from(["a.txt", "a.md"]))
def test_any_text_is_read_or_refused_in_one_line(text: str, name: str) -> None:
    read(name, f"{BODY}\n{text}\n{BODY}".encode("utf-8", "replace"))
