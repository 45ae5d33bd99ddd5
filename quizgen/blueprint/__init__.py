"""Kisi-kisi, the test blueprint that Indonesian teachers file: read, met by items, written out."""

from quizgen.blueprint.fill import Filled, fill, is_candidate, shortfalls, unread, wanted_types
from quizgen.blueprint.request import Request, read_blueprint
from quizgen.blueprint.sheet import assemble_filled, assemble_in_order

__all__ = [
    "Filled",
    "Request",
    "assemble_filled",
    "assemble_in_order",
    "fill",
    "is_candidate",
    "read_blueprint",
    "shortfalls",
    "unread",
    "wanted_types",
]
