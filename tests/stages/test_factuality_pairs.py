"""Minimal pairs: two sentences that differ in one word, and what the whole reader says of the happening in brackets."""

from __future__ import annotations

import pytest

from selon.lang.schema import unmark
from selon.model.document import Document
from selon.model.factuality import status
from selon.model.span import Span
from selon.pipeline import load_reader


def status_of(marked: str) -> str:
    """The status of the happening that a sentence marks, event of the tables or not."""
    text, marks = unmark(marked)
    reading = load_reader("fr").read(Document("pair", text, "fr"), asked=(Span(*marks["["][0]),))
    return status(reading.asked[0][1])


MODALS = [
    ("L'[accident] est dû à une erreur.", "stated"), ("Le maire doit [rencontrer] le préfet.", "planned"),
    ("La [panne] est due à un incendie.", "stated"), ("L'[attentat] serait dû à une erreur.", "possible"),
    ("Le maire dut [démissionner].", "stated"), ("Le maire devra [démissionner].", "planned"),
    ("Les habitants durent [fuir].", "stated"), ("Les habitants doivent [fuir].", "planned"),
    ("Les soldats purent [rentrer] chez eux.", "stated"), ("Les soldats peuvent [rentrer] chez eux.", "possible"),
    ("Les juges auraient dû se [réunir] lundi.", "denied"), ("Les juges ont dû se [réunir] lundi.", "stated"),
    ("Les secours auraient pu [sauver] le marin.", "denied"), ("Les secours avaient pu [sauver] le marin.", "stated"),
    ("Il a fallu [évacuer] le quartier.", "stated"), ("Il faut [évacuer] le quartier.", "wanted"),
    ("Il aurait fallu [évacuer] le quartier.", "denied"), ("Il ne faut pas [évacuer] le quartier.", "denied"),
    ("Cette affaire pourrait faire [tomber] le gouvernement.", "possible"), ("Cette affaire a fait [tomber] le gouvernement.", "stated"),
    ("Le pays a montré un missile capable de [détruire] la ville.", "possible"), ("L'armée a pu [détruire] la ville.", "stated"),
]  # fmt: skip
REACH = [
    ("Les visiteurs pourront voir un film sur l'[attentat] de Paris.", "stated"),
    ("Les visiteurs pourront [voir] un film sur l'attentat de Paris.", "possible"),
    ("Le plan, voulu par la ministre [nommée] en septembre, est cher.", "stated"), ("Le plan [voulu] par la ministre est cher.", "stated"),
    ("Le pays souhaite une enquête sur l'[attaque].", "stated"), ("Le pays souhaite une [enquête] sur l'attaque.", "wanted"),
    ("L'ONU demande la libération des soldats [capturés] en mai.", "stated"),
    ("L'ONU demande la [libération] des soldats capturés en mai.", "wanted"),
    ("La ville envisage un monument aux victimes du [séisme].", "stated"), ("La ville envisage la [vente] du stade.", "planned"),
    ("Le pays n'a pas publié le rapport sur l'[attaque].", "stated"), ("Le pays n'a pas mené d'[attaque].", "denied"),
    ("Le maire veut revoir la loi [votée] en mai.", "stated"), ("Le maire veut [voter] la loi en mai.", "wanted"),
    ("Le juge a bloqué la [demande] du notaire.", "stated"), ("Le juge a annulé la [vente] du stade.", "denied"),
    ("Le syndicat a évoqué l'[attaque] de la ville.", "reported"), ("Le syndicat redoute l'[attaque] de la ville.", "feared"),
    ("Les discussions pourraient aboutir à un [accord].", "possible"), ("Les discussions ont abouti à un [accord].", "stated"),
    ("Les discussions n'ont pas abouti à un [accord].", "denied"), ("Le maire a parlé après l'[accord].", "stated"),
    ("La police a empêché le voleur de [fuir].", "denied"), ("La police a forcé le voleur à [fuir].", "stated"),
    ("La Commission regrette le moment choisi pour [abaisser] la note.", "reported"), ("L'agence a écrit pour [abaisser] la note.", "planned"),
]  # fmt: skip
PLANS = [
    ("La mairie prévoit que le pont sera [fermé] mardi.", "planned"), ("La mairie écrit que le pont est [fermé].", "reported"),
    ("Une [grève] est prévue mardi.", "planned"), ("Une [grève] est critiquée mardi.", "stated"),
    ("La [réunion] a été fixée à mardi.", "planned"), ("La [réunion] a été filmée mardi.", "stated"),
    ("Le [procès] est attendu en juin.", "planned"), ("Le [procès] est terminé.", "stated"),
    ("L'[attaque] est imminente.", "planned"), ("L'[attaque] est terrible.", "stated"),
    ("Le syndicat a annoncé le [boycott] des élections.", "planned"), ("Le maire a annoncé la [mort] du chanteur.", "reported"),
    ("Le groupe a annoncé la [fermeture] de l'usine.", "planned"), ("La police a annoncé l'[arrestation] du voleur.", "reported"),
    ("Le ministre parlera lors du [sommet] de mardi.", "planned"), ("Le ministre a parlé lors du [sommet] de mardi.", "stated"),
    ("Le maire signera l'accord avant de [quitter] la ville.", "planned"),
    ("Le maire a signé l'accord avant de [quitter] la ville.", "stated"),
    ("On retrouve la [fermeture] annoncée de l'usine.", "planned"), ("On retrouve la [fermeture] célèbre de l'usine.", "stated"),
    ("L'usine est menacée de [fermeture].", "feared"), ("Le syndicat menace de faire [grève].", "planned"),
]  # fmt: skip
NEGATIONS = [
    ("Cette [signature] est un grand pas pour le pays.", "stated"), ("Cette [signature] n'a pas eu lieu.", "denied"),
    ("L'armée n'a pas seulement [bombardé] la ville.", "stated"), ("L'armée n'a pas [bombardé] la ville.", "denied"),
    ("Plus que jamais, le pays [soutient] son allié.", "stated"), ("Le pays ne [soutient] plus son allié.", "denied"),
    ("Ni le maire ni le préfet n'ont [signé] le contrat.", "denied"), ("Le maire et le préfet ont [signé] le contrat.", "stated"),
    ("Le maire n'a [signé] que deux contrats.", "stated"), ("Le maire n'a [signé] aucun contrat.", "denied"),
    ("Le maire craint que l'armée ne [quitte] la ville.", "feared"), ("L'armée ne [quitte] pas la ville.", "denied"),
    ("Le maire n'exclut pas de [démissionner].", "possible"), ("Le maire refuse de [démissionner].", "denied"),
    ("Le maire n'exclut pas une [grève].", "possible"), ("La police n'écarte pas un [attentat].", "possible"),
    ("L'armée n'a pas cessé de [bombarder] la ville.", "stated"), ("L'armée n'a pas commencé à [bombarder] la ville.", "denied"),
    ("Le maire n'a pas hésité à [frapper] le garde.", "stated"), ("Le maire hésite à [frapper] le garde.", "possible"),
    ("Le juge ne peut pas [libérer] le suspect.", "denied"), ("Le juge peut [libérer] le suspect.", "possible"),
    ("L'armée n'a pu [prendre] la ville.", "denied"), ("L'armée a pu [prendre] la ville.", "stated"),
    ("Le maire ne veut pas [vendre] le stade.", "denied"), ("Le maire veut [vendre] le stade.", "wanted"),
    ("Le maire n'a pas l'intention de [vendre] le stade.", "denied"), ("Le maire a l'intention de [vendre] le stade.", "planned"),
    ("La digue ne risque pas de [céder].", "denied"), ("La digue risque de [céder].", "feared"),
    ("Le maire a refusé de [signer] le contrat.", "denied"), ("Le maire n'a pas refusé de [signer] le contrat.", "stated"),
    ("L'armée a tenté en vain de [prendre] la ville.", "denied"), ("L'armée a tenté de [prendre] la ville.", "possible"),
    ("Le contrat, jamais [signé] par le maire, a été perdu.", "denied"), ("Le contrat, [signé] par le maire, a été perdu.", "stated"),
    ("Il n'y a pas eu d'[accord].", "denied"), ("Il y a eu un [accord].", "stated"),
    ("Le roi est parti sans [saluer] la foule.", "denied"), ("Le roi n'est pas parti sans [saluer] la foule.", "stated"),
]  # fmt: skip
OPEN = [
    ("Si l'armée a [quitté] la ville, le port reste fermé.", "stated"), ("Si l'armée [quitte] la ville, la trêve tiendra.", "possible"),
    ("Si le nord a [voté] pour le maire, le sud a choisi son rival.", "stated"), ("Si le nord [vote] pour le maire, il gagnera.", "possible"),
    ("Le maire a-t-il [signé] le contrat ?", "possible"), ("Pourquoi le maire a-t-il [signé] le contrat ?", "stated"),
    ("Est-ce que le maire a [signé] le contrat ?", "possible"), ("Le maire a [signé] le contrat.", "stated"),
    ("On ignore si le maire a [signé] le contrat.", "possible"), ("L'avion a [atterri] apparemment sur le ventre.", "possible"),
    ("Le soi-disant [attentat] a été filmé.", "possible"), ("Le sanglant [attentat] a été filmé.", "stated"),
    ("L'[attaque] présumée a eu lieu mardi.", "possible"), ("Le voleur présumé a été [arrêté].", "stated"),
    ("Le notaire est mis en examen pour [homicide].", "possible"), ("Le notaire a été condamné pour [homicide].", "stated"),
    ("Le notaire est accusé de [meurtre].", "possible"), ("Le notaire est coupable de [meurtre].", "stated"),
    ("Une enquête a été ouverte pour [meurtre].", "possible"), ("La boutique a été [ouverte] pour la fête.", "stated"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), MODALS)
def test_a_modal_says_whether_it_happened(marked, expected):
    """*dut partir* left, *doit partir* will, *aurait dû partir* did not; *dû à* is no modal."""
    assert status_of(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), REACH)
def test_a_governor_reaches_what_it_governs(marked, expected):
    """What is only told about the governed noun or verb is left as it is."""
    assert status_of(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), PLANS)
def test_what_is_to_come_is_planned(marked, expected):
    """Scheduled in the active, the passive or the predicate, announced by its doer, or set in a future clause."""
    assert status_of(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), NEGATIONS)
def test_a_negation_has_a_scope(marked, expected):
    """Two negatives, restrictions, expletives and verbs whose negation leaves the deed alone do not deny."""
    assert status_of(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), OPEN)
def test_what_is_left_open_is_possible(marked, expected):
    """Conditions, questions, suspicions and charges; a *si* that grants a fact leaves nothing open."""
    assert status_of(marked) == expected
