"""JSON: the whole sheet as one object, for other programs.

Source: a form of our own; the items are records as ``quizgen items --format jsonl`` prints them,
and ``quizgen lint`` and ``quizgen worksheet`` take the file as it is: ``quizgen lint lembar.json
--article berita.txt``. More fields may come; those below keep their names and meanings.

* ``form`` is ``quizgen-worksheet``, ``form_version`` 1.
* ``title``, ``instructions`` (``id`` or ``en``), ``level`` (BIPA 1-7 or null), ``profile``
  (``name``, ``label``), ``seed``, ``version`` (empty or a letter), ``numbered`` (whether students
  see the numbers of sentences), ``notices`` (for the teacher), ``points`` (of all items).
* ``passage``: ``id``, ``title``, ``date`` (ISO 8601), ``outlet``, ``author``, ``url``, ``licence``,
  ``topic``, ``level``, each null if unknown; ``source``, the line to print below the text; and
  ``paragraphs``, those on the sheet: ``number`` (null for a sub-heading), ``text``, ``sentences``
  (``id``, ``number``, ``text``).
* ``sections`` in printed order: ``type``, ``heading``, ``instruction``, ``hidden`` (to be done
  without the passage at hand), ``first`` (number of the first item), ``items`` (ids).
* ``items`` in printed order: the record with its ``number``. Options stand in printed order; of an
  ordering or a matching ``shown`` is the printed order, 0-based.
* ``key``: for each item ``number``, ``item`` (its id), ``key`` (as the printed key says it) and
  ``points``.
* ``lesson``, null or the frame of a lesson: for ``before``, ``reading``, ``after`` and ``writing``
  the ``minutes`` and ``tasks`` (``prompt``, ``hint``, ``lines``, ``words``). Then the last section
  is the writing task.

Text is as it was written: ``*kata*`` is italic, ``**kata**`` bold, ``{{1}}`` a gap. The file holds
the key, so there is only the teacher's edition. Known limits: tokens, names and references of the
text are not in it; ``quizgen annotate --format json`` has them.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from quizgen.formats._fragments import text
from quizgen.formats._key import key_text
from quizgen.formats._sheet import source_line
from quizgen.model import Edition, Section, Worksheet
from quizgen.records import item_to_dict
from quizgen.wording import labels

Record = dict[str, Any]

_FORM = "quizgen-worksheet"
_FORM_VERSION = 1


class Json:
    """The sheet as data."""

    name = "json"
    suffix = ".json"
    purpose = "JSON: the whole sheet as data for other programs; quizgen reads its items again."
    leaves_out: Mapping[str, str] = MappingProxyType({})
    editions: tuple[Edition, ...] = ("teacher",)

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the object as UTF-8, the same for both editions: it always holds the key."""
        made = json.dumps(_sheet(worksheet), ensure_ascii=False, indent=1)
        # Half of a character has no place in UTF-8; such text comes from broken sources only.
        return f"{made}\n".encode("utf-8", errors="replace")


def _sheet(worksheet: Worksheet) -> Record:
    items = list(worksheet.items())
    return {
        "form": _FORM,
        "form_version": _FORM_VERSION,
        "title": worksheet.article.title,
        "instructions": worksheet.language,
        "level": worksheet.level,
        "profile": {"name": worksheet.profile.name, "label": worksheet.profile.label},
        "seed": worksheet.seed,
        "version": worksheet.version,
        "numbered": worksheet.numbered,
        "notices": list(worksheet.notices),
        "points": sum(item.points for _, item in items),
        "passage": _passage(worksheet),
        "sections": [_section(section) for section in worksheet.sections],
        "items": [{"number": number, **item_to_dict(item)} for number, item in items],
        "key": list(_key(worksheet)),
        "lesson": asdict(worksheet.lesson) if worksheet.lesson else None,
    }


def _passage(worksheet: Worksheet) -> Record:
    article = worksheet.article
    return {
        "id": article.id,
        "title": article.title,
        "date": article.date.isoformat() if article.date else None,
        "outlet": article.outlet,
        "author": article.author,
        "url": article.url,
        "licence": article.licence,
        "topic": article.topic,
        "level": article.level,
        "source": text(source_line(worksheet, labels(worksheet))),
        "paragraphs": list(_paragraphs(worksheet)),
    }


def _paragraphs(worksheet: Worksheet) -> Iterator[Record]:
    for number, start, words in worksheet.blocks():
        end = start + len(words)
        inside = (s for s in worksheet.document.sentences if start <= s.start < end)
        yield {
            "number": number,
            "text": words,
            "sentences": [{"id": s.id, "number": s.number, "text": s.text} for s in inside],
        }


def _section(section: Section) -> Record:
    return {
        "type": section.type,
        "heading": section.heading,
        "instruction": section.instruction,
        "hidden": section.hidden,
        "first": section.first,
        "items": [item.id for item in section.items],
    }


def _key(worksheet: Worksheet) -> Iterator[Record]:
    words = labels(worksheet)
    for number, item in worksheet.items():
        answer = key_text(item, words)
        yield {"number": number, "item": item.id, "key": answer, "points": item.points}


FORMAT = Json()
