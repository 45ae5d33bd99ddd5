"""What each part of a clause fact holds: no more than is its own, and no less."""

import pytest

from quizgen.language.fact import SURE_FACT, Fact
from quizgen.language.facts import facts_of
from tests.trees import parsed


def read(sentence: str, verb: str) -> Fact:
    document = parsed(sentence)
    found = facts_of(document.sentences[0], document)
    return next(one for one in found if one.verb_form() == verb)


def words(fact: Fact, part: str) -> str:
    phrase = getattr(fact, part)
    return " ".join(token.text for token in fact.tokens[phrase.start : phrase.end])


def told(fact: Fact) -> list[tuple[str, str]]:
    sure = [one for one in fact.adjuncts if one.sure >= SURE_FACT]
    return [(a.role, " ".join(t.text for t in fact.tokens[a.start : a.end])) for a in sure]


def test_who_says_it_is_no_part_of_what_is_said() -> None:
    fact = read(
        "Warga/NOUN/3/nsubj adalah/AUX/3/cop orang/NOUN/0/root terdidik/ADJ/3/amod ,/PUNCT/6/punct "
        "kata/VERB/3/parataxis Rina/PROPN/6/nsubj ./PUNCT/3/punct",
        "orang",
    )
    assert words(fact, "predicate") == "adalah orang terdidik"


MONDAY = (
    "Rina/PROPN/2/nsubj mengatakan/VERB/0/root ,/PUNCT/4/punct Senin/PROPN/7/obl ,/PUNCT/4/punct "
    "harga/NOUN/7/nsubj turun/VERB/2/ccomp ./PUNCT/2/punct"
)


def test_a_day_between_commas_tells_when_it_was_said() -> None:
    assert words(read(MONDAY, "mengatakan"), "complement") == "harga turun"
    assert told(read(MONDAY, "turun")) == []


@pytest.mark.parametrize(("joined", "open"), [("dan", True), ("tetapi", False)])
def test_a_second_verb_shares_akan_only_where_nothing_turns(joined: str, open: bool) -> None:
    fact = read(
        f"Rina/PROPN/3/nsubj akan/AUX/3/aux pergi/VERB/0/root {joined}/CCONJ/5/cc "
        "membeli/VERB/3/conj beras/NOUN/5/obj ./PUNCT/3/punct",
        "membeli",
    )
    assert (words(fact, "subject"), fact.open) == ("Rina", open)


def test_harus_stays_with_its_verb_wherever_the_tree_hangs_it() -> None:
    fact = read(
        "Menteri/NOUN/5/nsubj harus/AUX/5/dep lebih/ADV/4/advmod dahulu/ADV/5/advmod "
        "menentukan/VERB/0/root status/NOUN/5/obj ./PUNCT/5/punct",
        "menentukan",
    )
    assert (words(fact, "predicate"), fact.open) == ("harus lebih dahulu menentukan", True)


def test_soon_is_no_denial() -> None:
    fact = read(
        "Band/NOUN/6/nsubj:pass itu/DET/1/det tidak/PART/6/advmod lama/ADV/6/advmod "
        "kemudian/ADV/6/advmod diundang/VERB/0/root lagi/ADV/6/advmod ./PUNCT/6/punct",
        "diundang",
    )
    assert not fact.negated


def test_how_far_something_was_changed_is_no_part_of_it() -> None:
    fact = read(
        "Toko/NOUN/2/nsubj menaikkan/VERB/0/root tarif/NOUN/2/obj sebesar/ADP/6/case "
        "lima/NUM/6/nummod persen/NOUN/3/nmod ./PUNCT/2/punct",
        "menaikkan",
    )
    assert words(fact, "object") == "tarif"


def test_an_amount_that_measures_the_object_stays_in_it() -> None:
    fact = read(
        "Toko/NOUN/2/nsubj membayar/VERB/0/root denda/NOUN/2/obj sebesar/ADP/6/case "
        "lima/NUM/6/nummod persen/NOUN/3/nmod ./PUNCT/2/punct",
        "membayar",
    )
    assert words(fact, "object") == "denda sebesar lima persen"


def test_last_week_behind_an_object_dates_the_clause() -> None:
    fact = read(
        "Harga/NOUN/2/nsubj mencapai/VERB/0/root rekor/NOUN/2/obj tertinggi/ADJ/3/amod "
        "pekan/NOUN/3/nmod lalu/ADJ/5/amod ./PUNCT/2/punct",
        "mencapai",
    )
    assert (words(fact, "object"), told(fact)) == ("rekor tertinggi", [("time", "pekan lalu")])


def test_a_person_s_name_has_no_circumstance_of_its_own() -> None:
    fact = read(
        "Ketua/NOUN/7/nsubj panitia/NOUN/1/nmod Rina/PROPN/1/flat Dewi/PROPN/3/flat "
        "dalam/ADP/6/case pidatonya/NOUN/1/nmod menolak/VERB/0/root usulan/NOUN/7/obj "
        "./PUNCT/7/punct",
        "menolak",
    )
    assert words(fact, "subject") == "Ketua panitia Rina Dewi"


@pytest.mark.parametrize(
    ("after", "expected"),
    [("", [("other", "enam bulan")]), ("setelah/SCONJ/6/mark disahkan/VERB/2/advcl ", [])],
    ids=["a whole span", "counted from an event"],
)
def test_a_span_that_is_counted_from_something_is_not_told_alone(
    after: str, expected: list[tuple[str, str]]
) -> None:
    fact = read(
        "Aturan/NOUN/2/nsubj berlaku/VERB/0/root enam/NUM/4/nummod bulan/NOUN/2/obl "
        f"{after}./PUNCT/2/punct",
        "berlaku",
    )
    assert [one for one in told(fact) if one[0] == "other"] == expected


def test_a_time_before_a_clause_without_a_subject_belongs_to_the_clause_before() -> None:
    fact = read(
        "Pasukan/NOUN/2/nsubj menyerang/VERB/0/root desa/NOUN/2/obj ,/PUNCT/7/punct "
        "Senin/PROPN/7/obl ,/PUNCT/5/punct menewaskan/VERB/2/advcl warga/NOUN/7/obj "
        "./PUNCT/2/punct",
        "menewaskan",
    )
    assert told(fact) == []


def test_an_active_verb_has_no_doer_with_oleh() -> None:
    fact = read(
        "Bank/NOUN/6/nsubj:pass yang/PRON/3/nsubj beroperasi/VERB/1/acl:relcl di/ADP/5/case "
        "Demak/PROPN/3/obl dinobatkan/VERB/0/root oleh/ADP/8/case juri/NOUN/3/obl ./PUNCT/6/punct",
        "beroperasi",
    )
    assert told(fact) == [("place", "di Demak")]


ODD = {
    "a speaker stands in the subject": (
        "tertipu",
        "Warga/NOUN/5/nsubj:pass kata/VERB/1/acl Rina/PROPN/2/nsubj jangan/PART/5/advmod "
        "tertipu/VERB/0/root ./PUNCT/5/punct",
    ),
    "a list ends the subject": (
        "merosot",
        "Saham/NOUN/7/nsubj yang/PRON/3/nsubj turun/VERB/1/acl:relcl antara/ADP/1/dep "
        "lain/ADJ/4/fixed Timah/PROPN/1/nmod merosot/VERB/0/root ./PUNCT/7/punct",
    ),
    "a comma parts it from a passive": (
        "diberikan",
        "Tahap/NOUN/4/nsubj:pass kedua/ADJ/1/amod ,/PUNCT/4/punct diberikan/VERB/0/root "
        "bantuan/NOUN/4/obl ./PUNCT/4/punct",
    ),
    "a span of time is to come": (
        "datang",
        "Rina/PROPN/2/nsubj pergi/VERB/0/root dua/NUM/4/nummod tahun/NOUN/2/obl yang/PRON/7/nsubj "
        "akan/AUX/7/aux datang/VERB/4/acl:relcl ./PUNCT/2/punct",
    ),
    "a part of the subject is spoken of": (
        "bertani",
        "Desa/NOUN/5/nsubj itu/DET/1/det mayoritas/NOUN/1/nmod penduduknya/NOUN/3/nmod "
        "bertani/VERB/0/root ./PUNCT/5/punct",
    ),
}


@pytest.mark.parametrize(("verb", "sentence"), ODD.values(), ids=ODD.keys())
def test_a_subject_that_cannot_be_one_gives_no_sure_fact(verb: str, sentence: str) -> None:
    assert read(sentence, verb).confidence < SURE_FACT
