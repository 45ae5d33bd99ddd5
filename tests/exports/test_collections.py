"""Whole corpora: what files they make, and what the validator of UD says of the trees."""

import importlib.util
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

from quizgen import corpus
from quizgen.exports._ud import tree
from quizgen.interfaces import by_name, exports, files_of
from quizgen.model import Document, Token

from . import sample


def files(name: str, *documents: Document) -> dict[str, bytes]:
    return dict(files_of(by_name("format", name, exports()), documents))


def two() -> tuple[Document, Document]:
    document = sample.document()
    return document, replace(document, article=replace(document.article, id="pasar-4"))


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("conllu", ["corpus.conllu"]),
        ("spacy", ["corpus.spacy"]),
        ("parquet", ["corpus.parquet"]),
        ("json", ["pasar-3.json", "pasar-4.json"]),
        ("brat", ["pasar-3.txt", "pasar-3.ann", "pasar-4.txt", "pasar-4.ann", "annotation.conf"]),
    ],
)
def test_a_corpus_makes_these_files(name: str, names: list[str]) -> None:
    assert list(files(name, *two())) == names


def test_one_docbin_has_every_document() -> None:
    data = files("spacy", *two())["corpus.spacy"]
    docs = list(DocBin().from_bytes(data).get_docs(spacy.blank("id").vocab))
    assert [doc.text for doc in docs] == [sample.TEXT, sample.TEXT]


def test_one_conllu_file_has_every_sentence_under_its_own_name() -> None:
    text = files("conllu", *two())["corpus.conllu"].decode("utf-8")
    ids = [line for line in text.splitlines() if line.startswith("# sent_id")]
    assert len(ids) == len(set(ids)) == 6


def words(*rows: tuple[str, int, str, float]) -> list[Token]:
    return [
        Token(text="x", start=0, end=1, upos=upos, lemma="x", headword="x", segments=("x",),
              head=head, deprel=deprel, attachment=sure)
        for upos, head, deprel, sure in rows
    ]  # fmt: skip


def test_of_two_subjects_the_surer_one_stays() -> None:
    tokens = words(
        ("NOUN", 2, "nsubj", 0.4), ("NOUN", 2, "nsubj:pass", 0.9), ("VERB", 2, "root", 1)
    )
    assert tree(tokens)[1] == ["dep", "nsubj:pass", "root"]


def test_a_relation_that_its_part_of_speech_cannot_have_is_unspecified() -> None:
    tokens = words(("NOUN", 2, "mark", 1), ("ADP", 2, "advmod", 1), ("VERB", 2, "root", 1))
    assert tree(tokens)[1] == ["dep", "dep", "root"]


def test_punctuation_hangs_where_no_branch_crosses_another() -> None:
    # The comma hangs from the last word, across the branch between the first and the third.
    tokens = words(("VERB", 0, "root", 1), ("PUNCT", 3, "punct", 1), ("NOUN", 0, "obj", 1),
                   ("ADJ", 2, "amod", 1))  # fmt: skip
    heads, relations = tree(tokens)
    assert heads == [0, 0, 0, 2]
    assert relations[1] == "punct"


def test_punctuation_does_not_hang_from_a_word_beyond_the_root() -> None:
    tokens = words(("PUNCT", 2, "punct", 1), ("VERB", 1, "root", 1), ("NOUN", 1, "obj", 1))
    assert tree(tokens)[0] == [1, 1, 1]


def test_a_copula_that_indonesian_has_not_is_unspecified() -> None:
    tokens = words(("AUX", 1, "cop", 1), ("NOUN", 1, "root", 1))
    assert tree(tokens)[1] == ["dep", "root"]


def test_a_function_word_with_a_noun_below_it_is_unspecified() -> None:
    tokens = words(("ADP", 2, "case", 1), ("NOUN", 0, "obj", 1), ("VERB", 2, "root", 1))
    assert tree(tokens)[1] == ["dep", "obj", "root"]


def test_a_tree_that_is_allowed_stays_as_it_is() -> None:
    tokens = words(("NOUN", 1, "nsubj", 1), ("VERB", 1, "root", 1), ("ADV", 1, "advmod", 1),
                   ("PUNCT", 1, "punct", 1))  # fmt: skip
    assert tree(tokens) == ([1, 1, 1, 1], ["nsubj", "root", "advmod", "punct"])


def test_words_of_a_fixed_expression_all_hang_from_its_first() -> None:
    tokens = words(("ADP", 3, "mark", 1), ("SCONJ", 0, "fixed", 1), ("PRON", 1, "fixed", 1),
                   ("VERB", 3, "root", 1))  # fmt: skip
    assert tree(tokens)[0] == [3, 0, 0, 3]


@pytest.mark.skipif(importlib.util.find_spec("udtools") is None, reason="udtools is not installed")
def test_the_corpus_passes_every_level_of_the_validator_of_ud(tmp_path: Path) -> None:
    path = tmp_path / "corpus.conllu"
    every = (corpus.load_document(id) for id in corpus.article_ids())
    path.write_bytes(files("conllu", *every)["corpus.conllu"])
    command = "import sys; from udtools.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", command, "--lang", "id", "--level", "5", "--no-warnings", str(path)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
