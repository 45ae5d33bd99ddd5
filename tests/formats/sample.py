"""A worksheet built by hand, with an item of every response kind, for all tests of formats.

The article and all names in it are invented for these tests.
"""

import datetime as dt
from dataclasses import replace

from quizgen.model import (
    Article,
    Categorise,
    Choice,
    Document,
    Entity,
    Evidence,
    Item,
    Option,
    Profile,
    Reference,
    Section,
    Sentence,
    Statement,
    VocabularyNote,
    Worksheet,
)

from .sample_items import (
    BANKED_GAP,
    CATEGORISE,
    CHOICE,
    ESSAY,
    ITALIC_CHOICE,
    MATCHING,
    MULTI_CHOICE,
    OPEN_GAP,
    ORDERING,
    SHORT_ANSWER,
    TWO_ANSWERS,
    WORD_ORDER,
)

HOSTILE = (
    '#set page(width: 1cm) $x^2$ *x* _y_ `z` <b>tebal</b> <script>alert("1")</script> '
    "a | b &amp; [tautan](http://x) {{9}} @acuan // \\n ~~coret~~"
)
"""Text that would be markup in one format or another; it must be shown as it is."""

_PARAGRAPHS: tuple[tuple[str, ...], ...] = (
    (
        "SARUNAI—Pemerintah Kota Sarunai mengoperasikan tiga bus sekolah listrik mulai Senin"
        " (17/6/2024).",
        "Setiap bus dapat mengangkut 28 siswa dan menempuh jarak 150 kilometer dengan sekali"
        " pengisian daya.",
        "Siswa tidak perlu membayar untuk menaiki bus itu.",
    ),
    (
        "“Kami ingin anak-anak tiba di sekolah dengan aman,” kata Kepala Dinas Perhubungan Kota"
        " Sarunai, Ratna Wiguna, di Terminal Bumi Asri.",
        "Menurut Ratna, selama ini banyak siswa terlambat karena angkutan umum jarang lewat.",
    ),
    (
        "Rute bus dipilih melalui survei pada Februari 2024.",
        "Sebanyak 1.240 orang tua mengisi survei tersebut.",
        "Berdasarkan hasil survei itu, pemerintah menetapkan dua rute, yaitu Bumi Asri–Pantai"
        " Kenari dan Bumi Asri–Bukit Damar.",
        "Para sopir kemudian dilatih selama dua minggu pada Mei 2024.",
    ),
    (
        "Namun, tidak semua warga puas.",
        "Joko Sasongko, seorang warga Desa Lembah Hijau, menyatakan bahwa desanya belum dilewati"
        " bus.",
        "Ia berharap rute ditambah agar anaknya tidak perlu berjalan kaki sejauh 3 kilometer.",
    ),
    (
        "Menanggapi keluhan itu, Ratna berjanji menambah dua bus pada tahun depan.",
        "Bus tersebut akan melayani Desa Lembah Hijau dan dua desa di sekitarnya.",
    ),
)
_HEADING = "Rute Dipilih Warga"

PROFILE = Profile(
    name="akm",
    label="AKM",
    min_options=3,
    max_options=4,
    processes={
        "locate": "Menemukan informasi",
        "interpret": "Memahami",
        "evaluate": "Mengevaluasi dan merefleksi",
        "language": "Kaidah bahasa",
    },
)


def article() -> Article:
    """Return the invented article: five paragraphs and a sub-heading before the third."""
    paragraphs = [" ".join(sentences) for sentences in _PARAGRAPHS]
    paragraphs.insert(2, _HEADING)
    return Article(
        id="bus-sekolah-listrik",
        paragraphs=tuple(paragraphs),
        headings=frozenset({2}),
        title="Bus Sekolah Listrik Mulai Beroperasi di Kota Sarunai",
        date=dt.date(2024, 6, 19),
        outlet="Warta Sarunai",
        author="Sari Pramudita",
        url="https://example.org/berita/bus-sekolah-listrik",
        licence="CC BY-SA 4.0",
        topic="pendidikan",
        level=4,
    )


def document() -> Document:
    """Return the article with sentences, two entities, a reference and two words to teach."""
    text = article().text
    sentences = []
    cursor = 0
    for paragraph, parts in enumerate(_PARAGRAPHS, start=1):
        for part in parts:
            start = text.index(part, cursor)
            cursor = start + len(part)
            name = f"s{len(sentences) + 1}"
            sentences.append(
                Sentence(id=name, paragraph=paragraph, start=start, end=cursor, text=part)
            )
    return Document(
        article=article(),
        sentences=tuple(sentences),
        entities=(
            _entity(text, "Ratna Wiguna", "PER"),
            _entity(text, "Desa Lembah Hijau", "GPE"),
        ),
        references=(
            Reference(
                start=text.index("Ia berharap"),
                end=text.index("Ia berharap") + 2,
                anaphor="Ia",
                antecedent="Joko Sasongko",
                sentence="s12",
            ),
        ),
        vocabulary=(
            VocabularyNote(
                form="mengangkut",
                headword="mengangkut",
                lemma="angkut",
                sentence="s2",
                level=4,
                gloss="to carry, to transport",
                definition="membawa orang atau barang dari satu tempat ke tempat lain",
                why="di atas tingkat teks",
            ),
            VocabularyNote(
                form="keluhan",
                headword="keluhan",
                lemma="keluh",
                sentence="s13",
                level=4,
                gloss="complaint",
                definition="ungkapan rasa tidak puas",
                why="kata kunci",
            ),
        ),
    )


def _entity(text: str, quote: str, kind: str) -> Entity:
    start = text.index(quote)
    return Entity(start=start, end=start + len(quote), quote=quote, type=kind, canonical=quote)


_SECTIONS: tuple[tuple[str, str, tuple[Item, ...]], ...] = (
    ("detail", "A. Pilihan Ganda", (CHOICE, ITALIC_CHOICE)),
    ("detail", "B. Pilihan Ganda Kompleks", (MULTI_CHOICE,)),
    ("true-false", "C. Benar atau Salah", (CATEGORISE,)),
    ("gloss-match", "D. Menjodohkan", (MATCHING,)),
    ("sequence", "E. Mengurutkan", (ORDERING,)),
    ("short-answer", "F. Jawaban Singkat", (SHORT_ANSWER, TWO_ANSWERS)),
    ("essay", "G. Uraian", (ESSAY,)),
    ("banked-cloze", "H. Isian Rumpang", (BANKED_GAP,)),
    ("c-test", "I. Isian Rumpang", (OPEN_GAP,)),
    ("word-order", "J. Mengurutkan", (WORD_ORDER,)),
)


def sections() -> tuple[Section, ...]:
    """Return the sections, numbered through; the last three are done without the text."""
    made = []
    first = 1
    for kind, heading, items in _SECTIONS:
        made.append(
            Section(
                type=kind,
                heading=heading,
                instruction=items[0].instruction,
                items=items,
                first=first,
                hidden=items[0].text == "hidden",
            )
        )
        first += len(items)
    return tuple(made)


def worksheet() -> Worksheet:
    """Return the whole sheet, version B, with a notice for the teacher."""
    return Worksheet(
        document=document(),
        sections=sections(),
        profile=PROFILE,
        level=4,
        seed=7,
        version="B",
        notices=("Teks ini memuat nama rekaan.", "Kata *bus* adalah bentuk baku."),
    )


def hostile() -> Worksheet:
    """Return a small sheet whose title, text, prompts, options and key are full of markup."""
    sentence = Sentence(id="s1", paragraph=1, start=0, end=len(HOSTILE), text=HOSTILE)
    made = Article(id="x", paragraphs=(HOSTILE,), title=HOSTILE, outlet=HOSTILE)
    quote = Evidence("s1", HOSTILE)
    options = (Option(text=_starless(), correct=True, why=_starless()), Option(text="lain"))
    choice = replace(
        CHOICE, prompt=_starless(), evidence=(quote,), response=Choice(options=options)
    )
    judged = replace(
        CATEGORISE,
        evidence=(quote,),
        response=Categorise(
            categories=("Benar", "Salah"),
            statements=(Statement(text=_starless(), category="Benar", why=_starless()),),
        ),
    )
    items = (choice, judged)
    section = Section(type="detail", heading="A. Soal", instruction=HOSTILE, items=items, first=1)
    return Worksheet(
        document=Document(article=made, sentences=(sentence,)),
        sections=(section,),
        profile=PROFILE,
        notices=(_starless(),),
    )


def _starless() -> str:
    """Return the hostile text without ``*x*``, which means italics in prompts and options."""
    return HOSTILE.replace("*x* ", "2*3*4 ")
