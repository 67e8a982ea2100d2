"""The status shown to a reader: the first rule that fires, from axes that stay apart."""

from __future__ import annotations

from itertools import product

import pytest

from selon.model.cell import Cell
from selon.model.factuality import STATUSES, Factuality, status

AXES = {
    "polarity": ("pos", "neg", "open"),
    "certainty": ("certain", "probable", "possible", "uncommitted"),
    "time": ("past", "ongoing", "future", "none"),
    "attitude": ("none", "fear", "want", "intend", "demand", "promise", "threaten", "deny", "doubt", "praise", "blame"),
    "evidence": ("author", "quoted", "reported", "shown", "hearsay"),
}


def factuality(
    polarity: str = "pos", certainty: str = "certain", time: str = "past", attitude: str = "none", evidence: str = "author"
) -> Factuality:
    """Axes with the values of a plain past fact where none is given."""
    return Factuality(Cell(polarity), Cell(certainty), Cell(time), Cell(attitude), Cell(evidence))


BORDER_CASES = [
    # axes of the holder, status, the words that have them
    ({}, "stated", "L'armée a attaqué le village."),
    ({"evidence": "reported"}, "reported", "Selon le maire, l'armée a attaqué le village."),
    ({"evidence": "quoted"}, "quoted", "« L'armée a attaqué le village », dit le maire."),
    ({"evidence": "shown"}, "shown", "Sur la vidéo, on voit des soldats avancer."),
    ({"evidence": "hearsay", "certainty": "possible"}, "possible", "L'armée aurait attaqué le village."),
    ({"evidence": "hearsay"}, "possible", "Hearsay alone is enough, whatever the certainty."),
    ({"attitude": "deny", "evidence": "reported"}, "denied", "L'armée nie avoir attaqué le village."),
    ({"attitude": "deny", "polarity": "neg", "evidence": "quoted"}, "denied", "A denial inside quotation marks is a denial."),
    ({"attitude": "deny", "evidence": "shown"}, "denied", "Denial comes before all."),
    ({"polarity": "neg"}, "denied", "Aucun accord n'a encore été signé."),
    ({"polarity": "neg", "certainty": "probable"}, "denied", "L'accord n'a probablement pas été signé."),
    ({"polarity": "neg", "time": "future", "evidence": "reported"}, "denied", "Le ministre ne viendra pas, a-t-il dit."),
    ({"polarity": "neg", "attitude": "praise"}, "denied", "Il se félicite que la grève n'ait pas eu lieu."),
    ({"polarity": "neg", "attitude": "blame"}, "denied", "Il déplore que l'accord n'ait pas été signé."),
    ({"polarity": "neg", "certainty": "possible"}, "possible", "Le ministre pourrait ne pas venir."),
    ({"polarity": "neg", "certainty": "uncommitted"}, "possible", "Nobody asserts the absence."),
    ({"attitude": "fear", "polarity": "neg", "certainty": "possible"}, "feared", "Il craint que l'accord ne soit pas signé."),
    ({"attitude": "fear", "time": "future", "certainty": "possible"}, "feared", "Il redoute que la grève ne s'étende."),
    ({"attitude": "want", "polarity": "neg"}, "wanted", "Il souhaite que la loi ne soit pas votée."),
    ({"attitude": "want", "time": "future"}, "wanted", "Le pays a besoin d'une trêve."),
    ({"attitude": "demand", "evidence": "quoted"}, "wanted", "Il appelle à un cessez-le-feu."),
    ({"attitude": "intend", "polarity": "neg"}, "planned", "Il prévoit de ne pas venir."),
    ({"attitude": "intend", "time": "past", "certainty": "possible"}, "planned", "Il prévoyait de venir."),
    ({"attitude": "promise", "certainty": "possible"}, "planned", "Il promet de venir."),
    ({"attitude": "threaten", "certainty": "possible"}, "planned", "Il menace de partir."),
    ({"time": "future"}, "planned", "Le sommet s'ouvrira lundi."),
    ({"time": "future", "certainty": "probable", "evidence": "reported"}, "planned", "Le sommet devrait s'ouvrir lundi."),
    ({"time": "future", "evidence": "quoted"}, "planned", "« Le sommet s'ouvrira lundi », dit le maire."),
    ({"time": "future", "certainty": "possible"}, "possible", "Le sommet pourrait s'ouvrir lundi."),
    ({"time": "future", "certainty": "uncommitted"}, "possible", "Si le sommet s'ouvre lundi …"),
    ({"certainty": "possible"}, "possible", "Il n'exclut pas une frappe."),
    ({"polarity": "open"}, "possible", "Il n'a ni confirmé ni démenti l'attaque."),
    ({"polarity": "open", "evidence": "quoted"}, "possible", "An open question stays open inside the marks."),
    ({"attitude": "doubt", "certainty": "uncommitted"}, "possible", "Il n'a pas confirmé l'attaque."),
    ({"attitude": "doubt"}, "possible", "Il doute que la trêve tienne."),
    ({"polarity": "neg", "certainty": "certain", "evidence": "hearsay"}, "denied", "L'armée n'aurait pas attaqué: rule 1 before rule 5."),
    ({"attitude": "praise", "evidence": "reported"}, "reported", "Il se félicite de l'accord: a factive stays what it is."),
    ({"attitude": "blame", "evidence": "quoted"}, "quoted", "« Je regrette cette attaque »."),
    ({"attitude": "none", "evidence": "reported"}, "reported", "Il reconnaît avoir tué: a source answers for it, so not stated."),
    ({"certainty": "probable"}, "stated", "Probable and past is asserted."),
    ({"time": "none"}, "stated", "A timeless fact."),
    ({"time": "ongoing", "evidence": "shown", "attitude": "praise"}, "shown", "Footage under praise."),
]


@pytest.mark.parametrize(("axes", "expected", "case"), BORDER_CASES, ids=[case for _, _, case in BORDER_CASES])
def test_border_case(axes, expected, case):
    assert status(factuality(**axes)) == expected


def test_words_and_their_order():
    """The words and their order are part of the public face."""
    assert STATUSES == ("denied", "feared", "wanted", "planned", "possible", "shown", "quoted", "reported", "stated")


def test_every_combination_has_a_known_status():
    assert {status(factuality(**dict(zip(AXES, values, strict=True)))) for values in product(*AXES.values())} == set(STATUSES)


@pytest.mark.parametrize("values", tuple(product(*list(AXES.values())[:4])), ids="-".join)
def test_evidence_never_changes_an_attitude(values):
    """Who vouches for it decides only between the last four words and, for hearsay, possible."""
    axes = dict(zip(AXES, values, strict=False))
    seen = {status(factuality(**axes, evidence=evidence)) for evidence in AXES["evidence"]}
    assert len(seen) == 1 or seen == {"possible", "shown", "quoted", "reported", "stated"}
