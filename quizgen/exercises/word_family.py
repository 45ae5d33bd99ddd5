"""Word families: the one word of a root that fits a sentence.

The learner chooses among words of one root, of different class or voice (*mengirim, dikirim,
pengiriman, pengirim*). Trains *kata turunan*. What rules the others out is grammar:

- an active verb between its subject, or an auxiliary, and its object, a thing that can do nothing;
- a passive verb before *oleh* and the agent, or of a thing and without an object;
- a noun with *peN-…-an, ke-…-an* or *per-…-an* after a preposition that takes no verb, or as the
  object of *melakukan* and *mengalami*.

Where two sentences of the text have two words of one root in such frames, they make one gap item
with a box instead.

Known limits: verbs whose object may stay away (*makan, menulis*), ditransitives, and roots whose
other words are rare are left out; nouns are never set against another noun that a thing can be.

Source: Sneddon et al. (2010), ch. 1, on word-building; Bauer & Nation (1993), *Word families*.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Pemerintah daerah akan membangun jembatan baru di Kampung Muara."))
Pemerintah daerah akan … jembatan baru di Kampung Muara.
* membangun
- dibangun
- pembangunan
- pembangun
"""

import random
from collections.abc import Iterator

from quizgen import records
from quizgen.exercises.common.choice import choice_item, mistakes
from quizgen.exercises.common.cites import cite, whole
from quizgen.exercises.common.cloze import cut, lone_sentences
from quizgen.exercises.common.text import base_level
from quizgen.exercises.words.family import Member, family
from quizgen.exercises.words.family_places import Place, places_in
from quizgen.interfaces import Family
from quizgen.language.circumstances import fact_words
from quizgen.model import Document, Gap, Item, Option

_LABELS = {
    "active": "kata kerja aktif, sebab objek menyusul",
    "agent": "kata kerja pasif, sebab pelaku menyusul sesudah “oleh”",
    "passive": "kata kerja pasif, sebab subjeknya dikenai perbuatan dan tidak ada objek",
    "noun": "kata benda, sebab kata depan mendahuluinya",
    "object": "kata benda untuk kegiatan, sebab menjadi objek “melakukan” atau “mengalami”",
}
_FEWEST_WRONG = 2


class WordFamily:
    """Makes items on words of one root."""

    name = "word-family"
    purpose = "The learner chooses the word of a family that fits a sentence."
    responses = ("choice", "gap")
    family: Family = "vocabulary"
    levels = (3, 6)
    example = "Pabrik itu akan … susu ke Surabaya. → mengirim (bukan pengiriman, dikirim)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each root, a gap item where two sentences ask for two words."""
        places: dict[str, list[Place]] = {}
        for sentence in lone_sentences(document):
            for place in places_in(sentence, document):
                places.setdefault(place.root, []).append(place)
        for found in places.values():
            yield from _items(found)


def _items(places: list[Place]) -> Iterator[Item]:
    first = places[0]
    second = next(
        (p for p in places if p.kind != first.kind and p.sentence.id != first.sentence.id), None
    )
    members = [member for member in family(first.root) if member.form]
    if second:
        made = _banked([first, second], members)
        if made:
            yield made
            return
    made = _choice(first, members)
    if made:
        yield made


def _wrong(place: Place, members: list[Member]) -> list[Member]:
    """Return the members that the frame rules out."""
    excluded = {
        "noun": {"noun", "thing", "agent"},
        "object": {"noun", "thing"},
        "active": {"active"},
    }.get(place.kind, {"passive"})
    if place.kind in {"active", "agent", "passive"} and _joins(place):
        excluded |= {"noun", "thing"}
    return [each for each in members if each.kind not in excluded and each.form != place.word]


def _joins(place: Place) -> bool:
    """Tell whether a noun in the gap could make one idea of the noun before it.

    *Konsensus perkiraan inflasi* is such an idea; *petani pengiriman beras* is none.
    """
    before = place.sentence.tokens[place.index - 1] if place.index else None
    people = fact_words("human") | fact_words("acting") | fact_words("unique")
    return before is not None and before.upos == "NOUN" and before.text.lower() not in people


def _choice(place: Place, members: list[Member]) -> Item | None:
    wrong = _wrong(place, members)[:3]
    if len(wrong) < _FEWEST_WRONG:
        return None
    sentence, here = place.sentence, cite(place.sentence.id)
    label, _, _ = _LABELS[place.kind].partition(",")
    return choice_item(
        "word-family",
        cut(sentence, [(place.index, "…")]),
        key=place.word,
        why=f"Di sini diperlukan {_LABELS[place.kind]} {here}.",
        proof=whole(sentence),
        wrong=mistakes(
            (each.form, f"“{each.form}” adalah {each.label}; di sini diperlukan {label} {here}.")
            for each in wrong
        ),
        process="language",
        level=base_level(sentence),
        rank=0.5 + len(wrong) / 30,
        instruction="Pilihlah kata turunan yang tepat untuk melengkapi kalimat berikut!",
        facts=(f"family:{place.root}",),
        shows=(sentence.id,),
        lemmas=(place.root,),
    )


def _banked(places: list[Place], members: list[Member]) -> Item | None:
    places = sorted(places, key=lambda place: place.sentence.start)
    keys = [place.word for place in places]
    spare = [
        each
        for each in members
        if each.form not in keys and all(each in _wrong(place, members) for place in places)
    ][:2]
    if not spare:
        return None
    bank = [Option(text=word, correct=True) for word in keys]
    bank += [Option(text=each.form, why=f"“{each.form}” adalah {each.label}.") for each in spare]
    unused = {1: " Satu kata tidak digunakan.", 2: " Dua kata tidak digunakan."}[len(spare)]
    ids = tuple(place.sentence.id for place in places)
    told = "; ".join(
        f"rumpang {number} memerlukan {_LABELS[place.kind]}: {place.word} {cite(place.sentence.id)}"
        for number, place in enumerate(places, start=1)
    )
    root = places[0].root
    item = Item(
        id="",
        type="word-family",
        response=Gap(
            answers=tuple((word,) for word in keys),
            bank=tuple(sorted(bank, key=lambda option: option.text)),
        ),
        instruction="Lengkapilah kalimat rumpang berikut dengan kata turunan dari kata dasar "
        f"*{root}* dalam kotak!{unused}",
        prompt="\n".join(
            cut(place.sentence, [(place.index, f"{{{{{number}}}}}")])
            for number, place in enumerate(places, start=1)
        ),
        evidence=tuple(whole(place.sentence) for place in places),
        process="language",
        level=max(base_level(place.sentence) for place in places),
        points=len(places),
        text="hidden",
        explanation=told[:1].upper() + told[1:] + ".",
        lemmas=(root,),
        facts=(*ids, f"family:{root}"),
        reveals=ids,
        rank=0.65,
    )
    return records.identify(item)


EXERCISE = WordFamily()
