"""Choice items from what a person has annotated in a corpus text: a key and its wrong answers."""

from quizgen import records
from quizgen.corpus_choices import BROAD, DETAIL, ELSEWHERE, AnnotatedChoice, WrongAnswer
from quizgen.exercises.common.cites import cite
from quizgen.model import Choice, Document, Item, Option

INSTRUCTION = "Pilihlah jawaban yang paling tepat!"
RANK = 1.5
"""What a person wrote for the text goes before what a program makes."""
_ROLES = {DETAIL: "misreading", ELSEWHERE: "true-elsewhere", BROAD: "unsupported"}
_FEWEST = 2


def choice_item(
    type: str, prompt: str, choice: AnnotatedChoice, fact: str, document: Document
) -> Item | None:
    """Return the item of an annotated choice, None if it has too few wrong answers."""
    if len(choice.wrong) < _FEWEST:
        return None
    ids = dict.fromkeys(proof.sentence for proof in choice.evidence)
    key = Option(
        text=choice.text,
        correct=True,
        role="key",
        why=f"{choice.why.rstrip('.')} {cite(*ids)}.",
        evidence=choice.evidence[0],
    )
    wrong = (_option(each, choice, document) for each in choice.wrong)
    item = Item(
        id="",
        type=type,
        response=Choice(options=(key, *wrong)),
        instruction=INSTRUCTION,
        prompt=prompt,
        evidence=choice.evidence,
        process="interpret",
        level=level_of(document),
        facts=(fact,),
        rank=RANK,
    )
    return records.identify(item)


def level_of(document: Document) -> int:
    """Return the level of an item that needs the understanding of a whole paragraph or text."""
    return max(3, document.article.level or 4)


def _option(one: WrongAnswer, choice: AnnotatedChoice, document: Document) -> Option:
    return Option(
        text=one.text,
        role=_ROLES.get(one.fault, "unsupported"),
        why=_why(one, choice, document),
        evidence=one.evidence,
    )


def _why(one: WrongAnswer, choice: AnnotatedChoice, document: Document) -> str:
    where = f" {cite(one.evidence.sentence)}" if one.evidence else ""
    said = one.why or _fault(one, choice, document)
    return f"{said.rstrip('.')}{where}."


def _fault(one: WrongAnswer, choice: AnnotatedChoice, document: Document) -> str:
    """Return what is wrong with an answer that the text has, though not as its main matter."""
    if one.fault == ELSEWHERE and one.evidence:
        return (
            f"Hal itu merupakan isi paragraf {document.sentence(one.evidence.sentence).paragraph}"
        )
    part = "paragraf" if choice.paragraph else "teks"
    return f"Hal itu hanya salah satu rincian dalam {part} tersebut"
