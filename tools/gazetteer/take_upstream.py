"""Take the tables of upstream that `build_gazetteer.py` reads, reduced to the columns it needs.

    python tools/gazetteer/take_upstream.py --cldr FOLDER --geonames FOLDER --natural-earth FOLDER

`--cldr`: the `common` folder of a CLDR release.  `--geonames`: a folder with `admin1CodesASCII.txt` and `countryInfo.txt`.
`--natural-earth`: a folder with `ne_10m_populated_places_names.csv` and `ne_10m_marine_names.csv`.
"""

from __future__ import annotations

import argparse
import csv
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent


def write(file: str, header: tuple[str, ...], rows: Iterable[tuple[str, ...]], origin: str) -> None:
    """A table, tab-separated, with a line on its origin."""
    lines = [f"# {origin}", "\t".join(header), *("\t".join(row) for row in rows)]
    (HERE / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


def take_cldr(folder: Path) -> None:
    """Codes of ISO 3166-2 with their parent and names."""
    names = {
        lang: {
            node.attrib["type"]: node.text or "" for node in ElementTree.parse(folder / "subdivisions" / f"{lang}.xml").iter("subdivision")
        }
        for lang in ("fr", "en")
    }
    parent: dict[str, str] = {}
    for node in ElementTree.parse(folder / "supplemental" / "subdivisions.xml").iter("subgroup"):
        for child in node.attrib["contains"].split():
            parent[child] = node.attrib["type"]
    rows = [
        (code_of(code), code_of(parent[code]), names["fr"].get(code, ""), names["en"].get(code, ""))
        for code in sorted(parent)
        if code in names["fr"] or code in names["en"]
    ]
    write("subdivisions.tsv", ("code", "parent", "fr", "en"), rows, "Unicode CLDR 41, common/subdivisions (Unicode licence)")


def code_of(code: str) -> str:
    """`UA-14` for CLDR's `ua14`, `UA` for `UA`."""
    return code.upper() if len(code) == 2 else f"{code[:2].upper()}-{code[2:].upper()}"


def take_geonames(folder: Path) -> None:
    """Regions and countries."""
    regions = [line.split("\t") for line in (folder / "admin1CodesASCII.txt").read_text(encoding="utf-8").strip().split("\n")]
    origin = "© GeoNames (geonames.org), CC BY 4.0"
    write(
        "geonames_admin1.tsv",
        ("code", "name", "ascii", "geonameid"),
        sorted((r[0], r[1], r[2], r[3].strip()) for r in regions),
        f"{origin}, admin1CodesASCII",
    )
    lines = (folder / "countryInfo.txt").read_text(encoding="utf-8").strip().split("\n")
    header, *rest = (line.lstrip("#").split("\t") for line in lines if line.startswith(("ISO", "#ISO")) or not line.startswith("#"))
    countries = [dict(zip(header, row, strict=False)) for row in rest]
    rows = [(c["ISO"], c["ISO3"], c["Country"], c["Capital"], c["Population"], c["geonameid"]) for c in countries]
    write(
        "geonames_countries.tsv", ("alpha2", "alpha3", "name", "capital", "population", "geonameid"), sorted(rows), f"{origin}, countryInfo"
    )


def take_natural_earth(folder: Path) -> None:
    """Towns and seas with their French names."""
    places = csv.DictReader((folder / "ne_10m_populated_places_names.csv").read_text(encoding="utf-8").splitlines())
    kept = []
    for p in places:
        number = p["GEONAMEID"].partition(".")[0]
        if number and int(number) > 0:
            country = p["ISO_A2"] if len(p["ISO_A2"]) == 2 and p["ISO_A2"].isalpha() else ""
            kept.append(
                (
                    number,
                    p["NAME"],
                    p["NAME_FR"],
                    p["NAME_EN"],
                    f"{float(p['LATITUDE']):.4f}",
                    f"{float(p['LONGITUDE']):.4f}",
                    country,
                    p["POP_MAX"].partition(".")[0],
                )
            )
    origin = "Natural Earth 10m (public domain)"
    header = ("geonameid", "name", "fr", "en", "lat", "lon", "country", "population")
    write("natural_earth_places.tsv", header, sorted(kept, key=lambda row: (int(row[0]), row)), f"{origin}, populated places")
    seas = csv.DictReader((folder / "ne_10m_marine_names.csv").read_text(encoding="utf-8").splitlines())
    rows = []
    for s in seas:
        english, french = ((name.title() if name.isupper() else name) for name in (s["name_en"] or s["name"], s["name_fr"]))
        if english:
            rows.append((s["wikidataid"], french, english, s["lat_mean_vertex"], s["lon_mean_vertex"]))
    write(
        "natural_earth_seas.tsv",
        ("wikidata", "fr", "en", "lat", "lon"),
        sorted(set(rows), key=lambda row: (row[2], row)),
        f"{origin}, marine areas",
    )


def main() -> None:
    """Each folder that is given gives its tables."""
    parser = argparse.ArgumentParser(description="Take the tables of upstream that build_gazetteer.py reads.")
    for option, take in (("cldr", take_cldr), ("geonames", take_geonames), ("natural-earth", take_natural_earth)):
        parser.add_argument(f"--{option}", type=Path, metavar="FOLDER", help=(take.__doc__ or "").strip())
    folders = vars(parser.parse_args())
    for option, take in (("cldr", take_cldr), ("geonames", take_geonames), ("natural_earth", take_natural_earth)):
        if folders[option] is not None:
            take(folders[option])


if __name__ == "__main__":
    main()
