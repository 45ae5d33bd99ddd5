from dataclasses import replace

import pytest

from quizgen import citations, output_files, pipeline
from quizgen.checks.finding import Finding
from quizgen.errors import InputError, UnknownNameError
from quizgen.model import Article, Choice, Document, Evidence, Item, Option, Sentence
from quizgen.worksheet import Plan

TEXT = "Warga Desa Kenanga menerima dua perahu baru. Perahu itu akan dipakai oleh anak sekolah."


def make_document() -> Document:
    first, second = TEXT.split(" Perahu")
    second = "Perahu" + second
    return Document(
        article=Article(id="kenanga", paragraphs=(first, second)),
        sentences=(
            Sentence(id="s1", paragraph=1, start=0, end=len(first), text=first),
            Sentence(
                id="s2",
                paragraph=2,
                start=len(first) + 2,
                end=len(first) + 2 + len(second),
                text=second,
            ),
        ),
    )


def make_item(id: str = "a", sentence: str = "s1", **changes) -> Item:
    options = (Option(text="benar", correct=True), Option(text="x"), Option(text="y"))
    item = Item(
        id=id,
        type="one",
        response=Choice(options=options),
        prompt=f"Apa {id}?",
        evidence=(Evidence(sentence, "perahu"),),
        process="locate",
        level=3,
    )
    return replace(item, **changes)


class Fake:
    purpose = "Trains nothing."
    responses = ("choice",)
    family = "comprehension"
    levels = (1, 7)

    def __init__(self, name: str, default: bool, *ids: str) -> None:
        self.name, self.default, self.ids = name, default, ids

    def generate(self, document, rng):
        for id in self.ids:
            yield make_item(id, type=self.name, prompt=f"{id} {rng.random()}")


@pytest.fixture
def fakes(monkeypatch):
    made = (Fake("one", True, "a", "b", "a"), Fake("two", False, "c"))
    monkeypatch.setattr("quizgen.offered.exercises", lambda: made)


@pytest.fixture
def findings(monkeypatch):
    known: dict[str, list[Finding]] = {}
    monkeypatch.setattr(
        "quizgen.checks.check_item", lambda item, _: known.get(item.id, []), raising=False
    )
    return known


def test_a_corpus_id_is_read_without_looking_for_a_file():
    assert pipeline.read("putin-pyongyang-3").article.level == 3


def test_a_mistyped_corpus_id_is_told_from_a_missing_file():
    with pytest.raises(InputError, match="quizgen list"):
        pipeline.read("putin-pyongyan")


def test_a_file_of_items_is_no_text():
    with pytest.raises(InputError, match="holds items"):
        pipeline.read("soal.jsonl")


def test_without_types_the_default_exercises_make_items(fakes):
    assert {item.type for item in pipeline.make_items(make_document())} == {"one"}


def test_an_unknown_type_is_told_with_the_valid_ones(fakes):
    with pytest.raises(UnknownNameError, match="one, two"):
        pipeline.make_items(make_document(), types=("three",))


def test_candidates_with_the_same_id_come_once(fakes):
    assert [item.id for item in pipeline.make_items(make_document())] == ["a", "b"]


def test_the_same_seed_makes_the_same_items_and_another_seed_others(fakes):
    document = make_document()
    first = pipeline.make_items(document, seed=1)
    assert first == pipeline.make_items(document, seed=1)
    assert first != pipeline.make_items(document, seed=2)


def test_a_type_makes_the_same_items_whatever_else_is_asked_for(fakes):
    alone = pipeline.make_items(make_document(), types=("two",))
    beside = pipeline.make_items(make_document(), types=("one", "two"))
    assert alone == [item for item in beside if item.type == "two"]


def test_an_error_drops_an_item_and_is_counted_by_its_code(findings):
    findings["a"] = [Finding("a", "two-keys", "error", "Two keys")]
    vetted = pipeline.vet([make_item("a"), make_item("b")], make_document())
    assert [item.id for item in vetted.kept] == ["b"]
    assert vetted.dropped == {"two-keys": 1}


def test_each_warning_lowers_the_rank(findings):
    findings["a"] = [Finding("a", "long-key", "warning", "Long")] * 2
    (item,) = pipeline.vet([make_item("a", rank=1.0)], make_document()).kept
    assert item.rank == pytest.approx(0.8)


def test_an_item_about_no_sentence_of_the_text_is_dropped_before_any_rule(findings):
    items = [make_item("a", sentence="s9"), make_item("b", evidence=())]
    vetted = pipeline.vet(items, make_document())
    assert vetted.dropped == {"no-evidence": 1, "unknown-sentence": 1}


def test_evidence_without_a_sentence_gets_the_one_that_holds_the_quote():
    loose = Evidence("", "Perahu itu")
    options = (Option(text="benar", correct=True, evidence=loose), Option(text="x"))
    item = make_item(evidence=(loose,), response=Choice(options=options))
    (placed,) = citations.place_evidence([item], make_document())
    assert placed.evidence[0].sentence == "s2"
    assert placed.response.options[0].evidence.sentence == "s2"


def test_evidence_that_stands_nowhere_stays_without_a_sentence():
    item = make_item(evidence=(Evidence("", "kapal terbang"),))
    (placed,) = citations.place_evidence([item], make_document())
    assert placed.evidence[0].sentence == ""


def test_items_are_chosen_by_level_paragraph_and_profile():
    document = make_document()
    items = [make_item("a"), make_item("b", "s2"), make_item("c", level=6)]
    plan = Plan(level=4, paragraphs=(1,))
    assert [item.id for item in pipeline.choose(items, document, plan)] == ["a"]
    assert pipeline.choose(items, document, Plan(profile="tka")) == []


def test_a_paragraph_that_the_text_has_not_is_an_error():
    with pytest.raises(InputError, match="no paragraph 3; choose from 1 to 2"):
        pipeline.make_worksheet(make_document(), Plan(paragraphs=(2, 3)), items=[])


def test_a_worksheet_without_given_items_is_made_from_vetted_ones(fakes, findings):
    findings["a"] = [Finding("a", "two-keys", "error", "Two keys")]
    sheet = pipeline.make_worksheet(make_document(), Plan())
    assert [item.id for _, item in sheet.items()] == ["b"]


def test_versions_have_letters_and_the_same_items():
    items = [make_item("a"), make_item("b", "s2")]
    sheets = pipeline.make_versions(make_document(), Plan(), items, 2)
    assert [sheet.version for sheet in sheets] == ["A", "B"]
    ids = [{item.id for _, item in sheet.items()} for sheet in sheets]
    assert ids[0] == ids[1] == {"a", "b"}


def test_a_single_version_has_no_letter():
    (sheet,) = pipeline.make_versions(make_document(), Plan(), [make_item()], 1)
    assert sheet.version == ""


def test_no_good_item_is_an_error_that_says_what_to_try():
    with pytest.raises(InputError, match="kenanga: no item is good enough; try another text"):
        pipeline.make_versions(make_document(), Plan(), [], 1)


def test_a_file_is_named_after_article_edition_and_version():
    class Plain:
        name, suffix, purpose, leaves_out = "plain", ".txt", "", {}

        def render(self, worksheet, *, edition):
            return edition.encode()

    sheet = pipeline.make_worksheet(make_document(), Plan(), items=[make_item()], version="A")
    assert output_files.render(sheet, Plain(), "student") == ("kenanga.student.A.txt", b"student")
    bare = replace(sheet, version="")
    assert output_files.file_name(bare, Plain(), "teacher") == "kenanga.teacher.txt"
