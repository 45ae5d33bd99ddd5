"""Measure the analysis against lists written by hand, before and apart from the code.

    python benchmarks/measure_lists.py [NAME ...] [--errors] [--half even|odd]

Names: tokens, measures, names, quotations, references, facts, senses; all if none is given. The
lists are in ``benchmarks/gold``, whose comment lines say what the columns mean. Precision is the
share of right ones among what the analysis offers, coverage the share of the list that it offers
rightly. Quotations and references may be counted over every second passage: rules were mended
on even ones.
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
from quizgen.language.fact import Fact
from quizgen.language.facts import facts
from quizgen.language.lookup import entries_in
from quizgen.language.measures import find_measures
from quizgen.language.morphology import analyse
from quizgen.language.numerals import plain
from quizgen.language.senses import SURE, choose_sense
from quizgen.language.sentences import split_sentences
from quizgen.language.tokens import tokenize
from quizgen.language.units import unit_named
from quizgen.lexicon import dictionary
from quizgen.model import Article, Document, Quotation

GOLD = Path(__file__).parent / "gold"
PARITY: int | None = None
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


def passages(name: str) -> Iterator[dict[str, Any]]:
    """Yield the passages of both lists of a name, or every second one of them."""
    for part in ("gold", "more"):
        for number, record in enumerate(records(f"{name}_{part}.jsonl"), start=1):
            if PARITY is None or number % 2 == PARITY:
                yield record


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
    """Compare what was said with its speaker; the verb and the mark of direct speech too.

    A statement of the list without a speaker is left out: only such with one are offered. So are
    requests with *agar*, which the list does not hold.
    """
    plain, whole = Score("quotations, with speaker"), Score("quotations, and verb, direct")
    for record in passages("quotations"):
        text, document = record["text"], analysed(record["text"])
        found = [piece for each in document.quotations for piece in _quotation(each, document)]
        mine = [each for each in found if not each[0].startswith(("agar ", "supaya "))]
        gold = [
            (bare(q["said"]), _determined(q["speaker"]), q["verb"] or "-", q["direct"])
            for q in record["quotations"]
            if q["speaker"]
        ]
        plain.count([each[:2] for each in mine], [each[:2] for each in gold], text)
        whole.count(mine, gold, text)
    yield from (plain, whole)


def bare(said: str) -> str:
    """Return what was said without marks at its ends."""
    return said.strip(" ,.?!“”\"'")


def _determined(phrase: str) -> str:
    """Return a phrase in lower case without article, address and demonstrative."""
    plain_phrase = re.sub(r" (itu|tersebut|yang .*)$", "", phrase.lower())
    return re.sub(r"^((seorang|para|pak|bu|mbah|mbok|letda|gus|kantor berita) )+", "", plain_phrase)


def _quotation(quotation: Quotation, document: Document) -> Iterator[tuple[str, str, str, bool]]:
    """Yield both pieces of what was said around *kata X*, as the list has them."""
    said = document.article.text[quotation.start : quotation.end]
    verb = re.sub("(?<!^ta)(?<!berta)nya$", "", quotation.verb or "-")
    inserted = rf", {verb}(?:nya)?\b.*?(?:, |$)" if not quotation.direct else "$"
    if (
        quotation.speaker_end is not None
        and quotation.end > quotation.speaker_end > quotation.start
    ):
        rest = document.article.text[quotation.speaker_end : quotation.end]
        said = said[: said.index(f", {verb}")] + f", {verb}" + rest
    for piece in re.split(inserted, said):
        if piece:
            yield bare(piece), _determined(quotation.speaker), verb, quotation.direct


def references() -> Iterator[Score]:
    """Compare antecedents of anaphors; one that the list does not have counts as wrong.

    As in MUC-6 (Vilain et al. 1995), an antecedent is right if it opens the phrase of the list
    with its head; the act of a verb also counts for that verb (*penutupan pulau* for *menutup
    pulau*). The second score asks for the same words.
    """
    heads, same = Score("references, same head"), Score("references, same words")
    for record in passages("references"):
        text, document = record["text"], analysed(record["text"])
        gold = {_place(r, text): r["antecedent"] for r in record["references"]}
        mine = {r.end: r.antecedent for r in document.references}
        alike = {
            end: gold[end] if _opens(said, gold.get(end)) else said for end, said in mine.items()
        }
        heads.count(alike.items(), gold.items(), text)
        same.count(
            [(end, said.lower()) for end, said in mine.items()],
            [(end, said.lower()) for end, said in gold.items()],
            text,
        )
    yield from (heads, same)


def _opens(mine: str, gold: str | None) -> bool:
    """Tell whether the words of ``mine`` open the phrase ``gold``, articles left out."""
    if gold is None:
        return False
    ours, theirs = _heading(mine), _heading(gold)
    one = analyse(ours[0]).root == analyse(theirs[0]).root and (len(ours) == 1 or gold[0].islower())
    return ours[1:] == theirs[1 : len(ours)] and (ours[0] == theirs[0] or one)


def _heading(phrase: str) -> list[str]:
    words = phrase.lower().split()
    articles = {"sebuah", "seorang", "seekor", "sebanyak", "para", "sejumlah"}
    while len(words) > 1 and (
        words[0] in articles or words[0][0].isdigit() or words[0] in {"dua", "empat", "tiga"}
    ):
        del words[0]
    return words


def _place(reference: dict[str, str], text: str) -> int:
    """Return where the anaphor of a gold reference ends."""
    start = text.index(reference["context"])
    context, anaphor = reference["context"].lower(), reference["anaphor"].lower()
    return start + context.rindex(anaphor) + len(anaphor)


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


def senses() -> Iterator[Score]:
    """Compare senses offered with the ones meant; a word in a sense we lack should get none."""
    even, odd = Score("senses, even rows"), Score("senses, odd rows")
    for number, (sentence, form, headword, gloss) in enumerate(rows("senses_gold.tsv")):
        score = odd if number % 2 else even
        entry = dictionary().get(headword)
        if entry and gloss != "-" and gloss not in {sense.gloss for sense in entry.senses}:
            continue
        tokens = analysed(sentence).sentences[0].tokens
        said = {
            found.entry.headword: choose_sense(found, tokens)
            for found in entries_in(tokens)
            if tokens[found.start].text == form.split()[0] or found.entry.headword == headword
        }.get(headword)
        mine = [(form, said.sense.gloss)] if said and said.confidence >= SURE else []
        score.count(mine, [(form, gloss)] if gloss != "-" else [], sentence)
    yield from (even, odd)


LISTS: dict[str, Callable[[], Iterator[Score]]] = {
    "tokens": tokens,
    "measures": measures,
    "names": names,
    "quotations": quotations,
    "references": references,
    "facts": clause_facts,
    "senses": senses,
}


def main() -> None:
    """Print the scores of the lists asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*", choices=[*LISTS, []], default=[])
    options.add_argument("--errors", action="store_true", help="print every difference")
    options.add_argument("--half", choices=["even", "odd"], help="of quotations and references")
    given = options.parse_args()
    global PARITY
    PARITY = {"even": 0, "odd": 1}.get(given.half)
    for name in given.names or LISTS:
        for score in LISTS[name]():
            print(score)
            if given.errors:
                print("\n".join(f"    {error}" for error in score.errors))


if __name__ == "__main__":
    main()
