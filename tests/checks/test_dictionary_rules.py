from dataclasses import replace

import pytest

from quizgen.checks.dictionary_rules import check_dictionary
from quizgen.lexicon import Dictionary, Entry, Sense

RISE = Entry(
    headword="meningkat",
    root="tingkat",
    segments="meN-+tingkat",
    syllables="me·ning·kat",
    nonstandard=(),
    level=4,
    senses=(
        Sense(
            upos="VERB",
            gloss="to rise",
            definition="menjadi lebih banyak atau lebih tinggi",
            example="Jumlah penumpang kereta meningkat tajam menjelang libur panjang.",
            collocations=("meningkat tajam",),
            synonyms=(),
            antonyms=(),
            semantic_class="change",
            register="netral",
            line=2,
        ),
    ),
    line=2,
)


def codes(*entries: Entry) -> list[str]:
    return [each.code for each in check_dictionary(Dictionary({e.headword: e for e in entries}))]


def with_sense(**changes: object) -> Entry:
    return replace(RISE, senses=(replace(RISE.senses[0], **changes),))  # type: ignore[arg-type]


def test_a_sound_entry_has_no_finding() -> None:
    assert codes(RISE) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"gloss": ""}, "filled"),
        ({"upos": "V"}, "pos"),
        ({"definition": "menjadi lebih banyak karena inflasi"}, "vocabulary"),
        ({"definition": "Menjadi lebih banyak."}, "definition"),
        ({"definition": "keadaan meningkat"}, "circular"),
        ({"example": "Jumlah penumpang kereta naik tajam menjelang libur panjang."}, "example"),
        ({"collocations": ("naik tajam",)}, "collocations"),
        ({"semantic_class": "thing"}, "class"),
        ({"register": "biasa"}, "register"),
        ({"synonyms": ("naik",)}, "synonyms"),
        ({"antonyms": ("turun",)}, "antonyms"),
    ],
)
def test_each_fault_of_a_sense_has_its_code(changes: dict[str, object], code: str) -> None:
    assert codes(with_sense(**changes)) == [code]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"root": "ningkat"}, "build"),
        ({"syllables": "men·ing·kta"}, "syllables"),
        ({"nonstandard": ("meningkat",)}, "nonstandard"),
        ({"level": 8}, "level"),
        ({"senses": ()}, "senses"),
    ],
)
def test_each_fault_of_an_entry_has_its_code(changes: dict[str, object], code: str) -> None:
    assert code in codes(replace(RISE, **changes))  # type: ignore[arg-type]


def test_synonyms_that_do_not_name_each_other_are_found() -> None:
    other = replace(
        RISE,
        headword="naik", root="naik", segments="naik", syllables="na·ik", line=3,
        senses=(
            replace(
                RISE.senses[0],
                definition="menjadi lebih tinggi",
                example="Harga cabai naik lagi pada awal bulan ini.",
                collocations=("naik tajam",),
                line=3,
            ),
        ),
    )  # fmt: skip
    assert codes(with_sense(synonyms=("naik",)), other) == ["synonyms"]
