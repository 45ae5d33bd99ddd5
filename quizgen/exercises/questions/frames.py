"""What can be said of a clause fact outside its text: resolved, whole, and with its source."""

from dataclasses import dataclass

from quizgen.exercises.common.names import source_lead
from quizgen.exercises.common.text import guessed, lower_first, render, resolved
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import bracketed, entity_spans, named_tokens, word_class
from quizgen.language.fact import Adjunct, Fact
from quizgen.language.speech import kind_of_saying, verbs
from quizgen.language.trees import Phrase
from quizgen.language.voice import passive_of
from quizgen.model import Document, Sentence

_LIST = 14
"""How many words after the first member of a list its *dan* is looked for."""
_AMOUNTS = frozenset({"NUMBER", "MONEY", "PERCENT", "QUANTITY"})
_SUPPOSING = frozenset(
    ("agar", "supaya", "jika", "bila", "apabila", "kalau", "seandainya", "andai", "asalkan")
)
_STARTING = frozenset({"sedang", "telah", "sudah", "akan", "masih", "belum", "dapat", "bisa"})
_SAYING_DEPTH = 0.9
"""Quotations below this confidence are not built on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A fact that may be asked about: its text range and the attribution it needs.

    ``end`` is the token index where what can be said of it ends; ``lead`` is *Menurut X, * or
    empty. ``front`` is the circumstance that opens the clause.
    """

    fact: Fact
    document: Document
    end: int
    lead: str

    def text(self, start: int, end: int, *, without: Adjunct | None = None) -> str | None:
        """Return tokens as they would stand in mid-sentence; None if they cannot stand alone."""
        sentence, document = self.fact.sentence, self.document
        skip = [Phrase(without.start, without.end, without.start)] if without else []
        kept = [i for i in range(start, end) if not any(i in phrase for phrase in skip)]
        if not kept:
            return ""
        if not resolved(sentence, document, kept) or _halting(sentence, document, kept):
            return None
        return render(sentence, document, start, end, skip=skip)

    def low(self, start: int, text: str) -> str:
        """Return ``text``, which begins at a token, as it stands in mid-sentence."""
        return lower_first(text, self.fact.sentence, self.document, start)

    def ask(self, *parts: str | None, without: Adjunct | None = None) -> str | None:
        """Return the parts as one question after what leads in; None if one is missing."""
        front = self.front(without)
        if front is None or any(part is None for part in parts):
            return None
        text = " ".join(part for part in parts if part)
        before = f"{self.lead}{front[:1].lower() if self.lead else front[:1]}{front[1:]}"
        return f"{before}{text[:1].lower()}{text[1:]}?" if before else f"{text}?"

    def front(self, without: Adjunct | None = None) -> str | None:
        """Return what stands before the subject and belongs to the clause: *Pada 2024, *.

        Linking words are left out; None if something there cannot stand alone.
        """
        said = []
        for adjunct in self.fact.adjuncts:
            if adjunct is without or not self._fronted(adjunct):
                continue
            text = self.text(adjunct.start, adjunct.end)
            if not text:
                return None
            said.append(text)
        front = ", ".join(said)
        return f"{front[:1].upper()}{front[1:]}, " if front else ""

    def _fronted(self, adjunct: Adjunct) -> bool:
        fact = self.fact
        if fact.subject is None or adjunct.end > fact.subject.start:
            return False
        first = fact.tokens[adjunct.start].text.lower()
        covered = [q for q in self.document.quotations if q.start <= fact.tokens[fact.start].start]
        outside = (
            bool(self.lead)
            and bool(covered)
            and covered[-1].start > fact.tokens[adjunct.start].start
        )
        pair = " ".join(t.text.lower() for t in fact.tokens[adjunct.start : adjunct.start + 2])
        linking = first in word_class("droppable") or pair.replace(" ", "_") in word_class(
            "openers"
        )
        return not linking and not outside

    def clause(self) -> str | None:
        """Return the whole clause as it stands in mid-sentence."""
        front, body = self.front(), self.body()
        if front is None or not body:
            return None
        return f"{front[:1].lower()}{front[1:]}{body}"

    def body(self, without: Adjunct | None = None) -> str | None:
        """Return subject, predicate and what follows; a relative clause without its *yang*."""
        fact = self.fact
        if fact.subject is None:
            return None
        subject = self.text(fact.subject.start, fact.subject.end, without=without)
        rest = self.text(fact.predicate.start, self.end, without=without)
        if not subject or not rest:
            return None
        return f"{self.low(fact.subject.start, subject)} {rest}"


def frame_of(fact: Fact, document: Document) -> Frame | None:
    """Return what can be said of a fact outside its text; None if that is not clear."""
    if fact.negated or fact.voice == "nominal" or fact.subject is None:
        return None
    if fact.relation not in {"root", "conj", "acl:relcl", "ccomp", "parataxis"}:
        return None
    unfit = (*map(word_class, ("saying", "vague")), *map(fact_words, ("linking", "static")))
    if any(fact.verb_form() in words for words in unfit) or not _specific(fact.subject, fact):
        return None
    if _unreal(fact) or _runs_on(fact) or _no_subject(fact, document):
        return None
    if fact.hanging or _oddly_helped(fact) or _cut_list(fact):
        return None
    if fact.relation == "acl:relcl" and not _named(fact.subject, fact, document):
        return None
    if fact.object is None and kind_of_saying(fact.verb_form()):
        return None
    lead, end = _attribution(fact, document), _stop(fact, document)
    parts = [*fact.adjuncts, *((fact.object,) if fact.object else ())]
    if lead is None or any(part.start < end < part.end for part in parts):
        return None
    if end <= (fact.object or fact.predicate).end and _wants_more(fact):
        return None
    if _goes_on(fact, end) or _says_nothing(fact):
        return None
    return Frame(fact=fact, document=document, end=end, lead=lead)


_WISHED = frozenset({"order", "hope", "promise"})
"""*Meminta pemerintah membangun gudang*: it is not built."""


def _unreal(fact: Fact) -> bool:
    """Tell whether the clause is wished for or supposed: *mengusulkan agar jawaban diberikan*."""
    above = fact.tokens[fact.verb].head
    if above is not None and kind_of_saying(fact.tokens[above].text) in _WISHED:
        return True
    return any(
        token.head == fact.verb and token.text.lower() in _SUPPOSING for token in fact.tokens
    ) or any(
        token.text.lower() in _SUPPOSING
        for token in fact.tokens[max(0, fact.start - 1) : fact.start + 1]
    )


def _no_subject(fact: Fact, document: Document) -> bool:
    """Tell whether the subject is an amount, or ends in an adverb of the verb: *truk baru tiba*."""
    assert fact.subject is not None
    first, last = fact.subject.start, fact.subject.end
    apposed = fact.tokens[last : last + 2]
    if [t.text for t in apposed][:1] == [","] and apposed[-1].upos == "PROPN":
        # *Warga Desa Sebetung, Petrus, menyewa …*: the name would be the answer.
        return True
    if fact.tokens[last - 1].text.lower() in {"baru", "masih", "sempat", "terus"}:
        return True
    return any(
        span.start <= first and span.end >= last and span.entity.type in _AMOUNTS
        for span in entity_spans(fact.sentence, document)
        if span.entity
    )


def _runs_on(fact: Fact) -> bool:
    """Tell whether another predicate follows the verb: *toilet bergerak sedang dikirim*."""
    after = fact.verb + 1
    return after < len(fact.tokens) and fact.tokens[after].text.lower() in _STARTING


def _goes_on(fact: Fact, end: int) -> bool:
    """Tell whether something that is not understood follows: the clause may not end here."""
    if end >= len(fact.tokens):
        return False
    following = fact.tokens[end]
    return following.upos not in {"PUNCT", "CCONJ", "SCONJ"} and following.text.lower() not in {
        "yang", "karena", "setelah", "sebelum", "saat", "ketika", "agar", "sehingga",
    }  # fmt: skip


def _says_nothing(fact: Fact) -> bool:
    """Tell whether the object names nothing in particular: *menanggung sebagian besar*."""
    if fact.object is None:
        return False
    inside = fact.tokens[fact.object.start : fact.object.end]
    return not any(
        token.upos in {"NOUN", "PROPN", "NUM"} and token.text.lower() not in fact_words("vague")
        for token in inside
    )


def _wants_more(fact: Fact) -> bool:
    """Tell whether a verb says nothing on its own: *tercatat*, or *menampung* with no object."""
    verb = fact.verb_form()
    if fact.object is not None:
        return verb in fact_words("directive")
    return verb in fact_words("needy") or (fact.voice == "active" and passive_of(verb) is not None)


def _named(phrase: Phrase, fact: Fact, document: Document) -> bool:
    """Tell whether a phrase is a name, so that a clause on it says the same on its own."""
    spans = entity_spans(fact.sentence, document)
    return any(span.start <= phrase.head < span.end for span in spans)


def _specific(phrase: Phrase, fact: Fact) -> bool:
    """Tell whether a phrase names something in particular, not just *faktor* or *orang*."""
    tokens = fact.tokens[phrase.start : phrase.end]
    if tokens[0].text.lower() in fact_words("vague"):
        return False
    if any(token.upos == "PROPN" for token in tokens):
        return True
    content = sum(token.upos in {"NOUN", "ADJ", "NUM"} for token in tokens)
    return content >= 2 or tokens[0].text.lower() in fact_words("unique")


def _cut_list(fact: Fact) -> bool:
    """Tell whether a list goes on after the object: the answer would be a part of it only.

    *menerima mobil, cincin, dan belati* is cut after *mobil*; after a *yang* of the object
    *dan* may belong to either verb.
    """
    end = fact.object.end if fact.object else fact.predicate.end
    if end >= len(fact.tokens):
        return False
    inside = fact.tokens[fact.object.start : fact.object.end] if fact.object else ()
    relative = any(token.text.lower() == "yang" for token in inside)
    if relative and fact.tokens[end].upos == "CCONJ":
        return True
    return fact.tokens[end].text == "," and _lists_on(fact, end + 1)


def _lists_on(fact: Fact, start: int) -> bool:
    """Tell whether *dan, serta, atau* follows with no verb before it: more of a list."""
    for token in fact.tokens[start : start + _LIST]:
        # A bare verb may stand inside a noun phrase: *alat minum teh*.
        finite = token.upos == "VERB" and token.segments[0] in {"meN-", "di-", "ber-", "ter-"}
        if finite or token.upos in {"AUX", "SCONJ"} or token.text in {".", ";", ":"}:
            return False
        if token.upos == "CCONJ" and token.text.lower() in {"dan", "serta", "atau", "hingga"}:
            return True
    return False


def _oddly_helped(fact: Fact) -> bool:
    """Tell whether a helper stands there that not every question keeps: *paling, sekali*."""
    helpers = fact.tokens[fact.predicate.start : fact.verb]
    fit = word_class("auxiliary") | fact_words("open") | fact_words("helping") | {"juga"}
    return any(token.text.lower() not in fit for token in helpers)


def _stop(fact: Fact, document: Document) -> int:
    """Return where the clause ends for a question: before the first comma after its object."""
    named = named_tokens(fact.sentence, document) | bracketed(fact.tokens)
    low = fact.object.end if fact.object else fact.predicate.end
    for index in range(low, fact.end):
        if fact.tokens[index].upos == "PUNCT" and index not in named:
            return index
    return fact.end


def _attribution(fact: Fact, document: Document) -> str | None:
    """Return *Menurut X, * where somebody is said to say so, None where that is not clear."""
    sentence = fact.sentence
    if any(token.text == "?" for token in sentence.tokens):
        return None
    low = fact.tokens[fact.start].start
    covering = [q for q in document.quotations if q.start <= low < q.end]
    if covering:
        quotation = covering[0]
        if quotation.confidence < _SAYING_DEPTH or guessed(quotation.verb):
            return None
        return source_lead(quotation.speaker)
    if any(token.text in '"“”' for token in sentence.tokens):
        return None
    reporting = word_class("saying") | verbs("bare").keys() | {"menurut"}
    if any(token.text.lower() in reporting for token in sentence.tokens):
        return None
    return ""


def _halting(sentence: Sentence, document: Document, kept: list[int]) -> bool:
    named = named_tokens(sentence, document) | bracketed(sentence.tokens)
    return any(sentence.tokens[i].upos == "PUNCT" and i not in named for i in kept)
