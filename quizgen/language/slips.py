"""Whether a passage of the source is good model Indonesian: what items print should be.

The source is never corrected; a sentence with a slip is simply not built on. A slip is a
non-standard or colloquial word, a misspelt one, or a transitive verb without its prefix (*polisi
amankan pelaku*), which only headlines and chats use. Source: EYD V; Sneddon et al. (2010) 3.28 on
the bare passive after a pronoun, which is standard (*sudah kami terima*).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from quizgen.language.affixes import active
from quizgen.language.clauses import word_class
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.language.notices import standard_words
from quizgen.language.speech import verbs
from quizgen.lexicon import dictionary
from quizgen.model import Token

_AGENTS = frozenset({"saya", "aku", "kami", "kita", "kamu", "anda", "ia", "dia", "mereka"})
_OBJECTS = frozenset({"NOUN", "PROPN", "NUM", "DET"})
_FOLLOWING_SUBJECT = frozenset({"NOUN", "PROPN", "AUX", "ADV", "PART"})
_ATTESTED = 2.5
_LINKS = frozenset({"atau", "dan", "yang", "tetapi", "dengan"})
_LINKING = frozenset({"adalah", "merupakan", "ialah"})
_DOUBLED = frozenset(
    {("dapat", "berpotensi"), ("bisa", "berpotensi"), ("agar", "supaya"), ("demi", "untuk"),
     ("adalah", "merupakan"), ("dapat", "bisa"), ("mengatur", "tentang"), ("membahas", "tentang"),
     ("membicarakan", "tentang"), ("menjelaskan", "tentang"), ("menceritakan", "tentang"),
     ("mengetahui", "tentang"), ("membahas", "mengenai"), ("terdiri", "dari"),
     ("serta", "merta"), ("dari", "pada"), ("mau", "pun"),
     ("walau", "pun"), ("meski", "pun"), ("atau", "pun"), ("kalau", "pun"), ("ada", "pun"),
     ("suka", "cita"), ("duka", "cita"), ("kaca", "mata"), ("bea", "siswa"), ("mana", "kala")}
)  # fmt: skip
"""Pairs that say the same thing twice (*kata mubazir*), or that school norm rejects or joins."""
_TWO_CAPITALS = re.compile(r"^[A-Z]{2}[a-z]{2,}$")
_COMMON = 3.5
_TITLES = frozenset({"Dr", "Prof", "Ir", "Drs", "Hj", "dr"})
"""Titles that have lost their full stop before a name (EYD V)."""
_PLACES = frozenset({"place", "institution"})
_RARER, _DERIVED = 1.2, 3.0
_LETTERS = {
    "".join(sorted(word)): word
    for word in [
        "dari",
        "yang",
        "dengan",
        "untuk",
        "pada",
        "dalam",
        "tidak",
        "oleh",
        "akan",
        "sebagai",
        "kepada",
        "adalah",
    ]
}
"""Function words by their letters in order."""
_JOINED_WORDS = re.compile(r"[a-z]{2}[A-Z][a-z]{2}")
"""Words that lost the space between them: *PresidenPrabowo*. A brand has one at most."""
_FOREIGN_VERB = re.compile(r"^(?:meng|men|mem|me|di|ter)\w{2,}(?:[a-z]isir|dinir)(?:kan)?$")
"""A verb on Dutch *-iseren*, *-ineren*: *terorganisir* is *terorganisasi* (EYD V, Pedoman)."""
_NO_COMMA_BEFORE = frozenset({"agar", "supaya", "bahwa", "karena", "jika", "kalau", "apabila"})
_COMMA_AFTER = tuple(
    tuple(opener.split())
    for opener in (
        "namun", "selain itu", "oleh karena itu", "karena itu", "sementara itu", "meski demikian",
        "meskipun demikian", "dengan demikian", "akan tetapi", "sebaliknya",
    )
)  # fmt: skip
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_LONGEST_SOURCE = 14
_JOINED = ("antar", "pasca", "mis", "dis", "pra", "sub", "anti", "multi", "non", "swa", "maha")
"""Bound forms that are written together with the word after them (EYD V)."""
_WATCHED = frozenset(
    {
        "baik",
        "antara",
        "namun",
        "besar",
        "mana",
        *_JOINED,
        *_LINKING,
        *_LINKS,
        *(last for _, last in _DOUBLED),
    }
)
"""Words that are looked at with those beside them."""
_HYPHENED = re.compile(rf"^(?:se|{'|'.join(_JOINED)})-[a-z]{{2}}")
"""Bound forms with a hyphen before a common noun: *se-kota, non-teknis*."""


def slip(tokens: Sequence[Token]) -> Token | None:
    """Return the first token that is no standard Indonesian, None if there is none."""
    suspects = [i for i, t in enumerate(tokens) if _suspect(t.text, t.headword, t.upos)]
    found = next((tokens[i] for i in suspects if _is_slip(i, tokens[i], tokens)), None)
    return found or misplaced_comma(tokens)


def misplaced_comma(tokens: Sequence[Token]) -> Token | None:
    """Return a comma too many, or the word before which one is missing (EYD V), else None.

    Too many is one before *agar* or *bahwa* and one before *dan* in a list of two; missing is
    one after *Namun*, *Menurut Heri* or *Kabupaten Lebak, Banten*.
    """
    words = [token.text.lower() for token in tokens]
    if words[:2] in (["terpisah", ","], ["senada", ","]):
        return tokens[0]
    commas = [index for index, word in enumerate(words) if word == ","]
    for index in commas:
        after = words[index + 1] if index + 1 < len(words) else ""
        if after in _NO_COMMA_BEFORE or (after in {"dan", "serta"} and _pair(index, tokens)):
            return tokens[index]
    return _unclosed(tokens, commas) or _unopened(tokens, words)


def _pair(comma: int, tokens: Sequence[Token]) -> bool:
    """Tell whether *dan* after the comma joins two nouns only: *warga, dan petugas*."""
    if comma < 1 or comma + 2 >= len(tokens):
        return False
    earlier = any(token.text == "," for token in tokens[:comma])
    nouns = all(tokens[i].upos in {"NOUN", "PROPN"} for i in (comma - 1, comma + 2))
    later = tokens[comma + 3].upos if comma + 3 < len(tokens) else "PUNCT"
    return nouns and not earlier and later not in {"VERB", "AUX"}


def _unclosed(tokens: Sequence[Token], commas: Sequence[int]) -> Token | None:
    """Return the verb right after a name in apposition: *Pelatih, Budi Santo mengaku*."""
    if not commas or tokens[0].upos not in {"NOUN", "PROPN"}:
        return None
    comma = commas[0]
    if any(token.upos not in _NAMING for token in tokens[:comma]):
        return None
    end = comma + 1
    while end < len(tokens) and tokens[end].upos == "PROPN":
        end += 1
    named = end > comma + 1 and end < len(tokens)
    return tokens[end] if named and tokens[end].upos in {"VERB", "AUX"} else None


def _unopened(tokens: Sequence[Token], words: Sequence[str]) -> Token | None:
    """Return the word before which the comma of an opening phrase is missing."""
    for opener in _COMMA_AFTER:
        size = len(opener)
        if tuple(words[:size]) == opener and len(words) > size and words[size] != ",":
            return tokens[size]
    if words[:1] == ["menurut"] and "," not in words[1:_LONGEST_SOURCE]:
        return tokens[0]
    return None


def spaced_money(tokens: Sequence[Token]) -> bool:
    """Tell whether an amount of money is not written as EYD V has it: *Rp 480 juta*."""
    return any(
        token.text in {"Rp", "US$", "Rp."} and token.end < after.start
        for token, after in pairwise(tokens)
    )


def _is_slip(index: int, token: Token, tokens: Sequence[Token]) -> bool:
    if token.text in _TITLES and index + 1 < len(tokens) and tokens[index + 1].text.istitle():
        return True
    # A word with a capital inside the sentence is a name: *Rizki*.
    plain = token.text[:1].islower() or not index
    return (
        _wrong_word(token.text, token.headword, plain)
        or (_may_clash(token.text) and _beside(index, token, tokens))
        or (token.upos == "VERB" and _bare_verb(index, token, tokens))
    )


@lru_cache(maxsize=50_000)
def _suspect(text: str, headword: str, upos: str) -> bool:
    """Tell whether a word has to be looked at where it stands; most never are a slip."""
    wrong = _wrong_word(text, headword, plain=True)
    return wrong or _may_clash(text) or text in _TITLES or upos == "VERB"


@lru_cache(maxsize=50_000)
def _may_clash(text: str) -> bool:
    """Tell whether a word may not go with those beside it; of most words nothing is known."""
    word = text.lower()
    return "-" in word or word in _WATCHED


@lru_cache(maxsize=50_000)
def _wrong_word(text: str, headword: str, plain: bool) -> bool:
    """Tell whether a word is none of the standard language, wherever it stands."""
    word = text.lower()
    if plain and (word in standard_words() or word in word_class("colloquial")):
        return True
    if _HYPHENED.match(text) or _joined_place(text):
        return True
    return _FOREIGN_VERB.match(word) is not None or _misspelt(text, headword)


def _joined_place(text: str) -> bool:
    """Tell whether the preposition *di* is written together with its place: *disekolah* (EYD V).

    Some verbs look alike (*dipenjara*); they are about as common as their noun.

    >>> [word for word in ("disekolah", "digudang", "dipenjara", "dibangun") if _joined_place(word)]
    ['disekolah', 'digudang']
    """
    place = text[2:].removesuffix("nya")
    if not (text.startswith("di") and text.islower() and len(place) > 3):
        return False
    entry = dictionary().get(place)
    where = entry is not None and entry.senses[0].semantic_class in _PLACES
    derived = place.endswith("an") and zipf(place) >= _DERIVED and zipf(text) == 0
    return (where and zipf(text) < zipf(place) - _RARER) or derived


def _beside(index: int, token: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a word does not go with those beside it: *antara 10 hingga 25*."""
    word = token.text.lower()
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if word == "baik" and after is not None and after.upos == "ADP":
        rest = [t.text.lower() for t in tokens[index + 1 :]]
        return "dan" in rest and "maupun" not in rest
    if word == "mana":
        return _relative(index, tokens)
    if word == "antara":
        return any(t.text.lower() in {"hingga", "sampai"} for t in tokens[index + 1 : index + 5])
    if word in _JOINED and token.upos != "VERB" and after is not None:
        return after.text.isalpha() and after.text.islower()
    if word in _LINKING and before is not None and before.text == ",":
        # One comma before it parts subject and predicate, two enclose something.
        return sum(t.text == "," for t in tokens[:index]) == 1
    if before is None:
        return "-" in word and word.rpartition("-")[2] in _LINKS
    if word == "namun":
        return before.upos != "PUNCT"
    if word == "besar" and before.text.lower() == "sebagian":
        return after is None or after.upos in {"PUNCT", "CCONJ"}
    joined = "-" in word and word.rpartition("-")[2] in _LINKS
    dashed = before.text == "-" and word in _LINKS and before.end == token.start
    return joined or dashed or (before.text.lower(), word) in _DOUBLED


def _relative(index: int, tokens: Sequence[Token]) -> bool:
    """Tell whether *di mana* ties a clause to a noun, as in English: *rumah di mana ia lahir*."""
    if index < 2 or tokens[index - 1].text.lower() != "di":
        return False
    return tokens[index - 2].text == "," or tokens[index - 2].upos in {"NOUN", "PROPN"}


def _bare_verb(index: int, token: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a verb that needs meN- stands bare between its subject and its object."""
    word = token.text
    if token.upos != "VERB" or word in word_class("used_bare") or not 0 < index < len(tokens) - 1:
        return False
    if any(segment.endswith("-") for segment in token.segments) or not word.islower():
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    if before.text.lower() in _AGENTS or after.upos not in _OBJECTS:
        return False
    transitive = zipf(f"di{word}") >= _ATTESTED and zipf(active(word)) >= _ATTESTED
    return transitive and before.upos in _FOLLOWING_SUBJECT


def _typed_wrong(word: str) -> bool:
    """Tell whether a word is a commoner one with its letters or capitals mixed up: *adri, LIga*."""
    if _TWO_CAPITALS.match(word):
        return zipf(word.lower()) >= _COMMON
    mixed = word.islower() and zipf(word) < _COMMON and "".join(sorted(word)) in _LETTERS
    return mixed and word not in _LETTERS.values()


def _misspelt(word: str, headword: str) -> bool:
    """Tell whether a plain lower-case word is one that nobody else writes."""
    if _typed_wrong(word):
        return True
    if _JOINED_WORDS.search(word) and zipf(word.lower()) == 0:
        return True
    if not (word.isalpha() and word.islower() and len(word) > 3):
        return False
    host = word.removesuffix("nya")
    if host in verbs("bare"):
        return False
    joined = [host.removeprefix(first) for first in _JOINED if host.startswith(first)]
    forms = (word, host, headword, *joined)
    return max(map(zipf, forms)) == 0 and not analyse(word).known
