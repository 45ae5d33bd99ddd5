"""Sentences that an exercise may print alone: complete, standard, and pointing to nothing."""

import re

from quizgen.exercises.common.pointing import explains_itself
from quizgen.exercises.common.standard_language import spelt, tidy
from quizgen.exercises.common.tables import words
from quizgen.language.once import once_a_sentence
from quizgen.language.sentences import dateline_end
from quizgen.model import Document, Sentence, Token

_SHORTEST, _LONGEST = 6, 30
_OPENING = frozenset({"NOUN", "PROPN", "ADP", "NUM", "DET", "SCONJ", "VERB"})
_SAYS = "kata|ujar|ucap|tutur|jelas|ungkap|tegas|papar|terang|urai|imbuh|lanjut|tambah|sebut"
_QUOTED = re.compile(
    rf"^[“\"](?P<said>[^“”\"]+)[,.!?][”\"]\s(?:{_SAYS})\s(?P<rest>[A-Z][^“”\"]+\.)$"
)
"""What somebody says, whole, and who says it."""
_NEGATION = re.compile(r"\b(?:tidak(?!\shanya)|bukan(?!\shanya)|belum|tanpa|kecuali|tak)\b", re.I)


def opening(sentence: Sentence) -> int:
    """Return the offset in the sentence's text where it starts, after its dateline.

    A dateline is cut off only where the rest begins like a sentence.
    """
    return dateline_end(sentence.text)


@once_a_sentence
def presentable(sentence: Sentence) -> bool:
    """Tell whether the sentence can be printed without the others, as good Indonesian."""
    cut = sentence.start + opening(sentence)
    tokens = [token for token in sentence.tokens if token.start >= cut]
    text = sentence.text[opening(sentence) :]
    return (
        _SHORTEST <= len(tokens) <= _LONGEST
        and tokens[-1].text == "."
        and (_is_quotation(text) or (_opens(text, tokens[0]) and _quiet(text)))
        and explains_itself(tokens)
        and tidy(tokens, text)
        and spelt(text)
        and any(token.upos in {"VERB", "AUX"} for token in tokens)
        and negations(text) < 2
    )


def inside_talk(sentence: Sentence, document: Document) -> bool:
    """Tell whether a sentence without marks of its own stands in somebody's direct speech."""
    text = document.article.text
    ahead = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start]
    plain = ahead.count('"') % 2 == 1
    return plain or ahead.count("“") > ahead.count("”")


def negations(text: str) -> int:
    """Return how often a text negates: a prompt that does so twice is hard to read."""
    return len(_NEGATION.findall(text))


def _opens(text: str, first: Token) -> bool:
    plain = first.upos in _OPENING and first.text.lower() not in words("pointing", "continuing")
    return plain and text[:1].isupper()


def _is_quotation(text: str) -> bool:
    """Tell whether a sentence is one whole quotation with its speaker's name."""
    found = _QUOTED.match(text)
    if found is None or len(found["said"].split()) < _SHORTEST:
        return False
    return found["said"][:1].isupper() and _quiet(found["said"] + found["rest"])


def _quiet(text: str) -> bool:
    """Tell whether a sentence neither quotes, asks nor breaks off; dates may be in brackets."""
    bare = re.sub(r"\s\((?:\d{1,2}/\d{1,2}(?:/\d{4})?|\d{1,2}|[A-Z]{2,})\)", "", text)
    return not re.search(r"[\"“”‘’'?!:;()\[\]–—…*•|/]|\s-|-\s", bare)
