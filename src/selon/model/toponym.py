"""Names of places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.model.span import Span


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name of the text and the place it denotes here.

    Attributes:
        span: the name, without preposition or article.
        name: display name.
        kind: country, admin1, admin2, city, water, macro_region, facility, former_state.
        id: `iso:FR`, `geonames:2988507`, `wikidata:Q…` or our own; None when not in the gazetteer.
        lat, lon: degrees WGS84; for areas those of a label point, never to be drawn as a pin; None when unknown.
        country: ISO 3166-1 alpha-2 of the place when it *is* a country, else None.
        inside: ISO 3166-1 alpha-2 of the country it lies in; None when unknown or none.
        role: literal, metonymic_actor, origin, part_of_name.
        alternatives: ids of other places of that name that were weighed, best first.
        by: the row or rule that decided it.
    """

    span: Span
    name: str
    kind: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    inside: str | None = None
    role: str = "literal"
    alternatives: tuple[str, ...] = ()
    by: str = "default"
