"""Whether a speaker whom only *ia, dia* or *-nya* names may be somebody else."""

import re
from collections.abc import Sequence

from quizgen.language.wordlists import is_in
from quizgen.model import Document, Quotation, Sentence

_AGED = re.compile(r"([A-Z]\w+)\s\(\d{1,2}\)")
"""A name with the age that introduces it."""
_PRONOUNS = frozenset({"ia", "dia", "beliau"})
_FURTHEST = 3
"""So many paragraphs on, *ujarnya* is still read as who spoke last."""
_SOMEBODY = re.compile(r"\b(?:seorang|salah satu|saksi mata)\b", re.IGNORECASE)
"""Words that bring in somebody without a name, who may speak next."""


def doubtful(quotation: Quotation, document: Document) -> bool:
    """Tell whether *katanya* or *menurut dia* may mean somebody else than the speaker found.

    The paragraph has named another before it, or its own sentence anybody: *Soal kartu Elias, ia
    menyebut …*.
    """
    if _pronoun_after_name(quotation, document):
        return True
    if not by_pronoun(quotation, document):
        return False
    if _is_body(quotation.speaker, document):
        return True
    number = document.sentence(quotation.sentence).paragraph
    before = [s for s in document.sentences if s.paragraph == number and s.start < quotation.start]
    ahead = [s for s in before if s.end <= quotation.start]
    if not ahead:
        ahead = [s for s in document.sentences if s.paragraph == number - 1]
    text = " ".join(sentence.text for sentence in (*ahead, *before))
    aged = any(name not in quotation.speaker for name in _AGED.findall(text))
    if aged or _others_named(quotation, before, document):
        return True
    if _another_last(quotation, ahead, document):
        return True
    return not (_named(quotation, ahead, document) or _nobody_since(quotation, document))


def by_pronoun(quotation: Quotation, document: Document) -> bool:
    """Tell whether only *ia, dia, beliau* or *-nya* names the speaker; no body is called so."""
    if quotation.speaker_start is None or _pronouns(quotation, document):
        return True
    # In *Pemerintah, menurut dia, telah …* the pronoun stands in the middle of what is said.
    called = document.article.text[quotation.speaker_start : quotation.speaker_end]
    return called.lower() in _PRONOUNS


def _is_body(speaker: str, document: Document) -> bool:
    """Tell whether a speaker is a body, which *-nya, ia, dia* never mean."""
    kinds = {e.type for e in document.entities if e.canonical == speaker}
    return bool(kinds & {"ORG", "GPE"}) or is_in(speaker.split()[0], "bureaux", "organisations")


def _another_last(quotation: Quotation, ahead: Sequence[Sentence], document: Document) -> bool:
    """Tell whether the last sentence with a name before names somebody else last.

    *Berbeda dengan Rani, Dewi setuju.* Then *ujarnya* may be either's; not so where the speaker of
    that sentence is known: *kata Rani kepada Dewi*.
    """
    for sentence in reversed(ahead):
        spoke = [
            q
            for q in document.quotations
            if q.speaker == quotation.speaker and _ends_in(q, sentence)
        ]
        if spoke:
            return any(by_pronoun(q, document) and doubtful(q, document) for q in spoke)
        named = [e for e in document.entities_in(sentence) if e.type == "PER"]
        if named:
            return named[-1].canonical != quotation.speaker
    return False


def _ends_in(quotation: Quotation, sentence: Sentence) -> bool:
    return quotation.sentence == sentence.id or sentence.start < quotation.end <= sentence.end


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


def _nobody_since(quotation: Quotation, document: Document) -> bool:
    """Tell whether the same person spoke last, not far back, and nobody else came in since."""
    earlier = [other for other in document.quotations if other.end <= quotation.start]
    if not earlier or earlier[-1].speaker != quotation.speaker:
        return False
    last = earlier[-1]
    text = document.article.text[last.end : quotation.start]
    here = document.sentence(quotation.sentence).paragraph
    far = here - document.sentence(last.sentence).paragraph > _FURTHEST
    others = any(
        entity.type == "PER"
        and entity.canonical != quotation.speaker
        and last.end <= entity.start < quotation.start
        for entity in document.entities
    )
    aged = any(name not in quotation.speaker for name in _AGED.findall(text))
    return not (far or others or aged or _SOMEBODY.search(text) or doubtful(last, document))
