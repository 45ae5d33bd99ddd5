"""What *kantor itu* is called in full, where the text has named one *kantor* only.

Source: Sneddon et al. (2010) 2.95: a demonstrative takes up a noun phrase said before.
"""

from collections.abc import Sequence

from quizgen.exercises.common.tables import words
from quizgen.language.once import once
from quizgen.model import Document, Sentence, Token

_LONGEST = 6
_NAMING = frozenset({"PROPN", "NOUN", "ADJ"})
_COUNTING = frozenset({"NUM", "DET"})
_SEVERAL = frozenset(
    {"para", "beberapa", "sejumlah", "semua", "seluruh", "kedua", "banyak", "tiap", "setiap"}
)


def full_name(sentence: Sentence, index: int, document: Document) -> str | None:
    """Return what stands for the determiner at ``index``: *IPFO* for *itu* in *kantor itu*.

    None unless the noun before it has one full name in the text so far, and no other use.
    """
    tokens = sentence.tokens
    if index < 1 or tokens[index].text.lower() not in words("trimmed", "determiners"):
        return None
    noun = tokens[index - 1]
    before = tokens[index - 2] if index > 1 else None
    if noun.upos != "NOUN" or noun.clitics or noun.text.lower() in words("trimmed", "empty"):
        return None
    if before is not None and (before.upos in _NAMING | _COUNTING or before.text == "yang"):
        return None
    named = [n for n in _named(document).get(noun.text.lower(), ()) if n[0] < sentence.number]
    names = {name for _, name in named}
    return names.pop() if len(names) == 1 and "" not in names else None


@once
def _named(document: Document) -> dict[str, list[tuple[int, str]]]:
    """Return, by noun, the sentences that use it and what follows it there: empty for no name."""
    found: dict[str, list[tuple[int, str]]] = {}
    for sentence in document.sentences:
        for index, token in enumerate(sentence.tokens):
            if token.upos != "NOUN" or token.text.lower() in words("trimmed", "empty"):
                continue
            told = _after(sentence.tokens, index)
            if told is not None:
                found.setdefault(token.text.lower(), []).append((sentence.number, told))
    return found


def _after(tokens: Sequence[Token], index: int) -> str | None:
    """Return the name after a noun, None where the noun itself is taken up: *kantor itu*."""
    end = index + 1
    while end < len(tokens) and end - index <= _LONGEST and tokens[end].upos in _NAMING:
        end += 1
    following = tokens[end].text.lower() if end < len(tokens) else ""
    if end == index + 1 and following in words("trimmed", "determiners"):
        return None
    before = tokens[index - 1] if index else None
    if before is not None and before.text == "(":
        return None
    counted = before is not None and (before.upos in _COUNTING or before.text.lower() in _SEVERAL)
    run = tokens[index + 1 : end]
    proper = any(token.upos == "PROPN" and token.text[:1].isupper() for token in run)
    measured = end < len(tokens) and tokens[end].upos == "NUM"
    # *Vexa resmi* is a name and an adverb: nobody can tell where the name ends.
    ends = bool(run) and run[-1].upos == "PROPN" and run[-1].text[:1].isupper()
    open_end = following in {"yang", "dan", "atau", "("}
    if (
        counted
        or measured
        or not (proper and ends)
        or open_end
        or any(token.clitics for token in run)
    ):
        return ""
    return " ".join(token.text for token in run)
