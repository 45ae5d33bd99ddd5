"""A small annotated document, built by hand, for all tests of exports."""

import datetime as dt

from quizgen.model import (
    Article,
    Document,
    Entity,
    Quotation,
    Reference,
    Sentence,
    Token,
    VocabularyNote,
)

PARAGRAPHS = (
    "SARUNAI—Ratna meresmikan pasar pada 5 Mei 2025. Pembangunannya dipercepat.",
    "Tanggapan <warga>",
    "Warga | “senang” & \tlega.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def _token(text: str, upos: str, after: int, **more: object) -> Token:
    start = TEXT.index(text, after)
    lemma = str(more.pop("lemma", text.lower()))
    fields: dict[str, object] = {"headword": lemma, "segments": (lemma,)} | more
    return Token(text=text, start=start, end=start + len(text), upos=upos, lemma=lemma, **fields)  # type: ignore[arg-type]


def _sentence(id: str, paragraph: int, text: str, *tokens: Token) -> Sentence:
    start = TEXT.index(text)
    return Sentence(
        id=id, paragraph=paragraph, start=start, end=start + len(text), text=text, tokens=tokens
    )


def _entity(quote: str, type: str, value: str | None = None, canonical: str = "") -> Entity:
    start = TEXT.index(quote)
    return Entity(
        start=start,
        end=start + len(quote),
        quote=quote,
        type=type,
        canonical=canonical or quote,
        value=value,
    )


def document() -> Document:
    """Return the document; only its second sentence is parsed."""
    first = _sentence(
        "s1",
        1,
        "SARUNAI—Ratna meresmikan pasar pada 5 Mei 2025.",
        _token("SARUNAI", "PROPN", 0),
        _token("—", "PUNCT", 0),
        _token("Ratna", "PROPN", 0),
        _token("meresmikan", "VERB", 0, lemma="resmi", segments=("meN-", "resmi", "-kan"), level=4),
        _token("pasar", "NOUN", 0),
        _token("pada", "ADP", 0),
        _token("5", "NUM", 0),
        _token("Mei", "PROPN", 0),
        _token("2025", "NUM", 0),
        _token(".", "PUNCT", 40),
    )
    body = TEXT.index("Pembangunannya")
    second = _sentence(
        "s2",
        1,
        "Pembangunannya dipercepat.",
        _token(
            "Pembangunannya",
            "NOUN",
            body,
            lemma="bangun",
            headword="pembangunan",
            segments=("peN-", "bangun", "-an", "-nya"),
            clitics=("nya",),
            head=1,
            deprel="nsubj:pass",
        ),
        _token(
            "dipercepat",
            "VERB",
            body,
            lemma="cepat",
            segments=("di-", "per-", "cepat"),
            head=1,
            deprel="root",
        ),
        _token(".", "PUNCT", body, head=1, deprel="punct"),
    )
    last = TEXT.index("Warga")
    third = _sentence(
        "s3",
        2,
        PARAGRAPHS[2],
        *(_token(word, "X", last) for word in ("Warga", "|", "“", "senang", "”", "&", "lega", ".")),
    )
    clitic = TEXT.index("nya dipercepat")
    return Document(
        article=Article(
            id="pasar-3",
            paragraphs=PARAGRAPHS,
            headings=frozenset({1}),
            title="Pasar <Baru> & Ramai",
            date=dt.date(2025, 5, 6),
        ),
        sentences=(first, second, third),
        entities=(
            _entity("SARUNAI", "GPE", canonical="Sarunai"),
            _entity("Ratna", "PER", canonical="Ratna Wiguna"),
            _entity("5 Mei 2025", "DATE", "2025-05-05"),
        ),
        references=(
            Reference(
                start=clitic,
                end=clitic + 3,
                anaphor="nya",
                antecedent="pasar",
                sentence="s2",
            ),
        ),
        quotations=(
            Quotation(
                start=TEXT.index("senang"),
                end=TEXT.index("senang") + 6,
                speaker="Warga & kawan",
                speaker_start=last,
                speaker_end=last + 5,
                verb=None,
                direct=True,
                sentence="s3",
            ),
        ),
        vocabulary=(
            VocabularyNote(
                form="meresmikan",
                headword="meresmikan",
                lemma="resmi",
                sentence="s1",
                level=4,
                gloss="to inaugurate",
                definition=None,
                why='jarang "dipakai"',
            ),
        ),
        notices=("Teks <ini> rekaan.",),
    )
