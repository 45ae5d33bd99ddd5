"""Rules about what a pronoun stands for."""

import re
from collections.abc import Iterator

from quizgen.checks.finding import error
from quizgen.checks.people import people_in
from quizgen.checks.reading import SURE, Reading, Told, reading
from quizgen.checks.text_match import content_lemmas, lemma, normalise, right_and_wrong, words
from quizgen.checks.word_lists import word_list
from quizgen.language.morphology import analyse
from quizgen.model import Choice, Document, Item, Option

_ASKED = re.compile(
    r"\*(?P<word>[^*]+)\*(?:\spada\skata\s\*(?P<host>[^*]+)\*)?\s(?:pada|dalam)\skalimat\s"
    r"\(?(?P<number>\d+)\)?\s(?:merujuk|mengacu)",
    re.I,
)
_HELPERS = word_list("helpers")
_REACH = 2


def _asked(item: Item, read: Reading) -> tuple[str, str, Told] | None:
    """Return the pronoun, its host word if it is a clitic, and the sentence."""
    found = _ASKED.search(item.prompt)
    told = read.number(int(found["number"])) if found else None
    if found is None or told is None or not isinstance(item.response, Choice):
        return None
    return found["word"].strip("- ").lower(), (found["host"] or "").lower(), told


@error("wrong-antecedent")
def other_antecedent(item: Item, document: Document) -> Iterator[str]:
    """The text's own chain of references leads to a wrong option and not to the key."""
    read = reading(document)
    asked = _asked(item, read)
    if asked is None:
        return
    word, _, told = asked
    meant = {
        r.antecedent
        for r in document.references
        if r.sentence == told.sentence.id
        and r.anaphor.lower().strip("-") == word
        and r.confidence >= SURE
    }
    if len(meant) != 1:
        return
    antecedent = meant.pop()
    right, wrong = right_and_wrong(item)
    led = [option for option in wrong if _names(option, antecedent, document)]
    for key in right:
        if led and not _names(key, antecedent, document):
            yield f"'{key.text}', not {antecedent}"


def _names(option: Option, antecedent: str, document: Document) -> bool:
    people = people_in(option.text, document)
    if people:
        return antecedent in people
    own = content_lemmas(option.text)
    return bool(own) and own <= content_lemmas(antecedent)


@error("wrong-antecedent")
def antecedent_out_of_reach(item: Item, document: Document) -> Iterator[str]:
    """The key is not named in the sentence or shortly before, and a wrong option is."""
    read = reading(document)
    asked = _asked(item, read)
    if asked is None:
        return
    end = asked[2].sentence.number
    near = read.told[max(0, end - 1 - _REACH) : end]
    known = frozenset[str]().union(*(told.lemmas for told in near))
    people = frozenset[str]().union(*(told.people for told in near))
    right, wrong = right_and_wrong(item)
    there = [option for option in wrong if content_lemmas(option.text) <= known]
    for key in right:
        named = people_in(key.text, document)
        if there and not named & people and not content_lemmas(key.text) & known:
            yield f"'{key.text}'"


@error("wrong-antecedent")
def object_is_subject(item: Item, document: Document) -> Iterator[str]:
    """The object *-nya* of an active verb is said to be the one who acts.

    The object pronoun of a clause never means its own subject, for which *diri sendiri* stands.
    Source: binding in Indonesian, Sneddon et al. (2010) 2.68.
    """
    read = reading(document)
    asked = _asked(item, read)
    if asked is None or asked[0] != "nya" or not asked[1]:
        return
    _, host, told = asked
    built = analyse(host)
    if built.segments[0] != "meN-" or "nya" not in built.clitics:
        return
    order = words(normalise(told.sentence.text).partition(host)[0])
    for key in right_and_wrong(item)[0]:
        own = tuple(lemma(word) for word in words(key.text))
        if own and _acts(own, order):
            yield f"'{key.text}' …  *{host}*"


def _acts(subject: tuple[str, ...], order: tuple[str, ...]) -> bool:
    """Tell whether the last active verb with a subject before it has ``subject`` for that."""
    roots = [lemma(word) for word in order]
    for at in range(len(order) - 1, 0, -1):
        if analyse(order[at]).segments[0] != "meN-":
            continue
        before = at
        while before and order[before - 1] in _HELPERS:
            before -= 1
        if before and order[before - 1] not in _LINKING:
            return tuple(roots[max(0, before - len(subject)) : before]) == subject
    return False


_LINKING = frozenset({"untuk", "dan", "dengan", "yang", "agar", "tanpa", "sambil", "serta", "lalu",
                      "atau", "guna", "demi", "setelah", "sebelum", "dalam"})  # fmt: skip
