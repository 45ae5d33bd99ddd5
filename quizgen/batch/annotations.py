"""An article as one row of the table ``articles``."""

from typing import Any

from quizgen.batch.job import Job, Rows
from quizgen.exports.json import document_record
from quizgen.model import Article


def annotation_rows(article: Article, job: Job) -> Rows:
    """Return the row of an article, its annotations nested as in ``annotate --format json``."""
    from quizgen.language.annotate import annotate

    record = document_record(annotate(article))
    record["readability"] = _readability(record["readability"])
    return {"articles": [{"id": article.id, "date": article.date, **record}]}


def _readability(found: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return the record with its features as a list, for a column has no free keys."""
    if found is None:
        return None
    features = [{"name": name, **each} for name, each in found["features"].items()]
    return {**found, "features": features}
