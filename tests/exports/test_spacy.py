from dataclasses import replace
from typing import Any

import spacy
from spacy.tokens import DocBin

from quizgen.exports.spacy import EXPORT
from quizgen.model import Document, Sentence

from . import sample


def read(document: Document) -> Any:
    vocab = spacy.blank("id").vocab
    (doc,) = DocBin().from_bytes(EXPORT.export(document)).get_docs(vocab)
    return doc


def parsed(sentence: Sentence) -> Sentence:
    tokens = (replace(t, head=0, deprel="dep" if n else "root")
              for n, t in enumerate(sentence.tokens))  # fmt: skip
    return replace(sentence, tokens=tuple(tokens))


def test_the_doc_spells_the_text_with_its_sub_heading() -> None:
    assert read(sample.document()).text == sample.TEXT


def test_lemmas_and_parts_of_speech_are_kept() -> None:
    doc = read(sample.document())
    (word,) = (token for token in doc if token.text == "meresmikan")
    assert (word.lemma_, word.pos_) == ("resmi", "VERB")


def test_sentences_start_where_ours_do() -> None:
    starts = {sentence.start_char for sentence in read(sample.document()).sents}
    assert {sentence.start for sentence in sample.document().sentences} <= starts


def test_entities_have_type_full_name_and_value() -> None:
    found = [(e.text, e.label_, e.id_, e.kb_id_) for e in read(sample.document()).ents]
    assert found == [
        ("SARUNAI", "GPE", "Sarunai", ""),
        ("Ratna", "PER", "Ratna Wiguna", ""),
        ("5 Mei 2025", "DATE", "5 Mei 2025", "2025-05-05"),
    ]


def test_a_parsed_document_keeps_heads_and_relations() -> None:
    document = sample.document()
    whole = replace(document, sentences=tuple(parsed(s) for s in document.sentences))
    doc = read(whole)
    (verb,) = (token for token in doc if token.text == "dipercepat")
    assert (verb.head.text, verb.dep_) == ("Pembangunannya", "dep")
    assert verb.head.dep_ == "root"


def test_a_half_parsed_document_has_no_relations() -> None:
    assert not read(sample.document()).has_annotation("DEP")
