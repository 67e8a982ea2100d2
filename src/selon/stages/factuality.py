"""How sure: a walk from the happening up to the cue that holds it.

Each negation, modal, adverb, marker and governing word met on the way applies its row of `factuality.tsv`.  Relative
clauses and appositions end the walk: what stands above does not scope over them.  The holder's own attitude comes last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.model.cell import Cell
from selon.model.factuality import Factuality
from selon.stages.factuality_axes import Axes
from selon.stages.factuality_tense import read_tense
from selon.stages.phrases import has_ne, negation

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.lang.schema import Row
    from selon.model.attribution import Attribution
    from selon.model.conditional import Conditional
    from selon.model.span import Span
    from selon.model.syntax import Sentence, Token
    from selon.stages.factuality_hits import Hit
    from selon.stages.quotations import Quotation

_DOWN = frozenset({"xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl", "nsubj", "csubj", "iobj", "amod"})


@dataclass(frozen=True, slots=True)
class Walk:
    """What the way up gave: the axes, and whether the happening stands in a relative clause or apposition of the holder's content."""

    cells: dict[str, Cell[str]]
    escaped: bool


def walk_up(
    sent: Sentence,
    head: int,
    language: Language,
    stop: tuple[Span, ...],
    *,
    barrier: int | None = None,
    hits: tuple[Hit, ...] = (),
    conditionals: tuple[Conditional, ...] = (),
) -> Walk:
    """The axes that the words around a happening set, up to the edge of `stop` (the holder's content) or the root.

    `barrier` is the holder's cue: the walk ends below it.  `hits` are the rows that stand in the sentence (`find_hits`),
    `conditionals` its verbs in the conditional.
    """
    walker = _Walker(sent, language, Axes(), hits, {c.token: c for c in conditionals})
    escaped = walker.run(head, stop, barrier)
    return Walk(walker.state.cells, escaped)


def _hangs(construction: str, head: Token, token: Token, *, is_phrase: bool) -> bool:
    """Does a word of this construction, a dependent of `token`, apply to it?"""
    if construction == "adjective":
        return head.rel in {"amod", "acl", "appos"} or (is_phrase and head.rel == "nmod")  # *la vente en cours*
    if construction == "marker" and head.rel == "case" and token.upos in {"NOUN", "PROPN", "PRON"}:
        return False  # *pour son agression* is no purpose clause
    return construction == "adverb" or (head.i <= token.i and head.rel in {"mark", "case", "advmod", "fixed", "obl", "cc"})


class _Walker:
    def __init__(
        self, sent: Sentence, language: Language, state: Axes, hits: tuple[Hit, ...], conditionals: dict[int, Conditional]
    ) -> None:
        self.sent = sent
        self.language = language
        self.state = state
        self.hits = hits
        self.conditionals = conditionals

    def run(self, head: int, stop: tuple[Span, ...], barrier: int | None) -> bool:
        sent, escaped = self.sent, False
        token = sent.tokens[head]
        self._at(token, is_trigger=True)
        seen = {head}
        while token.head != token.i and token.head not in seen:
            below, rel = token, token.rel
            token = sent.tokens[token.head]
            seen.add(token.i)
            if token.i == barrier:
                self._worth(token, below)
                break
            if stop and not any(s.start <= token.start < s.end for s in stop):
                break
            if rel == "conj":
                self._markers(token)
                if below.upos in {"VERB", "AUX"} and "time" not in self.state.cells:
                    read_tense(self.sent, token, self.state, self.conditionals)
                continue
            if below.dep == "acl:relcl" or rel in {"appos", "parataxis", "dislocated"}:
                escaped = True
                break
            if rel not in _DOWN:
                break
            self._governed(token, below)
            if rel == "advcl" and not self._is_list(below) and "attitude" not in self.state.cells and "polarity" not in self.state.cells:
                break
            if not self._scopes(token, below):
                break
            self._at(token, is_trigger=False)
        return escaped

    def _worth(self, cue: Token, below: Token) -> None:
        """What the holder's cue says about its content beside the attitude: *penser que* is probable, *ignorer si* open."""
        for hit in self.hits:
            if cue.i in hit.words and hit.row["construction"] in {"governor", "noun_governor"} and below.i not in hit.words:
                for axis in ("polarity", "certainty"):
                    if hit.row[axis] != "neg":
                        self.state.set(axis, hit.row[axis], cue.span, hit.row.by)
                return

    def _is_list(self, below: Token) -> bool:
        """*d'organiser X, de former Y*: an infinitive in *de* that the parser hung as an adverbial clause is one of a list."""
        marks = [self.sent.tokens[c] for c in self.sent.children[below.i] if self.sent.tokens[c].rel == "mark"]
        return (
            below.feats.get("VerbForm") == "Inf" and len(marks) == 1 and marks[0].lemma in self.language.words("prepositions", "genitive")
        )

    def _scopes(self, token: Token, below: Token) -> bool:
        """Does what holds of the governor hold of the happening below it?"""
        if below.upos in {"VERB", "AUX", "ADJ"}:
            return below.rel in {"xcomp", "ccomp", "csubj"} or (
                below.rel in {"acl", "obl", "advcl"} and below.feats.get("VerbForm") == "Inf"
            )
        if token.upos in {"NOUN", "PROPN", "ADJ"}:
            return below.rel in {"nmod", "obl"}
        if token.upos in {"VERB", "AUX"}:
            if below.rel in {"nsubj", "csubj", "obj"}:
                return True
            return below.rel == "obl" and token.lemma in self.language.words("support", "actor")
        return False

    def _at(self, token: Token, *, is_trigger: bool) -> None:
        """What stands around one node: adverbs, adjectives, markers, negation, mood and tense."""
        negated = self._local(token)
        if token.upos in {"VERB", "AUX", "ADJ"} or any(self.sent.tokens[c].rel in {"cop", "aux"} for c in self.sent.children[token.i]):
            carries = is_trigger or token.lemma in self._carrying() or token.rel in {"ccomp", "xcomp"} or self._is_modal(token)
            word = None if negated else negation(self.sent, token.i, self.language)
            if word is not None and carries:
                self.state.flip(word.span, "rule negation")
            if is_trigger or carries or "time" not in self.state.cells:
                read_tense(self.sent, token, self.state, self.conditionals)

    def _carrying(self) -> frozenset[str]:
        happening = {
            phrase.split()[-1] if not phrase.startswith("avoir") else "avoir" for phrase in self.language.settings["support"]["happening"]
        }
        return (frozenset(happening) | self.language.words("support", "actor")) - self.language.words("support", "partial")

    def _is_modal(self, token: Token) -> bool:
        return any(token.i in h.words and h.row["construction"] == "governor" for h in self.hits)

    def _local(self, token: Token) -> bool:
        """Apply the rows that hang on a node; True when one of them negated it."""
        negated = False
        family = {token.i, *(c for c in self.sent.children[token.i] if self.sent.tokens[c].rel in {"aux", "cop"})}
        for hit in self.hits:
            construction = hit.row["construction"]
            if construction not in {"adverb", "adjective", "marker", "preposition"} or token.i in hit.words:
                continue
            head = self.sent.tokens[hit.head]
            if construction == "marker" and token.rel == "ccomp" and head.lemma in self.language.words("particles", "complementizers"):
                continue  # *ignore si C* asks, it sets no condition
            marks = any(self.sent.tokens[w].head == token.i and self.sent.tokens[w].rel == "mark" for w in hit.words)
            if construction in {"marker", "preposition"} and (
                token.head in hit.words or (marks and len(hit.words) > 1)
            ):  # *à condition que*
                self._apply(hit.row, head)
                continue
            if head.head not in family or not _hangs(construction, head, token, is_phrase=len(hit.words) > 1):
                continue
            if hit.row["polarity"] == "neg":
                if negated or self._lacks_ne(hit, token):
                    continue
                negated = True
            self._apply(hit.row, head)
        return negated or self._no_such(token)

    def _lacks_ne(self, hit: Hit, token: Token) -> bool:
        """*plus* beside no *ne* is more, not no longer."""
        return (
            hit.row["construction"] == "adverb"
            and len(hit.words) == 1
            and self.sent.tokens[hit.head].lemma in self.language.settings["negation"]["need_ne"]
            and not has_ne(self.sent, token.i, self.language)
        )

    def _no_such(self, token: Token) -> bool:
        """*aucune attaque*: a noun negated by its determiner."""
        determiners = self.language.settings["negation"]["determiners"] if token.upos == "NOUN" else ()
        for child in self.sent.dependents(token.i, "det"):
            if child.lemma.casefold() in determiners:
                self.state.flip(child.span, "rule negation")
                return True
        return False

    def _markers(self, token: Token) -> None:
        """The conjunction of a coordinated clause holds for its later members too."""
        for hit in self.hits:
            head = self.sent.tokens[hit.head]
            if hit.row["construction"] in {"marker", "preposition"} and head.head == token.i and head.rel == "mark":
                self._apply(hit.row, head)

    def _governed(self, token: Token, below: Token) -> None:
        """The governor's own row: *échouer à*, *tentative de*, *prévoir de*."""
        wanted = "noun_governor" if token.upos in {"NOUN", "PROPN"} else "governor"
        for hit in self.hits:
            construction = hit.row["construction"]
            if token.i not in hit.words or below.i in hit.words:
                continue
            if construction in {"marker", "preposition"} and token.upos in {"ADV", "ADP", "SCONJ"} and hit.head == token.i:
                self._apply(hit.row, token)
                return
            if construction not in {"governor", "noun_governor"}:
                continue
            if construction != wanted and len(hit.words) == 1:
                continue
            if construction == "governor" and len(hit.words) == 1 and below.rel == "obl":
                continue  # *a demandé une enquête devant le congrès*
            if construction == "governor" and below.rel == "advcl" and self._is_absolute(below):
                continue  # *X ayant accepté, la séance a été suspendue*
            if construction == "governor" and below.rel == "nsubj" and (hit.row["attitude"] or not self._passive_or_happening(token)):
                continue  # what fears or wants is not feared or wanted
            if construction == "noun_governor" and (
                below.rel not in {"nmod", "acl", "obl", "xcomp", "ccomp", "advcl"} or below.i < token.i
            ):
                continue
            self._apply(hit.row, token, hit.words)
            return

    def _is_absolute(self, below: Token) -> bool:
        """A clause of its own beside the main one: with a subject, or a participle."""
        return any(c.rel == "nsubj" for c in self.sent.dependents(below.i)) or below.feats.get("VerbForm") == "Part"

    def _passive_or_happening(self, token: Token) -> bool:
        children = [self.sent.tokens[c] for c in self.sent.children[token.i]]
        modal = self._is_modal(token) and any(c.rel in {"xcomp", "ccomp"} for c in children)  # not *le crash serait dû à*
        return modal or any(c.dep in {"nsubj:pass", "aux:pass", "expl:pass"} for c in children)

    def _apply(self, row: Row, token: Token, words: tuple[int, ...] = ()) -> None:
        settles = any(self.sent.tokens[w].upos == "AUX" for w in words)  # *aurait pu*: the row has read the mood itself
        if row["polarity"] == "neg":
            self.state.flip(token.span, row.by)
        elif row["polarity"]:
            self.state.set("polarity", row["polarity"], token.span, row.by)
        for axis in ("certainty", "time", "attitude"):
            if row[axis] != "certain" or settles:  # the default, which must not keep a hedge further up from applying
                self.state.set(axis, row[axis], token.span, row.by)


def judge(walk: Walk, chain: tuple[Attribution, ...], quoted: Quotation | None, language: Language, text: str) -> Factuality:
    """The axes of the holder: what the walk gave, and the attitude of the innermost source of `chain` (outermost first)."""
    state = Axes(dict(walk.cells))
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


def _hold(state: Axes, holder: Attribution, language: Language, text: str) -> None:
    """Apply the holder's attitude, and what the negation or modality of its cue does to it."""
    span, by = holder.cue[0], holder.by
    if holder.negated:
        if holder.attitude == "deny":
            state.set("certainty", "possible", span, by)
            return
        lemma = span.of(text).split()[-1] if span.end > span.start else ""
        if holder.attitude in {"state", "want"} and any(
            lemma.startswith(v[:4]) for v in language.settings["attribution"]["negative_raising"]
        ):
            state.flip(span, by)
            return
        state.set("certainty", "uncommitted", span, by)
        state.cells["attitude"] = Cell("doubt", (span,), by)
        return
    if holder.attitude in {"fear", "want", "demand", "promise", "threaten", "intend"}:
        state.set("certainty", "possible", span, by)
        if state.cells.get("time", Cell("none")).value in {"none", "ongoing"}:
            state.cells["time"] = Cell("future", (span,), by)
    elif holder.attitude == "deny":
        state.flip(span, by)
    unset = "attitude" not in state.cells or state.cells["attitude"].value == "none"
    if unset and holder.attitude not in {"state", "show"}:
        state.cells["attitude"] = Cell(holder.attitude, (span,), by)
    if holder.certainty != "certain":
        state.set("certainty", holder.certainty, span, by)
