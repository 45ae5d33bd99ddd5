"""Parquet: one row a token, for pandas, Polars, DuckDB, R and whatever else reads columns."""

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from quizgen import __version__
from quizgen.errors import InputError
from quizgen.model import Document, Entity, Sentence, Token

if TYPE_CHECKING:
    import pyarrow as pa

_ABSENT = "Parquet needs the package pyarrow: pip install 'quizgen[parquet]'"


class Parquet:
    """Every layer of the annotation in the row of the token that it belongs to.

    Source: https://parquet.apache.org/docs/file-format/
    """

    name = "parquet"
    suffix = ".parquet"
    purpose = "A Parquet table with one row a token and every layer of its annotation."

    def export(self, document: Document) -> bytes:
        """Return the table of one text; ``collect`` tells its columns."""
        return _table([document])

    def collect(self, documents: Iterable[Document]) -> Iterator[tuple[str, bytes]]:
        """Yield one table with all documents.

        Offsets count characters of the text, 0-based, end exclusive. ``head`` is the index of a
        token in its sentence, its own for the root; ``deprel`` is what the parser gave.
        ``entity_bio`` is B at the first token of a name or figure, I inside, O outside.
        ``refers_to`` is what a pronoun or *-nya* of the token stands for, ``speaker`` who says what
        the token is part of, ``noted`` whether the word is among the text's vocabulary notes.
        """
        yield "corpus.parquet", _table(documents)


def _table(documents: Iterable[Document]) -> bytes:
    """Return the file.

    Raises:
        InputError: if pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise InputError(_ABSENT) from error
    rows = [row for document in documents for row in _rows(document)]
    table = pa.Table.from_pylist(rows, schema=_schema())
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


def _schema() -> "pa.Schema":
    import pyarrow as pa

    text, number, texts = pa.string(), pa.int32(), pa.list_(pa.string())
    columns = {
        "article": text, "title": text, "topic": text, "level": number, "date": pa.date32(),
        "licence": text, "sentence": text, "paragraph": number, "token": number, "form": text,
        "start": number, "end": number, "space_after": pa.bool_(), "upos": text, "lemma": text,
        "headword": text, "segments": texts, "clitics": texts, "head": number, "deprel": text,
        "attachment": pa.float64(), "zipf": pa.float64(), "bipa": number, "entity_bio": text,
        "entity_type": text, "entity": text, "entity_value": text, "refers_to": text,
        "speaker": text, "noted": pa.bool_(),
    }  # fmt: skip
    return pa.schema(columns.items(), metadata={"quizgen": __version__})


def _rows(document: Document) -> Iterator[dict[str, Any]]:
    article = document.article
    told = {
        "article": article.id,
        "title": article.title,
        "topic": article.topic,
        "level": article.level,
        "date": article.date,
        "licence": article.licence,
    }
    for sentence in document.sentences:
        entities = document.entities_in(sentence)
        for index, token in enumerate(sentence.tokens):
            row = told | {"sentence": sentence.id, "paragraph": sentence.paragraph, "token": index}
            row |= _word(token, article.text) | _name(token, entities)
            yield row | _discourse(token, sentence, document)


def _word(token: Token, text: str) -> dict[str, Any]:
    return {
        "form": token.text,
        "start": token.start,
        "end": token.end,
        "space_after": text[token.end : token.end + 1].strip() == "",
        "upos": token.upos,
        "lemma": token.lemma,
        "headword": token.headword,
        "segments": list(token.segments),
        "clitics": list(token.clitics),
        "head": token.head,
        "deprel": token.deprel,
        "attachment": token.attachment,
        "zipf": token.zipf,
        "bipa": token.level,
    }


def _name(token: Token, entities: Iterable[Entity]) -> dict[str, Any]:
    for entity in entities:
        if token.start < entity.end and token.end > entity.start:
            return {
                "entity_bio": "B" if token.start <= entity.start else "I",
                "entity_type": entity.type,
                "entity": entity.canonical,
                "entity_value": entity.value,
            }
    return {"entity_bio": "O"}


def _discourse(token: Token, sentence: Sentence, document: Document) -> dict[str, Any]:
    meant = (r for r in document.references if token.start <= r.start < token.end)
    said = (q for q in document.quotations if q.start <= token.start < q.end)
    reference, quotation = next(meant, None), next(said, None)
    notes = ((note.sentence, note.form) for note in document.vocabulary)
    return {
        "refers_to": reference.antecedent if reference else None,
        "speaker": quotation.speaker if quotation else None,
        "noted": (sentence.id, token.text) in notes,
    }


EXPORT = Parquet()
