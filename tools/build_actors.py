"""Build `src/selon/data/actors.tsv.xz`: the actor base that `selon.knowledge.directory` reads.

    python tools/build_actors.py

Origins: `tools/actors/*.tsv` (ours, edited by hand); names of countries in French and English and their ISO 3166-1
codes from CLDR through Babel (Unicode licence).  The same input gives the same bytes.
"""

from __future__ import annotations

import lzma
import re
from pathlib import Path

import babel
from babel.core import get_global

HERE = Path(__file__).parent
TABLES = HERE / "actors"
TARGET = HERE.parent / "src" / "selon" / "data" / "actors.tsv.xz"
COLUMNS = ("id", "kind", "country", "name", "forms", "acronyms")
FORMER = frozenset({"SUN", "YUG", "SCG", "CSK", "DDR"})
CODES_OUTSIDE_CLDR = {"XKX": "XK"}
FEW_LETTERS = 4

Record = dict[str, str]


def read_rows(name: str) -> list[Record]:
    """The rows of a hand-edited table, by column; lines that begin with `#` are for people."""
    lines = [line for line in (TABLES / name).read_text(encoding="utf-8").split("\n") if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    rows: list[Record] = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(header):
            raise SystemExit(f"{name}: {len(cells)} cells in {line!r}; expected {len(header)}. Usually a tab is missing.")
        rows.append(dict(zip(header, cells, strict=True)))
    return rows


def split(cell: str) -> list[str]:
    """The forms in a cell."""
    return [form.strip() for form in cell.split("|") if form.strip()]


def is_acronym(form: str) -> bool:
    """Is the form one word in capitals, to be compared with its case (*RDC*, *OTAN*, *U.S.*)?"""
    return " " not in form and form == form.upper() and any(char.isalpha() for char in form)


def spoken(acronym: str) -> list[str]:
    """The way the press writes an acronym that is said as a word: *OTAN*, *Otan*."""
    return [acronym.capitalize()] if len(acronym) >= FEW_LETTERS and acronym.isalpha() else []


def english_variants(form: str) -> list[str]:
    """CLDR's English names as newspapers spell them: *St. Lucia*, *Saint Lucia*; *&*, *and*."""
    return [form, form.replace(" & ", " and "), re.sub(r"\bSt\. ", "Saint ", form)]


def record(identifier: str, kind: str, country: str, forms: list[str], acronyms: list[str]) -> Record:
    """A row of the base: the first form is the name; forms in capitals go with the acronyms."""
    forms = [form.replace("’", "'") for form in forms if form]
    capitals = [*acronyms, *(form for form in forms if is_acronym(form))]
    capitals = [*capitals, *(word for acronym in capitals for word in spoken(acronym))]
    plain = [form for form in forms if not is_acronym(form)]
    return {
        "id": identifier,
        "kind": kind,
        "country": country,
        "name": forms[0],
        "forms": "|".join(dict.fromkeys(plain)),
        "acronyms": "|".join(dict.fromkeys(capitals)),
    }


def alpha2_of() -> dict[str, str]:
    """ISO 3166-1 alpha-2 by alpha-3, from CLDR's territory aliases."""
    aliases = get_global("territory_aliases")
    codes = {code: targets[0] for code, targets in aliases.items() if len(code) == 3 and code.isalpha() and len(targets) == 1}
    return {**codes, **CODES_OUTSIDE_CLDR}


def with_article(article: str, name: str) -> str:
    """*la Russie*, *l'Iran*; empty for a name without article."""
    if not article:
        return ""
    return article + name if article.endswith("'") else f"{article} {name}"


def countries() -> list[Record]:
    """Every country and territory of ISO 3166-1, Kosovo, and five states that are no more."""
    french, english = babel.Locale("fr").territories, babel.Locale("en").territories
    alpha2 = alpha2_of()
    found: list[Record] = []
    for row in read_rows("countries.tsv"):
        code = row["alpha3"]
        cldr_fr = "" if code in FORMER else french[alpha2[code]]
        cldr_en = "" if code in FORMER else english[alpha2[code]]
        name = (row["name_fr"] or cldr_fr).replace("’", "'")
        forms = [name, with_article(row["article"], name), cldr_fr, row["name_en"], *english_variants(cldr_en)]
        for column in ("official_fr", "other_fr", "official_en", "other_en"):
            forms += split(row[column])
        found.append(record(code, "country", code, forms, []))
    return found


def bodies(table: str, kind: str = "") -> list[Record]:
    """The organisations of a table, which all have one kind or a column for it."""
    found: list[Record] = []
    for row in read_rows(table):
        forms = [row["name_fr"], *split(row["aliases"]), row["name_en"]]
        found.append(record(row["id"], kind or row["kind"], row["country"], forms, split(row["acronyms"])))
    return found


def main() -> None:
    """Write the base, sorted by id."""
    records = [*countries(), *bodies("organisations.tsv"), *bodies("media.tsv", "media"), *bodies("armed_groups.tsv", "armed_group")]
    records.sort(key=lambda found: found["id"])
    identifiers = [found["id"] for found in records]
    if len(set(identifiers)) != len(identifiers):
        raise SystemExit(f"ids stand twice: {sorted({i for i in identifiers if identifiers.count(i) > 1})}")
    lines = ["\t".join(COLUMNS), *("\t".join(found[column] for column in COLUMNS) for found in records)]
    TARGET.write_bytes(lzma.compress(("\n".join(lines) + "\n").encode("utf-8"), preset=9))
    print(f"{len(records)} actors, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
