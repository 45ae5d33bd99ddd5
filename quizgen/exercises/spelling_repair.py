"""Repair the part of a sentence that breaks a rule of spelling.

The learner reads a sentence of the text in which the part in bold is misspelt, and chooses the
right spelling; where a rule leaves only two wrong spellings, the part is a gap. Trains the rules
of EYD, in the form of *Merespons Kaidah* of UKBI. The text's own spelling is the key, and is used
only where it keeps the rule.

Known limits: one item a sentence, at most two a rule and text; no rule whose wrong spelling is
right elsewhere, so *ke luar* and *keluar* are not asked.

Source: EYD V (2022); the form after UKBI Adaptif Merdeka, Seksi Merespons Kaidah.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Korban kebakaran dirawat di rumah sakit daerah sampai sembuh."))
Korban kebakaran **di rawat dirumah** sakit daerah sampai sembuh.
* dirawat di rumah
- dirawat dirumah
- di rawat di rumah
- di-rawat di rumah
"""

import random
from collections import Counter
from collections.abc import Iterator

from quizgen.exercises.common.choice import choice_item, mistakes
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.plain_sentence import inside_talk, opening, presentable
from quizgen.exercises.common.text import upper_first
from quizgen.exercises.words import spelling_capitals as capitals
from quizgen.exercises.words import spelling_figures as figures
from quizgen.exercises.words import spelling_marks as marks
from quizgen.exercises.words.joined_words import joined
from quizgen.exercises.words.spelling_case import Case
from quizgen.interfaces import Family
from quizgen.model import Document, Evidence, Item, Sentence

_RULES = (*figures.RULES, *capitals.RULES, *marks.RULES)
_PER_RULE, _PER_JOINED = 2, 1
_REPAIR = "Gantilah bagian yang bercetak tebal dengan penulisan yang sesuai dengan ejaan!"
_COMPLETE = "Pilihlah penulisan yang sesuai dengan ejaan untuk melengkapi kalimat berikut!"


class SpellingRepair:
    """Makes choice questions on rules of spelling."""

    name = "spelling-repair"
    purpose = "The learner chooses the right spelling of a part of a sentence."
    responses = ("choice",)
    family: Family = "language"
    levels = (2, 6)
    example = "Harga es **Rp. 700**. → Rp700 (bukan Rp.700, Rp 700)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each sentence that keeps a rule and stands alone."""
        made: Counter[str] = Counter()
        asked: set[str] = set()
        for sentence in document.sentences:
            if not presentable(sentence) or inside_talk(sentence, document):
                continue
            cases = sorted(
                _cases(sentence, document), key=lambda case: (made[case.name], -case.rank)
            )
            for case in cases:
                most = _PER_RULE if case.shown else _PER_JOINED
                if made[case.name] < most and case.right not in asked:
                    made[case.name] += 1
                    asked.add(case.right)
                    yield _item(sentence, case, made[case.name])
                    break


def _cases(sentence: Sentence, document: Document) -> Iterator[Case]:
    """Yield the cases after the dateline whose part stands once in the sentence."""
    found = [list(rule(sentence.text)) for rule in _RULES]
    found.append(list(capitals.office(sentence, document)))
    # A second case would show how the first is written.
    sole = [cases[0] for cases in found if len(cases) == 1]
    for case in (*sole, *joined(sentence, document)):
        once = sentence.text.count(case.right) == 1
        if once and case.start >= opening(sentence):
            yield case


def _item(sentence: Sentence, case: Case, number: int) -> Item:
    text, here = sentence.text, cite(sentence.id)
    shown = f"**{case.shown}**" if case.shown else "…"
    return choice_item(
        "spelling-repair",
        f"{text[opening(sentence) : case.start]}{shown}{text[case.end :]}",
        key=case.right,
        why=f"{case.rule} {here}.",
        proof=Evidence(sentence.id, case.right),
        wrong=mistakes((form, f"{upper_first(why)} {here}.") for form, why in case.wrong),
        process="language",
        level=case.level,
        rank=case.rank - 0.3 * (number - 1),
        instruction=_REPAIR if case.shown else _COMPLETE,
        facts=(f"spelling:{case.name}",),
        shows=(sentence.id,),
    )


EXERCISE = SpellingRepair()
