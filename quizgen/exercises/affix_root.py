"""Find the root: of a verb whose prefix has swallowed the root's first letter.

The learner undoes *peluluhan*: *menyaring* comes from *saring*. Trains the building of words.
Known limits: only meN- verbs with p, t, k or s; one root, no compound.

Source: Sneddon et al. (2010) 1.7 on nasalisation; wrong options are what a dictionary user gets who
cuts off letters.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Para petani menyiram kebun cabai setiap pagi."))
Kata dasar dari *menyiram* dalam kalimat (1) adalah ….
* siram
- nyiram
- iram
"""

import random
from collections.abc import Iterator

from quizgen.exercises.common.choice import choice_item, mistakes
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.text import base_level
from quizgen.exercises.words.learner_forms import loses_its_letter, wrong_roots
from quizgen.interfaces import Family
from quizgen.language.clauses import named_tokens
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.model import Document, Evidence, Item, Sentence, Token

_COMMON_ROOT = 3.4
_RULES = {"p": "p luluh menjadi m", "t": "t luluh menjadi n", "k": "k luluh menjadi ng",
          "s": "s luluh menjadi ny"}  # fmt: skip


class AffixRoot:
    """Makes choice questions on the root of a verb of the text."""

    name = "affix-root"
    purpose = "The learner finds the root of a verb with a changed first letter."
    responses = ("choice",)
    family: Family = "language"
    levels = (3, 6)
    example = "Kata dasar dari *menyaring* adalah …. → saring (bukan nyaring, aring)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each such verb, every root once."""
        asked: set[str] = set()
        for sentence in document.sentences:
            for token in _verbs(sentence, document):
                root = analyse(token.text).root
                if root not in asked:
                    asked.add(root)
                    yield from _item(token, root, sentence)


def _verbs(sentence: Sentence, document: Document) -> Iterator[Token]:
    plain = {index: token for index, token in enumerate(sentence.tokens) if _fits(token)}
    if not plain:
        return
    named = named_tokens(sentence, document)
    words = [token.text.lower() for token in sentence.tokens]
    for index, token in plain.items():
        if index not in named and words.count(token.text) == 1:
            yield token


def _fits(token: Token) -> bool:
    if token.upos != "VERB" or not (token.text.islower() and token.text.isalpha()):
        return False
    if _two_roots(token.text) or not loses_its_letter(token.text):
        return False
    return zipf(analyse(token.text).root) >= _COMMON_ROOT


def _two_roots(verb: str) -> bool:
    """Tell whether a final *-i* may belong to the root: *menuai* (tuai), *memulai* (mulai)."""
    analysis = analyse(verb)
    return analysis.segments[-1] == "-i" and analysis.root[-1] in "aou"


def _item(token: Token, root: str, sentence: Sentence) -> Iterator[Item]:
    wrong = mistakes(
        (form, f"{form} diperoleh hanya dengan memotong huruf {token.text}.")
        for form in dict.fromkeys(wrong_roots(token.text))
        if form != root and len(form) > 2
    )
    if len(wrong) < 2:
        return
    yield choice_item(
        "affix-root",
        f"Kata dasar dari *{token.text}* dalam kalimat ({sentence.number}) adalah ….",
        key=root,
        why=f"{token.text} dibentuk dari meN- dan {root}; {_RULES[root[0]]} {cite(sentence.id)}.",
        proof=Evidence(sentence.id, token.text),
        wrong=wrong,
        process="language",
        level=max(3, base_level(sentence) - 1),
        rank=0.5 + zipf(root) / 20,
        facts=(f"root:{root}",),
        numbered=True,
        lemmas=(root,),
    )


EXERCISE = AffixRoot()
