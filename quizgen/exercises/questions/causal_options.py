"""Wrong causes: what the text gives as the cause of something else, or reports elsewhere.

All are of the text, so that who has not read it cannot tell them from the key; none is near the
effect, in its place or in its words, so that none can be taken for its cause.
"""

from collections.abc import Iterator

from quizgen.checks.text_match import content_lemmas
from quizgen.exercises.common.cites import cite, whole
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import harmful, lower_first
from quizgen.exercises.questions.causal import Causal, causal
from quizgen.exercises.statements.alterations import alter
from quizgen.exercises.statements.said import Said
from quizgen.exercises.statements.statements import statements
from quizgen.model import Document, Option, Sentence

_MOST = 3
_SHORTEST, _LONGEST = 0.6, 1.5
"""How long a wrong option may be, as a share of the key."""
_APART = 2
"""So many paragraphs a wrong cause is away from the effect at least."""


def wrong_causes(one: Causal, document: Document) -> list[Option]:
    """Return up to three wrong options for the question why, none if none is near the key.

    Near is the key with one word altered, or the cause of something else.
    """
    near = [*_altered(one, document), *_causes(one, document)]
    found: list[Option] = []
    for option in (*near, *_reports(one, document)) if near else ():
        if len(found) < _MOST and all(_differ(option.text, other.text) for other in found):
            found.append(option)
    return found


def _differ(text: str, other: str) -> bool:
    return not content_lemmas(text) & content_lemmas(other)


def _altered(one: Causal, document: Document) -> Iterator[Option]:
    """Yield the cause with one word changed, so that it is false."""
    inside = one.inside
    said = Said(sentence=one.sentence, start=inside.start, end=inside.stop, text=one.reason)
    change = alter(said, document)
    if change and change.kind in {"opposite", "place"}:
        # Another number would be a slip of the eye, not another cause.
        why = f"{change.why()} {cite(one.sentence.id)}."
        yield Option(
            text=f"Karena {change.text}", role="misreading", why=why, evidence=one.evidence()
        )


def _causes(one: Causal, document: Document) -> Iterator[Option]:
    """Yield the causes of other things."""
    for each in causal(document):
        if each.relation == "cause" and _apart(one, each.sentence, each.reason):
            yield _option(each.sentence, each.reason)


def _reports(one: Causal, document: Document) -> Iterator[Option]:
    """Yield what else the text states, the nearest in length first."""
    told = [(said.sentence, _clause(said, document)) for said in statements(document)
            if _plain(said)]  # fmt: skip
    fit = [(home, text) for home, text in told if _apart(one, home, text)]
    for home, text in sorted(fit, key=lambda each: abs(len(each[1]) - len(one.reason))):
        yield _option(home, text)


def _option(home: Sentence, text: str) -> Option:
    why = f"Teks tidak menyebut hal itu sebagai sebabnya {cite(home.id)}."
    return Option(text=f"Karena {text}", role="true-elsewhere", why=why, evidence=whole(home))


def _plain(said: Said) -> bool:
    """Tell whether a statement is the writer's, and one clause without a reason of its own."""
    marked = words("causal", "cause") | words("causal", "purpose")
    forms = set(said.text.lower().split())
    return not (said.lead or said.sourced or "," in said.text or forms & marked)


def _clause(said: Said, document: Document) -> str:
    return lower_first(said.text, said.sentence, document, said.start)


def _apart(one: Causal, home: Sentence, text: str) -> bool:
    """Tell whether this cannot be taken for the cause that is asked for."""
    if abs(home.paragraph - one.sentence.paragraph) < _APART or harmful(home):
        return False
    if not _SHORTEST * len(one.reason) <= len(text) <= _LONGEST * len(one.reason):
        return False
    asked = content_lemmas(f"{one.effect.body} {one.reason}")
    return not asked & content_lemmas(text)
