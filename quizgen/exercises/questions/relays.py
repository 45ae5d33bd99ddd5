"""From which outlet the text has somebody's words: *kata X, dikutip dari Reuters, Senin (9/6)*.

Source: how Indonesian news marks what another outlet reported first; own grammar, words in
``data/occasions.toml``.
"""

import re
from collections.abc import Iterator

from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.names import SURE
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.written_item import written_item
from quizgen.exercises.questions.occasions import involved, likely_people
from quizgen.exercises.voices.doubts import doubtful
from quizgen.language.periods import WEEKDAYS
from quizgen.model import Document, Evidence, Item, Quotation, Sentence

_RANK = 0.65
_RELAY = re.compile(
    r"\b(?i:di(?:kutip|lansir)(?:\sdari|\soleh)?|me(?:ngutip|lansir)(?:\sdari)?)\s"
    r"(?:media\s|[Kk]antor\s[Bb]erita\s|harian\s|surat\skabar\s)?"
    r"(?P<outlet>(?:[A-Z]|detik)[\w.]*(?:\s[A-Z][\w.]*){0,3}?)"
    rf"(?=,|\.?$|\.\s|\s(?:pada|{'|'.join(WEEKDAYS)})\b)"
)
_POSTED = re.compile(
    r"\b(?:media sosial|medsos|akun|unggahan|cuitan|Instagram|Facebook|Twitter|X|TikTok"
    r"|Truth Social)\b"
)
_ADDRESS = re.compile(r"\w\.(?:com|id|co|net|org|tv)\b", re.IGNORECASE)


def relay_answers(document: Document) -> Iterator[Item]:
    """Yield the question for the outlet of each sure speaker whose words are of one outlet."""
    known = likely_people(document)
    for name in dict.fromkeys(quotation.speaker for quotation in document.quotations):
        said = [q for q in document.quotations if q.speaker == name and _sure(q, document)]
        if name not in known or involved(known[name], document):
            continue
        if any(_POSTED.search(document.sentence(quotation.sentence).text) for quotation in said):
            # *Tulis X di media sosial, dilansir Y*: either is where the words are from.
            continue
        told = [found for quotation in said for found in _relays(quotation, document)]
        if told and len({outlet for outlet, _, _ in told}) == 1:
            outlet, home, quote = told[0]
            yield written_item(
                f"Dari media apa keterangan {name} dikutip?",
                (outlet,),
                word="apa",
                why=f"Keterangan {name} dikutip dari {outlet} {cite(home.id)}.",
                proof=Evidence(home.id, quote),
                home=home,
                facts=(f"occasion:{name}", f"outlet:{outlet}"),
                rank=_RANK,
            )


def _sure(quotation: Quotation, document: Document) -> bool:
    return quotation.confidence >= SURE and not doubtful(quotation, document)


def _relays(quotation: Quotation, document: Document) -> Iterator[tuple[str, Sentence, str]]:
    """Yield (outlet, sentence, quote) from the words around a quotation."""
    for home in document.sentences:
        if not (home.start < quotation.end and quotation.start < home.end):
            continue
        for found in _RELAY.finditer(home.text):
            at = home.start + found.start()
            if not quotation.start <= at < quotation.end and is_outlet(found["outlet"]):
                yield found["outlet"].rstrip("."), home, found[0]


def is_outlet(name: str) -> bool:
    """Tell whether a name is a news outlet's.

    >>> is_outlet("Kabarlaut.com"), is_outlet("Reuters"), is_outlet("Badan Pusat Statistik")
    (True, True, False)
    """
    said = name.lower().split()
    listed = any(word in words("occasions", "outlets") for word in said)
    return listed or said[0].startswith("detik") or _ADDRESS.search(name) is not None
