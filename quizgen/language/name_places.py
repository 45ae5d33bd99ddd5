"""Places among the names of a sentence: states or landscapes, their nouns, and missed ones."""

from collections.abc import Iterator, Sequence

from quizgen.language.wordlists import is_country, is_in, place_kind

Span = tuple[int, int, str, float]
"""First token, end token (exclusive), entity type, confidence."""

KNOWN = 0.95
GUESSED = 0.9
_DIRECTIONS = frozenset({"utara", "selatan", "timur", "barat", "tengah"})


def overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Return whether the span shares a token with one of the others."""
    return any(span[0] < other[1] and other[0] < span[1] for other in others)


def places_in(words: Sequence[str], span: Span) -> Iterator[Span]:
    """Yield what the model's place span holds: one place or two, as GPE, LOC, NORP or ORG."""
    start, end, _, sure = span
    if words[start] in ("Kota", "Kabupaten") and start and is_in(words[start - 1], "officers"):
        start += 1
    if start == end:
        return
    split = _split(words, start, end)
    for first, last in split:
        yield _place(words, first, last, sure)


def _split(words: Sequence[str], start: int, end: int) -> list[tuple[int, int]]:
    """Return the two known places that stand side by side in the span, or the span itself."""
    for middle in range(start + 1, end):
        if words[middle][0].isupper() and is_in(words[middle], "administrative"):
            return [(start, middle), (middle, end)]
    if not place_kind(" ".join(words[start:end])):
        for middle in range(start + 1, end):
            before, after = " ".join(words[start:middle]), " ".join(words[middle:end])
            if place_kind(before) == "GPE" and place_kind(after) == "GPE":
                return [(start, middle), (middle, end)]
    return [(start, end)]


def _place(words: Sequence[str], start: int, end: int, sure: float) -> Span:
    before = words[start - 1] if start else ""
    name = " ".join(words[start:end])
    known = place_kind(name)
    if before[:1].isupper() and is_in(before, "administrative") and not _office(words, start - 1):
        return start - 1, end, "GPE", sure
    if before[:1].isupper() and is_in(before, "landmarks"):
        return start - 1, end, "LOC", sure
    if _of_people(words, start, name):
        return start, end, "NORP", sure
    if is_in(words[start], "staffed", "organisations"):
        return start, end, "ORG", sure * GUESSED
    if is_in(words[start], "administrative"):
        listed = place_kind(" ".join(words[start + 1 : end])) == "GPE"
        return start, end, "GPE", max(sure, KNOWN) if listed else sure
    if known:
        return start, end, known, max(sure, KNOWN) if stands_alone(words, start, end) else sure
    if is_in(words[start], "landmarks"):
        # Towns are named so too: Tanjung Malim, Bukittinggi.
        doubtful = is_in(words[start], "town_heads")
        return start, end, "LOC", sure * GUESSED if doubtful else sure
    anchored = list(words[end : end + 1]) == [","] and leading_place(words, end + 1, end + 3)
    return start, end, "GPE", sure if anchored and anchored > end + 1 else sure * GUESSED


def _of_people(words: Sequence[str], start: int, name: str) -> bool:
    """Whether the name is a nationality here: *warga* Rusia, but not *warga* Bandung."""
    before = words[start - 1] if start else ""
    return is_in(before, "people_heads") or (before == "warga" and is_country(name))


def _office(words: Sequence[str], index: int) -> bool:
    return index > 0 and is_in(words[index - 1], "officers")


def stands_alone(words: Sequence[str], start: int, end: int) -> bool:
    """Whether no other capitalised word touches the span; the first of a sentence is none."""
    office = is_in(words[start - 1], "titles", "portfolios") if start else True
    before = start > 1 and words[start - 1][0].isupper() and not office
    return not before and not (end < len(words) and words[end][0].isupper())


def leading_place(words: Sequence[str], start: int, end: int) -> int:
    """Return the end of the longest known state or city at ``start``, ``start`` if none."""
    for stop in range(end, start, -1):
        if place_kind(" ".join(words[start:stop])) == "GPE":
            return stop
    return start


def missed_places(words: Sequence[str]) -> Iterator[Span]:
    """Yield the places of the gazetteer that stand alone, for the model to have missed."""
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and words[end][0].isupper() and words[end].isalpha():
            end += 1
        if end == start:
            start += 1
            continue
        first = _after_office(words, start, end)
        name = " ".join(words[first:end])
        # At the start of a sentence one word may be anything, but a country is a country.
        placed = first > 0 or end - first > 1 or is_country(name)
        if end > first and placed and stands_alone(words, first, end):
            kind = "NORP" if _of_people(words, first, name) else place_kind(name)
            if place_kind(name) and kind and not is_in(words[first], "titles"):
                yield first, end, kind, GUESSED
        start = end + 1


def _after_office(words: Sequence[str], start: int, end: int) -> int:
    """Return where a run of capitals goes on after an office: Gubernur *DKI Jakarta*."""
    first = start
    while first < end and is_in(words[first], "titles"):
        first += 1
    while start < first < end and is_in(words[first], "portfolios"):
        first += 1
    return first


def missed_people(words: Sequence[str]) -> Iterator[Span]:
    """Yield the state or body and the person after an office: *Menteri Luar Negeri* China Wang Yi.

    Both are marked, for the model to have missed.
    """
    for index in range(1, len(words)):
        led = words[index][0].isupper() and is_in(words[index - 1], "titles", "portfolios")
        if not led or is_in(words[index], "titles", "portfolios"):
            continue
        body = is_in(words[index], "institutions") and words[index].isupper()
        first = index + 1 if body else leading_place(words, index, index + 3)
        end = first
        while end < len(words) and words[end].istitle() and words[end].isalpha():
            end += 1
        if first > index and 1 < end - first < 5 and _personal(words[first:end]):
            yield index, first, "ORG" if body else "GPE", GUESSED
            yield first, end, "PER", GUESSED


def crowned(words: Sequence[str]) -> Iterator[Span]:
    """Yield the one name, with its number, of a king or pope: *Raja* Charles III."""
    for index in range(1, len(words)):
        word = words[index]
        single = word.istitle() and word.isalpha() and is_in(words[index - 1], "crowns")
        if not single or not words[index - 1][0].isupper() or place_kind(word):
            continue
        end = index + 1
        while end < len(words) and (words[end].isupper() or words[end].istitle()):
            end += 1
        if end - index < 3 and not is_in(word, "titles", "organisations", "landmarks", "ranks"):
            yield index, end, "PER", GUESSED


def _personal(words: Sequence[str]) -> bool:
    name = " ".join(words)
    listed = is_in(words[0], "titles", "organisations", "landmarks", "administrative", "things")
    return not listed and place_kind(name) is None and not is_in(words[-1], "tails")


def with_countries(words: Sequence[str], spans: Sequence[Span]) -> list[Span]:
    """Return the spans with the known place between an office and a person: *Presiden* Rusia."""
    result = list(spans)
    for person in spans:
        if person[2] != "PER":
            continue
        start, end = _place_before(words, person[0]), person[0]
        if start is None and _straddled(words, person):
            start, end = person[0] - 1, person[0] + 1
            result[result.index(person)] = (end, *person[1:])
        if start is not None:
            place = (start, end, "GPE", KNOWN)
            result = [span for span in result if not overlaps(span, [place])] + [place]
    return result


def _straddled(words: Sequence[str], person: Span) -> bool:
    """Tell whether a country ends with the person's first word: *Arab* Saudi Abdul Aziz."""
    start, end, *_ = person
    country = start > 0 and place_kind(" ".join(words[start - 1 : start + 1])) == "GPE"
    return country and end - start > 2


def _place_before(words: Sequence[str], end: int) -> int | None:
    for start in range(max(end - 3, 1), end):
        if is_in(words[start - 1], "titles") and place_kind(" ".join(words[start:end])) == "GPE":
            return start
    return None


def in_context(words: Sequence[str], span: Span) -> Span:
    """Drop what is no place and doubt half a region, Inggris *timur*.

    No places are *dolar* AS, *soto* Betawi and *Warga* Negara Indonesia.
    """
    start, end, kind, sure = span
    citizens = ["warga", "negara"]
    low = [word.lower() for word in words[max(start - 1, 0) : start + 2]]
    if kind in ("GPE", "ORG") and citizens in (low[:2], low[1:]):
        return start, end, kind, 0.0
    if kind == "GPE" and start and is_in(words[start - 1], "currencies", "dishes"):
        return start, end, kind, 0.0
    if kind in ("GPE", "LOC") and end < len(words) and words[end] in _DIRECTIONS:
        return start, end, kind, min(sure, 0.8)
    return span
