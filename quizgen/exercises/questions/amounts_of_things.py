"""How many of a thing, and how much of it: *berapa N*, *berapa panjang N*, *di berapa N*."""

from quizgen.exercises.common.tables import words
from quizgen.exercises.questions.amount_places import Asked, may_end, remainder, with_rate
from quizgen.exercises.questions.lacking import in_rounds
from quizgen.exercises.questions.main import Main
from quizgen.exercises.questions.unaskable import human_or_open
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import Span
from quizgen.language.voice import passive_of
from quizgen.model import Entity

_BEFORE_COUNT = frozenset({"di", "dalam"})
"""*Ke berapa* is read as *keberapa*, *untuk berapa* as how much."""
_LONGEST_NOUN = 6
_SIZES = {
    "sebesar": "besar", "senilai": "nilai", "seharga": "harga", "seluas": "luas",
    "sepanjang": "panjang", "setinggi": "tinggi", "seberat": "berat", "selebar": "lebar",
    "sedalam": "kedalaman",
}  # fmt: skip


def _unit(noun: str) -> str:
    """Return what an answer counts: *12 orang*, but *29 kepala sekolah*."""
    first = noun.split()[0]
    return noun if first in words("reduplication", "first_of_two") else first


def how_many(main: Main, span: Span, entity: Entity) -> Asked | None:
    """*PSIS membidik dua penyerang* -> *Berapa penyerang yang dibidik oleh PSIS?*."""
    verb, tokens = main.verb_form(), main.tokens
    passive = passive_of(verb)
    first = main.verb + 1
    counts = entity.type == "NUMBER" and span.start == first
    if not counts or passive is None or not _acts(main) or in_rounds(main.sentence, span.end):
        return None
    if verb in words("amount_questions", "holding") or _wills(main):
        return None
    stop = _noun_end(main, span.end)
    if not 1 <= stop - span.end <= _LONGEST_NOUN or tokens[span.end].upos != "NOUN":
        return None
    if human_or_open(main, span.end, stop) and tokens[span.end].clitics:
        return None
    if stop < main.end and tokens[stop].upos == "CCONJ":
        # *2,5 juta wisatawan nusantara dan mancanegara* is counted as one.
        return None
    if main.verbs(span.end, main.end) or (not main.ending.whole and main.ending.day is None):
        return None
    helpers = main.text(main.predicate, main.verb) if main.predicate < main.verb else ""
    noun = main.text(span.end, stop)
    parts = (noun, "yang", helpers, passive, f"oleh {main.who()}", remainder(main, stop))
    body = " ".join(part for part in parts if part)
    return Asked("Berapa", body, entity.quote, entity, unit=_unit(noun))


def _noun_end(main: Main, start: int) -> int:
    """Return where the counted noun ends: before the first preposition or mark."""
    stops = {"ADP", "SCONJ", "PUNCT", "CCONJ", "VERB", "ADV"}
    inside = (i for i in range(start, main.end) if main.tokens[i].upos in stops)
    return next(inside, main.end)


def how_large(main: Main, span: Span, entity: Entity) -> Asked | None:
    """*PT Timah memasang penahan abrasi sepanjang 100 meter* -> *Berapa panjang penahan …?*."""
    tokens, verb = main.tokens, main.verb_form()
    measure = _SIZES.get(tokens[span.start - 1].text.lower())
    passive = passive_of(verb)
    start, stop = main.verb + 1, span.start - 1
    if measure is None or passive is None or not _acts(main) or stop - start < 1:
        return None
    key, end = with_rate(main, span)
    object_ = tokens[start:stop]
    if _wills(main):
        return None
    plain = object_[0].upos == "NOUN" and all(t.upos in {"NOUN", "PROPN", "ADJ"} for t in object_)
    if not plain or not may_end(main, end) or verb in words("amount_questions", "holding"):
        return None
    helpers = main.text(main.predicate, main.verb) if main.predicate < main.verb else ""
    parts = (
        main.text(start, stop),
        "yang",
        helpers,
        passive,
        f"oleh {main.who()}",
        remainder(main, end),
    )
    return Asked(f"Berapa {measure}", " ".join(part for part in parts if part), key, entity)


def _wills(main: Main) -> bool:
    """Tell whether a verb of will stands before the verb, which the object cannot have.

    Nothing *berencana dipasang*.
    """
    return any(token.upos == "VERB" for token in main.tokens[main.predicate : main.verb])


def _acts(main: Main) -> bool:
    """Tell whether the subject is a name or people, who can stand after *oleh*."""
    if main.subject is not None:
        return main.subject.type in {"PER", "ORG", "GPE"}
    low = main.tokens[main.start].text.lower()
    return low in fact_words("human") | fact_words("collective") | fact_words("unique") | {
        "panitia"
    }


def in_how_many(main: Main, span: Span, entity: Entity) -> Asked | None:
    """*Mobil itu hadir dalam lima varian* -> *Dalam berapa varian mobil itu hadir?*."""
    tokens, at = main.tokens, span.start - 1
    if entity.type != "NUMBER" or at <= main.verb or tokens[at].text.lower() not in _BEFORE_COUNT:
        return None
    stop = _noun_end(main, span.end)
    if not 1 <= stop - span.end <= _LONGEST_NOUN or tokens[span.end].upos != "NOUN":
        return None
    if main.verbs(main.verb + 1, main.end) or not may_end(main, stop) or in_rounds(
        main.sentence, span.end
    ):  # fmt: skip
        return None
    if any(t.text.lower() in {"yang", "dan"} for t in tokens[main.verb + 1 : at]):
        return None
    noun = main.text(span.end, stop)
    rest = " ".join(part for part in (main.says(at), remainder(main, stop)) if part)
    lead = tokens[at].text
    return Asked(f"{lead[:1].upper()}{lead[1:]} berapa {noun}", f"{main.who()} {rest}",
                 entity.quote, entity, unit=_unit(noun))  # fmt: skip
