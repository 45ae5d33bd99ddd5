"""Remarks for the teacher on sensitive texts."""

import pytest

from quizgen.language.notices import notices

SENSITIVE = [
    ("anak", "Seorang pelajar SMA dianiaya beberapa orang di dekat terminal pada Kamis malam."),
    ("anak", "Polisi menangkap dua remaja karena diduga mencuri sepeda motor milik tetangga."),
    ("anak", "Jasad bayi ditemukan warga di tepi kali. Bayi itu diduga dibuang ibunya."),
    ("anak", "Perempuan berusia 14 tahun itu dipukuli majikannya selama tiga bulan."),
    ("anak", "Sekolah itu membentuk satuan tugas untuk menangani perundungan antarsiswa."),
    ("seksual", "Seorang guru mengaji didakwa menyetubuhi muridnya sejak tahun lalu."),
    ("seksual", "Penumpang kereta melapor bahwa dirinya dilecehkan di peron stasiun."),
    ("bunuh diri", "Petani itu mengakhiri hidupnya setelah terlilit utang pinjaman daring."),
    ("jiwa", "Satu dari lima pelajar di kota itu mengalami depresi selama ujian berlangsung."),
    ("SARA", "Sekelompok orang membakar gereja di desa itu dan mengusir jemaatnya."),
    ("SARA", "Ia dihukum karena unggahannya menghina etnis tertentu."),
]
HARMLESS = [
    "Gol pada menit akhir membunuh semangat siswa SMA Tunas Harapan.",
    "Anak perusahaan itu menahan laju kerugian dan tidak memangkas karyawan.",
    "Produk baru itu dijual dengan harga di bawah umur simpanan satu tahun.",
    "Sabun itu mampu membunuh bakteri pada tangan anak dalam 20 detik.",
    "Bek itu mencetak gol bunuh diri pada babak kedua.",
    "Suku bunga acuan naik sehingga umat nasabah menunda kredit rumah.",
    "Kantor Kementerian Agama Kota Serang membuka layanan pada hari Sabtu.",
    "Panitia menjual ikan bakar di halaman masjid seusai salat Id.",
    "Para pelajar menanam bakau di pesisir dan menangkap kepiting untuk diteliti.",
    "Kapten itu memimpin anak buahnya keluar dari gua yang gelap.",
    "Mahasiswa meneliti depresi ekonomi pada masa penjajahan.",
]


@pytest.mark.parametrize(("topic", "text"), SENSITIVE)
def test_a_sensitive_passage_is_named_to_the_teacher(topic: str, text: str) -> None:
    assert any("topik peka" in notice and topic in notice for notice in notices(text))


@pytest.mark.parametrize("text", HARMLESS)
def test_a_passage_that_only_sounds_so_is_not(text: str) -> None:
    assert not any("topik peka" in notice for notice in notices(text))
