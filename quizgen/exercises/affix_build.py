"""Build the derived word: the root stands in brackets behind its gap.

The learner forms a verb or a noun from its root in a sentence of the text. Trains *imbuhan*.
Known limits: active verbs before an object that could not act, passives without an object,
verbs in ber- and ter- with their preposition, nouns after a preposition or a verb; only where no
other attested form of the root fits the place.

Source: word formation after Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 1;
the task is the word formation of Hughes (2003), *Testing for Language Teachers*, ch. 13.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Pengelola pasar membangun gudang baru di dekat pelabuhan Kendari."))
Pengelola pasar {{1}} (bangun) gudang baru di dekat pelabuhan Kendari.
= membangun
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen import records
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.tables import pairs, words
from quizgen.exercises.common.text import base_level
from quizgen.exercises.statements.alone import Alone, alone
from quizgen.exercises.words.built_forms import active_answers, noun_answers, passive_answers
from quizgen.interfaces import Family
from quizgen.language.clauses import entity_spans, named_tokens, word_class
from quizgen.language.levels import zipf
from quizgen.language.morphology import Analysis, analyse
from quizgen.language.nouns import is_human, nouns
from quizgen.model import Document, Gap, Item, Sentence, Token

_COMMON, _KNOWN_ROOT = 3.4, 2.8
_AFTER_PASSIVE = frozenset({"ADP"})
_COUNTING = frozenset({"puluh", "ratus", "ribu", "juta", "miliar", "triliun", "lusin"})
_BEFORE_VERB = frozenset({"NOUN", "PROPN", "AUX"})
_HELPERS = frozenset({"yang", "untuk", "tidak", "belum", "pernah"})
_ACTORS = frozenset({"PER", "ORG", "GPE", "NORP"})
_INSTRUCTION = "Ubahlah kata dasar dalam kurung menjadi {} berimbuhan yang tepat!"


@dataclass(frozen=True, slots=True)
class _Built:
    """A word to be built, all forms that are right, and why."""

    index: int
    answers: tuple[str, ...]
    kind: str
    why: str


class AffixBuild:
    """Makes gaps with the root of the missing word behind them."""

    name = "affix-build"
    purpose = "The learner forms the derived word from its root in a sentence."
    responses = ("gap",)
    family: Family = "language"
    levels = (3, 6)
    example = "Pengelola pasar {{1}} (bangun) gudang baru. → membangun"
    default = True
    proven = False

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each sentence that forces a form, every root once."""
        asked: set[str] = set()
        for sentence in document.sentences:
            frame = alone(sentence, document)
            for built in _candidates(frame, document) if frame else ():
                root = analyse(sentence.tokens[built.index].text).root
                if frame and root not in asked:
                    asked.add(root)
                    yield _item(frame, built, root)
                    break


def _candidates(frame: Alone, document: Document) -> Iterator[_Built]:
    sentence = frame.sentence
    named = named_tokens(sentence, document)
    roots = [analyse(token.text.lower()).root for token in sentence.tokens]
    for index in frame.kept[1:-1]:
        token = sentence.tokens[index]
        analysis = analyse(token.text)
        if index in named or not token.text.isalpha() or not token.text.islower():
            continue
        if roots.count(analysis.root) > 1 or not _teachable(token, analysis):
            continue
        found = _verb(sentence, index, document) or _noun(sentence, index, analysis)
        if found:
            yield found


def _teachable(token: Token, analysis: Analysis) -> bool:
    plain = analysis.known and not analysis.clitics and "R" not in analysis.segments
    known = zipf(token.text) >= _COMMON and zipf(analysis.root) >= _KNOWN_ROOT
    return plain and known and len(analysis.segments) > 1 and " " not in analysis.root


def _verb(sentence: Sentence, index: int, document: Document) -> _Built | None:
    tokens, token = sentence.tokens, sentence.tokens[index]
    before, after = tokens[index - 1], tokens[index + 1]
    analysis = analyse(token.text)
    first = analysis.segments[0]
    helpers = word_class("auxiliary") | _HELPERS
    if token.upos != "VERB" or not (before.upos in _BEFORE_VERB or before.text.lower() in helpers):
        return None
    parts = _sum(analysis)
    head = _inert_object(sentence, index + 1, document) if first == "meN-" else None
    if head is not None:
        answers = active_answers(token.text) if _transitive(analysis) else ()
        object = " ".join(each.text for each in tokens[index + 1 : head + 1])
        why = f"Objek “{object}” menyusul, jadi kata kerjanya aktif: {parts} = {token.text}"
        return _Built(index, answers, "kata kerja", why) if answers else None
    if first == "di-" and after.upos in _AFTER_PASSIVE and _transitive(analysis):
        agent = after.text.lower() == "oleh"
        answers = passive_answers(token.text, agent=agent)
        seen = "Pelaku disebut setelah “oleh”" if agent else "Subjek dikenai tindakan"
        why = f"{seen}, jadi kata kerjanya pasif: {parts} = {token.text}"
        return _Built(index, answers, "kata kerja", why) if answers else None
    if (token.text, after.text) in pairs("built_forms", "prepositional"):
        why = f"Sebelum “{after.text}” dipakai {parts} = {token.text}"
        return _Built(index, (token.text,), "kata kerja", why)
    if (
        token.text in words("built_forms", "governing")
        and analyse(after.text).segments[0] == "meN-"
    ):
        why = f"Sebelum “{after.text}” dipakai {parts} = {token.text}"
        return _Built(index, (token.text,), "kata kerja", why)
    return None


def _transitive(analysis: Analysis) -> bool:
    return analysis.root not in words("built_forms", "ditransitive") and not word_class("vague") & {
        analysis.form
    }


def _sum(analysis: Analysis) -> str:
    return " + ".join(analysis.segments)


def _inert_object(sentence: Sentence, start: int, document: Document) -> int | None:
    """Return the index of a noun that follows and could not be the agent of a passive.

    *Putin _ Kim* may be *menyambut* or *disambut*; *Kim _ sebuah mobil* has one reading.
    """
    tokens = sentence.tokens
    index = start
    while index < len(tokens) - 1 and tokens[index].upos in {"NUM", "DET"}:
        index += 1
    token = tokens[index]
    measured = analyse(token.text.lower()).segments[0] == "se-"
    if token.upos != "NOUN" or index - start > 1 or measured or not token.text.islower():
        return None
    actors = {
        i for span in entity_spans(sentence, document)
        if span.entity and span.entity.type in _ACTORS for i in range(span.start, span.end)
    }  # fmt: skip
    low = token.text.lower().partition("-")[0]
    acting = is_human(low) or low in nouns("people") | nouns("body")
    agent = analyse(low).segments[0] in {"peN-", "pe-"} and analyse(low).segments[-1] != "-an"
    return None if actors & {index, index + 1} or acting or agent else index


def _noun(sentence: Sentence, index: int, analysis: Analysis) -> _Built | None:
    tokens, token = sentence.tokens, sentence.tokens[index]
    before = tokens[index - 1]
    nominal = analysis.segments[-1] == "-an" and (
        len(analysis.segments) == 2 or analysis.segments[0] in {"peN-", "per-", "ke-"}
    )
    verbal = before.upos == "VERB" and before.text.startswith("me")
    if token.upos != "NOUN" or not nominal or not (before.upos == "ADP" or verbal):
        return None
    if analysis.root in _COUNTING:
        # *Puluhan* is a numeral, and *berpuluh-puluh* would do as well.
        return None
    answers = noun_answers(token.text, before.text.lower())
    kind = "kata kerja" if verbal else "kata depan"
    why = f"Setelah {kind} “{before.text}” diperlukan kata benda: {_sum(analysis)} = {token.text}"
    return _Built(index, answers, "kata benda", why) if answers else None


def _item(frame: Alone, built: _Built, root: str) -> Item:
    sentence = frame.sentence
    item = Item(
        id="",
        type="affix-build",
        response=Gap(answers=(built.answers,)),
        instruction=_INSTRUCTION.format(built.kind),
        prompt=frame.text({built.index: f"{{{{1}}}} ({root})"}),
        evidence=(frame.evidence(),),
        process="language",
        level=base_level(sentence),
        text="hidden",
        explanation=f"{built.why} {cite(sentence.id)}.",
        lemmas=(root,),
        facts=(sentence.id, f"root:{root}"),
        reveals=(sentence.id,),
        rank=0.6 + (built.kind == "kata kerja") * 0.05,
    )
    return records.identify(item)


EXERCISE = AffixBuild()
