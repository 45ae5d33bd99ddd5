"""Sentences that an exercise may print alone: complete, standard, and pointing to nothing.

Source: EYD V for the slips of spelling that keep a sentence from being a model.
"""

import re
from collections.abc import Sequence
from functools import cache

from quizgen.language.notices import standard_words
from quizgen.language.sentences import dateline_end
from quizgen.language.slips import slip
from quizgen.model import Sentence, Token

_SHORTEST, _LONGEST = 6, 30
_OPENING = frozenset({"NOUN", "PROPN", "ADP", "NUM", "DET", "SCONJ", "VERB"})
_POINTING = frozenset(
    """ini itu tersebut ia dia beliau mereka keduanya ketiganya semuanya begitu demikian sana situ
    sini tadi tadinya pihaknya sebelumnya sesudahnya selanjutnya berikutnya lainnya nanti kemarin
    besok lusa pula serupa senada dimaksud tsb""".split()
)
_SPEAKER = frozenset({"kami", "kita", "saya", "aku", "kamu", "anda"})
_PERIODS = frozenset(
    "saat hari pekan minggu bulan tahun semester kuartal sejauh selama dewasa".split()
)
_PERSONS = frozenset({"ia", "dia", "mereka"})
_QUOTED = re.compile(
    r"^[“\"](?P<said>[^“”\"]+)[,.!?][”\"]\s(?:kata|ujar|ucap|tutur|jelas|ungkap|tegas|papar|terang|urai|imbuh|lanjut|tambah|papar|sebut)\s"
    r"(?P<rest>[A-Z][^“”\"]+\.)$"
)
"""What somebody says, whole, and who says it."""
_FIXED_NYA = frozenset(
    """akhirnya biasanya hanya khususnya misalnya sebaiknya sebenarnya seharusnya sepenuhnya
    setidaknya sedikitnya tampaknya umumnya utamanya antaranya""".split()
)
_OWNED_FROM = 5
"""A *-nya* or *ia* from this token on is explained by the sentence itself."""
_LINKS = frozenset(
    """namun selain sementara akibatnya sebaliknya sedangkan apalagi lalu kemudian bahkan padahal
    adapun sang si tetapi dan terlebih semua seluruhnya pasalnya sebab""".split()
)
_MONTHS = "januari|februari|maret|april|juni|juli|agustus|september|oktober|november|desember"
_SLIPS = re.compile(
    rf"""^(?:Meskipun|Walaupun|Sehingga|Karena|Tapi),|\bRp\.|\bRp\s\d|,-|\d\s?(?:milyar|trilyun)|\b\d+\s(?:{_MONTHS})\b|\b(?:di|ke)-?\s?\d+\b
    |\bke\s\d|\s[,.;:?!]|[,;](?=[A-Za-z])|\s\s|\bdi\s(?:me|ber)\w+|,\s?,|\.\.|\b\w+2\b(?!\s?[,.)])
    |\b(?:siapa|apa|mana|kapan|berapa)pun\b|\b[Jj]elang\s|\b(?:usai|demi|guna|untuk)\s(?:[a-z]+(?<!la)(?<!da)i)\b(?=\s[A-Z])
    |\b(?:diisukan|siap|bakal|akan|ingin|mau|bisa|dapat|usai)\s(?:incar|hadapi|gelar|bantu|buka|ajak|jaga|cari
      |tolak|serang|dukung|lakukan|berikan|beri|bawa|jual|beli|hapus|temui|kunjungi|pimpin|susun)\b
    |\b(?:PT|CV)\.|\b(?:para)\s(\w+)-\1|\b(?:bapak|ibu|presiden|gubernur|bupati|menteri)\s[A-Z]
    |\b\d{{4,}}\s(?:orang|warga|unit|rumah|ton|kilo|meter|hektare|ekor|jiwa|buah|personel)
    |\d\.\d\s?(?:persen|%)|\b(?:dll|dsb|yg|dgn|oke|bilang|gak|banget|utk|tdk|pd|spt|thn)\b\.?""",
    re.VERBOSE,
)
_WRONGLY_APART = re.compile(
    r"\b(di|ke)\s(?:kenal|bangun|lakukan|buat|ikuti|mulai|hadiri|gelar|minta|ketahui|laksanakan"
    r"|berikan|jadikan|kunjungi|pimpin|dampingi|temukan|duga|sebut|tangkap|amankan|nilai|terima)\b"
)


def opening(sentence: Sentence) -> int:
    """Return the offset in the sentence's text where it starts, after its dateline.

    A dateline is cut off only where the rest begins like a sentence.
    """
    return dateline_end(sentence.text)


def presentable(sentence: Sentence) -> bool:
    """Tell whether the sentence can be printed without the others, as good Indonesian."""
    cut = sentence.start + opening(sentence)
    tokens = [token for token in sentence.tokens if token.start >= cut]
    text = sentence.text[opening(sentence) :]
    return (
        _SHORTEST <= len(tokens) <= _LONGEST
        and tokens[-1].text == "."
        and (_is_quotation(text) or (_opens(text, tokens[0]) and _quiet(text)))
        and not _points(tokens)
        and tidy(tokens, text)
        and any(token.upos in {"VERB", "AUX"} for token in tokens)
    )


def tidy(tokens: Sequence[Token], text: str) -> bool:
    """Tell whether words and spelling are standard, as far as can be told."""
    return (
        slip(tokens) is None
        and not _SLIPS.search(text)
        and not _WRONGLY_APART.search(text)
        and not nonstandard().search(text)
        and not _half_apposition(tokens)
    )


def _half_apposition(tokens: Sequence[Token]) -> bool:
    """Tell whether a name after a comma lacks its second one: *Pelatih Jepang, Budi Santo mengaku*.
    """
    comma = next((i for i, token in enumerate(tokens) if token.text == ","), 0)
    if not comma or any(token.upos not in {"NOUN", "PROPN", "ADJ"} for token in tokens[:comma]):
        return False
    end = comma + 1
    while end < len(tokens) and tokens[end].upos == "PROPN" and tokens[end].text[:1].isupper():
        end += 1
    return end > comma + 1 and tokens[end].text[:1].islower() and tokens[end].upos != "CCONJ"


def _opens(text: str, first: Token) -> bool:
    plain = first.upos in _OPENING and first.text.lower() not in _LINKS
    return plain and text[:1].isupper()


def _is_quotation(text: str) -> bool:
    """Tell whether a sentence is one whole quotation with its speaker's name."""
    found = _QUOTED.match(text)
    if found is None or len(found["said"].split()) < _SHORTEST:
        return False
    return found["said"][:1].isupper() and _quiet(found["said"] + found["rest"])


def _quiet(text: str) -> bool:
    """Tell whether a sentence neither quotes, asks nor breaks off; dates may be in brackets."""
    bare = re.sub(r"\s\((?:\d{1,2}/\d{1,2}(?:/\d{4})?|\d{1,2}|[A-Z]{2,})\)", "", text)
    return not re.search(r"[\"“”‘’'?!:;()\[\]–—…*•|/]|\s-|-\s", bare)


def _points(tokens: Sequence[Token]) -> bool:
    return any(_is_lost(index, tokens) for index in range(len(tokens)))


def _is_lost(index: int, tokens: Sequence[Token]) -> bool:
    """Tell whether a word points to something that the sentence itself does not name before."""
    token, word = tokens[index], tokens[index].text.lower()
    if word in _SPEAKER:
        return tokens[0].text not in {"“", '"'}
    if word in _PERSONS and index >= _OWNED_FROM and tokens[0].upos in {"NOUN", "PROPN"}:
        return False
    if word in _POINTING:
        before = tokens[index - 1].text.lower() if index else ""
        named = before in {each.text.lower() for each in tokens[: max(0, index - 1)]}
        period = word == "ini" and before in _PERIODS
        return not (period or (word in {"itu", "tersebut"} and before.isalpha() and named))
    return "nya" in token.clitics and index < _OWNED_FROM and word not in _FIXED_NYA


@cache
def nonstandard() -> re.Pattern[str]:
    """Return a pattern of the non-standard spellings that are known, any case."""
    from quizgen.exercises._standard_words import standard_forms

    known = {wrong for form in standard_forms() for wrong in form.wrong} | set(standard_words())
    longest = sorted(known, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])", re.IGNORECASE)
