"""A scorer for Canvas quizzes that shares nothing with the writer: it reads the zip as Canvas does
and evaluates resprocessing. HTML counts as what a browser would show of it.
"""

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree

from .moodle_quiz import shown

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


@dataclass
class Quiz:
    title: str
    settings: Any
    questions: list["Question"]

    def setting(self, name: str) -> str:
        return self.settings.findtext(f"{{*}}{name}") or ""


def quizzes(data: bytes) -> list[Quiz]:
    """Return the quizzes, found from the manifest as an importer does."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = etree.fromstring(files["imsmanifest.xml"])
    resources = {node.get("identifier"): node for node in manifest.iterfind(".//{*}resource")}
    found = []
    for node in resources.values():
        if node.get("type") != "imsqti_xmlv1p2":
            continue
        content = etree.fromstring(files[node.find("{*}file").get("href")])
        meta = resources[node.find("{*}dependency").get("identifierref")]
        settings = etree.fromstring(files[meta.get("href")])
        [assessment] = content.findall(f"{QTI}assessment")
        assert settings.get("identifier") == assessment.get("ident") == node.get("identifier")
        questions = [Question(each) for each in assessment.iter(f"{QTI}item")]
        found.append(Quiz(assessment.get("title"), settings, questions))
    named = {node.get("href") for node in manifest.iterfind(".//{*}file")}
    assert named == set(files) - {"imsmanifest.xml", "non_cc_assessments/"}
    return found


def words(node: Any) -> str:
    """Return what a learner reads of a material."""
    [text] = node.findall(f"{QTI}material/{QTI}mattext")
    return shown(text.text or "") if text.get("texttype") == "text/html" else (text.text or "")


@dataclass
class Question:
    node: Any

    @property
    def id(self) -> str:
        return str(self.node.get("ident"))

    def fact(self, name: str) -> str:
        for field in self.node.iter(f"{QTI}qtimetadatafield"):
            if field.findtext(f"{QTI}fieldlabel") == name:
                return field.findtext(f"{QTI}fieldentry") or ""
        raise AssertionError(f"{name} is missing")

    @property
    def type(self) -> str:
        return self.fact("question_type").removesuffix("_question")

    @property
    def points(self) -> float:
        return float(self.fact("points_possible"))

    @property
    def source(self) -> str:
        [text] = self.node.findall(f"{QTI}presentation/{QTI}material/{QTI}mattext")
        assert text.get("texttype") == "text/html"
        return str(text.text)

    @property
    def text(self) -> str:
        return shown(self.source)

    def responses(self) -> list[Any]:
        return [*self.node.iter(f"{QTI}response_lid", f"{QTI}response_str")]

    def labels(self, response: Any) -> list[tuple[str, str]]:
        """Return (words, ident) of what can be chosen."""
        found = response.iter(f"{QTI}response_label")
        made = [(words(label).strip(), label.get("ident")) for label in found]
        assert len(dict(made)) == len(made)
        return made

    def respond(self, answer: Any) -> dict[str, list[str]]:
        """Return the response to each field of a learner who sees words."""
        fields = self.responses()
        match self.type:
            case "multiple_choice" | "true_false" | "multiple_answers":
                choices = dict(self.labels(fields[0]))
                return {"response1": [choices[each.strip()] for each in answer]}
            case "short_answer":
                return {"response1": [answer[0]]}
            case "matching":
                asked = {words(field).strip(): field for field in fields}
                assert {left.strip() for left in answer} == set(asked)
                return {
                    asked[left.strip()].get("ident"): [
                        dict(self.labels(asked[left.strip()]))[right.strip()]
                    ]
                    for left, right in answer.items()
                }
            case "multiple_dropdowns" | "fill_in_multiple_blanks":
                return self._fill(fields, answer)
        raise AssertionError(f"{self.type} is not graded")

    def _fill(self, fields: list[Any], answer: list[str]) -> dict[str, list[str]]:
        assert len(fields) == len(answer)
        made = {}
        for field, given in zip(fields, answer, strict=True):
            name = field.get("ident").removeprefix("response_")
            assert words(field) == name
            assert self.source.count(f"[{name}]") == 1
            known = {text.casefold(): ident for text, ident in self.labels(field)}
            free = self.type == "fill_in_multiple_blanks"
            key = given.strip().casefold()
            made[field.get("ident")] = [known.get(key, "?") if free else known[key]]
        return made

    def grade(self, answer: Any) -> float:
        return self.process(self.respond(answer))[0]

    def process(self, given: dict[str, list[str]]) -> tuple[float, str]:
        """Return the percentage and the feedback."""
        self._check_keys()
        score, told = 0.0, []
        for rule in self.node.iter(f"{QTI}respcondition"):
            if not self._holds(rule.find(f"{QTI}conditionvar"), given):
                continue
            for change in rule.iter(f"{QTI}setvar"):
                value = float(change.text)
                score = score + value if change.get("action") == "Add" else value
            told += [each.get("linkrefid") for each in rule.iter(f"{QTI}displayfeedback")]
            if rule.get("continue", "Yes") == "No":
                break
        said = {each.get("ident"): each for each in self.node.iter(f"{QTI}itemfeedback")}
        return round(score, 4), "".join(words(said[each][0]) for each in told)

    def _check_keys(self) -> None:
        fields = {field.get("ident"): field for field in self.responses()}
        for test in self.node.iter(f"{QTI}varequal"):
            field = fields[test.get("respident")]
            if field.tag == f"{QTI}response_lid":
                assert test.text in dict(self.labels(field)).values(), (self.id, test.text)

    def _holds(self, condition: Any, given: dict[str, list[str]]) -> bool:
        tests = list(condition)
        # Canvas means any of the accepted answers where several stand in one condition.
        return any(self._true(test, given) for test in tests)

    def _true(self, test: Any, given: dict[str, list[str]]) -> bool:
        match etree.QName(test).localname:
            case "other":
                return True
            case "varequal":
                values = [each.strip().casefold() for each in given.get(test.get("respident"), [])]
                return test.text.casefold() in values
            case "and":
                return all(self._true(each, given) for each in test)
            case "not":
                return not self._true(test[0], given)
        raise AssertionError(test.tag)
