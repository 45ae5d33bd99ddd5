import json

from quizgen.exports.json import EXPORT, document_record
from tests.trees import parsed

from . import sample


def test_the_object_has_the_documented_fields_in_order() -> None:
    record = json.loads(EXPORT.export(sample.document()))
    assert list(record) == [
        "title", "text", "sentences", "entities", "references", "quotations", "vocabulary",
        "facts", "readability", "notices",
    ]  # fmt: skip
    assert list(record["sentences"][0]) == ["id", "paragraph", "start", "end", "text", "tokens"]
    assert list(record["sentences"][0]["tokens"][0]) == [
        "text", "start", "end", "upos", "lemma", "headword", "segments", "clitics",
        "head", "deprel", "zipf", "level",
    ]  # fmt: skip
    assert list(record["entities"][0]) == ["start", "end", "quote", "type", "canonical", "value"]
    assert list(record["references"][0]) == [
        "start", "end", "anaphor", "antecedent", "sentence", "confidence",
    ]  # fmt: skip
    assert list(record["vocabulary"][0]) == [
        "form", "headword", "lemma", "sentence", "level", "gloss", "definition", "why",
    ]  # fmt: skip


def test_a_clause_fact_has_its_parts_and_the_text_its_level() -> None:
    record = json.loads(EXPORT.export(sample.document()))
    (fact,) = record["facts"]
    assert (fact["sentence"], fact["voice"]) == ("s2", "passive")
    for part in (fact["subject"], fact["predicate"]):
        assert record["text"][part["start"] : part["end"]] == part["text"]
    assert (fact["subject"]["text"], fact["object"]) == ("Pembangunannya", None)
    assert 1 <= record["readability"]["level"] <= 7
    assert set(record["readability"]["features"]) >= {"words_per_sentence", "uncommon_words"}


def test_a_clause_fact_says_what_completes_its_verb_and_what_is_still_to_come() -> None:
    document = parsed(
        "Warga/NOUN/3/nsubj akan/AUX/3/aux memutuskan/VERB/0/root untuk/SCONJ/5/mark "
        "pulang/VERB/3/xcomp ./PUNCT/3/punct"
    )
    fact = document_record(document)["facts"][0]
    assert (fact["complement"]["text"], fact["open"], fact["negated"]) == ("pulang", True, False)
    assert list(fact) == [
        "sentence", "voice", "relation", "negated", "open", "predicate", "subject", "object",
        "complement", "adjuncts", "confidence",
    ]  # fmt: skip


def test_every_offset_cuts_its_own_words_from_the_text() -> None:
    record = json.loads(EXPORT.export(sample.document()))
    text = record["text"]
    spans = [(s, "text") for s in record["sentences"]]
    spans += [(t, "text") for s in record["sentences"] for t in s["tokens"]]
    spans += [(e, "quote") for e in record["entities"]]
    spans += [(r, "anaphor") for r in record["references"]]
    assert len(spans) == 28
    assert all(text[span["start"] : span["end"]] == span[field] for span, field in spans)


def test_what_was_not_parsed_is_null_and_a_root_is_its_own_head() -> None:
    first, second, _ = json.loads(EXPORT.export(sample.document()))["sentences"]
    assert (first["tokens"][0]["head"], first["tokens"][0]["deprel"]) == (None, None)
    assert (second["tokens"][1]["head"], second["tokens"][1]["deprel"]) == (1, "root")


def test_the_file_is_readable_utf_8_that_ends_with_a_newline() -> None:
    data = EXPORT.export(sample.document()).decode("utf-8")
    assert "—" in data
    assert data.startswith('{\n "title"')
    assert data.endswith("}\n")


def test_a_quotation_has_its_speaker_and_what_was_said() -> None:
    record = json.loads(EXPORT.export(sample.document()))
    (quotation,) = record["quotations"]
    assert list(quotation) == [
        "start", "end", "speaker", "speaker_start", "speaker_end", "verb", "direct", "sentence",
        "confidence",
    ]  # fmt: skip
    assert record["text"][quotation["start"] : quotation["end"]] == "senang"
    assert (quotation["speaker"], quotation["verb"]) == ("Warga & kawan", None)
