"""Whether words of the text are good model Indonesian: the one place that decides.

``standard`` judges any stretch of words, ``tidy`` what is printed as a sentence, and
``rightly_built`` the derived words where an item is on how words are built.

Source: EYD V; Sneddon et al. (2010) ch. 1; what teachers correct in news (*kata mubazir*, clipped
verbs, half appositions).
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from quizgen.exercises.common.tables import pairs, words
from quizgen.exercises.words.standard_words import standard_forms
from quizgen.language.affixes import active, listed
from quizgen.language.clauses import entity_spans, word_class
from quizgen.language.generation import generate
from quizgen.language.levels import english_zipf, zipf
from quizgen.language.listed import Listed
from quizgen.language.morphology import analyse
from quizgen.language.notices import standard_words
from quizgen.language.once import once_a_sentence
from quizgen.language.slips import slip, spaced_money
from quizgen.language.speech import verbs
from quizgen.lexicon import dictionary
from quizgen.model import Document, Sentence, Token

_LISTS = "standard_language"
_MONTHS = "januari|februari|maret|april|juni|juli|agustus|september|oktober|november|desember"
_SLIPS = re.compile(
    rf"""^(?:Meskipun|Walaupun|Sehingga|Karena|Tapi),
    |\bRp\.|\bRp\s\d|,-|\d\s?(?:milyar|trilyun)|\b\d+\s(?:{_MONTHS})\b
    |\bke\s?\d|\bdi\d|\b[a-z]+2\b|\d\.\d\s?(?:persen|%)|\d\s%
    |\s[,.;:?!]|[,;](?=[A-Za-z])|\s\s|,\s?,|\.\.|\),\sbahwa\b
    |\(\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?\)\s(?=[A-Z])
    |\b(?:siapa|apa|mana|kapan|berapa)pun\b|\b[Jj]elang\s
    |\b(?:usai|demi|guna|untuk)\s(?!me|ber|di|ke|per)[a-z]{{3,}}i\s(?=[A-Z])
    |\b(?:PT|CV)\.|\bpara\s(\w+)-\1\b
    |(?<!,\s)\b(?:bapak|ibu|presiden|gubernur|bupati|menteri)\s[A-Z]
    |\b\d{{4,}}\s(?:orang|warga|unit|rumah|ton|kilo|meter|hektare|ekor|jiwa|buah|personel)
    |\b(?:dll|dsb|yg|dgn|oke|bilang|gak|banget|utk|tdk|pd|spt|thn)\b\.?""",
    re.VERBOSE,
)
_IF = frozenset({"jika", "apabila", "kalau", "bila", "karena"})
"""With *maka* these say the same thing twice."""
_HELPERS = frozenset({"akan", "telah", "sudah", "bisa", "dapat", "ingin", "harus", "mau", "masih"})
_AGENTS = frozenset({"saya", "aku", "kami", "kita", "kamu", "anda", "ia", "dia", "mereka"})
_PARTIES = frozenset({"NOUN", "PROPN", "DET", "NUM", "ADJ"})
_EARLY = 6
_ENGLISH = 3.0
_USED = 3.5
"""Zipf frequency from which di- and meN- form show that a verb is transitive."""


def standard(tokens: Sequence[Token]) -> bool:
    """Tell whether every word is standard, and so is the writing of money."""
    return slip(tokens) is None and not spaced_money(tokens)


def tidy(tokens: Sequence[Token], text: str, *, money: bool = True) -> bool:
    """Tell whether words, spelling and commas are standard, as far as can be told.

    Without ``money`` the writing of amounts is left to whoever prints them.
    """
    forms = [token.text.lower() for token in tokens]
    return (
        (standard(tokens) if money else slip(tokens) is None)
        and not _is_slipped(text)
        and words(_LISTS, "clipped").isdisjoint(forms)
        and not _said_twice(forms)
        and not ("," in forms and any(fault(tokens) for fault in _FAULTS_OF_COMMAS))
        and not _loose_weekday(tokens, forms)
    )


@once_a_sentence
def tidy_whole(sentence: Sentence) -> bool:
    """Tell whether a whole sentence is ``tidy``."""
    return tidy(sentence.tokens, sentence.text)


@lru_cache(maxsize=10_000)
def _is_slipped(text: str) -> bool:
    return bool(_SLIPS.search(text) or _parted().search(text))


def spelt(text: str) -> bool:
    """Tell whether a text has none of the wrong spellings that are known, in names neither."""
    return not _nonstandard().is_in(text.lower())


def dashed(tokens: Sequence[Token]) -> bool:
    """Tell whether a hyphen stands for a dash between two words: *tahun lalu-naik dari*."""
    parts = (token.text.lower().partition("-") for token in tokens if "-" in token.text)
    return any(
        left != right and dictionary().get(left) and dictionary().get(right)
        for left, _, right in parts
    )


def foreign(token: Token) -> bool:
    """Tell whether a word is English that Indonesian does not know, as far as can be told."""
    word = token.text
    if not (word.islower() and word.isalpha()) or analyse(word).known:
        return False
    common = english_zipf(word)
    return common >= _ENGLISH and common > zipf(word)


def open_apposition(sentence: Sentence, start: int, end: int, document: Document) -> bool:
    """Tell whether a part has one comma before an early name and none after it.

    Stricter than what ``tidy`` finds in words alone: *Camat Wawo, Salma hadir*, and with a phrase
    before the comma as well.
    """
    tokens = sentence.tokens
    return any(
        start < span.start < end > span.end
        and tokens[span.start - 1].text == ","
        and tokens[span.end].upos not in {"PUNCT", "CCONJ"}
        for span in entity_spans(sentence, document)
        if span.entity and span.entity.type == "PER" and span.start - start <= _EARLY
    )


def _loose_weekday(tokens: Sequence[Token], forms: Sequence[str]) -> bool:
    """Tell whether a weekday has no preposition, as in news: *…, Senin (5/5)*."""
    weekdays = words(_LISTS, "weekdays")
    return not weekdays.isdisjoint(forms) and any(
        form in weekdays and (not index or not _leads_day(tokens[index - 1]))
        for index, form in enumerate(forms)
    )


def rightly_built(tokens: Sequence[Token], named: set[int]) -> bool:
    """Tell whether every derived word is what its parts make, and no verb lacks its prefix.

    ``named`` holds the indexes of tokens in names, which follow their own rules.
    """
    return not bare_predicate(tokens) and not any(
        _misbuilt(token) or _strange(token)
        for index, token in enumerate(tokens)
        if index not in named
    )


@cache
def _nonstandard() -> Listed:
    """Return the non-standard spellings that are known, lower case."""
    known = {wrong for form in standard_forms() for wrong in form.wrong} | set(standard_words())
    return Listed((word.lower() for word in known), marks="-")


@cache
def _parted() -> re.Pattern[str]:
    """Return a pattern of verbs without or apart from their prefix: *siap gelar, di bangun*."""
    helper = "diisukan|siap|bakal|akan|ingin|mau|bisa|dapat|usai"
    bare, parted = ("|".join(sorted(words(_LISTS, name))) for name in ("bare_verbs", "apart"))
    return re.compile(rf"\b(?:{helper})\s(?:{bare})\b|\b(?:di|ke)\s(?:{parted})\b")


def _half_apposition(tokens: Sequence[Token]) -> bool:
    """Tell whether a name in apposition lacks its second comma: *Pelatih, Budi Santo mengaku*."""
    comma = next((i for i, token in enumerate(tokens) if token.text == ","), 0)
    if not comma or any(not _is_naming(token) for token in tokens[:comma]):
        return False
    end = comma + 1
    while end < len(tokens) and tokens[end].upos == "PROPN" and tokens[end].text[:1].isupper():
        end += 1
    if end in {comma + 1, len(tokens)}:
        return False
    return tokens[end].text[:1].islower() and tokens[end].upos != "CCONJ"


def _is_naming(token: Token) -> bool:
    return token.upos in {"NOUN", "PROPN", "ADJ"} or token.text in {"(", ")"}


def _leads_day(before: Token) -> bool:
    return before.upos == "ADP" or before.text.lower() == "hari"


def _said_twice(forms: Sequence[str]) -> bool:
    """Tell whether connectors double each other, or a pair of words is never right."""
    if ("maka" in forms and set(forms) & _IF) or ("maupun" in forms and "baik" not in forms):
        return True
    return not _wrong_pairs().isdisjoint(pairwise(forms))


@cache
def _wrong_pairs() -> frozenset[tuple[str, str]]:
    return frozenset(pairs(_LISTS, "wrong_pairs"))


def _spliced(tokens: Sequence[Token]) -> bool:
    """Tell whether a mere comma joins two main clauses: *Pasar ramai, kita senang*."""
    if tokens[0].upos in {"ADP", "SCONJ"} or tokens[0].text.lower() == "alih-alih":
        return False
    return any(
        first.text == "," and second.text in {"kita", "kami", "saya"}
        for first, second in pairwise(tokens)
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
    english = word.endswith("ing") and english_zipf(word) >= _ENGLISH
    shouted = word.isalpha() and word.isupper() and len(word) > 5
    return shouted or english or token.upos == "X"


def bare_predicate(tokens: Sequence[Token]) -> bool:
    """Tell whether a transitive verb lacks its prefix: *diminta bantu*, *akan bantu warga*.

    After a pronoun it is a passive and standard: *laporan kami terima*.
    """
    return any(
        _lacks_prefix(first, second)
        for first, second in pairwise(tokens)
        if second.upos == "VERB" and second.text.islower()
    )


def _lacks_prefix(before: Token, verb: Token) -> bool:
    low = before.text.lower()
    if low in _AGENTS or verb.text in word_class("used_bare"):
        return False
    if verb.segments[-1] in {"-kan", "-i"} and verb.segments[0] == verb.lemma:
        return True
    governed = low in _HELPERS or (before.upos == "VERB" and low.startswith("di"))
    spoken = verb.text in listed("transitive")
    used = min(zipf(f"di{verb.text}"), zipf(active(verb.text))) >= _USED
    return spoken or (governed and verb.segments == (verb.text,) and used)


def _comma_after_saying(tokens: Sequence[Token]) -> bool:
    """Tell whether a comma stands for *bahwa*: *Ia mengatakan, harga naik*."""
    spoken = verbs("active")
    return any(
        first.text.lower() in spoken and (second.text == "," or _told_to(tokens[index + 1 :]))
        for index, (first, second) in enumerate(pairwise(tokens))
    )


def _told_to(after: Sequence[Token]) -> bool:
    """Tell whether whom something is told to, and then a comma, stand first: *kepada warga, …*."""
    if after[0].text.lower() not in {"kepada", "pada"}:
        return False
    stop = next((token for token in after[1:] if token.upos not in _PARTIES), None)
    return stop is not None and stop.text == ","


_FAULTS_OF_COMMAS = (_half_apposition, _spliced, _comma_after_saying)
"""What a comma tells of an untidy sentence."""
