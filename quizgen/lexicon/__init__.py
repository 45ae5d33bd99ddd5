"""The learner's dictionary of Indonesian news: entries, senses and the defining vocabulary."""

from quizgen.lexicon.clues import clues
from quizgen.lexicon.dictionary import Dictionary, dictionary, read_dictionary
from quizgen.lexicon.entry import Entry, Sense
from quizgen.lexicon.lists import classes, defining_words, registers

__all__ = [
    "Dictionary",
    "Entry",
    "Sense",
    "classes",
    "clues",
    "defining_words",
    "dictionary",
    "read_dictionary",
    "registers",
]
