"""Which subjects and objects of a main clause nobody would ask for, or could not well.

Source: Sneddon et al. (2010) 3.132-3.148.
"""

from collections.abc import Sequence
from itertools import pairwise

from quizgen.exercises.common.tables import words
from quizgen.exercises.questions.main import Main
from quizgen.exercises.voices.speaking import cut_short
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import Span, word_class
from quizgen.language.speech import kind_of_saying
from quizgen.language.wordlists import is_in
from quizgen.model import Token

_FEWEST_SAID = 4
_AMOUNTS = frozenset({"NUMBER", "MONEY", "PERCENT", "QUANTITY"})


def unasked(main: Main, word: str) -> bool:
    """Tell whether nobody asks for the subject: *Apa yang meliputi Malaysia?*.

    Nor is it a party that becomes something: *Pihak mana yang menjadi tonggak*.
    """
    verb = main.verb_form()
    built = word == "Pihak mana" and (verb == "menjadi" or "di-" in main.tokens[main.verb].segments)
    return verb in words("mains", "equating") or built or (says(main) and not _heard(main, word))


def says(main: Main) -> bool:
    """Tell whether the clause tells what somebody says: *menilai, mengaku, berharap*."""
    run = [token.text.lower() for token in main.tokens[main.predicate : main.verb + 1]]
    return any(kind_of_saying(word) or word in word_class("saying") for word in run)


def _heard(main: Main, word: str) -> bool:
    """Tell whether who says so can be asked for: a name, and more than a few words said."""
    if main.subject is None or word in {"Apa", "Pihak mana"}:
        return False
    if not words("mains", "misspelt").isdisjoint(t.text.lower() for t in main.tokens):
        return False
    later = {token.text.lower() for token in main.tokens[main.verb + 2 : main.end]}
    if later & {"agar", "supaya"}:
        # Whose aim it is, is not clear: *mendorong petugas menata taman agar warga betah*.
        return False
    return main.end - main.verb > _FEWEST_SAID and not cut_short(
        main.subject.canonical, main.document
    )


def gapped(main: Main, spans: list[Span]) -> bool:
    """Tell whether a second subject follows without verb: *tercatat Rp2 miliar dan utang Rp1*."""
    amounts = [s for s in spans if s.entity and s.entity.type in _AMOUNTS
               and main.verb < s.start and s.end <= main.end]  # fmt: skip
    return any(
        main.tokens[one.end].upos == "CCONJ"
        and other.start > one.end + 1
        and main.tokens[one.end + 1].upos in {"NOUN", "PROPN"}
        for one, other in pairwise(amounts)
    )


def does_things(main: Main) -> bool:
    """Tell whether the subject is a body or an office without a name, to which no word is right.

    Neither *apa* nor *siapa* suits what *Pusat Vulkanologi* or *Perdana Menteri Fiji* does.
    """
    first, second = (token.text for token in main.tokens[main.start : main.start + 2])
    office = first.lower() in word_class("office") or is_in(first, "titles")
    return first.lower() in words("mains", "doers") or (office and second[:1].isupper())


def keeps_capital(main: Main) -> bool:
    """Tell whether the subject would keep the capital of a sentence: *oleh Emiten produsen*."""
    first, second = main.tokens[main.start : main.start + 2]
    return main.who()[:1].isupper() and second.text[:1].islower() and first.upos != "PRON" and (
        main.predicate > main.start + 1
    )  # fmt: skip


def hangs_inside(tokens: Sequence[Token], start: int, end: int, last: int) -> bool:
    """Tell whether what follows the object belongs to a word of it: *peluang … pada 2025*.

    Of a place it does not matter where the object is one phrase: where a thing is, it is opened
    too. *Perintah pengamanan terhadap kantor di seluruh Indonesia* is not given there.
    """
    phrase = not any(token.upos == "ADP" for token in tokens[start:end])
    if end < last and tokens[end].text.lower() == "di" and phrase:
        return False
    heads = {token.head for token in tokens[end:last]}
    return any(start <= head < end for head in heads if head is not None)


def human_or_open(main: Main, start: int, end: int) -> bool:
    """Tell whether an object is somebody, says little, or goes on into another clause."""
    inner = main.tokens[start:end]
    head = inner[0].text.lower()
    if head in fact_words("human") | fact_words("collective") | fact_words("vague"):
        return True
    # After *dan* and a verb the doer is said no more: *menambah pos dan menyiagakan petugas*.
    tail = main.tokens[start : main.end]
    joined = any(a.upos == "CCONJ" and b.upos == "VERB" for a, b in pairwise(tail))
    return joined or any(
        t.clitics or (t.upos == "SCONJ" and t.text.lower() != "yang") for t in inner
    )
