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
from selon.stages.factuality_negation import apply_negated, negator_of
from selon.stages.factuality_scope import (
    governor_of,
    grants,
    hangs,
    is_closed_question,
    is_given,
    scopes,
    serves_fact,
    time_of_setting,
)
from selon.stages.factuality_tense import read_tense, time_of
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

_WISHES = frozenset({"fear", "want", "intend", "demand", "promise", "threaten", "doubt", "deny"})
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


class _Walker:
    def __init__(
        self, sent: Sentence, language: Language, state: Axes, hits: tuple[Hit, ...], conditionals: dict[int, Conditional]
    ) -> None:
        self.sent = sent
        self.language = language
        self.state = state
        self.hits = hits
        self.conditionals = conditionals
        self.settled: set[int] = set()  # governors whose negation has been read with their row

    def run(self, head: int, stop: tuple[Span, ...], barrier: int | None) -> bool:
        """Go up and apply what is met; True when the happening stands beside the holder's content rather than in it."""
        token = self.sent.tokens[head]
        self._at(token, is_trigger=True)
        seen = {head}
        while token.head != token.i and token.head not in seen:
            below = token
            token, rel = governor_of(self.sent, below, self.language)
            seen.update({below.head, token.i})
            if token.i == barrier:
                self._worth(token, below, rel)
                return False
            if stop and not any(s.start <= token.start < s.end for s in stop):
                return False
            if rel == "conj":
                self._conjunct(token, below)
                continue
            if below.dep == "acl:relcl" or rel in {"appos", "parataxis", "dislocated"}:
                return True
            if rel not in _DOWN or not self._climb(token, below, rel):
                self._set_in(below)
                return self._is_wish(barrier) and is_given(self.sent, token, below, rel, self.language)
        if is_closed_question(self.sent, self.language) and token.head == token.i and self._is_asked(head):
            self.state.set("polarity", "open", self.sent.tokens[-1].span, "rule question")
        return False

    def _climb(self, token: Token, below: Token, rel: str) -> bool:
        """Apply the governor; False where nothing further up reaches the happening."""
        governed = self._governed(token, below, rel)
        alone = "attitude" not in self.state.cells and "polarity" not in self.state.cells
        if rel == "advcl" and not self._is_list(below) and alone:
            return False
        if not scopes(self.sent, token, below, rel, self.language) and not (governed and rel in {"nmod", "obl"}):
            return False
        self._at(token, is_trigger=False)
        return True

    def _conjunct(self, token: Token, below: Token) -> None:
        """The first member of a coordination: its conjunction, and its tense where the later member has none."""
        self._markers(token)
        if below.upos in {"VERB", "AUX"} and "time" not in self.state.cells:
            read_tense(self.sent, token, self.state, self.conditionals)

    def _set_in(self, below: Token) -> None:
        """*lors du sommet*: the time of the clause that it is the setting of."""
        setting = time_of_setting(self.sent, below, self.language) if below.upos == "NOUN" and below.rel in {"obl", "nmod"} else None
        if setting is not None:
            self.state.set("time", setting[0], setting[1].span, "rule setting")

    def _is_wish(self, barrier: int | None) -> bool:
        """Does the holder fear, want or plan?  What is given in such a content is no part of it; praise and blame take facts."""
        entries = self.language.cues.get(self.sent.tokens[barrier].lemma, ()) if barrier is not None else ()
        return any(e.row["attitude"] in _WISHES for e in entries)

    def _is_asked(self, head: int) -> bool:
        """Is it the verb that the question is about, or a noun whose taking place it asks for?"""
        token = self.sent.tokens[head]
        return token.upos not in {"NOUN", "PROPN"} or self.sent.tokens[token.head].lemma in self._carrying()

    def _worth(self, cue: Token, below: Token, rel: str) -> None:
        """What the holder's cue says about its content beside the attitude: *penser que* is probable, *ignorer si* open."""
        self._announced(cue, below, rel)
        for hit in self.hits:
            if cue.i in hit.words and hit.row["construction"] in {"governor", "noun_governor"} and below.i not in hit.words:
                for axis in ("polarity", "certainty"):
                    if hit.row[axis] not in {"neg", "certain"}:
                        self.state.set(axis, hit.row[axis], cue.span, hit.row.by)
                return

    def _is_list(self, below: Token) -> bool:
        """*d'organiser X, de former Y*: an infinitive in *de* that the parser hung as an adverbial clause is one of a list."""
        marks = [self.sent.tokens[c] for c in self.sent.children[below.i] if self.sent.tokens[c].rel == "mark"]
        return (
            below.feats.get("VerbForm") == "Inf" and len(marks) == 1 and marks[0].lemma in self.language.words("prepositions", "genitive")
        )

    def _at(self, token: Token, *, is_trigger: bool) -> None:
        """What stands around one node: adverbs, adjectives, markers, negation, mood and tense."""
        negated = self._local(token)
        if token.upos in {"VERB", "AUX", "ADJ"} or any(self.sent.tokens[c].rel in {"cop", "aux"} for c in self.sent.children[token.i]):
            carries = is_trigger or token.lemma in self._carrying() or token.rel in {"ccomp", "xcomp"} or self._is_modal(token)
            word = None if negated or token.i in self.settled else negation(self.sent, token.i, self.language)
            if word is not None and carries:
                self.state.flip(word.span, "rule negation")
            if is_trigger or carries or "time" not in self.state.cells:
                read_tense(self.sent, token, self.state, self.conditionals)

    def _carrying(self) -> frozenset[str]:
        happening = {
            phrase.split()[-1] if not phrase.startswith("avoir") else "avoir" for phrase in self.language.settings["support"]["happening"]
        }
        leading = self.language.words("scope", "leading")
        return (frozenset(happening) | self.language.words("support", "actor") | leading) - self.language.words("support", "partial")

    def _is_modal(self, token: Token) -> bool:
        return any(token.i in h.words and h.row["construction"] == "governor" for h in self.hits)

    def _local(self, token: Token) -> bool:
        """Apply the rows that hang on a node; True when one of them negated it."""
        negated = False
        family = {token.i, *(c for c in self.sent.children[token.i] if self.sent.tokens[c].rel in {"aux", "cop"})}
        for hit in self.hits:
            construction = hit.row["construction"]
            if construction == "governor" and len(hit.words) > 2 and self._hangs_below(hit, token):
                self._govern(hit, token)
                continue
            if construction not in {"adverb", "adjective", "marker", "preposition"} or token.i in hit.words:
                continue
            head = self.sent.tokens[hit.head]
            if construction == "adverb" and hit.row["polarity"] == "neg" and token.i in self.settled:
                continue
            if construction == "marker" and (grants(self.sent, head, self.language) or serves_fact(self.sent, token, self.language)):
                continue
            if construction == "marker" and token.rel == "ccomp" and head.lemma in self.language.words("particles", "complementizers"):
                continue  # *ignore si C* asks, it sets no condition
            marks = any(self.sent.tokens[w].head == token.i and self.sent.tokens[w].rel == "mark" for w in hit.words)
            if construction in {"marker", "preposition"} and (
                token.head in hit.words or (marks and len(hit.words) > 1)
            ):  # *à condition que*
                self._mark(hit, token)
                continue
            beside = (
                construction == "adjective" and token.upos == "NOUN" and token.head == head.i == token.i - 1
            )  # *le soi-disant attentat*, whichever is called the head
            if beside:
                self._apply(hit.row, head)
                continue
            if head.head not in family or not hangs(construction, head, token, is_phrase=len(hit.words) > 1):
                continue
            if hit.row["polarity"] == "neg":
                if negated or self._lacks_ne(hit, token):
                    continue
                negated = True
            self._mark(hit, token)
        return negated or (token.i not in self.settled and self._no_such(token))

    def _hangs_below(self, hit: Hit, token: Token) -> bool:
        """*est à même de détruire*: a phrase whose words the parser hung on what it governs."""
        return not {token.i, token.head} & set(hit.words) and all(self.sent.tokens[w].head in {token.i, *hit.words} for w in hit.words)

    def _mark(self, hit: Hit, token: Token) -> None:
        """Apply a row that hangs on `token`; what happens before a future is future too: *signera avant de quitter la ville*."""
        main = self.sent.tokens[token.head]
        if hit.row["cue"] in self.language.words("scope", "before") and main is not token:
            self.state.set("time", "future" if time_of(self.sent, main) == "future" else "none", main.span, hit.row.by)
        self._apply(hit.row, self.sent.tokens[hit.head])

    def _lacks_ne(self, hit: Hit, token: Token) -> bool:
        """*plus* beside no *ne* is more, not no longer; a bare participle has no place for it: *jamais signé*."""
        bare = token.feats.get("VerbForm") == "Part" and not self.sent.dependents(token.i, "aux", "cop")
        if bare and self.sent.tokens[hit.head].lemma in self.language.words("negation", "with_participle"):
            return False
        return (
            hit.row["construction"] == "adverb"
            and any(self.sent.tokens[w].lemma in self.language.settings["negation"]["need_ne"] for w in hit.words)
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

    def _governed(self, token: Token, below: Token, rel: str) -> bool:
        """The governor's own row: *échouer à*, *tentative de*, *prévoir de*; True when one applied."""
        for hit in self.hits:
            if token.i not in hit.words or below.i in hit.words:
                continue
            construction = hit.row["construction"]
            if construction in {"marker", "preposition"} and token.upos in {"ADV", "ADP", "SCONJ"} and hit.head == token.i:
                self._apply(hit.row, token)
                return True
            if construction in {"governor", "noun_governor"} and self._governs(hit, token, below, rel):
                self._govern(hit, token)
                return True
        return self._announced(token, below, rel)

    def _governs(self, hit: Hit, token: Token, below: Token, rel: str) -> bool:
        """Does the row say something about `below`, a dependent of `token`?"""
        construction, single = hit.row["construction"], len(hit.words) == 1
        if single and construction != ("noun_governor" if token.upos in {"NOUN", "PROPN"} else "governor"):
            return False
        if hit.row["polarity"] == "neg" and below.lemma in self.language.words("scope", "spoken"):
            return False  # *a rejeté la plainte*: it was made
        if not self._introduces(hit, token, below):
            return False
        if construction == "noun_governor" and self.sent.tokens[hit.words[0]].upos == "VERB":
            return False  # *la digue risque de céder* is a verb
        if construction == "noun_governor":
            return rel in {"nmod", "acl", "obl", "xcomp", "ccomp", "advcl"} and below.i > token.i
        if single and rel == "obl":
            return False  # *a demandé une enquête devant le congrès*
        if rel == "advcl" and self._is_absolute(below):
            return False  # *X ayant accepté, la séance a été suspendue*
        if rel == "nsubj" and not self._is_passive(token) and not self._is_predicate(hit):
            return not hit.row["attitude"] and self._is_happening(token)  # what fears or wants is not feared or wanted
        return True

    def _introduces(self, hit: Hit, token: Token, below: Token) -> bool:
        """*appelle à la grève*; the *à* of *tiendra à moins que C* introduces something else."""
        last = self.sent.tokens[hit.words[-1]]
        other = last.head != below.i and last.head not in hit.words and self.sent.tokens[last.head].head == token.i
        return hit.row["construction"] != "governor" or len(hit.words) == 1 or last.upos != "ADP" or not other

    def _govern(self, hit: Hit, token: Token) -> None:
        """Apply a governor's row, with its negation when the two together say something of their own."""
        words = [self.sent.tokens[w] for w in hit.words] if hit.row["construction"] == "governor" else []
        for word in words:
            negator = negator_of(self.sent, word, self.language) if word.upos in {"VERB", "AUX", "NOUN", "ADJ"} else None
            if negator is not None and apply_negated(hit.row, words, negator, self.state, self.language):
                self.settled.update(hit.words)
                return
        self._apply(hit.row, token, hit.words)

    def _announced(self, token: Token, below: Token, rel: str) -> bool:
        """*annonce une grève*, *l'annonce de la fermeture*: such deeds are announced by their doer before they are done."""
        words = self.language.settings["scope"]
        if token.lemma not in words["announcing"] or below.lemma not in words["deeds"] or rel not in {"obj", "nmod", "nsubj"}:
            return False
        if rel == "nsubj" and not self._is_passive(token):
            return False
        self.state.set("certainty", "probable", token.span, "rule announced")
        self.state.set("time", "future", token.span, "rule announced")
        return True

    def _is_absolute(self, below: Token) -> bool:
        """A clause of its own beside the main one: with a subject, or a participle."""
        return any(c.rel == "nsubj" for c in self.sent.dependents(below.i)) or below.feats.get("VerbForm") == "Part"

    def _is_passive(self, token: Token) -> bool:
        return any(c.dep in {"nsubj:pass", "aux:pass", "expl:pass"} for c in self.sent.dependents(token.i))

    def _is_predicate(self, hit: Hit) -> bool:
        """*une attaque est imminente*, *la vente est à l'étude*; *être prêt à* says nothing of its subject."""
        words = [self.sent.tokens[w] for w in hit.words]
        return len(words) > 1 and words[0].rel == "cop" and words[-1].upos in {"ADJ", "NOUN", "VERB"}

    def _is_happening(self, token: Token) -> bool:
        """Does the modal govern a verb that its subject is the happening of: *l'attaque pourrait avoir lieu*; not *serait dû à*."""
        return self._is_modal(token) and any(c.rel in {"xcomp", "ccomp"} for c in self.sent.dependents(token.i))

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
