"""Other amounts than a figure of the text: near it, as round as it is, and not in even steps."""

from decimal import ROUND_CEILING, Decimal

_MOST = 4
"""Wrong amounts to offer."""
_FINE = 30
"""What a figure with two decimals, such as a sprinter's time, is divided by for a step."""
_ROUGH = 5
"""*Sekitar 50* is not sixty: a fifth more."""
_SMALL = 20
_SEED = 9973
"""A prime: figures that differ little are scattered in different ways."""


def numbers(value: Decimal, *, wide: bool = False) -> list[Decimal]:
    """Return plausible other amounts, as round as ``value``, none equal to it.

    They lie further apart if ``wide``: what is told roughly may be a little more or less.
    How many of the first three lie below ``value`` depends on its digits, so that the key is not
    always in one place among the sorted options.
    """
    if value <= 0:
        return []
    unit = Decimal(1).scaleb(_last_digit(value))
    whole = len(value.normalize().as_tuple().digits) == 1
    if value > _SMALL and value % (5 * unit) == 0 and unit >= 1 and not whole:
        # Beside Rp75.000 an amount of Rp77.000 shows that it was made up.
        unit *= 5
    if value == value.to_integral_value() and value <= 12:
        step = Decimal(1)
    else:
        lead = Decimal(1).scaleb(value.adjusted())
        share = value / _FINE if _last_digit(value) <= -2 and value >= 1 else lead / 4
        step = (max(share, unit) / unit).to_integral_value() * unit
    if wide:
        step = max(step, (value / _ROUGH / unit).to_integral_value(ROUND_CEILING) * unit)
    below = sum(value.as_tuple().digits) % 4
    order = [*(-place for place in range(1, below + 1)), *range(1, 4 - below), 4 - below, 5 - below]
    scatter = unit if step > unit and not wide else Decimal(0)
    found: list[Decimal] = []
    for place in order:
        number = value + _offset(value, place, step, scatter)
        while number in found or number == value:
            number += unit if place > 0 else -unit
        found.append(number)
    return [number for number in found if number > (1 if step == 1 else 0)][:_MOST]


def _offset(value: Decimal, place: int, step: Decimal, unit: Decimal) -> Decimal:
    """Return how far the option at a place lies from the key.

    About ``place`` steps, but in uneven ones of ``unit`` and with other last digits: 4.801, 4.551
    and 4.301 beside 5.051 show that they were made up. A ``unit`` of 0 keeps even steps.
    """
    if not unit:
        return place * step
    ratio, seed = int(step / unit), int(value / unit) % _SEED
    span = max(1, ratio // 3)
    shift = (31 * seed + 17 * place**2 + 5 * place + 7) % (2 * span + 1) - span
    one = 1 if place > 0 else -1
    count = place * ratio + (shift if ratio > 2 * span else max(0, shift) * one)
    ends_in_zero = (value / unit + count) % 10 == 0 and value / unit % 10
    return (count + (one if ends_in_zero else 0)) * unit


def _last_digit(value: Decimal) -> int:
    """Return the exponent of the last digit that is not zero: 2 for 1.500, -1 for 8,7."""
    exponent = value.normalize().as_tuple().exponent
    return int(exponent)
