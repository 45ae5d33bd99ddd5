"""The files around the questions of a Canvas quiz: assessment, settings and manifest."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from quizgen.formats._canvas_tree import label, node
from quizgen.formats._qti_tree import document

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_META = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
_SETTINGS = {
    "shuffle_answers": "false",
    "scoring_policy": "keep_highest",
    "hide_results": "",
    "quiz_type": "assignment",
}
_LATER_SETTINGS = {
    "show_correct_answers": "true",
    "anonymous_submissions": "false",
    "could_be_locked": "false",
    "allowed_attempts": "1",
    "one_question_at_a_time": "false",
    "cant_go_back": "false",
    "available": "false",
    "one_time_results": "false",
    "show_correct_answers_last_attempt": "false",
    "only_visible_to_overrides": "false",
    "module_locked": "false",
}


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz of the package; ``description`` is HTML that students see before they begin."""

    id: str
    title: str
    description: str
    points: int
    questions: tuple[Any, ...]

    @property
    def file(self) -> str:
        """Where the questions are."""
        return f"{self.id}/{self.id}.xml"

    @property
    def settings_file(self) -> str:
        """Where the settings are."""
        return f"{self.id}/assessment_meta.xml"


def assessment(quiz: Quiz) -> bytes:
    """Return the file of the questions."""
    attempts = node("qtimetadata", label("cc_maxattempts", "1"))
    section = node("section", *quiz.questions, ident="root_section")
    made = node("assessment", attempts, section, ident=quiz.id, title=quiz.title)
    return document(_spaced(node("questestinterop", made), _QTI))


def settings(quiz: Quiz) -> bytes:
    """Return the file of the settings."""
    points = f"{quiz.points:.1f}"
    made = node(
        "quiz",
        node("title", content=quiz.title),
        node("description", content=quiz.description),
        *_fields(_SETTINGS),
        node("points_possible", content=points),
        *_fields(_LATER_SETTINGS),
        _assignment(quiz, points),
        identifier=quiz.id,
    )
    return document(_spaced(made, _CANVAS))


def _assignment(quiz: Quiz, points: str) -> Any:
    """Return the entry in the grade book."""
    return node(
        "assignment",
        node("title", content=quiz.title),
        *_fields({"due_at": "", "lock_at": "", "unlock_at": ""}),
        node("workflow_state", content="unpublished"),
        node("quiz_identifierref", content=quiz.id),
        node("points_possible", content=points),
        node("grading_type", content="points"),
        node("submission_types", content="online_quiz"),
        identifier=f"{quiz.id}-assignment",
    )


def manifest(quizzes: Iterable[Quiz]) -> bytes:
    """Return the file that names the others."""
    resources = node("resources")
    name = ""
    for quiz in quizzes:
        meta = f"{quiz.id}-meta"
        name = name or quiz.id
        resources.append(
            node(
                "resource",
                node("file", href=quiz.file),
                node("dependency", identifierref=meta),
                identifier=quiz.id,
                type="imsqti_xmlv1p2",
            )
        )
        resources.append(
            node(
                "resource",
                node("file", href=quiz.settings_file),
                identifier=meta,
                type=_META,
                href=quiz.settings_file,
            )
        )
    schema = node("schema", content="IMS Content")
    root = node(
        "manifest",
        node("metadata", schema, node("schemaversion", content="1.1.3")),
        node("organizations"),
        resources,
        identifier=f"manifest-{name}",
    )
    return document(_spaced(root, _PACKAGE))


def _fields(values: dict[str, str]) -> Iterable[Any]:
    return (node(key, content=value or None) for key, value in values.items())


def _spaced(root: Any, space: str) -> Any:
    made = etree.Element(f"{{{space}}}{root.tag}", dict(root.attrib), nsmap={None: space})
    made.extend(root)
    for each in made.iter():
        if not each.tag.startswith("{"):
            each.tag = f"{{{space}}}{each.tag}"
    return made
