"""Loaded words, and whose they are: the same word is the author's choice, a quotation's or a source's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selon.model.attribution import Attribution
from selon.model.span import Span
from selon.model.syntax import Sentence
from selon.model.wording import KINDS, VOICES, Wording
from selon.stages.quotations import find_quotations
from selon.stages.wording import find_wording
from selon.stages.wording_table import forms_of, read_wording
from tests.builders import cuts_of, french, sentence, text_of


def found(sent: Sentence, *attributions: Attribution) -> tuple[Wording, ...]:
    return find_wording((sent,), french(), find_quotations(text_of(sent), cuts_of(text_of(sent))), attributions)


def words(sent: Sentence, *attributions: Attribution) -> list[str]:
    return [wording.span.of(text_of(sent)) for wording in found(sent, *attributions)]


def content(sent: Sentence, stretch: str, *, id_: str = "a1", source: str = "", cue: str = "") -> Attribution:
    """An attribution whose content is a stretch of the sentence."""
    text = text_of(sent)

    def span(part: str) -> tuple[Span, ...]:
        return (Span(text.index(part), text.index(part) + len(part)),) if part else ()

    return Attribution(id_, span(source), span(cue), span(stretch), by="test")


REGIME = sentence("""
Le le DET 2 det
régime régime NOUN 4 nsubj
syrien syrien ADJ 2 amod
refuse refuser VERB 0 root
le le DET 6 det
plan plan NOUN 4 obj
""")
DIET = sentence("""
Le le DET 2 det
régime régime NOUN 4 nsubj
alimentaire alimentaire ADJ 2 amod
change changer VERB 0 root
""")
FEW_WORDS = sentence("""
La le DET 2 det
presse presse NOUN 5 nsubj
a avoir AUX 5 aux:tense
littéralement littéralement ADV 5 advmod
conspué conspué ADJ 0 root
le le DET 7 det
ministre ministre NOUN 5 obj
""")
ORCHESTRATED = sentence("""
La le DET 2 det
fuite fuite NOUN 5 nsubj:pass
est être AUX 5 aux:pass
savamment savamment ADV 5 advmod
orchestrée orchestrer VERB 0 root VerbForm=Part
""")
SAID = sentence("""
Le le DET 2 det
maire maire NOUN 3 nsubj
dénonce dénoncer VERB 0 root
un un DET 6 det
prétendu prétendu ADJ 6 amod
complot complot NOUN 3 obj
""")
QUOTED = sentence("""
Le le DET 2 det
maire maire NOUN 3 nsubj
dénonce dénoncer VERB 0 root
« « PUNCT 6 punct
une un DET 6 det
dictature dictature NOUN 3 obj
molle mou ADJ 6 amod
» » PUNCT 6 punct
""")
SCARE = sentence("""
La le DET 3 det
« « PUNCT 3 punct
réforme réforme NOUN 5 nsubj
» » PUNCT 3 punct
avance avancer VERB 0 root
""")
NAMED = sentence("""
Le le DET 2 det
film film NOUN 6 nsubj
la le DET 5 det
« « PUNCT 5 punct
réforme réforme NOUN 2 appos
» » PUNCT 5 punct
sort sortir VERB 0 root
""")
FIRE = sentence("""
Il il PRON 4 nsubj
n' ne ADV 4 advmod
a avoir AUX 4 aux:tense
mis mettre VERB 0 root VerbForm=Part
hier hier ADV 4 advmod
le le DET 7 det
feu feu NOUN 4 obj
aux à ADP 9 case
poudres poudre NOUN 4 obl:arg
""")
BOAST = sentence("""
Le le DET 2 det
maire maire NOUN 6 nsubj
s' soi PRON 6 expl:pv
est être AUX 6 aux:tense
toujours toujours ADV 6 advmod
vanté vanter VERB 0 root VerbForm=Part
""")
PRAISE = sentence("""
Le le DET 2 det
maire maire NOUN 4 nsubj
a avoir AUX 4 aux:tense
vanté vanter VERB 0 root VerbForm=Part
le le DET 6 det
port port NOUN 4 obj
""")
HORDE = sentence("""
Il il PRON 2 nsubj
lit lire VERB 0 root
la le DET 4 det
Horde horde NOUN 2 obj
""")
SUPPOSE = sentence("""
Il il PRON 2 nsubj
suppose supposer VERB 0 root VerbForm=Fin
un un DET 4 det
accord accord NOUN 2 obj
""")
LET_SUPPOSE = sentence("""
Il il PRON 2 nsubj
laisse laisser VERB 0 root VerbForm=Fin
supposer supposer VERB 2 xcomp VerbForm=Inf
un un DET 5 det
accord accord NOUN 3 obj
""")
FORCED = sentence("""
Force force NOUN 4 nsubj
est être AUX 4 cop
de de ADP 4 mark
constater constater VERB 0 root
que que SCONJ 9 mark
le le DET 7 det
stade stade NOUN 9 nsubj
est être AUX 9 cop
pharaonique pharaonique ADJ 4 ccomp
""")


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        pytest.param(REGIME, ["régime"], id="with a demonym"),
        pytest.param(DIET, [], id="its plain sense"),
        pytest.param(ORCHESTRATED, ["savamment orchestrée"], id="the longest, with its agreement"),
        pytest.param(FEW_WORDS, ["littéralement", "conspué"], id="a verb that the tagger took for an adjective"),
        pytest.param(FIRE, ["mis hier le feu aux poudres"], id="a word between a verb and its phrase"),
        pytest.param(BOAST, ["s'est toujours vanté"], id="pronominal, with its clitic"),
        pytest.param(PRAISE, [], id="not pronominal"),
        pytest.param(HORDE, [], id="a name"),
        pytest.param(SUPPOSE, [], id="a finite verb is no participle"),
        pytest.param(LET_SUPPOSE, [], id="an infinitive is no participle"),
    ],
)
def test_loaded_words_are_found(sent, expected):
    assert words(sent) == expected


def test_outside_every_content_the_author_speaks():
    (wording,) = found(SAID)
    assert (wording.kind, wording.voice, wording.attribution) == ("distancing", "author", None)


def test_inside_a_content_the_source_speaks():
    (wording,) = found(SAID, content(SAID, "un prétendu complot", source="Le maire", cue="dénonce"))
    assert (wording.voice, wording.attribution) == ("reported", "a1")


def test_the_innermost_source_answers_for_them():
    outer = content(SAID, "maire dénonce un prétendu complot")
    inner = content(SAID, "prétendu complot", id_="a2")
    assert [wording.attribution for wording in found(SAID, outer, inner)] == ["a2"]


def test_inside_marks_they_are_quoted():
    (wording,) = found(QUOTED)
    assert (wording.kind, wording.voice, wording.attribution) == ("label", "quoted", None)


def test_a_quotation_names_its_source():
    (wording,) = found(QUOTED, content(QUOTED, "« une dictature molle »"))
    assert (wording.voice, wording.attribution) == ("quoted", "a1")


def test_a_word_in_marks_without_a_source_is_kept_at_a_distance():
    """Scare quotes are the author's own doing."""
    (wording,) = found(SCARE)
    assert (wording.span.of(text_of(SCARE)), wording.kind, wording.voice) == ("« réforme »", "distancing", "author")


def test_a_word_in_marks_with_a_source_is_its_word():
    assert found(SCARE, content(SCARE, "« réforme »")) == ()


def test_a_title_in_marks_is_no_irony():
    assert found(NAMED) == ()


def test_an_idiom_of_the_author_is_no_source():
    """*Force est de constater que C*: Force says nothing."""
    idiom = content(FORCED, "le stade est pharaonique", source="Force", cue="constater")
    assert [(w.kind, w.voice) for w in found(FORCED, idiom)] == [("booster", "author"), ("intensifier", "author")]


def test_each_leads_to_its_row():
    (wording,) = found(REGIME)
    rows = {row.by: row for row in french().tables["wording.tsv"]}
    assert (rows[wording.by]["wording"], rows[wording.by]["note"]) == ("régime", wording.note)


def test_they_never_overlap():
    spans = [wording.span for wording in found(FIRE)]
    assert all(not a.overlaps(b) for a in spans for b in spans if a != b)


def test_without_a_table_nothing_is_loaded():
    """A language without `wording.tsv` abstains."""
    bare = replace(french(), tables={})
    assert find_wording((REGIME,), bare, (), ()) == ()


def test_every_kind_has_rows():
    assert {row["kind"] for row in french().tables["wording.tsv"]} == set(KINDS)


def test_author_comes_first_among_voices():
    assert VOICES == ("author", "quoted", "reported")


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("odieux", "odieuses"),
        ("abyssal", "abyssaux"),
        ("collatéral", "collatérales"),
        ("orchestré", "orchestrer"),
        ("de", "d'"),
        ("ministre", "ministres"),
    ],
)
def test_a_word_is_known_in_its_forms(word, form):
    assert form in forms_of(word, french())


def test_a_phrase_is_looked_up_by_its_longest_word():
    """*À la solde de* is not tried at every *à*."""
    table = read_wording("fr")
    assert not any(pattern.row["wording"] == "à la solde de" for pattern in table.get("à", ()))
    assert any(pattern.row["wording"] == "à la solde de" for pattern in table["solde"])
