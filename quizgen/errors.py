"""Every deliberate error. The message is one line: what is wrong, where, and what to do."""

from pathlib import Path


class QuizgenError(Exception):
    """Base of all errors that a user can cause and mend; the command line exits with 2."""


class InputError(QuizgenError):
    """A source text cannot be read as an Indonesian article."""


class UnknownNameError(QuizgenError):
    """A type, format, level, profile or article that does not exist."""

    def __init__(self, what: str, name: str, valid: list[str]) -> None:
        super().__init__(f"unknown {what} '{name}'; choose from: {', '.join(valid)}")


class OutputError(QuizgenError):
    """A file cannot be written, or would overwrite one that exists."""


class CorpusError(QuizgenError):
    """A corpus file breaks a rule; names the file, the line and the quote."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line


class BatchError(QuizgenError):
    """A run over many articles cannot go on; says what stands and how to go on."""


class ItemError(QuizgenError):
    """An item record cannot be read; names the line and the field."""


class DictionaryError(QuizgenError):
    """A table of the dictionary cannot be read; names the file and the line, from 1."""

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")


class HandInError(QuizgenError):
    """A student's file that cannot be counted; ``code`` says why, ``detail`` what exactly."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(": ".join(part for part in (code, detail) if part))
        self.code = code
        self.detail = detail
