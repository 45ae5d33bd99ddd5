"""Measure the morphology: splits, headwords, generation, voice, and the way back to each form.

    python benchmarks/measure_morphology.py FREQUENCY.tsv [--errors]

The lists written by hand are in ``tests/language``. FREQUENCY.tsv has a column ``form``; its forms
and those of wordfreq's Indonesian list are analysed, and each offered analysis must generate the
form again. Forms that the analysis reads as misspelt (*mempengaruhi*) are counted apart.
"""

import argparse
import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import wordfreq

from quizgen.language.generation import PREFIXES, PROCLITICS, generate
from quizgen.language.morphology import Analysis, analyse, misspelt
from quizgen.language.voice import passive_of, persona

LISTS = Path(__file__).parents[1] / "tests" / "language"
_SHOWN = 60


@dataclass
class Score:
    """What was asked, what came out right, and a line on every error."""

    label: str
    asked: int = 0
    errors: list[str] = field(default_factory=list)

    def count(self, given: str, mine: object, gold: object) -> None:
        """Compare one answer with the list's."""
        self.asked += 1
        if mine != gold:
            self.errors.append(f"{given}: {mine}, wanted {gold}")

    def __str__(self) -> str:
        right = self.asked - len(self.errors)
        return f"{self.label:34} {right / max(self.asked, 1):7.2%}  ({right} of {self.asked})"


def rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a list written by hand, without comments and head."""
    text = (LISTS / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    yield from (line.split("\t") for line in lines[1:])


def splits() -> tuple[Score, Score]:
    """Compare segments and headwords with the list of splits."""
    segments, headwords = Score("splits"), Score("headwords")
    for form, split, headword, _ in rows("morphology_splits.tsv"):
        analysis = analyse(form)
        segments.count(form, "+".join(analysis.segments), split)
        headwords.count(form, analysis.headword, headword)
    return segments, headwords


def generated() -> tuple[Score, Score]:
    """Compare generated forms with the list of forms, and with the standard forms of the splits."""
    made, remade = Score("generation"), Score("generation from the splits")
    for root, affixes, form in rows("morphology_generation.tsv"):
        made.count(f"{root} {affixes}", generate(root, affixes.split("+")), form)
    for form, split, _, trap in rows("morphology_splits.tsv"):
        if not trap.startswith("nonstandard"):
            remade.count(split, generate(*parts(split.split("+"))), form)
    return made, remade


def parts(segments: list[str]) -> tuple[str, list[str]]:
    """Return root and affixes of segments; the root is the one that is no affix."""
    fixed = PREFIXES | PROCLITICS | {"R"}
    root = next(part for part in segments if part not in fixed and not part.startswith("-"))
    return root, [part for part in segments if part != root]


def voices() -> tuple[Score, Score]:
    """Compare both passives with the list of voices."""
    passives, personas = Score("di- passive"), Score("pasif persona")
    for active, passive, person in rows("active_passive.tsv"):
        passives.count(active, passive_of(active), passive)
        personas.count(active, persona(active, person.split(" ")[0]), person)
    return passives, personas


def back(forms: list[str]) -> tuple[Score, Score]:
    """Generate every analysed form again; the second score is of the derived ones alone."""
    every, derived = Score("way back, all forms"), Score("way back, derived forms")
    skipped = 0
    for form in forms:
        analysis = analyse(form)
        if not analysis.known:
            continue
        mine = generate(analysis.root, _affixes(analysis))
        if mine != form and misspelt(form):
            skipped += 1
            continue
        every.count(f"{form} ({'+'.join(analysis.segments)})", mine, form)
        if len(analysis.segments) > 1:
            derived.count(f"{form} ({'+'.join(analysis.segments)})", mine, form)
    every.label += f" but {skipped} misspelt"
    return every, derived


def _affixes(analysis: Analysis) -> list[str]:
    segments = list(analysis.segments)
    segments.remove(analysis.root)
    return segments


def vocabulary(path: Path) -> list[str]:
    """Return the forms of a frequency table and of wordfreq's Indonesian list, each once."""
    with path.open(encoding="utf-8", newline="") as file:
        mine = [row["form"] for row in csv.DictReader(file, delimiter="\t")]
    return list(dict.fromkeys([*mine, *wordfreq.get_frequency_dict("id", wordlist="best")]))


def main() -> None:
    """Print every score, and the first errors of each if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("frequency", type=Path)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    forms = vocabulary(arguments.frequency)
    measures: list[Callable[[], tuple[Score, Score]]] = [
        splits, generated, voices, lambda: back(forms),
    ]  # fmt: skip
    for measure in measures:
        for score in measure():
            print(score)
            if arguments.errors:
                print("\n".join(f"    {line}" for line in score.errors[:_SHOWN]))


if __name__ == "__main__":
    main()
