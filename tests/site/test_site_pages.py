"""What the pages of a site hold and where they lead."""

import re
from html.parser import HTMLParser
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

import pytest
import small_site

from quizgen import corpus
from quizgen.corpus_yaml import read_fields
from quizgen.site.build import site_files
from quizgen.site.words import in_words, words

PAGES = [name for name in small_site.files() if name.endswith(".html")]
FOURTH = "bacaan/putin-pyongyang-4.html"


class Links(HTMLParser):
    """Collects the addresses that a page names, and its ids."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids |= {found["id"]} if "id" in found else set()
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found["content"]
        if "src" in found or tag == "link":
            self.loads.append(found.get("src") or found["href"])
        elif "href" in found:
            self.links.append(found["href"])


def links(path: str) -> Links:
    reader = Links()
    reader.feed(small_site.page(path))
    return reader


def test_there_is_a_page_a_text_and_three_of_the_site() -> None:
    texts = {f"bacaan/{id}.html" for id in small_site.TEXTS}
    assert set(PAGES) == {"index.html", "kamus.html", "tentang.html", *texts}


def test_beside_a_text_lie_the_students_files_and_no_key() -> None:
    beside = {name for name in small_site.files() if name.startswith("unduhan/")}
    suffixes = ("docx", "pdf", "ipynb")
    wanted = {f"unduhan/{id}.student.{each}" for id in small_site.TEXTS for each in suffixes}
    assert beside == wanted


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_nothing_and_forbids_it(path: str) -> None:
    assert links(path).loads == ["data:,"]  # no icon, which a browser would ask its server for
    assert links(path).policy.startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize("path", PAGES)
def test_a_link_is_relative_and_leads_to_a_file_of_the_site(path: str) -> None:
    found = links(path)
    inside = [link for link in found.links if not link.startswith(("https://", "http://"))]
    assert inside
    for link in inside:
        place, _, fragment = link.partition("#")
        target = normpath(str(PurePosixPath(path).parent / unquote(place))) if place else path
        assert target in small_site.files(), link
        assert not fragment or fragment in links(target).ids, link


@pytest.mark.parametrize("path", [page for page in PAGES if page != "tentang.html"])
def test_only_the_page_of_sources_leads_out(path: str) -> None:
    assert not any(link.startswith("http") for link in links(path).links)


def test_every_source_of_a_topic_is_named_once() -> None:
    fields = read_fields(corpus.corpus_root() / "emas-paris" / "topic.yaml")
    urls = {str(fact.optional("url")) for fact in fields.entries("facts")}
    found = links("tentang.html").links
    assert urls
    assert all(found.count(url) == 1 for url in urls)


def test_a_text_links_its_other_levels_and_says_which_this_is() -> None:
    assert "putin-pyongyang-3.html" in links(FOURTH).links
    assert "emas-paris-3.html" not in links(FOURTH).links
    assert '<a href="putin-pyongyang-4.html" aria-current="page">' in small_site.page(FOURTH)


def test_a_text_that_has_one_level_offers_no_other() -> None:
    assert "site-levels" not in small_site.page("bacaan/emas-paris-3.html").split("<body>")[1]


def test_the_dictionary_has_the_sense_that_a_word_has_in_the_texts() -> None:
    page = small_site.page("kamus.html")
    place = page.index('data-words="perjanjian ')
    entry = page[place : page.index("</div>", place)]
    assert "treaty" in entry
    assert "bacaan/putin-pyongyang-4.html" in entry


def test_jupyterlite_is_offered_only_where_it_is() -> None:
    assert "data-lite" not in small_site.page(FOURTH).split("<body>")[1]
    link = "../lite/notebooks/index.html?path=putin-pyongyang-4.student.ipynb"
    assert link in small_site.page(FOURTH, lite=True)


def test_the_site_speaks_the_language_of_its_instructions() -> None:
    page = small_site.page("index.html", "en")
    assert '<html lang="en"' in page
    assert "Search titles and topics" in page
    assert "Cari judul" not in page


def test_both_languages_have_the_same_words_and_fields() -> None:
    indonesian, english = words("id"), words("en")
    assert indonesian.keys() == english.keys()
    for key, text in indonesian.items():
        fields = [set(re.findall(r"{\w+}", str(each))) for each in (text, english[key])]
        assert fields[0] == fields[1], key
        assert not isinstance(text, list) or len(text) == len(english[key])


def test_equal_sheets_give_equal_bytes() -> None:
    again = dict(site_files(small_site.site()))
    assert again == small_site.files()


def test_a_date_is_written_in_words() -> None:
    assert in_words("2024-08-01", "id") == "1 Agustus 2024"
    assert in_words("2024-08-01", "en") == "1 August 2024"
    assert in_words("2024-13-01", "id") == "2024-13-01"
