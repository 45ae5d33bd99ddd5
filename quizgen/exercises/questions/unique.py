"""Whether a text answers a question twice: another clause about the same deed spoils it."""

from collections.abc import Sequence

from quizgen.exercises.questions.questions import Question
from quizgen.language.fact import Fact
from quizgen.model import Document, Sentence

_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_ANCHORS = frozenset({"PROPN", "NUM"})
_MARKS = ".,?!()“”\"'"


def asked_once(question: Question, told: Sequence[Fact], document: Document) -> bool:
    """Tell whether no other clause of the text could answer the question as well.

    A name or a figure in the question that no other sentence has leaves only its own clauses.
    """
    home = question.fact.sentence.id
    near = [other for other in told if other.sentence.id == home]
    if any(_rival(question, other) for other in near):
        return False
    if question.slot == "amount" and not _told_of_all(question, document):
        return True
    if anchored(question.stem, question.fact.sentence, document):
        return True
    return not any(_rival(question, other) for other in told) and not _retold(question, document)


def _told_of_all(question: Question, document: Document) -> bool:
    """Tell whether another sentence has every content word that an amount is asked with."""
    home = question.fact.sentence
    said = {part.strip(_MARKS).lower() for part in question.stem.split()}
    own = {t.lemma.lower() for t in home.tokens if t.upos in _CONTENT and t.text.lower() in said}
    others = (s for s in document.sentences if s.id != home.id)
    return any(own <= _lemmas(other, 0, len(other.tokens)) for other in others)


def anchored(stem: str, home: Sentence, document: Document) -> bool:
    """Tell whether a question has a name or a figure of its sentence that no other sentence has."""
    said = {part.strip(_MARKS).lower() for part in stem.split()[1:]}
    own = {
        token.text.lower()
        for token in home.tokens
        if token.upos in _ANCHORS and token.text.lower() in said and len(token.text) > 1
    }
    others = {
        token.text.lower()
        for sentence in document.sentences
        if sentence.id != home.id
        for token in sentence.tokens
    }
    return bool(own - others)


def _rival(question: Question, other: Fact) -> bool:
    fact = question.fact
    if other.sentence.id == fact.sentence.id and other.verb == fact.verb:
        return False
    if other.tokens[other.verb].lemma != fact.tokens[fact.verb].lemma:
        return False
    shared = _lemmas(fact.sentence, fact.start, fact.end) & _lemmas(
        other.sentence, other.start, other.end
    )
    return bool(shared - {fact.tokens[fact.verb].lemma.lower()})


def _retold(question: Question, document: Document) -> bool:
    """Tell whether another sentence has the verb and most of the stem's words."""
    fact = question.fact
    verb = fact.tokens[fact.verb].lemma.lower()
    own = _lemmas(fact.sentence, fact.start, fact.end)
    for sentence in document.sentences:
        if sentence.id == fact.sentence.id:
            continue
        theirs = _lemmas(sentence, 0, len(sentence.tokens))
        if verb in theirs and len(own & theirs) >= max(3, len(own) // 2):
            return True
    return False


def _lemmas(sentence: Sentence, start: int, end: int) -> set[str]:
    return {token.lemma.lower() for token in sentence.tokens[start:end] if token.upos in _CONTENT}
