"""A small archive of invented news, with what spoils an archive."""

import json
from pathlib import Path
from typing import Any

PERAHU = (
    "Warga Desa Kenanga menerima dua perahu baru pada hari Senin. Perahu itu dibuat oleh para"
    " pemuda dari desa sebelah dan akan dipakai untuk mengantar anak-anak ke sekolah.\n\n"
    "Kepala desa mengatakan bahwa perahu lama sudah bocor. Karena itu, banyak anak yang terlambat"
    " masuk sekolah ketika air sungai naik."
)
PASAR = (
    "Pemerintah Kabupaten Sukamaju meresmikan pasar baru pada Senin, 6 Mei 2024. Pasar itu"
    " dibangun dengan biaya Rp12 miliar dan menampung 240 pedagang.\n\n"
    "Bupati Siti Rahmawati berharap pasar itu meningkatkan penghasilan warga. Ia meminta para"
    " pedagang menjaga kebersihan karena pembeli menyukai tempat yang bersih."
)
KEBUN = (
    "Para petani di Desa Mekarsari menanam kembali pohon kopi yang rusak akibat kekeringan."
    " Mereka memperoleh 5.000 bibit dari Dinas Pertanian pada Rabu, 8 Mei 2024.\n\n"
    "Kepala dinas, Bambang Hartono, mengatakan bahwa bibit itu tahan terhadap cuaca panas. Para"
    " petani memperkirakan panen pertama berlangsung tiga tahun lagi."
)
KERETA = (
    "Kereta wisata kembali melayani penumpang dari Kota Banyubiru ke pantai selatan. Perjalanan"
    " sejauh 40 kilometer itu memerlukan waktu satu jam.\n\n"
    "Menurut Direktur Utama Rina Kusuma, kereta itu mengangkut 300 penumpang setiap hari. Jumlah"
    " penumpang meningkat karena harga karcis lebih murah daripada harga karcis bus."
)
SYNDICATED = PASAR.replace("menjaga kebersihan", "memelihara kebersihan")
"""The news of the market as another paper prints it: one word is another."""
RECORDS: tuple[dict[str, Any], ...] = (
    {"id": "perahu", "title": "Perahu Baru untuk Desa Kenanga", "text": PERAHU, "topic": "desa"},
    {"id": "pasar", "title": "Pasar Sukamaju Dibuka", "date": "2024-05-07", "text": PASAR},
    {"id": "kosong", "title": "Tanpa isi", "text": " "},
    {"id": "kebun", "title": "Petani Menanam Kopi", "date": "2024-05-09", "text": KEBUN},
    {"id": "pasar-lagi", "title": "Bupati Buka Pasar", "date": "2024-05-07", "text": SYNDICATED},
    {"id": "kereta", "title": "Kereta Wisata ke Pantai", "date": "2024-05-10", "text": KERETA},
    {"id": "perahu", "title": "Id yang sama", "text": KEBUN.replace("kopi", "teh")},
)
GOOD = ("perahu", "pasar", "kebun", "kereta")
"""Ids of the articles that items are made from."""


def write_lines(path: Path) -> Path:
    """Write the archive as JSON Lines, with a blank line and one that is no JSON at the end."""
    lines = [json.dumps(record, ensure_ascii=False) for record in RECORDS]
    lines.insert(2, "")
    path.write_text("\n".join([*lines, "{rusak"]) + "\n", encoding="utf-8")
    return path
