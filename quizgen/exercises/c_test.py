"""C-test: a passage in which every second word has lost its second half.

The learner restores the words from grammar, meaning and the letters left. Trains overall command
of the language, vocabulary and grammar together.

The first sentence stays whole. From the second on, the second half of every second word is
deleted, of an odd number the smaller part. Names, figures, quoted, short, doubled and foreign words
are passed over, and so is a word whose beginning and length fit another word: one letter more may
stay to make it the only one; if that does not help, the next word is taken. The learner sees one
line for each missing letter.

Known limits: only passages of three to seven whole sentences that point to nothing before them;
words with a clitic are left alone, for their other forms are on no list.

Source: Klein-Braley & Raatz (1984), *A survey of research on the C-test*; rivals of a word as in
``common/spellings.py``.

>>> from quizgen.exercises.common.example import show
>>> passage = (
...     "Pasar terapung di Kampung Muara menarik banyak wisatawan. Puluhan pedagang menawarkan "
...     "sayuran dan rempah dari perahu kecil. Sebagian pengunjung datang untuk membandingkan "
...     "harga barang, sedangkan masyarakat sekitar mencari kebutuhan harian. Pemerintah daerah "
...     "berencana memperbaiki dermaga sehingga perjalanan semakin nyaman dan penjual memperoleh "
...     "keuntungan. Kegiatan seperti itu diharapkan meningkatkan pendapatan keluarga nelayan."
... )
>>> print(show(EXERCISE, passage))  # doctest: +ELLIPSIS
Pasar terapung di Kampung Muara menarik banyak wisatawan. Puluhan peda{{1}} menawarkan sayu{{2}} ...
= gang
= ran
...
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen import records
from quizgen.checks.word_lists import word_list
from quizgen.exercises.common.cites import cite, whole
from quizgen.exercises.common.cloze import cut, opens_passage, readable
from quizgen.exercises.common.spellings import is_indonesian, rivals
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import base_level
from quizgen.interfaces import Family
from quizgen.language.clauses import named_tokens
from quizgen.language.levels import english_zipf, zipf
from quizgen.language.notices import standard_words
from quizgen.model import Document, Gap, Item, Sentence

_QUOTES = frozenset("\"“”‘’'")
_CLOSED = frozenset({"PROPN", "NUM", "X", "SYM", "PUNCT", "INTJ"})
_FEWEST, _MOST = 10, 15
_LONGEST = 120
_MAX_SENTENCES, _MIN_SENTENCES = 7, 3
_SHORTEST_WORD, _LEAST_CUT = 4, 2
_COMMON = 3.0
_PASSAGES = 2
_SAFE = {"dengan": (4, None), "untuk": (3, None), "sudah": (3, "VERB"), "setelah": (5, "VERB")}
"""Words whose rivals (*dengar, untai, sudut, setelan*) are of a class that cannot stand there.

How many letters stay, and what must follow.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A word of the passage and how many of its letters stay."""

    sentence: Sentence
    index: int
    kept: int

    @property
    def word(self) -> str:
        return self.sentence.tokens[self.index].text

    @property
    def missing(self) -> str:
        return self.word[self.kept :]


class CTest:
    """Makes C-tests."""

    name = "c-test"
    purpose = "The learner restores the missing second halves of the words of a passage."
    responses = ("gap",)
    family: Family = "vocabulary"
    levels = (3, 7)
    example = "Para peda{{1}} membawa sayuran den{{2}} perahu. → gang; gan"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield up to two passages that do not overlap, from the top."""
        index, made = 0, 0
        while index < len(document.sentences) and made < _PASSAGES:
            run, cuts = _passage(document, index)
            if cuts:
                yield _item(run, cuts)
                made += 1
            index += len(run) if cuts else 1


def _passage(document: Document, start: int) -> tuple[list[Sentence], list[_Cut]]:
    """Return the passage that starts at a sentence with its cuts, no cuts if it has too few."""
    first = document.sentences[start]
    if not opens_passage(first):
        return [first], []
    run, cuts, seen = [first], list[_Cut](), _words(first)
    for sentence in document.sentences[start + 1 : start + _MAX_SENTENCES]:
        length = sum(len(each.tokens) for each in (*run, sentence))
        if length > _LONGEST or not readable(sentence) or len(cuts) >= _MOST:
            break
        found = _cuts(sentence, document, seen)[: _MOST - len(cuts)]
        run.append(sentence)
        cuts.extend(found)
        seen |= {cut.word.lower() for cut in found}
    enough = len(cuts) >= _FEWEST and len(run) >= _MIN_SENTENCES
    return run, cuts if enough else []


def _words(sentence: Sentence) -> set[str]:
    return {token.text.lower() for token in sentence.tokens if len(token.text) > _SHORTEST_WORD}


def _cuts(sentence: Sentence, document: Document, seen: set[str]) -> list[_Cut]:
    """Return the words to be cut: every second one, or the next that can be."""
    found: list[_Cut] = []
    closed = named_tokens(sentence, document) | _quoted(sentence)
    whole_before = 0
    taken = set(seen)
    for index, token in enumerate(sentence.tokens):
        if not token.text[:1].isalnum():
            continue
        kept = 0 if index in closed or not whole_before else _kept(sentence, index)
        if kept and token.text.lower() not in taken:
            found.append(_Cut(sentence=sentence, index=index, kept=kept))
            taken.add(token.text.lower())
            whole_before = 0
        else:
            whole_before += 1
    return found


def _quoted(sentence: Sentence) -> set[int]:
    """Return the indexes of quoted tokens: what somebody said is not cut."""
    found: set[int] = set()
    opened = False
    for index, token in enumerate(sentence.tokens):
        if token.text in _QUOTES:
            opened = not opened
        elif opened:
            found.add(index)
    return found


def _kept(sentence: Sentence, index: int) -> int:
    """Return how many letters stay, 0 if the word is not cut."""
    token = sentence.tokens[index]
    word = token.text
    if word in _SAFE and index + 1 < len(sentence.tokens):
        safe, after = _SAFE[word]
        return safe if after in {None, sentence.tokens[index + 1].upos} else 0
    plain = word.isalpha() and word.islower() and not token.clitics
    if not plain or len(word) < _SHORTEST_WORD or token.upos in _CLOSED:
        return 0
    foreign = english_zipf(word) > zipf(word)
    if zipf(word) < _COMMON or foreign or not is_indonesian(word) or word in standard_words():
        return 0
    half = (len(word) + 1) // 2
    for kept in (half, half + 1):
        cut = len(word) - kept
        # A part that is a colloquial word by itself (*sehi-ngga*) would look like one in the key.
        unclear = word[:kept] in words("cloze", "prefixes") or word[kept:] in word_list("informal")
        if cut >= _LEAST_CUT and not unclear and not rivals(word, kept):
            return kept
    return 0


def _item(run: Sequence[Sentence], cuts: Sequence[_Cut]) -> Item:
    ids = tuple(sentence.id for sentence in run)
    cited = tuple(dict.fromkeys(each.sentence.id for each in cuts))
    written = ", ".join(each.word for each in cuts)
    item = Item(
        id="",
        type="c-test",
        response=Gap(answers=tuple((each.missing,) for each in cuts)),
        instruction="Lengkapilah bagian kata yang hilang! Satu garis mewakili satu huruf.",
        prompt=_prompt(run, cuts),
        evidence=tuple(whole(sentence) for sentence in run),
        process="interpret",
        level=max(base_level(sentence) for sentence in run),
        points=len(cuts),
        text="hidden",
        explanation=f"Kata yang lengkap: {written} {cite(*cited)}.",
        lemmas=tuple(dict.fromkeys(each.sentence.tokens[each.index].lemma for each in cuts)),
        facts=ids,
        reveals=ids,
        rank=0.4 + len(cuts) / 50,
    )
    return records.identify(item)


def _prompt(run: Sequence[Sentence], cuts: Sequence[_Cut]) -> str:
    number = {id(each): place for place, each in enumerate(cuts, start=1)}
    first = cut(run[0], [])
    rest = [
        _cut_sentence(sentence, [each for each in cuts if each.sentence is sentence], number)
        for sentence in run[1:]
    ]
    return " ".join((first, *rest))


def _cut_sentence(sentence: Sentence, cuts: Sequence[_Cut], number: dict[int, int]) -> str:
    text = sentence.text
    for each in reversed(cuts):
        token = sentence.tokens[each.index]
        low, high = token.start - sentence.start + each.kept, token.end - sentence.start
        text = f"{text[:low]}{{{{{number[id(each)]}}}}}{text[high:]}"
    return text


EXERCISE = CTest()
