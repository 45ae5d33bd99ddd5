"""The notebook as a file, and run from top to bottom without a browser."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from quizgen.formats import ipynb
from quizgen.model import Edition, VocabularyNote, Worksheet

from .sample import HOSTILE

EDITIONS: tuple[Edition, ...] = ("student", "teacher")


def read(worksheet: Worksheet, edition: Edition = "student") -> Any:
    made = ipynb.FORMAT.render(worksheet, edition=edition).decode("utf-8")
    return nbformat.reads(made, as_version=4)  # type: ignore[no-untyped-call]


def cell(notebook: Any, name: str) -> str:
    [source] = [cell.source for cell in notebook.cells if cell.id == name]
    return str(source)


def run(notebook: Any, folder: Path) -> str:
    """Run all cells and one more, which says the score; return what was printed."""
    said = "print(workbook.labels['answered_right'].format(**workbook.points()))"
    notebook.cells.append(nbformat.v4.new_code_cell(said, id="said"))  # type: ignore[no-untyped-call]
    NotebookClient(notebook, resources={"metadata": {"path": str(folder)}}, timeout=120).execute()
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", ()))
    return "".join(output.text for output in outputs if output.output_type == "stream")


@pytest.mark.parametrize("edition", EDITIONS)
def test_equal_worksheets_give_equal_bytes(worksheet: Worksheet, edition: Edition) -> None:
    first = ipynb.FORMAT.render(worksheet, edition=edition)
    assert first == ipynb.FORMAT.render(replace(worksheet), edition=edition)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_notebook_is_valid_and_holds_no_outputs(worksheet: Worksheet, edition: Edition) -> None:
    notebook = read(worksheet, edition)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)
    assert all(cell.metadata.jupyter.source_hidden for cell in code)


def test_each_section_has_a_heading_and_one_cell(worksheet: Worksheet) -> None:
    notebook = read(worksheet)
    for number, section in enumerate(worksheet.sections, start=1):
        assert section.heading in cell(notebook, f"section-{number}")
        assert cell(notebook, f"show-{number}").endswith(f"workbook.show({number})")


def test_the_student_source_does_not_tell_the_key(worksheet: Worksheet) -> None:
    source = ipynb.FORMAT.render(worksheet, edition="student").decode("utf-8")
    assert "Kepala dinas menanggapi keluhan" not in source
    assert '"correct": true' not in source


def test_the_teacher_gets_the_key_and_the_notices(worksheet: Worksheet) -> None:
    notebook = read(worksheet, "teacher")
    assert "Kunci Jawaban dan Pembahasan" in cell(notebook, "key-1")
    shown = "\n".join(c.source for c in notebook.cells if c.cell_type == "markdown")
    assert "Kepala dinas menanggapi keluhan, bukan meminta rute baru (kalimat 13)." in shown
    assert "Teks ini memuat nama rekaan." in shown
    assert sum(c.id.startswith("key-") for c in notebook.cells) == 1 + len(worksheet.sections)


def test_paragraphs_and_sentences_are_numbered(worksheet: Worksheet) -> None:
    text = cell(read(worksheet), "passage")
    assert "**[5]** <sup>(13)</sup>" in text
    assert "### Rute Dipilih Warga" in text


def test_a_gloss_is_shown_on_the_word_and_in_a_table(worksheet: Worksheet) -> None:
    notebook = read(replace(worksheet, sections=worksheet.sections[:0]))
    meaning = "ungkapan rasa tidak puas (complaint)"
    assert f'<abbr title="{meaning}">keluhan</abbr>' in cell(notebook, "passage")
    assert f"| *keluhan* | {meaning} |" in cell(notebook, "help")


def test_no_gloss_answers_an_item_of_the_student_sheet(worksheet: Worksheet) -> None:
    assert "<abbr" not in cell(read(worksheet), "passage")
    assert "Glosarium" not in cell(read(worksheet), "help")
    assert "<abbr" in cell(read(worksheet, "teacher"), "passage")


def test_a_word_without_meaning_makes_no_glossary(worksheet: Worksheet) -> None:
    note = VocabularyNote(
        form="rute",
        headword="rute",
        lemma="rute",
        sentence="s6",
        level=3,
        gloss=None,
        definition=None,
        why="kata kunci",
    )
    document = replace(worksheet.document, vocabulary=(note,))
    assert "Glosarium" not in cell(read(replace(worksheet, document=document)), "help")


def test_people_and_places_are_listed_once(worksheet: Worksheet) -> None:
    table = cell(read(worksheet), "help")
    assert "| Ratna Wiguna | Orang | 4 |" in table
    assert "| Desa Lembah Hijau | Tempat | 11 |" in table


def test_labels_follow_the_language(worksheet: Worksheet) -> None:
    notebook = read(replace(worksheet, language="en"))
    assert "Run all cells from top to bottom" in cell(notebook, "title")
    assert "Correct answers" in cell(notebook, "setup")


@pytest.mark.parametrize("edition", EDITIONS)
def test_it_runs_from_top_to_bottom_in_a_fresh_kernel(
    worksheet: Worksheet, edition: Edition, tmp_path: Path
) -> None:
    notebook = read(worksheet, edition)
    assert "Jawaban benar: 0 dari 11" in run(notebook, tmp_path)
    parts = ("show-", "learner", "review", "score", "hand-in")
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    shown = [cell.outputs[0].data for cell in cells if cell.id.startswith(parts)]
    assert len(shown) == len(worksheet.sections) + 4
    assert all("application/vnd.jupyter.widget-view+json" in data for data in shown)
    assert list(tmp_path.iterdir()) == []


def test_an_answer_changes_the_score_and_outlives_the_kernel(
    worksheet: Worksheet, tmp_path: Path
) -> None:
    entry = {"answer": 1, "checked": True, "right": True}
    state = {"items": {"detail-aaaa1111": entry}, "score": {"right": 1, "total": 2}}
    answered = read(worksheet)
    [show] = [c for c in answered.cells if c.id == "show-1"]
    show.source += f"\nworkbook.show(1).state = {state!r}"
    assert "Jawaban benar: 1 dari 11" in run(answered, tmp_path)
    kept = json.loads((tmp_path / "bus-sekolah-listrik.progress.json").read_text(encoding="utf-8"))
    assert kept["items"]["detail-aaaa1111"] == entry
    assert "Jawaban benar: 1 dari 11" in run(read(worksheet), tmp_path)


def test_markup_in_the_data_breaks_no_cell(hostile: Worksheet, tmp_path: Path) -> None:
    notebook = read(hostile)
    assert "Jawaban benar: 0 dari 2" in run(notebook, tmp_path)
    assert "<script" not in cell(notebook, "passage").replace("\\<script", "")
    assert HOSTILE not in cell(notebook, "passage")
