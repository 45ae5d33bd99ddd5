"""The one file that a learner hands in: answers, and the sealed questions they belong to."""

import hashlib
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from quizgen.player.keeping import write_whole

FORMAT = "quizgen-hasil"
VERSION = 1


def handed_in(
    learner: dict[str, str], sheet: dict[str, str], answers: dict[str, Any], sealed: list[str]
) -> dict[str, Any]:
    """Return the content of the file, with a check sum that finds damage; it is no security."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "learner": learner,
        "sheet": sheet,
        "answers": answers,
        "sealed": sealed,
    }
    return {**content, "check": check_sum(content)}


def check_sum(content: dict[str, Any]) -> str:
    """Return the SHA-256 of everything but the check sum itself, as 64 hex digits."""
    bare = {name: value for name, value in content.items() if name != "check"}
    text = json.dumps(bare, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{FORMAT}\n{text}".encode()).hexdigest()


def file_name(article: str, learner: dict[str, str]) -> str:
    """Return the name of the file: of the text and the learner, safe on every system.

    >>> file_name("kereta-cepat-3", {"name": "Siti  Aminah!", "class": "XI/2"})
    'kereta-cepat-3.siti-aminah-xi-2.hasil.json'
    """
    name = unicodedata.normalize("NFKD", f"{learner['name']} {learner['class']}".lower())
    slug = re.sub(r"[^\w]+", "-", "".join(c for c in name if not unicodedata.combining(c)))
    return f"{article}.{slug.strip('-_')[:60] or 'siswa'}.hasil.json"


def write_hand_in(folder: Path, content: dict[str, Any]) -> Path:
    """Write the file and return its path; the work of somebody of the same name is not replaced.

    Raises:
        OSError: if the folder cannot be written to.
    """
    name = file_name(content["sheet"]["article"], content["learner"])
    path = folder / name
    number = 2
    while path.exists() and not _same_person(path, content):
        path = folder / name.replace(".hasil.", f"-{number}.hasil.")
        number += 1
    write_whole(path, json.dumps(content, ensure_ascii=False, indent=1))
    return path


def _same_person(path: Path, content: dict[str, Any]) -> bool:
    try:
        old = json.loads(path.read_bytes().decode("utf-8"))
        return all(old[field] == content[field] for field in ("learner", "sheet"))
    except (OSError, ValueError, KeyError, TypeError):
        return False
