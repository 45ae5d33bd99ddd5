"""Which words a beginning and a number of letters leave possible.

Source: the forms of wordfreq's Indonesian list (Speer 2022), of tagged news, and the headwords of
the learner's dictionary.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from quizgen.language.levels import english_zipf, frequent_forms, zipf
from quizgen.language.morphology import analyse
from quizgen.language.word_classes import classes, known_forms
from quizgen.lexicon import dictionary

_NAMES = ("NNP", "1NNP", "FW", "1FW")
_ENDINGS = ("nya", "lah", "kah", "ku", "mu")
_FOREIGN = 0.3
_STEM = 3


@cache
def _by_length() -> Mapping[tuple[int, str], tuple[str, ...]]:
    """Return all known forms by length and first three letters."""
    found: dict[tuple[int, str], list[str]] = {}
    forms = {*frequent_forms(), *known_forms(), *dictionary().entries}
    for form in sorted(forms):
        if form.isalpha():
            found.setdefault((len(form), form[:_STEM]), []).append(form)
            found.setdefault((len(form), form[: _STEM - 1]), []).append(form)
    return {key: tuple(words) for key, words in found.items()}


@lru_cache(maxsize=20_000)
def rivals(word: str, kept: int) -> tuple[str, ...]:
    """Return the other Indonesian words that begin with ``kept`` letters and are as long.

    >>> "ikut" in rivals("ikan", 2), rivals("seorang", 4)
    (True, ())
    """
    key = (len(word), word[: min(kept, _STEM)])
    return tuple(
        form
        for form in _by_length().get(key, ())
        if form != word and form.startswith(word[:kept]) and is_indonesian(form)
    )


@lru_cache(maxsize=50_000)
def is_indonesian(form: str) -> bool:
    """Tell whether a lower-case form is an Indonesian word, not a name and not English.

    Of doubtful forms the answer is yes: a rival too many costs a gap, one too few spoils it.
    """
    if dictionary().get(form):
        return True
    tags = classes(form)[0].split("|")
    if all(tag in _NAMES for tag in tags):
        return False
    if tags != ["?"]:
        return english_zipf(form) < zipf(form) + 1 or analyse(form).known
    # The table of news also has stems that are no words; what no list but that one has is left.
    return zipf(form) > 0 and english_zipf(form) < zipf(form) - _FOREIGN and _native(form)


def _native(form: str) -> bool:
    return analyse(form).known or form.endswith(_ENDINGS) or zipf(form) >= _STEM
