"""Which words are places, and which place of that name is meant; sentences are built by hand, no model is loaded.

`Damas/PROPN` is a word with its part of speech, `[LOC … ]` an entity of the model.
"""

from __future__ import annotations

import pytest

from selon.knowledge.gazetteer import open_gazetteer
from selon.knowledge.place_words import PlaceWords, read_place_words
from selon.model import Document, Entity, Sentence, Span, Token, Toponym
from selon.stages.toponyms import find_toponyms, with_role

GAZETTEER = open_gazetteer()
WORDS = read_place_words("fr", GAZETTEER.alpha2)


def build(marked: str) -> tuple[Document, list[Sentence]]:
    """The document and the sentences (one a line) of a marked text."""
    text, sents = "", []
    for number, line in enumerate(marked.strip().split("\n")):
        tokens: list[Token] = []
        entities: list[Entity] = []
        opened, label, begin = -1, "", len(text)
        for part in line.split():
            if part.startswith("["):
                opened, label = len(tokens), part[1:]
                continue
            if part == "]":
                entities.append(Entity(opened, len(tokens), label))
                continue
            word, _, upos = part.rpartition("/")
            if tokens and not tokens[-1].text.endswith(("'", "’", "(")) and word not in {",", ".", ")"}:
                text += " "
            tokens.append(
                Token(
                    len(tokens),
                    len(text),
                    len(text) + len(word),
                    word,
                    word.lower(),
                    upos,
                    {},
                    max(0, len(tokens) - 1),
                    "dep" if tokens else "root",
                )
            )
            text += word
        children = tuple((i + 1,) if i + 1 < len(tokens) else () for i in range(len(tokens)))
        sents.append(Sentence(number, 0, False, begin, len(text), tuple(tokens), children, tuple(entities)))
        text += "\n"
    return Document("d", text, "fr"), sents


def read(marked: str) -> tuple[tuple[str, Toponym], ...]:
    doc, sents = build(marked)
    return tuple((toponym.span.of(doc.text), toponym) for toponym in find_toponyms(doc, sents, GAZETTEER, WORDS))


def ids(marked: str) -> list[tuple[str, str | None]]:
    return [(text, toponym.id) for text, toponym in read(marked)]


def test_country_beside_the_name_decides() -> None:
    """*Tripoli, au Liban* is not the capital of Libya."""
    found = read("Le/DET calme/NOUN revient/VERB à/ADP [LOC Tripoli/PROPN ] ,/PUNCT au/ADP [LOC Liban/PROPN ] ./PUNCT")
    assert [(text, toponym.inside, toponym.country) for text, toponym in found] == [("Tripoli", "LB", None), ("Liban", None, "LB")]
    assert found[0][1].by == "gazetteer, country or region named beside it"
    assert "geonames:2210247" in found[0][1].alternatives


def test_country_in_brackets_decides() -> None:
    """*Valence (Espagne)* is not the town on the Rhône."""
    found = read("Le/DET train/NOUN relie/VERB [LOC Valence/PROPN ] (/PUNCT [LOC Espagne/PROPN ] )/PUNCT à/ADP [LOC Madrid/PROPN ] ./PUNCT")
    assert [toponym.inside or toponym.country for _, toponym in found] == ["ES", "ES", "ES"]


def test_one_sense_per_article() -> None:
    """A name explained once is the same place further on."""
    found = read(
        "Le/DET calme/NOUN revient/VERB à/ADP [LOC Tripoli/PROPN ] ,/PUNCT au/ADP [LOC Liban/PROPN ] ./PUNCT\n"
        "Des/DET tirs/NOUN ont/AUX visé/VERB [LOC Tripoli/PROPN ] ./PUNCT"
    )
    assert found[-1][1].inside == "LB"


def test_countries_of_the_article_decide() -> None:
    """Without anything beside it, a name lies in a country that the article speaks of, by name or by a demonym."""
    assert read("Les/DET [LOC Philippines/PROPN ] alertent/VERB [LOC San/PROPN Fernando/PROPN ] ./PUNCT")[1][1].inside == "PH"
    assert read("La/DET police/NOUN [LOC Pokrovsk/PROPN ] ./PUNCT")[0][1].inside == "UA"
    assert read("Le/DET gouvernement/NOUN libanais/ADJ renforce/VERB [LOC Tripoli/PROPN ] ./PUNCT")[0][1].inside == "LB"


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("Il/PRON va/VERB à/ADP [LOC Québec/PROPN ] ./PUNCT", "city"),
        ("Il/PRON va/VERB au/ADP [LOC Québec/PROPN ] ./PUNCT", "admin1"),
        ("Il/PRON va/VERB au/ADP [LOC Caire/PROPN ] ./PUNCT", "city"),
        ("Il/PRON va/VERB à/ADP [LOC Alep/PROPN ] ./PUNCT", "city"),
        ("Il/PRON quitte/VERB la/DET province/NOUN d'/ADP [LOC Alep/PROPN ] ./PUNCT", "admin1"),
        ("Il/PRON quitte/VERB la/DET province/NOUN de/ADP la/DET [LOC Kapisa/PROPN ] ./PUNCT", "admin1"),
        ("Il/PRON vit/VERB en/ADP [LOC Géorgie/PROPN ] ./PUNCT", "country"),
        ("Il/PRON quitte/VERB le/DET lac/NOUN [LOC Tchad/PROPN ] ./PUNCT", "water"),
        ("Il/PRON navigue/VERB en/ADP mer/NOUN Noire/PROPN ./PUNCT", "water"),
    ],
)
def test_word_before_decides_the_kind(marked: str, kind: str) -> None:
    """Prepositions, articles and nouns tell a town from a region of the same name."""
    assert [toponym.kind for _, toponym in read(marked)] == [kind]


@pytest.mark.parametrize(
    ("marked", "text", "id"),
    [
        ("La/DET bande/NOUN de/ADP [LOC Gaza/PROPN ] est/AUX fermée/VERB ./PUNCT", "bande de Gaza", "selon:gaza_strip"),
        ("La/DET [LOC Corée/PROPN du/ADP Nord/PROPN ] refuse/VERB ./PUNCT", "Corée du Nord", "iso:KP"),
        ("Les/DET Émirats/NOUN arabes/ADJ unis/ADJ refusent/VERB ./PUNCT", "Émirats arabes unis", "iso:AE"),
        ("Ils/PRON occupent/VERB la/DET place/NOUN [PER Tahrir/PROPN ] ./PUNCT", "place Tahrir", "selon:tahrir_square"),
        ("La/DET République/NOUN démocratique/ADJ du/ADP Congo/PROPN vote/VERB ./PUNCT", "République démocratique du Congo", "iso:CD"),
        ("Il/PRON vit/VERB à/ADP [LOC La/DET Haye/PROPN ] ./PUNCT", "La Haye", "geonames:2747373"),
        ("[LOC Les/DET États-Unis/PROPN ] votent/VERB ./PUNCT", "États-Unis", "iso:US"),
        ("La/DET [LOC RDC/PROPN ] vote/VERB ./PUNCT", "RDC", "iso:CD"),
        ("Il/PRON quitte/VERB le/DET [LOC Nord/PROPN du/ADP Mali/PROPN ] ./PUNCT", "Mali", "iso:ML"),
        ("Elle/PRON habite/VERB en/ADP [PER Ukraine/PROPN ] ./PUNCT", "Ukraine", "iso:UA"),
        ("La/DET [ORG Russie/PROPN ] refuse/VERB ./PUNCT", "Russie", "iso:RU"),
        ("Il/PRON vit/VERB près/ADV de/ADP [LOC St-Étienne/PROPN ] ./PUNCT", "St-Étienne", "geonames:2980291"),
    ],
)
def test_whole_name_without_article(marked: str, text: str, id: str) -> None:
    """The longest name is taken, without the article that is not part of it."""
    assert ids(marked) == [(text, id)]


@pytest.mark.parametrize(
    "marked",
    [
        "[PER Jean/PROPN Valence/PROPN ] parle/VERB ./PUNCT",
        "[PER Florence/PROPN ] parle/VERB ./PUNCT",
        "Les/DET des/NOUN sont/AUX sur/ADP la/DET table/NOUN ./PUNCT",
        "Le/DET Centre/NOUN a/AUX perdu/VERB ./PUNCT",
        "Le/DET CDG/PROPN ferme/VERB ./PUNCT",
        "Le/DET club/NOUN Victoria/PROPN Dumont/PROPN gagne/VERB ./PUNCT",
        "Les/DET membres/NOUN de/ADP [ORG Boko/PROPN Haram/PROPN ] fuient/VERB ./PUNCT",
        "Le/DET poste/NOUN revient/VERB à/ADP [LOC Lorik/PROPN Tamvel/PROPN ] ./PUNCT",
        "Nice/ADJ est/AUX un/DET mot/NOUN anglais/ADJ ./PUNCT",
    ],
)
def test_no_place(marked: str) -> None:
    """Lower-case words, codes, people and groups are no places."""
    assert ids(marked) == []


def test_surname_stays_a_surname() -> None:
    """A name that was somebody's is not a town in the next sentence."""
    assert ids("[PER Marie/PROPN Valence/PROPN ] parle/VERB ./PUNCT\nPuis/ADV Valence/PROPN sort/VERB ./PUNCT") == []


@pytest.mark.parametrize(
    "marked",
    [
        "Ils/PRON ont/AUX signé/VERB l'/DET accord/NOUN de/ADP [LOC Minsk/PROPN ] ./PUNCT",
        "La/DET [ORG Banque/NOUN de/ADP France/PROPN ] attend/VERB ./PUNCT",
        "Il/PRON habite/VERB rue/NOUN de/ADP [LOC Paris/PROPN ] ./PUNCT",
        "La/DET Fédération/PROPN de/ADP [LOC France/PROPN ] attend/VERB ./PUNCT",
    ],
)
def test_part_of_another_name(marked: str) -> None:
    """A place inside the name of a treaty, a body or a street is no place of the story."""
    assert [toponym.role for _, toponym in read(marked)] == ["part_of_name"]


def test_quarter_of_a_town() -> None:
    """A place after another place is still a place."""
    assert read("Il/PRON vit/VERB à/ADP [LOC Orbika/PROPN ] de/ADP [LOC Lagos/PROPN ] ./PUNCT")[-1][1].role == "literal"


def test_origin() -> None:
    """Where somebody comes from is not where something happens."""
    (one,) = read("Le/DET chanteur/NOUN ,/PUNCT originaire/ADJ de/ADP [LOC Tunis/PROPN ] ,/PUNCT chante/VERB ./PUNCT")
    assert one[1].role == "origin"


def test_unknown_site_is_named_without_a_point() -> None:
    """The text says that it is a place; the gazetteer does not know it: no point is made up."""
    (one,) = read("Ils/PRON sont/AUX restés/VERB sur/ADP la/DET place/NOUN des/ADP [LOC Tambourins/PROPN ] ./PUNCT")
    assert one[0] == "place des Tambourins"
    assert (one[1].kind, one[1].id, one[1].lat) == ("facility", None, None)
    (two,) = read("Ils/PRON ont/AUX fui/VERB le/DET village/NOUN de/ADP [LOC Oubarikou/PROPN ] ./PUNCT")
    assert (two[0], two[1].kind, two[1].id) == ("Oubarikou", "city", None)


def test_preamble_is_left_out() -> None:
    """A dateline says where the article was filed."""
    doc, sents = build("[LOC Genève/PROPN ] (/PUNCT dépêche/NOUN )/PUNCT La/DET [LOC Suisse/PROPN ] vote/VERB ./PUNCT")
    inside = Document("d", doc.text, "fr", preamble=Span(0, 17))
    assert [toponym.id for toponym in find_toponyms(inside, sents, GAZETTEER, WORDS)] == ["iso:CH"]


def test_with_role() -> None:
    """A later stage may say that a place acts; the reason is added, nothing else changes."""
    (one,) = read("[LOC Moscou/PROPN ] dément/VERB ./PUNCT")
    acting = with_role(one[1], "metonymic_actor", "fr/metonyms.tsv:4")
    assert (acting.role, acting.id) == ("metonymic_actor", one[1].id)
    assert acting.by.endswith("; fr/metonyms.tsv:4")
    with pytest.raises(ValueError, match="no role of a toponym"):
        with_role(one[1], "actor", "x")


def test_language_without_tables() -> None:
    """Without words of its language the stage still finds what the model calls a place."""
    doc, sents = build("[LOC London/PROPN ] sleeps/VERB ./PUNCT")
    assert [t.inside for t in find_toponyms(doc, sents, GAZETTEER, PlaceWords("en"))] == ["GB"]


def test_every_example_of_the_table_holds_its_word() -> None:
    """Each row's example is written for its row: one of its words stands in it."""
    import tomllib
    from importlib import resources

    table = tomllib.loads((resources.files("selon") / "lang" / "fr" / "places.toml").read_text(encoding="utf-8"))
    for row in (*table["preposition"], *table["noun"], table["part_of_name"], table["origin"], table["never"]):
        heads = tuple(word.removesuffix(" de").removesuffix(" à") for word in row["words"])
        assert any(head in row["example"] for head in heads), row["example"]
