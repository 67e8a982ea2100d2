"""A reading built by hand: an invented dispatch and what a careful reader takes from it.

The countries, people and places are invented (Genève apart).  The text holds a character beyond the basic plane and a combining accent
on purpose: every offset behind them shows whether code points are counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from selon.errors import LanguageError
from selon.model.actor import Actor, Mention
from selon.model.attribution import Attribution
from selon.model.cell import Cell
from selon.model.claim import Claim, Party
from selon.model.dates import DateInterval
from selon.model.document import Document
from selon.model.factuality import Factuality, status
from selon.model.reading import Reading
from selon.model.span import Span
from selon.model.timex import Timex
from selon.model.toponym import Toponym
from selon.model.wording import Wording

TEXT = (
    "La Valdorie retire ses navires du détroit d’Orlane\n\n"
    "PORT-SAINT-ELME 🕊, 17 septembre 2023 – La Valdorie a retiré samedi trois navires de guerre du détroit d’Orlane, a annoncé dimanche "
    "le ministre valdorien de la De\u0301fense, Anselme Korvac. « Nos marins ont quitté la zone sans incident », a-t-il déclaré.\n\n"
    "Le gouvernement carélien a démenti avoir bombardé l’île de Brume le 5 septembre. "
    "Selon l’agence Orlane Presse, un pêcheur affirme que deux drones auraient survolé le port. "
    "Les chancelleries redoutent une reprise des combats et appellent à un cessez-le-feu. "
    "La présidente carélienne, Ilse Marond, doit rencontrer M. Korvac à Genève fin septembre. "
    "Sur des images diffusées par la télévision valdorienne, on voit des soldats évacuer le phare. "
    "Des centaines de personnes ont manifesté à Port-Saint-Elme pour la paix."
)


def span(words: str, n: int = 1) -> Span:
    """The n-th place where these words stand."""
    start = [match.start() for match in re.finditer(re.escape(words), TEXT)][n - 1]
    return Span(start, start + len(words))


def cell(value, *words: str | Span, by: str = "default"):  # type: ignore[no-untyped-def]
    """A cell whose evidence is given as words."""
    return Cell(value, tuple(w if isinstance(w, Span) else span(w) for w in words), by)


def when(words: str | Span, edtf: str, first: date, last: date, row: int) -> Timex:
    """An expression of time, both days inclusive."""
    where = words if isinstance(words, Span) else span(words)
    return Timex(where, "DATE", edtf, edtf, first, last + timedelta(days=1), direction="past", anchor="document", by=f"fr/timex.toml:{row}")


SATURDAY = when("samedi", "2023-09-16", date(2023, 9, 16), date(2023, 9, 16), 40)
SUNDAY = when("dimanche", "2023-09-17", date(2023, 9, 17), date(2023, 9, 17), 40)
DATELINE = when("17 septembre 2023", "2023-09-17", date(2023, 9, 17), date(2023, 9, 17), 12)
FIFTH = when("le 5 septembre", "2023-09-05", date(2023, 9, 5), date(2023, 9, 5), 14)
LATE = when("fin septembre", "2023-09-21/2023-09-30", date(2023, 9, 21), date(2023, 9, 30), 55)

STRAIT = Toponym(span("détroit d’Orlane", 2), "détroit d’Orlane", "water", by="rule gazetteer")
BRUME = Toponym(span("île de Brume"), "île de Brume", "admin2", by="rule gazetteer")
GENEVA = Toponym(span("Genève"), "Genève", "city", "geonames:2660646", 46.2, 6.15, inside="CH", by="rule gazetteer")
PORT = Toponym(span("Port-Saint-Elme"), "Port-Saint-Elme", "city", lat=-12.5, lon=-3.25, by="rule gazetteer")
DATELINE_PLACE = Toponym(span("PORT-SAINT-ELME"), "Port-Saint-Elme", "city", role="origin", by="rule dateline")

VALDORIE = Party("a1", "La Valdorie", (span("La Valdorie", 2),))
KORVAC = Party("a2", "Anselme Korvac", (span("le ministre valdorien de la De\u0301fense, Anselme Korvac"),), "at1")
CARELIANS = Party("a4", "Le gouvernement carélien", (span("Le gouvernement carélien"),))
CHANCELLERIES = Party("a7", "Les chancelleries", (span("Les chancelleries"),), "at5")

ATTRIBUTIONS = (
    Attribution(
        "at1", (span("le ministre valdorien de la De\u0301fense, Anselme Korvac"),), (span("a annoncé"),),
        (span("La Valdorie a retiré samedi trois navires de guerre du détroit d’Orlane"),), "Anselme Korvac", "a2",
        said_when=SUNDAY, by="fr/cues.tsv:12",
    ),
    Attribution(
        "at2", (span("il"),), (span("a-t-il déclaré"),), (span("« Nos marins ont quitté la zone sans incident »"),), "Anselme Korvac", "a2",
        mode="direct", evidence="quoted", by="fr/cues.tsv:31",
    ),
    Attribution(
        "at3", (span("l’agence Orlane Presse"),), (span("Selon"),), (span("un pêcheur affirme que deux drones auraient survolé le port"),),
        "Orlane Presse", "a5", by="fr/cues.tsv:3",
    ),
    Attribution(
        "at4", (span("un pêcheur"),), (span("affirme"),), (span("que deux drones auraient survolé le port"),), "un pêcheur", "a6",
        inside="at3", by="fr/cues.tsv:8",
    ),
    Attribution(
        "at5", (span("Les chancelleries"),), (span("redoutent"),), (span("une reprise des combats"),), "Les chancelleries", "a7",
        attitude="fear", by="fr/cues.tsv:77",
    ),
    Attribution(
        "at6", (span("Les chancelleries"),), (span("appellent"),), (span("à un cessez-le-feu"),), "Les chancelleries", "a7",
        attitude="demand", by="fr/cues.tsv:90",
    ),
    Attribution(
        "at7", (span("la télévision valdorienne"),), (span("on voit"),), (span("des soldats évacuer le phare"),), "la télévision valdorienne",
        "a9", attitude="show", evidence="shown", stance="factive", by="fr/cues.tsv:120",
    ),
    Attribution(
        "at8", (span("La présidente carélienne, Ilse Marond"),), (span("doit"),), (span("rencontrer M. Korvac à Genève fin septembre"),),
        "Ilse Marond", "a8", attitude="intend", by="fr/cues.tsv:131",
    ),
)  # fmt: skip


def axes(
    *,
    polarity=("pos",),
    certainty=("certain",),
    time=("past",),
    attitude=("none",),
    evidence=("reported",),  # type: ignore[no-untyped-def]
) -> Factuality:
    """The axes of one claim; each is a value, then words, the last of them the row when it names a file."""

    def one(parts: tuple[str, ...]) -> Cell[str]:
        by = parts[-1] if len(parts) > 1 and ".tsv:" in parts[-1] else "default"
        return cell(parts[0], *(part for part in parts[1:] if part != by), by=by)

    return Factuality(one(polarity), one(certainty), one(time), one(attitude), one(evidence))


def claim(
    number: int, sentence: int, trigger: str, type_: str, mode: str | None, factuality: Factuality, *, row: int, actors: tuple[Party, ...] = (),
    recipients: tuple[Party, ...] = (), place: Toponym | None = None, timex: Timex | None = None, chain: tuple[Party, ...] = (),
) -> Claim:  # fmt: skip
    """A claim whose cells rest on the mentions of their values."""
    by = f"fr/events.tsv:{row}"
    return Claim(
        id=f"c{number}", sentence=sentence, trigger=span(trigger), type=cell(type_, trigger, by=by), mode=cell(mode, trigger, by=by),
        contexts=("military",), actors=_parties(actors, "rule subject"), recipients=_parties(recipients, "rule object"),
        place=Cell(place, () if place is None else (place.span,), "rule oblique" if place else "default"),
        when=Cell(timex, () if timex is None else (timex.span,), timex.by if timex else "default"),
        according_to=_parties(chain, "rule chain"), factuality=factuality,
        status=Cell(status(factuality), factuality.polarity.evidence or factuality.attitude.evidence, "rule status"),
    )  # fmt: skip


def _parties(parties: tuple[Party, ...], by: str) -> Cell[tuple[Party, ...]]:
    return Cell(parties, tuple(mention for party in parties for mention in party.mentions), by if parties else "default")


AGENCY = Party("a5", "Orlane Presse", (span("l’agence Orlane Presse"),), "at3")
FISHERMAN = Party("a6", "un pêcheur", (span("un pêcheur"),), "at4")
TELEVISION = Party("a9", "la télévision valdorienne", (span("la télévision valdorienne"),), "at7")
MAROND = Party("a8", "Ilse Marond", (span("La présidente carélienne, Ilse Marond"),))
SOLDIERS = Party("a10", "des soldats", (span("des soldats"),))
MARCHERS = Party("a11", "Des centaines de personnes", (span("Des centaines de personnes"),))

CLAIMS = (
    claim(1, 1, "a retiré", "RETREAT", "withdraw", axes(), row=412, actors=(VALDORIE,), place=STRAIT, timex=SATURDAY, chain=(KORVAC,)),
    claim(
        2, 2, "ont quitté", "RETREAT", "withdraw", axes(evidence=("quoted", "« Nos marins ont quitté la zone sans incident »")), row=398,
        actors=(Party("a3", "Nos marins", (span("Nos marins"),)),), chain=(Party("a2", "Anselme Korvac", (span("il"),), "at2"),),
    ),
    claim(
        3, 3, "bombardé", "ASSAULT", "heavy-weapons",
        axes(polarity=("neg", "a démenti", "fr/cues.tsv:55"), attitude=("deny", "a démenti", "fr/cues.tsv:55")), row=88,
        actors=(CARELIANS,), place=BRUME, timex=FIFTH, chain=(CARELIANS,),
    ),
    claim(
        4, 4, "survolé", "MOBILIZE", "weapons",
        axes(certainty=("possible", "auraient", "fr/factuality.tsv:9"), evidence=("hearsay", "auraient", "fr/factuality.tsv:9")), row=501,
        actors=(Party(None, "deux drones", (span("deux drones"),)),), chain=(AGENCY, FISHERMAN),
    ),
    claim(
        5, 5, "reprise des combats", "ASSAULT", None, axes(certainty=("possible",), time=("future",), attitude=("fear", "redoutent", "fr/cues.tsv:77")),
        row=602, chain=(CHANCELLERIES,),
    ),
    claim(
        6, 5, "cessez-le-feu", "RETREAT", "ceasefire", axes(certainty=("uncommitted",), time=("future",), attitude=("demand", "appellent", "fr/cues.tsv:90")),
        row=610, chain=(Party("a7", "Les chancelleries", (span("Les chancelleries"),), "at6"),),
    ),
    claim(
        7, 6, "rencontrer", "CONSULT", None, axes(time=("future", "doit", "fr/factuality.tsv:31"), evidence=("author",)), row=120,
        actors=(MAROND, Party("a2", "Anselme Korvac", (span("M. Korvac"),))), place=GENEVA, timex=LATE,
    ),
    claim(
        8, 7, "évacuer", "RETREAT", "withdraw", axes(evidence=("shown", "on voit", "fr/cues.tsv:120")), row=402, actors=(SOLDIERS,),
        chain=(TELEVISION,),
    ),
    claim(9, 8, "ont manifesté", "PROTEST", "demo", axes(evidence=("author",)), row=300, actors=(MARCHERS,), place=PORT),
)  # fmt: skip

DOCUMENT = Document(
    id="orlane-1", text=TEXT, lang="fr", published=DateInterval.parse("2023-09-17"), published_by="text",
    preamble=Span(span("PORT-SAINT-ELME").start, span("17 septembre 2023 – ").end), outlet="Le Courrier d’Orlane",
    url="https://example.org/orlane", extra={"rubrique": "monde"},
)  # fmt: skip


def _sentences() -> tuple[Span, ...]:
    starts = (
        "La Valdorie retire", "La Valdorie a retiré", "« Nos marins", "Le gouvernement", "Selon", "Les chancelleries", "La présidente", "Sur des images",
        "Des centaines",
    )  # fmt: skip
    begins = [span(words).start for words in starts]
    ends = [*begins[1:], len(TEXT)]
    return tuple(Span(begin, begin + len(TEXT[begin:end].rstrip())) for begin, end in zip(begins, ends, strict=True))


def _actors() -> tuple[Actor, ...]:
    kinds = {
        "a1": "country",
        "a2": "person",
        "a4": "government",
        "a5": "media",
        "a6": "person",
        "a8": "person",
        "a9": "media",
        "a10": "military",
    }
    parties = {party.actor: party for c in CLAIMS for party in (*c.actors.value, *c.according_to.value) if party.actor is not None}
    return tuple(
        Actor(actor, party.name, kinds.get(actor, "group"), mentions=party.mentions, by="rule name")
        for actor, party in sorted(parties.items())
    )


READING = Reading(
    document=DOCUMENT, version="0.1.0", pipeline="fr@1.0", sentences=_sentences(), timexes=(DATELINE, SATURDAY, SUNDAY, FIFTH, LATE),
    places=(DATELINE_PLACE, STRAIT, BRUME, GENEVA, PORT), actors=_actors(),
    mentions=(Mention(span("La Valdorie", 2), 1, 1, "name", ("a1",), "rule name"), Mention(span("il"), 2, 9, "pronoun", ("a2",), "rule pronoun")),
    attributions=ATTRIBUTIONS, claims=CLAIMS, asked=((span("bombardé"), CLAIMS[2].factuality),),
    wording=(
        Wording(span("sans incident"), "euphemism", "quoted", "at2", "dire les faits", "fr/wording.tsv:8"),
        Wording(span("évacuer le phare"), "exaggeration", "reported", "at7", "quitter", "fr/wording.tsv:9"),
        Wording(span("pour la paix"), "evaluation", "author", None, "dire la demande", "fr/wording.tsv:10"),
    ),
)  # fmt: skip


def empty(text: str = "Nothing happened here.", *, lang: str = "en", id_: str = "empty-1") -> Reading:
    """The reading of an article without a claim."""
    return Reading(Document(id_, text, lang), "0.1.0", f"{lang}@1.0", (Span(0, len(text)),), (), (), (), (), (), ())


@dataclass(frozen=True, slots=True)
class FakeReader:
    """Gives the sample for its own text and an empty reading for any other; fails where the text says so."""

    lang: str

    def read(self, doc: Document, *, asked: tuple[Span, ...] = ()) -> Reading:
        if "PANNE" in doc.text:
            raise ZeroDivisionError("une panne voulue")
        if doc.text == TEXT:
            return READING
        answer = tuple((one, axes(evidence=("author",))) for one in asked)
        return Reading(doc, "0.1.0", f"{doc.lang}@1.0", (Span(0, len(doc.text)),), (), (), (), (), (), (), answer)


def load_fake(lang: str | None = "fr", *, pipeline: str | None = None) -> FakeReader:
    """The fake reader of a language; only French and English are installed."""
    if lang not in {"fr", "en", None}:
        raise LanguageError(f'There is no language "{lang}"; expected one of en, fr. Add one as docs/how-to/add-a-language.md shows.')
    return FakeReader(lang or "fr")
