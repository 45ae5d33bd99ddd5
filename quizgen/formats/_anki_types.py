"""The two note types for Anki: their fields, the templates of their cards, and their look.

Anki knows a note type by its id and its fields, so neither ever changes; a changed template or
style sheet needs a higher ``REVISION``, and then replaces the earlier one on import.

``tex2jax_ignore`` is the class at which Anki's formulas stop: words like ``\\(x\\)`` stay words.
"""

from importlib import resources
from typing import Any

import genanki

from quizgen.formats._anki_fields import QuestionFields, WordFields

REVISION = 0
_QUESTION_ID, _WORD_ID = 1718841601, 1718841602
_FRAME = '<div class="quizgen tex2jax_ignore mathjax_ignore" lang="id" dir="auto">{}</div>'
_ASKED = (
    '{{#Instruction}}<div class="instruction">{{Instruction}}</div>{{/Instruction}}'
    '<div class="prompt">{{Prompt}}</div>'
)
_TYPED = "{{#Typed}}<div>{{type:Typed}}</div>{{/Typed}}"
_TOLD = '<div class="answer">{{Answer}}</div><div class="explanation">{{Explanation}}</div>'
_SOURCE = '{{#Source}}<p class="source">{{Source}}</p>{{/Source}}'
_LINE = "<hr id=answer>"
_WORD = '<p class="word">{{Word}}</p>'
_MEANING = (
    '{{#Gloss}}<p class="gloss">{{Gloss}}</p>{{/Gloss}}'
    "{{#Definition}}<p>{{Definition}}</p>{{/Definition}}"
    "<p>{{Sentence}}</p>"
)


class NoteType(genanki.Model):  # type: ignore[misc]
    """A note type whose time of change depends on its revision alone."""

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        """Return what the collection stores."""
        made: dict[str, Any] = super().to_json(timestamp + REVISION, deck_id)
        return made


def question_type() -> NoteType:
    """Return the note type of items."""
    front = f"{_ASKED}{{{{Body}}}}{_TYPED}{{{{Passage}}}}"
    back = f"{_ASKED}{_LINE}{_TYPED}{_TOLD}{{{{Passage}}}}{_SOURCE}"
    return _type(_QUESTION_ID, "quizgen: soal", QuestionFields._fields, front, back)


def word_type() -> NoteType:
    """Return the note type of words."""
    back = f"{_WORD}{_LINE}{_MEANING}{_SOURCE}"
    return _type(_WORD_ID, "quizgen: kata", WordFields._fields, _WORD, back)


def _type(id: int, name: str, fields: tuple[str, ...], front: str, back: str) -> NoteType:
    style = resources.files("quizgen.formats").joinpath("templates", "anki.css")
    card = {"name": "1", "qfmt": _FRAME.format(front), "afmt": _FRAME.format(back)}
    return NoteType(
        id,
        name,
        fields=[{"name": field.capitalize()} for field in fields],
        templates=[card],
        css=style.read_text(encoding="utf-8"),
        sort_field_index=fields.index("prompt" if "prompt" in fields else "word"),
    )
