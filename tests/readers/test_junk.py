import pytest

from quizgen.readers._blocks import Block
from quizgen.readers._junk import sift

FIRST = "Pasar ikan di kota itu ramai sejak pagi."
SECOND = (
    "Pedagang menjual tongkol dan cumi kepada pembeli yang datang dari desa-desa di sekitar kota "
    "itu sampai siang."
)


def lines(*texts: str) -> list[Block]:
    return [Block(text=text, gap=index == 0) for index, text in enumerate(texts)]


def kept(*texts: str) -> list[str]:
    return [block.text for block in sift(lines(*texts)).kept]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Baca juga: Harga Cumi Naik Menjelang Lebaran", "link to another article"),
        ("BACA JUGA: Harga Cumi Naik Menjelang Lebaran!", "link to another article"),
        ("Lihat juga: Harga Cumi Naik", "link to another article"),
        ("ADVERTISEMENT", "advertisement"),
        ("SCROLL TO CONTINUE WITH CONTENT", "advertisement"),
        ("Simak Video 'Nelayan Pulang Melaut':", "video link"),
        ("Tonton juga Video: Nelayan Pulang Melaut", "video link"),
        ("Video: Nelayan Pulang Melaut", "video link"),
        ("Video Nelayan Pulang Melaut Disambut Keluarga", "video link"),
        ("[Gambas:Video Kabar]", "video link"),
        ("Foto: Nelayan menurunkan ikan. (Istimewa)", "photo caption"),
        ("(Foto: Rani/Kabar)", "photo caption"),
        ("Nelayan menurunkan ikan di dermaga. (Dok. Dinas Perikanan)", "photo caption"),
        ("Dok. Dinas Perikanan", "photo caption"),
        ("(abc/def)", "reporter's credit"),
        ("(*)", "reporter's credit"),
        ("Editor: Bagas Wicaksono", "byline"),
        ("Penulis: Rani Pertiwi", "byline"),
        ("Laporan Rani Pertiwi | Muara Senja", "byline"),
        ("Sumber: Kabar Pantai", "source credit"),
        ("Artikel ini telah tayang di KabarPantai.com dengan judul Pasar Ramai", "source credit"),
        ("Kabarpantai.com - 14/03/2025, 09:20 WIB", "time stamp"),
        ("Tayang: Senin, 3 Maret 2025 18:02 WIB", "time stamp"),
        ("Halaman 1 dari 2", "page number"),
        ("Selanjutnya", "page number"),
        ("1 2 3 Selanjutnya", "page number"),
        ("Simak selengkapnya di halaman selanjutnya.", "page number"),
        ("Facebook Twitter WhatsApp Salin Tautan", "share button"),
        ("Tag: ikan, pasar", "tags"),
        ("#ikan #pasar", "tags"),
        ("Ikuti berita kami di Google News", "request to follow the site"),
        ("Beranda > Ekonomi", "breadcrumb"),
        ("Simak juga: Harga Cumi Naik", "link to another article"),
        ("Pilihan Redaksi: Harga Cumi Naik", "link to another article"),
        ("Nelayan menurunkan ikan. Foto: Rani Pertiwi/Kabar", "photo caption"),
        ("Arsip foto - Nelayan menurunkan ikan, Senin (3/3/2025). KABAR/Rani.", "photo caption"),
        ("Foto 2/7: Nelayan menurunkan ikan.", "photo caption"),
        ("Ikuti kami di Instagram dan YouTube.", "request to follow the site"),
        ("Dapatkan berita terbaru setiap hari lewat surel Anda.", "request to follow the site"),
        ("Pantau terus berita terkini di kanal YouTube Kabar.", "request to follow the site"),
        ("Artikel ini hanya untuk pelanggan.", "subscription notice"),
        ("Silakan masuk atau berlangganan untuk melanjutkan membaca.", "subscription notice"),
        ("Dilarang keras menyalin konten tanpa izin tertulis.", "source credit"),
        ("Hak cipta Kabar Pantai", "source credit"),
        ("(Rani Pertiwi)", "reporter's credit"),
        ("Tinggalkan Balasan", "reader comments"),
        ("Waktu baca 2 menit", "reading time or counter"),
        ("Dibaca: 231 kali", "reading time or counter"),
        (
            "Unduh aplikasi Kabar.com di Play Store untuk berita terbaru.",
            "request to follow the site",
        ),
        ("SIARAN PERS Nomor: 114/HM.01/VII/2025", "document number"),
        ("----------", "separator"),
    ],
)
def test_junk_line_is_left_out_with_its_reason(line: str, reason: str) -> None:
    sifted = sift(lines(FIRST, line, SECOND))
    assert [block.text for block in sifted.kept] == [FIRST, SECOND]
    assert [(each.text, each.reason) for each in sifted.dropped] == [(line, reason)]


@pytest.mark.parametrize(
    "line",
    [
        "Video itu beredar luas di media sosial sejak Minggu malam.",
        "Foto udara menunjukkan dermaga yang penuh kapal.",
        "Penulis buku itu tinggal di Muara Senja.",
        "Iklan layanan masyarakat dipasang di dermaga.",
        "Halaman rumahnya dipakai untuk menjemur ikan.",
        "Simak penjelasan petugas berikut ini.",
        "Selanjutnya petugas menimbang ikan satu per satu.",
        "Sumber air di desa itu mulai kering.",
        "Baca buku sebelum tidur membuat anak tenang.",
        "Pantau terus informasi resmi BMKG melalui aplikasi InfoBMKG.",
        "Ikuti arahan petugas saat gempa terjadi.",
        "Dapatkan surat keterangan dari kantor desa sebelum berangkat.",
        "Masuk ke museum itu tidak dipungut biaya.",
        "Dilarang mengambil ikan di kawasan itu selama setahun.",
        "Telepon genggam para murid dititipkan kepada guru.",
        "Siaran pers itu dibacakan oleh kepala dinas.",
        "Komentar para nelayan itu membuat bupati tersenyum.",
        "Hak cipta lagu itu dipegang oleh keluarganya.",
        "Informasi lebih lanjut akan disampaikan pekan depan.",
        "Dengarkan cerita kakek itu dengan saksama.",
        "Kontak terakhir dengan kapal itu terjadi pada Senin malam.",
        "Unduh aplikasi Satusehat di Play Store atau App Store.",
        "Masuk ke akun masing-masing, lalu pilih menu Bantuan.",
        "Daftar akun baru dengan nomor induk kependudukan.",
        "Klik gambar kamera di pojok kanan layar.",
        "17/8: upacara bendera di lapangan desa",
        "Laman: bantuan.desa.example untuk pendaftaran",
        "Dilarang mengambil foto di situs itu tanpa izin petugas.",
        "Dapatkan informasi terbaru tentang gempa di laman BMKG.",
        "Saksikan siaran langsung pertandingan itu di kanal televisi nasional.",
        "Menurut dia, pelaut itu (Rani Pertiwi) sudah pulang.",
    ],
)
def test_sentence_that_begins_like_junk_stays(line: str) -> None:
    assert kept(FIRST, line, SECOND) == [FIRST, line, SECOND]


def test_link_text_on_the_next_line_goes_with_its_label() -> None:
    sifted = sift(lines(FIRST, "Baca juga:", "Harga Cumi Naik, Siapa Untung?", SECOND))
    assert [block.text for block in sifted.kept] == [FIRST, SECOND]
    assert len(sifted.dropped) == 2


def test_paragraph_after_an_empty_link_label_stays() -> None:
    assert kept(FIRST, "Baca Juga", SECOND) == [FIRST, SECOND]


def test_several_links_go_but_a_sub_heading_after_them_stays() -> None:
    links = [
        "Harga Cumi Naik Menjelang Lebaran Tahun Ini",
        "Nelayan Muara Senja Dapat Kapal Baru Gratis",
    ]
    assert kept(FIRST, "Baca Juga", *links, SECOND) == [FIRST, SECOND]
    assert kept(FIRST, "Baca juga:", links[0], "Harga Masih Rendah", SECOND) == [
        FIRST,
        "Harga Masih Rendah",
        SECOND,
    ]


def test_tags_at_the_end_are_left_out() -> None:
    assert kept(FIRST, SECOND, "(abc/def)", "ikan") == [FIRST, SECOND]
    assert kept(FIRST, SECOND, "ikan", "pasar ikan") == [FIRST, SECOND]


def test_table_of_contents_is_left_out_and_announces_headings() -> None:
    sifted = sift(lines("Daftar Isi", "Harga Ikan", FIRST, "Harga Ikan", SECOND))
    assert [block.text for block in sifted.kept] == [FIRST, "Harga Ikan", SECOND]
    assert sifted.contents == {"Daftar Isi", "Harga Ikan"}


def test_site_name_inside_a_cut_sentence_stays() -> None:
    cut = ["Kabar itu disebarkan warga melalui", "Facebook", ", lalu ramai dibahas."]
    assert kept(FIRST, *cut) == [FIRST, *cut]


def test_pieces_inside_a_paragraph_are_cut_out_and_reported() -> None:
    sifted = sift(lines(f"{FIRST} (abc/def)", f"{SECOND} Baca juga: Harga Cumi Naik Lagi"))
    assert [block.text for block in sifted.kept] == [FIRST, SECOND]
    assert [each.text for each in sifted.dropped] == [
        "(abc/def)",
        "Baca juga: Harga Cumi Naik Lagi",
    ]


def test_title_that_trails_off_after_a_link_label_goes_with_it() -> None:
    assert kept(FIRST, "Baca juga:", "Menanti Kabar Kapal Itu…", SECOND) == [FIRST, SECOND]
    assert kept(FIRST, "Baca juga:", "Mereka menanti kabar kapal itu…", SECOND) == [
        FIRST,
        "Mereka menanti kabar kapal itu…",
        SECOND,
    ]


def test_caption_after_its_credit_goes_with_it() -> None:
    caption = "Nelayan menurunkan ikan di dermaga, Senin (3/3/2025)."
    assert kept(FIRST, "ANTARA/Rani Pertiwi", caption, SECOND) == [FIRST, SECOND]
    assert kept(FIRST, "ANTARA/Rani Pertiwi", SECOND) == [FIRST, SECOND]


def test_contact_lines_go_with_their_head() -> None:
    lines = ["Informasi lebih lanjut hubungi:", "Bagian Humas Kabupaten", "Surel: humas@a.example"]
    assert kept(FIRST, SECOND, *lines) == [FIRST, SECOND]
