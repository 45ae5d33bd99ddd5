"""Rules about gaps: each has its answer, and only that one fits."""

import re
from collections.abc import Iterator
from itertools import combinations

from quizgen.checks.finding import error
from quizgen.checks.text_match import FUNCTION_WORDS, gap_numbers, measures, words
from quizgen.checks.word_lists import beside, word_list
from quizgen.language.morphology import analyse
from quizgen.language.word_classes import classes
from quizgen.model import Document, Gap, Item

_PREFIXES = "meng|meny|mem|men|me|ber|ter|di|ke|peng|peny|pem|pen|pe|per|se"
_LINKS = word_list("links")


@error("gaps-and-answers-differ")
def gaps_and_answers_differ(item: Item, document: Document) -> Iterator[str]:
    """The gaps of the prompt and the answers do not match."""
    if isinstance(item.response, Gap):
        numbers = gap_numbers(item.prompt)
        if numbers != list(range(1, len(item.response.answers) + 1)) or not numbers:
            yield f"{len(numbers)} gaps, {len(item.response.answers)} answers"


@error("gap-answer-missing")
def gap_answer_missing(item: Item, document: Document) -> Iterator[str]:
    """A gap has no answer, or none in the word bank."""
    if not isinstance(item.response, Gap):
        return
    bank = {option.text.casefold() for option in item.response.bank}
    for number, variants in enumerate(item.response.answers, start=1):
        if not variants or (bank and not bank & {text.casefold() for text in variants}):
            yield f"gap {number}"


@error("adjacent-gaps")
def adjacent_gaps(item: Item, document: Document) -> Iterator[str]:
    """Two gaps stand side by side."""
    if re.search(r"\}\}\s*\{\{", item.prompt):
        yield f"'{item.prompt[:40]}'"


@error("gap-not-inferable")
def gap_not_inferable(item: Item, document: Document) -> Iterator[str]:
    """Without the text nobody can know the number or name of a gap."""
    if not isinstance(item.response, Gap) or item.text != "hidden" or item.response.bank:
        return
    names = {e.quote for e in document.entities if e.type in ("PER", "ORG", "GPE", "LOC")}
    for variants in item.response.answers:
        for answer in variants[:1]:
            found = measures(answer, document)
            figures = any(char.isdigit() for char in answer) or (
                found and len(found[0].quote) == len(answer)
            )
            once = document.article.text.count(answer) == 1
            named = answer in names or re.search(rf"[a-z,] {re.escape(answer)}\b", _text(document))
            if figures or (once and answer[:1].isupper() and named):
                yield f"'{answer}'"


def _text(document: Document) -> str:
    return document.article.text


@error("ambiguous-c-test-gap")
def ambiguous_word_part(item: Item, document: Document) -> Iterator[str]:
    """Only a prefix is left of a word, so that many words fit."""
    if isinstance(item.response, Gap) and not item.response.bank:
        for found in re.finditer(rf"\b(?:{_PREFIXES})\{{\{{\d+\}}\}}", item.prompt, re.I):
            yield f"'{found[0]}'"


@error("unlisted-filler")
def unlisted_filler(item: Item, document: Document) -> Iterator[str]:
    """Another word fits a gap as well and is not accepted."""
    if not isinstance(item.response, Gap) or item.response.bank:
        return
    for number, variants in enumerate(item.response.answers, start=1):
        around = re.search(rf"(.?)\{{\{{{number}\}}\}}(.{{0,2}})", item.prompt)
        if around is None or not variants or (around[1] + around[2][:1]).strip(' “”"(.,;:!?'):
            continue
        accepted = {variant.casefold() for variant in variants}
        missing = beside("sure_fillers", variants[0].casefold()) - accepted
        if len(variants) == 1:
            missing |= beside("fillers", variants[0].casefold())
        hinted = around[2].strip().startswith("(")
        if missing or (len(variants) == 1 and not hinted and _is_open(variants[0], item)):
            yield f"'{variants[0]}' {', '.join(sorted(missing))}".strip()


def _is_open(answer: str, item: Item) -> bool:
    """Tell whether a whole content word is asked for without the text, where many would fit."""
    plain = answer.isalpha() and answer.islower() and answer not in FUNCTION_WORDS
    tag = classes(answer)[0].partition("|")[0]
    return item.text == "hidden" and plain and tag in ("NN", "VB", "JJ")


@error("bank-words-interchangeable")
def bank_words_interchangeable(item: Item, document: Document) -> Iterator[str]:
    """Two verbs of one sentence can change places."""
    if not isinstance(item.response, Gap) or not item.response.bank:
        return
    for sentence in re.split(r"(?<=[.?!])\s", item.prompt):
        loose = list(_loose_verbs(sentence, item.response))
        for first, second in combinations(loose, 2):
            if _voice(first) == _voice(second):
                yield f"'{first}' and '{second}'"


def _loose_verbs(sentence: str, gap: Gap) -> Iterator[str]:
    """Yield the answers before a preposition or conjunction that follow no preposition."""
    for found in re.finditer(r"(?:([\w-]+)\s)?\{\{(\d+)\}\}\s([\w-]+)", sentence):
        number = int(found[2]) - 1
        if number >= len(gap.answers) or not gap.answers[number]:
            continue
        answer = gap.answers[number][0]
        before, after = (found[1] or "").lower(), found[3].lower()
        noun = before in ("di", "ke", "dari", "pada", "dengan", "untuk", "oleh", "para", "per")
        built = analyse(answer.lower()).segments
        nominal = built[0] in ("peN-", "ke-", "per-", "pe-", "se-") or built[-1] == "-an"
        if after in _LINKS and not noun and not nominal and len(words(answer)) == 1:
            yield answer


def _voice(verb: str) -> bool:
    return analyse(verb.lower()).segments[0] == "di-"
