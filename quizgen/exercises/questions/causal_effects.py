"""The clause that has a cause or a purpose, as it stands in a question.

It stands alone; or it is whole but for *itu* after its subject, and then the question says in
which sentence it is told.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizgen.exercises.common.needless import needless
from quizgen.exercises.common.pointing import explained
from quizgen.exercises.common.standard_language import tidy
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import dated, lower_first, render, resolves
from quizgen.exercises.questions.endings import parts_places
from quizgen.exercises.statements.said import Said, fit, fixed
from quizgen.exercises.statements.severed import severed
from quizgen.exercises.statements.trimmed import Stretch, has_head, variants
from quizgen.language.clauses import bracketed, named_tokens, word_class
from quizgen.language.trees import Phrase
from quizgen.lexicon import dictionary

_SHORTEST, _LONGEST = 2, 22
_CLOSING = frozenset({",", "terutama"})
_DAY_LEADS = frozenset({"pada", "tanggal", "hari", ","})
_DAY_ENDS = frozenset({"pagi", "siang", "sore", "malam", "petang", "lalu"})
_TELLING = frozenset({"VERB", "ADJ"})
_OPENING = frozenset({"NOUN", "PROPN", "NUM", "DET"})
_POINTING = frozenset({"itu", "ini", "tersebut"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "CCONJ"})
_ADVERBIAL = frozenset({"ADV", "AUX"})
_PLACING = frozenset({"di", "dari"})
_HANGING = frozenset({"ADP", "SCONJ", "CCONJ"})
_SIDE = "pihaknya"
_COUNTING = frozenset({"sebanyak", "sejumlah"})


@dataclass(frozen=True, slots=True)
class Effect:
    """The clause in mid-sentence, what opens it with its comma, and the tokens that say it.

    ``verb`` is its main verb or adjective. ``numbered`` tells that it is clear only beside its
    sentence; ``clear`` are the tokens without the *itu* that makes it so.
    """

    front: str
    body: str
    kept: tuple[int, ...]
    verb: int
    numbered: bool = False
    clear: tuple[int, ...] = ()


def effect_before(stretch: Stretch, marker: int) -> Effect | None:
    """Return the clause that ends where the marker of its reason stands."""
    part = replace(stretch, end=_closed(stretch, marker), shortest=_SHORTEST)
    if _hangs(stretch, part.end - 1):
        return None
    return _alone(part, whole=True) or _beside(_without_front(part))


def _without_front(stretch: Stretch) -> Stretch:
    """Return the stretch without a circumstance in front that the cause does not depend on."""
    opening = [token.text.lower() for token in stretch.tokens[stretch.start : stretch.start + 2]]
    first, pair = opening[0], "_".join(opening)
    named = named_tokens(stretch.sentence, stretch.document)
    inside = range(stretch.start + 1, stretch.end - 1)
    commas = [i for i in inside if stretch.tokens[i].text == "," and i not in named]
    fronted = {first, pair} & (words("trimmed", "fronts") | words("causal", "fronts"))
    return replace(stretch, start=commas[0] + 1) if fronted and len(commas) == 1 else stretch


def effect_after(stretch: Stretch, start: int) -> Effect | None:
    """Return the clause that follows its reason."""
    part = replace(stretch, start=start, shortest=_SHORTEST)
    return _alone(part, whole=False) or _beside(part)


def _hangs(stretch: Stretch, last: int) -> bool:
    """Tell whether a clause ends in a word that has lost what follows it: *mulai, pada awal*."""
    before, word = (stretch.tokens[i].text.lower() for i in (last - 1, last))
    return bool({word, f"{before}_{word}"} & words("causal", "hanging"))


def _closed(stretch: Stretch, end: int) -> int:
    """Return where the clause ends without a comma, *terutama* and a day that it can do without."""
    tokens = stretch.tokens
    while tokens[end - 1].text.lower() in _CLOSING:
        end -= 1
    last = end - (tokens[end - 1].text.lower() in _DAY_ENDS)
    dates = (s for s in stretch.spans if s.entity and s.entity.type == "DATE")
    day = next((s for s in dates if s.end in {last, end}), None)
    if day is None:
        return end
    start = day.start
    while tokens[start - 1].text.lower() in _DAY_LEADS:
        start -= 1
    bare = tokens[day.start - 1].text == ","
    return start if start < day.start and (bare or not fixed(day)) else end


def _alone(stretch: Stretch, *, whole: bool) -> Effect | None:
    """Return the clause as a statement that needs nothing; a ``whole`` one keeps its verbs."""
    for said in variants(stretch):
        kept = tuple(i for i in range(said.start, said.end) if i not in said.skipped)
        lost = [i for i in range(kept[0], stretch.end) if i not in kept]
        if whole and any(stretch.tokens[i].upos == "VERB" for i in lost):
            # *Penjualan naik, tetapi laba turun karena …*: what was cut has the cause.
            continue
        if _hangs(stretch, kept[-1]):
            continue
        if fit(said, stretch.document, shortest=_SHORTEST, telling=_TELLING):
            verb, (front, body) = _top(stretch, kept), _front(said, stretch)
            return Effect(front, body, kept, verb, clear=kept) if verb and body else None
    return None


def _top(stretch: Stretch, kept: Sequence[int]) -> int | None:
    """Return the verb or adjective that the parser has above all other words."""
    tokens, inside = stretch.tokens, set(kept)
    tops = [
        i for i in kept
        if tokens[i].upos != "PUNCT" and (tokens[i].head == i or tokens[i].head not in inside)
    ]  # fmt: skip
    return tops[0] if len(tops) == 1 and tokens[tops[0]].upos in _TELLING else None


def _front(said: Said, stretch: Stretch) -> tuple[str, str]:
    """Return *Pada 2023, * apart from the clause that it opens."""
    first = stretch.tokens[said.start]
    front, comma, rest = said.text.partition(", ")
    if first.upos == "ADP" and comma:
        return f"{front}, ", rest
    if resolves(stretch.sentence, stretch.document, said.start):
        return "", said.text
    return "", _small(said.text, stretch, said.start).removeprefix("sebanyak ")


def _small(text: str, stretch: Stretch, start: int) -> str:
    """Return the clause in mid-sentence: *Gajah jinak* is no name where *jinak* is small.

    Empty if the text writes the noun large elsewhere too.
    """
    sentence, document = stretch.sentence, stretch.document
    low = lower_first(text, sentence, document, start)
    first, second = (token.text for token in sentence.tokens[start : start + 2])
    entry = dictionary().get(first.lower())
    common = entry is not None and entry.senses[0].upos == "NOUN" and second.islower()
    if not common or low[:1].islower():
        return low
    large = re.search(rf"[\w,] {re.escape(first)}\b", document.article.text)
    return "" if large else low[:1].lower() + low[1:]


def _beside(stretch: Stretch) -> Effect | None:
    """Return the clause as the text has it, to be read in its sentence if *itu* stands in it."""
    sentence, document, tokens = stretch.sentence, stretch.document, stretch.tokens
    loose = set(needless(sentence, stretch.start, stretch.end)) | bracketed(tokens)
    kept = tuple(i for i in range(stretch.start, stretch.end) if i not in loose)
    if kept and tokens[kept[0]].text.lower() in _COUNTING:
        kept = kept[1:]
    if not _SHORTEST <= len(kept) <= _LONGEST or tokens[kept[0]].upos not in _OPENING:
        return None
    if _hollow(stretch, kept):
        return None
    verb = _plain_verb(stretch, kept)
    if verb is None or tokens[kept[-1]].upos in _HANGING:
        return None
    pointing = _pointing(stretch, kept, verb)
    clear = tuple(i for i in kept if i not in pointing and not _harmless(stretch, i))
    if not _clear(stretch, clear) or severed(
        sentence, kept[0], kept[-1] + 1, frozenset(loose), document
    ):
        return None
    skip = [Phrase(i, i + 1, i) for i in loose]
    text = render(sentence, document, kept[0], kept[-1] + 1, skip=skip)
    if not tidy([tokens[i] for i in kept], f"{text}.", money=False):
        return None
    body = _small(text, stretch, kept[0])
    if not body:
        return None
    alone = verb == kept[0] + 1 and tokens[kept[0]].upos == "NOUN"
    bare = alone and not _harmless(stretch, kept[0])
    return Effect("", body, kept, verb, bool(pointing) or bare, clear)


def _hollow(stretch: Stretch, kept: Sequence[int]) -> bool:
    """Tell whether the subject names nothing: *hal itu*, *dua kali*, a capital of the sentence."""
    first, second = (stretch.tokens[i] for i in kept[:2])
    low = first.text.lower()
    named = kept[0] in named_tokens(stretch.sentence, stretch.document)
    capital = first.upos == "PROPN" and not named and second.upos != "PROPN"
    empty = low in words("causal", "hollow") | words("mains", "times")
    return capital or empty or second.text.lower() == "kali"


def _clear(stretch: Stretch, kept: Sequence[int]) -> bool:
    """Tell whether the tokens point to nothing and every date tells its year."""
    sentence, document = stretch.sentence, stretch.document
    vague = {stretch.tokens[i].text.lower() for i in kept} & words("pointing", "vague")
    return (
        not vague
        and explained(sentence, kept, document)
        and dated(sentence, document, kept)
        and not any(resolves(sentence, document, i) for i in kept)
    )


def _harmless(stretch: Stretch, index: int) -> bool:
    """Tell whether a word points to nothing here: *kerja sama, dihentikan sementara*.

    *Pihaknya* is the side of the source that the question names.
    """
    low, before = (stretch.tokens[i].text.lower() for i in (index, index - 1))
    if f"{before}_{low}" in words("causal", "fixed_pairs"):
        return True
    if low == _SIDE:
        return index == stretch.start and bool(stretch.lead)
    return low == "sementara" and index > stretch.start and before.isalpha()


def _plain_verb(stretch: Stretch, kept: Sequence[int]) -> int | None:
    """Return the first verb, if only a noun phrase stands before it, or what the parser has."""
    tokens, named = stretch.tokens, named_tokens(stretch.sentence, stretch.document)
    helping = word_class("auxiliary") | words("causal", "degrees")
    for place, index in enumerate(kept):
        token, low = tokens[index], tokens[index].text.lower()
        if index in named or low in helping | _POINTING | _PLACING:
            continue
        bracket = stretch.tokens[index - 1].text == ")"
        if token.text == "," and (bracket or parts_places(stretch.spans, index)):
            continue
        degree = tokens[index - 1].text.lower() in words("causal", "degrees")
        if place and (token.upos == "VERB" or (token.upos == "ADJ" and degree)):
            return index
        if token.upos not in _NOMINAL and not (place and token.upos in _ADVERBIAL):
            break
    return _top(stretch, kept) if has_head(stretch, list(kept)) else None


def _pointing(stretch: Stretch, kept: Sequence[int], verb: int) -> set[int]:
    """Return an *itu* in the subject: *imbauan itu disampaikan, banjir di daerah itu surut*."""
    for index in kept[1:]:
        token = stretch.tokens[index]
        if index >= verb:
            break
        if token.text.lower() in _POINTING:
            return {index}
        if token.upos not in {"NOUN", "PROPN", "ADJ"} and token.text.lower() not in _PLACING:
            break
    return set()
