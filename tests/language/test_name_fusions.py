from dataclasses import replace

from quizgen.language.name_fusions import parted
from quizgen.model import Entity


def person(text: str, name: str) -> Entity:
    start = text.index(name)
    end = start + len(name)
    return Entity(start=start, end=end, quote=name, type="PER", canonical=name, confidence=0.93)


def names(text: str, name: str) -> list[tuple[str, str]]:
    found = parted([person(text, name)], text)
    assert all(text[each.start : each.end] == each.quote for each in found)
    return [(each.type, each.quote) for each in found]


def test_a_word_that_ends_firms_parts_firm_and_person() -> None:
    text = "Analis Mitra Sekuritas Rangga Pribadi menilai harga itu wajar."
    expected = [("ORG", "Mitra Sekuritas"), ("PER", "Rangga Pribadi")]
    assert names(text, "Mitra Sekuritas Rangga Pribadi") == expected


def test_a_house_that_stands_alone_before_somebody_called_by_the_next_word() -> None:
    text = (
        "CEO Melodika Bagas Wirawan menjelaskan hal itu. Aplikasi Melodika dipakai di Bali."
        " Menurut Bagas, pengguna bertambah."
    )
    assert names(text, "Melodika Bagas Wirawan") == [("ORG", "Melodika"), ("PER", "Bagas Wirawan")]


def test_a_name_of_three_words_stays_whole() -> None:
    text = "CEO Bagas Adi Wirawan menjelaskan hal itu. Menurut Bagas, pengguna bertambah."
    assert names(text, "Bagas Adi Wirawan") == [("PER", "Bagas Adi Wirawan")]


def test_what_bears_the_name_of_the_house_is_no_person() -> None:
    text = (
        "CEO Melodika Bagas Wirawan menjelaskan hal itu. Melodika Plus dijual di Bali."
        " Menurut Bagas, pengguna Melodika bertambah."
    )
    names = ("Melodika Bagas Wirawan", "Melodika Plus")
    people = [person(text, name) for name in names]
    found = {each.quote: each.type for each in parted(people, text)}
    assert found == {"Melodika": "ORG", "Bagas Wirawan": "PER", "Melodika Plus": "PRODUCT"}


def test_the_end_of_a_clubs_name_is_no_first_name() -> None:
    text = "Rajawali Musi FC menang. Gol dicetak kapten Rajawali Musi Hafiz Amin."
    club = person(text, "Rajawali Musi FC")
    club = replace(club, type="ORG")
    found = parted([club, person(text, "Musi Hafiz Amin")], text)
    assert [each.quote for each in found] == ["Rajawali Musi FC", "Hafiz Amin"]


def test_a_house_before_a_comma_and_its_leader_stays_whole() -> None:
    text = (
        "Ketua Koperasi Tani Melodika Lembah Sari, Bagas Wirawan, menjelaskan hal itu. Harga"
        " Melodika di Bali naik."
    )
    house = replace(person(text, "Koperasi Tani Melodika Lembah Sari"), type="ORG")
    assert parted([house], text) == [house]


def test_a_firm_is_no_person_where_its_pt_is_left_out() -> None:
    text = "PT Melodika Lembah Sari berdiri pada 2020. Melodika Lembah menggandeng tiga bank."
    firm = replace(person(text, "PT Melodika Lembah Sari"), type="ORG")
    start = text.rindex("Melodika Lembah")
    short = replace(
        person(text, "Melodika Lembah"), start=start, end=start + len("Melodika Lembah")
    )
    assert [each.type for each in parted([firm, short], text)] == ["ORG", "ORG"]


def test_a_club_without_its_town_is_no_person() -> None:
    text = "Juara bertahan Melodika Sari Bandung kalah. Melodika Sari tampil meyakinkan."
    club = replace(person(text, "Melodika Sari Bandung"), type="ORG")
    start = text.rindex("Melodika Sari")
    short = replace(person(text, "Melodika Sari"), start=start, end=start + len("Melodika Sari"))
    assert [each.type for each in parted([club, short], text)] == ["ORG", "ORG"]
