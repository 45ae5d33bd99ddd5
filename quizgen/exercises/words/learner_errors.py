"""The form that a learner makes of a derived word, with the rule that it breaks, in Indonesian.

Source: typical errors of word formation (Sneddon et al. 2010, 1.7; TBBBI 4.3); KBBI and EYD V say
which form is standard.
"""

from collections.abc import Callable
from dataclasses import dataclass

from quizgen.exercises.common.tables import pairs, words
from quizgen.language.affixes import active
from quizgen.language.generation import generate
from quizgen.language.morphology import Analysis, analyse

_MELTED = {"p": "m", "t": "n", "k": "ng", "s": "ny"}
_KEPT = {"p": "mem", "t": "men", "k": "meng", "s": "men"}
_NASAL = {"b": "mem", "l": "me", "r": "me"}
_VOWELS = frozenset("aiueo")


@dataclass(frozen=True, slots=True)
class LearnerError:
    """The wrong form, the rule, and how typical the error is (0 to 1)."""

    wrong: str
    rule: str
    typical: float


def _wrong(name: str, word: str) -> str | None:
    return next((wrong for right, wrong in pairs("learner_errors", name) if right == word), None)


def learner_error(word: str) -> LearnerError | None:
    """Return what a learner makes of a word, None where no typical error is known.

    >>> [learner_error(word).wrong for word in ("memukul", "menunjukkan", "memproduksi")]
    ['mempukul', 'menunjukan', 'memroduksi']
    >>> [learner_error(word).wrong for word in ("mengecek", "bekerja", "membeli")]
    ['mencek', 'berkerja', 'menbeli']
    """
    analysis = analyse(word)
    affixes = [part for part in analysis.segments if part != analysis.root]
    if not analysis.known or analysis.clitics or "R" in affixes or not affixes:
        return None
    if generate(analysis.root, affixes) != word:
        return None
    found = (rule(word, analysis) for rule in _RULES)
    return next((error for error in found if error), None)


def _habit(word: str, analysis: Analysis) -> LearnerError | None:
    wrong = _wrong("habits", word)
    parts = " + ".join(analysis.segments)
    return LearnerError(wrong, f"Bentuk yang baku adalah {parts} = {word}", 1.0) if wrong else None


def _r_lost(word: str, analysis: Analysis) -> LearnerError | None:
    wrong = _wrong("r_lost", word)
    first = analysis.segments[0]
    rule = f"Huruf r pada {first} hilang sebelum “{analysis.root}”"
    return LearnerError(wrong, f"{rule}: {word}", 0.9) if wrong else None


def _single_k(word: str, analysis: Analysis) -> LearnerError | None:
    if not (word.endswith("kkan") and analysis.segments[-1] == "-kan"):
        return None
    rule = f"Huruf k pada akhir kata dasar “{analysis.root}” tetap ditulis sebelum -kan"
    return LearnerError(f"{word[:-4]}kan", f"{rule}: {word}", 1.0)


def _short(word: str, analysis: Analysis) -> LearnerError | None:
    root = analysis.root
    if root not in words("learner_errors", "short") or not word.startswith("menge"):
        return None
    stem = word.removeprefix("menge")
    nasal = "mem" if root[0] in "bp" else "me" if root[0] in "lr" else "men"
    rule = f"Kata dasar bersuku kata satu, “{root}”, didahului menge-: {word}"
    return LearnerError(nasal + stem, rule, 0.9)


def _cluster(word: str, analysis: Analysis) -> LearnerError | None:
    root, stem = analysis.root, _plain_stem(word, analysis)
    if stem is None or root not in words("learner_errors", "clusters") or root[0] not in _MELTED:
        return None
    rule = f"Gugus konsonan {root[:2]}- pada awal kata serapan “{root}” tidak luluh: {word}"
    return LearnerError(f"me{_MELTED[root[0]]}{stem[1:]}", rule, 0.9)


def _kept(word: str, analysis: Analysis) -> LearnerError | None:
    root, stem = analysis.root, _plain_stem(word, analysis)
    if stem is None or root[0] not in _KEPT or root[1:2] not in _VOWELS:
        return None
    if root in words("learner_errors", "doubtful") or not word.startswith(
        f"me{_MELTED[root[0]]}{root[1]}"
    ):
        return None
    rule = f"Huruf {root[0]} pada awal kata dasar “{root}” luluh setelah meN-: {word}"
    return LearnerError(_KEPT[root[0]] + stem, rule, 0.8)


def _melted_c(word: str, analysis: Analysis) -> LearnerError | None:
    if word not in words("learner_errors", "c_kept"):
        return None
    rule = f"Huruf c pada awal kata dasar “{analysis.root}” tidak luluh: {word}"
    return LearnerError(f"meny{word.removeprefix('menc')}", rule, 0.8)


def _nasal(word: str, analysis: Analysis) -> LearnerError | None:
    root, stem = analysis.root, _plain_stem(word, analysis)
    if (
        stem is None
        or root[0] not in _NASAL
        or root in words("learner_errors", "doubtful")
        or word != _NASAL[root[0]] + stem
    ):
        return None
    form = _NASAL[root[0]]
    rule = f"Sebelum huruf {root[0]}, meN- menjadi {form}-: {word}"
    return LearnerError(f"men{stem}", rule, 0.4)


def _plain_stem(word: str, analysis: Analysis) -> str | None:
    """Return root and suffix of a meN- verb that has no other prefix."""
    parts = analysis.segments
    if parts[:2] != ("meN-", analysis.root) or len(parts) > 3 or " " in analysis.root:
        return None
    stem = "".join(part.strip("-") for part in parts[1:])
    return stem if active(stem) == word and len(analysis.root) > 3 else None


_RULES: tuple[Callable[[str, Analysis], LearnerError | None], ...] = (
    _habit, _r_lost, _single_k, _short, _cluster, _kept, _melted_c, _nasal,
)  # fmt: skip
