"""Whether what is cut out of a sentence lost a part that it needs, or is no fact of the text.

A list without its last member, two clauses with a bare comma between them, a noun phrase without
predicate, and what somebody only aims at are not said.

Source: *dan* before the last member of a list, and no comma alone between clauses (EYD V); what
*memastikan, agar, berharap* take is not asserted (Sneddon et al. 2010, 3.121-3.128).
"""

from collections.abc import Sequence
from itertools import pairwise

from quizgen.exercises.common.tables import words
from quizgen.language.clauses import Span, entity_spans, word_class
from quizgen.language.sentences import dateline_end
from quizgen.model import Document, Sentence, Token

_LISTING = frozenset({"dan", "serta", "atau", "hingga", "maupun"})
_CLOSING = frozenset({".", "!", "?", '"', "”", ")", ":"})
_SUBJECTS = frozenset({"NOUN", "PROPN", "DET", "NUM"})
_NOMINAL = _SUBJECTS | {"ADJ", "SYM"}
_OPEN_ENDED = frozenset({"VERB", "ADP", "SCONJ", "CCONJ"})
_LEADING = frozenset(
    (
        *("setelah", "sesudah", "sebelum", "ketika", "saat", "sejak", "usai", "seusai", "karena"),
        *("lantaran", "akibat", "jika", "apabila", "bila", "kalau", "agar", "supaya", "meski"),
        *("meskipun", "walau", "walaupun", "selama", "sambil", "seraya"),
    )
)
"""What leads a clause is a part of it: *setelah | data disita, diketahui …*."""
_PREDICATES = frozenset({"VERB", "ADJ", "AUX"})
_PLACES = frozenset({"GPE", "LOC"})


def severed(
    sentence: Sentence, start: int, end: int, skipped: frozenset[int], document: Document
) -> bool:
    """Tell whether tokens ``start`` to ``end`` without ``skipped`` lost what they need."""
    spans = entity_spans(sentence, document)
    kept = [i for i in range(start, end) if i not in skipped]
    commas = _commas(sentence.tokens, kept, spans)
    return (
        _conditional(sentence.tokens, kept)
        or (start > 0 and sentence.tokens[start - 1].text.lower() in _LEADING)
        or _verb_lost(sentence.tokens, kept, commas)
        or _list_lost_its_end(sentence.tokens, kept, commas)
        or _spliced(sentence.tokens, kept, commas)
        or _tells(sentence.tokens, kept, commas)
        or _pun_lost(sentence.tokens, kept)
        or _rough(sentence.tokens, kept[0])
        or _unlimited(sentence.tokens, end)
        or _loose_opening(sentence.tokens, kept, commas)
        or _continues(sentence, start, document)
    )


def aimed(sentence: Sentence, start: int, end: int, *, sourced: bool) -> bool:
    """Tell whether tokens ``start`` to ``end`` are only aimed at: *guna memastikan X siap*.

    What a source is sure of is its word: *Bupati memastikan bahwa …* with ``sourced``.
    """
    tokens = sentence.tokens
    before = [token.text.lower() for token in _governing(tokens, start)]
    after = {token.text.lower() for token in tokens[end : end + 2]}
    aims = [word for word in before if word in words("whole", "aims")]
    sure = sourced and aims and all(word in words("whole", "assuring") for word in aims)
    return bool(aims and not sure) or not after.isdisjoint(words("whole", "wished"))


def unsourced(sentence: Sentence, start: int) -> bool:
    """Tell whether somebody tells what begins here: *Siti mencontohkan, petani menanam kedelai*."""
    tokens, cut = sentence.tokens, sentence.start + dateline_end(sentence.text)
    if start < 3 or tokens[start - 1].text.lower() not in {",", "bahwa"}:
        return False
    before = [token for token in _governing(tokens, start) if token.start >= cut]
    return bool(before) and before[-1 - (before[-1].text == "bahwa")].upos == "VERB" and (
        before[0].upos in _SUBJECTS | {"PRON"}
    )  # fmt: skip


def _governing(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """Return what stands before a clause and may govern it, no phrase that only opens it."""
    stop = start - (start > 0 and tokens[start - 1].text == ",")
    begin = stop
    while begin and tokens[begin - 1].text != ",":
        begin -= 1
    front = stop < start and begin < stop and tokens[begin].upos in {"ADP", "SCONJ"}
    return () if front else tokens[begin:stop]


def crowded(tokens: Sequence[Token]) -> bool:
    """Tell whether a subject holds a verb that is no relative clause's: *rasa yang … membuat X*.

    What *yang membuat* takes has a verb of its own, so that nobody knows where the subject ends.
    """
    for index, token in enumerate(tokens):
        if token.upos == "VERB":
            low = token.text.lower()
            free = not _relative(tokens, range(len(tokens)), index)
            if low in words("whole", "causing") or (free and low not in words("whole", "telling")):
                return True
    return False


def _commas(tokens: Sequence[Token], kept: Sequence[int], spans: Sequence[Span]) -> list[int]:
    """Return the commas that part neither figures nor a place from what holds it."""
    named = {i for span in spans for i in range(span.start, span.end)}
    held = [s for s in spans if s.entity and s.entity.type in _PLACES]
    places = {s.start for s in held} & {s.end + 1 for s in held}
    return [i for i in kept if tokens[i].text == "," and i not in named and i + 1 not in places]


def _conditional(tokens: Sequence[Token], kept: Sequence[int]) -> bool:
    """Tell whether a condition is left out, before what is kept or inside it."""
    gone = set(range(kept[-1])) - set(kept)
    return any(tokens[i].text.lower() in words("whole", "conditions") for i in gone)


def _verb_lost(tokens: Sequence[Token], kept: Sequence[int], commas: Sequence[int]) -> bool:
    """Tell whether a clause that opens lost what it says: *Selama sampah [dibiarkan], …*."""
    if not commas or tokens[kept[0]].text.lower() not in word_class("subordinators"):
        return False
    inside = [i for i in range(kept[0], commas[0]) if tokens[i].upos in _PREDICATES]
    return bool(inside) and not any(i in kept for i in inside)


def _list_lost_its_end(tokens: Sequence[Token], kept: Sequence[int], commas: Sequence[int]) -> bool:
    """Tell whether *dan D* or *C, dan D* follows what is kept, which ends with *A, B*."""
    after = [token for token in tokens[kept[-1] + 1 :] if token.text not in {",", ")"}]
    if next((t.text.lower() for t in after if t.upos not in _NOMINAL), "") not in _LISTING:
        return False
    verb = next((i for i in kept if tokens[i].upos == "VERB"), kept[0])
    last = next((i for i in reversed(commas) if i > verb), None)
    return last is not None and not any(
        tokens[i].text.lower() in _LISTING for i in kept if i == last + 1
    )


def _spliced(tokens: Sequence[Token], kept: Sequence[int], commas: Sequence[int]) -> bool:
    """Tell whether only a comma joins two clauses, each with its subject and its verb."""
    bounds = [kept[0] - 1, *commas, kept[-1] + 1]
    parts = [[tokens[i] for i in kept if one < i < other] for one, other in pairwise(bounds)]
    clauses = [index for index, part in enumerate(parts) if _clause(part)]
    closed = any(part and part[0].text.lower() in words("whole", "joined") for part in parts[1:])
    return len(clauses) > 1 and not closed


def _clause(part: Sequence[Token]) -> bool:
    """Tell whether a noun phrase and then a verb open this: *Kospi menguat 0,31%*."""
    verb = next((i for i, token in enumerate(part) if token.upos == "VERB"), 0)
    if not verb or part[0].upos not in _SUBJECTS:
        return False
    helping = word_class("auxiliary") | words("whole", "helping")
    place = {i for i, t in enumerate(part) if t.text in {"di", "dari", "ke"} and i}
    return all(
        token.upos in _NOMINAL or token.text.lower() in helping or i in place
        for i, token in enumerate(part[:verb])
    )


def _tells(tokens: Sequence[Token], kept: Sequence[int], commas: Sequence[int]) -> bool:
    """Tell whether a comma stands for *bahwa*: *Siti beralasan, lahan belum siap*."""
    first = next((i for i in kept if tokens[i].upos == "VERB"), -1)
    if first + 1 not in commas or tokens[first + 2].upos not in _SUBJECTS - {"NUM"}:
        return False
    fronted = tokens[kept[0]].upos in {"ADP", "SCONJ"} or any(i < first for i in commas)
    return not fronted and any(tokens[i].upos == "VERB" for i in kept if i > first + 1)


def _pun_lost(tokens: Sequence[Token], kept: Sequence[int]) -> bool:
    """Tell whether *siapa pun* is among what is kept: it would lose its *pun*."""
    return any(
        tokens[i].text.lower() in words("whole", "anybody") and tokens[i + 1].text.lower() == "pun"
        for i in kept
        if i + 1 < len(tokens)
    )


def _rough(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether *sedikitnya, sekitar* stands before a number that opens what is kept."""
    return start > 0 and tokens[start - 1].text.lower() in words("whole", "rough")


def _unlimited(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether what limits the clause was cut off: *…, tergantung pada jarak*."""
    after = [token.text.lower() for token in tokens[end : end + 2]]
    return after[:1] == [","] and not words("whole", "limiting").isdisjoint(after[1:])


def _loose_opening(tokens: Sequence[Token], kept: Sequence[int], commas: Sequence[int]) -> bool:
    """Tell whether a noun phrase without a role opens: *Pantauan di pasar, harga ikan naik*."""
    if not commas or tokens[kept[0]].upos != "NOUN":
        return False
    stop = commas[1] if len(commas) > 1 else kept[-1] + 1
    before = [tokens[i] for i in kept if i < commas[0]]
    after = [tokens[i] for i in kept if commas[0] < i < stop]
    verbless = not any(token.upos in {"VERB", "AUX", "ADV"} for token in before)
    placed = any(token.upos == "ADP" for token in before)
    return verbless and placed and bool(after) and after[0].text.islower() and _clause(after)


def unfinished(tokens: Sequence[Token], kept: Sequence[int]) -> bool:
    """Tell whether every verb stands after *yang* or only describes: *aturan yang berlaku*."""
    verbs = [i for i in kept if tokens[i].upos == "VERB"]
    relative = [i for i in verbs if _relative(tokens, kept, i)]
    if not relative:
        return False
    others = [i for i in verbs if i not in relative]
    own = [i for i in others if tokens[i].text.lower() not in words("whole", "telling")]
    helped = {j for i in relative for j in range(_yang(tokens, i), i)}
    rest = {tokens[i].text.lower() for i in kept if i not in helped}
    quality = any(tokens[i].upos == "ADJ" and tokens[i].deprel == "root" for i in kept)
    return not (own or quality) and words("whole", "predicating").isdisjoint(rest)


def _relative(tokens: Sequence[Token], kept: Sequence[int], verb: int) -> bool:
    """Tell whether *yang* stands right before a verb and its helpers."""
    return _yang(tokens, verb) in kept


def _yang(tokens: Sequence[Token], verb: int) -> int:
    """Return where *yang* stands before a verb and its helpers, -1 if it does not."""
    helping = word_class("auxiliary") | words("whole", "helping") | words("whole", "degrees")
    index = verb - 1
    while index >= 0 and tokens[index].text.lower() in helping:
        index -= 1
    return index if index >= 0 and tokens[index].text.lower() == "yang" else -1


def _continues(sentence: Sentence, start: int, document: Document) -> bool:
    """Tell whether the paragraph before broke off in the middle: *guna memastikan*.

    One that begins small is no sentence either: a line was broken round a link.
    """
    before = next((s for s in document.sentences if s.number == sentence.number - 1), None)
    if before is None or before.paragraph == sentence.paragraph or not before.tokens:
        return False
    last = before.tokens[-1]
    broken = last.upos in _OPEN_ENDED or last.text == "," or before.text[:1].islower()
    return last.text not in _CLOSING and broken
