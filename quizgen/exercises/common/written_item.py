"""How short-answer items on one plain fact are put together."""

from collections.abc import Iterable

from quizgen import records
from quizgen.exercises.common.text import base_level
from quizgen.model import Evidence, Item, Process, Sentence, ShortAnswer


def written_item(
    prompt: str,
    accepted: Iterable[str],
    *,
    word: str,
    why: str,
    proof: Evidence | tuple[Evidence, ...],
    home: Sentence,
    facts: tuple[str, ...],
    rank: float,
    process: Process = "locate",
) -> Item:
    """Return the item.

    Args:
        prompt: the question.
        accepted: the answers that count, the fullest first; each is listed once.
        word: the question word.
        why: why the answer is right, in Indonesian, with its citation.
        proof: what proves it, one quote or several.
        home: the sentence that has it.
        facts: what is asked.
        rank: how good the item is, from 0 to 1.
        process: what the learner does.
    """
    item = Item(
        id="",
        type="short-answer",
        response=ShortAnswer(answers=(tuple(dict.fromkeys(accepted)),)),
        instruction="Jawablah pertanyaan berikut dengan singkat dan jelas!",
        prompt=prompt,
        evidence=proof if isinstance(proof, tuple) else (proof,),
        process=process,
        level=base_level(home),
        explanation=why,
        question_word=word,
        facts=facts,
        rank=rank,
    )
    return records.identify(item)
