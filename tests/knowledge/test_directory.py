"""Names of the press and the actors they stand for."""

from __future__ import annotations

import lzma
import re
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from selon.errors import InputError
from selon.knowledge.directory import ActorBase, Entry, PackagedDirectory, fold, parse_base
from selon.model.actor import KINDS

if TYPE_CHECKING:
    from selon.knowledge.directory import Directory

DIRECTORY: Directory = PackagedDirectory()
ROWS = parse_base(lzma.decompress((resources.files("selon") / "data" / "actors.tsv.xz").read_bytes()).decode("utf-8"))

# What the press writes, then the actor: id, kind, country.
KNOWN = """
la Russie | RUS | country | RUS
Russie | RUS | country | RUS
russie | RUS | country | RUS
RUSSIE | RUS | country | RUS
Russia | RUS | country | RUS
Fédération de Russie | RUS | country | RUS
la Fédération de Russie | RUS | country | RUS
Russian Federation | RUS | country | RUS
URSS | SUN | country | SUN
Union soviétique | SUN | country | SUN
Corée du Nord | PRK | country | PRK
la Corée-du-Nord | PRK | country | PRK
RPDC | PRK | country | PRK
République populaire démocratique de Corée | PRK | country | PRK
DPRK | PRK | country | PRK
North Korea | PRK | country | PRK
Corée du Sud | KOR | country | KOR
République de Corée | KOR | country | KOR
les États-Unis | USA | country | USA
Etats-Unis | USA | country | USA
Etats Unis | USA | country | USA
États-Unis d’Amérique | USA | country | USA
USA | USA | country | USA
U.S. | USA | country | USA
l'Iran | IRN | country | IRN
L’Iran | IRN | country | IRN
République islamique d'Iran | IRN | country | IRN
République populaire de Chine | CHN | country | CHN
la Chine populaire | CHN | country | CHN
Taiwan | TWN | country | TWN
Taïwan | TWN | country | TWN
Birmanie | MMR | country | MMR
Myanmar | MMR | country | MMR
Burma | MMR | country | MMR
Biélorussie | BLR | country | BLR
Bélarus | BLR | country | BLR
Swaziland | SWZ | country | SWZ
Eswatini | SWZ | country | SWZ
Zaïre | COD | country | COD
RDC | COD | country | COD
République démocratique du Congo | COD | country | COD
Congo-Brazzaville | COG | country | COG
RCA | CAF | country | CAF
République centrafricaine | CAF | country | CAF
Côte d’Ivoire | CIV | country | CIV
Cote d'Ivoire | CIV | country | CIV
Côte-d'Ivoire | CIV | country | CIV
Ivory Coast | CIV | country | CIV
Royaume-Uni | GBR | country | GBR
Grande-Bretagne | GBR | country | GBR
UK | GBR | country | GBR
la Hollande | NLD | country | NLD
Pays-Bas | NLD | country | NLD
Émirats arabes unis | ARE | country | ARE
EAU | ARE | country | ARE
Arabie Saoudite | SAU | country | SAU
Kosovo | XKX | country | XKX
Palestine | PSE | country | PSE
Macédoine du Nord | MKD | country | MKD
Timor-Leste | TLS | country | TLS
Hongkong | HKG | country | HKG
Trinidad and Tobago | TTO | country | TTO
Saint Lucia | LCA | country | LCA
Viêt Nam | VNM | country | VNM
Vietnam | VNM | country | VNM
Haute-Volta | BFA | country | BFA
la Réunion | REU | country | REU
Allemagne de l'Est | DDR | country | DDR
ONU | onu | organisation | -
l’ONU | onu | organisation | -
Onu | onu | organisation | -
O.N.U. | onu | organisation | -
UN | onu | organisation | -
Nations unies | onu | organisation | -
les Nations Unies | onu | organisation | -
NATIONS UNIES | onu | organisation | -
Conseil de sécurité | unsc | organisation | -
le conseil de sécurité | unsc | organisation | -
OTAN | otan | organisation | -
Otan | otan | organisation | -
NATO | otan | organisation | -
l'Alliance atlantique | otan | organisation | -
UE | ue | organisation | -
l'Union européenne | ue | organisation | -
les Vingt-Sept | ue | organisation | -
European Union | ue | organisation | -
Commission européenne | commission-europeenne | organisation | -
Parlement européen | parlement-europeen | organisation | -
AIEA | aiea | organisation | -
IAEA | aiea | organisation | -
Agence internationale de l'énergie atomique | aiea | organisation | -
FMI | fmi | organisation | -
OMS | oms | organisation | -
Oms | oms | organisation | -
Unesco | unesco | organisation | -
CEDEAO | cedeao | organisation | -
Ligue arabe | ligue-arabe | organisation | -
Union africaine | ua | organisation | -
CPI | cpi | organisation | -
Cour pénale internationale | cpi | organisation | -
OSCE | osce | organisation | -
Croix Rouge | croix-rouge | organisation | -
CICR | cicr | organisation | -
Médecins sans frontières | msf | organisation | -
Amnesty | amnesty-international | organisation | -
Human Rights Watch | hrw | organisation | -
OSDH | osdh | organisation | -
CIA | cia | government | USA
FBI | fbi | government | USA
Pentagone | dod | military | USA
Bundestag | bundestag | government | DEU
Knesset | knesset | government | ISR
Tsahal | idf | military | ISR
Autorité palestinienne | autorite-palestinienne | government | PSE
FSB | fsb | government | RUS
Sénat américain | senat-des-etats-unis | government | USA
Parti communiste chinois | parti-communiste-chinois | party | CHN
AKP | akp | party | TUR
CDU | cdu | party | DEU
Rassemblement national | rn | party | FRA
Frères musulmans | freres-musulmans | organisation | -
CGT | cgt | organisation | FRA
Gazprom | gazprom | organisation | RUS
AFP | afp | media | FRA
l’AFP | afp | media | FRA
Agence France-Presse | afp | media | FRA
Reuters | reuters | media | GBR
KCNA | kcna | media | PRK
Chine nouvelle | chine-nouvelle | media | CHN
Xinhua | chine-nouvelle | media | CHN
Tass | tass | media | RUS
RIA Novosti | ria | media | RUS
Ria-Novosti | ria | media | RUS
agence Yonhap | yonhap | media | KOR
Sana | sana | media | SYR
Le Monde | monde | media | FRA
Libération | liberation | media | FRA
The Guardian | guardian | media | GBR
New York Times | nyt | media | USA
Al-Jazira | al-jazeera | media | QAT
Al Jazeera | al-jazeera | media | QAT
Hamas | hamas | armed_group | PSE
le Hezbollah | hezbollah | armed_group | LBN
État islamique | ei | armed_group | -
Etat islamique | ei | armed_group | -
Daech | ei | armed_group | -
Daesh | ei | armed_group | -
ISIS | ei | armed_group | -
Al-Qaida | al-qaida | armed_group | -
Al Qaïda | al-qaida | armed_group | -
AQMI | aqmi | armed_group | -
Aqmi | aqmi | armed_group | -
les Talibans | talibans | armed_group | AFG
les talibans | talibans | armed_group | AFG
M23 | m23 | armed_group | COD
FARC | farc | armed_group | COL
Farc | farc | armed_group | COL
PKK | pkk | armed_group | TUR
Boko Haram | boko-haram | armed_group | NGA
shebab | al-chabab | armed_group | SOM
Front Polisario | front-polisario | armed_group | ESH
Houthis | houthis | armed_group | YEM
République populaire de Donetsk | rpd | government | UKR
Haut-Karabakh | haut-karabakh | government | AZE
"""
CASES = [[cell.strip() for cell in line.split("|")] for line in KNOWN.strip().split("\n")]


def _shown(entry: Entry) -> tuple[str, str, str]:
    return entry.id, entry.kind, entry.country or "-"


@pytest.mark.parametrize(("name", "identifier", "kind", "country"), CASES)
def test_a_name_of_the_press_finds_its_actor(name: str, identifier: str, kind: str, country: str) -> None:
    """The forms that the press uses for an actor find it, and it alone."""
    assert [_shown(entry) for entry in DIRECTORY.find(name)] == [(identifier, kind, country)]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "le",
        "l'",
        "onu",
        "cia",
        "le monde",
        "libération",
        "total",
        "la presse",
        "le temps",
        "taliban-like",
        "Dupont",
        "Kim Jong-un",
        "Assemblée nationale",
    ],
)
def test_a_name_that_is_not_an_actor_finds_nothing(name: str) -> None:
    """Common nouns, persons and institutions that every country has are left to the article."""
    assert DIRECTORY.find(name) == ()


@pytest.mark.parametrize(
    ("name", "identifiers"),
    [
        ("le Congo", ["COD", "COG"]),
        ("RFA", ["DEU", "rfa"]),
        ("APS", ["agence-de-presse-senegalaise", "algerie-presse-service"]),
        ("RSF", ["fsr", "rsf"]),
        ("Chambre des communes", ["chambre-des-communes-britannique", "chambre-des-communes-du-canada"]),
    ],
)
def test_a_shared_name_finds_all_that_bear_it(name: str, identifiers: list[str]) -> None:
    """A name that several actors share is never decided here; they come in the order of their ids."""
    assert [entry.id for entry in DIRECTORY.find(name)] == identifiers


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Côte-d’Ivoire", "cote d ivoire"),
        ("ÉTATS‑UNIS", "etats unis"),
        ("  Al-  Qaïda ", "al qaida"),
        ("Œuvre", "oeuvre"),
        ("Bes\u0327tepe", "bestepe"),
    ],
)
def test_fold_leaves_what_all_spellings_share(name: str, key: str) -> None:
    """Case, accents, hyphens, apostrophes and spaces do not tell names apart."""
    assert fold(name) == key


def test_a_name_in_decomposed_characters_is_the_same_name() -> None:
    """NFC and NFD spellings find the same actor."""
    assert DIRECTORY.find("E\u0301gypte") == DIRECTORY.find("Égypte") != ()


def test_an_entry_lists_the_forms_that_find_it() -> None:
    """Every form shown for an actor finds this actor."""
    (entry,) = DIRECTORY.find("OTAN")
    assert all(entry in DIRECTORY.find(form) for form in entry.forms)


def test_every_entry_of_the_base_is_well_formed() -> None:
    """Ids are sorted and unique, kinds are those of the model, countries are alpha-3, the name is one of the forms."""
    entries = [entry for entry, _ in ROWS]
    assert [entry.id for entry in entries] == sorted({entry.id for entry in entries})
    assert [entry for entry in entries if entry.kind not in KINDS or entry.name not in entry.forms] == []
    assert [entry for entry in entries if entry.country is not None and not re.fullmatch("[A-Z]{3}", entry.country)] == []
    assert sum(entry.kind == "country" for entry in entries) == 255


def test_every_form_of_the_base_finds_its_entry() -> None:
    """No form of the base is lost to the rules of look-up."""
    base = ActorBase(ROWS)
    assert [(entry.id, form) for entry, _ in ROWS for form in entry.forms if entry not in base.find(form)] == []


def test_a_common_noun_is_not_a_name() -> None:
    """A single word in lower case finds only what is written so."""
    base = ActorBase([(Entry("x", "Le Temps", "media", "CHE", ("Le Temps", "LT")), ("LT",))])
    assert [entry.id for entry in base.find("Le Temps")] == ["x"]
    assert base.find("le temps") == base.find("lt") == ()


def test_a_base_with_other_columns_is_refused() -> None:
    """A file of another version says what to run."""
    with pytest.raises(InputError, match="build_actors"):
        parse_base("id\tname\n")


def test_a_row_of_unknown_kind_is_refused() -> None:
    """A row that is no actor is named by its line."""
    with pytest.raises(InputError, match="line 2"):
        parse_base("id\tkind\tcountry\tname\tforms\tacronyms\nx\tplanet\t\tMars\tMars\t\n")
