"""Writing one worksheet in every format, beside libraries that write the same questions.

    python benchmarks/speed_formats.py [TEXT] [--count 12] [--repeat 5]

Prints the best of several runs in seconds for each format (student's edition where there are two),
after one run that loads what is needed. Then, for the sheet's choice items alone, canvas, anki and
pdf as ratios to text2qti, genanki and a plain typst page in the same run; a library that is not
installed is named and left out: ``pip install text2qti genanki``. Ours write more than their
peers: the passage, feedback, headings, numbered lines, tags for screen readers.
"""

import argparse
import importlib
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from quizgen import output_files, pipeline
from quizgen.interfaces import by_name, editions_of, formats
from quizgen.model import Choice, Item, Worksheet
from quizgen.worksheet import Plan


def best(run: Callable[[], object], repeat: int) -> float:
    """Return the shortest of ``repeat`` runs in seconds, after one that is not counted."""
    run()
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def choices(item: Item) -> list[tuple[str, bool]]:
    """Return the options of a choice item, and whether each is the key."""
    assert isinstance(item.response, Choice)
    return [(option.text, option.correct) for option in item.response.options]


def text2qti(items: Sequence[Item]) -> Callable[[], object]:
    """Return a run that writes the items as a quiz package by text2qti."""
    config = importlib.import_module("text2qti.config").Config()
    quiz = importlib.import_module("text2qti.quiz").Quiz
    qti = importlib.import_module("text2qti.qti").QTI
    lines = ["Quiz title: Lembar"]
    for number, item in enumerate(items, 1):
        lines += ["", f"{number}. {item.prompt}"]
        for letter, (text, key) in zip("abcdef", choices(item), strict=False):
            lines.append(f"{'*' if key else ''}{letter}) {text}")
    source = "\n".join(lines)
    return lambda: qti(quiz(source, config=config)).zip_bytes()


def genanki(items: Sequence[Item], folder: Path) -> Callable[[], object]:
    """Return a run that writes a deck of one card an item by genanki."""
    library = importlib.import_module("genanki")
    template = {"name": "Kartu", "qfmt": "{{Soal}}", "afmt": "{{Kunci}}"}
    model = library.Model(
        1, "Soal", fields=[{"name": "Soal"}, {"name": "Kunci"}], templates=[template]
    )

    def run() -> None:
        deck = library.Deck(2, "Lembar")
        for item in items:
            texts = choices(item)
            front = item.prompt + "<br>" + "<br>".join(text for text, _ in texts)
            key = next(text for text, key in texts if key)
            deck.add_note(library.Note(model=model, fields=[front, key]))
        library.Package(deck).write_to_file(str(folder / "lembar.apkg"))

    return run


def typst(items: Sequence[Item]) -> Callable[[], object]:
    """Return a run that sets the items as a plain numbered list by typst."""
    library = importlib.import_module("typst")
    lines = []
    for item in items:
        lines.append(f"+ #{_quoted(item.prompt)}")
        lines += [f"  + #{_quoted(text)}" for text, _ in choices(item)]
    source = "\n".join(lines).encode()
    return lambda: library.compile(source, format="pdf")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def compare(sheet: Worksheet, items: Sequence[Item], repeat: int) -> None:
    """Print our seconds beside those of each peer, for the choice items alone."""
    with tempfile.TemporaryDirectory() as folder:
        peers: list[tuple[str, str, Callable[[], Callable[[], object]]]] = [
            ("canvas", "text2qti", lambda: text2qti(items)),
            ("anki", "genanki", lambda: genanki(items, Path(folder))),
            ("pdf", "typst", lambda: typst(items)),
        ]
        for name, library, prepare in peers:
            try:
                theirs = best(prepare(), repeat)
            except ModuleNotFoundError as error:
                print(f"{library}: not installed ({error.name})")
                continue
            ours = seconds(sheet, name, repeat)
            ratio = ours / theirs
            print(f"{name} {ours:.3f} s, {library} {theirs:.3f} s, {ratio:.2f}")


def seconds(sheet: Worksheet, name: str, repeat: int) -> float:
    """Return the seconds for one sheet in one format."""
    format = by_name("format", name, formats())
    edition = editions_of(format)[0]
    return best(lambda: output_files.render(sheet, format, edition), repeat)


def only_choices(sheet: Worksheet) -> Worksheet:
    """Return the sheet without the items that are no choice of one option."""
    kept = []
    for section in sheet.sections:
        items = tuple(item for item in section.items if isinstance(item.response, Choice))
        if items:
            kept.append(replace(section, items=items))
    return replace(sheet, sections=tuple(kept))


def main() -> None:
    """Measure one worksheet."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("text", nargs="?", default="putin-pyongyang-4")
    arguments.add_argument("--count", type=int, default=12)
    arguments.add_argument("--repeat", type=int, default=5)
    options = arguments.parse_args()
    sheet = pipeline.make_worksheet(pipeline.document(options.text), Plan(count=options.count))
    total = 0.0
    for format in formats():
        took = seconds(sheet, format.name, options.repeat)
        total += took
        print(f"{format.name:15} {took:.3f} s")
    print(f"{'all':15} {total:.3f} s")
    plain = only_choices(sheet)
    items = [item for section in plain.sections for item in section.items]
    print(f"the {len(items)} choice items alone:")
    compare(plain, items, options.repeat)


if __name__ == "__main__":
    main()
