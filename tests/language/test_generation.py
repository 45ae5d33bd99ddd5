"""The standard form from root and affixes, and the way from a form to its parts and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen.language.generation import generate
from quizgen.language.morphology import analyse, misspelt
from quizgen.language.voice import passive_of, persona

HERE = Path(__file__).parent
FLOOR = 0.98


def rows(name: str) -> Iterator[list[str]]:
    text = (HERE / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    yield from (line.split("\t") for line in lines[1:])


def share(pairs: list[tuple[object, object]]) -> float:
    return sum(mine == gold for mine, gold in pairs) / len(pairs)


def test_forms_are_made_from_roots_and_affixes() -> None:
    pairs = [
        (generate(root, affixes.split("+")), form)
        for root, affixes, form in rows("morphology_generation.tsv")
    ]
    assert share(pairs) >= FLOOR


def test_forms_are_split_and_looked_up() -> None:
    found = [
        (analyse(form), split, headword)
        for form, split, headword, _ in rows("morphology_splits.tsv")
    ]
    assert share([("+".join(each.segments), split) for each, split, _ in found]) >= FLOOR
    assert share([(each.headword, headword) for each, _, headword in found]) >= FLOOR


def test_both_passives_are_made() -> None:
    for active, passive, person in rows("active_passive.tsv"):
        assert passive_of(active) == passive
        assert persona(active, person.split(" ")[0]) == person


def test_an_analysed_form_is_generated_again() -> None:
    pairs: list[tuple[object, object]] = []
    for form, _, _, trap in rows("morphology_splits.tsv"):
        analysis = analyse(form)
        if analysis.known and not trap.startswith("nonstandard"):
            affixes = [part for part in analysis.segments if part != analysis.root]
            pairs.append((generate(analysis.root, affixes), form))
    assert share(pairs) >= FLOOR


@pytest.mark.parametrize(
    ("form", "root"),
    [
        ("menyinari", "sinar"),
        ("berikan", "beri"),
        ("penyelidikan", "selidik"),
        ("senilai", "nilai"),
        ("mengunjungi", "kunjung"),
        ("memasuki", "masuk"),
        ("mengemasnya", "kemas"),
        ("berupa", "rupa"),
        ("pergerakan", "gerak"),
        ("dibelinya", "beli"),
        ("dikurangi", "kurang"),
        ("relawan", "rela"),
        ("Bekasi", "Bekasi"),
        ("Bali", "Bali"),
        ("Susi", "Susi"),
    ],
)
def test_what_stemmers_get_wrong_is_right(form: str, root: str) -> None:
    analysis = analyse(form)
    assert analysis.root == root
    assert generate(root, [part for part in analysis.segments if part != root]) == form


@pytest.mark.parametrize(
    "name", [row[0] for row in rows("morphology_splits.tsv") if row[3].startswith("name")]
)
def test_a_name_is_never_split(name: str) -> None:
    assert analyse(name).segments == (name,)
    assert analyse(name).headword == name


@pytest.mark.parametrize(
    ("root", "affixes", "form"),
    [
        ("program", "peN- -an", "pemrograman"),
        ("klik", "meN-", "mengeklik"),
        ("film", "meN- -kan", "memfilmkan"),
        ("satu", "peN- per-", "pemersatu"),
        ("tawa", "meN- ter- -kan", "menertawakan"),
        ("gunung", "per- -an", "pegunungan"),
        ("sertifikat", "ber-", "bersertifikat"),
        ("undang", "per- R -an", "perundang-undangan"),
        ("bijak", "ke- R -an", "kebijakan-kebijakan"),
        ("tolong", "meN- R", "tolong-menolong"),
        ("pohon", "R -an", "pepohonan"),
        ("surat kabar", "R", "surat-surat kabar"),
        ("tanggung jawab", "ber-", "bertanggung jawab"),
        ("tanda tangan", "-i", "tanda tangani"),
        ("tidak hadir", "ke- -an -nya", "ketidakhadirannya"),
        ("ambil", "kau-", "kauambil"),
        ("turun", "R -em-", "turun-temurun"),
        ("gilang", "-em-", "gemilang"),
        ("piano", "-is", "pianis"),
    ],
)
def test_a_rule_makes_its_form(root: str, affixes: str, form: str) -> None:
    assert generate(root, affixes.split()) == form


@pytest.mark.parametrize("affix", ["men-", "kan", "-nyo", ""])
def test_what_is_no_affix_is_an_error_in_one_line(affix: str) -> None:
    with pytest.raises(ValueError, match=r"^.* is no affix; .*$") as error:
        generate("baca", [affix])
    assert "\n" not in str(error.value)


def test_an_empty_root_is_an_error() -> None:
    with pytest.raises(ValueError, match="needs a root"):
        generate(" ", ["meN-"])


@pytest.mark.parametrize(
    ("form", "headword"),
    [
        ("mempengaruhi", "memengaruhi"),
        ("terpercaya", "tepercaya"),
        ("menunjukan", "menunjukkan"),
        ("membom", "mengebom"),
        ("berkerja", "bekerja"),
    ],
)
def test_a_misspelt_form_is_looked_up_in_its_standard_form(form: str, headword: str) -> None:
    assert misspelt(form)
    assert analyse(form).headword == headword


@pytest.mark.parametrize("form", ["memengaruhi", "mengaji", "perdesaan", "membaca", "xqzt"])
def test_a_standard_or_unknown_form_is_not_misspelt(form: str) -> None:
    assert not misspelt(form)


@pytest.mark.parametrize("verb", ["menangis", "membelinya", "meluas", "menyusut", "dibaca"])
def test_a_verb_without_sure_passive_has_no_persona(verb: str) -> None:
    assert persona(verb, "saya") is None
