"""CoNLL-U: one word a line, for treebank tools."""

from collections.abc import Iterator

from quizgen.model import Document, Sentence, Token


class Conllu:
    """Ten columns a word, as Universal Dependencies has them.

    Source: https://universaldependencies.org/format.html
    """

    name = "conllu"
    suffix = ".conllu"
    purpose = "CoNLL-U with lemmas, parts of speech and morphology, for treebank tools."

    def export(self, document: Document) -> bytes:
        """Return every sentence that has tokens; ``# text`` is spelled from these.

        HEAD and DEPREL are ``_`` where nothing was parsed: a validator that wants a tree says so,
        and every parser fills the gap. MISC has the clitics and the segments, each joined by ``+``,
        and the headword; a ``|`` in a value is written ``\\p``. Names are not written.
        """
        lines = [f"# newdoc id = {_line(document.article.id)}"]
        paragraph = None
        for sentence in document.sentences:
            if sentence.tokens:
                new = sentence.paragraph != paragraph
                lines += _sentence(sentence, document, new_paragraph=new)
                paragraph = sentence.paragraph
        return "".join(f"{line}\n" for line in lines).encode()


def _sentence(sentence: Sentence, document: Document, *, new_paragraph: bool) -> Iterator[str]:
    name = _line(document.article.id)
    tokens = sentence.tokens
    spaced = [_spaced(token, document.article.text) for token in tokens]
    if new_paragraph:
        yield f"# newpar id = {name}-p{sentence.paragraph}"
    yield f"# sent_id = {name}-{sentence.id}"
    words = (_line(t.text) + " " * after for t, after in zip(tokens, spaced, strict=True))
    yield f"# text = {''.join(words).rstrip()}"
    for index, (token, after) in enumerate(zip(tokens, spaced, strict=True)):
        yield "\t".join(_columns(token, index, after))
    yield ""


def _spaced(token: Token, text: str) -> bool:
    """Tell whether white space or the end of the text follows."""
    return text[token.end : token.end + 1].strip() == ""


def _columns(token: Token, index: int, spaced: bool) -> tuple[str, ...]:
    head = "_"
    if token.head is not None:
        head = "0" if token.head == index else str(token.head + 1)
    misc = {
        "Clitics": "+".join(token.clitics),
        "Headword": token.headword,
        "Seg": "+".join(token.segments),
        "SpaceAfter": "" if spaced else "No",
    }
    pairs = "|".join(f"{key}={_value(value)}" for key, value in misc.items() if value)
    form, lemma = _line(token.text), _line(token.lemma)
    return (
        str(index + 1), form, lemma or form, token.upos or "X", "_", "_",
        head, token.deprel or "_", "_", pairs or "_",
    )  # fmt: skip


def _value(text: str) -> str:
    return _line(text).replace("\\", "\\\\").replace("|", "\\p")


def _line(text: str) -> str:
    """Return the text without tabs and line ends, which would break the columns."""
    return " ".join(text.split())


EXPORT = Conllu()
