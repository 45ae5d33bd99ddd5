r"""H5P: a question set for Moodle, WordPress, Drupal, Lumi and h5p.com. Experimental.

Source: the H5P file format of h5p.org, and how the content types of the H5P core team read their
parameters. The file has no libraries in it, so **the platform must have these content types
already**, in these versions: QuestionSet 1.20, MultiChoice 1.16, TrueFalse 1.8, Blanks 1.14 and
DragText 1.10. They come with *Get H5P content types*; where one is missing, the upload says which.

* A question set shows one question a page; each brings the passage along, but those to be done
  without it. These come last, and then there is no way back to a page that shows the text.
* A choice is H5P.MultiChoice. Statements are a question each: true/false where the categories are
  *Benar* and *Salah*, a choice of the categories elsewhere. Gaps and short answers to be written
  are H5P.Blanks; those with a word bank, pairs and orders are H5P.DragText: words to be dragged.
* Key, explanation and evidence are told after the answer, why an option is wrong beside it. Each
  question is answered once; at the end the whole set can be done again.
* The file holds the key, so there is only the teacher's edition.

Known limits:

* It is experimental: the content types themselves are not part of our tests, only H5P's rules for
  packages and parameters.
* H5P counts by content type, whatever the item says: 1 for a choice or a statement, 1 for each
  gap, pair, or place. Of several right options each counts 1 and each wrong one takes 1 away, if
  there are as many as points; else all of them must be found for 1.
* H5P knows no essay that a teacher marks.
* Of a gap with a word bank only the first accepted word counts. Several short answers may be given
  in any order, so one given twice counts twice.
* An answer to be written cannot hold ``*``, ``/`` or ``:``, which are H5P's own signs; an item
  with no other answer is left out, and a notice says so. In words to be dragged, and in texts with
  gaps, these signs are replaced by others that look alike.
* The teacher's notices are not in the file.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from quizgen.formats._archive import pack
from quizgen.formats._fragments import Task, name, tasks, title
from quizgen.formats._h5p import questions
from quizgen.formats._h5p_asked import MAX_TITLE, VERSIONS, cut
from quizgen.formats._h5p_fields import unwritable
from quizgen.model import Edition, Worksheet
from quizgen.wording import labels

_PASS = 50
"""Percent from which H5P congratulates."""


class H5p:
    """A question set without libraries."""

    name = "h5p"
    suffix = ".h5p"
    purpose = "H5P (experimental): a question set for platforms that have H5P's content types."
    leaves_out: Mapping[str, str] = MappingProxyType(
        {"free-text": "H5P marks an essay by key words, and no teacher can."}
    )
    editions: tuple[Edition, ...] = ("teacher",)

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the package, the same for both editions: it always holds the key."""
        held = [task for task in tasks(worksheet) if not unwritable(task.item)]
        asked = [question for task in held for question in questions(task, worksheet)]
        content = _content(asked, held, labels(worksheet))
        files = {"h5p.json": _package(asked, worksheet), "content/content.json": content}
        return pack({path: _encoded(data) for path, data in files.items()})

    def omits(self, worksheet: Worksheet) -> list[str]:
        """Return what of this sheet is not in the file, beyond ``leaves_out``."""
        return [
            f"leaves out “{name(task, worksheet)}”: an answer to be written has one of * / :, which"
            " are H5P's own signs."
            for task in tasks(worksheet)
            if unwritable(task.item)
        ]


def _encoded(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _package(asked: list[dict[str, Any]], worksheet: Worksheet) -> dict[str, Any]:
    used = {question["library"].split(" ")[0] for question in asked}
    names = ["H5P.QuestionSet", *sorted(used)]
    return {
        "title": cut(title(worksheet), MAX_TITLE),
        "language": "id",
        "defaultLanguage": "id",
        "mainLibrary": names[0],
        "embedTypes": ["iframe"],
        "license": "U",
        "preloadedDependencies": [
            {"machineName": each, "majorVersion": major, "minorVersion": minor}
            for each in names
            for major, minor in [VERSIONS[each]]
        ],
    }


def _content(
    asked: list[dict[str, Any]], held: list[Task], words: dict[str, str]
) -> dict[str, Any]:
    shown = {task.with_passage for task in held}
    return {
        "introPage": {"showIntroPage": False},
        "progressType": "textual",
        "passPercentage": _PASS,
        "questions": asked,
        "disableBackwardsNavigation": len(shown) > 1,
        "randomQuestions": False,
        "endGame": _end(words),
        "override": {"checkButton": True},
        "texts": _texts(words),
    }


def _end(words: dict[str, str]) -> dict[str, Any]:
    return {
        "showResultPage": True,
        "showSolutionButton": True,
        "showRetryButton": True,
        "noResultMessage": words["finish"],
        "message": words["result"],
        "scoreBarLabel": words["result_points"],
        "overallFeedback": [{"from": 0, "to": 100}],
        "solutionButtonText": words["show_answer"],
        "retryButtonText": words["start_over"],
        "finishButtonText": words["finish"],
        "submitButtonText": words["finish"],
        "showAnimations": False,
    }


def _texts(words: dict[str, str]) -> dict[str, str]:
    question, of = words["question"], words["of"]
    return {
        "prevButton": words["previous"],
        "nextButton": words["next"],
        "finishButton": words["finish"],
        "submitButton": words["finish"],
        "textualProgress": f"{question} @current {of} @total",
        "jumpToQuestion": f"{question} %d {of} %total",
        "questionLabel": question,
        "readSpeakerProgress": f"{question} @current {of} @total",
        "unansweredText": words["not_answered"],
    }


FORMAT = H5p()
