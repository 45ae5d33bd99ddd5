"""spaCy: a DocBin with one Doc, for pipelines and training."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizgen.model import Document, Sentence, Token

_ATTRIBUTES = (
    "ORTH", "SPACY", "POS", "LEMMA", "HEAD", "DEP",
    "SENT_START", "ENT_IOB", "ENT_TYPE", "ENT_ID", "ENT_KB_ID",
)  # fmt: skip
_PIECE = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class _Word:
    """A token of the Doc; white space and sub-headings have no token of ours."""

    text: str
    start: int
    space: bool = False
    token: Token | None = None
    opens: bool = False
    """Whether a sentence starts here."""


class Spacy:
    """A Doc whose text is the article's, character for character."""

    name = "spacy"
    suffix = ".spacy"
    purpose = "A spaCy DocBin with lemmas, parts of speech, sentences and names."

    def export(self, document: Document) -> bytes:
        """Return the DocBin; an entity's full name is its ``ent_id_``, its value ``kb_id_``.

        Heads and relations are set only where every token of the text was parsed.
        """
        return _bin([document])

    def collect(self, documents: Iterable[Document]) -> Iterator[tuple[str, bytes]]:
        """Yield one DocBin with all documents, in their order."""
        yield "corpus.spacy", _bin(documents)


def _bin(documents: Iterable[Document]) -> bytes:
    import spacy
    from spacy.tokens import DocBin

    vocab = spacy.blank("id").vocab
    docs = [_doc(document, vocab) for document in documents]
    data: bytes = DocBin(attrs=_ATTRIBUTES, docs=docs).to_bytes()
    return data


def _doc(document: Document, vocab: Any) -> Any:
    from spacy.tokens import Doc

    words = _words(document)
    tokens = [word.token for word in words]
    doc = Doc(
        vocab,
        words=[word.text for word in words],
        spaces=[word.space for word in words],
        pos=[_pos(word) for word in words],
        lemmas=[token.lemma if token else "" for token in tokens],
        sent_starts=[word.opens for word in words],
    )
    _set_heads(doc, words, document)
    doc.set_ents(_entities(doc, document))
    return doc


def _pos(word: _Word) -> str:
    if word.token:
        return word.token.upos
    return "SPACE" if word.text.isspace() else ""


def _words(document: Document) -> list[_Word]:
    text = document.article.text
    words: list[_Word] = []
    position = 0
    for sentence in document.sentences:
        for index, token in enumerate(sentence.tokens):
            words += _between(text, position, token.start)
            words.append(_Word(token.text, token.start, token=token, opens=index == 0))
            position = token.end
    words += _between(text, position, len(text))
    return _spaced(words)


def _between(text: str, start: int, end: int) -> Iterator[_Word]:
    """Yield what no token covers: white space, and the words of sub-headings."""
    for found in _PIECE.finditer(text, start, end):
        yield _Word(found[0], found.start())


def _spaced(words: Sequence[_Word]) -> list[_Word]:
    """Turn every single space after a word into a mark on that word."""
    kept: list[_Word] = []
    for word in words:
        if word.text == " " and kept and not kept[-1].text.isspace():
            last = kept.pop()
            kept.append(_Word(last.text, last.start, True, last.token, last.opens))
        else:
            kept.append(word)
    return kept


def _set_heads(doc: Any, words: Sequence[_Word], document: Document) -> None:
    parsed = [t.head is not None for sentence in document.sentences for t in sentence.tokens]
    if not parsed or not all(parsed):
        return
    index = {word.start: number for number, word in enumerate(words)}
    for sentence in document.sentences:
        for token in sentence.tokens:
            word = doc[index[token.start]]
            word.head = doc[index[_head(token, sentence).start]]
            word.dep_ = token.deprel or ""


def _head(token: Token, sentence: Sentence) -> Token:
    return token if token.head is None else sentence.tokens[token.head]


def _entities(doc: Any, document: Document) -> list[Any]:
    """Return the spans, widened to whole tokens; of two that then overlap the longer stays."""
    from spacy.tokens import Span
    from spacy.util import filter_spans

    spans = []
    for entity in document.entities:
        found = doc.char_span(entity.start, entity.end, alignment_mode="expand")
        if found is not None:
            first, last = found.start, found.end
            kb_id, full = entity.value or "", entity.canonical
            spans.append(Span(doc, first, last, label=entity.type, kb_id=kb_id, span_id=full))
    kept: list[Any] = filter_spans(spans)
    return kept


EXPORT = Spacy()
