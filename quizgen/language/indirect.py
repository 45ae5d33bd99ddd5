"""Indirect speech: *X mengatakan bahwa …*, *Menurut X, …*, *…, kata X, …*."""

import itertools
from dataclasses import replace

from quizgen.language.discourse import PERSONAL, Discourse
from quizgen.language.nouns import is_human
from quizgen.language.speakers import Focus, Speaker, after_verb, named, subject
from quizgen.language.speech import bare_verb, verbs, words
from quizgen.language.wordlists import is_in
from quizgen.model import Quotation

_LEAST = 3
_OPENING = frozenset(
    f"{verb}nya" for verb in ("menurut", "kata", "ujar", "dikatakan", "ditambahkan", "dijelaskan")
)
"""What may open a statement by the one last talked of: *Menurutnya, …*, *Dikatakannya, …*."""
_ASIDE = frozenset({"meski", "meskipun", "walau", "walaupun", "sementara", "sedangkan", "padahal"})
"""After a comma these open words that may be the writer's own again."""
_JOINING = frozenset({"dan", "tetapi", "serta", "namun"})
_ALIKE = frozenset({"serupa", "senada", "sama"})
_FEELING = frozenset({"merasa", "bertekad", "berharap", "berjanji"})
_SPEAKING = frozenset(
    {"mereka", "kami", "kita", "saya", "pihaknya", "pemerintah", "para", "seorang"}
)
_NO_SUBJECT = frozenset({"ADP", "VERB", "SCONJ", "CCONJ", "PUNCT", "PRON"})
_FENCE = frozenset({"VERB", "PUNCT", "SCONJ", "CCONJ", "AUX"})
_PREDICATE = frozenset({"VERB", "ADJ", "AUX"})


def attend(focus: Focus, speaker: Speaker) -> None:
    """Let a person who speaks be the one whom a pronoun means next."""
    if speaker.human:
        focus.set(speaker.name, min(0.98, speaker.confidence))


def report(
    talk: Discourse, span: tuple[int, int], speaker: Speaker, verb: str | None, *, direct: bool
) -> Quotation:
    """Return tokens ``span`` as what the speaker says."""
    start, end = span
    tokens = talk.tokens
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
        sentence=talk.sentence(start).id,
        confidence=round(speaker.confidence, 3),
    )


class Indirect:
    """Finds indirect speech sentence by sentence; ``focus`` is shared with direct speech."""

    def __init__(self, talk: Discourse, focus: Focus) -> None:
        self.talk = talk
        self.focus = focus

    def find(self, number: int) -> Quotation | None:
        """Return what sentence ``number`` reports without quotation marks."""
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
        if first not in {"menurut", "kata", *_OPENING}:
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
        attend(self.focus, speaker)
        return report(talk, (said, end), speaker, first.removesuffix("nya"), direct=False)

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
            bare = bare_verb(talk.low[index])
            if talk.low[index - 1] != "," or not (bare in verbs("bare") or bare == "menurut"):
                continue
            if talk.tokens[index].text[0].isupper():
                continue
            speaker, stop = self._inserted_speaker(start, index, end)
            if speaker is None or index - start < _LEAST:
                return None
            if {"'", '"', "“", "”", "—", "–"} & set(talk.low[start:end]):
                speaker = replace(speaker, confidence=min(speaker.confidence, 0.8))
            attend(self.focus, speaker)
            rest = end if self._goes_on(stop + 1, end) else index - 1
            if rest == end:
                speaker = replace(speaker, confidence=min(speaker.confidence, 0.95))
            return report(talk, (start, rest), speaker, bare, direct=False)
        return None

    def _inserted_speaker(self, start: int, index: int, end: int) -> tuple[Speaker | None, int]:
        """Return who speaks in *kata X* at a token, and where the statement may go on."""
        talk = self.talk
        commas = [i for i in range(index + 1, end) if talk.low[i] == "," and i not in talk.covered]
        if talk.low[index] != bare_verb(talk.low[index]):
            return self._unnamed(start, index), commas[0] if commas else end
        speaker = after_verb(talk, index + 1, end, self.focus)
        stop = next((i for i in commas if i > index + 1), end)
        if speaker is not None and speaker.end is not None:
            stop = max(stop, speaker.end)
        return speaker, stop

    def _goes_on(self, start: int, end: int) -> bool:
        """Tell whether a statement goes on after *kata X,*: *di Ambon*, *Senin* do not."""
        talk = self.talk
        if start >= end or talk.low[start] in words("stop"):
            return False
        mention = talk.covered.get(start)
        return mention is None or mention.entity.type not in {"DATE", "TIME"}

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
        speaker = None if verb is None else subject(talk, start, verb, self.focus)
        if verb is None or speaker is None:
            return None
        low = talk.low[verb]
        if not speaker.known and low not in words("pure"):
            return None
        said, sure = self._said(low, verb, end)
        if said is None or end - said < _LEAST:
            return None
        attend(self.focus, speaker)
        end = self._second_verb(said, end)
        sure = min(sure, self._whole(said, end), speaker.confidence)
        speaker = replace(speaker, confidence=round(sure, 3))
        return report(talk, (said, end), speaker, low, direct=False)

    def _second_verb(self, start: int, end: int) -> int:
        """Return where what was said ends: before *dan berjanji …*, which no thing can do."""
        talk = self.talk
        first = talk.low[start]
        mention = talk.covered.get(start)
        person = first in PERSONAL or first in _SPEAKING or is_human(first)
        if person or (mention is not None and mention.entity.type in {"PER", "ORG", "GPE"}):
            return end
        for index in range(start + _LEAST, end - 1):
            verb = talk.low[index + 1]
            if talk.low[index] in _JOINING and (verb in verbs("active") or verb in _FEELING):
                return index - (talk.low[index - 1] == ",")
        return end

    def _whole(self, start: int, end: int) -> float:
        """Return how sure it is that all the tokens are what was said."""
        content = self.talk.low[start:end]
        if any(one == "," and other in _ASIDE for one, other in itertools.pairwise(content)):
            return 0.85
        return 0.93 if {'"', "“"} & set(content) else 1.0

    def _said(self, verb: str, index: int, end: int) -> tuple[int | None, float]:
        """Return where what was said starts after a verb, and how sure that is."""
        talk = self.talk
        following = talk.low[index + 1 : index + 22]
        if following[0] == "," or following[0] == "bahwa":
            first = index + 2
            while talk.low[first] in {"bahwa", ","}:
                first += 1
            return first, 0.99
        if "bahwa" in following:
            at = index + 1 + following.index("bahwa")
            between = talk.tokens[index + 1 : at]
            if not any(t.upos in _PREDICATE or t.text == "," for t in between):
                return at + 1, 0.97
            if all(i in talk.covered or self._edge(i) for i in range(index + 1, at)):
                return at + 1, 0.95  # *mengatakan pada Rabu (18/6), bahwa*
            return None, 0.0
        if verb in words("strict", "addressed"):
            for opener in ("agar", "supaya"):
                if opener in following and index + 1 + following.index(opener) < end - 2:
                    return index + 1 + following.index(opener), 0.95
            return None, 0.0
        if verb in words("strict", "own"):
            return index + 1, 0.95
        return self._bare_clause(verb, index, end)

    def _edge(self, index: int) -> bool:
        return self.talk.tokens[index].upos in {"ADP", "PUNCT"}

    def _bare_clause(self, verb: str, index: int, end: int) -> tuple[int | None, float]:
        """Return where a statement without *bahwa* or comma starts, if it has a predicate."""
        talk = self.talk
        first = talk.tokens[index + 1]
        if first.text.lower() in words("statement", "topics"):
            return None, 0.0
        if self._subject_closed(index + 1, end):
            return index + 1, 0.96
        if (
            first.upos in _NO_SUBJECT
            and not is_human(first.text)
            and first.text.lower() not in words("statement", "starts")
        ):
            return None, 0.0
        if first.text.lower() in words("statement", "plain"):
            return index + 1, 0.96
        strict = verb in words("strict", "verbs")
        if strict and first.text.lower() in {"itu", "ini"}:
            return None, 0.0
        for offset, token in enumerate(talk.tokens[index + 2 : min(end, index + 16)]):
            low = token.text.lower()
            if low in words("statement", "blocks"):
                return None, 0.0
            if token.upos == "ADJ" and offset:
                return index + 1, 0.9 if strict else 0.95
            if token.upos in {"VERB", "AUX"} or low in words("statement", "makes"):
                return index + 1, 0.95 if strict else 0.97
        return None, 0.0

    def _subject_closed(self, start: int, end: int) -> bool:
        """Tell whether a noun with *itu* or *ini* is followed by what is said of it.

        A demonstrative closes its noun phrase (Sneddon et al. 2010, 1.50): after *gol itu* in
        *menilai gol itu sah* the predicate starts, whatever the tagger makes of it.
        """
        talk = self.talk
        low = talk.low[start : min(end, start + 6)]
        at = next((i for i, word in enumerate(low) if word in {"itu", "ini", "tersebut"}), 0)
        if at == 0 or any(talk.tokens[start + i].upos in _FENCE for i in range(at)):
            return False
        after = start + at + 1
        follows = after < end and talk.low[after] not in words("statement", "blocks")
        return follows and talk.tokens[after].upos not in {"ADP", "CCONJ", "SCONJ", "PUNCT"}

    def _passive(self, number: int, start: int, end: int) -> Quotation | None:
        """Find *Hal itu dikatakan (oleh) X*: the sentence before is what was said.

        Not so where that quotes somebody, or X only says the like: *Hal serupa disampaikan X*.
        """
        talk = self.talk
        low = talk.low
        if number == 0 or low[start] not in {"hal", "demikian"}:
            return None
        passive = verbs("passive")
        verb = next((i for i in range(start + 1, min(end, start + 4)) if low[i] in passive), None)
        before = self.talk.document.sentences[number - 1]
        same = before.paragraph >= self.talk.document.sentences[number].paragraph - 1
        told = any(i in talk.in_quotes for i in range(talk.starts[number - 1], start))
        if verb is None or not same or told or low[start + 1] in _ALIKE:
            return None
        first = verb + 1
        while first < end and low[first] in {"oleh", "langsung", "juga"}:
            first += 1
        speaker = after_verb(talk, first, end, self.focus)
        if speaker is None:
            return None
        attend(self.focus, speaker)
        said = talk.starts[number - 1]
        close = talk.close(number - 1)
        if talk.low[close - 1] != "." or close - said < _LEAST + 2:
            return None
        speaker = Speaker(speaker.name, speaker.start, speaker.end, min(0.91, speaker.confidence))
        return report(talk, (said, close - 1), speaker, low[verb], direct=False)
