"""Statements of the text as questions for their speaker: *Siapa yang mengatakan, "…"?*."""

import re
from collections.abc import Iterator, Sequence

from quizgen.exercises._people import people
from quizgen.exercises._standard_language import bare_predicate, standard
from quizgen.exercises._text import guessed, lower_first, render, resolved
from quizgen.language.clauses import word_class
from quizgen.language.once import once
from quizgen.model import Document, Entity, Quotation, Sentence, Token

_SURE = 0.9
_AGED = re.compile(r"([A-Z]\w+)\s\(\d{1,2}\)")
"""A name with the age that introduces it."""
_DIRECT, _INDIRECT = "Siapa yang mengatakan, ", "Siapa yang menyatakan bahwa "
_MARKS = frozenset("\"“”‘’'")
_WORDS = (6, 26)
_PRONOUNS = frozenset({"ia", "dia", "beliau"})
_CLAUSE = frozenset({"VERB", "AUX"})
_HEARD = frozenset({"tersebut", "tadi", "begitu", "demikian", "dia", "beliau"})
"""Words that a quotation must not have: they point to what was said before it. What the speaker
means by *kami* or *ini* need not be known to tell who said it."""

_AGREED = re.compile(
    r"\b(?:senada|sependapat|sepaham|(?:meng|di)amini|(?:mem|di)benarkan|(?:setuju|sepakat) dengan"
    r"|(?:hal|pendapat|pandangan|harapan|keluhan|pernyataan) (?:yang )?(?:sama|serupa|senada))\b",
    re.IGNORECASE,
)


@once
def agreeing(document: Document) -> frozenset[str]:
    """Return who says the same as somebody else: *Senada, …*, *… menyampaikan hal serupa*."""
    return frozenset(
        entity.canonical
        for sentence in document.sentences
        if _AGREED.search(sentence.text)
        for entity in document.entities
        if entity.type == "PER" and sentence.start <= entity.start < sentence.end
    )


def in_apposition(tokens: Sequence[Token]) -> bool:
    """Tell whether a phrase for the speaker opens what is said: *seorang penyintas, kapal …*."""
    comma = next((i for i, token in enumerate(tokens) if token.text == ","), None)
    if comma is None or tokens[0].upos not in {"NOUN", "PROPN", "DET", "NUM"}:
        return False
    inside = [token.text.lower() for token in tokens[:comma]]
    clause = inside.index("yang") if "yang" in inside else comma
    return not any(token.upos in _CLAUSE for token in tokens[:clause])


def spoken(document: Document) -> Iterator[tuple[str, Entity, Sentence]]:
    """Yield (statement, speaker, sentence): quotations in their marks, reports as a sentence."""
    for stem, speaker, sentence in voices(document):
        text = stem.rstrip("?")
        for opening in (_DIRECT, _INDIRECT):
            text = text.removeprefix(opening)
        yield (text if text[:1] == "“" else f"{text[:1].upper()}{text[1:]}."), speaker, sentence


def voices(document: Document) -> Iterator[tuple[str, Entity, Sentence]]:
    """Yield (stem, speaker, sentence) for every statement whose speaker is a sure person.

    Of a quotation of several sentences, the first that can stand alone is asked for.
    """
    for quotation in document.quotations:
        speaker = _speaker(quotation, document)
        if speaker is None:
            continue
        for sentence in _spanned(quotation, document):
            stem = _stem(quotation, sentence, document)
            if stem and not set(speaker.canonical.split()) & set(stem.split()):
                yield stem, speaker, sentence
                break


def _spanned(quotation: Quotation, document: Document) -> list[Sentence]:
    return [
        sentence
        for sentence in document.sentences
        if sentence.start < quotation.end and quotation.start < sentence.end
    ]


def _speaker(quotation: Quotation, document: Document) -> Entity | None:
    if quotation.confidence < _SURE or doubtful(quotation, document):
        return None
    found = people(document).get(quotation.speaker)
    return found[0] if found else None


def doubtful(quotation: Quotation, document: Document) -> bool:
    """Tell whether *katanya* or *menurut dia* may mean somebody else than the speaker found.

    The paragraph has named another before it, or its own sentence anybody: *Soal kartu Elias, ia
    menyebut …*.
    """
    if _pronoun_after_name(quotation, document):
        return True
    if quotation.speaker_start is not None and not _pronouns(quotation, document):
        return False
    number = document.sentence(quotation.sentence).paragraph
    before = [s for s in document.sentences if s.paragraph == number and s.start < quotation.start]
    ahead = [s for s in before if s.end <= quotation.start]
    if not ahead:
        ahead = [s for s in document.sentences if s.paragraph == number - 1]
    text = " ".join(sentence.text for sentence in before)
    aged = any(name not in quotation.speaker for name in _AGED.findall(text))
    return (
        aged or _others_named(quotation, before, document) or not _named(quotation, ahead, document)
    )


def _others_named(quotation: Quotation, sentences: Sequence[Sentence], document: Document) -> bool:
    return any(
        entity.type == "PER" and entity.canonical != quotation.speaker
        for sentence in sentences
        for entity in document.entities_in(sentence)
        if entity.start < quotation.start
    )


def _named(quotation: Quotation, sentences: Sequence[Sentence], document: Document) -> bool:
    """Tell whether the speaker is named there, or is who speaks there."""
    return any(
        entity.canonical == quotation.speaker
        for sentence in sentences
        for entity in document.entities_in(sentence)
    ) or any(
        other.speaker == quotation.speaker and other.sentence == sentence.id
        for sentence in sentences
        for other in document.quotations
    )


def _pronouns(quotation: Quotation, document: Document) -> list[int]:
    """Return where *ia, dia, beliau* stand beside what is said in its sentence."""
    tokens = document.sentence(quotation.sentence).tokens
    return [
        token.start
        for token in tokens
        if token.text.lower() in _PRONOUNS and not quotation.start <= token.start < quotation.end
    ]


def _pronoun_after_name(quotation: Quotation, document: Document) -> bool:
    start = document.sentence(quotation.sentence).start
    last = max(_pronouns(quotation, document), default=0)
    return any(
        entity.type == "PER"
        and start <= entity.start < last
        and not quotation.start <= entity.start < quotation.end
        for entity in document.entities
    )


def _covered(quotation: Quotation, sentence: Sentence) -> list[int]:
    return [
        i for i, token in enumerate(sentence.tokens)
        if quotation.start <= token.start and token.end <= quotation.end
    ]  # fmt: skip


def _stem(quotation: Quotation, sentence: Sentence, document: Document) -> str | None:
    kept = _covered(quotation, sentence)
    if not kept or not _WORDS[0] <= len(kept) <= _WORDS[1]:
        return None
    words = [sentence.tokens[i] for i in kept]
    if not standard(words):
        return None
    if not any(word.upos == "VERB" for word in words) or any(w.text in "()" for w in words):
        return None
    if not quotation.direct and (quotation.end > sentence.end or guessed(quotation.verb)):
        return None
    if quotation.direct:
        return _quoted(quotation, sentence, kept, document)
    return _reported(sentence, kept, document)


def _quoted(
    quotation: Quotation, sentence: Sentence, kept: list[int], document: Document
) -> str | None:
    first = sentence.tokens[kept[0]]
    low, high = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
    text = document.article.text[low:high].rstrip(" ,.")
    if any(sentence.tokens[i].text.lower() in _HEARD for i in kept):
        return None
    if not any(sentence.tokens[i].deprel in {"nsubj", "nsubj:pass"} for i in kept):
        return None
    if bare_predicate(sentence.tokens[max(0, kept[0] - 1) : kept[-1] + 1]):
        return None
    if not first.text[:1].isupper() or any(mark in text for mark in "()[]?!:;\"“”'‘’"):
        return None
    return f"{_DIRECT}“{text}”?"


def _reported(sentence: Sentence, kept: list[int], document: Document) -> str | None:
    low, high = kept[0], kept[-1] + 1
    first = sentence.tokens[low]
    if not resolved(sentence, document, kept) or first.text.lower() in word_class("links"):
        return None
    if first.text[:1].isdigit() or first.upos in {
        "VERB",
        "AUX",
        "ADV",
        "PART",
        "SCONJ",
        "CCONJ",
        "PUNCT",
    }:
        return None
    if any(sentence.tokens[i].text in _MARKS for i in kept) or in_apposition(
        sentence.tokens[low:high]
    ):
        return None
    text = lower_first(render(sentence, document, low, high), sentence, document, low)
    return f"{_INDIRECT}{text.rstrip(' .')}?"
