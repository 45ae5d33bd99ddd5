"""What is asked of an amount in a main clause: *berapa*, and by what the amount is counted or told.

*Berapa X?* asks how much something is that can be measured, *berapa persen* how far it rose or
fell, *berapa kali* how often, *berapa lama* how long, *pukul berapa* at what hour; *berapa N yang
di-…* how many of the object, *berapa panjang N* how much of it.

Source: *berapa* with units and classifiers, Sneddon et al. (2010) 2.120-2.121, 3.145.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from quizgen.exercises.common.names import SURE
from quizgen.exercises.common.tables import words
from quizgen.exercises.questions.amount_places import (
    Asked,
    following,
    may_end,
    opens_at,
    remainder,
    roughly,
    with_rate,
)
from quizgen.exercises.questions.amounts_of_things import how_large, how_many, in_how_many
from quizgen.exercises.questions.main import Main
from quizgen.exercises.questions.unaskable import gapped
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import Span, word_class
from quizgen.language.voice import passive_of
from quizgen.model import Entity

_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "NUMBER", "TIME"})
_LONG = re.compile(r"\b(?:detik|menit|jam|hari|pekan|minggu|bulan|tahun|dekade|abad)$")


def asked_amounts(main: Main, spans: list[Span]) -> Iterator[Asked]:
    """Yield the questions for the amounts of a clause; two at most can be told apart."""
    told = [s for s in spans if s.entity and main.verb < s.start < main.end]
    if gapped(main, spans) or any(
        t.text.lower() in words("amount_questions", "two") for t in following(main)
    ):
        return
    for span in told:
        if span.entity and span.entity.type in _AMOUNTS and span.entity.confidence >= SURE:
            for ask in (_at_what_hour,) if span.entity.type == "TIME" else _ASKS:
                asked = ask(main, span, span.entity)
                if asked:
                    yield _hedged(asked, roughly(main, span))
                    break


def _hedged(asked: Asked, how: str) -> Asked:
    """Return the question with *sekitar* or *hampir* in its answer, which counts without too."""
    if not how:
        return asked
    return replace(asked, key=f"{how}{asked.key[:1].lower()}{asked.key[1:]}", short=asked.key)


def _measured(main: Main) -> bool:
    """Tell whether the subject is a measure of something: *harga cabai*, *total aset MYOR*."""
    return (
        main.tokens[main.start].text.lower()
        in word_class("measured") | words("amount_questions", "measures")
        and main.predicate > main.start + 1
    )


def _how_much(main: Main, span: Span, entity: Entity) -> Asked | None:
    """*Harga cangkang ditetapkan Rp18 per kg* -> *Berapa harga cangkang?*."""
    key, end = with_rate(main, span)
    verb = main.verb_form()
    lead = opens_at(main, span)
    at = words("amount_questions", "reaching") | fact_words("reaching")
    if not _measured(main) or verb not in at or not may_end(main, end) or lead > main.verb + 1:
        return None
    if main.tokens[main.predicate].text.lower() in words("amount_questions", "unsure"):
        return None
    range_ = "kisaran " if verb in {"berkisar"} else ""
    return Asked("Berapa", f"{range_}{main.who()} {remainder(main, end)}".strip(), key, entity)


def _how_far(main: Main, span: Span, entity: Entity) -> Asked | None:
    """*Indeks turun 2,26% ke posisi 774* -> *Berapa persen indeks turun?*; *ke Rp48.000* too."""
    verb, lead = main.verb_form(), opens_at(main, span)
    if verb not in words("amount_questions", "changing"):
        return None
    between = [t.text.lower() for t in main.tokens[main.verb + 1 : lead]]
    if entity.type == "PERCENT" and not between and _one_percent(main, span):
        body = f"{main.who()} {main.says(main.verb + 1)}"
        tail = _tail_of_change(main, span.end)
        if tail is None:
            return None
        number = span.entity.quote if span.entity else ""
        return Asked("Berapa persen", f"{body} {tail}".strip(), number, entity)
    key, end = with_rate(main, span)
    to = set(between) and set(between) <= words("amount_questions", "to") | words(
        "amount_questions", "slightly"
    )
    if to and set(between) & {"ke", "menjadi"} and _measured(main) and may_end(main, end):
        helped = main.text(main.predicate, main.verb + 1)
        return Asked(
            "Berapa", f"{main.who()} setelah {helped} {remainder(main, end)}".strip(), key, entity
        )
    return None


def _one_percent(main: Main, span: Span) -> bool:
    return (
        not any(t.text in {"%", "persen"} for t in main.tokens[span.end : main.end])
        and main.verb > main.start
    )


def _tail_of_change(main: Main, end: int) -> str | None:
    """Return what follows a percentage without *ke posisi 774* or *menjadi Rp5 juta*."""
    stop = next(
        (i for i in range(end, main.end) if main.tokens[i].text.lower() in {"ke", "menjadi", "di"}),
        end,
    )
    if main.tokens[end].text.lower() in {"ke", "menjadi"} and stop == end:
        # *Naik 1,4% ke Rp4.320 saat pembukaan* is true of the opening only.
        level = [t for t in main.tokens[end : main.end] if t.upos not in {"NUM", "SYM", "PUNCT"}]
        plain = all(_of_level(token.text.lower()) for token in level)
        return main.dated().strip() if plain else None
    return remainder(main, end) if may_end(main, end) else None


def _of_level(word: str) -> bool:
    """Tell whether a word belongs to the level that something rose or fell to."""
    known = words("amount_questions", "to") | words("amount_questions", "leads")
    money = re.match(
        r"(?:rp|us\$|\$)?[\d.,]+$|rp$|persen$|%$|ribu$|juta$|miliar$|triliun$|per$", word
    )
    return word in known or money is not None


def _how_often(main: Main, span: Span, entity: Entity) -> Asked | None:
    """*Ait-Nouri tampil 135 kali* -> *Berapa kali Ait-Nouri tampil?*."""
    tokens, lead = main.tokens, opens_at(main, span)
    after = span.end
    if after >= main.end or tokens[after].text.lower() != "kali" or not may_end(main, after + 1):
        return None
    if any(t.text.lower() in {"lipat"} for t in tokens[after + 1 : after + 2]):
        return None
    body = f"{main.who()} {main.says(lead)} {remainder(main, after + 1)}".strip()
    return Asked("Berapa kali", body, f"{entity.quote} kali", entity, short=entity.quote)


def _how_long(main: Main, span: Span, entity: Entity) -> Asked | None:
    """*Laga terhenti selama tiga menit* -> *Berapa lama laga terhenti?*."""
    lead = opens_at(main, span)
    timed = main.tokens[lead].text.lower() in {"selama", "sekitar"} or main.verb_form() in words(
        "amount_questions", "lasting"
    )
    if passive_of(main.verb_form()) is not None:
        # *Menetapkan status darurat selama 14 hari*: the status lasts, not the deed.
        return None
    if not _LONG.search(entity.quote) or not timed or main.verbs(main.verb + 1, lead):
        return None
    before = main.tokens[main.verb + 1 : lead]
    if any(t.text.lower() in {"yang", "dan", "setelah", "sebelum"} for t in before):
        return None
    stays = span.end >= main.end or main.tokens[span.end].text.lower() in (
        words("amount_questions", "staying") | {"akibat", "karena", ","}
    )
    if not stays:
        return None
    tail = (
        ""
        if span.end < main.end and main.tokens[span.end].text == ","
        else remainder(main, span.end)
    )
    body = f"{main.who()} {main.says(lead)} {tail}".strip()
    return Asked("Berapa lama", body, entity.quote, entity)


def _at_what_hour(main: Main, span: Span, entity: Entity) -> Asked | None:
    """*Iwan tiba sekitar pukul 09.25 WIB* -> *Pukul berapa Iwan tiba?*."""
    if not entity.quote.lower().startswith("pukul") or not may_end(main, span.end):
        return None
    at = span.start
    while main.tokens[at - 1].text.lower() in {"sekitar", "pada", "jelang", "kira-kira"}:
        at -= 1
    if main.tokens[at - 1].text.lower() in {"mulai", "sejak", "hingga", "sampai", "sebelum"}:
        return None
    before = main.tokens[main.verb + 1 : at]
    if at <= main.verb or any(t.text.lower() in {"yang", "dan", ","} for t in before):
        return None
    if main.verbs(main.verb + 1, at):
        return None
    if at == main.verb + 1 and passive_of(main.verb_form()) is not None:
        # *Jadwal menunjukkan pukul 09.00 WIB*: the hour is its object.
        return None
    body = " ".join(part for part in (main.who(), main.says(at), remainder(main, span.end)) if part)
    return Asked("Pukul berapa", body, entity.quote[:1].upper() + entity.quote[1:], entity)


_ASKS: tuple[Callable[[Main, Span, Entity], Asked | None], ...] = (
    _how_much, _how_far, _how_often, _how_long, how_large, how_many, in_how_many,
)  # fmt: skip
