"""Choose the right way to say that there are many: the doubled noun, or a quantifier with one.

The learner completes a sentence of the text. Trains *kata ulang*: what is doubled is not counted
as well (*para guru* or *guru-guru*, not *para guru-guru*), *para* goes with people only, the two
halves are joined by a hyphen, and *saling* already says that an act goes both ways. Known limits:
plurals of plain nouns and *saling*; no other meaning of doubling.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, 1.5 and 2.3; the rule against
saying it twice (*kata mubazir*) after EYD V and school grammar.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Pengelola museum mengundang para guru dari desa di sekitar danau."))
Pengelola museum mengundang … dari desa di sekitar danau.
* para guru
- para guru-guru
- banyak guru-guru
- guru guru
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.exercises.common.choice import choice_item, mistakes
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import base_level, upper_first
from quizgen.exercises.statements.alone import Alone, alone
from quizgen.interfaces import Family
from quizgen.language.affixes import listed
from quizgen.language.clauses import entity_spans
from quizgen.language.generation import generate
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.language.nouns import is_human
from quizgen.lexicon import dictionary
from quizgen.model import Document, Evidence, Item

_COUNTED = frozenset({"person", "institution", "vehicle", "living", "document", "object"})
_COMMON = 3.6
_PARA = "Kata “para” hanya dipakai untuk orang."
_HYPHEN = "Kedua bagian kata ulang dihubungkan dengan tanda hubung."


@dataclass(frozen=True, slots=True)
class _Plural:
    """Tokens ``start`` to ``end`` to be left out, the key with its reason, the wrong options."""

    start: int
    end: int
    why: str
    wrong: tuple[tuple[str, str, str], ...]
    """Text, role and reason of each."""
    root: str


class Reduplication:
    """Makes choice questions on doubled words and plurals."""

    name = "reduplication"
    purpose = "The learner chooses the right plural or doubled form for a sentence."
    responses = ("choice",)
    family: Family = "language"
    levels = (2, 5)
    example = "Museum itu mengundang …. → para guru (bukan para guru-guru, guru guru)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each sentence with such a form, every noun once."""
        asked: set[str] = set()
        for sentence in document.sentences:
            frame = alone(sentence, document)
            found = _plurals(frame, document) if frame else iter(())
            plural = next((each for each in found if each.root not in asked), None)
            if frame and plural:
                asked.add(plural.root)
                yield _item(frame, plural)


def _plurals(frame: Alone, document: Document) -> Iterator[_Plural]:
    tokens = frame.sentence.tokens
    named = {
        i for span in entity_spans(frame.sentence, document)
        if span.entity and span.entity.type in {"PER", "ORG", "GPE", "LOC", "EVENT", "DATE"}
        for i in range(span.start, span.end)
    }  # fmt: skip
    for index in frame.kept[:-1]:
        if index in named or tokens[index].clitics:
            continue
        word, after = tokens[index].text.lower(), tokens[index + 1]
        before = tokens[index - 1].text.lower() if index > frame.start else ""
        if _in_term(frame, index + 1):
            continue
        if index + 1 not in frame.kept or before in words("reduplication", "quantifiers") | {
            "lebih",
            "paling",
            "setiap",
            "kedua",
        }:
            continue
        found: _Plural | None = None
        if word in words("reduplication", "quantifiers") and index + 1 not in named:
            found = _quantified(index, word, after.text, after.upos)
        elif tokens[index].upos == "NUM" and index + 1 not in named:
            found = _numbered(frame, index, after.text, after.upos)
        elif word == "saling" and after.upos == "VERB":
            found = _reciprocal(index, after.text)
        elif "-" in word and tokens[index].upos == "NOUN":
            found = _doubled(index, word)
        if found:
            yield found


def _in_term(frame: Alone, index: int) -> bool:
    """Tell whether a noun and the word after it are one thing: *tempat tidur*."""
    tokens = frame.sentence.tokens
    if index + 1 >= len(tokens) or not tokens[index + 1].text.islower():
        return False
    noun, after = tokens[index].text.lower(), tokens[index + 1]
    if dictionary().get(f"{noun} {after.text}") is not None:
        return True
    bound = after.upos == "NOUN" and after.head == index
    return bound and noun in words("reduplication", "first_of_two")


def _countable(noun: str) -> bool:
    """Tell whether a noun can be doubled for a plural: a person, a place or a thing."""
    if not noun.isalpha() or not noun.islower() or zipf(noun) < _COMMON:
        return False
    if noun in words("reduplication", "collective"):
        return False
    entry = dictionary().get(noun)
    classed = entry is not None and all(s.semantic_class in _COUNTED for s in entry.senses)
    return noun in words("reduplication", "countable") or is_human(noun) or classed


def _quantified(index: int, word: str, noun: str, upos: str) -> _Plural | None:
    """Return *para N* or *banyak N* as the key."""
    human = is_human(noun) or analyse(noun).segments[0] in {"peN-", "pe-"}
    if upos != "NOUN" or not _countable(noun) or (word == "para" and not human):
        return None
    double = f"{noun}-{noun}"
    if not human:
        third = (f"para {noun}", "para for a thing", _PARA)
    elif word in {"semua", "seluruh"}:
        third = (f"{word} para {noun}", "double plural", _twice(word, "para"))
    else:
        other = {"para": "banyak", "beberapa": "sejumlah"}.get(word, "beberapa")
        third = (f"{other} {double}", "double plural", _twice(other, double))
    wrong = (
        (f"{word} {double}", "double plural", _twice(word, double)),
        third,
        (f"{noun} {noun}", "no hyphen", _HYPHEN),
    )
    why = f"“{upper_first(word)}” sudah menyatakan jamak sehingga “{noun}” tidak diulang"
    return _Plural(index, index + 2, why, wrong, noun)


def _numbered(frame: Alone, index: int, noun: str, upos: str) -> _Plural | None:
    """Return a numeral and a noun as the key."""
    number = frame.sentence.tokens[index].text
    one = number.lower() in {"satu", "1", "sebuah", "seorang"}
    figure = number.replace(".", "").isdigit()
    if upos != "NOUN" or one or not _countable(noun) or not (figure or number.isalpha()):
        return None
    double = f"{noun}-{noun}"
    second = (
        (f"{number} para {noun}", "numeral with para", f"“Para” tidak dipakai setelah “{number}”.")
        if is_human(noun)
        else (f"{number} {noun} {noun}", "doubling without hyphen", _twice(number, double))
    )
    wrong = ((f"{number} {double}", "numeral with doubling", _twice(number, double)), second)
    why = f"Setelah kata bilangan “{number}”, kata benda tidak diulang"
    return _Plural(index, index + 2, why, wrong, noun)


def _reciprocal(index: int, verb: str) -> _Plural | None:
    """Return *saling* and a verb as the key."""
    analysis = analyse(verb)
    if analysis.segments != ("meN-", analysis.root) or analysis.clitics:
        return None
    double = f"{analysis.root}-{verb}"
    if generate(analysis.root, ("meN-",)) != verb:
        return None
    both = f"“Saling” dan “{double}” sama-sama menyatakan tindakan berbalasan."
    wrong = (
        (f"saling {double}", "said twice", both),
        (f"saling {verb}-{verb}", "wrong copy", f"Setelah “saling”, “{verb}” tidak diulang."),
    )
    why = "“Saling” sudah menyatakan tindakan berbalasan sehingga kata kerja tidak diulang"
    return _Plural(index, index + 2, why, wrong, analysis.root)


def _doubled(index: int, word: str) -> _Plural | None:
    """Return a doubled noun as the key."""
    noun, _, copy = word.partition("-")
    if (
        noun != copy
        or word in words("reduplication", "fixed") | listed("doubled")
        or not _countable(noun)
    ):
        return None
    human = is_human(noun) or analyse(noun).segments[0] in {"peN-", "pe-"}
    wrong = (
        (f"para {word}", "double plural", _twice("para", word))
        if human
        else (f"para {noun}", "para for a thing", _PARA),
        (f"beberapa {word}", "double plural", _twice("beberapa", word)),
        (f"{noun} {noun}", "no hyphen", _HYPHEN),
    )
    why = "Bentuk ulang sudah menyatakan jamak dan ditulis dengan tanda hubung"
    return _Plural(index, index + 1, why, wrong, noun)


def _twice(word: str, double: str) -> str:
    first = word.lower()
    return f"“{upper_first(first)}” dan “{double}” sama-sama menyatakan jamak sehingga berlebihan."


def _item(frame: Alone, plural: _Plural) -> Item:
    sentence = frame.sentence
    tokens = sentence.tokens[plural.start : plural.end]
    text = " ".join(token.text for token in tokens)
    low, high = tokens[0].start - sentence.start, tokens[-1].end - sentence.start
    proof = Evidence(sentence.id, sentence.text[low:high])
    opens = plural.start == frame.start
    compare = f"(bandingkan {cite(sentence.id)[1:-1]})"
    wrong = (
        (upper_first(form) if opens else form, f"{why.rstrip('.')} {compare}.")
        for form, _, why in plural.wrong
    )
    hidden = dict.fromkeys(range(plural.start + 1, plural.end), "")
    return choice_item(
        "reduplication",
        frame.text({plural.start: "…", **hidden}),
        key=upper_first(text) if opens else text,
        why=f"{plural.why} {cite(sentence.id)}.",
        proof=proof,
        wrong=mistakes(wrong),
        process="language",
        level=max(2, base_level(sentence) - 1),
        rank=0.55,
        instruction="Pilihlah bentuk yang tepat untuk melengkapi kalimat berikut!",
        evidence=(frame.evidence(),),
        facts=(f"plural:{plural.root}",),
        shows=(sentence.id,),
        lemmas=(plural.root,),
    )


EXERCISE = Reduplication()
