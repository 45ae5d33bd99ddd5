"""Whether a passage of the source is good model Indonesian: what items print should be.

The source is never corrected; a sentence with a slip is simply not built on. A slip is a
non-standard or colloquial word, a misspelt one, or a transitive verb without its prefix (*polisi
amankan pelaku*), which only headlines and chats use. Source: EYD V; Sneddon et al. (2010) 3.28 on
the bare passive after a pronoun, which is standard (*sudah kami terima*).
"""

from collections.abc import Sequence

from quizgen.language.affixes import active
from quizgen.language.clauses import word_class
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.language.notices import standard_words
from quizgen.language.speech import verbs
from quizgen.model import Token

_AGENTS = frozenset({"saya", "aku", "kami", "kita", "kamu", "anda", "ia", "dia", "mereka"})
_OBJECTS = frozenset({"NOUN", "PROPN", "NUM", "DET"})
_FOLLOWING_SUBJECT = frozenset({"NOUN", "PROPN", "AUX", "ADV", "PART"})
_ATTESTED = 2.5
_JOINED = ("antar", "pasca", "mis", "dis", "pra", "sub", "anti", "multi", "non", "swa", "maha")
"""Bound forms that are written together with the word after them (EYD V)."""


def slip(tokens: Sequence[Token]) -> Token | None:
    """Return the first token that is no standard Indonesian, None if there is none."""
    return next((t for i, t in enumerate(tokens) if _is_slip(i, t, tokens)), None)


def _is_slip(index: int, token: Token, tokens: Sequence[Token]) -> bool:
    word = token.text.lower()
    if word in standard_words() or word in word_class("colloquial"):
        return True
    return _bare_verb(index, token, tokens) or _misspelt(token)


def _bare_verb(index: int, token: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a verb that needs meN- stands bare between its subject and its object."""
    word = token.text
    if token.upos != "VERB" or word in word_class("used_bare") or not 0 < index < len(tokens) - 1:
        return False
    if any(segment.endswith("-") for segment in token.segments) or not word.islower():
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    if before.text.lower() in _AGENTS or after.upos not in _OBJECTS:
        return False
    transitive = zipf(f"di{word}") >= _ATTESTED and zipf(active(word)) >= _ATTESTED
    return transitive and before.upos in _FOLLOWING_SUBJECT


def _misspelt(token: Token) -> bool:
    """Tell whether a plain lower-case word is one that nobody else writes."""
    word = token.text
    if token.upos in {"PROPN", "X"} or not (word.isalpha() and word.islower() and len(word) > 3):
        return False
    host = word.removesuffix("nya")
    if host in verbs("bare"):
        return False
    joined = [host.removeprefix(first) for first in _JOINED if host.startswith(first)]
    forms = (word, host, token.headword, *joined)
    return max(map(zipf, forms)) == 0 and not analyse(word).known
