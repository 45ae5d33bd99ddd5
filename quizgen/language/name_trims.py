"""What stands around a person's name and is no part of it: a place and a rank, or a degree."""

from collections.abc import Sequence

from quizgen.language.wordlists import is_in

_CAPITALS = 2


def after_rank(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Return the bounds of a name without the post and the rank that ran into it.

    In *Kapolsek Tana Jaya Kompol Budi Santoso* the name goes from behind the rank to the last
    capitalised word.

    >>> after_rank(["Jaya", "Kompol", "Budi", "Santoso", "hadir"], 0, 3)
    (2, 4)
    """
    ranks = [at for at in range(start + 1, end) if is_in(words[at], "service_ranks")]
    if not ranks:
        return start, end
    while end < len(words) and words[end].istitle() and words[end].isalpha():
        end += 1
    return ranks[-1] + 1, end


def without_degrees(words: Sequence[str], start: int, end: int) -> int:
    """Return the end of a name without degrees that no comma parts from it: *Budi Santoso SpA*.

    >>> without_degrees(["Budi", "Santoso", "SH", "MH"], 0, 4)
    2
    """
    while end - start > 1 and _is_degree(words[end - 1]):
        end -= 1
    return end


def _is_degree(word: str) -> bool:
    return sum(map(str.isupper, word)) >= _CAPITALS and is_in(word, "degrees")
