"""Measure the analyser against the checked annotations of the corpus, layer by layer.

    python benchmarks/measure_corpus.py [--errors LAYER ...]

Every corpus text is analysed as an unknown one: its paragraphs and its date, nothing else. What
comes out is compared with ``corpus/*/bipaN.yaml`` and, for causes and events,
``bipaN.reading.yaml``. The topics whose names sort at even places (the second, the fourth …) are
there to learn from; those at odd places are held apart: figures only. ``--errors`` prints the
differences of the first half alone.

The annotations were proposed by this analyser (in an earlier state) and corrected by hand by
annotators who saw the proposals and were not blind: what looked well enough stayed. So the
precision of spans and values flatters. What the analyser did not propose (most references, causes,
events) was added by hand, and recall there flatters less. The change between two states of the
analyser says more than either figure.
"""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from measure_lists import Score, _opens, bare

from quizgen.corpus import article_ids, load_article, load_document
from quizgen.corpus_annotations import ENTITY_TYPES, VALUE_TYPES
from quizgen.corpus_teaching import CausePair, Reading, load_reading
from quizgen.language.annotate import annotate
from quizgen.language.fact import SURE_FACT, Fact
from quizgen.language.facts import facts
from quizgen.model import Article, Document, Evidence, Quotation, Token

HALVES = ("all", "examine", "held")
NAME_TYPES = ENTITY_TYPES[: -len(VALUE_TYPES)]
Result = tuple[str, Iterable[Any], Iterable[Any]]
"""Layer and row, what the analyser offers, what the corpus holds; equal things match."""


def compared(id: str) -> Iterator[Result]:
    """Yield the comparisons of one text."""
    mine = analysed(id)
    # A layer that the text's file lacks is empty, not the analyser's own.
    empty = replace(mine, entities=(), references=(), quotations=(), vocabulary=())
    gold = load_document(id, annotate=lambda _: empty)
    for layer in (_entities, _references, _quotations, _vocabulary):
        yield from layer(mine, gold)
    reading = load_reading(id, mine.sentences)
    if reading is not None:
        yield from _causes(mine, reading)
        yield from _events(mine, reading)


def _entities(mine: Document, gold: Document) -> Iterator[Result]:
    found = {(e.start, e.quote, e.type): e for e in mine.entities}
    wanted = {(e.start, e.quote, e.type): e for e in gold.entities}
    for label, types in (
        ("entities, all", ENTITY_TYPES),
        ("entities, names", NAME_TYPES),
        ("entities, dates and amounts", VALUE_TYPES),
        *((f"entities, {type}", (type,)) for type in ENTITY_TYPES),
    ):
        yield label, [k for k in found if k[2] in types], [k for k in wanted if k[2] in types]
    both = [key for key in found if key in wanted]
    valued = [key for key in both if key[2] in VALUE_TYPES]
    named = [key for key in both if key[2] in NAME_TYPES]
    yield _agreed("value, of right spans", valued, found, wanted, "value")
    yield _agreed("canonical of names, right spans", named, found, wanted, "canonical")
    yield _agreed("canonical of the others", valued, found, wanted, "canonical")


def _agreed(label: str, keys: Iterable[Any], mine: Any, gold: Any, field: str) -> Result:
    """Compare one field of what both have, so that precision and recall are the same share."""
    return (
        label,
        [(key, getattr(mine[key], field)) for key in keys],
        [(key, getattr(gold[key], field)) for key in keys],
    )


def _references(mine: Document, gold: Document) -> Iterator[Result]:
    wanted = {(r.end, r.anaphor): r.antecedent for r in gold.references}
    found = {(r.end, r.anaphor): r.antecedent for r in mine.references}
    heads = {k: wanted[k] if _opens(said, wanted.get(k)) else said for k, said in found.items()}
    yield "references, anaphor", found, wanted
    yield "references, antecedent's head", heads.items(), wanted.items()
    yield "references, antecedent", _low(found), _low(wanted)


def _low(said: dict[Any, str]) -> Iterable[tuple[Any, str]]:
    return [(key, value.lower()) for key, value in said.items()]


def _quotations(mine: Document, gold: Document) -> Iterator[Result]:
    if not gold.quotations:
        return
    ours = [_quotation(one, mine) for one in mine.quotations]
    theirs = [_quotation(one, gold) for one in gold.quotations]
    yield "quotations, sentence", {q[0] for q in ours}, {q[0] for q in theirs}
    yield "quotations, sentence, speaker", {q[::2] for q in ours}, {q[::2] for q in theirs}
    yield "quotations, what is said", {q[:2] for q in ours}, {q[:2] for q in theirs}
    yield "quotations, and speaker", {q[:3] for q in ours}, {q[:3] for q in theirs}
    yield "quotations, and verb, direct", ours, theirs


def _quotation(one: Quotation, document: Document) -> tuple[str, str, str, str, bool]:
    said = bare(document.article.text[one.start : one.end])
    return one.sentence, said, one.speaker.lower(), (one.verb or "-").lower(), one.direct


def _vocabulary(mine: Document, gold: Document) -> Iterator[Result]:
    chosen = {note.headword for note in gold.vocabulary}
    yield "vocabulary, words chosen", {note.headword for note in mine.vocabulary}, chosen
    notes = [
        (note, token)
        for note in gold.vocabulary
        for token in _token(note.form, note.sentence, mine)
    ]
    for field in ("headword", "lemma", "level"):
        ours = [(n.sentence, n.form, getattr(token, field)) for n, token in notes]
        theirs = [(n.sentence, n.form, getattr(n, field)) for n, _ in notes]
        yield f"vocabulary, {field} of words", ours, theirs


def _token(form: str, sentence: str, document: Document) -> list[Token]:
    """Return the word as the analyser has it; an entry of several words is left out."""
    tokens = document.sentence(sentence).tokens
    return [token for token in tokens if token.text == form][:1]


def _causes(mine: Document, reading: Reading) -> Iterator[Result]:
    found = [each for fact in _told(mine) for each in _causes_of(fact)]
    wanted = [_pair(pair, mine) for pair in reading.causes]
    for label, parts in (("sentence and marker", 2), ("where the cause starts", 3)):
        yield f"causes, {label}", {c[:parts] for c in found}, {c[:parts] for c in wanted}
    yield "causes, whole cause", {c[:4] for c in found}, {c[:4] for c in wanted}
    yield "causes, cause and effect", _with_effect(found, wanted), {c[:4] for c in wanted}


def _told(document: Document) -> list[Fact]:
    return [fact for fact in facts(document) if fact.confidence >= SURE_FACT]


def _causes_of(fact: Fact) -> Iterator[tuple[str, str, int, str, int]]:
    """Yield sentence, marker, start and words of a cause, and where the verb it explains is."""
    for each in fact.adjuncts:
        if each.role == "cause":
            inside = fact.tokens[each.phrase.start : each.phrase.end]
            start, end, base = inside[0].start, inside[-1].end, fact.sentence.start
            said = bare(fact.sentence.text[start - base : end - base])
            verb = fact.tokens[fact.verb].start
            yield fact.sentence.id, each.preposition.lower(), start, said, verb


def _pair(pair: CausePair, document: Document) -> tuple[str, str, int, str, range]:
    """Return an annotated cause in the same form, with the range of its effect."""
    start, effect = _range(pair.cause, document).start, _range(pair.effect, document)
    marker = (pair.marker or "-").lower()
    return pair.cause.sentence, marker, start, bare(pair.cause.quote), effect


def _range(evidence: Evidence, document: Document) -> range:
    sentence = document.sentence(evidence.sentence)
    start = sentence.start + sentence.text.index(evidence.quote)
    return range(start, start + len(evidence.quote))


def _with_effect(found: Iterable[Any], wanted: Iterable[Any]) -> set[tuple[Any, ...]]:
    """Return the causes found, those whose verb stands outside the effect marked as wrong."""
    effects = {each[:4]: each[4] for each in wanted}
    return {each[:4] if each[4] in effects.get(each[:4], ()) else each for each in found}


def _events(mine: Document, reading: Reading) -> Iterator[Result]:
    dated = [(event.evidence, event.date) for event in reading.events if event.date]
    yield "events, date in the sentence", _dates_near(dated, mine), dated
    yield "events, date of the clause", _dates_of(dated, mine), dated


def _dates_near(dated: Iterable[tuple[Evidence, str]], mine: Document) -> list[tuple[Any, str]]:
    """Return a date for each event in whose sentence one is found, the event's own if it is."""
    found = []
    for evidence, date in dated:
        near = mine.entities_in(mine.sentence(evidence.sentence))
        values = [e.value for e in near if e.type == "DATE" and e.value]
        if values:
            found.append((evidence, date if date in values else values[0]))
    return found


def _dates_of(dated: Iterable[tuple[Evidence, str]], mine: Document) -> list[tuple[Any, str]]:
    """Return the date of the first clause that has one and its verb in the event's quote."""
    clauses = [(fact.tokens[fact.verb].start, _when(fact)) for fact in _told(mine)]
    return [
        (evidence, values[0])
        for evidence, _ in dated
        if (values := [v for at, v in clauses if v and at in _range(evidence, mine)])
    ]


def _when(fact: Fact) -> str | None:
    adjunct = fact.adjunct("time")
    entity = adjunct.entity if adjunct else None
    return entity.value if entity and entity.type == "DATE" else None


def analysed(id: str) -> Document:
    """Return a corpus text as the analyser sees one that it does not know."""
    known = load_article(id)
    return annotate(Article(id="unknown", paragraphs=known.paragraphs, date=known.date))


def measured() -> dict[str, dict[str, Score]]:
    """Return the scores by row, and within a row by half."""
    topics = sorted({id.rpartition("-")[0] for id in article_ids()})
    rows: dict[str, dict[str, Score]] = {}
    for id in article_ids():
        half = HALVES[1 if topics.index(id.rpartition("-")[0]) % 2 else 2]
        for label, mine, gold in compared(id):
            row = rows.setdefault(label, {name: Score(label) for name in HALVES})
            ours, theirs = list(mine), list(gold)
            for name in ("all", half):
                row[name].count([(id, o) for o in ours], [(id, t) for t in theirs], id)
    return rows


def cells(score: Score, *, share: bool) -> str:
    """Return a score as cells of a table, a share alone where both sides have as many."""
    if share:
        return f"{score.right / max(score.wanted, 1):.1%} of {score.wanted}"
    both = 2 * score.right / max(score.offered + score.wanted, 1)
    precision, recall = score.right / max(score.offered, 1), score.right / max(score.wanted, 1)
    return f"{precision:.1%} / {recall:.1%} / {both:.1%} of {score.wanted}"


def main() -> None:
    """Print the table: precision / recall / F of what the corpus holds, or a share."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--errors", nargs="+", default=[], metavar="LAYER")
    given = options.parse_args()
    print("| layer |", " | ".join(HALVES), "|\n|---|---|---|---|")
    for label, row in measured().items():
        share = " of " in label and not label.startswith("events")
        print(f"| {label} |", " | ".join(cells(row[name], share=share) for name in HALVES), "|")
        if any(label.startswith(layer) for layer in given.errors):
            print("\n".join(f"    {error}" for error in row["examine"].errors))


if __name__ == "__main__":
    main()
