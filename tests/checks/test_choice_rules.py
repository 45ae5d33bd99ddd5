"""Rules for annotated choices, and errors of what does not fit its text."""

import shutil
from pathlib import Path

import pytest

from quizgen import corpus
from quizgen.checks.corpus_rules import check_corpus

TOPIC = "kereta-cepat"
FILE = "bipa3.reading.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(corpus.corpus_root() / TOPIC, tmp_path / TOPIC)
    return tmp_path


def codes(folder: Path) -> dict[str, str]:
    path = folder / TOPIC / FILE
    return {each.code: each.message for each in check_corpus(folder) if each.file == path}


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / TOPIC / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


INSIDE = "sentence: s8, quote: nyaman} #"
OUTSIDE = "sentence: s9, quote: gratis} #"
SECOND = "- {sentence: s10, quote: masih gratis, why: Sama}"
KEY = "Whoosh Diresmikan dan Menarik Banyak Warga"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (KEY, "Kereta Cepat Pertama di Indonesia Mulai Beroperasi", "title-is-headline"),
        (KEY, f"{KEY} dari Jakarta", "key-longest"),
        (KEY, "Whoosh Diresmikan", "uneven-options"),
        (KEY, "Perkembangan Kereta Cepat di Asia Tenggara", "duplicate-option"),
        ("Whoosh Sepi setelah", "Whoosh Pasti Sepi setelah", "absolute-word"),
        ("titles:", "headlines:", "few-choices"),
        ("not-given, sentence: s3", "true, quote: Iriana, sentence: s3", "few-claims"),
        ("key_sentences:", f"key_sentences:\n{SECOND}", "same-paragraph"),
    ],
)  # fmt: skip
def test_each_rule_finds_what_breaks_it(folder: Path, old: str, new: str, code: str) -> None:
    assert codes(folder) == {}
    edit(folder, old, new)
    assert code in codes(folder)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('quote: "Harga promosinya Rp150.000"', 'quote: "Rp200.000"', "stands 0 times in s14"),
        ("- paragraph: 2", "- paragraph: 9", "no paragraph '9'"),
        ("- paragraph: 2", "- paragraph: 3", "by sentences of paragraph 3"),
        ("other-paragraph, sentence: s9", f"other-paragraph, {INSIDE}", "paragraph 2 itself"),
        ("detail, sentence: s5", f"detail, {OUTSIDE}", "a detail stands in paragraph 2"),
        ("fault: too-broad", "fault: too-wide", "'too-wide' is none of"),
        ("verdict: not-given", "verdict: unknown", "'unknown' is none of"),
        ("alteration: place", "alteration: colour", "'colour' is none of"),
        ("also: [s1]", "also: [s99]", "'s99' is none of"),
    ],
)  # fmt: skip
def test_what_does_not_fit_the_text_is_named(
    folder: Path, old: str, new: str, message: str
) -> None:
    edit(folder, old, new)
    assert message in codes(folder)["unreadable"]
