import io
import zipfile
from dataclasses import replace

from quizgen.exports.brat import EXPORT
from quizgen.model import Document

from . import sample


def unpack(document: Document) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(EXPORT.export(document))) as files:
        return {name: files.read(name).decode("utf-8") for name in files.namelist()}


def test_the_zip_has_text_spans_and_configuration() -> None:
    files = unpack(sample.document())
    assert list(files) == ["pasar-3.txt", "pasar-3.ann", "annotation.conf"]
    assert files["pasar-3.txt"] == sample.TEXT


def test_every_span_cuts_its_quote_from_the_text_and_its_type_is_configured() -> None:
    files = unpack(sample.document())
    spans = [line.split("\t") for line in files["pasar-3.ann"].splitlines() if line[0] == "T"]
    assert len(spans) == 4
    for _, span, quote in spans:
        kind, start, end = span.split()
        assert sample.TEXT[int(start) : int(end)] == quote
        assert kind in files["annotation.conf"].splitlines()


def test_notes_say_the_full_name_the_value_and_the_antecedent() -> None:
    notes = [line for line in unpack(sample.document())["pasar-3.ann"].splitlines() if "#" in line]
    assert [note.split("\t")[2] for note in notes] == [
        "Sarunai",
        "Ratna Wiguna",
        "5 Mei 2025 = 2025-05-05",
        "= pasar",
    ]


def test_a_path_as_id_names_plain_files() -> None:
    document = sample.document()
    odd = replace(document, article=replace(document.article, id="../a b.txt"))
    assert next(iter(unpack(odd))) == "a-b-txt.txt"


def test_no_entry_carries_a_time() -> None:
    with zipfile.ZipFile(io.BytesIO(EXPORT.export(sample.document()))) as files:
        assert {entry.date_time for entry in files.infolist()} == {(1980, 1, 1, 0, 0, 0)}
