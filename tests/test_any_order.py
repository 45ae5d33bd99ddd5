"""Analysis and items break off on no mix of paragraphs, however odd: real text is never clean."""

import datetime as dt
import random

import pytest

from quizgen import corpus, pipeline
from quizgen.language.annotate import annotate
from quizgen.model import Article

ODD = (
    "”",
    "Laba naik pada kuartal kedua 2025.",
    "Tiga bulan kemudian pabrik itu ditutup.",
    "Sehari sebelumnya, 31 Februari 2025 pukul 25.61 WIB, harga turun 0 persen dari Rp0.",
    "Pada semester pertama 1/13/2025, awal 2020-an hingga abad ke-18,",
    "“Calon yang jujur, punya",
    "(AB/CD) — Baca juga: … */ “”",
    "KAMI",
    "Pemkab Tegaskan Hilirisasi Nikel Tetap Berjalan Sesuai",
)


@pytest.mark.parametrize("seed", range(12))
def test_a_mix_of_paragraphs_is_analysed_and_asked_about(seed: int) -> None:
    rng = random.Random(seed)
    texts = rng.sample(corpus.article_ids(), 3)
    found = [each for id in texts for each in corpus.load_article(id).paragraphs]
    mixed = [*rng.sample(found, 8), *rng.sample(ODD, 4)]
    rng.shuffle(mixed)
    date = rng.choice([None, dt.date(2025, 6, 20)])
    document = annotate(Article(id="uji", paragraphs=tuple(mixed), date=date))
    kept = pipeline.vet(pipeline.make_items(document, seed=seed), document).kept
    assert document.sentences and all(item.prompt for item in kept)
