"""Quotations: who says what, in direct and indirect speech, before, after and around it."""

from collections.abc import Iterator

from quizgen.language.attention import follow
from quizgen.language.discourse import Discourse, Quoted
from quizgen.language.indirect import Indirect, attend, report
from quizgen.language.nouns import is_human
from quizgen.language.speakers import Focus, Speaker, after_verb, subject
from quizgen.language.speech import bare_verb, verbs
from quizgen.model import Document, Quotation

OFFERED = 0.9
"""Confidence from which a quotation is put into a document."""

_FOCUS_FADES = 0.998


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """Return every quotation with a speaker, sorted by start, none overlapping.

    Confidence is the estimated share of right speakers and spans among such findings; a document
    holds those from ``OFFERED`` on.
    """
    finder = _Finder(document)
    found = sorted(finder.find(), key=lambda q: (q.start, not q.direct))
    kept: list[Quotation] = []
    for quotation in found:
        if not kept or quotation.start >= kept[-1].end:
            kept.append(quotation)
    return tuple(kept)


class _Finder:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.talk = Discourse(document)
        self.focus = Focus()
        self.indirect = Indirect(self.talk, self.focus)
        self.last: tuple[int, Speaker, str | None] | None = None

    def find(self) -> Iterator[Quotation]:
        closing: dict[int, list[Quoted]] = {}
        for quoted in self.talk.quoted:
            closing.setdefault(self.talk.number(quoted.end), []).append(quoted)
        inside = {
            number
            for quoted in self.talk.quoted
            for number in range(self.talk.number(quoted.start), self.talk.number(quoted.end))
        }
        paragraph = 0
        for number, sentence in enumerate(self.document.sentences):
            if sentence.paragraph != paragraph:
                paragraph, self.last = sentence.paragraph, None
                self.focus.doubt(_FOCUS_FADES)
            direct = [q for quoted in closing.get(number, []) if (q := self._direct(quoted))]
            yield from direct
            if direct or number in inside:
                continue
            indirect = self.indirect.find(number)
            if indirect is not None:
                yield indirect
            else:
                self.focus.pass_by()
                follow(self.talk, number, self.focus)

    def _direct(self, quoted: Quoted) -> Quotation | None:
        found = self._after(quoted) or self._before(quoted) or self._continued(quoted)
        if found is None:
            return None
        speaker, verb = found
        attend(self.focus, speaker)
        self.last = (quoted.end, speaker, verb)
        end = quoted.end
        if self.talk.low[end - 1] in {",", "."} and end - 1 > quoted.start:
            end -= 1
        return report(self.talk, (quoted.start, end), speaker, verb, direct=True)

    def _after(self, quoted: Quoted) -> tuple[Speaker, str | None] | None:
        talk = self.talk
        number = talk.number(quoted.end)
        close = talk.close(number)
        index = quoted.end + 1
        while index < close and talk.low[index] in {",", ".", "-", "–", "demikian", "begitu"}:
            index += 1
        if index >= close:
            return None
        low = talk.low[index]
        if bare_verb(low) in verbs("bare"):
            if low != bare_verb(low):
                lead = self._before(quoted)
                speaker = lead[0] if lead else self.focus.speaker(None, None)
            else:
                speaker = after_verb(talk, index + 1, close, self.focus)
            return (speaker, low) if speaker else None
        return self._told_after(index, close)

    def _told_after(self, index: int, close: int) -> tuple[Speaker, str | None] | None:
        """Return who says what stood before in *…,” ia menambahkan*."""
        talk = self.talk
        verb = next(
            (i for i in range(index + 1, min(close, index + 14)) if talk.low[i] in verbs("active")),
            None,
        )
        if verb is None or talk.tokens[index - 1].text == ".":
            return None
        speaker = subject(talk, index, verb, self.focus)
        if speaker is None or speaker.start is None or verb + 2 < close:
            return None
        return speaker, talk.low[verb]

    def _before(self, quoted: Quoted) -> tuple[Speaker, str | None] | None:
        talk = self.talk
        mark = quoted.start - 1
        number = talk.number(mark)
        start = talk.starts[number]
        if mark <= start:
            return None
        return self._lead(start, mark, quoted)

    def _lead(self, start: int, mark: int, quoted: Quoted) -> tuple[Speaker, str | None] | None:
        talk = self.talk
        if talk.low[mark - 1] not in {",", ":", "bahwa"} and not self._clausal(quoted):
            return None
        verb = next((i for i in range(mark - 1, start - 1, -1) if self._saying(i)), None)
        if verb is None:
            return None
        low = talk.low[verb]
        if low in verbs("active"):
            between = talk.tokens[verb + 1 : mark]
            if any(t.upos == "VERB" and not is_human(t.text) for t in between):
                return None
            other = "bahwa" in talk.low[verb + 1 : mark - 1]
            speaker = None if other else subject(talk, start, verb, self.focus)
        elif low.startswith("menurut") or verb + 1 >= mark:
            return None
        elif low != bare_verb(low):
            speaker = self.focus.speaker(None, None)
        elif verb == start or talk.low[verb - 1] == ",":
            speaker = after_verb(talk, verb + 1, mark, self.focus)
        else:
            return None
        return (speaker, low) if speaker else None

    def _saying(self, index: int) -> bool:
        low = self.talk.low[index]
        return low in verbs("active") or bare_verb(low) in verbs("bare")

    def _clausal(self, quoted: Quoted) -> bool:
        """Tell whether a quotation is a whole statement, not a word set apart."""
        tokens = self.talk.tokens[quoted.start : quoted.end]
        return len(tokens) >= 4 and tokens[0].text[:1].isupper()

    def _continued(self, quoted: Quoted) -> tuple[Speaker, str | None] | None:
        """Return the speaker of *“…,” kata X. “…”*, where the second part has no verb."""
        if self.last is None:
            return None
        talk, (end, speaker, verb) = self.talk, self.last
        between = talk.number(quoted.start - 1) - talk.number(end)
        opening = talk.starts[talk.number(quoted.start - 1)] == quoted.start - 1
        comma = talk.low[quoted.start - 2] == ","
        goes_on = between == 0 and comma
        if between > 1 or not (goes_on or (opening and self._clausal(quoted))):
            return None
        return Speaker(speaker.name, None, None, min(0.95, speaker.confidence)), verb
