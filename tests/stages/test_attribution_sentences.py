"""Constructions of attribution, read by the whole reader: the shortest sentence that shows each."""

import pytest

from selon.model.document import Document
from selon.pipeline import load_reader

CASES = [
    ("Il a ensuite déclaré que l'euro est sauvé.", "Il", "que l'euro est sauvé"),
    ("Le parquet annonce un vol. Selon la police, « le vol est rare ».", "la police", "« le vol est rare »"),
    ("Selon la police, « le montant est de mille euros ».", "la police", "« le montant est de mille euros »"),
    ("La société a nié toute responsabilité.", "La société", "toute responsabilité"),
    ("La société promet une autonomie accrue : trois heures pour les jeux.", "La société", "une autonomie accrue"),
    ("« C'est un scandale », n'a cessé de répéter le maire.", "le maire", "« C'est un scandale »"),
    ("Selon les démissionnaires, il ne reste plus que trois clairons.", "les démissionnaires", "il ne reste plus que trois clairons"),
    ("Ces derniers souhaitent une sortie de crise.", "Ces derniers", "une sortie de crise"),
    ("Le maire affirme dans son journal vidéo hebdomadaire qu'il a signé l'accord.", "Le maire", "qu'il a signé l'accord"),
]


@pytest.mark.parametrize(("text", "source", "content"), CASES)
def test_source_and_content(text, source, content):
    """The source and the content stand where a careful reader sees them."""
    reading = load_reader("fr").read(Document("case", text, "fr"))
    found = [([s.of(text) for s in a.source], [s.of(text) for s in a.content]) for a in reading.attributions]
    assert ([source], [content]) in found


@pytest.mark.parametrize(
    "text",
    [
        "La question est de savoir si l'accord sera signé.",
        "Le fait, même non répété, d'user de menaces est un délit.",
        "Nul n'a parlé de démission.",
        "Vous observerez que la rue est étroite.",
    ],
)
def test_no_attribution(text):
    """What only looks like an attribution gives none."""
    assert load_reader("fr").read(Document("case", text, "fr")).attributions == ()
