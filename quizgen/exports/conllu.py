"""CoNLL-U: one word a line, for treebank tools."""

from collections.abc import Iterable, Iterator, Sequence

from quizgen.exports._ud import tree
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
        and every parser fills the gap. A relation that UD rules out is ``dep``, and what the parser
        gave stands in MISC as ``Parsed``; there are, too, the clitics and the segments, each joined
        by ``+``, and the headword; a ``|`` in a value is written ``\\p``. Names are not written.
        """
        lines = [f"# newdoc id = {_line(document.article.id)}"]
        paragraph = None
        for sentence in document.sentences:
            if sentence.tokens:
                new = sentence.paragraph != paragraph
                lines += _sentence(sentence, document, new_paragraph=new)
                paragraph = sentence.paragraph
        return "".join(f"{line}\n" for line in lines).encode()

    def collect(self, documents: Iterable[Document]) -> Iterator[tuple[str, bytes]]:
        """Yield one file with all documents."""
        yield "corpus.conllu", b"".join(map(self.export, documents))


def _sentence(sentence: Sentence, document: Document, *, new_paragraph: bool) -> Iterator[str]:
    name = _line(document.article.id)
    tokens = sentence.tokens
    spaced = [_spaced(token, document.article.text) for token in tokens]
    if new_paragraph:
        yield f"# newpar id = {name}-p{sentence.paragraph}"
    yield f"# sent_id = {name}-{sentence.id}"
    words = (_line(t.text) + " " * after for t, after in zip(tokens, spaced, strict=True))
    yield f"# text = {''.join(words).rstrip()}"
    branches = _branches(tokens)
    for number, (token, after) in enumerate(zip(tokens, spaced, strict=True), start=1):
        yield "\t".join(_columns(token, number, branches[number - 1], after))
    yield ""


def _branches(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    """Return the columns HEAD and DEPREL of a sentence's words."""
    if any(token.head is None for token in tokens):
        return [("_", "_")] * len(tokens)
    heads, relations = tree(tokens)
    counted = ("0" if head == index else str(head + 1) for index, head in enumerate(heads))
    return list(zip(counted, relations, strict=True))


def _spaced(token: Token, text: str) -> bool:
    """Tell whether white space or the end of the text follows."""
    return text[token.end : token.end + 1].strip() == ""


def _columns(token: Token, number: int, branch: tuple[str, str], spaced: bool) -> tuple[str, ...]:
    changed = branch[1] not in ("_", token.deprel)
    misc = {
        "Clitics": "+".join(token.clitics),
        "Headword": token.headword,
        "Parsed": (token.deprel or "") if changed else "",
        "Seg": "+".join(token.segments),
        "SpaceAfter": "" if spaced else "No",
    }
    pairs = "|".join(f"{key}={_value(value)}" for key, value in misc.items() if value)
    # UD lets a word have a space by a list of exceptions alone.
    form, lemma = _line(token.text), _line("" if " " in token.lemma else token.lemma)
    return (
        str(number), form, lemma or form, token.upos or "X", "_", "_", *branch, "_", pairs or "_",
    )  # fmt: skip


def _value(text: str) -> str:
    return _line(text).replace("\\", "\\\\").replace("|", "\\p")


def _line(text: str) -> str:
    """Return the text without tabs and line ends, which would break the columns."""
    return " ".join(text.split())


EXPORT = Conllu()
