"""The main clause of a sentence as a whole: who acts, and all that is said of it.

A question that keeps the whole predicate leaves out no condition, and needs no more of the
parser than its main verb. What only adds something after a comma is left out; a clause whose end
is not clear gives nothing.

Source: order of subject, predicate and adjuncts after Sneddon et al. (2010) 3.1-3.5; the comma
before a clause that only adds (EYD V).
"""

from collections.abc import Iterator, Sequence

from quizgen.exercises.common.standard_language import tidy
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import computed
from quizgen.exercises.questions.endings import ending_of
from quizgen.exercises.questions.main import DENIALS, MARKS, Main
from quizgen.exercises.questions.subjects import clear, name_alone, subject_of
from quizgen.exercises.statements.droppable import droppable, links_end
from quizgen.exercises.statements.reported import personal, reported
from quizgen.exercises.statements.severed import aimed, severed
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import Span, entity_spans, word_class
from quizgen.language.once import once
from quizgen.language.sentences import dateline_end
from quizgen.language.speech import kind_of_saying, says_bare
from quizgen.language.trees import Phrase
from quizgen.language.wordlists import is_in
from quizgen.model import Document, Sentence, Token

_LONGEST_FRONT = 12
_SHORTEST, _LONGEST = 5, 34
_HELPING = frozenset({"juga", "kini", "langsung", "turut", "akhirnya", "terus", "sempat", "mulai"})
_PURPOSES = frozenset({"untuk", "demi", "guna"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})
_SURE_ROOT = 0.9
_SURE_SUBJECT = 0.55
_BELOW = frozenset({"acl", "acl:relcl", "amod", "nmod", "xcomp"})
_MAIN = frozenset({"root", "ccomp", "parataxis"})


@once
def mains(document: Document) -> tuple[Main, ...]:
    """Return the main clauses that can be said outside the text, in order."""
    return tuple(_mains(document))


def _mains(document: Document) -> Iterator[Main]:
    covered = {
        sentence.id
        for quotation in document.quotations
        for sentence in document.sentences
        if sentence.start < quotation.end and quotation.start < sentence.end
    }
    for sentence in document.sentences:
        tokens = sentence.tokens
        plain = tokens and tokens[-1].text == "." and sentence.id not in covered
        start = _after_link(sentence) if plain else 0
        main = _read(sentence, document, start, len(tokens) - 1, "") if plain else None
        if plain and not main:
            parts = _parts(sentence, document, start, len(tokens) - 1)
            found = (_read(sentence, document, first, end, "") for first, end in parts)
            main = next((each for each in found if each), None)
        if main:
            yield main
    for told in reported(document):
        main = _read(told.sentence, document, told.start, told.end, told.lead)
        if main:
            yield main


def _parts(
    sentence: Sentence, document: Document, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield shorter stretches that may be read: without what may go in front or at the end."""
    tokens = sentence.tokens
    after = links_end(tokens, links_end(tokens, start))
    units = droppable(tokens, after, end, entity_spans(sentence, document))
    # A *-nya* may stand for what was said in front.
    fronts = (unit.end for unit in units if unit.start == after)
    starts = [after, *(i for i in fronts if not any(token.clitics for token in tokens[i:end]))]
    ends = [end, *sorted((unit.start for unit in units if unit.end == end), reverse=True)]
    yield from ((first, last) for last in ends for first in starts if (first, last) != (start, end))


def _lead(sentence: Sentence) -> int:
    cut = sentence.start + dateline_end(sentence.text)
    return next((i for i, token in enumerate(sentence.tokens) if token.start >= cut), 0)


def _after_link(sentence: Sentence) -> int:
    """Return the first token after a dateline and a linking word or phrase with its comma."""
    tokens, start = sentence.tokens, _lead(sentence)
    first = [token.text.lower() for token in tokens[start : start + 4]]
    linked = first[0] in word_class("droppable") or "_".join(first[:2]) in word_class("openers")
    if linked and "," in first:
        return start + first.index(",") + 1
    return start


def _read(sentence: Sentence, document: Document, start: int, end: int, lead: str) -> Main | None:
    tokens = sentence.tokens
    if not _SHORTEST <= end - start <= _LONGEST or personal(tokens[start:end]):
        return None
    spans = entity_spans(sentence, document)
    named = {i for span in spans for i in range(span.start, span.end)}
    if any(_outside(tokens, i) for i in range(start, end) if i not in named):
        return None
    front, at = front_of(sentence, named, start, end)
    run = verb_run(tokens, named, at, end) if at < end else None
    if run is None or _tells(tokens, run, end) or not heads(tokens, named, at, run):
        return None
    if _cut_name(tokens, spans, at) or tokens[run.start - 1].text.lower() in words(
        "mains", "willing"
    ):
        return None
    subject = subject_of(sentence, document, spans, at, run.start)
    ending = ending_of(sentence, spans, run.head, end)
    if subject is None or ending is None:
        return None
    main = Main(
        sentence=sentence, document=document, start=at, predicate=run.start, verb=run.head,
        ending=ending, lead=lead, front=front,
        subject=subject.entity or name_alone(sentence, document, at, run.start),
    )  # fmt: skip
    return main if _stands(main, spans) else None


def _tells(tokens: Sequence[Token], run: Phrase, end: int) -> bool:
    """Tell whether a comma after the verb opens what is said: *Ia beralasan, lahan belum siap*."""
    if run.end >= end or tokens[run.end].text != ",":
        return False
    return tokens[run.end + 1].text.lower() not in words("mains", "additions")


def _cut_name(tokens: Sequence[Token], spans: Sequence[Span], at: int) -> bool:
    """Tell whether the subject's name lacks its first word: *Bahari* of *Putra Bahari*."""
    first = tokens[at]
    after = next((s.entity for s in spans if s.start == at + 1 and s.entity), None)
    cut = first.upos == "PROPN" and not first.text.isupper() and not is_in(first.text, "titles")
    known = any(s.start <= at < s.end for s in spans)
    return cut and not known and after is not None and after.type == "PER"


def _outside(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a mark or *menurut* shows that the words are somebody's or no plain prose."""
    token = tokens[index]
    said = token.text.lower() == "menurut" or says_bare(tokens, index)
    return token.text in MARKS or said


def front_of(
    sentence: Sentence, named: set[int], start: int, end: int
) -> tuple[Phrase | None, int]:
    """Return a phrase before the subject, and where the subject starts; ``end`` if unclear.

    *Dalam rapat itu,* is left out: it says no more than that there was one.
    """
    tokens = sentence.tokens
    first = tokens[start].text.lower()
    if tokens[0].text.lower() in words("pointing", "once"):
        # *Sebelumnya, Raka berpasangan dengan Yohanes* is not so now.
        return None, end
    if tokens[start].upos not in {"ADP", "SCONJ"} and first not in words("mains", "fronting"):
        return None, start
    stop = min(start + _LONGEST_FRONT, end)
    comma = next((i for i in range(start, stop) if tokens[i].text == "," and i not in named), end)
    inner = tokens[start:comma]
    if comma >= end - 1 or (first not in _PURPOSES and any(t.upos == "VERB" for t in inner)):
        return None, end
    if not any(t.upos in {"NOUN", "PROPN", "NUM"} for t in inner):
        # *Agar cukup,* does not tell what.
        return None, end
    said = {token.text.lower() for token in inner}
    if len(inner) < 4 and said & words("mains", "occasions"):
        return None, comma + 1
    return Phrase(start, comma, start), comma + 1


def verb_run(tokens: tuple[Token, ...], named: set[int], start: int, end: int) -> Phrase | None:
    """Return the first helpers and verbs after the subject; ``head`` is the last verb.

    A verb after *yang* belongs to the subject, up to the verb that the parser has for the root.
    """
    helping = word_class("auxiliary") | _HELPING | DENIALS
    index = start + 1
    while index < end:
        token = tokens[index]
        low = token.text.lower()
        if index in named:
            index += 1
            continue
        if low == "yang":
            index = _after_relative(tokens, index, end)
            continue
        if token.upos == "VERB" or low in helping:
            if tokens[index - 1].text.lower() in words("mains", "with_verb"):
                # *Lama menginap*, *cara memasak* are nouns.
                return None
            verb = index
            while verb < end and tokens[verb].upos != "VERB":
                if tokens[verb].text.lower() not in helping:
                    return None
                verb += 1
            if verb >= end:
                return None
            while verb + 1 < end and tokens[verb + 1].upos == "VERB":
                verb += 1
            return Phrase(index, verb + 1, verb)
        if token.upos in {"AUX", "SCONJ", "PRON", "PART", "ADV"}:
            return None
        index += 1
    return None


def _after_relative(tokens: tuple[Token, ...], yang: int, end: int) -> int:
    """Return where the predicate begins after a relative clause in the subject, else ``end``."""
    root = next((i for i in range(yang, end) if tokens[i].deprel in _MAIN), end)
    helping = word_class("auxiliary") | _HELPING
    while root - 1 > yang and tokens[root - 1].text.lower() in helping and root < end:
        root -= 1
    return root


def heads(tokens: tuple[Token, ...], named: set[int], start: int, run: Phrase) -> bool:
    """Tell whether the run is the clause's own verb, and what stands before it its subject."""
    verbs = [i for i in range(run.start, run.end) if tokens[i].upos == "VERB"]
    main = next((i for i in verbs if (tokens[i].head or 0) not in verbs or tokens[i].head == i), 0)
    if start <= (tokens[main].head or 0) < run.start or tokens[main].deprel in _BELOW:
        return False
    last = run.start - 1 - (tokens[run.start - 1].text == ",")
    if last in named and (start in named or last < run.start - 1):
        return True
    if tokens[main].attachment >= _SURE_ROOT and _nominal(tokens[start : run.start]):
        return True
    return any(
        (tokens[i].deprel or "").startswith("nsubj")
        and tokens[i].head in verbs
        and tokens[i].attachment >= _SURE_SUBJECT
        for i in range(start, run.start)
    )


def _nominal(words_before: Sequence[Token]) -> bool:
    """Tell whether nothing but a noun phrase without preposition stands before the verb.

    Before its verb that can only be the subject, whatever the parser calls it, or a time.
    """
    first = words_before[0]
    known = first.upos in {"NOUN", "PROPN"} and first.text.lower() not in words("mains", "times")
    return known and all(token.upos in _NOMINAL for token in words_before)


def _stands(main: Main, spans: list[Span]) -> bool:
    """Tell whether the clause says one definite thing, and says it in good Indonesian."""
    own = {t.text.lower() for t in main.tokens[main.predicate : main.verb + 1]}
    verb = main.verb_form()
    if own & words("mains", "hedged") or verb in word_class("saying") or kind_of_saying(verb):
        return False
    first = main.front.start if main.front else main.start
    kept = [i for i in range(first, main.end) if not main.front or i != main.start - 1]
    loose = main.loose(first, main.end)
    tokens = [main.tokens[i] for i in kept if i not in loose]
    inside = [i for i in kept if i not in loose]
    named = {i for span in spans for i in range(span.start, span.end)}
    if any(t.text in "()" and i not in named for i, t in zip(inside, tokens, strict=True)):
        return False
    if {t.text.lower() for t in tokens} & words("pointing", "vague"):
        return False
    dates = [span.entity for span in spans if span.start in inside and span.entity]
    if any(date.type == "DATE" and computed(date) for date in dates):
        # *Pekan depan* may be counted in more than one way.
        return False
    if not _opens(main) or _cut_determiner(main):
        return False
    skipped = frozenset(range(first, main.end)) - frozenset(kept)
    if severed(main.sentence, first, main.end, skipped, main.document):
        return False
    if aimed(main.sentence, first, main.end, sourced=bool(main.lead)):
        return False
    text = main.text(main.start, main.end)
    return clear(main.sentence, inside, main.document) and tidy(tokens, f"{text}.", money=False)


def _opens(main: Main) -> bool:
    """Tell whether the clause opens with what it is about: no *padahal*, no bare noun."""
    tokens, first = main.tokens, main.tokens[main.start]
    low = first.text.lower()
    if (
        low
        in words("whole", "spoken_time") | words("pointing", "continuing") | {"yang", "mula-mula"}
        or low in _PURPOSES
    ):
        return False
    if tokens[main.predicate - 1].text.lower() in words("mains", "adverbs"):
        return False
    if main.predicate > main.start + 1 or first.upos == "PROPN" or main.subject:
        return True
    known = fact_words("unique") | fact_words("acting") | fact_words("human")
    return low in known | fact_words("collective")


def _cut_determiner(main: Main) -> bool:
    """Tell whether *itu* was left out where only it tells which thing is meant."""
    if main.front and any(_points(main.tokens[i]) for i in range(main.front.start, main.front.end)):
        return True
    subject = main.tokens[main.start : main.predicate]
    telling = any(t.upos == "PROPN" or t.text.lower() == "yang" for t in subject)
    return any(_points(token) for token in subject) and not telling


def _points(token: Token) -> bool:
    return token.text.lower() in {"ini", "itu", "tersebut"}
