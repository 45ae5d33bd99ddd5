"""The passage of a notebook: Markdown with sentence numbers, glosses, and tables of help."""

import html
import re
from collections.abc import Iterator, Sequence

from quizgen import key_words
from quizgen.formats._inline import clean
from quizgen.formats._sheet import source_line
from quizgen.formats._timeline import timeline
from quizgen.formats.md import escape, inline
from quizgen.model import Edition, Entity, Sentence, VocabularyNote, Worksheet
from quizgen.wording import labels

_KINDS = {"PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place"}
_SURE = 0.5
"""Below this confidence an entity is not worth a line in a table for learners."""


def passage(worksheet: Worksheet, *, edition: Edition) -> str:
    """Return the text; its sentences are always numbered, for the feedback cites the numbers."""
    words = labels(worksheet)
    notes = glossed(worksheet, edition=edition)
    # A lesson says how to read, in a cell of its own.
    told = [] if worksheet.lesson else [f"*{escape(words['read_passage'])}*"]
    chunks = [
        *told,
        f"## {escape(clean(worksheet.article.title or words['passage']))}",
    ]
    for number, start, text in worksheet.blocks():
        if number is None:
            chunks.append(f"### {escape(clean(text))}")
        else:
            body = "".join(_marked(worksheet, start, text, notes))
            chunks.append(f"**[{number}]** {body}")
    source = inline(source_line(worksheet, words))
    return "\n\n".join([*chunks, *([source] if source else [])])


def glossed(worksheet: Worksheet, *, edition: Edition) -> tuple[VocabularyNote, ...]:
    """Return the words with a gloss that stand in the printed text, in its order.

    The student's edition leaves out those that an item of the sheet asks for.
    """
    printed = [number for number, _, _ in worksheet.blocks()]
    items = [] if edition == "teacher" else [item for _, item in worksheet.items()]
    return key_words.glossed(worksheet.document, printed, key_words.asked_words(items))


def _marked(
    worksheet: Worksheet, start: int, text: str, notes: tuple[VocabularyNote, ...]
) -> Iterator[str]:
    cursor = 0
    for sentence in worksheet.document.sentences:
        if not start <= sentence.start < start + len(text):
            continue
        low, high = sentence.start - start, sentence.end - start
        yield escape(clean(text[cursor:low]))
        yield f"<sup>({sentence.number})</sup>&nbsp;"
        yield _with_glosses(sentence, text[low:high], notes)
        cursor = high
    yield escape(clean(text[cursor:]))


def _with_glosses(sentence: Sentence, text: str, notes: tuple[VocabularyNote, ...]) -> str:
    """Return the sentence with each word that has a note here as an abbr element."""
    found = sorted(
        (match.start(), match.end(), note)
        for note in notes
        if note.sentence == sentence.id
        and (match := re.search(rf"(?<!\w){re.escape(note.form)}(?!\w)", text, re.IGNORECASE))
    )
    made, cursor = [], 0
    for low, high, note in found:
        if low >= cursor:
            made += [escape(clean(text[cursor:low])), _abbreviation(text[low:high], note)]
            cursor = high
    return "".join([*made, escape(clean(text[cursor:]))])


def _abbreviation(word: str, note: VocabularyNote) -> str:
    # A dollar sign would open a formula, even inside an attribute.
    title = html.escape(_meaning(note)).replace("$", "&#36;")
    return f'<abbr title="{title}">{escape(clean(word))}</abbr>'


def _meaning(note: VocabularyNote) -> str:
    if note.definition and note.gloss:
        return clean(f"{note.definition} ({note.gloss})")
    return clean(note.definition or note.gloss or "")


def glossary(worksheet: Worksheet, *, edition: Edition) -> str:
    """Return a table of the glossed words, empty if there are none; a phone shows no titles."""
    words = labels(worksheet)
    rows = [
        (f"*{escape(note.headword)}*", escape(_meaning(note)))
        for note in sorted(glossed(worksheet, edition=edition), key=lambda note: note.headword)
    ]
    return _titled(words["glossary"], (words["word"], words["meaning"]), rows)


def who(worksheet: Worksheet) -> str:
    """Return a table of the people, bodies and places of the printed text, empty if none."""
    words = labels(worksheet)
    first: dict[str, tuple[Entity, Sentence]] = {}
    for sentence in worksheet.document.sentences:
        if sentence.paragraph not in {number for number, _, _ in worksheet.blocks()}:
            continue
        for entity in worksheet.document.entities_in(sentence):
            if entity.type in _KINDS and entity.confidence >= _SURE:
                first.setdefault(entity.canonical, (entity, sentence))
    rows = [
        (escape(clean(name)), words[_KINDS[entity.type]], str(sentence.number))
        for name, (entity, sentence) in first.items()
    ]
    return _titled(
        words["who"], (words["name"], words["kind"], words["sentence"].capitalize()), rows
    )


def time_line(worksheet: Worksheet) -> str:
    """Return a table of what happened when, empty if the text names few dates."""
    words = labels(worksheet)
    rows = [(when, escape(clean(what)), str(number)) for when, what, number in timeline(worksheet)]
    header = (words["when"], words["what"], words["sentence"].capitalize())
    return _titled(words["timeline"], header, rows)


def cards(worksheet: Worksheet) -> list[dict[str, str]]:
    """Return the words to remember, each once, with the sentence that it stands in."""
    printed = [number for number, _, _ in worksheet.blocks()]
    return [
        {
            "word": note.headword,
            "form": note.form,
            "sentence": clean(worksheet.document.sentence(note.sentence).text),
            "meaning": _meaning(note),
        }
        for note in key_words.glossed(worksheet.document, printed)
    ]


def _titled(title: str, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    if not rows:
        return ""
    lines = (header, ("---",) * len(header), *rows)
    return "\n".join([f"### {title}", "", *(f"| {' | '.join(line)} |" for line in lines)])
