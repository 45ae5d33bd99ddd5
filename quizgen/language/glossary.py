"""A text's word list: every word and term of the dictionary in it, in its sense there."""

from dataclasses import dataclass

from quizgen.language.lookup import Found, entries_of
from quizgen.language.senses import SURE, choose_sense
from quizgen.model import Document, Sentence

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A headword and where it stands first; gloss and the rest are empty where no sense is sure."""

    headword: str
    form: str
    sentence: int
    level: int
    gloss: str = ""
    definition: str = ""
    synonyms: str = ""
    example: str = ""

    def as_record(self) -> dict[str, object]:
        """Return the line by column."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Glossary:
    """Lines by headword, and the headwords that the dictionary lacks, sorted."""

    lines: tuple[Line, ...]
    missing: tuple[str, ...]


def glossary(document: Document, *, least: int = 1) -> Glossary:
    """Return the word list of a text.

    Args:
        document: the analysed text.
        least: lowest BIPA level (1-7) to list.
    """
    lines: dict[str, Line] = {}
    missing: set[str] = set()
    named = {at for entity in document.entities for at in range(entity.start, entity.end)}
    for sentence in document.sentences:
        known: set[int] = set()
        for found in entries_of(sentence):
            known.update(range(found.start, found.end))
            if sentence.tokens[found.start].start not in named and found.entry.level >= least:
                _add(lines, _line(found, sentence))
        missing |= {
            token.headword
            for index, token in enumerate(sentence.tokens)
            if index not in known and token.start not in named
            if token.upos in _CONTENT and token.text.islower() and token.text.isalpha()
        }
    return Glossary(tuple(lines[name] for name in sorted(lines)), tuple(sorted(missing)))


def _add(lines: dict[str, Line], line: Line) -> None:
    """Keep the first occurrence, but rather one whose sense is sure."""
    held = lines.get(line.headword)
    if held is None or (line.gloss and not held.gloss):
        lines[line.headword] = line


def _line(found: Found, sentence: Sentence) -> Line:
    words = sentence.tokens[found.start : found.end]
    form = sentence.text[words[0].start - sentence.start : words[-1].end - sentence.start]
    chosen = choose_sense(found, sentence.tokens)
    plain = Line(
        headword=found.entry.headword, form=form, sentence=sentence.number, level=found.entry.level
    )
    if chosen.confidence < SURE:
        return plain
    return Line(
        headword=plain.headword, form=form, sentence=plain.sentence, level=plain.level,
        gloss=chosen.sense.gloss, definition=chosen.sense.definition,
        synonyms=", ".join(chosen.sense.synonyms), example=chosen.sense.example,
    )  # fmt: skip
