"""Every row of every language folder is found in its own example."""

from functools import cache

import pytest

from selon.examples import CHECKS, check_conditionals, check_row
from selon.lang.language import installed_languages, load_language
from selon.pipeline import Reader, load_reader

ROWS = [
    pytest.param(code, table, row, id=row.by)
    for code in installed_languages()
    for table, rows in sorted(load_language(code).tables.items())
    for row in rows
]


@cache
def _reader(code: str) -> Reader:
    return load_reader(code)


@pytest.mark.parametrize(("code", "table", "row"), ROWS)
def test_row_is_found_in_its_example(code, table, row):
    """A row that its example does not find would find nothing in the news either."""
    failure = check_row(_reader(code), table, row)
    assert failure is None, f"{failure.by}: {failure.example}: {failure.found}"


@pytest.mark.parametrize("code", installed_languages())
def test_rules_of_the_conditional_read_their_examples(code):
    """Each example of `conditionals.toml` is read by the rule it stands under."""
    failures = [f"{failure.by}: {failure.example}: {failure.found}" for _, failure in check_conditionals(_reader(code)) if failure]
    assert failures == []


@pytest.mark.parametrize("code", installed_languages())
def test_every_table_is_checked(code):
    """No table of a language escapes its examples."""
    assert set(load_language(code).tables) <= set(CHECKS)
