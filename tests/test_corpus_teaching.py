"""Teaching notes and written questions of the corpus."""

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import corpus
from quizgen.checks.corpus_rules import check_corpus
from quizgen.corpus_teaching import load_questions, load_reading
from quizgen.errors import CorpusError
from quizgen.exercises.written import EXERCISE
from quizgen.model import Choice

ID = "kereta-cepat-4"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(corpus.corpus_root() / "kereta-cepat", tmp_path / "kereta-cepat")
    return tmp_path


def test_every_text_has_notes_and_questions() -> None:
    for id in corpus.article_ids():
        sentences = corpus.load_document(id).sentences
        reading = load_reading(id, sentences)
        assert reading is not None
        assert len(reading.events) >= 3
        assert sum(one.right for one in reading.conclusions) == 1
        assert len(load_questions(id, sentences)) >= 6
        assert len(reading.main_ideas) >= (1 if id.endswith("-3") else 2)
        assert len(reading.titles) == len(reading.purposes) == 1
        assert len(reading.claims) == 6


def test_the_key_of_a_question_is_the_same_at_every_level() -> None:
    keys: dict[str, set[str]] = {}
    for id in corpus.article_ids():
        for item in load_questions(id, corpus.load_document(id).sentences):
            assert isinstance(item.response, Choice)
            key = next(option.text for option in item.response.options if option.correct)
            keys.setdefault(item.id, set()).add(key)
    assert keys
    assert all(len(found) == 1 for found in keys.values())


def test_the_worksheet_offers_them_only_for_the_unchanged_text() -> None:
    document = corpus.load_document(ID)
    items = list(EXERCISE.generate(document, random.Random(1)))
    assert [item.id for item in items if item.id.startswith("kereta-cepat-q")]
    shorter = replace(document.article, paragraphs=document.article.paragraphs[1:])
    changed = replace(document, article=shorter)
    assert list(EXERCISE.generate(changed, random.Random(1))) == []


def test_a_quote_that_the_text_lost_is_named_with_file_and_line(folder: Path) -> None:
    path = folder / "kereta-cepat" / "questions.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('quote: "di Stasiun Halim"', 'quote: "di Bandung"'), "utf-8")
    document = corpus.load_document(ID, folder)
    with pytest.raises(CorpusError, match=r"questions\.yaml:\d+: 'di Bandung' stands 0 times"):
        load_questions(ID, document.sentences, folder)
    found = [each for each in check_corpus(folder) if each.file == path]
    assert {each.code for each in found} == {"unreadable"}


def test_a_text_that_reads_like_another_level_is_found(folder: Path) -> None:
    topic = folder / "kereta-cepat"
    for end in (".txt", ".yaml"):
        text = (topic / f"bipa6{end}").read_text(encoding="utf-8")
        (topic / f"bipa3{end}").write_text(text, encoding="utf-8")
    for name in ("questions.yaml", "bipa3.reading.yaml"):
        (topic / name).unlink()
    (topic / "bipa3.reading.yaml").write_text("events: []\n", encoding="utf-8")
    assert "off-level" in {each.code for each in check_corpus(folder)}


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("bipa4.reading.yaml", "right: true", "right: false", "wrong-conclusions"),
        ("questions.yaml", "id: kereta-cepat-q3", "id: kereta-cepat-q1", "same-id"),
        ("questions.yaml", "role: key, why", "role: unsupported, why", "unreadable"),
    ],
)
def test_each_rule_finds_what_breaks_it(
    folder: Path, file: str, old: str, new: str, code: str
) -> None:
    assert not check_corpus(folder)
    path = folder / "kereta-cepat" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert code in {each.code for each in check_corpus(folder)}
