"""Whether a text gives a second cause for what a question asks about, or leaves open what that is.

Source: connectives that add a cause to one already given, TBBBI IV, ch. 9; own lists in
``data/causal.toml``.
"""

import re

from quizgen.exercises.common.tables import words
from quizgen.exercises.questions.lacking import bare_deed, ends_phrase
from quizgen.exercises.questions.unfit import shouted
from quizgen.model import Document, Sentence

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_FEWEST = 2
_ADDED = re.compile(
    r"^(?:Selain (?:itu|karena|akibat|faktor)|(?:Alasan|Penyebab|Faktor|Sebab|Pertimbangan) "
    r"(?:lain|lainnya|kedua|berikutnya)\b|Di samping itu|Ditambah)"
)
"""What opens a second cause or purpose in the next sentence."""
_ALSO = re.compile(
    r"\bjuga (?:karena|disebabkan|dipicu|akibat|lantaran|untuk)\b"
    r"|\bbukan (?:hanya|cuma|sekadar) (?:karena|untuk)\b"
)
_POINTING = re.compile(r"\b([a-z]+) (?:tersebut|itu|ini)\b")
_MANNER = "Secara "
"""How something is done does not open the question why: *Secara sistem, untuk apa …?*."""
_SIDE = re.compile(r"\b(?:pihak|diri)nya\b")
_WORD = re.compile(r"[\w-]+")


def clear_effect(prompt: str, sentence: Sentence) -> bool:
    """Tell whether a question names what it asks the cause of: no *jumlah tersebut*, no deed."""
    pointed = _POINTING.findall(prompt)
    hollow = words("causal", "hollow_things")
    said = _WORD.findall(prompt.lower())
    unnamed = any(
        one in words("unfit", "unnamed") and ends_phrase(other)
        for one, other in zip(said, (*said[1:], "."), strict=True)
    )
    return not (
        any(noun in hollow for noun in pointed)
        or prompt.startswith(_MANNER)
        or _SIDE.search(prompt)
        or (bare_deed(prompt) and "kalimat (" not in prompt)
        or shouted(sentence)
        or unnamed
    )


def caused_twice(
    effect: str, sentence: Sentence, document: Document, *, relation: str = "cause"
) -> bool:
    """Tell whether another sentence gives a cause of the same thing.

    The next one adds to it, *Selain itu, …*, or any has a word of cause and what the effect is
    told with.
    """
    if _ALSO.search(sentence.text):
        return True
    marks = words("causal", f"telling_{relation}")
    said = {word.lower() for word in _WORD.findall(effect)}
    own = {
        t.lemma.lower() for t in sentence.tokens if t.upos in _CONTENT and t.text.lower() in said
    }
    for other in document.sentences:
        if other.id == sentence.id:
            continue
        near = other.number == sentence.number + 1 and other.paragraph == sentence.paragraph
        if near and (_ADDED.search(other.text) or _ALSO.search(other.text)):
            return True
        forms = {token.text.lower() for token in other.tokens}
        lemmas = {token.lemma.lower() for token in other.tokens if token.upos in _CONTENT}
        if forms & marks and len(own & lemmas) >= max(_FEWEST, (len(own) + 1) // 2):
            return True
    return False
