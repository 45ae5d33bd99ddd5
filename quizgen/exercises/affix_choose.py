"""Choose the right form of a verb: active or passive, rightly joined to its prefix.

The learner completes a sentence of the text with one of three forms. Trains *imbuhan*. Known
limits: only active verbs with their object right behind them, so that no other voice fits.

Source: Sneddon et al. (2010) 1.7 and 3.26; wrong options are the other voice and learners'
errors of nasalisation.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Petugas menyimpan buku baru dalam lemari kayu."))
Petugas … buku baru dalam lemari kayu.
* menyimpan
- disimpan
- mensimpan
"""

import random
from collections.abc import Iterator

from quizgen.exercises.common.choice import choice_item, mistakes
from quizgen.exercises.common.cites import cite, whole
from quizgen.exercises.common.pointing import explains_itself
from quizgen.exercises.common.standard_language import tidy
from quizgen.exercises.common.text import base_level
from quizgen.exercises.words.learner_forms import may_act, wrong_joint
from quizgen.interfaces import Family
from quizgen.language.clauses import named_tokens
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.language.sentences import dateline_end
from quizgen.language.voice import passive_of
from quizgen.model import Document, Item, Sentence, Token

_COMMON = 3.8
_SHORTEST, _LONGEST = 6, 28
_SUBJECTS = frozenset({"NOUN", "PROPN", "AUX"})
_HELPERS = frozenset(
    {"akan", "telah", "sudah", "sedang", "masih", "dapat", "bisa", "harus", "ingin"}
)
_MARKS = frozenset('"“”:;?!()[]–—')
_OPENING = frozenset({"NOUN", "PROPN", "NUM", "ADP", "DET"})
_DITRANSITIVE = frozenset(
    {"beri", "tawar", "bekal", "pinjam", "janji", "hadiah", "anugerah", "ajar"}
)


class AffixChoose:
    """Makes choice questions on the form of a verb."""

    name = "affix-choose"
    purpose = "The learner chooses the right form of a verb for a sentence."
    responses = ("choice",)
    family: Family = "language"
    levels = (3, 6)
    example = "Pemerintah daerah … jembatan baru. → membangun (bukan dibangun, menbangun)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each sentence that has such a verb and stands alone."""
        asked: set[str] = set()
        for sentence in document.sentences:
            index = _verb(sentence, document) if _stands(sentence) else None
            if index is None:
                continue
            root = analyse(sentence.tokens[index].text).root
            if root not in asked:
                asked.add(root)
                yield from _item(sentence, index)


def _stands(sentence: Sentence) -> bool:
    """Tell whether a sentence can be read alone: standard, unquoted, pointing to nothing."""
    tokens = sentence.tokens
    return (
        _SHORTEST <= len(tokens) <= _LONGEST
        and tokens[-1].text == "."
        and tokens[0].upos in _OPENING
        and not dateline_end(sentence.text)
        and not any(token.text in _MARKS for token in tokens)
        and explains_itself(tokens)
        and tidy(tokens, sentence.text)
    )


def _verb(sentence: Sentence, document: Document) -> int | None:
    """Return an active verb after its subject or a helper and before its object."""
    named = named_tokens(sentence, document)
    tokens = sentence.tokens
    for index in range(1, len(tokens) - 2):
        token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
        if token.upos != "VERB" or not token.text.islower() or index in named or token.clitics:
            continue
        led = before.upos in _SUBJECTS or before.text.lower() in _HELPERS
        if led and after.upos in {"NOUN", "PROPN"} and _fit(token) and not may_act(tokens, index):
            return index
    return None


def _fit(token: Token) -> bool:
    analysis = analyse(token.text)
    return (
        analysis.known
        and analysis.segments[0] == "meN-"
        and analysis.root not in _DITRANSITIVE
        and zipf(token.text) >= _COMMON
        and passive_of(token.text) is not None
        and wrong_joint(token.text) is not None
    )


def _item(sentence: Sentence, index: int) -> Iterator[Item]:
    token = sentence.tokens[index]
    passive, error = passive_of(token.text), wrong_joint(token.text)
    if passive is None or error is None:
        return
    object = sentence.tokens[index + 1].text
    low, high = token.start - sentence.start, token.end - sentence.start
    wrong = (
        (passive, f"{passive} adalah bentuk pasif dan tidak dapat diikuti objek."),
        (error, f"{error} bukan bentuk baku; bentuk yang baku adalah {token.text}."),
    )
    yield choice_item(
        "affix-choose",
        f"{sentence.text[:low]}…{sentence.text[high:]}",
        key=token.text,
        why=f"Objek {object} menyusul, jadi dipakai bentuk aktif {token.text} {cite(sentence.id)}.",
        proof=whole(sentence),
        wrong=mistakes(wrong),
        process="language",
        level=base_level(sentence),
        rank=0.6,
        instruction="Pilihlah bentuk kata yang tepat untuk melengkapi kalimat berikut!",
        shows=(sentence.id,),
        lemmas=(analyse(token.text).root,),
    )


EXERCISE = AffixChoose()
