"""The columns of every table, which README.md beside this file explains."""

import pyarrow as pa

TEXT = pa.string()
TEXTS = pa.list_(TEXT)
NUMBER = pa.int32()
SHARE = pa.float64()


def _struct(**fields: pa.DataType) -> pa.StructType:
    return pa.struct(list(fields.items()))


def _schema(table: str, **fields: pa.DataType) -> pa.Schema:
    return pa.schema(list(fields.items()), metadata={"table": f"quizgen {table}", "version": "1"})


_SPAN = {"start": NUMBER, "end": NUMBER}
_WORDS = _struct(**_SPAN, text=TEXT)
_TOKEN = _struct(
    text=TEXT, **_SPAN, upos=TEXT, lemma=TEXT, headword=TEXT, segments=TEXTS, clitics=TEXTS,
    head=NUMBER, deprel=TEXT, zipf=SHARE, level=NUMBER,
)  # fmt: skip
_SENTENCE = _struct(id=TEXT, paragraph=NUMBER, **_SPAN, text=TEXT)
_FULL_SENTENCE = _struct(id=TEXT, paragraph=NUMBER, **_SPAN, text=TEXT, tokens=pa.list_(_TOKEN))
_ENTITY = _struct(**_SPAN, quote=TEXT, type=TEXT, canonical=TEXT, value=TEXT)
_REFERENCE = _struct(**_SPAN, anaphor=TEXT, antecedent=TEXT, sentence=TEXT, confidence=SHARE)
_QUOTATION = _struct(
    **_SPAN, speaker=TEXT, speaker_start=NUMBER, speaker_end=NUMBER, verb=TEXT, direct=pa.bool_(),
    sentence=TEXT, confidence=SHARE,
)  # fmt: skip
_NOTE = _struct(
    form=TEXT, headword=TEXT, lemma=TEXT, sentence=TEXT, level=NUMBER, gloss=TEXT,
    definition=TEXT, why=TEXT,
)  # fmt: skip
_FACT = _struct(
    sentence=TEXT, voice=TEXT, relation=TEXT, negated=pa.bool_(), open=pa.bool_(),
    predicate=_WORDS, subject=_WORDS, object=_WORDS, complement=_WORDS,
    adjuncts=pa.list_(_struct(role=TEXT, **_SPAN, text=TEXT)), confidence=SHARE,
)  # fmt: skip
_READABILITY = _struct(
    level=NUMBER, score=SHARE,
    features=pa.list_(_struct(name=TEXT, value=SHARE, level=SHARE)),
    long_sentences=TEXTS, nested_sentences=TEXTS, rare_words=TEXTS,
)  # fmt: skip

ARTICLES = _schema(
    "articles", id=TEXT, title=TEXT, date=pa.date32(), text=TEXT,
    sentences=pa.list_(_FULL_SENTENCE), entities=pa.list_(_ENTITY),
    references=pa.list_(_REFERENCE), quotations=pa.list_(_QUOTATION),
    vocabulary=pa.list_(_NOTE), facts=pa.list_(_FACT), readability=_READABILITY, notices=TEXTS,
)  # fmt: skip
"""One row an article: what ``annotate --format json`` says of it."""

TEXT_ROWS = _schema(
    "texts", id=TEXT, title=TEXT, date=pa.date32(), outlet=TEXT, author=TEXT, url=TEXT,
    licence=TEXT, topic=TEXT, level=NUMBER, paragraphs=TEXTS, headings=pa.list_(NUMBER),
    sentences=pa.list_(_SENTENCE), notices=TEXTS,
)  # fmt: skip
"""One row an article that items were made from: its text as the items count it."""

_EVIDENCE = _struct(sentence=TEXT, quote=TEXT)
_OPTION = _struct(text=TEXT, correct=pa.bool_(), role=TEXT, why=TEXT, evidence=_EVIDENCE)
_STATEMENT = _struct(text=TEXT, category=TEXT, why=TEXT, evidence=_EVIDENCE, alteration=TEXT)
_RUBRIC = _struct(points=NUMBER, criterion=TEXT)

ITEMS = _schema(
    "items", article_id=TEXT, id=TEXT, type=TEXT, family=TEXT, process=TEXT, level=NUMBER,
    response=TEXT, instruction=TEXT, prompt=TEXT, options=pa.list_(_OPTION),
    answers=pa.list_(TEXTS), categories=TEXTS, statements=pa.list_(_STATEMENT), scoring=TEXT,
    pairs=pa.list_(TEXTS), distractors=TEXTS, shown=pa.list_(NUMBER), rubric=pa.list_(_RUBRIC),
    model_answer=TEXT, evidence=pa.list_(_EVIDENCE), points=NUMBER, text=TEXT, explanation=TEXT,
    question_word=TEXT, lemmas=TEXTS, entities=TEXTS, reveals=TEXTS, facts=TEXTS, rank=SHARE,
    fact_key=TEXT, fact_names=TEXTS, entity_names=TEXTS, headwords=TEXTS,
)  # fmt: skip
"""One row an item: the fields of ``items --format jsonl``, and what it is searched by."""

ERRORS = _schema("errors", id=TEXT, reason=TEXT)
"""One row an article that gives no row elsewhere."""

SIGNATURES = _schema("signatures", id=TEXT, place=NUMBER, signature=pa.binary())
"""One row a readable article: its MinHash; ``place`` counts in its partition."""

DUPLICATES = _schema("duplicates", id=TEXT, place=NUMBER, duplicate_of=TEXT, similarity=SHARE)
"""One row an article that is left out because an earlier one says nearly the same."""

SAME_IDS = _schema("same_ids", id=TEXT, place=NUMBER)
"""One row an article whose id stands for an earlier one; it becomes a row of ``errors``."""

REPEATS = _schema("repeats", article_id=TEXT, id=TEXT, fact_key=TEXT, first_article_id=TEXT)
"""One row an item that is left out because an earlier article's item asks the same fact."""
