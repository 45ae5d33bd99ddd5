"""Whether a text answers a question twice: another clause about the same deed spoils it."""

from collections.abc import Sequence

from quizgen.exercises._questions import Question
from quizgen.language.fact import Fact
from quizgen.model import Document, Sentence

_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})


def asked_once(question: Question, told: Sequence[Fact], document: Document) -> bool:
    """Tell whether no other clause of the text could answer the question as well."""
    return not any(_rival(question, other) for other in told) and not _retold(question, document)


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
