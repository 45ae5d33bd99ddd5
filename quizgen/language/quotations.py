"""Quotations: who says what, in direct and indirect speech, before, after and around it."""

from collections.abc import Iterator

from quizgen.language.discourse import PERSONAL, Discourse, Quoted
from quizgen.language.speakers import Focus, Speaker, after_verb, follow, named, subject
from quizgen.language.speech import verbs, words
from quizgen.language.wordlists import is_in
from quizgen.model import Document, Quotation

OFFERED = 0.9
"""Confidence from which a quotation is put into a document."""

_SHORT = 3
_LEAST = 3
_NO_SUBJECT = frozenset({"ADP", "VERB", "SCONJ", "CCONJ", "PUNCT", "PRON"})
_PREDICATE = frozenset({"VERB", "ADJ", "AUX"})
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
        self.done: dict[int, Quotation] = {}
        self.last: tuple[int, Speaker] | None = None

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
            indirect = self._indirect(number)
            if indirect is not None:
                yield indirect
            else:
                follow(self.talk, number, self.focus)

    def _direct(self, quoted: Quoted) -> Quotation | None:
        found = self._after(quoted) or self._before(quoted) or self._continued(quoted)
        if found is None:
            return None
        speaker, verb = found
        self._attend(speaker)
        self.last = (quoted.end, speaker)
        end = quoted.end
        if self.talk.low[end - 1] in {",", "."} and end - 1 > quoted.start:
            end -= 1
        return self._quotation(quoted.start, end, speaker, verb, direct=True)

    def _attend(self, speaker: Speaker) -> None:
        if speaker.human:
            self.focus.set(speaker.name, min(0.98, speaker.confidence))

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
        if low.removesuffix("nya") in verbs("bare"):
            if low.endswith("nya"):
                speaker = self.focus.speaker(None, None)
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
        verb = next(
            (i for i in range(mark - 1, start - 1, -1) if self._saying(i)),
            None,
        )
        if verb is None:
            return None
        low = talk.low[verb]
        if low in verbs("active"):
            between = talk.tokens[verb + 1 : mark]
            if any(t.upos == "VERB" for t in between) or "bahwa" in talk.low[verb + 1 : mark - 1]:
                return None
            speaker = subject(talk, start, verb, self.focus)
            return (speaker, low) if speaker else None
        if low.startswith("menurut") or verb + 1 >= mark:
            return None
        if low.endswith("nya"):
            speaker = self.focus.speaker(None, None)
        elif low in verbs("bare") and (verb == start or talk.low[verb - 1] == ","):
            speaker = after_verb(talk, verb + 1, mark, self.focus)
        else:
            return None
        return (speaker, low) if speaker else None

    def _saying(self, index: int) -> bool:
        low = self.talk.low[index]
        return low in verbs("active") or low.removesuffix("nya") in verbs("bare")

    def _clausal(self, quoted: Quoted) -> bool:
        """Tell whether a quotation is a whole statement, not a word set apart."""
        tokens = self.talk.tokens[quoted.start : quoted.end]
        return len(tokens) >= 5 and tokens[0].text[:1].isupper()

    def _continued(self, quoted: Quoted) -> tuple[Speaker, str | None] | None:
        """Return the speaker of *“…,” kata X. “…”*, where the second part has no verb."""
        if self.last is None or not self._clausal(quoted):
            return None
        talk, (end, speaker) = self.talk, self.last
        between = talk.number(quoted.start - 1) - talk.number(end)
        opening = talk.starts[talk.number(quoted.start - 1)] == quoted.start - 1
        comma = talk.low[quoted.start - 2] == ","
        if between > 1 or not (opening or (between == 0 and comma)):
            return None
        return Speaker(speaker.name, None, None, min(0.95, speaker.confidence)), None

    def _indirect(self, number: int) -> Quotation | None:
        start, close = self.talk.starts[number], self.talk.close(number)
        if close - start < _LEAST + 2 or start in self.talk.in_quotes:
            return None
        end = close - 1 if self.talk.tokens[close - 1].text in {".", "…"} else close
        return (
            self._according(start, end)
            or self._inserted(start, end)
            or self._reported(start, end)
            or self._passive(number, start, end)
        )

    def _according(self, start: int, end: int) -> Quotation | None:
        """Find *Menurut X, …*."""
        talk = self.talk
        first = talk.low[start]
        if first not in {"menurut", "menurutnya", "katanya", "ujarnya"}:
            return None
        comma = next(
            (i for i in range(start + 1, min(end, start + 26))
             if talk.low[i] == "," and i not in talk.covered),
            None,
        )  # fmt: skip
        if first.endswith("nya"):
            speaker = self.focus.speaker(None, None)
            said = start + 2 if comma == start + 1 else start + 1
        elif talk.low[start + 1] in PERSONAL:
            speaker = self.focus.speaker(start + 1, start + 2)
            said = start + 3 if comma == start + 2 else start + 2
        else:
            speaker, said = self._source(start + 1, end, comma)
        if speaker is None or said >= end - 1:
            return None
        self._attend(speaker)
        return self._quotation(said, end, speaker, first.removesuffix("nya"), direct=False)

    def _source(self, start: int, end: int, comma: int | None) -> tuple[Speaker | None, int]:
        talk = self.talk
        person = next(iter(talk.persons(start, min(end, start + 20))), None)
        if comma is None:
            return None, end
        stop = comma
        if person is not None and person.start == comma + 1:
            stop = person.end
            if stop < end and talk.low[stop] == ",":
                return named(talk, start, stop), stop + 1
        if person is not None and person.end == comma:
            # Name, office, statement.
            second = next((i for i in range(comma + 1, min(end, comma + 16))
                           if talk.low[i] == "," and i not in talk.covered), None)  # fmt: skip
            office = talk.low[comma + 1]
            if second is not None and is_in(office, "titles"):
                return named(talk, start, comma), second + 1
        speaker = named(talk, start, stop)
        return speaker, stop + 1

    def _inserted(self, start: int, end: int) -> Quotation | None:
        """Find *…, kata X, …* and *…, kata X.*; the words around it are what was said."""
        talk = self.talk
        for index in range(start + 2, end):
            low = talk.low[index]
            bare = low.removesuffix("nya")
            if talk.low[index - 1] != "," or not (bare in verbs("bare") or bare == "menurut"):
                continue
            if talk.tokens[index].text[0].isupper():
                continue
            if low != bare:
                speaker, stop = self._unnamed(start, index), index + 1
                if stop < end and talk.low[stop] != ",":
                    stop = next((i for i in range(stop, end) if talk.low[i] == ","), end)
            else:
                stop = next(
                    (i for i in range(index + 1, end)
                     if talk.low[i] == "," and i not in talk.covered and i > index + 1),
                    end,
                )  # fmt: skip
                speaker = after_verb(talk, index + 1, end, self.focus)
                if speaker is not None and speaker.end is not None and speaker.end > stop:
                    stop = speaker.end
            if speaker is None or index - start < _LEAST:
                return None
            self._attend(speaker)
            rest = end if end - stop > _LEAST else index - 1
            sure = (
                speaker
                if rest != end
                else Speaker(
                    speaker.name, speaker.start, speaker.end, min(speaker.confidence, 0.95)
                )
            )
            return self._quotation(start, rest, sure, bare, direct=False)
        return None

    def _unnamed(self, start: int, verb: int) -> Speaker | None:
        """Return whom *katanya* means; unsure where what was said names another person first."""
        speaker = self.focus.speaker(None, None)
        if speaker is None:
            return None
        rivals = {m.entity.canonical for m in self.talk.persons(start, verb)} - {speaker.name}
        sure = min(speaker.confidence, 0.6 if rivals else 1.0)
        return Speaker(speaker.name, None, None, sure, speaker.human)

    def _reported(self, start: int, end: int) -> Quotation | None:
        """Find *X mengatakan (bahwa) …*."""
        talk = self.talk
        active = verbs("active")
        verb = next((i for i in range(start + 1, end - 2) if talk.low[i] in active), None)
        if verb is None:
            return None
        speaker = subject(talk, start, verb, self.focus)
        if speaker is None:
            return None
        low = talk.low[verb]
        said, sure = self._said(low, verb, end)
        if said is None or end - said < _LEAST:
            return None
        self._attend(speaker)
        content = talk.low[said:end]
        if '"' in content or "“" in content:
            sure = min(sure, 0.93)
        speaker = Speaker(
            speaker.name, speaker.start, speaker.end, round(speaker.confidence * sure, 3)
        )
        return self._quotation(said, end, speaker, low, direct=False)

    def _said(self, verb: str, index: int, end: int) -> tuple[int | None, float]:
        """Return where what was said starts after a verb, and how sure that is."""
        talk = self.talk
        following = talk.low[index + 1 : index + 22]
        if following[0] == "," or following[0] == "bahwa":
            first = index + 2
            if talk.low[first] == "bahwa":
                first += 1
            return first, 0.99
        if "bahwa" in following:
            at = index + 1 + following.index("bahwa")
            between = talk.tokens[index + 1 : at]
            if not any(t.upos in _PREDICATE or t.text == "," for t in between):
                return at + 1, 0.97
            return None, 0.0
        if verb in words("strict", "addressed"):
            for opener in ("agar", "supaya"):
                if opener in following and index + 1 + following.index(opener) < end - 2:
                    return index + 1 + following.index(opener), 0.95
            return None, 0.0
        if verb in words("strict", "own"):
            return index + 1, 0.95
        return self._bare_clause(verb, index, end)

    def _bare_clause(self, verb: str, index: int, end: int) -> tuple[int | None, float]:
        """Return where a statement without *bahwa* or comma starts, if it has a predicate."""
        talk = self.talk
        first = talk.tokens[index + 1]
        if first.upos in _NO_SUBJECT and first.text.lower() not in words("statement", "starts"):
            return None, 0.0
        if first.text.lower() in words("statement", "plain"):
            return index + 1, 0.96
        strict = verb in words("strict", "verbs")
        for offset, token in enumerate(talk.tokens[index + 2 : min(end, index + 16)]):
            low = token.text.lower()
            if low in words("statement", "blocks"):
                return None, 0.0
            if token.upos == "ADJ" and offset:
                return index + 1, 0.9 if strict else 0.95
            if token.upos in {"VERB", "AUX"} or low in words("statement", "makes"):
                return index + 1, 0.95 if strict else 0.97
        return None, 0.0

    def _passive(self, number: int, start: int, end: int) -> Quotation | None:
        """Find *Hal itu dikatakan (oleh) X*: the sentence before is what was said."""
        talk = self.talk
        low = talk.low
        if number == 0 or low[start] not in {"hal", "demikian"}:
            return None
        passive = verbs("passive")
        verb = next((i for i in range(start + 1, min(end, start + 4)) if low[i] in passive), None)
        before = self.document.sentences[number - 1]
        same = before.paragraph >= self.document.sentences[number].paragraph - 1
        if verb is None or not same:
            return None
        first = verb + 1
        while first < end and low[first] in {"oleh", "langsung", "juga"}:
            first += 1
        speaker = after_verb(talk, first, end, self.focus)
        if speaker is None:
            return None
        self._attend(speaker)
        said = talk.starts[number - 1]
        close = talk.close(number - 1)
        if talk.low[close - 1] != "." or close - said < _LEAST + 2:
            return None
        speaker = Speaker(speaker.name, speaker.start, speaker.end, min(0.91, speaker.confidence))
        return self._quotation(said, close - 1, speaker, low[verb], direct=False)

    def _quotation(
        self, start: int, end: int, speaker: Speaker, verb: str | None, *, direct: bool
    ) -> Quotation:
        tokens = self.talk.tokens
        first = None if speaker.start is None else tokens[speaker.start].start
        last = None if speaker.end is None else tokens[speaker.end - 1].end
        return Quotation(
            start=tokens[start].start,
            end=tokens[end - 1].end,
            speaker=speaker.name,
            speaker_start=first,
            speaker_end=last,
            verb=verb,
            direct=direct,
            sentence=self.talk.sentence(start).id,
            confidence=round(speaker.confidence, 3),
        )
