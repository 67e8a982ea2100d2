"""A bad row of a table is named by file, line and column, with what was expected."""

from __future__ import annotations

import pytest

from selon.errors import LanguageError
from selon.lang.schema import TABLES, read_table, unmark

HEADERS = {file: "\t".join(column.name for column in columns) for file, columns in TABLES.items()}
GOOD = {
    "cues.tsv": "indiquer\tsay\tstate\tneutral\t\t{Le maire} <indique> que [tout va bien].",
    "factuality.tsv": "échouer à\tgovernor\tneg\tcertain\t\t\tL'armée <échoue à> [prendre] la ville.",
    "events.tsv": "bombarder\ttransitive\tASSAULT\taerial\tmilitary\t\t{L'armée} <a bombardé> [la ville].",
    "nouns.tsv": "grève\tn_agent\tPROTEST\tstrike\teconomic human_rights\t\tLa <grève> {des dockers} continue.",
    "compounds.tsv": "salle de réunion\tLa <salle de réunion> est vide.",
    "roles.tsv": "maire\t\t\tperson\tGOV\tnone\t{Le maire} est parti.",
    "metonyms.tsv": "Quai\tle port\torganisation\t\talways\t{Le Quai} se tait.",
    "first_names.tsv": "Paul\tmasculine\tPaul Duval est parti. {Il} a voté.",
    "demonyms.tsv": "NOR\tla Norvège\tnorvégien\tnorvégienne\tnorvégiens\tnorvégiennes\tLe roi {norvégien} est parti.",
    "wording.tsv": "régime\tlabel\tnoun\t@demonym\talimentaire\tgouvernement\tLe régime alimentaire change.\tLe <régime> syrien a dit non.",
}


def table(folder, file: str, *rows: str):
    """The rows of a table written into a folder."""
    (folder / file).write_text("\n".join((HEADERS[file], *rows)) + "\n", encoding="utf-8")
    return read_table(folder, file, "xx")


@pytest.mark.parametrize("file", TABLES)
def test_a_good_row_is_read(tmp_path, file):
    (row,) = table(tmp_path, file, GOOD[file])
    assert (row.by, row["example"]) == (f"xx/{file}:2", GOOD[file].split("\t")[-1])


@pytest.mark.parametrize("file", TABLES)
def test_every_table_ends_in_an_example(file):
    assert TABLES[file][-1].name == "example"


def test_lines_for_people_are_no_rows_and_count_as_lines(tmp_path):
    (row,) = table(tmp_path, "cues.tsv", "# what people read", "", GOOD["cues.tsv"])
    assert row.by == "xx/cues.tsv:4"


def test_a_cell_may_hold_several_values(tmp_path):
    (row,) = table(tmp_path, "nouns.tsv", GOOD["nouns.tsv"])
    assert row.many("contexts") == ("economic", "human_rights")


def test_an_empty_optional_cell_holds_no_value(tmp_path):
    (row,) = table(tmp_path, "events.tsv", GOOD["events.tsv"])
    assert row.many("object") == ()


BAD = [
    # file, what is written for what, place in the message, what the message says
    ("cues.tsv", "say", "shout", "xx/cues.tsv:2:2", 'column "frame" is "shout"'),
    ("cues.tsv", "state", "worry", "xx/cues.tsv:2:3", 'column "attitude" is "worry"'),
    ("cues.tsv", "neutral", "cold", "xx/cues.tsv:2:4", 'column "stance" is "cold"'),
    ("cues.tsv", "indiquer", "", "xx/cues.tsv:2:1", 'column "cue" is empty'),
    ("factuality.tsv", "governor", "verb", "xx/factuality.tsv:2:2", 'column "construction" is "verb"'),
    ("factuality.tsv", "neg", "no", "xx/factuality.tsv:2:3", 'column "polarity" is "no"'),
    ("factuality.tsv", "certain\t", "sure\t", "xx/factuality.tsv:2:4", 'column "certainty" is "sure"'),
    ("events.tsv", "ASSAULT", "ATTACK", "xx/events.tsv:2:3", 'column "type" is "ATTACK"'),
    ("events.tsv", "aerial", "strike", "xx/events.tsv:2", 'mode "strike" does not belong to type ASSAULT'),
    ("events.tsv", "military", "military war", "xx/events.tsv:2:5", 'column "contexts" is "war"'),
    ("nouns.tsv", "n_agent", "transitive", "xx/nouns.tsv:2:2", 'column "frame" is "transitive"'),
    ("roles.tsv", "person", "human", "xx/roles.tsv:2:4", 'column "kind" is "human"'),
    ("roles.tsv", "GOV", "STATE", "xx/roles.tsv:2:5", 'column "sector" is "STATE"'),
    ("metonyms.tsv", "always", "often", "xx/metonyms.tsv:2:5", 'column "seat" is "often"'),
    ("wording.tsv", "label", "insult", "xx/wording.tsv:2:2", 'column "kind" is "insult"'),
    ("wording.tsv", "noun", "word", "xx/wording.tsv:2:3", 'column "construction" is "word"'),
    ("wording.tsv", "@demonym", "@country", "xx/wording.tsv:2:4", 'column "needs" is "@country"'),
    ("wording.tsv", "gouvernement", "", "xx/wording.tsv:2:6", 'column "note" is empty'),
    ("wording.tsv", "alimentaire change.", "<alimentaire> change.", "xx/wording.tsv:2:7", 'column "counterexample" has marks'),
    ("wording.tsv", "<régime>", "régime", "xx/wording.tsv:2:8", 'column "example" must mark the loaded words once'),
    ("cues.tsv", "<indique>", "<indique", "xx/cues.tsv:2:6", "do not pair"),
    ("cues.tsv", "{Le maire}", "{Le <maire>}", "xx/cues.tsv:2:6", "do not pair"),
    ("cues.tsv", "bien].", "bien.", "xx/cues.tsv:2:6", "never closed"),
    ("cues.tsv", "say\t", "say", "xx/cues.tsv:2", "5 cells; expected 6"),
    ("cues.tsv", "say\t", "say\t\t", "xx/cues.tsv:2", "7 cells; expected 6"),
]


@pytest.mark.parametrize(("file", "what", "instead", "place", "message"), BAD, ids=[f"{case[0]} {case[4]}" for case in BAD])
def test_a_bad_cell_is_named(tmp_path, file, what, instead, place, message):
    with pytest.raises(LanguageError) as raised:
        table(tmp_path, file, GOOD[file].replace(what, instead, 1))
    assert str(raised.value).startswith(f"lang/{place}: ")
    assert message in str(raised.value)


def test_what_was_expected_is_listed(tmp_path):
    with pytest.raises(LanguageError, match=r"expected one of distancing, factive, neutral"):
        table(tmp_path, "cues.tsv", GOOD["cues.tsv"].replace("neutral", "cold"))


def test_a_wrong_header_is_named(tmp_path):
    (tmp_path / "cues.tsv").write_text("cue\tframe\n", encoding="utf-8")
    with pytest.raises(LanguageError, match=r"lang/xx/cues.tsv:1: the header is"):
        read_table(tmp_path, "cues.tsv", "xx")


def test_the_first_bad_row_is_named_and_not_the_good_one_before(tmp_path):
    with pytest.raises(LanguageError, match=r"cues.tsv:3:2"):
        table(tmp_path, "cues.tsv", GOOD["cues.tsv"], GOOD["cues.tsv"].replace("say", "shout"))


def test_marks_are_stripped_and_their_spans_kept():
    plain, spans = unmark("{Le maire} <affirme> que [tout] va [bien].")
    assert [plain[start:end] for mark in "{<[" for start, end in spans[mark]] == ["Le maire", "affirme", "tout", "bien"]


def test_without_marks_a_sentence_stays_as_it_is():
    assert unmark("Tout va bien.") == ("Tout va bien.", {"{": (), "<": (), "[": ()})
