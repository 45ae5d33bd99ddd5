"""Building QTI trees: elements under their QTI 3.0 names, without a namespace until written.

QTI 2.1 has the same elements and attributes under other names, so a tree is built once and
``written`` in either vocabulary: ``qti-choice-interaction`` with ``max-choices`` becomes
``choiceInteraction`` with ``maxChoices``; the wrapper ``qti-content-body`` goes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from lxml import etree

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_ODD = re.compile(r"[^A-Za-z0-9_.-]+")
_AS_IT_IS = re.compile(r"(?:data-|\{)")
_ONLY_3 = {"use", "external-scored"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The names of one version of QTI: its namespaces, schemas and resource types."""

    camel: bool
    namespace: str
    schema: str
    package_namespace: str
    package_schema: str
    package: str
    package_version: str
    types: str
    """How the types of the resources end."""


QTI_3 = Vocabulary(
    camel=False,
    namespace="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    schema="https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    package_namespace="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    package_schema=(
        "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd"
    ),
    package="QTI Package",
    package_version="3.0.0",
    types="xmlv3p0",
)
QTI_2 = Vocabulary(
    camel=True,
    namespace="http://www.imsglobal.org/xsd/imsqti_v2p1",
    schema="http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1p2.xsd",
    package_namespace="http://www.imsglobal.org/xsd/imscp_v1p1",
    package_schema="http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
    package="QTIv2.1 Package",
    package_version="1.0.0",
    types="xmlv2p1",
)


def qti(name: str, *children: Any, text: str | None = None, **attributes: object) -> Any:
    """Return ``<qti-NAME>``; an underscore in an attribute is a hyphen, None leaves it out."""
    return plain(f"qti-{name}", *children, text=text, **attributes)


def plain(name: str, *children: Any, text: str | None = None, **attributes: object) -> Any:
    """Return an element of exactly this name."""
    made = etree.Element(name)
    for key, value in attributes.items():
        if value is not None:
            made.set(key.rstrip("_").replace("_", "-"), _written(value))
    made.text = text
    made.extend(children)
    return made


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def with_html(parent: Any, html: str) -> Any:
    """Add a fragment of HTML, which must be well-formed XML, to the end of ``parent``."""
    made = etree.fromstring(f"<x>{html}</x>")
    if made.text:
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + made.text
        else:
            parent.text = (parent.text or "") + made.text
    parent.extend(made)
    return parent


def source(element: Any) -> str:
    """Return an element as it stands in a fragment of HTML."""
    return str(etree.tostring(element, encoding="unicode"))


def identifier(name: str) -> str:
    """Return a name as QTI allows identifiers: letters, digits, hyphens, beginning with a letter.

    >>> identifier("detail-aaaa1111")
    'detail-aaaa1111'
    """
    made = _ODD.sub("-", name)
    if not made[:1].isalpha():
        made = f"i-{made}"
    return made if made == name else f"{made}-{sha256(name.encode()).hexdigest()[:8]}"


def written(root: Any, vocabulary: Vocabulary) -> bytes:
    """Return the file of a tree, in the names of one version."""
    spaces = {None: vocabulary.namespace, "xsi": _XSI}
    made = _renamed(root, vocabulary, spaces)
    made.set(f"{{{_XSI}}}schemaLocation", f"{vocabulary.namespace} {vocabulary.schema}")
    return document(made)


def document(root: Any) -> bytes:
    """Return the file of a finished tree."""
    made: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return made


def _renamed(node: Any, vocabulary: Vocabulary, spaces: dict[str | None, str] | None = None) -> Any:
    tag = node.tag.removeprefix("qti-") if vocabulary.camel else node.tag
    if vocabulary.camel and node.tag != tag:
        tag = _camel(tag)
    made = etree.Element(f"{{{vocabulary.namespace}}}{tag}", nsmap=spaces)
    for key, value in _attributes(node, vocabulary):
        made.set(key, value)
    made.text = node.text
    made.tail = node.tail
    for child in node:
        copy = _renamed(child, vocabulary)
        if vocabulary.camel and child.tag == "qti-content-body":
            made.text = copy.text
            made.extend(copy)
        else:
            made.append(copy)
    return made


def _attributes(node: Any, vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    for key, value in node.attrib.items():
        if not vocabulary.camel or not node.tag.startswith("qti-") or _AS_IT_IS.match(key):
            yield key, value
        elif key not in _ONLY_3:
            yield _camel(key), value


def _camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(part.capitalize() for part in rest)
