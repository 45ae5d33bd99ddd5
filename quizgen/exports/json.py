"""JSON: one object with everything that is known of a text."""

import json
from typing import Any

from quizgen.language.fact import Adjunct, Fact
from quizgen.language.facts import facts
from quizgen.language.readability import readability
from quizgen.language.trees import Phrase
from quizgen.model import Document, Entity, Quotation, Reference, Sentence, Token, VocabularyNote


class Json:
    """The record that scripts read."""

    name = "json"
    suffix = ".json"
    purpose = "One JSON object with the text, its tokens, names, references and hard words."

    def export(self, document: Document) -> bytes:
        """Return the object as UTF-8; offsets are characters, 0-based, end exclusive.

        ``head`` and ``deprel`` are null where nothing was parsed.
        """
        text = json.dumps(document_record(document), ensure_ascii=False, indent=1)
        return f"{text}\n".encode()


def document_record(document: Document) -> dict[str, Any]:
    """Return everything that is known of a text as plain lists and dictionaries."""
    return {
        "title": document.article.title,
        "text": document.article.text,
        "sentences": [_sentence(sentence) for sentence in document.sentences],
        "entities": [_entity(entity) for entity in document.entities],
        "references": [_reference(reference) for reference in document.references],
        "quotations": [_quotation(quotation) for quotation in document.quotations],
        "vocabulary": [_note(note) for note in document.vocabulary],
        "facts": [_fact(fact) for fact in facts(document)],
        "readability": _readability(document),
        "notices": list(document.notices),
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "id": sentence.id,
        "paragraph": sentence.paragraph,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "tokens": [_token(token) for token in sentence.tokens],
    }


def _token(token: Token) -> dict[str, Any]:
    return {
        "text": token.text,
        "start": token.start,
        "end": token.end,
        "upos": token.upos,
        "lemma": token.lemma,
        "headword": token.headword,
        "segments": list(token.segments),
        "clitics": list(token.clitics),
        "head": token.head,
        "deprel": token.deprel,
        "zipf": token.zipf,
        "level": token.level,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "start": entity.start,
        "end": entity.end,
        "quote": entity.quote,
        "type": entity.type,
        "canonical": entity.canonical,
        "value": entity.value,
    }


def _reference(reference: Reference) -> dict[str, Any]:
    return {
        "start": reference.start,
        "end": reference.end,
        "anaphor": reference.anaphor,
        "antecedent": reference.antecedent,
        "sentence": reference.sentence,
        "confidence": reference.confidence,
    }


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {
        "start": quotation.start,
        "end": quotation.end,
        "speaker": quotation.speaker,
        "speaker_start": quotation.speaker_start,
        "speaker_end": quotation.speaker_end,
        "verb": quotation.verb,
        "direct": quotation.direct,
        "sentence": quotation.sentence,
        "confidence": quotation.confidence,
    }


def _note(note: VocabularyNote) -> dict[str, Any]:
    return {
        "form": note.form,
        "headword": note.headword,
        "lemma": note.lemma,
        "sentence": note.sentence,
        "level": note.level,
        "gloss": note.gloss,
        "definition": note.definition,
        "why": note.why,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "sentence": fact.sentence.id,
        "voice": fact.voice,
        "relation": fact.relation,
        "negated": fact.negated,
        "open": fact.open,
        "predicate": _span(fact.predicate, fact),
        "subject": _span(fact.subject, fact),
        "object": _span(fact.object, fact),
        "complement": _span(fact.complement, fact),
        "adjuncts": [_adjunct(adjunct, fact) for adjunct in fact.adjuncts],
        "confidence": round(fact.confidence, 3),
    }


def _span(phrase: Phrase | None, fact: Fact) -> dict[str, Any] | None:
    return None if phrase is None else _between(phrase.start, phrase.end, fact)


def _between(first: int, end: int, fact: Fact) -> dict[str, Any]:
    start, stop = fact.tokens[first].start, fact.tokens[end - 1].end
    offset = fact.sentence.start
    return {"start": start, "end": stop, "text": fact.sentence.text[start - offset : stop - offset]}


def _adjunct(adjunct: Adjunct, fact: Fact) -> dict[str, Any]:
    return {"role": adjunct.role, **_between(adjunct.start, adjunct.end, fact)}


def _readability(document: Document) -> dict[str, Any] | None:
    found = readability(document)
    if found is None:
        return None
    return {
        "level": found.level,
        "score": found.score,
        "features": {
            each.name: {"value": each.value, "level": each.level} for each in found.features
        },
        "long_sentences": list(found.long),
        "nested_sentences": list(found.nested),
        "rare_words": list(found.rare),
    }


EXPORT = Json()
