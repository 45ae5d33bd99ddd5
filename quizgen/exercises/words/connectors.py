"""Connectors with the relation that each expresses, and what no other can stand for.

Source: TBBBI (Moeliono et al. 2017) on konjungsi subordinatif, koordinatif and antarkalimat; own
table ``data/connectors.tsv``.
"""

from dataclasses import dataclass
from functools import cache

from quizgen.exercises.common.tables import rows


@dataclass(frozen=True, slots=True)
class Connector:
    """A connector; ``place`` is sub, coord or inter."""

    text: str
    relation: str
    place: str

    @property
    def label(self) -> str:
        """The connector with its relation: *karena (sebab)*."""
        return f"{self.text} ({self.relation})"


@cache
def connectors() -> dict[str, Connector]:
    """Return the table by connector."""
    return {row[0]: Connector(*row) for row in rows("connectors")}


MEANINGS = {
    "sebab": "menyatakan sebab terjadinya sesuatu",
    "tujuan": "menyatakan hal yang ingin dicapai",
    "syarat": "menyatakan syarat agar sesuatu terjadi",
    "konsesif": "menyatakan hal yang tidak menghalangi sesuatu",
    "akibat": "menyatakan akibat dari sesuatu",
    "waktu": "menyatakan waktu terjadinya sesuatu",
    "pertentangan": "mempertentangkan dua hal",
    "penambahan": "menambahkan hal lain",
    "contoh": "menyebutkan contoh",
}
"""What each relation says, for explanations."""
APART = {
    "sebab": ("tujuan", "syarat", "konsesif"),
    "tujuan": ("sebab", "syarat", "konsesif"),
    "syarat": ("sebab", "tujuan", "konsesif"),
    "konsesif": ("sebab", "tujuan", "syarat"),
    "akibat": ("tujuan", "syarat", "konsesif"),
    "waktu": ("tujuan", "konsesif", "akibat"),
    "pertentangan": ("sebab", "tujuan", "akibat"),
    "penambahan": ("pertentangan", "sebab", "syarat"),
}
"""Relations that a connector of the first can never be said to express."""
