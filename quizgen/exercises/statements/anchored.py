"""Whether a statement says what it speaks of: it names it, and leans on no other sentence.

Stricter than ``_said.fit``: a table of statements is sound only if each of them is.

Source: what a definite noun phrase without a name refers to is known from the text alone
(Sneddon et al. 2010, 2.95 on definiteness).
"""

import re
from collections.abc import Sequence

from quizgen.exercises.common.tables import words
from quizgen.exercises.statements.said import Said
from quizgen.language.clauses import word_class
from quizgen.model import Token

_QUOTES = frozenset('"“”')
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_EQUATING = frozenset({"adalah", "ialah", "merupakan", "menjadi", "berupa"})
_TELLING = frozenset({"dari", "tentang", "untuk", "bagi", "antara", "bahwa", "terhadap", "dengan"})
_BINDING = frozenset(
    {"agar", "supaya", "untuk", "guna", "bahwa", "kecuali", "hanya", "tanpa", "jika", "khususnya"}
)
_ROMAN = re.compile(r"[IVX]+")
_MANY = 3
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def anchored(said: Said) -> bool:
    """Tell whether a statement can be judged without the sentences around it in mind."""
    kept = [i for i in range(said.start, said.end) if i not in said.skipped]
    tokens = said.sentence.tokens
    return (
        (bool(said.lead) or _named(said, kept) or _indefinite(said) or _full(said, kept))
        and not _points(said)
        and not any(_leans(tokens, kept, place) for place in range(len(kept)))
        and not _cut_off(said, kept)
    )


def _named(said: Said, kept: Sequence[int]) -> bool:
    """Tell whether a name stands in the subject."""
    return _has_name(said, _subject(said, kept))


def _full(said: Said, kept: Sequence[int]) -> bool:
    """Tell whether many words say what is meant, with a name: *Pemasangan pagar pantai Kendal*."""
    tokens, stop = said.sentence.tokens, _predicate(said, kept)
    subject = [tokens[i] for i in kept if i < stop]
    nouns = sum(token.upos in {"NOUN", "PROPN"} for token in subject)
    return nouns >= _MANY and _has_name(said, said.full().partition(" ")[2])


def _has_name(said: Said, text: str) -> bool:
    found = list(_WORD.finditer(text))
    for place, match in enumerate(found):
        word = match.group()
        common = word.lower() in words("anchored", "no_names") or _ROMAN.fullmatch(word)
        if not word[:1].isupper() or common:
            continue
        if place or word.isupper() or _proper(said, word):
            return True
    return False


def _proper(said: Said, word: str) -> bool:
    """Tell whether the first word is a name: it was read as one, or stands for *ia*."""
    first = said.sentence.tokens[said.start]
    return first.upos == "PROPN" or first.text.lower() != word.lower()


def _subject(said: Said, kept: Sequence[int]) -> str:
    """Return what stands before the predicate, without a phrase in front of the subject."""
    verb = said.sentence.tokens[_predicate(said, kept)].text
    front = re.split(rf"\b{re.escape(verb)}\b", said.full(said.turned or ""), maxsplit=1)[0]
    led = front.split()[:1] and said.sentence.tokens[said.start].upos in {"ADP", "SCONJ"}
    return front.partition(", ")[2] if led and ", " in front else front


def _indefinite(said: Said) -> bool:
    """Tell whether nobody has to know which ones: *Sejumlah warga Demak …*, *Polisi …*."""
    first, *rest = said.full().split()
    told = any(word[:1].isupper() or any(map(str.isdigit, word)) for word in rest)
    low = first.lower()
    if rest and rest[0].startswith("Rp"):
        # *Sebanyak Rp2 miliar berasal dari APBD*: of which money?
        return False
    return low in words("anchored", "acting") or (low in words("anchored", "indefinite") and told)


def _predicate(said: Said, kept: Sequence[int]) -> int:
    """Return where the predicate begins: at the first verb that no *yang* leads."""
    tokens, helping = said.sentence.tokens, word_class("auxiliary")
    for place, index in enumerate(kept):
        low = tokens[index].text.lower()
        if tokens[index].upos != "VERB" and low not in _EQUATING:
            continue
        before = place - 1
        while before >= 0 and tokens[kept[before]].text.lower() in helping:
            before -= 1
        if place and (before < 0 or tokens[kept[before]].text.lower() != "yang"):
            return index
    return kept[-1]


def _points(said: Said) -> bool:
    """Tell whether a word compares with what was said, or gives an opinion without its source."""
    forms = {match.group().lower() for match in _WORD.finditer(said.text)}
    opens = said.text.split()[0].lower()
    opinion = not said.lead and not said.sourced and forms & words("anchored", "opining")
    return bool(forms & words("anchored", "comparing") or opinion or opens == "melalui")


def _leans(tokens: Sequence[Token], kept: Sequence[int], place: int) -> bool:
    """Tell whether a noun has nothing that tells which one is meant."""
    token = tokens[kept[place]]
    if token.text.lower() not in words("anchored", "leaning") or (
        token.text[:1].isupper() and place
    ):
        return False
    before = tokens[kept[place - 1]] if place else None
    if before is not None and (before.upos in {"NUM", "DET"} or before.text.lower() == "salah"):
        return False
    after = tokens[kept[place + 1]] if place + 1 < len(kept) else None
    if after is None:
        return True
    if after.text == "di" and place + 2 < len(kept):
        return tokens[kept[place + 2]].upos != "PROPN"
    return after.upos not in _NAMING and after.text.lower() not in _TELLING


def _cut_off(said: Said, kept: Sequence[int]) -> bool:
    """Tell whether something was left out that the statement may need."""
    tokens = said.sentence.tokens
    tail = _tail(tokens, kept[-1] + 1)
    gone = {tokens[i].text.lower() for i in said.skipped if i < kept[-1]}
    if gone & _BINDING:
        return True
    if not tail or (said.lead and _closes_quotation(tokens, kept[-1] + 1)):
        return False
    verbs = {tokens[i].text.lower() for i in kept} & words("anchored", "clausal")
    return bool(verbs) or tail[0].text.lower() not in words("anchored", "closing")


def _tail(tokens: Sequence[Token], start: int) -> list[Token]:
    """Return the words after a token, without those in brackets."""
    found, inside = [], False
    for token in tokens[start:]:
        inside = token.text == "(" or (inside and token.text != ")")
        if not inside and token.upos != "PUNCT":
            found.append(token)
    return found


def _closes_quotation(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether what is quoted ends here: the rest tells who said it."""
    return any(token.text in _QUOTES for token in tokens[start : start + 2])
