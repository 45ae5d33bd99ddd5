"""Circumstances and clauses that were read into an object, where they belong to the verb.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from itertools import pairwise

from quizgen.language.circumstances import fact_words
from quizgen.language.fact import Fact
from quizgen.language.speech import kind_of_saying

_PRETEXTS = frozenset({"dalih", "tujuan", "alasan", "maksud", "harapan", "catatan", "syarat"})
_AIMS = frozenset({"untuk", "agar", "supaya", "bahwa"})
_ACTS = frozenset({"ke-", "peN-", "per-", "-an"})


def swallows_part(fact: Fact) -> bool:
    """Tell whether the object holds what the verb is told with or a clause of its own."""
    if fact.object is None:
        return False
    if _parts_relative(fact):
        return True
    words = [t.text.lower() for t in fact.tokens[fact.object.start : fact.object.end]]
    related = words.index("yang") if "yang" in words else len(words)
    return (
        _holds_pretext(words)
        or _holds_calling(fact, words)
        or _holds_time(fact, words[:related])
        or _holds_loose_relative(fact, words)
        or _states_more(fact, related)
        or _holds_aim(fact, related)
        or _holds_clause(fact, related)
        or _holds_goal(fact, related)
        or _holds_until(fact)
        or _holds_denial(fact, related)
    )


def _parts_relative(fact: Fact) -> bool:
    """Tell whether *yang* in a place right behind the object may be the object's.

    *Mengganti kader | di kabinet yang tidak produktif*.
    """
    assert fact.object is not None
    return any(
        one.start == fact.object.end
        and one.preposition == "di"
        and any(t.text.lower() == "yang" for t in fact.tokens[one.start : one.end])
        for one in fact.adjuncts
    )


def _holds_pretext(words: list[str]) -> bool:
    """Tell whether the object goes on with *dengan dalih untuk, dengan tujuan agar …*."""
    return any(
        word == "dengan" and set(words[at + 1 : at + 2]) & _PRETEXTS and {*words[at + 2 :]} & _AIMS
        for at, word in enumerate(words)
    )


def _holds_calling(fact: Fact, words: list[str]) -> bool:
    """Tell whether *sebagai* belongs to a verb of calling: *menyebut hasil itu | sebagai …*."""
    return "sebagai" in words and fact.verb_form() in fact_words("calling")


def _holds_time(fact: Fact, words: list[str]) -> bool:
    """Tell whether *pada* stands behind a noun that names no act: *ketua | pada kongres nanti*."""
    assert fact.object is not None
    act = _ACTS & set(fact.tokens[fact.object.head].segments)
    # *Menjadi tolok ukur | sepanjang masa itu*, but *jalan sepanjang 2 kilometer*.
    tokens = fact.tokens[fact.object.start : fact.object.start + len(words) + 1]
    along = any(
        one.text.lower() == "sepanjang" and two.upos != "NUM" for one, two in pairwise(tokens)
    )
    return along or ("pada" in words and not act)


def _holds_loose_relative(fact: Fact, words: list[str]) -> bool:
    """Tell whether *, yang* in the object is cut or goes on behind another comma.

    *Dua ribu korban, yang diketahui | …*, *serangan ke kota, yang memicu kecaman, serta …*.
    """
    assert fact.object is not None
    pairs = list(pairwise(words))
    if (",", "yang") not in pairs:
        return False
    at = pairs.index((",", "yang"))
    last = fact.tokens[fact.object.end - 1]
    return words.count(",") > 1 or (last.upos == "VERB" and len(words) == at + 3)


def _states_more(fact: Fact, related: int) -> bool:
    """Tell whether a noun that is over is said to be something: *menyebut angka ini | yang …*."""
    assert fact.object is not None
    before = fact.tokens[fact.object.start + related - 1].text.lower()
    over = related < fact.object.end - fact.object.start and before in {"ini", "itu", "tersebut"}
    return over and kind_of_saying(fact.verb_form()) is not None


def _holds_aim(fact: Fact, related: int) -> bool:
    """Tell whether an aim behind a relative clause may be the verb's: *alat yang ia temukan | …*.

    A verb of asking or a noun such as *upaya* in that clause has an aim of its own.
    """
    assert fact.object is not None
    tokens = fact.tokens[fact.object.start : fact.object.end]
    for at in range(related + 2, len(tokens) - 1):
        if tokens[at].text.lower() == "untuk" and tokens[at + 1].upos == "VERB":
            before = {t.text.lower() for t in tokens[related:at]}
            own = before & (fact_words("directive") | fact_words("aiming"))
            near = tokens[at - 1].upos == "ADJ" or at <= related + 2
            return not own and not near
    return False


def _holds_clause(fact: Fact, related: int) -> bool:
    """Tell whether a second predicate follows that of *yang*, or one stands without *yang*.

    *Nama yang kini menjabat | diduga terlibat*, *bantuan kakinya | terkilir*.
    """
    assert fact.object is not None
    tokens = fact.tokens[fact.object.start : fact.object.end]
    owned = any(
        one.clitics and one.upos == "NOUN" and two.upos == "VERB" and "ber-" not in two.segments
        for one, two in pairwise(tokens[:related])
    )
    shared = any(
        # *Foto yang baru dibuat dan | memusnahkannya*.
        one.upos == "CCONJ" and two.upos == "VERB" and "nya" in two.clitics
        for one, two in pairwise(tokens[related:])
    )
    second = any(
        one.upos == "VERB" and two.upos == "VERB" and "di-" in two.segments
        and not one.clitics and not _governs(one.text.lower())
        for one, two in pairwise(tokens[related:])
    )  # fmt: skip
    return owned or second or shared


def _holds_goal(fact: Fact, related: int) -> bool:
    """Tell whether a goal behind *yang* is the verb's: *membawa buah yang utuh | ke pasar*."""
    assert fact.object is not None
    tokens = fact.tokens[fact.object.start : fact.object.end]
    words = [t.text.lower() for t in tokens]
    if "ke" not in words[related:]:
        return False
    return not any(t.upos == "VERB" for t in tokens[related : words.index("ke", related)])


def _holds_until(fact: Fact) -> bool:
    """Tell whether a clause with *sampai* was read into the object: *waktu | sampai bisa …*."""
    assert fact.object is not None
    tokens = fact.tokens[fact.object.start : fact.object.end]
    return any(
        one.text.lower() in {"sampai", "hingga"} and two.upos in {"VERB", "AUX", "ADV"}
        for one, two in pairwise(tokens)
    )


def _holds_denial(fact: Fact, related: int) -> bool:
    """Tell whether what *yang* leads ends before a denial: *kapal yang dipakai | bukan milik X*."""
    assert fact.object is not None
    tokens = fact.tokens[fact.object.start : fact.object.end]
    return any(
        two.text.lower() in fact_words("negation")
        and one.upos in {"NOUN", "PROPN", "DET", "VERB"}
        and not _governs(one.text.lower())
        for one, two in pairwise(tokens[related:])
    )


def _governs(verb: str) -> bool:
    classes = ("governing", "completed", "helping", "chaining", "needy")
    return any(verb in fact_words(name) for name in classes)
