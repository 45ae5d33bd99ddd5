from dataclasses import replace

from quizgen.exports.conllu import EXPORT
from quizgen.model import Document

from . import sample


def sentences(document: Document | None = None) -> list[list[str]]:
    data = EXPORT.export(document or sample.document()).decode("utf-8")
    assert data.endswith("\n\n")
    return [block.splitlines() for block in data.removesuffix("\n\n").split("\n\n")]


def words(block: list[str]) -> list[list[str]]:
    return [line.split("\t") for line in block if not line.startswith("#")]


def test_every_word_has_ten_filled_columns_and_counts_from_one() -> None:
    for block in sentences():
        rows = words(block)
        assert [row[0] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
        assert all(len(row) == 10 and all(row) for row in rows)


def test_text_is_what_the_words_spell() -> None:
    for block in sentences():
        (text,) = (line.removeprefix("# text = ") for line in block if "# text" in line)
        spelt = "".join(r[1] + ("" if "SpaceAfter=No" in r[9] else " ") for r in words(block))
        assert spelt.rstrip() == text


def test_paragraphs_and_sentences_are_named_once() -> None:
    comments = [line for block in sentences() for line in block if line.startswith("#")]
    assert "# newdoc id = pasar-3" in comments
    assert [c for c in comments if "newpar" in c] == [
        "# newpar id = pasar-3-p1",
        "# newpar id = pasar-3-p2",
    ]
    assert "# sent_id = pasar-3-s2" in comments


def test_heads_count_from_one_with_zero_for_the_root_and_are_blank_if_unparsed() -> None:
    unparsed, parsed, _ = sentences()
    assert {(row[6], row[7]) for row in words(unparsed)} == {("_", "_")}
    assert [(row[6], row[7]) for row in words(parsed)] == [
        ("2", "nsubj:pass"),
        ("0", "root"),
        ("2", "punct"),
    ]


def test_misc_has_clitics_headword_and_segments() -> None:
    row = words(sentences()[1])[0]
    assert row[9] == "Clitics=nya|Headword=pembangunan|Seg=peN-+bangun+-an+-nya"


def test_a_pipe_in_a_word_does_not_break_misc() -> None:
    row = words(sentences()[2])[1]
    assert row[1] == "|"
    assert row[9] == "Headword=\\p|Seg=\\p"


def test_a_sentence_without_tokens_is_left_out() -> None:
    document = sample.document()
    first, second, third = document.sentences
    shorter = replace(document, sentences=(first, replace(second, tokens=()), third))
    assert len(sentences(shorter)) == 2
