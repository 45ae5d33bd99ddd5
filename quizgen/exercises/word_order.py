"""Put groups of words in order: only where no other order makes a sentence.

The learner rebuilds a sentence. Trains *kaidah bahasa*: what a verb needs behind it, where a
clause may open. The first group has the capital, the last one the full stop; every other order
of the rest is tried against a grammar that accepts too much, and one more that passes drops the
item. So circumstances never stand alone, and two transitive verbs never stand in one item.
Known limits: two shapes of sentence only, with a clause after the object or after *bahwa*; a
text without them gives none.

Source: susun kata as in Indonesian school exams; clauses after Sneddon et al. (2010), 3.93-3.110.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Petani membangun saluran air karena musim kemarau berlangsung lama."))
Susunlah kelompok kata berikut menjadi kalimat yang padu!
1. Petani
2. membangun
3. saluran air
4. karena musim kemarau
5. berlangsung lama.
"""

import random
from collections.abc import Iterator, Sequence

from quizgen import records
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.standard_language import standard
from quizgen.exercises.common.text import base_level, render, resolved, upper_first
from quizgen.exercises.words.chunks import chunks
from quizgen.exercises.words.orders import Chunk, one_order
from quizgen.interfaces import Family
from quizgen.model import Document, Evidence, Item, Option, Ordering, Sentence

_FEWEST, _MOST = 5, 7
_LONGEST = 26
_PROMPT = "Susunlah kelompok kata berikut menjadi kalimat yang padu!"
_WHY = {
    "transitive": "harus langsung diikuti objeknya",
    "clause-verb": "harus langsung diikuti objeknya",
    "bahwa": "hanya dapat berdiri sesudah kata kerja yang melaporkan isi pernyataan",
    "clause": "membuka anak kalimat dan diikuti kata kerjanya",
    "reporting": "diikuti anak kalimat yang diawali dengan “bahwa”",
}


class WordOrder:
    """Makes ordering items from sentences whose groups of words allow one order only."""

    name = "word-order"
    purpose = "The learner puts groups of words in order to make the sentence that they allow."
    responses = ("ordering",)
    family: Family = "language"
    levels = (3, 7)
    example = "mengatakan / Menteri / bahwa harga / turun. → Menteri mengatakan bahwa harga turun."
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each sentence that has one order only."""
        for sentence in document.sentences:
            if _fit(sentence):
                groups = chunks(sentence, document)
                if _FEWEST <= len(groups) <= _MOST and _clear(groups, sentence, document):
                    texts = [render(sentence, document, g.start, g.end) for g in groups]
                    if not _repeats(texts):
                        yield _item(groups, texts, sentence)


def _fit(sentence: Sentence) -> bool:
    return not any(token.text in set('"“”:;?!()') for token in sentence.tokens)


def _clear(groups: Sequence[Chunk], sentence: Sentence, document: Document) -> bool:
    """Tell whether the groups stand alone, are well written and allow one order only."""
    start, end = groups[0].start, groups[-1].end
    if end - start > _LONGEST or not standard(sentence.tokens[start:end]):
        return False
    return resolved(sentence, document, range(start, end)) and one_order(groups)


def _repeats(texts: Sequence[str]) -> bool:
    """Tell whether a long word stands in two groups: a name written out, a clumsy sentence."""
    said = [word for text in texts for word in {w for w in text.lower().split() if len(w) > 4}]
    return len(said) > len(set(said))


def _item(groups: Sequence[Chunk], bare: Sequence[str], sentence: Sentence) -> Item:
    texts = [upper_first(bare[0]), *bare[1:-1], f"{bare[-1]}."]
    start, end = sentence.tokens[groups[0].start].start, sentence.tokens[groups[-1].end - 1].end
    proof = Evidence(sentence.id, sentence.text[start - sentence.start : end - sentence.start])
    options = [
        Option(text=text, correct=True, why=_why(group, text))
        for group, text in zip(groups, texts, strict=True)
    ]
    item = Item(
        id="",
        type="word-order",
        response=Ordering(options=tuple(options)),
        instruction=_PROMPT,
        prompt=_PROMPT,
        evidence=(proof,),
        process="language",
        level=base_level(sentence),
        text="hidden",
        explanation=_explain(groups, texts, sentence),
        lemmas=tuple(sentence.tokens[g.end - 1].lemma for g in groups if g.kind == "transitive"),
        facts=(sentence.id,),
        reveals=(sentence.id,),
        rank=0.4 + len(groups) / 20,
    )
    return records.identify(item)


def _why(group: Chunk, text: str) -> str:
    return f"“{text.rstrip('.')}” {_WHY[group.kind]}." if group.kind in _WHY else ""


def _explain(groups: Sequence[Chunk], texts: Sequence[str], sentence: Sentence) -> str:
    reasons = [
        f"“{text}” {_WHY[group.kind]}"
        for group, text in zip(groups[:-1], texts, strict=False)
        if group.kind in _WHY
    ]
    marked = "Huruf kapital menandai awal dan tanda titik menandai akhir kalimat"
    return f"{marked}; {'; '.join(reasons)} {cite(sentence.id)}."


EXERCISE = WordOrder()
