"""Put sentences in order: only where every step of the order is marked in the sentences.

The learner rebuilds a paragraph from reference and naming. Trains *memahami*. A run of sentences
is used only if each one needs the one before it: *N itu* or *N tersebut* after the sentence that
brings N in, a surname after the full name, a marker of later time after a dated sentence. Known
limits: runs without such a chain give nothing, so many texts have none.

Source: susun paragraf as in Indonesian school exams; cohesion after Halliday & Hasan (1976).
"""

import random
from collections.abc import Iterator, Sequence

from quizgen import records
from quizgen.exercises._text import base_level, cite, upper_first
from quizgen.interfaces import Family
from quizgen.language.clauses import word_class
from quizgen.language.sentences import dateline_end
from quizgen.model import Document, Evidence, Item, Option, Ordering, Sentence

_LENGTHS = (5, 4, 3)
_DETERMINERS = frozenset({"ini", "itu", "tersebut"})
_PRONOUNS = frozenset({"ia", "dia", "beliau"})
_LONGEST = 32


class SentenceOrder:
    """Makes ordering items from runs of sentences that allow one order only."""

    name = "sentence-order"
    purpose = "The learner puts sentences in order by their references and naming."
    responses = ("ordering",)
    family: Family = "language"
    levels = (4, 7)
    example = "Susunlah tiga kalimat menjadi paragraf yang padu! → 2, 3, 1"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield the longest chain that starts at each sentence; chains do not overlap."""
        index, sentences = 0, document.sentences
        while index < len(sentences):
            size = next(
                (n for n in _LENGTHS if _chain(sentences[index : index + n], n, document)), 0
            )
            if size:
                yield _item(sentences[index : index + size], document)
            index += size or 1


def _chain(run: Sequence[Sentence], size: int, document: Document) -> bool:
    if len(run) < size or not _opens(run[0]) or not all(_clean(one) for one in run):
        return False
    return all(_link(run, index, document) for index in range(1, size))


def _opens(sentence: Sentence) -> bool:
    """Tell whether a sentence can stand first: it points to nothing before it."""
    return not any(
        token.clitics or token.text.lower() in word_class("pointing") for token in sentence.tokens
    ) and sentence.tokens[0].text.lower() not in word_class("droppable")


def _clean(sentence: Sentence) -> bool:
    tokens = sentence.tokens
    return (
        4 <= len(tokens) <= _LONGEST
        and tokens[-1].text == "."
        and not any(token.text in set('"“”:;?!') for token in tokens)
    )


def _link(run: Sequence[Sentence], index: int, document: Document) -> str | None:
    """Return why sentence ``index`` can only stand after the one before it, in Indonesian."""
    return (
        _by_noun(run, index) or _by_name(run, index, document) or _by_pronoun(run, index, document)
    )


def _by_noun(run: Sequence[Sentence], index: int) -> str | None:
    tokens = run[index].tokens
    for position in range(1, len(tokens)):
        if tokens[position].text.lower() not in _DETERMINERS:
            continue
        noun = tokens[position - 1]
        if noun.upos == "NOUN" and _introduced(noun.text.lower(), noun.lemma, run, index):
            phrase = f"{noun.text.lower()} {tokens[position].text.lower()}"
            where = _at(run, index - 1)
            return f"“{upper_first(phrase)}” merujuk pada hal yang baru disebut pada {where}."
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


def _by_name(run: Sequence[Sentence], index: int, document: Document) -> str | None:
    for entity in document.entities_in(run[index]):
        if entity.type != "PER" or entity.quote == entity.canonical or " " in entity.quote:
            continue
        full = [
            place
            for place, sentence in enumerate(run)
            for other in document.entities_in(sentence)
            if other.canonical == entity.canonical and other.quote == other.canonical
        ]
        if full == [index - 1]:
            return (
                f"Nama lengkap {entity.canonical} disebut lebih dahulu pada {_at(run, index - 1)}."
            )
    return None


def _by_pronoun(run: Sequence[Sentence], index: int, document: Document) -> str | None:
    people = [{e.canonical for e in document.entities_in(one) if e.type == "PER"} for one in run]
    alone = len(people[index - 1]) == 1 and sum(map(bool, people)) == 1
    first = run[index].tokens[0].text
    if first.lower() not in _PRONOUNS or not alone:
        return None
    return f"“{first}” merujuk pada {min(people[index - 1])} pada {_at(run, index - 1)}."


def _at(run: Sequence[Sentence], index: int) -> str:
    return cite(run[index].id)[1:-1]


def _item(run: Sequence[Sentence], document: Document) -> Item:
    options, proofs = [], []
    for index, sentence in enumerate(run):
        cut = dateline_end(sentence.text) + sentence.start
        start = next(i for i, token in enumerate(sentence.tokens) if token.start >= cut)
        text = sentence.text[sentence.tokens[start].start - sentence.start :]
        proof = Evidence(sentence.id, text)
        proofs.append(proof)
        why = _link(run, index, document) if index else None
        opener = "Kalimat pembuka: tidak merujuk pada kalimat lain."
        options.append(Option(text=text, correct=True, why=why or opener, evidence=proof))
    ids = tuple(sentence.id for sentence in run)
    item = Item(
        id="",
        type="sentence-order",
        response=Ordering(options=tuple(options)),
        instruction="Susunlah kalimat-kalimat berikut menjadi paragraf yang padu!",
        prompt="Susunlah kalimat-kalimat berikut menjadi paragraf yang padu!",
        evidence=tuple(proofs),
        process="interpret",
        level=max(base_level(sentence) for sentence in run),
        text="hidden",
        explanation="Rujukan dan penyebutan nama menentukan urutan kalimat-kalimat itu.",
        facts=ids,
        reveals=ids,
        rank=0.5 + len(run) / 10,
    )
    return records.identify(item)


EXERCISE = SentenceOrder()
