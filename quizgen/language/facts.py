"""Clause facts: who did what to whom, where, when, how much and why, as plain typed objects.

Read from the dependency tree, then held against what word order allows: a subject that is not
before its verb, a preposition that does not fit its object or a phrase with a stranger inside
gives no fact.

Source: clause patterns after Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*,
ch. 3; roles after the question words of Indonesian school grammar (ADiKSiMBa).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.language.circumstances import fact_words, role_of
from quizgen.language.clauses import word_class
from quizgen.language.fact import Adjunct, Fact, Voice
from quizgen.language.once import once
from quizgen.language.trees import Phrase, Tree
from quizgen.model import Document, Entity, Sentence, Token

_NAMED_SUBJECT, _DATED = 0.85, 0.8
"""Confidence that word order alone gives, whatever the tree says."""
_AGENTS = frozenset({"saya", "aku", "kami", "kita", "kamu", "anda", "ia", "dia", "mereka"})
_MEANS = frozenset({"menggunakan", "memakai", "memanfaatkan"})
_ONLY = frozenset({"hanya", "cuma"})
_PLACES = frozenset({"place", "goal", "source"})
_SUBJECTS = ("nsubj", "csubj")
_HELPERS = frozenset({"aux", "advmod", "cop"})


@once
def facts(document: Document) -> tuple[Fact, ...]:
    """Return the clause facts of every parsed sentence, in order of their verbs."""
    return tuple(fact for sentence in document.sentences for fact in facts_of(sentence, document))


def facts_of(sentence: Sentence, document: Document) -> Iterator[Fact]:
    """Yield the clause facts of one sentence; nothing where it is not parsed."""
    tree = Tree(sentence.tokens)
    if not sentence.tokens or not tree.parsed:
        return
    reader = _Reader(sentence, document, tree)
    for index, token in enumerate(sentence.tokens):
        if reader.heads_clause(index, token):
            fact = reader.read(index)
            if fact:
                yield fact


class _Reader:
    """Reads the clauses of one sentence."""

    def __init__(self, sentence: Sentence, document: Document, tree: Tree) -> None:
        self.sentence, self.tree = sentence, tree
        self.tokens = sentence.tokens
        self.entities = [(e, self._covered(e)) for e in document.entities_in(sentence)]

    def _covered(self, entity: Entity) -> range:
        inside = [
            i for i, token in enumerate(self.tokens)
            if entity.start <= token.start and token.end <= entity.end
        ]  # fmt: skip
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def heads_clause(self, index: int, token: Token) -> bool:
        relation = self.tree.relation(index)
        if relation in {"xcomp", "amod", "nmod", "compound", "fixed", "case", "mark", "aux"}:
            return False
        if token.upos == "VERB":
            return not self._no_predicate(index)
        return bool(self.tree.children(index, "cop")) and bool(self._subjects(index))

    def _no_predicate(self, index: int) -> bool:
        """Tell whether a verb only counts or attributes: *berulang kali*, *katanya*."""
        word = self.tokens[index].text.lower()
        return self._word(index + 1) == "kali" or word in fact_words("attributing")

    def _word(self, index: int) -> str:
        return self.tokens[index].text.lower() if 0 <= index < len(self.tokens) else ""

    def _subjects(self, index: int) -> list[int]:
        return self.tree.children(index, *_SUBJECTS)

    def read(self, head: int) -> Fact | None:
        """Return the fact that the clause of ``head`` states, None where it is not clear."""
        verb, predicate = self._predicate(head)
        subject, shared = self._subject(head)
        if subject is not None and not self._before(subject, predicate):
            return None
        if subject is not None and not shared:
            subject = self._named_subject(subject, predicate)
        if subject is not None and subject.end == verb and self._word(verb - 1) in _AGENTS:
            subject = None if self._voice(head, verb) == "persona" else subject
        if self._topical(verb):
            return None
        branches = self._own(head, verb)
        adjuncts = tuple(
            adjunct
            for child in branches
            if not (subject and child in subject) and (adjunct := self._adjunct(child, predicate))
        )
        object, given, governs = self._objects(verb, head, predicate)
        adjuncts = self._dated(self._apart((*given, *adjuncts)), object)
        end = max([predicate.end, *(a.end for a in adjuncts), *((object.end,) if object else ())])
        complement = self._complement(head, verb)
        words = {token.text.lower() for token in self.tokens[predicate.start : predicate.end]}
        sure = min(
            [predicate.sure, *((subject.sure,) if subject else ()),
             *((object.sure,) if object else ())]
        )  # fmt: skip
        return Fact(
            sentence=self.sentence,
            voice=self._voice(head, verb),
            predicate=predicate,
            verb=verb,
            relation=self.tree.relation(head) if not shared else "conj",
            subject=subject,
            object=object,
            complement=complement,
            adjuncts=adjuncts,
            negated=bool(words & fact_words("negation")) and not words & _ONLY,
            open=bool(words & fact_words("open")),
            chained=verb != head,
            hanging=governs or self._hangs(verb, predicate, words),
            end=end,
            confidence=sure,
        )

    def _topical(self, verb: int) -> bool:
        """Tell whether a passive has its subject behind it: *perusahaan itu dicabut izinnya*."""
        passive = "di-" in self.tokens[verb].segments and verb + 1 < len(self.tokens)
        return passive and self.tokens[verb + 1].upos == "NOUN" and self._owned(verb + 1)

    def _owned(self, index: int) -> bool:
        return self._word(index).endswith("nya") and bool(self.tokens[index].clitics)

    def _hangs(self, verb: int, predicate: Phrase, words: set[str]) -> bool:
        """Tell whether words that the predicate needs stand outside it: *terbukti efektif*."""
        follows = verb + 1 < len(self.tokens) and self.tokens[verb + 1].upos == "ADJ"
        loose = any(i not in predicate for i in self.tree.children(verb, "xcomp"))
        return loose or follows or bool(words & _ONLY)

    def _predicate(self, head: int) -> tuple[int, Phrase]:
        """Return the last verb of the chain (*berhasil mengungkap*) and the whole chain."""
        verb, start, sure = head, head, 1.0
        chain = self.tree.children(head, "xcomp")
        while chain and self.tokens[chain[0]].upos == "VERB" and chain[0] > verb:
            between = self.tokens[verb + 1 : chain[0]]
            if any(token.upos not in {"PART", "ADV", "AUX"} for token in between):
                break
            if "di-" in self.tokens[verb].segments and self._word(chain[0]) in _MEANS:
                # *dilakukan menggunakan alat*: the second verb tells the means.
                break
            verb = chain[0]
            sure = min(sure, self.tokens[verb].attachment)
            chain = self.tree.children(verb, "xcomp")
        helpers = [
            child for child in self.tree.children(head)
            if child < head and self.tree.relation(child) in _HELPERS
        ]  # fmt: skip
        for helper in reversed(helpers):
            if helper == start - 1:
                start = helper
        end = verb + 1
        if self.tokens[head].upos != "VERB":
            whole = self._sure_phrase(
                head, without=[i for i in self.tree.children(head) if i < head]
            )
            end, sure = (whole.end, whole.sure) if whole else (end, 0.0)
        return verb, Phrase(start, end, verb, sure)

    def _subject(self, head: int) -> tuple[Phrase | None, bool]:
        """Return the subject, and whether a coordinated clause lends it."""
        subjects = self._subjects(head)
        relation = self.tree.relation(head)
        if relation.startswith("acl"):
            relative = any(self.tokens[i].text.lower() == "yang" for i in subjects)
            return (self._antecedent(head) if relative else None), False
        if len(subjects) == 1:
            return self._noun_phrase(subjects[0]), False
        if not subjects and relation in {"root", "parataxis"}:
            return self._bare_subject(head), False
        if not subjects and relation == "conj":
            first = self.tokens[head].head
            lent = self._subjects(first) if first is not None else []
            if len(lent) == 1 and first is not None and self.tokens[first].upos == "VERB":
                return self._sure_phrase(lent[0]), True
        return None, False

    def _named_subject(self, subject: Phrase, predicate: Phrase) -> Phrase:
        """Trust a name right before the verb after a comma or at the start: it is the subject."""
        opens = subject.start == 0 or self.tokens[subject.start - 1].text in {",", "-", "—", "–"}
        if not opens or subject.end != predicate.start or not self._ends_in_name(subject):
            return subject
        return Phrase(subject.start, subject.end, subject.head, max(subject.sure, _NAMED_SUBJECT))

    def _ends_in_name(self, phrase: Phrase) -> bool:
        last = phrase.end - 1
        return any(
            e.type in {"PER", "ORG"} and covered and covered[-1] == last
            for e, covered in self.entities
        )

    def _bare_subject(self, head: int) -> Phrase | None:
        """Return a name right before the verb that the tree calls a circumstance.

        Without a preposition a person or a body before an active verb can only be its subject.
        """
        for child in self.tree.children(head, "obl", "dislocated", "nmod"):
            phrase = self.tree.phrase(child) if child < head else None
            cased = self.tree.children(child, "case")
            nominal = phrase and self.tokens[phrase.start].upos in {"NOUN", "PROPN"}
            if phrase and nominal and not cased and self._ends_in_name(phrase):
                return Phrase(phrase.start, phrase.end, phrase.head, _NAMED_SUBJECT)
        return None

    def _antecedent(self, head: int) -> Phrase | None:
        noun = self.tokens[head].head
        assert noun is not None
        if self.tree.relation(noun) == "appos":
            noun = self.tokens[noun].head or noun
        outer = self.tree.children(noun, "nsubj", "cop", "advmod", "mark", "parataxis")
        phrase = self.tree.phrase(noun, without={head, *outer})
        if phrase is None or self._denied(phrase) or not self._plain_antecedent(phrase):
            return None
        return self._with_sure(phrase, self.tokens[head].attachment)

    def _denied(self, phrase: Phrase) -> bool:
        """Tell whether a noun is said not to be there: *tidak ada warga yang terluka*."""
        before = [self._word(phrase.start - 2), self._word(phrase.start - 1)]
        return before[1] == "tiada" or (before[1] == "ada" and before[0] in fact_words("negation"))

    def _plain_antecedent(self, phrase: Phrase) -> bool:
        """Tell whether *yang* can only belong to the whole phrase: a name, or one noun.

        In *lulusan program yang diselenggarakan kementerian* either noun could be meant.
        """
        start, end = self.tokens[phrase.start].start, self.tokens[phrase.end - 1].end
        if any(e.start == start and e.end == end for e, _ in self.entities):
            return True
        words = self.tokens[phrase.start : phrase.end]
        return sum(token.upos in {"NOUN", "PROPN"} for token in words) == 1

    def _noun_phrase(self, head: int) -> Phrase | None:
        """Return the phrase of a subject, None for a bare *yang*, which names nothing."""
        return None if self._word(head) == "yang" else self._sure_phrase(head)

    def _sure_phrase(self, head: int, without: Sequence[int] = ()) -> Phrase | None:
        phrase = self.tree.phrase(head, without=without)
        return self._with_sure(phrase, self.tokens[head].attachment)

    def _with_sure(self, phrase: Phrase | None, sure: float) -> Phrase | None:
        if phrase is None:
            return None
        inner = (
            self.tokens[i].attachment
            for i in range(phrase.start, phrase.end)
            if i != phrase.head and not self._fixed(i, phrase)
        )
        return Phrase(phrase.start, phrase.end, phrase.head, min([sure, *inner]))

    def _fixed(self, index: int, phrase: Phrase) -> bool:
        """Tell whether a word belongs to the phrase whatever its head: inside or before a name.

        In *Peneliti Ratna Wulandari* neither word of the name can be a part of anything else.
        """
        token = self.tokens[index]
        if token.upos == "PUNCT" or any(index in covered for _, covered in self.entities):
            return True
        before = self.tokens[index - 1]
        named = token.upos == "PROPN" and before.upos in {"NOUN", "PROPN"}
        return named and index - 1 in phrase

    def _before(self, subject: Phrase, predicate: Phrase) -> bool:
        """Tell whether the subject stands before the verb with nothing else between."""
        if subject.end > predicate.start:
            return False
        if subject.start and self.tokens[subject.start - 1].upos in {"NOUN", "PROPN", "NUM"}:
            # The phrase is cut: *(Wali) Kota*, *keluarga masa (kini)*.
            return False
        between = self.tokens[subject.end : predicate.start]
        if between and between[0].text.lower() == "kini":
            return self.tokens[subject.end - 1].text.lower() not in {"masa", "zaman"}
        return all(
            token.upos in {"PUNCT", "ADV", "PART", "AUX"} or token.text.lower() == "yang"
            for token in between
        )

    def _voice(self, head: int, verb: int) -> Voice:
        token = self.tokens[verb]
        if token.upos != "VERB":
            return "nominal"
        word = token.text.lower()
        if "di-" in token.segments:
            return "passive"
        passive_subject = any(self.tree.relation(i) == "nsubj:pass" for i in self._subjects(head))
        if "ter-" in token.segments:
            return "passive" if passive_subject and word not in fact_words("stative") else "active"
        bare = not word.startswith(("me", "ber", "ter", "ke", "per"))
        acted = self._word(verb - 1) in _AGENTS and word not in word_class("used_bare")
        return "persona" if bare and acted else "active"

    def _apart(self, adjuncts: Sequence[Adjunct]) -> tuple[Adjunct, ...]:
        """Take a date out of the place that the tree hangs it on: *di Makassar pada 12 Mei*."""
        found: list[Adjunct] = []
        for adjunct in adjuncts:
            cut = self._date_inside(adjunct) if adjunct.role in _PLACES else None
            if cut is None:
                found.append(adjunct)
                continue
            entity, start, first = cut
            place = Phrase(adjunct.phrase.start, start, adjunct.phrase.head, adjunct.sure)
            day = Phrase(first, adjunct.end, first, _DATED)
            found.append(replace(adjunct, phrase=place))
            found.append(
                Adjunct(
                    role="time", start=start, phrase=day, entity=entity, sure=_DATED,
                    preposition=self.tokens[start].text.lower(),
                )
            )  # fmt: skip
        return tuple(found)

    def _date_inside(self, adjunct: Adjunct) -> tuple[Entity, int, int] | None:
        """Return a date that ends the phrase, where its *pada* stands and where it starts."""
        for entity, covered in self.entities:
            if entity.type != "DATE" or not covered or covered[-1] != adjunct.end - 1:
                continue
            before = covered[0] - 1
            dated = self.tokens[before].text.lower() in fact_words("time")
            if dated and adjunct.phrase.head < before < adjunct.end:
                return entity, before, covered[0]
        return None

    def _dated(self, adjuncts: Sequence[Adjunct], object: Phrase | None) -> tuple[Adjunct, ...]:
        """Trust a date that follows a place or the verb itself: it can only date the clause."""
        trusted = []
        for adjunct in adjuncts:
            after_object = object is not None and adjunct.start == object.end
            if adjunct.role == "time" and adjunct.entity and not after_object:
                adjunct = replace(adjunct, sure=max(adjunct.sure, _DATED))
            trusted.append(adjunct)
        return tuple(trusted)

    def _own(self, head: int, verb: int) -> list[int]:
        both = [*self.tree.children(head), *(self.tree.children(verb) if verb != head else ())]
        return sorted(
            child for child in both
            if self.tree.relation(child).partition(":")[0] in {"obl", "advcl"}
        )  # fmt: skip

    def _objects(
        self, verb: int, head: int, predicate: Phrase
    ) -> tuple[Phrase | None, tuple[Adjunct, ...], bool]:
        """Return the object, a recipient cut from it, and whether a verb follows it.

        In *memastikan kegiatan berjalan* the noun is the subject of what comes after it.
        """
        phrase = self._object(verb, head, predicate)
        if phrase is None:
            return None, (), False
        if phrase.end < len(self.tokens) and self.tokens[phrase.end].upos in {"VERB", "AUX"}:
            return None, (), True
        cut = next((i for i in range(phrase.head, phrase.end) if self._word(i) == "kepada"), None)
        if cut is None or cut + 1 >= phrase.end:
            return phrase, (), False
        person = Phrase(cut + 1, phrase.end, cut + 1, phrase.sure)
        given = Adjunct(
            role="recipient", start=cut, phrase=person, preposition="kepada", sure=phrase.sure
        )
        return Phrase(phrase.start, cut, phrase.head, phrase.sure), (given,), False

    def _object(self, verb: int, head: int, predicate: Phrase) -> Phrase | None:
        found = self.tree.children(verb, "obj") or self.tree.children(head, "obj")
        if len(found) != 1 or found[0] < predicate.end:
            return None
        if self._word(verb) in fact_words("presenting"):
            return None
        phrase = self._sure_phrase(found[0])
        if phrase is None or phrase.start != predicate.end:
            return None
        cut = self.tokens[phrase.end - 1].upos == "ADP"
        return None if cut or self._word(phrase.start) in fact_words("negation") else phrase

    def _complement(self, head: int, verb: int) -> Phrase | None:
        found = self.tree.children(verb, "ccomp") or self.tree.children(head, "ccomp")
        return self._sure_phrase(found[0]) if len(found) == 1 and found[0] > verb else None

    def _adjunct(self, child: int, predicate: Phrase) -> Adjunct | None:
        phrase = self._sure_phrase(child)
        if phrase is None:
            return None
        lead = [
            i for i in self.tree.children(child, "case", "mark") if i < child and i < phrase.start
        ]  # fmt: skip
        start = min([*lead, phrase.start])
        preposition = " ".join(self.tokens[i].text.lower() for i in lead)
        entity = next((e for e, covered in self.entities if child in covered), None)
        clausal = self.tree.relation(child) == "advcl"
        agent = self._is_agent(child, predicate)
        upos = self.tokens[child].upos
        role = role_of(preposition, entity, upos, clausal=clausal, agent=agent)
        return Adjunct(
            role=role,
            start=start,
            phrase=phrase,
            preposition=preposition,
            entity=entity,
            sure=phrase.sure,
        )

    def _is_agent(self, child: int, predicate: Phrase) -> bool:
        passive = "di-" in self.tokens[predicate.head].segments
        near = self.tree.relation(child) == "obl:agent"
        return passive and near
