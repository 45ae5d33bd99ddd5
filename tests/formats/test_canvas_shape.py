"""The shape of the Canvas zip beside that of text2qti, whose zips Canvas is known to take."""

import io
import zipfile

import pytest
from lxml import etree

from quizgen.formats.canvas import FORMAT

SPOKEN = """Quiz title: Judul

Points: 2
1. Satu?
... umum
a) salah
... sebab
*b) benar

2. Dua?
[*] benar
[ ] salah

3. Tiga?
* tiga

4. Empat?
____
"""


def test_the_elements_are_those_that_text2qti_writes(worksheet):
    """Nothing stands where text2qti puts nothing of that name."""
    config = pytest.importorskip("text2qti.config", reason="text2qti is not installed")
    from text2qti.qti import QTI
    from text2qti.quiz import Quiz

    theirs = QTI(Quiz(SPOKEN, config=config.Config())).zip_bytes()
    ours = FORMAT.render(worksheet, edition="teacher")
    for name in ("imsmanifest.xml", "assessment_meta.xml", ".xml"):
        known = _shapes(_file(theirs, name))
        own = _shapes(_file(ours, name))
        assert own - known <= _MORE, name


_MORE = {
    # Types of questions that text2qti does not have: several fields, each with its own name.
    "presentation/response_lid/material",
    "response_lid/material/mattext",
}


def _file(data, ending):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [n for n in archive.namelist() if n.endswith(ending) and "/" in n]
        if ending == ".xml":
            names = [n for n in names if not n.endswith("assessment_meta.xml")]
        return etree.fromstring(archive.read(names[0] if names else ending))


def _shapes(root):
    """Return the name of each element behind those of the two that it stands in."""
    found = set()
    for node in root.iter(etree.Element):
        up = list(node.iterancestors())[:2]
        found.add("/".join(etree.QName(each).localname for each in (*reversed(up), node)))
    return found
