"""QTI 3.0: a package of a test, its items and the text, for any platform that imports QTI 3.

Source: 1EdTech, *Question & Test Interoperability 3.0*: Assessment, Section and Item Information
Model, Best Practices and Implementation Guide; the tests answer every item in the player
qti-components.

* The text is a shared stimulus that the items refer to, so that it stands beside each of them and
  is kept once. Items to be done without it do not refer to it, and stand in a test part of their
  own.
* Statements to be judged are a table; a gap with a word bank is a list of its words.
* After the answer a player shows whether it is right, why, the key and the evidence.
* The file holds the key, so there is only the teacher's edition.

Points: a choice, an ordering, and statements unless each counts, earn all or nothing. Of several
right options each earns its share, and all the wrong ones cancel all the right ones. Each gap, pair
and written answer earns its share; written answers may be given in any order, and the same one
twice counts once. An essay is scored by a person, who sees the rubric.

Known limits: a written answer must equal an accepted one, but for capitals, dashes, the shape of
quotation marks and a full stop; the teacher's notices are in the manifest, where few platforms show
them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from quizgen.formats._qti_package import package
from quizgen.formats._qti_tree import QTI_3
from quizgen.model import Edition, Worksheet


class Qti3:
    """A QTI 3.0 package."""

    name = "qti3"
    suffix = ".qti3.zip"
    purpose = "QTI 3.0: a package of test, items and text for platforms that import QTI 3."
    leaves_out: Mapping[str, str] = MappingProxyType({})
    editions: tuple[Edition, ...] = ("teacher",)

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the zip, the same for both editions: it always holds the key."""
        return package(worksheet, QTI_3)


FORMAT = Qti3()
