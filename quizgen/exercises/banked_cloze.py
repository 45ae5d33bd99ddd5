"""Banked cloze: a passage with gaps and a box of words, each of which fits one gap only.

The learner chooses by form and meaning. Trains *memahami*. Every gap asks for another class of
word (transitive verb, passive verb, noun, unit, auxiliary, preposition, conjunction), so that
grammar alone rules out a swap; a spare word is the wrong voice of a gapped verb or a conjunction.
Known limits: at most one plain noun, so short passages give few gaps.

Source: banked gap-filling after Hughes (2003), *Testing for Language Teachers*, ch. 14.

>>> from quizgen.exercises.common.example import show
>>> text = (
...     "Warga membangun rumah baca. "
...     "Buku disumbangkan oleh penerbit. "
...     "Petugas akan datang dengan sepeda."
... )
>>> print(show(EXERCISE, text))
Warga {{1}} rumah baca. Buku {{2}} oleh penerbit. Petugas akan datang dengan {{3}}.
apabila, disumbangkan, membangun, sepeda
= membangun
= disumbangkan
= sepeda
"""

import random
from collections.abc import Iterable, Iterator, Sequence

from quizgen import records
from quizgen.exercises.common.cites import cite, whole
from quizgen.exercises.common.pointing import points_nowhere
from quizgen.exercises.common.standard_language import tidy_whole
from quizgen.exercises.common.text import base_level
from quizgen.exercises.words.banked_gaps import CONTENT, MOST, BankedGap, banked_gaps
from quizgen.exercises.words.learner_forms import may_act
from quizgen.interfaces import Family
from quizgen.language.once import once_a_sentence
from quizgen.language.sentences import dateline_end
from quizgen.language.speech import kind_of_saying
from quizgen.language.voice import active_of, passive_of
from quizgen.model import Document, Gap, Item, Option, Sentence

_SPARES = ("meskipun", "supaya", "sedangkan", "apabila")
_MARKS = frozenset("\"“”'")
_CALLS = frozenset({"simak", "baca", "lihat", "tonton"})
_SAYS = frozenset(
    ("katanya", "ujarnya", "ucapnya", "tuturnya", "jelasnya", "imbuhnya", "tambahnya", "terangnya")
)
_STOPS = frozenset(":;?!-–")
_MIN_GAPS = 3
_MIN_APART, _LONGEST_APART = 3, 32
_WINDOW = (5, 4, 3, 2)
_LONGEST = 130

_LABELS = {
    "active": "kata kerja aktif yang diikuti objek",
    "passive": "kata kerja pasif",
    "auxiliary": "kata keterangan sebelum kata kerja",
    "preposition": "kata depan",
    "unit": "satuan sesudah bilangan",
    "conjunction": "kata penghubung antarbagian kalimat",
    "degree": "kata sifat sesudah kata penunjuk tingkat",
    "noun": "kata benda",
}


class BankedCloze:
    """Makes cloze passages with a word bank."""

    name = "banked-cloze"
    purpose = "The learner completes a passage with words from a box."
    responses = ("gap",)
    family: Family = "vocabulary"
    levels = (3, 7)
    example = "Warga {{1}} air bersih {{2}} sumur mengering. [karena, membeli] → membeli; karena"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each stretch of two to five sentences with gaps enough.

        A text without such a stretch gives one item on sentences apart.
        """
        index, sentences, passages = 0, document.sentences, 0
        while index < len(sentences):
            size = _densest(sentences, index, document)
            made = _item(sentences[index : index + size], document) if size else None
            if made:
                passages += 1
                yield made
            index += size or 1
        if not passages:
            yield from _apart(document)


def _apart(document: Document) -> Iterator[Item]:
    """Yield an item of three to six sentences with one gap each, every gap of another kind."""
    chosen: dict[str, BankedGap] = {}
    for sentence in document.sentences:
        if not _readable([sentence], 1) or len(sentence.tokens) > _LONGEST_APART:
            continue
        free = [gap for gap in banked_gaps([sentence], document) if gap.kind not in chosen]
        free.sort(key=lambda gap: gap.kind not in CONTENT)
        gap = next((g for g in free if _alone(g, chosen.values())), None)
        if gap and len(chosen) < MOST:
            chosen[gap.kind] = gap
    gaps = sorted(chosen.values(), key=lambda gap: gap.token.start)
    if len(gaps) >= _MIN_APART and sum(gap.kind in CONTENT for gap in gaps) >= 2:
        yield _made([gap.sentence for gap in gaps], gaps, apart=True)


def _alone(gap: BankedGap, others: Iterable[BankedGap]) -> bool:
    """Tell whether neither word of two gaps stands in the other's sentence."""
    return all(
        gap.token.lemma not in {token.lemma for token in other.sentence.tokens}
        and other.token.lemma not in {token.lemma for token in gap.sentence.tokens}
        for other in others
    )


def _densest(sentences: Sequence[Sentence], index: int, document: Document) -> int:
    """Return how many sentences from ``index`` have most gaps for their length, 0 if none do."""
    best, most = 0, 0.0
    for size in _WINDOW:
        run = sentences[index : index + size]
        found = banked_gaps(run, document) if _readable(run, size) else []
        density = len(found) / sum(len(sentence.tokens) for sentence in run)
        if _enough(found) and density > most:
            best, most = size, density
    return best


def _enough(gaps: Sequence[BankedGap]) -> bool:
    return len(gaps) >= _MIN_GAPS and sum(gap.kind in CONTENT for gap in gaps) >= 2


def _readable(run: Sequence[Sentence], size: int) -> bool:
    if len(run) < size:
        return False
    if sum(len(sentence.tokens) for sentence in run) > _LONGEST:
        return False
    if len({sentence.paragraph for sentence in run}) > 1 or any(map(_tells, run)):
        return False
    halting = any(
        not tidy_whole(sentence)
        or sentence.tokens[0].text.lower() in _CALLS
        or any(token.text in _STOPS for token in sentence.tokens)
        for sentence in run
    )
    first = run[0].tokens[0]
    marks = [sum(t.text in _MARKS for t in sentence.tokens) for sentence in run]
    if any(count % 2 for count in marks) or not points_nowhere(run[0].tokens):
        return False
    return (
        not halting
        and first.upos in {"NOUN", "PROPN", "ADP", "NUM"}
        and all(sentence.text.endswith((".", ".”", '."')) for sentence in run)
    )


@once_a_sentence
def _tells(sentence: Sentence) -> bool:
    """Tell whether somebody unnamed speaks: *"…," ujarnya*."""
    return any(
        (t.clitics and kind_of_saying(t.text.lower().removesuffix("nya")))
        or t.text.lower() in _SAYS
        for t in sentence.tokens
    )


def _item(run: Sequence[Sentence], document: Document) -> Item | None:
    gaps = banked_gaps(run, document)
    return _made(run, gaps, apart=False) if _enough(gaps) else None


def _made(run: Sequence[Sentence], gaps: Sequence[BankedGap], *, apart: bool) -> Item:
    what = "kalimat-kalimat" if apart else "paragraf"
    spare = _spare(gaps)
    bank = [Option(text=gap.token.text, correct=True) for gap in gaps]
    bank += [Option(text=word) for word in spare]
    unused = {0: "", 1: " Satu kata tidak digunakan.", 2: " Dua kata tidak digunakan."}[len(spare)]
    ids = tuple(sentence.id for sentence in run)
    item = Item(
        id="",
        type="banked-cloze",
        response=Gap(
            answers=tuple((gap.token.text,) for gap in gaps),
            bank=tuple(sorted(bank, key=lambda option: option.text)),
        ),
        instruction=f"Lengkapilah {what} rumpang berikut dengan kata dalam kotak!{unused}",
        prompt=_prompt(run, gaps, between="\n" if apart else " "),
        evidence=tuple(whole(sentence) for sentence in run),
        process="interpret",
        level=max(base_level(sentence) for sentence in run),
        points=len(gaps),
        text="hidden",
        explanation=_explain(gaps),
        facts=ids,
        reveals=ids,
        rank=(0.4 if apart else 0.5) + len(gaps) / 20,
    )
    return records.identify(item)


def _spare(gaps: Sequence[BankedGap]) -> list[str]:
    """Return up to two words that fit no gap: the voice not asked for, a conjunction."""
    kinds = {gap.kind: gap.token.text for gap in gaps}
    words: list[str | None] = []
    acting = any(gap.kind == "active" and may_act(gap.sentence.tokens, gap.index) for gap in gaps)
    if "active" in kinds and "passive" not in kinds and not acting:
        words.append(passive_of(kinds["active"]))
    elif "passive" in kinds and "active" not in kinds:
        words.append(active_of(kinds["passive"]))
    if "conjunction" not in kinds:
        place = sum(len(gap.token.text) for gap in gaps) % len(_SPARES)
        words.append(_SPARES[place])
    return [word for word in words if word]


def _prompt(run: Sequence[Sentence], gaps: Sequence[BankedGap], *, between: str) -> str:
    number = {(gap.sentence.id, gap.index): place for place, gap in enumerate(gaps, start=1)}
    written = []
    for sentence in run:
        text = sentence.text
        for index in reversed(range(len(sentence.tokens))):
            place = number.get((sentence.id, index))
            if place:
                token = sentence.tokens[index]
                low, high = token.start - sentence.start, token.end - sentence.start
                text = f"{text[:low]}{{{{{place}}}}}{text[high:]}"
        written.append(text)
    written[0] = written[0][dateline_end(run[0].text) :]
    return between.join(written).strip()


def _explain(gaps: Sequence[BankedGap]) -> str:
    parts = [
        f"rumpang {number} memerlukan {_LABELS[gap.kind]}: {gap.token.text} {cite(gap.sentence.id)}"
        for number, gap in enumerate(gaps, start=1)
    ]
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] + "."


EXERCISE = BankedCloze()
