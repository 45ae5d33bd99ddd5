"""Google Forms: a script that makes a quiz in the teacher's own account, graded by Forms.

Source: developers.google.com, *Apps Script: Forms Service* (FormApp). The script is pasted into a
new project at script.google.com and run once; it makes a form and reads nothing else.

* The passage stands above the questions, a header a paragraph. Items to be done without the text
  are on a page of their own after it.
* Choices are graded by Forms and explain themselves after the answer. Statements, pairs, places
  of an order and gaps with a word bank are a question each and share the points of their item.
* The file holds the key, so there is only the teacher's edition.

Known limits:

* A script cannot give Forms the key of a written answer, so these wait for the teacher: the
  feedback shows the key, the teacher gives the points.
* No points for all statements or none: each one earns its share, at least 1.
* Forms lets a learner go back to the passage from the second page; marks such as italics are lost.
"""

import json
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType

from quizgen.formats._forms import parts
from quizgen.formats._fragments import text, title
from quizgen.formats._inline import rich
from quizgen.formats._sheet import source_line
from quizgen.model import Edition, Worksheet
from quizgen.wording import table


class GoogleForms:
    """A script for script.google.com."""

    name = "google-forms"
    suffix = ".gs"
    purpose = "Google Forms: a script for script.google.com that makes a self-grading quiz."
    leaves_out: Mapping[str, str] = MappingProxyType({})
    editions: tuple[Edition, ...] = ("teacher",)

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the script, the same for both editions: it always holds the key."""
        words = table(worksheet.language)
        quiz = {
            "title": title(worksheet),
            "description": text(source_line(worksheet, words)),
            "right": words["right"],
            "wrong": words["wrong"],
            "notices": [text(rich(notice)) for notice in worksheet.notices],
            "parts": list(parts(worksheet)),
        }
        # ASCII only: no sign of any text can end the string or the line.
        data = json.dumps(quiz, indent=1)
        code = resources.files("quizgen.formats").joinpath("templates", "google_forms.js")
        script = code.read_text(encoding="utf-8")
        return f"// {words['forms_how']}\n\n{script}\nconst QUIZ = {data};\n".encode()


FORMAT = GoogleForms()
