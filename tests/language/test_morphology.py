"""Roots, segments, headwords and voice."""

import pytest

from quizgen.language.morphology import analyse
from quizgen.language.voice import active_of, passive_of


@pytest.mark.parametrize(
    ("form", "root", "segments"),
    [
        ("menyinari", "sinar", "meN- sinar -i"),
        ("berikan", "beri", "beri -kan"),
        ("penyelidikan", "selidik", "peN- selidik -an"),
        ("senilai", "nilai", "se- nilai"),
        ("mengunjungi", "kunjung", "meN- kunjung -i"),
        ("memasuki", "masuk", "meN- masuk -i"),
        ("mengemasnya", "kemas", "meN- kemas -nya"),
        ("berupa", "rupa", "ber- rupa"),
        ("pergerakan", "gerak", "per- gerak -an"),
        ("dibelinya", "beli", "di- beli -nya"),
        ("dikurangi", "kurang", "di- kurang -i"),
        ("dipercepatnya", "cepat", "di- per- cepat -nya"),
        ("kemitraan", "mitra", "ke- mitra -an"),
        ("keberhasilan", "hasil", "ke- ber- hasil -an"),
        ("memberdayakan", "daya", "meN- ber- daya -kan"),
        ("memproduksi", "produksi", "meN- produksi"),
        ("bekerja", "kerja", "ber- kerja"),
        ("pelajaran", "ajar", "per- ajar -an"),
        ("rumahnya", "rumah", "rumah -nya"),
        ("konsep-konsep", "konsep", "konsep R"),
        ("bertahun-tahun", "tahun", "ber- tahun R"),
        ("kegiatan-kegiatan", "giat", "ke- giat R -an"),
        ("batas-batasnya", "batas", "batas R -nya"),
        ("gemetar", "getar", "getar -em-"),
        ("membeda-bedakan", "beda", "meN- beda R -kan"),
        ("menari-nari", "tari", "meN- tari R"),
        ("meminta", "minta", "meN- minta"),
        ("inilah", "ini", "ini -lah"),
        ("kemerosotan", "rosot", "ke- meN- rosot -an"),
        ("pemrosesan", "proses", "peN- proses -an"),
        ("kutinggalkan", "tinggal", "ku- tinggal -kan"),
        ("desakan", "desak", "desak -an"),
        ("dedaunan", "daun", "daun R -an"),
        ("disalahpahami", "salah paham", "di- salah paham -i"),
    ],
)
def test_a_derived_form_is_cut_to_its_root(form: str, root: str, segments: str) -> None:
    analysis = analyse(form)
    assert (analysis.root, " ".join(analysis.segments)) == (root, segments)


def test_a_compound_root_keeps_its_space() -> None:
    analysis = analyse("mempertanggungjawabkan")
    assert analysis.segments == ("meN-", "per-", "tanggung jawab", "-kan")


@pytest.mark.parametrize(
    "form",
    [
        "hanya",
        "lainnya",
        "menteri",
        "terhadap",
        "dengan",
        "berita",
        "sekolah",
        "kepala",
        "negara",
        "jalan",
        "makan",
        "terus",
        "pedang",
        "abadi",
        "santai",
        "masalah",
        "punya",
        "istri",
        "deteksi",
        "psikologi",
        "demokratis",
        "mentari",
        "selokan",
    ],
)
def test_a_word_that_only_looks_derived_stays_whole(form: str) -> None:
    assert analyse(form).segments == (form,)


@pytest.mark.parametrize("form", ["Mengunjungi", "Dibelinya", "T-54", "1970-an", "xqzt"])
def test_names_numbers_and_unknown_words_are_never_cut(form: str) -> None:
    analysis = analyse(form)
    assert analysis.segments == (form,)
    assert not analysis.known


@pytest.mark.parametrize(
    ("form", "headword"),
    [
        ("dipercepat", "mempercepat"),
        ("dikonfirmasi", "mengonfirmasi"),
        ("diperiksa", "memeriksa"),
        ("dikaji", "mengkaji"),
        ("diproduksi", "memproduksi"),
        ("berikan", "memberikan"),
        ("kemitraan", "kemitraan"),
        ("anak-anaknya", "anak"),
        ("rata-rata", "rata-rata"),
        ("penggunaannya", "penggunaan"),
    ],
)
def test_the_headword_is_what_a_learner_looks_up(form: str, headword: str) -> None:
    assert analyse(form).headword == headword


def test_clitics_are_listed_without_hyphen() -> None:
    assert analyse("dibelinya").clitics == ("nya",)


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("menuntut", "dituntut"),
        ("mengunjungi", "dikunjungi"),
        ("memproduksi", "diproduksi"),
        ("membeli", "dibeli"),
        ("memperkuat", "diperkuat"),
    ],
)
def test_voice_goes_both_ways(active: str, passive: str) -> None:
    assert passive_of(active) == passive
    assert active_of(passive) == active


@pytest.mark.parametrize(
    "verb", ["menangis", "meninggal", "berlari", "menteri", "pergi", "meluas", "membacanya"]
)
def test_a_verb_without_sure_passive_has_none(verb: str) -> None:
    assert passive_of(verb) is None


@pytest.mark.parametrize("word", ["dinding", "direktur", "lari"])
def test_a_word_that_is_no_passive_has_no_active(word: str) -> None:
    assert active_of(word) is None
