"""Which items must not stand on one sheet: they ask one fact, or one gives the other's answer away.

Items show sentences of the text again. That gives away whatever these sentences answer, unless a
table shows no word of the answer and not the whole sentence.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from quizgen.checks.text_match import (
    bare,
    contains_words,
    content_lemmas,
    options_of,
    parts,
    right_and_wrong,
)
from quizgen.checks.text_match import words as words_of
from quizgen.checks.word_lists import word_list
from quizgen.model import FORM, Categorise, Choice, FreeText, Item, MultiChoice, ShortAnswer

_SPEECH = word_list("speech")
_FIGURE = re.compile(r"(?:Rp|pukul )?\s?\d", re.IGNORECASE)
_ALIKE = 2
"""Two figures that are the same, of things told by so many of the same words, are one fact."""


class Asked:
    """An item as its neighbours on a sheet see it; what is costly is worked out when needed."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.facts = frozenset(each for each in item.facts if not each.startswith(FORM))
        self.reveals = frozenset(item.reveals)

    @cached_property
    def seeks_sentence(self) -> bool:
        """Whether the item asks which sentence states something."""
        return any(fact.startswith("where:") for fact in self.facts)

    @cached_property
    def pointing(self) -> bool:
        """Whether the item asks what a word of a numbered sentence points to."""
        plain = isinstance(self.item.response, Choice | ShortAnswer)
        numbered = self.item.text == "numbered" and not self.seeks_sentence
        return plain and numbered and len(self.item.evidence) > 1

    @cached_property
    def proofs(self) -> frozenset[str]:
        """The sentences that prove the answer.

        A word that points back is asked in its own sentence: the one that names what it points to
        says no more on the sheet than in the text.
        """
        asked, later = self.item.evidence[:1], self.item.evidence[1:]
        if self.pointing:
            later = tuple(each for each in later if not self.key_words & _telling(each.quote))
        return frozenset(each.sentence for each in asked + later)

    @cached_property
    def answers(self) -> tuple[str, ...]:
        """Every accepted answer of a choice or a short answer; nothing of other kinds."""
        response = self.item.response
        if isinstance(response, ShortAnswer):
            return tuple(bare(each) for variants in response.answers for each in variants)
        return tuple(bare(option.text) for option in right_and_wrong(self.item)[0])

    @cached_property
    def figures(self) -> frozenset[str]:
        """Every accepted answer that is written in figures."""
        return frozenset(each.casefold() for each in self.answers if _FIGURE.match(each))

    @cached_property
    def answered(self) -> frozenset[str]:
        """The sentences that give the answer away; a root, an essay or a place stands in none."""
        language = self.item.process == "language" and self.item.text != "hidden"
        if language or self.seeks_sentence or isinstance(self.item.response, FreeText):
            return frozenset()
        return self.proofs

    @cached_property
    def key_words(self) -> frozenset[str]:
        """The content words and figures of every accepted answer."""
        return _telling(" ".join(self.answers))

    @cached_property
    def shown_words(self) -> frozenset[str]:
        """The content words and figures that stand on the sheet with a table; none of others."""
        response = self.item.response
        if not isinstance(response, Categorise):
            return frozenset()
        rows = (row.text for row in response.statements)
        return _telling(" ".join((self.item.prompt, *response.categories, *rows)))

    @cached_property
    def prompt_words(self) -> frozenset[str]:
        """The content words and figures of the prompt that are none of the answer."""
        return _telling(self.item.prompt) - self.key_words

    @cached_property
    def shown(self) -> str:
        """What stands on the sheet: the prompt, and what stands below it but no written answer."""
        below = () if isinstance(self.item.response, ShortAnswer) else parts(self.item)
        return " ; ".join((self.item.prompt, *below))

    @cached_property
    def spelled(self) -> bool:
        """Whether the answer is told by its letters wherever it stands, as with an acronym."""
        return any(fact.startswith("acronym:") for fact in self.facts)

    @cached_property
    def told_of(self) -> tuple[str, ...]:
        """What options on what the text names tell to stand there or not."""
        several = isinstance(self.item.response, MultiChoice) and self.item.process != "language"
        named = several or any(fact.startswith("place-names") for fact in self.facts)
        return tuple(option.text for option in options_of(self.item)) if named else ()

    @cached_property
    def asks_who(self) -> bool:
        """Whether a question asks for a person by what he or she is, does or says."""
        return self.item.question_word == "siapa" and not self.pointing

    @cached_property
    def on_speech(self) -> bool:
        """Whether the prompt is about somebody's words."""
        return not _SPEECH.isdisjoint(words_of(self.item.prompt))

    @cached_property
    def asks_clause(self) -> bool:
        """Whether a choice or a short answer asks one sentence, read as it stands."""
        plain = isinstance(self.item.response, Choice | ShortAnswer) and self.item.text == "shown"
        return plain and len(self.proofs) == 1 and self.item.process != "language"

    def quoted_words(self, sentence: str) -> frozenset[str]:
        """Return the content words of what proves this item in a sentence."""
        quotes = (each.quote for each in self.item.evidence if each.sentence == sentence)
        return _telling(" ".join(quotes))

    def alters(self, sentence: str) -> bool:
        """Return whether a statement says this sentence otherwise than the text."""
        response = self.item.response
        return isinstance(response, Categorise) and any(
            row.alteration and (row.evidence is None or row.evidence.sentence == sentence)
            for row in response.statements
        )


def conflict(one: Item, other: Item) -> bool:
    """Return whether two items must not share a sheet.

    They ask the same fact, or one gives away what answers the other.
    """
    return _clash(Asked(one), Asked(other))


def clashes(items: Sequence[Item]) -> list[set[int]]:
    """Return for each item the places of those that it must not share a sheet with."""
    asked = [Asked(item) for item in items]
    found: list[set[int]] = [set() for _ in items]
    for low, high in sorted(_neighbours(asked)):
        if _clash(asked[low], asked[high]):
            found[low].add(high)
            found[high].add(low)
    return found


def same_fact(one: Asked, other: Asked) -> bool:
    """Return whether two items ask one fact.

    They name one fact; or they have one answer from one sentence, and one of them names no fact or
    asks what a word of the sentence points to: whoever knows that knows who said or did it.
    """
    if one.item.id == other.item.id or one.facts & other.facts - _apart(one, other):
        return True
    if one.figures & other.figures and len(one.prompt_words & other.prompt_words) >= _ALIKE:
        return True
    pointing = one.pointing or other.pointing
    if not pointing and one.facts and other.facts:
        return False
    met = one.proofs & other.proofs
    keys = [{answer.casefold() for answer in each.answers} for each in (one, other)]
    if pointing:
        return bool(met and keys[0] & keys[1])
    return bool(met) and one.proofs == other.proofs and keys[0] == keys[1] != set()


def _apart(one: Asked, other: Asked) -> frozenset[str]:
    """Return the sentence that two questions ask for different parts of.

    No word of either answer stands in the other question or its answer: *Siapa yang meresmikan
    pasar itu?* and *Berapa kios yang dibakar?*.
    """
    if not (one.asks_clause and other.asks_clause and one.key_words and other.key_words):
        return frozenset()
    said = [_telling(each.item.prompt) | each.key_words for each in (one, other)]
    met = said[0] & other.key_words or said[1] & one.key_words
    return frozenset() if met else one.proofs & other.proofs


def gives_away(one: Asked, other: Asked) -> bool:
    """Return whether one item shows what answers the other."""
    if any(_tells(one, other, sentence) for sentence in one.reveals & other.answered):
        return True
    if other.spelled and any(contains_words(one.shown, answer) for answer in other.answers):
        return True
    if any(contains_words(part, name) for name in one.told_of for part in parts(other.item)):
        return True
    near = not one.proofs.isdisjoint(other.proofs)
    named = near and any(contains_words(one.item.prompt, answer) for answer in other.answers)
    return named and not (other.asks_who and _of_another_matter(one, other))


def _of_another_matter(one: Asked, other: Asked) -> bool:
    """Tell whether a question names the person another asks for, but nothing of what it asks.

    *Apa jabatan Ratna?* leaves *Siapa yang mengatakan …?* open. Who speaks on one occasion is often
    the only speaker.
    """
    alike = one.prompt_words & other.prompt_words or (one.on_speech and other.on_speech)
    return bool(other.prompt_words) and not alike


def _clash(one: Asked, other: Asked) -> bool:
    return same_fact(one, other) or gives_away(one, other) or gives_away(other, one)


def _tells(one: Asked, other: Asked, sentence: str) -> bool:
    """Tell whether what an item shows of a sentence may hold the answer of another.

    Only a table leaves out parts of a sentence: a cloze or a sentence to be worked on shows it all.
    """
    if not isinstance(one.item.response, Categorise) or one.alters(sentence):
        return True
    if not other.key_words or other.key_words & one.shown_words:
        return True
    return other.quoted_words(sentence) <= one.shown_words


def _telling(text: str) -> frozenset[str]:
    figures = {word for word in words_of(text) if word[0].isdigit()}
    return content_lemmas(text) | figures


def _neighbours(asked: Sequence[Asked]) -> set[tuple[int, int]]:
    """Return the pairs that can clash: those that share something, or where one tells much."""
    homes: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, each in enumerate(asked):
        homes["id", each.item.id].append(place)
        for fact in each.facts:
            homes["fact", fact].append(place)
        for sentence in each.proofs | each.reveals:
            homes["sentence", sentence].append(place)
        for figure in each.figures:
            homes["figure", figure].append(place)
    wide = {place for place, each in enumerate(asked) if each.spelled or each.told_of}
    return {
        (min(place, other), max(place, other))
        for place in wide
        for other in range(len(asked))
        if other != place
    } | {
        (low, high)
        for home in homes.values()
        for at, low in enumerate(home)
        for high in home[at + 1 :]
    }
