"""Measure the shipped parser on news: attachments, and the relations that exercises are made of.

    python benchmarks/measure_parser.py DATA_DIR

DATA_DIR holds ``ud/id_pud-news.conllu``. Every sentence is analysed from its raw text, so that
errors of tokens, sentence ends and parts of speech count too.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from measure_language import texts
from parser_labels import plain
from treebanks import Word, trees

from quizgen.language.annotate import annotate
from quizgen.language.speech import kind_of_saying
from quizgen.model import Article

DEV = "id_pud-news"
KINDS = ("subject", "object", "agent", "oblique", "ccomp", "relcl")
THRESHOLDS = (0.0, 0.5, 0.7, 0.8, 0.9)
WANTED = 0.92

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Node:
    """A word with its place in the text, its head's place (its own for the root), its relation."""

    text: str
    span: Span
    head: Span
    relation: str
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """A relation that exercises are made of; ``sure`` is no part of what it says."""

    kind: str
    spans: tuple[Span, ...]
    sure: float

    @property
    def key(self) -> tuple[str, tuple[Span, ...]]:
        """What must agree for it to be right."""
        return self.kind, self.spans


def gold_nodes(text: str, words: Sequence[Word]) -> list[Node]:
    """Return a treebank sentence's words with their places in its text."""
    spans, position = [], 0
    for word in words:
        start = text.index(word.form, position)
        position = start + len(word.form)
        spans.append((start, position))
    return [
        Node(word.form, span, spans[word.head] if word.head >= 0 else span, word.relation)
        for word, span in zip(words, spans, strict=True)
    ]


def parsed_nodes(text: str) -> list[Node]:
    """Return the words of a text as the analysis attaches them."""
    nodes = []
    for sentence in annotate(Article(id="x", paragraphs=(text,))).sentences:
        tokens = sentence.tokens
        for index, token in enumerate(tokens):
            head = tokens[index if token.head is None else token.head]
            span, above = (token.start, token.end), (head.start, head.end)
            nodes.append(Node(token.text, span, above, token.deprel or "", token.attachment))
    return nodes


def relations(nodes: Sequence[Node]) -> Iterator[Found]:
    """Yield the relations that exercises are made of."""
    by_span = {node.span: node for node in nodes}
    cases: dict[Span, Node] = {}
    for node in nodes:
        if node.relation.partition(":")[0] == "case":
            cases.setdefault(node.head, node)
    for node in nodes:
        yield from relation(node, by_span[node.head], cases.get(node.span))


def relation(node: Node, head: Node, case: Node | None) -> Iterator[Found]:
    """Yield what one word's attachment says, if exercises ask for it."""
    plain = (node.span, head.span)
    if node.relation in ("nsubj", "nsubj:pass"):
        yield Found("subject", (*plain, (0, int(node.relation == "nsubj:pass"))), node.sure)
    elif node.relation == "obj":
        yield Found("object", plain, node.sure)
    elif node.relation == "acl:relcl":
        yield Found("relcl", plain, node.sure)
    elif node.relation == "ccomp" and kind_of_saying(head.text):
        yield Found("ccomp", plain, node.sure)
    elif node.relation.partition(":")[0] == "obl":
        by = case is not None and case.text.lower() == "oleh"
        if node.relation == "obl:agent" or by:
            yield Found("agent", plain, node.sure)
        elif case:
            yield Found("oblique", (*plain, case.span), min(node.sure, case.sure))


def attachment_scores(gold: Sequence[Sequence[Node]], ours: Sequence[Sequence[Node]]) -> str:
    """Return unlabelled and labelled attachment, subtypes apart, over the treebank's words."""
    unlabelled = labelled = exact = total = 0
    for theirs, mine in zip(gold, ours, strict=True):
        by_span = {node.span: node for node in mine}
        total += len(theirs)
        for node in theirs:
            other = by_span.get(node.span)
            if other and other.head == node.head:
                unlabelled += 1
                labelled += node.relation.partition(":")[0] == other.relation.partition(":")[0]
                exact += node.relation == other.relation
    shares = (f"{name} {n / total:.2%}" for name, n in (("UAS", unlabelled), ("LAS", labelled)))
    return f"{' '.join(shares)} (with subtypes {exact / total:.2%}) of {total} words"


Marks = list[tuple[float, bool, str]]


def marks(gold: Sequence[Sequence[Node]], ours: Sequence[Sequence[Node]]) -> Marks:
    """Return (confidence, right, kind) of every relation offered, the surest first."""
    found = []
    for theirs, mine in zip(gold, ours, strict=True):
        keys = {one.key for one in relations(theirs)}
        found += [(one.sure, one.key in keys, one.kind) for one in relations(mine)]
    return sorted(found, key=lambda mark: -mark[0])


def table(offered: Marks, total: dict[str, int]) -> Iterator[str]:
    """Yield the lines of the table: precision and coverage by kind and threshold."""
    yield "relation   gold" + "".join(f"   P >= {t:.1f}  cov" for t in THRESHOLDS)
    for kind in (*KINDS, "all"):
        gold = sum(total.values()) if kind == "all" else total[kind]
        cells = [f"{kind:9}{gold:6}"]
        for least in THRESHOLDS:
            some = [ok for sure, ok, name in offered if sure >= least and kind in (name, "all")]
            cells.append(f"   {sum(some) / max(len(some), 1):6.1%} {len(some) / gold:4.0%}")
        yield "".join(cells)


def wanted(offered: Marks, gold: int) -> str:
    """Return the lowest threshold at which the precision wanted is reached, and the coverage."""
    right, best = 0, (0, 1.0)
    for count, (sure, ok, _) in enumerate(offered, 1):
        right += ok
        last = count == len(offered) or offered[count][0] < sure
        if last and right >= WANTED * count:
            best = count, sure
    return f"P >= {WANTED:.0%} from confidence {best[1]:.3f} on: coverage {best[0] / gold:.1%}"


def calibration(gold: Sequence[Sequence[Node]], ours: Sequence[Sequence[Node]]) -> Iterator[str]:
    """Yield, by confidence band, how many attachments are right in head and relation.

    Relations count as the parser tells them apart: *obl* for ``obl:tmod`` is right.
    """
    pairs = []
    for theirs, mine in zip(gold, ours, strict=True):
        right = {(node.span, node.head, plain(node.relation)) for node in theirs}
        pairs += [(n.sure, (n.span, n.head, n.relation) in right) for n in mine]
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.97), (0.97, 1.01)):
        some = [(sure, ok) for sure, ok in pairs if low <= sure < high]
        mean = sum(sure for sure, _ in some) / max(len(some), 1)
        share = sum(ok for _, ok in some) / max(len(some), 1)
        band = f"{low:.2f}-{min(high, 1):.2f}"
        yield f"confidence {band}: mean {mean:.3f} right {share:.3f} of {len(some)}"


def main(arguments: list[str]) -> None:
    """Print every measurement for the data folder named in ``arguments``."""
    if len(arguments) != 1:
        raise SystemExit("usage: python benchmarks/measure_parser.py DATA_DIR")
    path = Path(arguments[0]) / "ud" / f"{DEV}.conllu"
    gold = [gold_nodes(*pair) for pair in zip(texts(path), trees(path), strict=True)]
    ours = [parsed_nodes(text) for text in texts(path)]
    total = dict.fromkeys(KINDS, 0)
    for nodes in gold:
        for one in relations(nodes):
            total[one.kind] += 1
    print(f"{DEV} {attachment_scores(gold, ours)}")
    offered = marks(gold, ours)
    print(*table(offered, total), sep="\n")
    print(wanted(offered, sum(total.values())))
    print(*calibration(gold, ours), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
