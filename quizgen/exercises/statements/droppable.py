"""What may be left out of a sentence without changing whether it is true.

An adjunct, a clause after a comma, a phrase before the subject, an insertion in brackets or dashes.
Never in the reach of a negation, of *hanya*, of a superlative; never what a verb needs.

Source: adjuncts and complements after Sneddon et al. (2010) 3.1-3.5 and TBBBI IV, ch. 9; that what
only adds can go where nothing denies or limits it (MacCartney & Manning 2009).
"""

from collections.abc import Iterator, Sequence

from quizgen.exercises.common.tables import words
from quizgen.exercises.statements.said import fixed
from quizgen.language.clauses import Span
from quizgen.language.trees import Phrase, Tree
from quizgen.model import Token

_LONGEST_FRONT, _LONGEST_INSERT = 18, 12
_ADJUNCT = frozenset({"obl", "advcl", "obl:tmod", "advmod"})
_LOOSE = _ADJUNCT | {"acl", "acl:relcl", "appos", "conj", "parataxis", "nmod", "obl:mod", "cc"}
_DAY_LEADS = frozenset({"pada", "tanggal", "hari", ","})
_DASHES = frozenset({"—", "–"})
_BOUND = frozenset(
    {"masa", "siapa", "detik", "menit", "jam", "hari", "pekan", "minggu", "bulan", "tahun"}
)
_COUNTED_FROM = frozenset({"setelah", "sesudah", "sebelum", "sejak", "usai"})
_SUBJECTS = frozenset({"NOUN", "PROPN", "DET", "NUM", "PRON"})
_PREDICATES = frozenset({"VERB", "AUX", "ADV"})
_LISTING = frozenset({"dan", "atau", "serta", "hingga"})


def links_end(tokens: Sequence[Token], start: int) -> int:
    """Return the first token after the words that tie a sentence to the one before."""
    known = words("trimmed", "links")
    for length in (3, 2, 1):
        run = "_".join(token.text.lower() for token in tokens[start : start + length])
        if run in known:
            after = start + length
            comma = after < len(tokens) and tokens[after].text == ","
            bare = length > 1 or run not in {"senada", "pasalnya", "sebelumnya", "memang"}
            return after + 1 if comma else after if bare else start
    return start


def loose(tokens: Sequence[Token], start: int, end: int, named: set[int]) -> set[int]:
    """Return what never belongs to the clause: *juga, pun*, brackets, and dashes in pairs."""
    found: set[int] = set()
    paired = any(t.text.lower() in {"tetapi", "melainkan"} for t in tokens[start:end])
    for index in range(start, end):
        low = tokens[index].text.lower()
        if low in words("trimmed", "adverbs") and index not in named and not paired:
            # *Keluarga masa kini* is a kind of family, *empat jam kemudian* a time.
            found |= {index} if tokens[index - 1].text.lower() not in _BOUND else set()
        closing = ")" if low == "(" else low if low in _DASHES else ""
        if closing and index not in named and index not in found:
            stop = min(end, index + _LONGEST_INSERT)
            close = next((i for i in range(index + 1, stop) if tokens[i].text == closing), None)
            found |= set(range(index, close + 1)) if close else set()
    return found


def droppable(tokens: Sequence[Token], start: int, end: int, spans: Sequence[Span]) -> list[Phrase]:
    """Return the stretches of tokens ``start`` to ``end`` that may go, each with its commas."""
    tree = Tree(tokens)
    if not tree.parsed:
        return []
    named = {i for span in spans for i in range(span.start, span.end)}
    found = [*_front(tokens, start, end, named), *_after_commas(tokens, start, end, named)]
    found += [*_adjuncts(tokens, start, end, named), *_loose_days(tokens, start, end, spans)]
    free = (unit for unit in found if _free(unit, tokens, start, end))
    return [unit for unit in free if not _counts_from(unit, tokens)]


def _counts_from(unit: Phrase, tokens: Sequence[Token]) -> bool:
    """Tell whether a time is counted from what would go: *29 menit setelah gempa*."""
    opener = tokens[unit.start].text.lower()
    return opener in _COUNTED_FROM and tokens[unit.start - 1].text.lower() in _BOUND


def _front(tokens: Sequence[Token], start: int, end: int, named: set[int]) -> Iterator[Phrase]:
    if end - start < 2:
        return
    first = tokens[start].text.lower()
    pair = f"{first}_{tokens[start + 1].text.lower()}"
    if not {first, pair} & words("trimmed", "fronts"):
        return
    stop = min(start + _LONGEST_FRONT, end - 3)
    for index in range(start + 1, stop):
        closes = tokens[index].text == "," and index not in named
        if closes and tokens[index + 1].upos in _SUBJECTS:
            yield Phrase(start, index + 1, start)


def _after_commas(
    tokens: Sequence[Token], start: int, end: int, named: set[int]
) -> Iterator[Phrase]:
    """Yield what a comma parts off: up to the comma that closes it, and up to the end."""
    commas = [i for i in range(start + 2, end - 1) if tokens[i].text == "," and i not in named]
    for place, comma in enumerate(commas):
        after = tokens[comma + 1].text.lower()
        if after not in words("trimmed", "after_comma"):
            continue
        if after in words("trimmed", "joining"):
            predicate = not place and tokens[comma + 2].upos in _PREDICATES
            if not predicate and not _clausal(tokens, comma + 2, end):
                continue
        yield Phrase(comma, end, comma + 1)
        for closing in commas[place + 1 :][:1]:
            if tokens[closing + 1].text.lower() not in _LISTING:
                yield Phrase(comma, closing + 1, comma + 1)


def _clausal(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a clause with a subject of its own begins here."""
    return any(
        (tokens[i].deprel or "").startswith("nsubj")
        and tokens[i].text.lower() != "yang"
        and i < (tokens[i].head or 0) < end
        and tokens[tokens[i].head or 0].deprel in {"conj", "parataxis", "root", "advcl", "ccomp"}
        for i in range(start, min(end, start + 8))
    )


def _adjuncts(tokens: Sequence[Token], start: int, end: int, named: set[int]) -> Iterator[Phrase]:
    """Yield adjuncts without comma that run to the end, or to a comma."""
    stops = [i for i in range(start, end) if tokens[i].text == "," and i not in named] + [end]
    for index in range(start + 3, end - 1):
        low = tokens[index].text.lower()
        if low not in words("trimmed", "adjuncts") or index in named:
            continue
        if tokens[index - 1].text == "," or not _complete(tokens, start, index):
            continue
        for stop in stops:
            if stop > index + 1:
                yield Phrase(index, stop, index)


def _loose_days(
    tokens: Sequence[Token], start: int, end: int, spans: Sequence[Span]
) -> Iterator[Phrase]:
    """Yield dates that do not tell their year, with what leads them: *pada Senin (9/6)*."""
    for span in spans:
        if not span.entity or span.entity.type != "DATE" or fixed(span):
            continue
        first, last = span.start, span.end
        while first - 1 > start + 2 and tokens[first - 1].text.lower() in _DAY_LEADS:
            first -= 1
        while last < end and tokens[last].text.lower() in words("trimmed", "day_ends"):
            last += 1
        led = first < span.start or tokens[first].upos != "ADP"
        told = tokens[first - 1].upos == "VERB" and tokens[first - 2].text.lower() == "yang"
        # *Pegawai yang dilantik tahun ini* tells which ones.
        if first > start + 2 and last <= end and led and not told:
            yield Phrase(first, last, span.start)


def _complete(tokens: Sequence[Token], start: int, index: int) -> bool:
    """Tell whether the verb before an adjunct has what it needs, and the adjunct is its own."""
    verb = _governor(tokens, index)
    if verb is None or not start < verb < index - 1:
        return False
    low = tokens[verb].text.lower()
    if low in words("trimmed", "placing") or low in words("mains", "governing"):
        return False
    purpose = tokens[index].text.lower() in {"untuk", "guna", "demi", "agar", "supaya"}
    inner = {token.text.lower() for token in tokens[verb + 1 : index]}
    if purpose and inner & words("mains", "purposed"):
        return False
    objects = {i for i in range(verb + 1, index) if tokens[i].head == verb}
    relations = {(tokens[i].deprel or "").partition(":")[0] for i in objects}
    return bool(relations & {"obj", "obl"}) or low.startswith("di")


def _governor(tokens: Sequence[Token], index: int) -> int | None:
    """Return the verb whose adjunct is opened by the preposition or conjunction at ``index``."""
    token = tokens[index]
    head = token.head
    if head is None or token.deprel not in {"case", "mark"} or head < index:
        return None
    above = tokens[head].head
    relation = (tokens[head].deprel or "").partition(":")[0]
    if above is None or relation not in {"obl", "advcl"} or tokens[above].upos != "VERB":
        return None
    return above


def _free(unit: Phrase, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether nothing that stays hangs on the unit, and nothing limits it."""
    kept = [i for i in range(start, end) if i not in unit and tokens[i].upos != "PUNCT"]
    if any((tokens[i].head or 0) in unit for i in kept):
        return False
    if {tokens[i].text.lower() for i in kept} & words("trimmed", "limits"):
        return False
    hung = [
        token
        for token in tokens[unit.start : unit.end]
        if token.upos != "PUNCT" and token.head is not None
        if start <= token.head < end and token.head not in unit
    ]
    return all(token.deprel in _LOOSE for token in hung)
