"""QTI 2.1: a package of a test and its items, for platforms that do not import QTI 3 yet.

Source: IMS, *Question & Test Interoperability 2.1*: Assessment, Section and Item Information Model,
Implementation Guide. The items are those of ``qti3`` under the names of QTI 2.1, scored in the same
way; the difference is that QTI 2.1 knows no shared text, so each item brings the text along, save
those to be done without it.

The file holds the key, so there is only the teacher's edition.

Known limits: those of ``qti3``; and QTI 2.1 cannot say that an essay is scored by a person: its
score stays 0 until somebody sets it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from quizgen.formats._qti_package import package
from quizgen.formats._qti_tree import QTI_2
from quizgen.model import Edition, Worksheet


class Qti2:
    """A QTI 2.1 package."""

    name = "qti2"
    suffix = ".qti2.zip"
    purpose = "QTI 2.1: a package of test and items for platforms that import QTI 2."
    leaves_out: Mapping[str, str] = MappingProxyType({})
    editions: tuple[Edition, ...] = ("teacher",)

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the zip, the same for both editions: it always holds the key."""
        return package(worksheet, QTI_2)


FORMAT = Qti2()
