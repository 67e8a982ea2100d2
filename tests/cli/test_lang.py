import sys
import types
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selon.cli import lang
from selon.cli.app import app
from selon.lang.schema import TABLES

GOOD = {
    "cues.tsv": "affirmer\tsay\tstate\tneutral\t\t{Le maire} <affirme> que [tout va bien].",
    "factuality.tsv": "pouvoir\tgovernor\t\tpossible\t\t\tL’armée <peut> [avancer].",
    "events.tsv": "bombarder\ttransitive\tASSAULT\taerial\tmilitary\t\t{L’armée} <a bombardé> [la ville].",
    "nouns.tsv": "séisme\tn_none\tOTHER\t\tdisasters\t\tUn <séisme> a eu lieu.",
    "compounds.tsv": "salle de réunion\tLa <salle de réunion> est vide.",
    "roles.tsv": "maire\tmairesse\t\tperson\tGOV\tboth\t{Le maire} est venu.",
    "metonyms.tsv": "Quai\tministère\tgovernment\tFRA\talways\t{Le Quai} a démenti.",
    "first_names.tsv": "Paul\tmasculine\tPaul Duval est venu. {Il} a voté.",
    "demonyms.tsv": "FRA\tla France\tfrançais\tfrançaise\tfrançais\tfrançaises\tLe président {français} est venu.",
    "wording.tsv": "horde\tlabel\tnoun\t\t\tgroupe\t\tUne <horde> est venue.",
}


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A small sound language."""
    for name, row in GOOD.items():
        header = "\t".join(column.name for column in TABLES[name])
        (tmp_path / name).write_text(f"# pour les gens\n{header}\n{row}\n", encoding="utf-8")
    (tmp_path / "language.toml").write_text('code = "xx"\n', encoding="utf-8")
    monkeypatch.setattr(lang, "_folder", lambda code: tmp_path)
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(app, ["lang", *arguments], env={"COLUMNS": "120", "NO_COLOR": "1"})


def test_sound_tables_are_counted(folder):
    result = run("check", "xx")
    assert result.exit_code == 0
    assert len([line for line in result.stdout.splitlines() if line.endswith("1  ok")]) == len(TABLES)


def test_every_bad_row_is_named_by_line_and_column(folder):
    """A bad row does not hide those below it."""
    with (folder / "cues.tsv").open("a", encoding="utf-8") as table:
        table.write("redouter\tque\tworry\tneutral\t\t{Le maire} <redoute> que [tout aille mal].\n")
        table.write("nier\tinf\tdeny\tneutral\t\t{Le maire} <nie> [être parti].\n")
        table.write("dire\tsay\tstate\n")
        table.write("dire\tsay\tstate\tneutral\t\t{Le maire <dit> que [oui].\n")
    result = run("check", "xx")
    assert result.exit_code == 1
    assert [line.split(": ")[0] for line in result.stdout.splitlines() if line.startswith("lang/")] == [
        "lang/xx/cues.tsv:4:3", "lang/xx/cues.tsv:6", "lang/xx/cues.tsv:7:6",
    ]  # fmt: skip
    assert "3 faults" in result.stdout


def test_missing_table_and_wrong_header(folder):
    (folder / "nouns.tsv").unlink()
    (folder / "roles.tsv").write_text("role\tkind\n", encoding="utf-8")
    result = run("check", "xx")
    assert result.exit_code == 1
    assert "lang/xx/nouns.tsv is missing" in result.stdout
    assert "lang/xx/roles.tsv:1: the header is" in result.stdout


def test_a_table_that_a_language_may_do_without_is_not_missed(folder):
    (folder / "wording.tsv").unlink()
    result = run("check", "xx")
    assert (result.exit_code, "wording.tsv" in result.stdout) == (0, False)


def test_broken_toml_is_named_with_its_line(folder):
    (folder / "language.toml").write_text('code = "xx\n', encoding="utf-8")
    result = run("check", "xx")
    assert result.exit_code == 1
    assert "at line 1" in result.stdout


def test_unknown_language():
    result = run("check", "zz")
    assert result.exit_code == 2
    assert 'There is no language "zz"' in result.stderr


def test_french_is_listed():
    assert any(line.startswith("fr  français") for line in run("list").stdout.splitlines())


def test_examples_are_read_on_request(folder, monkeypatch):
    """A row that its own example does not find is named by its line."""
    failure = types.SimpleNamespace(by="xx/cues.tsv:3", example="{Le maire} <affirme> que [tout va bien].", found="nothing")
    monkeypatch.setitem(
        sys.modules,
        "selon.examples",
        types.SimpleNamespace(
            check_examples=lambda reader: [("xx/cues.tsv:2", None), ("xx/cues.tsv:3", failure)], check_conditionals=lambda reader: []
        ),
    )
    monkeypatch.setitem(sys.modules, "selon.pipeline", types.SimpleNamespace(load_reader=lambda code: None))
    result = run("check", "xx", "--examples")
    assert result.exit_code == 1
    assert "lang/xx/cues.tsv:3: not found in its example: nothing." in result.stdout
    assert "2 examples read, 1 not found" in result.stdout
