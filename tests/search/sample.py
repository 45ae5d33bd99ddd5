"""Two small texts, tokens and names built by hand."""

from quizgen.model import Article, Document, Entity, Sentence, Token

_WORDS = {
    "mengumumkan": ("VERB", "umum", ("meN-", "umum", "-kan")),
    "memperkenalkannya": ("VERB", "kenal", ("meN-", "per-", "kenal", "-kan", "-nya")),
    "diumumkan": ("VERB", "umum", ("di-", "umum", "-kan")),
    "negara-negara": ("NOUN", "negara", ("negara", "R")),
    "kemerah-merahan": ("ADJ", "merah", ("ke-", "merah", "R", "-an")),
    "kesehatan": ("NOUN", "sehat", ("ke-", "sehat", "-an")),
    "besar": ("ADJ", "besar", ("besar",)),
    "bahwa": ("SCONJ", "bahwa", ("bahwa",)),
    "Bank": ("PROPN", "Bank", ("Bank",)),
    "Indonesia": ("PROPN", "Indonesia", ("Indonesia",)),
    "(": ("PUNCT", "(", ("(",)),
    ")": ("PUNCT", ")", (")",)),
    ",": ("PUNCT", ",", (",",)),
    ".": ("PUNCT", ".", (".",)),
}
_HEADWORDS = {"diumumkan": "mengumumkan", "memperkenalkannya": "memperkenalkan"}


def document(
    id: str, *sentences: str, level: int | None = None, topic: str | None = None
) -> Document:
    """Return an analysed text of one paragraph; words stand apart, and *Bank Indonesia* is ORG."""
    text, made, entities = " ".join(sentences), [], []
    start = 0
    for number, sentence in enumerate(sentences, start=1):
        made.append(_sentence(f"s{number}", sentence, start))
        at = sentence.find("Bank Indonesia")
        if at >= 0:
            entities.append(_name(start + at))
        start += len(sentence) + 1
    article = Article(id=id, paragraphs=(text,), level=level, topic=topic)
    return Document(article=article, sentences=tuple(made), entities=tuple(entities))


def _name(start: int) -> Entity:
    quote = "Bank Indonesia"
    full = "Bank Indonesia Pusat"
    return Entity(start=start, end=start + len(quote), quote=quote, type="ORG", canonical=full)


def _sentence(id: str, text: str, start: int) -> Sentence:
    tokens, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        tokens.append(_token(word, start + at))
        at += len(word)
    return Sentence(
        id=id, paragraph=1, start=start, end=start + len(text), text=text, tokens=tuple(tokens)
    )


def _token(word: str, start: int) -> Token:
    upos, lemma, segments = _WORDS.get(word, ("NOUN", word.lower(), (word.lower(),)))
    return Token(
        text=word,
        start=start,
        end=start + len(word),
        upos=upos,
        lemma=lemma,
        headword=_HEADWORDS.get(word, word.lower()),
        segments=segments,
    )


def documents() -> list[Document]:
    """Return two texts on two levels and topics."""
    return [
        document(
            "bank-3",
            "Bank Indonesia mengumumkan bahwa harga naik .",
            "Harga itu diumumkan Bank Indonesia .",
            level=3,
            topic="ekonomi",
        ),
        document(
            "langit-4",
            "Ilmuwan besar memperkenalkannya kepada negara-negara .",
            "Langit kemerah-merahan , tanda kesehatan besar .",
            level=4,
            topic="sains",
        ),
    ]
