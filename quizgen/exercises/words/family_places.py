"""Where a sentence takes only one word of a family: the frames of the word-family exercise.

Source: Sneddon et al. (2010), ch. 1 and 3; TBBBI IV, ch. 5 on the passive with a bare agent, for
which an object that could be an agent (*disambut warga*) leaves the voice open.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.exercises.common.tables import words
from quizgen.exercises.words.family import is_thing
from quizgen.language.clauses import named_tokens
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.language.voice import active_of, passive_of
from quizgen.model import Document, Sentence, Token

_HELPERS = frozenset(
    {
        "akan",
        "telah",
        "sudah",
        "sedang",
        "dapat",
        "bisa",
        "harus",
        "ingin",
        "mampu",
        "yang",
        "tidak",
        "belum",
        "berhasil",
    }
)
_NO_VERB = frozenset({"oleh", "terhadap", "tentang", "mengenai", "atas", "akibat", "berkat"})
"""Prepositions that only a noun can follow."""
_DOING = frozenset({"melakukan", "mengalami"})
"""Verbs whose object can only be the noun of an act or of what happens."""
_COMMON, _SURE = 3.6, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A word of a sentence, what its frame asks for, and its root."""

    sentence: Sentence
    index: int
    kind: str
    root: str

    @property
    def word(self) -> str:
        """The word that the text has."""
        return self.sentence.tokens[self.index].text


def places_in(sentence: Sentence, document: Document) -> Iterator[Place]:
    """Yield the words of a sentence that its grammar sets apart from their kin."""
    hidden = named_tokens(sentence, document)
    lemmas = [token.lemma for token in sentence.tokens]
    for index in range(1, len(sentence.tokens) - 2):
        token = sentence.tokens[index]
        if index in hidden or not (token.text.islower() and token.text.isalpha()):
            continue
        if token.clitics or zipf(token.text) < _COMMON or lemmas.count(token.lemma) > 1:
            continue
        kind = _kind(sentence, index)
        analysis = analyse(token.text)
        if kind and analysis.known and analysis.root not in words("cloze", "free_object"):
            yield Place(sentence=sentence, index=index, kind=kind, root=analysis.root)


def _kind(sentence: Sentence, index: int) -> str | None:
    """Return what the frame asks for, None where it does not decide."""
    tokens = sentence.tokens
    token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    segments = analyse(token.text).segments
    led = before.text.lower() in _HELPERS
    if token.upos == "VERB" and segments[0] == "meN-" and passive_of(token.text):
        root = token.deprel == "root" and token.attachment >= _SURE
        doer = _subject(sentence, index, _HELPERS - {"yang"})
        named_doer = doer.upos in {"NOUN", "PROPN"} or doer.text == "yang"
        subject = (led and named_doer) or before.upos == "PROPN" or (before.upos == "NOUN" and root)
        return "active" if subject and is_thing(after) else None
    if token.upos == "VERB" and segments[0] == "di-" and active_of(token.text):
        if after.text == "oleh" and (led or before.upos in {"NOUN", "PROPN"}):
            return "agent"
        moved = after.upos == "ADP" and is_thing(_subject(sentence, index, _HELPERS))
        return "passive" if led and moved else None
    nominal = segments[-1] == "-an" and segments[0] in {"peN-", "ke-", "per-"}
    if token.upos == "NOUN" and nominal:
        done = "object" if before.text.lower() in _DOING else None
        return "noun" if before.text.lower() in _NO_VERB else done
    return None


def _subject(sentence: Sentence, index: int, helpers: frozenset[str]) -> Token:
    """Return the word before a verb and these words."""
    place = index - 1
    while place > 0 and sentence.tokens[place].text.lower() in helpers:
        place -= 1
    return sentence.tokens[place]
