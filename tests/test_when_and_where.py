"""Which date, place and parties a happening takes from its sentence; read by the shipped weights, on a Thursday."""

from __future__ import annotations

import pytest

from selon.inputs.text import text_id
from selon.model.claim import Claim
from selon.model.dates import DateInterval
from selon.model.document import Document
from selon.pipeline import load_reader


def claim_of(text: str, trigger: str) -> Claim:
    """The claim whose trigger holds a word."""
    doc = Document(text_id(text), text, "fr", published=DateInterval.parse("2012-07-05"))
    return next(claim for claim in load_reader("fr").read(doc).claims if trigger in claim.trigger.of(text))


DATED = [
    ("La navette, construite en 2001, a décollé mardi.", "décollé", "2012-07-03"),
    ("Il voulait rencontrer le ministre élu en mai.", "rencontrer", None),
    ("Après les élections de dimanche, le président a démissionné.", "démissionné", None),
    ("Lors de la réunion de mardi, le ministre a signé l'accord.", "signé", "2012-07-03"),
    ("L'enquête sur le suicide du maire a commencé dimanche.", "suicide", None),
    ("La ministre, en poste jusqu'en mars 2013, a signé l'accord.", "signé", None),
    ("Les auteurs de l'attaque ont été arrêtés mardi.", "attaque", None),
    ("Ces derniers n'ont été libérés qu'en janvier 1981, après avoir été retenus deux ans.", "libérés", "1981-01"),
    ("Le ministre a démissionné pour la première fois depuis 2005.", "démissionné", None),
    ("Trois hommes ont été condamnés et emprisonnés lundi.", "condamnés", "2012-07-02"),
    ("Lundi, le maire a condamné l'attaque.", "condamné", "2012-07-02"),
    ("Lundi, le maire a condamné l'attaque.", "attaque", None),
    ("L'annonce est tombée ce matin, Renault va supprimer mille emplois.", "supprimer", None),
    ("La réunion se tiendra les 9 et 10 juillet.", "réunion", "2012-07-09/2012-07-10"),
    ("Le sommet a lieu du 9 au 10 juillet.", "sommet", "2012-07-09/2012-07-10"),
    ("L'usine sera fermée d'ici à 2014.", "fermée", "../2014"),
    ("Une grève est annoncée pour mardi.", "grève", "2012-07-10"),
    ("Il est arrêté en mars 1952 pour un délit, puni jusqu'en 1967. Il se suicide deux ans après.", "suicide", "1954"),
    ("Le 5 juillet 1962, la foule fête la paix. À Oran, une fusillade éclate.", "fusillade", "1962-07-05"),
    ("Le maire limogea le directeur.", "limogea", None),
    ("La journée du 5 juillet 1962 fut longue. L'armée attaque le village.", "attaque", "1962-07-05"),
    ("Kateri naît en 1656 dans un village. Elle dénonce son oncle.", "dénonce", None),
    ("Né en 1956, le maire dénonce le projet.", "dénonce", "2012-07-05"),
]


@pytest.mark.parametrize(("text", "trigger", "edtf"), DATED)
def test_a_date_stays_with_what_it_dates(text, trigger, edtf):
    """A date leaves neither its clause, its noun nor its aside; one that opens a paragraph holds for it."""
    when = claim_of(text, trigger).when.value
    assert (when.edtf if when is not None else None) == edtf


PLACED = [
    ("La conférence se tiendra à l'université anglaise de Manchester.", "conférence", "Manchester"),
    ("Total fermera sa raffinerie de Lille.", "fermera", "Lille"),
    ("Deux hommes ont été tués dans l'État du New Jersey.", "tués", "New Jersey"),
    ("Le pays a connu un attentat à proximité d'une église au nord du Nigeria.", "attentat", "Nigeria"),
    ("Au Luxembourg, deux personnes ont été arrêtées.", "arrêtées", "Luxembourg"),
    ("Une bombe a explosé entre Mossoul et Bagdad.", "explosé", "Mossoul"),
    ("La rencontre entre Paris et Berlin a été annulée.", "annulée", None),
    ("Le général a été tué à la frontière entre le Mali et le Niger.", "tué", "Mali"),
    ("L'Espagne a fait une demande d'aide à la zone euro.", "demande", None),
    ("Les manifestants ont défilé devant l'ambassade de France à Damas.", "défilé", "Damas"),
]


@pytest.mark.parametrize(("text", "trigger", "name"), PLACED)
def test_a_place_is_where_and_no_party(text, trigger, name):
    """A site stands in its town, whatever noun phrase holds both; who takes part is no place."""
    place = claim_of(text, trigger).place.value
    assert (place.name if place is not None else None) == name


PARTIES = [
    ("Trois hommes ont été arrêtés puis placés en garde à vue.", "placés", [], ["Trois hommes"]),
    ("L'homme a été reconnu coupable et condamné à dix ans de prison.", "condamné", [], ["L'homme"]),
    ("Plus de 80 personnes ont été arrêtées.", "arrêtées", [], ["Plus de 80 personnes"]),
    ("La police a arrêté plus de 80 personnes.", "arrêté", ["La police"], ["plus de 80 personnes"]),
    ("La loi a été annulée il y a deux mois par le tribunal.", "annulée", ["le tribunal"], []),
    ("C'est par l'armée que la ville a été attaquée.", "attaquée", ["l'armée"], []),
    ("C'est le maire que la police a arrêté.", "arrêté", ["la police"], ["le maire"]),
    ("L'armée a accusé le président d'avoir vendu des armes.", "accusé", ["L'armée"], ["le président"]),
    ("Le maire demande au préfet des renforts.", "demande", ["Le maire"], ["préfet"]),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "recipients"), PARTIES)
def test_parties_are_deep_arguments(text, trigger, actors, recipients):
    """Shared auxiliaries, counted subjects, clefts and datives are undone."""
    claim = claim_of(text, trigger)
    assert [party.name for party in claim.actors.value] == actors
    assert [party.name for party in claim.recipients.value] == recipients
