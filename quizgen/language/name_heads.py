"""Names that their first word gives away: bodies (*Komisi* …) and places (*Candi* …)."""

from collections.abc import Iterator, Sequence

from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.language.name_places import GUESSED, Span, overlaps
from quizgen.language.wordlists import is_in, place_kind

_COMMON = 3.0
_OPENING = 0.85
_TRUSTED = 0.9
_LIKELY = 0.6
_PAIRS = {
    ("rumah", "sakit"): "ORG",
    ("kantor", "berita"): "ORG",
    ("pemerintah", "kota"): "ORG",
    ("pemerintah", "kabupaten"): "ORG",
    ("pemerintah", "provinsi"): "ORG",
}
_JOINING = frozenset({"dan", "serta", "&"})
_TITLED = frozenset({"dr.", "dr", "prof.", "prof", "drs.", "ir.", "k.h.", "kh.", "h."})


def with_headed(words: Sequence[str], found: Sequence[Span]) -> list[Span]:
    """Return the spans with the names that begin with a head, in the place of parts of them.

    A surer organisation that begins with the same head stays; so does a name that the head's
    would cut in two.
    """
    result = list(found)
    for span in headed(words, found):
        result = [_beyond(words, other, span) for other in result]
        near = [other for other in result if overlaps(span, [other])]
        if not any(_better(words, other, span) for other in near) and not _parted(near, span):
            result = [other for other in result if other not in near] + [span]
    return result


def headed(words: Sequence[str], found: Sequence[Span]) -> Iterator[Span]:
    """Yield the bodies and places that begin with a word of their own kind: *Candi* Borobudur."""
    index = 0
    while index < len(words):
        kind, size = _head(words, index)
        end = _end(words, index, index + size, kind, found) if kind else index
        if end > index + size:
            inside = index > 0 or end - index > size + 1
            yield index, end, kind, GUESSED if inside else _OPENING
        index = max(end, index + 1)


def _head(words: Sequence[str], index: int) -> tuple[str, int]:
    """Return the kind that the words give away, and how many words do; "" and 0 if none."""
    word = words[index]
    if not word[0].isupper() or (index and is_in(words[index - 1], "officers")):
        return "", 0
    pair = tuple(other.lower() for other in words[index : index + 2])
    if pair in _PAIRS and words[index + 1][0].isupper():
        return _PAIRS[pair], 2
    if is_in(word, "body_heads"):
        return "ORG", 1
    # In *PT Arung Samudra* the word goes on with a name and begins none.
    before = words[index - 1] if index > 1 else "di"
    opens = not before[0].isupper() or is_in(before, "titles")
    return ("LOC", 1) if opens and is_in(word, "place_heads") else ("", 0)


def _end(words: Sequence[str], start: int, first: int, kind: str, found: Sequence[Span]) -> int:
    """Return where the name ends that goes on at ``first``: before a person, after an acronym."""
    end = first + (kind == "ORG" and words[first : first + 1] == ["untuk"])
    people = {span[0] for span in found if span[2] == "PER" and span[3] >= _LIKELY}
    named = first
    while named < len(words) and words[named].lower() in _TITLED:
        named += 1
    # Direktur RSUD Dr. Soetomo *Joni Wahyuhadi*: after an office the person follows the body.
    led = start > 0 and is_in(words[start - 1], "titles")
    called_after = is_in(words[start], "named_after")
    # Direktur RSUD *Sultan Syarif*: a hospital's patron, whoever leads it.
    patron = called_after and is_in(words[min(named, len(words) - 1)], "honoured")
    named += patron
    anyone = kind == "LOC" or (called_after and (not led or patron))
    bodies = {i for span in found if span[2] == "ORG" for i in range(span[0], span[1])}
    while end < len(words) and words[end][0].isupper():
        if end > named and (end in people or _after_acronym(words, end)):
            break
        if end > first and kind == "LOC" and _head(words, end)[0]:
            break
        own = end == named > first or (patron and end < named)
        if not (anyone or own or end in bodies or _wordlike(words[end])):
            break
        end += 1
    return coordinated(words, start, end) if kind == "ORG" and end > first else end


def _after_acronym(words: Sequence[str], index: int) -> bool:
    """Tell whether a person's name begins after a known body's acronym: DPR *Syaiful Huda*."""
    return is_in(words[index - 1], "institutions") and words[index].istitle()


def _beyond(words: Sequence[str], person: Span, span: Span) -> Span:
    """Return what of a person's name follows *RSUD Dr. Soetomo*, all of any other span."""
    start, end, kind, sure = person
    titled = words[start - 1].lower() in _TITLED
    runs_on = kind == "PER" and span[2] == "ORG" and span[0] < start < span[1] < end
    return (span[1], end, kind, sure * GUESSED) if runs_on and titled else person


def _wordlike(word: str) -> bool:
    """Tell whether a body's name may go on with the word: no part of a person's name."""
    if word.isupper() or is_in(word, "organisations", "tails", "institutions") or place_kind(word):
        return True
    return not is_in(word, "given") and zipf(word) >= _COMMON and analyse(word.lower()).known


def _parted(near: Sequence[Span], span: Span) -> bool:
    """Tell whether bodies that were found side by side make up the whole: *Fakultas X* *UGM*."""
    pieces = [other for other in near if other[2] == "ORG"]
    whole = sum(end - start for start, end, *_ in pieces) == span[1] - span[0]
    return len(pieces) > 1 and whole


def _better(words: Sequence[str], other: Span, span: Span) -> bool:
    """Tell whether a name found before is to stay: a surer body, a party, or one cut in two."""
    start, end, kind, sure = other
    if start < span[0] or end > span[1]:
        return True
    if start > span[0] and is_in(words[start], "parties"):
        return True
    cut = end < span[1] and is_in(words[end - 1], "honoured")
    same = start == span[0] and kind == span[2] and sure >= _TRUSTED and not cut
    return (same or (start, end) == span[:2]) and kind == span[2]


def coordinated(words: Sequence[str], start: int, end: int) -> int:
    """Return the end with what an office adds: Dinas Pemuda *, Olahraga, dan Pariwisata*."""
    stop = index = end
    while is_in(words[start], "departments", "topical") and index < len(words):
        if words[index] == ",":
            index += 1
        if index < len(words) and words[index] in _JOINING:
            index += 1
        first = index
        while index < len(words) and words[index].istitle() and _topic(words[index]):
            index += 1
        if index == first or first == stop:
            break
        stop = index
    # A list of several offices looks alike, but has no "dan" before its last topic.
    return stop if _JOINING & set(words[end:stop]) else end


def _topic(word: str) -> bool:
    return not is_in(word, "organisations", "titles") and not place_kind(word)
