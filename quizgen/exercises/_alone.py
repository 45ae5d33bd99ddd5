"""Whether a sentence of the text can be printed alone as the frame of a language item.

It is of a handy length, standard in every word, and points to nothing outside it: no pronoun, no
*itu*, no *-nya*, no linking word at its start, nothing quoted and no dateline.
"""

import re
from collections.abc import Sequence

from quizgen.language.clauses import entity_spans, word_class
from quizgen.language.generation import generate
from quizgen.language.morphology import analyse
from quizgen.language.sentences import dateline_end
from quizgen.language.slips import slip
from quizgen.language.speech import verbs
from quizgen.model import Document, Sentence, Token

_SHORTEST, _LONGEST = 5, 24
_MARKS = frozenset('"“”‘’:;?!()[]–—-/*') | {"…", "..."}
_OPENING = frozenset({"NOUN", "PROPN", "NUM", "ADP", "DET"})
_POINTING = frozenset(
    """ini itu tersebut tadi sini situ sana begini begitu demikian ia dia beliau mereka kami kita saya
    aku kamu anda engkau keduanya ketiganya semuanya lainnya serupa senada juga pun pula justru malah
    bahkan memang kembali lagi tadinya yakni yaitu pihaknya sang si kedua ketiga keempat sendiri hal
    lain sementara sedangkan sebelumnya selanjutnya berikutnya masing-masing apalagi pasalnya""".split()
)
_LINKING = frozenset(
    """kemudian lalu setelah sesudah namun jadi selain semua adapun akhirnya khususnya misalnya karena
    oleh meski meskipun walau jika kalau sebab untuk dengan menurut seperti sebagai terlebih""".split()
)
_FIGURE = re.compile(r"\bRp\s|\d%|US\$\s|\b\d+\.$")


def stands_alone(sentence: Sentence, document: Document) -> bool:
    """Tell whether a sentence is good model Indonesian that is understood without the text."""
    tokens = sentence.tokens
    if not _SHORTEST <= len(tokens) <= _LONGEST or tokens[-1].text != ".":
        return False
    if tokens[0].upos not in _OPENING or tokens[0].text.lower() in _LINKING:
        return False
    if dateline_end(sentence.text) or _FIGURE.search(sentence.text):
        return False
    named = {i for span in entity_spans(sentence, document) for i in range(span.start, span.end)}
    return points_to_nothing(tokens) and well_formed(tokens, named) and _says_something(tokens)


def points_to_nothing(tokens: Sequence[Token]) -> bool:
    """Tell whether no word needs the text around: no pronoun, no pointing word, no *-nya*."""
    return not any(
        token.clitics or token.text in _MARKS or token.text.lower() in _POINTING
        for token in tokens
    )


def well_formed(tokens: Sequence[Token], named: set[int]) -> bool:
    """Tell whether every word is standard and every derived word rightly built.

    ``named`` holds the indexes of tokens in names, which follow their own rules.
    """
    if slip(tokens) is not None or _comma_after_saying(tokens):
        return False
    return not any(
        _misbuilt(token) or _strange(token)
        for index, token in enumerate(tokens)
        if index not in named
    )


def _misbuilt(token: Token) -> bool:
    """Tell whether a derived word is not what its own parts make: *mengkonsumsi*."""
    word = token.text
    if not (word.islower() and word.isalpha()):
        return False
    analysis = analyse(word)
    affixes = [part for part in analysis.segments if part != analysis.root]
    if not analysis.known or not affixes or "R" in affixes:
        return False
    return generate(analysis.root, affixes) != word


def _strange(token: Token) -> bool:
    """Tell whether a word is shouted or no Indonesian word as far as anybody knows."""
    word = token.text
    return (word.isalpha() and word.isupper() and len(word) > 5) or token.upos == "X"


def _comma_after_saying(tokens: Sequence[Token]) -> bool:
    """Tell whether a comma stands for *bahwa*: *Ia mengatakan, harga naik*."""
    spoken = verbs("active")
    return any(
        first.text.lower() in spoken and second.text == ","
        for first, second in zip(tokens, tokens[1:], strict=False)
    )


def _says_something(tokens: Sequence[Token]) -> bool:
    """Tell whether the sentence has a verb or a copula, and a subject before it."""
    linking = {"adalah", "ialah"} | word_class("vague")
    return any(
        token.upos == "VERB" or token.text.lower() in linking for token in tokens[1:]
    )
