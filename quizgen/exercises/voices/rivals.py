"""Whether somebody else is spoken of between a name and a pronoun that may mean its bearer."""

import re

from quizgen.exercises.common.names import SURE, sentence_of
from quizgen.language.circumstances import fact_words
from quizgen.language.nouns import nouns
from quizgen.model import Document, Entity, Reference, Sentence, Token

_TITLE_DEPTH = 4
_NAMING = frozenset({"flat", "flat:name", "appos", "nmod", "compound"})
_ANY_SURE = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "NUMBER"})
"""Kinds of what no person is, however unsure its value."""
_LIKELY = 0.75
_LONG_ACRONYM = 4


def others_near(target: Entity, reference: Reference, document: Document) -> bool:
    """Tell whether somebody else is spoken of since the target was named last.

    *Seorang korban*, initials and unknown names count: readers may take the pronoun for them.
    """
    named = [
        e for e in document.entities if e.canonical == target.canonical and e.end <= reference.start
    ]
    if not named or not _leads(named[-1], document):
        return True
    last = named[-1].end
    return any(
        last < token.start and token.end <= reference.start and _rival(index, sentence, document)
        for sentence in document.sentences
        if last < sentence.end and sentence.start < reference.start
        for index, token in enumerate(sentence.tokens)
    )


def _leads(mention: Entity, document: Document) -> bool:
    """Tell whether a name is the subject of its clause or the speaker of its sentence."""
    home = sentence_of(mention, document)
    if home is None:
        return False
    spoke = any(
        quotation.speaker == mention.canonical
        and home.start <= (quotation.speaker_start or quotation.start) < home.end
        for quotation in document.quotations
    )
    inside = [i for i, t in enumerate(home.tokens) if mention.start <= t.start < mention.end]
    return spoke or any(_is_subject(index, home) for index in inside)


def _is_subject(index: int, sentence: Sentence) -> bool:
    """Tell whether a word is a subject, or belongs to one as a name does to its title."""
    for _ in range(_TITLE_DEPTH):
        token = sentence.tokens[index]
        if (token.deprel or "").startswith("nsubj"):
            return True
        if token.head is None or token.deprel not in _NAMING:
            return False
        index = token.head
    return False


def _rival(index: int, sentence: Sentence, document: Document) -> bool:
    """Tell whether a word may stand for a person whom *ia* could mean."""
    token = sentence.tokens[index]
    if _inside(token, document) or _many(index, sentence):
        return False
    low = token.text.lower()
    if low in fact_words("human") or low.removesuffix("nya") in nouns("human", "kin"):
        return True
    name = token.upos == "PROPN" and token.text[:1].isupper()
    return name and not _acronym(token.text, document)


def _inside(token: Token, document: Document) -> bool:
    """Tell whether a word is part of the name of something else: *Raja* Ampat, *Juni*."""
    return any(
        e.start <= token.start < e.end
        and e.type != "PER"
        and (e.type in _ANY_SURE or e.confidence >= (_LIKELY if " " in e.quote else SURE))
        for e in document.entities
    )


def _many(index: int, sentence: Sentence) -> bool:
    """Tell whether a noun is of many: *2.310 orang*, *para petani*."""
    before = sentence.tokens[index - 1] if index else None
    if before is None:
        return False
    counted = before.upos == "NUM" and before.text.lower() not in {"satu", "1"}
    return counted or before.text.lower() in nouns("number", "many")


def _acronym(word: str, document: Document) -> bool:
    """Tell whether a word in capitals is short for a body or a thing; people have initials."""
    letters = word.isalpha() and word.isupper()
    explained = re.search(rf"[a-z] \({re.escape(word)}\)", document.article.text) is not None
    return explained or (letters and len(word) >= _LONG_ACRONYM)
