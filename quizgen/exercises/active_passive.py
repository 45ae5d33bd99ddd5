"""Turn an active clause into the passive and back; choose the pasif persona.

The learner rewrites a short clause of the text, or chooses the passive with *saya, kami, kita*.
Trains the voices of the verb. Known limits: clauses of subject, verb and object in which people or
bodies act; what follows in the text is left out; the answer has to be word for word.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, 3.26-3.33 on the two passives.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Pengelola pasar membangun gudang baru di dekat pelabuhan."))
Pengelola pasar membangun gudang baru.
= Gudang baru dibangun oleh pengelola pasar. / Gudang baru dibangun pengelola pasar.
"""

import random
from collections.abc import Iterator

from quizgen import records
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.text import upper_first
from quizgen.exercises.words.transform import Clause, active_clauses, passive_clauses, presentable
from quizgen.interfaces import Family
from quizgen.language.morphology import analyse
from quizgen.language.voice import persona
from quizgen.model import Choice, Document, Item, Option, ShortAnswer


class ActivePassive:
    """Makes short answers on voice, and choices on the pasif persona."""

    name = "active-passive"
    purpose = "The learner turns an active clause into the passive, or back."
    responses = ("short-answer", "choice")
    family: Family = "language"
    levels = (2, 5)
    example = "Pengelola membangun gudang baru. → Gudang baru dibangun oleh pengelola."
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each clause that can be turned, every verb once."""
        asked: set[str] = set()
        for clause in (*passive_clauses(document), *active_clauses(document)):
            root = analyse(clause.active).root
            if root in asked or not presentable(clause, document):
                continue
            item = _made(clause, root)
            if item:
                asked.add(root)
                yield item


def _made(clause: Clause, root: str) -> Item | None:
    if clause.persona:
        return _persona(clause, root)
    return _to_active(clause, root) if clause.turned else _to_passive(clause, root)


def _said(*parts: str) -> str:
    return upper_first(" ".join(part for part in parts if part)) + "."


def _to_passive(clause: Clause, root: str) -> Item:
    helpers = " ".join(clause.helpers)
    verbal = f"{helpers} {clause.passive}".strip()
    answers = tuple(_said(clause.undergoer, verbal, agent, clause.actor) for agent in ("oleh", ""))
    why = (
        "Objek menjadi subjek, meN- menjadi di-, dan pelaku mengikuti kata kerja;"
        " “oleh” boleh dihilangkan"
    )
    return _item(
        clause,
        root,
        response=ShortAnswer(answers=(answers,)),
        instruction="Ubahlah kalimat aktif berikut menjadi kalimat pasif!",
        prompt=_said(clause.actor, helpers, clause.active, clause.undergoer),
        explanation=f"{why} {cite(clause.sentence.id)}.",
    )


def _to_active(clause: Clause, root: str) -> Item:
    helpers = " ".join(clause.helpers)
    answer = _said(clause.actor, helpers, clause.active, clause.undergoer)
    why = f"Pelaku setelah “oleh” menjadi subjek dan {clause.passive} menjadi {clause.active}"
    return _item(
        clause,
        root,
        response=ShortAnswer(answers=((answer,),)),
        instruction="Ubahlah kalimat pasif berikut menjadi kalimat aktif!",
        prompt=_said(clause.undergoer, helpers, clause.passive, "oleh", clause.actor),
        explanation=f"{why} {cite(clause.sentence.id)}.",
    )


def _persona(clause: Clause, root: str) -> Item | None:
    bare = persona(clause.active, clause.actor)
    if bare is None:
        return None
    helpers, who, where = " ".join(clause.helpers), clause.actor, cite(clause.sentence.id)
    stem = bare.removeprefix(f"{who} ")
    order = f"{helpers} {who} {stem}".strip()
    compare = f"(bandingkan {where[1:-1]})"
    right = Option(
        text=_said(clause.undergoer, order),
        correct=True,
        role="key",
        why=f"Pelaku “{who}” berdiri tepat di depan kata kerja tanpa awalan: {order} {where}.",
        evidence=clause.evidence,
    )
    wrong = [
        (f"{helpers} {clause.passive} {who}".strip(),
         f"Kata kerja berawalan di- tidak dipakai dengan pelaku “{who}” {compare}."),
        (f"{helpers} {who} {clause.active}".strip(),
         f"Kata kerja pasif persona tidak berawalan meN- {compare}."),
    ]  # fmt: skip
    if helpers:
        late = f"{who} {helpers} {stem}"
        wrong.append((late, f"Kata “{helpers}” tidak memisahkan “{who}” dari “{stem}” {compare}."))
    else:
        wrong.append((f"{who} {clause.passive}", f"Setelah “{who}” tidak dipakai di- {compare}."))
    options = tuple(
        Option(text=_said(clause.undergoer, form), role="learner-error", why=why)
        for form, why in wrong
    )
    active = _said(who, helpers, clause.active, clause.undergoer).removesuffix(".")
    return _item(
        clause,
        root,
        response=Choice(options=(right, *options)),
        instruction="Pilihlah jawaban yang paling tepat!",
        prompt=f"Bentuk pasif yang baku dari kalimat *{active}* adalah ….",
        explanation="",
    )


def _item(
    clause: Clause,
    root: str,
    *,
    response: Choice | ShortAnswer,
    instruction: str,
    prompt: str,
    explanation: str,
) -> Item:
    item = Item(
        id="",
        type="active-passive",
        response=response,
        instruction=instruction,
        prompt=prompt,
        evidence=(clause.evidence,),
        process="language",
        level=3,
        text="hidden",
        explanation=explanation,
        lemmas=(root,),
        facts=(clause.sentence.id, f"voice:{root}"),
        reveals=(clause.sentence.id,),
        rank=0.6,
    )
    return records.identify(item)


EXERCISE = ActivePassive()
