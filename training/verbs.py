"""Third persons and participles of French verbs, for generated trees."""

from __future__ import annotations

import re

# lemma-pattern: (ending of the infinitive, present singular, present plural, participle); the first that fits wins.
IRREGULAR = (
    ("craindre", "craint", "craignent", "craint"), ("plaindre", "plaint", "plaignent", "plaint"), ("contraindre", "contraint", "contraignent", "contraint"),
    ("eindre", "eint", "eignent", "eint"), ("oindre", "oint", "oignent", "oint"), ("maudire", "maudit", "maudissent", "maudit"), ("dire", "dit", "disent", "dit"),
    ("crire", "crit", "crivent", "crit"), ("élire", "élit", "élisent", "élu"), ("lire", "lit", "lisent", "lu"), ("sourire", "sourit", "sourient", "souri"),
    ("uire", "uit", "uisent", "uit"), ("prendre", "prend", "prennent", "pris"), ("mettre", "met", "mettent", "mis"), ("voir", "voit", "voient", "vu"),
    ("savoir", "sait", "savent", "su"), ("vouloir", "veut", "veulent", "voulu"), ("cevoir", "çoit", "çoivent", "çu"), ("croire", "croit", "croient", "cru"),
    ("tenir", "tient", "tiennent", "tenu"), ("venir", "vient", "viennent", "venu"), ("couvrir", "couvre", "couvrent", "couvert"), ("ouvrir", "ouvre", "ouvrent", "ouvert"),
    ("ffrir", "ffre", "ffrent", "ffert"), ("partir", "part", "partent", "parti"), ("sortir", "sort", "sortent", "sorti"), ("sentir", "sent", "sentent", "senti"),
    ("mentir", "ment", "mentent", "menti"), ("servir", "sert", "servent", "servi"), ("courir", "court", "courent", "couru"), ("quérir", "quiert", "quièrent", "quis"),
    ("vivre", "vit", "vivent", "vécu"), ("suivre", "suit", "suivent", "suivi"), ("connaître", "connaît", "connaissent", "connu"), ("paraître", "paraît", "paraissent", "paru"),
    ("faire", "fait", "font", "fait"), ("vaincre", "vainc", "vainquent", "vaincu"), ("inclure", "inclut", "incluent", "inclus"), ("clure", "clut", "cluent", "clu"),
    ("taire", "tait", "taisent", "tu"), ("soudre", "sout", "solvent", "solu"), ("battre", "bat", "battent", "battu"), ("rompre", "rompt", "rompent", "rompu"),
    ("fuir", "fuit", "fuient", "fui"), ("envoyer", "envoie", "envoient", "envoyé"), ("oyer", "oie", "oient", "oyé"), ("uyer", "uie", "uient", "uyé"), ("ayer", "aie", "aient", "ayé"),
    ("appeler", "appelle", "appellent", "appelé"), ("jeter", "jette", "jettent", "jeté"), ("endre", "end", "endent", "endu"), ("ondre", "ond", "ondent", "ondu"),
    ("erdre", "erd", "erdent", "erdu"), ("ordre", "ord", "ordent", "ordu"),
)  # fmt: skip
_GRAVE = re.compile(r"[ée]([bcdfglmnprstv]|gn|gu|qu|ch|br|cr|gl|tr|vr)er$")


def third_persons(lemma: str) -> tuple[str, str, str] | None:
    """Present singular, present plural and participle; None for verbs whose forms are not known here."""
    for ending, singular, plural, participle in IRREGULAR:
        if lemma.endswith(ending):
            stem = lemma[: -len(ending)]
            return stem + singular, stem + plural, stem + participle
    if lemma.endswith("er"):
        stem = lemma[:-2]
        match = _GRAVE.search(lemma)
        spoken = stem[: match.start()] + "è" + stem[match.start() + 1 :] if match else stem
        return spoken + "e", spoken + "ent", stem + "é"
    if lemma.endswith("ir"):
        stem = lemma[:-2]
        return stem + "it", stem + "issent", stem + "i"
    return None
