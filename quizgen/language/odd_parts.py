"""Verbs and objects that cannot be what the tree calls them: a clause is no object.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from quizgen.language.circumstances import fact_words
from quizgen.language.fact import RELATIVE, Fact
from quizgen.language.morphology import analyse
from quizgen.language.odd_subjects import holds_clause
from quizgen.language.speech import kind_of_saying

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
    if _is_idle(fact, words):
        return True
    return cased or related or manner or any(word in fact_words("nominal") for word in words)


def _is_idle(fact: Fact, words: list[str]) -> bool:
    """Tell whether the verb only dates (*tahun yang akan datang*) or is half an adverb.

    *Kantor kami jelas | di Medan*: what is said is where it is.
    """
    if fact.voice == "nominal" and fact.complement is not None:
        return fact.tokens[fact.complement.start].upos == "ADP"
    before = [t.text.lower() for t in fact.tokens[max(0, fact.predicate.start - 2) : fact.verb]]
    if before[:2] == ["sah", "dan"]:
        # *Terbukti secara sah dan meyakinkan | mencuri*.
        return True
    coming = fact.verb_form() == "datang" and "akan" in words and fact.relation in RELATIVE
    together = fact.verb_form() in {"bersamaan", "sama"} and fact.relation in RELATIVE
    if not (coming or together) or fact.subject is None:
        return False
    noun = {t.text.lower() for t in fact.tokens[fact.subject.start : fact.verb]}
    return bool(noun & fact_words("times"))


def odd_object(fact: Fact) -> bool:
    """Tell whether the object is a clause of its own: *membuat lawan kocar-kacir*."""
    if fact.object is None:
        return _odd_complement(fact)
    # *Menyusullah | dua tim lain*: the subject stands behind the verb.
    return (
        "lah" in fact.tokens[fact.verb].clitics
        or _ends_oddly(fact)
        or _is_date(fact)
        or _describes(fact)
        or _holds_clause_word(fact)
        or _opens_oddly(fact)
        or holds_clause(fact, fact.object)
        or _takes_subject(fact)
        or _takes_adjunct(fact)
    )


def _ends_oddly(fact: Fact) -> bool:
    """Tell whether the last word is said of the rest: *takut penonton | lari*.

    *Merawat kebun | baik secara rutin maupun sesekali*: it only opens a list.
    """
    assert fact.object is not None
    inside = fact.tokens[fact.object.start : fact.object.end]
    before, last = fact.tokens[max(0, fact.object.end - 2)], inside[-1]
    verb = fact.verb_form()
    related = any(t.text.lower() == "yang" for t in inside)
    acts = verb in fact_words("feeling") and last.upos == "VERB" and not related
    known = before.upos in {"PROPN", "DET"} or bool(before.clitics)
    makes = verb in _MAKING or kind_of_saying(verb) == "opinion"
    following = fact.tokens[fact.object.end : fact.object.end + 1]
    lists = last.text.lower() == "baik" and any(t.upos != "PUNCT" for t in following)
    return acts or lists or (makes and last.upos == "ADJ" and known)


def _odd_complement(fact: Fact) -> bool:
    """Tell whether a verb of having takes a clause, or an adverb opens what is told.

    *Mengungkapkan | sejelas-jelasnya | kebijakan itu*: what is told is the noun behind it.
    """
    if fact.complement is None:
        return False
    first = fact.tokens[fact.complement.start].text.lower()
    adverb = first.startswith("se") and first.endswith("nya") and "-" in first
    return adverb or fact.verb_form() in fact_words("owning")


def _opens_oddly(fact: Fact) -> bool:
    """Tell whether an adverb, a person given something or a whole clause before opens the object.

    *Membuang | jauh | pikiran itu*, *memberi | mereka | buku*, *Membuka acara, | Rina | , …*.
    """
    assert fact.object is not None
    inside = fact.tokens[fact.object.start : fact.object.end]
    texts = [t.text.lower() for t in inside]
    adverb = inside[0].upos == "ADJ" and texts[0] not in fact_words("amount", "vague", "quantity")
    second = len(inside) > 1 and inside[1].upos == "NOUN"
    if second and adverb:
        return True
    given = inside[0].upos in {"PRON", "PROPN"} and fact.verb_form() in fact_words("handing")
    after = [t.text for t in fact.tokens[fact.object.end : fact.object.end + 1]]
    opens = fact.relation == "advcl" and fact.predicate.start < 2
    fronted = "," in texts and (opens or (fact.relation in RELATIVE and after == [","]))
    return (second and given) or (fronted and not {"dan", "serta", "atau"} & set(texts))


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
