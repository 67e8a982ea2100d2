"""Where the words that name somebody end: the noun phrase of the tree, without what the parser hangs on too much or too little.

*le maire, élu en 2001,* names *le maire*; *le président d'* of *accusé le président d'avoir vendu* names *le président*;
*le bilan le* goes on with *plus récent*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.stages.noun_phrases import noun_phrase
from selon.stages.predications import preposition

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.model.syntax import Sentence, Token

_DANGLING = frozenset({"ADP", "DET", "PUNCT", "CCONJ", "SCONJ"})


def mention_phrase(sent: Sentence, i: int, language: Language) -> tuple[int, int]:
    """First and last token (exclusive) of the words that name whom the noun at `i` refers to."""
    begin, end = noun_phrase(sent, i)
    end = next((k for k in range(i + 1, end) if _ends_before(sent, k, i, language)), end)
    end = _with_superlative(sent, end, language)
    while end > i + 1 and sent.tokens[end - 1].upos in _DANGLING and sent.tokens[end - 1].text not in ')»”"':
        end -= 1
    return begin, end


def _ends_before(sent: Sentence, k: int, head: int, language: Language) -> bool:
    """A comma, a bare day, a present participle, an infinitive, or the first words of an adjunct (*en raison de*)."""
    token = sent.tokens[k]
    if token.text == ",":
        return not _goes_on(sent, k, head)
    if token.rel == "acl" and token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Pres":
        return True  # *des pompiers maîtrisant le feu*
    if token.rel == "mark" and sent.tokens[token.head].rel == "acl":
        return True
    if token.lemma.casefold() in language.words("particles", "bare_time") and token.rel in {"nmod", "obl"} and not preposition(sent, k):
        return not sent.dependents(k, "det")
    words = " ".join(t.text.casefold() for t in sent.tokens[k : k + 2])
    return words in language.words("phrases", "ends") or token.text.casefold() in language.words("phrases", "ends")


def _goes_on(sent: Sentence, comma: int, head: int) -> bool:
    """*le grand, le vieux roi*; *la commission Culture, Sport et Jeunesse*: a member of the phrase that is no clause stands behind it."""
    after = next((t for t in sent.tokens[comma + 1 :] if t.upos not in {"DET", "ADP", "PUNCT"}), None)
    inside = any(e.first <= comma + 1 and comma < e.last for e in sent.entities)
    return inside or (after is not None and after.rel == "conj" and after.upos in {"NOUN", "PROPN", "ADJ"} and after.head != head)


def _with_superlative(sent: Sentence, end: int, language: Language) -> int:
    """*le bilan le plus récent*: article and adverb of degree belong to the adjective behind them."""
    tokens = sent.tokens
    if (
        "," not in {t.text for t in tokens[max(0, end - 8) : end]}
        and end + 1 < len(tokens)
        and tokens[end - 1].upos == "DET"
        and tokens[end].text.casefold() in language.words("phrases", "degree")
    ):
        return end + 2
    return end


def with_numeral(sent: Sentence, first: int, last: int) -> int:
    """End of a name with the roman numeral behind it: *Jean-Paul II*, *Charles X*."""
    if last < len(sent.tokens) and _is_roman(sent.tokens[last]) and sent.tokens[last - 1].text[:1].isupper() and last > first:
        return last + 1
    return last


def _is_roman(token: Token) -> bool:
    return 0 < len(token.text) <= 5 and set(token.text.removesuffix("er")) <= set("IVX")
