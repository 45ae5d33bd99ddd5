"""Parts of speech, after UD_Indonesian-CSUI."""

from collections.abc import Sequence
from functools import cache

from quizgen.language.crf import Model, shipped
from quizgen.language.features import tag_features
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.language.word_classes import classes

_SURE = 0.5
_SURER = 0.7
_SUREST = 0.9
_FREQUENT = 4.2
_NAME = "NNP"


class Tagger:
    """Tags the words of a sentence with universal parts of speech.

    Source: trained by ``benchmarks/train_models.py``; data and licences in ``data/LICENSE``.
    """

    def __init__(self, model: Model) -> None:
        self._model = model

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return one UPOS tag a word."""
        if not words:
            return []
        tags = self._model.labels(tag_features(words))
        first = next((i for i, word in enumerate(words) if word[0].isalpha()), 0)
        if tags[first] == "PROPN" and words[first].istitle():
            tags[first] = self._common(words, first) or "PROPN"
        return tags

    def _common(self, words: Sequence[str], first: int) -> str | None:
        """Return the tag of a sentence's first word in lower case, if it is a common word."""
        low = words[first].lower()
        derived = len(analyse(low).segments) > 1
        if (not derived and zipf(low) < _FREQUENT) or classes(low)[0].lstrip("1") == _NAME:
            return None
        beside = any(word[0].isupper() for word in words[first + 1 : first + 2])
        least = _SUREST if beside else _SURE if derived else _SURER
        lowered = [*words[:first], low, *words[first + 1 :]]
        tag, sure = self._model.label(tag_features(lowered), first)
        return tag if tag != "PROPN" and sure >= least else None


@cache
def tagger() -> Tagger:
    """Return the shipped tagger, loaded once."""
    return Tagger(shipped("upos.crfsuite"))
