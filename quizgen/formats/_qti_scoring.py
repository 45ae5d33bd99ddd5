"""Response processing: the rules by which a QTI player scores an answer, and chooses feedback.

The rules are written out, not given as a standard template, for a template sets no feedback. Every
rule gives the points of the item exactly for a wholly right answer, however shares are rounded,
and asks for null before it maps a response, since players differ on that.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor
from typing import Any

from quizgen.formats._qti_tree import qti

RESPONSE, SCORE, FEEDBACK = "RESPONSE", "SCORE", "FEEDBACK"
RIGHT, WRONG, TOLD = "right", "wrong", "told"
_FINE = 10**6
_CLOSE = 0.001


def response(
    name: str,
    values: Iterable[str],
    *,
    base: str,
    cardinality: str = "single",
    mapping: Any = None,
) -> Any:
    """Return the declaration of a response with its key."""
    right = qti("correct-response", *(qti("value", text=value) for value in values))
    parts = (right,) if mapping is None else (right, mapping)
    return qti(
        "response-declaration", *parts, identifier=name, cardinality=cardinality, base_type=base
    )


def mapping(values: Mapping[str, float], most: float, *, exact: bool | None = None) -> Any:
    """Return what each answer is worth, from 0 to ``most`` in all; ``exact`` if capitals count."""
    entries = (
        qti("map-entry", map_key=key, mapped_value=float(value), case_sensitive=exact)
        for key, value in values.items()
    )
    return qti("mapping", *entries, lower_bound=0.0, upper_bound=float(most), default_value=0.0)


def share(points: int, parts: int) -> float:
    """Return the points of one of so many parts, never a trace more.

    >>> share(2, 3)
    0.666666
    """
    return floor(points * _FINE / max(parts, 1)) / _FINE


def penalty(points: int, parts: int) -> float:
    """Return what one of so many wrong options takes: all of them take everything.

    >>> penalty(2, 3)
    -0.666667
    """
    return -ceil(points * _FINE / max(parts, 1)) / _FINE


def outcomes(points: int, *, by_hand: bool = False, found: int = 0) -> Iterable[Any]:
    """Yield the declarations of score, maximum and feedback; ``found`` marks answers counted."""
    yield _number(SCORE, 0, points, by_hand=by_hand)
    yield _number("MAXSCORE", points, points)
    for index in range(1, found + 1):
        yield _number(_found(index), 0, points)
    yield qti(
        "outcome-declaration", identifier=FEEDBACK, cardinality="single", base_type="identifier"
    )


def _number(name: str, default: int, most: int, *, by_hand: bool = False) -> Any:
    return qti(
        "outcome-declaration",
        qti("default-value", qti("value", text=_digits(default))),
        identifier=name,
        cardinality="single",
        base_type="float",
        normal_minimum=0.0,
        normal_maximum=float(most),
        external_scored="human" if by_hand else None,
    )


def by_choice(points: int) -> Any:
    """Score a single choice; the feedback is that of the chosen option."""
    return qti(
        "response-processing",
        _when(_is_right(), [_set(SCORE, _float(points))]),
        _set(FEEDBACK, _variable(RESPONSE)),
    )


def by_key(points: int) -> Any:
    """Score all or nothing."""
    right = [_set(SCORE, _float(points)), _tell(RIGHT)]
    return qti("response-processing", _when(_is_right(), right, [_tell(WRONG)]))


def by_keys(points: int, keys: Sequence[Sequence[str]]) -> Any:
    """Score all or nothing, with several orders of identifiers that are right."""
    orders = (
        qti("match", _variable(RESPONSE), qti("ordered", *map(_identifier, order)))
        for order in keys
    )
    right = [_set(SCORE, _float(points)), _tell(RIGHT)]
    return qti("response-processing", _when(qti("or", *orders), right, [_tell(WRONG)]))


def by_parts(points: int) -> Any:
    """Score the parts of one response by its mapping."""
    right = [_set(SCORE, _float(points)), _tell(RIGHT)]
    partly = _when(_given(RESPONSE), [_set(SCORE, qti("map-response", identifier=RESPONSE))])
    return qti("response-processing", _when(_is_right(), right, [partly, _tell(WRONG)]))


def by_fields(points: int, names: Iterable[str]) -> Any:
    """Score several responses, each by its mapping."""
    rules = (_when(_given(name), [_add(qti("map-response", identifier=name))]) for name in names)
    return qti("response-processing", *rules, _completed(points))


def by_finds(
    points: int, names: Sequence[str], wanted: Sequence[Sequence[str]], *, exact: bool
) -> Any:
    """Score written answers that may come in any order; one given twice counts once."""
    rules = (
        _when(_given(name), [_find(name, i, answers, points, len(wanted), exact=exact)])
        for name in names
        for i, answers in enumerate(wanted, start=1)
    )
    counted = (_add(_variable(_found(i))) for i in range(1, len(wanted) + 1))
    return qti("response-processing", *rules, *counted, _completed(points))


def by_hand() -> Any:
    """Leave the score to a person, and show the model answer."""
    return qti("response-processing", _tell(TOLD))


def _find(
    name: str, index: int, answers: Iterable[str], points: int, parts: int, *, exact: bool
) -> Any:
    equal = (
        qti("string-match", _variable(name), _base("string", a), case_sensitive=exact)
        for a in answers
    )
    return _when(qti("or", *equal), [_set(_found(index), _float(share(points, parts)))])


def _found(index: int) -> str:
    return f"FOUND_{index}"


def _completed(points: int) -> Any:
    """Round a full sum of shares up to the points."""
    full = qti("gte", _variable(SCORE), _float(points - _CLOSE))
    return _when(full, [_set(SCORE, _float(points)), _tell(RIGHT)], [_tell(WRONG)])


def _when(condition: Any, rules: Iterable[Any], otherwise: Sequence[Any] = ()) -> Any:
    rest = (qti("response-else", *otherwise),) if otherwise else ()
    return qti("response-condition", qti("response-if", condition, *rules), *rest)


def _is_right() -> Any:
    return qti("match", _variable(RESPONSE), qti("correct", identifier=RESPONSE))


def _given(name: str) -> Any:
    return qti("not", qti("is-null", _variable(name)))


def _add(value: Any) -> Any:
    return _set(SCORE, qti("sum", _variable(SCORE), value))


def _set(name: str, value: Any) -> Any:
    return qti("set-outcome-value", value, identifier=name)


def _tell(name: str) -> Any:
    return _set(FEEDBACK, _identifier(name))


def _variable(name: str) -> Any:
    return qti("variable", identifier=name)


def _identifier(value: str) -> Any:
    return _base("identifier", value)


def _float(value: float) -> Any:
    return _base("float", _digits(value))


def _digits(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _base(kind: str, value: str) -> Any:
    return qti("base-value", text=value, base_type=kind)
