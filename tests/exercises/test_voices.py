"""Who said what, as a choice between voices or, with one voice, as a short answer."""

import random
from collections.abc import Sequence

from quizgen.exercises import short_answer, who_said
from quizgen.exercises.voices.voices import voices
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Document, ShortAnswer

VOICES = (
    "Bupati Tomas Lubis mengatakan bahwa museum laut menerima 900 pengunjung setiap pekan.",
    "Peneliti Ratna Wulandari mengatakan bahwa lukisan kapal dibuat oleh nelayan Makassar.",
    "Wali Kota Hendra Saputra mengatakan bahwa pemerintah kota menambah dua ruang pamer.",
)


def read(sentences: Sequence[str]) -> Document:
    return annotate(Article(id="uji", paragraphs=(" ".join(sentences),)))


def test_the_speaker_of_a_statement_is_asked_for_among_the_voices_of_the_text() -> None:
    items = list(who_said.EXERCISE.generate(read(VOICES), random.Random(1)))
    asked = {item.prompt: item.response for item in items}
    response = asked[
        "Siapa yang menyatakan bahwa museum laut menerima 900 pengunjung setiap pekan?"
    ]
    assert isinstance(response, Choice)
    assert [option.text for option in response.options if option.correct] == ["Tomas Lubis"]
    assert {option.text for option in response.options if not option.correct} == {
        "Ratna Wulandari", "Hendra Saputra",
    }  # fmt: skip


def test_who_agrees_with_another_is_no_wrong_option_for_what_that_one_says() -> None:
    agreed = "Senada dengan Tomas, Camat Dedi Kurnia mengatakan bahwa museum itu makin ramai."
    document = read((*VOICES, agreed))
    assert "Dedi Kurnia" in {entity.canonical for entity in document.entities}
    (response,) = [
        item.response
        for item in who_said.EXERCISE.generate(document, random.Random(1))
        if "900 pengunjung" in item.prompt
    ]
    assert isinstance(response, Choice)
    assert {option.text for option in response.options} == {
        "Tomas Lubis", "Ratna Wulandari", "Hendra Saputra",
    }  # fmt: skip


def test_one_of_two_voices_is_asked_for_in_a_short_answer() -> None:
    document = read(VOICES[:2])
    assert list(who_said.EXERCISE.generate(document, random.Random(1))) == []
    answers = {
        item.prompt: item.response
        for item in short_answer.EXERCISE.generate(document, random.Random(1))
    }
    response = answers[
        "Siapa yang menyatakan bahwa museum laut menerima 900 pengunjung setiap pekan?"
    ]
    assert isinstance(response, ShortAnswer)
    assert response.answers == (("Tomas Lubis", "Tomas", "Lubis"),)


def test_katanya_after_somebody_new_is_not_put_into_the_mouth_of_another() -> None:
    text = (
        "Kepala sekolah Tri Handayani menutup kantin.",
        "Wartinah (54), pemilik lapak, menyatakan siap bekerja sama dengan petugas. "
        "“Saya memasak mi sejak subuh seperti biasa,” katanya.",
    )
    document = annotate(Article(id="uji", paragraphs=text))
    assert all(voice.speaker.canonical != "Tri Handayani" for voice in voices(document))


def test_katanya_after_another_name_in_its_paragraph_is_nobody_elses() -> None:
    first = "Kepala Proyek Dwi Hartono menuturkan bahwa jembatan tua itu harus segera diganti."
    second = (
        "Salah seorang penumpang adalah Lestari Anggraini, perawat dari Bandung. "
        "“Saya lebih suka terlambat daripada lewat di atas besi yang retak,” katanya di stasiun."
    )
    document = annotate(Article(id="uji", paragraphs=(first, second)))
    assert not any("besi yang retak" in voice.stem for voice in voices(document))


def test_katanya_after_a_pronoun_in_doubt_is_in_doubt_too() -> None:
    text = (
        "Ketua Komisi Sugeng Prayitno menerima para guru di ruang rapat.",
        "Sugeng menelepon Kepala Dinas Bambang Irianto di depan para guru. "
        "Ia berjanji mencairkan gaji pekan ini.",
        "“Anggarannya sudah ada, tinggal menunggu tanda tangan,” katanya melalui telepon.",
    )
    document = annotate(Article(id="uji", paragraphs=text))
    assert not list(voices(document))
