"""Which words of a text are worth asking about: their sense is sure, and they stand by themselves.

A word is asked in the form in which the dictionary has it, so that its definition has the right
voice: *menahan* is asked, *ditahan* is not. Names, fixed expressions and parts of longer terms
are left out, and so are words whose sense here the dictionary cannot be trusted with.
"""

import re
from collections.abc import Iterator
from functools import cache

from quizgen.exercises.common.tables import rows
from quizgen.language.clauses import named_tokens
from quizgen.language.lookup import Found, entries_of
from quizgen.language.morphology import analyse
from quizgen.language.notices import standard_words
from quizgen.language.once import once
from quizgen.language.senses import choose_sense
from quizgen.lexicon import Entry, Sense, dictionary
from quizgen.model import Document, Evidence, Sentence, Token

CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
_LOWEST, _HIGHEST = 3, 6
"""Levels of the entries that are asked: the commonest words are known, the rarest too rare."""
_CERTAIN = 0.97
"""Confidence that the sense of a word with several senses must have to be asked about."""
_AROUND = 2
_LEANING = re.compile(r"^(?:di|ke|dari|karena|untuk|dengan|pada|agar|oleh)\b|\b(?:itu|ini)\b")
"""A definition that is no phrase of its own among others, or points to something before it."""


@once
def askable(document: Document) -> tuple[tuple[Found, Sense, Sentence], ...]:
    """Return the words worth asking with the sense that they surely have, in order of the text.

    A headword comes with every sentence that it can be asked in.
    """
    return tuple(_askable(document))


def _askable(document: Document) -> Iterator[tuple[Found, Sense, Sentence]]:
    for sentence in document.sentences:
        named = named_tokens(sentence, document)
        for found in entries_of(sentence):
            if found.start in named or not _worth(found.entry) or not _plain(found, sentence):
                continue
            sense = _sure_sense(found, sentence)
            if sense:
                yield found, sense, sentence


def proof(found: Found, sentence: Sentence) -> Evidence:
    """Return the word with up to two words on each side, word for word."""
    return around(found.start, found.end, sentence)


def around(start: int, end: int, sentence: Sentence) -> Evidence:
    """Return tokens ``start`` to ``end`` with up to two words on each side, word for word."""
    tokens = sentence.tokens
    first, last = start, end - 1
    while first and start - first < _AROUND and tokens[first - 1].upos != "PUNCT":
        first -= 1
    while last + 1 < len(tokens) and last - end + 1 < _AROUND:
        if tokens[last + 1].upos == "PUNCT":
            break
        last += 1
    low, high = tokens[first].start - sentence.start, tokens[last].end - sentence.start
    return Evidence(sentence.id, sentence.text[low:high])


def _plain(found: Found, sentence: Sentence) -> bool:
    """Tell whether the entry stands as a single word, once, in its own form."""
    token, entry = sentence.tokens[found.start], found.entry
    return (
        found.end - found.start == 1
        and token.text.lower() == entry.headword
        and (token.text.islower() or found.start == 0)
        and not token.clitics
        and not part_of_more(found.start, sentence.tokens)
        and is_single(entry.root, sentence)
    )


def is_single(root: str, sentence: Sentence) -> bool:
    """Tell whether exactly one word of the sentence has the root."""
    return [analyse(token.text.lower()).root for token in sentence.tokens].count(root) == 1


def part_of_more(index: int, tokens: tuple[Token, ...]) -> bool:
    """Tell whether a hyphen, a quotation mark or a name beside it makes the word part of more."""
    beside = [tokens[i] for i in (index - 1, index + 1) if 0 <= i < len(tokens)]
    if any(token.text in {"-", "–", "/", '"', "“", "”", "'", "‘", "’"} for token in beside):
        return True
    return any(token.upos == "PROPN" and tokens[index].text[0].isupper() for token in beside)


def _sure_sense(found: Found, sentence: Sentence) -> Sense | None:
    chosen = choose_sense(found, sentence.tokens)
    sense, upos = chosen.sense, sentence.tokens[found.start].upos
    if chosen.confidence < _CERTAIN or sense.upos != upos:
        return None
    return sense if shown(found.entry, sense) else None


@cache
def roots(definition: str) -> frozenset[str]:
    """Return the roots of all words of a definition."""
    return frozenset(
        form
        for word in definition.lower().replace(",", " ").replace("(", " ").replace(")", " ").split()
        for form in (word, analyse(word).root)
    )


@cache
def unreliable() -> frozenset[str]:
    """Return headwords that are never asked; the table says why."""
    return frozenset(word for _, words in rows("words_not_asked") for word in words.split())


@cache
def definable() -> tuple[tuple[Entry, Sense], ...]:
    """Return the words that texts may be asked about, with each sense that can be shown."""
    return tuple(
        (entry, sense)
        for entry in dictionary().entries.values()
        if _worth(entry)
        for sense in entry.senses
        if shown(entry, sense)
    )


def _worth(entry: Entry) -> bool:
    """Tell whether a headword is one word, neither too common nor too rare, and reliable."""
    return (
        _LOWEST <= entry.level <= _HIGHEST
        and entry.headword.isalpha()
        and entry.headword not in standard_words()
        and entry.headword not in unreliable()
    )


def shown(entry: Entry, sense: Sense) -> bool:
    """Tell whether a sense has a definition without the word, and is no spoken or bound one."""
    return (
        bool(sense.definition)
        and sense.upos in CONTENT
        and sense.register != "percakapan"
        and "(in" not in sense.gloss
        and "compound" not in sense.gloss
        and "(after" not in sense.gloss
        and entry.root not in roots(sense.definition)
        and not _LEANING.search(sense.definition)
    )
