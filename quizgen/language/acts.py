"""Nouns of doing and saying with *itu*: *penutupan itu* after *menutup*, *pernyataan itu*."""

from quizgen.language.antecedents import Context
from quizgen.language.nouns import nouns
from quizgen.model import Reference

_ARTICLES = frozenset({"sebuah", "seorang", "suatu", "seekor", "salah", "satu", "para", "sejumlah"})
_ENDS = frozenset(
    {",", ".", ";", ":", "(", "karena", "sebab", "agar", "supaya", "untuk", "sehingga"}
)


def told(context: Context, head: int, index: int) -> Reference | None:
    """Resolve *pernyataan itu*: what the speaker of the sentence before said."""
    talk, number = context.talk, context.talk.number(index)
    noun = talk.low[head]
    if noun not in nouns("told") or index - head != 1 or number == 0:
        return None
    said = context.closing.get(context.document.sentences[number - 1].id, [])
    speakers = {one.speaker for one in said}
    if len(speakers) != 1:
        return None
    return context.reference(index, f"{noun} {said[0].speaker}", min(0.92, said[0].confidence))


def act(context: Context, head: int, index: int) -> Reference | None:
    """Resolve a noun of doing to the verb of the sentence before.

    *Penutupan itu* takes up *menutup* by its root; *kebijakan itu* and *langkah itu* the only verb
    of a sentence that tells what somebody does.
    """
    talk, number = context.talk, context.talk.number(index)
    noun, lemma = talk.low[head], talk.tokens[head].lemma.lower()
    if index - head != 1 or number == 0:
        return None
    verbs = [
        i
        for i in range(talk.starts[number - 1], talk.opens[number])
        if talk.tokens[i].upos == "VERB" and i not in talk.covered and i not in context.quoted
    ]
    if lemma != noun:
        of_root = [i for i in verbs if talk.tokens[i].lemma.lower() == lemma]
        if len(of_root) == 1 and talk.low[of_root[0]].startswith(("me", "be", "ter")):
            return _phrase(context, of_root[0], index, 0.92)
    opening = context.phrases.subject(number)
    opens = opening is not None and opening.start <= head < opening.end
    if opens and noun in nouns("act") and len(verbs) == 1 and talk.low[verbs[0]].startswith("me"):
        said = context.closing.get(context.document.sentences[number - 1].id)
        return None if said else _phrase(context, verbs[0], index, 0.91)
    return None


def _phrase(context: Context, verb: int, index: int, sure: float) -> Reference | None:
    """Return the verb with what follows it in its clause: *menutup Pulau Padar*."""
    talk = context.talk
    close = talk.close(talk.number(verb))
    end = verb + 1
    while end < close and (end in talk.covered or talk.low[end] not in _ENDS):
        end += 1
    follows = talk.tokens[verb + 1].upos if verb + 1 < close else "PUNCT"
    if end - verb < 2 or end - verb > 14 or follows in {"PUNCT", "SCONJ"}:
        return None
    return context.reference(index, talk.text(verb, end), sure)
