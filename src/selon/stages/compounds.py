"""Words that name no happening although one of them could: *une salle de conférence*, *un crime de guerre*, *une prise de conscience*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.stages.phrases import same_word

if TYPE_CHECKING:
    from selon.lang.language import Language, Phrase
    from selon.model.syntax import Sentence


_HEADS = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV", "ADP", "AUX", "X"})


def compound_spans(sent: Sentence, language: Language) -> tuple[frozenset[int], ...]:
    """Indices of the words of each compound of the language's table that stands in the sentence; they may overlap."""
    entries = (
        (token.i, entry.phrase)
        for token in sent.tokens
        if token.upos in _HEADS
        for head in dict.fromkeys((token.lemma.casefold(), token.text.casefold()))
        for entry in language.compounds.get(head, ())
    )
    return tuple(frozenset(range(i, i + 1 + len(phrase.rest))) for i, phrase in entries if _stands(sent, i, phrase))


def _stands(sent: Sentence, i: int, phrase: Phrase) -> bool:
    """Do the words follow each other without a gap, each as written or as lemma?"""
    following = sent.tokens[i + 1 : i + 1 + len(phrase.rest)]
    return len(following) == len(phrase.rest) and all(same_word(t, w) for t, w in zip(following, phrase.rest, strict=True))
