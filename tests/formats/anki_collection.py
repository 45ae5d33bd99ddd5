"""A collection of Anki's own, in a process of its own: run as a script, steps in, JSON out.

Standard input is a list of steps, each a list of a word and what it works on; standard output is
the list of what each step gives:

    ["import", path]          how many notes are new, updated and found to be there already
    ["notes"]                 every note with its card: names, fields, both sides as Anki draws them
    ["answer", guid]          answers the card of a note (good); gives how often that was done
    ["compare", guid, typed]  what Anki shows of a typed answer
    ["change", guid, field]   a learner writes into a note
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.notes import Note
from anki.scheduler_pb2 import CardAnswer


def main() -> None:
    steps = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        try:
            sys.stdout.write(json.dumps([STEPS[step[0]](collection, *step[1:]) for step in steps]))
        finally:
            collection.close()


def take(collection: Collection, path: str, always: bool = False) -> dict[str, int]:
    options = ImportAnkiPackageOptions(with_scheduling=False, merge_notetypes=False)
    if always:
        options.update_notes = 1
    request = ImportAnkiPackageRequest(package_path=path, options=options)
    log = collection.import_anki_package(request).log
    kinds = ("new", "updated", "duplicate", "conflicting", "missing_notetype", "empty_first_field")
    return {kind: len(getattr(log, kind)) for kind in kinds if getattr(log, kind)}


def notes(collection: Collection) -> list[dict[str, Any]]:
    return [_note(collection, collection.get_note(id)) for id in collection.find_notes("")]


def _note(collection: Collection, note: Note) -> dict[str, Any]:
    (card,) = note.cards()
    drawn = card.render_output(reload=True)
    return {
        "guid": note.guid,
        "type": note.note_type()["name"],
        "fields": dict(note.items()),
        "tags": note.tags,
        "deck": collection.decks.name(card.did),
        "due": card.due,
        "reps": card.reps,
        "reviews": collection.db.scalar("select count() from revlog where cid = ?", card.id),
        "modified": note.mod,
        "front": drawn.question_text,
        "back": drawn.answer_text,
        "sounds": len(drawn.question_av_tags) + len(drawn.answer_av_tags),
        "css": drawn.css,
    }


def answer(collection: Collection, guid: str) -> int:
    card = _by_guid(collection, guid).cards()[0]
    states = collection._backend.get_scheduling_states(card.id)
    card.start_timer()
    done = collection.sched.build_answer(card=card, states=states, rating=CardAnswer.GOOD)
    collection.sched.answer_card(done)
    card.load()
    return card.reps


def compare(collection: Collection, guid: str, typed: str) -> str:
    return collection.compare_answer(_by_guid(collection, guid)["Typed"], typed)


def change(collection: Collection, guid: str, field: str) -> None:
    note = _by_guid(collection, guid)
    note[field] += " (catatan saya)"
    collection.update_note(note)


def _by_guid(collection: Collection, guid: str) -> Note:
    id = collection.db.scalar("select id from notes where guid = ?", guid)
    return collection.get_note(id)


STEPS = {"import": take, "notes": notes, "answer": answer, "compare": compare, "change": change}

if __name__ == "__main__":
    main()
