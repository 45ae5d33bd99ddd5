"""Figures on texts: words, word forms, how common and how hard the words are, names by type.

Bands are Zipf frequencies of the Indonesian list of wordfreq (Speer 2022); levels are the BIPA
levels that the frequencies suggest (``quizgen.language.levels``).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.language.levels import level, zipf
from quizgen.language.readability import readability
from quizgen.model import Document, Token

if TYPE_CHECKING:
    import pandas as pd

BANDS = ((5.0, "zipf 5+"), (4.0, "zipf 4-5"), (3.0, "zipf 3-4"), (0.0, "zipf <3"))
"""Lowest Zipf frequency and name of each band, the commonest first."""
LEVELS = tuple(f"BIPA {number}" for number in range(1, 8))
TYPES = ("PER", "ORG", "GPE", "LOC", "NORP", "EVENT", "PRODUCT", "LAW", "DATE", "TIME", "MONEY",
          "PERCENT", "QUANTITY", "NUMBER")  # fmt: skip


def table(documents: Sequence[Document]) -> "pd.DataFrame":
    """Return one row a text, indexed by id.

    Columns: words, forms (different words), sentences, words_per_sentence, level (given, may be
    missing), readability (estimated BIPA level, may be missing), the share of words in each of
    ``BANDS`` and at each of ``LEVELS`` (per cent, names and figures left out), and the number of
    entities of each type.
    """
    import pandas as pd

    rows = pd.DataFrame([_row(document) for document in documents])
    return rows.set_index("id")


def _row(document: Document) -> dict[str, object]:
    plain = list(_plain(document))
    words = [t for s in document.sentences for t in s.tokens if t.text[0].isalnum()]
    frequencies = [zipf(token.text.lower()) for token in plain]
    estimate = readability(document)
    counted = Counter(entity.type for entity in document.entities)
    return {
        "id": document.article.id,
        "words": len(words),
        "forms": len({token.text.lower() for token in words}),
        "sentences": len(document.sentences),
        "words_per_sentence": round(len(words) / max(1, len(document.sentences)), 1),
        "level": document.article.level,
        "readability": round(estimate.score, 1) if estimate else None,
        **_shares([_band(one) for one in frequencies], [name for _, name in BANDS]),
        **_shares([f"BIPA {level(one)}" for one in frequencies], LEVELS),
        **{type: counted[type] for type in TYPES},
    }


def _plain(document: Document) -> Iterator[Token]:
    """Yield the words outside names and figures."""
    named = [(entity.start, entity.end) for entity in document.entities]
    for sentence in document.sentences:
        for token in sentence.tokens:
            if token.text[0].isalpha() and not any(a <= token.start < b for a, b in named):
                yield token


def _band(frequency: float) -> str:
    return next(name for least, name in BANDS if frequency >= least)


def _shares(found: Sequence[str], names: Sequence[str]) -> dict[str, float]:
    counted = Counter(found)
    return {name: round(100 * counted[name] / max(1, len(found)), 1) for name in names}
