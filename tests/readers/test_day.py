"""The day of an article: what tells it, and which dates do not."""

import datetime as dt

import pytest

from quizgen.model import Dropped
from quizgen.readers._day import day_of

PLAIN = "Warga Desa Tirtasari menanam dua ribu pohon mangga di tepi sungai."


@pytest.mark.parametrize(
    "text",
    [
        "Program bibit murah itu berlaku hingga 31 Desember 2025.",
        "Candi itu selesai dipugar pada 23 Februari 1983.",
        "Lomba perahu akan digelar pada Sabtu (8/11/2025).",
        "Pendaftaran dibuka hingga Jumat (14/11/2025).",
        "Penerbangan dibuka kembali mulai 5 September 2025.",
        "Aturan itu ditetapkan pada 8 Mei 2025, ujar Rahmat.",
        "Petugas menjadwalkan pemeriksaan ulang pada Senin (2/6/2025).",
    ],
)
def test_a_plan_an_end_or_history_is_no_day_of_the_article(text: str) -> None:
    assert day_of([PLAIN, text], ()) is None


@pytest.mark.parametrize(
    "text",
    [
        "Wali Kota Hasan Basir membuka pasar ikan, Jumat (5/6/2025).",
        "Pasar ikan itu roboh pada Kamis malam, 5 Juni 2025.",
        "“Semua kios akan kami bangun lagi,” kata Rahmat di balai desa, Kamis (5/6/2025).",
        "Menurut Rahmat saat dihubungi, Kamis, 5 Juni 2025, semua kios terjual.",
        "TIRTASARI, 5 Juni 2025 - Pasar ikan roboh diterjang angin.",
        "Tirtasari (5/6/2025) — Pasar ikan roboh diterjang angin.",
    ],
)
def test_a_weekday_with_its_date_or_a_dateline_tells_the_day(text: str) -> None:
    assert day_of([text, PLAIN], ()) == dt.date(2025, 6, 5)


def test_a_weekday_far_down_counts_beside_a_verb_of_saying_only() -> None:
    told = "“Semua bibit tumbuh,” ujar dr. Hasan Basir, Kamis (5/6/2025)."
    bare = "Pohon terakhir ditanam pada Kamis (5/6/2025)."
    assert day_of([PLAIN] * 6 + [told], ()) == dt.date(2025, 6, 5)
    assert day_of([PLAIN] * 6 + [bare], ()) is None
    today = "Pohon terakhir ditanam hari ini, Kamis (5/6/2025)."
    assert day_of([PLAIN] * 6 + [today], ()) == dt.date(2025, 6, 5)


def test_the_latest_of_the_days_on_which_somebody_spoke_is_taken() -> None:
    earlier = "“Air naik cepat,” kata Rahmat, Senin (2/6/2025)."
    later = "“Air sudah surut,” kata Rahmat, Rabu (4/6/2025)."
    assert day_of([earlier, later], ()) == dt.date(2025, 6, 4)


def test_a_time_stamp_wins_over_days_in_the_text() -> None:
    stamp = Dropped(text="Jumat, 6 Juni 2025 | 09:15 WIB", reason="time stamp", paragraph=0)
    assert day_of(["Banjir surut pada Kamis (5/6/2025)."], (stamp,)) == dt.date(2025, 6, 6)
    assert day_of(["Jumat, 6 Juni 2025 09.15", PLAIN], ()) == dt.date(2025, 6, 6)
