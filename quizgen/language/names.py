"""Names in a sentence: people, organisations, places, peoples, laws and events."""

from collections.abc import Iterator, Sequence
from functools import cache

from quizgen.language.crf import Model, shipped
from quizgen.language.features import name_features, place_labels
from quizgen.language.name_heads import coordinated, with_headed
from quizgen.language.name_places import (
    GUESSED,
    KNOWN,
    Span,
    crowned,
    in_context,
    leading_place,
    missed_people,
    missed_places,
    overlaps,
    places_in,
    stands_alone,
    with_countries,
)
from quizgen.language.name_rules import peoples, product_model, products, rule_names, works
from quizgen.language.name_trims import after_rank, without_degrees
from quizgen.language.wordlists import is_in, place_kind

_LEAST = 0.4
_HEADLINE = 0.6
_CUT = 0.85
_LIKELY = 0.6
_STOPS = frozenset('."”')
_PARTICLES = frozenset({"van", "von", "der", "den", "de", "da", "dos", "bin", "binti", "al", "el"})
_COMPANIES = ("PT", "PT.", "CV", "UD")
_LEGAL = ("Tbk", "Tbk.", "Ltd", "Ltd.", "TBK", "Inc", "Inc.")


@cache
def _model() -> Model:
    return shipped("names.crfsuite")


def find_names(words: Sequence[str], upos: Sequence[str]) -> list[Span]:
    """Return the names among the words of one sentence, in order, without overlaps.

    The confidence is the smallest probability that the model gives to a label in the span or to
    a capitalised word beside it, so that a doubtful boundary makes a doubtful name.
    """
    if not any(word[0].isupper() for word in words):
        return []
    fixed = list(rule_names(words))
    found = [
        span
        for raw in _crf_spans(words, upos)
        if not overlaps(raw, fixed)
        for span in _refine(words, upos, raw)
        if span[3] >= _LEAST
    ]
    found = [_half(words, span, found) for span in with_countries(words, found)]
    if _headline(words):
        found = [(*span[:3], span[3] * GUESSED**2) for span in found]
    found = [_whole(words, span) for span in with_headed(words, found)]
    found = [span for span in found if not overlaps(span, fixed)]
    found = _without_overlaps(fixed + [product_model(words, span) for span in found])
    return sorted(
        span for raw in _with_missed(words, found) if (span := in_context(words, raw))[3] >= _LEAST
    )


def _with_missed(words: Sequence[str], found: list[Span]) -> list[Span]:
    """Return the names with those that lists know; what the model half believes yields to them."""
    known = [
        *peoples(words),
        *products(words),
        *missed_places(words),
        *missed_people(words),
        *crowned(words),
    ]
    for span in [*known, *works(words)]:
        found = [other for other in found if other[3] >= _LIKELY or not overlaps(span, [other])]
        found += [] if overlaps(span, found) else [span]
    return found


def _whole(words: Sequence[str], span: Span) -> Span:
    """Add what a particle joins to a person's name: *Domingos da* Costa, *Siti binti* Umar."""
    start, end, kind, sure = span
    if kind != "PER" or start < 2 or not is_in(words[start - 1], "particles"):
        return span
    first = words[start - 2]
    joined = first.isalpha() and first[0].isupper() and not is_in(first, "titles")
    return (start - 2 if joined else start), end, kind, sure


def _half(words: Sequence[str], span: Span, spans: Sequence[Span]) -> Span:
    """Doubt an organisation after "dan" whose first half was not found with it."""
    start, end, kind, sure = span
    joined = start > 1 and words[start - 1] in ("dan", "&") and words[start - 2][0].isupper()
    if kind != "ORG" or not joined or any(other[1] == start - 1 for other in spans):
        return span
    return start, end, kind, sure * GUESSED**2


def _headline(words: Sequence[str]) -> bool:
    """Whether most longer words are capitalised, so that capitals tell little about names."""
    if words[-1] in _STOPS:
        return False
    longer = [word for word in words if word.isalpha() and len(word) > 3]
    upper = sum(word[0].isupper() for word in longer)
    return len(longer) > 4 and upper > _HEADLINE * len(longer)


def _crf_spans(words: Sequence[str], upos: Sequence[str]) -> list[Span]:
    scored = _model().scored(name_features(words, upos))
    spans = []
    for start, end, kind in label_spans([label for label, *_ in scored]):
        sure = [typed for _, _, typed in scored[start:end]]
        if start and words[start - 1][0].isupper():
            # Presiden *Rusia* Putin: a known place is no part of the person's name.
            apart = kind == "PER" and place_labels(words)[start - 1] != "-"
            if not apart and not is_in(words[start - 1], "titles"):
                sure += [scored[start - 1][1], scored[start][1]]
        if end < len(words) and words[end][0].isupper() and not is_in(words[end], "titles"):
            sure.append(scored[end][1])
        spans.append((start, end, kind, min(sure)))
    return spans


def label_spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return the (start, end, type) spans of B-/I-/O labels."""
    spans: list[tuple[int, int, str]] = []
    for index, label in enumerate(labels):
        if label == "O":
            continue
        kind = label[2:]
        if label[0] == "I" and spans and spans[-1][1:] == (index, kind):
            spans[-1] = (spans[-1][0], index + 1, kind)
        else:
            spans.append((index, index + 1, kind))
    return spans


def _without_overlaps(spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: -span[3]):
        if not overlaps(span, kept):
            kept.append(span)
    return kept


def _refine(words: Sequence[str], upos: Sequence[str], span: Span) -> Iterator[Span]:
    start, end, kind, sure = span
    if not any(word[0].isupper() for word in words[start:end]):
        return
    if kind == "PER" and start and words[start - 1] in _COMPANIES:
        kind, sure = "ORG", min(sure, _CUT)
    if kind == "PER":
        yield from _person(words, upos, span)
    elif kind == "LOC":
        yield from places_in(words, span)
    elif place_kind(" ".join(words[start:end])) == "GPE":
        yield start, end, "GPE", sure
    elif is_in(words[end - 1], "place_tails") and end - start > 1:
        yield start, end, "LOC", sure
    else:
        for first, last in _halves(words, start, end):
            yield from _without_office(words, _organisation(words, (first, last, kind, sure)))


def _halves(words: Sequence[str], start: int, end: int) -> list[tuple[int, int]]:
    """Return the two bodies of one kind that the span holds: *Polres A dan Polres B*, or itself."""
    for middle in range(start + 1, end - 1):
        if words[middle] in ("dan", "serta") and words[middle + 1] == words[start]:
            return [(start, middle), (middle + 1, end)]
    return [(start, end)]


def _without_office(words: Sequence[str], span: Span) -> Iterator[Span]:
    """Cut an office in English off an organisation: *Vice President Public Relations* KAI."""
    start, end, kind, sure = span
    first = start
    while first < end and is_in(words[first], "foreign_titles"):
        first += 1
    if first - start > 1 or (first > start and is_in(words[start], "titles")):
        sure = min(sure, _CUT)
        start = first
    if start < end:
        yield start, end, kind, sure


def _person(words: Sequence[str], upos: Sequence[str], span: Span) -> Iterator[Span]:
    first, end, kind, sure = span
    start, end = after_rank(words, first, without_degrees(words, first, end))
    sure = max(sure, _CUT) if start > first else sure
    first = start
    while first < end and is_in(words[first], "titles"):
        first += 1
    before = words[first - 1] if first else ""
    if is_in(before, "titles") and not is_in(before, "service_ranks"):
        while first < end and is_in(words[first], "portfolios", "titles"):
            first += 1
        country = leading_place(words, first, end)
        if country > first:
            yield first, country, "GPE", max(sure, KNOWN)
            first = country
    if first == end or not words[first][0].isupper():
        return
    name = " ".join(words[first:end])
    headed = end - first > 1 and is_in(words[first], "body_heads")
    if headed or is_in(name, "bodies"):
        yield first, end, "ORG", sure
        return
    if place_kind(name) == "GPE":
        yield first, end, "GPE", min(sure, 0.85)
        return
    while end + 1 < len(words) and words[end] in _PARTICLES:
        end += 1
        while end < len(words) and (words[end] in _PARTICLES or words[end][0].isupper()):
            end += 1
    sure = sure if _personal(words[first:end]) else min(sure, _CUT)
    echo = end - first == 2 and words[first] == words[first + 1]
    common = echo or (first == 0 and end == 1 and upos[0] != "PROPN")
    yield first, end, kind, sure * 0.7 if common else sure


def _personal(name: Sequence[str]) -> bool:
    """Tell whether a name may be a person's: no body's word in it, no acronym at its start."""
    acronym = len(name) > 1 and name[0].isupper() and 2 <= len(name[0]) <= 4 and name[0].isalpha()
    if acronym or is_in(name[0], "organisations"):
        return False
    return not any(is_in(word, "no_person") for word in name[1:])


def _organisation(words: Sequence[str], span: Span) -> Span:
    start, end, kind, sure = span
    if start and words[start - 1] in _COMPANIES:
        start -= 1
    if list(words[end : end + 3]) == ["(", "Persero", ")"]:
        end += 3
    if end < len(words) and words[end] in _LEGAL:
        end += 1
    if end - start == 1 and is_in(words[start], "institutions") and stands_alone(words, start, end):
        sure = max(sure, KNOWN)
    if is_in(words[start], "things") or (end - start > 1 and is_in(words[end - 1], "thing_tails")):
        return start, end, "PRODUCT", min(sure, 0.8)
    further = coordinated(words, start, end)
    if further > end:
        bracketed = further < len(words) and words[further] == "("
        return start, further, kind, sure if bracketed else min(sure, 0.85)
    return start, end, kind, sure
