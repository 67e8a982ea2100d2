"""French-like texts made of fragments, as odd as those that scrapers bring home."""

from __future__ import annotations

from hypothesis import strategies as st

CLAUSES = (
    "Le maire de Bergen a annoncé lundi la fermeture du port",
    "la Norvège a signé un accord avec la Suède",
    "L'armée aurait bombardé deux villages",
    "selon le ministère des Affaires étrangères",
    "a déclaré Mme Castel",
    "Jean-Noël Dubreuil n'a pas confirmé l'arrestation de trois suspects",
    "Ils craignent que la grève ne reprenne le 3 mai 2021",
    "qui avait nié les faits",
    "Les deux hommes se sont rencontrés à Genève hier soir",
    "le Kremlin dément",
    "il a promis de libérer les otages d'ici vendredi",
    "Cela fait dix ans qu'aujourd'hui rime avec hier",
    "Paris et Berlin exigent des sanctions contre Oslo",
    "dont l'un est mort",
    "300\u00a0000 manifestants, 12,5\u202f% de hausse",
    "À 8 h 30, le 11-Septembre, M. D. part",
)
MARKS = (
    "« ",
    " »",
    "«\u00a0",
    "\u00a0»",
    "“",
    "”",
    '"',
    "„",
    "(",
    ")",
    "[",
    "]",
    "'",
    "’",
    " - ",
    " – ",
    "—",
    "…",
    "...",
    ":",
    " : ",
    ";",
    ",",
    ", ",
    ". ",
    ".",
    " ! ",
    "?",
)
BLANKS = (" ", "\u00a0", "\u202f", "\t", "\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n", "\u200b", "\u2028", "\x0b", "\x0c", "\x85")
ODD = (
    "😀",
    "👩\u200d🚒",
    "e\u0301",
    "n\u0303o",
    "\ufeff",
    "\u202e",
    "ﬁ",
    "ß",
    "İ",
    "ŒUVRE",
    "日本",
    "العربية",
    "&amp;",
    "<b>",
    "http://exemple.example/a?b=c",
    "@nom",
    "#mot",
    "\x00",
    "\x1b",
    "|",
    "{",
    "}",
    "\\",
)
LONG = ("et encore " * 120, "x" * 500, "le président du " * 60, "« " * 40, " »" * 40, "Oslo, " * 90, "qui dit que " * 60)

fragments = st.one_of(
    st.sampled_from(CLAUSES),
    st.sampled_from(CLAUSES),
    st.sampled_from(MARKS),
    st.sampled_from(BLANKS),
    st.sampled_from(ODD),
    st.text(max_size=6),
)
"""Clauses twice, so that a text reads more often than not."""

texts = st.one_of(
    st.lists(fragments, min_size=1, max_size=14).map("".join),
    st.lists(fragments, min_size=1, max_size=14).map(" ".join),
    st.tuples(st.sampled_from(LONG), st.lists(fragments, max_size=4).map(" ".join)).map(" ".join),
).filter(lambda text: text.strip() and not any("\ud800" <= char <= "\udfff" for char in text))
