import json
from dataclasses import replace
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from selon.exports.contract import error_object, reading_object
from selon.exports.json import indented, line
from selon.exports.schema import reading_schema
from selon.model.cell import Cell
from selon.model.dates import DateInterval
from selon.model.span import Span
from selon.model.timex import Timex
from tests.exports.sample import CLAIMS, READING, TEXT, empty

OBJECT = reading_object(READING)


def test_reading_fits_the_schema():
    schema = reading_schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for value in (json.loads(line(READING)), reading_object(empty()), error_object(None, "InputError", "f:1: …")):
        assert list(validator.iter_errors(value)) == []


def test_schema_names_every_field_that_is_printed():
    """Nothing is printed that the schema does not explain: it still fits when further fields are forbidden."""

    def close(node):
        if isinstance(node, dict):
            if "required" in node:
                node["additionalProperties"] = False
            for child in node.values():
                close(child)
        elif isinstance(node, list):
            for child in node:
                close(child)

    schema = reading_schema()
    schema["$defs"]["place"]["properties"]["role"] = {"type": "string"}
    close(schema)
    assert list(Draft202012Validator(schema).iter_errors(json.loads(line(READING)))) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("claims", 0, "status"), "true"),
        (("claims", 0, "trigger"), [1]),
        (("attributions", 0, "attitude"), "intend"),
        (("published", "latest"), 3),
    ],
)
def test_schema_refuses_what_the_contract_forbids(path, value):
    damaged = json.loads(line(READING))
    node = damaged
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    assert list(Draft202012Validator(reading_schema()).iter_errors(damaged))


def test_last_days_are_inclusive():
    """Inside, intervals are half-open; what is printed names the last possible day."""
    assert OBJECT["published"] == {"edtf": "2023-09-17", "earliest": "2023-09-17", "latest": "2023-09-17", "by": "text"}
    assert OBJECT["claims"][6]["when"] | {"mention": None} == {
        "edtf": "2023-09-21/2023-09-30", "earliest": "2023-09-21", "latest": "2023-09-30", "mention": None, "value": "2023-09-21/2023-09-30", "relation": "in",
    }  # fmt: skip


def test_month_of_publication_is_an_interval():
    doc = replace(READING.document, published=DateInterval.parse("2023-09"))
    published = reading_object(replace(READING, document=doc))["published"]
    assert (published["edtf"], published["earliest"], published["latest"]) == ("2023-09", "2023-09-01", "2023-09-30")


def test_every_span_gives_its_words():
    assert [TEXT[slice(*claim["trigger"])] for claim in OBJECT["claims"]] == [claim["words"] for claim in OBJECT["claims"]]
    cells = OBJECT["claims"][3]["cells"]
    assert TEXT[slice(*cells["certainty"]["spans"][0])] == "auraient"
    assert cells["certainty"]["by"] == "fr/factuality.tsv:9"


def test_loaded_words_name_their_voice_and_source():
    assert [(w["words"], w["voice"], w["attribution"]) for w in OBJECT["wording"]] == [
        ("sans incident", "quoted", "at2"), ("évacuer le phare", "reported", "at7"), ("pour la paix", "author", None),
    ]  # fmt: skip


def test_intention_is_printed_as_wanting():
    """The contract has no word for intentions; in the reading the difference remains."""
    assert OBJECT["attributions"][-1]["attitude"] == "want"
    assert READING.attributions[-1].attitude == "intend"


def test_only_literal_places_are_places():
    assert [place["name"] for place in OBJECT["places"]] == ["détroit d’Orlane", "île de Brume", "Genève", "Port-Saint-Elme"]
    assert [place["role"] for place in OBJECT["other_toponyms"]] == ["origin"]


def test_chain_of_sources_is_outermost_first():
    assert [source["attribution"] for source in OBJECT["claims"][3]["according_to"]] == ["at3", "at4"]


def test_own_voice_has_no_source():
    assert OBJECT["claims"][8]["according_to"] == []


def test_asked_spans_come_in_their_order():
    assert [(TEXT[slice(*asked["trigger"])], asked["polarity"]) for asked in OBJECT["factuality"]] == [("bombardé", "neg")]


def test_expression_without_a_day_gives_no_when_but_keeps_its_words():
    timex = Timex(Span(0, 5), "DATE", "XXXX-WXX-7")
    claim = replace(CLAIMS[0], when=Cell(timex, (Span(0, 5),), "fr/timex.toml:40"))
    printed = reading_object(replace(READING, claims=(claim,)))["claims"][0]
    assert printed["when"] is None
    assert printed["cells"]["when"] == {"spans": [[0, 5]], "by": "fr/timex.toml:40"}


def test_bounds_alone_give_an_edtf():
    timex = Timex(Span(0, 5), "DATE", "PAST_REF", earliest=None, latest=date(2023, 9, 18))
    claim = replace(CLAIMS[0], when=Cell(timex))
    assert reading_object(replace(READING, claims=(claim,)))["claims"][0]["when"]["edtf"] == "../2023-09-17"


def test_same_reading_same_bytes():
    assert line(READING) == line(READING)
    assert json.loads(indented(READING)) == json.loads(line(READING))
    assert "\n" not in line(READING)


def test_accents_are_written_as_they_are():
    assert "carélien" in line(READING)


def test_spans_stay_on_one_line_for_people():
    assert f'"trigger": [{CLAIMS[0].trigger.start}, {CLAIMS[0].trigger.end}],' in indented(READING)
