"""Numbers in Indonesian words, with every wording that is standard.

Source: EYD V, Penulisan Kata: Angka dan Bilangan; TBBBI (Moeliono et al. 2017) on numerals.
"""

from decimal import Decimal

_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))


def in_words(number: int) -> str:
    """Return a whole number from 0 up in words.

    >>> in_words(1250), in_words(2011), in_words(1_000_000)
    ('seribu dua ratus lima puluh', 'dua ribu sebelas', 'satu juta')
    """
    parts = []
    for scale, name in _SCALES:
        count, number = divmod(number, scale)
        if count:
            one = name == "ribu" and count == 1
            parts.append("seribu" if one else f"{_below_thousand(count)} {name}")
    if number or not parts:
        parts.append(_below_thousand(number))
    return " ".join(parts)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    head = "" if not hundreds else "seratus" if hundreds == 1 else f"{_DIGITS[hundreds]} ratus"
    return f"{head} {_below_hundred(rest)}".strip() if rest or not head else head


def _below_hundred(number: int) -> str:
    if number < 10:
        return _DIGITS[number]
    if number < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(number, f"{_DIGITS[number - 10]} belas")
    tens, rest = divmod(number, 10)
    return f"{_DIGITS[tens]} puluh" + (f" {_DIGITS[rest]}" if rest else "")


def wordings(value: Decimal) -> tuple[str, ...]:
    """Return every wording of a number of 0 up with at most two decimals, the usual one first.

    >>> wordings(Decimal("2.5"))
    ('dua koma lima', 'dua setengah')
    >>> wordings(Decimal("1.25"))
    ('satu koma dua lima', 'satu koma dua puluh lima', 'satu seperempat')
    """
    whole = int(value)
    figures = format(value, "f").partition(".")[2]
    if not figures:
        plain = in_words(whole)
        # *sejuta dua ratus ribu* is as good as *satu juta dua ratus ribu*.
        million = 10**6 <= whole < 2 * 10**6
        return (plain, f"se{plain.removeprefix('satu ')}") if million else (plain,)
    said = [f"{in_words(whole)} koma {' '.join(_DIGITS[int(figure)] for figure in figures)}"]
    if len(figures) == 2 and figures[0] != "0":
        said.append(f"{in_words(whole)} koma {in_words(int(figures))}")
    part = {"5": "setengah", "25": "seperempat", "75": "tiga perempat"}.get(figures)
    if part:
        said.append(f"{in_words(whole)} {part}" if whole else part)
    return tuple(said)


def ordinal(number: int) -> str:
    """Return an ordinal in words; *kesatu* stands for 1, which is also *pertama*.

    >>> ordinal(18), ordinal(2), ordinal(100)
    ('kedelapan belas', 'kedua', 'keseratus')
    """
    return "ke" + in_words(number)


def grouped(number: int) -> str:
    """Return figures with the dots of thousands: *4.800.000*."""
    return f"{number:,}".replace(",", ".")
