"""Rows of a table from the sentences of a text, those that name what they speak of."""

import re
from collections.abc import Iterator

from quizgen.exercises.common.cites import whole
from quizgen.exercises.statements.alterations import Altered, alter
from quizgen.exercises.statements.anchored import anchored
from quizgen.exercises.statements.rows import Row
from quizgen.exercises.statements.said import Said
from quizgen.exercises.statements.statements import statements
from quizgen.model import Document

_SURE = frozenset({"number", "time", "place"})
"""What a statement of its own is altered in: who else did a thing is seldom told, and a denial or
an opposite is told false from its form."""
_FEW = frozenset({"dua", "tiga", "empat", "lima"})
_CLOCK = re.compile(r"\bpukul (?P<time>(?P<hour>\d\d)\.\d\d)\b")
_ROUGH = frozenset(
    {
        "sekitar",
        "kira-kira",
        "sebelum",
        "setelah",
        "hingga",
        "sampai",
        "antara",
        "menjelang",
        "lewat",
    }
)
_LATE = 18
_LIST = re.compile(r"\b[A-Z]\w+ dan [A-Z]")


def sentence_rows(document: Document) -> Iterator[Row]:
    """Yield a row for each statement that can be judged by itself."""
    for said in statements(document):
        if anchored(said):
            yield Row(
                kind="sentence",
                # What the sentence says otherwise is asked in other words, where these are sure.
                text=said.full("" if said.turned[:1].isdigit() else said.turned),
                homes=(said.sentence,),
                facts=(said.sentence.id,),
                proof=whole(said.sentence),
                false=_false(said, document),
            )


def _false(said: Said, document: Document) -> Altered | None:
    """Return the statement with a number, a time or a place otherwise, or not yet done."""
    change = alter(said, document)
    if change is None or not (change.kind in _SURE or change.now.startswith("belum ")):
        return _other_hour(said)
    after = said.text.partition(change.was)[2]
    if after.startswith("+") or (change.was in _FEW and _LIST.search(said.text)):
        # *Roma dan Milan termasuk dua klub* is counted, *menit 90+4* is one time.
        return None
    return Altered(text=said.full(change.text), kind=change.kind, was=change.was, now=change.now)


def _other_hour(said: Said) -> Altered | None:
    """Return the statement with another hour of the same day, where it tells one exactly."""
    found = list(_CLOCK.finditer(said.text))
    ahead = said.text[: found[0].start()].split()[-1:] if len(found) == 1 else ["sekitar"]
    if not ahead or ahead[0].lower() in _ROUGH:
        return None
    was, hour = found[0]["time"], int(found[0]["hour"])
    now = f"{hour + 2 if hour < _LATE else hour - 2:02d}{was[2:]}"
    text = said.text.replace(was, now)
    return Altered(text=said.full(text), kind="time", was=f"pukul {was}", now=f"pukul {now}")
