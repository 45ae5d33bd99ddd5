"""A real nbgrader course in a folder: its commands in processes of their own, its grades."""

import io
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ASSIGNMENT = "membaca-1"


def validate(folder: Path) -> str:
    """Return what ``nbgrader validate`` prints about the notebook in a folder."""
    from nbgrader.validator import Validator

    [notebook] = folder.glob("*.ipynb")
    validator = Validator()
    validator.stream = io.StringIO()
    validator.validate_and_print(str(notebook))
    return validator.stream.getvalue()


@dataclass(frozen=True)
class Course:
    """The folder of a course with one assignment."""

    root: Path

    def folder(self, *parts: str) -> Path:
        return self.root.joinpath(*parts, ASSIGNMENT)

    def run(self, *arguments: str) -> str:
        """Return what an nbgrader command prints; nbgrader finds alembic on the path only."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", *arguments],
            cwd=self.root,
            env={**os.environ, "PATH": path},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def submit(self, student: str) -> Path:
        """Return the folder that a student hands in, with the notebook as it was released."""
        folder = self.folder("submitted", student)
        shutil.copytree(self.folder("release"), folder)
        return folder

    def grades(self, student: str) -> dict[str, Any]:
        """Return the grades of a student by the name of the cell."""
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{self.root / 'gradebook.db'}") as gradebook:
            submission = gradebook.find_submission(ASSIGNMENT, student)
            [notebook] = submission.notebooks
            return {grade.name: grade.to_dict() for grade in notebook.grades}

    def scores(self, student: str) -> dict[str, float | None]:
        return {name: grade["auto_score"] for name, grade in self.grades(student).items()}
