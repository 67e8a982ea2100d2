"""How sure: a walk from the happening up to the cue that holds it.

Each negation, modal, adverb, marker and governing word met on the way applies its row of `factuality.tsv`.  Relative
clauses and appositions end the walk: what stands above does not scope over them.  The holder's own attitude comes last.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from selon.model.cell import Cell
from selon.model.factuality import Factuality
from selon.stages.phrases import match_phrase, negation
from selon.stages.predications import finite_verb

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.lang.schema import Row
    from selon.model.attribution import Attribution
    from selon.model.span import Span
    from selon.model.syntax import Sentence, Token
    from selon.stages.quotations import Quotation

_DOWN = frozenset({"xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl", "nsubj", "csubj", "iobj", "amod"})
_MODAL_MOODS = {"Imp"}


@dataclass(slots=True)
class _State:
    """The axes while the walk goes up; the first row that sets an axis keeps it, except that negation flips."""

    cells: dict[str, Cell[str]] = field(default_factory=dict)

    def set(self, axis: str, value: str, span: Span, by: str) -> None:
        if value and axis not in self.cells:
            self.cells[axis] = Cell(value, (span,), by)

    def flip(self, span: Span, by: str) -> None:
        now = self.cells.get("polarity")
        value = "pos" if now is not None and now.value == "neg" else "neg"
        self.cells["polarity"] = Cell(value, (*(now.evidence if now is not None else ()), span), by)

    def get(self, axis: str, default: str) -> Cell[str]:
        return self.cells.get(axis, Cell(default))


@dataclass(frozen=True, slots=True)
class Walk:
    """What the way up gave: the axes, and whether the happening stands in a relative clause or apposition of the holder's content."""

    cells: dict[str, Cell[str]]
    escaped: bool


def walk_up(sent: Sentence, head: int, language: Language, stop: tuple[Span, ...], *, barrier: int | None = None) -> Walk:
    """The axes that the words around a happening set, up to the edge of `stop` (the holder's content) or the root.

    `barrier` is the holder's cue: the walk ends below it.
    """
    walker = _Walker(sent, language, _State())
    escaped = walker.run(head, stop, barrier)
    return Walk(walker.state.cells, escaped)


class _Walker:
    def __init__(self, sent: Sentence, language: Language, state: _State) -> None:
        self.sent = sent
        self.language = language
        self.state = state

    def run(self, head: int, stop: tuple[Span, ...], barrier: int | None) -> bool:
        sent, escaped = self.sent, False
        token = sent.tokens[head]
        self._at(token, is_trigger=True)
        seen = {head}
        while token.head != token.i and token.head not in seen:
            below, rel = token, token.rel
            token = sent.tokens[token.head]
            seen.add(token.i)
            if token.i == barrier or (stop and not any(s.start <= token.start < s.end for s in stop)):
                break
            if rel == "conj":
                self._markers(token)
                if below.upos in {"VERB", "AUX"} and "time" not in self.state.cells:
                    self._tense(token)
                continue
            if below.dep == "acl:relcl" or rel in {"appos", "parataxis", "dislocated"}:
                escaped = True
                break
            if rel not in _DOWN:
                break
            self._governed(token, below)
            if rel == "advcl" and "attitude" not in self.state.cells and "polarity" not in self.state.cells:
                break
            if not self._scopes(token, below):
                break
            self._at(token, is_trigger=False)
        return escaped

    def _scopes(self, token: Token, below: Token) -> bool:
        """Does what holds of the governor hold of the happening below it?"""
        if below.upos in {"VERB", "AUX", "ADJ"}:
            return below.rel in {"xcomp", "ccomp", "csubj"} or (below.rel in {"acl", "obl", "advcl"} and below.feats.get("VerbForm") == "Inf")
        if token.upos in {"NOUN", "PROPN", "ADJ"}:
            return below.rel in {"nmod", "obl"}
        if token.upos in {"VERB", "AUX"}:
            if below.rel in {"nsubj", "csubj", "obj"}:
                return True
            return below.rel == "obl" and token.lemma in self.language.words("support", "actor")
        return False

    def _at(self, token: Token, *, is_trigger: bool) -> None:
        """What stands around one node: negation, adverbs, adjectives, markers, mood and tense."""
        self._local(token)
        if token.upos in {"VERB", "AUX", "ADJ"} or any(self.sent.tokens[c].rel in {"cop", "aux"} for c in self.sent.children[token.i]):
            carries = is_trigger or token.lemma in self._carrying() or token.rel in {"ccomp", "xcomp"} or self._is_modal(token)
            word = negation(self.sent, token.i, self.language)
            if word is not None and carries:
                self.state.flip(word.span, "rule negation")
            if is_trigger or carries or "time" not in self.state.cells:
                self._tense(token)

    def _carrying(self) -> frozenset[str]:
        happening = {phrase.split()[-1] if not phrase.startswith("avoir") else "avoir" for phrase in self.language.settings["support"]["happening"]}
        return frozenset(happening) | self.language.words("support", "actor")

    def _is_modal(self, token: Token) -> bool:
        return any(e.row["construction"] == "governor" for e in self.language.factuality.get(token.lemma, ()))

    def _local(self, token: Token) -> None:
        negators = self.language.settings["negation"]
        for c in self.sent.children[token.i]:
            child = self.sent.tokens[c]
            rel = child.rel
            if rel == "det" and token.upos == "NOUN" and child.lemma.casefold() in negators["determiners"]:
                self.state.flip(child.span, "rule negation")
                continue
            wanted = {"advmod": "adverb", "obl": "adverb", "amod": "adjective", "mark": "marker", "case": "preposition", "acl": "adjective"}.get(rel)
            if wanted is None or child.lemma.casefold() in negators["adverbs"]:
                continue
            for entry in self._rows(child):
                construction = entry["construction"]
                if construction == wanted or {construction, wanted} == {"marker", "preposition"}:
                    self._apply(entry, child)
                    break
        self._markers_of_phrase(token)

    def _rows(self, token: Token) -> list[Row]:
        found = []
        for key in dict.fromkeys((token.lemma.casefold(), token.text.casefold().replace("’", "'"))):
            for entry in self.language.factuality.get(key, ()):
                rest = match_phrase(self.sent, token.i, entry.phrase, self.language)
                if rest is not None and all(r - token.i <= 3 for r in rest[:1]):
                    found.append(entry.row)
        return found

    def _markers_of_phrase(self, token: Token) -> None:
        """Markers that the parser hung as adverb or fixed phrase (*afin de*, *au cas où*)."""
        for c in self.sent.children[token.i]:
            child = self.sent.tokens[c]
            if child.i < token.i and child.rel in {"advmod", "fixed", "mark", "obl"} and child.upos in {"ADV", "ADP", "SCONJ", "NOUN"}:
                for row in self._rows(child):
                    if row["construction"] in {"marker", "preposition"}:
                        self._apply(row, child)
                        return

    def _markers(self, token: Token) -> None:
        for c in self.sent.children[token.i]:
            child = self.sent.tokens[c]
            if child.rel == "mark":
                for row in self._rows(child):
                    if row["construction"] in {"marker", "preposition"}:
                        self._apply(row, child)

    def _governed(self, token: Token, below: Token) -> None:
        """The governor's own row: *échouer à*, *tentative de*, *prévoir de*."""
        wanted = "noun_governor" if token.upos in {"NOUN", "PROPN"} else "governor"
        if wanted == "governor" and below.rel == "nsubj" and not self._passive_or_happening(token):
            return
        if wanted == "noun_governor" and below.rel not in {"nmod", "acl", "obl", "xcomp", "ccomp", "advcl"}:
            return
        for row in self._rows(token):
            if row["construction"] == wanted:
                self._apply(row, token)
                word = negation(self.sent, token.i, self.language)
                if word is not None and row["polarity"] == "neg":
                    self.state.cells["polarity"] = Cell("pos", (token.span, word.span), row.by)
                return

    def _passive_or_happening(self, token: Token) -> bool:
        children = [self.sent.tokens[c] for c in self.sent.children[token.i]]
        return any(c.dep in {"nsubj:pass", "aux:pass", "expl:pass"} for c in children) or self._is_modal(token)

    def _apply(self, row: Row, token: Token) -> None:
        if row["polarity"] == "neg":
            self.state.flip(token.span, row.by)
        elif row["polarity"]:
            self.state.set("polarity", row["polarity"], token.span, row.by)
        for axis in ("certainty", "time", "attitude"):
            self.state.set(axis, row[axis], token.span, row.by)

    def _tense(self, token: Token) -> None:
        """Mood and tense of the verb group; an infinitive or participle says nothing by itself."""
        verb = finite_verb(self.sent, token.i)
        feats = verb.feats
        if feats.get("Mood") == "Imp":
            self.state.set("attitude", "demand", verb.span, "rule imperative")
            return
        if feats.get("Mood") == "Cnd":
            self._conditional(token, verb)
            return
        tense = feats.get("Tense")
        if feats.get("VerbForm") != "Fin" and verb is token:
            if feats.get("VerbForm") == "Part" and tense == "Past":
                self.state.set("time", "past", verb.span, "rule tense")
            return
        if tense == "Fut":
            self.state.set("time", "future", verb.span, "rule tense")
        elif tense in {"Past", "Imp"} or (verb is not token and verb.lemma in {"avoir", "être"} and tense == "Pres" and verb.dep == "aux:tense"):
            self.state.set("time", "past", verb.span, "rule tense")
        elif tense == "Pres":
            self.state.set("time", "past" if verb.dep == "aux:pass" and self._has_tense_aux(token) else "ongoing", verb.span, "rule tense")

    def _has_tense_aux(self, token: Token) -> bool:
        return any(self.sent.tokens[c].dep == "aux:tense" for c in self.sent.children[token.i])

    def _conditional(self, token: Token, verb: Token) -> None:
        """Perfect conditional: hearsay; of a modal: possible; with *si*: hypothetical; plain: open."""
        if token.lemma in self.language.words("conditional", "modal"):
            self.state.set("certainty", "possible", verb.span, "rule conditional")
            return
        perfect = verb is not token and verb.rel in {"aux"}
        hypothetical = any(t.text.casefold() in self.language.words("conditional", "hypothetical") for t in self.sent.tokens)
        self.state.set("certainty", "possible", verb.span, "rule conditional")
        self.state.set("time", "past" if perfect else "none", verb.span, "rule conditional")
        if not hypothetical:
            self.state.set("hearsay", "hearsay", verb.span, "rule hearsay-conditional")


def judge(walk: Walk, chain: tuple[Attribution, ...], quoted: Quotation | None, language: Language, text: str) -> Factuality:
    """The axes of the holder: what the walk gave, and the attitude of the innermost source of `chain` (outermost first)."""
    state = _State(dict(walk.cells))
    hearsay = state.cells.pop("hearsay", None)
    evidence: Cell[str] = Cell("author")
    if chain:
        holder = chain[-1]
        _hold(state, holder, language, text)
        evidence = Cell("reported", holder.cue, holder.by)
        if any(a.evidence == "shown" for a in chain):
            shown = next(a for a in chain if a.evidence == "shown")
            evidence = Cell("shown", shown.cue, shown.by)
        elif quoted is not None:
            evidence = Cell("quoted", (quoted.span,), "rule quotation")
        if holder.evidence == "hearsay" and holder.certainty == "possible":
            evidence = Cell("hearsay", holder.cue, holder.by)
    if hearsay is not None and evidence.value in {"author", "reported"}:
        evidence = hearsay
    return Factuality(
        state.get("polarity", "pos"), state.get("certainty", "certain"), state.get("time", "none"), state.get("attitude", "none"), evidence
    )


def _hold(state: _State, holder: Attribution, language: Language, text: str) -> None:
    """Apply the holder's attitude, and what the negation or modality of its cue does to it."""
    span, by = holder.cue[0], holder.by
    if holder.negated:
        if holder.attitude == "deny":
            state.set("certainty", "possible", span, by)
            return
        lemma = span.of(text).split()[-1] if span.end > span.start else ""
        if holder.attitude in {"state", "want"} and any(lemma.startswith(v[:4]) for v in language.settings["attribution"]["negative_raising"]):
            state.flip(span, by)
            return
        state.set("certainty", "uncommitted", span, by)
        state.cells["attitude"] = Cell("doubt", (span,), by)
        return
    if holder.attitude not in {"state", "show"}:
        if "attitude" not in state.cells or state.cells["attitude"].value == "none":
            state.cells["attitude"] = Cell(holder.attitude, (span,), by)
    if holder.certainty != "certain":
        state.set("certainty", holder.certainty, span, by)
