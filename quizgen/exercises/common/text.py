"""How exercises write from a document: names and pronouns written out, dates without weekday."""

import re
from collections.abc import Iterable, Mapping, Sequence

from quizgen.checks.word_lists import word_list
from quizgen.exercises.common.names import SURE, sentence_of
from quizgen.language.clauses import (
    Span,
    bracketed,
    entity_spans,
    is_additive,
    word_class,
)
from quizgen.language.morphology import analyse
from quizgen.language.nouns import is_human, nouns
from quizgen.language.once import once_a_sentence
from quizgen.language.trees import Range
from quizgen.language.wordlists import is_in
from quizgen.lexicon import dictionary
from quizgen.model import Document, Entity, Reference, Sentence, Token

_SCHOOLS = frozenset({"pesantren", "madrasah", "universitas", "institut", "akademi", "sanggar"})
"""Nouns that keep their capital before their name: *Kapan Pesantren Nurul Huda …?*."""
_OF_PLACES = frozenset({"asal", "dari", "kelahiran"})
_CURRENCY = re.compile(r"\b(Rp|US\$)\s+(?=\d)")
_TENTATIVE = frozenset(
    (
        "duga",
        "kira",
        "taksir",
        "usul",
        "harap",
        "minta",
        "desak",
        "khawatir",
        "yakin",
        "curiga",
        "bantah",
        "sangkal",
        "tampik",
        "tepis",
    )
)
_MEASURES = frozenset({"NUMBER", "QUANTITY", "PERCENT"})
_GENERIC = frozenset(
    {"hal", "kasus", "masalah", "orang", "jenis", "pihak", "waktu", "masa", "kata"}
)
AS_MUCH = frozenset({"sejumlah", "sebesar", "sebanyak", "selama", "setinggi", "seluas", "seperti"})
"""Words before *itu* that make it an amount: *uang sejumlah itu*."""


def render(
    sentence: Sentence,
    document: Document,
    start: int,
    end: int,
    *,
    skip: Sequence[Range] = (),
    instead: Mapping[int, str] | None = None,
) -> str:
    """Return tokens ``start`` to ``end`` as text, short names written out, ``skip`` left out.

    ``instead`` holds what stands for a token, by its index.

    Dates lose their weekday: *Rabu, 19 Juni 2024* becomes *19 Juni 2024*.
    """
    named = {span.start: span for span in entity_spans(sentence, document)}
    pointers = _pointers(sentence, document)
    parts: list[str] = []
    tokens, index = sentence.tokens, start
    skipped = {i for span in skip for i in range(span.start, span.end)} | bracketed(tokens)
    skipped |= {i for i in empty_words(sentence) if start <= i < end}
    while index < end:
        span = named.get(index)
        whole = span is not None and span.end <= end and span.entity is not None
        if instead and index in instead:
            parts.append(f"{' ' if parts else ''}{instead[index]}")
            index += 1
            continue
        if index in skipped:
            index += 1
            continue
        stop = span.end if whole and span else index + 1
        text = (
            _spoken(span.entity)
            if whole and span and span.entity
            else _resolved_text(tokens[index], pointers)
        )
        if _closes_date(tokens, index, named):
            index += 1
            continue
        gap = " " if index and tokens[index].start > tokens[index - 1].end else ""
        parts.append((gap if parts else "") + text)
        index = stop
    return standard_money("".join(parts).strip().rstrip(",").strip())


def standard_money(text: str) -> str:
    """Return amounts of money in standard spelling: *Rp 55* as *Rp55* (EYD V)."""
    return _CURRENCY.sub(r"\1", text)


def _closes_date(tokens: Sequence[Token], index: int, named: dict[int, Span]) -> bool:
    """Tell whether a comma only closes a date that loses its weekday: *Jumat, 9 Mei 2024,*."""
    if tokens[index].text != "," or not 0 < index < len(tokens) - 1:
        return False
    before = next((span for span in named.values() if span.end == index), None)
    date = before.entity if before and before.entity and before.entity.type == "DATE" else None
    return date is not None and "," in date.quote and tokens[index + 1].text != "tetapi"


def resolved(sentence: Sentence, document: Document, kept: Iterable[int]) -> bool:
    """Tell whether the tokens point to nothing outside them that ``render`` cannot write out."""
    pointers = _pointers(sentence, document)
    written: set[str] = set()
    for index in kept:
        token = sentence.tokens[index]
        if index in empty_words(sentence):
            continue
        if token.clitics or token.text.lower() in word_class("pointing"):
            pointer = _pointer(token, pointers)
            if pointer is None:
                return False
            if pointer.antecedent.lower() in sentence.text.lower():
                return False
            if pointer.antecedent in written:
                # *Markus berangkat bersama istri Markus* says it twice.
                return False
            written.add(pointer.antecedent)
    return dated(sentence, document, kept)


def dated(sentence: Sentence, document: Document, kept: Iterable[int]) -> bool:
    """Tell whether every date among the tokens, as ``render`` writes it, is the text's own."""
    dates = [e for e in document.entities_in(sentence) if e.type == "DATE"]
    starts = [sentence.tokens[i].start for i in kept]
    return all(_anchored(e) for e in dates if any(e.start <= start < e.end for start in starts))


def resolves(sentence: Sentence, document: Document, index: int) -> Reference | None:
    """Return the reference of a pronoun or *-nya* that ``render`` writes out, None if it has none.

    None too where what it refers to is named in the sentence: it would stand there twice.
    """
    token = sentence.tokens[index]
    if not (token.clitics or token.text.lower() in word_class("pointing")):
        return None
    pointer = _pointer(token, _pointers(sentence, document))
    named = pointer is not None and pointer.antecedent.lower() in sentence.text.lower()
    return None if named else pointer


@once_a_sentence
def empty_words(sentence: Sentence) -> frozenset[int]:
    """Return the indexes of *juga* and of every *itu* that can go."""
    tokens = sentence.tokens
    return frozenset(
        index
        for index, token in enumerate(tokens)
        if is_additive(token) or needless_determiner(tokens, index)
    )


def needless_determiner(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether *ini, itu, tersebut* can go: what stands before it names the thing already.

    *Seleksi guru Sekolah Rakyat ini* is *seleksi guru Sekolah Rakyat*; *kebijakan ini* is nothing.
    """
    if tokens[index].text.lower() not in word_list("determiners"):
        return False
    first = index
    while first and tokens[first - 1].upos in {"NOUN", "PROPN", "ADJ"}:
        first -= 1
    words = tokens[first:index]
    nouns = [token for token in words if token.upos in {"NOUN", "PROPN"} and not token.clitics]
    vague = {token.text.lower() for token in words} & (word_list("named_by_the_sheet") | _GENERIC)
    named = any(token.upos == "PROPN" for token in words[1:])
    if any(token.text.lower() in _OF_PLACES for token in tokens[max(0, first - 1) : index]):
        # *Perempuan asal Malang itu* is one of them.
        return False
    if words and words[-1].text.lower() in AS_MUCH:
        # *Uang sejumlah itu* says how much.
        return False
    if words and is_in(words[-1].text, "administrative"):
        # *Inflasi provinsi itu* is one province's.
        return False
    return len(nouns) >= 2 and not vague and named


def _anchored(date: Entity) -> bool:
    """Tell whether a date, as it will be written, names its year, and rightly so.

    A month without its year may lie ahead, and *dua pekan lalu* is no day.
    """
    return date.value is not None and date.value[:4] in _spoken(date) and not computed(date)


def computed(date: Entity) -> bool:
    """Tell whether a date was worked out from other words than its own figures."""
    if any(char.isdigit() for char in date.quote):
        ranged = any(mark in date.quote for mark in ("-", "–", "hingga", "sampai"))
        return "/" in (date.value or "") and not ranged
    return True


def _pointers(sentence: Sentence, document: Document) -> list[Reference]:
    """Return the pronouns of a sentence that are sure and stand for somebody not named in it."""
    here = {entity.canonical for entity in document.entities_in(sentence)}
    return [
        reference
        for reference in document.references
        if reference.sentence == sentence.id
        and reference.confidence >= SURE
        and reference.antecedent not in here
        and near(reference, document)
        and reference.anaphor in {"ia", "dia", "beliau", "mereka", "nya", "Ia", "Dia", "Beliau"}
    ]


def near(reference: Reference, document: Document) -> bool:
    """Tell whether a pronoun is near enough to its name for every reader.

    It is in the name's own paragraph, or the person speaks in the text, or is the first it names.
    *-nya* after a noun may always be something else's: *omzetnya* is the factory's that was spoken
    of, so there only the paragraph counts.
    """
    people = [e for e in document.entities if e.type == "PER"]
    owner = reference.anaphor == "nya"
    if not owner and people and people[0].canonical == reference.antecedent:
        return True
    speakers = {quotation.speaker for quotation in document.quotations}
    if not owner and reference.antecedent in speakers:
        return True
    named = [e for e in people if e.canonical == reference.antecedent and e.end <= reference.start]
    home = sentence_of(named[-1], document) if named else None
    return home is not None and home.paragraph == document.sentence(reference.sentence).paragraph


def _pointer(token: Token, pointers: Sequence[Reference]) -> Reference | None:
    if token.text.lower() == "pihaknya":
        # *Menurut Lurah, pihak Lurah* is no Indonesian.
        return None
    return next((r for r in pointers if token.start <= r.start and r.end <= token.end), None)


def _resolved_text(token: Token, pointers: Sequence[Reference]) -> str:
    """Return the word with its pronoun written out: *pesawatnya* as *pesawat Vladimir Putin*."""
    pointer = _pointer(token, pointers)
    if pointer is None:
        return token.text
    if pointer.anaphor == "nya":
        return f"{token.text.removesuffix('nya')} {pointer.antecedent}"
    return pointer.antecedent


def _spoken(entity: Entity) -> str:
    if entity.type == "PER" and entity.confidence >= SURE:
        return entity.canonical
    if entity.type == "DATE" and entity.value and entity.value[:4].isdigit():
        return entity.canonical if "tahun" not in entity.quote else entity.quote
    return entity.quote


_IN_CAPITALS = frozenset({"kapal motor", "kapal feri", "kapal republik", "kereta api"})
"""Kinds that stand in capitals before a name as a part of it: *Kapal Motor Teluk Biru*."""


def lower_first(text: str, sentence: Sentence, document: Document, start: int) -> str:
    """Return ``text`` in mid-sentence form: lower-case unless it begins with a name or title."""
    token = sentence.tokens[start]
    starts_name = any(
        span.start == start and not (span.entity and span.entity.type in _MEASURES)
        for span in entity_spans(sentence, document)
    )
    proper = token.upos == "PROPN" and not _common(sentence, start)
    if starts_name or proper or token.text.isupper():
        return text
    if start + 1 < len(sentence.tokens) and _is_title(sentence, document, start):
        return text
    if " ".join(text.lower().split()[:2]) in _IN_CAPITALS and text.split()[1][:1].isupper():
        return text
    return text[:1].lower() + text[1:]


def _common(sentence: Sentence, start: int) -> bool:
    """Tell whether a word that opens the sentence is a common noun: *Emiten produsen kertas*."""
    tokens = sentence.tokens
    opens = not start or tokens[start - 1].text in {"-", "–", "—", "."}
    if not opens or start + 1 >= len(tokens) or not tokens[start + 1].text.islower():
        return False
    low = tokens[start].text.lower()
    entry = dictionary().get(low)
    if entry is None and is_human(low):
        return True
    if entry is None:
        # *Guncangan dirasakan*: a derived word is no name.
        built = analyse(low)
        return built.known and len(built.segments) > 1 and dictionary().get(built.root) is not None
    noun = entry.senses[0].upos == "NOUN"
    return noun and (tokens[start + 1].upos == "NOUN" or is_in(low, "titles"))


def _is_title(sentence: Sentence, document: Document, start: int) -> bool:
    """Tell whether an office or a school is followed by its name (*Presiden Rusia ...*)."""
    following = sentence.tokens[start + 1]
    word = sentence.tokens[start].text
    office = is_in(word, "titles") or word.lower() in word_class("office")
    if word.lower() in nouns("human", "kin"):
        # *Suami Euis* is no title.
        return False
    school = is_in(word, "institutions", "organisations") or word.lower() in _SCHOOLS
    return (office or school) and following.text[:1].isupper()


def upper_first(text: str) -> str:
    """Return ``text`` with a capital at its start."""
    return text[:1].upper() + text[1:]


def content_lemmas(sentence: Sentence, start: int, end: int) -> set[str]:
    """Return the lemmas of nouns, verbs, adjectives and names among the tokens, lower case."""
    return {
        token.lemma.lower()
        for token in sentence.tokens[start:end]
        if token.upos in {"NOUN", "VERB", "ADJ", "PROPN"}
    }


def harmful(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of crime, accusation, disaster or death."""
    words = {token.text.lower() for token in sentence.tokens}
    lemmas = {token.lemma.lower() for token in sentence.tokens}
    return bool((words | lemmas) & (word_class("harm") | word_list("harm")))


def fixed_date(entity: Entity) -> bool:
    """Tell whether a date is one that needs no anchor: its own words give the year."""
    return (
        entity.type == "DATE"
        and entity.value is not None
        and entity.value.replace("-", "").isdigit()
        and entity.value[:4] in entity.quote
    )


def guessed(verb: str | None) -> bool:
    """Tell whether a verb of saying reports what is supposed or asked for: *menduga, meminta*."""
    return analyse((verb or "").lower()).root in _TENTATIVE


def base_level(sentence: Sentence) -> int:
    """Return the BIPA level an item on this sentence suits at least: longer is harder."""
    words = sum(token.upos != "PUNCT" for token in sentence.tokens)
    return 3 if words <= 14 else 4 if words <= 24 else 5
