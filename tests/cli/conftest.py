"""A small invented text, an exercise that always finds something, and a rule that is told what."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.checks.finding import Finding
from quizgen.cli import cli
from quizgen.model import Choice, Document, Evidence, Item, Option

TEXT = (
    "Perahu Baru untuk Desa Kenanga\n\n"
    "Warga Desa Kenanga menerima dua perahu baru pada hari Senin. Perahu itu dibuat oleh para"
    " pemuda dari desa sebelah dan akan dipakai untuk mengantar anak-anak ke sekolah.\n\n"
    "Kepala desa mengatakan bahwa perahu lama sudah bocor. Karena itu, banyak anak yang terlambat"
    " masuk sekolah ketika air sungai naik.\n"
)


@dataclass(frozen=True)
class Repeat:
    """Asks one question a sentence; which wrong option comes first is up to the rng."""

    name: str = "repeat"
    purpose: str = "Repeats a sentence."
    responses: tuple[str, ...] = ("choice",)
    family: str = "comprehension"
    levels: tuple[int, int] = (1, 7)
    example: str = "Siapa yang datang? → Ani"
    default: bool = True

    def generate(self, document, rng) -> Iterator[Item]:
        for sentence in document.sentences:
            wrong = [f"salah {word}" for word in ("satu", "dua", "tiga")]
            rng.shuffle(wrong)
            yield Item(
                id=f"{self.name}-{sentence.id}",
                type=self.name,
                response=Choice(
                    options=(
                        Option(text="benar", correct=True),
                        *(Option(text=text) for text in wrong),
                    )
                ),
                prompt=f"Apa isi kalimat {sentence.number} “tadi”?",
                evidence=(Evidence(sentence.id, sentence.text),),
                process="locate",
                level=2 + sentence.number % 3,
            )


@dataclass
class Rules:
    """Findings by item id; an item that is not named breaks no rule."""

    findings: dict[str, list[Finding]]

    def check_item(self, item: Item, document: Document) -> list[Finding]:
        return self.findings.get(item.id, [])

    def block(self, id: str, code: str = "no-key", severity: str = "error") -> None:
        self.findings.setdefault(id, []).append(Finding(id, code, severity, "No key: none"))


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> Rules:
    made = Rules({})
    monkeypatch.setattr("quizgen.checks.check_item", made.check_item, raising=False)
    return made


@pytest.fixture
def exercise(monkeypatch: pytest.MonkeyPatch, rules: Rules) -> Repeat:
    made = (Repeat(), Repeat(name="again", default=False))
    monkeypatch.setattr("quizgen.offered.exercises", lambda: made)
    return made[0]


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "perahu.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def run(exercise: Repeat) -> Callable[..., Result]:
    def call(*arguments: object, input: bytes | None = None) -> Result:
        return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=input)

    return call
