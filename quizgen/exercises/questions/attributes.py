"""Plain attributes that a text gives in passing: what an acronym stands for, how old somebody is.

An expansion must be spelled by its acronym letter for letter and in standard words; an age is asked
only in texts without harm, and never a minor's.

Source: *BNN (Badan …)* and *Badan … (BNN)*, *Naufal (20)* and *Naufal, 20 tahun,* as news writes
them; own grammar.
"""

import re
from collections.abc import Iterator

from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.tables import listed
from quizgen.exercises.common.text import harmful, upper_first
from quizgen.exercises.common.written_item import written_item
from quizgen.exercises.questions.occasions import involved, likely_people
from quizgen.exercises.questions.origins import origin_answers
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.language.notices import standard_words
from quizgen.language.once import once
from quizgen.language.places import lookup
from quizgen.lexicon import dictionary
from quizgen.model import FORM, Document, Evidence, Item, Sentence

ACRONYM = f"{FORM}acronym"
"""What every question for an expansion asks, so that a sheet has few of them."""
_RANK = 0.6
_AFTER = re.compile(r"\s\((?P<short>[A-Z]{3,8})\)")
_BEFORE = re.compile(r"\b(?P<short>[A-Z]{3,8})\s\((?P<full>[^()\n]{8,90})\)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*,?")
_RUN = re.compile(r"(?:[^\W\d_]+(?:-[^\W\d_]+)*,?\s)*[^\W\d_]+(?:-[^\W\d_]+)*$")
_SMALL = frozenset({"dan", "untuk", "di", "pada", "bagi", "atas", "dengan", "of", "the", "and"})
_COMMON = 3.5
"""Zipf frequency of a word that no list needs to vouch for."""
_AGE = re.compile(
    r"\s?\((?P<b>\d\d)\)|,\s(?P<c>\d\d)\stahun,|,?(?:\syang)?\sberusia\s(?P<d>\d\d)\stahun\b"
)
_ADULT = 18
_SENSITIVE = "topik peka"


def attribute_answers(document: Document) -> Iterator[Item]:
    """Yield a question for every expansion, age and country of origin that is fit to be asked."""
    yield from origin_answers(document)
    for short, full, home, quote in expansions(document):
        why = f"{short} adalah singkatan dari {full} {cite(home.id)}."
        yield written_item(
            f"Apa kepanjangan {short} menurut teks?", (upper_first(full),), word="apa",
            why=why, proof=Evidence(home.id, quote),
            home=home, facts=(ACRONYM, expanded(short)), rank=_RANK,
        )  # fmt: skip
    for name, age, home, quote in ages(document):
        yield written_item(
            f"Berapa usia {name} menurut teks?", (f"{age} tahun", age), word="berapa",
            why=f"{name} berusia {age} tahun {cite(home.id)}.", proof=Evidence(home.id, quote),
            home=home, facts=(f"age:{name}",), rank=_RANK,
        )  # fmt: skip


def expanded(short: str) -> str:
    """Return what any item on the expansion of an acronym asks."""
    return f"acronym:{short}"


@once
def expansions(document: Document) -> tuple[tuple[str, str, Sentence, str], ...]:
    """Return (acronym, expansion, sentence, quote), those that the text expands in one way."""
    return tuple(_expansions(document))


def _expansions(document: Document) -> Iterator[tuple[str, str, Sentence, str]]:
    found: dict[str, list[tuple[str, Sentence, str]]] = {}
    for short, full, home, quote in spelled_out(document):
        found.setdefault(short, []).append((full, home, quote))
    for short, told in found.items():
        one = len({full.lower() for full, _, _ in told}) == 1
        if one and short not in listed("known_acronyms") and _standard(told[0][0]):
            yield short, *told[0]


def spelled_out(document: Document) -> Iterator[tuple[str, str, Sentence, str]]:
    """Yield (acronym, expansion, sentence, quote) wherever one stands in brackets by the other."""
    for home in document.sentences:
        for match in _AFTER.finditer(home.text):
            run = _RUN.search(home.text, 0, match.start())
            full = expansion(run[0], match["short"]) if run else None
            if full:
                quote = home.text[match.start() - len(full) : match.end()]
                yield match["short"], full, home, quote
        for match in _BEFORE.finditer(home.text):
            if expansion(match["full"], match["short"]) == match["full"]:
                yield match["short"], match["full"], home, match[0]


def expansion(text: str, short: str) -> str | None:
    """Return the words at the end of a text whose initials spell an acronym, None if none do.

    >>> expansion("Menurut Badan Pengelola Sawah dan Kebun", "BPSK")
    'Badan Pengelola Sawah dan Kebun'
    >>> expansion("harga gabah kering giling", "GKP") is None
    True
    """
    words, left = list(_WORD.finditer(text)), list(short)
    for at in range(len(words) - 1, -1, -1):
        word = words[at].group().rstrip(",")
        if word.lower() in _SMALL:
            continue
        for part in reversed(word.split("-")):
            if not left or part[0].upper() != left.pop():
                return None
        if not left:
            full = text[words[at].start() :]
            content = [w.group() for w in words[at:] if w.group().lower() not in _SMALL]
            capital = {each[0].isupper() for each in content}
            return full if len(capital) == 1 and not full.isupper() else None
    return None


def _standard(full: str) -> bool:
    """Tell whether an expansion is Indonesian: words of the dictionary or, fewer, common ones."""
    said = [word.lower() for match in _WORD.findall(full) for word in match.strip(",").split("-")]
    rest = [word for word in said if word not in _SMALL and not _listed(word)]
    common = all(zipf(word) >= _COMMON or lookup(word.title()) is not None for word in rest)
    return common and 2 * len(rest) <= len(said) and standard_words().keys().isdisjoint(said)


def _listed(word: str) -> bool:
    return dictionary().get(word) is not None or dictionary().get(analyse(word).root) is not None


def ages(document: Document) -> Iterator[tuple[str, str, Sentence, str]]:
    """Yield (name, age, sentence, quote) of grown people, one each, in a text without harm."""
    if any(_SENSITIVE in notice for notice in document.notices):
        return
    if any(harmful(sentence) for sentence in document.sentences):
        return
    text = document.article.text
    for name, mentions in likely_people(document).items():
        told = [(e, match) for e in mentions if (match := _AGE.match(text, e.end))]
        ages = {next(filter(None, match.groups())) for _, match in told}
        home = next(
            (s for s in document.sentences if told and s.start <= told[0][0].start < s.end), None
        )
        if len(ages) != 1 or home is None or involved(mentions, document):
            continue
        age, (entity, match) = ages.pop(), told[0]
        if int(age) >= _ADULT:
            yield name, age, home, text[entity.start : match.end()].rstrip(",")
