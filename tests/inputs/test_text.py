import io
import sys
from pathlib import Path

import pytest

from selon.errors import InputError
from selon.inputs.text import MAX_BYTES, parse_published, read_file, text_id
from selon.model.dates import DateInterval


def write(folder: Path, data: bytes) -> str:
    path = folder / "depeche.txt"
    path.write_bytes(data)
    return str(path)


def refused(folder: Path, data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_file(write(folder, data), lang="fr")
    return str(caught.value)


def test_characters_are_kept_as_they_are(tmp_path):
    """Line ends, combining accents and characters beyond the basic plane stay, so that offsets are those of the file."""
    text = "Un accord\r\na e\u0301té signé 🕊.\n\n"
    assert read_file(write(tmp_path, text.encode()), lang="fr").text == text


def test_byte_order_mark_is_left_out(tmp_path):
    assert read_file(write(tmp_path, b"\xef\xbb\xbfUn accord."), lang="fr").text == "Un accord."


def test_article_without_a_name_is_named_by_its_text(tmp_path):
    """The same text has the same id wherever it stands; the file is remembered beside it."""
    doc = read_file(write(tmp_path, b"Un accord."), lang="fr")
    assert (doc.id, doc.extra) == (text_id("Un accord."), {"file": "depeche.txt"})


def test_publication_date_is_said_to_be_given(tmp_path):
    doc = read_file(write(tmp_path, b"Un accord."), lang="fr", published=DateInterval.parse("2023-09"))
    assert doc.published_by == "given"
    assert read_file(write(tmp_path, b"Un accord."), lang="fr").published_by is None


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Un accord signé.".encode())))
    doc = read_file("-", lang="fr")
    assert (doc.text, doc.extra) == ("Un accord signé.", {})


def test_latin_1_is_named_with_its_byte_and_its_remedy(tmp_path):
    message = refused(tmp_path, "Un accord signé.".encode("latin-1"))
    assert "byte 14 (0xe9) is not UTF-8" in message
    assert "iconv -f WINDOWS-1252 -t UTF-8" in message


def test_offset_of_a_bad_byte_counts_the_byte_order_mark(tmp_path):
    assert "byte 4 (0xe9)" in refused(tmp_path, b"\xef\xbb\xbfa\xe9")


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"%PDF-1.7 \xe2\xe3", "pdftotext"),
        (b"PK\x03\x04word", "docx"),
        ("Un accord".encode("utf-16"), "iconv -f UTF-16"),
        (b"\x1f\x8b\x08\x00", "gunzip"),
        (b"\xfd7zXZ\x00", "unxz"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not plain text"),
        (b"Un acc\x00ord", "byte 6 is zero"),
        (b"", "the text is empty"),
        (b" \n\t\n", "the text is empty"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(tmp_path, data, advice):
    message = refused(tmp_path, data)
    assert advice in message
    assert "expected" in message


def test_an_archive_is_too_long(tmp_path):
    assert "more than 5 MB" in refused(tmp_path, b"a" * (MAX_BYTES + 1))


def test_missing_file_and_folder(tmp_path):
    with pytest.raises(InputError, match="there is no such file"):
        read_file(str(tmp_path / "rien.txt"), lang="fr")
    with pytest.raises(InputError, match="this is a folder"):
        read_file(str(tmp_path), lang="fr")


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2023", "2023"),
        ("2023-09", "2023-09"),
        ("2023-09-17", "2023-09-17"),
        (" 2023-09-17 ", "2023-09-17"),
        ("2023-09-17T23:30:00-05:00", "2023-09-17"),
        ("2023-09-17 08:30", "2023-09-17"),
    ],
)
def test_publication_dates(value, edtf):
    assert parse_published(value, "row 1").edtf() == edtf


@pytest.mark.parametrize("value", ["17/09/2023", "2023-9-7", "2023-13", "2023-02-30", "hier", "", "9999", "0000", "2023-09-17/2023-09-18"])
def test_bad_publication_date_is_named(value):
    with pytest.raises(InputError, match=r"^--published: the publication date is .*YYYY-MM-DD"):
        parse_published(value, "--published")
