"""Rules on what is written apart and what is one word: *di pasar, ditulis, ke sekolah, kedua*.

Source: EYD V, Penulisan Kata: kata depan and kata berimbuhan; the passive is told from the
preposition by the attested active verb (*dipasang* has *memasang*, *di pasar* has none).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.checks.finding import error
from quizgen.checks.text_match import FUNCTION_WORDS, is_language, keys, parts, unquoted
from quizgen.checks.word_lists import word_list
from quizgen.language.affixes import active
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.language.places import lookup
from quizgen.language.word_classes import classes
from quizgen.model import Document, Item

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[,.;:?!()]")
_NOUNS = word_list("after_di_and_ke")
_VERBS = word_list("verbs_after_di")
_WITH_KE = word_list("joined_to_ke")
_ORDINALS = word_list("ordinals")
_COMPOUNDS = word_list("nouns_of_two_words")
_BEYOND = word_list("beyond")
_ONE_WORD = word_list("one_word_with_di_or_ke")
_BOLD = re.compile(r"\*\*.+?\*\*")
_CAPITAL = re.compile(r"(?:di|ke)-?[A-Z][a-z]{2,}")
_ATTESTED = 3.3
_COMMON = 4.0
_RARE = 3.6


@error("di-ke-spelling")
def di_ke_spelling(item: Item, document: Document) -> Iterator[str]:
    """A preposition is joined to its noun, or a prefix parted from its verb."""
    texts = [unquoted(item.instruction)]
    shown = keys(item) if is_language(item) else parts(item)
    # What stands in bold is there to be repaired.
    shown = [_BOLD.sub("", item.prompt), *shown]
    for text in [*texts, *map(unquoted, shown)]:
        yield from (f"'{wrong}' ({right})" for wrong, right in misjoined(text))


@lru_cache(maxsize=10_000)
def misjoined(text: str) -> tuple[tuple[str, str], ...]:
    """Return each place of *di* or *ke* that is spelt wrong, and how it is spelt right."""
    return tuple(_misjoined(text))


def _misjoined(text: str) -> Iterator[tuple[str, str]]:
    tokens = _TOKEN.findall(text)
    for at, word in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else ""
        if _CAPITAL.fullmatch(word) and not word[2:].startswith("-"):
            yield word, f"{word[:2]} {word[2:]}"
        elif word.lower() in ("di", "ke"):
            next_ = tokens[at + 2] if at + 2 < len(tokens) else ""
            one = _is_one_with_ke if word.lower() == "ke" else _is_one_with_di
            if one(after, next_, tokens[at - 1] if at else ""):
                yield f"{word} {after}", f"{word}{after}"
        elif not word.islower():
            continue
        elif word == "keluar" and after in _BEYOND:
            yield f"keluar {after}", f"ke luar {after}"
        elif word.startswith(("di-", "ke-")) and word.count("-") == 1:
            first, _, rest = word.partition("-")
            if is_verb(rest) if first == "di" else rest in _WITH_KE | _ORDINALS:
                yield word, first + rest
        elif word[:2] in ("di", "ke") and is_place_noun(word):
            yield word, f"{word[:2]} {word[2:]}"


@lru_cache(maxsize=20_000)
def is_verb(word: str) -> bool:
    """Tell whether a word after *di* is the rest of a passive: *tulis, kirimkan, hadapi*."""
    if not word.islower() or not word.isalpha() or word in _NOUNS:
        return False
    passive, made = zipf(f"di{word}"), zipf(active(word))
    built = analyse(word).segments
    if len(built) > 1 and built[-1] in ("-kan", "-i") and built[0] not in ("meN-", "di-", "ter-"):
        return max(passive, made) >= 2.6 and analyse(f"di{word}").known
    verbal = word in _VERBS or classes(word)[0].startswith("VB")
    return verbal and min(passive, made) >= _ATTESTED


def _is_one_with_di(after: str, next_: str, before: str) -> bool:
    return f"{after}_{next_}" not in _COMPOUNDS and is_verb(after)


def _is_one_with_ke(after: str, next_: str, before: str) -> bool:
    # *hari ke dua* is the second day, *pergi ke dua kota* a way to two towns.
    ends = not next_.isalpha() or next_ in FUNCTION_WORDS
    if after == "luar":
        return ends and next_ not in ("negeri", "kota")
    return after in _WITH_KE or (
        after in _ORDINALS and ends and before not in _ORDINALS | {"satu", "dari"}
    )


@lru_cache(maxsize=20_000)
def is_place_noun(word: str) -> bool:
    """Tell whether *di* or *ke* is joined to the noun of a place: *dipasar, kesekolah*."""
    if not word.isalpha() or word in _ONE_WORD:
        return False
    for host in (word, word.removesuffix("nya")):
        noun = host[2:]
        if noun in _NOUNS and len(noun) > 2 and host not in _ONE_WORD:
            return True
    noun = word[2:]
    if len(noun) < 4 or zipf(noun) < _COMMON or zipf(word) >= _RARE or zipf(active(noun)) >= 2.6:
        return False
    if word[:2] == "ke" and analyse(word).known:
        return False
    return lookup(word.title()) is None and lookup(noun.title()) is not None
