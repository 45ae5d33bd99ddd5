import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen import corpus
from quizgen.corpus_annotations import find_quote
from quizgen.errors import CorpusError, OutputError, UnknownNameError
from quizgen.language.sentences import split_sentences
from quizgen.model import (
    Article,
    Document,
    Entity,
    Reference,
    Token,
    VocabularyNote,
)

TEXT = """Jembatan Baru Dibuka

LAWANA—Bupati Nirmala membuka jembatan pada 5 Mei 2025. Nirmala berjanji kepada warga.

Menurut Nirmala, jembatan itu
kuat. Nirmala dan Yusran melihat Nirmala lain.
"""

NOTES = """id: jembatan-3
level: 3
date: 2025-05-06
outlet: Korpus Uji
author: Penguji
licence: CC BY-SA 4.0
main_idea: Jembatan dibuka.
author_purpose: Memberi tahu pembaca.
paragraphs: [Bupati membuka jembatan., Jembatan itu kuat.]
entities:
- {sentence: s2, quote: Nirmala, type: PER, canonical: Nirmala Datau}
- {sentence: s1, quote: 5 Mei 2025, type: DATE, canonical: 5 Mei 2025, value: 2025-05-05}
- {sentence: s4, quote: Nirmala, prefix: melihat, type: PER, canonical: Nirmala Lain}
references:
- {sentence: s3, quote: jembatan itu, anaphor: itu, antecedent: jembatan}
vocabulary:
- form: berjanji
  headword: berjanji
  lemma: janji
  sentence: s2
  level: 3
  gloss: to promise
  definition: menyatakan akan melakukan sesuatu
  why: Kata kerja dengan awalan ber-.
"""


def analyse(article: Article) -> Document:
    return Document(
        article=article,
        sentences=split_sentences(article),
        entities=(Entity(start=0, end=6, quote="LAWANA", type="GPE", canonical="Lawana"),),
    )


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def write(text: str = TEXT, notes: str | None = NOTES, topic: str = "topic: daerah\n") -> Path:
        folder = tmp_path / "jembatan"
        folder.mkdir(exist_ok=True)
        (folder / "bipa3.txt").write_text(text, encoding="utf-8")
        (folder / "topic.yaml").write_text(topic, encoding="utf-8")
        if notes is not None:
            (folder / "bipa3.yaml").write_text(notes, encoding="utf-8")
        return tmp_path

    return write


def load(root: Path) -> Document:
    return corpus.load_document("jembatan-3", root, annotate=analyse)


def failure(root: Path) -> str:
    with pytest.raises(CorpusError) as caught:
        load(root)
    return str(caught.value)


def test_an_article_has_its_title_paragraphs_and_metadata(write):
    article = corpus.load_article("jembatan-3", write())
    assert article.title == "Jembatan Baru Dibuka"
    assert article.paragraphs[1].startswith("Menurut Nirmala, jembatan itu kuat.")
    assert (article.level, article.topic) == (3, "daerah")
    assert (article.date, article.outlet) == (dt.date(2025, 5, 6), "Korpus Uji")
    assert (article.author, article.licence) == ("Penguji", "CC BY-SA 4.0")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(write, tmp_path):
    plain = corpus.load_article("jembatan-3", write())
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    (tmp_path / "jembatan" / "bipa3.txt").write_bytes(data)
    assert corpus.load_article("jembatan-3", tmp_path) == plain


def test_an_unknown_id_is_answered_with_the_valid_ones(write):
    with pytest.raises(UnknownNameError, match="'rapat-2'; choose from: jembatan-3"):
        corpus.load_article("rapat-2", write())


def test_a_text_without_annotations_loads_as_the_analyser_sees_it(write):
    document = load(write(notes=None))
    assert [entity.quote for entity in document.entities] == ["LAWANA"]
    assert document.article.date is None


def test_annotations_replace_what_the_analyser_found(write):
    document = load(write())
    text = document.article.text
    assert [(e.quote, e.canonical, e.value) for e in document.entities] == [
        ("5 Mei 2025", "5 Mei 2025", "2025-05-05"),
        ("Nirmala", "Nirmala Datau", None),
        ("Nirmala", "Nirmala Lain", None),
    ]
    assert all(text[e.start : e.end] == e.quote for e in document.entities)
    assert text[document.entities[2].start :].startswith("Nirmala lain")


def test_an_annotation_kind_that_is_not_listed_stays_as_analysed(write):
    notes = NOTES[: NOTES.index("entities:")] + NOTES[NOTES.index("references:") :]
    assert [entity.quote for entity in load(write(notes=notes)).entities] == ["LAWANA"]


def test_a_reference_has_the_offsets_of_its_anaphor(write):
    document = load(write())
    (reference,) = document.references
    assert document.article.text[reference.start : reference.end] == "itu"
    assert (reference.sentence, reference.antecedent) == ("s3", "jembatan")


def test_the_clitic_of_a_host_word_is_its_end_and_not_an_earlier_likeness(write):
    notes = NOTES.replace("quote: jembatan itu, anaphor: itu", "quote: menyapanya, anaphor: nya")
    text = TEXT.replace("jembatan itu\nkuat", "Ali menyapanya")
    document = load(write(text, notes))
    (reference,) = document.references
    assert document.article.text[reference.start - 7 : reference.end] == "menyapanya"


def test_a_quotation_of_the_file_has_offsets_and_speaker(write):
    mapping = "{sentence: s3, quote: jembatan itu, speaker: Nirmala Datau, direct: false}"
    entry = f"quotations:\n- {mapping}\n"
    document = load(write(notes=NOTES.replace("vocabulary:", entry + "vocabulary:")))
    (quotation,) = document.quotations
    assert document.article.text[quotation.start : quotation.end] == "jembatan itu"
    assert (quotation.speaker, quotation.direct, quotation.speaker_start) == (
        "Nirmala Datau", False, None,
    )  # fmt: skip


def test_vocabulary_notes_are_those_of_the_file(write):
    (note,) = load(write()).vocabulary
    assert (note.form, note.lemma, note.level, note.gloss) == ("berjanji", "janji", 3, "to promise")


@pytest.mark.parametrize(
    ("right", "wrong", "line", "words"),
    [
        ("s2, quote: Nirmala", "s2, quote: Nirmalaa", 11, "quote 'Nirmalaa' is not in sentence s2"),
        ("prefix: melihat", "suffix: ''", 13, "quote 'Nirmala' is 2 times in sentence s4"),
        ("sentence: s2, quote", "sentence: s9, quote", 11, "no sentence 's9'; the text has s1 to"),
        ("type: DATE", "type: WAKTU", 12, "unknown entity type 'WAKTU'; choose from: PER"),
        ("canonical: Nirmala Datau", "canonical: ''", 11, "'canonical' is missing or blank"),
        ("anaphor: itu", "anaphor: ini", 15, "anaphor 'ini' is not in its quote"),
        ("form: berjanji", "form: janjinya", 17, "'janjinya' is not in sentence s2"),
        ("  level: 3", "  level: 12", 21, "level '12' is no BIPA level"),
        ("date: 2025-05-06", "date: 6 Mei", 3, "'6 Mei' is no date; write YYYY-MM-DD"),
        ("level: 3\ndate", "id: x\ndate", 2, "'id' is given twice"),
        ("outlet: Korpus Uji", "outlet: [Korpus]", 4, "'outlet' must be a text"),
        ("references:\n-", "references: a\nx:\n-", 14, "'references' must be a list"),
        ("licence: CC", "licence: [CC", 7, "no valid YAML"),
    ],
)
def test_an_error_names_the_file_the_line_and_the_quote(write, right, wrong, line, words):
    assert NOTES.count(right) == 1
    message = failure(write(notes=NOTES.replace(right, wrong)))
    assert message.startswith(str(Path("jembatan", "bipa3.yaml")), message.index("jembatan"))
    assert f"bipa3.yaml:{line}: " in message
    assert words in message


def test_overlapping_entities_are_refused(write):
    entry = "- {sentence: s1, quote: Mei 2025, type: DATE, canonical: Mei 2025, value: 2025-05}\n"
    message = failure(write(notes=NOTES.replace("references:", entry + "references:")))
    assert "bipa3.yaml:14: 'Mei 2025' overlaps '5 Mei 2025'" in message


def test_an_alias_is_refused_and_never_expanded(write):
    assert "no YAML aliases" in failure(write(notes="a: &x [*x]\n"))


def test_a_file_that_holds_no_fields_is_refused(write):
    assert "bipa3.yaml:1: must hold fields" in failure(write(notes=""))


def test_a_text_of_a_title_alone_is_refused(write):
    assert "bipa3.txt:1: needs a title" in failure(write(text="Judul\n"))


def test_a_text_in_another_encoding_is_refused(write, tmp_path):
    write()
    (tmp_path / "jembatan" / "bipa3.txt").write_bytes("Judul\n\nKafé.".encode("latin-1"))
    assert "bipa3.txt:1: cannot be read as UTF-8 text" in failure(tmp_path)


def test_summaries_tell_id_title_topic_level_words_and_date(write):
    (summary,) = corpus.summaries(write())
    assert summary == corpus.Summary(
        id="jembatan-3",
        title="Jembatan Baru Dibuka",
        topic="daerah",
        level=3,
        words=24,
        date=dt.date(2025, 5, 6),
    )


def test_ids_are_sorted_by_topic_and_level_and_other_files_are_no_texts(tmp_path):
    for name in ("b/bipa6.txt", "b/bipa3.txt", "a/bipa4.txt", "a/bipa9.txt", "a/catatan.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert corpus.article_ids(tmp_path) == ["a-4", "b-3", "b-6"]


def test_the_gist_is_what_the_file_says_and_none_without_a_file(write):
    gist = corpus.load_gist("jembatan-3", write())
    assert gist is not None
    assert gist.main_idea == "Jembatan dibuka."
    assert gist.paragraphs == ("Bupati membuka jembatan.", "Jembatan itu kuat.")
    (write() / "jembatan" / "bipa3.yaml").unlink()
    assert corpus.load_gist("jembatan-3", write(notes=None)) is None


@pytest.mark.parametrize(
    ("context", "offsets"),
    [
        ({}, [0, 17]),
        ({"prefix": "kata "}, [17]),
        ({"suffix": "datang"}, [0]),
        ({"suffix": "x"}, []),
    ],
)
def test_a_quote_is_found_as_whole_words_beside_its_context(context, offsets):
    assert find_quote("Kim datang, kata Kim. Kimia!", "Kim", **context) == offsets


def a_document() -> Document:
    article = Article(id="uji-3", level=3, paragraphs=("Putin dan Putin melihat Putin lain.",))
    (sentence,) = split_sentences(article)
    return Document(
        article=article,
        sentences=(sentence,),
        entities=tuple(
            Entity(start=s, end=s + 5, quote="Putin", type="PER", canonical="Putin")
            for s in (0, 10, 24)
        ),
        vocabulary=(
            VocabularyNote(
                form="melihat",
                headword="melihat",
                lemma="lihat",
                sentence="s1",
                level=None,
                gloss=None,
                definition=None,
                why="jarang dipakai",
            ),
        ),
    )


def written(document: Document, folder: Path) -> str:
    path = folder / "bipa3.yaml"
    corpus.write_annotations(document, path)
    return path.read_text(encoding="utf-8")


def test_a_proposal_loads_to_the_same_annotations(tmp_path):
    document = a_document()
    folder = tmp_path / "uji"
    folder.mkdir()
    (folder / "bipa3.txt").write_text(f"Judul\n\n{document.article.text}\n", encoding="utf-8")
    corpus.write_annotations(document, corpus.annotation_path("uji-3", tmp_path))
    bare = Document(article=document.article, sentences=document.sentences)
    again = corpus.load_document("uji-3", tmp_path, annotate=lambda _: bare)
    assert again.entities == document.entities
    assert again.vocabulary == document.vocabulary


def test_a_proposal_is_the_same_every_time_and_leaves_no_other_file(tmp_path):
    first = written(a_document(), tmp_path)
    corpus.write_annotations(a_document(), tmp_path / "bipa3.yaml", force=True)
    assert (tmp_path / "bipa3.yaml").read_text(encoding="utf-8") == first
    assert [path.name for path in tmp_path.iterdir()] == ["bipa3.yaml"]


def test_a_proposal_gives_a_value_to_dates_and_amounts_only(tmp_path):
    article = Article(id="uji-3", paragraphs=("Putin tiba pada Juni.",))
    entities = (
        Entity(start=0, end=5, quote="Putin", type="PER", canonical="Putin"),
        Entity(start=16, end=20, quote="Juni", type="DATE", canonical="Juni"),
    )
    document = Document(article=article, sentences=split_sentences(article), entities=entities)
    text = written(document, tmp_path)
    assert "{sentence: s1, quote: Putin, type: PER, canonical: Putin}" in text
    assert "{sentence: s1, quote: Juni, type: DATE, canonical: Juni, value: null}" in text


def test_a_proposed_reference_quotes_its_host_word(tmp_path):
    article = Article(id="uji-3", paragraphs=("Ali menyapanya.",))
    (sentence,) = split_sentences(article)
    token = Token(
        text="menyapanya", start=4, end=14, upos="VERB", lemma="sapa", headword="sapa", segments=()
    )
    reference = Reference(start=11, end=14, anaphor="nya", antecedent="Budi", sentence="s1")
    sentence = type(sentence)(
        id="s1", paragraph=1, start=0, end=15, text=sentence.text, tokens=(token,)
    )
    document = Document(article=article, sentences=(sentence,), references=(reference,))
    expected = "{sentence: s1, quote: menyapanya, anaphor: nya, antecedent: Budi}"
    assert expected in written(document, tmp_path)


def test_existing_annotations_are_never_touched_unless_forced(tmp_path):
    path = tmp_path / "bipa3.yaml"
    path.write_text("milik saya\n", encoding="utf-8")
    with pytest.raises(OutputError, match="exists; use --force"):
        corpus.write_annotations(a_document(), path)
    assert path.read_text(encoding="utf-8") == "milik saya\n"


def test_a_folder_that_is_not_there_is_an_output_error(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"):
        corpus.write_annotations(a_document(), tmp_path / "tiada" / "bipa3.yaml")


@pytest.mark.parametrize("id", corpus.article_ids())
def test_every_text_of_the_shipped_corpus_loads_with_its_annotations(id):
    document = corpus.load_document(id, annotate=analyse)
    text = document.article.text
    assert document.article.title
    assert all(text[e.start : e.end] == e.quote for e in document.entities)
    assert len(document.vocabulary) >= 12
    assert corpus.load_gist(id) is not None


def test_the_corpus_holds_one_event_at_three_levels():
    levels = [summary.level for summary in corpus.summaries() if "putin" in summary.id]
    assert levels == [3, 4, 6]


def test_an_installed_package_reads_its_own_corpus_and_a_checkout_the_folder(monkeypatch, tmp_path):
    package = tmp_path / "quizgen"
    package.mkdir()
    monkeypatch.setattr(corpus, "__file__", str(package / "corpus.py"))
    assert corpus.corpus_root() == tmp_path / "corpus"
    (package / "corpus_data").mkdir()
    assert corpus.corpus_root() == package / "corpus_data"
