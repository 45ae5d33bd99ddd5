"""Word families: the one word of a root that fits a sentence.

The learner chooses among words of one root, of different class or voice (*mengirim, dikirim,
pengiriman, pengirim*). Trains *kata turunan*. What rules the others out is grammar:

- an active verb between its subject, or an auxiliary, and its object, a thing that can do nothing;
- a passive verb before *oleh* and the agent, or of a thing and without an object;
- a noun with *peN-…-an, ke-…-an* or *per-…-an* after a preposition that takes no verb.

Where two sentences of the text have two words of one root in such frames, they make one gap item
with a box instead.

Known limits: verbs whose object may stay away (*makan, menulis*), ditransitives, and roots whose
other words are rare are left out; nouns are never set against another noun that a thing can be.

Source: Sneddon et al. (2010), ch. 1, on word-building; Bauer & Nation (1993), *Word families*.

>>> from quizgen.exercises._example import show
>>> print(show(EXERCISE, "Pemerintah daerah akan membangun jembatan baru di Kampung Muara."))
Pemerintah daerah akan … jembatan baru di Kampung Muara.
* membangun
- dibangun
- pembangunan
- pembangun
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen import records
from quizgen.exercises._cloze import cut, lone_sentences, named, words
from quizgen.exercises._family import Member, family, is_thing
from quizgen.exercises._text import base_level, cite, whole
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.language.voice import active_of, passive_of
from quizgen.model import Choice, Document, Gap, Item, Option, Sentence, Token

_HELPERS = frozenset(
    {"akan", "telah", "sudah", "sedang", "dapat", "bisa", "harus", "ingin", "mampu", "yang"}
)
_NO_VERB = frozenset({"oleh", "terhadap", "tentang", "mengenai", "atas", "akibat", "berkat"})
"""Prepositions that only a noun can follow."""
_COMMON, _SURE = 3.6, 0.8
_LABELS = {
    "active": "kata kerja aktif, sebab objek menyusul",
    "agent": "kata kerja pasif, sebab pelaku menyusul sesudah “oleh”",
    "passive": "kata kerja pasif, sebab subjeknya dikenai perbuatan dan tidak ada objek",
    "noun": "kata benda, sebab kata depan mendahuluinya",
}
_FEWEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    sentence: Sentence
    index: int
    kind: str
    root: str

    @property
    def word(self) -> str:
        return self.sentence.tokens[self.index].text


class WordFamily:
    """Makes items on words of one root."""

    name = "word-family"
    purpose = "The learner chooses the word of a family that fits a sentence."
    responses = ("choice", "gap")
    levels = (3, 6)
    example = "Pabrik itu akan … susu ke Surabaya. → mengirim (bukan pengiriman, dikirim)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each root, a gap item where two sentences ask for two words."""
        places: dict[str, list[_Place]] = {}
        for sentence in lone_sentences(document):
            for place in _places(sentence, document):
                places.setdefault(place.root, []).append(place)
        for found in places.values():
            yield from _items(found)


def _places(sentence: Sentence, document: Document) -> Iterator[_Place]:
    hidden = named(sentence, document)
    lemmas = [token.lemma for token in sentence.tokens]
    for index in range(1, len(sentence.tokens) - 2):
        token = sentence.tokens[index]
        if index in hidden or not (token.text.islower() and token.text.isalpha()):
            continue
        if token.clitics or zipf(token.text) < _COMMON or lemmas.count(token.lemma) > 1:
            continue
        kind = _kind(sentence, index)
        analysis = analyse(token.text)
        if kind and analysis.known and analysis.root not in words("free_object"):
            yield _Place(sentence=sentence, index=index, kind=kind, root=analysis.root)


def _kind(sentence: Sentence, index: int) -> str | None:
    """Return what the frame asks for, None where it does not decide."""
    tokens = sentence.tokens
    token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    segments = analyse(token.text).segments
    led = before.text.lower() in _HELPERS
    if token.upos == "VERB" and segments[0] == "meN-" and passive_of(token.text):
        root = token.deprel == "root" and token.attachment >= _SURE
        subject = led or before.upos == "PROPN" or (before.upos == "NOUN" and root)
        return "active" if subject and is_thing(after) else None
    if token.upos == "VERB" and segments[0] == "di-" and active_of(token.text):
        if after.text == "oleh" and (led or before.upos in {"NOUN", "PROPN"}):
            return "agent"
        moved = after.upos == "ADP" and is_thing(_subject(sentence, index))
        return "passive" if led and moved else None
    nominal = segments[-1] == "-an" and segments[0] in {"peN-", "ke-", "per-"}
    if token.upos == "NOUN" and nominal and before.text.lower() in _NO_VERB:
        return "noun"
    return None


def _subject(sentence: Sentence, index: int) -> Token | None:
    """Return the word before the auxiliaries of a verb."""
    place = index - 1
    while place > 0 and sentence.tokens[place].text.lower() in _HELPERS:
        place -= 1
    return sentence.tokens[place] if place >= 0 else None


def _items(places: list[_Place]) -> Iterator[Item]:
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


def _wrong(place: _Place, members: list[Member]) -> list[Member]:
    """Return the members that the frame rules out."""
    excluded = {"noun": {"noun", "thing", "agent"}, "active": {"active"}}.get(
        place.kind, {"passive"}
    )
    return [each for each in members if each.kind not in excluded and each.form != place.word]


def _choice(place: _Place, members: list[Member]) -> Item | None:
    wrong = _wrong(place, members)[:3]
    if len(wrong) < _FEWEST - 1:
        return None
    options = (
        Option(
            text=place.word,
            correct=True,
            role="key",
            why=f"Di sini diperlukan {_LABELS[place.kind]} {cite(place.sentence.id)}.",
            evidence=whole(place.sentence),
        ),
        *(
            Option(
                text=each.form,
                role="learner-error",
                why=f"“{each.form}” adalah {each.label}; di sini diperlukan "
                f"{_LABELS[place.kind].partition(',')[0]} {cite(place.sentence.id)}.",
            )
            for each in wrong
        ),
    )
    item = Item(
        id="",
        type="word-family",
        response=Choice(options=options),
        instruction="Pilihlah kata turunan yang tepat untuk melengkapi kalimat berikut!",
        prompt=cut(place.sentence, [(place.index, "…")]),
        evidence=(whole(place.sentence),),
        process="language",
        level=base_level(place.sentence),
        text="hidden",
        lemmas=(place.root,),
        facts=(place.sentence.id, f"family:{place.root}"),
        reveals=(place.sentence.id,),
        rank=0.5 + len(wrong) / 30,
    )
    return records.identify(item)


def _banked(places: list[_Place], members: list[Member]) -> Item | None:
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
