"""The whole analysis: from an article to a document with tokens, names, amounts and notes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from quizgen.language.canonical import unify
from quizgen.language.lemmas import lemmas
from quizgen.language.levels import level, zipf
from quizgen.language.morphology import Analysis, analyse
from quizgen.language.notices import notices
from quizgen.language.sentences import dateline_end, split_sentences
from quizgen.language.tokens import tokenize
from quizgen.language.vocabulary import find_vocabulary
from quizgen.model import Article, Document, Entity, Sentence, Token

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})


def annotate(article: Article, *, trees: bool = True) -> Document:
    """Return the article's analysis: sentences with tokens, entities, word notes and notices.

    Of the quotations and references found it keeps those that are sure enough to be built on:
    ``quotations.OFFERED`` and ``references.OFFERED`` and above. Without ``trees`` it does not
    parse, which is quicker and gives no clause facts.
    """
    tagged = tuple(_with_tokens(sentence) for sentence in split_sentences(article))
    sentences = _parsed(tagged) if trees else tagged
    names = [name for sentence in sentences for name in _names(sentence)]
    entities = unify(_merge(names, _measures(article)), article.text)
    document = Document(
        article=article,
        sentences=sentences,
        entities=entities,
        vocabulary=find_vocabulary(sentences, entities),
        notices=notices(article.text),
    )
    return _with_discourse(document)


def _parsed(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    from quizgen.language.parser import parse

    opened = [_opening(sentence) for sentence in sentences]
    bodies = [
        replace(sentence, tokens=sentence.tokens[count:])
        for sentence, count in zip(sentences, opened, strict=True)
    ]
    return tuple(
        replace(body, tokens=_with_opening(sentence.tokens[:count], body.tokens))
        for sentence, body, count in zip(sentences, parse(bodies), opened, strict=True)
    )


def _opening(sentence: Sentence) -> int:
    """Return how many tokens belong to the sentence's dateline."""
    body = sentence.start + dateline_end(sentence.text)
    return sum(token.start < body for token in sentence.tokens)


def _with_opening(opening: Sequence[Token], body: Sequence[Token]) -> tuple[Token, ...]:
    """Return both, the dateline hanging from the root: it is no part of the clause."""
    shift = len(opening)
    if not shift:
        return tuple(body)
    parsed = [
        token if token.head is None else replace(token, head=token.head + shift) for token in body
    ]
    root = next((i for i, token in enumerate(parsed, start=shift) if token.head == i), None)
    if root is None:
        return (*opening, *parsed)
    return (*(replace(token, head=root, deprel="dep") for token in opening), *parsed)


def _with_discourse(document: Document) -> Document:
    from quizgen.language import quotations, references

    said = quotations.find_quotations(document)
    meant = references.find_references(document, said)
    return replace(
        document,
        quotations=tuple(one for one in said if one.confidence >= quotations.OFFERED),
        references=tuple(one for one in meant if one.confidence >= references.OFFERED),
    )


def _with_tokens(sentence: Sentence) -> Sentence:
    from quizgen.language.tagger import tagger

    spans = tokenize(sentence.text)
    words = [sentence.text[start:end] for start, end in spans]
    # After a dateline a new sentence starts, for the tagger too.
    opening = dateline_end(sentence.text)
    body = sum(start < opening for start, _ in spans)
    tags = tagger().tag(words[:body]) + tagger().tag(words[body:])
    roots = lemmas(words[:body], tags[:body]) + lemmas(words[body:], tags[body:])
    tokens = (
        _token(word, tag, root, sentence.start + start)
        for word, tag, root, (start, _) in zip(words, tags, roots, spans, strict=True)
    )
    return replace(sentence, tokens=tuple(tokens))


def _token(word: str, tag: str, root: str, start: int) -> Token:
    analysis, frequency, band = _known(word, tag)
    return Token(
        text=word,
        start=start,
        end=start + len(word),
        upos=tag,
        lemma=root,
        headword=analysis.headword,
        segments=analysis.segments,
        clitics=analysis.clitics,
        zipf=frequency,
        level=band,
    )


@lru_cache(maxsize=50_000)
def _known(word: str, tag: str) -> tuple[Analysis, float, int | None]:
    """Return a word's build, Zipf frequency and level, which hold wherever it stands."""
    analysis = analyse(word if tag == "PROPN" else word.lower())
    content = tag in _CONTENT
    frequency = max(zipf(word), zipf(analysis.headword)) if content else zipf(word)
    levelled = word[0].isalpha() and tag != "PROPN"
    return analysis, frequency, level(frequency) if levelled else None


def _names(sentence: Sentence) -> Iterator[Entity]:
    from quizgen.language.names import find_names

    body = sentence.start + dateline_end(sentence.text)
    opening = [token for token in sentence.tokens if token.start < body]
    tokens = [token for token in sentence.tokens if token.start >= body]
    yield from _dateline_places(opening, sentence)
    words = [token.text for token in tokens]
    for first, last, kind, sure in find_names(words, [token.upos for token in tokens]):
        start, end = tokens[first].start, tokens[last - 1].end
        quote = sentence.text[start - sentence.start : end - sentence.start]
        yield Entity(
            start=start, end=end, quote=quote, type=kind, canonical=quote, confidence=round(sure, 3)
        )


def _dateline_places(tokens: Sequence[Token], sentence: Sentence) -> Iterator[Entity]:
    """Yield the places of a dateline; its other names are the outlet's and no part of the text."""
    from quizgen.language.wordlists import place_kind

    for size in (3, 2, 1):
        for first in range(len(tokens) - size + 1):
            start, end = tokens[first].start, tokens[first + size - 1].end
            quote = sentence.text[start - sentence.start : end - sentence.start]
            name = quote.title() if quote.isupper() else quote
            if place_kind(name) == "GPE":
                yield Entity(start=start, end=end, quote=quote, type="GPE", canonical=name)
                return


def _measures(article: Article) -> list[Entity]:
    from quizgen.language.measures import find_measures

    found: list[Entity] = []
    for number, offset, paragraph in article.blocks():
        if number is not None:
            before = [entity for entity in found if entity.type == "DATE"]
            for entity in find_measures(paragraph, date=article.date, before=before):
                shifted = replace(entity, start=entity.start + offset, end=entity.end + offset)
                found.append(shifted)
    return found


def _merge(names: Iterable[Entity], measures: Iterable[Entity]) -> list[Entity]:
    ranked = sorted(
        [*((entity, 1) for entity in names), *((entity, 0) for entity in measures)],
        key=lambda pair: (pair[0].start - pair[0].end, -pair[1], pair[0].start),
    )
    kept: list[Entity] = []
    for entity, _ in ranked:
        if all(entity.end <= other.start or other.end <= entity.start for other in kept):
            kept.append(entity)
    return sorted(kept, key=lambda entity: entity.start)
