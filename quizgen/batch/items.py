"""An article as rows of the tables ``texts`` and ``items``, and rows as items again."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from quizgen import offered, pipeline
from quizgen.batch.facts import fact_key, fact_names
from quizgen.batch.job import Choices, Job, Rows
from quizgen.interfaces import is_proven, proven_ways
from quizgen.model import Article, Document, Item, Sentence
from quizgen.records import item_from_dict, item_to_dict
from quizgen.worksheet import Plan

_NAMES = frozenset({"PER", "ORG", "GPE", "LOC", "EVENT", "LAW", "NORP", "PRODUCT"})
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})


def offered_types(choices: Choices) -> tuple[str, ...]:
    """Return the types asked for; else those good enough for news to be made unasked.

    Raises:
        UnknownNameError: listing the valid types.
    """
    wanted = offered.wanted_exercises(choices.types, choices.level)
    return tuple(
        each.name for each in wanted if choices.types or is_proven(each) or proven_ways(each)
    )


def item_rows(article: Article, job: Job) -> Rows:
    """Return an article's text and its items that no rule blocks, as ``quizgen items`` has them."""
    from quizgen.language.annotate import annotate

    document = annotate(article)
    choices = job.choices
    plan = Plan(types=offered_types(choices), level=choices.level, seed=choices.seed)
    types = () if choices.unasked else plan.types
    made = pipeline.make_items(document, types=types, seed=plan.seed, level=plan.level)
    items = pipeline.choose(pipeline.vet(made, document).kept, document, plan)
    families = offered.families()
    rows = [row_of(item, document, families[item.type]) for item in items]
    return {"texts": [text_row(document)], "items": rows}


def row_of(item: Item, document: Document, family: str) -> dict[str, Any]:
    """Return an item as a row of ``items``."""
    return {
        "article_id": document.article.id,
        **item_to_dict(item),
        "family": family,
        "rank": item.rank,
        "fact_key": fact_key(item, document),
        "fact_names": list(fact_names(item, document)),
        "entity_names": sorted(_names(item, document)),
        "headwords": sorted(_headwords(item, document)),
    }


def item_of(row: Mapping[str, Any]) -> Item:
    """Return the item of a row of ``items``.

    Raises:
        ItemError: if a field is missing or malformed.
    """
    record = {name: value for name, value in row.items() if value is not None}
    where = f"item {row.get('id')} of {row.get('article_id')}"
    return replace(item_from_dict(record, where=where), rank=float(row["rank"]))


def text_row(document: Document) -> dict[str, Any]:
    """Return a text as a row of ``texts``."""
    article = document.article
    return {
        "id": article.id,
        "title": article.title,
        "date": article.date,
        "outlet": article.outlet,
        "author": article.author,
        "url": article.url,
        "licence": article.licence,
        "topic": article.topic,
        "level": article.level,
        "paragraphs": list(article.paragraphs),
        "headings": sorted(article.headings),
        "sentences": [_sentence(each) for each in document.sentences],
        "notices": list(document.notices),
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "id": sentence.id,
        "paragraph": sentence.paragraph,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
    }


def _proofs(item: Item, document: Document) -> Iterator[Sentence]:
    for id in dict.fromkeys(evidence.sentence for evidence in item.evidence):
        yield document.sentence(id)


def _names(item: Item, document: Document) -> set[str]:
    """Return the people, bodies, places and works named where the item is proven."""
    found = (e for s in _proofs(item, document) for e in document.entities_in(s))
    return {*item.entities, *(e.canonical for e in found if e.type in _NAMES)}


def _headwords(item: Item, document: Document) -> set[str]:
    """Return the words that an item is about; the content words of its proof if it names none."""
    tokens = [token for s in _proofs(item, document) for token in s.tokens]
    if item.lemmas:
        own = {token.headword for token in tokens if token.lemma in item.lemmas}
        return {*item.lemmas, *own}
    return {token.headword for token in tokens if token.upos in _CONTENT}
