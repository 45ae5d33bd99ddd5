"""Rules about statements: their category, whose claim they are, and whom they concern."""

import re
from collections.abc import Iterator
from itertools import combinations

from quizgen.checks.finding import error
from quizgen.checks.people import people_in
from quizgen.checks.speech import quoted, speakers
from quizgen.checks.text_match import (
    asks_content,
    cited,
    content_lemmas,
    figure,
    is_language,
    keys,
    lemma,
    measures,
    normalise,
    options_of,
    words,
)
from quizgen.checks.word_lists import one_of, word_list
from quizgen.language.morphology import analyse
from quizgen.language.once import once
from quizgen.model import Categorise, Document, Evidence, FreeText, Item, Statement

_SAID = one_of("verbs_of_saying")
_CLOSED = rf"{one_of('closing_words_of_saying')}(?:nya)?"
_CLAIMS = (
    re.compile(rf'"(?P<claim>[^"]+)"?,?"?,?\s{_CLOSED}\b'),
    re.compile(r"\b[Mm]enurut\s(?:[^,]+,\s)(?P<claim>.+)"),
    re.compile(rf"\b{_SAID}\s(?:bahwa\s)?(?P<claim>[^,].+)"),
    re.compile(rf"(?P<claim>.+),\s{_CLOSED}\s[A-Z]"),
)
_ATTRIBUTED = word_list("attribution")
_SAYING_NOUNS = word_list("attributing_words")
_ABOUT_WORDS = re.compile(
    r"\b(?:merujuk|makna|sinonim|antonim|kata dasar|ide pokok|kalimat utama|judul|simpulan"
    r"|tujuan penulis|opini|fakta|manakah yang memuat)\b", re.I,
)  # fmt: skip
# The statements of the item itself: naming them does not tell whose claim they are.
_OWN_STATEMENTS = re.compile(
    r"\b(?:(?:se)?tiap pernyataan|pernyataan(?:-pernyataan)? berikut"
    r"|(?:tidak )?(?:disebut|dinyata)kan dalam (?:teks|bacaan))\b"
)
_FALSE = re.compile(r"^(?:salah|tidak (?:benar|sesuai|ada)|keliru)", re.I)
_STATED = re.compile(r"^(?:benar|ada|sesuai)\b", re.I)
_UNSTATED = re.compile(r"^tidak (?:disebut|dinyatakan|diketahui)", re.I)
_LEAST = re.compile(
    r"\b(?:mampu|minimal|sedikitnya|setidaknya|paling sedikit|lebih dari|di atas|hingga|dapat)\b"
)
_MOST = re.compile(r"\b(?:maksimal|paling banyak|kurang dari|di bawah|tidak sampai|hampir)\b")
_FACTIVE = word_list("factive_verbs")
_FATE = re.compile(
    r"\b(?:korban jiwa|(?:menjadi|adalah|ialah) (?:korban|pelaku))\b"
    r"|^siapa\b.*\b(?:korban|pelaku)\b",
    re.I,
)
_HARM = word_list("harm")
_LIFELESS = word_list("what_goes_off")


def _statements(item: Item) -> tuple[Statement, ...]:
    return item.response.statements if isinstance(item.response, Categorise) else ()


@error("statement-category-unknown")
def category_unknown(item: Item, document: Document) -> Iterator[str]:
    """A statement has a category that the item does not offer."""
    for statement in _statements(item):
        offered = item.response.categories if isinstance(item.response, Categorise) else ()
        if offered and statement.category not in offered:
            yield f"'{statement.category}'"


@error("no-statements")
def no_statements(item: Item, document: Document) -> Iterator[str]:
    """There is no statement to judge."""
    if isinstance(item.response, Categorise) and not item.response.statements:
        yield f"'{item.prompt[:40]}'"


@error("claim-as-fact")
def claim_as_fact(item: Item, document: Document) -> Iterator[str]:
    """What a source claims is put as a fact, without naming the source."""
    if not asks_content(item) or isinstance(item.response, FreeText):
        return
    prompt = _OWN_STATEMENTS.sub("", item.prompt)
    if _ABOUT_WORDS.search(prompt) or is_attributed(prompt):
        return
    for statement in _statements(item):
        told = statement.evidence and (
            _is_claim(statement.evidence, document)
            or _in_quotation(statement.text, statement.evidence, document)
        )
        if told and not is_attributed(statement.text):
            yield f"'{statement.text}'"
    keyed = [o.evidence for o in options_of(item) if o.correct and o.evidence]
    proofs = keyed or list(item.evidence[:1])
    asked = people_in(item.prompt, document)
    own = any(speakers(proof, document) & asked for proof in proofs)
    texts = [f"{item.prompt} {key}" for key in keys(item)]
    claimed = any(
        _is_claim(proof, document) or any(_in_quotation(t, proof, document) for t in texts)
        for proof in proofs
    )
    if not _statements(item) and not own and claimed:
        yield f"'{item.prompt}'"


def is_attributed(text: str) -> bool:
    """Tell whether a text names who says it, or asks who does."""
    return any(word in _SAYING_NOUNS or _says(word) for word in words(text))


def _says(word: str) -> bool:
    """Tell whether a word is a verb of saying: *menilai, dinilai*, but not *bernilai*."""
    return lemma(word) in _ATTRIBUTED and analyse(word).segments[0] in ("meN-", "di-")


def _in_quotation(text: str, evidence: Evidence, document: Document) -> bool:
    """Tell whether a source says most of what a text says."""
    own = content_lemmas(text)
    spoken = " ".join(
        document.article.text[q.start : q.end]
        for q in quoted(evidence, document)
        if q.verb not in _FACTIVE
    )
    return len(own & content_lemmas(spoken)) >= 0.6 * len(own) > 0


def _is_claim(evidence: Evidence, document: Document) -> bool:
    """Tell whether most of a quote lies in what the sentence attributes to a source."""
    sentence = cited(evidence, document)
    if sentence is None:
        return False
    text, quote = normalise(sentence.text), normalise(evidence.quote)
    start = text.find(quote)
    for pattern in _CLAIMS:
        found = pattern.search(text)
        if found:
            low, high = (
                max(start, found.start("claim")),
                min(start + len(quote), found.end("claim")),
            )
            return high - low > len(quote) / 2
    return False


@error("alteration-still-true")
def alteration_still_true(item: Item, document: Document) -> Iterator[str]:
    """The altered number is true too, because the text sets a lower or upper limit."""
    for statement in _statements(item):
        sentence = cited(statement.evidence, document) if statement.evidence else None
        if sentence is None or not _FALSE.match(statement.category):
            continue
        given_here = {measure.quote for measure in measures(sentence.text, document)}
        for said in measures(statement.text, document):
            if said.quote in given_here:
                continue
            for given in measures(sentence.text, document):
                if given.quote in statement.text:
                    continue
                ahead = sentence.text[max(0, given.start - 35) : given.start].lower()
                told, asked = figure(given), figure(said)
                if not told or not asked or told[1] != asked[1] or said.type != given.type:
                    continue
                low, high = _LEAST.search(ahead), _MOST.search(ahead)
                if (low and asked[0] < told[0]) or (high and asked[0] > told[0]):
                    yield f"'{said.quote}', where the text has '{given.quote}'"


@error("not-stated-but-entailed")
def not_stated_but_entailed(item: Item, document: Document) -> Iterator[str]:
    """An amount that is said not to be in the text follows from two that are."""
    for statement in _statements(item):
        if not _UNSTATED.match(statement.category):
            continue
        for said in filter(None, (figure(m) for m in measures(statement.text, document))):
            for sentence in document.sentences:
                given = [f for m in measures(sentence.text, document) if (f := figure(m))]
                for (first, unit), (second, other) in combinations(given, 2):
                    same = unit == other == said[1] != ""
                    if same and said[0] in (first + second, abs(first - second)):
                        yield f"'{statement.text}' ({sentence.id})"


@error("attribution-is-not-opinion")
def attribution_is_not_opinion(item: Item, document: Document) -> Iterator[str]:
    """A reported figure is called an opinion."""
    for statement in _statements(item):
        reported = is_attributed(statement.text) and measures(statement.text, document)
        if statement.category.casefold() == "opini" and reported:
            yield f"'{statement.text}'"


@error("statement-harms-person")
def statement_harms_person(item: Item, document: Document) -> Iterator[str]:
    """A false statement puts a real person into a crime or a death that the text does not."""
    texts = [s.text for s in _statements(item) if not _STATED.match(s.category)]
    if not is_language(item):
        texts += [f"{item.prompt} {o.text}" for o in options_of(item) if not o.correct]
    for text in texts:
        harm = (content_lemmas(text) | set(words(text))) & _HARM
        harm |= {"korban", "pelaku"} & set(words(text)) if _FATE.search(text) else set()
        if "mati" in harm and not _dies(text):
            harm -= {"mati"}
        people = [e for e in document.entities if e.type == "PER" and e.quote in text]
        for canonical in dict.fromkeys(person.canonical for person in people if harm):
            if harm - _said_with(document)[canonical]:
                yield f"{canonical}: {', '.join(sorted(harm))}"


def _dies(text: str) -> bool:
    """Tell whether *mati* is said of somebody: cameras, lamps and power are only off."""
    around = re.search(r"((?:[\w-]+\s){0,3})mati\b(\s\w+)?", text.lower())
    if around is None:
        return True
    return not {lemma(word) for word in words(f"{around[1]} {around[2] or ''}")} & _LIFELESS


@once
def _said_with(document: Document) -> dict[str, set[str]]:
    """Return the lemmas and words of the sentences that name somebody, by the name."""
    named: dict[str, set[str]] = {entity.canonical: set() for entity in document.entities}
    for sentence in document.sentences:
        said = content_lemmas(sentence.text).union(words(sentence.text))
        for entity in document.entities_in(sentence):
            named[entity.canonical] |= said
    return named
