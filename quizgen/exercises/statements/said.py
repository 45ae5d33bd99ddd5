"""A statement of the text on its own, and what makes it fit to be judged or completed."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import fixed_date, upper_first
from quizgen.exercises.questions.lacking import lacks, opens_lacking
from quizgen.exercises.statements.severed import aimed, severed, unfinished, unsourced
from quizgen.exercises.voices.someone import someone_else
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import Span, entity_spans, is_additive
from quizgen.language.levels import zipf
from quizgen.language.once import once
from quizgen.language.slips import slip
from quizgen.language.speech import says_bare
from quizgen.language.voice import passive_of
from quizgen.model import Document, Sentence, Token

_QUOTES = frozenset('"“”')
_SHORTEST, _LONGEST = 5, 25
_CLAUSAL = frozenset({"agar", "supaya", "sehingga", "jika", "apabila"})
_PREDICATES = frozenset({"VERB", "ADJ", "AUX"})
_ACRONYM, _COMMON = 4, 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Tokens ``start`` to ``end`` of a sentence, said on their own; ``lead`` keeps the source.

    ``text`` is the wording in mid-sentence; ``turned`` says a clause fact in the other voice, if
    that is sure; ``predicate`` is the token where the predicate begins, if that is known.
    """

    sentence: Sentence
    start: int
    end: int
    text: str
    lead: str = ""
    turned: str = ""
    predicate: int | None = None
    skipped: frozenset[int] = frozenset()
    sourced: bool = False

    @property
    def tokens(self) -> list[Token]:
        """The tokens that are said, without *juga*."""
        inside = range(self.start, self.end)
        kept = (self.sentence.tokens[i] for i in inside if i not in self.skipped)
        return [token for token in kept if not is_additive(token)]

    def full(self, text: str = "") -> str:
        """Return the statement, or ``text`` in its place, as a sentence."""
        return upper_first(self.lead + (text or self.text)) + "."


def _once_so(said: Said) -> bool:
    """Tell whether a word that was left out in front says that it was so before, not now."""
    first = said.sentence.tokens[0].text.lower()
    return said.start > 0 and first in words("pointing", "once")


def _without_verb(tokens: Sequence[Token]) -> bool:
    """Tell whether *sebagai* stands for a predicate: *RJ sebagai otak, dua orang mengirim …*."""
    low = [token.text.lower() for token in tokens]
    at = low.index("sebagai") if "sebagai" in low[1:] else 0
    verb = next((i for i, token in enumerate(tokens) if token.upos == "VERB"), len(tokens))
    return 0 < at < verb and "," in low[at:verb]


def _shouted(token: Token) -> bool:
    """Tell whether a common word stands in capitals, as the first of many a report does."""
    word = token.text
    return word.isupper() and len(word) > _ACRONYM and zipf(word.lower()) >= _COMMON


def fit(
    said: Said,
    document: Document,
    *,
    shortest: int = _SHORTEST,
    telling: frozenset[str] = frozenset({"VERB"}),
) -> bool:
    """Tell whether a statement is clear and whole without the text beside it.

    It has ``shortest`` words at least, and one of a class that is ``telling``.
    """
    tokens = said.tokens
    length = sum(token.upos != "PUNCT" for token in tokens) if said.skipped else len(tokens)
    if not shortest <= length <= _LONGEST:
        return False
    if any(token.text.lower() in words("pointing", "vague") for token in tokens):
        return False
    if _parted(tokens):
        return False
    if not said.lead and tokens[0].text.lower() in words("pointing", "continuing"):
        return False
    if _shouted(tokens[0]) or _once_so(said) or _without_verb(tokens):
        return False
    sourced = said.lead or said.sourced
    if not sourced and (said.sentence.id in _quoted(document) or _reports(said.sentence)):
        return False
    if _from_now(tokens) or _new_or_late(tokens):
        return False
    if _says_little(tokens) and not spans_in(said, document):
        return False
    if said.lead and "menurut" in said.text.lower().split():
        return False
    if slip(tokens) or said.text[:1].isdigit():
        return False
    if not any(t.upos in telling for t in tokens) or tokens[0].upos in {"VERB", "SCONJ", "CCONJ"}:
        return False
    if severed(said.sentence, said.start, said.end, said.skipped, document):
        return False
    if aimed(said.sentence, said.start, said.end, sourced=bool(said.lead)):
        return False
    if not sourced and unsourced(said.sentence, said.start):
        return False
    kept = [i for i in range(said.start, said.end) if i not in said.skipped]
    if "yang" in said.text.split() and unfinished(said.sentence.tokens, kept):
        return False
    if someone_else(said.sentence, kept, document):
        return False
    if _breaks_off(tokens) or opens_lacking(said.text) or lacks(said.full()):
        return False
    return all(
        fixed(span) and _placed(span, said)
        for span in spans_in(said, document)
        if span.entity and span.entity.type in {"DATE", "TIME"}
    )


def _parted(tokens: Sequence[Token]) -> bool:
    """Tell whether only a comma stands between a name and its verb: *Ratna Dewi, menegaskan*."""
    end = next((i for i, token in enumerate(tokens) if token.upos != "PROPN"), 0)
    return (
        bool(end)
        and tokens[end].text == ","
        and tokens[end + 1 : end + 2] != ()
        and (tokens[end + 1].upos == "VERB")
    )


def _breaks_off(tokens: Sequence[Token]) -> bool:
    """Tell whether the end is missing: *Kubu itu belum mau menerima*, *agar kemacetan*."""
    last = tokens[-1]
    joined = [i for i, token in enumerate(tokens) if token.text.lower() in _CLAUSAL]
    if joined and not any(token.upos in _PREDICATES for token in tokens[joined[-1] :]):
        return True
    verb = tokens[-2] if last.upos in {"ADJ", "ADV"} and len(tokens) > 1 else last
    return verb.upos == "VERB" and passive_of(verb.text.lower()) is not None


def _from_now(tokens: Sequence[Token]) -> bool:
    """Tell whether a time depends on when somebody speaks: *sekarang dapat lima kilo*."""
    return any(token.text.lower() in words("whole", "spoken_time") for token in tokens)


def _new_or_late(tokens: Sequence[Token]) -> bool:
    """Tell whether *baru* may go with the noun before it or the verb after it.

    *Manajemen baru mengumumkan pelatih* has two senses without the text.
    """
    return any(
        token.text.lower() == "baru" and index and tokens[index - 1].upos == "NOUN"
        and tokens[index + 1].upos == "VERB"
        for index, token in enumerate(tokens[:-1])
    )  # fmt: skip


def _reports(sentence: Sentence) -> bool:
    """Tell whether a bare verb of saying stands in the sentence: *kata dia*."""
    return any(says_bare(sentence.tokens, index) for index in range(len(sentence.tokens)))


def _placed(span: Span, said: Said) -> bool:
    """Tell whether a date has its preposition: not *Bupati, Rabu (5/6), mengumumkan*."""
    return span.start == said.start or said.sentence.tokens[span.start - 1].upos != "PUNCT"


@once
def _quoted(document: Document) -> frozenset[str]:
    """Return the sentences that are, as a whole or in part, somebody's own words."""
    inside, found = False, set()
    for sentence in document.sentences:
        marks = [token.text for token in sentence.tokens if token.text in _QUOTES]
        if inside or marks:
            found.add(sentence.id)
        for mark in marks:
            inside = mark == "“" or (mark == '"' and not inside)
        if sentence.text.rstrip().endswith(("”", '"')):
            inside = False
    found |= {
        sentence.id
        for quotation in document.quotations
        for sentence in document.sentences
        if sentence.start < quotation.end and quotation.start < sentence.end
    }
    return frozenset(found)


def _says_little(tokens: Sequence[Token]) -> bool:
    """Tell whether the subject is one bare noun, as in *Tekanan datang dari dalam negeri*.

    A body or a person may be named so: *Pemerintah*, *Polisi*.
    """
    first, second = tokens[0], tokens[1]
    known = fact_words("unique") | fact_words("acting") | fact_words("human")
    bare = first.upos == "NOUN" and second.upos in {"VERB", "AUX", "ADV"}
    return bare and first.text.lower() not in known


def spans_in(said: Said, document: Document) -> list[Span]:
    """Return the entities of a statement as token spans of its sentence."""
    spans = entity_spans(said.sentence, document)
    return [
        span
        for span in spans
        if span.start >= said.start and span.end <= said.end
        if said.skipped.isdisjoint(range(span.start, span.end))
    ]


def fixed(span: Span) -> bool:
    """Tell whether a date or time says by itself which one it is."""
    entity = span.entity
    assert entity is not None
    if entity.type == "TIME":
        return any(char.isdigit() for char in entity.quote)
    return fixed_date(entity) or (entity.value is not None and entity.value[:4] in entity.quote)
