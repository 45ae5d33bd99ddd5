"""How items with one right option are put together."""

from collections.abc import Iterable

from quizgen import records
from quizgen.model import Choice, Evidence, Item, Option
from quizgen.model.item import Process

BEST = "Pilihlah jawaban yang paling tepat!"


def choice_item(
    type: str,
    prompt: str,
    *,
    key: str,
    why: str,
    proof: Evidence,
    wrong: Iterable[Option],
    process: Process,
    level: int,
    rank: float,
    instruction: str = BEST,
    evidence: tuple[Evidence, ...] = (),
    facts: tuple[str, ...] = (),
    shows: tuple[str, ...] = (),
    numbered: bool = False,
    lemmas: tuple[str, ...] = (),
    question_word: str | None = None,
) -> Item:
    """Return the item.

    Args:
        type: the name of its type.
        prompt: the question, or the sentence with its gap.
        key: the right option.
        why: why it is right, in Indonesian, with its citation.
        proof: what proves the key.
        wrong: the other options.
        process: what the learner does.
        level: the BIPA level that it suits at least.
        rank: how good it is, from 0 to 1.
        instruction: what the learner is told to do.
        evidence: what proves the item, if more than ``proof``.
        facts: what is asked.
        shows: ids of the sentences that the prompt prints; they are asked about and the text is
            hidden.
        numbered: whether the prompt cites a sentence by its number.
        lemmas: the words that are asked about.
        question_word: the question word.
    """
    right = Option(text=key, correct=True, role="key", why=why, evidence=proof)
    item = Item(
        id="",
        type=type,
        response=Choice(options=(right, *wrong)),
        instruction=instruction,
        prompt=prompt,
        evidence=evidence or (proof,),
        process=process,
        level=level,
        text="hidden" if shows else "numbered" if numbered else "shown",
        question_word=question_word,
        lemmas=lemmas,
        facts=(*shows, *facts),
        reveals=shows,
        rank=rank,
    )
    return records.identify(item)


def mistakes(forms: Iterable[tuple[str, str]]) -> list[Option]:
    """Return learners' errors as options, from each text and why it is wrong."""
    return [Option(text=text, role="learner-error", why=why) for text, why in forms]
