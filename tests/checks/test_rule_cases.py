"""A sound and a faulty item for every code of the item rules."""

from dataclasses import dataclass, replace

import pytest

from quizgen.checks import item_rules
from quizgen.language.annotate import annotate
from quizgen.model import (
    Article,
    Categorise,
    Choice,
    Document,
    Evidence,
    FreeText,
    Gap,
    Item,
    MultiChoice,
    Option,
    Ordering,
    Response,
    RubricRow,
    ShortAnswer,
    Statement,
)
from tests.checks.test_meaning_cases import SOUND_AND_FAULTY

TEXT = (
    "MAKASSAR—Ratna Wulandari membuka museum laut di Kendari pada 12 Mei 2024. "
    "Bupati Tomas Lubis mengatakan bahwa museum laut mampu menampung 900 pengunjung. "
    "Museum itu dikelola oleh Yayasan Bahari Nusantara. "
    "Lukisan yang rusak karena banjir dipindahkan ke gudang. "
    "Panitia memasang 40 meter pagar besi dan 20 meter pagar kayu pada Juni 2024. "
    "Perpustakaan museum dibuka pada Juni 2024. "
    "Hendra Saputra, yang dijuluki Raja Ombak, menyumbangkan tiga perahu."
)
DOCUMENT = annotate(Article(id="uji", paragraphs=(TEXT,)))
OPENED = Evidence("s1", "Ratna Wulandari membuka museum laut di Kendari pada 12 Mei 2024")
HOLDS = Evidence("s2", "museum laut mampu menampung 900 pengunjung")
FENCED = Evidence("s5", "Panitia memasang 40 meter pagar besi dan 20 meter pagar kayu")
UNSTATED = "Tidak disebutkan"


def choice(key: str, *wrong: str, why: str = "Bukan itu.") -> Choice:
    right = Option(text=key, correct=True, why="Dinyatakan dalam teks.")
    return Choice(options=(right, *(Option(text=text, why=why) for text in wrong)))


def item(prompt: str, response: Response, *evidence: Evidence, process: str = "locate") -> Item:
    return Item(
        id="uji-1",
        type="detail",
        response=response,
        prompt=prompt,
        evidence=evidence or (OPENED,),
        process=process,  # type: ignore[arg-type]
        level=3,
    )


def judged(text: str, category: str, evidence: Evidence, *, offered: str = "Benar/Salah") -> Item:
    statement = Statement(text=text, category=category, why="Lihat teks.", evidence=evidence)
    response = Categorise(categories=tuple(offered.split("/")), statements=(statement,))
    return item("Tentukan Benar atau Salah untuk setiap pernyataan berikut!", response, evidence)


def gap(prompt: str, *answers: str, bank: tuple[str, ...] = (), hidden: bool = False) -> Item:
    response = Gap(
        answers=tuple((answer,) for answer in answers),
        bank=tuple(Option(text=word, correct=word in answers) for word in bank),
    )
    made = item(prompt, response, process="language")
    return replace(made, text="hidden") if hidden else made


def ordering(*texts: str, evidence: tuple[Evidence, ...] = (), process: str = "interpret") -> Item:
    response = Ordering(options=tuple(Option(text=text) for text in texts))
    return item("Urutkan bagian berikut!", response, *evidence, process=process)


def language(prompt: str, key: str, *wrong: str) -> Item:
    return item(prompt, choice(key, *wrong), process="language")


WHO = item(
    "Siapa yang membuka museum laut di Kendari?",
    choice("Ratna Wulandari", "Tomas Lubis", "Hendra Saputra"),
)
WHEN = item(
    "Kapan Ratna Wulandari membuka museum laut?",
    choice("12 Mei 2024", "13 Mei 2024", "19 Mei 2024"),
)
WHERE = item(
    "Di mana Ratna Wulandari membuka museum laut?",
    choice("Di Kendari", "Di Ambon", "Di Manado"),
)
HOW_MANY = item(
    "Berapa panjang pagar kayu yang dipasang panitia?",
    choice("20 meter", "30 meter", "50 meter"),
    FENCED,
)
WHY = item(
    "Mengapa lukisan dipindahkan ke gudang?",
    choice("Karena rusak", "Karena dijual", "Karena hilang"),
    Evidence("s4", "Lukisan yang rusak karena banjir dipindahkan ke gudang"),
)
TRUE = judged("Ratna Wulandari membuka museum laut di Kendari.", "Benar", OPENED)
GAPS = gap("Ratna {{1}} museum laut di {{2}}.", "membuka", "Kendari")
BANKED = gap(
    "Ratna {{1}} museum laut. Panitia melatih {{2}} museum.",
    "membuka",
    "pemandu",
    bank=("membuka", "pemandu", "lukisan"),
)
EVENTS = ordering(
    "Museum laut dibuka.",
    "Pagar dipasang.",
    "Perpustakaan ditutup.",
    evidence=(OPENED, Evidence("s5", "pada Juni 2024")),
)
SAME_DAY = ordering(
    "Pagar dipasang.",
    "Perpustakaan dibuka.",
    "Museum ditutup.",
    evidence=(Evidence("s5", "pada Juni 2024"), Evidence("s6", "pada Juni 2024")),
)
ROOT = language("Kata dasar dari *menyumbangkan* adalah ….", "sumbang", "nyumbang", "umbang")
ESSAY = item(
    "Jelaskan manfaat museum laut bagi siswa!",
    FreeText(rubric=(RubricRow(points=2, criterion="Menyebutkan dua manfaat."),)),
)
MANY = item(
    "Informasi apa saja yang disampaikan dalam teks?",
    MultiChoice(
        options=(
            Option(text="Museum laut dibuka.", correct=True, why="Lihat kalimat 1."),
            Option(text="Pagar museum dipasang.", correct=True, why="Lihat kalimat 5."),
            Option(text="Tiket masuk dinaikkan.", why="Tidak disebutkan."),
        )
    ),
)


def options(made: Item, key: str, *wrong: str) -> Item:
    return replace(made, response=choice(key, *wrong))


@dataclass(frozen=True)
class Case:
    """Two items that differ in what the rule of ``code`` is about."""

    code: str
    sound: Item
    faulty: Item


CASES = (
    Case("evidence-missing", WHO, replace(WHO, evidence=())),
    Case("evidence-not-found", WHO, replace(WHO, evidence=(Evidence("s1", "menutup museum"),))),
    Case("dateline-as-event-place", WHERE, options(WHERE, "Di Makassar", "Di Ambon", "Di Manado")),
    Case(
        "relative-date-misresolved",
        WHEN,
        options(WHEN, "14 Mei 2024", "15 Mei 2024", "19 Mei 2024"),
    ),
    Case("order-not-determined", EVENTS, SAME_DAY),
    Case(
        "wrong-clause-boundary",
        replace(WHY, prompt="Mengapa lukisan rusak?"),
        replace(WHY, prompt="Mengapa benda itu dipindahkan ke gudang?"),
    ),
    Case("no-key", WHO, replace(WHO, response=Choice(options=WHO.response.options[1:]))),  # type: ignore[union-attr]
    Case(
        "several-keys",
        WHO,
        replace(WHO, response=Choice(options=WHO.response.options[:1] * 2)),  # type: ignore[union-attr]
    ),
    Case("too-few-options", WHO, options(WHO, "Ratna Wulandari", "Tomas Lubis")),
    Case(
        "nothing-wrong-to-choose",
        MANY,
        replace(MANY, response=MultiChoice(options=MANY.response.options[:2])),  # type: ignore[union-attr]
    ),
    Case("duplicate-option", WHO, options(WHO, "Ratna Wulandari", "Tomas Lubis", "Tomas Lubis")),
    Case("option-contains-key", WHO, options(WHO, "Ratna Wulandari", "Ratna", "Tomas Lubis")),
    Case(
        "all-or-none-of-the-above",
        WHO,
        options(WHO, "Ratna Wulandari", "Tomas Lubis", "Semua jawaban benar"),
    ),
    Case("key-too-long", WHY, options(WHY, "Karena rusak setelah terkena banjir", "Karena tua")),
    Case("key-long", WHY, options(WHY, "Karena rusak berat", "Karena hilang", "Karena tua")),
    Case(
        "guessable-longest",
        WHY,
        options(WHY, "Karena rusak berat", "Karena kekurangan", "Karena pemindahan"),
    ),
    Case(
        "answer-span-too-long",
        HOW_MANY,
        options(HOW_MANY, "20 meter dan 40 meter", "30 meter", "50 meter"),
    ),
    Case(
        "absolute-word-in-one-option",
        WHY,
        options(WHY, "Karena rusak", "Karena selalu hilang", "Karena dijual"),
    ),
    Case(
        "unexplained-option",
        WHO,
        replace(WHO, response=choice("Ratna Wulandari", "Tomas Lubis", "Hendra Saputra", why="")),
    ),
    Case(
        "two-valid-affixes",
        language("Panitia … tamu dengan ramah.", "menyambut", "tersambut", "bersambut"),
        language("Ibu … surat ke kantor pos.", "mengirim", "mengirimkan", "terkirim"),
    ),
    Case(
        "distractor-equals-key-in-value",
        item("Berapa lama pameran?", choice("2 jam", "3 jam", "5 jam")),
        item("Berapa lama pameran?", choice("2 jam", "120 menit", "5 jam")),
    ),
    Case(
        "distractor-is-alias",
        WHO,
        options(WHO, "Hendra Saputra", "Raja Ombak", "Tomas Lubis"),
    ),
    Case(
        "options-not-homogeneous", WHO, options(WHO, "Ratna Wulandari", "Tomas Lubis", "900 meter")
    ),
    Case("options-unsorted", WHEN, options(WHEN, "19 Mei 2024", "12 Mei 2024", "13 Mei 2024")),
    Case(
        "stem-leaks-key",
        WHO,
        replace(WHO, prompt="Siapa nama Ratna Wulandari yang membuka museum laut?"),
    ),
    Case(
        "negative-not-emphasised",
        replace(MANY, prompt="Informasi manakah yang TIDAK disampaikan dalam teks?"),
        replace(MANY, prompt="Informasi manakah yang tidak disampaikan dalam teks?"),
    ),
    Case(
        "double-negation",
        replace(MANY, prompt="Pernyataan manakah yang TIDAK sesuai dengan teks?"),
        replace(MANY, prompt="Pernyataan manakah yang TIDAK sesuai dan bukan bagian teks?"),
    ),
    Case(
        "siapa-for-institution",
        WHO,
        item(
            "Siapa yang mengelola museum laut?",
            choice("Yayasan Bahari Nusantara", "Dinas Pariwisata", "Universitas Hasanuddin"),
        ),
    ),
    Case("siapa-without-yang", WHO, replace(WHO, prompt="Siapa membuka museum laut di Kendari?")),
    Case(
        "object-question-not-passivised",
        item("Apa yang dibuka Ratna Wulandari?", choice("Museum laut", "Sekolah", "Pasar ikan")),
        item("Apa yang Ratna Wulandari membuka?", choice("Museum laut", "Sekolah", "Pasar ikan")),
    ),
    Case("question-word-mismatch", WHEN, options(WHEN, "Di Kendari", "Di Ambon", "Di Manado")),
    Case("prompt-not-terminated", WHO, replace(WHO, prompt=WHO.prompt.rstrip("?"))),
    Case(
        "stem-copied",
        replace(WHO, prompt="Siapa yang meresmikan tempat penyimpanan benda bahari?"),
        replace(WHO, prompt="Siapa yang membuka museum laut di Kendari pada 12 Mei 2024?"),
    ),
    Case(
        "statement-category-unknown",
        TRUE,
        judged("Ratna Wulandari membuka museum laut.", "Mungkin", OPENED),
    ),
    Case(
        "no-statements",
        TRUE,
        replace(TRUE, response=Categorise(categories=("Benar", "Salah"), statements=())),
    ),
    Case(
        "claim-as-fact",
        judged("Menurut Tomas, museum laut mampu menampung 900 pengunjung.", "Benar", HOLDS),
        judged("Museum laut mampu menampung 900 pengunjung.", "Benar", HOLDS),
    ),
    Case(
        "alteration-still-true",
        judged("Menurut Tomas, museum laut mampu menampung 950 pengunjung.", "Salah", HOLDS),
        judged("Menurut Tomas, museum laut mampu menampung 700 pengunjung.", "Salah", HOLDS),
    ),
    Case(
        "not-stated-but-entailed",
        judged(
            "Panitia memasang 75 meter pagar.", UNSTATED, FENCED, offered=f"Benar/Salah/{UNSTATED}"
        ),
        judged(
            "Panitia memasang 60 meter pagar.", UNSTATED, FENCED, offered=f"Benar/Salah/{UNSTATED}"
        ),
    ),
    Case(
        "attribution-is-not-opinion",
        judged("Museum laut itu indah.", "Opini", OPENED, offered="Fakta/Opini"),
        judged(
            "Tomas mengatakan bahwa museum laut menampung 900 pengunjung.",
            "Opini",
            HOLDS,
            offered="Fakta/Opini",
        ),
    ),
    Case(
        "statement-harms-person",
        judged("Ratna Wulandari menutup museum laut.", "Salah", OPENED),
        judged("Ratna Wulandari mencuri lukisan museum laut.", "Salah", OPENED),
    ),
    Case("gaps-and-answers-differ", GAPS, gap("Ratna {{1}} museum laut di {{3}}.", "membuka", "x")),
    Case(
        "gap-answer-missing",
        BANKED,
        gap("Ratna {{1}} museum laut.", "membuka", bank=("menutup", "pemandu")),
    ),
    Case("adjacent-gaps", GAPS, gap("Ratna {{1}} {{2}} laut.", "membuka", "museum")),
    Case(
        "gap-not-inferable",
        gap("Ratna Wulandari {{1}} museum laut.", "membuka", hidden=True),
        gap("Museum laut mampu menampung {{1}} pengunjung.", "900", hidden=True),
    ),
    Case(
        "ambiguous-c-test-gap",
        gap("Ratna memb{{1}} museum laut.", "uka"),
        gap("Ratna mem{{1}} museum laut.", "buka"),
    ),
    Case(
        "bank-words-interchangeable",
        BANKED,
        gap(
            "Ratna {{1}} di museum dan Tomas {{2}} di gudang.",
            "bekerja",
            "berlatih",
            bank=("bekerja", "berlatih", "lukisan"),
        ),
    ),
    Case("empty-text", WHO, replace(WHO, prompt=" ")),
    Case("rubric-missing", ESSAY, replace(ESSAY, response=FreeText(rubric=()))),
    Case("di-ke-spelling", WHO, replace(WHO, prompt="Siapa yang membuka museum dikota Kendari?")),
    Case(
        "no-answer",
        item("Apa yang dibuka Ratna Wulandari?", ShortAnswer(answers=(("museum laut",),))),
        item("Apa yang dibuka Ratna Wulandari?", ShortAnswer(answers=((),))),
    ),
    Case(
        "options-not-parallel",
        WHY,
        options(WHY, "Karena rusak", "Agar bersih", "Karena hilang"),
    ),
    Case(
        "options-say-the-same",
        HOW_MANY,
        options(HOW_MANY, "20 meter", "3 kilometer", "3.000 meter"),
    ),
    Case("ordering-too-short", EVENTS, ordering("Museum laut dibuka.", "Pagar dipasang.")),
    Case("informal-register", WHO, replace(WHO, prompt="Siapa sih yang bikin museum laut?")),
    Case("nonstandard-word", WHO, replace(WHO, prompt="Siapa yang memberi ijin museum laut?")),
    Case(
        "unresolved-clitic",
        replace(WHY, prompt="Mengapa lukisan museum dipindahkan dari tempatnya?"),
        replace(WHY, prompt="Mengapa tempatnya dipindahkan?"),
    ),
    Case("unresolved-reference", WHO, replace(WHO, prompt="Siapa yang membuka museum itu?")),
    Case(
        "relative-date-unanchored",
        WHEN,
        replace(WHO, prompt="Siapa yang membuka museum laut kemarin?"),
    ),
    Case(
        "passive-persona-with-di",
        language("Kalimat pasif yang tepat adalah ….", "Buku itu kami baca.", "Buku itu dibaca."),
        language("Kalimat pasif yang tepat adalah ….", "Buku itu dibaca kami.", "Buku itu baca."),
    ),
    Case("stemmer-root", ROOT, options(ROOT, "umbang", "sumbang", "nyumbang")),
    Case(
        "word-order-not-unique",
        ordering("Rute bus", "dipilih", "melalui survei.", process="language"),
        ordering("Rute bus", "dipilih", "dengan survei", "pada Februari 2024.", process="language"),
    ),
)


def codes(made: Item, document: Document = DOCUMENT) -> set[str]:
    return {found.code for rule in item_rules() for found in rule.apply(made, document)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_rule_finds_its_fault(case: Case) -> None:
    assert case.code in codes(case.faulty)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_rule_is_silent_on_a_sound_item(case: Case) -> None:
    assert case.code not in codes(case.sound)


def test_every_rule_has_a_case() -> None:
    shown = {case.code for case in CASES} | {code for code, _, _ in SOUND_AND_FAULTY}
    assert {rule.code for rule in item_rules()} == shown | {"wrong-sense"}


@pytest.mark.parametrize(
    ("made", "key", "wrong"),
    [
        (WHERE, "Di Kendari", "Di Sulawesi Tenggara"),
        (WHEN, "12 Mei 2024", "Mei 2024"),
    ],
)
def test_a_larger_place_or_time_contains_the_key(made: Item, key: str, wrong: str) -> None:
    assert "option-contains-key" in codes(options(made, key, wrong, "Di Ambon"))


def test_a_written_answer_of_many_words_runs_past_the_answer() -> None:
    long = " ".join(["museum"] * 16)
    made = item("Apa yang dibuka?", ShortAnswer(answers=((long,),)))
    assert "answer-span-too-long" in codes(made)
