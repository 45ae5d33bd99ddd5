"""Questions from a main clause as a whole: the rest of it stays word for word.

*Siapa yang* before the predicate asks for the subject; a question word in front for a circumstance
at either end; the passive for an object that runs to the end. Source: Sneddon et al. (2010)
3.132-3.148.
"""

from collections.abc import Iterator, Sequence

from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import standard_money, upper_first
from quizgen.exercises.questions.amount_questions import asked_amounts
from quizgen.exercises.questions.answers import named_who
from quizgen.exercises.questions.lacking import lacks
from quizgen.exercises.questions.main import Main, tellable
from quizgen.exercises.questions.mains import mains
from quizgen.exercises.questions.questions import Question
from quizgen.exercises.questions.stated import stated
from quizgen.exercises.questions.unaskable import (
    does_things,
    gapped,
    hangs_inside,
    human_or_open,
    keeps_capital,
    says,
    unasked,
)
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import Span, entity_spans, word_class
from quizgen.language.fact import Fact
from quizgen.language.nouns import is_human
from quizgen.language.trees import Phrase
from quizgen.language.voice import passive_of
from quizgen.model import Document, Entity, Token

_SHORTEST, _LONGEST = 5, 26
_LONGEST_SUBJECT = 9
_LONGEST_OBJECT, _LONGEST_REASON = 14, 18
_REASONS = frozenset({"karena", "lantaran", "akibat"})
_PURPOSES = {"untuk": "Untuk apa", "guna": "Untuk apa", "demi": "Untuk apa",
             "agar": "Dengan tujuan apa", "supaya": "Dengan tujuan apa"}  # fmt: skip
_NOT_REASONS = frozenset({"oleh", "bukan", "hanya", "sebagai", "dan", "atau", "tidak", "juga"})
_NAMES = frozenset({"PER", "ORG", "GPE"})


def main_questions(document: Document) -> Iterator[Question]:
    """Yield every question that a main clause of the text answers as a whole."""
    for main in (*mains(document), *stated(document)):
        spans = entity_spans(main.sentence, main.document)
        for ask in (_why,) if main.negated else _ASKS:
            for question in ask(main, spans):
                if _SHORTEST <= len(question.stem.split()) <= _LONGEST:
                    yield question


def _question(main: Main, word: str, body: str, key: str, slot: str, **more: object) -> Question:
    opening = main.opening()
    asked = word.lower().removesuffix(" yang")
    asked = "berapa" if slot == "amount" else asked
    stem = f"{opening}{word[:1].lower()}{word[1:]}" if opening else word
    return Question(
        stem=f"{stem} {body}?", key=key, word=asked, slot=slot, fact=_fact(main), sure=1.0,
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _fact(main: Main) -> Fact:
    """Return the clause as a fact without parts: all that checks of uniqueness look at."""
    passive = "di-" in main.tokens[main.verb].segments
    after = main.verb + 1
    has_object = not passive and after < main.end and main.tokens[after].upos in {"NOUN", "PROPN"}
    return Fact(
        sentence=main.sentence,
        voice="passive" if passive else "active",
        predicate=Phrase(main.predicate, main.verb + 1, main.verb),
        verb=main.verb,
        relation="root",
        subject=Phrase(main.start, main.predicate, main.start),
        object=Phrase(after, main.end, after) if has_object else None,
        end=main.end,
    )


def _subject(main: Main, spans: list[Span]) -> Iterator[Question]:
    """Yield *Siapa yang ...?*, *Apa yang ...?* with the whole predicate."""
    entity = main.subject
    word, key = named_who(entity) if entity else _thing(main, spans)
    rest = main.says() + main.dated()
    if unasked(main, word) or gapped(main, spans) or main.tokens[main.predicate - 1].upos == "NUM":
        return
    if not word or len(rest.split()) < 3 or set(key.lower().split()) & set(rest.lower().split()):
        return
    yield _question(main, f"{word} yang", rest, key, "subject", entity=entity)


def _thing(main: Main, spans: list[Span]) -> tuple[str, str]:
    """Return the question word for a subject without a name, and the subject as an answer."""
    tokens = main.tokens[main.start : main.predicate]
    head, low = tokens[0], tokens[0].text.lower()
    key = upper_first(main.who().rstrip(",").removesuffix(" sendiri"))
    if len(tokens) > _LONGEST_SUBJECT or not _tells(main, spans):
        return "", ""
    if low in words("mains", "many") or tokens[-1].text.lower() in words("mains", "degrees"):
        # *Puluhan buruh* are people; in *permintaan jauh melampaui* the second word is no noun's.
        return "", ""
    if head.upos == "PROPN":
        body = low in fact_words("collective") and all(t.text[:1].isupper() for t in tokens)
        return ("Pihak mana", key) if body else ("", "")
    if low in fact_words("collective") | fact_words("unique") | fact_words("acting"):
        return ("", "") if low in words("mains", "ambiguous") else ("Pihak mana", key)
    if does_things(main):
        return "", ""
    people = head.segments[:1] in {("peN-",), ("pe-",)} and "-an" not in head.segments
    if not people and low not in fact_words("human") and not is_human(low):
        bare = low in words("mains", "abstract") and all(t.upos == "ADJ" for t in tokens[1:])
        return ("Apa", key) if len(tokens) > 1 and not bare else ("", "")
    if len(tokens) == 1 and low in words("mains", "roles"):
        # A name or an initial answers as well: *korban* is no key.
        return "", ""
    named = any(entity.type == "PER" for entity in main.document.entities)
    return ("", "") if named and low not in fact_words("plural") else ("Siapa", key)


def _tells(main: Main, spans: list[Span]) -> bool:
    """Tell whether the subject names something that can be asked for, by more than *tim*."""
    tokens = main.tokens[main.start : main.predicate]
    low = tokens[0].text.lower()
    names = any(s.entity and s.entity.type == "PER" for s in spans if s.start < main.predicate)
    if tokens[0].upos not in {"NOUN", "PROPN"} or names or any(t.clitics for t in tokens):
        return False
    if main.verb_form() in words("mains", "showing") | word_class("vague"):
        return False
    if low in fact_words("vague") | word_class("measured") | {"sebanyak"} or _counted(tokens[1:]):
        return False
    return len(tokens) > 1 or low in fact_words("unique") | fact_words("plural") | {"panitia"}


def _counted(tokens: Sequence[Token]) -> bool:
    return any(token.upos == "NUM" for token in tokens)


def _when(main: Main, spans: list[Span]) -> Iterator[Question]:
    day, end = main.ending.day, main.end
    if day is None:
        last = next((s for s in spans if s.end == end and s.start > main.verb + 1), None)
        before = main.tokens[last.start - 1].text.lower() if last else ""
        if last is None or last.entity is None or last.entity.type != "DATE" or before != "pada":
            return
        if main.verbs(main.verb + 1, last.start) or _nested(main, main.verb + 1, last.start):
            return
        day, end = last.entity, last.start - 1
    if not tellable(day) or _other_times(main, day, spans) or _done(main):
        return
    yield _question(main, "Kapan", f"{main.who()} {main.says(end)}", upper_first(day.canonical),
                    "time", entity=day)  # fmt: skip


def _done(main: Main) -> bool:
    """Tell whether the predicate says that it is done, which goes ill with *kapan*."""
    helpers = main.tokens[main.predicate : main.verb]
    return any(token.text.lower() in {"telah", "sudah"} for token in helpers)


def _nested(main: Main, start: int, end: int) -> bool:
    """Tell whether a clause inside could own what follows it."""
    return any(
        t.text.lower() == "yang" or t.upos in {"SCONJ", "AUX"} for t in main.tokens[start:end]
    )


def _other_times(main: Main, day: Entity, spans: list[Span]) -> bool:
    first = main.front.start if main.front else main.start
    return any(
        s.entity and s.entity is not day and s.entity.type == "DATE" and first <= s.start < main.end
        for s in spans
    )


def _where(main: Main, spans: list[Span]) -> Iterator[Question]:
    """Yield *Di mana* for *di* and names of places alone at the end."""
    places = [s for s in spans if s.entity and s.entity.type in {"GPE", "LOC"}]
    at = max((i for i in range(main.verb + 1, main.end) if main.tokens[i].text == "di"), default=0)
    inside = {i for s in places for i in range(s.start, s.end)}
    if unasked(main, "di mana"):
        return
    tail = range(at + 1, main.end)
    sole = all(i in inside or main.tokens[i].text == "," for i in tail)
    if not at or not tail or not sole or main.verbs(main.verb + 1, at):
        return
    if _nested(main, main.verb + 1, at):
        return
    if any(t.text in {"di", "ke"} for t in main.tokens[main.verb : at]):
        return
    entity = next((s.entity for s in places if s.start == at + 1), None)
    if entity is None:
        return
    body = f"{main.who()} {main.says(at)}{main.dated()}"
    key = f"Di {main.text(at + 1, main.end)}"
    yield _question(main, "Di mana", body, key, "place", entity=entity, variants=(entity.quote,))


def _why(main: Main, spans: list[Span]) -> Iterator[Question]:
    start, stop = main.ending.reason, len(main.tokens) - 1
    end = main.end
    if start is None:
        found = [i for i in range(main.verb + 1, end) if main.tokens[i].text in _REASONS]
        if len(found) != 1:
            return
        start = end = found[0]
        stop = main.end
        if main.tokens[start - 1].text.lower() in _NOT_REASONS:
            return
    reason = main.tokens[start + 1 : stop]
    if main.verbs(main.verb + 1, end) or _nested(main, main.verb + 1, end):
        return
    if not 2 <= len(reason) <= _LONGEST_REASON or not main.holds(start, stop):
        return
    said = main.text(start + 1, stop)
    yield _question(main, "Mengapa", f"{main.who()} {main.says(end)}",
                    f"{upper_first(main.tokens[start].text)} {said}", "cause",
                    variants=(upper_first(said),))  # fmt: skip


def _what_for(main: Main, spans: list[Span]) -> Iterator[Question]:
    found = [i for i in range(main.verb + 1, main.end) if main.tokens[i].text in _PURPOSES]
    if not found or not (main.subject and main.subject.type in _NAMES):
        return
    at = found[0]
    before, after = main.tokens[at - 1], main.tokens[at + 1 : at + 2]
    if not after or after[0].upos != "VERB" or main.verbs(main.verb + 1, at):
        return
    if main.verb_form() in words("mains", "governing") or at == main.verb + 1:
        return
    bound = main.tokens[main.verb + 1].text.lower() in words("mains", "purposed")
    if (
        bound
        or before.text.lower() in words("mains", "purposed")
        or _nested(main, main.verb + 1, at)
    ):
        return
    if main.end - at > _LONGEST_REASON:
        return
    said = main.text(at + 1, main.end)
    lead = main.tokens[at].text
    body, key = f"{main.who()} {main.says(at)}{main.dated()}", f"{upper_first(lead)} {said}"
    yield _question(main, _PURPOSES[lead], body, key, "purpose", variants=(upper_first(said),))


def _object(main: Main, spans: list[Span]) -> Iterator[Question]:
    """Yield *Apa yang dibuka oleh X?* where all that follows the verb is its object."""
    verb, start = main.verb_form(), main.verb + 1
    passive = passive_of(verb)
    if passive is None or not _acts(main) or not main.ending.whole or says(main):
        return
    first = main.tokens[start] if start < main.end else None
    if first is None or first.upos != "NOUN" or first.text.lower() in fact_words("idiom"):
        return
    hollow = words("mains", "light") | fact_words("static") | fact_words("reaching")
    if verb in hollow | word_class("vague"):
        return
    end = _object_end(main)
    if end - start > _LONGEST_OBJECT or end - start < 2 or human_or_open(main, start, end):
        return
    if main.predicate < main.verb and main.tokens[main.verb - 1].upos == "VERB":
        return
    if hangs_inside(main.tokens, start, end, main.end):
        return
    if any(token.text.lower() == "yang" for token in main.tokens[end : main.end]):
        # *Menyoroti listrik di Kenari yang padam*: it tells of the object.
        return
    helpers = main.text(main.predicate, main.verb) if main.predicate < main.verb else ""
    rest = main.text(end, main.end) if end < main.end else ""
    tail = (
        " ".join(p for p in (helpers, passive, f"oleh {main.who()}", rest) if p).rstrip(",")
        + main.dated()
    )
    key = main.text(start, end)
    if first.text.lower() in words("mains", "approximate"):
        # *Rata-rata 190 rumah* is asked for with *berapa*.
        return
    if not lacks(f"{key}.") and not keeps_capital(main):
        yield _question(main, "Apa yang", tail, upper_first(key), "object")


def _acts(main: Main) -> bool:
    """Tell whether the subject is a name or people, who can stand after *oleh*."""
    low = main.tokens[main.start].text.lower()
    people = fact_words("human") | fact_words("collective") | fact_words("unique")
    return bool(main.subject and main.subject.type in _NAMES) or low in people


def _object_end(main: Main) -> int:
    """Return where the object ends: what follows it, from a preposition on, stays in the stem.

    What may belong to the object itself (*dari, tentang, untuk*) stays with it, and so does all
    that follows *yang*.
    """
    for index in range(main.verb + 2, main.end):
        low = main.tokens[index].text.lower()
        if low == "yang":
            break
        if low in words("mains", "circumstantial"):
            return index
    return main.end


def _how_many(main: Main, spans: list[Span]) -> Iterator[Question]:
    """Yield *Berapa siswa yang ...?* for a subject that is counted: *Sebanyak 40 siswa ...*."""
    first = main.start + (main.tokens[main.start].text.lower() == "sebanyak")
    number = next((s for s in spans if s.start == first and s.entity), None)
    if number is None or number.entity is None or number.entity.type not in {"NUMBER", "QUANTITY"}:
        return
    amount = number.entity.quote.split()
    noun = " ".join([*amount[1:], main.text(number.end, main.predicate)]).strip()
    if not amount[0][:1].isdigit() or not noun or noun.split()[0] in {"dari", "persen"}:
        return
    yield _question(main, f"Berapa {noun} yang", main.says() + main.dated(),
                    standard_money(amount[0]), "amount", entity=number.entity,
                    unit=noun.split()[0])  # fmt: skip


def _amounts(main: Main, spans: list[Span]) -> Iterator[Question]:
    for asked in asked_amounts(main, spans):
        yield _question(main, asked.word, asked.body, asked.key, "amount", entity=asked.entity,
                        unit=asked.unit,
                        variants=(asked.short,) if asked.short else ())  # fmt: skip


_ASKS = (_subject, _when, _where, _why, _what_for, _object, _how_many, _amounts)
