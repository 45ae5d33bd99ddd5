"""Subjects that cannot be what the tree calls them: a time, a question, half a predicate.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from itertools import pairwise

from quizgen.language.circumstances import fact_words
from quizgen.language.fact import RELATIVE, Fact
from quizgen.language.speech import kind_of_saying
from quizgen.language.trees import Phrase

_ASKED = frozenset({"siapa", "apa", "mana", "berapa"})


def odd_subject(fact: Fact) -> bool:
    """Tell whether the subject is a time, or ends in a word of the predicate: *api baru padam*."""
    if fact.subject is None:
        return False
    return (
        _is_time(fact, fact.subject)
        or _ends_in_predicate(fact, fact.subject)
        or _only_links(fact, fact.subject)
        or _asks(fact, fact.subject)
        or _is_parted(fact, fact.subject)
        or _is_spoken(fact, fact.subject)
        or _states(fact, fact.subject)
        or _far_relative(fact, fact.subject)
        or holds_clause(fact, fact.subject)
    )


def _words(fact: Fact, subject: Phrase) -> list[str]:
    return [t.text.lower() for t in fact.tokens[subject.start : subject.end]]


def _is_time(fact: Fact, subject: Phrase) -> bool:
    """Tell whether a time is the subject or stands before it: *dua gim berikutnya | Rina*."""
    words = _words(fact, subject)
    timed = words[0] in fact_words("times") and words[-1] in {"ini", "itu"} and len(words) < 4
    passed = {"berikutnya", "kemudian", "lalu", "silam"} & set(words[:-1])
    named = fact.tokens[subject.end - 1].upos == "PROPN" and "yang" not in words
    return timed or (bool(passed) and named)


def _ends_in_predicate(fact: Fact, subject: Phrase) -> bool:
    """Tell whether an adverb or a verb ends the subject: *api baru | padam*."""
    words, final = _words(fact, subject), fact.tokens[subject.end - 1]
    verbal = final.upos == "VERB" and final.segments[0] != "ber-" and "yang" not in words
    # *Manajer | tengah pergi*, but *Jawa Tengah*.
    busy = final.text == "tengah" and fact.relation not in RELATIVE
    return words[-1] in fact_words("adverbs", "particles") or verbal or busy


def _only_links(fact: Fact, subject: Phrase) -> bool:
    """Tell whether a word that only links or governs opens it: *Akibatnya, …*, *Artinya bus …*."""
    words = _words(fact, subject)
    apart = fact.tokens[subject.end : subject.end + 1]
    links = bool(fact.tokens[subject.start].clitics) and any(t.text == "," for t in apart)
    counts = [t.upos for t in fact.tokens[subject.start + 1 : subject.start + 2]] == ["NUM"]
    if fact.tokens[subject.start].clitics and counts and subject.end > subject.start + 1:
        # *Hasilnya | 81 kolam tercemar*.
        return True
    single = len(words) == 1 and (links or words[0] in fact_words("governing", "completed"))
    return single or words[0] in fact_words("heralds")


def _asks(fact: Fact, subject: Phrase) -> bool:
    """Tell whether the subject is asked for or denied: *ke mana pun | orang itu pergi*."""
    words = _words(fact, subject)
    before = [t.text.lower() for t in fact.tokens[max(0, subject.start - 2) : subject.start]]
    whatever = len(before) == 2 and before[0] in _ASKED and before[1] == "pun"
    denied = fact.tokens[max(0, subject.start - 1)].text.lower() in fact_words("negation")
    opens = words[0] in _ASKED | fact_words("firsts")
    return opens or words[-1] in _ASKED or whatever or denied


def _is_parted(fact: Fact, subject: Phrase) -> bool:
    """Tell whether a list or a stray comma stands in it: *saham yang turun antara lain X*.

    *Tahap kedua, | diberikan bantuan*: what stands before the comma is another circumstance.
    """
    words = _words(fact, subject)
    following = [t.text for t in fact.tokens[subject.end : fact.predicate.start]]
    apart = fact.voice == "passive" and following[:1] == [","] and "," not in words
    free = words[: words.index("yang")] if "yang" in words else words
    listed = ("antara", "lain") in set(pairwise(words)) or {"menurut", "kepada"} & set(free)
    return bool(listed) or (apart and fact.relation not in RELATIVE)


def _is_spoken(fact: Fact, subject: Phrase) -> bool:
    """Tell whether a bare verb of saying is in it or opens it: *warga kata Budi | jangan takut*."""
    for at in range(subject.start, subject.end - 1):
        named = fact.tokens[at + 1].upos in {"PROPN", "PRON"}
        opens = at == subject.start and fact.tokens[at - 1].text in {",", '"', "”"} and at > 0
        inner = at > subject.start and named
        if fact.tokens[at].text.lower() in fact_words("reporting") and (inner or opens):
            return fact.tokens[at + 1].upos != "DET"
    return False


def _states(fact: Fact, subject: Phrase) -> bool:
    """Tell whether another predicate is in it: *Made optimistis | acara itu bisa berlangsung*.

    *Desa itu mayoritas penduduknya | petani*: a part of the subject is spoken of.
    """
    words = _words(fact, subject)
    part = {"mayoritas", "rata-rata"} & set(words[1:])
    if part and fact.tokens[subject.end - 1].clitics:
        return True
    inside = fact.tokens[subject.start + 1 : subject.end]
    thinks = any(kind_of_saying(t.text) == "opinion" and t.upos in {"ADJ", "VERB"} for t in inside)
    return thinks and "yang" not in words


def _far_relative(fact: Fact, subject: Phrase) -> bool:
    """Tell whether *yang* stands behind a comma after another *yang*, and may mean anything."""
    apart = fact.tokens[min(subject.end, len(fact.tokens) - 1)].text == ","
    return fact.relation in RELATIVE and "yang" in _words(fact, subject) and apart


def holds_clause(fact: Fact, phrase: Phrase) -> bool:
    """Tell whether a verb stands in a phrase with nothing before it that makes it attributive."""
    for token in fact.tokens[phrase.start + 1 : phrase.end]:
        if token.upos in {"SCONJ", "ADP", "PRON", "CCONJ"} or token.text.lower() == "yang":
            return False
        finite = token.segments[0] in {"meN-", "di-"} or token.text.lower() in fact_words(
            "presenting"
        )
        if token.upos == "AUX" or (token.upos == "VERB" and finite):
            return True
    return False
