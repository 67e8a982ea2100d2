import csv as stdlib_csv
import io
from dataclasses import replace

import pytest

from selon.exports import csv
from selon.model.cell import Cell
from selon.model.claim import Party
from tests.exports.sample import CLAIMS, READING, empty


def table(reading=READING) -> list[dict[str, str]]:
    return list(stdlib_csv.DictReader(io.StringIO(csv.header() + csv.rows(reading))))


def test_one_claim_a_row():
    rows = table()
    assert [row["claim"] for row in rows] == [claim.id for claim in CLAIMS]
    assert (rows[3]["according_to"], rows[3]["status"], rows[3]["what"]) == ("Orlane Presse; un pêcheur", "possible", "survolé")


def test_header_has_no_double_and_no_byte_order_mark():
    assert csv.header().startswith("document,")
    assert len(set(csv.COLUMNS)) == len(csv.COLUMNS)


def test_no_claim_no_row():
    assert csv.rows(empty()) == ""


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+33 1", "-1+2", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_are_defused(text):
    assert csv.defuse(text) == f"'{text}"


def test_formula_in_an_article_is_defused_in_every_cell():
    party = Party(None, '=cmd|"/c calc"', (CLAIMS[0].trigger,))
    document = replace(READING.document, title="=1+1", outlet="@outlet")
    rows = table(replace(READING, document=document, claims=(replace(CLAIMS[0], actors=Cell((party,))),)))
    assert not [cell for cell in rows[0].values() if cell.startswith(("=", "+", "@"))]


def test_southern_and_western_coordinates_stay_numbers():
    row = table()[8]
    assert (float(row["lat"]), float(row["lon"])) == (-12.5, -3.25)


def test_latest_is_inclusive():
    row = table()[6]
    assert (row["earliest"], row["latest"]) == ("2023-09-21", "2023-09-30")
