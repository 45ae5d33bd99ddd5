"""The predicate of a clause: its chain of verbs, its voice, and what it cannot do without.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from quizgen.language.circumstances import fact_words
from quizgen.language.clause_objects import ObjectReader
from quizgen.language.clause_states import StateReader
from quizgen.language.clauses import word_class
from quizgen.language.complements import complement_of
from quizgen.language.fact import Voice
from quizgen.language.speech import kind_of_saying
from quizgen.language.trees import Phrase

AGENTS = frozenset({"saya", "aku", "kami", "kita", "kamu", "anda", "ia", "dia", "mereka"})
_MEANS = frozenset({"menggunakan", "memakai", "memanfaatkan"})
_ONLY = frozenset({"hanya", "cuma"})
_BUT = frozenset({"tetapi", "tapi", "namun", "sedangkan", "padahal", "sementara"})
_THAT = frozenset({"agar", "supaya", "bahwa", "untuk"})
_CHAINED = 0.8
"""Confidence that two verbs side by side are one predicate: *mulai mengeluhkan*."""
_BREAKS = frozenset({",", '"', "“"})
_HELPERS = frozenset({"aux", "advmod", "cop"})


class PredicateReader(StateReader, ObjectReader):
    """Reads the predicate of a clause and what completes it."""

    def _predicate(self, head: int) -> tuple[int, Phrase]:
        """Return the last verb of the chain (*berhasil mengungkap*) and the whole chain."""
        stated = self._stated(head) if self._states(head) else None
        if stated is not None:
            return head, stated
        verb, sure = head, 1.0
        chain = self.tree.children(head, "xcomp")
        while chain and self.tokens[chain[0]].upos == "VERB" and chain[0] > verb:
            between = self.tokens[verb + 1 : chain[0]]
            if any(token.upos not in {"PART", "ADV", "AUX"} for token in between):
                break
            relative = self.tree.relation(head).startswith("acl")
            if self._word(chain[0]) in fact_words("leading") or (
                relative and not self._governs(verb)
            ):
                break
            if "di-" in self.tokens[verb].segments and self._word(chain[0]) in _MEANS:
                # *dilakukan menggunakan alat*: the second verb tells the means.
                break
            near = chain[0] == verb + 1 and self._word(verb) in fact_words("chaining")
            verb = chain[0]
            sure = min(sure, max(self.tokens[verb].attachment, _CHAINED if near else 0.0))
            chain = self.tree.children(verb, "xcomp")
        start = self._with_helpers(head)
        pair = f"{self._word(verb)}_{self._word(verb + 1)}"
        adverb = self._word(verb + 1) in fact_words("behind") and self._nominal(verb + 2)
        end = verb + 1 + (pair in fact_words("fixed") or adverb)
        if self.tokens[head].upos != "VERB":
            whole = self._sure_phrase(
                head, without=[i for i in self.tree.children(head) if i < head]
            )
            end, sure = (whole.end, whole.sure) if whole else (end, 0.0)
        return verb, Phrase(start, end, verb, sure)

    def _with_helpers(self, head: int) -> int:
        """Return where the helpers of a verb begin, without a link or a particle before them."""
        start = head
        helpers = [
            child for child in self.tree.children(head)
            if child < head and self.tree.relation(child) in _HELPERS
        ]  # fmt: skip
        for helper in reversed(helpers):
            if helper == start - 1:
                start = helper
        start = self._with_denial(start)
        opens = start in {0, self.opening} or self._word(start - 1) in _BREAKS
        if start < head and opens and self._word(start) in fact_words("links"):
            start += 1
        while start < head and self._word(start) in fact_words("particles"):
            start += 1
        return start

    def _nominal(self, index: int) -> bool:
        return index < len(self.tokens) and self.tokens[index].upos in {"NOUN", "PROPN", "NUM"}

    def _with_denial(self, start: int) -> int:
        """Return where a predicate starts with *tanpa*, *jangan sampai* or *harus* before it.

        A tree may hang them on something else, but they never deny anything else.
        """
        start -= self._word(start - 1) in {"paling", "sangat", "terlalu", "lebih"}
        first = start
        while self._word(first - 1) in fact_words("negation", "open") | {"sampai"}:
            before = self._word(first - 2)
            # *Menutup kemungkinan | menempuh jalur hukum*, *semaksimal mungkin*.
            noun = self._word(first - 1) == "kemungkinan" and self.tokens[first - 2].upos == "VERB"
            if noun or (self._word(first - 1) == "mungkin" and before.startswith("se")):
                break
            first -= 1
        return start if self._word(first) == "sampai" else first

    def _governs(self, verb: int) -> bool:
        """Tell whether a verb takes another one: *ingin pergi*, but not *(yang) dikenakan naik*."""
        classes = ("completed", "helping", "needy", "open", "governing")
        return any(self._word(verb) in fact_words(name) for name in classes)

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
        acted = self._word(verb - 1) in AGENTS and word not in word_class("used_bare")
        followed = bool(self._object(verb, head, Phrase(verb, verb + 1, verb)))
        return "persona" if bare and acted and not followed else "active"

    def _topical(self, verb: int) -> bool:
        """Tell whether a verb has its subject behind it: *perusahaan itu dicabut izinnya*."""
        segments = self.tokens[verb].segments
        passive = "di-" in segments or self._word(verb) in fact_words("rising")
        plain = self.tree.relation(verb) == "acl:relcl" and not {"meN-", "ber-"} & set(segments)
        near = verb + 1 < len(self.tokens) and self._owned(verb + 1)
        far = verb + 2 < len(self.tokens) and self._owned(verb + 2) and self._nominal(verb + 1)
        return (passive and near) or (plain and (near or far) and not passive)

    def _owned(self, index: int) -> bool:
        noun = self.tokens[index].upos == "NOUN" and self._word(index).endswith("nya")
        return noun and bool(self.tokens[index].clitics)

    def _hangs(self, verb: int, predicate: Phrase, words: set[str]) -> bool:
        """Tell whether words that the predicate needs stand outside it: *terbukti efektif*."""
        follows = verb + 1 < len(self.tokens) and self.tokens[verb + 1].upos == "ADJ"
        loose = any(i not in predicate for i in self.tree.children(verb, "xcomp"))
        return loose or follows or bool(words & _ONLY)

    def _complement(self, head: int, predicate: Phrase, object: Phrase | None) -> Phrase | None:
        """Return what the verb needs; behind a relative clause the main verb is not that."""
        found = complement_of(self.tree, head, predicate, object)
        relative = self.tree.relation(head).startswith("acl")
        means = found is not None and self._word(found.start) in _MEANS
        if means and "di-" in self.tokens[predicate.head].segments:
            return None
        if relative and found and self.tokens[found.start].upos == "ADP":
            return None
        verbal = found is not None and self.tokens[found.head].upos == "VERB"
        verb = self._word(predicate.head)
        governs = self._governs(predicate.head) or kind_of_saying(verb) is not None
        return None if relative and verbal and not governs else found

    def _told(self, predicate: Phrase) -> Phrase | None:
        """Return what a verb of saying is followed by, where that is read as somebody's words."""
        kind = kind_of_saying(self._word(predicate.head))
        if kind is None:
            return None
        for quotation in self.reported:
            inside = [
                i for i in range(predicate.end, len(self.tokens))
                if quotation.start <= self.tokens[i].start < quotation.end
            ]  # fmt: skip
            near = bool(inside) and all(
                t.upos == "PUNCT" or t.text.lower() == "bahwa"
                for t in self.tokens[predicate.end : inside[0]]
            )
            if near:
                first = inside[0] + (self._word(inside[0]) == "," and len(inside) > 1)
                bare = kind in {"said", "claimed", "opinion"} and self._word(first) == "untuk"
                first += self._word(first) in _THAT and not bare
                end = self._before_but(first, inside[-1] + 1) if kind == "order" else inside[-1] + 1
                return Phrase(first, end, first, quotation.confidence)
        return None

    def _names(self, told: Phrase) -> bool:
        """Tell whether what is said is a noun and no clause: *menegaskan | komitmennya*."""
        words = [self._word(i) for i in range(told.start, told.end)]
        free = words[: words.index("yang")] if "yang" in words else words
        inside = range(told.start, told.start + len(free))
        verbal = any(
            self.tokens[i].upos in {"VERB", "AUX", "ADV", "PART", "PRON", "PUNCT"}
            and self.tokens[i - 1].upos not in {"ADP", "SCONJ"}
            for i in inside
        )
        owned = bool(self.tokens[told.start].clitics) and len(free) > 1
        return owned and not verbal and self.tokens[told.start + 1].upos in {"ADP", "SCONJ"}

    def _said(self, predicate: Phrase) -> bool:
        return kind_of_saying(self._word(predicate.head)) in {"said", "claimed", "opinion"}

    def _spoken(self, verb: int) -> bool:
        """Tell whether words are quoted to which a verb may belong: it stands outside them."""
        at = self.tokens[verb].start
        return bool(self.quoted) and not any(q.start <= at < q.end for q in self.quoted)

    def _before_but(self, start: int, end: int) -> int:
        """Return where what is asked for ends: before *, tetapi* another clause stands."""
        but = (i for i in range(start + 1, end) if self._word(i) in _BUT)
        return next((i - (self._word(i - 1) == ",") for i in but), end)
