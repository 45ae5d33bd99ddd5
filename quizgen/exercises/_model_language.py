"""Whether a run of words is good model Indonesian: what a language item may print.

Stricter than ``quizgen.language.slips``: a derived word must be what its parts make, and a comma
must not stand for *bahwa*. Source: EYD V; Sneddon et al. (2010) ch. 1.
"""

from collections.abc import Sequence
from itertools import pairwise

from quizgen.exercises._tables import pairs
from quizgen.language.affixes import active
from quizgen.language.clauses import word_class
from quizgen.language.generation import generate
from quizgen.language.levels import english_zipf, zipf
from quizgen.language.morphology import analyse
from quizgen.language.slips import slip
from quizgen.language.speech import verbs
from quizgen.model import Token

_IF = frozenset({"jika", "apabila", "kalau", "bila", "karena"})
"""With *maka* these say the same thing twice."""

_HELPERS = frozenset({"akan", "telah", "sudah", "bisa", "dapat", "ingin", "harus", "mau", "masih"})
_AGENTS = frozenset({"saya", "aku", "kami", "kita", "kamu", "anda", "ia", "dia", "mereka"})
_ENGLISH = 3.0
_USED = 3.5
"""Zipf frequency from which di- and meN- form show that a verb is transitive."""


def well_formed(tokens: Sequence[Token], named: set[int]) -> bool:
    """Tell whether every word is standard and every derived word rightly built.

    ``named`` holds the indexes of tokens in names, which follow their own rules.
    """
    if slip(tokens) is not None or _comma_after_saying(tokens) or _bare_predicate(tokens):
        return False
    said = [token.text.lower() for token in tokens]
    if (set(said) & _IF and "maka" in said) or ("maupun" in said and "baik" not in said):
        return False
    if any(pair in pairs("frames", "wrong_pairs") for pair in pairwise(said)):
        return False
    if _spliced(tokens):
        return False
    return not any(
        _misbuilt(token) or _strange(token)
        for index, token in enumerate(tokens)
        if index not in named
    )


def _spliced(tokens: Sequence[Token]) -> bool:
    """Tell whether a mere comma joins two main clauses: *Pasar ramai, kita senang*."""
    if tokens[0].upos in {"ADP", "SCONJ"}:
        return False
    return any(
        first.text == "," and second.text in {"kita", "kami", "saya"}
        for first, second in pairwise(tokens)
    )


def _misbuilt(token: Token) -> bool:
    """Tell whether a derived word is not what its own parts make: *mengkonsumsi*."""
    word = token.text
    if not (word.islower() and word.isalpha()):
        return False
    analysis = analyse(word)
    affixes = [part for part in analysis.segments if part != analysis.root]
    if not analysis.known or not affixes or "R" in affixes:
        return False
    return generate(analysis.root, affixes) != word


def _strange(token: Token) -> bool:
    """Tell whether a word is shouted or no Indonesian word as far as anybody knows."""
    word = token.text
    english = word.endswith("ing") and english_zipf(word) >= _ENGLISH
    shouted = word.isalpha() and word.isupper() and len(word) > 5
    return shouted or english or token.upos == "X"


def _bare_predicate(tokens: Sequence[Token]) -> bool:
    """Tell whether a transitive verb lacks its prefix: *diminta bantu*, *akan bantu warga*."""
    return any(
        _lacks_prefix(first, second)
        for first, second in pairwise(tokens)
        if second.upos == "VERB" and second.text.islower()
    )


def _lacks_prefix(before: Token, verb: Token) -> bool:
    low = before.text.lower()
    if low in _AGENTS or verb.text in word_class("used_bare"):
        return False
    if verb.segments[-1] in {"-kan", "-i"} and verb.segments[0] == verb.lemma:
        return True
    governed = low in _HELPERS or (before.upos == "VERB" and low.startswith("di"))
    used = min(zipf(f"di{verb.text}"), zipf(active(verb.text))) >= _USED
    return governed and verb.segments == (verb.text,) and used


def _comma_after_saying(tokens: Sequence[Token]) -> bool:
    """Tell whether a comma stands for *bahwa*: *Ia mengatakan, harga naik*."""
    spoken = verbs("active")
    return any(
        first.text.lower() in spoken and second.text == "," for first, second in pairwise(tokens)
    )
