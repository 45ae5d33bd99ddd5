"""The dependency parser: trees that are trees, relations of plain sentences, sure or not."""

import pytest

from quizgen.language.annotate import annotate
from quizgen.language.parser import parser
from quizgen.model import Article, Sentence

NEWS = (
    "Menteri Perhubungan meresmikan pelabuhan baru itu di Kabupaten Garut pada Senin. "
    "Pelabuhan yang dibangun sejak 2019 itu menelan biaya Rp2,4 triliun, kata dia, karena "
    "harga bahan naik dan pekerjaan sempat berhenti. Warga berharap harga ikan turun."
)


def read(text: str) -> Sentence:
    (sentence,) = annotate(Article(id="uji", paragraphs=(text,))).sentences
    return sentence


def relation(sentence: Sentence, word: str) -> tuple[str, str]:
    """Return a word's relation and its head's form."""
    token = next(token for token in sentence.tokens if token.text == word)
    assert token.head is not None and token.deprel is not None
    return token.deprel, sentence.tokens[token.head].text


@pytest.mark.parametrize(
    "sentence", annotate(Article(id="uji", paragraphs=(NEWS,))).sentences, ids=lambda s: s.id
)
def test_every_word_hangs_on_one_root_without_a_cycle(sentence: Sentence) -> None:
    heads = [token.head for token in sentence.tokens]
    (root,) = [index for index, head in enumerate(heads) if head == index]
    for index in range(len(heads)):
        above: int | None = index
        for _ in heads:
            assert above is not None
            above = heads[above]
        assert above == root


@pytest.mark.parametrize("text", ["Ya.", "!", "Jakarta", "di di di di", ") ) ( ,", "apa " * 80])
def test_no_text_is_too_odd_for_a_tree_with_one_root(text: str) -> None:
    tokens = [
        t for s in annotate(Article(id="uji", paragraphs=(text,))).sentences for t in s.tokens
    ]
    assert sum(token.head == index for index, token in enumerate(tokens)) == 1


def test_subject_object_and_time_of_an_active_clause() -> None:
    sentence = read("Pada 2019 pemerintah membangun jembatan.")
    assert relation(sentence, "pemerintah") == ("nsubj", "membangun")
    assert relation(sentence, "jembatan") == ("obj", "membangun")
    assert relation(sentence, "2019") == ("obl", "membangun")
    assert relation(sentence, "Pada") == ("case", "2019")
    assert relation(sentence, "membangun") == ("root", "membangun")


def test_subject_and_agent_of_a_passive_clause() -> None:
    sentence = read("Jembatan itu diresmikan oleh Presiden Prabowo Subianto.")
    assert relation(sentence, "Jembatan") == ("nsubj:pass", "diresmikan")
    assert relation(sentence, "Presiden") == ("obl:agent", "diresmikan")
    assert relation(sentence, "oleh") == ("case", "Presiden")


def test_a_relative_clause_hangs_on_its_noun_and_yang_is_its_subject() -> None:
    sentence = read("Polisi menangkap pria yang mencuri sepeda motor.")
    assert relation(sentence, "mencuri") == ("acl:relcl", "pria")
    assert relation(sentence, "yang") == ("nsubj", "mencuri")
    assert relation(sentence, "sepeda") == ("obj", "mencuri")


def test_what_is_said_is_the_complement_of_the_verb_of_saying() -> None:
    sentence = read("Gubernur mengatakan bahwa harga beras turun.")
    assert relation(sentence, "turun") == ("ccomp", "mengatakan")
    assert relation(sentence, "harga") == ("nsubj", "turun")


def test_a_verb_after_a_verb_continues_its_predicate() -> None:
    sentence = read("Tim berhasil menemukan kapal itu.")
    assert relation(sentence, "menemukan") == ("xcomp", "berhasil")


def test_a_plain_clause_is_surer_than_a_heap_of_words() -> None:
    plain = read("Pemerintah membangun jembatan.")
    heap = read("Itu jembatan sudah pemerintah dan membangun ke.")
    assert min(token.attachment for token in plain.tokens) > 0.9
    assert min(token.attachment for token in heap.tokens) < 0.5


def test_a_sentence_is_parsed_alike_alone_and_among_others() -> None:
    tokens = [list(sentence.tokens) for sentence in annotate(
        Article(id="uji", paragraphs=(NEWS,))).sentences]  # fmt: skip
    together = parser().parse(tokens)
    for alone, arcs in zip(tokens, together, strict=True):
        (again,) = parser().parse([alone])
        assert [(a.head, a.relation) for a in again] == [(a.head, a.relation) for a in arcs]
        assert [a.sure for a in again] == pytest.approx([a.sure for a in arcs], abs=1e-4)


def test_the_same_text_has_the_same_tree_twice() -> None:
    assert read(NEWS[:81]) == read(NEWS[:81])


def test_no_words_and_very_long_sentences_have_no_tree() -> None:
    token = read("Ya.").tokens[0]
    assert parser().parse([[], [token] * 200]) == [[], []]
