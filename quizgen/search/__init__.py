"""Corpus tools that teachers know: concordances, frequency lists and collocations.

In a notebook::

    from quizgen.search import documents, open_index, search
    search("meN-…-kan", open_index(), order="right")
"""

from quizgen.search.collocation import collocations
from quizgen.search.concordance import Concordance, Line, search
from quizgen.search.frequency import frequency_list
from quizgen.search.fts import Scope
from quizgen.search.index import Index, index_of
from quizgen.search.sources import documents, open_index

__all__ = [
    "Concordance",
    "Index",
    "Line",
    "Scope",
    "collocations",
    "documents",
    "frequency_list",
    "index_of",
    "open_index",
    "search",
]
