"""An entry of the dictionary and its senses."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sense:
    """One meaning of a headword, as news uses it; ``line`` is its line in the table, from 1.

    Senses and entries are read once and told apart by identity: they are looked up all the time.
    """

    upos: str
    gloss: str
    definition: str
    """Indonesian, within the defining vocabulary; empty only for a word of that vocabulary."""
    example: str
    collocations: tuple[str, ...]
    synonyms: tuple[str, ...]
    antonyms: tuple[str, ...]
    semantic_class: str
    register: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """A headword, its build and its senses; ``line`` is its line in the table, from 1."""

    headword: str
    root: str
    segments: str
    """Segments joined by ``+``, words of a multi-word term by a space: ``ke-+mitra+-an``."""
    syllables: str
    """Syllables parted by a middle dot: ``ke·mit·ra·an``."""
    nonstandard: tuple[str, ...]
    level: int
    """Estimated BIPA level, 1 to 7; the basis is the frequency of the word alone."""
    senses: tuple[Sense, ...]
    line: int
