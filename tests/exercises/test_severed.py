"""What is cut out of a sentence is one whole clause that the text says as a fact."""

import pytest

from quizgen.exercises.questions.lacking import lacks
from quizgen.exercises.questions.main_questions import main_questions
from quizgen.exercises.statements.said import Said, fit
from quizgen.exercises.statements.severed import aimed, crowded, severed, unfinished
from quizgen.exercises.statements.statements import statements
from quizgen.language.annotate import annotate
from quizgen.model import Article, Document


def read(*paragraphs: str) -> Document:
    return annotate(Article(id="uji", paragraphs=paragraphs))


def told(*paragraphs: str) -> list[str]:
    return [said.full() for said in statements(read(*paragraphs))]


def asked(*paragraphs: str) -> list[str]:
    return [question.stem for question in main_questions(read(*paragraphs))]


def cut(text: str, part: str) -> tuple[Document, int, int]:
    """Return a sentence and where a part of it begins and ends among its tokens."""
    document = read(text)
    tokens, at = document.sentences[0].tokens, text.index(part)
    inside = [i for i, t in enumerate(tokens) if at <= t.start and t.end <= at + len(part)]
    return document, inside[0], inside[-1] + 1


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "Panitia mengundang Dinas Sosial, Dinas Kesehatan, serta Dinas Pendidikan.",
            "Panitia mengundang Dinas Sosial, Dinas Kesehatan",
        ),
        (
            "Harga bawang naik 3 persen, harga cabai turun 2 persen, sedangkan harga telur tetap.",
            "Harga bawang naik 3 persen, harga cabai turun 2 persen",
        ),
    ],
    ids=["nouns", "clauses"],
)
def test_a_list_without_its_last_member_is_severed(text: str, part: str) -> None:
    document, start, end = cut(text, part)
    assert severed(document.sentences[0], start, end, frozenset(), document)


@pytest.mark.parametrize(
    "text",
    [
        "Panitia mengundang Dinas Sosial, Dinas Kesehatan, dan Dinas Pendidikan.",
        "Harga bawang naik 3 persen, sedangkan harga cabai turun 2 persen.",
        "Bupati Demak, Siti Aisyah, membuka pasar ikan di Desa Bungo.",
        "Dalam rapat di Semarang, gubernur meminta dinas memperbaiki jalan.",
    ],
    ids=["a whole list", "two clauses joined", "a name between commas", "a phrase in front"],
)
def test_a_whole_sentence_is_not_severed(text: str) -> None:
    document = read(text)
    sentence = document.sentences[0]
    assert not severed(sentence, 0, len(sentence.tokens) - 1, frozenset(), document)


def test_a_sentence_that_goes_on_from_the_paragraph_before_is_no_statement() -> None:
    assert (
        told(
            "Dinas kesehatan menyusun jadwal petugas guna memastikan",
            "Puskesmas Sukamaju siap melayani warga Desa Bungo.",
        )
        == []
    )


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Penjualan beras turun hampir 10 persen dibanding.", True),
        ("Petani menanam jagung sejak.", True),
        ("Penjualan beras turun hampir 10 persen dibanding tahun 2023.", False),
    ],
)
def test_what_a_comparison_takes_may_not_be_missing(text: str, missing: bool) -> None:
    assert lacks(text) is missing


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "Petugas menyusun jadwal guna memastikan posko mudik siap melayani warga.",
            "posko mudik siap melayani warga",
        ),
        (
            "Bupati Siti Aisyah berharap pasar ikan menarik banyak pembeli.",
            "pasar ikan menarik banyak pembeli",
        ),
        (
            "Pasar ikan dibuka kembali pada malam hari, harap Siti Aisyah.",
            "Pasar ikan dibuka kembali pada malam hari",
        ),
    ],
    ids=["a purpose", "a hope", "a hope told after it"],
)
def test_what_is_aimed_at_is_no_fact(text: str, part: str) -> None:
    document, start, end = cut(text, part)
    assert aimed(document.sentences[0], start, end, sourced=True)
    said = Said(sentence=document.sentences[0], start=start, end=end, text=part, lead="Menurut X, ")
    assert not fit(said, document)


def test_what_a_source_assures_is_its_word_and_a_purpose_in_front_governs_nothing() -> None:
    text = "Bupati Siti Aisyah memastikan bahwa pasar ikan dibuka pada 5 Mei 2024."
    document, start, end = cut(text, "pasar ikan dibuka pada 5 Mei 2024")
    assert not aimed(document.sentences[0], start, end, sourced=True)
    text = "Untuk mencapai target, petani menanam jagung di Desa Bungo."
    document, start, end = cut(text, "petani menanam jagung di Desa Bungo")
    assert not aimed(document.sentences[0], start, end, sourced=False)


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("Peraturan daerah berbasis adat yang berlaku di Desa Bungo.", True),
        ("Peraturan daerah yang berlaku di Desa Bungo melarang warga menebang pohon.", False),
        ("Volume yang diusulkan sebanyak 2.000 ton.", False),
    ],
)
def test_a_verb_after_yang_is_no_predicate(text: str, lacking: bool) -> None:
    tokens = read(text).sentences[0].tokens
    assert unfinished(tokens, range(len(tokens) - 1)) is lacking


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("Cuaca yang sering berubah membuat sebagian nelayan", True),
        ("Kapal yang membawa garam", False),
        ("Petani jagung", False),
    ],
)
def test_a_verb_of_its_own_crowds_a_subject(subject: str, found: bool) -> None:
    sentence = read(f"{subject} menunda perjalanan ke Desa Bungo.").sentences[0]
    assert crowded(sentence.tokens[: len(subject.split())]) is found


@pytest.mark.parametrize(
    "text",
    [
        "Pasar utama PT Sari Laut meliputi Malaysia, Singapura, dan Jepang.",
        "Siti Rahmawati beralasan, pembangunan pasar ikan masih berlangsung.",
    ],
    ids=["a subject that equals its list", "what is said after a comma"],
)
def test_no_question_asks_for_such_a_subject(text: str) -> None:
    assert asked(text) == []


def test_a_pronoun_between_two_people_is_not_written_out() -> None:
    lone = ["Bupati Siti Rahmawati membuka Pasar Baruga pada 5 Mei 2024."]
    late = "Ia juga meminta pedagang menjaga kebersihan kios."
    said = "Siti Rahmawati meminta pedagang menjaga kebersihan kios."
    assert said in told(*lone, late)
    other = "Acara itu dipimpin Kepala Dinas Perdagangan, Hasan Basri."
    assert not any("kebersihan kios" in text for text in told(*lone, other, late))


def test_a_name_that_an_adverb_follows_is_not_put_in_for_ini() -> None:
    assert not any(
        "resmi memakai" in text
        for text in told(
            "Ponsel Kirana resmi dijual di Kendari pada 5 Mei 2024.",
            "Pada bagian depan, ponsel ini memakai layar enam inci buatan Jepang.",
        )
    )


def test_what_limits_a_clause_stays_and_no_noun_opens_without_a_role() -> None:
    text = "Satu pompa mengairi 15 hektare sawah, tergantung pada jarak sumber air."
    document, start, end = cut(text, "Satu pompa mengairi 15 hektare sawah")
    assert severed(document.sentences[0], start, end, frozenset(), document)
    loose = "Pantauan di Pasar Baruga, ikan kembung dijual Rp45.000 per kilogram."
    assert told("Hujan turun sejak pagi.", loose) == []


def test_a_clause_without_its_condition_is_not_said() -> None:
    text = "Kalau gudang itu bocor, pengelola wajib mengganti beras dalam tujuh hari."
    document, start, end = cut(text, "pengelola wajib mengganti beras dalam tujuh hari")
    assert severed(document.sentences[0], start, end, frozenset(), document)


@pytest.mark.parametrize("verb", ["membantah", "menampik"])
def test_what_somebody_denies_is_not_what_he_says(verb: str) -> None:
    found = told(f"Bupati Wirawan Setia {verb} tudingan dana pasar dipakai untuk membeli mobil.")
    assert not any("tudingan dana" in text and "Menurut" in text for text in found)


def test_a_stretch_of_time_has_what_tells_which() -> None:
    assert lacks("Harga kopi turun Rp200 dari pekan.")
    assert not lacks("Harga kopi turun Rp200 dari pekan lalu.")


def test_an_aim_in_front_that_names_nothing_is_not_asked_with() -> None:
    text = "Agar cukup, panitia Pekan Buku Kendari menyewa 12 tenda besar."
    assert not any("Agar cukup" in stem for stem in asked(text))


def test_a_time_that_tells_which_ones_stays_in_its_relative_clause() -> None:
    text = "Gaji 340 guru di Kota Kendari yang diangkat tahun ini tetap dibayar penuh."
    assert not any("yang diangkat tetap" in said for said in told(text))


def test_a_determiner_after_common_nouns_is_not_left_out() -> None:
    text = "Kemajuan pembangunan gedung tersebut mencapai 81,3 persen."
    assert not any("gedung mencapai" in said for said in told(text))


def test_a_noun_that_a_verb_tells_more_of_is_no_subject_by_itself() -> None:
    text = "Rata-rata lama menginap tamu di Kota Kendari turun dari 2,1 malam menjadi 1,4 malam."
    assert not any("Apa yang menginap" in stem for stem in asked(text))


def test_what_is_done_is_not_asked_for_its_day() -> None:
    text = "Pasar Baruga telah dibuka oleh Wali Kota Hendra Saputra pada 12 Mei 2025."
    assert not any("telah" in stem for stem in asked(text) if stem.startswith("Kapan"))


def test_most_of_an_unnamed_group_is_no_statement() -> None:
    assert not any(
        said.startswith("Mayoritas datang")
        for said in told(
            "Wisatawan asing bertambah.", "Mayoritas datang dari Malaysia, Singapura, lalu Jerman."
        )
    )


def test_a_time_counted_from_something_keeps_it() -> None:
    text = "Gelombang besar itu mencapai Teluk Pacitan 29 menit setelah gempa mengguncang Jawa."
    assert not any(said.endswith("29 menit.") for said in told(text))


def test_a_word_shouted_at_the_start_is_not_printed() -> None:
    assert told("LAMPU dermaga di Tahuna dipadamkan pada pukul 19.30 Wita.") == []


def test_when_something_was_so_before_is_not_told_as_now() -> None:
    text = "Sebelumnya, Kota Kendari hanya memiliki satu rumah sakit tipe D."
    assert not any(said.startswith("Kota Kendari hanya") for said in told(text))


def test_a_part_played_without_a_verb_is_no_statement() -> None:
    text = (
        "Bagas sebagai pembuat aplikasi, dua orang menyebar pesan, dan seorang menguras rekening."
    )
    assert told(text) == []


def test_an_amount_that_itu_points_to_keeps_it() -> None:
    text = "Bagi warga Kota Kendari uang sejumlah itu berarti beras untuk dua bulan."
    assert not any("sejumlah berarti" in said for said in told(text))


def test_a_deed_without_what_is_done_to_is_no_statement() -> None:
    loose = "Penggantian diperkirakan menelan biaya Rp65 juta per unit."
    assert told("Delapan sirene di Kota Kendari rusak.", loose)[-1:] != [loose]


def test_what_was_so_before_is_not_asked_as_if_it_were_so() -> None:
    assert asked("Sebelumnya Raka Wirayuda berpasangan dengan Yohanes Tandean.") == []


def test_tens_of_people_are_not_asked_for_as_things() -> None:
    stems = asked("Puluhan buruh Kota Kendari bertahan di tenda hingga ada kepastian.")
    assert not any(stem.startswith("Apa ") for stem in stems)


def test_a_degree_before_the_verb_is_not_part_of_the_answer() -> None:
    from quizgen.exercises.questions.main_questions import main_questions as found

    text = "Permintaan investor Kota Kendari jauh melampaui perkiraan manajemen."
    assert not any("jauh" in question.key for question in found(read(text)))
