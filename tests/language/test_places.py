"""The gazetteer's table and what is asked of it."""

from itertools import pairwise

import pytest

from quizgen.language.places import Place, chain, lookup, overlaps, peers, places

CONTINENTS = {name for name, place in places().items() if place.kind == "continent"}
PROVINCE_CAPITALS = {
    "Aceh": "Banda Aceh", "Sumatera Utara": "Medan", "Sumatera Barat": "Padang",
    "Riau": "Pekanbaru", "Kepulauan Riau": "Tanjungpinang", "Jambi": "Kota Jambi",
    "Bengkulu": "Kota Bengkulu", "Sumatera Selatan": "Palembang", "Lampung": "Bandar Lampung",
    "Kepulauan Bangka Belitung": "Pangkalpinang", "Banten": "Serang",
    "DKI Jakarta": "Jakarta Pusat", "Jawa Barat": "Bandung", "Jawa Tengah": "Semarang",
    "Daerah Istimewa Yogyakarta": "Yogyakarta", "Jawa Timur": "Surabaya", "Bali": "Denpasar",
    "Nusa Tenggara Barat": "Mataram", "Nusa Tenggara Timur": "Kupang",
    "Kalimantan Barat": "Pontianak", "Kalimantan Tengah": "Palangka Raya",
    "Kalimantan Selatan": "Banjarbaru", "Kalimantan Timur": "Samarinda",
    "Kalimantan Utara": "Tanjung Selor", "Sulawesi Utara": "Manado",
    "Gorontalo": "Kota Gorontalo", "Sulawesi Tengah": "Palu", "Sulawesi Barat": "Mamuju",
    "Sulawesi Selatan": "Makassar", "Sulawesi Tenggara": "Kendari", "Maluku": "Ambon",
    "Maluku Utara": "Sofifi", "Papua": "Jayapura", "Papua Barat": "Manokwari",
    "Papua Barat Daya": "Sorong", "Papua Selatan": "Merauke", "Papua Tengah": "Nabire",
    "Papua Pegunungan": "Wamena",
}  # fmt: skip


def known(name: str) -> Place:
    place = lookup(name)
    assert place is not None, name
    return place


def holds(outer: str, inner: str) -> bool:
    return outer in chain(known(inner))


def test_every_chain_ends_without_a_cycle() -> None:
    for place in places().values():
        seen, current = {place.name}, place
        while current.within:
            assert current.within not in seen, f"{place.name}: cycle at {current.within}"
            seen.add(current.within)
            current = places()[current.within]
        assert current.kind in ("continent", "sea", "canal", "region"), place.name


def test_every_settlement_lies_on_a_continent() -> None:
    settled = ("country", "province", "state", "city", "regency", "town")
    lost = [p.name for p in places().values() if p.kind in settled and not CONTINENTS & {*chain(p)}]
    assert lost == []


def test_further_containers_exist() -> None:
    assert [p.name for p in places().values() if not {*p.also} <= {*places()}] == []


def test_no_name_or_alias_stands_twice() -> None:
    names = [n.casefold() for p in places().values() for n in (p.name, *p.aliases)]
    assert sorted(names) == sorted(set(names))


def test_rows_are_sorted_by_name_and_graded() -> None:
    assert all(a < b for a, b in pairwise(places()))
    assert {p.prominence for p in places().values()} == {1, 2, 3}


def test_all_states_provinces_cities_and_regencies_are_there() -> None:
    kinds = [(p.kind, "Indonesia" in chain(p)) for p in places().values()]
    assert kinds.count(("country", False)) + kinds.count(("country", True)) == 195
    assert kinds.count(("province", True)) == 38
    assert kinds.count(("city", True)) + kinds.count(("regency", True)) == 491
    assert kinds.count(("city", False)) >= 190 + 250


def test_every_province_has_its_capital() -> None:
    assert len(PROVINCE_CAPITALS) == 38
    assert [p for p, capital in PROVINCE_CAPITALS.items() if not holds(p, capital)] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kabupaten Garut", "Garut"), ("Kota Bandung", "Bandung"), ("Provinsi Papua", "Papua"),
        ("Kabupaten Bandung", "Bandung"), ("Jakarta", "DKI Jakarta"), ("AS", "Amerika Serikat"),
        ("China", "Tiongkok"), ("Britania Raya", "Inggris"), ("BANDUNG", "Bandung"),
        ("Kota Jambi", "Kota Jambi"), ("Jambi", "Jambi"), ("Solo", "Surakarta"),
        ("Pulau Jawa", "Jawa"), ("Kabupaten Bangka", "Kabupaten Bangka"), ("Wina", "Wina"),
    ],
)  # fmt: skip
def test_a_place_is_found_by_name_alias_and_noun(name: str, expected: str) -> None:
    assert known(name).name == expected


@pytest.mark.parametrize(
    "name",
    ["bandung", "As", "as", "Antah Berantah", "", "Provinsi Garut", "Kabupaten Papua", "Kota"],
)
def test_what_is_no_name_of_a_place_is_not_found(name: str) -> None:
    assert lookup(name) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Moskow", "Rusia"), ("Rusia", "Moskow"), ("Amerika", "AS"), ("Jakarta", "Jabodetabek"),
        ("Kota Bandung", "Jawa Barat"), ("Mesir", "Timur Tengah"), ("Rafah", "Palestina"),
        ("Kendari", "Sulawesi Tenggara"), ("Pyongyang", "Asia Timur"), ("Wamena", "Indonesia"),
    ],
)  # fmt: skip
def test_one_place_in_another_overlaps(a: str, b: str) -> None:
    assert overlaps(a, b) is True


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Moskow", "Ukraina"), ("Bandung", "Jawa Timur"), ("Korea Utara", "Korea Selatan"),
        ("Kendari", "Baubau"), ("Asia Tenggara", "Jepang"), ("Selat Sunda", "Prancis"),
    ],
)  # fmt: skip
def test_places_apart_do_not_overlap(a: str, b: str) -> None:
    assert overlaps(a, b) is False


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Karang Pasi", "Kendari"), ("Bengawan Solo", "Surakarta"), ("Gunung Merapi", "Sleman"),
        ("Kashmir", "India"), ("Eropa Timur", "Polandia"), ("Selat Sunda", "Lampung"),
    ],
)  # fmt: skip
def test_what_the_table_cannot_tell_is_unknown(a: str, b: str) -> None:
    assert overlaps(a, b) is None
    assert overlaps(b, a) is None


def test_peers_are_of_one_kind_nearest_and_best_known_first() -> None:
    found = peers(known("Korea Utara"))
    assert {p.kind for p in found} == {"country"}
    assert [p.name for p in found[:4]] == ["Jepang", "Korea Selatan", "Tiongkok", "Mongolia"]
    assert found == peers(known("Korea Utara"))


def test_peers_of_a_city_come_from_its_province_first() -> None:
    nearest = peers(known("Malang"))[:5]
    assert all("Jawa Timur" in chain(p) for p in nearest)
    assert nearest[0].name == "Surabaya"


def test_peers_can_be_sought_anywhere() -> None:
    assert all(p.prominence == 3 for p in peers(known("Malang"), near=False)[:20])


def test_no_peer_overlaps_the_place() -> None:
    madura = known("Madura")
    assert all(overlaps(p.name, madura.name) is not True for p in peers(madura))
    assert "Jawa" not in {p.name for p in peers(madura)}
