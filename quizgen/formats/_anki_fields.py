"""What stands on the cards for Anki: the fields of a note for each item, and for each word.

The fields are HTML. The front shows instruction and prompt, the options or whatever there is to
choose from (``body``), a box to type in if there is anything to compare with (``typed``), and the
passage; on the back ``answer`` takes the place of ``body``. Anki looks for marks in square brackets
(``[sound:x]``, ``[latex]``) in all fields, so brackets are references.
"""

from collections.abc import Iterator
from typing import NamedTuple

from quizgen.formats._blocks import Line
from quizgen.formats._feedback import key
from quizgen.formats._fragments import (
    Task,
    escape,
    html,
    html_block,
    introduction,
    passage_html,
    prompt,
    worth,
)
from quizgen.formats._inline import clean, gapped, plain, rich
from quizgen.formats._item import body
from quizgen.formats._key import comment, is_one_sentence
from quizgen.formats._parts_html import draw
from quizgen.formats._sheet import source_line
from quizgen.model import (
    Gap,
    Item,
    Matching,
    Ordering,
    Sentence,
    ShortAnswer,
    VocabularyNote,
    Worksheet,
)
from quizgen.wording import table


class QuestionFields(NamedTuple):
    """The fields of a note that asks an item, in the order of its note type."""

    item: str
    instruction: str
    prompt: str
    body: str
    typed: str
    answer: str
    explanation: str
    passage: str
    source: str


class WordFields(NamedTuple):
    """The fields of a note that asks the meaning of a word, in the order of its note type."""

    note: str
    word: str
    gloss: str
    definition: str
    sentence: str
    source: str


def question_fields(task: Task, worksheet: Worksheet, *, passage: str) -> QuestionFields:
    """Return the fields of an item; ``passage`` is used only if the text may be seen."""
    words = table(worksheet.language)
    item = task.item
    made = QuestionFields(
        item=escape(item.id),
        instruction=html_block(introduction(task, words)),
        prompt=_prompt(item, words),
        body=draw(body(item, words, filled=False)),
        typed=escape(_typed(item)),
        answer=_answer(item, words),
        explanation=draw(comment(item, worksheet)),
        passage=passage if task.with_passage else "",
        source=source(worksheet),
    )
    return QuestionFields(*map(_safe, made))


def word_fields(note: VocabularyNote, worksheet: Worksheet) -> WordFields:
    """Return the fields of a word to be learnt."""
    words = table(worksheet.language)
    sentence = worksheet.document.sentence(note.sentence)
    place = f" ({words['sentence']} {sentence.number})"
    made = WordFields(
        note=escape(note.headword),
        word=escape(note.headword),
        gloss=escape(note.gloss or ""),
        definition=escape(note.definition or ""),
        sentence=html((*_with_form(sentence, note.form), *plain(place))),
        source=source(worksheet),
    )
    return WordFields(*map(_safe, made))


def vocabulary(worksheet: Worksheet) -> Iterator[VocabularyNote]:
    """Yield the words of the printed text that have a meaning to tell, each headword once."""
    seen: set[str] = set()
    for note in worksheet.document.vocabulary:
        paragraph = worksheet.document.sentence(note.sentence).paragraph
        printed = not worksheet.paragraphs or paragraph in worksheet.paragraphs
        if printed and (note.gloss or note.definition) and note.headword not in seen:
            seen.add(note.headword)
            yield note


def folded_passage(worksheet: Worksheet) -> str:
    """Return the text to be unfolded by the learner."""
    summary = escape(table(worksheet.language)["passage"])
    return f"<details><summary>{summary}</summary>{passage_html(worksheet)}</details>"


def source(worksheet: Worksheet) -> str:
    """Return the source line as HTML."""
    return html(source_line(worksheet, table(worksheet.language)))


def _safe(field: str) -> str:
    """Return HTML in which Anki finds no mark; brackets stand only in words and addresses."""
    return field.replace("[", "&#91;").replace("]", "&#93;")


def _prompt(item: Item, words: dict[str, str]) -> str:
    asked = prompt(item)
    if asked:
        asked = (*asked[:-1], (*asked[-1], *worth(item.points, words)))
    return html_block(asked)


def _typed(item: Item) -> str:
    """Return the answer that Anki compares with what was typed; it can compare with one only."""
    match item.response:
        case ShortAnswer(answers=(answers,)) | Gap(answers=(answers,), bank=()):
            return clean(answers[0]).strip() if answers else ""
        case _:
            return ""


def _answer(item: Item, words: dict[str, str]) -> str:
    """Return the body filled in, and the key in words where that shows numbers or letters only.

    A written answer stands in the explanation.
    """
    filled = draw(body(item, words, filled=True))
    match item.response:
        case Gap(answers=answers):
            return html_block(gapped(item.prompt, answers, filled=True))
        case Matching():
            return filled + html_block(key(item, words))
        case Ordering() as response if not is_one_sentence(response):
            rows = "".join(f"<li>{html(rich(option.text))}</li>" for option in response.options)
            return f"{filled}<ol>{rows}</ol>"
        case _:
            return filled


def _with_form(sentence: Sentence, form: str) -> Line:
    """Return a sentence with the first place of a form in bold."""
    start = sentence.text.find(form)
    if not form or start < 0:
        return plain(sentence.text)
    end = start + len(form)
    return (
        *plain(sentence.text[:start]),
        *plain(sentence.text[start:end], bold=True),
        *plain(sentence.text[end:]),
    )
