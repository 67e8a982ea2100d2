"""Loaded words, and whose they are.

A row of `wording.tsv` names words that judge; where they stand decides who answers for them.  The same word in the author's voice is
the author's choice, and inside quotation marks or a content it is the choice of a source.  What is loaded follows the literature on
propaganda techniques (Da San Martino et al. 2019), biased language (Recasens et al. 2013), appraisal (Martin and White 2005) and
metadiscourse (Hyland 2005).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.model.wording import Wording
from selon.stages.wording_match import form_of, is_excluded, match_pattern
from selon.stages.wording_table import read_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selon.lang.language import Language
    from selon.lang.schema import Row
    from selon.model.attribution import Attribution
    from selon.model.span import Span
    from selon.model.syntax import Sentence
    from selon.stages.quotations import Quotation

TABLE = "wording.tsv"
MARKS = "«»"
"""The row of this name is for quotation marks themselves."""
_COMMON = frozenset({"NOUN", "ADJ", "VERB"})


@dataclass(frozen=True, slots=True)
class _Found:
    """Words of one sentence that a row names."""

    span: Span
    row: Row


def find_wording(
    sents: tuple[Sentence, ...], language: Language, quotations: tuple[Quotation, ...], attributions: tuple[Attribution, ...]
) -> tuple[Wording, ...]:
    """The loaded words of a document in the order of the text, never overlapping; () for a language without `wording.tsv`."""
    if TABLE not in language.tables:
        return ()
    found = [hit for sent in sents for hit in _in_sentence(sent, language)]
    attributions = tuple(a for a in attributions if not _is_idiom(a, found))
    voiced = [_voiced(hit, quotations, attributions) for hit in found]
    return _apart([*voiced, *_scare_quotes(sents, language, quotations, attributions)])


def _in_sentence(sent: Sentence, language: Language) -> Iterator[_Found]:
    table = read_wording(language.code)
    for token in sent.tokens:
        for pattern in table.get(form_of(token)) or table.get(token.lemma) or ():
            taken = match_pattern(sent, token, pattern, language)
            if taken:
                yield _Found(sent.covering(taken), pattern.row)
                break


def _is_idiom(attribution: Attribution, found: list[_Found]) -> bool:
    """Do source and cue lie inside loaded words, so that nobody but the author speaks: *force est de constater que*?"""
    said = (*attribution.source, *attribution.cue)
    return bool(attribution.source) and any(all(hit.span.overlaps(span) for span in said) for hit in found)


def _voiced(hit: _Found, quotations: tuple[Quotation, ...], attributions: tuple[Attribution, ...]) -> Wording:
    """Whose words they are: of the quotation or of the smallest content that holds them, else the author's."""
    is_quoted = any(quotation.inner.contains(hit.span) for quotation in quotations)
    holders = [a for a in attributions if any(span.overlaps(hit.span) for span in a.content)]
    holder = min(holders, key=lambda a: (sum(span.end - span.start for span in a.content), a.id), default=None)
    voice = "quoted" if is_quoted else "author" if holder is None else "reported"
    return _wording(hit.span, hit.row, voice, None if holder is None else holder.id)


def _wording(span: Span, row: Row, voice: str, attribution: str | None = None) -> Wording:
    return Wording(span, row["kind"], voice, attribution, row["note"], row.by)


def _scare_quotes(
    sents: tuple[Sentence, ...], language: Language, quotations: tuple[Quotation, ...], attributions: tuple[Attribution, ...]
) -> Iterator[Wording]:
    """A common word in marks after its article, the only marks of a sentence without a source: the author does not make it his own."""
    pattern = next(iter(read_wording(language.code).get(MARKS, ())), None)
    if pattern is None:
        return
    for quotation in quotations:
        sent = next((s for s in sents if s.span.contains(quotation.span)), None)
        if sent is None or not _is_common_word(sent, quotation) or is_excluded(sent, pattern):
            continue
        if not _has_source(sent, attributions) and not any(sent.span.overlaps(q.span) for q in quotations if q != quotation):
            yield _wording(quotation.span, pattern.row, "author")


def _has_source(sent: Sentence, attributions: tuple[Attribution, ...]) -> bool:
    return any(sent.span.overlaps(span) for a in attributions for span in (*a.cue, *a.content))


def _is_common_word(sent: Sentence, quotation: Quotation) -> bool:
    """Does one common word stand between the marks, no title or name, and its article before them: *la « réforme »*?"""
    inside = [token for token in sent.tokens if quotation.inner.contains(token.span)]
    if len(inside) != 1 or inside[0].upos not in _COMMON or not inside[0].text[:1].islower():
        return False
    before = [token for token in sent.tokens if token.end <= quotation.span.start][-1:]
    return any(token.upos == "DET" and token.feats.get("NumType") != "Card" for token in before)


def _apart(found: list[Wording]) -> tuple[Wording, ...]:
    """Of words that overlap, the longest."""
    kept: list[Wording] = []
    for wording in sorted(found, key=lambda w: (w.span.start - w.span.end, w.span.start, w.by)):
        if not any(wording.span.overlaps(other.span) for other in kept):
            kept.append(wording)
    return tuple(sorted(kept, key=lambda w: w.span))
