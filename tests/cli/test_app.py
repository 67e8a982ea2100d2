import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from selon.cli.app import app

ROOT = Path(__file__).parents[2]


def run(*arguments: str):
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "120", "NO_COLOR": "1", "TERM": "dumb"})


def test_version():
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("selon ")


def test_schema_is_valid_json_schema():
    Draft202012Validator.check_schema(json.loads(run("schema", "reading").stdout))


@pytest.mark.parametrize(
    "command",
    [
        ("--help",),
        ("read", "--help"),
        ("lang", "--help"),
        ("lang", "check", "--help"),
        ("schema", "--help"),
        ("schema", "reading", "--help"),
    ],
)
def test_help(command):
    result = run(*command)
    assert result.exit_code == 0
    assert "Usage" in result.stdout


def test_help_of_read_shows_real_uses():
    printed = run("read", "--help").stdout
    for use in ("selon read depeche.txt --evidence", "pdftotext rapport.pdf - | selon read -", "--input articles.jsonl"):
        assert use in printed


def test_help_needs_neither_reader_nor_exports():
    """`--help` answers at once because a command imports what it needs when it runs."""
    code = "import sys; sys.path.insert(0, 'src'); import selon.cli.app; print([m for m in sys.modules if m.partition('.')[0] in {'spacy', 'jinja2', 'msgspec', 'numpy'}])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
