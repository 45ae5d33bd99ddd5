"""Words in the dictionary's own texts: is one in the defining vocabulary, does a headword occur."""

import re
from collections.abc import Iterator

from quizgen.language.morphology import analyse

_TRANSPARENT = frozenset(("meN-", "di-", "ber-", "ter-", "se-", "peN-", "R"))
"""Affixes that a learner who knows the root reads without help; -kan, -i and -an change more."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def unlisted(definition: str, vocabulary: frozenset[str]) -> Iterator[str]:
    """Yield the words of a definition that are outside ``vocabulary``.

    A word is inside if the list has its form or its headword (so every passive, plural and clitic
    of a listed word is), or its root where all its affixes are of meN-, di-, ber-, ter-, se-,
    peN-, a copy or a clitic. Figures are not words.
    """
    for word in _WORD.findall(definition):
        if not _listed(word.lower(), vocabulary):
            yield word


def _listed(word: str, vocabulary: frozenset[str]) -> bool:
    analysis = analyse(word)
    if not vocabulary.isdisjoint((word, analysis.headword)):
        return True
    clitics = {f"-{clitic}" for clitic in analysis.clitics}
    affixes = set(analysis.segments) - clitics - {analysis.root}
    return analysis.root in vocabulary and affixes <= _TRANSPARENT


def occurs(headword: str, text: str) -> bool:
    """Return whether a word or term, or an inflected form of it, stands in ``text``.

    Clitics, plural and the passive count, in a term for each of its words:
    *nilai tukarnya* contains *nilai tukar*.
    """
    wanted = headword.split()
    words = [word.lower() for word in _WORD.findall(text)]
    runs = (words[i : i + len(wanted)] for i in range(len(words) - len(wanted) + 1))
    return any(all(map(_is_form, run, wanted)) for run in runs)


def _is_form(word: str, headword: str) -> bool:
    return word == headword or analyse(word).headword == headword
