"""Gaps for function words whose standard fillers are all known.

A frame is a word and what stands around it. Most are lines of ``data/function_words.tsv`` and of
``data/prepositions.tsv``; those that reach further are written here: *agar* after a request, *yang*
of a subject that *itu* closes, the second half of *baik … maupun*, *tidak hanya … tetapi juga*,
*antara … dan*, *mulai … hingga*, *lebih … daripada*.

Source: own tables after KBBI VI and TBBBI IV, ch. 8 and 9 (*kata tugas*).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from quizgen.exercises.common.tables import rows
from quizgen.exercises.words.governed import governed_at
from quizgen.language.clauses import named_tokens
from quizgen.model import Document, Sentence, Token

_ASKING = frozenset({"meminta", "mengimbau", "memerintahkan", "menginstruksikan", "mendesak"})
_URGING = _ASKING | {"mengajak", "mendorong", "mewajibkan", "memaksa", "membujuk"}
_REACH = 8
_SUBJECTS = frozenset({"NOUN", "PROPN", "DET", "NUM"})
_POINTERS = frozenset({"itu", "tersebut"})
_DEGREES = frozenset({"lebih"})
_NEGATED = frozenset({("tidak", "hanya"), ("bukan", "hanya"), ("tidak", "saja")})
_STATED = frozenset(
    {"akan", "telah", "sudah", "sedang", "masih", "dapat", "bisa", "harus", "tidak"}
)
_BOUNDS = frozenset({"DATE", "TIME", "NUMBER", "QUANTITY", "MONEY"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A function word of a sentence, every filler that fits, and what kind of word it is."""

    sentence: Sentence
    index: int
    accepted: tuple[str, ...]
    kind: str

    @property
    def word(self) -> str:
        """The word that the text has."""
        return self.sentence.tokens[self.index].text


def slots(sentence: Sentence, document: Document) -> Iterator[Slot]:
    """Yield the function words that may be gapped, in order."""
    hidden = named_tokens(sentence, document) | _quoted(sentence)
    for index in range(1, len(sentence.tokens) - 1):
        if index in hidden or not sentence.tokens[index].text.islower():
            continue
        found = next(
            (made for frame in _FRAMES if (made := frame(sentence, index, document))), None
        )
        if found:
            yield found


def _quoted(sentence: Sentence) -> set[int]:
    found: set[int] = set()
    opened = False
    for index, token in enumerate(sentence.tokens):
        if token.text in '"“”':
            opened = not opened
        elif opened:
            found.add(index)
    return found


def _slot(sentence: Sentence, index: int, accepted: str, kind: str) -> Slot:
    word = sentence.tokens[index].text
    ordered = (word, *(each for each in accepted.split() if each != word))
    return Slot(sentence=sentence, index=index, accepted=ordered, kind=kind)


@cache
def _table() -> dict[str, tuple[tuple[str, str, str, str], ...]]:
    """Return the lines of the table by each word they accept."""
    found: dict[str, list[tuple[str, str, str, str]]] = {}
    for before, accepted, after, kind in rows("function_words"):
        for word in accepted.split():
            found.setdefault(word, []).append((before, accepted, after, kind))
    return {word: tuple(lines) for word, lines in found.items()}


def _listed(sentence: Sentence, index: int, document: Document) -> Slot | None:
    before, after = sentence.tokens[index - 1], sentence.tokens[index + 1]
    for left, accepted, right, kind in _table().get(sentence.tokens[index].text, ()):
        led = left in {"*", before.text.lower()} or (left == "MONEY" and _is_money(before))
        money = left != "MONEY" or _priced(sentence, index, document)
        source = accepted.split()[0] == sentence.tokens[index].text or left != "bagian"
        if led and money and source and _follows(right, after, sentence, index):
            return _slot(sentence, index, accepted, kind)
    return None


def _is_money(token: Token) -> bool:
    return token.upos == "NUM" or token.text.lower() in {"rupiah", "ribu", "juta", "dolar"}


def _priced(sentence: Sentence, index: int, document: Document) -> bool:
    end = sentence.tokens[index - 1].end
    return any(e.type == "MONEY" and e.end == end for e in document.entities_in(sentence))


def _follows(right: str, after: Token, sentence: Sentence, index: int) -> bool:
    if right == "VERB":
        return after.upos == "VERB" and after.text.startswith("me")
    if right == "NUM":
        return after.upos == "NUM"
    if right == "NOUN":
        return after.upos in {"NOUN", "PROPN"}
    if right == "CLAUSE":
        rest = sentence.tokens[index + 1 :]
        return after.upos in _SUBJECTS and any(t.upos in {"VERB", "AUX", "ADJ"} for t in rest)
    return after.text == right


def _governed(sentence: Sentence, index: int, document: Document) -> Slot | None:
    for start in range(max(0, index - 3), index):
        found = governed_at(sentence, start, document)
        if found and found.gap == index and found.complete:
            kind = f"kata depan yang berpasangan dengan “{found.word}”"
            return _slot(sentence, index, " ".join(found.accepted), kind)
    return None


def _request(sentence: Sentence, index: int, document: Document) -> Slot | None:
    """*meminta warga agar tetap tenang*: *untuk* fits too where no subject follows."""
    tokens = sentence.tokens
    verbal = tokens[index + 1].upos == "VERB"
    if tokens[index].text not in {"agar", "supaya", *({"untuk"} if verbal else ())}:
        return None
    for token in reversed(tokens[max(0, index - _REACH) : index]):
        if token.upos in {"VERB", "PUNCT", "SCONJ"} or token.text == "yang":
            bare = tokens[index + 1].upos not in _SUBJECTS | {"PRON"}
            accepted = "agar supaya untuk" if bare else "agar supaya"
            asked = token.text in (_URGING if verbal else _ASKING)
            return _slot(sentence, index, accepted, "kata hubung isi permintaan") if asked else None
    return None


def _relative(sentence: Sentence, index: int, document: Document) -> Slot | None:
    """*Gedung yang dibangun pada 1920 itu roboh*: only *yang* opens what *itu* closes."""
    tokens = sentence.tokens
    if tokens[index].text != "yang" or tokens[index + 1].upos not in {"VERB", "AUX", "ADJ"}:
        return None
    led = all(t.upos in {"NOUN", "PROPN", "ADJ"} for t in tokens[:index])
    if not led or tokens[index - 1].upos not in {"NOUN", "PROPN"}:
        return None
    for place in range(index + 2, min(index + 14, len(tokens) - 2)):
        if tokens[place].upos in {"PUNCT", "SCONJ", "CCONJ"} or tokens[place].text == "yang":
            return None
        if tokens[place].text in _POINTERS:
            verbal = tokens[place + 1].upos in {"VERB", "AUX"} or tokens[place + 1].text in _STATED
            return (
                _slot(sentence, index, "yang", "kata hubung penjelas kata benda")
                if verbal
                else None
            )
    return None


def _correlative(sentence: Sentence, index: int, document: Document) -> Slot | None:
    words = [token.text.lower() for token in sentence.tokens]
    before = words[:index]
    if words[index] == "maupun" and "baik" in before[-_REACH:]:
        return _slot(sentence, index, "maupun", "kata hubung berpasangan “baik … maupun”")
    also = words[index] in {"tetapi", "melainkan"} and words[index + 1] == "juga"
    if also and any(pair in _NEGATED for pair in pairwise(before)):
        kind = "kata hubung berpasangan “tidak hanya … tetapi juga”"
        return _slot(sentence, index, "tetapi melainkan", kind)
    return None


def _range(sentence: Sentence, index: int, document: Document) -> Slot | None:
    """*antara 10 dan 20*, *mulai Senin hingga Kamis*: between two figures or dates."""
    tokens = sentence.tokens
    word = tokens[index].text
    before = [token.text.lower() for token in tokens[max(0, index - 5) : index]]
    spans = [e for e in document.entities_in(sentence) if e.type in _BOUNDS]
    led = tokens[index - 1].upos == "NUM" or any(e.end == tokens[index - 1].end for e in spans)
    followed = tokens[index + 1].upos == "NUM" or any(
        e.start == tokens[index + 1].start for e in spans
    )
    if word == "dan" and "antara" in before and "dan" not in before:
        return _slot(sentence, index, "dan dengan", "kata hubung berpasangan “antara … dan”")
    if led and followed and word in {"hingga", "sampai"} and {"mulai", "sejak"} & set(before):
        return _slot(sentence, index, "hingga sampai", "kata depan batas")
    return None


def _comparison(sentence: Sentence, index: int, document: Document) -> Slot | None:
    tokens = sentence.tokens
    if tokens[index].text != "daripada":
        return None
    before = tokens[max(0, index - 4) : index]
    if any(token.text.lower() in _DEGREES for token in before):
        return _slot(sentence, index, "daripada", "kata depan pembanding")
    return None


_Frame = Callable[[Sentence, int, Document], Slot | None]
_FRAMES: tuple[_Frame, ...] = (
    _governed, _listed, _request, _relative, _correlative, _range, _comparison,
)  # fmt: skip
