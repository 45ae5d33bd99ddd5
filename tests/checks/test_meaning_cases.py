"""A sound and a faulty item for every code of the rules that compare an item with the text."""

from dataclasses import replace

import pytest

from quizgen.checks import item_rules
from quizgen.language.annotate import annotate
from quizgen.model import (
    Article,
    Categorise,
    Choice,
    Evidence,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Option,
    Ordering,
    Response,
    ShortAnswer,
    Statement,
)

PARAGRAPHS = (
    "Wali Kota Ternate Hamzah Latuconsina membuka pasar ikan baru di Ternate, Maluku Utara, pada "
    "3 Februari 2024. Pasar itu memiliki 120 kios dan 4 gudang. Para pedagang pindah ke sana "
    "karena pasar lama terendam air laut.",
    "“Ikan kami kini lebih cepat laku,” kata Ketua Persatuan Pedagang, Salma Tuanani, yang juga "
    "pemilik bengkel perahu. Menurut Salma, pendapatan pedagang naik menjadi Rp2 juta. "
    "Ia meminta pengelola menambah lampu jalan.",
    "Pengelola pasar, Yusuf Hatala, menyatakan bahwa lampu jalan akan dipasang pada Mei 2024. "
    "Petugas membeli es batu agar pedagang dapat menyimpan ikan tanpa membekukannya. Pasar lama "
    "dibangun pada 1985. Perahu nelayan berlabuh di dermaga timur dan truk mengangkut ikan.",
)
DOCUMENT = annotate(Article(id="uji", paragraphs=PARAGRAPHS))
CATEGORIES = ("Benar", "Salah", "Tidak disebutkan")
SENTENCES = {sentence.id: sentence.text for sentence in DOCUMENT.sentences}


def proof(id: str, quote: str = "") -> Evidence:
    return Evidence(id, quote or SENTENCES[id])


OPENED, SIZE, MOVED = proof("s1"), proof("s2"), proof("s3")
SOLD, EARNED = proof("s4", "Ikan kami kini lebih cepat laku"), proof("s5")
LIGHTS, ICE, BUILT, PORT = proof("s7"), proof("s8"), proof("s9"), proof("s10")


def item(prompt: str, response: Response, *evidence: Evidence, process: str = "locate") -> Item:
    return Item(
        id="uji-1",
        type="uji",
        response=response,
        prompt=prompt,
        evidence=evidence or (OPENED,),
        process=process,  # type: ignore[arg-type]
        level=3,
    )


def choice(key: str, *wrong: str, why: str = "Bukan itu.") -> Choice:
    right = Option(text=key, correct=True, why="Dinyatakan dalam teks.")
    return Choice(options=(right, *(Option(text=text, why=why) for text in wrong)))


def many(right: tuple[str, ...], *wrong: str) -> MultiChoice:
    options = [Option(text=text, correct=True, why="Ya.") for text in right]
    return MultiChoice(options=(*options, *(Option(text=text, why="Bukan.") for text in wrong)))


def judged(text: str, category: str, evidence: Evidence, why: str = "Lihat teks.") -> Item:
    statement = Statement(text=text, category=category, why=why, evidence=evidence)
    response = Categorise(categories=CATEGORIES, statements=(statement,))
    return item("Tentukan Benar atau Salah untuk setiap pernyataan berikut!", response, evidence)


def said(text: str, speaker: str, evidence: Evidence) -> Item:
    statement = Statement(text=text, category=speaker, why="Lihat teks.", evidence=evidence)
    response = Categorise(categories=("Salma Tuanani", "Yusuf Hatala"), statements=(statement,))
    return item("Tentukan siapa yang menyampaikan pernyataan berikut!", response, evidence)


def gap(prompt: str, *accepted: str, text: str = "hidden") -> Item:
    made = item(prompt, Gap(answers=(accepted,)), MOVED, process="language")
    return replace(made, text=text)  # type: ignore[arg-type]


def ordering(*events: tuple[str, Evidence]) -> Item:
    options = tuple(Option(text=text, evidence=evidence) for text, evidence in events)
    return item("Urutkan peristiwa berikut!", Ordering(options=options), *(e for _, e in events))


def pairs(*rows: tuple[str, str]) -> Item:
    return item("Jodohkanlah tokoh dengan jabatannya!", Matching(pairs=rows), SOLD, LIGHTS)


def answered(*variants: str) -> Item:
    return item("Siapa yang membuka pasar ikan baru?", ShortAnswer(answers=(variants,)))


WHO = "Siapa yang meminta pengelola menambah lampu jalan?"
WHEN = "Kapan pasar lama dibangun?"
WHY = "Mengapa para pedagang pindah?"
POINTS = "Bentuk *-nya* pada kata *membekukannya* dalam kalimat (8) merujuk pada …."
SHE = "Kata *Ia* pada kalimat (6) merujuk pada …."

SOUND_AND_FAULTY = [
    (
        "key-unsupported",
        item(WHEN, choice("1985", "1990", "1995"), BUILT),
        item(WHEN, choice("1990", "1994", "1995"), BUILT),
    ),
    (
        "key-unsupported",
        item(WHY, choice("Karena pasar lama terendam", "Karena dijual"), MOVED),
        item(WHY, choice("Karena pasar lama terendam", "Karena dijual"), LIGHTS),
    ),
    (
        "key-unsupported",
        item("Mengapa pasar lama dibangun?", choice("Karena lahan itu luas", "Karena ada gudang"),
             MOVED),
        item("Mengapa pasar lama dibangun?", choice("Karena investor mendesak", "Karena ramai")),
    ),
    (
        "wrong-key",
        item(WHEN, choice("1985", "3 Februari 2024"), BUILT),
        item(WHEN, choice("3 Februari 2024", "1985"), OPENED),
    ),
    (
        "wrong-key",
        item("Apa saja yang dimiliki pasar pada 3 Februari 2024?", many(("Pasar ikan",), "Lampu")),
        item("Apa saja yang ada pada 3 Februari 2024?", many(("Pasar ikan",), "Wali kota")),
    ),
    (
        "pair-unsupported",
        pairs(("Salma Tuanani", "ketua persatuan pedagang"), ("Yusuf Hatala", "pengelola pasar")),
        pairs(("Salma Tuanani", "pengelola pasar"), ("Yusuf Hatala", "ketua persatuan pedagang")),
    ),
    (
        "cause-effect-reversed",
        item(WHY, choice("Karena pasar lama terendam", "Karena dijual"), MOVED),
        item("Apa akibat pindahnya para pedagang?", choice("Pasar lama terendam air laut", "Ramai"),
             MOVED),
    ),
    (
        "cause-effect-reversed",
        judged("Para pedagang pindah karena pasar lama terendam air laut.", "Benar", MOVED),
        judged("Pasar lama terendam air laut karena para pedagang pindah.", "Benar", MOVED),
    ),
    (
        "distractor-equals-key-in-value",
        item("Berapa gudang?", choice("Empat gudang", "Enam gudang"), SIZE),
        item("Berapa gudang?", choice("Dua lusin gudang", "24 gudang"), SIZE),
    ),
    (
        "option-contains-key",
        item("Di mana pasar baru?", choice("Di Ternate", "Di Ambon", "Di Tidore")),
        item("Di mana pasar baru?", choice("Di Ternate", "Di Maluku Utara", "Di Tidore")),
    ),
    (
        "distractor-is-alias",
        item(WHO, choice("Ketua persatuan pedagang", "Pengelola pasar")),
        item(WHO, choice("Ketua persatuan pedagang", "Pemilik bengkel")),
    ),
    (
        "statement-mislabelled",
        judged("Pasar lama dibangun pada 1975.", "Salah", BUILT),
        judged("Pasar lama dibangun pada 1985.", "Salah", BUILT),
    ),
    (
        "statement-mislabelled",
        judged("Pasar itu memiliki 120 kios.", "Benar", SIZE),
        judged("Pasar itu memiliki 140 kios.", "Benar", SIZE),
    ),
    (
        "statement-mislabelled",
        judged("Menurut Salma, pendapatan pedagang naik menjadi Rp2 juta.", "Benar", EARNED),
        judged("Menurut Salma, pendapatan pedagang turun menjadi Rp2 juta.", "Benar", EARNED),
    ),
    (
        "statement-mislabelled",
        judged("Pasar lama pernah terbakar.", "Tidak disebutkan", BUILT),
        judged("Pasar lama dibangun pada 1985.", "Tidak disebutkan", BUILT),
    ),
    (
        "not-given-as-false",
        judged("Para pedagang pindah karena pasar lama terbakar.", "Salah", MOVED),
        judged("Yusuf Hatala pernah bekerja di bank swasta.", "Salah",
               proof("s7", "Pengelola pasar, Yusuf Hatala")),
    ),
    (
        "two-alterations",
        judged("Pasar itu memiliki 150 kios dan 4 gudang.", "Salah", SIZE),
        judged("Pasar itu memiliki 150 kios dan 9 gudang.", "Salah", SIZE),
    ),
    (
        "wrong-speaker",
        said("Ikan lebih cepat laku.", "Salma Tuanani", SOLD),
        said("Ikan lebih cepat laku.", "Yusuf Hatala", SOLD),
    ),
    (
        "wrong-speaker",
        item("Siapa yang menyatakan bahwa ikan cepat laku?", choice("Salma Tuanani", "Hamzah"),
             SOLD, process="interpret"),
        item("Siapa yang menyatakan bahwa ikan cepat laku?", choice("Yusuf Hatala", "Hamzah"),
             SOLD, process="interpret"),
    ),
    (
        "why-contradicts-text",
        judged("Pasar lama dibangun pada 1975.", "Salah", BUILT, "Dibangun pada 1985 (kalimat 9)."),
        judged("Pasar lama dibangun pada 1975.", "Salah", BUILT, "Dibangun pada 1965 (kalimat 9)."),
    ),
    (
        "why-contradicts-text",
        item(WHEN, choice("1985", "1990", why="Yusuf Hatala adalah pengelola (kalimat 7)."), BUILT),
        item(WHEN, choice("1985", "1990", why="Hamzah Latuconsina adalah pengelola (kalimat 7)."),
             BUILT),
    ),
    (
        "why-cites-wrong-sentence",
        item(WHEN, choice("1985", "1990", why="Petugas membeli es batu (kalimat 8)."), BUILT),
        item(WHEN, choice("1985", "1990", why="Petugas membeli es batu (kalimat 2)."), BUILT),
    ),
    (
        "wrong-antecedent",
        item(SHE, choice("Salma Tuanani", "Hamzah Latuconsina"), EARNED, process="interpret"),
        item(SHE, choice("Hamzah Latuconsina", "Salma Tuanani"), EARNED, process="interpret"),
    ),
    (
        "wrong-antecedent",
        item(POINTS, choice("ikan", "pedagang"), ICE, process="interpret"),
        item(POINTS, choice("pedagang", "ikan"), ICE, process="interpret"),
    ),
    (
        "wrong-antecedent",
        item(POINTS, choice("ikan", "es batu"), ICE, process="interpret"),
        item(POINTS, choice("wali kota", "ikan"), ICE, process="interpret"),
    ),
    (
        "order-contradicts-dates",
        ordering(("Pasar lama dibangun.", BUILT), ("Pasar baru dibuka.", OPENED),
                 ("Lampu dipasang.", LIGHTS)),
        ordering(("Pasar baru dibuka.", OPENED), ("Pasar lama dibangun.", BUILT),
                 ("Lampu dipasang.", LIGHTS)),
    ),
    (
        "order-not-determined",
        ordering(("Pasar lama terendam.", proof("s3", "pasar lama terendam air laut")),
                 ("Pedagang pindah.", proof("s3", "Para pedagang pindah ke sana karena"))),
        ordering(("Perahu berlabuh.", proof("s10", "Perahu nelayan berlabuh")),
                 ("Truk mengangkut ikan.", proof("s10", "truk mengangkut ikan"))),
    ),
    (
        "order-not-determined",
        ordering(("Pasar lama dibangun.", BUILT), ("Pasar baru dibuka.", OPENED)),
        ordering(("Petugas membeli es batu.", ICE), ("Perahu nelayan berlabuh.", PORT)),
    ),
    (
        "wrong-variant",
        answered("Hamzah Latuconsina", "Hamzah", "Wali Kota Ternate"),
        answered("Hamzah Latuconsina", "Hamzah", "Yusuf Hatala"),
    ),
    (
        "wrong-variant",
        item(WHEN, ShortAnswer(answers=(("3 Februari 2024", "3/2/2024", "3-2-2024"),))),
        item(WHEN, ShortAnswer(answers=(("3 Februari 2024", "2 Maret 2024"),))),
    ),
    (
        "unlisted-filler",
        gap("Lampu dipasang {{1}} warga tidak tersesat.", "agar", "supaya"),
        gap("Lampu dipasang {{1}} warga tidak tersesat.", "agar"),
    ),
    (
        "unlisted-filler",
        gap("Panitia {{1}} (beli) es batu.", "membeli"),
        gap("Panitia {{1}} es batu.", "membeli"),
    ),
]  # fmt: skip


def codes(made: Item) -> set[str]:
    return {found.code for rule in item_rules() for found in rule.apply(made, DOCUMENT)}


@pytest.mark.parametrize(
    ("code", "faulty"), [(code, faulty) for code, _, faulty in SOUND_AND_FAULTY]
)
def test_a_rule_finds_its_fault(code: str, faulty: Item) -> None:
    assert code in codes(faulty)


@pytest.mark.parametrize(("code", "sound"), [(code, sound) for code, sound, _ in SOUND_AND_FAULTY])
def test_a_rule_is_silent_on_a_sound_item(code: str, sound: Item) -> None:
    assert code not in codes(sound)


def meaning(key: str, other: str) -> tuple[str, Item, Article]:
    text = "Bupati membuka pameran kain di balai kota. Acara itu berlangsung meriah."
    made = item(
        "Makna kata *membuka* pada kalimat (1) adalah ….",
        choice(key, other, "menyimpan rahasia"),
        Evidence("s1", "Bupati membuka pameran kain"),
        process="interpret",
    )
    return "wrong-sense", made, Article(id="makna", paragraphs=(text,))


@pytest.mark.parametrize(
    ("key", "other", "found"),
    [
        ("memulai acara", "membuat isinya dapat dilihat", False),
        ("membuat isinya dapat dilihat", "memulai acara", True),
    ],
)
def test_the_key_must_give_the_sense_of_the_sentence(key: str, other: str, found: bool) -> None:
    code, made, article = meaning(key, other)
    document = annotate(article)
    given = {f.code for rule in item_rules() for f in rule.apply(made, document)}
    assert (code in given) == found


def test_a_camera_that_is_off_has_not_died() -> None:
    off = judged("Menurut Salma Tuanani, kamera pasar mati.", "Salah", EARNED)
    dead = judged("Salma Tuanani mati di pasar.", "Salah", EARNED)
    assert "statement-harms-person" not in codes(off)
    assert "statement-harms-person" in codes(dead)


def test_who_falls_behind_has_not_died() -> None:
    behind = judged("Salma Tuanani tertinggal di pasar.", "Salah", EARNED)
    assert "statement-harms-person" not in codes(behind)


def test_the_number_of_a_sentence_is_no_amount_of_the_answer() -> None:
    options = choice("120 kios (kalimat 2)", "130 kios", "140 kios")
    assert "answer-span-too-long" not in codes(item("Berapa kios?", options, SIZE))


def test_a_treaty_is_no_promise() -> None:
    statement = Statement(
        text="Perjanjian sewa 120 kios itu indah.", category="Opini", why="Penilaian.",
        evidence=SIZE,
    )  # fmt: skip
    response = Categorise(categories=("Fakta", "Opini"), statements=(statement,))
    made = item("Tentukan fakta atau opini!", response, SIZE)
    assert "attribution-is-not-opinion" not in codes(made)


def test_an_unattributed_statement_from_a_quotation_is_a_claim() -> None:
    claimed = judged("Ikan kini lebih cepat laku.", "Benar", SOLD)
    assert "claim-as-fact" in codes(claimed)
    told = judged("Menurut Salma, ikan kini lebih cepat laku.", "Benar", SOLD)
    assert "claim-as-fact" not in codes(told)
