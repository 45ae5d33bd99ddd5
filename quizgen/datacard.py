"""The figures of the corpus' data card, counted from the texts and their annotations."""

from collections import Counter
from collections.abc import Iterable, Sequence

from quizgen.model import Document
from quizgen.statistics import TYPES

START, END = "<!-- figures -->", "<!-- /figures -->"
"""What stands before and after the figures in a card."""


def with_figures(card: str, documents: Sequence[Document]) -> str:
    """Return a card with its figures counted anew.

    Raises:
        ValueError: if the card does not mark where they stand.
    """
    before, start, rest = card.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"the card has no {START} … {END}")
    return f"{before}{START}\n{figures(documents)}{END}{after}"


def figures(documents: Sequence[Document]) -> str:
    """Return tables in Markdown: sizes by level and in all, topics, names, parts of speech."""
    levels = sorted({document.article.level or 0 for document in documents})
    groups = [[d for d in documents if (d.article.level or 0) == level] for level in levels]
    heads = ["", *(f"BIPA {level}" for level in levels), "all"]
    sizes = [_sizes(group) for group in (*groups, documents)]
    rows = [[name, *(one[name] for one in sizes)] for name in sizes[-1]]
    return "\n".join(
        [
            *_table(heads, rows),
            "",
            *_counts("topic", Counter(d.article.topic or "none" for d in documents), "texts"),
            "",
            *_counts("type", _entities(documents), "names and figures"),
            "",
            *_counts("part of speech", _tags(documents), "tokens"),
            "",
        ]
    )


def _sizes(documents: Sequence[Document]) -> dict[str, object]:
    tokens = [t for d in documents for s in d.sentences for t in s.tokens]
    words = [t for t in tokens if any(map(str.isalnum, t.text))]
    sentences = sum(len(d.sentences) for d in documents)
    return {
        "texts": len(documents),
        "paragraphs": sum(len(d.article.paragraphs) for d in documents),
        "sentences": sentences,
        "tokens": len(tokens),
        "words and figures": len(words),
        "different word forms": len({t.text.lower() for t in words}),
        "different headwords": len({t.headword.lower() for t in words}),
        "words a sentence": round(len(words) / max(1, sentences), 1),
        "names and figures": sum(len(d.entities) for d in documents),
        "references": sum(len(d.references) for d in documents),
        "quotations": sum(len(d.quotations) for d in documents),
        "vocabulary notes": sum(len(d.vocabulary) for d in documents),
    }


def _entities(documents: Iterable[Document]) -> Counter[str]:
    counted = Counter(e.type for d in documents for e in d.entities)
    return Counter({type: counted[type] for type in TYPES if counted[type]})


def _tags(documents: Iterable[Document]) -> Counter[str]:
    return Counter(t.upos for d in documents for s in d.sentences for t in s.tokens)


def _counts(head: str, counted: Counter[str], what: str) -> list[str]:
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return _table([head, what], [[name, count] for name, count in ordered])


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    shown = [" | ".join(map(_cell, row)) for row in rows]
    return [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *(f"| {row} |" for row in shown)]


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
