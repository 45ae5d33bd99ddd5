"""Rules about the form of options: alike in kind and syntax, none said twice."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, groupby

from quizgen.checks.answer_kinds import answer_kind
from quizgen.checks.finding import error
from quizgen.checks.option_order import order_key
from quizgen.checks.text_match import (
    bare,
    is_language,
    options_of,
    whole_measure,
    words,
)
from quizgen.checks.word_lists import word_list
from quizgen.language.measures import contains_date, same_measure
from quizgen.language.morphology import analyse
from quizgen.language.places import lookup, overlaps
from quizgen.language.word_classes import classes
from quizgen.model import Document, Item

_LIGHT = word_list("light")
_HEADS = word_list("heads_of_verbs")
_FINITE = word_list("finite")
_PREPOSITIONS = frozenset({"di", "ke", "dari", "pada", "dalam", "menuju"})
_GROUPS = {
    word: kind
    for kind in ("cause", "purpose", "manner", "agent")
    for word in word_list(f"opens_{kind}")
}
_ATTRIBUTIVE = word_list("opens_a_modifier")
_OF_WORDS = re.compile(r"\b(?:makna|arti|sinonim|antonim|padanan|persamaan|lawan)\b", re.I)
_LONGEST = 7
_SENTENCE = re.compile(r"[.!?]$|^[“\"]")
_VERBAL = ("meN-", "di-", "ber-")
_NOMINAL = ("peN-", "pe-", "ke-")


@error("options-say-the-same")
def options_say_the_same(item: Item, document: Document) -> Iterator[str]:
    """Two options say the same in other words, or one holds the other."""
    if is_language(item):
        return
    for one, other in combinations((option.text for option in options_of(item)), 2):
        if words(one) == words(other):
            continue
        alike = _plain(one) == _plain(other) or _within(one, other) or _turned(one, other)
        if alike or _same_value(one, other, document):
            yield f"'{one}' and '{other}'"


@lru_cache(maxsize=10_000)
def _plain(text: str) -> tuple[str, ...]:
    """Return the words that tell options apart, single for plural, coordinated ones sorted."""
    spoken = [_single(word) for word in words(text) if word not in _LIGHT]
    if "dan" not in spoken:
        return tuple(spoken)
    groups = [list(group) for key, group in groupby(spoken, lambda word: word != "dan") if key]
    return tuple(word for group in sorted(groups) for word in (*group, "dan"))


def _single(word: str) -> str:
    left, _, right = word.partition("-")
    return left if left == right or not right else word


def _within(one: str, other: str) -> bool:
    """Tell whether the longer option only adds a modifier: *gudang lembap, gudang lama lembap*."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    if len(short) < 2 or len(short) == len(long) or measured(one) or measured(other):
        return False
    if {"tidak", "bukan", "belum", "dan", "atau", "tanpa"} & (set(long) - set(short)):
        return False
    rest = iter(long)
    return all(word in rest for word in short)


def _turned(one: str, other: str) -> bool:
    """Tell whether one option is the other in the passive: *guru memilih, dipilih guru*."""
    first, second = _builds(one), _builds(other)
    roots = [root for _, root in first], [root for _, root in second]
    if sorted(roots[0]) != sorted(roots[1]) or roots[0] == roots[1]:
        return False
    actives = {root for prefix, root in first + second if prefix == "meN-"}
    return any(prefix == "di-" and root in actives for prefix, root in first + second)


@lru_cache(maxsize=10_000)
def _builds(text: str) -> tuple[tuple[str, str], ...]:
    """Return the first part and the root of each word that tells options apart."""
    builds = (analyse(word) for word in words(text) if word not in _LIGHT and word != "oleh")
    return tuple((build.segments[0], build.root) for build in builds)


def measured(text: str) -> bool:
    """Tell whether an option has a figure."""
    return any(map(str.isdigit, text))


def _same_value(one: str, other: str, document: Document) -> bool:
    first, second = whole_measure(one, document), whole_measure(other, document)
    if first and second:
        dated = first.type == second.type == "DATE" and first.value and second.value
        return same_measure(first, second) or bool(
            dated
            and (
                contains_date(first.value or "", second.value or "")
                or contains_date(second.value or "", first.value or "")
            )
        )
    left, right = order_key(one), order_key(other)
    if left and right:
        return left == right
    return one[:1].isupper() and bool(overlaps(bare(one), bare(other)))


@error("options-not-homogeneous")
def options_of_other_kinds(item: Item, document: Document) -> Iterator[str]:
    """Some options are names or measures, the others are not."""
    texts = [option.text for option in options_of(item)]
    if is_language(item) or any(_SENTENCE.search(text) for text in texts):
        return
    kinds = [_kind(text, document, asks_who="siapa" in item.prompt.lower()) for text in texts]
    named = {kind for kind in kinds if kind not in (None, "common")}
    if "common" in kinds and named & {"person", "place", "date", "amount"}:
        yield ", ".join(f"'{t}' ({k})" for t, k in zip(texts, kinds, strict=True) if k)
    elif len(named & {"person", "place", "date", "amount", "institution"}) > 1:
        yield ", ".join(sorted(kind for kind in named if kind))


def _kind(text: str, document: Document, *, asks_who: bool) -> str | None:
    """Return the kind of an option; a phrase of lower-case words is common, whatever it names."""
    kind = answer_kind(text, document)
    if kind in ("date", "amount") or order_key(text):
        return kind if kind in ("date", "amount") else None
    body = bare(text)
    if " " in body and re.search(r"\s[a-z]", body) and not re.search(r"\s[A-Z\d]", body):
        return "common"
    if not asks_who and " " not in body and not kind and _is_common(body, document):
        return "common"
    if kind in ("person", "place", "institution") and body[:1].isupper():
        return kind
    return None


def _is_common(word: str, document: Document) -> bool:
    named = any(word in (e.quote, e.canonical) for e in document.entities)
    noun = classes(word)[0].startswith("NN") and "NNP" not in classes(word)[0]
    return noun and not named and lookup(word) is None


@error("options-not-homogeneous")
def amounts_of_other_units(item: Item, document: Document) -> Iterator[str]:
    """The amounts that a question with berapa offers count different things."""
    if is_language(item) or not re.search(r"\bberapa\b", item.prompt, re.I):
        return
    found = [key for option in options_of(item) if (key := order_key(option.text)) is not None]
    kinds = {kind for kind, _ in found} - {"NUMBER", "PERCENT"}
    if len(kinds) > 1 and len(found) == len(options_of(item)):
        yield ", ".join(sorted(kinds))


@error("options-not-parallel")
def options_not_parallel(item: Item, document: Document) -> Iterator[str]:
    """One option is built in another way than the others."""
    texts = [option.text for option in options_of(item)]
    if is_language(item) or any(
        len(words(text)) > _LONGEST or _SENTENCE.search(text) for text in texts
    ):
        # Sentences and definitions vary by nature.
        whole = [bool(_SENTENCE.search(text)) for text in texts]
        if not is_language(item) and len(set(whole)) > 1 and 1 in (sum(whole), whole.count(False)):
            yield "some are sentences"
        return
    if re.match(r"siapa\b", item.prompt, re.I) and all(text.istitle() for text in texts):
        # Names are no words: *Melani* is no verb.
        return
    defined = _OF_WORDS.search(item.prompt) and any(" " in text for text in texts)
    forms = [None if defined else form_of(text) for text in texts]
    known = Counter(form for form in forms if form)
    if known.keys() == {"noun", "clause"} and not (known["noun"] > 1 == known["clause"]):
        # *Museum sepi* may be either; only one clause among nouns is sure.
        return
    if len(known) > 1:
        yield ", ".join(f"'{t}' ({f})" for t, f in zip(texts, forms, strict=True) if f)


@lru_cache(maxsize=5_000)
def form_of(text: str) -> str | None:
    """Return how an option is built: by its opening, as a verb, a noun or a clause."""
    said = words(text)
    if not said or measured(said[0]):
        return None
    first = said[0]
    if first in _GROUPS and len(said) > 1:
        return _GROUPS[first]
    if first in _PREPOSITIONS:
        return first if first in ("di", "ke", "dari") else None
    if len(said) > 1 and _is_clause(text):
        return "clause"
    built = analyse(first).segments
    tag = classes(first)[0]
    if built[0] in _VERBAL and not tag.startswith(("NN", "JJ")):
        return "verb"
    affixed = built[0] in _NOMINAL or built[-1] == "-an"
    return "noun" if affixed or (len(said) > 1 and tag.startswith("NN")) else None


def _is_clause(text: str) -> bool:
    """Tell whether a noun and what it does or undergoes make a sentence."""
    first, *rest = re.findall(r"[\w-]+", text)
    low = first.lower()
    nominal = classes(low)[0].startswith("NN") or analyse(low).segments[0] in _NOMINAL
    if low in _HEADS or not (nominal or analyse(low).segments[-1] == "-an"):
        return False
    said = [low, *rest]
    for at, word in enumerate(rest, start=1):
        if word in _ATTRIBUTIVE:
            return False
        built = analyse(word).segments[0]
        if word in _FINITE or built == "di-" or (built == "meN-" and said[at - 1] not in _HEADS):
            return True
    return False
