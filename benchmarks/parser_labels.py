"""Makes four treebanks say the same with the same relation, after UD Indonesian-CSUI.

Where CSUI wavers itself, the rule is the one that words decide: a relative clause has *yang*, and
a verb straight after its governing verb (*mulai runtuh*) is ``xcomp``.
"""

from collections.abc import Sequence
from dataclasses import replace

from treebanks import Word

from quizgen.language.speech import kind_of_saying

KEPT = frozenset({"acl:relcl", "nsubj:pass", "obl:agent"})
"""Subtypes that are learnt; the others (*obl:tmod, flat:name, nmod:lmod*) are left to names."""
_AUXILIARIES = frozenset({
    "akan", "telah", "sudah", "sedang", "dapat", "bisa", "harus", "belum", "perlu", "pernah",
    "masih", "mungkin", "boleh", "tengah",
})  # fmt: skip
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
    if relation == "ccomp" and _chained(words, index):
        relation = "xcomp"
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
