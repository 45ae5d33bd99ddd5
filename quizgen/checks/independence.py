"""Which items must not stand on one sheet: they ask one fact, or one gives the other's answer away.

Items show sentences of the text again. That gives away whatever these sentences answer, unless a
table shows no word of the answer and not the whole sentence.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from quizgen.checks.text_match import bare, contains_words, content_lemmas, right_and_wrong
from quizgen.checks.text_match import words as words_of
from quizgen.model import Categorise, Choice, FreeText, Item, ShortAnswer


class Asked:
    """An item as its neighbours on a sheet see it; what is costly is worked out when needed."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.facts = frozenset(item.facts)
        self.reveals = frozenset(item.reveals)

    @cached_property
    def pointing(self) -> bool:
        """Whether the item asks what a word of a numbered sentence points to."""
        plain = isinstance(self.item.response, Choice | ShortAnswer)
        return plain and self.item.text == "numbered" and len(self.item.evidence) > 1

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
    def answered(self) -> frozenset[str]:
        """The sentences that give the answer away; a root or an essay stands in none."""
        language = self.item.process == "language" and self.item.text != "hidden"
        if language or isinstance(self.item.response, FreeText):
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
    if one.facts & other.facts or one.item.id == other.item.id:
        return True
    pointing = one.pointing or other.pointing
    if not pointing and one.facts and other.facts:
        return False
    met = one.proofs & other.proofs
    keys = [{answer.casefold() for answer in each.answers} for each in (one, other)]
    if pointing:
        return bool(met and keys[0] & keys[1])
    return bool(met) and one.proofs == other.proofs and keys[0] == keys[1] != set()


def gives_away(one: Asked, other: Asked) -> bool:
    """Return whether one item shows what answers the other."""
    if any(_tells(one, other, sentence) for sentence in one.reveals & other.answered):
        return True
    near = not one.proofs.isdisjoint(other.proofs)
    return near and any(contains_words(one.item.prompt, answer) for answer in other.answers)


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
    """Return the pairs that share an id, a fact or a sentence; no others can clash."""
    homes: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, each in enumerate(asked):
        homes["id", each.item.id].append(place)
        for fact in each.facts:
            homes["fact", fact].append(place)
        for sentence in each.proofs | each.reveals:
            homes["sentence", sentence].append(place)
    return {
        (low, high)
        for home in homes.values()
        for at, low in enumerate(home)
        for high in home[at + 1 :]
    }
