"""The frame of a lesson around a sheet: before, while and after reading."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonTask:
    """One task of a phase, in Indonesian; ``hint`` is for the teacher alone.

    ``lines`` says how many lines there are to write on. ``words`` are key words to talk about,
    each with its meaning.
    """

    prompt: str
    hint: str = ""
    lines: int = 0
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonPhase:
    """A phase of the lesson: how many minutes it takes, and its tasks."""

    minutes: int
    tasks: tuple[LessonTask, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """The phases as Indonesian teachers plan them: Pramembaca, Membaca, Pascamembaca, Menulis.

    The tasks of ``reading`` are done at the first reading; the second is for the sheet's own
    items. The task of ``writing`` is an item, which the sheet has as its last section.
    """

    before: LessonPhase
    reading: LessonPhase
    after: LessonPhase
    writing: LessonPhase
