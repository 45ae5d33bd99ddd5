"""Short answers to *Siapa yang mengatakan, “…”?*; where voices are many, who_said has a choice."""

from collections import Counter
from collections.abc import Iterator

from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.names import holds_place
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import upper_first
from quizgen.exercises.common.written_item import written_item
from quizgen.exercises.questions.lacking import bare_deed
from quizgen.exercises.questions.wordings import body_wordings, person_wordings
from quizgen.exercises.voices.speaking import cut_short
from quizgen.exercises.voices.voices import Voice, bodies, shared, voices
from quizgen.language.discourse import PERSONAL
from quizgen.model import FORM, Document, Evidence, Item

SPOKEN = "said:"
"""How the fact opens that a question for the speaker of a sentence asks."""
_RANK = 0.7
_LONGEST_PRONOUN = 6
_GOES_ON = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ", "NUM"})
_POINTING = frozenset({"itu", "ini", "tersebut"})
_EACH = 2
"""So many questions for a speaker are offered; a sheet takes one of them."""


def spoken_answers(document: Document) -> Iterator[Item]:
    """Yield questions for people and bodies whose statement stands alone, two each at most."""
    given: Counter[str] = Counter()
    for voice in (*voices(document), *bodies(document)):
        name = voice.speaker.canonical
        if given[name] == _EACH or not voice.alone or shared(voice, document):
            continue
        if set(name.lower().split()) & words("mains", "no_person") or holds_place(name, document):
            continue
        if not voice.direct and bare_deed(voice.stem):
            continue
        if cut_short(name, document):  # a learner may write the whole name
            continue
        given[name] += 1
        yield _item(voice, document)


def _item(voice: Voice, document: Document) -> Item:
    name, sentence = voice.speaker.canonical, voice.sentence
    where = cite(*(each.id for each in voice.proofs))
    word = voice.stem.partition(" yang ")[0].lower()
    return written_item(
        voice.stem, _accepted(voice, document), word=word.split()[-1],
        why=f"Pernyataan itu disampaikan oleh {name} {where}.",
        proof=tuple(Evidence(each.id, each.text) for each in voice.proofs), home=sentence,
        # A sheet asks for a speaker seldom, or every answer would be the same name.
        facts=(sentence.id, f"{SPOKEN}{sentence.id}", f"{FORM}speaker:{name}"), rank=_RANK,
    )  # fmt: skip


def _accepted(voice: Voice, document: Document) -> tuple[str, ...]:
    name = voice.speaker.canonical
    if voice.speaker.type != "PER":
        return tuple(dict.fromkeys((name, *body_wordings(name, voice.stem, document))))
    return tuple(dict.fromkeys((*person_wordings(name, document), *_callings(voice, document))))


def _callings(voice: Voice, document: Document) -> tuple[str, ...]:
    """Return what the sentence calls a person instead of the name: *Wabup*, *Wali Kota*."""
    spans = [(voice.called_at, voice.called), *_anaphors(voice, document)]
    return tuple(
        upper_first(called)
        for start, called in spans
        if called and _is_calling(called) and _whole(start + len(called), document)
    )


def _is_calling(called: str) -> bool:
    """Tell whether words call somebody by themselves: no pronoun, no *warga desa tersebut*."""
    return called.lower() not in PERSONAL and called.split()[-1].lower() not in _POINTING


def _anaphors(voice: Voice, document: Document) -> tuple[tuple[int, str], ...]:
    return tuple(
        (reference.start, reference.anaphor)
        for reference in document.references
        if reference.sentence == voice.sentence.id
        and reference.antecedent == voice.speaker.canonical
        and len(reference.anaphor) > _LONGEST_PRONOUN
    )


def _whole(end: int, document: Document) -> bool:
    """Tell whether a calling ends where its phrase does: *Dokter Spesialis* | *Anak* does not.

    What may follow it is a mark, a verb or the name of its holder.
    """
    if any(e.type == "PER" and e.start == end + 1 for e in document.entities):
        return True
    home = next((s for s in document.sentences if s.start < end <= s.end), None)
    after = next((t for t in home.tokens if t.start >= end), None) if home else None
    return after is None or (after.upos not in _GOES_ON and not after.text[:1].isupper())
