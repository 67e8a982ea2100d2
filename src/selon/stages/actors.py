"""Who is who: candidates become mentions of actors, by sieves from the precise to the vague.

Order: full names of the whole document first (so that *Kim* before *Kim Jong-un* finds him), then one pass in the
order of the text: known names, names with titles, short names, seats of power, roles with their country or body,
groups counted back (*les deux hommes*), repeated nouns, inhabitants, pronouns, possessives.  Each sieve may abstain;
a mention that none resolves keeps `actors=()`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from selon.model.actor import Actor, Mention
from selon.stages.anaphora import REACH, Antecedents, cataphors
from selon.stages.known_actors import Known
from selon.stages.mention_tables import fold

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.model.attribution import Attribution
    from selon.model.syntax import Sentence
    from selon.stages.mention_candidate import Candidate
    from selon.stages.quotations import Quotation

_PATIENCE = 4
"""Sentences to go back for named persons before *les deux hommes* are taken for persons without a name."""


_QUOTED_ON = 400
"""A quotation without source goes on with the speaker before it over so many characters."""


def resolve_actors(
    candidates: tuple[Candidate, ...], sents: tuple[Sentence, ...], language: Language, quotations: tuple[Quotation, ...] = ()
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """Actors in the order of their first mention, and the mentions that name them, in the order of the text."""
    return _Resolver(candidates, sents, language, quotations).run()


class _Resolver:
    def __init__(
        self, candidates: tuple[Candidate, ...], sents: tuple[Sentence, ...], language: Language, quotations: tuple[Quotation, ...]
    ) -> None:
        self.candidates = candidates
        self.sents = sents
        self.known: list[Known] = []
        self.by_key: dict[str, Known] = {}
        self.full_names: dict[str, tuple[str, ...]] = {}
        groups = language.settings["groups"]
        self.group_kinds = {noun: kind for kind in ("person", "country", "any") for noun in groups[kind]}
        self.counterparts = frozenset(groups["counterpart"])
        self.never_repeated = frozenset(groups["never_repeated"])
        self.others = frozenset(groups["others"])
        self.antecedents = Antecedents(sents, quotations)
        self.cataphors = cataphors(candidates, sents, language.words("anaphors", "cataphoric"))
        self.found: dict[int, tuple[list[Known], str]] = {}
        for candidate in candidates:
            if candidate.label == "PER" and len(candidate.name.split()) > 1:
                self.full_names.setdefault(fold(candidate.name), tuple(fold(candidate.name).split()))

    def run(self) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
        mentions: list[Mention] = []
        for n in self._order():
            self.found[n] = self._note(self.candidates[n], *self._resolve_at(n))
        for n, candidate in enumerate(self.candidates):
            found, by = self.found[n]
            ids = tuple(actor.id for actor in found)
            mentions.extend(
                Mention(candidate.span, candidate.sentence, head, candidate.kind, ids, by)
                for head in dict.fromkeys((candidate.head, *candidate.heads))
            )
        return tuple(self._actor(k) for k in self.known), tuple(mentions)

    def _order(self) -> list[int]:
        """That of the text, but a cataphor right after the subject that it looks ahead to."""
        later: dict[int, list[int]] = {}
        for n, target in self.cataphors.items():
            later.setdefault(target, []).append(n)
        return [m for n in range(len(self.candidates)) if n not in self.cataphors for m in (n, *later.get(n, ()))]

    def _resolve_at(self, n: int) -> tuple[list[Known], str]:
        target = self.cataphors.get(n)
        return self._resolve(self.candidates[n]) if target is None else (self.found[target][0], self.candidates[n].by)

    def _note(self, candidate: Candidate, found: list[Known], by: str) -> tuple[list[Known], str]:
        for actor in found:
            actor.spans.append(candidate.span)
            actor.sentences.append(candidate.sentence)
        if found:
            self.antecedents.add(candidate, tuple(found))
        return found, by

    @staticmethod
    def _actor(known: Known) -> Actor:
        return Actor(known.id, known.name, known.kind, known.country, tuple(sorted(set(known.spans))), known.by)

    # -- sieves

    def _resolve(self, c: Candidate) -> tuple[list[Known], str]:
        if c.kind == "title_name" or (c.kind == "name" and (c.label == "PER" or not c.key)):
            return [self._name(c)], c.by
        if c.key:
            return [self._keyed(c)], c.by
        if c.kind in {"pronoun", "possessive"}:
            return list(self.antecedents.pronoun(c)), c.by
        if c.kind == "document":
            return self._nominal(c)
        if c.kind == "nominal" and c.role is None:
            return list(self.antecedents.latter(c)), c.by
        if c.kind == "nominal":
            return self._nominal(c)
        if c.kind == "demonym":
            return self._demonym(c)
        return [], c.by

    def _new(self, c: Candidate, kind: str, *, key: str = "", named: bool = False) -> Known:
        name = c.name or self._text(c)
        known = Known(
            key or f"actor{len(self.known) + 1}",
            name,
            kind or "group",
            c.country,
            c.by,
            key or c.key,
            plural=c.plural,
            feminine=c.feminine,
            named=named,
        )
        known.indefinite = not c.definite
        if any(k.id == known.id for k in self.known):
            known.id = f"actor{len(self.known) + 1}"
        self._learn(known, c)
        self.known.append(known)
        if key:
            self.by_key[key] = known
        return known

    def _text(self, c: Candidate) -> str:
        sent = self.sents[c.sentence]
        words = [t for t in sent.tokens if c.span.start <= t.start < c.span.end]
        return "".join(t.text + " " * ((words[n + 1].start - t.end) if n + 1 < len(words) else 0) for n, t in enumerate(words))

    @staticmethod
    def _learn(known: Known, c: Candidate) -> None:
        if c.role:
            known.roles.add(c.role)
        if c.complement:
            known.complements.add(c.complement)
        known.qualifiers |= c.qualifiers
        if c.country and known.country is None:
            known.country = c.country
        if c.feminine is not None and (known.feminine is None or c.kind in {"name", "title_name"}):
            known.feminine = c.feminine  # *Mme* before a name says more than the gender of *juge*

    def _keyed(self, c: Candidate) -> Known:
        """Known by its name: a country, an organisation, a seat of power."""
        known = self.by_key.get(c.key)
        if known is None:
            kind = c.actor_kind or "organisation"
            known = self._new(c, kind, key=c.key, named=c.kind in {"name", "metonym"})
        elif c.kind in {"name", "metonym"} and (not known.named or len(c.name) > len(known.name)):
            known.name, known.named = c.name, True
        return known

    def _name(self, c: Candidate) -> Known:
        """A name with or without title: full names by their words, short ones by the full name that holds them."""
        words = tuple(fold(c.name).split())
        kind = {"PER": "person"}.get(c.label) or c.actor_kind or ("organisation" if c.label == "ORG" else "group")
        if c.kind == "title_name" and c.actor_kind not in {"person", "group"}:
            kind = c.actor_kind
        same = [k for k in self.known if k.named and tuple(fold(k.name).split()) == words]
        if not same and kind == "person":
            same = [k for k in self.known if k.kind == "person" and k.named and _short_form(words, tuple(fold(k.name).split()))]
            if not same and len(words) == 1:
                later = [full for full, parts in self.full_names.items() if _short_form(words, parts)]
                if len(later) == 1:
                    same = [k for k in self.known if fold(k.name) == later[0]]
        elif not same:
            same = [k for k in self.known if k.named and k.kind != "person" and _acronym(c.name, k.name)]
        if same:
            known = max(same, key=lambda k: (k.sentences[-1:], k.id))
            if len(c.name) > len(known.name):
                known.name = c.name
            self._learn(known, c)
            return known
        anonymous = self._same_role(c) if c.kind == "title_name" and c.definite else None
        if anonymous is not None and not anonymous.named and anonymous.kind == kind:
            anonymous.name, anonymous.named = c.name, True
            self._learn(anonymous, c)
            return anonymous
        return self._new(c, kind, named=True)

    def _nominal(self, c: Candidate) -> tuple[list[Known], str]:
        beside = self._beside(c)
        if beside is not None:
            self._learn(beside, c)
            return [beside], c.by
        if c.definite and c.plural and (c.count or c.role in self.group_kinds):
            counted = self._counted(c)
            if counted:
                return counted, "rule group"
        if c.definite:
            known = self._same_role(c) or self._same_kind(c) or self._again(c)
            if known is not None:
                self._learn(known, c)
                return [known], c.by
        return [self._new(c, c.actor_kind)], c.by

    def _beside(self, c: Candidate) -> Known | None:
        """*Marie Duval, son épouse*: the named actor of its kind that the noun stands in apposition to."""
        token = self.sents[c.sentence].tokens[c.head]
        seen = self.antecedents.at.get((c.sentence, token.head)) if token.rel == "appos" and token.head < c.head else None
        if seen is None or len(seen.found) > 1 or not seen.found[0].named or c.plural:
            return None
        return seen.found[0] if c.kind == "nominal" and seen.found[0].kind == c.actor_kind else None

    def _again(self, c: Candidate) -> Known | None:
        """*le même responsable*: the person named last, when nobody was called so."""
        latter = self.antecedents.latter(c) if c.again and c.actor_kind == "person" else ()
        return latter[0] if latter and latter[0].kind == "person" else None

    def _same_role(self, c: Candidate) -> Known | None:
        """The last actor that was called by the same noun, or a person whose office it can be, of the same country and body."""
        for known in sorted(self.known, key=lambda k: k.sentences[-1:] or [-1], reverse=True):
            if c.role not in known.roles and not (known.named and known.kind == "person" and self._same_office(c, known)):
                continue
            if c.country and known.country and c.country != known.country:
                continue
            if c.feminine is not None and known.feminine is not None and known.kind == "person" and c.feminine != known.feminine:
                continue  # *la présidente* is not *le président sortant*
            if c.country and not known.country and known.kind not in {"person"}:
                continue
            if c.complement and known.complements and c.complement not in known.complements:
                continue
            if c.qualifiers and known.qualifiers and not c.qualifiers & known.qualifiers and not known.named:
                continue  # *la population européenne* is not *la population algérienne*
            if not c.qualifiers and known.qualifiers & self.others:
                continue  # *le gouvernement* is not *le gouvernement précédent*
            if c.role in self.never_repeated and known.indefinite:
                continue
            if c.actor_kind == "person" and c.complement and not known.complements:
                continue
            if (known.plural or False) != (c.plural or False) and (not known.named or (c.plural and known.kind == "person")):
                continue
            return known
        return None

    def _same_kind(self, c: Candidate) -> Known | None:
        """*l'organisation*, *le quotidien*, *le parti* alone, *le géant japonais*: the last named actor of that kind, not long ago."""
        named = any(t.text[:1].isupper() and c.span.start < t.start < c.span.end for t in self.sents[c.sentence].tokens)
        if c.plural or c.complement or named or c.actor_kind not in {"organisation", "media", "party", "armed_group"}:
            return None
        recent = [k for k in self.known if k.named and k.sentences and c.sentence - k.sentences[-1] <= REACH]
        near = [k for k in recent if k.kind == c.actor_kind]
        if c.country:
            unplaced = [
                k
                for k in recent
                if not k.country and not k.key and not k.plural and (k.kind in {c.actor_kind, "group"} or _is_bare_word(k))
            ]
            near = [k for k in near if k.country == c.country] or (unplaced if len(unplaced) == 1 else [])
        return max(near, key=lambda k: (k.sentences[-1], k.id)) if near else None

    @staticmethod
    def _same_office(c: Candidate, known: Known) -> bool:
        """*le dirigeant* after *le président*: heads of something, of the same country."""
        heads = {"président", "dirigeant", "chef d'État", "chef de l'État", "leader", "chef", "homme fort", "numéro un", "maître"}
        return bool(c.role in heads and known.roles & heads and c.country and c.country == known.country)

    def _counted(self, c: Candidate) -> list[Known]:
        """*les deux hommes*: those last introduced together; *les deux pays*: the countries last named together."""
        wanted = self.group_kinds.get(c.role or "")
        if wanted is None and c.actor_kind != "group":
            return []
        kinds = {
            "person": {"person"},
            "country": {"country", "government"},
            "any": {"country", "government", "organisation", "armed_group", "party", "person", "group", "military"},
        }
        accepted = kinds[wanted or "person"]
        count = c.count or 2
        if not c.count and wanted == "any":
            return []
        if not c.count:
            return []
        of_role = [k for k in self.known if k.kind == "person" and (c.role in k.roles or k.roles & self.counterparts)]
        if c.role in {role for k in self.known for role in k.roles} and len(of_role) >= count:
            return sorted(of_role, key=lambda k: k.sentences[-1])[-count:]  # *les deux ministres*: those who were called so
        union: list[Known] = []
        for sentence in range(c.sentence, max(-1, c.sentence - 12), -1):
            here: list[Known] = []
            for seen in self.antecedents.seen:
                if seen.candidate.sentence == sentence and seen.candidate.kind not in {"possessive"}:
                    here.extend(k for k in seen.found if self._is_party(k, accepted, several=wanted == "any") and k not in here)
            here = _distinct_countries(here) if wanted == "country" else here
            if sum(k.named or wanted != "person" for k in here) >= count:
                return _named_first(here, count)
            union = [*here, *(k for k in union if k not in here)]
            waits = wanted == "person" and sum(k.named for k in union) < count and c.sentence - sentence < _PATIENCE
            if len(union) >= count and sentence < c.sentence and not waits:
                return _named_first(union, count)
        return _named_first(union, count) if len(union) >= count else []

    @staticmethod
    def _is_party(known: Known, accepted: set[str], *, several: bool) -> bool:
        """May it be one of those summed up?  *Les deux camps* may each be many, *les deux hommes* may not."""
        return known.kind in accepted and (several or not known.plural)

    def _demonym(self, c: Candidate) -> tuple[list[Known], str]:
        for known in reversed(self.known):
            if c.role in known.roles and known.country == c.country and c.definite and (known.plural or False) == (c.plural or False):
                return [known], c.by
        return [self._new(c, c.actor_kind)], c.by


def resolve_speakers(mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...]) -> tuple[Mention, ...]:
    """*je* and *nous* inside what somebody says are that somebody; outside they stay unresolved.

    In a quotation without a source of its own they are the one quoted shortly before: *…, a dit le maire. « J'ai tout rendu. »*
    """
    out = []
    for mention in mentions:
        holders = [a for a in attributions if mention.kind == "speaker" and any(s.contains(mention.span) for s in a.content)]
        named = [a for a in holders if a.actor is not None] or [p for a in holders for p in _quoted_before(a, attributions)]
        inner = min(named, key=lambda a: (sum(s.end - s.start for s in a.content), a.id), default=None)
        out.append(mention if inner is None or inner.actor is None else replace(mention, actors=(inner.actor,), by=inner.by))
    return tuple(out)


def _quoted_before(attribution: Attribution, attributions: tuple[Attribution, ...]) -> list[Attribution]:
    """The nearest attribution before a quotation without source, when it quotes somebody."""
    if attribution.source or attribution.mode != "direct":
        return []
    start = attribution.content[0].start
    before = [a for a in attributions if a.actor is not None and a.mode == "direct" and 0 <= start - a.cue[0].end <= _QUOTED_ON]
    return [max(before, key=lambda a: (a.cue[0].end, a.id))] if before else []


def _is_bare_word(known: Known) -> bool:
    """*Nintendo* alone, taken for a person: one word, with no role nor sex."""
    return known.kind == "person" and " " not in known.name and not known.roles and known.feminine is None


def _short_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Is it the surname, the family name in front, or the full name without a middle part?

    *Kim* and *Jong un* are not enough to take Kim Jong-il for Kim Jong-un: several syllables must all be equal.
    """
    if len(short) >= len(full):
        return False
    if len(short) == 1:
        return short[0] in {full[-1], full[0]} and len(short[0]) > 1
    return short == full[-len(short) :] or (short[0] == full[0] and short[-1] == full[-1])


def _acronym(short: str, long: str) -> bool:
    """*HRW* of *Human Rights Watch*, either way round."""
    if len(short) > len(long):
        short, long = long, short
    letters = short.replace(".", "")
    initials = "".join(w[0] for w in long.replace("-", " ").replace("'", " ").split() if w[0].isupper())
    return len(letters) >= 2 and letters.isupper() and letters == initials


def _named_first(known: list[Known], count: int) -> list[Known]:
    """Of the actors that a group may sum up the last ones with a name, when there are as many: *le petit-fils* is one of them."""
    named = [k for k in known if k.named]
    return (named if len(named) >= count else known)[-count:]


def _distinct_countries(found: list[Known]) -> list[Known]:
    """One actor for each country, named ones first choice: *la Russie* and *Moscou* are one country."""
    seen: dict[str, Known] = {}
    for known in found:
        seen.setdefault(known.country or known.id, known)
    return list(seen.values())


def keep_used(actors: tuple[Actor, ...], used: frozenset[str]) -> tuple[Actor, ...]:
    """The actors that take part in something, and all persons and bodies; bare place names that never act are left to the map."""
    return tuple(
        replace(a)
        for a in actors
        if a.id in used or a.kind in {"person", "organisation", "government", "media", "armed_group", "military", "party"}
    )
