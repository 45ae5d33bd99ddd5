"""Rules about what points: *-nya, ia, mereka, itu, kemarin* need what they mean in the item."""

import re
from collections.abc import Collection, Iterator

from quizgen.checks.finding import error
from quizgen.checks.text_match import (
    FUNCTION_WORDS,
    asks_content,
    lemma,
    parts,
    unquoted,
    words,
)
from quizgen.checks.word_lists import word_list
from quizgen.language.levels import zipf
from quizgen.language.morphology import Analysis, analyse
from quizgen.language.nouns import is_human, nouns
from quizgen.language.places import lookup
from quizgen.language.wordlists import is_in
from quizgen.model import Document, Item, Ordering
from quizgen.wording import MONTHS

_DET = word_list("determiners")
_MENTIONED = word_list("named_by_the_sheet")
_SINGULAR = word_list("pronouns_of_one")
_PLURAL = word_list("pronouns_of_many")
_POINTING = _DET | _SINGULAR | _PLURAL
_NOMINAL = word_list("made_nouns_by_nya")
_PREPOSITIONS = frozenset(
    {"di", "ke", "dari", "dalam", "pada", "oleh", "untuk", "dengan", "menurut"}
)
_IN_SENTENCE = re.compile(r"\b(?:berdasarkan|dalam)\skalimat\s\(\d+\),", re.I)
_EVENTS = re.compile(r"\b(?:peristiwa|kejadian|langkah|tahap)\b", re.I)
_TRANSITIVE = 3.5
_OF_PEOPLE = nouns("human", "kin") | {"kepada", "keluarga", "oleh"}
_ASKING = frozenset({"berapa", "apa", "apakah", "berapakah", "siapa", "siapakah"})
_ACTING = nouns("body")
_PEOPLE = frozenset({"orang", "seorang", "anak", "keluarga"})
_SHEET = frozenset({"Benar", "Salah", "Kalimat", "Paragraf", "Fakta", "Opini"})
_NAME = re.compile(r"[A-Z]\w+(?:\s[A-Z]\w+)*")
_DIRECTIVE = re.compile(
    r"\b(?:pernyataan|informasi|kalimat|hal)\b.*\b(?:berikut|mana|manakah|saja|sesuai|benar|salah|memuat)\b",
    re.I,
)
_FIXED_NYA = word_list("fixed_with_nya")
_AFTER_NOUN = frozenset({"utamanya"})
"""Adverbs that after a noun are an adjective with -nya: *manfaat utamanya*."""
_WEEKDAY = r"(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)"
_RELATIVE = re.compile(
    r"\b(?i:kemarin|besok|lusa|hari ini|tadi (?:pagi|siang|malam)|semalam)\b"
    r"|\b(?i:(?:minggu|pekan|bulan|tahun|kuartal)\s(?:ini|lalu|depan|mendatang))\b"
    rf"|(?<!setiap )(?<!tiap )(?<!hari )\b{_WEEKDAY}\b(?!\s\(\d{{1,2}}/\d{{1,2}}/\d{{4}}\))"
)
_AGO = re.compile(
    r"\b(?i:baru-baru ini|belum lama ini|(?:hari|minggu|pekan|bulan|tahun|jam)\s"
    r"(?:yang\s)?(?:lalu|silam)|(?:pagi|siang|sore|malam|petang)\s(?:ini|nanti|tadi))\b"
)
_WHICH_DAY = re.compile(r"\bhari (?:apa|apakah|ke berapa)\b", re.I)
_FULL_DATE = re.compile(r"\b\d{1,2}(?:\s[A-Z]\w+\s|/\d{1,2}/)\d{4}\b|\b(?:19|20)\d\d\b")


def _readings(item: Item) -> Iterator[tuple[str, str]]:
    """Yield each text that must be understood alone, and what is read before it."""
    prompt = unquoted(item.prompt)
    if isinstance(item.response, Ordering) and _EVENTS.search(item.prompt):
        # Events that are shuffled stand alone; sentences of one paragraph point to each other.
        yield from ((unquoted(part), "") for part in parts(item))
    if not asks_content(item):
        return
    yield prompt, ""
    if item.response.kind in ("choice", "multi-choice", "categorise"):
        # What only says what to do with the statements names nothing that they may refer to.
        told = "" if _DIRECTIVE.search(prompt) else prompt
        yield from ((unquoted(part), told) for part in parts(item))


@error("unresolved-clitic")
def unresolved_clitic(item: Item, document: Document) -> Iterator[str]:
    """What -nya refers to is not named before it."""
    for text, before in _readings(item):
        tokens = re.findall(r"[\w-]+", text)
        for at, word in enumerate(tokens):
            if "nya" not in word.lower() and word.lower() not in _AFTER_NOUN:
                continue
            build = analyse(word.lower())
            if word.lower() in _AFTER_NOUN and at:
                if not _nouns(" ".join(_told([*re.findall(r"[\w-]+", before), *tokens[: at - 1]]))):
                    yield f"'{tokens[at - 1]} {word}'"
                continue
            if "nya" not in build.clitics or word.lower() in _FIXED_NYA | _asked_for(text):
                continue
            ahead = [*re.findall(r"[\w-]+", before), *tokens[:at]]
            nominal = build.root in _NOMINAL or _happens(build)
            followed = at + 1 < len(tokens) and tokens[at + 1].lower() not in FUNCTION_WORDS
            by_somebody = build.segments[0] == "di-" or build.root in _OF_PEOPLE
            if by_somebody and not (nominal and followed):
                lost = not _names_agent(ahead, document)
            else:
                lost = not (nominal and followed) and not _nouns(" ".join(_told(ahead)))
            if lost:
                yield f"'{word}'"


def _asked_for(text: str) -> frozenset[str]:
    """Return *pihaknya* where it is who is asked for: *Siapa yang menyatakan bahwa pihaknya …*."""
    own = re.match(r"Siapa yang \w+ bahwa (pihaknya)\b", text)
    return frozenset(own.groups()) if own else frozenset()


@error("unresolved-reference")
def unresolved_reference(item: Item, document: Document) -> Iterator[str]:
    """A word points to something that is not named before it."""
    for text, before in _readings(item):
        tokens = re.findall(r"[\w-]+|[,.]", text)
        for at, word in enumerate(tokens):
            low = word.lower()
            if low not in _POINTING or (low in _DET and _placed(item)):
                continue
            ahead = f"{before} {' '.join(tokens[:at])}".strip()
            lost = (
                (low in _SINGULAR and not _has_person(ahead, document))
                or (low in _PLURAL and not _has_people(ahead, document))
                or (low in _DET and not _is_definite(tokens[:at], before))
            )
            if lost:
                yield f"'{' '.join(tokens[max(0, at - 1) : at + 1])}'"


def _placed(item: Item) -> bool:
    """Tell whether a question says in which sentence *itu* stands: *Berdasarkan kalimat (4), …*."""
    return item.text == "numbered" and bool(_IN_SENTENCE.search(item.prompt))


def _happens(build: Analysis) -> bool:
    """Tell whether -nya makes a noun of a verb (*meningkatnya harga*), so that it needs nobody."""
    first, last = build.segments[0], build.segments[-2]
    if first == "meN-":
        return last not in ("-kan", "-i") and zipf(f"di{build.root}") < _TRANSITIVE
    return first in ("ter-", "ber-")


def _told(ahead: list[str]) -> list[str]:
    """Return the words before -nya that it may refer to: not what is asked, but for *yang*."""
    low = [word.lower() for word in ahead]
    asked = next((at for at, word in enumerate(low) if word in _ASKING), None)
    if asked is None:
        return ahead
    end = asked + 1
    while end < len(low) and low[end] not in FUNCTION_WORDS and _is_plain_noun(ahead[end]):
        end += 1
    # *Desa apa yang warganya …*: the relative clause is about what is asked.
    return ahead if low[end : end + 1] == ["yang"] else [*ahead[:asked], *ahead[end:]]


def _is_plain_noun(word: str) -> bool:
    affixed = analyse(word).segments[0] in ("meN-", "di-", "ber-", "ter-")
    return word.islower() and not affixed


def _names_agent(ahead: list[str], document: Document) -> bool:
    """Tell whether somebody who acts is named: *dikumpulkannya* needs one."""
    text = " ".join(ahead)
    return (
        _has_person(text, document)
        or any(e.type in ("ORG", "GPE") and e.quote in text for e in document.entities)
        or any(word.lower() in _ACTING or is_in(word, "organisations", "staffed") for word in ahead)
    )


def _nouns(text: str) -> list[str]:
    """Return the content words that are no affixed verbs, so that one may refer to them."""
    return [
        word
        for word in re.findall(r"[^\W\d_][\w-]*", text)
        if word.lower() not in FUNCTION_WORDS
        and analyse(word.lower()).segments[0] not in ("meN-", "di-", "ber-", "ter-")
    ]


def _has_person(text: str, document: Document) -> bool:
    names = [found[0] for found in _NAME.finditer(text) if found.start()]
    other = {e.quote for e in document.entities if e.type != "PER"}
    named = any(e.type == "PER" and e.quote in text for e in document.entities) or any(
        not is_place_or_time(name, other) for name in names
    )
    return named or any(
        is_human(word) or word in nouns("people") or analyse(word).segments[0] in ("peN-", "pe-")
        or word in _PEOPLE
        for word in words(text)
    )  # fmt: skip


def is_place_or_time(name: str, other: Collection[str]) -> bool:
    """Tell whether a capitalised phrase is no person: a name of the text, a place, a month."""
    return (
        any(name in quote for quote in other)
        or lookup(name) is not None
        or name.split()[0] in (*MONTHS, *_SHEET)
    )


def _has_people(text: str, document: Document) -> bool:
    """Tell whether several are named: people, a body, a plural, or two persons."""
    said = words(text)
    plural = any(word in ("para", "kedua", "semua", "beberapa", "sejumlah", "dan") for word in said)
    doubled = any(left == right for word in said for left, _, right in [word.partition("-")])
    return plural or doubled or _has_person(text, document) or _names_agent(text.split(), document)


def _is_definite(before: list[str], prompt: str) -> bool:
    """Tell whether the phrase before *itu, ini, tersebut* was named earlier or is modified."""
    if not before:
        return False
    noun = before[-1].lower()
    if noun in _MENTIONED or noun in (",", "."):
        return noun in _MENTIONED
    # The phrase is as long as its head and a modifier: *rumah besar itu, kain tertua itu*.
    earlier = {lemma(word) for word in words(" ".join([prompt, *before[:-1]]))}
    head = before[-2].lower() if before[1:] else ""
    sooner = {lemma(word) for word in words(" ".join([prompt, *before[:-2]]))}
    if head and head not in FUNCTION_WORDS and lemma(head) in sooner:
        return True
    if analyse(noun).segments[0] == "ter-" and head:
        return True
    if lemma(noun) in earlier or noun.isdigit() or (before[1:] and before[-1][0].isupper()):
        return True
    if before[1:] and before[-2].lower() in _PREPOSITIONS:
        return False
    spans = [word.lower() for word in before[-9:]]
    after_question = {"apa", "siapa", "mana", "berapa", "apakah", "siapakah"}
    return any(
        word == "yang" and at and spans[at - 1] not in after_question
        for at, word in enumerate(spans)
    )


@error("relative-date-unanchored")
def relative_date(item: Item, document: Document) -> Iterator[str]:
    """A date counts from a day that the item does not name."""
    if _WHICH_DAY.search(item.prompt):
        return
    for text, _ in _readings(item):
        for found in (*_RELATIVE.finditer(text), *_AGO.finditer(text)):
            # Only a date beside it anchors it: *Kamis, 5 Juni 2025*, *Kamis lalu (5/6/2025)*.
            beside = text[max(0, found.start() - 20) : found.end() + 28]
            if not _FULL_DATE.search(beside):
                yield f"'{found[0]}'"
                return
