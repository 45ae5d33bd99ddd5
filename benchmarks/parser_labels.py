"""Makes four treebanks say the same with the same relation, after UD Indonesian-CSUI.

Where CSUI wavers itself or stands against the others, the rule is the one that words decide: a
relative clause has *yang*, only an active transitive verb has an object (*berusia dua tahun* and
*diberi nama* have ``obl``), a verb straight after its governing verb (*mulai runtuh*) is ``xcomp``,
and what follows a verb by *bahwa*, or is said, is ``ccomp``.
"""

from collections.abc import Sequence
from dataclasses import replace

from treebanks import Word

from quizgen.language.morphology import analyse
from quizgen.language.speech import kind_of_saying

KEPT = frozenset({"acl:relcl", "nsubj:pass", "obl:agent"})
"""Subtypes that are learnt; the others (*obl:tmod, flat:name, nmod:lmod*) are left to names."""
_AUXILIARIES = frozenset({
    "akan", "telah", "sudah", "sedang", "dapat", "bisa", "harus", "belum", "perlu", "pernah",
    "masih", "mungkin", "boleh", "tengah",
})  # fmt: skip
_INTRANSITIVE = frozenset({"ber-", "ter-", "ke-", "di-"})
_RARE = {"vocative": "discourse", "dislocated": "dep", "orphan": "dep", "goeswith": "flat",
         "clf": "nmod", "iobj": "obj"}  # fmt: skip
_OLD = "gsd-ud-train-r2.1"


def plain(relation: str) -> str:
    """Return a relation without the subtypes that the parser does not tell apart.

    >>> plain("obl:tmod"), plain("acl:relcl"), plain("clf")
    ('obl', 'acl:relcl', 'nmod')
    """
    kept = relation if relation in KEPT else relation.partition(":")[0]
    return _RARE.get(kept, kept)


def harmonised(words: Sequence[Word], treebank: str) -> list[Word]:
    """Return a sentence of a treebank with its relations after CSUI's conventions."""
    return [
        replace(word, relation=plain(_relation(words, index, treebank)))
        for index, word in enumerate(words)
    ]


def _relation(words: Sequence[Word], index: int, treebank: str) -> str:
    word = words[index]
    relation = word.relation
    if "gsd" in treebank:
        relation = _of_gsd(words, index)
    if treebank.endswith(_OLD):
        relation = _of_old(words, index, relation)
    if relation in ("acl", "acl:relcl"):
        relation = "acl:relcl" if _has(words, index, form="yang") else "acl"
    if relation == "obj" and _takes_none(words, index):
        relation = "obl"
    if relation == "ccomp" and _chained(words, index):
        relation = "xcomp"
    if relation == "advcl" and _said(words, index):
        relation = "ccomp"
    return relation


def _of_gsd(words: Sequence[Word], index: int) -> str:
    """GSD joins nouns by ``compound``, numbers by ``nummod``, purposes by ``xcomp``."""
    word = words[index]
    above = words[word.head].upos if word.head >= 0 else ""
    if word.relation == "compound":
        return "flat" if word.upos == above == "NUM" else "nmod"
    if word.relation == "nummod" and word.upos == above == "NUM":
        return "flat"
    if word.relation == "xcomp" and _has(words, index, form="untuk"):
        return "advcl"
    return word.relation


def _of_old(words: Sequence[Word], index: int, relation: str) -> str:
    """The GSD of 2017 has no ``aux``, marks clauses by ``case`` and hangs names on nouns flat."""
    word = words[index]
    above = words[word.head].upos if word.head >= 0 else ""
    if relation == "advmod" and word.form.lower() in _AUXILIARIES and above in ("VERB", "ADJ"):
        return "aux"
    if relation == "case" and above == "VERB":
        return "mark"
    if relation == "flat" and word.upos == "PROPN" and above == "NOUN":
        return "nmod"
    if relation in ("obl", "nmod") and word.head >= 0 and _agent(words, index):
        return "obl:agent"
    return relation


def _agent(words: Sequence[Word], index: int) -> bool:
    return words[words[index].head].form.lower().startswith("di") and _has(
        words, index, form="oleh"
    )


def _has(words: Sequence[Word], index: int, *, form: str) -> bool:
    return any(other.head == index and other.form.lower() == form for other in words)


def _takes_none(words: Sequence[Word], index: int) -> bool:
    """Tell whether a noun follows a verb that takes no object: in *ber- ter- ke-* or *di-*."""
    word = words[index]
    if not 0 <= word.head < index:
        return False
    head = words[word.head]
    prefix = analyse(head.form.lower()).segments[0]
    return head.upos == "VERB" and word.form != "yang" and prefix in _INTRANSITIVE


def _said(words: Sequence[Word], index: int) -> bool:
    """Tell whether a clause after a verb is what it says: with *bahwa*, or with its own subject."""
    word = words[index]
    if not 0 <= word.head < index or words[word.head].upos != "VERB":
        return False
    below = {other.relation.partition(":")[0] for other in words if other.head == index}
    plainly = "nsubj" in below and not below & {"mark", "case"}
    saying = kind_of_saying(words[word.head].form) is not None
    return _has(words, index, form="bahwa") or (plainly and saying)


def _chained(words: Sequence[Word], index: int) -> bool:
    """Tell whether a clause is one verb that follows its governing verb at once."""
    word = words[index]
    below = {other.relation.partition(":")[0] for other in words if other.head == index}
    return (
        word.upos == "VERB"
        and 0 <= index - word.head <= 2
        and word.head >= 0
        and words[word.head].upos == "VERB"
        and not below & {"nsubj", "mark", "csubj"}
        and not kind_of_saying(words[word.head].form)
    )
