"""What a quotation says, as the words that a question prints: quoted, or after *bahwa*."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizgen.exercises.common.pointing import explained
from quizgen.exercises.common.standard_language import bare_predicate, foreign, tidy
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import dated, guessed, lower_first, render, resolved
from quizgen.exercises.statements.alone import has_subject
from quizgen.exercises.voices.as_spoken import printable
from quizgen.language.clauses import bracketed, word_class
from quizgen.language.nouns import is_human
from quizgen.language.speech import verbs
from quizgen.model import Document, Quotation, Sentence, Token

STATED = "menyatakan bahwa"
_SHORTEST, _SHORTEST_REPORT, _LONGEST = 6, 5, 26
_SHORTEST_CUT = 8
_MARKS = frozenset("\"“”‘’'")
_CLAUSE = frozenset({"VERB", "AUX"})
_PREDICATES = frozenset({"VERB", "ADJ"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_HEARD = frozenset({"tadi", "begitu", "demikian", "dia", "beliau"})
"""Words that a quotation must not have: they point to what was said before it. What the speaker
means by *kami* or *ini* need not be known to tell who said it."""
_BEGINNINGS = frozenset({"VERB", "AUX", "ADV", "PART", "SCONJ", "CCONJ", "PUNCT"})
_EXISTING = frozenset({"ada", "terdapat", "terjadi"})
_BEFORE_EXISTING = frozenset({"akan", "telah", "sudah", "memang", "masih", "belum", "tidak"})
_NEGATIONS = frozenset({"tidak", "belum", "bukan"})
_FRONTED = 10
_EARLY = 5
"""A verb with an object *-nya* before this token has it from the sentence before."""
_AIMS = frozenset({"agar", "supaya"})
_SURE_THAT = {
    "optimistis": "optimistis", "optimis": "optimistis", "yakin": "yakin", "percaya": "percaya",
    "khawatir": "khawatir",
}  # fmt: skip
"""What somebody feels sure or afraid of is not stated."""
_FEWEST = 3
"""So many words with a meaning of their own make a statement that says something."""
_OWN = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def quoted(
    quotation: Quotation, sentence: Sentence, document: Document
) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Yield what may be printed of a direct quotation in a sentence, with its tokens: the longest.

    A long one is cut before a clause that only adds to it.
    """
    tokens = sentence.tokens
    kept = _covered(quotation, sentence)
    for end in _ends(tokens, kept, _SHORTEST):
        part = [i for i in kept if i < end]
        text = sentence.text[
            tokens[part[0]].start - sentence.start : tokens[part[-1]].end - sentence.start
        ].rstrip(" ,.")
        inner = tuple(tokens[i] for i in part)
        if _is_quotable(text, inner) and not bare_predicate(tokens[max(0, part[0] - 1) : end]):
            yield text, inner
            return


def reported(
    quotation: Quotation, sentence: Sentence, document: Document
) -> tuple[str, str] | None:
    """Return a verb of saying and what an indirect quotation says in mid-sentence form.

    The verb is ``STATED``, or the text's own for what is supposed (*menduga bahwa*) or asked for
    (*meminta agar*). None if the quotation is unfit.
    """
    kept = _covered(quotation, sentence)
    if quotation.end > sentence.end or len(kept) < _SHORTEST_REPORT:
        return None
    verb = _verb(quotation, sentence, kept[0])
    if verb is None or sentence.tokens[kept[0]].text.lower() in words("pointing", "conveyed"):
        return None
    begin = kept[0] + (sentence.tokens[kept[0]].text.lower() in _AIMS)
    for end in _ends(sentence.tokens, kept, _SHORTEST_REPORT):
        text = _as_clause(sentence, [i for i in kept if begin <= i < end], document)
        if text is not None:
            return verb, text
    return None


def _verb(quotation: Quotation, sentence: Sentence, start: int) -> str | None:
    """Return how a question tells that something was said: *menyatakan bahwa*, *meminta agar*.

    In *meminta bupati membangun gudang agar …* that is a purpose, and not what is asked for.
    """
    verb = (quotation.verb or "").lower()
    kind = verbs("active").get(verb)
    if sentence.tokens[start].text.lower() in _AIMS:
        before = [token for token in sentence.tokens[:start] if token.upos in _CLAUSE]
        asked = kind in {"order", "hope"} and before and before[-1].text.lower() == verb
        return f"{verb} agar" if asked else None
    if kind == "order":
        return None
    if verb in _SURE_THAT:
        return f"{_SURE_THAT[verb]} bahwa"
    if not guessed(verb) and kind != "hope":
        return STATED
    return {"opinion": f"{verb} bahwa", "hope": "berharap"}.get(kind or "")


def self_contained(inner: Sequence[Token]) -> bool:
    """Tell whether a quotation neither goes on from what was said before it nor says nothing.

    *Jadi mereka …* and *Itulah …* go on, *Kami akan terus berupaya* says nothing.
    """
    forms = [token.text.lower() for token in inner]
    if forms[0] in words("pointing", "carrying_on") or inner[0].upos in {"CCONJ", "PUNCT"}:
        return False
    if not words("pointing", "looking_back").isdisjoint(forms) or _spliced(forms):
        return False
    if any(token.upos == "VERB" and "nya" in token.clitics for token in inner[:_EARLY]):
        return False
    own = {token.lemma.lower() for token in inner if token.upos in _OWN}
    return len(own - words("pointing", "saying_little")) >= _FEWEST


def _spliced(forms: Sequence[str]) -> bool:
    """Tell whether a new sentence begins after a mere comma: *Ada potensi, ini harus dijaga*."""
    return any(one == "," and other in {"ini", "itu"} for one, other in pairwise(forms))


def _covered(quotation: Quotation, sentence: Sentence) -> list[int]:
    return [
        i for i, token in enumerate(sentence.tokens)
        if quotation.start <= token.start and token.end <= quotation.end
    ]  # fmt: skip


def _ends(tokens: Sequence[Token], kept: Sequence[int], shortest: int) -> Iterator[int]:
    """Yield where what is said may end: at its own end, or before a clause that adds to it."""
    if shortest <= len(kept) <= _LONGEST:
        yield kept[-1] + 1
    for index in reversed(kept[_SHORTEST_CUT:_LONGEST]):
        if tokens[index].text == "," and _adds(tokens, index + 1):
            yield index


def _adds(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a clause that only adds to the one before it begins here."""
    low = tokens[index].text.lower()
    relative = low != "yang" or tokens[index + 1].upos in _CLAUSE
    return relative and low in words("frames", "added")


def _is_quotable(text: str, inner: Sequence[Token]) -> bool:
    if any(_heard_before(i, inner) for i in range(len(inner))) or not _has_predicate(inner):
        return False
    if not inner[0].text[:1].isupper() or any(mark in text for mark in "[]?!:;\"“”'‘’—–/"):
        return False
    if not _short_brackets(inner):
        return False
    if _fragment(inner):
        return False
    return printable(inner, text) and not any(foreign(token) for token in inner)


def _fragment(inner: Sequence[Token]) -> bool:
    """Tell whether a phrase without a predicate comes first: *Sebuah harapan, dan kami senang*."""
    comma = next((i for i, token in enumerate(inner) if token.text == ","), None)
    joined = comma is not None and inner[comma + 1].upos == "CCONJ"
    return joined and not any(token.upos in _PREDICATES for token in inner[:comma])


def _heard_before(index: int, inner: Sequence[Token]) -> bool:
    """Tell whether a word points to what was said before: *usia tersebut*, not *dukungan TNI itu*.

    Two nouns tell what is meant.
    """
    low = inner[index].text.lower()
    if low == "tersebut":
        before = inner[max(0, index - 2) : index]
        return len(before) < 2 or any(token.upos not in _NOMINAL for token in before)
    return low in _HEARD


def _has_predicate(inner: Sequence[Token]) -> bool:
    return any(token.deprel in {"nsubj", "nsubj:pass"} for token in inner) and any(
        token.upos in _PREDICATES for token in inner
    )


def _short_brackets(inner: Sequence[Token]) -> bool:
    """Tell whether brackets hold nothing but a short form: *Amerika Serikat (AS)*."""
    allowed = bracketed(inner)
    return all(token.text not in "()" or i in allowed for i, token in enumerate(inner))


def _as_clause(sentence: Sentence, kept: list[int], document: Document) -> str | None:
    tokens = sentence.tokens
    low, high = kept[0], kept[-1] + 1
    inner = tokens[low:high]
    if not _understood(sentence, kept, document) or not _opens_a_clause(inner):
        return None
    if not _short_brackets(inner):
        return None
    if not any(token.upos in _PREDICATES for token in inner) or not _is_clause(sentence, low, high):
        return None
    if any(token.text in _MARKS for token in inner) or in_apposition(inner):
        return None
    text = lower_first(render(sentence, document, low, high), sentence, document, low)
    return text.rstrip(" .") if tidy(inner, text, money=False) else None


def _is_clause(sentence: Sentence, low: int, high: int) -> bool:
    """Tell whether a subject or *ada* is there, or a noun first and a sure predicate behind it.

    *Keputusan wasit pada poin ke-24* is no statement, nor is *dua kali gagal memperoleh pinjaman*.
    """
    inner = sentence.tokens[low:high]
    if {token.text.lower() for token in inner[:2]} & _EXISTING or has_subject(sentence, low, high):
        return True
    behind = [token for before, token in pairwise(inner) if before.text.lower() != "yang"]
    return inner[0].upos in _NOMINAL and any(_predicates(token) for token in behind)


def _predicates(token: Token) -> bool:
    """Tell whether a word is a predicate whatever stands around it: *akan*, *berkurang*."""
    if token.text.lower() in word_class("auxiliary") | _NEGATIONS:
        return True
    return token.upos == "VERB" and token.segments[:1] in {("meN-",), ("di-",), ("ber-",)}


def _understood(sentence: Sentence, kept: list[int], document: Document) -> bool:
    """Tell whether nothing points outside what is said but *pihaknya*, who is the one asked for."""
    own = [i for i in kept if not _harmless(sentence.tokens, i, kept[0])]
    return resolved(sentence, document, own) or (
        explained(sentence, own, document) and dated(sentence, document, own)
    )


def _harmless(tokens: Sequence[Token], index: int, start: int) -> bool:
    """Tell whether a word that may point points to nothing, or to what stands right before it.

    *Lahan yang luasnya kecil*, *tambang yang dicabut izinnya*, *remaja … yang mereka lihat*.
    """
    low = tokens[index].text.lower()
    if low in words("pointing", "pointing_inside"):
        return True
    if low == "begitu":
        return tokens[index + 1].upos == "ADJ"
    if low == "mereka":
        return any(is_human(token.text) for token in tokens[start:index])
    if not low.endswith("nya") or index - 2 <= start:
        return False
    before = tokens[index - 1]
    return before.text.lower() == "yang" or (
        before.upos == "VERB" and tokens[index - 2].text.lower() == "yang"
    )


def _opens_a_clause(inner: Sequence[Token]) -> bool:
    first, second = inner[0], inner[1].text.lower()
    low = first.text.lower()
    if low in _EXISTING or (low in _BEFORE_EXISTING and second in _EXISTING):
        return True
    if low in {"berdasarkan", "sebagai"}:
        # *Mengaku sebagai petugas sehingga …* reports nothing.
        return any(token.text == "," for token in inner[:_FRONTED])
    if low in word_class("links"):
        return False
    # *Mengaku bingung karena …* has no subject of its own.
    return low == "salah" or first.upos not in _BEGINNINGS | {"ADJ"}


def in_apposition(tokens: Sequence[Token]) -> bool:
    """Tell whether a phrase for the speaker opens what is said: *seorang penyintas, kapal …*."""
    comma = next((i for i, token in enumerate(tokens) if token.text == ","), None)
    if comma is None or tokens[0].upos not in {"NOUN", "PROPN", "DET", "NUM"}:
        return False
    inside = [token.text.lower() for token in tokens[:comma]]
    clause = inside.index("yang") if "yang" in inside else comma
    return not any(token.upos in _CLAUSE for token in tokens[:clause])
