"""A part of the corpus, all levels and many topics in it, for tests that take long with a text."""

from quizgen import corpus

SOME = corpus.article_ids()[::7]
"""Every seventh text; the levels of a topic stand in turn, so each level is there."""
EVERY_FOURTH = corpus.article_ids()[::4]
