"""Anki: a package of cards (.apkg), for Anki, AnkiDroid and AnkiMobile.

Source: docs.ankiweb.net, *Packaged Decks*, *Card Templates* and *Checking Your Answer*; the file
is written with genanki. The tests import it into a collection of Anki's own, draw its cards there
and answer them.

* The deck is ``quizgen::TITLE``; the words of the text are a deck below it.
* A card asks one item on its front, and tells the answer, the reasons and the evidence on its
  back. The passage can be unfolded on both, save for items to be done without the text. A single
  short answer is typed in, and Anki compares it.
* Import again, and nothing is doubled: a note is known by article and item. An item that was
  edited and has a higher ``revision`` replaces the text of its note, and what was learnt stays.
* The file holds the key, so there is only the teacher's edition, which is for learners too.

Known limits:

* The learner says how well a card was known; Anki has no points. What is typed is compared with
  the first accepted answer, letter by letter; the others stand on the back.
* A note that the learner has changed or marked in Anki is newer than any revision: then choose
  *Update notes: Always* on import. Words have no revision and need the same.
* An article that gets another id, such as a renamed file, gives new cards.
"""

from collections.abc import Mapping
from types import MappingProxyType

from quizgen.model import Edition, Worksheet


class Anki:
    """Cards for items and words, in a deck for each text."""

    name = "anki"
    suffix = ".apkg"
    purpose = "Anki: a deck of cards for the items and the words of a text."
    leaves_out: Mapping[str, str] = MappingProxyType({})
    editions: tuple[Edition, ...] = ("teacher",)

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the package, the same for both editions: it always holds the key."""
        # genanki is loaded only when a package is made.
        from quizgen.formats._anki_package import package

        return package(worksheet)


FORMAT = Anki()
