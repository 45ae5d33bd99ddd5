"""Who is who in a text: one name for each person, and no name for anything else."""

from quizgen.language.annotate import annotate
from quizgen.model import Article, Document


def analysed(*paragraphs: str) -> Document:
    return annotate(Article(id="a", paragraphs=paragraphs))


def people(*paragraphs: str) -> set[str]:
    """Return who is surely named, by canonical name."""
    found = analysed(*paragraphs).entities
    return {e.canonical for e in found if e.type == "PER" and e.confidence >= 0.9}


def test_a_name_between_commas_after_a_calling_is_a_persons() -> None:
    assert "Lamria" in people("Cucu Rosmida Saragih, Lamria, datang dari Siantar.")


def test_a_part_of_a_list_is_no_persons_name() -> None:
    text = "Direktur Penyuluhan, Pelayanan, dan Pengaduan Ratna Lestari membuka loket baru."
    assert "Pelayanan" not in people(text)


def test_a_husband_and_a_wife_of_one_name_are_two() -> None:
    found = people("Pak Diran menunggu warga di balai.", "Bu Diran membawa teh untuk warga.")
    assert found == {"Pak Diran", "Bu Diran"}


def test_a_wife_called_by_her_husbands_name_is_not_he() -> None:
    document = analysed(
        "Petani garam Moh. Salim menunggu harga naik.",
        "Istrinya, Ny. Salim, berjualan gorengan. “Dapur harus mengepul,” katanya.",
    )
    assert [q.speaker for q in document.quotations] == ["Ny. Salim"]


def test_a_name_and_its_alias_are_one_person() -> None:
    text = (
        "Kapten Persita Muda, Rizky alias Kiki, meminta maaf kepada pendukung. "
        "Kiki mengatakan timnya akan bangkit pekan depan."
    )
    assert people(text) == {"Rizky"}


def test_a_surname_with_a_small_particle_keeps_its_first_name() -> None:
    text = "Duta Besar Belanda, Marc van den Heuvel, datang. Van den Heuvel memuji kain itu."
    assert people(text) == {"Marc van den Heuvel"}


def test_a_hospital_called_after_a_sultan_is_one_name() -> None:
    document = analysed("Direktur RSUD Sultan Syarif, dr. Rifka Anisa, menambah kamar.")
    names = {(e.type, e.quote) for e in document.entities}
    assert ("ORG", "RSUD Sultan Syarif") in names
    assert not any(kind == "PER" and "Syarif" in quote for kind, quote in names)


def test_a_place_is_no_part_of_its_heads_name() -> None:
    text = "Sekolah di Cinere terancam digusur. Camat Cinere Mamun Abdullah mengaku terjepit."
    assert people(text) == {"Mamun Abdullah"}


def test_a_rank_after_an_office_is_no_name() -> None:
    text = "Kasat Reskrim Kompol Erna Ruswing mengatakan kabel itu dicuri sejak Maret."
    assert people(text) == {"Erna Ruswing"}


def test_an_honorific_stays_with_the_name() -> None:
    text = "Warga menemukan gas di sumur milik Mbah Karto. “Baunya menyengat,” kata Mbah Karto."
    assert people(text) == {"Mbah Karto"}


def test_a_degree_ends_no_sentence() -> None:
    text = "Dokter Rifka Anisa, Sp.PD, mengatakan rumah sakit itu memerlukan kamar baru."
    assert len(analysed(text).sentences) == 1


def test_an_office_before_a_degree_names_its_holder() -> None:
    document = analysed(
        "Kabid Bina Marga Dinas PUPR, Ir. Lukas Tola, memeriksa jembatan itu.",
        "Kabid mengatakan tali baja didatangkan dari Maumere.",
    )
    assert [q.speaker for q in document.quotations] == ["Lukas Tola"]


def test_what_follows_a_speaker_is_no_office_of_theirs() -> None:
    document = analysed(
        "Wadir RSUD Kapuas, dr. Hendri Mulia, menambahkan pasien harus mengantre dua pekan. "
        "Dokter tersebut mengatakan kekurangan itu sudah lama.",
        "Menurut Kepala Dinas Erna Yulianti, lowongan sudah dibuka. "
        "Namun, sampai sekarang, kata Erna, dokter itu belum datang.",
    )
    meant = {r.antecedent for r in document.references if r.anaphor == "tersebut"}
    assert "Erna Yulianti" not in meant


def test_somebody_new_before_a_pronoun_takes_it_from_who_spoke_before() -> None:
    document = analysed(
        "Menurut Kepala Dinas Kesehatan, Erna Yulianti, lowongan sudah dibuka dua kali. "
        "Dikatakannya, tidak ada yang melamar.",
        "Ketua IDI Pontianak yang juga dosen Universitas Tanjungpura, Nursyam, menyarankan "
        "beasiswa. Dia menyebut beasiswa lebih murah daripada tunjangan.",
    )
    assert ("Dia", "Nursyam") in {(r.anaphor, r.antecedent) for r in document.references}


def test_a_person_spoken_of_leaves_the_pronoun_open() -> None:
    document = analysed(
        "Tiara Lestari menambahkan, ayahnya meninggal tahun lalu. Ia pemain kecapi."
    )
    assert not [r for r in document.references if r.anaphor == "Ia"]


def test_one_office_holder_is_not_they() -> None:
    document = analysed(
        "Rektor Institut Seni Pasundan, Prof Dr Een Herdiani, M.Hum, akan memberi beasiswa. "
        "Ia menyambut mereka di bandara."
    )
    assert not [r for r in document.references if r.anaphor == "mereka"]


def test_a_degree_without_stops_ends_the_name_of_a_speaker() -> None:
    document = analysed(
        "Kabid Logistik BPBD Pidie, Fauzan Rizki ST, mengatakan pihaknya mengirim dua tangki."
    )
    assert [q.speaker for q in document.quotations] == ["Fauzan Rizki"]


def test_a_clubs_whole_name_stands_before_its_captain() -> None:
    text = (
        "Garuda Musi menang lagi. Yoga mencetak gol, lalu kapten Garuda Musi Hafiz Al Amin "
        "membawa timnya unggul. Warga menyambut Garuda Musi di Palembang. Hafiz tersenyum."
    )
    assert "Musi Hafiz Al Amin" not in people(text)


def test_a_person_with_an_age_is_found_at_the_start_of_a_sentence() -> None:
    assert "Enih" in people("Rumah itu roboh. Enih (52), warga Pasirhuni, sempat lari.")


def test_the_owner_of_what_a_state_is_to_use_is_not_who_proposes_it() -> None:
    document = analysed("Farhan Abdurrasyid menyarankan Indonesia memakai posisinya di OKI.")
    assert not document.references


def test_a_pronoun_long_after_the_last_word_of_a_person_is_open() -> None:
    document = analysed(
        "Direktur Kevin Prasojo mengatakan ponsel itu dibuat dua tahun.",
        "Layarnya lebar. Baterainya besar. Bobotnya 258 gram. Bekas lipatan masih kelihatan. "
        "Kameranya tajam. Kotaknya hitam. Ia belum punya sertifikasi tahan air.",
    )
    assert not [r for r in document.references if r.anaphor == "Ia"]


def test_a_robot_with_a_name_is_no_person() -> None:
    document = analysed(
        "Peneliti Yudi Satria memperlihatkan robot bernama Sinta. Sinta memiliki empat lengan. "
        "Ia bergerak mengikuti tangan dokter."
    )
    assert "Sinta" not in {e.canonical for e in document.entities if e.type == "PER"}
    assert not [r for r in document.references if r.anaphor == "Ia"]


def test_a_relative_with_nya_and_a_comma_proves_a_person() -> None:
    text = "Hingga sore Ujang Sobari belum ditemukan. Menantunya, Iis, menunggu di tenda."
    document = annotate(Article(id="uji", paragraphs=(text,)))
    assert "Iis" in {each.quote for each in document.entities if each.type == "PER"}
