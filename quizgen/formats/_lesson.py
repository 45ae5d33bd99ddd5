"""The frame of a lesson as blocks of a sheet; its writing task is a section like any other."""

from collections.abc import Iterator

from quizgen.formats._blocks import (
    Block,
    Column,
    Heading,
    Instruction,
    Line,
    Part,
    Question,
    Remark,
    Ruled,
    Table,
)
from quizgen.formats._inline import plain, rich
from quizgen.formats._key import letter
from quizgen.model import Lesson, LessonPhase, LessonTask

Labels = dict[str, str]


def schedule(lesson: Lesson, words: Labels) -> Table:
    """Return how long each phase takes, for the teacher."""
    phases = {
        words["before"]: lesson.before,
        words["reading"]: lesson.reading,
        words["after"]: lesson.after,
        words["writing"]: lesson.writing,
    }
    rows = [(plain(name), _time(phase.minutes, words)) for name, phase in phases.items()]
    last = (
        plain(words["total"], bold=True),
        plain(f"{minutes(lesson)} {words['minutes']}", bold=True),
    )
    columns = Column(words["phase"], 0.7), Column(words["time"], 0.3, centred=True)
    return Table(columns, (*rows, last))


def minutes(lesson: Lesson) -> int:
    """Return how long the whole lesson takes."""
    return sum(
        phase.minutes for phase in (lesson.before, lesson.reading, lesson.after, lesson.writing)
    )


def _time(minutes: int, words: Labels) -> Line:
    return plain(f"{minutes} {words['minutes']}")


def before(lesson: Lesson, words: Labels, *, teacher: bool, ruled: bool = True) -> Iterator[Block]:
    """Yield what is done before the text is read; ``ruled`` with lines to write on."""
    yield Heading(words["before"])
    yield Instruction(rich(words["before_how"]))
    yield from _tasks(lesson.before, words, teacher=teacher, ruled=ruled)


def reading(lesson: Lesson, words: Labels, *, teacher: bool, ruled: bool = True) -> Iterator[Block]:
    """Yield how the text is read; a student finds it on a page that prediction does not show."""
    yield Heading(words["reading"], new_page=not teacher)
    yield Instruction(rich(words["first_reading"]))
    yield from _tasks(lesson.reading, words, teacher=teacher, ruled=ruled)
    yield Instruction(rich(words["second_reading"]))


def after(lesson: Lesson, words: Labels, *, teacher: bool, ruled: bool = True) -> Iterator[Block]:
    """Yield what is talked about when the items are done."""
    yield Heading(words["after"])
    yield Instruction(rich(words["after_how"]))
    yield from _tasks(lesson.after, words, teacher=teacher, ruled=ruled)


def _tasks(phase: LessonPhase, words: Labels, *, teacher: bool, ruled: bool) -> Iterator[Question]:
    """Yield the tasks with letters, for the numbers are those of the items."""
    for index, task in enumerate(phase.tasks):
        yield Question(
            letter(index).lower(),
            (rich(task.prompt),),
            tuple(_body(task, words, ruled=ruled and not teacher)),
            tuple(_hint(task, words)) if teacher else (),
        )


def _body(task: LessonTask, words: Labels, *, ruled: bool) -> Iterator[Part]:
    if task.words:
        columns = Column(words["word"], 0.3), Column(words["meaning"], 0.7)
        yield Table(columns, tuple((plain(word), plain(text)) for word, text in task.words))
    if task.lines and ruled:
        yield Ruled(("",) * task.lines)


def _hint(task: LessonTask, words: Labels) -> Iterator[Part]:
    if task.hint:
        yield Remark((*plain(f"{words['teacher_hint']}: ", bold=True), *plain(task.hint)))
