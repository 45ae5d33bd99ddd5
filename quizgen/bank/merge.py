"""Several texts as one passage, so that every format prints a sheet of several texts.

The texts stand under one another, each under its number and title; paragraphs and sentences are
counted through, and the items are moved along: their proofs, and every number that they cite.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quizgen.bank.search import Found
from quizgen.model import (
    Article,
    Categorise,
    Choice,
    Document,
    Evidence,
    Gap,
    Item,
    MultiChoice,
    Option,
    Ordering,
    Response,
    Statement,
)
from quizgen.wording import table

_LISTED = r"\(?\d+(?:(?:,| dan|, dan) \d+)*\)?"
_CITED = re.compile(rf"\b(kalimat|paragraf)( nomor)? ({_LISTED})", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_OF_A_TEXT = ("where:", "place-names")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where a text's sentences and paragraphs have gone, by their old ids and numbers."""

    sentences: Mapping[str, str] = field(default_factory=dict)
    paragraphs: Mapping[int, int] = field(default_factory=dict)


def merge_texts(found: Sequence[Found], shown: Sequence[Collection[int]]) -> Article:
    """Return the passage of some texts; of each only the paragraphs in ``shown``, if it has any.

    One text that is shown whole stays as it is, but for its id.
    """
    name = "-".join(["bank", *(each.article.id for each in found[:1])])
    if len(found) == 1 and not shown[0]:
        return replace(found[0].article, id=_file_name(name))
    paragraphs: list[str] = []
    headings: set[int] = set()
    for number, (each, wanted) in enumerate(zip(found, shown, strict=True), start=1):
        if len(found) > 1:
            headings.add(len(paragraphs))
            paragraphs.append(_heading(number, each.article))
        for own, _, text in each.article.blocks():
            if own is None and wanted:
                continue
            if own is None or not wanted or own in wanted:
                headings |= {len(paragraphs)} if own is None else set()
                paragraphs.append(text)
    return _article(found, paragraphs, headings, _file_name(name))


def _article(
    found: Sequence[Found], paragraphs: Sequence[str], headings: set[int], id: str
) -> Article:
    articles = [each.article for each in found]
    if len(articles) == 1:
        return replace(
            articles[0], id=id, paragraphs=tuple(paragraphs), headings=frozenset(headings)
        )
    return Article(
        id=id,
        paragraphs=tuple(paragraphs),
        headings=frozenset(headings),
        title=table("id")["bank_title"],
        outlet=_joined([article.outlet for article in articles]),
        author=_joined([article.author for article in articles]),
        licence=_joined([article.licence for article in articles]),
    )


def _heading(number: int, article: Article) -> str:
    label = f"{table('id')['text_number']} {number}"
    return f"{label}: {article.title}" if article.title else label


def _joined(values: Sequence[str | None]) -> str | None:
    return "; ".join(dict.fromkeys(value for value in values if value)) or None


def _file_name(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60]


def places(
    found: Sequence[Found], shown: Sequence[Collection[int]], document: Document
) -> list[Places]:
    """Return where each text's sentences are in the merged document.

    A sentence that the analysis cuts otherwise than the items' run did has no place.
    """
    ahead = 0
    made: list[Places] = []
    by_paragraph: dict[int, list[tuple[str, str]]] = {}
    for sentence in document.sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append((sentence.id, sentence.text))
    for each, wanted in zip(found, shown, strict=True):
        sentences: dict[str, str] = {}
        numbers: dict[int, int] = {}
        for own in sorted({paragraph for _, paragraph, _ in each.sentences}):
            if wanted and own not in wanted:
                continue
            ahead += 1
            numbers[own] = ahead
            old = [(id, text) for id, paragraph, text in each.sentences if paragraph == own]
            new = by_paragraph.get(ahead, [])
            if [text for _, text in old] == [text for _, text in new]:
                sentences.update((id, there) for (id, _), (there, _) in zip(old, new, strict=True))
        made.append(Places(sentences=sentences, paragraphs=numbers))
    return made


def move(item: Item, to: Places) -> Item | None:
    """Return the item with its proofs and the numbers that it cites moved; None if one is lost.

    What only a whole text tells, as which places it names, is lost as well: others stand beside it.
    """
    if any(fact.startswith(_OF_A_TEXT) for fact in item.facts):
        return None
    named = [*(each.sentence for each in item.evidence), *item.reveals]
    if not all(id in to.sentences for id in named):
        return None
    try:
        return replace(
            item,
            prompt=_cited(item.prompt, to),
            instruction=_cited(item.instruction, to),
            explanation=_cited(item.explanation, to),
            evidence=tuple(_evidence(each, to) for each in item.evidence),
            reveals=tuple(to.sentences[id] for id in item.reveals),
            response=_response(item.response, to),
        )
    except KeyError:
        return None


def _evidence(evidence: Evidence, to: Places) -> Evidence:
    return Evidence(to.sentences[evidence.sentence], evidence.quote)


def _cited(text: str, to: Places) -> str:
    """Return a text whose *kalimat 7* and *paragraf (2)* name the new numbers.

    Raises:
        KeyError: if a number that is cited has no place.
    """

    def moved(match: re.Match[str]) -> str:
        of_sentence = match[1].lower() == "kalimat"

        def one(number: re.Match[str]) -> str:
            if of_sentence:
                return to.sentences[f"s{number[0]}"][1:]
            return str(to.paragraphs[int(number[0])])

        return f"{match[1]}{match[2] or ''} {_NUMBER.sub(one, match[3])}"

    return _CITED.sub(moved, text)


def _response(response: Response, to: Places) -> Response:
    match response:
        case Choice(options=options):
            return Choice(options=_options(options, to))
        case MultiChoice(options=options):
            return MultiChoice(options=_options(options, to))
        case Ordering(options=options):
            return replace(response, options=_options(options, to))
        case Gap(bank=bank):
            return replace(response, bank=_options(bank, to))
        case Categorise(statements=statements):
            return replace(response, statements=tuple(_statement(one, to) for one in statements))
        case _:
            return response


def _options(options: Sequence[Option], to: Places) -> tuple[Option, ...]:
    return tuple(
        replace(
            option,
            why=_cited(option.why, to),
            evidence=_evidence(option.evidence, to) if option.evidence else None,
        )
        for option in options
    )


def _statement(statement: Statement, to: Places) -> Statement:
    proof = statement.evidence
    return replace(
        statement,
        why=_cited(statement.why, to),
        evidence=_evidence(proof, to) if proof else None,
    )
