"""Rules about the stem: its question word, its negation, and what it gives away."""

import re
from collections.abc import Iterator

from quizgen.checks.finding import error, warning
from quizgen.checks.text_match import (
    FUNCTION_WORDS,
    asks_content,
    bare,
    cited,
    contains_words,
    content_lemmas,
    is_language,
    keys,
    measures,
    options_of,
    right_and_wrong,
    unquoted,
    words,
)
from quizgen.checks.word_lists import word_list
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import word_class
from quizgen.language.morphology import analyse
from quizgen.language.places import lookup
from quizgen.language.wordlists import is_in
from quizgen.model import Document, Item

_ASKED = re.compile(
    r"(?:^|[,.]\s)(?:(?:menurut|dalam|pada)\s[^,?]*,\s)?(?P<word>(?:sejak|sampai|hingga)\skapan"
    r"|kapan|berapa|siapa|mengapa|(?:di|ke|dari)\s?mana|bagaimana|apa)(?:kah)?\b",
    re.I,
)
_NEGATIVE = re.compile(
    r"\byang\s(?:tidak|bukan)\b|\bkecuali\b"
    r"|\b(?:tidak|bukan)\s(?:sesuai|benar|tepat|termasuk|disebutkan|terdapat|merupakan)\b"
)
_NEGATION = re.compile(r"\b(?:tidak|bukan|belum|tanpa|kecuali|tak)\b", re.I)
_TIME_WORD = re.compile(
    r"\b(?:setelah|sesudah|sebelum|ketika|saat|sejak|pagi|siang|sore|malam|hari|tahun|bulan"
    r"|minggu|pekan|abad|usai|seusai|musim|selama|hingga|sampai|waktu|awal|akhir)\b", re.I,
)  # fmt: skip
_NUMBER_WORD = re.compile(
    r"\d|\b(?:se\w+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|separuh|setengah)\b", re.I
)
_SURE = 0.8
_INSTITUTIONS = word_list("institutions")
_VERBS = ("meN-", "di-", "ber-", "ter-")
_BREAKS = FUNCTION_WORDS - {"kami", "kita", "saya", "ia", "dia", "mereka", "itu", "ini", "para"}


@error("stem-leaks-key")
def stem_leaks_key(item: Item, document: Document) -> Iterator[str]:
    """The stem holds the answer, or a content word that only the key shares."""
    if not asks_content(item):
        return
    stem = unquoted(item.prompt)
    others = [option.text for option in right_and_wrong(item)[1]]
    if all(other.isdigit() for other in others) and others:
        # Numbers of sentences are asked for in a paragraph that has a number too.
        return
    elsewhere = frozenset[str]().union(*map(content_lemmas, others))
    for key in keys(item):
        shared = (content_lemmas(key) - elsewhere) & content_lemmas(stem) if others else set()
        held = contains_words(stem, bare(key)) and not any(
            contains_words(stem, bare(other)) for other in others
        )
        if shared or held:
            yield f"'{', '.join(sorted(shared)) or key}'"


@error("negative-not-emphasised")
def negative_not_emphasised(item: Item, document: Document) -> Iterator[str]:
    """A negative stem does not print the negation in capitals."""
    # What somebody says, after *bahwa*, may be negative: the question is not.
    found = _NEGATIVE.search(unquoted(item.prompt).partition(" bahwa ")[0])
    if options_of(item) and found and not is_language(item):
        yield f"'{found[0]}'"


@error("double-negation")
def double_negation(item: Item, document: Document) -> Iterator[str]:
    """A stem negates twice."""
    stem = re.sub(r"\b(?:tidak|bukan)\s(?:hanya|saja)\b", "", unquoted(item.prompt), flags=re.I)
    found = _NEGATION.findall(stem)
    if options_of(item) and len(found) > 1 and _NEGATIVE.search(stem.lower()):
        yield f"'{' … '.join(found)}'"


@error("siapa-for-institution")
def siapa_for_institution(item: Item, document: Document) -> Iterator[str]:
    """An institution or a country is asked for with siapa."""
    if _question(item) != "siapa":
        return
    for key in keys(item):
        name, first = bare(key), (words(bare(key)) or ("",))[0]
        named = [e for e in document.entities if name in (e.quote, e.canonical)]
        types = {e.type for e in named if e.confidence >= _SURE}
        staffed = first in _INSTITUTIONS or is_in(first, "organisations", "staffed", "departments")
        if (types and types <= {"ORG", "GPE"}) or (staffed and all(e.type != "PER" for e in named)):
            yield f"'{key}'"


@error("siapa-without-yang")
def siapa_without_yang(item: Item, document: Document) -> Iterator[str]:
    """A verb follows siapa without yang."""
    for found in re.finditer(r"(?:^|,\s)siapa(?:kah)?\s([\w-]+)", item.prompt, re.I):
        if analyse(found[1].lower()).segments[0] in _VERBS:
            yield f"'{found[0].strip(', ')}'"


@error("object-question-not-passivised")
def object_not_passivised(item: Item, document: Document) -> Iterator[str]:
    """An object is asked for with an active verb after its subject."""
    found = re.search(r"\b(?:apa|siapa)(?:kah)?\syang\s([^?,]+)", unquoted(item.prompt), re.I)
    spoken = words(found[1]) if found else []
    named = [word for word in spoken if word not in word_class("auxiliary") | fact_words("helping")]
    for at, word in enumerate(named[:5]):
        build = analyse(word)
        if at and build.segments[0] == "meN-":
            yield f"'{found[0] if found else ''}'"
        if build.segments[0] in _VERBS or word in _BREAKS or build.segments[-1] in ("-kan", "-i"):
            return


@error("question-word-mismatch")
def question_word_mismatch(item: Item, document: Document) -> Iterator[str]:
    """The question word does not ask for what the key is."""
    asked = _question(item)
    for key in keys(item) if asks_content(item) else ():
        if asked and not _fits(asked, key, document):
            yield f"{asked}: '{key}'"


def _question(item: Item) -> str | None:
    found = _ASKED.search(unquoted(item.prompt))
    return " ".join(found["word"].lower().split()) if found else None


def _fits(asked: str, key: str, document: Document) -> bool:
    found = measures(key, document)
    covers = sum(len(measure.quote) for measure in found) >= len(bare(key)) > 0
    if asked.endswith("kapan"):
        timed = any(m.type in ("DATE", "TIME", "QUANTITY") for m in found)
        return timed or bool(_TIME_WORD.search(key)) or bool(re.search(r"\d{4}", key))
    if asked == "berapa":
        return bool(found) or bool(_NUMBER_WORD.search(key))
    if asked.endswith("mana"):
        opening = (words(key) or ("",))[0]
        return not covers and (
            opening in ("di", "ke", "dari", "pada", "menuju", "dalam") or _is_place(key, document)
        )
    return not (covers and asked in ("siapa", "mengapa", "bagaimana"))


def _is_place(key: str, document: Document) -> bool:
    types = {e.type for e in document.entities if bare(key) in (e.quote, e.canonical)}
    return lookup(bare(key)) is not None or "PER" not in types


@error("prompt-not-terminated")
def prompt_not_terminated(item: Item, document: Document) -> Iterator[str]:
    """A question ends without a question mark, or a completion without ' ….'."""
    prompt = item.prompt.rstrip(" *”\"'")
    if not prompt or is_language(item):
        return
    if (asks_content(item) and _ASKED.match(prompt) and "?" not in prompt) or (
        options_of(item)
        and not prompt.endswith((" ….", "?", "!"))
        and (
            prompt.endswith("…")
            or re.search(r"\.{2,}$|\w$|[^ ]….$", prompt)
            or re.search(r"\b(?:adalah|ialah|yaitu|merujuk pada)\W*$", prompt)
        )
    ):
        yield f"'{prompt[-30:]}'"


@warning("stem-copied")
def stem_copied(item: Item, document: Document) -> Iterator[str]:
    """At least four fifths of the stem's words are copied from the evidence sentence."""
    stem = [w for w in words(unquoted(item.prompt)) if w not in FUNCTION_WORDS]
    if not asks_content(item) or len(stem) < 4:
        return
    for evidence in item.evidence:
        sentence = cited(evidence, document)
        known = set(words(sentence.text)) if sentence else set()
        if sum(word in known for word in stem) >= 0.8 * len(stem):
            yield sentence.id if sentence else ""
            return
