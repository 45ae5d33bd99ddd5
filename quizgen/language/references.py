"""References: what pronouns, *-nya* and nouns with *itu*, *ini* or *tersebut* stand for."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from quizgen.language.discourse import PERSONAL, Discourse, Mention, fits
from quizgen.language.places import lookup
from quizgen.language.speakers import Focus, Speaker, follow, subject
from quizgen.language.speech import verbs
from quizgen.language.wordlists import is_country
from quizgen.model import Document, Quotation, Reference

OFFERED = 0.9
"""Confidence from which a reference is put into a document."""

_POINTING = frozenset({"itu", "tersebut", "ini"})
_WINDOW = 4
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_NAMED = frozenset({"GPE", "LOC", "ORG", "EVENT", "PRODUCT", "LAW"})


@cache
def _lists() -> dict[str, dict[str, frozenset[str]]]:
    data = resources.files("quizgen.language").joinpath("data/references.toml")
    table = tomllib.loads(data.read_text(encoding="utf-8"))
    return {
        name: {key: frozenset(words.split()) for key, words in lists.items()}
        for name, lists in table.items()
    }


def _ends_phrase(talk: Discourse, index: int) -> bool:
    return talk.low[index] in _POINTING or talk.low[index].endswith("nya")


def _is_a(noun: str, name: str) -> bool:
    """Tell whether a place is what an administrative noun says: *kota* for Pyongyang."""
    place = lookup(name)
    kind = {"kota": "city", "kabupaten": "regency", "provinsi": "province"}.get(noun, noun)
    capital = noun == "kota" and place is not None and place.kind in {"city", "town"}
    return capital or name.lower().startswith(noun) or (place is not None and place.kind == kind)


def find_references(document: Document, quotations: Sequence[Quotation]) -> tuple[Reference, ...]:
    """Return the references found, sorted by start, none overlapping.

    Confidence is the estimated share of right antecedents among such findings; a document holds
    those from ``OFFERED`` on. ``quotations`` are those of the document, however sure.
    """
    found = sorted(_Resolver(document, quotations).find(), key=lambda r: r.start)
    kept: list[Reference] = []
    for reference in found:
        if not kept or reference.start >= kept[-1].end:
            kept.append(reference)
    return tuple(kept)


class _Resolver:
    def __init__(self, document: Document, quotations: Sequence[Quotation]) -> None:
        self.document = document
        self.talk = Discourse(document)
        self.focus = Focus()
        self.named = {q.speaker_start: q for q in quotations if q.speaker_start is not None}
        self.closing: dict[str, list[Quotation]] = {}
        for quotation in quotations:
            place = quotation.speaker_start
            if place is None:
                place = max(quotation.start, quotation.end - 1)
            holder = next((s for s in document.sentences if s.start <= place < s.end), None)
            if holder is not None:
                self.closing.setdefault(holder.id, []).append(quotation)
        self.quoted = self.talk.in_quotes
        self.bodies = {e.canonical for e in document.entities if e.type in {"ORG", "GPE"}}

    def find(self) -> Iterator[Reference]:
        talk = self.talk
        for number, sentence in enumerate(self.document.sentences):
            start, close = talk.starts[number], talk.close(number)
            acting = self._acting(start, close)
            for index in range(start, close):
                found = self._resolve(index, start, acting)
                if found is not None:
                    yield found
            said = self.closing.get(sentence.id)
            if said and said[-1].speaker not in self.bodies:
                last = said[-1]
                self.focus.set(last.speaker, min(0.97, last.confidence))
            elif start < close and start not in self.quoted:
                follow(talk, number, self.focus)

    def _acting(self, start: int, close: int) -> tuple[Speaker, bool] | None:
        """Return the named subject of a sentence, and whether it is a person."""
        talk = self.talk
        verb = next((i for i in range(start, close) if talk.tokens[i].upos == "VERB"), None)
        if verb is None or start in self.quoted:
            return None
        found = subject(talk, start, verb, self.focus)
        if found is None or found.start is None:
            return None
        mention = talk.at.get(found.start)
        person = (mention is not None and mention.entity.type == "PER") or (
            talk.low[found.start] in PERSONAL
        )
        body = mention is not None and mention.entity.type == "ORG"
        return (found, person) if person or body else None

    def _resolve(
        self, index: int, start: int, acting: tuple[Speaker, bool] | None
    ) -> Reference | None:
        talk = self.talk
        low = talk.low[index]
        if low in PERSONAL:
            return self._pronoun(index, start, acting)
        if low in _POINTING:
            return self._pointing(index)
        if low == "mereka" and index not in self.quoted:
            return self._they(index)
        if low == "keduanya":
            return self._both(index)
        if low.endswith("nya") and index not in talk.covered:
            return self._clitic(index, start, acting)
        return None

    def _reference(
        self, index: int, antecedent: str, sure: float, *, clitic: bool = False
    ) -> Reference:
        token = self.talk.tokens[index]
        start = token.end - 3 if clitic else token.start
        return Reference(
            start=start,
            end=token.end,
            anaphor=self.document.article.text[start : token.end],
            antecedent=antecedent,
            sentence=self.talk.sentence(index).id,
            confidence=round(sure, 3),
        )

    def _pronoun(
        self, index: int, start: int, acting: tuple[Speaker, bool] | None
    ) -> Reference | None:
        talk = self.talk
        said = self.named.get(talk.tokens[index].start)
        if said is not None:
            return self._reference(index, said.speaker, said.confidence)
        if index in self.quoted or self.focus.name is None:
            return None
        before = talk.persons(start, index)
        if not before:
            early = not any(talk.tokens[i].upos == "VERB" for i in range(start, index))
            sure = self.focus.sure if early else self.focus.sure * 0.97
            return self._reference(index, self.focus.name, sure)
        names = {person.entity.canonical for person in before}
        if len(names) == 1 and acting is not None and acting[1]:
            return self._reference(index, before[0].entity.canonical, 0.92)
        return self._reference(index, before[-1].entity.canonical, 0.7)

    def _they(self, index: int) -> Reference | None:
        """Resolve *mereka* to the only group of people named shortly before."""
        talk = self.talk
        number = talk.number(index)
        if number == 0 and index == talk.starts[0]:
            return None
        low = talk.opens[max(0, number - 2)]
        groups = dict(self._groups(low, index))
        last = {place for place in groups if talk.number(place) >= number - 1}
        near = {groups[place].lower(): groups[place] for place in last}
        if len(near) != 1:
            return None
        alone = len({name.lower() for name in groups.values()}) == 1
        # A body or a state in the same sentence may be called *mereka* too.
        rivals = talk.mentions_in(talk.opens[number], index)
        alone = alone and all(m.entity.type not in {"ORG", "GPE", "NORP"} for m in rivals)
        return self._reference(index, next(iter(near.values())), 0.92 if alone else 0.85)

    def _groups(self, low: int, end: int) -> Iterator[tuple[int, str]]:
        """Yield (token, name) of every group of people in tokens ``low`` to ``end``."""
        talk = self.talk
        lists = _lists()["plural"]
        index = low
        while index < end:
            mention = talk.at.get(index)
            if mention is not None:
                other = talk.at.get(mention.end + 1)
                persons = mention.entity.type == "PER" and other and other.entity.type == "PER"
                if persons and other and talk.low[mention.end] in {"dan", "bersama"}:
                    yield index, f"{mention.entity.canonical} dan {other.entity.canonical}"
                    index = other.end
                    continue
                index = mention.end
                continue
            word = talk.low[index]
            single = word.split("-")[0] if "-" in word else word
            if single in lists["people"]:
                before = talk.low[index - 1] if index else ""
                many = before in lists["markers"] or "-" in word or word in lists["collective"]
                many = many or (index > 0 and talk.tokens[index - 1].upos == "NUM")
                if many and before not in {"seorang", "salah", "satu"}:
                    name = self._phrase(index, end) or word
                    yield index, f"para {name}" if before == "para" else name
                    index += len(name.split())
                    continue
            index += 1

    def _clitic(
        self, index: int, start: int, acting: tuple[Speaker, bool] | None
    ) -> Reference | None:
        talk = self.talk
        base = talk.low[index].removesuffix("nya")
        if base in verbs("bare") or base == "menurut":
            said = self._spoken(index)
            if said is not None:
                return self._reference(index, said.speaker, said.confidence, clitic=True)
            return None
        if index in self.quoted:
            return None
        after = talk.tokens[index + 1] if index + 1 < len(talk.tokens) else None
        if after is None or after.upos in {"NOUN", "PROPN"} or index + 1 in talk.covered:
            return None
        if acting is not None and acting[0].end is not None and acting[0].end <= index:
            speaker, person = acting
            if not self._owned(index, base, person):
                return None
            between = {
                m.entity.canonical
                for m in talk.mentions_in(speaker.end or start, index)
                if m.entity.type in {"PER", "ORG"}
            } - {speaker.name}
            sure = min(speaker.confidence, 0.94) * (0.9 if between else 1.0)
            return self._reference(index, speaker.name, sure, clitic=True)
        if base in _lists()["owned"]["person"] and self.focus.name is not None:
            others = talk.mentions_in(start, index)
            if any(m.entity.type in {"PER", "ORG", "GPE"} for m in others):
                return None
            first = index == start or not any(
                talk.tokens[i].upos in {"NOUN", "PROPN"} for i in range(start, index)
            )
            return self._reference(
                index, self.focus.name, self.focus.sure * (0.98 if first else 0.9), clitic=True
            )
        return None

    def _owned(self, index: int, base: str, person: bool) -> bool:
        """Tell whether what the noun names belongs to the subject, not to some thing."""
        lists, talk = _lists()["owned"], self.talk
        if base in lists["person" if person else "body"]:
            return True
        if not person or base in lists["property"] or talk.tokens[index].upos != "NOUN":
            return False
        before = talk.tokens[index - 1]
        acts = before.upos == "VERB" and before.text.lower()[:2] in {"me", "be"}
        return acts and (
            before.text.lower() == "melanjutkan" or before.text.lower() not in verbs("active")
        )

    def _spoken(self, index: int) -> Quotation | None:
        """Return the quotation whose verb of saying is the token."""
        token = self.talk.tokens[index]
        for quotation in self.closing.get(self.talk.sentence(index).id, ()):
            low = self.talk.low[index]
            if quotation.speaker_start is None and quotation.verb in {
                low, low.removesuffix("nya"),
            } and token is not None:  # fmt: skip
                return quotation
        return None

    def _pointing(self, index: int) -> Reference | None:
        """Resolve a noun with *itu*, *ini* or *tersebut*."""
        talk = self.talk
        head = index - 1
        if head < 0 or talk.number(head) != talk.number(index) or head in talk.covered:
            return None
        if talk.low[head] in _lists()["time"]["nouns"]:
            return self._time(index) if talk.low[index] != "ini" else None
        while (
            head - 1 >= talk.opens[talk.number(index)]
            and talk.tokens[head - 1].upos == "NOUN"
            and head - 1 not in talk.covered
        ):
            head -= 1
        if talk.tokens[head].upos != "NOUN" or index in self.quoted or self._many(head):
            return None
        if talk.low[head] in {"hal", "sementara", "hari", "tahun", "pekan", "bulan", "selama"}:
            return None
        return (
            self._told_noun(head, index)
            or self._same_name(head, index)
            or self._body(head, index)
            or self._state(head, index)
            or self._person_noun(head, index)
            or self._same_noun(head, index)
            or self._act(head, index)
        )

    def _told_noun(self, head: int, index: int) -> Reference | None:
        """Resolve *pernyataan itu*: what the speaker of the sentence before said."""
        talk = self.talk
        noun = talk.low[head]
        if noun not in _lists()["told"]["nouns"] or index - head != 1:
            return None
        number = talk.number(index)
        if number == 0:
            return None
        said = self.closing.get(self.document.sentences[number - 1].id, [])
        speakers = {one.speaker for one in said}
        if len(speakers) != 1:
            return None
        return self._reference(index, f"{noun} {said[0].speaker}", min(0.93, said[0].confidence))

    def _act(self, head: int, index: int) -> Reference | None:
        """Resolve *penandatanganan itu* to the verb of the same root in the sentence before."""
        talk = self.talk
        noun, number = talk.tokens[head], talk.number(index)
        if index - head != 1 or number == 0 or noun.lemma.lower() == talk.low[head]:
            return None
        low = talk.starts[number - 1]
        verbs_of_root = [
            i
            for i in range(low, talk.opens[number])
            if talk.tokens[i].upos == "VERB" and talk.tokens[i].lemma == noun.lemma
        ]
        if len(verbs_of_root) != 1 or not talk.low[verbs_of_root[0]].startswith("me"):
            return None
        first = verbs_of_root[0] + 1
        articles = _lists()["articles"]["words"]
        while talk.low[first] in articles:
            first += 1
        nominal = first in talk.covered or talk.tokens[first].upos in {"NOUN", "PROPN"}
        named_object = self._phrase(first, head) if nominal else None
        if not named_object or not talk.low[head].startswith(("pe", "per")):
            return None
        return self._reference(index, f"{talk.low[head]} {named_object}", 0.91)

    def _many(self, head: int) -> bool:
        """Tell whether a number or plural marker stands before the noun."""
        talk = self.talk
        if head == talk.opens[talk.number(head)]:
            return "-" in talk.low[head]
        before = head - 1
        plural = talk.low[before] in _lists()["plural"]["markers"] or "-" in talk.low[head]
        return plural or talk.tokens[before].upos == "NUM" or before in talk.covered

    def _earlier(self, index: int, *types: str) -> list[Mention]:
        """Return the mentions of the types in the last sentences before a token, latest first."""
        talk = self.talk
        low = talk.opens[max(0, talk.number(index) - _WINDOW)]
        found = [m for m in talk.mentions_in(low, index) if m.entity.type in types]
        return found[::-1]

    def _same_name(self, head: int, index: int) -> Reference | None:
        """Find a name that starts with the noun: *Jembatan Merah … jembatan itu*."""
        noun = self.talk.low[head]
        if index - head != 1:
            return None
        mentions = [m for m in self.talk.mentions_in(0, head) if m.entity.type in _NAMED]
        fitting = [m for m in mentions if m.entity.canonical.lower().split()[0] == noun]
        names = {m.entity.canonical for m in fitting}
        if not fitting or " " not in fitting[-1].entity.canonical:
            return None
        near = self.talk.number(index) - self.talk.number(fitting[-1].start) <= _WINDOW
        sure = (0.95 if near else 0.91) if len(names) == 1 else 0.85
        return self._reference(index, fitting[-1].entity.canonical, sure)

    def _body(self, head: int, index: int) -> Reference | None:
        noun = self.talk.low[head]
        kinds = [kind for kind, nouns in _lists()["body"].items() if noun in nouns]
        if not kinds:
            return None
        earlier = self._earlier(head, "ORG")
        names = list(dict.fromkeys(m.entity.canonical for m in earlier))
        heads = _lists()["heads"].get(kinds[0], frozenset())
        fitting = [name for name in names if name.lower().split()[0] in heads]
        if len(fitting) == 1:
            return self._reference(index, fitting[0], 0.94)
        if kinds[0] in {"any", "company", "club"} and len(names) == 1:
            return self._reference(index, names[0], 0.9)
        return None

    def _state(self, head: int, index: int) -> Reference | None:
        noun = self.talk.low[head]
        lists = _lists()["place"]
        if index - head != 1:
            return None
        places = [m.entity.canonical for m in self._earlier(head, "GPE")]
        if noun in lists["state"]:
            fitting = [name for name in dict.fromkeys(places) if is_country(name)]
        elif noun in {"kota", "kabupaten", "provinsi", "desa", "kecamatan"}:
            fitting = [n for n in dict.fromkeys(places) if _is_a(noun, n)]
        elif noun in lists["any"]:
            fitting = list(dict.fromkeys(places))
        else:
            return None
        if not fitting:
            return None
        sure = {1: 0.92, 2: 0.75}.get(len(fitting), 0.6)
        return self._reference(index, fitting[0], sure)

    def _person_noun(self, head: int, index: int) -> Reference | None:
        if self.talk.low[head] not in _lists()["person"]["nouns"]:
            return None
        if self.talk.low[index] == "ini" and index - head > 3:
            return None
        names = {m.entity.canonical for m in self._earlier(head, "PER")}
        if self._reports(head, names):
            return None
        if len(names) == 1 and self.focus.name in names:
            return self._reference(index, names.pop(), 0.9)
        return None

    def _reports(self, index: int, names: set[str]) -> bool:
        """Tell whether one of ``names`` is reported to say the sentence: they mean another."""
        said = self.closing.get(self.talk.sentence(index).id, ())
        return any(quotation.speaker in names for quotation in said)

    def _same_noun(self, head: int, index: int) -> Reference | None:
        """Find the fuller phrase with the same head noun a little before."""
        talk = self.talk
        noun = talk.low[head]
        low = talk.opens[max(0, talk.number(index) - _WINDOW)]
        places = [i for i in range(low, head) if talk.low[i] == noun and i not in talk.covered]
        own = talk.low[head:index]
        fuller = [
            phrase
            for phrase in (self._phrase(place, head) for place in places)
            if phrase and fits(own, phrase.lower().split()) and len(phrase.split()) > len(own)
        ]
        if not fuller:
            return None
        sure = 0.92 if len({phrase.lower() for phrase in fuller}) == 1 else 0.82
        if noun in _lists()["vague"]["nouns"]:
            sure -= 0.05
        return self._reference(index, fuller[-1], sure)

    def _phrase(self, head: int, stop: int) -> str | None:
        """Return the noun phrase that a head noun opens, names in it written out."""
        talk = self.talk
        parts: list[str] = []
        end, last = head, min(stop, talk.close(talk.number(head)))
        while end < last:
            mention = talk.at.get(end)
            if mention is not None:
                if mention.entity.type in {"DATE", "TIME"}:
                    break
                full = mention.entity.type in {"PER", "ORG"}
                own = talk.text(mention.start, mention.end)
                parts.append(mention.entity.canonical if full else own)
                end = mention.end
                continue
            tag = talk.tokens[end].upos
            if end > head and (tag not in _NOMINAL or _ends_phrase(talk, end)):
                break
            parts.append(talk.tokens[end].text)
            end += 1
        return " ".join(parts) or None

    def _time(self, index: int) -> Reference | None:
        dates = [m for m in self._earlier(index, "DATE") if m.entity.value]
        near = [m for m in dates if self.talk.number(index) - self.talk.number(m.start) <= 1]
        names = {m.entity.canonical for m in near}
        if not near:
            return None
        return self._reference(index, near[0].entity.quote, 0.9 if len(names) == 1 else 0.7)

    def _both(self, index: int) -> Reference | None:
        """Resolve *keduanya* to the last two names joined by *dan*."""
        talk = self.talk
        low = talk.opens[max(0, talk.number(index) - 2)]
        mentions = talk.mentions_in(low, index)
        for first, second in zip(mentions[-2::-1], mentions[:0:-1], strict=False):
            joined = second.start - first.end == 1 and talk.low[first.end] in {"dan", "serta"}
            if joined and first.entity.type == second.entity.type:
                name = f"{first.entity.canonical} dan {second.entity.canonical}"
                return self._reference(index, name, 0.92)
        return None
