from pathlib import Path

import pytest

from quizgen.checks.corpus_rules import TEXT_RULES, TOPIC_RULES, check_corpus
from quizgen.errors import InputError

TEXT = """Jembatan Baru Dibuka

Bupati Nirmala membuka jembatan pada 5 Mei 2025. Nirmala menyapa Yusran dan Nirmala lain.

Menurut Yusran, jembatan itu menelan biaya 2 juta rupiah. Upacara dimulai pada pagi hari.
"""

NOTES = """id: jembatan-5
level: 5
date: 2025-05-06
outlet: Korpus Uji
author: Penguji
licence: CC BY-SA 4.0
sources: [Harian Uji]
main_idea: Jembatan dibuka.
author_purpose: Memberi tahu pembaca.
paragraphs: [Bupati membuka jembatan., Jembatan itu mahal.]
entities:
- {sentence: s1, quote: Nirmala, type: PER, canonical: Nirmala Datau}
- {sentence: s1, quote: 5 Mei 2025, type: DATE, canonical: 5 Mei 2025, value: 2025-05-05}
- {sentence: s2, quote: Nirmala, suffix: menyapa, type: PER, canonical: Nirmala Datau}
- {sentence: s3, quote: 2 juta rupiah, type: MONEY, canonical: 2 juta rupiah, value: 2000000 IDR}
- {sentence: s4, quote: pagi hari, type: TIME, canonical: pagi hari, value: null}
references:
- {sentence: s3, quote: jembatan itu, anaphor: itu, antecedent: jembatan}
- {sentence: s4, quote: Upacara, anaphor: Upacara, antecedent: upacara}
vocabulary:
- {form: menyapa, headword: menyapa, lemma: sapa, sentence: s2, level: 3,
   gloss: to greet, definition: memberi salam, why: Kata sehari-hari.}
- {form: menelan biaya, headword: biaya, lemma: biaya, sentence: s3, level: 5,
   gloss: to cost, definition: memerlukan uang, why: Kolokasi.}
"""

TOPIC = """id: jembatan
topic: daerah
event: Pembukaan jembatan
date: 2025-05-05
facts:
- fact: The bridge was opened.
  outlet: Harian Uji
  date: 2025-05-05
  url: https://contoh.example/jembatan
"""


def write(root: Path, text: str = TEXT, notes: str = NOTES, topic: str = TOPIC) -> Path:
    folder = root / "jembatan"
    folder.mkdir()
    (folder / "bipa5.txt").write_text(text, encoding="utf-8")
    (folder / "bipa5.yaml").write_text(notes, encoding="utf-8")
    (folder / "topic.yaml").write_text(topic, encoding="utf-8")
    return root


def changed(text: str, right: str, wrong: str) -> str:
    assert text.count(right) == 1, right
    return text.replace(right, wrong)


def test_every_rule_is_silent_on_a_sound_corpus(tmp_path):
    assert check_corpus(write(tmp_path)) == []


def test_every_rule_is_silent_on_the_shipped_corpus():
    assert check_corpus() == []


BROKEN_NOTES = {
    "wrong-id": [("id: jembatan-5", "id: jembatan-4", 1), ("level: 5\ndate", "level: 4\ndate", 2)],
    "missing-field": [("outlet: Korpus Uji\n", "", 1), ("vocabulary:", "glosarium:", 1)],
    "blank-field": [
        ("author: Penguji", "author: ' '", 5),
        ("gloss: to greet", "gloss: ''", 22),
        ("[Bupati membuka jembatan.,", "['',", 10),
    ],
    "wrong-date": [("date: 2025-05-06", "date: Mei 2025", 3), ("2025-05-06", "20250506", 3)],
    "wrong-paragraphs": [("[Bupati membuka jembatan.,", "[", 10)],
    "unknown-source": [("[Harian Uji]", "[Harian Lain]", 7), ("[Harian Uji]", "[]", 7)],
    "stray-entry": [("references:\n-", "references: tiada\nlain:\n-", 17)],
    "unknown-sentence": [
        ("sentence: s4, quote: pagi", "sentence: s5, quote: pagi", 16),
        ("lemma: sapa, sentence: s2", "lemma: sapa, sentence: s0", 21),
    ],
    "lost-quote": [
        ("quote: 5 Mei 2025,", "quote: 6 Mei 2025,", 13),
        ("quote: Upacara", "quote: Upac", 19),
    ],
    "ambiguous-quote": [("suffix: menyapa, ", "", 14)],
    "unknown-type": [("type: TIME", "type: WAKTU", 16)],
    "missing-canonical": [(", canonical: pagi hari", "", 16)],
    "wrong-value": [
        (", value: 2025-05-05", "", 13),
        ("value: 2025-05-05", "value: null", None),
        ("value: 2025-05-05", "value: 5 Mei 2025", 13),
        ("value: 2000000 IDR", "value: 2.000.000 IDR", 15),
        ("value: 2000000 IDR", "value: null", 15),
    ],
    "lost-anaphor": [("anaphor: itu", "anaphor: tersebut", 18), (", antecedent: upacara", "", 19)],
    "lost-form": [("form: menyapa", "form: sapa", 21)],
    "no-entry": [("headword: menyapa", "headword: menyapakan", 21)],
    "incomplete-note": [(" lemma: sapa,", "", 21), ("level: 3,", "level: 12,", 21)],
}


@pytest.mark.parametrize(
    ("code", "right", "wrong", "line"),
    [(code, *case) for code, cases in BROKEN_NOTES.items() for case in cases],
)
def test_a_broken_annotation_is_found_at_its_line(tmp_path, code, right, wrong, line):
    findings = check_corpus(write(tmp_path, notes=changed(NOTES, right, wrong)))
    places = [(f.file.name, f.line) for f in findings if f.code == code]
    assert places == ([("bipa5.yaml", line)] if line else [])


BROKEN_TOPICS = {
    "wrong-topic-id": [("id: jembatan", "id: jalan", 1)],
    "incomplete-topic": [("event: Pembukaan jembatan\n", "", 1), ("daerah", "''", 2)],
    "incomplete-fact": [
        ("  outlet: Harian Uji\n", "", 6),
        ("  date: 2025-05-05\n  url", "  url", 6),
        ("  url: https://contoh.example/jembatan\n", "", 6),
        ("url: https://contoh.example/jembatan", "url: koran kemarin", 9),
        ("date: 2025-05-05\n  url", "date: kemarin\n  url", 8),
    ],
}


@pytest.mark.parametrize(
    ("code", "right", "wrong", "line"),
    [(code, *case) for code, cases in BROKEN_TOPICS.items() for case in cases],
)
def test_a_broken_topic_is_found_at_its_line(tmp_path, code, right, wrong, line):
    findings = check_corpus(write(tmp_path, topic=changed(TOPIC, right, wrong)))
    assert ("topic.yaml", line) in [(f.file.name, f.line) for f in findings if f.code == code]


def test_entities_that_overlap_are_found(tmp_path):
    entry = "- {sentence: s4, quote: hari, type: TIME, canonical: hari, value: null}\n"
    findings = check_corpus(
        write(tmp_path, notes=changed(NOTES, "references:", f"{entry}references:"))
    )
    assert [(f.code, f.line) for f in findings] == [("overlap", 17)]
    assert "'pagi hari' and 'hari'" in findings[0].message


@pytest.mark.parametrize("kind", ["sentence: s1, quote: 5 Mei", "sentence: s3, quote: jembatan"])
def test_entries_out_of_order_are_a_warning(tmp_path, kind):
    lines = NOTES.splitlines(keepends=True)
    at = next(index for index, line in enumerate(lines) if kind in line)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    findings = check_corpus(write(tmp_path, notes="".join(lines)))
    assert [(f.code, f.severity, f.line) for f in findings] == [("unsorted", "warning", at + 2)]


@pytest.mark.parametrize(("words", "found"), [(119, 1), (120, 0), (180, 0), (181, 1)])
def test_a_text_must_keep_to_the_length_of_its_level(tmp_path, words, found):
    folder = tmp_path / "jembatan"
    folder.mkdir()
    (folder / "bipa3.txt").write_text("Judul\n\n" + "kata " * words, encoding="utf-8")
    (folder / "bipa3.yaml").write_text("level: 3\n", encoding="utf-8")
    (folder / "topic.yaml").write_text(TOPIC, encoding="utf-8")
    findings = [f for f in check_corpus(tmp_path) if f.code == "wrong-length"]
    assert len(findings) == found


def test_a_text_without_annotations_is_found_and_told_what_to_do(tmp_path):
    (write(tmp_path) / "jembatan" / "bipa5.yaml").unlink()
    (finding,) = check_corpus(tmp_path)
    assert (finding.code, finding.file.name, finding.line) == ("unreadable", "bipa5.yaml", 1)
    assert "quizgen annotate jembatan-5 --write" in finding.message


def test_a_file_that_is_no_yaml_is_found_at_its_line(tmp_path):
    findings = check_corpus(write(tmp_path, topic="id: jembatan\ntopic: [daerah\n"))
    unreadable = [(f.file.name, f.line) for f in findings if f.code == "unreadable"]
    assert unreadable == [("topic.yaml", 3)]


def test_findings_are_sorted_by_file_and_line(tmp_path):
    notes = changed(changed(NOTES, "type: TIME", "type: X"), "author: Penguji", "author: ''")
    findings = check_corpus(write(tmp_path, notes=notes, topic=changed(TOPIC, "daerah", "''")))
    places = [(f.file.name, f.line) for f in findings]
    assert places == sorted(places)
    assert len(places) == 3


def test_a_folder_without_texts_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match="no corpus in"):
        check_corpus(tmp_path)


def test_every_rule_has_its_own_code_and_a_message():
    rules = [*TEXT_RULES, *TOPIC_RULES]
    assert len({code for code, _, _ in rules}) == len(rules)
    assert all(check.__doc__ for _, _, check in rules)


def test_every_rule_is_broken_by_one_of_these_tests():
    alone = {"overlap", "unsorted", "wrong-length"}
    codes = {code for code, _, _ in (*TEXT_RULES, *TOPIC_RULES)}
    assert {*BROKEN_NOTES, *BROKEN_TOPICS, *alone} == codes
