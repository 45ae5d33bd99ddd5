"""Who of a text's names is surely a person: temples, arenas, nicknames of clubs look alike."""

import re
from collections.abc import Sequence

from quizgen.exercises._text import names, sentence_of
from quizgen.language.circumstances import fact_words
from quizgen.language.once import once
from quizgen.language.roles import roles
from quizgen.language.wordlists import is_in
from quizgen.lexicon import dictionary
from quizgen.model import Document, Entity

_AGE = re.compile(r"\s?\(\d{1,2}\)")
_NEAR = 40
_FULL = 3
"""So many words make a name in which an office may have been left: *Raperda Parkir Hendro W.*"""


@once
def people(document: Document) -> dict[str, list[Entity]]:
    """Return those whom the text shows to be people, by canonical name, in order of mention.

    Somebody is shown to be one by what he says or does, by an office, by an age in brackets, by a
    word for people before the name, or by going by a part of the name later.
    """
    shown = {quotation.speaker for quotation in document.quotations}
    shown |= {role.person.canonical for role in roles(document)}
    return {
        name: mentions
        for name, mentions in names(document.entities, "PER").items()
        if not holds_more(name) and (name in shown or _met(mentions, document))
    }


def holds_more(name: str) -> bool:
    """Tell whether a name begins with a common noun, which an office or a place has left there.

    >>> holds_more("Raperda Parkir Hendro Wicaksana"), holds_more("Hendro Wicaksana")
    (True, False)
    """
    first, *rest = name.lower().split()
    if len(rest) + 1 < _FULL or is_in(first, "given", "titles"):
        return False
    entry = dictionary().get(first)
    noun = entry is not None and entry.senses[0].upos == "NOUN"
    return noun or is_in(first, "administrative", "landmarks", "streets", "institutions")


def _met(mentions: Sequence[Entity], document: Document) -> bool:
    text = document.article.text
    if len({mention.quote for mention in mentions}) > 1 or any(
        _acts(mention, document) for mention in mentions
    ):
        return True
    for mention in mentions:
        ahead = text[max(0, mention.start - _NEAR) : mention.start].lower().split()[-2:] or [""]
        titled = ahead == ["wali", "kota"] or is_in(ahead[-1], "titles")
        if titled or ahead[-1] in fact_words("human") or _AGE.match(text, mention.end):
            return True
    return False


def _acts(mention: Entity, document: Document) -> bool:
    """Tell whether a name is the subject of a verb in the active voice."""
    sentence = sentence_of(mention, document)
    for token in sentence.tokens if sentence else ():
        if token.start < mention.start or token.end > mention.end or token.head is None:
            continue
        assert sentence is not None
        verb = sentence.tokens[token.head]
        if token.deprel == "nsubj" and verb.upos == "VERB":
            return True
    return False
