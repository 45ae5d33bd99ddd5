"""Gaps for connectors where no other option can be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.exercises.common.choice import choice_item, mistakes
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.plain_sentence import inside_talk, negations, opening, presentable
from quizgen.exercises.common.standard_language import spelt, tidy_whole
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import base_level, upper_first
from quizgen.exercises.words.connectors import MEANINGS, Connector, connectors
from quizgen.model import Document, Evidence, Item, Sentence, Token

_NAMED = "Pilihlah kata hubung yang tepat beserta hubungan maknanya!"
_PLAIN = "Pilihlah kata hubung yang tepat untuk melengkapi kalimat berikut!"
_DONE = re.compile(r"\b(?:telah|sudah|berhasil|akan|mulai|meningkat|bertambah)\b")
_UNDONE = re.compile(r"\b(?:belum|gagal|batal|terkendala)\b")
_NEGATIVE = re.compile(r"\b(?:tidak|belum|gagal|hanya|bukan|tanpa|batal|tak)\b")
_FACTUAL = frozenset({"telah", "sudah", "terlalu"})
_HALTING = re.compile(r"[\"“”?!:;()–—]")
_LONGEST = 28
_NEAR = 12
"""So many words between a verb and the connector that it asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gap:
    start: int
    end: int
    key: Connector
    wrong: tuple[Connector, ...]
    why: str
    named: bool = True
    fronted: bool = False


def gaps(document: Document) -> Iterator[tuple[str, Item]]:
    """Yield (connector, item), each sentence once."""
    for before, sentence in zip((None, *document.sentences), document.sentences, strict=False):
        if inside_talk(sentence, document):
            continue
        if presentable(sentence) and sentence.text[0].isalpha():
            gap = _within(sentence)
            if gap:
                yield gap.key.text, _item(sentence, gap, None)
        elif before is not None and _follows(before, sentence):
            gap = _linked(before, sentence) or _within(sentence)
            if gap:
                yield gap.key.text, _item(sentence, gap, before)


def _within(sentence: Sentence) -> _Gap | None:
    return _asked(sentence) or _fixed(sentence) or _fronted(sentence) or _caused(sentence)


def _follows(before: Sentence, sentence: Sentence) -> bool:
    """Tell whether a sentence that cannot stand alone can be printed after the one before it."""
    plain = not _HALTING.search(sentence.text) and sentence.text.endswith(".")
    return (
        sentence.paragraph - before.paragraph <= 1
        and plain
        and sentence.text[0].isupper()
        and len(sentence.tokens) <= _LONGEST
        and presentable(before)
        and before.text[0].isalpha()
        and tidy_whole(sentence)
        and spelt(sentence.text)
        and negations(f"{before.text} {sentence.text}") < 2
    )


def _of(*words: str) -> tuple[Connector, ...]:
    return tuple(connectors()[word] for word in words)


def _found(word: str, text: str) -> re.Match[str] | None:
    """Return the connector in a text that has it once."""
    found = list(re.finditer(rf"(?<![\w-]){word}(?![\w-])", text))
    return found[0] if len(found) == 1 else None


def _asked(sentence: Sentence) -> _Gap | None:
    """Return the gap of *agar* after a verb that asks for it."""
    for word in ("agar", "supaya"):
        found = _found(word, sentence.text)
        if not found:
            continue
        cut = found.start() + sentence.start
        ahead = [token for token in sentence.tokens if token.end < cut][-_NEAR:]
        verbs = [i for i, token in enumerate(ahead) if token.upos == "VERB"]
        verb = ahead[verbs[-1]].text.lower() if verbs else ""
        between = ahead[verbs[-1] + 1 :] if verbs else []
        if verb in words("polarity", "asking") and not any(t.text == "," for t in between):
            why = f"“{verb}” memerlukan “{word}” yang memperkenalkan hal yang ingin dicapai"
            return _Gap(start=found.start(), end=found.end(), key=_of(word)[0],
                        wrong=_of("karena", "meskipun", "padahal"), why=why)  # fmt: skip
    return None


def _fixed(sentence: Sentence) -> _Gap | None:
    """Return the gap of the second half of a fixed pair."""
    text = sentence.text
    pair = re.search(r"\b(?:tidak|bukan) hanya\b[^.;]*?, (tetapi) juga\b", text)
    if pair and text.count("tetapi") == 1:
        why = "“tidak hanya” atau “bukan hanya” berpasangan dengan “tetapi juga”"
        return _Gap(start=pair.start(1), end=pair.end(1), key=_of("tetapi")[0],
                    wrong=_of("sehingga", "agar", "jika"), why=why, named=False)  # fmt: skip
    pair = re.search(r"\bbukan (?!hanya|saja|cuma)[^.,;]*, (melainkan)\b", text)
    if pair and text.count("melainkan") == 1:
        why = "“bukan” berpasangan dengan “melainkan”"
        return _Gap(start=pair.start(1), end=pair.end(1), key=_of("melainkan")[0],
                    wrong=_of("sehingga", "agar", "jika"), why=why)  # fmt: skip
    return None


def _fronted(sentence: Sentence) -> _Gap | None:
    """Return the gap of a connector that opens the sentence with its clause."""
    low = opening(sentence)
    first = next((t for t in sentence.tokens if t.start - sentence.start >= low), None)
    if first is None or not _is_subordinate(first) or not first.text.istitle():
        return None
    rest = sentence.text[first.end - sentence.start :]
    clause, comma, main = rest.partition(", ")
    inside = [t for t in sentence.tokens if first.end < t.start < first.end + len(clause)]
    verbs = [t for t in inside if t.upos == "VERB"]
    if not comma or not verbs or not main[:1].isalpha() or main.startswith("maka"):
        return None
    word = first.text.lower()
    why = "bagian pertama adalah anak kalimat yang mendahului induk kalimat"
    start = first.start - sentence.start
    return _Gap(start=start, end=start + len(word), key=_of(word)[0],
                wrong=_of("sehingga", "melainkan"), why=why, fronted=True)  # fmt: skip


def _is_subordinate(token: Token) -> bool:
    one = connectors().get(token.text.lower())
    return one is not None and one.place == "sub" and one.text != "sehingga"


def _caused(sentence: Sentence) -> _Gap | None:
    """Return the gap of *karena* between bad news and its bad cause, or good and good."""
    found = _found("karena", sentence.text)
    if not found or re.match(r"\s(?:itu|ini)\b", sentence.text[found.end() :]):
        return None
    cut = found.start() + sentence.start
    ahead = {t.text.lower() for t in sentence.tokens if t.end < cut}
    behind = {t.text.lower() for t in sentence.tokens if t.start > cut}
    mood = _mood(ahead, "outcome"), _mood(behind, "cause")
    against = {"tetap", "masih", "bukan", "tidak", "tak", "belum"} & ahead
    wrong = None
    if mood in {("bad", "bad"), ("good", "good")} and not against:
        wrong = _of("agar", "meskipun")
    elif behind & _FACTUAL and not against:
        # What has happened is no purpose, and *melainkan* needs a negation before it.
        wrong = _of("agar", "melainkan")
    why = "bagian sesudahnya adalah sebabnya"
    if wrong is None:
        return None
    return _Gap(start=found.start(), end=found.end(), key=_of("karena")[0], wrong=wrong, why=why)


def _mood(forms: set[str], part: str) -> str:
    """Return bad or good, "" where the words are both or neither."""
    bad = forms & words("polarity", f"bad_{part}")
    good = forms & words("polarity", f"good_{part}")
    return "" if bool(bad) == bool(good) else "bad" if bad else "good"


def _linked(before: Sentence, sentence: Sentence) -> _Gap | None:
    """Return the gap of a connector between two sentences, both of which are shown."""
    found = re.match(r"(Namun|Oleh karena itu|Oleh sebab itu), (?=[a-zA-Z])", sentence.text)
    if not found:
        return None
    word = found[1]
    rest = {token.text.lower() for token in sentence.tokens}
    if word == "Namun":
        contrast = _DONE.search(before.text) and _UNDONE.search(sentence.text)
        if not contrast or _NEGATIVE.search(before.text):
            return None
        wrong, why = ("oleh karena itu", "misalnya"), "kalimat kedua bertentangan dengan harapan"
    elif rest & words("polarity", "step"):
        wrong, why = (
            ("sebaliknya", "misalnya"),
            "kalimat kedua mengikuti keadaan pada kalimat pertama",
        )
    else:
        return None
    return _Gap(start=0, end=len(word), key=_of(word.lower())[0], wrong=_of(*wrong), why=why)


def _item(sentence: Sentence, gap: _Gap, before: Sentence | None) -> Item:
    text = sentence.text
    lead = f"{before.text[opening(before) :]} " if before else ""
    shown = text[gap.start : gap.end]
    capital = shown[:1].isupper()
    ids = (*([before.id] if before else []), sentence.id)
    return choice_item(
        "connector",
        f"{lead}{text[opening(sentence) : gap.start]}…{text[gap.end :]}",
        key=_written(gap.key, capital, gap.named),
        why=f"{upper_first(gap.why)} {cite(sentence.id)}.",
        proof=Evidence(sentence.id, shown),
        wrong=mistakes(
            (_written(one, capital, gap.named), _why_not(one, gap, sentence)) for one in gap.wrong
        ),
        process="language",
        level=min(max(3, base_level(sentence)), 5),
        rank=0.8,
        instruction=_NAMED if gap.named else _PLAIN,
        facts=(f"connector:{gap.key.text}",),
        shows=ids,
        lemmas=(gap.key.text,),
    )


def _written(one: Connector, capital: bool, named: bool) -> str:
    label = one.label if named else one.text
    return label[:1].upper() + label[1:] if capital else label


def _why_not(one: Connector, gap: _Gap, sentence: Sentence) -> str:
    means, meant = MEANINGS[one.relation], MEANINGS[gap.key.relation]
    if not gap.named:
        return f"“{one.text}” {means}; {gap.why} {cite(sentence.id)}."
    if gap.fronted:
        return f"“{one.text}” tidak mengawali anak kalimat di depan induknya {cite(sentence.id)}."
    return f"“{one.text}” {means}, sedangkan bagian ini {meant} {cite(sentence.id)}."
