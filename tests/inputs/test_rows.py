import json

import pytest

from selon.inputs.rows import Row, Unread, read_row, read_rows
from selon.inputs.text import text_id
from selon.model.dates import DateInterval
from selon.model.span import Span

TEXT = "Un accord 🕊 a été signé."


def row(**fields) -> Row:
    outcome = read_row(json.dumps({"id": "r1", "text": TEXT, **fields}).encode(), place="f.jsonl:1", lang="fr")
    assert isinstance(outcome, Row), outcome
    return outcome


def fault(line: bytes | dict) -> Unread:
    data = line if isinstance(line, bytes) else json.dumps(line).encode()
    outcome = read_row(data, place="f.jsonl:7", lang="fr")
    assert isinstance(outcome, Unread), outcome
    return outcome


def test_every_known_key_has_its_place():
    doc = row(lang="en", title="T", published="2023-09", url="https://example.org", outlet="O").document
    assert (doc.id, doc.text, doc.lang, doc.title, doc.url, doc.outlet) == ("r1", TEXT, "en", "T", "https://example.org", "O")
    assert (doc.published, doc.published_by) == (DateInterval.parse("2023-09"), "given")


def test_unknown_keys_are_kept():
    assert row(rubrique="monde", n=[1, {"a": None}]).document.extra == {"rubrique": "monde", "n": [1, {"a": None}]}


def test_null_is_the_same_as_absent():
    assert row(lang=None, published=None, title=None, triggers=None) == row()


def test_defaults_of_the_caller_fill_what_a_row_leaves_open():
    outcome = read_row(b'{"text": "Un accord."}', place="f:1", lang="fr", published=DateInterval.parse("2023"))
    assert isinstance(outcome, Row)
    assert (outcome.document.id, outcome.document.lang, outcome.document.published_by) == (text_id("Un accord."), "fr", "given")


def test_triggers_are_spans_of_code_points():
    assert row(triggers=[[18, 23], [0, 9]]).asked == (Span(18, 23), Span(0, 9))
    assert Span(18, 23).of(TEXT) == "signé"


@pytest.mark.parametrize(
    "triggers", [[[3, 3]], [[5, 2]], [[0, 25]], [[-1, 2]], [[0]], [["0", "2"]], [[0.0, 2.0]], [[False, True]], "0-2", [7]]
)
def test_trigger_outside_the_text_is_refused(triggers):
    assert "trigger" in fault({"id": "x", "text": TEXT, "triggers": triggers}).message


@pytest.mark.parametrize(
    ("line", "row_id", "words"),
    [
        (b"{not json", None, "not a JSON row"),
        (b'{"id": "\xe9"}', None, "not a JSON row"),
        (b'{"id": "a", "text": "\\ud83d"}', None, "not a JSON row"),
        (b'["a", "b"]', None, "the row is a list"),
        (b'"a"', None, "the row is text"),
        ({"id": "a"}, "a", 'there is no "text"'),
        ({"id": "a", "body": "Un accord."}, "a", "here: id, body"),
        ({"id": "a", "text": None}, "a", 'there is no "text"'),
        ({"id": "a", "text": 12}, "a", '"text" is a number'),
        ({"id": "a", "text": " \n "}, "a", "the text is empty"),
        ({"id": 12, "text": TEXT}, 12, 'Write "id": "12"'),
        ({"id": "a", "text": TEXT, "published": "17/09/2023"}, "a", "YYYY-MM-DD"),
        ({"id": "a", "text": TEXT, "published": 2023}, "a", 'Write "published": "2023"'),
        ({"id": "a", "text": TEXT, "lang": ["fr"]}, "a", '"lang" is a list'),
    ],
)
def test_bad_row_says_where_and_what(line, row_id, words):
    """The id is echoed when the row has one, so that the error can be joined to its row."""
    outcome = fault(line)
    assert (outcome.id, outcome.error) == (row_id, "InputError")
    assert outcome.message.startswith("f.jsonl:7: ")
    assert words in outcome.message


def test_deeply_nested_row_is_an_error_and_no_crash():
    assert fault(b"[" * 100_000 + b"]" * 100_000).error == "InputError"


def test_rows_stay_in_order_and_a_bad_one_in_its_place():
    lines = [b'\xef\xbb\xbf{"id": "a", "text": "Un."}\n', b"\n", b"oops\n", b'{"id": "b", "text": "Deux."}']
    outcomes = list(read_rows(lines, name="f.jsonl", lang="fr"))
    assert [o.document.id if isinstance(o, Row) else o.message.split(": ")[0] for o in outcomes] == ["a", "f.jsonl:3", "b"]
