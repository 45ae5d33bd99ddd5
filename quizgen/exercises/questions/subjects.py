"""Who or what the subject of a main clause is, and whether all that points can be written out."""

from collections.abc import Sequence

from quizgen.exercises.common.names import SURE
from quizgen.exercises.common.pointing import explained
from quizgen.exercises.common.text import resolves
from quizgen.exercises.questions.endings import parts_places
from quizgen.exercises.statements.severed import crowded
from quizgen.exercises.voices.someone import someone_else
from quizgen.language.clauses import Span, bracketed, subject_before, word_class
from quizgen.language.trees import tree_of
from quizgen.language.wordlists import is_in
from quizgen.model import Document, Entity, Sentence

_LONGEST_SUBJECT = 12
_NO_TITLE = frozenset({"VERB", "PUNCT", "SCONJ", "PRON"})


def subject_of(
    sentence: Sentence, document: Document, spans: Sequence[Span], start: int, end: int
) -> Span | None:
    """Return the subject that fills the tokens ``start`` to ``end``, with the name it stands for.

    None if they may be something else, or two people.
    """
    # *Kepergiannya membuat pelatih pusing*: what does so is no person.
    alone = end == start + 1 and not sentence.tokens[start].clitics
    pronoun = resolves(sentence, document, start) if alone else None
    if pronoun:
        if someone_else(sentence, [start], document):
            return None
        person = next(
            (e for e in document.entities if e.canonical == pronoun.antecedent and e.type == "PER"),
            None,
        )
        return Span(start=start, end=end, entity=person) if person else None
    if crowded(sentence.tokens[start:end]):
        return None
    return (
        subject_before(sentence, spans, start, end)
        or _with_places(sentence, spans, start, end)
        or _long_title(sentence, spans, start, end)
        or _with_clause(sentence, spans, start, end)
    )


def name_alone(sentence: Sentence, document: Document, start: int, end: int) -> Entity | None:
    """Return the sure name that is all of tokens ``start`` to ``end`` but brackets and marks.

    *Badan Pusat Statistik (BPS)* is that body, and *Sage Riley (27)* that person.
    """
    aside = bracketed(sentence.tokens)
    plain = [i for i in range(start, end) if i not in aside and sentence.tokens[i].text != ","]
    if not plain:
        return None
    low, high = sentence.tokens[plain[0]].start, sentence.tokens[plain[-1]].end
    return next(
        (
            entity
            for entity in document.entities_in(sentence)
            if (entity.start, entity.end) == (low, high)
            and entity.type in {"PER", "ORG"}
            and entity.confidence >= SURE
        ),
        None,
    )


def _long_title(sentence: Sentence, spans: Sequence[Span], start: int, end: int) -> Span | None:
    """Return a person after an office with *dan* in it: *Staf Bidang Sosial dan Publik Deddy*."""
    tokens = sentence.tokens
    persons = [s for s in spans if s.start >= start and s.end <= end and _is_person(s)]
    if len(persons) != 1 or persons[0].end != end or not _office(tokens[start].text):
        return None
    inner = range(start, persons[0].start)
    joined = [i for i in inner if tokens[i].upos == "CCONJ"]
    if any(tokens[i].upos in _NO_TITLE for i in inner) or any(
        _office(tokens[i + 1].text) for i in joined
    ):
        return None
    return Span(start=start, end=end, entity=persons[0].entity)


def _office(word: str) -> bool:
    return is_in(word, "titles") or word.lower() in word_class("office")


def _is_person(span: Span) -> bool:
    return span.entity is not None and span.entity.type == "PER"


def _with_places(sentence: Sentence, spans: Sequence[Span], start: int, end: int) -> Span | None:
    """Return a phrase whose commas only part places: *warga Desa Cikaret, Kabupaten Bogor,*."""
    tokens = sentence.tokens
    commas = [i for i in range(start, end) if tokens[i].text == ","]
    if not commas or not all(parts_places(spans, i) for i in commas):
        return None
    if any(_is_person(s) and start <= s.start < end for s in spans):
        return None
    plain = not any(tokens[i].upos in {"VERB", "SCONJ", "PRON"} for i in range(start, end))
    return Span(start=start, end=end) if plain else None


def _with_clause(sentence: Sentence, spans: Sequence[Span], start: int, end: int) -> Span | None:
    """Return a noun phrase with a relative clause, if the parser has it as one whole."""
    inner = sentence.tokens[start:end]
    if [token.text.lower() for token in inner].count("yang") != 1 or len(inner) > _LONGEST_SUBJECT:
        return None
    if sum(token.upos == "VERB" for token in inner) > 1:
        return None
    if any(_is_person(s) and start <= s.start < end for s in spans):
        return None
    tree = tree_of(sentence)
    heads = [i for i in range(start, end) if tree.relation(i).startswith("nsubj")
             and not start <= (sentence.tokens[i].head or 0) < end]  # fmt: skip
    phrase = tree.phrase(heads[0]) if len(heads) == 1 else None
    whole = phrase is not None and (phrase.start, phrase.end) == (start, end)
    return Span(start=start, end=end) if whole else None


def clear(sentence: Sentence, kept: Sequence[int], document: Document) -> bool:
    """Tell whether every word that points is explained in the sentence or will be written out."""
    written = [found.antecedent for i in kept if (found := resolves(sentence, document, i))]
    if len(set(written)) < len(written):
        # *Markus berangkat bersama istri Markus* says it twice.
        return False
    if someone_else(sentence, kept, document):
        return False
    left = [i for i in kept if not resolves(sentence, document, i)]
    return explained(sentence, left, document) if left else False
