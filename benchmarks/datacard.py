"""Count the figures of corpus/DATACARD.md anew, after a text or an annotation has changed.

python benchmarks/datacard.py
"""

from quizgen import corpus
from quizgen.datacard import with_figures


def main() -> None:
    """Write the card with its figures."""
    card = corpus.corpus_root() / "DATACARD.md"
    documents = [corpus.load_document(id) for id in corpus.article_ids()]
    text = with_figures(card.read_text(encoding="utf-8"), documents)
    card.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
