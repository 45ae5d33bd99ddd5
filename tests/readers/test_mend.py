import pytest

from quizgen.readers._blocks import Block
from quizgen.readers._glue import part_glued
from quizgen.readers._mend import join_lines


def join(*texts: str) -> list[str]:
    blocks = [Block(text=text, gap=index == 0) for index, text in enumerate(texts)]
    return [block.text for block in join_lines(blocks)]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (
            ["BOGOR, KABARKITA.com", "- Dinas Kebersihan (", "DK", ") membuka lowongan."],
            "BOGOR, KABARKITA.com - Dinas Kebersihan (DK) membuka lowongan.",
        ),
        (["Bogor", "-", "Dinas itu membuka lowongan."], "Bogor - Dinas itu membuka lowongan."),
        (
            ["Dinas itu resmi membuka lowongan petugas", "Taman Kota", "hari ini."],
            "Dinas itu resmi membuka lowongan petugas Taman Kota hari ini.",
        ),
        (
            ["Penumpang membayar untuk barang", "check-in", ", makanan, dan kursi."],
            "Penumpang membayar untuk barang check-in, makanan, dan kursi.",
        ),
        (
            ["Sekretaris Umum Persatuan Penambang", "Pasir", "Indonesia (", "PPI", ") hadir."],
            "Sekretaris Umum Persatuan Penambang Pasir Indonesia (PPI) hadir.",
        ),
        (
            ["Pelatih Elang,", "Budi Santoso", "percaya diri."],
            "Pelatih Elang, Budi Santoso percaya diri.",
        ),
        (
            [
                "Hal itu dikatakan oleh petugas kebersihan kota dan Kanit Reskrim",
                "Polsek Lereng Biru",
                "AKP Budi Santoso kepada wartawan di kantornya, Senin",
                ", lalu",
                "kemarin",
                ", di kota.",
            ],
            "Hal itu dikatakan oleh petugas kebersihan kota dan Kanit Reskrim Polsek Lereng Biru "
            "AKP Budi Santoso kepada wartawan di kantornya, Senin, lalu kemarin, di kota.",
        ),
        (
            ["Pelatih itu membakar semangat pemain sebelum mereka menghadapi", "Elang Jaya."],
            "Pelatih itu membakar semangat pemain sebelum mereka menghadapi Elang Jaya.",
        ),
        (['"', "Sudah pulang", ', kata dia."'], '"Sudah pulang, kata dia."'),
        (
            ["Gubernur Jawa", "Siti Rahma", "mengatakan hal itu."],
            "Gubernur Jawa Siti Rahma mengatakan hal itu.",
        ),
    ],
)
def test_sentence_cut_at_links_is_whole_again(lines: list[str], sentence: str) -> None:
    assert join(*lines) == [sentence]


@pytest.mark.parametrize(
    "lines",
    [
        ["Petugas membuka jalan itu.", "Warga Senang", "Mereka kini tidak perlu memutar jauh."],
        ["Syaratnya sebagai berikut:", "1. warga negara Indonesia", "2. sehat jasmani"],
        ["Petugas membuka jalan itu.", "ia pulang."],
        [
            "Seorang pedagang kaki lima di pasar itu mendapat bantuan sebesar dua juta rupiah",
            "Pedagang lain yang sudah lama menunggu bantuan mendapat gerobak baru dari koperasi",
        ],
    ],
)
def test_lines_that_are_whole_stay_apart(lines: list[str]) -> None:
    assert join(*lines) == lines


def test_paragraphs_with_a_gap_are_joined_only_where_the_second_goes_on() -> None:
    first = Block(text="Petugas membuka jalan baru yang menghubungkan kota dengan pelabuhan")
    assert len(join_lines([first, Block(text="besar di utara.")])) == 1
    assert len(join_lines([first, Block(text="Besar harapan warga.")])) == 2


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("mengusulkan penguatanKawasan Wisata(KW).", "mengusulkan penguatan Kawasan Wisata (KW)."),
        ("Rapat itu batal.Warga pulang.", "Rapat itu batal. Warga pulang."),
        ("BOGOR,KABARKITA.com- Hujan turun.", "BOGOR, KABARKITA.com - Hujan turun."),
        ("KABARKITA.com, Bogor -Hujan turun.", "KABARKITA.com, Bogor - Hujan turun."),
        ("Aturan inimenyebabkan macet.", "Aturan ini menyebabkan macet."),
        ("Rapat dipimpinJakarta.", "Rapat dipimpin Jakarta."),
        ("KABARKITA.com, JakartaStriker itu pulang.", "KABARKITA.com, Jakarta Striker itu pulang."),
        ("BANDUNG-Hujan turun.", "BANDUNG - Hujan turun."),
        ("Indeks pasarsahamBEI naik.", "Indeks pasar saham BEI naik."),
        ("Warga Iranmengeluarkan suara.", "Warga Iran mengeluarkan suara."),
        ("Klub AREMAdiisukan pindah.", "Klub AREMA diisukan pindah."),
    ],
)
def test_glued_words_are_parted(glued: str, parted: str) -> None:
    assert part_glued(glued) == parted


@pytest.mark.parametrize(
    "text",
    [
        "Ia memakai iPhone, YouTube, WhatsApp, TransJakarta, dan KompasTV.",
        "Kabar itu dikutip detikNews dan detikOto.",
        "Kerja sama antarlembaga pascabencana memberdayakan masyarakat.",
        "Kunjungi www.Contoh.com atau Contoh.Com dan kirim ke tata@Contoh.id.",
        "Dr. Ir. H. Budi, S.Pd., M.Si. tinggal di Jl. Merdeka No. 5.",
        "Harga Rp 1.250,50 naik 2,5 persen pada 10.30 WIB.",
        "KPK-Polri bekerja sama; Adi -sapaan akrabnya- setuju.",
        "Soal (ke)tidakadilan dibahas.",
        "Rapat dipimpinJakarta, lalu dipimpinJakarta lagi.",
        "Warga Sumberjaya berdoa memohon rahmatNya.",
    ],
)
def test_names_and_numbers_are_not_parted(text: str) -> None:
    assert part_glued(text) == text
