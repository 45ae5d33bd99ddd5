"""The words of a site's texts, with the senses that they have there."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from quizgen.language.glossary import Line, glossary
from quizgen.lexicon import dictionary
from quizgen.site.topics import Text


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sense of a word, as the dictionary of the lexicon has it."""

    gloss: str
    definition: str
    example: str
    synonyms: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A headword, its senses, and the texts that it stands in."""

    headword: str
    level: int
    forms: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    texts: tuple[Text, ...]

    @property
    def letter(self) -> str:
        """Return the letter that the word is filed under."""
        return self.headword[0].upper()


def words_of(texts: Iterable[Text]) -> tuple[Word, ...]:
    """Return the words of the texts by headword; those that the dictionary lacks are left out."""
    found: dict[str, list[tuple[Line, Text]]] = {}
    for text in texts:
        for line in glossary(text.sheet.document).lines:
            found.setdefault(line.headword, []).append((line, text))
    return tuple(_word(found[name]) for name in sorted(found, key=_place))


def by_letter(words: Iterable[Word]) -> tuple[tuple[str, tuple[Word, ...]], ...]:
    """Return the words under their letters, in the order given."""
    return tuple((letter, tuple(group)) for letter, group in groupby(words, lambda w: w.letter))


def _place(headword: str) -> tuple[str, str]:
    return headword.lower(), headword


def _word(places: list[tuple[Line, Text]]) -> Word:
    lines = [line for line, _ in places]
    sure = [
        Meaning(line.gloss, line.definition, line.example, line.synonyms)
        for line in lines
        if line.gloss
    ]
    return Word(
        headword=lines[0].headword,
        level=lines[0].level,
        forms=tuple(dict.fromkeys(line.form.lower() for line in lines)),
        meanings=tuple(dict.fromkeys(sure)) or _all_meanings(lines[0].headword),
        texts=tuple(text for _, text in places),
    )


def _all_meanings(headword: str) -> tuple[Meaning, ...]:
    """Return every sense of a word whose sense is nowhere sure."""
    entry = dictionary().get(headword)
    senses = entry.senses if entry else ()
    return tuple(
        Meaning(sense.gloss, sense.definition, sense.example, ", ".join(sense.synonyms))
        for sense in senses
    )
