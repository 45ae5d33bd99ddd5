"""The QTI package around the items: the test, the shared text, the manifest, the zip.

Items to be done without the text stand in a test part of their own, for there is no way back from
one part to another.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from lxml import etree

from quizgen.formats import _qti_interactions as interactions
from quizgen.formats._archive import pack
from quizgen.formats._fragments import passage_html, tasks, text_block, title
from quizgen.formats._inline import clean, rich
from quizgen.formats._qti_item import item
from quizgen.formats._qti_tree import (
    LANGUAGE,
    QTI_3,
    Vocabulary,
    document,
    identifier,
    plain,
    qti,
    with_html,
    written,
)
from quizgen.formats._sheet import source_line
from quizgen.model import Section, Worksheet
from quizgen.wording import table

_TEST, _STIMULUS = "test.xml", "passage.xml"
_LOM = "http://ltsc.ieee.org/xsd/LOM"
_SCORE = "SCORE"
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


def package(worksheet: Worksheet, vocabulary: Vocabulary) -> bytes:
    """Return the zip: manifest, test, items, and in QTI 3 the text as a file of its own."""
    shared = vocabulary is QTI_3
    files = dict(_files(worksheet, vocabulary, shared=shared))
    return pack({"imsmanifest.xml": _manifest(worksheet, vocabulary, shared)} | files)


def _files(
    worksheet: Worksheet, vocabulary: Vocabulary, *, shared: bool
) -> Iterator[tuple[str, bytes]]:
    yield _TEST, written(_test(worksheet), vocabulary)
    if shared:
        yield _STIMULUS, written(_stimulus(worksheet), vocabulary)
    place = f'<div class="qti-shared-stimulus" data-stimulus-idref="{interactions.STIMULUS}"></div>'
    above = place if shared else f'<div class="passage">{passage_html(worksheet)}</div>'
    stimulus = f"../{_STIMULUS}" if shared else ""
    for task in tasks(worksheet):
        made = item(task, worksheet, passage=above, stimulus=stimulus)
        yield _href(task.item.id), written(made, vocabulary)


def _href(id: str) -> str:
    return f"items/{identifier(id)}.xml"


def _stimulus(worksheet: Worksheet) -> Any:
    body = with_html(qti("stimulus-body"), passage_html(worksheet))
    made = qti(
        "assessment-stimulus", body, identifier=interactions.STIMULUS, title=title(worksheet)
    )
    made.set(LANGUAGE, "id")
    return made


def _test(worksheet: Worksheet) -> Any:
    groups = groupby(worksheet.sections, key=lambda section: section.hidden)
    parts = (_part(number, list(group)) for number, (_, group) in enumerate(groups, start=1))
    total = float(sum(each.points for _, each in worksheet.items()))
    return qti(
        "assessment-test",
        _outcome(_SCORE, 0.0, total),
        _outcome("MAXSCORE", total, total),
        *parts,
        qti(
            "outcome-processing",
            qti(
                "set-outcome-value",
                qti("sum", qti("test-variables", variable_identifier=_SCORE)),
                identifier=_SCORE,
            ),
        ),
        identifier=_name(worksheet),
        title=title(worksheet),
    )


def _outcome(name: str, default: float, most: float) -> Any:
    value = qti("default-value", qti("value", text=f"{default:g}"))
    return qti(
        "outcome-declaration",
        value,
        identifier=name,
        cardinality="single",
        base_type="float",
        normal_minimum=0.0,
        normal_maximum=most,
    )


def _name(worksheet: Worksheet) -> str:
    parts = ("test", worksheet.article.id, worksheet.version)
    return identifier("-".join(part for part in parts if part))


def _part(number: int, sections: list[Section]) -> Any:
    """Return a test part in which each answer is scored and commented on at once."""
    return qti(
        "test-part",
        qti("item-session-control", max_attempts=1, show_feedback=True),
        *map(_section, sections),
        identifier=f"part-{number}",
        navigation_mode="nonlinear",
        submission_mode="individual",
    )


def _section(section: Section) -> Any:
    references = (
        qti("assessment-item-ref", identifier=identifier(each.id), href=_href(each.id))
        for each in section.items
    )
    return qti(
        "assessment-section",
        *references,
        identifier=f"section-{section.first}",
        title=clean(section.heading),
        visible=True,
    )


def _manifest(worksheet: Worksheet, vocabulary: Vocabulary, shared: bool) -> bytes:
    ids = [identifier(each.id) for _, each in worksheet.items()]
    resources = plain("resources", _resource("test", _name(worksheet), _TEST, ids, vocabulary))
    if shared:
        kind = "stimulus"
        resources.append(_resource(kind, interactions.STIMULUS, _STIMULUS, [], vocabulary))
    needs = [interactions.STIMULUS] if shared else []
    for section in worksheet.sections:
        for each in section.items:
            wanted = [] if section.hidden else needs
            made = _resource("item", identifier(each.id), _href(each.id), wanted, vocabulary)
            resources.append(made)
    root = plain(
        "manifest",
        _metadata(worksheet, vocabulary),
        plain("organizations"),
        resources,
        identifier=f"manifest-{_name(worksheet)}",
    )
    return document(_spaced(root, vocabulary))


def _resource(kind: str, id: str, href: str, needs: list[str], vocabulary: Vocabulary) -> Any:
    return plain(
        "resource",
        plain("file", href=href),
        *(plain("dependency", identifierref=need) for need in needs),
        identifier=id,
        type=f"imsqti_{kind}_{vocabulary.types}",
        href=href,
    )


def _metadata(worksheet: Worksheet, vocabulary: Vocabulary) -> Any:
    """Return title, source line, and what the teacher should know before using the text."""
    words = table(worksheet.language)
    about = text_block([source_line(worksheet, words), *map(rich, worksheet.notices)])
    general = etree.Element(f"{{{_LOM}}}general", nsmap={None: _LOM})
    for name, content in (("title", title(worksheet)), ("description", about)):
        string = etree.SubElement(
            etree.SubElement(general, f"{{{_LOM}}}{name}"), f"{{{_LOM}}}string", language="id"
        )
        string.text = content
    lom = etree.Element(f"{{{_LOM}}}lom", nsmap={None: _LOM})
    lom.append(general)
    schema = plain("schema", text=vocabulary.package)
    return plain("metadata", schema, plain("schemaversion", text=vocabulary.package_version), lom)


def _spaced(root: Any, vocabulary: Vocabulary) -> Any:
    """Return the manifest in its namespace; what has one already keeps it."""
    space = vocabulary.package_namespace
    made = etree.Element(f"{{{space}}}{root.tag}", dict(root.attrib), nsmap={None: space})
    made.set(_XSI, f"{space} {vocabulary.package_schema}")
    made.extend(root)
    for node in made.iter():
        if not node.tag.startswith("{"):
            node.tag = f"{{{space}}}{node.tag}"
    return made
