"""Who said it, where and when, after a quotation: *"…," kata Wali Kota Rina Dewi di Solo*.

The verb is bare and its subject stands behind it, so the tree's own arcs are often wrong here;
what is read comes from the quotation, the order of the words and the dates and places behind.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, 3.107, on quoted speech.
"""

from collections.abc import Iterator

from quizgen.language.circumstances import role_of
from quizgen.language.fact import Adjunct, Fact
from quizgen.language.speech import verbs
from quizgen.language.trees import Phrase
from quizgen.model import Document, Entity, Quotation, Sentence, Token

_ROLES = frozenset({"place", "time"})
_GOING_ON = frozenset({"dari", "asal", "bidang", "yang", "dan", "serta", "atau"})
_INSIDE = frozenset({"VERB", "ADP", "SCONJ", "CCONJ", "AUX", "PRON", "PUNCT"})
"""Classes of words that no title holds before the speaker's name."""


def attributions(sentence: Sentence, document: Document) -> Iterator[Fact]:
    """Yield what a sentence tells of who spoke the words quoted in it, in order."""
    for quotation in document.quotations:
        verb = _verb(sentence, quotation)
        speaker = _speaker(sentence, quotation, verb) if verb is not None else None
        if verb is None or speaker is None or _cut_short(sentence, document, speaker):
            continue
        adjuncts = tuple(_circumstances(sentence, document, speaker.end))
        sure = quotation.confidence
        yield Fact(
            sentence=sentence,
            voice="active",
            predicate=Phrase(verb, verb + 1, verb, sure),
            verb=verb,
            relation="parataxis",
            subject=speaker,
            complement=_words(sentence, quotation, verb),
            adjuncts=adjuncts,
            end=adjuncts[-1].end if adjuncts else speaker.end,
            confidence=sure,
        )


def _verb(sentence: Sentence, quotation: Quotation) -> int | None:
    """Return the bare verb of saying right before the speaker: *kata, ujar, tutur*."""
    if not quotation.direct or quotation.speaker_start is None:
        return None
    before = [
        i for i, token in enumerate(sentence.tokens)
        if quotation.end <= token.start < quotation.speaker_start
    ]  # fmt: skip
    found = [i for i in before if sentence.tokens[i].text.lower() in verbs("bare")]
    spoken = [i for i in before if sentence.tokens[i].upos != "PUNCT"]
    return found[0] if found and found[0] == spoken[0] else None


def _speaker(sentence: Sentence, quotation: Quotation, verb: int) -> Phrase | None:
    """Return the speaker's name with the title before it, None if other words stand between."""
    tokens, last = sentence.tokens, quotation.speaker_end or 0
    named = [i for i in range(verb + 1, len(tokens)) if tokens[i].start < last]
    if not named or tokens[named[-1]].end != last or sentence.start + len(sentence.text) < last:
        return None
    title = [t for t in tokens[verb + 1 : named[-1]] if t.start < (quotation.speaker_start or 0)]
    if any(token.upos in _INSIDE for token in title):
        return None
    return Phrase(verb + 1, named[-1] + 1, named[-1], quotation.confidence)


def _cut_short(sentence: Sentence, document: Document, speaker: Phrase) -> bool:
    """Tell whether more of a speaker who is not named follows: *anggota dewan | dari Solo*."""
    end = sentence.tokens[speaker.end - 1].end
    named = any(e.type in {"PER", "ORG"} and e.end == end for e in document.entities_in(sentence))
    following = sentence.tokens[speaker.end : speaker.end + 1]
    titled = any(e.type == "ORG" and e.end == end for e in document.entities_in(sentence))
    dated = any(
        e.type in {"DATE", "TIME"} and e.start >= end for e in document.entities_in(sentence)
    )
    told = any(t.text.lower().startswith("ber") and t.upos == "VERB" for t in following)
    if told or (any(t.upos == "PROPN" for t in following) and not dated):
        return True
    more = any(t.text.lower() in _GOING_ON for t in following)
    return more and (not named or titled)


def _words(sentence: Sentence, quotation: Quotation, verb: int) -> Phrase | None:
    """Return what was said as far as this sentence holds it."""
    inside = [
        i for i, token in enumerate(sentence.tokens[:verb])
        if quotation.start <= token.start < quotation.end
    ]  # fmt: skip
    if not any(sentence.tokens[i].text[0].isalnum() for i in inside):
        return None
    return Phrase(inside[0], inside[-1] + 1, inside[0], quotation.confidence)


def _circumstances(sentence: Sentence, document: Document, start: int) -> Iterator[Adjunct]:
    """Yield the places and dates that follow the speaker without a word between them."""
    at, tokens = start, sentence.tokens
    while found := _next(sentence, document, at):
        first, begin, end, entity = found
        preposition = tokens[first].text.lower() if first < begin else ""
        role = role_of(preposition, entity, tokens[begin].upos, clausal=False, agent=False)
        if role not in _ROLES:
            return
        phrase = Phrase(begin, end, begin, entity.confidence)
        yield Adjunct(
            role=role, start=first, phrase=phrase, preposition=preposition, entity=entity,
            sure=entity.confidence,
        )  # fmt: skip
        at = end


def _next(sentence: Sentence, document: Document, at: int) -> tuple[int, int, int, Entity] | None:
    """Return the name at ``at``, after a comma or a preposition: where it starts and ends."""
    tokens = sentence.tokens
    first = at + (at < len(tokens) and tokens[at].text == ",")
    begin = first + (first < len(tokens) and tokens[first].upos == "ADP")
    for entity in document.entities_in(sentence):
        if begin < len(tokens) and tokens[begin].start == entity.start:
            end = _after(tokens, begin, entity)
            return (first, begin, end, entity) if end else None
    return None


def _after(tokens: tuple[Token, ...], begin: int, entity: Entity) -> int | None:
    """Return where a name ends, None where more of its phrase follows: *Kantor X | Bandung*."""
    end = next((i for i in range(begin, len(tokens)) if tokens[i].start >= entity.end), len(tokens))
    whole = end == len(tokens) or tokens[end].upos in {"PUNCT", "ADP"}
    return end if whole else None
