"""A sheet is chosen, ordered and numbered by its plan and seed alone."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.checks.independence import conflict
from quizgen.errors import UnknownNameError
from quizgen.language.measures import sort_key
from quizgen.model import (
    Article,
    Categorise,
    Choice,
    Document,
    Evidence,
    FreeText,
    Item,
    Matching,
    Option,
    Ordering,
    Profile,
    Response,
    RubricRow,
    Sentence,
    ShortAnswer,
    Statement,
    Worksheet,
)
from quizgen.worksheet import (
    Plan,
    arrange,
    assemble,
    fit_options,
    order_options,
    profile,
    profiles,
)

PARAGRAPHS = tuple(f"Kalimat {n} pertama. Kalimat {n} kedua." for n in range(1, 7))


def document() -> Document:
    """Return a text of six paragraphs with two sentences each."""
    article = Article(id="uji-4", paragraphs=PARAGRAPHS, level=4)
    made = []
    for number, start, text in article.blocks():
        first, _, second = text.partition(". ")
        for offset, part in ((0, f"{first}."), (len(first) + 2, second)):
            at = start + offset
            made.append(
                Sentence(
                    id=f"s{len(made) + 1}",
                    paragraph=number or 0,
                    start=at,
                    end=at + len(part),
                    text=part,
                )
            )
    return Document(article=article, sentences=tuple(made), notices=("Awas.",))


def choice(*texts: str, key: int = 0) -> Choice:
    words = texts or ("apel", "jeruk", "mangga", "pisang")
    return Choice(options=tuple(Option(text=t, correct=i == key) for i, t in enumerate(words)))


def item(id: str, sentence: int = 1, response: Response | None = None, **more: object) -> Item:
    fields: dict[str, object] = {
        "type": "detail",
        "prompt": f"Soal {id}?",
        "process": "locate",
        "level": 3,
    }
    evidence = (Evidence(f"s{sentence}", "Kalimat"),)
    return Item(id=id, response=response or choice(), evidence=evidence, **fields | more)  # type: ignore[arg-type]


def spread(count: int = 12) -> list[Item]:
    return [item(f"i{n:02}", sentence=n, facts=(f"f{n}",)) for n in range(1, count + 1)]


def sheet(items: list[Item], version: str = "", **plan: object) -> Worksheet:
    return assemble(document(), items, Plan(**plan), version=version)  # type: ignore[arg-type]


def ids(worksheet: Worksheet) -> list[str]:
    return [item.id for _, item in worksheet.items()]


def key_positions(worksheet: Worksheet) -> list[int]:
    options = [i.response.options for _, i in worksheet.items() if isinstance(i.response, Choice)]
    return [next(n for n, option in enumerate(found) if option.correct) for found in options]


def test_the_sheet_carries_plan_and_document() -> None:
    made = sheet(spread(), count=3, seed=9, version="A", language="en")
    assert (made.seed, made.version, made.language, made.level) == (9, "A", "en", 4)
    assert made.notices == ("Awas.",)
    assert made.profile == profile("bipa")


def test_a_sheet_has_as_many_items_as_asked_for_or_fewer() -> None:
    assert len(ids(sheet(spread(), count=5))) == 5
    assert len(ids(sheet(spread(3), count=5))) == 3
    assert sheet([], count=5).sections == ()


def test_two_items_that_ask_one_fact_never_share_a_sheet() -> None:
    twins = [item("a", 1, facts=("x", "y")), item("b", 5, facts=("y",)), item("c", 9)]
    assert ids(sheet(twins)) == ["a", "c"]


def test_an_item_is_left_out_if_its_prompt_gives_another_away() -> None:
    teller = item("b", 5, reveals=("s1",))
    assert conflict(item("a", 1), teller)
    assert conflict(teller, item("a", 1))
    assert ids(sheet([item("a", 1, rank=1.0), teller])) == ["a"]


def test_the_higher_rank_is_chosen_first() -> None:
    ranked = [item("a", 1, rank=0.1), item("b", 3, rank=0.9), item("c", 5, rank=0.5)]
    assert set(ids(sheet(ranked, count=2))) == {"b", "c"}


def test_types_take_turns() -> None:
    many = [*spread(8), item("z1", 9, type="meaning"), item("z2", 11, type="meaning")]
    assert Counter(i.type for _, i in sheet(many, count=4).items()) == {"detail": 2, "meaning": 2}


def test_one_paragraph_does_not_fill_a_sheet_while_others_have_items() -> None:
    crowd = [item(f"a{n}", 1, rank=1.0, facts=(f"f{n}",)) for n in range(6)]
    made = sheet([*crowd, *(item(f"b{n}", n) for n in range(3, 13, 2))], count=6)
    assert sum(found.startswith("a") for found in ids(made)) == 2


def test_only_items_of_the_asked_paragraphs_types_and_level_are_used() -> None:
    assert ids(sheet(spread(), count=12, paragraphs=(2, 3))) == ["i03", "i04", "i05", "i06"]
    mixed = [item("a", 1), item("b", 3, type="meaning"), item("c", 5, level=6)]
    assert ids(sheet(mixed, types=("meaning",))) == ["b"]
    assert ids(sheet(mixed, level=4)) == ["a", "b"]


def test_an_item_that_reveals_another_paragraph_is_no_item_of_this_one() -> None:
    assert ids(sheet([item("a", 1, reveals=("s12",)), item("b", 2)], paragraphs=(1,))) == ["b"]


def test_an_item_with_too_few_options_is_dropped_and_surplus_options_go_from_the_end() -> None:
    few = Profile(name="x", label="X", min_options=3, max_options=3)
    assert fit_options(item("a", response=choice("a", "b")), few) is None
    fitted = fit_options(item("a", response=choice("a", "b", "c", "d", key=3)), few)
    assert fitted is not None
    assert isinstance(fitted.response, Choice)
    assert [option.text for option in fitted.response.options] == ["d", "a", "b"]


def test_other_kinds_have_no_minimum_of_options() -> None:
    short = item("a", response=ShortAnswer(answers=(("x",),)))
    assert fit_options(short, profile("tka")) is short


def test_an_exam_with_five_options_refuses_items_with_four() -> None:
    assert ids(sheet(spread(), profile="tka")) == []


def test_measures_are_sorted_whatever_the_seed() -> None:
    response = choice("Rp5 miliar", "Rp700 juta", "Rp2 triliun", "Rp60 juta")
    for seed in range(4):
        made = sheet([item("a", response=response)], seed=seed)
        ((_, found),) = made.items()
        assert isinstance(found.response, Choice)
        assert [option.text for option in found.response.options] == [
            "Rp60 juta", "Rp700 juta", "Rp5 miliar", "Rp2 triliun",
        ]  # fmt: skip
        assert key_positions(made) == [2]


def test_measures_of_different_units_are_shuffled() -> None:
    options = choice("5 persen", "3 hektare", "2 jam", "7 Mei 2024").options
    orders = {order_options(options, random.Random(seed)) for seed in range(20)}
    assert len(orders) > 5


def test_the_seed_and_the_version_shuffle_options_and_nothing_else() -> None:
    made = [sheet(spread(), seed=seed, version=v) for seed, v in ((1, "A"), (1, "B"), (2, "A"))]
    assert ids(made[0]) == ids(made[1]) == ids(made[2])
    orders = {tuple(i.response for _, i in one.items()) for one in made}
    assert len(orders) == 3


def test_the_same_plan_makes_the_same_sheet() -> None:
    assert sheet(spread(), seed=3, version="B") == sheet(spread(), seed=3, version="B")


@given(st.integers(0, 500))
def test_keys_are_spread_evenly_over_the_positions(seed: int) -> None:
    made = sheet(spread(12), count=12, seed=seed)
    assert Counter(key_positions(made)) == {0: 3, 1: 3, 2: 3, 3: 3}


@given(st.integers(0, 500), st.integers(2, 6))
def test_elements_to_be_ordered_are_never_printed_in_order(seed: int, size: int) -> None:
    options = tuple(Option(text=str(n)) for n in range(size))
    pairs = tuple((str(n), str(n)) for n in range(size))
    for response in (Ordering(options=options), Matching(pairs=pairs, distractors=("x",))):
        found = arrange(item("a", response=response), random.Random(seed)).response
        assert isinstance(found, Ordering | Matching)
        assert list(found.shown) != sorted(found.shown)
        length = size + isinstance(found, Matching)
        assert sorted(found.shown) == list(range(length))


def test_sections_are_lettered_and_numbered_through_in_the_order_of_the_text() -> None:
    short = ShortAnswer(answers=(("x",),))
    made = sheet([item("c", 9, short, type="short-answer"), item("b", 7), item("a", 3)])
    assert [section.heading for section in made.sections] == [
        "A. Pilihan Ganda",
        "B. Jawaban Singkat",
    ]
    assert [(number, i.id) for number, i in made.items()] == [(1, "a"), (2, "b"), (3, "c")]


def test_choices_of_one_family_stand_in_one_section() -> None:
    made = assemble(
        document(),
        [item("a", 1, type="synonym"), item("b", 3, type="antonym"), item("c", 5)],
        Plan(),
        families={"synonym": "vocabulary", "antonym": "vocabulary"},
    )
    assert [section.heading for section in made.sections] == [
        "A. Pilihan Ganda",
        "B. Pilihan Ganda: Kosakata",
    ]


def test_one_type_with_two_kinds_has_two_headings() -> None:
    made = sheet([item("a", 1), item("b", 3, ShortAnswer(answers=(("x",),)))])
    assert [[i.id for i in section.items] for section in made.sections] == [["a"], ["b"]]


def test_what_is_done_without_the_text_comes_last() -> None:
    hidden = item("a", 1, type="affix-choose", text="hidden")
    essay = item("b", 3, ShortAnswer(answers=(("x",),)), type="short-answer")
    made = sheet([hidden, essay])
    assert [(section.type, section.hidden) for section in made.sections] == [
        ("short-answer", False),
        ("affix-choose", True),
    ]


def test_sections_after_the_twenty_sixth_are_kept() -> None:
    essay = FreeText(rubric=(RubricRow(points=1, criterion="x"),))
    many = [item(f"i{n}", n % 12 + 1, essay, type=f"type-{n:02}") for n in range(28)]
    made = sheet(many, count=28)
    assert [section.heading.partition(".")[0] for section in made.sections[25:]] == [
        "Z", "AA", "AB",
    ]  # fmt: skip
    assert len(ids(made)) == 28


@pytest.mark.parametrize(
    ("categories", "heading"),
    [
        (("Benar", "Salah"), "A. Benar atau Salah"),
        (("Fakta", "Opini"), "A. Pernyataan"),
        (("Benar", "Salah", "Tidak disebutkan"), "A. Pernyataan"),
    ],
)
def test_the_heading_promises_only_the_categories_that_there_are(
    categories: tuple[str, ...], heading: str
) -> None:
    statement = Statement(text="x", category=categories[0])
    response = Categorise(categories=categories, statements=(statement,))
    (section,) = sheet([item("a", response=response, type="statements")]).sections
    assert section.heading == heading


def test_numbered_sentences_are_printed_if_an_item_needs_them() -> None:
    assert not sheet(spread(2)).numbered
    assert sheet([*spread(2), item("n", 9, text="numbered")]).numbered


def test_an_item_without_evidence_can_stand_on_a_sheet() -> None:
    assert ids(sheet([replace(item("a"), evidence=())])) == ["a"]


def test_every_profile_allows_as_many_options_as_it_demands() -> None:
    assert {"bipa", "tka", "ukbi", "ukbi-kaidah", "utbk"} <= set(profiles())
    assert all(2 < one.min_options <= one.max_options for one in profiles().values())


def test_an_unknown_profile_is_answered_with_the_valid_ones() -> None:
    with pytest.raises(UnknownNameError, match="bipa"):
        profile("toefl")


@pytest.mark.parametrize(
    "ascending",
    [
        ("tiga", "sekitar 20", "1.250", "2 juta"),
        ("Pada 30 April 2024", "Pada Mei 2024", "Pada 1 Juni 2024", "tahun 2025"),
        ("1998", "pada 2003", "2024"),
        ("Pada 5 Mei", "30 Juni", "1 Desember"),
        ("separuh jam", "90 menit", "dua hari"),
        ("54 persen", "60%", "lebih dari 70 persen."),
        ("pukul 07.00", "pukul 14.30"),
    ],
)
def test_measures_of_one_unit_have_ascending_keys(ascending: tuple[str, ...]) -> None:
    keys = [sort_key(text) for text in ascending]
    known = [key for key in keys if key is not None]
    assert len(known) == len(ascending)
    assert len({kind for kind, _ in known}) == 1
    assert known == sorted(known)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1.240 orang dewasa",
        "Ratna",
        "Ratna pada 5 Mei 2025",
        "2 atau 3 jam lagi",
        "kemarin",
        "Rp",
    ],
)
def test_what_is_not_a_measure_as_a_whole_has_no_key(text: str) -> None:
    assert sort_key(text) is None


def test_days_stand_in_order_as_the_rule_on_options_asks() -> None:
    days = tuple(Option(text=day) for day in ("Kamis", "Senin", "Rabu", "Selasa"))
    arranged = order_options(days, random.Random(1))
    assert [option.text for option in arranged] == ["Senin", "Selasa", "Rabu", "Kamis"]
