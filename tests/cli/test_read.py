import csv
import io
import json
import subprocess
import sys
import types
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selon.cli.app import app
from tests.exports.sample import TEXT, load_fake

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def fake_pipeline(monkeypatch):
    """The reader is another one's affair: a fake one knows the sample."""
    module = types.ModuleType("selon.pipeline")
    module.load_reader = load_fake
    module.installed_languages = lambda: ("en", "fr")
    monkeypatch.setitem(sys.modules, "selon.pipeline", module)


@pytest.fixture
def article(tmp_path) -> str:
    path = tmp_path / "orlane.txt"
    path.write_bytes(TEXT.encode())
    return str(path)


def run(*arguments: str, stdin: bytes | None = None):
    return CliRunner().invoke(app, ["read", *arguments], input=stdin, env={"COLUMNS": "120", "NO_COLOR": "1"})


def test_table_is_the_default(article):
    result = run(article)
    assert result.exit_code == 0
    assert "bombardé (ASSAULT ·" in result.stdout
    assert "démenti" in result.stdout
    assert result.stderr == ""


def test_standard_input(article):
    result = run("-", stdin=TEXT.encode())
    assert result.exit_code == 0
    assert "démenti" in result.stdout


def test_json_is_one_object_for_one_file(article):
    assert json.loads(run(article, "--format", "json").stdout)["id"] == "orlane-1"


def test_json_is_a_list_for_several(article, tmp_path):
    (tmp_path / "b.txt").write_text("Un accord.", encoding="utf-8")
    printed = json.loads(run(article, str(tmp_path / "b.txt"), "-f", "json").stdout)
    assert [len(reading["claims"]) for reading in printed] == [9, 0]


def test_csv_has_one_header_for_several(article):
    rows = list(csv.reader(io.StringIO(run(article, article, "--format", "csv").stdout)))
    assert (len(rows), rows[0][0]) == (19, "document")


def test_markdown_with_evidence(article):
    assert "**bombardé**" in run(article, "-f", "md", "--evidence").stdout


def test_evidence_follows_the_table(article):
    assert "auraient [survolé]" in run(article, "--evidence").stdout


def test_loaded_words_follow_the_table(article):
    assert "fr/wording.tsv:10" in run(article, "--wording").stdout
    assert "fr/wording.tsv:10" not in run(article).stdout
    assert "| pour la paix |" in run(article, "-w", "-f", "md").stdout


def test_explain_shows_rule_and_line(article):
    assert "fr/factuality.tsv:9" in run(article, "--explain", "4").stdout


def test_explain_without_such_a_row(article):
    result = run(article, "--explain", "12")
    assert result.exit_code == 2
    assert "there is no row 12; expected a number from 1 to 9" in result.stderr


def test_ending_of_the_output_chooses_the_format(article, tmp_path):
    page = tmp_path / "orlane.html"
    assert run(article, "--output", str(page)).exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["orlane.html", "orlane.txt"]


def test_output_in_a_missing_folder(article, tmp_path):
    result = run(article, "-o", str(tmp_path / "rien" / "x.json"))
    assert result.exit_code == 2
    assert "mkdir -p" in result.stderr


def rows(tmp_path: Path, *lines: str) -> str:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


GOOD = json.dumps({"id": "a", "text": TEXT, "lang": "fr"})


def test_bad_row_gives_an_error_in_its_place(tmp_path):
    """The output keeps one line for each row, in order, and says so on standard error."""
    path = rows(tmp_path, GOOD, '{"id": "b"}', json.dumps({"id": "c", "text": "Ein Artikel.", "lang": "de"}), GOOD)
    result = run("--input", path, "--format", "jsonl")
    printed = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line.get("error", {}).get("type") for line in printed] == [None, "InputError", "LanguageError", None]
    assert [line["id"] for line in printed] == ["orlane-1", "b", "c", "orlane-1"]
    assert result.exit_code == 0
    assert len(result.stderr.splitlines()) == 2


def test_bad_row_that_the_format_cannot_hold_changes_the_exit_code(tmp_path):
    assert run("--input", rows(tmp_path, GOOD, "oops"), "--format", "csv").exit_code == 1


def test_rows_from_standard_input():
    assert json.loads(run("--input", "-", "-f", "jsonl", stdin=GOOD.encode()).stdout)["id"] == "orlane-1"


def test_triggers_are_answered_in_order(tmp_path):
    row = json.dumps({"id": "t", "text": "Un accord signé.", "triggers": [[10, 15], [0, 2]]})
    printed = json.loads(run("-i", rows(tmp_path, row), "-f", "jsonl").stdout)
    assert [answer["trigger"] for answer in printed["factuality"]] == [[10, 15], [0, 2]]


def test_one_unreadable_file_ends_with_2_and_a_message(tmp_path):
    path = tmp_path / "latin.txt"
    path.write_bytes("Un accord signé.".encode("latin-1"))
    result = run(str(path))
    assert result.exit_code == 2
    assert "byte 14" in result.stderr
    assert "iconv" in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_unreadable_file_among_several_does_not_stop_the_others(article, tmp_path):
    result = run(str(tmp_path / "rien.txt"), article, "--format", "csv")
    assert result.exit_code == 1
    assert "rien.txt: there is no such file" in result.stderr
    assert len(result.stdout.splitlines()) == 10


def test_fault_of_the_reader_is_reported_without_a_traceback(tmp_path):
    path = tmp_path / "panne.txt"
    path.write_text("Une PANNE.", encoding="utf-8")
    result = run(str(path))
    assert result.exit_code == 2
    assert "ZeroDivisionError" in result.stderr
    assert "Please report it" in result.stderr


def test_unread_page_is_not_written(tmp_path):
    run(str(tmp_path / "rien.txt"), "-o", str(tmp_path / "x.html"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "nothing to read"),
        (("a.txt", "--input", "b.jsonl"), "not both"),
        (("a.jsonl",), "use --input a.jsonl"),
        (("a.txt", "--format", "csv", "--evidence"), "always holds the evidence"),
        (("a.txt", "--format", "csv", "--wording"), "a row of csv is a claim"),
        (("a.txt", "b.txt", "--explain", "1"), "one article"),
        (("a.txt", "--published", "17/09/2023"), "YYYY-MM-DD"),
        (("a.txt", "--lang", "xx"), "expected one of en, fr"),
        (("--input", "rien.jsonl"), "cannot be opened"),
    ],
)
def test_wrong_use_ends_with_2(arguments, words):
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.replace("│", " ").split())
    assert "Traceback" not in result.stderr


def selon(code: str, *, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = f"import sys; sys.path[:0] = ['src', '.']; {code}"
    return subprocess.run([sys.executable, "-c", command], cwd=ROOT, input=stdin, capture_output=True, timeout=60, check=False)


FAKE = "import types; from tests.exports.sample import load_fake; m = types.ModuleType('selon.pipeline'); m.load_reader = load_fake; m.installed_languages = lambda: ('fr',); sys.modules['selon.pipeline'] = m; from selon.cli.app import app; "


def test_closed_pipe_ends_quietly():
    """`selon read … | head` leaves no traceback behind."""
    code = FAKE + "import os; r, w = os.pipe(); os.close(r); os.dup2(w, 1); app(['read', '-', '--format', 'json'])"
    done = selon(code, stdin=TEXT.encode())
    assert (done.returncode, done.stderr) == (141, b"")


def test_output_is_utf_8_whatever_the_locale():
    done = selon(FAKE + "app(['read', '-', '--format', 'jsonl'])", stdin=TEXT.encode())
    assert "carélien" in done.stdout.decode()


def test_same_bytes_for_two_hash_seeds(article):
    printed = set()
    for seed in ("1", "2"):
        code = FAKE + f"app(['read', {article!r}, '--format', 'html'])"
        command = [sys.executable, "-c", f"import sys; sys.path[:0] = ['src', '.']; {code}"]
        printed.add(subprocess.run(command, cwd=ROOT, capture_output=True, env={"PYTHONHASHSEED": seed}, timeout=60, check=True).stdout)
    assert len(printed) == 1
