"""From a word as it stands in a text to its entry in the learner's dictionary."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from quizgen.language.morphology import analyse
from quizgen.language.once import once_a_sentence
from quizgen.lexicon import Entry, dictionary
from quizgen.model import Sentence, Token

_LONGEST_TERM = 5
_COMPARING = ((), ("-nya",), ("R", "-nya"))


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that tokens ``start`` to ``end`` (exclusive) of a sentence are a form of."""

    start: int
    end: int
    entry: Entry


def look_up(query: str) -> Entry | None:
    """Return the entry of a word or term in any inflected or misspelt form, None if there is none.

    >>> look_up("diumumkannya").headword
    'mengumumkan'
    """
    words = tuple(query.lower().split())
    found = _entry(words) or _entry(_headwords(words)) or _misspelt().get(" ".join(words))
    return found or (_base(words[0]) if len(words) == 1 else None)


def _entry(words: Sequence[str]) -> Entry | None:
    return dictionary().get(" ".join(words))


def _headwords(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(analyse(word).headword for word in words)


@cache
def _base(word: str) -> Entry | None:
    """Return what a word without an entry is a form of: a verb's or an adjective's.

    A bare root stands for its verb (*kami bantu*, *potong!*: *membantu*, *memotong*); *ter-*, *se-*
    and *se-R-nya* compare an adjective (*terkecil*, *sekecil*, *sekecil-kecilnya*: *kecil*).

    Source: Sneddon et al. (2010), on imperatives, object-focus clauses and comparison.
    """
    analysis = analyse(word)
    if analysis.segments == (analysis.root,):
        return _verbs_of_roots().get(analysis.root)
    if analysis.segments[:2] in (("ter-", analysis.root), ("se-", analysis.root)):
        rest = analysis.segments[2:]
        entry = dictionary().get(analysis.root) if rest in _COMPARING else None
        return entry if entry and any(sense.upos == "ADJ" for sense in entry.senses) else None
    return None


@cache
def _verbs_of_roots() -> dict[str, Entry]:
    """Return the verbs that are *meN-* and a root, by the root."""
    entries = dictionary().entries.values()
    return {entry.root: entry for entry in entries if entry.segments == f"meN-+{entry.root}"}


@cache
def _misspelt() -> dict[str, Entry]:
    entries = dictionary().entries.values()
    return {form: entry for entry in entries for form in entry.nonstandard}


@cache
def _terms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the headwords of several words by their first one, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for headword in dictionary().entries:
        words = tuple(headword.split())
        if len(words) > 1:
            table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(terms, key=len, reverse=True)) for first, terms in table.items()}


@once_a_sentence
def entries_of(sentence: Sentence) -> tuple[Found, ...]:
    """Return every entry that stands in a sentence, in order; a term wins over its words."""
    return tuple(entries_in(sentence.tokens))


def entries_in(tokens: Sequence[Token]) -> Iterator[Found]:
    """Yield every entry that stands among some words, as ``entries_of`` does."""
    index = 0
    while index < len(tokens):
        found = _term_at(tokens, index) or _word_at(tokens, index)
        if found:
            yield found
        index = found.end if found else index + 1


def _word_at(tokens: Sequence[Token], index: int) -> Found | None:
    token = tokens[index]
    if token.upos == "PROPN" or not token.text[:1].isalpha():
        return None
    entry = _entry_of(token.text, token.headword)
    return Found(index, index + 1, entry) if entry else None


@lru_cache(maxsize=50_000)
def _entry_of(text: str, headword: str) -> Entry | None:
    known, headword = dictionary(), headword.lower()
    return known.get(text.lower()) or known.get(headword) or _base(headword)


def _term_at(tokens: Sequence[Token], index: int) -> Found | None:
    """Return the longest term that starts here; only its last word may carry a clitic."""
    for words in _terms().get(tokens[index].text.lower(), ()):
        end = index + len(words)
        if end - index > _LONGEST_TERM or end > len(tokens):
            continue
        run = [token.text.lower() for token in tokens[index:end]]
        last = run[-1] == words[-1] or tokens[end - 1].headword == words[-1]
        if tuple(run[:-1]) == words[:-1] and last:
            return Found(index, end, dictionary().entries[" ".join(words)])
    return None
