"""Questions on the relation that a connector of the text expresses."""

import re
from collections.abc import Iterator

from quizgen.exercises.common.choice import choice_item, mistakes
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.standard_language import spelt, tidy_whole
from quizgen.exercises.common.text import base_level
from quizgen.exercises.words.connectors import APART, MEANINGS, Connector, connectors
from quizgen.model import Document, Evidence, Item, Sentence

_SEVERAL_SENSES = frozenset({"sebab", "lantaran", "sejak", "tetapi", "melainkan"})
_FRAGMENTS = frozenset({"misalnya", "lalu", "seperti", "yaitu", "yakni", "dan", "atau"})
_POINTERS = frozenset({"itu", "ini", "demikian", "begitu"})
_NO_CONDITION = ("dibanding", "dilihat", "dihitung", "perlu", "tidak", "memang", "mungkin")
_LONGEST = 35


def relations(document: Document) -> Iterator[tuple[str, str, Item]]:
    """Yield (connector, its relation, item) for each sentence that has the connector once."""
    table = connectors()
    for sentence in document.sentences:
        if len(sentence.tokens) > _LONGEST or not spelt(sentence.text):
            continue
        if not tidy_whole(sentence):
            continue
        for index, token in enumerate(sentence.tokens):
            word = token.text.lower()
            if token.deprel == "case":
                # Before a noun phrase, as in *setelah upacara*, the word is a preposition.
                continue
            one = table.get(word)
            if one and one.place != "inter" and _plain(word, index, sentence):
                yield word, one.relation, _item(one, token.text, sentence)


def _plain(word: str, index: int, sentence: Sentence) -> bool:
    """Tell whether the connector opens a clause in its one sense."""
    tokens = sentence.tokens
    if word in _SEVERAL_SENSES:
        return False
    if index + 2 >= len(tokens) or [t.text.lower() for t in tokens].count(word) > 1:
        return False
    before = tokens[index - 1].text.lower() if index else ""
    after = tokens[index + 1].text.lower()
    if before in {"oleh", "maaf", "bukan"} or after in _POINTERS or after == ",":
        return False
    if word in {"jika", "apabila"} and after.startswith(_NO_CONDITION):
        return False
    following = tokens[index + 1 : index + 7]
    comma = next((i for i, token in enumerate(following) if token.text == ","), None)
    following = following[:comma]
    if not index and "," not in sentence.text:
        return False
    claused = any(token.upos in {"VERB", "ADJ"} for token in following)
    first = tokens[0].text.lower()
    whole = first.isalpha() and first not in _FRAGMENTS and sentence.text.endswith(".")
    if word in {"padahal", "sedangkan"} and not index:
        return False
    return claused and whole and not re.search(r"[“”\"]", sentence.text)


def _item(one: Connector, word: str, sentence: Sentence) -> Item:
    said, here = f"“{one.text}” {MEANINGS[one.relation]}", cite(sentence.id)
    wrong = (
        (relation, f"{said}, bukan {MEANINGS[relation]} {here}.")
        for relation in APART[one.relation]
    )
    return choice_item(
        "connector",
        f"Kata hubung *{word.lower()}* dalam kalimat ({sentence.number}) menyatakan hubungan ….",
        key=one.relation,
        why=f"{said} {here}.",
        proof=Evidence(sentence.id, word),
        wrong=mistakes(wrong),
        process="language",
        level=min(max(3, base_level(sentence)), 5),
        rank=0.5,
        facts=(f"connector:{one.text}",),
        numbered=True,
        lemmas=(one.text,),
    )
