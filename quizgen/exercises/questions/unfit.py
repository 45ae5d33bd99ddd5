"""Which questions a strict teacher would not ask: the answer is cut, the thing unnamed, or odd.

A gate behind the grammar of questions: each rule names a class of construction. Words are in
``data/unfit.toml``.

Source: the rubric of ratings (intelligible, answerable, one right key); question words after
Sneddon et al. (2010) 3.132-3.148.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from quizgen.exercises.common.tables import words
from quizgen.exercises.questions.lacking import bare_deed, ends_phrase
from quizgen.exercises.questions.questions import Question
from quizgen.exercises.questions.several import counted_out, one_of_several
from quizgen.language.circumstances import fact_words
from quizgen.language.morphology import analyse
from quizgen.language.places import lookup
from quizgen.language.speech import kind_of_saying
from quizgen.lexicon import dictionary
from quizgen.model import Document, Sentence, Token

_PARTS = frozenset({"subject", "object", "agent"})
_PRICED = frozenset({"MONEY", "PERCENT"})
_SHOUTED = 4
_BRIEF = 8
_JOINING = frozenset({"CCONJ", "SCONJ"})
_PART = re.compile(r"[\w-]+|[^\w\s]")
_ORDINAL = re.compile(
    r"^\w+ (?:pertama|kedua|ketiga|keempat|terakhir|lain|lainnya)$", re.IGNORECASE
)
_BARE_UNIT = re.compile(
    r"(?<=\s)(?:\d[\d.]*|[a-z]+ (?:puluh|ratus|ribu)|dua|tiga|empat|lima|enam|tujuh|delapan"
    r"|sembilan|sepuluh|…) (?:unit|buah|ekor|butir|lembar)"
    r"(?=[,.?]| (?:di|ke|pada|untuk|dari|oleh|yang|dalam)\b)"
    r"|^Berapa (?:unit|buah|ekor|butir|lembar) yang\b"
)
"""So many pieces of nothing: *memasang 20 unit di dua kecamatan*."""
_DOUBLED = re.compile(r"… kali lipat\b|\b(?:akhir|awal) pukul\b")
"""What two figures beside it tell; and an hour that has neither end nor beginning."""
_APPOSED = re.compile(
    r",\s(?:…|Rp[\d.,]+(?: \w+)?)[.?]*$|^Untuk mencegah (?:kejadian|hal|peristiwa)\b"
)
"""A sum that only explains, *seluruh biaya, Rp17 juta*, and what happened that has no name."""
_SIZED = re.compile(rf"\b(?:{'|'.join(sorted(words('unfit', 'sized')))}) …", re.IGNORECASE)
_PERSON = re.compile(r"pe(?:m|n|ng|ny)?[a-z]{4,}(?<!an)$")
_POINTED = re.compile(r"\b(?:di (?:atas|bawah|muka)|berikut(?:nya)?)$")
_HELPER_LEFT = re.compile(r"\boleh [^?,]*\b(?:tengah|sedang|masih)(?:\?$| (?:di|pada|untuk)\b)")
"""A helper of the active verb behind its doer: *dibenahi oleh pemerintah daerah tengah*."""
_HEARSAY = re.compile(r"\b(?:bilang|konon|kabarnya)\b", re.IGNORECASE)
"""Marks of what somebody tells that no verb of saying shows."""
_COUNTERS = "ekor|unit|buah|butir|lembar|batang|keping|helai|pucuk"
_OF_NOTHING = re.compile(
    rf"\b[Bb]erapa (?:{_COUNTERS}) (?:yang|di|me|ber|ter)|"
    r"\b[Ss]ebanyak …,? (?:di|me|ber|ter)[a-z]+|^\S+ …,? (?:di|me|ber|ter)[a-z]+"
)
_PUT_OFF = re.compile(r"\bsedianya\b")
"""What was to be at another time, which the stem has lost: *yang sedianya rampung*."""
_HOW_OFTEN = re.compile(r"\boleh [^?,]+ \w+ kali\?$")
"""How often, behind a doer to whom it then seems to belong: *timnas U-19 enam kali*."""


def unfit(question: Question, document: Document) -> bool:
    """Tell whether a question is one that no strict teacher would ask."""
    return (
        unfit_stem(question.stem, question.fact.sentence, heard=question.word == "siapa")
        or (question.word == "apa" and _no_thing(question))
        or (question.word == "pihak mana" and _starts(question.key, "no_party"))
        or (question.slot in _PARTS and (_cut_key(question.key) or _relative(question.key)))
        or (question.slot in {"time", "duration"} and _opens(question, "time_openers"))
        or (question.slot == "place" and _opens(question, "place_openers"))
        or (question.slot == "time" and question.fact.verb_form() in words("unfit", "aiming"))
        or (question.slot == "amount" and counted_out(question.stem))
        or _HELPER_LEFT.search(question.stem) is not None
        or _HOW_OFTEN.search(question.stem) is not None
        or (question.slot in _PARTS and one_of_several(question.key, document))
        or _unasked_amount(question, document)
        or _ends_in_time(question)
        or _for_what(question)
        or _unpointed(question)
        or question.fact.verb_form() in words("unfit", "needy_verbs")
        or _second_verb(question.fact.tokens, question.fact.verb, question.fact.end)
    )


def unfit_stem(stem: str, sentence: Sentence, *, heard: bool = False) -> bool:
    """Tell whether what a question or a completion says is shouted, or of something unnamed.

    Who said or did something is known without the name of a firm, not without that of a deed:
    such a question is ``heard``.
    """
    nothing = bare_deed(stem) if heard else names_nothing(stem)
    hearsay = not stem.startswith("Menurut ") and _HEARSAY.search(sentence.text) is not None
    late = _PUT_OFF.search(stem) is not None and not any(char.isdigit() for char in stem)
    unsound = late or shouted(sentence) or severed(sentence) or hearsay or _misnamed(stem, sentence)
    empty = _OF_NOTHING.search(stem) is not None or _BARE_UNIT.search(stem) is not None
    told = _SIZED.search(stem) or _DOUBLED.search(stem) or _APPOSED.search(stem)
    return unsound or nothing or empty or told is not None


def names_nothing(text: str) -> bool:
    """Tell whether a thing, a deed or a share is spoken of without what tells which or of what.

    >>> names_nothing("Berapa persen saham perseroan melesat?")
    True
    >>> names_nothing("Berapa persen saham PT Samudra melesat?")
    False
    >>> names_nothing("Dalam berapa fase pembangunan dilakukan?")
    True
    """
    parts = _PART.findall(text)
    return (
        any(_alone(parts, i) for i in range(1, len(parts)))
        or any(_share_of_nothing(parts, i) for i in range(len(parts)))
        or bare_deed(text)
    )


def _alone(parts: Sequence[str], index: int) -> bool:
    """Tell whether a noun like *perseroan* ends its phrase: no name and no noun follows."""
    if parts[index] not in words("unfit", "unnamed"):
        return False
    following = (*parts[index + 1 :], ".")[0]
    # At the end of a longer question it only tells a circumstance: *lewat situs perusahaan*.
    return ends_phrase(following) and (following != "?" or len(parts) <= _BRIEF)


def _share_of_nothing(parts: Sequence[str], index: int) -> bool:
    after = {part.lower() for part in parts[index + 1 :]}
    return parts[index].lower() in words("unfit", "shares") and not (
        after & words("unfit", "share_of")
    )


def shouted(sentence: Sentence) -> bool:
    """Tell whether a sentence opens in capitals that are no acronym: *LAMPU kota padam*."""
    first = next((token for token in sentence.tokens if token.text.isalpha()), None)
    if first is None or not first.text.isupper() or len(first.text) < _SHOUTED:
        return False
    return dictionary().get(first.text.lower()) is not None


def severed(sentence: Sentence) -> bool:
    """Tell whether a sentence is the rest of one: it opens in small letters after a break."""
    return sentence.text[:1].islower()


def _misnamed(stem: str, sentence: Sentence) -> bool:
    """Tell whether a common noun keeps the capital of its sentence: *Berapa lama Guncangan …?*."""
    first = next((token.text for token in sentence.tokens if token.text.isalpha()), "")
    entry = dictionary().get(first.lower())
    common = entry is not None and entry.senses[0].upos == "NOUN" and lookup(first) is None
    area = "|".join(sorted(word.title() for word in words("wordings", "areas")))
    follows = rf"[a-z]|(?:{area})\b" if first.lower() in fact_words("plural") else "[a-z]"
    return common and re.search(rf"\w,? {re.escape(first)} (?:{follows})", stem) is not None


def _no_thing(question: Question) -> bool:
    """Tell whether *apa* asks for a rank, a source, a sum, a clause or half an idiom."""
    if any(_starts(question.key, name) for name in ("ranks", "witnesses", "people")):
        return True
    if _doer(question.key.split()[0].lower()) or _POINTED.search(question.key):
        return True
    fact, slot = question.fact, question.slot
    verb = fact.verb_form()
    if slot == "subject" and verb in words("unfit", "qualities"):
        return True
    idiom = verb in words("unfit", "light_verbs") and (
        fact.tokens[min(fact.verb + 1, len(fact.tokens) - 1)].text.lower()
        in words("unfit", "light_objects")
    )
    taken = verb in words("unfit", "light_verbs") and _starts(question.key, "light_objects")
    if idiom or taken:
        return True
    if slot == "subject" and verb in words("mains", "light") | fact_words("reaching"):
        return True
    if slot == "object" and _sum(question.key):
        return True
    first, *rest = question.key.split()
    if first.lower() in words("mains", "doers") and rest and rest[0][:1].isupper():
        # *Balai Besar Kenari* is a body: no *apa* asks for what it does.
        return True
    clause = slot == "object" and _clausal(question.key)
    return clause or names_nothing(f"Apa {question.key}.")


def _doer(word: str) -> bool:
    """Tell whether an unknown word is built like a noun for a person: *penderes*."""
    return _PERSON.match(word) is not None and dictionary().get(word) is None


def _sum(key: str) -> bool:
    """Tell whether an object is a sum or so many of a thing: *penjualan 150 ribu unit*."""
    before = re.split(r"\b(?:se(?:besar|nilai|banyak|panjang|luas)|yang)\b", key)[0]
    return (
        re.search(r"\bRp\s?\d|\d ?(?:%|persen\b|ribu\b|juta\b)|\b\d[\d.,]* [a-z]", before)
        is not None
    )


def _clausal(key: str) -> bool:
    """Tell whether an object is a clause: *operasi pasar akan berpengaruh*."""
    before = key.lower().partition(" yang ")[0].split()
    return bool({"akan", "telah", "sudah", "sedang", "tidak", "belum", "bisa"} & set(before))


def _starts(key: str, name: str) -> bool:
    return key.lower().split()[0] in words("unfit", name)


def _cut_key(key: str) -> bool:
    """Tell whether an answer ends where its phrase does not: *Festival yang berlangsung lima*."""
    said = key.lower().split()
    return len(said) > 1 and said[-1] in words("unfit", "cut_after")


def _opens(question: Question, openers: str) -> bool:
    """Tell whether a question opens with another of what it asks: *Selama libur, kapan …?*."""
    return question.stem.split()[0].lower() in words("unfit", openers)


def _relative(key: str) -> bool:
    """Tell whether an answer has another name in the text: *permohonan kedua, anak pertama*."""
    return _ORDINAL.search(key) is not None


def _unasked_amount(question: Question, document: Document) -> bool:
    """Tell whether an amount has lost its time, or stands there for nothing: *menawar 3 persen*."""
    fact, entity = question.fact, question.entity
    sentence = fact.sentence
    if question.slot == "amount" and entity is not None and entity.type in _PRICED:
        dates = [e for e in document.entities_in(sentence) if e.type == "DATE"]
        return any(not {e.quote, e.canonical} & _within(question.stem, e.quote, e.canonical)
                   for e in dates)  # fmt: skip
    after = fact.verb + 1
    if question.slot != "subject" or after >= fact.end:
        return False
    known = words("amount_questions", "changing") | words("amount_questions", "reaching")
    amount = next(
        (
            e
            for e in document.entities_in(sentence)
            if e.type in _PRICED and e.start == fact.tokens[after].start
        ),
        None,
    )
    ends = amount is not None and fact.tokens[fact.end - 1].end == amount.end
    active = analyse(fact.verb_form()).segments[0] == "meN-"
    return ends and active and fact.verb_form() not in known | fact_words("reaching")


def _within(stem: str, *quotes: str) -> set[str]:
    return {quote for quote in quotes if quote in stem}


def _ends_in_time(question: Question) -> bool:
    """Tell whether a clause ends in an amount of time that says how long after something else."""
    fact = question.fact
    if fact.end >= len(fact.tokens):
        return False
    unit, after = fact.tokens[fact.end - 1].text.lower(), fact.tokens[fact.end].text.lower()
    return unit in words("unfit", "time_units") and after in words("unfit", "after_time")


def _for_what(question: Question) -> bool:
    """Tell whether what so much is needed for was cut off: *perlu dua bulan | untuk menenun*."""
    fact = question.fact
    needs = fact.verb_form() in words("unfit", "needing")
    return needs and fact.end < len(fact.tokens) and fact.tokens[fact.end].text.lower() == "untuk"


def _unpointed(question: Question) -> bool:
    """Tell whether *itu* was left out after a common noun: *dampak aturan tersebut*."""
    fact = question.fact
    for before, token in pairwise(fact.tokens[fact.start : fact.end + 1]):
        pointing = token.text.lower() in {"ini", "itu", "tersebut"} and before.upos == "NOUN"
        if pointing and f"{before.text} {token.text}".lower() not in question.stem.lower():
            return f"{before.text.lower()}" in question.stem.lower()
    return False


def _second_verb(tokens: Sequence[Token], verb: int, end: int) -> bool:
    """Tell whether the true predicate comes later: *HET pupuk bersubsidi telah diatur*."""
    if kind_of_saying(tokens[verb].text.lower()) or tokens[verb].segments[0] == "meN-":
        return False
    for token in tokens[verb + 1 : end]:
        low = token.text.lower()
        if low in words("unfit", "second_helpers"):
            return True
        if token.upos in _JOINING or low in {"yang", ","}:
            return False
    return False
