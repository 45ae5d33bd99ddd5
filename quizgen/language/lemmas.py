"""The lemma of a token, after UD_Indonesian-CSUI: its root, but for that treebank's conventions."""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

from quizgen.language.generation import generate
from quizgen.language.morphology import Analysis, analyse
from quizgen.language.numerals import UNITS

_WHOLE_TAGS = frozenset({"PROPN", "PUNCT", "SYM", "X"})
_OPEN = frozenset({"NOUN", "ADJ", "VERB"})
_NEGATED = "tidak "
_LOAN_SUFFIXES = ("-isasi", "-isme", "-is", "-wan", "-wati", "-man")
_ORDINALS = frozenset({*UNITS, "sepuluh", "belas"})


@cache
def _listed() -> dict[tuple[str, str], str]:
    file = resources.files("quizgen.language").joinpath("data/lemmas.tsv")
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and line[0] != "#")
    return {(form, tag): lemma for form, tag, lemma, _ in rows}


def lemmas(words: Sequence[str], tags: Sequence[str]) -> list[str]:
    """Return the lemma of each word of a sentence with universal parts of speech.

    A capitalised word inside a sentence keeps its form, as in the treebank: *Menteri Keuangan*.

    >>> lemmas(["Anggota", "kedua", "tersebut"], ["NOUN", "ADJ", "DET"])
    ['anggota', 'kedua', 'sebut']
    """
    opening = next((i for i, word in enumerate(words) if word[0].isalpha()), 0)
    pairs = enumerate(zip(words, tags, strict=True))
    return [_lemma(word, tag, index == opening) for index, (word, tag) in pairs]


@lru_cache(maxsize=50_000)
def _lemma(word: str, tag: str, opens: bool) -> str:
    if tag in _WHOLE_TAGS:
        return word
    low = word.lower()
    analysis = analyse(low)
    if tag in _OPEN and word[0].isupper() and (not opens or word[1:2].isupper()):
        return _bare(word, analysis)
    for form in (low, _bare(low, analysis)):
        for kind in (tag, "*"):
            if (form, kind) in _listed():
                return _listed()[form, kind]
    return _whole(low, tag, analysis) or analysis.root.removeprefix(_NEGATED)


def _bare(word: str, analysis: Analysis) -> str:
    ending = "".join(analysis.clitics)
    return word[: len(word) - len(ending)] if word.lower().endswith(ending) else word


def _whole(low: str, tag: str, analysis: Analysis) -> str | None:
    """Return the lemma of what the treebank takes apart less than our segments do."""
    segments = analysis.segments
    if segments[0] == "ke-" and analysis.root in _ORDINALS:
        return _bare(low, analysis)
    if tag == "ADV" and segments[0] == "se-" and segments[2:] == ("-nya",):
        return low
    if " " in analysis.root.removeprefix(_NEGATED):
        return analysis.headword
    loans = [part for part in segments if part in _LOAN_SUFFIXES]
    return generate(analysis.root, loans[:1]) if loans else None
