"""The item rules: each fires on the fault it names and is silent on a sound item."""

from dataclasses import replace

import pytest

from quizgen.checks import check_item, check_sheet, item_rules
from quizgen.language.annotate import annotate
from quizgen.model import (
    Article,
    Categorise,
    Choice,
    Evidence,
    Gap,
    Item,
    Option,
    Ordering,
    Response,
    Statement,
)

TEXT = (
    "Ratna Wulandari membuka museum laut di Makassar pada 12 Mei 2024. "
    "Wali Kota Hendra Saputra menyumbangkan 40 lukisan. "
    "Bupati Tomas Lubis mengatakan bahwa museum laut mampu menampung 900 pengunjung. "
    "Museum itu dikelola oleh Yayasan Bahari Nusantara."
)
DOCUMENT = annotate(Article(id="uji", paragraphs=(TEXT,)))
OPENED = Evidence("s1", "Ratna Wulandari membuka museum laut di Makassar pada 12 Mei 2024")


def choice(key: str, *wrong: str) -> Choice:
    right = Option(text=key, correct=True, why="Dinyatakan dalam kalimat 1.", evidence=OPENED)
    return Choice(options=(right, *(Option(text=text, why="Bukan itu.") for text in wrong)))


def item(prompt: str, response: Response, *, evidence: Evidence = OPENED) -> Item:
    return Item(
        id="uji-1",
        type="detail",
        response=response,
        prompt=prompt,
        evidence=(evidence,),
        process="locate",
        level=3,
    )


WHO = item(
    "Siapa yang membuka museum laut di Makassar?",
    choice("Ratna Wulandari", "Hendra Saputra", "Tomas Lubis"),
)
WHEN = item(
    "Kapan Ratna Wulandari membuka museum laut?",
    choice("12 Mei 2024", "13 Mei 2024", "19 Mei 2024"),
)


def errors(made: Item) -> set[str]:
    return {found.code for found in check_item(made, DOCUMENT) if found.severity == "error"}


@pytest.mark.parametrize("sound", [WHO, WHEN])
def test_a_sound_item_breaks_no_rule(sound: Item) -> None:
    assert errors(sound) == set()


@pytest.mark.parametrize(
    ("code", "faulty"),
    [
        ("evidence-not-found", replace(WHO, evidence=(Evidence("s1", "menutup museum"),))),
        ("several-keys", replace(WHO, response=Choice(options=WHO.response.options[:1] * 2))),  # type: ignore[union-attr]
        ("duplicate-option", replace(WHO, response=choice("Ratna Wulandari", "Lubis", "Lubis"))),
        (
            "options-unsorted",
            replace(WHEN, response=choice("19 Mei 2024", "12 Mei 2024", "13 Mei 2024")),
        ),
        (
            "all-or-none-of-the-above",
            replace(WHO, response=choice("Ratna Wulandari", "Tomas Lubis", "Semua benar")),
        ),
        (
            "siapa-without-yang",
            replace(WHO, prompt="Siapa membuka museum laut di Makassar?"),
        ),
        (
            "siapa-for-institution",
            item(
                "Siapa yang mengelola museum laut di Makassar?",
                choice("Yayasan Bahari Nusantara", "Dinas Pariwisata", "Universitas Hasanuddin"),
                evidence=Evidence("s4", "dikelola oleh Yayasan Bahari Nusantara"),
            ),
        ),
        (
            "object-question-not-passivised",
            item(
                "Apa yang Ratna Wulandari membuka di Makassar?",
                choice("Museum laut", "Gedung sekolah", "Pasar ikan"),
            ),
        ),
        (
            "negative-not-emphasised",
            replace(WHO, prompt="Siapa yang tidak membuka museum laut di Makassar?"),
        ),
        ("informal-register", replace(WHEN, prompt="Kenapa museum laut dibuka pada 2024?")),
        ("unresolved-reference", replace(WHO, prompt="Siapa yang membuka museum itu?")),
    ],
)
def test_a_fault_is_found_under_its_code(code: str, faulty: Item) -> None:
    assert code in errors(faulty)


def test_a_gap_needs_an_answer_for_every_number() -> None:
    faulty = item(
        "Ratna Wulandari {{1}} museum laut di {{2}}.",
        Gap(answers=(("membuka",),), bank=(Option(text="membuka", correct=True),)),
    )
    assert errors(faulty)


def test_a_statement_in_an_unknown_category_is_an_error() -> None:
    statement = Statement(text="Museum laut dibuka di Makassar.", category="Mungkin", why="x")
    faulty = item(
        "Tentukan Benar atau Salah untuk setiap pernyataan berikut!",
        Categorise(categories=("Benar", "Salah"), statements=(statement,)),
    )
    assert "statement-category-unknown" in errors(faulty)


def test_two_sentences_are_too_few_to_order() -> None:
    faulty = item(
        "Susunlah kalimat-kalimat berikut!",
        Ordering(options=(Option(text="Satu."), Option(text="Dua."))),
    )
    assert "ordering-too-short" in errors(faulty)


def test_two_items_on_one_fact_are_found_on_the_sheet() -> None:
    twice = [replace(WHO, facts=("s1",)), replace(WHEN, id="uji-2", facts=("s1",))]
    assert check_sheet(twice, DOCUMENT)


def test_every_rule_has_a_message() -> None:
    rules = item_rules()
    assert all(rule.check.__doc__ for rule in rules)
    assert len({rule.code for rule in rules}) > 30
