"""Refuse a Word document that would fill the memory or read other files, before it is opened."""

import io
import re
import zipfile

from quizgen.errors import InputError

MAX_UNPACKED_BYTES = 100_000_000
"""The most that all parts of a document may hold, pictures and all."""

MAX_XML_BYTES = 20_000_000
"""The most that its parts in XML may hold together."""

_MOST_PARTS = 5_000
_XML = (".xml", ".rels")
_DOCTYPE = re.compile(
    rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)", re.IGNORECASE
)
_LOCKED = 0x1


def check_package(data: bytes, *, source: str) -> None:
    """Accept a document of common size without a document type, which no Word document has.

    A document type could define entities that grow without end or that name other files.

    Raises:
        InputError: if it is too large once unpacked, locked, or has a document type.
        zipfile.BadZipFile: or another error of ``zipfile``, if it is damaged.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        xml = [part for part in parts if part.filename.lower().endswith(_XML)]
        sizes = [sum(part.file_size for part in each) for each in (parts, xml)]
        if len(parts) > _MOST_PARTS or sizes[0] > MAX_UNPACKED_BYTES or sizes[1] > MAX_XML_BYTES:
            raise InputError(f"{source}: is too large; copy the article to a .txt file")
        if any(part.flag_bits & _LOCKED for part in parts):
            raise InputError(f"{source}: is locked with a password; save it without one")
        for part in xml:
            # zipfile gives no more than the size that the archive states, which was checked.
            if _DOCTYPE.search(archive.read(part)):
                raise InputError(
                    f"{source}: has an XML document type, as no Word document has;"
                    " save it again as .docx"
                )
