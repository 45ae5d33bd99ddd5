"""Clause facts: who did what to whom, where, when, how much and why, as plain typed objects.

Read from the dependency tree, then held against what word order allows: a subject that is not
before its verb, a preposition that does not fit its object or a phrase with a stranger inside
gives no fact.

Source: clause patterns after Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*,
ch. 3; roles after the question words of Indonesian school grammar (ADiKSiMBa).
"""

from collections.abc import Iterator
from dataclasses import replace

from quizgen.language.adjunct_doubts import whole
from quizgen.language.attributions import attributions
from quizgen.language.circumstances import fact_words
from quizgen.language.clause_adjuncts import AdjunctReader
from quizgen.language.clause_predicates import AGENTS, PredicateReader
from quizgen.language.clause_subjects import SubjectReader
from quizgen.language.doubts import held
from quizgen.language.fact import Adjunct, Fact
from quizgen.language.once import once
from quizgen.language.trees import Phrase, tree_of
from quizgen.model import Document, Sentence, Token

_CLAUSE = 0.85
"""Confidence of a clause that fills a sentence to its end."""
_NO_CLAUSES = frozenset(
    {"xcomp", "advmod", "amod", "nmod", "compound", "fixed", "case", "mark", "aux"}
)
_ONLY = frozenset({"hanya", "cuma", "saja", "sekadar", "semata"})
"""Words that turn a denial into *not only*."""
_ALL = frozenset({"seluruh", "semua", "setiap", "tiap"})
"""What these count are those that a relative clause tells apart."""


@once
def facts(document: Document) -> tuple[Fact, ...]:
    """Return the clause facts of every parsed sentence, in order of their verbs."""
    return tuple(fact for found in facts_by_sentence(document).values() for fact in found)


@once
def facts_by_sentence(document: Document) -> dict[str, tuple[Fact, ...]]:
    """Return the clause facts of each sentence by its id."""
    return {sentence.id: tuple(facts_of(sentence, document)) for sentence in document.sentences}


def facts_of(sentence: Sentence, document: Document) -> Iterator[Fact]:
    """Yield the clause facts of one sentence; nothing where it is not parsed."""
    tree = tree_of(sentence)
    if not sentence.tokens or not tree.parsed:
        return
    reader = _Reader(sentence, document, tree)
    spoken = {fact.verb: fact for fact in attributions(sentence, document)}
    for index, token in enumerate(sentence.tokens):
        if index in spoken:
            yield spoken[index]
        elif reader.heads_clause(index, token):
            fact = reader.read(index)
            if fact:
                yield fact


def _predicative(fact: Fact) -> Fact:
    """Return a fact with what its subject is said to be as its complement: *menjadi | bupati*."""
    said = fact.object is not None and fact.complement is None
    if not said or fact.verb_form() not in fact_words("linking"):
        return fact
    return replace(fact, object=None, complement=fact.object)


def _of_some(fact: Fact) -> Fact:
    """Return a relative clause of its noun alone: *seluruh | jemaah yang wafat*."""
    subject = fact.subject
    if subject is None or fact.relation != "acl:relcl" or subject.head == subject.start:
        return fact
    if fact.tokens[subject.start].text.lower() not in _ALL:
        return fact
    return replace(fact, subject=replace(subject, start=subject.start + 1))


class _Reader(SubjectReader, PredicateReader, AdjunctReader):
    """Reads the clauses of one sentence."""

    def heads_clause(self, index: int, token: Token) -> bool:
        relation = self.tree.relation(index)
        if relation in _NO_CLAUSES:
            return False
        if token.upos == "VERB":
            return not self._no_predicate(index)
        copula = bool(self.tree.children(index, "cop")) and bool(self._subjects(index))
        return copula or self._states(index)

    def _no_predicate(self, index: int) -> bool:
        """Tell whether a verb only counts or attributes: *berulang kali*, *katanya*."""
        word = self.tokens[index].text.lower()
        barred = ("attributing", "leading", "nonverbs")
        return self._word(index + 1) == "kali" or any(word in fact_words(name) for name in barred)

    def read(self, head: int) -> Fact | None:
        """Return the fact that the clause of ``head`` states, None where it is not clear."""
        verb, predicate = self._predicate(head)
        subject, shared = self._subject(head)
        behind = self._presented(head, predicate)
        subject = None if behind else subject
        stands = shared or subject is None or self._before(subject, predicate)
        if self._topical(verb) or not stands:
            return None
        if subject is not None and not shared:
            subject = self._undated(self._person_only(subject))
            subject = self._doer(self._named_subject(subject, predicate), head, verb)
        object, given, governs = self._objects(verb, head, predicate)
        subject = subject or behind
        adjuncts = self._adjuncts(head, predicate, subject, (object, given))
        object, adjuncts = self._bound_to_noun(object, adjuncts)
        object, complement = self._completed(head, predicate, object)
        predicate = self._before_speaker(predicate)
        complement = complement and self._said_only(complement)
        if complement:
            adjuncts = tuple(a for a in adjuncts if a.phrase.start not in complement)
        words = {token.text.lower() for token in self.tokens[predicate.start : predicate.end]}
        supposed = self._supposed(head, subject, predicate)
        fact = self._weighed(
            Fact(
                sentence=self.sentence,
                voice=self._voice(head, verb),
                predicate=predicate,
                verb=verb,
                relation=self._relation(head, supposed),
                subject=subject,
                object=object,
                complement=complement,
                adjuncts=adjuncts,
                negated=self._denied_verb(predicate, words),
                open=supposed
                or bool(words & fact_words("open"))
                or any(
                    self._word(i) in fact_words("asked_for") for i in range(predicate.start, verb)
                )
                or (shared and self._wanted(head))
                or self._aimed(head, predicate)
                or self._may(predicate)
                or any(adjunct.role == "condition" for adjunct in adjuncts)
                or any(self._word(i) in fact_words("later") for i in range(predicate.head))
                or self._of_nothing(head, subject),
                chained=verb != head,
                hanging=governs or self._hangs(verb, predicate, words),
                end=max(part.end for part in (predicate, object, behind, *adjuncts) if part),
            )
        )
        return fact and _of_some(_predicative(fact))

    def _may(self, predicate: Phrase) -> bool:
        """Tell whether a helper stands before the doer: *bisa kami | lakukan*."""
        start = predicate.start
        return self._word(start - 1) in AGENTS and self._word(start - 2) in fact_words("open")

    def _denied_verb(self, predicate: Phrase, words: set[str]) -> bool:
        """Tell whether the verb is denied: not by *tidak hanya, tidak lama lalu, belum lagi*."""
        soon = any(
            self._word(i) in fact_words("negation")
            and self._word(i + 1) in {"lama", "jarang", "lagi"}
            and (self._word(i) == "belum" or self._word(i + 1) != "lagi")
            for i in range(predicate.start, predicate.head)
        )
        return bool(words & fact_words("negation")) and not words & _ONLY and not soon

    def _doer(self, subject: Phrase, head: int, verb: int) -> Phrase | None:
        """Return the subject, None if it is the doer of a bare passive: *surat itu saya baca*."""
        doer = subject.end == verb and self._word(verb - 1) in AGENTS
        return None if doer and self._voice(head, verb) == "persona" else subject

    def _adjuncts(
        self,
        head: int,
        predicate: Phrase,
        subject: Phrase | None,
        object: tuple[Phrase | None, tuple[Adjunct, ...]],
    ) -> tuple[Adjunct, ...]:
        """Return the circumstances, with those that were cut off the object."""
        own = (i for i in self._own(head, predicate.head) if not (subject and i in subject))
        read = tuple(found for i in own if (found := self._adjunct(i, predicate)))
        apart = [a for a in read if not subject or a.end <= subject.start or a.start >= subject.end]
        tidy = self._apart(self._tidy((*object[1], *apart)))
        return self._dated(tidy, object[0], predicate.end)

    def _bound_to_noun(
        self, object: Phrase | None, adjuncts: tuple[Adjunct, ...]
    ) -> tuple[Phrase | None, tuple[Adjunct, ...]]:
        """Give the object what is said of it: *forum | antara kedua kota*, *izin | untuk pergi*."""
        for one in adjuncts:
            if object is None or one.start != object.end:
                continue
            wanted = self._word(object.head) in fact_words("aiming") and one.role == "purpose"
            if one.preposition == "antara" or wanted:
                sure = min(object.sure, one.phrase.sure)
                rest = tuple(other for other in adjuncts if other is not one)
                return replace(object, end=one.end, sure=sure), rest
        return object, adjuncts

    def _completed(
        self, head: int, predicate: Phrase, object: Phrase | None
    ) -> tuple[Phrase | None, Phrase | None]:
        """Return the object and what else the verb needs; never the same words twice.

        *Menilai program itu | penting* is one clause, *menyayangkan keputusan itu* a noun.
        """
        told = self._told(predicate)
        if told and self._names(told):
            return replace(told, head=object.head if object else told.start), None
        if told and object and told.start == object.start:
            return (None, told) if told.end > object.end else (object, None)
        found = told or self._complement(head, predicate, object)
        if found and object and self._said(predicate) and found.start == object.end:
            sure = _CLAUSE if found.end >= len(self.tokens) - 2 else found.sure
            return None, replace(found, start=object.start, sure=sure)
        return object, found

    def _weighed(self, fact: Fact) -> Fact:
        """Return a fact as sure as its least sure part, less what speaks against it."""
        parts = (fact.predicate, fact.subject, fact.object, fact.complement)
        adjuncts = tuple(whole(adjunct, fact) for adjunct in fact.adjuncts)
        sure = min(part.sure for part in parts if part)
        fact = replace(fact, confidence=sure, adjuncts=adjuncts)
        return replace(fact, confidence=held(fact, self.tree, spoken=self._spoken(fact.verb)))
