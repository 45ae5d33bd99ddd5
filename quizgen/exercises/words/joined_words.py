"""Rules of spelling on what is written together and what apart: *di pasar, dibangun, harganya*.

Each place has just two wrong spellings, joined or parted and with a hyphen.

Source: EYD V, Penulisan Kata: kata depan, kata berimbuhan, gabungan kata, partikel, kata ganti.
"""

import re
from collections.abc import Iterator

from quizgen.exercises.words.spelling_case import Case
from quizgen.language.affixes import active
from quizgen.language.clauses import named_tokens
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.model import Document, Sentence

_BOUND = re.compile(
    r"(antar|pasca|non|anti(?=\w{6})|multi|pra(?=\w{6})|swa(?=\w{5})|semi(?=\w{5})|mikro)(\w{4,})"
)
_KNOWN = 3.5
_ATTESTED = 3.0
_RANK = 0.5
_PUN = frozenset({"apa", "siapa", "mana", "kapan", "berapa", "satu", "sedikit", "mereka", "itu"})


def joined(sentence: Sentence, document: Document) -> Iterator[Case]:
    """Yield the places of a sentence, none within a name."""
    named = named_tokens(sentence, document)
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-1]):
        if index in named or not token.text.islower() or not token.text.isalpha() or not index:
            continue
        after = tokens[index + 1]
        low, high = token.start - sentence.start, token.end - sentence.start
        free = index + 1 not in named and after.text.islower() and after.text.isalpha()
        pair = _pair(token.text, after.text, after.upos) if free else None
        parts = _parts(token.text, token.upos, token.clitics)
        if pair:
            yield _apart(low, after.end - sentence.start, token.text, after.text, *pair)
        elif parts:
            yield _whole(low, high, *parts)


def _pair(word: str, after: str, upos: str) -> tuple[str, str] | None:
    """Return rule and name of two words that are written apart."""
    nominal = upos == "NOUN" and zipf(after) >= _KNOWN
    if word in {"di", "ke"} and nominal and analyse(after).segments[0] != "meN-":
        # *di gambar* beside *digambar*: not where the two together are a verb.
        taken = word == "di" and zipf(active(after)) >= _ATTESTED
        return None if taken else (f"Kata depan {word} ditulis terpisah", "preposition")
    if word == "per" and nominal:
        return "Kata per yang berarti ‘tiap’ ditulis terpisah", "per"
    if after == "pun" and word in _PUN:
        return f"Partikel pun setelah kata {word} ditulis terpisah", "pun"
    return None


def _parts(word: str, upos: str, clitics: tuple[str, ...]) -> tuple[str, str, str, str] | None:
    """Return the parts, rule and name of a word that is written as one."""
    analysis = analyse(word)
    bound = _BOUND.fullmatch(word)
    if bound and zipf(bound[2]) >= _KNOWN and analyse(bound[2]).known:
        return bound[1], bound[2], f"Unsur terikat {bound[1]}- ditulis serangkai", "bound"
    host = word.removesuffix("nya")
    if clitics == ("nya",) and upos == "NOUN" and zipf(host) >= _KNOWN and host != word:
        return host, "nya", "Kata ganti -nya ditulis serangkai", "nya"
    if upos == "VERB" and analysis.known and analysis.segments[0] == "di-" and not clitics:
        return "di", word[2:], "Awalan di- ditulis serangkai dengan kata dasarnya", "passive"
    return None


def _apart(low: int, high: int, first: str, second: str, rule: str, name: str) -> Case:
    right = f"{first} {second}"
    why = f"“{right}” ditulis terpisah"
    wrong = ((first + second, why), (f"{first}-{second}", f"{why} tanpa tanda hubung"))
    return Case(start=low, end=high, right=right, shown="", wrong=wrong, rule=rule, name=name,
                level=2, rank=_RANK)  # fmt: skip


def _whole(low: int, high: int, first: str, second: str, rule: str, name: str) -> Case:
    right = first + second
    why = f"“{right}” ditulis serangkai"
    wrong = (
        (f"{first} {second}", why),
        (f"{first}-{second}", f"{why} tanpa tanda hubung"),
    )
    return Case(start=low, end=high, right=right, shown="", wrong=wrong, rule=rule, name=name,
                level=2 + (name == "bound"), rank=_RANK + 0.3 * (name == "bound"))  # fmt: skip
