"""Parts of the corpus, for tests that take long with a text."""

from quizgen import corpus

SOME = corpus.article_ids()[::7]
"""Every seventh text; the levels of a topic stand in turn, so each level is there."""
_TOPICS = ("bulan-chandrayaan", "emas-paris", "kereta-cepat", "putin-pyongyang", "suhu-2024",
           "sumbu-filosofi")  # fmt: skip
SIX_TOPICS = [id for id in corpus.article_ids() if id.rpartition("-")[0] in _TOPICS]
"""All levels of the topics that the exercise types are held to item by item."""
