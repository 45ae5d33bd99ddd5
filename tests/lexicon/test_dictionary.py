from pathlib import Path

import pytest

from quizgen.errors import DictionaryError
from quizgen.lexicon import classes, defining_words, read_dictionary, registers
from quizgen.lexicon.dictionary import ENTRY_COLUMNS, SENSE_COLUMNS

ENTRY = "naik\tnaik\tnaik\tna·ik\t-\t2"
SENSE = (
    "naik\t1\tVERB\tto rise\tmenjadi lebih tinggi\tHarga naik.\t"
    "harga naik; naik tajam\t-\tturun\tchange\tnetral"
)


def folder(path: Path, entries: str, senses: str) -> Path:
    for name, columns, rows in (
        ("entries.tsv", ENTRY_COLUMNS, entries),
        ("senses.tsv", SENSE_COLUMNS, senses),
    ):
        text = "\t".join(columns) + "\n" + rows + "\n"
        path.joinpath(name).write_text(text, encoding="utf-8")
    return path


def test_an_entry_carries_its_senses_and_a_dash_means_none(tmp_path: Path) -> None:
    entry = read_dictionary(folder(tmp_path, ENTRY, SENSE)).get("naik")
    assert entry is not None
    assert entry.nonstandard == ()
    assert entry.senses[0].collocations == ("harga naik", "naik tajam")
    assert entry.senses[0].synonyms == ()
    assert entry.senses[0].antonyms == ("turun",)


def test_a_missing_tab_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match=r"entries\.tsv:2: 5 fields"):
        read_dictionary(folder(tmp_path, ENTRY.replace("\t-\t", "\t"), SENSE))


def test_a_sense_without_an_entry_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match=r"senses\.tsv:2: 'turun' has no line"):
        read_dictionary(folder(tmp_path, ENTRY, SENSE.replace("naik\t1", "turun\t1")))


def test_the_closed_lists_are_sorted_and_hold_what_entries_need() -> None:
    assert len(defining_words()) > 1900
    assert {"person", "place", "process", "measure"} <= classes()
    assert {"netral", "jurnalistik"} <= registers()
