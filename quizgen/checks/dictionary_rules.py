"""Rules of the dictionary: one function a rule, the first line of its docstring is the message.

``ENTRY_RULES`` and ``SENSE_RULES`` are the tables of codes. A synonym may stand in another part
of the dictionary while the parts are being written: ``known`` names the headwords of all parts.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from quizgen.checks.dictionary_text import occurs, unlisted
from quizgen.language.morphology import analyse
from quizgen.language.notices import standard_words
from quizgen.language.syllables import syllabify
from quizgen.lexicon import Dictionary, Entry, Sense, classes, defining_words, registers

PARTS_OF_SPEECH = frozenset(
    ("NOUN", "VERB", "ADJ", "ADV", "ADP", "CCONJ", "SCONJ", "DET", "NUM", "PRON", "PART")
)
_EXAMPLE_WORDS = range(6, 23)
_DEFINITION_WORDS = range(2, 17)
_MOST_COLLOCATIONS = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule, with the table and the line (from 1) to mend."""

    table: str
    line: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Scope:
    """The dictionary being checked and every headword that it may refer to."""

    dictionary: Dictionary
    known: frozenset[str]


EntryCheck = Callable[[Entry, Scope], Iterator[str]]
SenseCheck = Callable[[Entry, Sense, Scope], Iterator[str]]


def check_dictionary(dictionary: Dictionary, known: frozenset[str] = frozenset()) -> list[Finding]:
    """Return what breaks a rule, sorted by table and line."""
    entries = dictionary.entries
    scope = Scope(dictionary, known | frozenset(entries))
    findings = [*_order(list(entries.values())), *_examples_once(dictionary)]
    for entry in entries.values():
        for code, rule in ENTRY_RULES.items():
            findings += _found("entries.tsv", entry.line, code, rule, rule(entry, scope))
        for sense in entry.senses:
            for name, check in SENSE_RULES.items():
                details = check(entry, sense, scope)
                findings += _found("senses.tsv", sense.line, name, check, details)
    return sorted(findings, key=lambda each: (each.table, each.line, each.code, each.message))


def _found(
    table: str, line: int, code: str, rule: Callable[..., object], details: Iterator[str]
) -> Iterator[Finding]:
    message = (rule.__doc__ or "").partition("\n")[0].rstrip(".")
    for detail in details:
        yield Finding(table, line, code, f"{message}: {detail}")


def _order(entries: list[Entry]) -> Iterator[Finding]:
    for before, entry in pairwise(entries):
        if entry.headword <= before.headword:
            message = f"headwords are sorted: '{entry.headword}' after '{before.headword}'"
            yield Finding("entries.tsv", entry.line, "sorted", message)
    lines = [sense.line for entry in entries for sense in entry.senses]
    for before_line, line in pairwise(lines):
        if line <= before_line:
            message = "the senses follow the order of the entries"
            yield Finding("senses.tsv", line, "sorted", message)


def _examples_once(dictionary: Dictionary) -> Iterator[Finding]:
    seen: set[str] = set()
    for entry in dictionary.entries.values():
        for sense in entry.senses:
            if sense.example in seen:
                message = f"an example stands in one place only: {sense.example}"
                yield Finding("senses.tsv", sense.line, "duplicate", message)
            seen.add(sense.example)


def headword_form(entry: Entry, scope: Scope) -> Iterator[str]:
    """The headword is a plain lower-case word or term in its standard, active form."""
    if not re.fullmatch(r"[a-z]+(?:[- ][a-z]+)*", entry.headword):
        yield entry.headword
    elif " " not in entry.headword and analyse(entry.headword).headword != entry.headword:
        yield f"{entry.headword} belongs to {analyse(entry.headword).headword}"
    if entry.headword in standard_words():
        yield f"standard is {standard_words()[entry.headword]}"


def build(entry: Entry, scope: Scope) -> Iterator[str]:
    """Root and segments agree with the morphology."""
    root, segments = build_of(entry.headword)
    if (entry.root, entry.segments) != (root, segments):
        yield f"expected {root} and {segments}"


def build_of(headword: str) -> tuple[str, str]:
    """Return root and segments of a word or term as the tables write them."""
    parts = [analyse(word) for word in headword.split()]
    segments = ("+".join(part.segments).replace(" ", "_") for part in parts)
    return " ".join(part.root for part in parts), " ".join(segments)


def syllables(entry: Entry, scope: Scope) -> Iterator[str]:
    """The syllables agree with the rules of division (EYD V)."""
    expected = syllabify(entry.headword)
    if entry.syllables != expected:
        yield f"{entry.syllables}, expected {expected}"


def nonstandard(entry: Entry, scope: Scope) -> Iterator[str]:
    """A non-standard spelling is no headword and differs from the standard one."""
    yield from (form for form in entry.nonstandard if not form or form in scope.known)


def level(entry: Entry, scope: Scope) -> Iterator[str]:
    """The level is a BIPA level from 1 to 7."""
    if not 1 <= entry.level <= 7:
        yield str(entry.level)


def has_senses(entry: Entry, scope: Scope) -> Iterator[str]:
    """An entry has senses with different glosses."""
    glosses = [sense.gloss for sense in entry.senses]
    if not glosses or len(set(glosses)) < len(glosses):
        yield entry.headword


def part_of_speech(entry: Entry, sense: Sense, scope: Scope) -> Iterator[str]:
    """The part of speech is a UPOS tag of the list."""
    if sense.upos not in PARTS_OF_SPEECH:
        yield sense.upos


def filled(entry: Entry, sense: Sense, scope: Scope) -> Iterator[str]:
    """Gloss, definition, example and collocations are filled in."""
    for name in ("gloss", "example", "collocations"):
        if getattr(sense, name) in ("", "-", (), ("",)):
            yield f"{name} of {entry.headword}"
    if not sense.definition and entry.headword not in defining_words():
        yield f"definition of {entry.headword}"


def definition_words(entry: Entry, sense: Sense, scope: Scope) -> Iterator[str]:
    """A definition uses the words of the defining vocabulary."""
    yield from unlisted(sense.definition, defining_words())


def definition_form(entry: Entry, sense: Sense, scope: Scope) -> Iterator[str]:
    """A definition has 2 to 16 words, a small first letter and no full stop."""
    text = sense.definition
    count = len(text.split())
    if text and (count not in _DEFINITION_WORDS or text[0].isupper() or text.endswith(".")):
        yield f"{count} words: {text}"


def circular(entry: Entry, sense: Sense, scope: Scope) -> Iterator[str]:
    """A definition does not use the word that it defines."""
    if occurs(entry.headword, sense.definition):
        yield sense.definition


def example(entry: Entry, sense: Sense, scope: Scope) -> Iterator[str]:
    """An example is a sentence of 6 to 22 words that contains the headword or a form of it."""
    text = sense.example
    whole = re.fullmatch(r"[A-Z0-9“].*[.?!”]", text)
    if not (whole and len(text.split()) in _EXAMPLE_WORDS and occurs(entry.headword, text)):
        yield f"{entry.headword}: {text}"


def standard_spelling(entry: Entry, sense: Sense, scope: Scope) -> Iterator[str]:
    """Definition, example and collocations are in standard spelling."""
    for text in (sense.definition, sense.example, *sense.collocations):
        for word in re.findall(r"[a-z-]+", text.lower()):
            if word in standard_words():
                yield f"{word}, write {standard_words()[word]}"


def collocations(entry: Entry, sense: Sense, scope: Scope) -> Iterator[str]:
    """There are 1 to 5 collocations, each of them once and with the headword and a partner."""
    given = sense.collocations
    if len(given) > _MOST_COLLOCATIONS or len(set(given)) < len(given):
        yield "; ".join(given)
    for each in given:
        if not occurs(entry.headword, each) or each == entry.headword:
            yield f"{entry.headword}: {each}"


def semantic_class(entry: Entry, sense: Sense, scope: Scope) -> Iterator[str]:
    """The semantic class is one of data/classes.tsv."""
    if sense.semantic_class not in classes():
        yield sense.semantic_class


def register(entry: Entry, sense: Sense, scope: Scope) -> Iterator[str]:
    """The register is one of data/registers.tsv."""
    if sense.register not in registers():
        yield sense.register


def synonyms(entry: Entry, sense: Sense, scope: Scope) -> Iterator[str]:
    """Synonyms are headwords of the same part of speech and class, and name each other."""
    for other in sense.synonyms:
        yield from _unpaired(entry, sense, other, "synonyms", scope)


def antonyms(entry: Entry, sense: Sense, scope: Scope) -> Iterator[str]:
    """Antonyms are headwords of the same part of speech, and name each other."""
    for other in sense.antonyms:
        yield from _unpaired(entry, sense, other, "antonyms", scope)


def _unpaired(entry: Entry, sense: Sense, other: str, relation: str, scope: Scope) -> Iterator[str]:
    target = scope.dictionary.get(other)
    if other == entry.headword or other not in scope.known:
        yield f"'{other}' is no other headword"
    elif target is not None:
        back = [each for each in target.senses if entry.headword in getattr(each, relation)]
        classes_back = {each.semantic_class for each in back}
        if not back:
            yield f"'{other}' does not name '{entry.headword}'"
        elif sense.upos not in {each.upos for each in back}:
            yield f"'{other}' is {back[0].upos}, '{entry.headword}' {sense.upos}"
        elif relation == "synonyms" and sense.semantic_class not in classes_back:
            yield f"'{other}' is of class {back[0].semantic_class}, not {sense.semantic_class}"


ENTRY_RULES: Mapping[str, EntryCheck] = {
    "headword": headword_form,
    "build": build,
    "syllables": syllables,
    "nonstandard": nonstandard,
    "level": level,
    "senses": has_senses,
}
SENSE_RULES: Mapping[str, SenseCheck] = {
    "pos": part_of_speech,
    "filled": filled,
    "vocabulary": definition_words,
    "definition": definition_form,
    "circular": circular,
    "example": example,
    "spelling": standard_spelling,
    "collocations": collocations,
    "class": semantic_class,
    "register": register,
    "synonyms": synonyms,
    "antonyms": antonyms,
}
