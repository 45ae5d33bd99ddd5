import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import InputError
from quizgen.readers._language_check import check_indonesian
from quizgen.readers._metadata import first_date, outlet_in, slug


@given(st.text(max_size=300))
def test_slug_is_short_and_plain(text: str) -> None:
    found = slug(text)
    assert 0 < len(found) <= 80
    assert found == "-".join(part for part in found.split("-") if part)
    assert all(char in "abcdefghijklmnopqrstuvwxyz0123456789-" for char in found)
    assert slug(found) == found


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Rabu 19 Juni 2024", dt.date(2024, 6, 19)),
        ("Rabu (19/6/2024)", dt.date(2024, 6, 19)),
        ("pada 5 mei 2025", dt.date(2025, 5, 5)),
        ("11 Feb 2025 16:30 WIB", dt.date(2025, 2, 11)),
        ("2024-06-19", dt.date(2024, 6, 19)),
        ("30/2/2024 dan 1/3/2024", dt.date(2024, 3, 1)),
        ("Rabu (19/6)", None),
        ("Juni 2024", None),
        ("12 Marga 2024", None),
        ("nomor 112/5/2024/7", None),
    ],
)
def test_first_full_date_is_found(text: str, date: dt.date | None) -> None:
    assert first_date(text) == date


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("JAKARTA, KABARKITA.com - Hujan turun.", "KABARKITA.com"),
        ("KABARKITA.CO.ID, JAKARTA -- Hujan turun.", "KABARKITA.CO.ID"),
        ("kabarkita.com, Bogor - Hujan turun.", "kabarkita.com"),
        ("POSMETRO – Hujan turun.", "POSMETRO"),
        ("JAKARTA - Hujan turun.", None),
        ("Warga membaca kabarkita.com - situs itu ramai.", None),
    ],
)
def test_outlet_comes_from_the_dateline(text: str, outlet: str | None) -> None:
    assert outlet_in(text) == outlet


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the market on Monday and said that it will be open to all traders.",
        "The market is open.",
        "De burgemeester opende maandag de markt en zei dat die voor alle handelaren open is.",
        "Hij ging dan naar huis.",
        "Pak bupati mbukak pasar ing dina Senin lan ngendika yen pasar iku kanggo kabeh wong.",
        "asdk qwoei zxmcn alskd qpwoe mznxb skdjf qowei zmxnc alskdj qwpeo zxcmn asldk",
        "市长星期一打开了市场。",
        "12345 67890",
    ],
)
def test_other_languages_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="quizgen reads Indonesian only"):
        check_indonesian(text, source="a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "Ibu pergi ke pasar.",
        "Bupati membuka pasar pada Senin dan mengatakan bahwa pasar itu untuk semua pedagang.",
        "Petani menanam padi. Harga beras naik. Warga mengeluh. Pemerintah menyiapkan bantuan. "
        "Pedagang menunggu pasokan. Truk datang terlambat hari ini. Pembeli pulang. Hujan turun.",
        "Bupati berkata bahawa kerajaan akan membuka pasar itu untuk semua peniaga dari desa.",
    ],
)
def test_indonesian_passes(text: str) -> None:
    check_indonesian(text, source="a.txt")
