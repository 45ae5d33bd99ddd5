"""A site on disk: built beside its place, then moved there, so that it is whole or not there.

``quizgen-site.json`` lists the files that are ours. When a site is made again, every other file in
its folder is taken over into the new one; a folder without that list is left alone.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from quizgen import __version__
from quizgen.errors import OutputError

MARK = "quizgen-site.json"


def check_place(folder: Path, *, force: bool) -> None:
    """Accept a place where nothing is, an empty folder, or with ``force`` a site of ours.

    Raises:
        OutputError: saying what is there.
    """
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    if not folder.is_dir():
        raise OutputError(f"{folder}: is a file; choose another folder")
    if own_files(folder) is None:
        raise OutputError(f"{folder}: holds other files and no site; choose another folder")
    if not force:
        raise OutputError(f"{folder}: is a site already; use --force to make it again")


def own_files(folder: Path) -> frozenset[str] | None:
    """Return the files of a site that quizgen has written, None if the folder is no such site."""
    try:
        record = json.loads((folder / MARK).read_text(encoding="utf-8"))
        return frozenset({MARK, *map(str, record["files"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_site(files: Mapping[str, bytes], folder: Path, *, force: bool) -> tuple[str, ...]:
    """Write a site whole or not at all, and return the foreign files that were taken over.

    Args:
        files: content by path inside the site, with slashes.
        folder: its place; its parents are made.
        force: replace a site of ours that stands there.

    Raises:
        OutputError: if something else stands there, or it cannot be written.
    """
    check_place(folder, force=force)
    folder = folder.resolve()
    new, old = (folder.with_name(f".{folder.name}.{part}") for part in ("new", "old"))
    try:
        _recover(folder, old)
        foreign = tuple(_foreign(folder))
        _check_foreign(files, foreign, folder)
        _build(files, new)
        _take_over(foreign, folder, new)
        _swap(folder, new, old)
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise OutputError(f"{folder}: cannot be written ({problem}); choose another") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return foreign


def _recover(folder: Path, old: Path) -> None:
    """Put back a site that a crash has left aside."""
    if old.exists() and not folder.exists():
        old.replace(folder)


def _foreign(folder: Path) -> Iterator[str]:
    """Yield the files, links and empty folders that are not ours."""
    ours = own_files(folder) or frozenset()
    for path in sorted(folder.rglob("*")) if folder.exists() else ():
        name = path.relative_to(folder).as_posix()
        bare = path.is_dir() and not path.is_symlink() and any(path.iterdir())
        if not bare and name not in ours:
            yield name


def _check_foreign(files: Mapping[str, bytes], foreign: tuple[str, ...], folder: Path) -> None:
    """Raise OutputError if the site would write where a foreign file stands."""
    folders = {str(parent) for name in files for parent in PurePosixPath(name).parents}
    for name in foreign:
        above = {str(parent) for parent in PurePosixPath(name).parents}
        is_folder = (folder / name).is_dir()
        if name in files or above & set(files) or (name in folders and not is_folder):
            raise OutputError(f"{folder / name}: is not the site's own but in its way; move it")


def _build(files: Mapping[str, bytes], new: Path) -> None:
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    for name, data in {**files, MARK: _mark(files)}.items():
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _mark(files: Mapping[str, bytes]) -> bytes:
    record = {"quizgen": __version__, "files": sorted(files)}
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _take_over(foreign: tuple[str, ...], folder: Path, new: Path) -> None:
    for name in foreign:
        source, target = folder / name, new / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir() and not source.is_symlink():
            target.mkdir(exist_ok=True)
        else:
            shutil.copy2(source, target, follow_symlinks=False)


def _swap(folder: Path, new: Path, old: Path) -> None:
    """Move the new site to its place; if that fails, the old one stands there as before."""
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.replace(old)
    try:
        new.replace(folder)
    except OSError:
        if old.exists():
            old.replace(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
