"""French names of world news resolve to the right country and point.

The expected points are those of any atlas, to half a degree; an area has no point to compare.
"""

from __future__ import annotations

import math
import pickle

import pytest

from selon.knowledge.gazetteer import AREAS, fold, open_gazetteer

COUNTRIES = """
Allemagne DE|Afghanistan AF|Afrique du Sud ZA|Algérie DZ|Arabie saoudite SA|Autriche AT|Azerbaïdjan AZ|Bahreïn BH|Bélarus BY|Biélorussie BY|Birmanie MM|Myanmar MM
Bosnie BA|Bosnie-Herzégovine BA|Burkina Faso BF|Burkina BF|Cambodge KH|Cameroun CM|Cap-Vert CV|Centrafrique CF|République centrafricaine CF|Chine CN|Chypre CY
Congo-Brazzaville CG|RD Congo CD|RDC CD|République démocratique du Congo CD|Corée du Nord KP|Corée du Sud KR|Côte d'Ivoire CI|Côte d’Ivoire CI|Djibouti DJ
Égypte EG|Egypte EG|Émirats arabes unis AE|Equateur EC|Érythrée ER|Espagne ES|États-Unis US|Etats-Unis US|Éthiopie ET|France FR|Géorgie GE|Grande-Bretagne GB
Guinée GN|Guinée-Bissau GW|Guinée équatoriale GQ|Haïti HT|Hongrie HU|Inde IN|Irak IQ|Iraq IQ|Iran IR|Israël IL|Kazakhstan KZ|Kosovo XK|Koweït KW|Liban LB|Libye LY
Macédoine du Nord MK|Mali ML|Maroc MA|Mauritanie MR|Mexique MX|Moldavie MD|Niger NE|Nigeria NG|Nouvelle-Zélande NZ|Ouganda UG|Ouzbékistan UZ|Palestine PS|Pays-Bas NL
Philippines PH|Pologne PL|République tchèque CZ|Tchéquie CZ|Royaume-Uni GB|Russie RU|Rwanda RW|Sahara occidental EH|Saint-Marin SM|Salvador SV|Sénégal SN|Soudan du Sud SS
Sri Lanka LK|Suède SE|Suisse CH|Syrie SY|Taïwan TW|Tchad TD|Timor oriental TL|Tunisie TN|Turquie TR|Ukraine UA|USA US|Vatican VA|Venezuela VE|Viêt Nam VN|Vietnam VN|Yémen YE
Groenland GL|Guyane GF|Nouvelle-Calédonie NC|Mayotte YT|Hong Kong HK|Eswatini SZ|Swaziland SZ
"""
POINTS = """
Kyiv UA 50.45 30.52|Kiev UA 50.45 30.52|Pékin CN 39.9 116.4|Le Caire EG 30.05 31.25|Caire EG 30.05 31.25|La Haye NL 52.08 4.3|Tchernobyl UA 51.27 30.22
Téhéran IR 35.69 51.42|Alep SY 36.2 37.16|Homs SY 34.73 36.72|Damas SY 33.51 36.29|Hama SY 35.13 36.75|Idlib SY 35.93 36.63|Deraa SY 32.62 36.1|Lattaquié SY 35.52 35.79
Raqqa SY 35.95 39.01|Deir ez-Zor SY 35.33 40.14|Deir Ezzor SY 35.33 40.14|Kobané SY 36.89 38.35|Palmyre SY 34.56 38.28|Kaboul AF 34.53 69.17|Kandahar AF 31.61 65.71
Jalalabad AF 34.43 70.45|Hérat AF 34.34 62.2|Mazar-e-Charif AF 36.71 67.11|Benghazi LY 32.12 20.07|Misrata LY 32.38 15.09|Syrte LY 31.2 16.59|Tripoli LY 32.89 13.19
Tobrouk LY 32.08 23.96|Bagdad IQ 33.34 44.4|Mossoul IQ 36.34 43.12|Bassora IQ 30.5 47.8|Kirkouk IQ 35.47 44.39|Erbil IQ 36.19 44.01|Falloujah IQ 33.35 43.78|Tikrit IQ 34.6 43.68
Moscou RU 55.75 37.62|Saint-Pétersbourg RU 59.94 30.31|Vladivostok RU 43.1 131.9|Grozny RU 43.31 45.69|Rostov-sur-le-Don RU 47.23 39.7|Koursk RU 51.73 36.19|Belgorod RU 50.6 36.6
Kharkiv UA 49.98 36.25|Kharkov UA 49.98 36.25|Marioupol UA 47.1 37.55|Odessa UA 46.48 30.73|Lviv UA 49.84 24.03|Donetsk UA 48.02 37.8|Louhansk UA 48.57 39.31|Lougansk UA 48.57 39.31
Kherson UA 46.64 32.61|Zaporijjia UA 47.84 35.14|Bakhmout UA 48.59 38.0|Boutcha UA 50.55 30.21|Sébastopol UA 44.6 33.52|Simferopol UA 44.95 34.1|Avdiïvka UA 48.14 37.75|Izioum UA 49.2 37.28
Pokrovsk UA 48.28 37.18|Kramatorsk UA 48.73 37.58|Dnipro UA 48.46 35.04|Mykolaïv UA 46.97 32.0|Severodonetsk UA 48.95 38.49|Minsk BY 53.9 27.57|Varsovie PL 52.23 21.01
Cracovie PL 50.06 19.94|Bucarest RO 44.43 26.1|Sofia BG 42.7 23.32|Athènes GR 37.98 23.73|Salonique GR 40.64 22.94|Belgrade RS 44.8 20.47|Sarajevo BA 43.85 18.36|Pristina XK 42.67 21.17
Zagreb HR 45.81 15.98|Vienne AT 48.21 16.37|Prague CZ 50.09 14.42|Berlin DE 52.52 13.4|Munich DE 48.14 11.58|Francfort DE 50.11 8.68|Cologne DE 50.94 6.96|Hambourg DE 53.55 9.99
Bruxelles BE 50.85 4.35|Anvers BE 51.22 4.4|Liège BE 50.63 5.57|Genève CH 46.2 6.15|Berne CH 46.95 7.45|Zurich CH 47.37 8.55|Bâle CH 47.56 7.59|Lausanne CH 46.52 6.63|Davos CH 46.8 9.84
Londres GB 51.51 -0.13|Édimbourg GB 55.95 -3.2|Belfast GB 54.6 -5.93|Dublin IE 53.33 -6.25|Lisbonne PT 38.72 -9.13|Madrid ES 40.42 -3.7|Barcelone ES 41.39 2.16|Séville ES 37.38 -5.97
Rome IT 41.89 12.51|Milan IT 45.46 9.19|Naples IT 40.85 14.27|Gênes IT 44.41 8.93|Turin IT 45.07 7.69|Venise IT 45.44 12.33|Copenhague DK 55.68 12.57|Stockholm SE 59.33 18.07
Oslo NO 59.91 10.75|Helsinki FI 60.17 24.94|Reykjavik IS 64.14 -21.9|Istanbul TR 41.01 28.95|Ankara TR 39.92 32.85|Erevan AM 40.18 44.51|Bakou AZ 40.38 49.89|Tbilissi GE 41.69 44.83
Stepanakert AZ 39.82 46.75|Jérusalem IL 31.77 35.22|Tel-Aviv IL 32.08 34.78|Haïfa IL 32.82 34.99|Gaza PS 31.5 34.47|Ramallah PS 31.9 35.2|Rafah PS 31.28 34.25|Khan Younès PS 31.34 34.3
Hébron PS 31.53 35.1|Naplouse PS 32.22 35.25|Jénine PS 32.46 35.3|Bethléem PS 31.7 35.2|Beyrouth LB 33.89 35.5|Saïda LB 33.56 35.37|Amman JO 31.96 35.95|Riyad SA 24.69 46.72
La Mecque SA 21.43 39.83|Djeddah SA 21.54 39.17|Doha QA 25.29 51.53|Abou Dhabi AE 24.45 54.4|Dubaï AE 25.08 55.3|Manama BH 26.23 50.59|Sanaa YE 15.35 44.21|Aden YE 12.78 45.04
Hodeïda YE 14.8 42.95|Taëz YE 13.58 44.02|Ispahan IR 32.65 51.67|Chiraz IR 29.61 52.54|Islamabad PK 33.72 73.04|Karachi PK 24.86 67.01|Peshawar PK 34.01 71.58|Lahore PK 31.56 74.35
New Delhi IN 28.61 77.2|Bombay IN 19.07 72.88|Calcutta IN 22.56 88.36|Dacca BD 23.71 90.41|Katmandou NP 27.7 85.32|Colombo LK 6.93 79.85|Rangoun MM 16.8 96.16|Naypyidaw MM 19.75 96.13
Bangkok TH 13.75 100.5|Phnom Penh KH 11.56 104.92|Hanoï VN 21.02 105.84|Hô-Chi-Minh-Ville VN 10.82 106.63|Djakarta ID -6.21 106.85|Jakarta ID -6.21 106.85|Manille PH 14.6 120.98
Séoul KR 37.57 126.98|Pyongyang KP 39.03 125.75|Tokyo JP 35.69 139.69|Fukushima JP 37.75 140.47|Shanghai CN 31.22 121.46|Canton CN 23.12 113.25|Lhassa CN 29.65 91.1|Urumqi CN 43.8 87.6
Taipei TW 25.05 121.53|Astana KZ 51.18 71.45|Tachkent UZ 41.26 69.22|Bichkek KG 42.87 74.59|Douchanbé TJ 38.54 68.78|Alger DZ 36.75 3.04|Oran DZ 35.7 -0.64|Tunis TN 36.82 10.17
Sidi Bouzid TN 35.04 9.49|Rabat MA 34.01 -6.83|Tanger MA 35.77 -5.8|Casablanca MA 33.59 -7.61|Laâyoune EH 27.14 -13.19|Nouakchott MR 18.09 -15.98|Dakar SN 14.69 -17.44
Bamako ML 12.65 -8.0|Tombouctou ML 16.77 -3.01|Gao ML 16.27 -0.04|Kidal ML 18.44 1.41|Mopti ML 14.49 -4.18|Ouagadougou BF 12.37 -1.53|Niamey NE 13.51 2.11|Agadez NE 16.97 7.99
N'Djamena TD 12.11 15.05|Abidjan CI 5.35 -4.0|Yamoussoukro CI 6.82 -5.28|Conakry GN 9.54 -13.68|Monrovia LR 6.3 -10.8|Lagos NG 6.45 3.39|Abuja NG 9.06 7.49|Maiduguri NG 11.85 13.16
Yaoundé CM 3.87 11.52|Bangui CF 4.36 18.55|Kinshasa CD -4.33 15.31|Goma CD -1.67 29.23|Bukavu CD -2.49 28.84|Brazzaville CG -4.27 15.28|Libreville GA 0.39 9.45|Kigali RW -1.95 30.06
Bujumbura BI -3.38 29.36|Nairobi KE -1.28 36.82|Mogadiscio SO 2.04 45.34|Addis-Abeba ET 9.02 38.75|Asmara ER 15.34 38.93|Khartoum SD 15.55 32.53|El-Fasher SD 13.63 25.35|Djouba SS 4.85 31.58
Le Cap ZA -33.93 18.42|Johannesburg ZA -26.2 28.04|Pretoria ZA -25.74 28.19|Luanda AO -8.84 13.23|Maputo MZ -25.97 32.58|Antananarivo MG -18.91 47.54|Alexandrie EG 31.2 29.92|Suez EG 29.97 32.53
Port-Saïd EG 31.26 32.28|La Nouvelle-Orléans US 29.95 -90.08|New York US 40.71 -74.0|Washington US 38.9 -77.04|Philadelphie US 39.95 -75.16|Los Angeles US 34.05 -118.24|Houston US 29.76 -95.36
Montréal CA 45.51 -73.59|Ottawa CA 45.41 -75.7|Toronto CA 43.7 -79.4|Mexico MX 19.43 -99.13|La Havane CU 23.13 -82.38|Port-au-Prince HT 18.54 -72.34|Saint-Domingue DO 18.47 -69.89
Bogota CO 4.61 -74.08|Medellín CO 6.25 -75.56|Caracas VE 10.49 -66.88|Quito EC -0.23 -78.52|Lima PE -12.04 -77.03|La Paz BO -16.5 -68.15|Santiago CL -33.46 -70.65|Buenos Aires AR -34.61 -58.38
Montevideo UY -34.9 -56.19|Brasilia BR -15.78 -47.93|Rio de Janeiro BR -22.91 -43.18|São Paulo BR -23.55 -46.64|Canberra AU -35.28 149.13|Sydney AU -33.87 151.21|Nouméa NC -22.27 166.46
Paris FR 48.85 2.35|Lyon FR 45.75 4.85|Marseille FR 43.3 5.38|Saint-Denis RE -20.88 55.45|Strasbourg FR 48.58 7.75|Calais FR 50.95 1.86|Bastia FR 42.7 9.45|Saint-Étienne FR 45.43 4.39
Natanz IR 33.72 51.73|Baïkonour KZ 45.96 63.3|Vostotchny RU 51.88 128.33|place Tahrir EG 30.04 31.24|Guantanamo CU 19.9 -75.15|Dadaab KE 0.05 40.31|Zaatari JO 32.29 36.33
"""
AREA_NAMES = """
Cyrénaïque LY|Tripolitaine LY|Kapisa AF|Donbass UA|Crimée UA|Cisjordanie PS|bande de Gaza PS|Tibet CN|Xinjiang CN|Haut-Karabakh AZ|Tchétchénie RU|Daghestan RU|Abkhazie GE|Ossétie du Sud GE
Transnistrie MD|Nord-Kivu CD|Sud-Kivu CD|Kivu CD|Katanga CD|Ituri CD|Darfour SD|Casamance SN|Azawad ML|Somaliland SO|Puntland SO|Sinaï EG|Golan SY|Jérusalem-Est PS|Helmand AF|Kandahar AF
Floride US|Texas US|Californie US|Géorgie GE|Catalogne ES|Pays basque ES|Écosse GB|Irlande du Nord GB|Corse FR|Bretagne FR|Bavière DE|Lombardie IT|Ille-et-Vilaine FR|Seine-Saint-Denis FR
Bouches-du-Rhône FR|Hauts-de-France FR|Île-de-France FR|Ontario CA|Chiapas MX|oblast de Donetsk UA|gouvernorat d'Alep SY|gouvernorat de Homs SY|Cabo Delgado MZ|Oromia ET|Tigré ET|Arakan MM
Proche-Orient -|Moyen-Orient -|Sahel -|Maghreb -|Balkans -|Caucase -|Afrique de l'Ouest -|Amérique latine -|Corne de l'Afrique -|Asie centrale -|Cachemire -|mer Noire -|golfe d'Aden -
Méditerranée -|détroit d'Ormuz -|mer de Chine méridionale -|URSS -|Yougoslavie -|Union soviétique -|Europe -|Afrique -
"""


def _rows(table: str) -> list[list[str]]:
    return [cell.rsplit(" ", 3 if table is POINTS else 1) for cell in table.strip().replace("\n", "|").split("|")]


@pytest.mark.parametrize(("name", "country"), _rows(COUNTRIES))
def test_country(name: str, country: str) -> None:
    """A country of the news is found under each of its French names."""
    best = open_gazetteer().find(name, "fr")[0]
    assert (best.id, best.kind) == (f"iso:{country}", "country")


@pytest.mark.parametrize(("name", "country", "lat", "lon"), _rows(POINTS))
def test_point(name: str, country: str, lat: str, lon: str) -> None:
    """A French name of a town or site leads to the right spot without any context."""
    best = open_gazetteer().find(name, "fr")[0]
    assert best.country == country
    assert best.lat is not None
    assert best.lon is not None
    assert math.hypot(best.lat - float(lat), best.lon - float(lon)) < 0.5, best


@pytest.mark.parametrize(("name", "country"), _rows(AREA_NAMES))
def test_area(name: str, country: str) -> None:
    """A region, a sea or a former state is known, and belongs to one country or to none."""
    places = open_gazetteer().find(name, "fr")
    best = next(place for place in places if place.kind in AREAS or place.kind == "water")
    assert (best.country or "-") == country


def test_fold_is_blind_to_spelling() -> None:
    """Accents, hyphens, apostrophes and *Saint* do not matter."""
    gazetteer = open_gazetteer()
    for one, other in (("Saint-Etienne", "St-Étienne"), ("N'Djamena", "N’Djaména"), ("Tel-Aviv", "Tel Aviv"), ("La Haye", "Haye")):
        assert gazetteer.find(one, "fr")[0].id == gazetteer.find(other, "fr")[0].id
    assert fold("Sainte-Hélène") == "ste helene"


def test_acronyms_need_capitals() -> None:
    """An acronym is a country only when it is one, and never an airport."""
    gazetteer = open_gazetteer()
    assert gazetteer.find("RDC", "fr")[0].id == "iso:CD"
    assert gazetteer.find("CDG", "fr") == ()
    assert gazetteer.find("Rdc", "fr") == ()


def test_disputed_places_keep_their_claimants() -> None:
    """A disputed area says who disputes it."""
    assert open_gazetteer().find("Crimée", "fr")[0].claimants == ("UA", "RU")


def test_names_of_another_language_count_for_little() -> None:
    """*Mexico* in French is the town, in English the country."""
    gazetteer = open_gazetteer()
    assert (gazetteer.find("Mexico", "fr")[0].kind, gazetteer.find("Mexico", "en")[0].kind) == ("city", "country")


def test_get_and_codes() -> None:
    """A place is found again by its id, a country by its alpha-3 code."""
    gazetteer = open_gazetteer()
    best = gazetteer.find("Kyiv", "fr")[0]
    again = gazetteer.get(best.id)
    assert again is not None
    assert (again.name, again.lat) == (best.name, best.lat)
    assert gazetteer.alpha2("UKR") == "UA"
    assert gazetteer.get("iso:ZZ") is None


def test_survives_pickling() -> None:
    """A worker process opens the file for itself."""
    assert pickle.loads(pickle.dumps(open_gazetteer())).find("Oslo", "fr")[0].country == "NO"
