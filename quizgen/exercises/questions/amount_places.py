"""Where an amount stands in a main clause: what belongs to it, and what is left without it."""

from dataclasses import dataclass

from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import standard_money
from quizgen.exercises.questions.main import Main
from quizgen.language.clauses import Span
from quizgen.model import Entity, Token

_RATE = frozenset({"per", "setiap", "tiap", "sekilo", "sebulan", "setahun", "sehari"})


@dataclass(frozen=True, slots=True)
class Asked:
    """How an amount is asked for: ``word``, and what follows it; ``key`` is as the text has it.

    ``short`` is a shorter answer that counts as well.
    """

    word: str
    body: str
    key: str
    entity: Entity
    unit: str = ""
    short: str = ""


def following(main: Main) -> tuple[Token, ...]:
    """Return what stands after the verb."""
    return main.tokens[main.verb + 1 : main.end]


def opens_at(main: Main, span: Span) -> int:
    """Return where the words begin that belong to an amount: *sekitar*, *sebesar*, *hingga*."""
    at = span.start
    while at > main.verb + 1 and main.tokens[at - 1].text.lower() in words(
        "amount_questions", "leads"
    ):
        at -= 1
    return at


def roughly(main: Main, span: Span) -> str:
    """Return what says that an amount is not exact, *hampir*, *lebih dari*, with its blank.

    It belongs to the answer: *hampir tiga jam* is not three hours.
    """
    at = span.start
    while at > main.verb + 1 and main.tokens[at - 1].text.lower() in (
        words("wordings", "roughly") | {"pukul"}
    ):
        at -= 1
    said = " ".join(main.tokens[i].text.lower() for i in range(at, span.start))
    return f"{said} " if said and said != "dari" else ""


def remainder(main: Main, start: int) -> str:
    """Return what follows an amount, with the day that was cut off."""
    tail = main.text(start, main.end) if start < main.end else ""
    return f"{tail}{main.dated()}".strip()


def with_rate(main: Main, span: Span) -> tuple[str, int]:
    """Return an amount with the rate that follows it, *Rp900 per kilogram*, and its end."""
    end = span.end
    if end < main.end and main.tokens[end].text.lower() in _RATE:
        end += 2 if main.tokens[end].text.lower() in {"per", "setiap", "tiap"} else 1
    elif end + 1 < main.end and main.tokens[end].text == "/":
        end += 2
    end = min(end, main.end)
    return standard_money(main.text(span.start, end)), end


def may_end(main: Main, end: int) -> bool:
    """Tell whether what follows an amount can stay in the question: nothing, or a phrase."""
    if end >= main.end:
        return True
    token = main.tokens[end]
    fit = token.text.lower() in words("amount_questions", "staying")
    return (
        fit
        and not main.verbs(end, main.end)
        and not any(
            t.text.lower() in {"yang", "dan", "atau"} or t.text == ","
            for t in main.tokens[end : main.end]
        )
    )
