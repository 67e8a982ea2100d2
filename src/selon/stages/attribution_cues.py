"""Cues over syntax: which rows of `cues.tsv` stand in a sentence, with their source and content."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from selon.model.span import Span
from selon.stages.phrases import match_phrase, negation, same_word, words_of
from selon.stages.predications import Predication, analyse, complements, conjuncts, finite_verb, noun_phrase, preposition, verb_group

if TYPE_CHECKING:
    from selon.lang.language import Entry
    from selon.model.syntax import Sentence, Token
    from selon.stages.attributions import Context

_TRIM_LEFT = " \u00a0\u202f\n\t,;:.–—-)»”"
_TRIM_RIGHT = " \u00a0\u202f\n\t,;:.–—-("
FINITE = {"Fin"}


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before it is named and nested; `source_head` and `cue_head` are token indices in `sentence`."""

    sentence: int
    source: tuple[Span, ...]
    source_head: int | None
    cue: tuple[Span, ...]
    cue_head: int | None
    content: tuple[Span, ...]
    attitude: str
    stance: str
    evidence: str
    negated: bool
    certainty: str
    by: str


def find_cues(context: Context) -> list[Draft]:
    """Drafts of all sentences in order; for one cue the rows with the longest phrase come first."""
    return [draft for sent in context.sents if not sent.is_heading for draft in _Cues(sent, context).find()]


class _Cues:
    """The cues of one sentence."""

    def __init__(self, sent: Sentence, context: Context) -> None:
        self.sent = sent
        self.context = context
        self.language = context.language
        self.text = context.text
        attribution = context.language.settings["attribution"]
        self.impersonal = frozenset(attribution["impersonal"])
        self.carriers = frozenset(attribution["carriers"])
        self.openers = frozenset(attribution["openers"])
        self.words = words_of(sent)
        self.complementizers = context.language.words("particles", "complementizers")

    def find(self) -> list[Draft]:
        found: list[Draft] = []
        for token in self.sent.tokens:
            for entry in self._entries(token):
                draft = self._try(token, entry)
                if draft is not None:
                    found.extend(self._carried(draft))
                    found.append(draft)
                    break
            else:
                draft = self.inverted(token) or self._hearsay(token)
                if draft is not None:
                    found.append(draft)
        return found

    def _entries(self, token: Token) -> tuple[Entry, ...]:
        """Entries of the lemma, and of the form as written (*d'après*, *au dire de* begin with contracted words)."""
        form = token.text.casefold().replace("’", "'")
        by_lemma = self.language.cues.get(token.lemma, ())
        by_form = self.language.cues.get(form, ()) if form != token.lemma else ()
        both = (*by_lemma, *by_form)
        if not both:
            return ()
        possible = [e for e in both if not e.phrase.rest or self.words.issuperset(e.phrase.rest)]
        return tuple(sorted(possible, key=lambda e: -len(e.phrase.rest)) if by_form else possible)

    def _try(self, token: Token, entry: Entry) -> Draft | None:
        frame = entry.row["frame"]
        if frame == "medium" or (entry.row["attitude"] == "intend" and frame != "say"):
            return None  # an intention is a position of its holder (factuality.tsv), not something somebody says
        if frame == "prep":
            return self._preposition(token, entry)
        if frame.startswith("noun"):
            return self._noun(token, entry) if token.upos in {"NOUN"} else None
        if token.upos not in {"VERB", "AUX"} and not (entry.phrase.copula and token.upos in {"ADJ", "NOUN", "VERB"}):
            return None
        rest = match_phrase(self.sent, token.i, entry.phrase, self.language)
        if rest is None:
            return None
        return self._verb(token, entry, rest)

    # -- verbs

    def _verb(self, token: Token, entry: Entry, rest: tuple[int, ...]) -> Draft | None:
        sent, row = self.sent, entry.row
        if self._author_comment(token):
            return None
        pred = analyse(sent, self._main(token, rest), self.language)
        if not pred.agent and rest:
            pred = replace(pred, agent=analyse(sent, token.i, self.language).agent)
        frame = row["frame"]
        content = self._content(token, row["frame"], row.many("preposition"), pred, rest)
        parenthetical = False
        if content is None and frame == "say":
            content = self._colon(token, rest)
            parenthetical = content is not None and not any(a < token.i for a in pred.agent)
            if content is None:
                content = self._parenthetical(token)
                parenthetical = content is not None
        if (
            pred.passive
            and not pred.agent
            and (frame in {"np", "obl"} or row["attitude"] in {"demand", "want", "promise", "threaten", "intend"})
            and not parenthetical
        ):
            return None
        if not content:
            return None
        heads, evidence = self._source(token, pred, frame, parenthetical=parenthetical)
        if heads is None or (row["attitude"] == "show" and frame in {"np", "np_inf", "obl"} and not self._shows(token, heads)):
            return None
        if frame == "np" and row["attitude"] in {"state", "show"} and row["stance"] != "factive" and not self._is_happening(pred):
            return None
        first, last = verb_group(sent, token.i)
        last = max((last, *(r + 1 for r in rest)))
        first = min((first, *(verb_group(sent, r)[0] for r in rest if token.head == r)))
        cue = sent.covering(tuple(range(first, last)))
        source = tuple(self._phrase(h) for h in heads)
        content = tuple(s for part in content for s in _minus(part, (cue, *source) if parenthetical else (cue,)))
        content = tuple(s for c in content if (s := trim(self.text, c)) is not None)
        if not content:
            return None
        negated = negation(sent, token.i, self.language) is not None
        attitude = row["attitude"]
        evidence = "shown" if attitude == "show" else evidence
        return Draft(
            sent.i,
            source,
            heads[0] if heads else None,
            (cue,),
            token.i,
            content,
            attitude,
            row["stance"],
            evidence,
            negated,
            self._modality(token),
            row.by,
        )

    def _shows(self, token: Token, heads: tuple[int, ...]) -> bool:
        """*on voit*, *des images montrent*: nobody in particular looks, or a document shows."""
        if not heads:
            return True
        mention = self.context.mentions.get((self.sent.i, heads[0]))
        return self._is_medium(heads[0]) or (mention is not None and self._kind(mention.actors) == "document")

    def _is_happening(self, pred: Predication) -> bool:
        """Is the object a happening, or quoted?  *annonce la fermeture*, not *annonce une couleur*."""
        for p in pred.patient:
            token = self.sent.tokens[p]
            if token.lemma.casefold() in self.language.nouns or any(q.span.overlaps(token.span) for q in self.context.quotations):
                return True
            if any(self.sent.tokens[c].lemma.casefold() in self.language.nouns for _, c in complements(self.sent, p)):
                return True
        return False

    def _main(self, token: Token, rest: tuple[int, ...]) -> int:
        """The word of the phrase that has the subject: *savoir* in *faire savoir*, the adjective in *être prêt*."""
        return next((r for r in rest if token.head == r), token.i)

    def _author_comment(self, token: Token) -> bool:
        """*Rappelons que*, *il faut noter que*, *on peut dire que*: the author speaks to the reader."""
        sent = self.sent
        if any(q.span.contains(token.span) for q in self.context.quotations):
            return False
        has_subject = any(sent.tokens[c].rel in {"nsubj", "csubj"} for c in sent.children[token.i])
        if (
            token.feats.get("Person") == "1"
            and token.feats.get("Number") == "Plur"
            and not has_subject
            and token.feats.get("VerbForm") == "Fin"
        ):
            return not any(sent.tokens[c].rel == "aux" for c in sent.children[token.i])
        if token.feats.get("VerbForm") == "Inf":
            governor = sent.tokens[token.head]
            if (
                any(sent.tokens[c].rel == "expl" and sent.tokens[c].lemma == "il" for c in sent.children[governor.i])
                and governor.i != token.i
            ):
                return True
            subjects = [sent.tokens[c] for c in sent.children[governor.i] if sent.tokens[c].rel == "nsubj"]
            return bool(subjects) and subjects[0].lemma == "on" and governor.lemma in {"pouvoir", "devoir"}
        return False

    def _content(
        self, token: Token, frame: str, prepositions: tuple[str, ...], pred: Predication, rest: tuple[int, ...]
    ) -> tuple[Span, ...] | None:
        sent = self.sent
        after = max((token.i, *rest))
        if frame in {"say", "que"}:
            for c in self._clauses(token.i, rest):
                if c > token.i and self._is_que(c):
                    return (self._subtree(c, after),)
            return None
        if frame in {"inf", "to_inf"}:
            for c in self._clauses(token.i, rest):
                if c > token.i and (self._is_infinitive(c) or self._to(c)) and not self._is_que(c):
                    if self._prepositioned(c, prepositions):
                        return (self._subtree(c, after),)
            return None
        if frame == "np":
            for p in pred.patient:
                if pred.passive and not pred.agent and sent.tokens[p].upos == "PRON":
                    continue
                if sent.tokens[p].upos in {"NOUN", "PROPN"} and p not in rest and self._direct(p, token.i, passive=pred.passive):
                    return (self._subtree(p, -1, only=token.i),)
            return None
        if frame == "obl":
            for prep, p in pred.obliques:
                if prep in prepositions and p > token.i and p not in rest:
                    return (self._subtree(p, after),)
            for c in self._clauses(token.i, rest):
                if c > token.i and self._is_infinitive(c) and self._prepositioned(c, prepositions):
                    return (self._subtree(c, after),)
            for r in rest:
                for prep, p in complements(sent, r):
                    if prep in prepositions and p > r:
                        return (self._subtree(p, after),)
            return None
        if frame == "np_inf":
            infinitives = [c for c in pred.content if sent.tokens[c].feats.get("VerbForm") == "Inf" and c > token.i]
            if infinitives and pred.patient:
                left = self._subtree(pred.patient[0], after, only=token.i)
                return (Span(min(left.start, self._subtree(infinitives[0], after).start), self._subtree(infinitives[0], after).end),)
            return None
        return None

    def _direct(self, p: int, verb: int, *, passive: bool) -> bool:
        """Is the deep patient the verb's own object (or the subject of its passive), not one taken over from elsewhere?"""
        return self.sent.tokens[p].head == verb or passive

    def _clauses(self, i: int, rest: tuple[int, ...]) -> list[int]:
        """Complement clauses of the predicate and of the words of its phrase, in order."""
        sent = self.sent
        bare_time = self.language.words("particles", "bare_time") | {"veille", "lendemain"}
        times = [c for c in sent.children[i] if c > i and sent.tokens[c].lemma in bare_time]  # *a menacé la veille d'envahir*
        found = [
            c
            for k in (i, *rest, *times)
            for c in sent.children[k]
            if sent.tokens[c].rel in {"ccomp", "xcomp", "acl", "advcl", "csubj", "obj", "obl"}
            and sent.tokens[c].upos in {"VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON"}
        ]
        return sorted(c for c in found if sent.tokens[c].rel in {"ccomp", "xcomp", "csubj"} or self._is_que(c) or self._is_infinitive(c))

    def _is_infinitive(self, c: int) -> bool:
        """*partir*, *avoir volé*, *être arrêté*."""
        tokens = self.sent.tokens
        return tokens[c].feats.get("VerbForm") == "Inf" or any(
            tokens[d].feats.get("VerbForm") == "Inf" and tokens[d].rel in {"aux", "cop"} for d in self.sent.children[c]
        )

    def _is_que(self, c: int) -> bool:
        """Is it a clause introduced by *que* or an interrogative, not a relative?"""
        sent = self.sent
        if sent.tokens[c].dep == "acl:relcl":
            return False
        return any(
            sent.tokens[d].rel == "mark" and sent.tokens[d].lemma in self.complementizers and sent.tokens[d].i < c for d in sent.children[c]
        ) or (sent.tokens[c].rel == "ccomp" and any(sent.tokens[d].feats.get("PronType") in {"Int"} for d in sent.children[c]))

    def _to(self, c: int) -> bool:
        return any(sent_t.rel == "mark" and sent_t.upos == "ADP" for sent_t in (self.sent.tokens[d] for d in self.sent.children[c]))

    def _prepositioned(self, c: int, prepositions: tuple[str, ...]) -> bool:
        """Is the infinitive introduced by one of these (any or none when the row names none)?"""
        if not prepositions:
            return True
        marks = [self.sent.tokens[d].lemma for d in self.sent.children[c] if self.sent.tokens[d].rel in {"mark", "case"}]
        return not marks or any(m in prepositions for m in marks)

    def _subtree(self, c: int, after: int, *, only: int | None = None) -> Span:
        """The stretch of a dependent to the right of token `after`, its preposition and conjunction included."""
        indices = [i for i in self.sent.subtree(c) if i > after and i != only]
        return self.sent.covering(tuple(indices or [c]))

    def _colon(self, token: Token, rest: tuple[int, ...]) -> tuple[Span, ...] | None:
        """*Il a déclaré : « … »*, *dit « … »*: a quotation or a clause right after the verb."""
        if token.feats.get("VerbForm") == "Inf" and token.rel != "root":
            return None
        start = self.sent.tokens[max((token.i, *rest))].end
        right = max((self.sent.tokens[i].end for i in self.sent.subtree(token.i) if self.sent.tokens[i].upos != "PUNCT"), default=start)
        for quotation in self.context.quotations:
            if quotation.span.start >= start and quotation.span.start - start < 90:
                between = self.text[start : quotation.span.start]
                if ":" in between and "." not in between:
                    return (quotation.span,)
                if len(between.split()) <= 5 and quotation.words >= 3 and not any(c in between for c in ".;"):
                    return self._quoted_clause(quotation.span, start, token.i)
        colon = self.text.find(":", start, self.sent.end)
        if 0 <= colon < self.sent.end - 2 and colon - start < 60 and right > start and not self.text[start:colon].count(","):
            return (Span(colon + 1, self.sent.end),)
        return None

    def _quoted_clause(self, quotation: Span, start: int, verb: int) -> tuple[Span, ...]:
        """A quotation that the verb governs, with the words that lead into it: *précise qu'en « publiant … »*."""
        for token in self.sent.tokens:
            if token.start >= start and token.text.casefold() in {"que", "qu'", "qu’"} and token.end <= quotation.start + 1:
                return (Span(token.start, quotation.end),)
        for c in self.sent.children[verb]:
            if c > verb and self.sent.tokens[c].rel in {"obj", "xcomp", "ccomp"}:
                below = self.sent.covering(tuple(i for i in self.sent.subtree(c) if i > verb) or (c,))
                if below.start < quotation.start < below.end:
                    return (Span(below.start, max(quotation.end, below.end)),)
        return (quotation,)

    def _parenthetical(self, token: Token) -> tuple[Span, ...] | None:
        """*C, a indiqué dimanche S* · *« C », dit S* · *C, comme l'a dit S, C*: the rest of the sentence is the content."""
        sent = self.sent
        if token.rel == "acl" or token.feats.get("VerbForm") == "Inf":
            return None
        first, _ = verb_group(sent, token.i)
        left = self._opening(first)
        if left is None or left == 0:
            return None
        before = sent.tokens[left - 1]
        closes_quote = before.text in '»”"' or (before.text == "," and left > 1 and sent.tokens[left - 2].text in '»”"')
        if before.text not in {",", "–", "—", "-", "»", "”", '"', "!", "?", "…", "("}:
            return None
        if not self._inverted(token, closes_quote=closes_quote):
            return None
        right = self._end_of_parenthetical(token, left)
        if not closes_quote and not self._has_clitic(token) and not self._is_finite(0, left) and not self._tail_quoted(left):
            fronted = right < len(sent.tokens) - 2 and sent.tokens[right].text == "," and self._is_finite(right, len(sent.tokens))
            if not fronted:  # *Par ailleurs, poursuit X, C* speaks; *Un responsable, a confirmé X* is a stray comma
                return None
        parts = [Span(self._content_start(left), before.start if before.text in {",", "–", "—", "-", "("} else before.end)]
        whole = self._is_finite(0, left)
        if (
            right < len(sent.tokens) - 2
            and sent.tokens[left].text.casefold() in self.openers
            and sent.tokens[right].text == ","
            and sent.tokens[right + 1].text in '«“"'
        ):
            return (Span(sent.tokens[right + 1].start, sent.end),)  # *comme le rappelle X, « C »*
        if right < len(sent.tokens) - 1:
            tail = Span(sent.tokens[right].start, sent.end)
            if self._goes_on(token, right) or (not whole and sent.tokens[right].text == ","):
                parts.append(tail)
        return tuple(parts)

    def _is_finite(self, first: int, last: int) -> bool:
        return any(t.upos in {"VERB", "AUX"} and t.feats.get("VerbForm") == "Fin" for t in self.sent.tokens[first:last])

    def _has_clitic(self, token: Token) -> bool:
        return any(t.text.startswith("-") and t.upos == "PRON" for t in self.sent.tokens[max(0, token.i - 3) : token.i + 3])

    def _tail_quoted(self, left: int) -> bool:
        """Does the sentence begin inside a quotation, or quote after the parenthetical?"""
        return any(
            q.span.start <= self.sent.start < q.span.end or self.sent.tokens[left].start < q.span.start < self.sent.end
            for q in self.context.quotations
        )

    def _opening(self, first: int) -> int | None:
        """First token of the parenthetical: the verb group, or *comme* and a clitic before it."""
        sent = self.sent
        k = first
        while k > 0 and sent.tokens[k - 1].text.casefold() in {"l'", "le", "l’", "ainsi", "comme"}:
            k -= 1
        return k

    def _inverted(self, token: Token, *, closes_quote: bool) -> bool:
        sent = self.sent
        subjects = [c for c in sent.children[token.i] if sent.tokens[c].rel == "nsubj"]
        if any(sent.tokens[c].text.startswith("-") for c in sent.children[token.i] if sent.tokens[c].upos == "PRON") or (
            token.i + 1 < len(sent.tokens) and sent.tokens[token.i + 1].text.startswith("-")
        ):
            return True
        first, _ = verb_group(sent, token.i)
        if any(sent.tokens[k].text.startswith("-") for k in range(first, token.i)):
            return True
        if subjects:
            return all(s > token.i for s in subjects) or (first > 0 and sent.tokens[first - 1].text.casefold() in self.openers)
        if token.rel in {"parataxis", "root", "conj", "ccomp"} and token.feats.get("VerbForm") in {"Fin", "Part"}:
            return closes_quote or self._noun_after(token) is not None
        return False

    def _noun_after(self, token: Token) -> int | None:
        """The first bare noun phrase after the verb: the speaker when the parser took it for an object."""
        sent = self.sent
        bare_time = self.language.words("particles", "bare_time")
        for k in sent.tokens[token.i + 1 :]:
            if k.text in {",", ".", ";"}:
                return None
            if (
                k.upos in {"NOUN", "PROPN"}
                and k.lemma.casefold() not in bare_time
                and not preposition(sent, k.i)
                and k.head == token.i
                and k.rel in {"obj", "obl", "nsubj", "xcomp", "dislocated", "appos"}
            ):
                return k.i
            if k.upos in {"SCONJ"}:
                return None
        return None

    def _end_of_parenthetical(self, token: Token, left: int) -> int:
        """Index after the last word that belongs to the verb of saying."""
        sent = self.sent
        own = {token.i}
        for c in sent.children[token.i]:
            if c >= left and sent.tokens[c].rel not in {"ccomp", "parataxis", "punct"}:
                own.update(sent.subtree(c))
        last = max(own)
        return last + 1

    def _goes_on(self, token: Token, right: int) -> bool:
        """Does the reported sentence continue after the parenthetical?"""
        sent = self.sent
        if sent.tokens[right].text not in {",", "–", "—", ")", "«", "“", '"'}:
            return False
        head = sent.tokens[token.head] if token.rel == "parataxis" else None
        if head is not None and head.i > right:
            return True
        after = [t for t in sent.tokens[right + 1 :]]
        if any(t.text in "«“" for t in after[:2]):
            return True
        return any(t.upos in {"VERB", "AUX"} and t.feats.get("VerbForm") == "Fin" for t in after) and any(
            t.head < sent.tokens[right].i and t.head < token.i
            for t in after
            if t.rel in {"conj", "advcl", "obl", "acl", "ccomp", "xcomp", "cc", "mark"}
        )

    def _content_start(self, left: int) -> int:
        """Start of the reported sentence: that of the quotation when it began in an earlier sentence, else of this one."""
        comma = self.sent.tokens[left - 1].start
        for quotation in self.context.quotations:
            if quotation.span.start < self.sent.start < quotation.span.end <= comma + 2:
                return quotation.span.start
        return self.sent.start

    def _source(self, token: Token, pred: Predication, frame: str, *, parenthetical: bool) -> tuple[tuple[int, ...] | None, str]:
        """Heads of the source phrase; () when the text names none; None when what stands there cannot speak."""
        sent = self.sent
        agents = [a for a in pred.agent if sent.tokens[a].rel != "expl"]
        clitic = next((c for c in sent.children[token.i] if sent.tokens[c].text.startswith("-") and sent.tokens[c].upos == "PRON"), None)
        if clitic is None and parenthetical and token.i + 1 < len(sent.tokens) and sent.tokens[token.i + 1].text.startswith("-"):
            clitic = token.i + 1
        if parenthetical:
            after = [a for a in agents if a > token.i]
            noun = self._noun_after(token) if not after else None
            if clitic is not None:
                agents = [clitic]
            elif after:
                agents = after
            elif noun is not None:
                agents = conjuncts(sent, noun)
            elif not agents:
                return None, "reported"
        agents = [
            a
            for a in agents
            if sent.tokens[a].lemma.casefold() not in self.impersonal
            or (sent.tokens[a].lemma.casefold() == "il"
            and not self._expletive(a, token))
        ]
        if agents:
            if not self._can_speak(agents[0], frame):
                return None, "reported"
            return tuple(agents[:3]), "reported"
        medium = self._medium(token)
        if medium is not None:
            return (medium,), "reported"
        impersonal = any(
            sent.tokens[c].rel == "expl" or sent.tokens[c].lemma.casefold() in self.impersonal for c in sent.children[token.i]
        ) or (any(sent.tokens[a].lemma.casefold() in self.impersonal for a in pred.agent))
        if impersonal or (pred.passive and frame not in {"np", "obl"}):
            return (), "hearsay"
        return None, "reported"

    def _expletive(self, a: int, token: Token) -> bool:
        return self.sent.tokens[a].rel == "expl"

    def _can_speak(self, a: int, frame: str) -> bool:
        """Anything may be the subject of a *que*-clause or a parenthetical; other frames want somebody known."""
        if frame in {"say", "que", "inf", "to_inf"}:
            return True
        token = self.sent.tokens[a]
        return token.upos == "PRON" or (self.sent.i, a) in self.context.mentions or token.upos == "PROPN"

    def _medium(self, token: Token) -> int | None:
        """*Dans une vidéo publiée par X, on voit*: the document speaks when nobody else does."""
        sent = self.sent
        for c in sent.children[token.i]:
            if sent.tokens[c].rel == "obl" and preposition(sent, c) in set(self.language.settings["attribution"]["medium"]):
                mention = self.context.mentions.get((sent.i, c))
                if self._is_medium(c) or (mention is not None and self._kind(mention.actors) == "document"):
                    return c
        return None

    def _is_medium(self, c: int) -> bool:
        return any(e.row["frame"] == "medium" for e in self.language.cues.get(self.sent.tokens[c].lemma, ()))

    def _kind(self, actors: tuple[str, ...]) -> str:
        return self.context.actors[actors[0]].kind if actors else ""

    def _phrase(self, head: int) -> Span:
        """The source phrase: that of its mention when it has one."""
        mention = self.context.mentions.get((self.sent.i, head))
        first, last = noun_phrase(self.sent, head)
        span = self.sent.covering(tuple(range(first, last)))
        if mention is not None:
            span = Span(min(span.start, mention.span.start), max(mention.span.end, span.end))
        end = span.end
        while end > span.start + 1 and self.text[end - 1] in ", \u00a0;:":
            end -= 1
        return Span(span.start, end)

    def _modality(self, token: Token) -> str:
        """The cue's own certainty: *pourrait annoncer* is possible, *annoncerait* uncommitted."""
        finite = finite_verb(self.sent, token.i)
        if finite.feats.get("Mood") == "Cnd":
            return "possible"
        governor = self.sent.tokens[token.head]
        if token.rel == "xcomp" and governor.lemma in self.language.words("conditional", "modal"):
            return "possible"
        return "certain"

    def _carried(self, draft: Draft) -> list[Draft]:
        """*X, cité par Y*: Y passes on what X says."""
        if draft.source_head is None:
            return []
        sent = self.sent
        for c in sent.children[draft.source_head]:
            token = sent.tokens[c]
            if token.rel == "acl" and token.lemma in self.carriers:
                agents = analyse(sent, c, self.language).agent
                if agents and sent.tokens[agents[0]].upos in {"NOUN", "PROPN"}:
                    source = tuple(self._phrase(a) for a in agents)
                    content = draft.content if draft.content[0] < draft.cue[0] else (*draft.content, *draft.source)
                    return [
                        Draft(
                            sent.i,
                            source,
                            agents[0],
                            (token.span,),
                            c,
                            (*draft.cue, *content),
                            "state",
                            "neutral",
                            "reported",
                            False,
                            "certain",
                            "rule carried",
                        )
                    ]
        return []

    # -- nouns

    def _noun(self, token: Token, entry: Entry) -> Draft | None:
        sent, row = self.sent, entry.row
        rest = match_phrase(sent, token.i, entry.phrase, self.language)
        if rest is None:
            return None
        last = max((token.i, *rest))
        prepositions = row.many("preposition")
        content: Span | None = None
        content_head = -1
        frame = row["frame"]
        for k in (token.i, *rest):
            for c in sent.children[k]:
                child = sent.tokens[c]
                if c <= last:
                    continue
                if (
                    content is None
                    and frame == "noun_que"
                    and child.rel in {"acl", "ccomp"}
                    and child.dep != "acl:relcl"
                    and self._is_que(c)
                ) or (frame == "noun_inf" and child.rel in {"acl", "xcomp", "ccomp", "advcl"} and self._is_infinitive(c)):
                    content, content_head = self._subtree(c, last), c
                elif frame == "noun" and child.rel in {"nmod", "obl"} and preposition(sent, c) in prepositions and content is None:
                    mention = self.context.mentions.get((sent.i, c))
                    if preposition(sent, c) == "de" and mention is not None and mention.actors:
                        continue
                    content, content_head = self._subtree(c, last), c
        if content is None and frame == "noun_que":
            content, content_head = self._que_after(last)
        if content is None:
            return None
        heads = self._noun_source(token, content_head)
        if not heads and frame == "noun":
            return None
        trimmed = trim(self.text, content)
        if trimmed is None:
            return None
        cue = sent.covering((token.i, *rest))
        source = tuple(self._phrase(h) for h in heads)
        evidence = "shown" if row["attitude"] == "show" else "reported" if heads else "hearsay"
        return Draft(
            sent.i,
            source,
            heads[0] if heads else None,
            (cue,),
            token.i,
            (trimmed,),
            row["attitude"],
            row["stance"],
            evidence,
            False,
            "certain",
            row.by,
        )

    def _que_after(self, last: int) -> tuple[Span | None, int]:
        """A *que*-clause that stands right after the noun and that the parser hung on the verb."""
        tokens = self.sent.tokens
        if last + 1 < len(tokens) and tokens[last + 1].lemma in self.complementizers and tokens[last + 1].upos == "SCONJ":
            head = tokens[last + 1].head
            if head > last and tokens[head].rel in {"ccomp", "advcl", "acl"} and tokens[head].dep != "acl:relcl":
                return self._subtree(head, last), head
        return None, -1

    def _noun_source(self, token: Token, content_head: int) -> tuple[int, ...]:
        """Complement in *de* or *par*, possessive, adjective (*les accusations américaines*), else the subject that carries the noun."""
        sent = self.sent
        for prep, c in complements(sent, token.i):
            if prep in {"de", "par"} and c != content_head and (sent.i, c) in self.context.mentions:
                return (c,)
        for c in sent.children[token.i]:
            child = sent.tokens[c]
            mention = self.context.mentions.get((sent.i, c))
            if mention is not None and mention.actors and mention.kind in {"adjective", "possessive"}:
                return (c,)
            if child.rel == "acl" and child.feats.get("VerbForm") == "Part":
                agents = analyse(sent, c, self.language).agent
                if agents and (sent.i, agents[0]) in self.context.mentions:
                    return agents
        governor = sent.tokens[token.head]
        if (
            governor.i != token.i
            and governor.upos == "VERB"
            and token.rel in {"obj", "obl"}
            and governor.lemma in self.language.words("support", "actor")
        ):
            agents = tuple(a for a in analyse(sent, governor.i, self.language).agent if a != token.i)
            if agents and (sent.i, agents[0]) in self.context.mentions:
                return agents[:3]
        return ()

    # -- prepositions

    def _preposition(self, token: Token, entry: Entry) -> Draft | None:
        sent, row = self.sent, entry.row
        words = [entry.phrase.head, *entry.phrase.rest]
        if token.text.casefold().replace("’", "'") != words[0].casefold():
            return None
        at = token.i
        for word in words[1:]:
            at += 1
            if at >= len(sent.tokens) or not same_word(sent.tokens[at], word):
                return None
        head = self._governed(token.i, at)
        if head is None or not self._is_source(head):
            return None
        first, last = noun_phrase(sent, head)
        heads = tuple(conjuncts(sent, head))
        last = max(last, *(noun_phrase(sent, h)[1] for h in heads))
        cue = sent.covering(tuple(range(token.i, at + 1)))
        source = tuple(self._phrase(h) for h in heads)
        tree = tuple(i for i in sent.subtree(head) if sent.tokens[i].upos != "PUNCT")
        if token.i == 0 and tree and max(tree) - token.i < 0.6 * len(sent.tokens):
            last = max(last, max(tree) + 1)
        if words[0] in self.language.settings["attribution"]["fronted_only"] and not self._fronted(token.i, max(last, at + 1)):
            return None
        content = self._around(token.i, max(last, at + 1), head)
        if not content:
            return None
        return Draft(sent.i, source, head, (cue,), token.i, content, row["attitude"], row["stance"], "reported", False, "certain", row.by)

    def _fronted(self, first: int, last: int) -> bool:
        """Is the phrase at the head of its clause, with a comma after it?"""
        tokens = self.sent.tokens
        return (
            last < len(tokens)
            and tokens[last].text == ","
            and all(t.upos in {"CCONJ", "ADV", "PUNCT", "SCONJ", "PRON"} for t in tokens[max(0, first - 3) : first])
        )

    def _governed(self, first: int, last: int) -> int | None:
        """Head of the noun phrase after the preposition that ends at `last`; the last word itself when it is the source (*de source proche*)."""
        sent = self.sent
        token = sent.tokens[first]
        governor = token.head
        if governor > last and sent.tokens[governor].upos in {"NOUN", "PROPN", "PRON", "ADJ", "X", "NUM"} and token.rel in {"case", "mark"}:
            return governor
        for k in range(last + 1, min(last + 6, len(sent.tokens))):
            if sent.tokens[k].upos in {"NOUN", "PROPN", "PRON"}:
                return k
            if sent.tokens[k].upos in {"VERB", "AUX", "PUNCT", "SCONJ"}:
                break
        if sent.tokens[last].upos in {"NOUN", "PROPN"}:
            return last
        return None

    def _is_source(self, head: int) -> bool:
        """*selon la loi*, *selon les régions* name nobody who speaks."""
        token = self.sent.tokens[head]
        if token.lemma.casefold() in self.language.settings["attribution"]["no_speaker"]:
            return False
        if token.upos == "PRON":
            return token.feats.get("PronType") in {"Prs", None} or token.lemma in {"celui-ci", "celle-ci"}
        return (self.sent.i, head) in self.context.mentions or self._is_medium(head) or token.upos == "PROPN"

    def _around(self, first: int, last: int, head: int) -> tuple[Span, ...]:
        """The clause that a prepositional source belongs to, without the phrase itself."""
        sent = self.sent
        start_char, end_char = sent.tokens[first].start, sent.tokens[last - 1].end
        governor = sent.tokens[head].head
        fronted = (
            first == 0
            or sent.tokens[first - 1].text in {"«", "“", '"'}
            or all(t.upos in {"CCONJ", "ADV", "PUNCT"} for t in sent.tokens[:first])
        )
        if fronted:
            spans = [Span(end_char, sent.end)]
        elif last >= len(sent.tokens) - 1 or sent.tokens[last].text in {".", "»"}:
            spans = [Span(self._clause_start(first, governor), start_char)]
        else:
            indices = [i for i in sent.subtree(governor) if governor != head]
            if not indices:
                return ()
            left = [i for i in indices if i < first]
            right = [i for i in indices if i >= last]
            spans = [Span(end_char, sent.tokens[max(right)].end)] if right else []
            opens_clause = first > 0 and (
                sent.tokens[first - 1].text in {",", ";", ":"} or sent.tokens[first - 1].upos in {"SCONJ", "CCONJ"}
            )
            if left and (not right or not opens_clause or governor < first):
                spans.insert(0, Span(sent.tokens[min(left)].start, start_char))
        return tuple(s for span in spans if (s := trim(self.text, span)) is not None)

    def _clause_start(self, first: int, governor: int) -> int:
        sent = self.sent
        return sent.start if governor != first else sent.tokens[0].start

    # -- the hearsay conditional

    def _hearsay(self, token: Token) -> Draft | None:
        """*aurait été tué*: a conditional with a participle, no *si*, no modal: somebody unnamed says so."""
        sent = self.sent
        if token.upos not in {"VERB", "ADJ", "NOUN", "AUX"}:
            return None
        auxiliary = next(
            (
                sent.tokens[c]
                for c in sent.children[token.i]
                if sent.tokens[c].rel in {"aux", "cop"} and sent.tokens[c].feats.get("Mood") == "Cnd"
            ),
            None,
        )
        if auxiliary is None or token.lemma in self.language.words("conditional", "modal"):
            return None
        hypothetical = self.language.words("conditional", "hypothetical")
        if any(t.text.casefold() in hypothetical or (t.text.casefold() in {"s'", "s’"} and t.upos == "SCONJ") for t in sent.tokens):
            return None
        if not self._is_perfect(token, auxiliary) and not self._has_named_subject(token):
            return None
        indices = [i for i in sent.subtree(token.i)]
        content = trim(self.text, sent.covering(tuple(indices)))
        if content is None or any(q.span.contains(auxiliary.span) for q in self.context.quotations):
            return None
        return Draft(
            sent.i,
            (),
            None,
            (auxiliary.span,),
            token.i,
            (content,),
            "state",
            "neutral",
            "hearsay",
            False,
            "possible",
            "rule hearsay-conditional",
        )

    def _is_perfect(self, token: Token, auxiliary: Token) -> bool:
        """*aurait signé*, *serait parti*, *serait détenu*: an auxiliary with a participle."""
        return auxiliary.rel == "aux" and token.feats.get("VerbForm") == "Part"

    def _has_named_subject(self, token: Token) -> bool:
        """*Gilles X serait victime*: of a copula, only somebody named."""
        subjects = [c for c in self.sent.children[token.i] if self.sent.tokens[c].rel == "nsubj"]
        return any(self.sent.tokens[c].upos == "PROPN" and c < token.i for c in subjects)

    # -- any verb at all, inverted after a quotation

    def inverted(self, token: Token) -> Draft | None:
        """*« … », sourit-elle*: after closing marks, an inverted verb says, whatever it means."""
        sent = self.sent
        if token.upos != "VERB" or token.feats.get("VerbForm") == "Inf" or self._author_comment(token):
            return None
        first, last = verb_group(sent, token.i)
        before = [t.text for t in sent.tokens[max(0, first - 2) : first]]
        if not before or not (before[-1] in {"»", "”", '"'} or (before[-1] == "," and len(before) > 1 and before[-2] in {"»", "”", '"'})):
            return None
        pred = analyse(sent, token.i, self.language)
        content = self._parenthetical(token)
        heads, evidence = self._source(token, pred, "say", parenthetical=True)
        if content is None or not heads:
            return None
        cue = sent.covering(tuple(range(first, last)))
        parts = tuple(
            s
            for part in content
            for piece in _minus(part, (cue, *(self._phrase(h) for h in heads)))
            if (s := trim(self.text, piece)) is not None
        )
        if not parts:
            return None
        source = tuple(self._phrase(h) for h in heads)
        return Draft(
            sent.i, source, heads[0], (cue,), token.i, parts, "state", "neutral", evidence, False, "certain", "rule inverted-clause"
        )


def trim(text: str, span: Span) -> Span | None:
    """A content without the blanks and punctuation around it; quotation marks stay; None when nothing is left."""
    start, end = span
    while start < end and text[start] in _TRIM_LEFT and not (text[start] in "»”" and "«" in text[max(0, start - 1) : start]):
        start += 1
    while end > start and text[end - 1] in _TRIM_RIGHT:
        end -= 1
    return Span(start, end) if end - start > 1 else None


def _minus(span: Span, holes: tuple[Span, ...]) -> list[Span]:
    """What is left of a span outside some others."""
    parts = [span]
    for hole in holes:
        parts = [
            piece
            for part in parts
            for piece in (
                (Span(part.start, min(part.end, hole.start)), Span(max(part.start, hole.end), part.end)) if part.overlaps(hole) else (part,)
            )
            if piece.end > piece.start
        ]
    return parts
