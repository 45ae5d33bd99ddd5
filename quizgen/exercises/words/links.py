"""Why a sentence or paragraph can only stand after the one before it: reference and naming.

A *run* is a sequence of sentences, or of paragraphs each as one sentence. A link holds only if
what it points to is brought in by the part just before, and by no other part of the run.

Source: cohesion after Halliday & Hasan (1976), *Cohesion in English*, ch. 2 and 6.
"""

from collections.abc import Callable, Sequence

from quizgen.checks.word_lists import word_list
from quizgen.language.clauses import self_contained, word_class
from quizgen.model import Document, Sentence

_DETERMINERS = frozenset({"ini", "itu", "tersebut"})
_PRONOUNS = frozenset({"ia", "dia", "beliau"})
Place = Callable[[Sentence], str]
"""How a part of a run is cited: *kalimat 7*, *paragraf 3*."""


def opens(sentence: Sentence) -> bool:
    """Tell whether a sentence can stand first: it points to nothing before it."""
    first = sentence.tokens[0]
    return self_contained(sentence.tokens) and first.text.lower() not in word_class("droppable")


def link(run: Sequence[Sentence], index: int, document: Document, place: Place) -> str | None:
    """Return why part ``index`` can only stand after the one before it, in Indonesian."""
    at = place(run[index - 1])
    return (
        _by_noun(run, index, at)
        or _by_name(run, index, document, at)
        or _by_pronoun(run, index, document, at)
        or _by_acronym(run, index, at)
    )


def _by_noun(run: Sequence[Sentence], index: int, at: str) -> str | None:
    tokens = run[index].tokens
    for position in range(1, len(tokens)):
        if tokens[position].text.lower() not in _DETERMINERS:
            continue
        noun = tokens[position - 1]
        known = any(token.lemma == noun.lemma for token in tokens[: position - 1])
        if known or noun.text.lower() in word_list("named_by_the_sheet"):
            continue
        if noun.upos == "NOUN" and _introduced(noun.text.lower(), noun.lemma, run, index):
            phrase = f"{noun.text} {tokens[position].text}"
            return f"Frasa “{phrase}” merujuk pada hal yang baru disebut pada {at}."
    return None


def _introduced(noun: str, lemma: str, run: Sequence[Sentence], index: int) -> bool:
    """Tell whether, within the run, the thing is first brought in just before ``index``."""
    holders = [
        place
        for place, sentence in enumerate(run)
        if place != index
        and any(
            token.upos in {"NOUN", "VERB"} and lemma == token.lemma for token in sentence.tokens
        )
    ]
    first = index - 1
    if not holders or holders[0] != first:
        return False
    bare = [
        position
        for position, token in enumerate(run[first].tokens)
        if token.lemma == lemma and token.upos in {"NOUN", "VERB"}
    ]
    followed = any(
        run[first].tokens[min(p + 1, len(run[first].tokens) - 1)].text.lower() in _DETERMINERS
        for p in bare
    )
    later = [place for place in holders if place > index]
    return not followed and not any(not _definite(run[place], lemma) for place in later)


def _definite(sentence: Sentence, lemma: str) -> bool:
    """Tell whether every mention of the lemma in a later sentence is *N itu* or *N tersebut*."""
    tokens = sentence.tokens
    return all(
        position + 1 < len(tokens) and tokens[position + 1].text.lower() in _DETERMINERS
        for position, token in enumerate(tokens)
        if token.lemma == lemma
    )


def _by_name(run: Sequence[Sentence], index: int, document: Document, at: str) -> str | None:
    for entity in document.entities_in(run[index]):
        if entity.type != "PER" or entity.quote == entity.canonical or " " in entity.quote:
            continue
        full = {
            place
            for place, sentence in enumerate(run)
            for other in document.entities_in(sentence)
            if other.canonical == entity.canonical and other.quote == other.canonical
        }
        if full == {index - 1}:
            return f"Nama lengkap {entity.canonical} disebut lebih dahulu pada {at}."
    return None


def _by_acronym(run: Sequence[Sentence], index: int, at: str) -> str | None:
    """Tell whether the part before explains a short form: *Bank Nusa Raya (BNR)*, then *BNR*."""
    explained = [_explained(part) for part in run]
    used = {token.text for token in run[index].tokens}
    for short in sorted(explained[index - 1] & used):
        alone = sum(short in forms for forms in explained) == 1
        early = any(short in {t.text for t in part.tokens} for part in run[: index - 1])
        if alone and not early:
            return f"Kepanjangan {short} dijelaskan lebih dahulu pada {at}."
    return None


def _explained(part: Sentence) -> frozenset[str]:
    """Return the short forms that stand alone in brackets."""
    texts = [token.text for token in part.tokens]
    return frozenset(
        short
        for before, short, after in zip(texts, texts[1:], texts[2:], strict=False)
        if before == "(" and after == ")" and short.isalpha() and short.isupper()
    )


def _by_pronoun(run: Sequence[Sentence], index: int, document: Document, at: str) -> str | None:
    people = [{e.canonical for e in document.entities_in(one) if e.type == "PER"} for one in run]
    alone = len(people[index - 1]) == 1 and sum(map(bool, people)) == 1
    first = run[index].tokens[0].text
    if first.lower() not in _PRONOUNS or not alone:
        return None
    return f"Kata “{first}” merujuk pada {min(people[index - 1])} pada {at}."


def known_by(run: Sequence[Sentence], document: Document) -> bool:
    """Tell whether the last part of a run points to nothing that the run does not bring in."""
    last = run[-1]
    earlier = [token.lemma for part in run[:-1] for token in part.tokens]
    for position, token in enumerate(last.tokens):
        if not position or token.text.lower() not in _DETERMINERS:
            continue
        noun = last.tokens[position - 1]
        timeless = noun.text.lower() not in word_list("named_by_the_sheet")
        before = {*earlier, *(one.lemma for one in last.tokens[: position - 1])}
        if noun.upos in {"NOUN", "PROPN"} and timeless and noun.lemma not in before:
            return False
    people = [e for part in run for e in document.entities_in(part) if e.type == "PER"]
    full = {e.canonical for e in people if e.quote == e.canonical}
    return all(e.canonical in full for e in people)
