"""Where something stands: the one sentence of a text that states an amount, an hour, an age ….

The learner scans the numbered sentences for one kind of information. Trains *menemukan informasi*.
A kind is asked for only if one sentence states it and no other has anything that could be taken
for it. Known limits: kinds that are told by their form.

Source: *letak informasi* in Indonesian school exams (*terdapat pada kalimat nomor …*).

>>> from quizgen.exercises.common.example import show
>>> text = (
...     "Koperasi itu menyewa dua perahu kayu dari Palopo. "
...     "Sebanyak 40 nelayan ikut melaut sejak bulan lalu. "
...     "Hasil tangkapan mereka naik 15 persen dalam sepekan. "
...     "Ikan itu dijual kepada 12 rumah makan di kota."
... )
>>> print(show(EXERCISE, text))
Kalimat yang menyebutkan persentase adalah kalimat nomor ….
- 1
- 2
* 3
- 4
"""

import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from quizgen import records
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.text import base_level
from quizgen.interfaces import Family
from quizgen.model import FORM, Choice, Document, Evidence, Item, Option, Sentence

_SHORTEST = 5
_WRONG = 3
_WORD = re.compile(r"[^\W\d_]{2,}")
_END = re.compile(r"[.?!…]\W*$")


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    asked: str
    sure: re.Pattern[str]
    may: re.Pattern[str]


class FindSentence:
    """Makes one item for each kind of information that one sentence alone states."""

    name = "find-sentence"
    purpose = "The learner finds the sentence that states an amount, an hour, an age and the like."
    responses = ("choice",)
    family: Family = "comprehension"
    levels = (2, 7)
    example = "Kalimat yang menyebutkan jumlah uang adalah kalimat nomor …. → 6 (dari 3, 6, 8, 9)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield the items, in the order of the kinds; a sentence is looked for once."""
        offered = [each for each in document.sentences if _is_whole(each)]
        found: set[str] = set()
        for kind in _kinds():
            homes = [each for each in offered if kind.sure.search(each.text)]
            if len(homes) != 1 or _elsewhere(kind, homes[0], document):
                continue
            wrong = _wrong(homes[0], offered)
            if len(wrong) == _WRONG and homes[0].id not in found:
                found.add(homes[0].id)
                yield _item(kind, homes[0], wrong)


@cache
def _kinds() -> tuple[_Kind, ...]:
    data = resources.files("quizgen.exercises").joinpath("data/find_sentence.toml")
    rows = tomllib.loads(data.read_text(encoding="utf-8"))["kind"]
    return tuple(
        _Kind(row["name"], row["asked"], _pattern(row["sure"]), _pattern(row["may"]))
        for row in rows
    )


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def _is_whole(sentence: Sentence) -> bool:
    """Tell whether a sentence has words and an end, and is no line of a table or a heading."""
    return len(_WORD.findall(sentence.text)) >= _SHORTEST and bool(_END.search(sentence.text))


def _elsewhere(kind: _Kind, home: Sentence, document: Document) -> bool:
    """Tell whether anything outside a sentence could be taken for the same kind."""
    text, article = document.article.text, document.article
    rest = (text[: home.start], text[home.end :], article.title or "")
    return any(kind.may.search(part) for part in rest)


def _wrong(home: Sentence, offered: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences beside the right one: those first that have figures of another kind."""
    others = [each for each in offered if each.id != home.id]
    others.sort(key=lambda each: (not re.search(r"\d", each.text), abs(each.number - home.number)))
    return others[:_WRONG]


def _item(kind: _Kind, home: Sentence, wrong: Sequence[Sentence]) -> Item:
    offered = sorted((home, *wrong), key=lambda each: each.number)
    item = Item(
        id="",
        type="find-sentence",
        response=Choice(options=tuple(_option(kind, each, home) for each in offered)),
        instruction="Pilihlah jawaban yang paling tepat!",
        prompt=f"Kalimat yang menyebutkan {kind.asked} adalah kalimat nomor ….",
        # All that are offered must be shown where a sheet has some paragraphs only.
        evidence=tuple(Evidence(each.id, each.text) for each in (home, *wrong)),
        process="locate",
        level=base_level(home),
        text="numbered",
        facts=(f"{FORM}find-sentence", f"where:{home.id}:{kind.name}"),
        rank=0.5,
    )
    return records.identify(item)


def _option(kind: _Kind, one: Sentence, home: Sentence) -> Option:
    right = one.id == home.id
    verb = "menyebutkan" if right else "tidak menyebutkan"
    return Option(
        text=str(one.number),
        correct=right,
        role="key" if right else "true-elsewhere",
        why=f"Kalimat itu {verb} {kind.asked} {cite(one.id)}.",
        evidence=Evidence(one.id, one.text),
    )


EXERCISE = FindSentence()
