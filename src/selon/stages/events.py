"""What happened: triggers of the event tables, with who did it and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.model.event import Event, Slot
from selon.stages.calamities import HARMS, is_calamity, retype_harm
from selon.stages.compounds import compound_spans
from selon.stages.event_hits import Hit, told_by_verb
from selon.stages.phrases import match_phrase, words_of
from selon.stages.predications import Predication, analyse, complements, conjuncts, preposition
from selon.stages.scenes import is_predicate, is_staged, sets_scene

if TYPE_CHECKING:
    from selon.lang.language import Entry, Language
    from selon.lang.schema import Row
    from selon.model.actor import Mention
    from selon.model.syntax import Sentence, Token

_OBLIQUES = {
    "to": "destination", "into": "destination", "dative": "dative",
    "against": "against", "with": "party", "from": "genitive", "on": "recipient",
}  # fmt: skip
_EXACT = {"for": ("pour", "en faveur de", "à l'attention de"), "on": ("sur",), "with": ("avec",), "from": ("de",)}


def find_events(sents: tuple[Sentence, ...], language: Language, mentions: tuple[Mention, ...]) -> tuple[Event, ...]:
    """The events of a document in the order of their triggers; one for each happening that a clause names."""
    by_head = {(m.sentence, m.head): m for m in mentions}
    found = [event for sent in sents if not sent.is_heading for event in _Events(sent, language, by_head).find()]
    return retype_harm(tuple(found), sents, language)


class _Events:
    """The events of one sentence."""

    def __init__(self, sent: Sentence, language: Language, mentions: dict[tuple[int, int], Mention]) -> None:
        self.sent = sent
        self.language = language
        self.mentions = mentions
        self.words = words_of(sent)
        self.contracted = frozenset(language.settings["prepositions"]["contracted"])
        self.compounds = compound_spans(sent, language)
        self.in_name = {i for e in sent.entities if e.last - e.first > 1 for i in range(e.first, e.last)}

    def find(self) -> list[Event]:
        hits: list[Hit] = []
        used: set[int] = set()
        for token in self.sent.tokens:
            if token.i not in used and (token.upos in {"VERB", "AUX"} or (token.upos == "ADJ" and token.feats.get("VerbForm") == "Part")):
                hit = self._verb(token)
                if hit is not None:
                    hits.append(hit)
                    used |= hit.used
        for token in self.sent.tokens:
            if token.upos in {"NOUN"} and token.i not in used and token.i not in self.in_name:
                hit = self._noun(token)
                if hit is not None and not told_by_verb(self.sent, hit, hits, self.language):
                    hits.append(hit)
                    used |= hit.used
        return [h.event for h in sorted(hits, key=lambda h: h.event.trigger)]

    def _verb(self, token: Token) -> Hit | None:
        entries = [e for e in self.language.events.get(token.lemma, ()) if not e.phrase.rest or self.words.issuperset(e.phrase.rest)]
        if not entries or self._is_auxiliary(token):
            return None
        pred = analyse(self.sent, token.i, self.language)
        best: tuple[tuple[int, int, int], Hit] | None = None
        for entry in entries:
            row = entry.row
            rest = self._phrase(token, entry, pred)
            if (
                rest is None
                or self._in_compound(token.i, rest)
                or not self._has_object(row, pred, rest)
                or not self._has_preposition(row, pred, rest)
            ):
                continue
            actors, recipients = self._verb_slots(row, pred, rest)
            key = (len(rest), int(bool(row["object"])), int(bool(actors)) + int(bool(recipients)))
            if best is None or key > best[0]:
                words = (token.i, *rest)
                far = max(words) - min(words) > 6
                verbal = bool(rest) and self.sent.tokens[rest[-1]].upos == "VERB"  # *menacer d'envahir*: the threat is the happening
                trigger = token.span if verbal else self.sent.tokens[rest[-1]].span if far and rest else self.sent.covering(words)
                objects = frozenset(row.many("object"))
                taken = frozenset((*rest, *(p for p in pred.patient if self.sent.tokens[p].lemma in objects)))
                event = Event(
                    trigger, self.sent.i, token.i, row["type"], row["mode"] or None, row.many("contexts"), actors, recipients, row.by
                )
                best = (key, Hit(event, row, taken, True))
        return None if best is None or self._is_done_by_happening(best[1].row, pred) else best[1]

    def _is_done_by_happening(self, row: Row, pred: Predication) -> bool:
        """*l'attaque a fait 14 morts*, *l'ouragan se déplace vers la côte*: the attack and the hurricane are the happenings."""
        if row["type"] == "OTHER":
            return any(self._is_happening(a) for a in pred.agent)
        subjects = (*pred.agent, *(pred.patient if row["type"] == "CONSULT" else ()))  # *un typhon est attendu* is no visit
        return row["type"] not in HARMS and any(is_calamity(self.sent.tokens[a], self.language) for a in subjects)

    def _is_happening(self, i: int) -> bool:
        token = self.sent.tokens[i]
        entries = self.language.nouns.get(token.lemma.casefold(), ())
        return token.upos == "NOUN" and any(not e.phrase.rest and e.row["needs"] != "staged" for e in entries)

    def _has_preposition(self, row: Row, pred: Predication, rest: tuple[int, ...]) -> bool:
        """A single verb with a prepositional frame needs its complement: *voter contre*, *tirer sur*."""
        frame = row["frame"]
        if rest or row["object"] or frame not in _EXACT.keys() | _OBLIQUES.keys() or frame in {"dative", "with"}:
            return True
        return any(prep in self._prepositions(frame) for prep, _ in pred.obliques) or (frame == "to" and bool(pred.recipient))

    def _prepositions(self, frame: str) -> frozenset[str]:
        return frozenset(_EXACT.get(frame, ())) or self.language.words("prepositions", _OBLIQUES.get(frame, "recipient"))

    def _is_auxiliary(self, token: Token) -> bool:
        return token.rel in {"aux", "cop"} or token.dep == "aux:caus"

    def _phrase(self, token: Token, entry: Entry, pred: Predication) -> tuple[int, ...] | None:
        rest = match_phrase(self.sent, token.i, entry.phrase, self.language)
        if rest is not None:
            return rest
        words = entry.phrase.rest
        if len(words) == 1 and not entry.phrase.pronominal:
            noun = next(
                (p for p in (*pred.patient, *(a for a in pred.agent if pred.passive)) if self.sent.tokens[p].lemma == words[0]), None
            )
            if noun is not None:
                return (noun,)
        return None

    def _has_object(self, row: Row, pred: Predication, rest: tuple[int, ...]) -> bool:
        wanted = frozenset(w if w.startswith("@") else w.casefold() for w in row.many("object"))
        if not wanted:
            return True
        labels = {w[1:] for w in wanted if w.startswith("@")}
        if labels and any(e.label in labels and e.first <= p < e.last for p in pred.patient for e in self.sent.entities):
            return True
        candidates = [*pred.patient, *rest] or list(pred.agent)
        if not pred.patient:
            candidates += [*pred.agent, *(i for _, i in pred.obliques)]
        for i in list(candidates):
            candidates.extend(
                c for _, c in complements(self.sent, i) if self.sent.tokens[i].lemma in self.language.words("quantity", "heads")
            )
        return any(self.sent.tokens[i].lemma.casefold() in wanted for i in candidates)

    def _verb_slots(self, row: Row, pred: Predication, rest: tuple[int, ...]) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
        frame = row["frame"]
        patient = tuple(p for p in pred.patient if p not in rest)
        agent = tuple(a for a in pred.agent if a not in rest)
        objects = [p for p in pred.patient if self._is_restricted(row, p)]
        noun_parts = [part for k in dict.fromkeys((*rest, *objects)) for part in complements(self.sent, k)]
        obliques = [*pred.obliques, *noun_parts]
        if frame == "transitive":
            return self._slots(agent), self._slots(self._transitive_patient(row, patient, [*noun_parts, *pred.obliques] if rest else []))
        if frame == "intransitive":
            named = tuple(i for prep, i in obliques if row["object"] and self._is_named_dative(prep, i))
            return self._slots(agent or (patient if pred.passive and not row["object"] else ())), self._slots(named)
        if frame == "undergo":
            return (), self._slots(agent or patient)
        if frame == "undergo_by":
            return self._slots(tuple(i for prep, i in obliques if prep in {"par", "de"})), self._slots(agent or patient)
        if frame == "object_only":
            return (), self._slots(patient)
        if frame == "reciprocal":
            return self._slots((*agent, *(i for prep, i in obliques if prep == "avec"))), ()
        if frame == "oblique_actor":
            return self._slots(tuple(i for prep, i in obliques if prep in {"de", "par", "avec"})), self._slots(agent)
        if frame == "about":
            inner = tuple(c for p in (*patient, *rest) for prep, c in complements(self.sent, p))
            return self._slots(agent), self._slots((*patient, *inner))
        names = self._prepositions(frame)
        fillers = [i for prep, i in obliques if prep in names and not (frame == "dative" and self._is_location(prep, i))]
        if frame in {"dative", "to"}:
            fillers = [*pred.recipient, *fillers]
        return self._slots(agent), self._slots(tuple(fillers))

    def _transitive_patient(self, row: Row, patient: tuple[int, ...], parts: list[tuple[str, int]]) -> tuple[int, ...]:
        """*X livre des armes à Y*: the complement of an object that the row names; `parts` when the phrase has no object."""
        inner = [part for p in patient if self._is_restricted(row, p) for part in complements(self.sent, p)]
        parties = tuple(i for i in self._noun_patients(inner) if self._mention(i) is not None)
        if parties:
            return parties
        return patient or self._noun_patients(parts)

    def _is_restricted(self, row: Row, p: int) -> bool:
        return self.sent.tokens[p].lemma.casefold() in row.many("object")

    def _noun_patients(self, parts: list[tuple[str, int]]) -> tuple[int, ...]:
        names = self.language.words("prepositions", "recipient") | self.language.words("prepositions", "party") | {"de"}
        return tuple(i for prep, i in parts if prep in names)

    def _slots(self, indices: tuple[int, ...]) -> tuple[Slot, ...]:
        """Slots for the fillers that refer to somebody; the others cannot act."""
        found = []
        for i in dict.fromkeys(indices):
            mention = self._mention(i)
            if mention is not None and mention.kind != "document":
                found.append(Slot(mention.span, mention.head, mention.by))
        return tuple(found)

    def _mention(self, i: int) -> Mention | None:
        mention = self.mentions.get((self.sent.i, i))
        if mention is not None:
            return mention
        token = self.sent.tokens[i]
        if token.lemma.casefold() in self.language.words("quantity", "heads"):
            for prep, c in complements(self.sent, i):
                if prep == "de":
                    return self.mentions.get((self.sent.i, c))
        return None

    def _noun(self, token: Token) -> Hit | None:
        idiom = f"{preposition(self.sent, token.i)} {token.lemma}" in self.language.words("idioms", "nouns")
        if idiom or self._only_modifies(token) or is_predicate(self.sent, token.i, self.language):
            return None
        for entry in self.language.nouns.get(token.lemma.casefold(), ()):
            if entry.phrase.rest and not self.words.issuperset(entry.phrase.rest):
                continue
            rest = match_phrase(self.sent, token.i, entry.phrase, self.language)
            if rest is None or self._in_compound(token.i, rest):
                continue
            if sets_scene(self.sent, token.i, rest, self.language):
                return None
            row = entry.row
            actors, recipients = self._noun_slots(token.i, rest, row["frame"])
            if not actors and not recipients and self._is_topic(token):
                return None
            if not actors and not recipients and (row["needs"] == "argument" or (row["type"] == "OTHER" and self._is_background(token))):
                continue
            if row["needs"] == "staged" and not is_staged(self.sent, token.i, self.language):
                continue
            trigger = self.sent.covering((token.i, *rest))
            event = Event(trigger, self.sent.i, token.i, row["type"], row["mode"] or None, row.many("contexts"), actors, recipients, row.by)
            return Hit(event, row, frozenset(rest), False)
        return None

    def _in_compound(self, i: int, rest: tuple[int, ...]) -> bool:
        """*une prise de conscience*: words that all lie in a compound that names no happening."""
        return any(span.issuperset((i, *rest)) for span in self.compounds)

    def _parties_behind(self, i: int) -> list[tuple[str, int]]:
        """*a salué ses entretiens avec X*: with whom, right behind an object noun, where the parser hung it on the verb."""
        token = self.sent.tokens[i]
        governor = self.sent.tokens[token.head].lemma
        if token.rel != "obj" or any(e.row["frame"] in {"with", "reciprocal"} for e in self.language.events.get(governor, ())):
            return []
        words = self.language.words("prepositions", "party")
        behind = [c for c in self.sent.dependents(token.head, "obl") if c.i > i and preposition(self.sent, c.i) in words]
        last = max(self.sent.subtree(i))
        return [
            (preposition(self.sent, c.i), d) for c in behind if min(self.sent.subtree(c.i)) == last + 1 for d in conjuncts(self.sent, c.i)
        ]

    def _is_topic(self, token: Token) -> bool:
        """*les remarques du sénateur sur le viol*: what an utterance is about, with nobody taking part, did not happen by that."""
        said = self.sent.tokens[token.head].lemma.casefold()
        prep = preposition(self.sent, token.i)
        return prep in self.language.words("prepositions", "topic") and any(
            e.row["frame"].startswith("noun") for e in self.language.cues.get(said, ())
        )

    def _is_background(self, token: Token) -> bool:
        """*six mois après l'accident*, *le débat sur la fermeture*: a known happening that only dates or frames another."""
        if token.rel not in {"obl", "nmod"} or self.sent.tokens[token.head].lemma in self.language.words("support", "actor"):
            return False
        definite = any(d.feats.get("Definite") == "Def" or d.feats.get("PronType") == "Dem" for d in self.sent.dependents(token.i, "det"))
        contracted = any(c.text.casefold() in self.contracted for c in self.sent.dependents(token.i, "case"))
        return definite or contracted

    def _only_modifies(self, token: Token) -> bool:
        """*un bureau de vote*, *un navire de guerre*, *d'accord*: a bare noun after *de* says what kind of thing it is."""
        if token.rel not in {"nmod", "obl"} or preposition(self.sent, token.i) not in self.language.words("prepositions", "genitive"):
            return False
        if any(self.sent.tokens[c].rel in {"det", "nummod"} or self.sent.tokens[c].text[:1] in "'’" for c in self.sent.children[token.i]):
            return False
        if any(
            self.sent.tokens[c].rel == "case" and self.sent.tokens[c].text.casefold() in self.contracted
            for c in self.sent.children[token.i]
        ):
            return False  # *du vote*, *des attentats* hold an article
        governor = self.sent.tokens[token.head]
        lemma = governor.lemma.casefold()
        carries = lemma in self.language.words("quantity", "heads") or lemma in self.language.nouns or lemma in self.language.cues
        return (
            not carries
            and lemma not in self.language.factuality
            and governor.upos in {"NOUN", "PROPN", "VERB", "AUX", "ADJ"}
            and (governor.upos != "VERB" or not self._needs_de(governor))
        )

    def _needs_de(self, verb: Token) -> bool:
        """Verbs that govern their happening with *de*: *accuser de vol*, *menacer de grève*."""
        return verb.lemma in self.language.cues or verb.lemma in self.language.factuality

    def _noun_slots(self, i: int, rest: tuple[int, ...], frame: str) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
        if frame == "n_none":
            return (), ()
        parts = [part for k in (i, *rest) for part in complements(self.sent, k) if part[1] not in rest]
        parts += self._parties_behind(i)
        parts += [(prep, d) for _, c in parts for prep, d in complements(self.sent, c) if prep == "par" and not self._is_happening(c)]
        if frame != "n_visit":
            parts = [(prep, c) for prep, c in parts if not self._is_location(prep, c)]
        words = self.language.settings["prepositions"]
        of = [c for prep, c in parts if prep in words["genitive"]]
        by = [c for prep, c in parts if prep in words["actor"]]
        to = [c for prep, c in parts if prep in words["recipient"]]
        among = [c for prep, c in parts if prep in words["party"]]
        own = [c for c in self.sent.children[i] if self._kind(c) in {"adjective", "possessive"}]
        carried_actor, carried_recipient = self._carried(i)
        if frame == "n_both":
            return self._slots((*own, *of, *by, *among, *carried_actor)), ()
        if frame == "n_patient":
            return self._slots((*by, *(c for c in own if self._kind(c) == "adjective"), *carried_actor)), self._slots(
                (*of, *(c for c in own if self._kind(c) == "possessive"), *to, *carried_recipient)
            )
        if frame == "n_visit":
            destination = [c for prep, c in parts if prep in words["destination"]]
            return self._slots((*of, *by, *own) or carried_actor), self._slots((*destination, *among))
        if frame == "n_about":
            return self._slots((*by, *own, *carried_actor)), self._slots(tuple(to))
        if carried_actor and not by and not own:
            return self._slots(carried_actor), self._slots((*of, *to, *carried_recipient))  # *X fait l'éloge de Y*
        actors = (*by, *own) or tuple(of)
        if not by and of and own:
            to = [*of, *to] if all(self._kind(c) == "adjective" for c in own) else to
        elif by and of:
            to = [*of, *to]
        return self._slots(tuple(actors)), self._slots((*to, *carried_recipient))

    def _is_named_dative(self, prep: str, i: int) -> bool:
        """*a suspendu ses livraisons au Kazakhstan*: a country that an object goes to is to whom, though the row names no slot."""
        return (
            prep in self.language.words("prepositions", "dative")
            and self._kind(i) in {"name", "metonym"}
            and not self._is_location(prep, i)
        )

    def _is_location(self, prep: str, c: int) -> bool:
        """*à Kaboul*, *en Virginie*: where it happened; *à l'Ukraine* is to whom."""
        named = any(e.label == "LOC" and e.first <= c < e.last for e in self.sent.entities)
        articles = self.language.settings["prepositions"]["contracted_dative"]
        has_article = bool(self.sent.dependents(c, "det")) or any(t.text.casefold() in articles for t in self.sent.dependents(c, "case"))
        return named and prep in self.language.words("prepositions", "location") and not has_article

    def _kind(self, i: int) -> str:
        mention = self.mentions.get((self.sent.i, i))
        return mention.kind if mention is not None else ""

    def _carried(self, i: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Actor and recipient lent by the verb around the noun: *X a lancé une attaque*, *X a subi des attaques*."""
        sent = self.sent
        subjects = [c for c in sent.children[i] if sent.tokens[c].rel == "nsubj" and sent.tokens[c].upos in {"NOUN", "PROPN", "PRON"}]
        if subjects and preposition(sent, i) in self.language.words("prepositions", "place"):
            return tuple(conjuncts(sent, subjects[0])), ()  # *X est en visite*
        for c in sent.children[i]:
            token = sent.tokens[c]
            if token.rel == "acl" and token.upos in {"VERB", "ADJ"} and token.feats.get("VerbForm") != "Inf":
                pred = analyse(sent, c, self.language)
                if token.dep == "acl:relcl" and i not in pred.patient:
                    continue  # *un attentat dans lequel quinze personnes …*
                agent = tuple(a for a in pred.agent if a != i)
                aimed = tuple(p for p in pred.patient if p != i)
                if agent or aimed:
                    return agent, aimed
        token = sent.tokens[i]
        first = token
        while first.rel == "conj" and first.head != first.i:
            first = sent.tokens[first.head]
        governor = sent.tokens[first.head]
        if governor.i == first.i or governor.upos not in {"VERB", "AUX"}:
            return (), ()
        pred = analyse(sent, governor.i, self.language)
        carries = first.i in pred.patient or (first.rel == "obl" and first.dep != "obl:agent")
        if not carries or first.i in pred.agent:
            return (), ()
        if governor.lemma in self.language.words("support", "actor"):
            to = tuple(c for prep, c in pred.obliques if prep in self.language.words("prepositions", "recipient") and c != first.i)
            return pred.agent, to if first.i in pred.patient else ()
        if governor.lemma in self.language.words("support", "recipient") and first.i in pred.patient:
            return (), pred.agent
        return (), ()
