"""A teacher's corrections: laid over the analysis, kept, used by items, and moved with the text."""

from dataclasses import replace
from typing import Any

from quizgen import pipeline
from quizgen.model import Article, Document, Sentence
from quizgen.serve.draft import Draft, Mark
from quizgen.serve.marks import Spot, corrected, locate, spots
from quizgen.serve.resettle import renumbering
from quizgen.serve.store import Part, Snapshot

from .conftest import ARTICLE
from .teacher import Teacher

TEXT = "Ratna Wiguna membuka pasar Sarunai pada 3 Maret 2025."


def document() -> Document:
    article = Article(id="teks", paragraphs=(TEXT,))
    return pipeline.analysis(article)


def spot(words: str, type: str = "", gloss: str = "", kind: str = "entity") -> Spot:
    start = TEXT.index(words)
    return Spot(start, start + len(words), kind, type, gloss)


def types(found: Document) -> dict[str, str]:
    return {entity.quote: entity.type for entity in found.entities}


def test_a_type_is_changed_and_the_rest_stays() -> None:
    made = corrected(document(), [spot("pasar Sarunai", "ORG")])
    assert types(made)["pasar Sarunai"] == "ORG"
    assert types(made)["Ratna Wiguna"] == "PER"


def test_a_name_is_taken_away() -> None:
    assert "Ratna Wiguna" not in types(corrected(document(), [spot("Ratna Wiguna")]))


def test_a_date_that_the_teacher_marks_has_its_value() -> None:
    bare = replace(document(), entities=())
    made = corrected(bare, [spot("3 Maret 2025", "DATE")])
    assert made.entities[0].value == "2025-03-03"


def test_corrections_never_overlap() -> None:
    made = corrected(document(), [spot("Ratna Wiguna", "PER"), spot("Wiguna membuka", "ORG")])
    ends = [0, *(entity.end for entity in made.entities)]
    assert all(e.start >= end for e, end in zip(made.entities, ends, strict=False))


def test_a_word_to_teach_is_added_with_its_meaning_and_taken_away() -> None:
    made = corrected(document(), [spot("membuka", gloss="memulai", kind="word")])
    note = next(note for note in made.vocabulary if note.form == "membuka")
    assert (note.definition, note.sentence) == ("memulai", "s1")
    assert all(
        n.form != "membuka" for n in corrected(made, [spot("membuka", kind="word")]).vocabulary
    )


def mark(start: int, quote: str) -> Mark:
    return Mark(key="k", kind="entity", block=0, start=start, end=start + len(quote), quote=quote)


def test_words_are_found_again_where_the_paragraph_has_shifted() -> None:
    assert locate(mark(0, "pasar"), "pasar itu, pasar ini") == 0
    assert locate(mark(10, "pasar"), "pasar itu, pasar ini") == 11
    assert locate(mark(3, "toko"), "pasar itu") == -1


def draft(**parts: Any) -> Draft:
    meta = dict.fromkeys(("outlet", "author", "url", "licence", "topic", "level", "date"))
    blocks = [
        {"text": "Kalimat lama.", "kept": True, "heading": False},
        {"text": "Kalimat yang dibuang.", "kept": False, "reason": "x"},
        {"text": "Ratna datang.", "kept": True, "heading": False},
        {"text": "(red)", "kept": False, "reason": "x", "inside": 2, "offset": 12},
    ]
    text = {"meta": meta | {"id": "teks"}, "blocks": blocks, "corpus": False}
    held = {"text": text, "title": "", **parts}
    return Draft(Snapshot(id="x", parts={k: Part(v, 1) for k, v in held.items()}, step=1))


def test_a_correction_stays_with_its_paragraph_when_another_comes_back() -> None:
    value = {"kind": "entity", "block": 2, "start": 0, "end": 5, "quote": "Ratna", "type": "PER"}
    for parts in ({}, {"block:1": True}):
        found = draft(**{"mark:2-0-entity": value}, **parts)
        (only,) = spots(found)
        assert found.article().text[only.start : only.end] == "Ratna"


def test_a_piece_of_a_line_comes_back_where_it_was() -> None:
    assert draft(**{"block:3": True}).article().paragraphs[-1] == "Ratna datang (red)."


def sentences(*texts: str) -> Document:
    made = tuple(
        Sentence(id=f"s{at}", paragraph=1, start=0, end=0, text=text)
        for at, text in enumerate(texts, start=1)
    )
    return Document(article=Article(id="x", paragraphs=texts), sentences=made)


def test_sentences_keep_their_items_when_numbers_shift() -> None:
    numbers = renumbering(sentences("a", "b", "a"), sentences("a", "new", "b", "a"))
    assert numbers == {"s1": "s1", "s2": "s3", "s3": "s4"}
    assert renumbering(sentences("a", "b"), sentences("b")) == {"s2": "s1"}


def test_items_keep_their_evidence_when_a_paragraph_goes_and_comes_back(teacher: Teacher) -> None:
    begun = teacher.begin(ARTICLE)
    teacher.made(begun, count="8")

    def cited() -> dict[str, str]:
        """Return the sentence that each item's first proof names, by the item's key."""
        found = {}
        for key in teacher.keys(begun):
            form = teacher.form(begun, key)
            found[key] = form["sentence"][0]
        return found

    before = cited()
    page = teacher.get(f"{begun}/read").text
    first = page.partition('data-block="')[2].partition('"')[0]
    teacher.waited(str(teacher.post(f"{begun}/blocks", keep="no", seen="9999", block=first).url))
    after = cited()
    moved = {key for key in before if before[key] != after[key]}
    assert moved
    for key in moved & {key for key in after if after[key]}:
        assert int(before[key][1:]) - int(after[key][1:]) == 2
    teacher.post(f"{begun}/undo")
    assert cited() == before
