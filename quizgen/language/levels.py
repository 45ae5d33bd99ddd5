"""How common a word is, and the BIPA level that this suggests."""

from bisect import bisect_right
from collections.abc import Iterable, Set
from functools import cache, lru_cache

_BANDS = (2.9, 3.4, 3.9, 4.4, 4.9, 5.4)
"""Zipf limits between BIPA 7 (rarest) and 1. Our own cut of the scale, no published norm."""


@cache
def _frequencies() -> dict[str, float]:
    import wordfreq

    table: dict[str, float] = wordfreq.get_frequency_dict("id", wordlist="best")
    return table


@cache
def _english() -> dict[str, float]:
    import wordfreq

    table: dict[str, float] = wordfreq.get_frequency_dict("en", wordlist="small")
    return table


@lru_cache(maxsize=50_000)
def english_zipf(form: str) -> float:
    """Return the Zipf frequency of a form in English, 0.0 for a form that is rare there.

    Source: wordfreq, small English list (Speer 2022).
    """
    import wordfreq

    share = _english().get(form.lower(), 0.0)
    return float(round(wordfreq.freq_to_zipf(share), 2)) if share else 0.0


@lru_cache(maxsize=100_000)
def zipf(form: str) -> float:
    """Return the Zipf frequency (log10 per thousand million words), 0.0 for an unknown form.

    Source: wordfreq, Indonesian list (Speer 2022).
    """
    import wordfreq

    low = form.lower()
    if low in _frequencies():
        return float(round(wordfreq.freq_to_zipf(_frequencies()[low]), 2))
    left, hyphen, right = low.partition("-")
    if hyphen and right.startswith(left):
        return max(zipf(left) - 1, 0.0)
    return 0.0


def attested(forms: Set[str]) -> int:
    """Return how many forms, lower case, have a Zipf frequency; quicker than asking for each.

    >>> attested({"rumah", "rumah-rumah", "rumahkui"})
    2
    """
    known = _frequencies().keys() & forms
    doubled = [form for form in forms if "-" in form and form not in known]
    return len(known) + sum(zipf(form) > 0 for form in doubled)


def frequent_forms() -> Iterable[str]:
    """Return the forms that ``zipf`` knows, in lower case.

    Source: wordfreq, Indonesian list (Speer 2022).
    """
    return _frequencies()


def level(frequency: float) -> int:
    """Return an estimated BIPA level, 1 (commonest) to 7, for a Zipf frequency.

    An estimate only: it says how often a learner meets the word, not how hard it is. The list
    behind it mixes news, subtitles and social media, so bookish words come out a little high.

    >>> level(5.8), level(4.1), level(0.0)
    (1, 4, 7)
    """
    return 7 - bisect_right(_BANDS, frequency)
