"""What a verb cannot do without, beside its object: what is said, wanted, decided or thought.

*Ia mengatakan rokok berbahaya*, *angka itu dinilai kurang adil*, *warga memilih untuk diam*,
*polisi mengimbau agar warga waspada*: the clause or the adjective phrase belongs to the verb.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, 3.100-3.112.
"""

from dataclasses import replace

from quizgen.language.circumstances import fact_words
from quizgen.language.speech import kind_of_saying
from quizgen.language.trees import Phrase, Tree

_QUOTES = frozenset('"“”')
_WISHES = frozenset({"agar", "supaya", "untuk", "bahwa"})


def complement_of(
    tree: Tree, head: int, predicate: Phrase, object: Phrase | None = None
) -> Phrase | None:
    """Return what completes the predicate, None if nothing does or more than one thing could.

    It follows the verb or its object. ``head`` heads the clause; the last verb of the
    predicate may be another.
    """
    own, ends = {head, predicate.head}, {predicate.end, object.end if object else predicate.end}
    found = [
        child
        for each in sorted(own)
        for child in tree.children(each)
        if child not in predicate
        and child > predicate.head
        and _completes(tree, child, predicate, ends)
    ]
    if len(found) != 1:
        return None
    phrase = tree.phrase(found[0], without=_marks(tree, found[0]))
    if phrase is not None and tree.tokens[phrase.start].text == ",":
        phrase = replace(phrase, start=phrase.start + 1)
    if phrase is None or phrase.start < predicate.end or _runs_on(tree, phrase):
        return None
    phrase = replace(phrase, start=_beginning(tree, predicate, object, phrase.start))
    return replace(phrase, sure=_sure(tree, phrase, predicate, found[0], object))


def _beginning(tree: Tree, predicate: Phrase, object: Phrase | None, start: int) -> int:
    """Return where what is said begins: *mengatakan | untuk zona satu, harga naik*."""
    words = [token.text.lower() for token in tree.tokens[predicate.end : start]]
    told = kind_of_saying(tree.tokens[predicate.head].text.lower()) in {"said", "claimed"}
    if not told or object or not words or {"bahwa", "kepada", "pada", "dalam"} & set(words):
        return start
    opens = predicate.end + (words[0] == ",")
    return opens if tree.tokens[opens].upos == "ADP" else start


_CLEAR = 0.85
"""Confidence of what stands between a verb of saying and the end of its sentence."""


def _sure(
    tree: Tree, phrase: Phrase, predicate: Phrase, child: int, object: Phrase | None
) -> float:
    """Return how sure it is where a complement begins and ends.

    Where it fills all behind its verb, no arc inside can change that.
    """
    sure = tree.tokens[child].attachment
    if phrase.end < len(tree.tokens) - 2:
        return min(sure, phrase.sure)
    verb = tree.tokens[predicate.head].text.lower()
    asks = tree.tokens[predicate.head].text.lower() in fact_words("directive")
    follows = object is not None and object.start == predicate.end < object.end < phrase.start
    asked = asks and follows
    between = tree.tokens[object.end if object and asked else predicate.end : phrase.start]
    near = all(t.text == "," or t.text.lower() in _WISHES for t in between)
    wanted = kind_of_saying(verb) or verb in fact_words("completed")
    return max(sure, _CLEAR) if near and wanted else sure


def _completes(tree: Tree, child: int, predicate: Phrase, ends: set[int]) -> bool:
    """Tell whether a dependent is a clause that the verb demands, or the adjective it needs."""
    relation = tree.relation(child)
    if relation == "obj" and tree.tokens[child].upos == "ADJ":
        return True
    if tree.children(child, "case") or tree.tokens[child].text.lower() in fact_words("leading"):
        return False
    if relation in {"ccomp", "xcomp"}:
        return True
    verb = tree.tokens[predicate.head].text.lower()
    if relation != "advcl" or not (kind_of_saying(verb) or verb in fact_words("completed")):
        return False
    marks = [i for i in tree.children(child, "mark") if tree.tokens[i].text.lower() in _WISHES]
    return bool(marks) and marks[0] in ends


def _runs_on(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether words follow that the phrase ought to hold, or a quotation ends in it."""
    if any(token.text in _QUOTES for token in tree.tokens[phrase.start : phrase.end]):
        return True
    following = tree.tokens[phrase.end : phrase.end + 1]
    return any(token.upos not in {"PUNCT", "CCONJ", "SCONJ", "ADP"} for token in following)


def _marks(tree: Tree, head: int) -> list[int]:
    return [i for i in tree.children(head, "mark") if i < head]
