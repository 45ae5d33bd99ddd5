"""The words of a text worth teaching, with gloss and definition where the sense is sure."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from quizgen.language.lookup import Found, entries_of
from quizgen.language.notices import standard_words
from quizgen.language.senses import SURE, choose_sense
from quizgen.model import Entity, Sentence, Token, VocabularyNote

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_NOTES = 20
_COMMON = 4.5
"""Zipf frequency from which a learner who reads news is taken to know a word."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    zipf: float
    note: VocabularyNote


def find_vocabulary(
    sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> tuple[VocabularyNote, ...]:
    """Return notes on the rarest words, each once, at most twenty; words in the dictionary first.

    Names are left out, and so are non-standard words.
    """
    named = {position for entity in entities for position in range(entity.start, entity.end)}
    found: dict[str, _Candidate] = {}
    glossed: set[str] = set()
    for sentence in sentences:
        for candidate in _candidates(sentence, named, glossed):
            headword = candidate.note.headword
            if headword not in found or candidate.note.gloss is not None:
                found[headword] = candidate
            if candidate.note.gloss is not None:
                glossed.add(headword)
    chosen = sorted(found.values(), key=_rank)[:_NOTES]
    return tuple(candidate.note for candidate in chosen)


def _rank(candidate: _Candidate) -> tuple[bool, float, str]:
    return candidate.note.gloss is None, candidate.zipf, candidate.note.headword


def _candidates(
    sentence: Sentence, named: set[int], glossed: Collection[str]
) -> Iterator[_Candidate]:
    """Yield the words worth a note but those that have a gloss already."""
    tokens = sentence.tokens
    taken: set[int] = set()
    for found in entries_of(sentence):
        words = tokens[found.start : found.end]
        if named.isdisjoint(token.start for token in words) and _worth(found, words):
            taken.update(range(found.start, found.end))
            if found.entry.headword not in glossed:
                yield _glossed(found, sentence)
    for index, token in enumerate(tokens):
        free = index not in taken and token.start not in named and token.headword not in glossed
        if free and _teachable(token):
            yield _Candidate(token.zipf, _bare(token, sentence))


def _worth(found: Found, words: Sequence[Token]) -> bool:
    return len(words) > 1 or _teachable(words[0])


def _teachable(token: Token) -> bool:
    return (
        token.upos in _CONTENT
        and token.text.replace("-", "").isalpha()
        and token.text.islower()
        and token.text not in standard_words()
        and len(token.text) > 3
        and 0 < token.zipf < _COMMON
    )


def _glossed(found: Found, sentence: Sentence) -> _Candidate:
    """Return a note with the chosen sense, or without gloss where the sense is not sure."""
    words = sentence.tokens[found.start : found.end]
    form = sentence.text[words[0].start - sentence.start : words[-1].end - sentence.start]
    chosen = choose_sense(found, sentence.tokens)
    sure = chosen.confidence >= SURE
    zipf = min(token.zipf for token in words)
    note = VocabularyNote(
        form=form,
        headword=found.entry.headword,
        lemma=found.entry.root,
        sentence=sentence.id,
        level=found.entry.level,
        gloss=chosen.sense.gloss if sure else None,
        definition=chosen.sense.definition or None if sure else None,
        why=_why(zipf) if len(words) == 1 else "istilah berita",
    )
    return _Candidate(zipf, note)


def _bare(token: Token, sentence: Sentence) -> VocabularyNote:
    return VocabularyNote(
        form=token.text,
        headword=token.headword,
        lemma=token.lemma,
        sentence=sentence.id,
        level=token.level,
        gloss=None,
        definition=None,
        why=_why(token.zipf),
    )


def _why(zipf: float) -> str:
    shown = f"{zipf:.1f}".replace(".", ",")
    rare = "jarang" if zipf < 3.5 else "agak jarang"
    return f"{rare} dipakai (zipf {shown})"
