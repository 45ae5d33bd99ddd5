"""Documents with trees written by hand, for tests of what is read from trees."""

from dataclasses import replace

from quizgen.language.annotate import annotate
from quizgen.model import Article, Document


def parsed(*sentences: str) -> Document:
    """Return an analysed text whose trees are given: ``form/upos/head/relation`` a word.

    Heads count words from 1; 0 is the root. Words are joined by spaces, but not before a mark.
    """
    rows = [[word.rsplit("/", 3) for word in sentence.split()] for sentence in sentences]
    text = " ".join(
        " ".join(row[0] for row in sentence).replace(" ,", ",").replace(" .", ".")
        for sentence in rows
    )
    document = annotate(Article(id="uji", paragraphs=(text,)))
    shown = [[token.text for token in sentence.tokens] for sentence in document.sentences]
    assert shown == [[row[0] for row in sentence] for sentence in rows], shown
    trees = tuple(
        replace(
            sentence,
            tokens=tuple(
                replace(
                    token,
                    upos=row[1],
                    head=index if row[2] == "0" else int(row[2]) - 1,
                    deprel=row[3],
                    attachment=1.0,
                )
                for index, (token, row) in enumerate(zip(sentence.tokens, given, strict=True))
            ),
        )
        for sentence, given in zip(document.sentences, rows, strict=True)
    )
    return replace(document, sentences=trees)
