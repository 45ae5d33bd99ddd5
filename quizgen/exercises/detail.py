"""Detail questions on names, dates, places and amounts (ADiKSiMBa), with one right option.

The learner locates one stated fact. Trains *menemukan informasi*. Known limits: only simple
clauses and reported claims are asked about, so long sentences give nothing.

Source: question words as Indonesian school grammar teaches them; option roles after STARC
(Berzak, Malmaud & Levy 2020).
"""

import random
from collections.abc import Callable, Collection, Iterator, Sequence

from quizgen import records
from quizgen.exercises import _distractors as distractors
from quizgen.exercises._text import (
    SURE,
    base_level,
    cite,
    content_lemmas,
    harmful,
    lower_first,
    quote,
    render,
    upper_first,
    whole,
)
from quizgen.language.clauses import (
    Claim,
    Clause,
    Span,
    bracketed,
    claims,
    clauses,
    entity_spans,
    main_scope,
    quotations,
    self_contained,
    standalone,
    word_class,
)
from quizgen.language.morphology import passive_of
from quizgen.language.notices import standard_words
from quizgen.language.places import lookup, overlaps
from quizgen.model import Choice, Document, Entity, Evidence, Item, Option, Sentence

_TIME_ADVERBS = frozenset({"pernah", "baru", "sempat", "lagi", "masih", "sedang"})
_AGENT_VERBS = {"diikuti": "mengikuti", "dihadiri": "menghadiri", "disertai": "menyertai"}
_PERIOD_NOUNS = frozenset({"tahun", "bulan", "tanggal", "hari"})
_AMOUNTS = frozenset({"NUMBER", "MONEY", "PERCENT", "QUANTITY"})


class Detail:
    """Makes choice questions that ask who, when, where and how much."""

    name = "detail"
    purpose = "The learner finds one stated fact: who, when, where or how much."
    responses = ("choice",)
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for every fact that a simple clause or a claim states plainly."""
        for clause in clauses(document):
            for ask in _ASKERS:
                yield from ask(clause, document)
        for claim in claims(document):
            yield from _who_said(claim, document)
        for quotation in quotations(document):
            yield from _who_was_quoted(quotation, document)
        for sentence in document.sentences:
            yield from _completion(sentence, document)


def _who(clause: Clause, document: Document) -> Iterator[Item]:
    entity, sentence = clause.subject.entity, clause.sentence
    if entity is None or entity.type != "PER" or entity.confidence < SURE:
        return
    said = clause.tokens[clause.predicate : clause.end]
    if not self_contained(said) or clause.verb_form() in word_class("vague"):
        return
    if _broken(clause, clause.predicate, clause.end, document):
        return
    if clause.verb_form() in word_class("saying") or len(said) < 4 or harmful(sentence):
        return
    stem = f"Siapa yang {render(sentence, document, clause.predicate, clause.end)}?"
    wrong = distractors.persons(document, sentence, entity.canonical, stem)
    wrong = [option for option in wrong if not _also_did(option.text, clause, document)]
    yield from _build(stem, entity.canonical, wrong, clause, document, word="siapa", rank=0.8)


def _also_did(person: str, clause: Clause, document: Document) -> bool:
    """Tell whether a sentence names ``person`` and has the clause's verb: it may be true too."""
    lemma = clause.tokens[clause.verb].lemma
    for sentence in document.sentences:
        here = any(e.canonical == person for e in document.entities_in(sentence))
        if here and any(token.lemma == lemma for token in sentence.tokens):
            return True
    return False


def _who_said(claim: Claim, document: Document) -> Iterator[Item]:
    sentence, speaker = claim.sentence, claim.speaker
    content = sentence.tokens[claim.start : claim.end]
    full = self_contained(content) and 4 <= len(content) <= 26
    if not full or speaker.confidence < SURE or not any(t.upos == "VERB" for t in content):
        return
    if content[0].upos in {"SCONJ", "CCONJ", "ADP", "VERB", "AUX"} or _relative(claim, document):
        return
    text = render(sentence, document, claim.start, claim.end)
    text = lower_first(text, sentence, document, claim.start)
    stem = f"Siapa yang {claim.verb} bahwa {text}?"
    wrong = distractors.persons(document, sentence, speaker.canonical, stem)
    yield from _finish(
        stem,
        speaker.canonical,
        wrong,
        document,
        sentence_evidence=whole(sentence),
        why=f"Keterangan itu disampaikan {speaker.canonical} {cite(sentence.id)}.",
        level=base_level(sentence),
        word="siapa",
        rank=0.9,
    )


def _who_was_quoted(claim: Claim, document: Document) -> Iterator[Item]:
    """Ask for the speaker of a direct quotation, which may keep its *kami* and *ini*."""
    sentence, speaker = claim.sentence, claim.speaker
    content = sentence.tokens[claim.start : claim.end]
    if speaker.confidence < SURE or not 7 <= len(content) <= 32:
        return
    if any(token.text in "()[]?!:;" for token in content) or not content[0].text[:1].isupper():
        return
    low, high = content[0].start - sentence.start, content[-1].end - sentence.start
    stem = f"Siapa yang mengatakan, “{sentence.text[low:high]}”?"
    yield from _finish(
        stem,
        speaker.canonical,
        distractors.persons(document, sentence, speaker.canonical, stem),
        document,
        sentence_evidence=whole(sentence),
        why=f"Kutipan itu diucapkan oleh {speaker.canonical} {cite(sentence.id)}.",
        level=base_level(sentence),
        word="siapa",
        rank=0.7,
    )


def _relative(claim: Claim, document: Document) -> bool:
    """Tell whether the claim names a date that only the day of publication explains."""
    return any(
        span.entity is not None and span.start >= claim.start and not _absolute(span.entity)
        for span in entity_spans(claim.sentence, document)
        if span.entity and span.entity.type in {"DATE", "TIME"}
    )


def _absolute(entity: Entity) -> bool:
    """Tell whether a date is one that needs no anchor: its own words give the year."""
    return (
        entity.type == "DATE"
        and entity.value is not None
        and entity.value.replace("-", "").isdigit()
        and entity.value[:4] in entity.quote
    )


def _when(clause: Clause, document: Document) -> Iterator[Item]:
    sentence = clause.sentence
    dated = [s for s in entity_spans(sentence, document) if s.entity and s.entity.type == "DATE"]
    if len(dated) != 1 or dated[0].entity is None or not _absolute(dated[0].entity):
        return
    span, date = dated[0], dated[0].entity
    if span.start > clause.verb and not main_scope(clause, span.start - 1):
        return
    phrase = _date_phrase(clause, span)
    counted = clause.tokens[clause.subject.start].text.lower() == "sebanyak"
    if (
        counted
        or phrase is None
        or clause.verb_form() in word_class("saying") | word_class("vague")
    ):
        return
    stem = _question("Kapan", clause, document, skip=(phrase,))
    if stem is None or _dated_twice(clause, date, document):
        return
    wrong = [_date_option(value, found, document) for value, found in
             distractors.dates(document, date)][: distractors.MOST]  # fmt: skip
    key = distractors.spoken(date.value or "")
    yield from _build(stem, key, wrong, clause, document, word="kapan", rank=0.9)


def _date_phrase(clause: Clause, span: Span) -> Span | None:
    """Return the date with its *pada* or comma; None after another preposition."""
    if clause.opener and clause.opener.entity is span.entity:
        opened = clause.tokens[clause.opener.start].text.lower() == "pada"
        return clause.opener if opened else None
    before = clause.tokens[span.start - 1]
    if before.text.lower() == "pada" or before.text == ",":
        return Span(start=span.start - 1, end=span.end)
    return None


def _dated_twice(clause: Clause, date: Entity, document: Document) -> bool:
    """Tell whether another dated sentence may speak of the same event, so that a date is unsure."""
    own = content_lemmas(clause.sentence, clause.subject.start, clause.end)
    for sentence in document.sentences:
        if sentence.id == clause.sentence.id:
            continue
        others = [e for e in document.entities_in(sentence) if e.type == "DATE" and e.value]
        shared = own & content_lemmas(sentence, 0, len(sentence.tokens))
        verb = clause.tokens[clause.verb].lemma.lower()
        if any(e.value != date.value for e in others) and (verb in shared or len(shared) >= 4):
            return True
    return False


def _date_option(value: str, found: Entity | None, document: Document) -> Option:
    text = distractors.spoken(value)
    home = next((s for s in document.sentences if found and s.start <= found.start < s.end), None)
    if found is None or home is None:
        return Option(
            text=text, role="unsupported", why=f"Teks tidak menyebut {text} untuk hal itu."
        )
    why = f"{text} adalah waktu peristiwa lain {cite(home.id)}."
    evidence = Evidence(home.id, found.quote)
    return Option(text=text, role="true-elsewhere", why=why, evidence=evidence)


def _question(
    word: str, clause: Clause, document: Document, *, skip: Sequence[Span] = ()
) -> str | None:
    """Return *word subject predicate?* without the spans of ``skip``; None if it is not plain.

    In Indonesian an adjunct is asked for by its question word in front, the order stays.
    """
    start, end = clause.subject.start, clause.end
    left = {i for span in skip for i in range(span.start, span.end)}
    kept = [token for i, token in enumerate(clause.tokens) if start <= i < end and i not in left]
    if not self_contained(kept) or len(kept) < 3:
        return None
    if _broken(clause, start, end, document, without=left):
        return None
    if any(token.text.lower() in _TIME_ADVERBS for token in kept):
        return None
    text = render(clause.sentence, document, start, end, skip=skip)
    text = lower_first(text, clause.sentence, document, start)
    return f"{word} {text}?"


def _broken(
    clause: Clause, start: int, end: int, document: Document, *, without: Collection[int] = ()
) -> bool:
    """Tell whether a comma or dash outside an entity would be left in the question."""
    inside = {
        i for s in entity_spans(clause.sentence, document) for i in range(s.start, s.end)
    } | bracketed(clause.tokens)
    return any(
        clause.tokens[i].upos == "PUNCT" and i not in inside and i not in without
        for i in range(start, end)
    )


def _where(clause: Clause, document: Document) -> Iterator[Item]:
    sentence = clause.sentence
    for span in entity_spans(sentence, document):
        place = span.entity
        if place is None or place.type not in {"GPE", "LOC"} or place.confidence < SURE:
            continue
        ahead = clause.tokens[span.start - 1].text if span.start else ""
        motion = clause.verb_form() in word_class("motion")
        if (
            span.start <= clause.verb + 1
            or ahead not in {"di", "ke"}
            or (ahead == "ke" and not motion)
        ):
            continue
        if not _place_ends(clause, span) or not main_scope(clause, span.start - 1):
            continue
        if lookup(place.quote) is None or _other_place(clause, span, ahead):
            continue
        yield from _place_item(clause, span, ahead, document)


def _place_ends(clause: Clause, span: Span) -> bool:
    after = clause.tokens[span.end].text.lower()
    return span.end == clause.end or after in {"pada", "selama", "dengan", "untuk", "dari"}


def _other_place(clause: Clause, span: Span, ahead: str) -> bool:
    rest = clause.tokens[clause.verb + 1 : clause.end]
    return sum(token.text.lower() == ahead for token in rest) > 1


def _place_item(clause: Clause, span: Span, ahead: str, document: Document) -> Iterator[Item]:
    assert span.entity is not None
    name = span.entity.quote
    phrase = Span(start=span.start - 1, end=span.end)
    word = {"di": "Di mana", "ke": "Ke mana"}[ahead]
    stem = _question(word, clause, document, skip=(phrase,))
    if stem is None or name in stem or _placed_twice(clause, name, document):
        return
    if _nested(name, document):
        return
    wrong = [
        _place_option(ahead, other, name, clause, document)
        for other in distractors.places(document, clause.sentence, name, stem)
    ]
    key = f"{ahead.capitalize()} {name}"
    yield from _build(stem, key, wrong, clause, document, word=word.lower(), rank=0.8)


def _nested(name: str, document: Document) -> bool:
    """Tell whether the text names a place inside or around this one: both would be right."""
    others = {e.canonical for e in document.entities if e.type in {"GPE", "LOC"}} - {name}
    return any(overlaps(name, other) for other in others)


def _placed_twice(clause: Clause, name: str, document: Document) -> bool:
    """Tell whether another sentence has the same verb with another place."""
    lemma = clause.tokens[clause.verb].lemma
    return any(
        any(token.lemma == lemma for token in sentence.tokens)
        and any(
            e.type in {"GPE", "LOC"} and e.quote != name for e in document.entities_in(sentence)
        )
        for sentence in document.sentences
        if sentence.id != clause.sentence.id
    )


def _place_option(ahead: str, name: str, key: str, clause: Clause, document: Document) -> Option:
    text = f"{ahead.capitalize()} {name}"
    for entity in document.entities:
        if entity.canonical != name:
            continue
        home = next((s for s in document.sentences if s.start <= entity.start < s.end), None)
        if home and entity.quote in home.text:
            why = f"{name} disebut dalam hal lain {cite(home.id)}."
            evidence = Evidence(home.id, entity.quote)
            return Option(text=text, role="true-elsewhere", why=why, evidence=evidence)
    why = f"Teks tidak menyebut {name}; tempatnya {key} {cite(clause.sentence.id)}."
    return Option(text=text, role="unsupported", why=why)


def _how_many(clause: Clause, document: Document) -> Iterator[Item]:
    spans = [s for s in entity_spans(clause.sentence, document) if s.entity]
    for span in spans:
        if span.entity and span.entity.type in _AMOUNTS and _exact(clause, span, document):
            for ask in (_counted_subject, _counted_object, _measured_subject, _duration):
                yield from ask(clause, span, document)


def _exact(clause: Clause, span: Span, document: Document) -> bool:
    before = clause.tokens[span.start - 1].text.lower() if span.start else ""
    opener = clause.opener
    inside = opener is not None and span.start < opener.end
    return not inside and before not in word_class("approximate")


def _counted_subject(clause: Clause, span: Span, document: Document) -> Iterator[Item]:
    """*Sebanyak 18 peserta mengikuti uji itu* -> *Berapa peserta yang mengikuti ...?*."""
    first = clause.subject.start
    lead = clause.tokens[first].text.lower() == "sebanyak"
    if span.start != first + lead or span.entity is None or span.entity.type != "NUMBER":
        return
    counted = clause.tokens[span.end : clause.predicate]
    if not counted or counted[0].upos != "NOUN" or not self_contained(clause.tokens[span.end :]):
        return
    noun = render(clause.sentence, document, span.end, clause.predicate)
    rest = render(clause.sentence, document, clause.predicate, clause.end)
    said = clause.tokens[clause.predicate : clause.end]
    if len(said) < 3 or any(token.text.lower() == "yang" for token in said):
        return
    if _broken(clause, span.end, clause.end, document):
        return
    yield from _amount_item(f"Berapa {noun} yang {rest}?", span, counted[0].text, clause, document)


def _counted_object(clause: Clause, span: Span, document: Document) -> Iterator[Item]:
    """*BYD menuntut 37 akun* -> *Berapa akun yang dituntut BYD?*."""
    entity = span.entity
    if span.start != clause.verb + 1 or entity is None or entity.type != "NUMBER":
        return
    stop = _noun_phrase_end(clause, span.end)
    subject = clause.tokens[clause.subject.start : clause.subject.end]
    rest = clause.tokens[stop : clause.end]
    if stop == span.end or not self_contained([*subject, *clause.tokens[span.end : stop], *rest]):
        return
    verb = _turned(clause.verb_form())
    if verb is None or not _adjunct(rest):
        return
    sentence = clause.sentence
    aux = render(sentence, document, clause.predicate, clause.verb)
    agent = lower_first(
        render(sentence, document, clause.subject.start, clause.subject.end),
        sentence, document, clause.subject.start,
    )  # fmt: skip
    noun = render(sentence, document, span.end, stop)
    tail = render(sentence, document, stop, clause.end)
    stem = " ".join(filter(None, ("Berapa", noun, "yang", aux, verb, agent, tail))) + "?"
    yield from _amount_item(stem, span, clause.tokens[span.end].text, clause, document)


def _turned(verb: str) -> str | None:
    """Return the other voice, in which the object becomes what *berapa ... yang* asks for."""
    if verb in _AGENT_VERBS:
        return _AGENT_VERBS[verb]
    return passive_of(verb) if verb.startswith("me") else None


def _adjunct(rest: Sequence[object]) -> bool:
    """Tell whether nothing or one prepositional phrase follows."""
    return not rest or (
        getattr(rest[0], "upos", "") == "ADP"
        and not any(
            getattr(t, "upos", "") in {"VERB", "SCONJ", "CCONJ", "PUNCT", "AUX"} for t in rest
        )
    )


def _noun_phrase_end(clause: Clause, start: int) -> int:
    index = start
    while index < clause.end and clause.tokens[index].upos in {"NOUN", "ADJ", "PROPN"}:
        index += 1
    return index


def _measured_subject(clause: Clause, span: Span, document: Document) -> Iterator[Item]:
    """*Nilai investasi itu mencapai Rp4 miliar* -> *Berapa nilai investasi ...?*."""
    head = clause.tokens[clause.subject.start]
    if head.text.lower() not in word_class("measured") or span.end != clause.end:
        return
    subject = clause.tokens[clause.subject.start : clause.subject.end]
    if clause.verb_form() not in word_class("amount_verbs") or span.start != clause.verb + 1:
        return
    if not self_contained(subject) or len(subject) < 2 or clause.opener:
        return
    text = render(clause.sentence, document, clause.subject.start, clause.subject.end)
    yield from _amount_item(f"Berapa {text[:1].lower()}{text[1:]}?", span, "", clause, document)


def _duration(clause: Clause, span: Span, document: Document) -> Iterator[Item]:
    """*... berunding selama tiga jam* -> *Berapa lama ... berunding?*."""
    entity = span.entity
    if entity is None or entity.type != "QUANTITY" or span.start <= clause.verb:
        return
    units = ("tahun", "bulan", "minggu", "pekan", "hari", "jam", "menit")
    before = clause.tokens[span.start - 1].text.lower()
    if before != "selama" or not entity.quote.endswith(units):
        return
    if not main_scope(clause, span.start - 1):
        return
    stem = _question(
        "Berapa lama", clause, document, skip=(Span(start=span.start - 1, end=span.end),)
    )
    if stem:
        yield from _amount_item(stem, span, "", clause, document)


def _amount_item(
    stem: str, span: Span, unit: str, clause: Clause, document: Document
) -> Iterator[Item]:
    entity = span.entity
    if entity is None or harmful(clause.sentence) or entity.value == "1":
        return
    unit = f" {unit}" if unit else ""
    key = upper_first(entity.quote) + unit
    said = {e.quote: e for e in document.entities if e.type == entity.type}
    wrong = [
        _amount_option(upper_first(text) + unit, said.get(text), key, clause, document)
        for text in distractors.amounts(entity.quote)
        if text not in clause.sentence.text
    ]
    yield from _build(stem, key, wrong, clause, document, word="berapa", rank=0.9)


def _amount_option(
    text: str, found: Entity | None, key: str, clause: Clause, document: Document
) -> Option:
    home = next((s for s in document.sentences if found and s.start <= found.start < s.end), None)
    if found and home and home.id != clause.sentence.id:
        why = f"Angka {found.quote} dipakai untuk hal lain {cite(home.id)}."
        evidence = Evidence(home.id, found.quote)
        return Option(text=text, role="true-elsewhere", why=why, evidence=evidence)
    why = f"Jumlah yang disebut teks adalah {key[:1].lower()}{key[1:]} {cite(clause.sentence.id)}."
    return Option(text=text, role="unsupported", why=why)


def _completion(sentence: Sentence, document: Document) -> Iterator[Item]:
    """*... mencapai Rp5 miliar.* -> *... mencapai ….*: a sentence that ends in its answer."""
    start, end = standalone(sentence, document), len(sentence.tokens) - 1
    last = next((s for s in entity_spans(sentence, document) if s.end == end), None)
    if start is None or last is None or last.entity is None or harmful(sentence):
        return
    if not 6 <= end - start <= 30 or last.start - start < 4 or last.entity.confidence < SURE:
        return
    wrong = _endings(last, sentence, document)
    stem = upper_first(render(sentence, document, start, last.start)) + " …."
    key = render(sentence, document, last.start, last.end)
    noun, _, rest = key.partition(" ")
    if noun in _PERIOD_NOUNS:
        stem, key = stem.replace(" ….", f" {noun} …."), rest
    if last.entity.quote in stem or _unanchored(sentence, document, last):
        return
    if last.entity.type in _AMOUNTS and _another_amount(sentence, document, last):
        return
    proof = whole(sentence, start)
    why = f"Kalimat itu dilengkapi dengan keterangan dalam teks {cite(sentence.id)}."
    yield from _finish(
        stem, key, wrong, document, sentence_evidence=proof, why=why,
        level=base_level(sentence), word="", rank=0.6,
    )  # fmt: skip


def _endings(last: Span, sentence: Sentence, document: Document) -> list[Option]:
    entity = last.entity
    assert entity is not None
    before = sentence.tokens[last.start - 1].text.lower()
    if entity.type in _AMOUNTS and before not in word_class("approximate") and entity.value != "1":
        texts = [text for text in distractors.amounts(entity.quote) if text not in sentence.text]
        return [_other(text, entity.quote, sentence) for text in texts]
    if entity.type == "DATE" and _absolute(entity) and before in {"pada", "tanggal"}:
        found = distractors.dates(document, entity)
        return [_date_option(value, known, document) for value, known in found][: distractors.MOST]
    if (
        entity.type == "GPE"
        and before in {"di", "ke", "dari"}
        and not _nested(entity.quote, document)
    ):
        texts = distractors.places(document, sentence, entity.quote, "")
        return [_other(text, entity.quote, sentence) for text in texts]
    return []


def _other(text: str, key: str, sentence: Sentence) -> Option:
    why = f"Yang disebut teks adalah {key}, bukan {text} {cite(sentence.id)}."
    return Option(text=text, role="unsupported", why=why)


def _another_amount(sentence: Sentence, document: Document, last: Span) -> bool:
    """Tell whether the stem holds another amount or a superlative, which rule options out."""
    if any(token.text.lower() in word_class("superlative") for token in sentence.tokens):
        return True
    return any(
        span.entity is not None and span.entity.type in _AMOUNTS and span.end <= last.start
        for span in entity_spans(sentence, document)
    )


def _unanchored(sentence: Sentence, document: Document, last: Span) -> bool:
    """Tell whether another date in the stem needs the day of publication."""
    return any(
        span.entity is not None and not _absolute(span.entity)
        for span in entity_spans(sentence, document)
        if span.entity and span.entity.type == "DATE" and span.end <= last.start
    )


def _build(
    stem: str,
    key: str,
    wrong: Sequence[Option],
    clause: Clause,
    document: Document,
    *,
    word: str,
    rank: float,
) -> Iterator[Item]:
    yield from _finish(
        stem,
        key,
        wrong,
        document,
        sentence_evidence=quote(clause, clause.subject.start if not clause.opener
                                else clause.opener.start, clause.end),
        why=f"Jawabannya dinyatakan dalam {cite(clause.sentence.id)[1:-1]}.",
        level=base_level(clause.sentence),
        word=word,
        rank=rank,
    )  # fmt: skip


def _finish(
    stem: str,
    key: str,
    wrong: Sequence[Option],
    document: Document,
    *,
    sentence_evidence: Evidence,
    why: str,
    level: int,
    word: str,
    rank: float,
) -> Iterator[Item]:
    """Yield the item if it has two wrong options at least and only standard words."""
    words = {part.strip(".,?").lower() for part in stem.split()}
    if len(wrong) < 2 or words & standard_words().keys() or len(stem) > 260:
        return
    right = Option(text=key, correct=True, role="key", why=why, evidence=sentence_evidence)
    item = Item(
        id="",
        type="detail",
        response=Choice(options=(right, *wrong)),
        instruction="Pilihlah jawaban yang paling tepat!",
        prompt=stem,
        evidence=(sentence_evidence,),
        process="locate",
        level=level,
        question_word=word or None,
        facts=(sentence_evidence.sentence,),
        rank=rank + min(len(wrong), 3) / 10,
    )
    yield records.identify(item)


_ASKERS: tuple[Callable[[Clause, Document], Iterator[Item]], ...] = (
    _who,
    _when,
    _where,
    _how_many,
)

EXERCISE = Detail()
