"""Subjects, verbs and objects that cannot be what the tree calls them.

A time is no subject, a clause no object, and an adverb before a verb no part of the noun.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from quizgen.language.circumstances import fact_words
from quizgen.language.fact import RELATIVE, Fact
from quizgen.language.morphology import analyse
from quizgen.language.speech import kind_of_saying
from quizgen.language.trees import Phrase

_MAKING = frozenset({"membuat", "menjadikan", "bikin"})


def odd_verb(fact: Fact) -> bool:
    """Tell whether the predicate is a noun (*meningkatnya*) or opens with a stray word."""
    words = [t.text.lower() for t in fact.tokens[fact.predicate.start : fact.verb]]
    token, before = fact.tokens[fact.verb], fact.tokens[fact.predicate.start - 1]
    nominal = bool(token.clitics) and fact.object is not None
    cased = nominal and before.upos in {"ADP", "SCONJ", "NOUN", "VERB"}
    related = before.text.lower() == "yang" and fact.relation not in RELATIVE
    following = fact.tokens[fact.verb + 1 : fact.verb + 2]
    describes = token.text.lower() in fact_words("describing") and fact.relation not in RELATIVE
    if describes and any(t.upos in {"ADP", "AUX", "VERB", "PRON"} for t in following):
        # *Pupuk bersubsidi | untuk 2025 diatur*.
        return True
    manner = before.text.lower() in {"secara", "pada"}
    return cased or related or manner or any(word in fact_words("nominal") for word in words)


def odd_subject(fact: Fact) -> bool:
    """Tell whether the subject is a time, or ends in a word of the predicate: *api baru padam*."""
    if fact.subject is None:
        return False
    words = [t.text.lower() for t in fact.tokens[fact.subject.start : fact.subject.end]]
    timed = words[0] in fact_words("times") and words[-1] in {"ini", "itu"} and len(words) < 4
    denied = fact.tokens[max(0, fact.subject.start - 1)].text.lower() in fact_words("negation")
    final = fact.tokens[fact.subject.end - 1]
    ends = words[-1] in fact_words("adverbs") or (
        final.upos == "VERB" and final.segments[0] != "ber-" and "yang" not in words
    )
    if len(words) == 1 and (
        words[0] in fact_words("governing", "completed", "heralds") or _links(fact, fact.subject)
    ):
        return True
    passed = {"berikutnya", "kemudian", "lalu", "silam"} & set(words[:-1])
    if passed and final.upos == "PROPN" and "yang" not in words:
        # *Dua gim berikutnya | Rina*: a time stands before the subject.
        return True
    asked = words[0] in {"siapa", "apa", "mana", "berapa"} | fact_words("firsts")
    return timed or denied or ends or asked or _clausal(fact, fact.subject) or _far_relative(fact)


def _links(fact: Fact, subject: Phrase) -> bool:
    """Tell whether a word with *-nya* before a comma only links: *Akibatnya, …*."""
    apart = fact.tokens[subject.end : subject.end + 1]
    return bool(fact.tokens[subject.start].clitics) and any(t.text == "," for t in apart)


def _far_relative(fact: Fact) -> bool:
    """Tell whether *yang* stands behind a comma after another *yang*, and may mean anything."""
    assert fact.subject is not None
    inside = [t.text.lower() for t in fact.tokens[fact.subject.start : fact.subject.end]]
    apart = fact.tokens[min(fact.subject.end, len(fact.tokens) - 1)].text == ","
    return fact.relation in RELATIVE and "yang" in inside and apart


def odd_object(fact: Fact) -> bool:
    """Tell whether the object is a clause of its own: *membuat lawan kocar-kacir*."""
    if fact.object is None:
        return False
    before, last = fact.tokens[max(0, fact.object.end - 2)], fact.tokens[fact.object.end - 1]
    verb = fact.verb_form()
    known = before.upos in {"PROPN", "DET"} or bool(before.clitics)
    if verb in fact_words("feeling") and last.upos == "VERB":
        # *Takut penonton | lari*.
        return True
    made = (verb in _MAKING or kind_of_saying(verb) == "opinion") and last.upos == "ADJ" and known
    dated = _is_date(fact) or _describes(fact)
    following = fact.tokens[fact.object.end : fact.object.end + 1]
    if last.text.lower() == "baik" and any(t.upos != "PUNCT" for t in following):
        # *Merawat kebun | baik secara rutin maupun sesekali*.
        return True
    if _holds_clause_word(fact):
        return True
    return (
        dated or made or _clausal(fact, fact.object) or _takes_subject(fact) or _takes_adjunct(fact)
    )


def _holds_clause_word(fact: Fact) -> bool:
    """Tell whether a circumstance stands in the object: *mengikuti lomba | sejak Mei*."""
    assert fact.object is not None
    texts = [t.text.lower() for t in fact.tokens[fact.object.start : fact.object.end]]
    free = texts[: texts.index("yang")] if "yang" in texts else texts
    return bool(set(free) & fact_words("verbal"))


def _takes_adjunct(fact: Fact) -> bool:
    """Tell whether a companion or a second predicate was read into the object.

    *Mengajar anak | dengan sabar*, *mendapat pelajaran | dan kapok*, *mencapai 5 ton, | dan …*.
    """
    assert fact.object is not None
    inside = fact.tokens[fact.object.start : fact.object.end]
    texts = [t.text.lower() for t in inside]
    if "dengan" in texts and "yang" not in texts[: texts.index("dengan")]:
        before = texts[: texts.index("dengan")]
        related = any(analyse(word).root in fact_words("relational") for word in before)
        if not related and not {"ke-", "peN-", "per-"} & set(inside[0].segments):
            return True
    for at, token in enumerate(inside[:-1]):
        if token.upos == "CCONJ":
            pair = texts[at - 1] == "," and texts.count(",") == 1
            first = "yang" not in texts[:at] and inside[at - 1].upos in {"NOUN", "PROPN", "NUM"}
            other = first and inside[at + 1].upos in {"ADJ", "VERB", "ADV"}
            if pair or other:
                return True
    return False


def _describes(fact: Fact) -> bool:
    """Tell whether *yang* may belong to a noun before the verb: *ilmu membuat perahu yang*."""
    assert fact.object is not None
    related = any(
        token.text.lower() == "yang" for token in fact.tokens[fact.object.start : fact.object.end]
    )
    before = fact.tokens[fact.predicate.start - 1].upos if fact.predicate.start else ""
    return related and fact.subject is None and before == "NOUN"


def _is_date(fact: Fact) -> bool:
    """Tell whether the object is no thing but a year: *mulai 2027*."""
    assert fact.object is not None
    words = [t.text for t in fact.tokens[fact.object.start : fact.object.end]]
    return len(words) == 1 and words[0].isdigit() and len(words[0]) == 4


def _takes_subject(fact: Fact) -> bool:
    """Tell whether the next clause's subject ends the object: *Untuk menipu warga, FH pergi*."""
    assert fact.object is not None
    texts = [t.text for t in fact.tokens[fact.object.start : fact.object.end]]
    following = fact.tokens[fact.object.end : fact.object.end + 1]
    return "," in texts and any(t.upos in {"VERB", "AUX", "ADV", "PART"} for t in following)


def _clausal(fact: Fact, phrase: Phrase) -> bool:
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
