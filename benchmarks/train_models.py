"""Train the tagger and the name finder again, and print their scores on held-out news.

    python benchmarks/train_models.py DATA_DIR [SILVER_FILE]

DATA_DIR holds ``ud/*.conllu`` and ``ner/*.txt``; sources and licences are named in
``quizgen/language/data/LICENSE``. SILVER_FILE is what ``silver_tags.py`` writes; the tagger that
ships does without. Same data, same models.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycrfsuite

from quizgen.language.crf import Model
from quizgen.language.features import name_features, tag_features
from quizgen.language.name_places import in_context, missed_places, overlaps, with_countries
from quizgen.language.names import find_names, label_spans
from quizgen.language.tagger import Tagger, tagger
from quizgen.language.tokens import tokenize
from quizgen.language.wordlists import lists

MODELS = Path(__file__).parents[1] / "quizgen" / "language" / "models"
TAGGER_NORM = "id_csui-ud-train"
TAGGER_OTHERS = ("id_gsd-ud-dev", "id_pud-wiki")
TAGGER_DEV = "id_pud-news"
NAMES_TRAIN = "ner/idner-2k-train.txt"
NAMES_OTHERS = ("ner/nergrit-train.txt", "ner/nergrit-valid.txt")
NAMES_DEV = "ner/idner-2k-dev.txt"
TAGS_BENT = (b"w=",)
NAMES_BENT = (b"w=", b"t=", b"tk=")

Words = list[str]
Labels = list[str]
Tagged = tuple[Words, Labels]
Spans = set[tuple[int, int, str]]


def conllu(path: Path) -> Iterator[list[list[str]]]:
    """Yield the sentences of a CoNLL-U file as lists of ten-column rows."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        if rows:
            yield rows


def surface(rows: list[list[str]]) -> tuple[Words, Labels]:
    """Return words and tags with every multiword token as one word, tagged as its host."""
    words, tags, skip = [], [], 0
    hosts = {row[0]: row for row in rows}
    for row in rows:
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            parts = [hosts[str(number)] for number in range(first, last + 1)]
            words.append(row[1])
            tags.append(host(parts)[3])
            skip = last
        elif "." not in row[0] and int(row[0]) > skip:
            words.append(row[1])
            tags.append(row[3])
    return words, tags


def host(parts: list[list[str]]) -> list[str]:
    """Return the part of a multiword token that is no clitic: the longest."""
    return max(parts, key=lambda row: len(row[1]))


def fit(path: Path, rows: list[tuple[list[list[bytes]], Labels]], *, c1: float, c2: float) -> None:
    """Write a CRF model trained on (features, labels) sentences."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for features, labels in rows:
        trainer.append(features, labels)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": 150})
    trainer.train(str(path))


def fit_tagger(
    path: Path, norm: list[Tagged], others: list[Tagged], silver: Sequence[Tagged] = ()
) -> None:
    """Write a model trained on ``norm`` and on ``others``, whose tags differ for some words.

    Beside ``silver``, tagged by machine after ``norm``, that one counts twice.
    """
    plain = [*norm, *norm, *silver] if silver else norm
    rows = [(tag_features(words), tags) for words, tags in plain]
    rows += [
        ([adapted(row, TAGS_BENT) for row in tag_features(words)], tags) for words, tags in others
    ]
    fit(path, rows, c1=0.1, c2=0.1)


def silver_of(path: Path) -> list[Tagged]:
    """Return the sentences of a file of a word and its tag a line."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    found = []
    for block in blocks:
        words, tags = zip(*(line.split("\t") for line in block.splitlines()), strict=True)
        found.append((list(words), list(tags)))
    return found


def train_tagger(data: Path, silver: Sequence[Tagged]) -> None:
    """Train and score the part-of-speech model."""
    norm, *others = (
        list(map(surface, conllu(data / "ud" / f"{name}.conllu")))
        for name in (TAGGER_NORM, *TAGGER_OTHERS)
    )
    path = MODELS / "upos.crfsuite"
    fit_tagger(path, norm, [sentence for other in others for sentence in other], silver)
    trained = Tagger(Model(path.read_bytes()))
    right = total = 0
    for words, tags in map(surface, conllu(data / "ud" / f"{TAGGER_DEV}.conllu")):
        right += sum(a == b for a, b in zip(trained.tag(words), tags, strict=True))
        total += len(tags)
    print(f"UPOS {TAGGER_DEV}: {right / total:.2%} of {total} words; {path.stat().st_size} bytes")


COMMISSION = re.compile(r"Komisi [IVX]+(?: |$)")
KINDS = {"PERSON": "PER", "PLACE": "LOC", "ORGANISATION": "ORG"}


def ner(path: Path) -> Iterator[tuple[Words, Labels]]:
    """Yield the sentences of a word-per-line file, words split as the tokenizer splits them."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        words: Words = []
        labels: Labels = []
        for line in block.splitlines():
            fields = line.split()
            if len(fields) > 1:
                split = [fields[0][start:end] for start, end in tokenize(fields[0])]
                words += split
                label = mapped(fields[-1])
                labels += [label, *[label.replace("B-", "I-")] * (len(split) - 1)]
        if words:
            yield words, relabel(words, labels)


def mapped(label: str) -> str:
    """Return a label with its type as the guidelines call it."""
    return label[:2] + KINDS.get(label[2:], label[2:])


def relabel(words: Words, labels: Labels) -> Labels:
    """Return the labels after this project's guidelines.

    A name starts and ends with a capitalised word, a person has no title, a place with staff is
    an organisation, and a bracketed acronym is a name of its own.
    """
    cleaned = ["O"] * len(words)
    for start, end, kind in label_spans(labels):
        for first, last in pieces(words, start, end):
            while first < last and not words[first][0].isupper():
                first += 1
            while first < last and not words[last - 1][0].isalnum():
                last -= 1
            if kind == "PER":
                while first < last and words[first].lower() in lists()["titles"]:
                    first += 1
            if first < last:
                name = "ORG" if staffed(words, first, last, kind) else kind
                cleaned[first:last] = [f"B-{name}"] + [f"I-{name}"] * (last - first - 1)
    return with_places(words, with_institutions(words, cleaned))


def staffed(words: Words, start: int, end: int, kind: str) -> bool:
    """Return whether the data calls an organisation a place, or a party or office a person."""
    known = end - start == 1 and words[start].lower() in lists()["institutions"]
    hospital = [word.lower() for word in words[start : start + 2]] == ["rumah", "sakit"]
    return known or (kind == "LOC" and (hospital or words[start].lower() in lists()["staffed"]))


def with_institutions(words: Words, labels: Labels) -> Labels:
    """Return the labels with the offices, parties and commissions that the data leaves out."""
    edges = ["O", *labels, "O"]
    for index, word in enumerate(words):
        bare = edges[index : index + 3] == ["O"] * 3
        beside = [*words[max(index - 1, 0) : index], *words[index + 1 : index + 2]]
        alone = not any(other[0].isupper() for other in beside)
        if bare and alone and word.isupper() and word.lower() in lists()["institutions"]:
            labels[index] = "B-ORG"
        if edges[index : index + 4] == ["O"] * 4 and COMMISSION.match(" ".join(words[index:])):
            labels[index : index + 2] = ["B-ORG", "I-ORG"]
    return labels


def with_places(words: Words, labels: Labels) -> Labels:
    """Return the labels with the states and towns that the data leaves out: *serangan* Israel.

    A place of the gazetteer counts where it stands alone or between an office and a person; the
    name of a people is no place.
    """
    given = [(*span, 1.0) for span in label_spans(labels)]
    found = [span for span in missed_places(words) if not overlaps(span, given)]
    for start, end, kind, _ in with_countries(words, [*given, *found]):
        if kind in ("GPE", "LOC") and in_context(words, (start, end, kind, 1.0))[3] > 0:
            labels[start:end] = ["B-LOC"] + ["I-LOC"] * (end - start - 1)
    return labels


def pieces(words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a span between brackets and quotation marks."""
    first = start
    for index in range(start, end):
        if words[index] in '()[]"“”,;':
            if first < index:
                yield first, index
            first = index + 1
    if first < end:
        yield first, end


def adapted(row: list[bytes], bent: tuple[bytes, ...]) -> list[bytes]:
    """Return the features with a second copy of those that other text or guidelines would bend.

    Source: Daumé III 2007, Frustratingly Easy Domain Adaptation; the copy never fires at use.
    """
    copies = (b"other:" + name for name in row if name.startswith(bent))
    return [*row, b"other", *copies]


def train_names(data: Path) -> None:
    """Train and score the name model."""
    tag = tagger().tag
    rows = [(name_features(w, tag(w)), labels) for w, labels in ner(data / NAMES_TRAIN)]
    rows += [
        ([adapted(row, NAMES_BENT) for row in name_features(words, tag(words))], labels)
        for name in NAMES_OTHERS
        for words, labels in ner(data / name)
    ]
    path = MODELS / "names.crfsuite"
    fit(path, rows, c1=0.1, c2=0.1)
    model = pycrfsuite.Tagger()
    model.open(str(path))
    dev = list(ner(data / NAMES_DEV))
    gold = [set(label_spans(labels)) for _, labels in dev]
    guess = [set(label_spans(model.tag(name_features(w, tag(w))))) for w, _ in dev]
    for kind in ("PER", "ORG", "LOC", ""):
        print(f"NER idner-2k-dev {kind or 'all'}: {f1(gold, guess, kind)}")
    print(f"offered with confidence >= 0.9: {sure(dev, gold)}; {path.stat().st_size} bytes")


def sure(dev: list[tuple[Words, Labels]], gold: list[Spans]) -> str:
    """Return the precision of ``find_names`` where it is sure; it makes GPE of most places."""
    right = total = 0
    for (words, _), want in zip(dev, gold, strict=True):
        for start, end, kind, confidence in find_names(words, tagger().tag(words)):
            if kind in ("PER", "ORG", "LOC", "GPE") and confidence >= 0.9:
                right += (start, end, "LOC" if kind == "GPE" else kind) in want
                total += 1
    return f"{right / total:.1%} of {total}"


def f1(
    gold: list[set[tuple[int, int, str]]], guess: list[set[tuple[int, int, str]]], kind: str
) -> str:
    """Return precision, recall and F1 over exact spans of one type, or of all."""
    want = {(i, span) for i, spans in enumerate(gold) for span in spans if kind in span[2]}
    have = {(i, span) for i, spans in enumerate(guess) for span in spans if kind in span[2]}
    right = len(want & have)
    precision, recall = right / max(len(have), 1), right / max(len(want), 1)
    score = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {precision:.1%} R {recall:.1%} F {score:.1%} of {len(want)}"


def main(arguments: list[str]) -> None:
    """Train everything from the data folder named in ``arguments``."""
    if len(arguments) not in (1, 2):
        raise SystemExit("usage: python benchmarks/train_models.py DATA_DIR [SILVER_FILE]")
    train_tagger(Path(arguments[0]), silver_of(Path(arguments[1])) if arguments[1:] else [])
    train_names(Path(arguments[0]))


if __name__ == "__main__":
    main(sys.argv[1:])
