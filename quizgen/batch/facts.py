"""What an item asks, named so that the same fact has the same name in every article."""

import re
from collections.abc import Iterator
from hashlib import blake2b

from quizgen.checks.text_match import content_lemmas, words
from quizgen.model import Choice, Document, FreeText, Item, MultiChoice, ShortAnswer
from quizgen.records import item_to_dict

_SENTENCE = re.compile(r"(?P<before>(?:\w+:)?)(?P<id>s\d+)(?P<after>(?::\w+)?)")
_PARAGRAPH = re.compile(r"(?P<before>\w+:)p(?P<number>\d+)")
_KEY = ("options", "answers", "pairs", "statements")


def fact_names(item: Item, document: Document) -> tuple[str, ...]:
    """Return names of what the item asks: two items that share one never stand on one sheet.

    A sentence is named by its words, so that a sentence which two articles share has one name.
    What is asked of a word (*root:beri*) has one name anyway; what is asked of a text as a whole
    (*essay*) is bound to the text. A question also has a name made of its content words and its
    answer, which it shares with other wordings of it.
    """
    named = [_global(fact, document) for fact in item.facts]
    asked = _question(item)
    return tuple(dict.fromkeys([*named, *([f"asks:{asked}"] if asked else [])]))


def fact_key(item: Item, document: Document) -> str:
    """Return the name of the one fact that an item asks in the way of its type.

    Items of several articles that have the same key are the same item for a learner.
    """
    asked = _question(item)
    if asked:
        return digest(item.type, asked)
    record = item_to_dict(item)
    proofs = sorted({_sentence_name(each.sentence, document) for each in item.evidence})
    named = sorted(_global(fact, document) for fact in item.facts)
    # Two essays on one text differ in their task alone.
    task = words(item.prompt) if isinstance(item.response, FreeText) else ()
    return digest(item.type, *named, *proofs, *_key_texts(record), *task)


def digest(*parts: str) -> str:
    """Return a name of 128 bits for some texts in order."""
    return blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()


def _key_texts(record: dict[str, object]) -> Iterator[str]:
    for field in _KEY:
        for part in record.get(field) or ():  # type: ignore[attr-defined]
            if not isinstance(part, dict):
                yield " ".join(map(str, part))
            elif part.get("correct", True):
                yield f"{part['text']} {part.get('category', '')}".strip()


def _question(item: Item) -> str:
    """Return what a question asks and its answer; empty for what is no question of that kind."""
    answer = _answer(item)
    if item.question_word is None or not answer:
        return ""
    asked = sorted(content_lemmas(item.prompt))
    return " ".join([item.question_word, *asked, "=", *words(answer)])


def _answer(item: Item) -> str:
    match item.response:
        case Choice(options=options) | MultiChoice(options=options):
            return " ".join(sorted(option.text for option in options if option.correct))
        case ShortAnswer(answers=answers):
            return " ".join(variants[0] for variants in answers if variants)
        case FreeText(model_answer=text):
            return text
        case _:
            return ""


def _global(fact: str, document: Document) -> str:
    if match := _SENTENCE.fullmatch(fact):
        return match["before"] + _sentence_name(match["id"], document) + match["after"]
    if match := _PARAGRAPH.fullmatch(fact):
        inside = (s for s in document.sentences if s.paragraph == int(match["number"]))
        return match["before"] + digest(*(word for s in inside for word in words(s.text)))
    return fact if ":" in fact else f"{fact}:{digest(*words(document.article.text))}"


def _sentence_name(id: str, document: Document) -> str:
    return f"sentence:{digest(*words(document.sentence(id).text))}"
