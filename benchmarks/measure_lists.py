"""Measure the analysis against lists written by hand, before and apart from the code.

    python benchmarks/measure_lists.py [NAME ...] [--errors]

Names: tokens, measures, names, quotations, references, facts; all if none is given. The lists are
in ``benchmarks/gold``, whose comment lines say what the columns mean. Precision is the share of
right ones among what the analysis offers, coverage the share of the list that it offers rightly.
"""

import argparse
import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from quizgen.language.annotate import annotate
from quizgen.language.facts import Fact, facts
from quizgen.language.measures import find_measures
from quizgen.language.numerals import plain
from quizgen.language.sentences import split_sentences
from quizgen.language.tokens import tokenize
from quizgen.language.units import unit_named
from quizgen.model import Article, Document, Quotation, Reference

GOLD = Path(__file__).parent / "gold"
_FRACTIONS = {"1/3": "0.3333", "2/3": "0.6667"}
NAMES = {"PER", "ORG", "LOC", "GPE", "NORP", "EVENT", "PRODUCT", "LAW"}


@dataclass
class Score:
    """What was offered, what of it is right, what the list holds, and a line on every error."""

    label: str
    offered: int = 0
    right: int = 0
    wanted: int = 0
    errors: list[str] = field(default_factory=list)

    def count(self, mine: Iterable[Any], gold: Iterable[Any], where: str) -> None:
        """Compare two collections of equal things, each counted once."""
        ours, theirs = set(mine), set(gold)
        self.offered += len(ours)
        self.wanted += len(theirs)
        self.right += len(ours & theirs)
        self.errors += [f"+ {each}  IN {where}" for each in sorted(map(str, ours - theirs))]
        self.errors += [f"- {each}  IN {where}" for each in sorted(map(str, theirs - ours))]

    def __str__(self) -> str:
        precision = self.right / self.offered if self.offered else 0.0
        coverage = self.right / self.wanted if self.wanted else 0.0
        both = 2 * self.right / (self.offered + self.wanted) if self.right else 0.0
        return (
            f"{self.label:28} precision {precision:6.1%}  coverage {coverage:6.1%}  F1 {both:6.1%}"
            f"  ({self.right} right of {self.offered} offered, {self.wanted} in the list)"
        )


def rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a tab-separated list, without comments and head."""
    text = (GOLD / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    yield from (line.split("\t") for line in lines[1:])


def records(name: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSONL list."""
    for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
        if line:
            yield json.loads(line)


def analysed(text: str) -> Document:
    """Return the analysis of a passage."""
    return annotate(Article(id="gold", paragraphs=(text,)))


def tokens() -> Iterator[Score]:
    """Compare token spans and sentence ends."""
    words, ends = Score("tokens"), Score("sentences")
    for text, sentences, wanted in rows("tokens_gold.tsv"):
        mine = [text[start:end] for start, end in tokenize(text)]
        words.count(enumerate_spans(text, mine), enumerate_spans(text, wanted.split(" ")), text)
        found = [s.text for s in split_sentences(Article(id="gold", paragraphs=(text,)))]
        ends.count(
            enumerate_spans(text, found), enumerate_spans(text, sentences.split(" || ")), text
        )
    yield from (words, ends)


def enumerate_spans(text: str, parts: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield (offset, part) of parts that follow one another in a text."""
    position = 0
    for part in parts:
        start = text.index(part, position)
        position = start + len(part)
        yield start, part


def measures() -> Iterator[Score]:
    """Compare spans with type, and spans with type and value."""
    spans, values = Score("measures, span and type"), Score("measures, with value")
    for date, text, wanted in rows("measures_gold.tsv"):
        day = None if date == "-" else dt.date.fromisoformat(date)
        gold = (
            [_measure(*part.split("=")) for part in wanted.split(" || ")] if wanted != "-" else []
        )
        gold = _with_parts(text, gold)
        found = [
            _measure(e.quote, e.type, e.value or "null") for e in find_measures(text, date=day)
        ]
        spans.count([each[:2] for each in found], [each[:2] for each in gold], text)
        values.count(found, gold, f"{date} {text}")
    yield from (spans, values)


def _measure(quote: str, kind: str, value: str) -> tuple[str, str, str]:
    """Return a measure with its unit under the standard name and no trailing zeros."""
    value = _FRACTIONS.get(value, value)
    figure, _, unit = value.partition(" ")
    if unit and re.fullmatch(r"\d+(?:\.\d+)?", figure):
        known = unit_named(unit)
        return quote, kind, f"{plain(Decimal(figure))} {known.name if known else unit}"
    return quote, kind, value


def _with_parts(text: str, gold: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Join a day and the part of that day, which we give as one date: *Selasa (11/3) malam*."""
    joined: list[tuple[str, str, str]] = []
    for quote, kind, value in gold:
        last = joined[-1] if joined else ("", "", "")
        both = f"{last[0]} {quote}"
        if kind == "TIME" and value == "null" and last[1] == "DATE" and both in text:
            joined[-1] = (both, "DATE", last[2])
        else:
            joined.append((quote, kind, value))
    return joined


def names() -> Iterator[Score]:
    """Compare names: PER, ORG and places alone, all types, and with their canonical name."""
    main, every = Score("names, PER ORG LOC+GPE"), Score("names, all types")
    known = Score("names, with canonical name")
    place = {"GPE": "LOC"}
    for record in records("acronyms_names_gold.jsonl"):
        text = record["text"]
        gold = [(e["quote"], e["type"], e["canonical"]) for e in record["entities"]]
        mine = [(e.quote, e.type, e.canonical) for e in analysed(text).entities if e.type in NAMES]
        big = [
            [(q, place.get(t, t)) for q, t, _ in part if place.get(t, t) in {"PER", "ORG", "LOC"}]
            for part in (mine, gold)
        ]
        main.count(*big, text)
        every.count([each[:2] for each in mine], [each[:2] for each in gold], text)
        known.count(mine, gold, text)
    yield from (main, every, known)


def quotations() -> Iterator[Score]:
    """Compare what was said with its speaker; the verb and the mark of direct speech too."""
    plain, whole = Score("quotations, with speaker"), Score("quotations, and verb, direct")
    for record in records("quotations_gold.jsonl"):
        text, document = record["text"], analysed(record["text"])
        mine = [_quotation(each, document) for each in document.quotations]
        gold = [
            (bare(q["said"]), (q["speaker"] or "-").lower(), q["verb"] or "-", q["direct"])
            for q in record["quotations"]
        ]
        plain.count([each[:2] for each in mine], [each[:2] for each in gold], text)
        whole.count(mine, gold, text)
    yield from (plain, whole)


def bare(said: str) -> str:
    """Return what was said without marks at its ends."""
    return said.strip(" ,.?!“”\"'")


def _quotation(quotation: Quotation, document: Document) -> tuple[str, str, str, bool]:
    said = document.article.text[quotation.start : quotation.end]
    return bare(said), quotation.speaker.lower(), quotation.verb or "-", quotation.direct


def references() -> Iterator[Score]:
    """Compare antecedents of anaphors; one that the list does not have counts as wrong."""
    score = Score("references")
    for record in records("references_gold.jsonl"):
        document = analysed(record["text"])
        gold = [(_place(r, record["text"]), r["antecedent"].lower()) for r in record["references"]]
        mine = [(_anchor(r), r.antecedent.lower()) for r in document.references]
        score.count(mine, gold, record["text"])
    yield score


def _place(reference: dict[str, str], text: str) -> int:
    """Return where the anaphor of a gold reference ends."""
    start = text.index(reference["context"])
    context, anaphor = reference["context"].lower(), reference["anaphor"].lower()
    return start + context.rindex(anaphor) + len(anaphor)


def _anchor(reference: Reference) -> int:
    return reference.end


def clause_facts() -> Iterator[Score]:
    """Compare verb and subject, object, agent and circumstances of clauses."""
    scores = {
        name: Score(f"facts: {name}") for name in ("subject", "object", "agent", "time", "place")
    }
    for record in records("facts_gold.jsonl"):
        document = analysed(record["text"])
        mine = [_fact(each) for each in facts(document) if each.confidence >= 0.5]
        for name, score in scores.items():
            gold = [(f["verb"], f[name].lower()) for f in record["facts"] if f[name] and f["verb"]]
            score.count(
                [(v, parts[name]) for v, parts in mine if parts[name]], gold, record["text"]
            )
    yield from scores.values()


def _fact(fact: Fact) -> tuple[str, dict[str, str]]:
    def said(start: int, end: int) -> str:
        return " ".join(token.text for token in fact.tokens[start:end]).lower()

    parts = {
        "subject": said(fact.subject.start, fact.subject.end) if fact.subject else "",
        "object": said(fact.object.start, fact.object.end) if fact.object else "",
    }
    for role in ("agent", "time", "place"):
        roles = ("place", "goal", "source") if role == "place" else (role,)
        found = fact.adjunct(*roles)
        start = (found.phrase.start if role == "agent" else found.start) if found else 0
        parts[role] = said(start, found.end) if found else ""
    return fact.verb_form(), parts


LISTS: dict[str, Callable[[], Iterator[Score]]] = {
    "tokens": tokens,
    "measures": measures,
    "names": names,
    "quotations": quotations,
    "references": references,
    "facts": clause_facts,
}


def main() -> None:
    """Print the scores of the lists asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*", choices=[*LISTS, []], default=[])
    options.add_argument("--errors", action="store_true", help="print every difference")
    given = options.parse_args()
    for name in given.names or LISTS:
        for score in LISTS[name]():
            print(score)
            if given.errors:
                print("\n".join(f"    {error}" for error in score.errors))


if __name__ == "__main__":
    main()
