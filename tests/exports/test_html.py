import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.exports.html import render
from selon.model.document import Document
from tests.exports.sample import CLAIMS, READING, TEXT, empty


class Page(HTMLParser):
    """What a browser would see: elements, ids, and the characters of the articles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.articles: list[str] = []
        self.lit: dict[str, str] = {}
        self._open: list[str] = []
        self._marks: list[list[str]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "img", "br"}:
            self._open.append(tag)
            self._marks.append((dict(attrs).get("data-marks") or "").split())
        if tag == "article":
            self.articles.append("")

    def handle_endtag(self, tag):
        assert self._open.pop() == tag
        self._marks.pop()

    def handle_data(self, data):
        if "article" in self._open:
            self.articles[-1] += data
            for mark in self._marks[-1]:
                self.lit[mark] = self.lit.get(mark, "") + data

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.elements if "id" in attrs]


HTML = render([READING])
PAGE = Page(HTML)


def test_the_article_keeps_every_character():
    """Offsets are turned into segments before the page is written; put together they are the text."""
    assert PAGE.articles == [TEXT]


def test_marks_lie_on_the_words_they_name():
    assert PAGE.lit["d1-c4.what"] == "survolé"
    assert PAGE.lit["d1-c4.nuance"] == "auraient"
    assert PAGE.lit["d1-c1.content"] == "La Valdorie a retiré samedi trois navires de guerre du détroit d’Orlane"
    assert PAGE.lit["d1-c1.source"] == "le ministre valdorien de la De\u0301fense, Anselme Korvac"


def test_every_row_leads_to_its_words_and_back():
    links = [attrs["href"][1:] for tag, attrs in PAGE.elements if tag == "a" and (attrs["href"] or "").startswith("#")]
    assert set(links) <= set(PAGE.ids)
    assert {f"d1-{claim.id}-words" for claim in CLAIMS} <= set(PAGE.ids)


def test_ids_are_unique():
    page = Page(render([READING, READING, empty()]))
    assert len(page.ids) == len(set(page.ids))


def test_nothing_is_asked_for_outside():
    """No element loads anything; the one address is a link that a reader may follow."""
    loading = [
        tag
        for tag, attrs in PAGE.elements
        if tag in {"link", "img", "iframe", "object", "embed", "video", "audio", "base"} or "src" in attrs
    ]
    assert loading == []
    assert not re.search(r"@import|url\(|fetch\(|XMLHttpRequest", HTML)
    outside = [attrs["href"] for tag, attrs in PAGE.elements if tag == "a" and not (attrs["href"] or "").startswith("#")]
    assert outside == ["https://example.org/orlane"]


def test_policy_allows_only_the_page_s_own_style_and_script():
    policy = next(attrs["content"] for tag, attrs in PAGE.elements if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", HTML, re.DOTALL)
        assert content is not None
        digest = b64encode(sha256(content[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_no_style_or_handler_stands_in_an_element():
    assert [name for _, attrs in PAGE.elements for name in attrs if name == "style" or name.startswith("on")] == []


HOSTILE = '<script>alert(1)</script> "onload=x" & \' </article></style>\u2028{{ 7*7 }}'


def test_hostile_article_is_only_text():
    document = replace(READING.document, title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)")
    page = Page(render([replace(READING, document=document), empty(f"Titre {HOSTILE}\n\n{HOSTILE}.", id_=HOSTILE)]))
    assert len([tag for tag, _ in page.elements if tag == "script"]) == 2
    assert page.articles == [TEXT, f"Titre {HOSTILE}\n\n{HOSTILE}."]
    assert not [attrs for tag, attrs in page.elements if (attrs.get("href") or "").startswith("javascript")]


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\n <>&🕊\u0301"), min_size=1))
def test_any_text_comes_back(text):
    reading = empty(text)
    assert "".join(Page(render([reading])).articles) == text


def test_words_of_the_page_follow_the_article():
    assert '<html lang="fr">' in HTML
    assert ">according to<" in render([replace(READING, document=replace(READING.document, lang="en"))])


def test_status_stands_in_words():
    assert HTML.count('<b class="status denied">démenti</b>') == 2


def test_page_reads_without_script():
    """The table, the article, the key and the evidence are all in the page itself."""
    assert HTML.count("<tr id=") == len(CLAIMS)
    assert HTML.count("<details") == len(CLAIMS)
    assert "fr/wording.tsv:10" in HTML
    assert "fr/factuality.tsv:9" in HTML


def test_loaded_words_say_whose_they_are():
    assert '<span class="wording author" title="jugement · l’article · dire la demande">pour la paix</span>' in HTML
    assert HTML.count('class="wording quoted"') == 1  # in the key: inside the article the words belong to a claim as well
    assert 'class="seg wording quoted" title="euphémisme · entre guillemets · dire les faits"' in HTML


def test_without_loaded_words_there_is_no_key_to_them():
    assert "Mots connotés" not in render([replace(READING, wording=())])


@pytest.mark.parametrize("text", ["Un seul mot", "\n\nUn début vide.\n", "Une ligne.\r\n\r\nUne autre."])
def test_odd_line_ends_stay(text):
    reading = replace(empty(), document=Document("x", text, "fr"), sentences=())
    assert Page(render([reading])).articles == [text]


def test_same_reading_same_bytes():
    assert render([READING]) == HTML
