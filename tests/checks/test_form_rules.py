"""Faults of form that the item rules see, and sound items beside them; all cases are invented."""

import pytest

from quizgen.checks import check_item
from quizgen.checks.option_forms import form_of
from quizgen.checks.option_order import order_key
from quizgen.checks.spelling_rules import misjoined
from quizgen.language.annotate import annotate
from quizgen.model import (
    Article,
    Categorise,
    Choice,
    Evidence,
    Item,
    Option,
    Response,
    ShortAnswer,
    Statement,
)

TEXT = (
    "Ratna Wulandari, kepala Museum Laut Kendari, membuka pameran perahu tua pada 12 Mei 2024. "
    "Pameran itu memuat 40 perahu dari Desa Tanjung Lero. "
    "Kelompok Nelayan Samudra mengumpulkan Rp25 juta untuk memperbaiki perahu. "
    "Forum Pemuda Pesisir menjaga pameran sejak pukul 08.00. "
    "Bupati Hasan Tawil meminta pengelola menurunkan harga tiket karena banyak siswa ingin datang. "
    "Setelah pameran, perahu akan disimpan di Gudang Baruga."
)
DOCUMENT = annotate(Article(id="uji", paragraphs=(TEXT,)))
OPENED = Evidence("s1", "membuka pameran perahu tua")


def made(prompt: str, response: Response, instruction: str = "") -> Item:
    return Item(
        id="uji-1", type="detail", response=response, prompt=prompt, instruction=instruction,
        evidence=(OPENED,), process="locate", level=4,
    )  # fmt: skip


def choice(prompt: str, *texts: str) -> Item:
    """Return a choice item; the key is the option with a star."""
    options = (
        Option(text=text.lstrip("*"), correct=text[0] == "*", why="Lihat teks.") for text in texts
    )
    return made(prompt, Choice(options=tuple(options)))


def written(prompt: str, *answers: str) -> Item:
    return made(prompt, ShortAnswer(answers=tuple((answer,) for answer in answers)))


def judged(*texts: str) -> Item:
    statements = tuple(Statement(text=text, category="Benar") for text in texts)
    prompt = "Tentukan Benar atau Salah untuk setiap pernyataan berikut!"
    return made(prompt, Categorise(categories=("Benar", "Salah"), statements=statements))


def errors(item: Item) -> set[str]:
    return {found.code for found in check_item(item, DOCUMENT) if found.severity == "error"}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Ikan dijual dipasar.", "di pasar"),
        ("Mereka berjalan kesekolah.", "ke sekolah"),
        ("Buku itu di tulis oleh guru.", "ditulis"),
        ("Jamur di hilangkan dengan sabun.", "dihilangkan"),
        ("Di kirim ke kota.", "Dikirim"),
        ("Ia ke luar dari kamar.", "keluar"),
        ("Ia pergi keluar negeri.", "ke luar negeri"),
        ("Pada hari ke dua, hujan turun.", "kedua"),
        ("Ia tinggal diJakarta.", "di Jakarta"),
        ("Surat itu di-kirim kemarin.", "dikirim"),
        ("Uang disimpan didalamnya.", "di dalamnya"),
    ],
)
def test_a_preposition_joined_and_a_prefix_parted_are_found(text: str, right: str) -> None:
    assert [better for _, better in misjoined(text)] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Gula dikirim ke dua negara di luar negeri.",
        "Ia turun di angkat besi dan keluar dari arena.",
        "Di tambang emas itu, di tengah kota, di dasar laut, di sidang itu.",
        "Divisi itu dirumahkan, kemeja dan kelereng ditengahi di makan malam.",
        "Abad ke-2, ketua, kekasih, kedua, kelautan, keranjang, kereta.",
    ],
)
def test_right_spelling_is_left_alone(text: str) -> None:
    assert list(misjoined(text)) == []


def test_the_instruction_is_read_too() -> None:
    sound = written("Siapa yang membuka pameran perahu tua?", "Ratna Wulandari")
    faulty = made(sound.prompt, sound.response, instruction="Bacalah teks dengan seksama!")
    assert errors(sound) == set()
    assert errors(faulty) == {"nonstandard-word"}


@pytest.mark.parametrize("answers", [(), ((),), (("",),), (("perahu",), ())])
def test_an_answer_is_missing(answers: tuple[tuple[str, ...], ...]) -> None:
    assert "no-answer" in errors(made("Apa isi pameran?", ShortAnswer(answers=answers)))


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("Kapan perahu akan disimpan setelah pameran?", "di Gudang Baruga"),
        ("Kapan bupati meminta harga tiket diturunkan?", "karena banyak siswa ingin datang"),
        ("Di mana pameran dibuka?", "12 Mei 2024"),
        ("Di mana Hasan Tawil meminta harga turun?", "karena banyak siswa ingin datang"),
        ("Berapa orang yang membuka pameran?", "Ratna Wulandari"),
        ("Berapa pameran perahu tua dibuka?", "12 Mei 2024"),
        ("Mengapa pameran dibuka?", "12 Mei 2024"),
        ("Bagaimana pameran dibuka?", "di Kendari"),
        ("Apa yang membuka pameran perahu tua?", "Ratna Wulandari"),
    ],
)
def test_a_question_word_asks_for_another_kind(prompt: str, answer: str) -> None:
    assert "question-word-mismatch" in errors(written(prompt, answer))


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("Kapan pameran perahu tua dibuka?", "pada 12 Mei 2024"),
        ("Pada tahun berapa pameran perahu tua dibuka?", "2024"),
        ("Kepada siapa bupati meminta penurunan harga?", "kepada pengelola"),
        ("Dengan siapa bupati berbicara?", "dengan pengelola"),
        ("Untuk apa kelompok nelayan mengumpulkan uang?", "untuk memperbaiki perahu"),
        ("Ke mana perahu akan dibawa setelah pameran?", "ke Gudang Baruga"),
        ("Sejak kapan Forum Pemuda Pesisir menjaga pameran?", "sejak pukul 08.00"),
    ],
)
def test_a_question_word_that_fits(prompt: str, answer: str) -> None:
    assert "question-word-mismatch" not in errors(written(prompt, answer))


@pytest.mark.parametrize(
    "item",
    [
        written("Kapan ia membuka pameran perahu tua?", "12 Mei 2024"),
        written("Menurut dia, kapan pameran dibuka?", "12 Mei 2024"),
        written("Mengapa mereka mengumpulkan uang?", "untuk memperbaiki perahu"),
        judged("Ia membuka pameran pada 12 Mei 2024.", "Ratna Wulandari memimpin museum."),
        written("Berapa perahu yang dipamerkan dalam acara tersebut?", "40"),
        written("Kapan pameran itu dibuka?", "12 Mei 2024"),
        written("Apa tujuan pengumpulan dana itu?", "memperbaiki perahu"),
        judged("Lembaga tersebut mengumpulkan Rp25 juta.", "Ratna Wulandari memimpin museum."),
    ],
)
def test_a_pronoun_or_determiner_has_nothing_to_point_to(item: Item) -> None:
    assert "unresolved-reference" in errors(item)


@pytest.mark.parametrize(
    "item",
    [
        written("Apa yang diminta Hasan Tawil dan mengapa ia memintanya?", "harga yang turun"),
        written("Mengapa para nelayan menabung dan berapa yang mereka kumpulkan?", "Rp25 juta"),
        written("Menurut teks tersebut, siapa yang membuka pameran?", "Ratna Wulandari"),
        written("Apa akibat meningkatnya harga tiket?", "siswa tidak datang"),
        written("Desa apa yang warganya membuat perahu?", "Tanjung Lero"),
        written("Apa yang diminta Hasan Tawil kepada pengelola sebelum kunjungannya?", "harga"),
    ],
)
def test_what_is_named_before_may_be_pointed_to(item: Item) -> None:
    assert not errors(item) & {"unresolved-reference", "unresolved-clitic"}


@pytest.mark.parametrize(
    "item",
    [
        written("Berapa uang yang dikumpulkannya untuk memperbaiki perahu?", "Rp25 juta"),
        written("Berapa harga tiketnya?", "Rp5.000"),
        written("Siapa nama pembuatnya?", "La Ode Basri"),
        written("Apa yang membuatnya terkenal?", "perahu tua"),
        written("Mengapa sampan dipakai oleh keluarganya?", "untuk mencari ikan"),
        written("Siapa yang menyatakan bahwa manfaat utamanya adalah perahu baru?", "Hasan Tawil"),
        judged("Perahunya berjumlah 40.", "Ratna Wulandari memimpin museum."),
    ],
)
def test_a_clitic_has_nothing_to_point_to(item: Item) -> None:
    assert "unresolved-clitic" in errors(item)


@pytest.mark.parametrize(
    "prompt",
    [
        "Bandingkan pameran pada Kamis lalu dan pameran pada Februari 2025!",
        "Siapa yang membuka pameran perahu tua dua hari yang lalu?",
        "Siapa yang membuka pameran perahu tua baru-baru ini?",
    ],
)
def test_a_relative_date_needs_its_date_beside_it(prompt: str) -> None:
    assert "relative-date-unanchored" in errors(written(prompt, "Ratna Wulandari"))


def test_a_weekday_with_its_date_or_asked_for_is_sound() -> None:
    dated = written("Siapa yang membuka pameran pada Minggu, 12 Mei 2024?", "Ratna Wulandari")
    asked = choice("Pada hari apa pameran perahu tua dibuka?", "Senin", "Kamis", "*Minggu")
    assert "relative-date-unanchored" not in errors(dated) | errors(asked)


@pytest.mark.parametrize(
    "texts",
    [
        ("30 perahu", "*40 perahu", "10 perahu"),
        ("*2 minggu", "3 hari", "10 hari"),
        ("10.00", "*08.00", "09.30"),
        ("Pukul 10.00", "*Pukul 08.00", "Pukul 09.30"),
        ("1931", "*1951", "1921"),
        ("Rp900 ribu", "*Rp25 juta", "Rp2,5 juta"),
        ("Rabu", "*Senin", "Selasa"),
        ("Ketiga", "*Pertama", "Kedua"),
        ("*empat puluh perahu tua", "tiga puluh perahu tua", "lima puluh perahu tua"),
    ],
)
def test_values_out_of_order(texts: tuple[str, ...]) -> None:
    assert "options-unsorted" in errors(choice("Berapa atau kapan?", *texts))
    ordered = sorted(texts, key=lambda text: order_key(text.lstrip("*")) or ("", ""))
    assert "options-unsorted" not in errors(choice("Berapa atau kapan?", *ordered))


@pytest.mark.parametrize(
    "texts",
    [
        ("*Karena banyak siswa ingin datang", "Agar museum ramai", "Karena perahu rusak"),
        ("*Mengumpulkan uang", "Penjualan perahu", "Membuat jala"),
        ("*Gelombang besar", "Cuaca buruk", "Nelayan menabrak karang"),
        ("*Di Gudang Baruga", "Ke Desa Tanjung Lero", "Di Pelabuhan Lama"),
    ],
)
def test_one_option_is_built_in_another_way(texts: tuple[str, ...]) -> None:
    assert "options-not-parallel" in errors(choice("Apa yang terjadi?", *texts))


@pytest.mark.parametrize(
    "texts",
    [
        ("*upaya menambah pengunjung", "harga tiket museum", "pembukaan pameran perahu"),
        ("*Dengan mengumpulkan uang", "Dengan menjual tiket", "Dengan membersihkan pantai"),
        ("*Banyak siswa ingin datang", "Museum sepi pengunjung", "Perahu sudah tua"),
        ("*Perahu tertua dibuat di desa.", "Pameran dijaga polisi.", "Harga tiket naik."),
    ],
)
def test_options_that_are_built_alike(texts: tuple[str, ...]) -> None:
    assert "options-not-parallel" not in errors(choice("Apa isi teks tersebut?", *texts))


def test_a_form_is_told_from_the_first_word() -> None:
    texts = ("Menjual ikan", "Penjualan ikan", "Karena lapar", "Dinas itu menjual ikan", "Kata")
    assert [form_of(text) for text in texts] == ["verb", "noun", "cause", "clause", None]


@pytest.mark.parametrize(
    "texts",
    [
        ("*Perahu tua", "Kerang laut", "Hasan Tawil"),
        ("*Perahu tua", "Kerang laut", "12 Mei 2024"),
        ("*Gudang Baruga", "Desa Tanjung Lero", "Ratna Wulandari"),
        ("*Forum Pemuda Pesisir", "Kelompok Nelayan Samudra", "Ratna Wulandari"),
    ],
)
def test_options_of_different_kinds(texts: tuple[str, ...]) -> None:
    assert "options-not-homogeneous" in errors(choice("Apa yang ada di museum?", *texts))


def test_amounts_count_one_thing() -> None:
    prompt = "Berapa lama pameran perahu tua berlangsung?"
    mixed = choice(prompt, "*Tiga hari", "Lima hari", "Delapan orang")
    assert "options-not-homogeneous" in errors(mixed)
    alike = choice(prompt, "*Tiga hari", "Lima hari", "Delapan hari")
    assert "options-not-homogeneous" not in errors(alike)


@pytest.mark.parametrize(
    "texts",
    [
        ("*Tiga hari", "48 jam", "Dua hari"),
        ("Rp2.500.000", "Rp2,5 juta", "*Rp25 juta"),
        ("*Kepala museum", "Nelayan", "Seorang nelayan"),
        ("*Anak-anak", "Anak", "Ibu"),
        ("*Karena siswa datang", "Karena museum sepi", "Karena museum terlalu sepi"),
        ("*Mei 2024", "Juni 2024", "15 Juni 2024"),
        ("*Museum ditutup.", "Guru memilih buku.", "Buku dipilih oleh guru."),
        ("*Desa Lero dan Desa Wuna", "Desa Wuna dan Desa Lero", "Desa Muna dan Desa Lero"),
        ("*Forum Pemuda Pesisir", "Museum Kota Kendari", "Museum Laut Kota Kendari"),
    ],
)
def test_two_options_say_the_same(texts: tuple[str, ...]) -> None:
    assert "options-say-the-same" in errors(choice("Manakah yang benar?", *texts))


def test_options_that_differ_say_different_things() -> None:
    texts = ("*Karena gula tidak laku", "Karena gula laku", "Karena gula laku dan murah")
    assert "options-say-the-same" not in errors(choice("Mengapa?", *texts))


@pytest.mark.parametrize("body", ["Forum Pemuda Pesisir", "Kelompok Nelayan Samudra"])
def test_a_body_of_people_is_not_asked_for_with_siapa(body: str) -> None:
    assert "siapa-for-institution" in errors(written("Siapa yang menjaga pameran?", body))
