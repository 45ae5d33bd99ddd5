"""Who of a text's people is told to be dead: nobody takes the dead for a speaker."""

from quizgen.exercises.common.tables import words
from quizgen.language.once import once
from quizgen.model import Document


@once
def dead(document: Document) -> frozenset[str]:
    """Return the names of people in a sentence on a death who say nothing in the text."""
    speakers = {quotation.speaker for quotation in document.quotations}
    return frozenset(
        entity.canonical
        for sentence in document.sentences
        if any(token.text.lower() in words("mains", "of_death") for token in sentence.tokens)
        for entity in document.entities_in(sentence)
        if entity.type == "PER" and entity.canonical not in speakers
    )
