"""Rules about meanings in context, as the learner's dictionary tells them apart."""

import re
from collections.abc import Iterator

from quizgen.checks.finding import error
from quizgen.checks.reading import reading
from quizgen.checks.text_match import content_lemmas, right_and_wrong
from quizgen.language.lookup import entries_in
from quizgen.language.senses import SURE, choose_sense
from quizgen.lexicon import Sense
from quizgen.model import Choice, Document, Item

_ASKED = re.compile(
    r"\b(?:[Mm]akna|[Aa]rti)\s(?:kata|ungkapan|istilah)?\s?\*(?P<word>[^*]+)\*\s(?:pada|dalam)"
    r"\skalimat\s\(?(?P<number>\d+)"
)


@error("wrong-sense")
def wrong_sense(item: Item, document: Document) -> Iterator[str]:
    """The key gives another sense than the word has in its sentence; a wrong option gives it."""
    found = _ASKED.search(item.prompt)
    told = reading(document).number(int(found["number"])) if found else None
    if found is None or told is None or not isinstance(item.response, Choice):
        return
    word = found["word"].lower()
    tokens = told.sentence.tokens
    for entry in entries_in(tokens):
        if tokens[entry.start].text.lower() != word or len(entry.entry.senses) < 2:
            continue
        chosen = choose_sense(entry, tokens)
        others = [sense for sense in entry.entry.senses if sense != chosen.sense]
        right, wrong = right_and_wrong(item)
        for key in right if chosen.confidence >= SURE else ():
            meant = _nearness(key.text, chosen.sense)
            strayed = max(_nearness(key.text, other) for other in others)
            rival = max((_nearness(option.text, chosen.sense) for option in wrong), default=0.0)
            if strayed > meant and rival > meant:
                yield f"'{key.text}'"


def _nearness(text: str, sense: Sense) -> float:
    """Return which share of a text's roots a sense is defined with or has as synonyms."""
    own = content_lemmas(text)
    known = content_lemmas(" ".join([sense.definition, *sense.synonyms]))
    return len(own & known) / len(own) if own else 0.0
