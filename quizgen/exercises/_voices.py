"""Statements of the text as questions for their speaker: *Siapa yang mengatakan, "…"?*."""

from collections.abc import Iterator

from quizgen.exercises._text import lower_first, names, render, resolved
from quizgen.language.clauses import word_class
from quizgen.language.slips import slip
from quizgen.model import Document, Entity, Quotation, Sentence

_SURE = 0.9
_MARKS = frozenset('"“”‘’')
_WORDS = (6, 26)
_OWN = frozenset({"kami", "kita", "saya", "aku", "juga", "sama", "lain"})
"""Words that may stay in a quotation: they point to the speaker, or outside nothing."""


def voices(document: Document) -> Iterator[tuple[str, Entity, Sentence]]:
    """Yield (stem, speaker, sentence) for every statement whose speaker is a sure person."""
    for quotation in document.quotations:
        speaker = _speaker(quotation, document)
        stem = _stem(quotation, document) if speaker else None
        if speaker and stem and not set(speaker.canonical.split()) & set(stem.split()):
            yield stem, speaker, document.sentence(quotation.sentence)


def _speaker(quotation: Quotation, document: Document) -> Entity | None:
    if quotation.confidence < _SURE:
        return None
    found = names(document.entities, "PER").get(quotation.speaker)
    return found[0] if found else None


def _covered(quotation: Quotation, sentence: Sentence) -> list[int]:
    return [
        i for i, token in enumerate(sentence.tokens)
        if quotation.start <= token.start and token.end <= quotation.end
    ]  # fmt: skip


def _stem(quotation: Quotation, document: Document) -> str | None:
    sentence = document.sentence(quotation.sentence)
    kept = _covered(quotation, sentence)
    if quotation.end > sentence.end or not kept or not _WORDS[0] <= len(kept) <= _WORDS[1]:
        return None
    words = [sentence.tokens[i] for i in kept]
    if slip(words):
        return None
    if not any(word.upos == "VERB" for word in words) or any(w.text in "()" for w in words):
        return None
    if quotation.direct:
        return _quoted(quotation, sentence, kept, document)
    return _reported(sentence, kept, document)


def _quoted(
    quotation: Quotation, sentence: Sentence, kept: list[int], document: Document
) -> str | None:
    first = sentence.tokens[kept[0]]
    text = document.article.text[quotation.start : quotation.end].rstrip(" ,.")
    pointing = word_class("pointing") - _OWN
    if any(sentence.tokens[i].text.lower() in pointing for i in kept):
        return None
    if not first.text[:1].isupper() or any(mark in text for mark in '()[]?!:;"“”'):
        return None
    return f"Siapa yang mengatakan, “{text}”?"


def _reported(sentence: Sentence, kept: list[int], document: Document) -> str | None:
    low, high = kept[0], kept[-1] + 1
    first = sentence.tokens[low]
    if not resolved(sentence, document, kept) or first.text.lower() in word_class("links"):
        return None
    if first.upos in {"VERB", "AUX", "ADV", "PART", "SCONJ", "CCONJ", "PUNCT"}:
        return None
    if any(sentence.tokens[i].text in _MARKS for i in kept):
        return None
    text = lower_first(render(sentence, document, low, high), sentence, document, low)
    return f"Siapa yang menyatakan bahwa {text.rstrip(' .')}?"
