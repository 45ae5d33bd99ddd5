"""Rules that hold the key of a question against its evidence and against the other options."""

import re
from collections.abc import Iterator, Sequence

from quizgen.checks.finding import error
from quizgen.checks.people import beside_name, people_in
from quizgen.checks.reading import Reading, Told, agree, reading, whole_value
from quizgen.checks.text_match import (
    asks_content,
    bare,
    content_lemmas,
    figure,
    is_language,
    keys,
    measures,
    options_of,
    right_and_wrong,
)
from quizgen.checks.word_lists import opposites
from quizgen.model import Document, Item, Matching, MultiChoice, Option

_QUESTION = re.compile(
    r"(?:^|,\s)(?:(?:pada|dalam|untuk|dengan|oleh|kepada|sejak|sampai|hingga|di|ke|dari)\s)?"
    r"(?:\w+\s)?(?:apa|siapa|kapan|berapa|mana|mengapa)(?:kah)?\b",
    re.I,
)
_WHY = re.compile(r"(?:menurut[^,]*,\s)?mengapa(?:kah)?\b", re.I)
_REASON = re.compile(
    r"\b(?:karena|lantaran|gara-gara|sebab|akibat|disebabkan|sehingga|membuat|menyebabkan"
    r"|mengakibatkan|agar|supaya|untuk|guna|demi|sebagai|berkat|setelah|maka)\b",
    re.I,
)
_LEAD, _LONG_LEAD = 0.25, 0.36
"""How far a value or person, or other words, must be ahead of the key."""
_LITTLE = 0.35
"""Share of a key's weight that its proof has at least, if another sentence has all."""
_META = re.compile(
    r"\b(?:teks|bacaan|paragraf|kalimat|kata|penulis|judul|simpulan|makna|ide|opini|fakta"
    r"|pernyataan|TIDAK|KECUALI|BUKAN)\b"
)


def _is_detail(item: Item) -> bool:
    """Tell whether an item asks for something that stands in the text."""
    return item.process == "locate" and _is_question(item)


def _is_question(item: Item) -> bool:
    return (
        asks_content(item) and bool(_QUESTION.search(item.prompt)) and not _META.search(item.prompt)
    )


@error("key-unsupported")
def key_unsupported(item: Item, document: Document) -> Iterator[str]:
    """The key does not follow from the evidence: neither its value, its name nor its words."""
    if not asks_content(item):
        return
    read = reading(document)
    proofs = read.cited(item.evidence)
    for key in keys(item) if proofs else ():
        if (
            (_is_detail(item) and not _supported(key, proofs, read))
            or (_WHY.match(item.prompt) and _is_invented(key, proofs, read))
            or (_is_question(item) and _is_strange_value(key, read))
        ):
            yield f"'{key}' ({', '.join(told.sentence.id for told in proofs)})"


def _is_strange_value(key: str, read: Reading) -> bool:
    """Tell whether the key is an amount that the text neither has nor lets one reckon."""
    measure = whole_value(key, read.document)
    told = figure(measure) if measure else None
    if measure is None or told is None:
        return False
    given = [value for each in read.told for value in each.values]
    if any(agree(measure, value) for value in given):
        return False
    numbers = {number[0] for value in given if (number := figure(value))}
    return not any(
        told[0] in (a + b, abs(a - b), a * b, a / b if b else a) for a in numbers for b in numbers
    )


def _supported(key: str, proofs: tuple[Told, ...], read: Reading) -> bool:
    wide = [near for told in proofs for near in read.near(told)]
    for value in measures(key, read.document):
        if value.value and not any(agree(value, given) for told in wide for given in told.values):
            return False
    year = whole_value(key, read.document)
    if year and not any(agree(year, given) for told in wide for given in told.values):
        return False
    people = people_in(key, read.document)
    known = frozenset[str]().union(*(told.people for told in wide))
    if people:
        return bool(people & known)
    if whole_value(key, read.document) or _named(key, wide, read):
        return True
    if any(beside_name(frozenset({name}), key, read) == 1.0 for name in known):
        return True
    own = content_lemmas(key)
    there = frozenset[str]().union(*(told.lemmas for told in wide))
    if not own or any(char.isdigit() for char in key):
        return True
    elsewhere = any(own <= told.lemmas for told in read.told)
    return not elsewhere or read.weight(own & there) >= _LITTLE * read.weight(own)


def _is_invented(key: str, proofs: tuple[Told, ...], read: Reading) -> bool:
    """Tell whether a reason is in words that the text lacks, and its proof gives no reason."""
    wide = [near for told in proofs for near in read.near(told)]
    given = any(_REASON.search(told.sentence.text) for told in wide)
    own = content_lemmas(key)
    unknown = {root for root in own - read.lemmas if not opposites(root) & read.lemmas}
    return len(unknown) >= 2 and len(unknown) * 2 > len(own) and not given


def _named(key: str, told: list[Told], read: Reading) -> bool:
    """Tell whether a key is another name of something that the sentences name."""
    name = bare(key).casefold()
    canonical = {
        e.canonical
        for e in read.document.entities
        if name in (e.quote.casefold(), e.canonical.casefold())
    }
    return any(canonical & each.names for each in told)


@error("wrong-key")
def wrong_key(item: Item, document: Document) -> Iterator[str]:
    """A wrong option stands with what is asked in the proof, and the key does not."""
    if not _is_detail(item) or not options_of(item):
        return
    read = reading(document)
    right, wrong = right_and_wrong(item)
    stem = content_lemmas(item.prompt)
    for key in right:
        own = _best(key, stem, read)
        for other in wrong:
            rival = _best(other, stem, read)
            plain = whole_value(other.text, document) or people_in(other.text, document)
            lead = _LEAD if plain else _LONG_LEAD
            if rival >= 0.5 and rival - own >= lead and _covers(other, key, stem, read):
                yield f"'{other.text}' rather than '{key.text}'"


def _best(option: Option, stem: frozenset[str], read: Reading) -> float:
    """Return the largest share of the stem in a sentence that has the option."""
    scores = (_share(stem, told, read) for told in _holding(option.text, read.told, read.document))
    return max(scores, default=0.0)


def _covers(other: Option, key: Option, stem: frozenset[str], read: Reading) -> bool:
    """Tell whether an option stands with all of the stem that the key stands with."""
    own, rival = (
        max(
            (told.lemmas & stem for told in _holding(option.text, read.told, read.document)),
            key=read.weight,
            default=frozenset[str](),
        )
        for option in (key, other)
    )
    return own <= rival


def _share(stem: frozenset[str], told: Told, read: Reading) -> float:
    before = read.near(told, 1)
    known = told.lemmas | {root for name in told.people for root in content_lemmas(name)}
    near = frozenset[str]().union(*(each.lemmas for each in before))
    rest = stem - known
    reached = read.weight(stem & known) + 0.5 * read.weight(rest & near)
    return reached / read.weight(stem) if stem else 0.0


def _stands(option: str, told: Told, document: Document) -> bool:
    """Tell whether a sentence has an option: its value, its name, or all its words."""
    return bool(_holding(option, (told,), document))


def _holding(option: str, told: Sequence[Told], document: Document) -> list[Told]:
    """Return those of some sentences that have an option."""
    measure = whole_value(option, document)
    if measure is not None:
        return [each for each in told if any(agree(measure, value) for value in each.values)]
    people = people_in(option, document)
    if people:
        return [each for each in told if people & each.people]
    own = content_lemmas(option)
    return [each for each in told if own and own <= each.lemmas]


@error("wrong-key")
def right_left_out(item: Item, document: Document) -> Iterator[str]:
    """Of several answers for one time or number, one that the text has there is called wrong."""
    if not isinstance(item.response, MultiChoice) or not _is_detail(item):
        return
    read = reading(document)
    asked = [value for value in measures(item.prompt, document) if value.value]
    right, wrong = right_and_wrong(item)
    for told in read.told:
        if not asked or not all(any(agree(a, v) for v in told.values) for a in asked):
            continue
        if not any(_stands(key.text, told, document) for key in right):
            continue
        for other in wrong:
            if _stands(other.text, told, document):
                yield f"'{other.text}' ({told.sentence.id})"


@error("pair-unsupported")
def pair_unsupported(item: Item, document: Document) -> Iterator[str]:
    """The text says of another person what a pair says of this one."""
    if not isinstance(item.response, Matching) or is_language(item):
        return
    read = reading(document)
    lefts = {left: people_in(left, document) for left, _ in item.response.pairs}
    if not all(lefts.values()):
        return
    for left, right in item.response.pairs:
        own = beside_name(lefts[left], right, read)
        rivals = [
            other
            for other, people in lefts.items()
            if other != left and beside_name(people, right, read) > own
        ]
        if rivals and own < 1.0 and beside_name(lefts[rivals[0]], right, read) == 1.0:
            yield f"'{left}' and '{right}', which is {rivals[0]}"
