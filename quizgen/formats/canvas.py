"""Canvas: a zip of quizzes for Classic Quizzes, which New Quizzes takes as well.

Source: what Canvas exports and imports as QTI 1.2 (``lib/cc/qti`` and ``qti_exporter`` of Canvas
LMS), with its settings in ``assessment_meta.xml``; text2qti, the common converter to this form, as
an oracle.

* New Quizzes drops text between questions, so every question brings the passage along. Those to be
  done without it make a quiz of their own, for a quiz may show all its questions on one page.
* Statements, pairs and orders are matching questions; a gap with a word bank is a list of its
  words, a free gap a field. A single statement is a true/false question, whose labels must be
  *True* and *False*: Canvas shows them in the language of its user.
* The quiz is unpublished, has one attempt, and shows the right answers and feedback afterwards.
* The file holds the key, so there is only the teacher's edition.

Known limits:

* Canvas scores each match, gap and right option by its share, whatever the item says, and knows no
  ordering question; an essay waits for its teacher, and its rubric stands in the feedback.
* Capitals never count in a written answer, which must else equal an accepted one.
* Several short answers may be given in any order, so one right answer given twice counts twice.
* The teacher's notices are not in the file: students read the description of a quiz.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from quizgen.formats._archive import pack
from quizgen.formats._canvas import question
from quizgen.formats._canvas_quiz import Quiz, assessment, manifest, settings
from quizgen.formats._fragments import html_block, passage_html, tasks, title
from quizgen.formats._inline import plain
from quizgen.formats._qti_tree import identifier
from quizgen.formats._sheet import source_line
from quizgen.model import Edition, Worksheet
from quizgen.wording import table


class Canvas:
    """Quizzes for Canvas, as Canvas exports them."""

    name = "canvas"
    suffix = ".canvas.zip"
    purpose = "Canvas: quizzes for Canvas LMS, with feedback and the text in each question."
    leaves_out: Mapping[str, str] = MappingProxyType({})
    editions: tuple[Edition, ...] = ("teacher",)

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the zip, the same for both editions: it always holds the key."""
        quizzes = list(_quizzes(worksheet))
        files = {"imsmanifest.xml": manifest(quizzes), "non_cc_assessments/": b""}
        for quiz in quizzes:
            files |= {quiz.settings_file: settings(quiz), quiz.file: assessment(quiz)}
        return pack(files)


def _quizzes(worksheet: Worksheet) -> Iterator[Quiz]:
    words = table(worksheet.language)
    passage = f"{passage_html(worksheet)}<hr/>"
    name = title(worksheet)
    id = identifier("-".join(p for p in ("quiz", worksheet.article.id, worksheet.version) if p))
    about = html_block([source_line(worksheet, words)])
    first = html_block([plain(words["read_passage"])])
    both = (
        (id, name, first + about, True),
        (f"{id}-alone", f"{name} – {words['without_text']}", about, False),
    )
    for each, called, told, shown in both:
        chosen = [task for task in tasks(worksheet) if task.with_passage is shown]
        if chosen:
            questions = tuple(question(task, worksheet, passage=passage) for task in chosen)
            points = sum(task.item.points for task in chosen)
            yield Quiz(each, called, told, points, questions)


FORMAT = Canvas()
