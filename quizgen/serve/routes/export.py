"""The fourth page: every format with one click, in both editions and several versions."""

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

from starlette.responses import Response

from quizgen import output_files
from quizgen.errors import InputError
from quizgen.formats._versions_key import versions_key
from quizgen.interfaces import Format, by_name, editions_of, formats, omissions_of
from quizgen.model import Edition, Worksheet
from quizgen.serve import sheets
from quizgen.serve.routes import reading
from quizgen.serve.visit import Visit
from quizgen.serve.words import plain_omission

_MOST_VERSIONS = 6
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_PAPER = ("docx", "pdf", "html", "md")
_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("paper", _PAPER),
    ("notebook", ("ipynb",)),
    ("school", ("moodle", "gift", "canvas", "qti3", "qti2", "google-forms", "h5p")),
    ("games", ("kahoot", "wayground", "blooket", "anki")),
    ("files", ("kisi-kisi", "kisi-kisi-docx", "json", "csv")),
)


def show(visit: Visit) -> Response:
    """Answer with the formats, grouped by what they are for."""
    draft = visit.draft
    if not reading.is_ready(visit, draft):
        return reading.waiting(visit, draft)
    worksheet = sheets.worksheets(draft, visit.workshop.desk)[0]
    return visit.render(
        "export",
        draft=draft,
        count=sum(1 for _ in worksheet.items()),
        versions=versions(visit.query.get("versions", "1")),
        most=_MOST_VERSIONS,
        groups=[(name, list(_rows(members, worksheet, visit))) for name, members in _groups()],
        jupyter=find_spec("jupyterlab") is not None,
    )


def _groups() -> Iterator[tuple[str, list[Format]]]:
    """Yield the groups; a format that is in none of them stands with the files."""
    known = {each.name: each for each in formats()}
    named = {name for _, names in _GROUPS for name in names}
    for group, names in _GROUPS:
        members = [known[name] for name in names if name in known]
        if group == "files":
            members += [each for each in formats() if each.name not in named]
        yield group, members


def _rows(
    members: Sequence[Format], worksheet: Worksheet, visit: Visit
) -> Iterator[dict[str, Any]]:
    for form in members:
        words = visit.words["formats"].get(form.name, {})
        yield {
            "name": form.name,
            "label": words.get("label", form.name),
            "purpose": words.get("purpose", form.purpose),
            "editions": editions_of(form),
            "lacks": list(_lacks(form, worksheet, visit)),
        }


def _lacks(form: Format, worksheet: Worksheet, visit: Visit) -> Iterator[str]:
    """Yield what of the sheet a file of this format would lack."""
    for kind in form.leaves_out:
        numbers = [str(n) for n, item in worksheet.items() if item.response.kind == kind]
        if numbers:
            label = visit.words["kinds"][kind]
            yield visit.words["lacks"].format(kind=label, numbers=", ".join(numbers))
    for said in omissions_of(form, worksheet):
        yield plain_omission(said, visit.language)


def versions(text: str) -> int:
    """Return how many versions are asked for."""
    return min(max(int(text), 1), _MOST_VERSIONS) if text.isdecimal() else 1


def download(visit: Visit) -> Response:
    """Answer with a file; several versions come in one archive, with the key of all."""
    form = by_name("format", visit.path["format"], formats())
    known = editions_of(form)
    wanted = visit.query.get("edition", "")
    edition: Edition = "student" if wanted == "student" and "student" in known else known[-1]
    made = sheets.worksheets(
        visit.draft, visit.workshop.desk, versions(visit.query.get("versions", "1"))
    )
    if not any(True for _ in made[0].items()):
        raise InputError("the sheet has no item yet; make some first")
    files = list(_files(made, form, edition))
    name, data = files[0] if len(files) == 1 else _packed(made[0], form, edition, files)
    return Response(data, headers=_headers(name), media_type="application/octet-stream")


def _files(
    made: Sequence[Worksheet], form: Format, edition: Edition
) -> Iterator[tuple[str, bytes]]:
    for worksheet in made:
        yield output_files.render(worksheet, form, edition)
    draw: Any = getattr(form, "draw", None)
    if len(made) > 1 and edition == "teacher" and draw:
        plain = output_files.file_name(made[0], form, edition, "keys").replace(".A.", ".")
        yield plain, draw(versions_key(made))


def _packed(
    worksheet: Worksheet, form: Format, edition: Edition, files: Sequence[tuple[str, bytes]]
) -> tuple[str, bytes]:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(safe(name), _EPOCH), data, zipfile.ZIP_DEFLATED)
    return f"{worksheet.article.id}.{edition}.{form.name}.zip", buffer.getvalue()


def safe(name: str) -> str:
    """Return a file name that every system takes and no header can misread.

    >>> safe('a"b;\\r\\n../ç.docx')
    'a-b-..-.docx'
    """
    return _UNSAFE.sub("-", name).lstrip(".-") or "lembar"


def _headers(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{safe(name)}"'}


def open_notebook(visit: Visit) -> Response:
    """Write the notebook into the data folder and open it with JupyterLab, if that is there."""
    if find_spec("jupyterlab") is None:
        raise InputError("JupyterLab is not installed; download the notebook")
    form = by_name("format", "ipynb", formats())
    worksheet = sheets.worksheets(visit.draft, visit.workshop.desk)[0]
    name, data = output_files.render(worksheet, form, "student")
    path = _free_path(visit.workshop.settings.data / "notebooks", safe(name), data)
    output_files.write_all([(path.name, data)], path.parent, force=True)
    subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", str(path)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return visit.go(f"/drafts/{visit.path['draft']}/export?opened=yes")


def _free_path(folder: Path, name: str, data: bytes) -> Path:
    """Return where a file can be written without replacing another content."""
    stem, dot, suffix = name.partition(".")
    names = (name if number == 1 else f"{stem}-{number}{dot}{suffix}" for number in count(1))
    paths = (folder / each for each in names)
    return next(path for path in paths if not path.exists() or path.read_bytes() == data)
