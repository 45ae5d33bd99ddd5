import re
from dataclasses import replace

from lxml import html as parser

from quizgen.exports.html import EXPORT

from . import sample


def page() -> str:
    return EXPORT.export(sample.document()).decode("utf-8")


def test_nothing_of_the_text_becomes_markup() -> None:
    text = page()
    assert "<warga>" not in text
    assert "<ini>" not in text
    assert "<Baru>" not in text
    assert "Tanggapan &lt;warga&gt;" in text


def test_the_page_has_no_script_and_loads_nothing() -> None:
    tree = parser.fromstring(page())
    assert not tree.xpath("//script | //link | //img | //@src | //@href")
    assert "default-src 'none'" in page()


def test_an_entity_has_colour_label_and_what_it_stands_for() -> None:
    tree = parser.fromstring(page())
    marks = [(m.get("class"), m.get("title"), m.text_content()) for m in tree.xpath("//mark")]
    assert marks == [
        ("GPE", "Sarunai", "SARUNAIwilayah"),
        ("PER", "Ratna Wiguna", "Ratnaorang"),
        ("DATE", "5 Mei 2025 = 2025-05-05", "5 Mei 2025tanggal"),
    ]
    assert all(f"mark.{kind}" in page() for kind, _, _ in marks)


def test_the_passage_is_whole_and_sentences_are_numbered() -> None:
    tree = parser.fromstring(page())
    numbers = [node.text for node in tree.xpath("//sup")]
    for node in tree.xpath("//sup | //small"):
        node.drop_tree()
    shown = [node.text_content() for node in tree.xpath("//main/p[not(@class)] | //main/h3")]
    assert shown == list(sample.PARAGRAPHS)
    assert numbers == ["1", "2", "3"]


def test_a_hard_word_is_underlined_and_stands_in_the_table() -> None:
    tree = parser.fromstring(page())
    (word,) = tree.xpath("//u")
    assert word.text == "meresmikan"
    assert word.get("title") == 'meresmikan: to inaugurate (jarang "dipakai")'
    rows = [[cell.text_content() for cell in row] for row in tree.xpath("//table[last()]//tr")]
    assert [
        "meresmikan", "meresmikan", "to inaugurate", "4", "1", 'jarang "dipakai"',
    ] in rows  # fmt: skip


def test_references_and_quotations_stand_in_tables() -> None:
    rows = [[cell.text_content() for cell in row] for row in parser.fromstring(page()).iter("tr")]
    assert ["Pembangunannya", "pasar", "2"] in rows
    assert ["Warga & kawan", "", "“senang”", "3"] in rows


def test_notices_are_shown_and_empty_tables_are_not() -> None:
    assert "Teks &lt;ini&gt; rekaan." in page()
    bare = replace(
        sample.document(), entities=(), references=(), quotations=(), vocabulary=(), notices=()
    )
    text = EXPORT.export(bare).decode("utf-8")
    assert not re.search(r"<table|Catatan untuk guru|Kosakata|Kutipan|Rujukan", text)
