"""How people are called: what looks like a name, where a name starts, what points to a person."""

from quizgen.language.discourse import Discourse, Mention
from quizgen.language.nouns import is_human, nouns
from quizgen.language.wordlists import is_in, place_kind

BREAKS = frozenset({"VERB", "SCONJ", "AUX"})
"""Word classes that end a name with its office."""

DAYS = frozenset({"senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad"})
"""Names of days, which the tagger takes for persons."""


def called(talk: Discourse, end: int) -> Mention | None:
    """Return whom a short name is explained to mean: *Jo, sapaan akrab Johannes W*."""
    near = talk.low[end : end + 3]
    if not {"sapaan", "panggilan"} & set(near):
        return None
    return next(iter(talk.persons(end, min(end + 8, talk.close(talk.number(end - 1))))), None)


def after_conjunction(talk: Discourse, start: int, name: int) -> bool:
    """Tell whether a "name" only ends a list of topics: *Badan Klimatologi, dan Geofisika*."""
    return "dan" in talk.low[start:name]


def after_office(talk: Discourse, mention: Mention, start: int) -> bool:
    """Tell whether a calling of some words stands before a name: *ketua panitia X*."""
    return is_human(talk.low[start]) and mention.start - start >= 2


def led_in(talk: Discourse, start: int, end: int) -> bool:
    """Tell whether what stands before a name may be an office or a calling."""
    if start == end:
        return True
    return not any(
        talk.tokens[i].upos in BREAKS and not is_in(talk.low[i], "titles", "portfolios")
        for i in range(start, end)
        if i not in talk.covered
    )


def points_back(talk: Discourse, start: int, end: int) -> bool:
    """Tell whether a phrase takes up the person last talked of: *pria 60 tahun itu*."""
    general = talk.low[start] in nouns("human", "anyone", "calling")
    if end <= start or another(talk, start):
        return False
    closed = end - start > 1 and talk.low[end - 1] in {"itu", "tersebut", "ini"}
    if talk.low[end - 2] in nouns("body") and end - 2 not in talk.covered:
        return False  # *vokalis band itu*: the band is pointed at
    return general and closed and not talk.persons(start, end)


def another(talk: Discourse, start: int) -> bool:
    """Tell whether the sentence before has somebody else of that calling: *kepada petugas*."""
    number = talk.number(start)
    if number == 0:
        return False
    held = {office[0] for office, _ in talk.offices}
    before = talk.low[talk.opens[number - 1] : talk.opens[number]]
    return talk.low[start] in before and talk.low[start] not in held


def unread(talk: Discourse, start: int, end: int) -> bool:
    """Tell whether a name may hide in an office: *Guru Besar Ekonomi Sukma Dewanti*."""
    unknown = [
        i
        for i in range(start, end)
        if i not in talk.covered
        and talk.tokens[i].text[:1].isupper()
        and not is_in(talk.low[i], "titles", "portfolios", "organisations")
    ]
    return len(unknown) >= 2 and end - 1 in unknown


def torn(talk: Discourse, start: int) -> bool:
    """Tell whether a name starts in the middle of another: *PT Arung | Samudra Vina Melati*."""
    before = start - 1
    body = talk.covered.get(before)
    if body is not None and body.entity.type == "ORG" and start in talk.at:
        company = talk.low[body.start] in {"pt", "cv"} and body.end - body.start == 2
        return company and talk.at[start].end - start > 2
    opening = talk.starts[talk.number(start)]
    while before > opening and is_in(talk.low[before], "portfolios", "administrative"):
        before -= 1
    if talk.tokens[before].text.isupper():
        return False  # an acronym ends the office: *Menteri ESDM X*
    known = before in talk.covered or is_in(talk.low[before], "titles", "portfolios")
    return before > opening and not known and talk.tokens[before].text[:1].isupper()


def strained(talk: Discourse, mention: Mention) -> bool:
    """Tell whether a name has too few or too many words for a name.

    *Yohanes | Mau* goes on; *Tambora Holi Susanto* starts with the place of an office.
    """
    after = mention.end
    same = after < talk.close(talk.number(mention.start)) and after not in talk.covered
    goes_on = same and talk.tokens[after].text[:1].isupper()
    goes_on = goes_on and not is_in(talk.low[after], "degrees")
    size = mention.end - mention.start
    office = mention.start > 0 and is_in(talk.low[mention.start - 1], "titles")
    placed = place_kind(talk.tokens[mention.start].text) is not None
    return goes_on or size > 4 or (office and size > 2 and placed)


def name_like(talk: Discourse, start: int, end: int) -> bool:
    """Tell whether all words look like an unknown person's name: *Tukiyem*, *La Ode Ruslan*."""
    words_ = [talk.tokens[i].text for i in range(start, end)]
    known = any(is_in(word, "organisations", "landmarks", "administrative") for word in words_)
    capitals = all(word[:1].isupper() and not word.isupper() for word in words_)
    known = known or (
        talk.opens[talk.number(start)] == start and talk.tokens[start].upos != "PROPN"
    )
    return capitals and not known and len(words_) <= 3 and not is_human(words_[0])
