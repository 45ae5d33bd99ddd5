"""The subject of a clause: before its verb, lent by another clause, or the noun before *yang*.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from dataclasses import replace

from quizgen.language.circumstances import fact_words
from quizgen.language.clause_moods import MoodReader
from quizgen.language.fact import AMOUNTS
from quizgen.language.trees import Phrase

_NAMED_SUBJECT = 0.85
"""Confidence that word order alone gives, whatever the tree says."""
_WHOLE = 0.75
"""Confidence of a subject that fills all before its verb."""
_CLEARLY = 0.5
"""The least that the arc of such a subject must have."""
_NEARLY = 0.97
"""The least that the arc of *yang* must have where the noun before it has another noun in it."""
_LENT = 0.6
"""The least that the arcs must have by which one verb lends another its subject."""
_LINKED, _FIRMLY = 0.2, 0.6
"""Below this the tree speaks against a name, or another noun, that word order lets be subject."""
_BREAKS = frozenset({"", ",", "-", "—", "–"})
_MARKS = frozenset({"bahwa", "“", '"', "–", "—"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})


class SubjectReader(MoodReader):
    """Reads the subject of a clause."""

    def _subject(self, head: int) -> tuple[Phrase | None, bool]:
        """Return the subject, and whether a coordinated clause lends it."""
        subjects = self._subjects(head)
        relation = self.tree.relation(head)
        if relation.startswith("acl"):
            relative = any(self.tokens[i].text.lower() == "yang" for i in subjects)
            if relative:
                return self._antecedent(head), False
            own = len(subjects) == 1 and relation == "acl"
            return (self._marked_subject(subjects[0]) if own else None), False
        if len(subjects) == 1:
            return self._noun_phrase(subjects[0]), False
        if not subjects and relation in {"root", "parataxis"}:
            return self._bare_subject(head), False
        if not subjects and relation == "conj":
            return self._lent(head), True
        return None, False

    def _marked_subject(self, index: int) -> Phrase | None:
        """Return a noun between a conjunction and its verb: *alasan mengapa | Rina | menolak*."""
        phrase = self._noun_phrase(index)
        if phrase is None or not phrase.start or not self._one_phrase(phrase):
            return None
        before = self.tokens[phrase.start - 1]
        led = before.upos == "SCONJ" or before.text.lower() in {"mengapa", "tempat", "dimana"}
        return phrase if led else None

    def _lent(self, head: int) -> Phrase | None:
        """Return the subject that a verb shares with the one it is coordinated with."""
        first = self._first(head)
        lent = self._subjects(first)
        if first == head or len(lent) != 1 or not self._lends(first, head):
            return None
        if self._word(lent[0]) == "yang":
            near = not any(t.text == "," for t in self.tokens[first:head])
            relative = self.tree.relation(first) == "acl:relcl" and near
            return self._antecedent(first) if relative else None
        phrase = self._noun_phrase(lent[0]) if self.tokens[first].upos == "VERB" else None
        return phrase if phrase and phrase.sure >= _LENT and phrase.end <= first else None

    def _lends(self, first: int, head: int) -> bool:
        """Tell whether nothing between two verbs could be the second one's own subject.

        In *menerima pompa dan telah digunakan* that is the object of the first.
        """
        if min(self._arc(head), self._arc(first)) < _LENT:
            return False
        between = self.tokens[first + 1 : head]
        stopped = any(t.upos == "SCONJ" or t.text in {";", ":", '"', "”"} for t in between)
        at = head - 1
        while at > first and self.tokens[at].upos in {"AUX", "ADV", "PART", "VERB"}:
            at -= 1
        passive = "di-" in self.tokens[head].segments
        turned = passive and bool(self.tree.children(first, "obj"))
        other = self._word(at) == "atau" and passive != ("di-" in self.tokens[first].segments)
        pointed = passive != ("di-" in self.tokens[first].segments) and self.tokens[head].clitics
        return not (stopped or turned or other or pointed) and self.tokens[at].upos in {
            "CCONJ",
            "PUNCT",
        }

    def _named_subject(self, subject: Phrase, predicate: Phrase) -> Phrase:
        """Trust a name or a noun phrase right before the verb: it is the subject.

        A name may follow any comma, other nouns only the one that closes a fronted phrase. What
        fills all before the verb is the subject, whatever hangs on what inside it.
        """
        start = subject.start
        before = self.tokens[start - 1].text if start else ""
        named = before in _BREAKS and self._ends_in_name(subject)
        opens = self._opens(start)
        near = subject.end == predicate.start or self._closes(subject, predicate)
        if not near or self._arc(subject.head) < _LINKED:
            return subject
        firm = self._arc(subject.head) >= _FIRMLY
        plain = firm and opens and self._plain_subject(subject)
        if subject.end == predicate.start and (named or plain):
            return replace(subject, sure=max(subject.sure, _NAMED_SUBJECT))
        whole = opens and self._arc(subject.head) >= _CLEARLY and self._one_phrase(subject)
        return replace(subject, sure=max(subject.sure, _WHOLE)) if whole else subject

    def _opens(self, start: int) -> bool:
        """Tell whether a clause can only begin at a token: a sentence, or what *bahwa* leads."""
        before = self.tokens[start - 1].text if start else ""
        first = start == 0 or start == self.opening
        return first or before in _MARKS or (before == "," and self._fronted(start))

    def _closes(self, subject: Phrase, predicate: Phrase) -> bool:
        """Tell whether only the comma after an apposition or a date parts subject and verb."""
        between = range(subject.end, predicate.start)
        inside = [t.text for t in self.tokens[subject.start : subject.end]]
        dated = {i for _, covered in self.dates for i in covered}
        comma = "," in inside and all(self._word(i) == "," for i in between)
        return comma or all(i in dated or self._word(i) == "resmi" for i in between)

    def _one_phrase(self, subject: Phrase) -> bool:
        """Tell whether nothing in a phrase could be a circumstance or a verb of the clause.

        *Petani di Demak*, *kasus kakek yang meneriaki penumpang*, but not *polisi | dengan cepat*.
        """
        tokens = self.tokens[subject.start : subject.end]
        words = [token.text.lower() for token in tokens]
        free = words[: words.index("yang")] if "yang" in words else words
        if words[-1] in fact_words("adverbs", "helping", "governing", "completed"):
            return False
        if tokens[0].upos not in (_NOMINAL | {"PRON"}) - {"ADJ"} or words[0] in fact_words(
            "heralds"
        ):
            return False
        if (
            self._dates_inside(subject)
            or any(t.text in {":", ";"} for t in tokens)
            or words.count("yang") > 1
        ):
            return False
        return all(self._inside(subject.start + i, subject) for i in range(len(free)))

    def _inside(self, index: int, subject: Phrase) -> bool:
        """Tell whether a word before *yang* can only be a part of a noun phrase."""
        token, word = self.tokens[index], self._word(index)
        if token.upos in _NOMINAL or any(index in covered for _, covered in self.entities):
            return True
        if token.upos == "CCONJ":
            following = self.tokens[min(index + 1, len(self.tokens) - 1)].upos
            return index + 1 in subject and following in _NOMINAL | {"PRON"}
        if token.text == ",":
            return self._apposes(index, subject)
        described = word in fact_words("describing") and index + 1 in subject
        timed = self._word(subject.start) in fact_words("times")
        joined = token.upos == "PRON" and word != "yang" and not timed
        return described or joined or word in fact_words("binding") or word in {"(", ")"}

    def _apposes(self, comma: int, subject: Phrase) -> bool:
        """Tell whether a comma stands before or behind a name: *Ketua panitia, | Rina Dewi*."""
        named = [covered for e, covered in self.entities if e.type == "PER" and covered]
        beside = any(c[0] == comma + 1 or c[-1] == comma - 1 for c in named)
        return beside or comma == subject.end - 1

    def _undated(self, subject: Phrase) -> Phrase:
        """Leave out a date before the subject or behind it: *Selasa (10/6) | PT X | hari ini …*."""
        verbal = subject.end < len(self.tokens) and self.tokens[subject.end].upos == "VERB"
        last = subject.end - 1
        if verbal and self._word(last) == "resmi" and last > subject.head:
            return replace(subject, end=subject.end - 1)
        if [self._word(subject.end - i) for i in (3, 2, 1)] == ["dalam", "hal", "ini"]:
            return replace(subject, end=subject.end - 3)
        for _, covered in self.dates:
            if covered and covered[0] == subject.start and covered[-1] + 1 < subject.end:
                return replace(subject, start=covered[-1] + 1)
            ends = bool(covered) and covered[-1] == last and covered[0] > subject.head
            if ends and self._word(covered[0]) in fact_words("nearby"):
                cased = self.tokens[covered[0] - 1].upos == "ADP"
                return subject if cased else replace(subject, end=covered[0])
        return subject

    def _plain_subject(self, subject: Phrase) -> bool:
        """Tell whether a phrase is nothing but nouns and their attributes: *warga desa itu*."""
        inside = self.tokens[subject.start : subject.end]
        if any(t.upos not in _NOMINAL for t in inside) or inside[-1].text.lower() in fact_words(
            "adverbs"
        ):
            return False
        return not self._dates_inside(subject) and inside[0].upos in {"NOUN", "PROPN", "NUM", "DET"}

    def _dates_inside(self, subject: Phrase) -> bool:
        """Tell whether a date stands in a phrase that does not name what it dates.

        *Festival tahun ini* is the festival of this year.
        """
        inside = [c for _, c in self.dates if c and subject.start <= c[0] < subject.end]
        return any(
            c[0] == subject.start
            or self._word(c[0]) not in {"tahun", "musim"}
            or self.tokens[c[0] - 1].upos == "ADP"
            for c in inside
        )

    def _fronted(self, start: int) -> bool:
        """Tell whether all before a comma is one phrase that a preposition or adverb opens."""
        front = self.tokens[: start - 1]
        return (
            bool(front)
            and front[0].upos in {"ADP", "ADV", "SCONJ", "CCONJ"}
            and not any(t.upos == "VERB" or t.text == "," for t in front)
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
        if phrase is not None and self._nested(phrase) and self._arc(head) < _NEARLY:
            return None
        if phrase is None or self._denied(phrase) or not self._plain_antecedent(phrase, head):
            return None
        return self._with_sure(phrase, self._arc(head))

    def _nested(self, phrase: Phrase) -> bool:
        """Tell whether a noun before *yang* stands in another: *keluhan dari | petani yang*."""
        if phrase.start < 2:
            return False
        before, outer = self.tokens[phrase.start - 1], self.tokens[phrase.start - 2]
        led = before.text.lower() in fact_words("nesting")
        if any(e.type == "PER" and phrase.start - 2 in covered for e, covered in self.entities):
            # *Kata Rina dalam | keterangan yang …*: nothing describes a person's name.
            return False
        attributive = self.tree.relation(phrase.start - 1) in {"acl", "amod", "nmod", "compound"}
        owned = before.upos == "VERB" and ("ber-" in before.segments or attributive)
        return (led or owned) and outer.upos in {"NOUN", "PROPN"}

    def _denied(self, phrase: Phrase) -> bool:
        """Tell whether a noun is said not to be there: *tidak ada warga yang terluka*."""
        before = [self._word(phrase.start - 2), self._word(phrase.start - 1)]
        return before[1] == "tiada" or (before[1] == "ada" and before[0] in fact_words("negation"))

    def _plain_antecedent(self, phrase: Phrase, head: int) -> bool:
        """Tell whether *yang* can only belong to the whole phrase: a name, or one noun.

        In *lulusan program yang diselenggarakan kementerian* either noun could be meant.
        """
        start, end = self.tokens[phrase.start].start, self.tokens[phrase.end - 1].end
        named = [e for e, _ in self.entities if e.start == start and e.end == end]
        if named:
            # *Gudang berkapasitas 50 ton | yang dibangun*: the amount is a part of the noun.
            part = {"ber-", "se-"} & set(self.tokens[phrase.start - 1].segments)
            return named[0].type not in AMOUNTS or not (part and phrase.start)
        words = self.tokens[phrase.start : phrase.end]
        if words[0].text.lower() in {"bawah", "atas", "dalam", "luar", "depan", "belakang"}:
            return False
        nouns = [token for token in words if token.upos in {"NOUN", "PROPN"}]
        plain = all(token.upos in _NOMINAL for token in words)
        return len(nouns) == 1 or (plain and len(nouns) == 2 and self._arc(head) >= _NEARLY)

    def _noun_phrase(self, head: int) -> Phrase | None:
        """Return the phrase of a subject, None for a bare *yang*, which names nothing."""
        return None if self._word(head) == "yang" else self._sure_phrase(head)

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
