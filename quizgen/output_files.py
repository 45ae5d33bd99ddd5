"""Names and contents of a worksheet's files, and writing files so that none is ever half there."""

from collections.abc import Iterable
from pathlib import Path

from quizgen.errors import OutputError
from quizgen.interfaces import Format
from quizgen.model import Edition, Worksheet


def file_name(worksheet: Worksheet, format: Format, edition: str, part: str = "") -> str:
    """Return ``<article>.<edition>[.<version>][.<part>]<suffix>``."""
    parts = [worksheet.article.id, edition, worksheet.version, part]
    return ".".join(part for part in parts if part) + format.suffix


def render(worksheet: Worksheet, format: Format, edition: Edition) -> tuple[str, bytes]:
    """Return name and content of a worksheet's file."""
    return file_name(worksheet, format, edition), format.render(worksheet, edition=edition)


def write_all(files: Iterable[tuple[str, bytes]], out: Path, *, force: bool) -> list[Path]:
    """Write all files or none, and return their paths.

    Nothing is written if one of them exists and ``force`` is not given. A missing folder is made.
    Every file appears whole: it is written beside its place and then moved there.

    Raises:
        OutputError: naming the file that exists, or the place that cannot be written.
    """
    contents = {out / name: data for name, data in files}
    check_free(contents, force=force)
    temporary = {path: path.with_name(f".{path.name}.tmp") for path in contents}
    path = out
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path, data in contents.items():
            temporary[path].write_bytes(data)
        for path, part in temporary.items():
            part.replace(path)
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise OutputError(f"{path}: cannot be written ({problem}); choose another --out") from error
    finally:
        for part in temporary.values():
            _remove(part)
    return list(contents)


def check_free(paths: Iterable[Path], *, force: bool) -> None:
    """Accept paths that nothing stands at yet, or all that are files if ``force`` is given.

    Raises:
        OutputError: naming the first that exists.
    """
    for path in paths:
        if path.is_dir():
            raise OutputError(f"{path}: is a folder; choose another --out")
        if path.exists() and not force:
            raise OutputError(f"{path}: exists already; use --force to replace it")


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    # What cannot be removed could not be written either, and that has been told.
    except OSError:
        return
