"""What the negation of a governor does to what it governs: *ne veut pas vendre*, *n'exclut pas de vendre*, *ne cesse de vendre*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.stages.phrases import has_ne, negation

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.lang.schema import Row
    from selon.model.syntax import Sentence, Token
    from selon.stages.factuality_axes import Axes


def negator_of(sent: Sentence, governor: Token, language: Language) -> Token | None:
    """The word that negates a governor; a few verbs do with *ne* alone: *n'a pu prendre la ville*."""
    word = negation(sent, governor.i, language)
    if word is not None or governor.lemma not in language.words("negation", "ne_alone") or not has_ne(sent, governor.i, language):
        return word
    family = [governor.i, *(c for c in sent.children[governor.i] if sent.tokens[c].rel in {"aux", "cop"})]
    particle = next(
        sent.tokens[c] for k in family for c in sent.children[k] if sent.tokens[c].lemma == language.settings["negation"]["particle"]
    )
    only = any(t.lemma == "que" and t.upos != "PRON" for t in sent.tokens[governor.i + 1 : governor.i + 4])
    return None if only else particle


def apply_negated(row: Row, governor: list[Token], word: Token, axes: Axes, language: Language) -> bool:
    """The axes under a negated governor; False when its row and its negation say no more than each of them alone."""
    lemmas = {token.lemma for token in governor}
    if lemmas & language.words("negation", "untouched"):  # *n'a pas hésité à frapper*: it was done
        axes.set("polarity", "pos", word.span, row.by)
        return True
    if row["attitude"] == "deny":  # *n'exclut pas de partir*: two negatives make possible
        axes.set("certainty", "possible", word.span, row.by)
        return True
    if lemmas & language.words("negation", "raised") and row["polarity"] != "neg":  # *ne peut pas*, *ne veut pas partir*: does not leave
        axes.flip(word.span, row.by)
        axes.set("certainty", "certain", word.span, row.by)
        return True
    return False
