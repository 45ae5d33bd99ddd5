"""Items written by hand, one of every response kind, on the text of the sample sheet."""

from quizgen.model import (
    Categorise,
    Choice,
    Evidence,
    FreeText,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Option,
    Ordering,
    RubricRow,
    ShortAnswer,
    Statement,
)

CHOICE = Item(
    id="detail-aaaa1111",
    type="detail",
    instruction="Pilihlah jawaban yang paling tepat!",
    prompt="Siapa yang meminta agar rute bus ditambah?",
    response=Choice(
        options=(
            Option(
                text="Seorang sopir bus",
                role="unsupported",
                why="Teks tidak memuat permintaan dari sopir (kalimat 9).",
            ),
            Option(
                text="Seorang warga desa",
                correct=True,
                role="key",
                why="“Ia” pada kalimat 12 ialah Joko, warga Desa Lembah Hijau (kalimat 11).",
                evidence=Evidence("s12", "Ia berharap rute ditambah"),
            ),
            Option(
                text="Kepala dinas perhubungan",
                role="misreading",
                why="Kepala dinas menanggapi keluhan, bukan meminta rute baru (kalimat 13).",
                evidence=Evidence("s13", "Menanggapi keluhan itu, Ratna berjanji"),
            ),
            Option(
                text="Orang tua pengisi survei",
                role="true-elsewhere",
                why="Mereka mengisi survei tentang rute yang ada (kalimat 7).",
                evidence=Evidence("s7", "Sebanyak 1.240 orang tua mengisi survei tersebut"),
            ),
        )
    ),
    evidence=(
        Evidence("s12", "Ia berharap rute ditambah"),
        Evidence("s11", "Joko Sasongko, seorang warga Desa Lembah Hijau"),
    ),
    process="interpret",
    level=4,
    question_word="siapa",
    lemmas=("minta", "rute"),
    entities=("Joko Sasongko",),
)

ITALIC_CHOICE = Item(
    id="meaning-bbbb2222",
    type="meaning",
    instruction="Pilihlah jawaban yang paling tepat!",
    prompt="Makna kata *mengangkut* dalam paragraf pertama adalah ….",
    response=Choice(
        options=(
            Option(text="memuat dan membawa", correct=True, why="Sesuai dengan kalimat 2."),
            Option(text="mendorong dari belakang", why="Bus tidak mendorong siswa (kalimat 2)."),
            Option(text="menunggu di halte", why="Tidak ada halte dalam kalimat 2."),
        )
    ),
    evidence=(Evidence("s2", "Setiap bus dapat mengangkut 28 siswa"),),
    process="interpret",
    level=3,
    explanation="Yang diangkut ialah 28 siswa (kalimat 2).",
)

MULTI_CHOICE = Item(
    id="detail-cccc3333",
    type="detail",
    instruction="Pilihlah lebih dari satu jawaban yang benar!",
    prompt="Informasi apa saja yang disampaikan Ratna dalam teks tersebut?",
    response=MultiChoice(
        options=(
            Option(
                text="Banyak siswa terlambat karena angkutan umum jarang lewat.",
                correct=True,
                why="Ratna menyampaikan hal itu (kalimat 5).",
            ),
            Option(
                text="Satu desa belum dilewati bus.",
                why="Keterangan itu disampaikan Joko (kalimat 11).",
            ),
            Option(
                text="Dua bus akan ditambahkan.",
                correct=True,
                why="Ratna menjanjikan hal itu (kalimat 13).",
            ),
            Option(
                text="Tiket bus akan segera dijual.",
                why="Siswa tidak perlu membayar (kalimat 3).",
            ),
        )
    ),
    evidence=(
        Evidence("s5", "banyak siswa terlambat karena angkutan umum jarang lewat"),
        Evidence("s13", "Ratna berjanji menambah dua bus"),
    ),
    process="locate",
    level=4,
    points=2,
)

CATEGORISE = Item(
    id="true-false-dddd4444",
    type="true-false",
    instruction="Tentukan Benar atau Salah untuk setiap pernyataan berikut!",
    prompt="Tentukan Benar atau Salah untuk setiap pernyataan berikut!",
    response=Categorise(
        categories=("Benar", "Salah"),
        statements=(
            Statement(
                text="Bus sekolah listrik di Kota Sarunai berjumlah tiga pada awalnya.",
                category="Benar",
                why="Jumlahnya tiga (kalimat 1).",
                evidence=Evidence("s1", "mengoperasikan tiga bus sekolah listrik"),
            ),
            Statement(
                text="Siswa membayar setengah harga untuk menaiki bus sekolah itu.",
                category="Salah",
                why="Siswa tidak perlu membayar (kalimat 3).",
                evidence=Evidence("s3", "Siswa tidak perlu membayar"),
                alteration="polarity",
            ),
            Statement(
                text="Para sopir dilatih sebelum survei dilakukan.",
                category="Salah",
                why="Survei pada Februari 2024 (kalimat 6), pelatihan pada Mei 2024 (kalimat 9).",
                evidence=Evidence("s9", "dilatih selama dua minggu pada Mei 2024"),
                alteration="time",
            ),
        ),
    ),
    evidence=(
        Evidence("s1", "mengoperasikan tiga bus sekolah listrik"),
        Evidence("s3", "Siswa tidak perlu membayar"),
        Evidence("s9", "dilatih selama dua minggu pada Mei 2024"),
    ),
    process="locate",
    level=3,
    points=3,
)

MATCHING = Item(
    id="gloss-match-eeee5555",
    type="gloss-match",
    instruction="Setiap jawaban hanya digunakan satu kali; satu jawaban tidak digunakan.",
    prompt="Jodohkanlah kata di lajur kiri dengan maknanya di lajur kanan!",
    response=Matching(
        pairs=(
            ("keluhan", "ungkapan rasa tidak puas"),
            ("rute", "jalur yang harus ditempuh"),
            ("sopir", "orang yang mengemudikan kendaraan"),
        ),
        distractors=("tempat menunggu kendaraan umum",),
        shown=(2, 3, 0, 1),
    ),
    evidence=(Evidence("s13", "Menanggapi keluhan itu"), Evidence("s9", "Para sopir")),
    process="interpret",
    level=3,
    points=3,
    explanation="Kata-kata itu terdapat pada kalimat 6, 9, dan 13.",
)

SHORT_ANSWER = Item(
    id="short-answer-ffff6666",
    type="short-answer",
    instruction="Jawablah pertanyaan berikut dengan singkat dan jelas!",
    prompt="Pada bulan dan tahun berapa survei tentang rute bus dilakukan?",
    response=ShortAnswer(answers=(("Februari 2024", "pada Februari 2024"),)),
    evidence=(Evidence("s6", "survei pada Februari 2024"),),
    process="locate",
    level=3,
    explanation="Survei dilakukan pada Februari 2024 (kalimat 6).",
)

TWO_ANSWERS = Item(
    id="short-answer-ffff7777",
    type="short-answer",
    instruction="Jawablah pertanyaan berikut dengan singkat dan jelas!",
    prompt="Apa saja rute bus sekolah yang ditetapkan pemerintah? Tuliskan keduanya!",
    response=ShortAnswer(answers=(("Bumi Asri–Pantai Kenari",), ("Bumi Asri–Bukit Damar",))),
    evidence=(Evidence("s8", "Bumi Asri–Pantai Kenari dan Bumi Asri–Bukit Damar"),),
    process="locate",
    level=3,
    points=2,
    explanation="Kedua rute itu disebutkan pada kalimat 8.",
)

ORDERING = Item(
    id="sequence-aaaa8888",
    type="sequence",
    instruction="Tuliskan nomor urut peristiwa dari yang paling awal!",
    prompt="Urutkan peristiwa berikut sesuai dengan waktu terjadinya!",
    response=Ordering(
        options=(
            Option(text="Orang tua mengisi survei.", why="Februari 2024 (kalimat 6)"),
            Option(text="Para sopir dilatih.", why="Mei 2024 (kalimat 9)"),
            Option(text="Bus mulai beroperasi.", why="Juni 2024 (kalimat 1)"),
            Option(text="Dua bus ditambahkan.", why="tahun depan (kalimat 13)"),
        ),
        shown=(2, 0, 3, 1),
    ),
    evidence=(Evidence("s6", "survei pada Februari 2024"), Evidence("s9", "pada Mei 2024")),
    process="interpret",
    level=4,
    points=2,
)

ESSAY = Item(
    id="essay-aaaa9999",
    type="essay",
    instruction="Jawablah pertanyaan berikut dengan jelas disertai bukti dari teks!",
    prompt="Apakah rencana menambah dua bus menjawab keluhan Joko? Jelaskan dengan bukti!",
    response=FreeText(
        rubric=(
            RubricRow(points=1, criterion="Menyebutkan keluhan Joko (kalimat 11 dan 12)."),
            RubricRow(points=1, criterion="Menyebutkan janji Ratna (kalimat 13)."),
            RubricRow(points=2, criterion="Menilai janji itu dengan bukti (kalimat 14)."),
        ),
        model_answer="Rencana itu menjawab keluhan Joko karena bus tersebut akan melayani desanya.",
    ),
    evidence=(Evidence("s14", "Bus tersebut akan melayani Desa Lembah Hijau"),),
    process="evaluate",
    level=5,
    points=4,
)

BANKED_GAP = Item(
    id="banked-cloze-bbbb1111",
    type="banked-cloze",
    instruction="Lengkapilah paragraf rumpang berikut dengan kata dalam kotak!",
    prompt="Rute bus {{1}} melalui survei. Sebanyak 1.240 orang tua {{2}} survei tersebut."
    " Para sopir kemudian {{3}} selama dua minggu.",
    response=Gap(
        answers=(("dipilih",), ("mengisi",), ("dilatih",)),
        bank=(
            Option(text="dilatih", correct=True),
            Option(text="dipilih", correct=True),
            Option(text="membayar"),
            Option(text="mengisi", correct=True),
        ),
    ),
    evidence=(Evidence("s6", "Rute bus dipilih melalui survei"),),
    process="language",
    level=3,
    points=3,
    text="hidden",
    explanation="Kata-kata itu terdapat pada kalimat 6, 7, dan 9.",
)

OPEN_GAP = Item(
    id="c-test-bbbb2222",
    type="c-test",
    instruction="Lengkapilah kata-kata yang rumpang berikut!",
    prompt="Menanggapi kel{{1}} itu, Ratna berjanji menambah dua {{2}} pada tahun depan.",
    response=Gap(answers=(("uhan",), ("bus", "kendaraan"))),
    evidence=(Evidence("s13", "Menanggapi keluhan itu, Ratna berjanji menambah dua bus"),),
    process="language",
    level=4,
    points=2,
    text="hidden",
    explanation="Lihat kalimat 13.",
)

WORD_ORDER = Item(
    id="word-order-bbbb3333",
    type="word-order",
    instruction="Tuliskan kalimat yang lengkap!",
    prompt="Susunlah kelompok kata berikut menjadi kalimat yang padu!",
    response=Ordering(
        options=(
            Option(text="Rute bus"),
            Option(text="dipilih"),
            Option(text="melalui survei"),
            Option(text="pada Februari 2024."),
        ),
        shown=(2, 0, 3, 1),
    ),
    evidence=(Evidence("s6", "Rute bus dipilih melalui survei pada Februari 2024."),),
    process="language",
    level=3,
    text="hidden",
    explanation="Huruf kapital menandai awal dan tanda titik menandai akhir kalimat 6.",
)
