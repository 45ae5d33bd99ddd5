"""A sentence of the text that can be printed alone as the frame of a language item.

It is of a handy length, standard in every word, and points to nothing outside it: no *ia*, no
*itu*, no *-nya* but those whose antecedent stands before them in the sentence. A dateline, a
linking word at the start and *juga* are left out, and so is a clause that a comma parts off. What
somebody is quoted as saying counts as a sentence too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen.exercises._text import SURE, needless_determiner, upper_first
from quizgen.language.clauses import bracketed, entity_spans, is_additive, word_class
from quizgen.language.generation import generate
from quizgen.language.morphology import analyse
from quizgen.language.sentences import dateline_end
from quizgen.language.slips import slip
from quizgen.language.speech import verbs
from quizgen.model import Document, Evidence, Sentence, Token

_SHORTEST, _LONGEST = 5, 27
_QUOTES = frozenset('"“”')
_MARKS = frozenset("‘’':;?!()[]–—-/*") | _QUOTES | {"…", "..."}
_OPENING = frozenset({"NOUN", "PROPN", "NUM", "ADP", "DET", "SCONJ"})
_SPEAKING = frozenset({"kami", "kita", "saya"})
_PERSONAL = frozenset({"ia", "dia", "beliau", "mereka"})
_POINTING = frozenset(
    """ini itu tersebut tadi sini situ sana begini begitu demikian aku kamu anda engkau keduanya ketiganya
    semuanya lainnya serupa senada pun pula justru malah bahkan tadinya yakni yaitu pihaknya sang si
    sendiri hal sementara sedangkan sebelumnya selanjutnya berikutnya masing-masing apalagi pasalnya
    sama lain imbasnya lantas ya kan gitu siapapun apapun manapun kapanpun dimanapun situlah""".split()
) | _SPEAKING | _PERSONAL  # fmt: skip
_NOMINAL = frozenset({"NOUN", "PROPN"})
_SUBORDINATE = frozenset(
    """sehingga sedangkan sementara setelah sesudah sebelum karena agar supaya walau walaupun meski
    meskipun terutama khususnya""".split()
)
"""After a comma these begin a clause that can be left out."""
_BOTH = frozenset({"kedua", "ketiga", "keempat", "kelima"})
_LINKING = frozenset(
    """kemudian lalu namun jadi selain semua adapun akhirnya khususnya misalnya oleh sebab terlebih
    seperti mudah-mudahan dan atau tetapi serta sehingga sedangkan sementara bahwa""".split()
)
_UNTIDY = re.compile(r"\bRp\s|US\$\s|\b\d{1,2}\.(?:\s|$)|\d\s%|,\s*\w+\s*nya\b")
_DATE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?$")


@dataclass(frozen=True, slots=True)
class Alone:
    """Tokens ``start`` to ``end`` (exclusive) of a sentence, without those in ``skipped``.

    The closing full stop is not among them.
    """

    sentence: Sentence
    start: int
    end: int
    skipped: frozenset[int] = frozenset()

    @property
    def kept(self) -> tuple[int, ...]:
        """Indexes of the tokens that are printed, in order."""
        return tuple(i for i in range(self.start, self.end) if i not in self.skipped)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens that are printed, in order."""
        return tuple(self.sentence.tokens[i] for i in self.kept)

    def text(self, instead: Mapping[int, str] | None = None) -> str:
        """Return the sentence as it is printed; ``instead`` holds what stands for a token."""
        changed, parts = instead or {}, []
        tokens = self.sentence.tokens
        for index in self.kept:
            apart = bool(parts) and tokens[index].start > tokens[index - 1].end
            parts.append(f"{' ' if apart else ''}{changed.get(index, tokens[index].text)}")
        return upper_first("".join(parts)) + "."

    def evidence(self) -> Evidence:
        """Return what is printed, with what was left out inside it, word for word."""
        sentence = self.sentence
        first, last = sentence.tokens[self.start], sentence.tokens[self.end - 1]
        return Evidence(
            sentence.id, sentence.text[first.start - sentence.start : last.end - sentence.start]
        )


def alone(sentence: Sentence, document: Document) -> Alone | None:
    """Return the longest part of the sentence that can be printed alone, None if there is none."""
    tokens = sentence.tokens
    if not tokens or tokens[-1].upos != "PUNCT":
        return None
    named = {i for span in entity_spans(sentence, document) for i in range(span.start, span.end)}
    for start, end in _parts(sentence, named):
        skipped = frozenset(
            i
            for i in range(start, end)
            if is_additive(tokens[i]) or needless_determiner(tokens, i)
        )
        found = Alone(sentence, start, end, skipped)
        if _stands(found, document, named):
            return found
    return None


def _parts(sentence: Sentence, named: set[int]) -> Iterator[tuple[int, int]]:
    """Yield what may stand alone: the whole, a quotation, what follows *bahwa*, each cut shorter."""
    tokens = sentence.tokens
    whole = [(_start(sentence), len(tokens) - 1)] if tokens[-1].text == "." else []
    marks = [i for i, token in enumerate(tokens) if token.text in _QUOTES]
    bases = whole if not marks else _quoted(tokens, marks)
    for start, end in bases:
        yield start, end
        cuts = [i for i in range(start + _SHORTEST, end - 1) if i not in named]
        yield from ((start, i) for i in reversed(cuts) if _cuts(tokens, i))
        if not marks:
            yield from ((i + 1, end) for i in cuts if tokens[i].text == "bahwa")


def _cuts(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a comma here ends a main clause: before *sehingga*, before *kata Ridwan*."""
    following = tokens[index + 1]
    low = following.text.lower()
    return tokens[index].text == "," and (low in _SUBORDINATE or low in verbs("bare"))


def _quoted(tokens: Sequence[Token], marks: Sequence[int]) -> list[tuple[int, int]]:
    """Return the words of a quotation that begins or ends in the sentence."""
    start = 1 if marks[0] == 0 else 0
    closing = marks[start:]
    if len(closing) > 1 or len(marks) > 2:
        return []
    end = closing[0] - 1 if closing else len(tokens) - 1
    stopped = 0 < end < len(tokens) and tokens[end].text in {",", "."}
    return [(start, end)] if stopped else []


def _start(sentence: Sentence) -> int:
    """Return the first token after a dateline and after a linking word with its comma."""
    tokens, cut = sentence.tokens, dateline_end(sentence.text) + sentence.start
    start = next((i for i, token in enumerate(tokens) if token.start >= cut), 0)
    words = [token.text.lower() for token in tokens[start : start + 4]]
    linked = words[0] in word_class("droppable") or "_".join(words[:2]) in word_class("openers")
    if linked and "," in words:
        return start + words.index(",") + 1
    return start


def _stands(found: Alone, document: Document, named: set[int]) -> bool:
    sentence, kept = found.sentence, found.kept
    if not _SHORTEST <= len(kept) <= _LONGEST or _UNTIDY.search(found.evidence().quote):
        return False
    first = sentence.tokens[found.start]
    opens = first.upos in _OPENING or first.text.lower() in _SPEAKING
    if not opens or first.text.lower() in _LINKING:
        return False
    inside = {kept.index(i) for i in named if i in kept}
    return (
        _has_subject(found)
        and _explained(found, document)
        and well_formed(found.tokens, inside)
    )


def _has_subject(found: Alone) -> bool:
    """Tell whether a verb of the part has its subject before it, and nothing hangs outside."""
    tokens = found.sentence.tokens
    inside = range(found.start, found.end)
    for index in inside:
        head, relation = tokens[index].head, tokens[index].deprel or ""
        if relation.startswith(("nsubj", "csubj")) and head in inside and index < head:
            if tokens[index].text.lower() != "yang":
                return True
    return False


def _explained(found: Alone, document: Document) -> bool:
    """Tell whether every word that points has what it points to before it in the sentence."""
    tokens, marks = found.sentence.tokens, _harmless_marks(found.sentence.tokens)
    for index in found.kept:
        token = tokens[index]
        low = token.text.lower()
        if token.text in _MARKS and index not in marks:
            return False
        if low in _BOTH and not _ordinal(tokens, index, found.start):
            return False
        pointing = low in _POINTING or bool(token.clitics)
        owned = low in _PERSONAL or token.clitics == ("nya",)
        if pointing and not (owned and _said_before(token, found, document)):
            return False
    return True


def _ordinal(tokens: Sequence[Token], index: int, start: int) -> bool:
    """Tell whether *kedua, ketiga* ranks the noun before it and counts none after it."""
    after = tokens[index + 1]
    return index > start and tokens[index - 1].upos == "NOUN" and after.upos not in _NOMINAL


def _harmless_marks(tokens: Sequence[Token]) -> set[int]:
    """Return the tokens of brackets round one short form or date."""
    found = bracketed(tokens)
    for index in range(len(tokens) - 2):
        dated = _DATE.match(tokens[index + 1].text)
        if tokens[index].text == "(" and tokens[index + 2].text == ")" and dated:
            found |= {index, index + 2}
    return found


def _said_before(token: Token, found: Alone, document: Document) -> bool:
    """Tell whether what a pronoun or *-nya* refers to is named before it in the sentence."""
    sentence = found.sentence
    begin = sentence.tokens[found.start].start - sentence.start
    before = sentence.text[begin : token.start - sentence.start]
    return any(
        reference.antecedent.split()[0] in before and reference.confidence >= SURE
        for reference in document.references
        if token.start <= reference.start < token.end and reference.antecedent.split()
    )


def well_formed(tokens: Sequence[Token], named: set[int]) -> bool:
    """Tell whether every word is standard and every derived word rightly built.

    ``named`` holds the indexes of tokens in names, which follow their own rules.
    """
    if slip(tokens) is not None or _comma_after_saying(tokens) or _bare_predicate(tokens):
        return False
    return not any(
        _misbuilt(token) or _strange(token)
        for index, token in enumerate(tokens)
        if index not in named
    )


def _misbuilt(token: Token) -> bool:
    """Tell whether a derived word is not what its own parts make: *mengkonsumsi*."""
    word = token.text
    if not (word.islower() and word.isalpha()):
        return False
    analysis = analyse(word)
    affixes = [part for part in analysis.segments if part != analysis.root]
    if not analysis.known or not affixes or "R" in affixes:
        return False
    return generate(analysis.root, affixes) != word


def _strange(token: Token) -> bool:
    """Tell whether a word is shouted or no Indonesian word as far as anybody knows."""
    word = token.text
    return (word.isalpha() and word.isupper() and len(word) > 5) or token.upos == "X"


def _bare_predicate(tokens: Sequence[Token]) -> bool:
    """Tell whether a passive governs a bare verb: *diisukan incar pemain*."""
    return any(
        first.text.startswith("di") and second.upos == "VERB" and second.segments == (second.text,)
        for first, second in zip(tokens, tokens[1:], strict=False)
        if first.upos == "VERB"
    )


def _comma_after_saying(tokens: Sequence[Token]) -> bool:
    """Tell whether a comma stands for *bahwa*: *Ia mengatakan, harga naik*."""
    spoken = verbs("active")
    return any(
        first.text.lower() in spoken and second.text == ","
        for first, second in zip(tokens, tokens[1:], strict=False)
    )
