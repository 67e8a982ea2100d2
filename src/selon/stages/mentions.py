"""The words that may refer to an actor: names, titles, bodies, inhabitants, seats of power, pronouns.

A mention is found here and resolved in `actors.py`; nothing is decided twice.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from selon.model.span import Span
from selon.stages.mention_candidate import Candidate
from selon.stages.mention_pronouns import Pronouns
from selon.stages.mention_spans import mention_phrase, with_numeral
from selon.stages.mention_tables import fold, read_names
from selon.stages.predications import preposition

if TYPE_CHECKING:
    from selon.knowledge.directory import Directory
    from selon.lang.language import Language
    from selon.lang.schema import Row
    from selon.model.syntax import Sentence, Token
    from selon.stages.mention_tables import Role


def find_candidates(sents: tuple[Sentence, ...], language: Language, directory: Directory) -> tuple[Candidate, ...]:
    """All candidates of a document in the order of the text; a word heads at most one."""
    finder = _Finder(language, directory)
    found = [candidate for sent in sents for candidate in finder.sentence(sent)]
    return tuple(sorted(found, key=lambda c: (c.sentence, c.span.start, -c.span.end)))


class _Finder:
    """One pass over a sentence; keeps the tables at hand, no state between sentences."""

    def __init__(self, language: Language, directory: Directory) -> None:
        self.language = language
        self.names = read_names(language.code)
        self.directory = directory
        self.pronouns = Pronouns(language)
        self.quantity = language.words("quantity", "heads")
        self.again = language.words("anaphors", "again")
        self.things = language.words("phrases", "named_things")
        self.determiners: list[str] = language.settings["groups"]["determiners"]

    def sentence(self, sent: Sentence) -> list[Candidate]:
        taken: set[int] = set()
        found: list[Candidate] = []
        for first, last, label in self._spans(sent):
            head = self._head(sent, first, last)
            candidate = self._named(sent, first, last, head, label)
            found.append(candidate)
            taken.update(range(first, last))
            taken.update(candidate.heads)
        for token in sent.tokens:
            common = self._common(sent, token) if token.i not in taken else None
            if common is not None:
                found.append(common)
                taken.update(common.heads)
        return found

    # -- names

    def _spans(self, sent: Sentence) -> list[tuple[int, int, str]]:
        """Name spans: the model's, cut at what the tables know, and capitalised runs that only the tables know."""
        spans = [(e.first, with_numeral(sent, e.first, e.last), e.label) for e in sent.entities]
        covered = {i for first, last, _ in spans for i in range(first, last)}
        tokens = sent.tokens
        i = 0
        while i < len(tokens):
            word = tokens[i].text
            if i in covered or not word[:1].isupper() or tokens[i].upos in {"DET", "ADP", "PRON", "PUNCT", "CCONJ", "SCONJ"}:
                i += 1
                continue
            end = self._known_run(sent, i, covered)
            if end > i:
                spans.append((i, end, "ORG"))
                covered.update(range(i, end))
                i = end
            elif tokens[i].upos == "PROPN" and tokens[i].text.casefold() not in self.names.demonyms:
                end = i + 1
                while end < len(tokens) and end not in covered and tokens[end].upos == "PROPN" and tokens[end].text[:1].isupper():
                    end += 1
                spans.append((i, end, "MISC"))
                covered.update(range(i, end))
                i = end
            else:
                i += 1
        return sorted(spans)

    def _known_run(self, sent: Sentence, i: int, covered: set[int]) -> int:
        """End of the longest run from `i` that a table or the directory knows by name, or `i`."""
        text_of = sent.tokens
        for end in range(min(i + 7, len(text_of)), i, -1):
            if any(k in covered for k in range(i, end)) or text_of[end - 1].upos in {"ADP", "DET", "PUNCT"}:
                continue
            name = _join(sent, i, end)
            if fold(name) in self.names.metonyms or self.directory.find(name):
                return end
        return i

    @staticmethod
    def _head(sent: Sentence, first: int, last: int) -> int:
        for i in range(first, last):
            if not first <= sent.tokens[i].head < last or sent.tokens[i].head == i:
                return i
        return first

    def _named(self, sent: Sentence, first: int, last: int, head: int, label: str) -> Candidate:
        name = _join(sent, first, last)
        title = self._title(sent, first, head, label)
        core = Span(sent.tokens[first].start, sent.tokens[last - 1].end)
        if title is not None:
            token, role = title
            begin, end = mention_phrase(sent, token.i, self.language)
            span = Span(min(sent.tokens[begin].start, core.start), max(sent.tokens[end - 1].end, core.end))
            base = self._noun(sent, token, role, span)
            feminine = self._sex(sent, core, name) if label == "PER" else None
            feminine = base.feminine if feminine is None else feminine
            heads = (token.i, *range(first, last))
            return replace(
                base,
                kind="title_name",
                name=name,
                label=label,
                feminine=feminine,
                definite=True,
                count=0,
                heads=heads,
                qualifiers=frozenset(),
            )
        bearer = self._bearer(sent, first, head, label)
        if bearer is not None:
            begin, _ = mention_phrase(sent, bearer, self.language)
            span = Span(min(sent.tokens[begin].start, core.start), core.end)
            return Candidate(
                sent.i, bearer, span, "name", name, label, actor_kind="person", plural=False, feminine=self._sex(sent, core, name),
                by="rule bearer", heads=(bearer, *range(first, last)),
            )  # fmt: skip
        begin, end = mention_phrase(sent, head, self.language)
        begin, end = min(begin, first), max(end, last)
        if sent.tokens[begin].upos not in {"DET", "PROPN", "NOUN", "ADJ", "X"}:
            begin = first
        span = Span(sent.tokens[begin].start, sent.tokens[end - 1].end)
        return self._identified(sent, head, span, core, name, label)

    def _identified(self, sent: Sentence, head: int, span: Span, core: Span, name: str, label: str) -> Candidate:
        """A bare name, with what the tables know about it."""
        metonym = self.names.metonyms.get(fold(name))
        plural = sent.tokens[head].feats.get("Number") == "Plur" or any(
            sent.tokens[c].rel == "det" and sent.tokens[c].feats.get("Number") == "Plur" for c in sent.children[head]
        )
        if metonym is not None:
            return Candidate(
                sent.i, head, core if metonym["seat"] == "acting" else span, "metonym", name, label,
                country=metonym["country"] or None, actor_kind=metonym["kind"],
                key=f"{metonym['seat']}:{fold(metonym['stands_for'])}", by=metonym.by,
            )  # fmt: skip
        entries = self.directory.find(name)
        if entries and not (label == "PER" and entries[0].kind == "country"):
            entry = entries[0]
            return Candidate(
                sent.i, head, span, "name", name, label, None, entry.country, entry.kind, plural, key=entry.id, by=f"actors:{entry.id}"
            )
        demonym = self.names.demonyms.get(name.casefold())
        if demonym is not None:
            return self._demonym(sent, sent.tokens[head], demonym, span)
        kind = {"PER": "person", "ORG": "organisation"}.get(label, "")
        feminine = self._sex(sent, core, name) if label == "PER" else self._article(sent, head)
        return Candidate(sent.i, head, span, "name", name, label, actor_kind=kind, plural=plural, feminine=feminine, by="rule name")

    def _courtesy(self, sent: Sentence, name: Span) -> bool | None:
        """*Mme Kerviel*, *M. Karahan*: what the title before a name says of the sex; None without one."""
        before = [t.text for t in sent.tokens if t.end <= name.start][-1:]
        titles = self.language.settings["titles"]
        return True if before and before[0] in titles["feminine"] else False if before and before[0] in titles["masculine"] else None

    def _sex(self, sent: Sentence, core: Span, name: str) -> bool | None:
        """What the courtesy title or the first name says: *Mme Duval*, *Paul Duval*; None when neither says anything."""
        courtesy = self._courtesy(sent, core)
        return self.names.first_names.get(name.split(" ", maxsplit=1)[0]) if courtesy is None else courtesy

    @staticmethod
    def _article(sent: Sentence, head: int) -> bool | None:
        """*la Mutualité*, *le Front populaire*: the gender of a name that is no person's, from its article."""
        genders = [t.feats["Gender"] for t in sent.dependents(head, "det") if "Gender" in t.feats]
        return genders[0] == "Fem" if genders else None

    def _bearer(self, sent: Sentence, first: int, head: int, label: str) -> int | None:
        """*Le fakir Jean Dupont*: the noun that a full name stands beside; nobody when it is a thing called so (*le stade Jean Dupont*)."""
        token = sent.tokens[head]
        noun = sent.tokens[token.head]
        if label != "PER" or token.rel not in {"appos", "flat"} or noun.upos != "NOUN" or noun.i >= first or first + 1 >= len(sent.tokens):
            return None
        if noun.lemma.casefold() in self.things or sent.tokens[first + 1].upos != "PROPN" or not sent.dependents(noun.i, "det"):
            return None
        role = self._role(sent, noun)
        if role is not None and role.kind != "person":
            return None
        between = sent.tokens[noun.i + 1 : first]
        return noun.i if all(t.upos in {"ADJ", "NOUN"} and t.rel in {"amod", "nmod"} for t in between) else None

    def _title(self, sent: Sentence, first: int, head: int, label: str) -> tuple[Token, Role] | None:
        """The role noun that a name belongs to: *le ministre russe de la Défense, Sergueï X*, *L'ONG Y*."""
        token = sent.tokens[head]
        for above in sent.ancestors(head):
            if token.rel not in {"appos", "flat", "nmod", "compound"} and token.dep != "flat:name":
                return None
            if token.rel == "nmod" and preposition(sent, token.i):
                return None
            role = self._role(sent, above)
            if role is not None and above.i < first:
                if _separated(sent, above.i, first) and not _named_late(sent, above.i, first):
                    return None
                person = role.kind == "person"
                if (
                    (label == "PER") == person
                    or label == "MISC"
                    or (not person and label in {"ORG", "LOC"} and role.kind not in {"government"})
                ):
                    return above, role
                return None
            token = above
        return None

    # -- common nouns, adjectives, pronouns

    def _common(self, sent: Sentence, token: Token) -> Candidate | None:
        upos = token.upos
        lower = token.text.casefold()
        anaphor = self.pronouns.at(sent, token)
        if anaphor is not None:
            return anaphor
        if self._is_bare_adjunct(sent, token):
            return None
        if upos in {"NOUN", "PROPN"} or (upos == "ADJ" and token.text[:1].isupper() and token.i > 0):
            demonym = self.names.demonyms.get(lower)
            if demonym is not None and token.text[:1].isupper() and token.rel not in {"amod", "flat"}:
                begin, end = mention_phrase(sent, token.i, self.language)
                return self._demonym(sent, token, demonym, Span(sent.tokens[begin].start, sent.tokens[end - 1].end))
            role = self._role(sent, token)
            if role is not None:
                begin, end = mention_phrase(sent, token.i, self.language)
                return self._noun(sent, token, role, Span(sent.tokens[begin].start, sent.tokens[end - 1].end))
            return self._counted(sent, token)
        if upos == "ADJ":
            demonym = self.names.demonyms.get(lower) or self.names.demonyms.get(token.lemma.casefold())
            if demonym is not None:
                return Candidate(sent.i, token.i, token.span, "adjective", country=demonym["country"] or None, actor_kind="country",
                                 key=_country_key(demonym), by=demonym.by)  # fmt: skip
            return None
        if upos in {"NUM", "ADV"}:
            return self._counted(sent, token)
        return None

    @staticmethod
    def _is_bare_adjunct(sent: Sentence, token: Token) -> bool:
        """*mise en service*, *en direction de*: a bare singular noun after *en* names nobody."""
        before = sent.tokens[token.i - 1] if token.i > 0 else token
        bare = token.upos == "NOUN" and token.feats.get("Number") != "Plur"
        return bare and before.upos == "ADP" and before.lemma == "en"

    def _counted(self, sent: Sentence, token: Token) -> Candidate | None:
        """*des milliers de personnes*, *plus de cent personnes*: the counted noun says who."""
        if token.lemma.casefold() not in self.quantity:
            return None
        for c in sent.children[token.i]:
            child = sent.tokens[c]
            if child.rel in {"nmod", "obl"} and preposition(sent, c) == "de":
                inner = self._common(sent, child) if child.upos in {"NOUN", "PROPN"} else None
                if inner is not None and inner.kind in {"nominal", "demonym", "group"}:
                    begin, end = mention_phrase(sent, token.i, self.language)
                    span = Span(sent.tokens[begin].start, max(sent.tokens[end - 1].end, inner.span.end))
                    return Candidate(
                        sent.i, token.i, span, "nominal", role=inner.role, country=inner.country, actor_kind=_plural_kind(inner.actor_kind),
                        plural=True, definite=False, complement=inner.complement, by=inner.by, heads=(c,),
                    )  # fmt: skip
        return None

    def _role(self, sent: Sentence, token: Token) -> Role | None:
        if token.upos not in {"NOUN", "PROPN", "ADJ"}:
            return None
        for form in (token.lemma.casefold(), token.text.casefold()):
            for role in self.names.roles.get(form, ()):
                if not role.rest or _follows(sent, token.i, role.rest):
                    return role
        return None

    def _noun(self, sent: Sentence, token: Token, role: Role, span: Span) -> Candidate:
        country, complement, count, definite = None, "", 0, False
        qualifiers = {t.lemma.casefold() for t in sent.dependents(token.i, "amod") if t.i > token.i and "VerbForm" not in t.feats}
        plural = token.feats.get("Number") == "Plur"
        feminine: bool | None = token.feats.get("Gender") == "Fem" if "Gender" in token.feats else None
        for c in sent.children[token.i]:
            child = sent.tokens[c]
            if child.rel == "amod" and country is None:
                demonym = self.names.demonyms.get(child.text.casefold())
                country = (demonym["country"] or None) if demonym is not None else None
            elif child.rel == "nmod" and preposition(sent, c) in {"de", "en"}:
                place = self._country(sent, c)
                country = country or place
                if place is None and not complement:
                    complement = child.lemma.casefold()
            elif child.rel == "det":
                definite = child.feats.get("Definite") == "Def" or (
                    child.feats.get("PronType") in {"Art", "Dem", "Prs"} and child.feats.get("Definite") != "Ind"
                )
                plural = plural or child.feats.get("Number") == "Plur"
            elif child.rel == "nummod" or child.upos == "NUM":
                if child.text.casefold() in self.determiners:
                    count = self.determiners.index(child.text.casefold()) + 2
                plural = True
        kind = _plural_kind(role.kind) if plural else role.kind
        return Candidate(
            sent.i, token.i, span, "document" if kind == "document" else "nominal", role=role.lemma, country=country, actor_kind=kind,
            plural=plural, feminine=feminine, definite=definite, count=count, complement=complement, by=role.row.by,
            qualifiers=frozenset(qualifiers), again=any(t.lemma in self.again for t in sent.dependents(token.i, "amod")),
        )  # fmt: skip

    def _country(self, sent: Sentence, i: int) -> str | None:
        """The country that the name at `i` is or stands for."""
        for entity in sent.entities:
            if entity.first <= i < entity.last:
                return self._country_of(_join(sent, entity.first, entity.last))
        return self._country_of(sent.tokens[i].text) if sent.tokens[i].text[:1].isupper() else None

    def _country_of(self, name: str) -> str | None:
        entries = self.directory.find(name)
        if entries and entries[0].kind == "country":
            return entries[0].country
        row = self.names.places.get(fold(name))
        if row is not None:
            return row["country"] or None
        return None

    def _demonym(self, sent: Sentence, token: Token, row: Row, span: Span) -> Candidate:
        plural = token.feats.get("Number") == "Plur" or any(
            sent.tokens[c].rel in {"det", "nummod"} and sent.tokens[c].feats.get("Number", "Plur") == "Plur" for c in sent.children[token.i]
        )
        definite = any(sent.tokens[c].feats.get("Definite") == "Def" for c in sent.children[token.i])
        return Candidate(
            sent.i, token.i, span, "demonym", role=fold(row["masculine"]), country=row["country"] or None,
            actor_kind="group" if plural else "person", plural=plural, definite=definite, by=row.by,
        )  # fmt: skip


def _country_key(row: Row) -> str:
    return row["country"] or fold(row["place"])


def _plural_kind(kind: str) -> str:
    return "group" if kind == "person" else kind


def _join(sent: Sentence, first: int, last: int) -> str:
    """The characters from one token to another, rebuilt from tokens and their gaps."""
    tokens = sent.tokens
    return tokens[first].text + "".join(" " * (tokens[i].start - tokens[i - 1].end) + tokens[i].text for i in range(first + 1, last))


def _follows(sent: Sentence, i: int, rest: tuple[str, ...]) -> bool:
    """Do the words of `rest` stand after token `i`, each at most one word further on?"""
    at = i + 1
    for word in rest:
        for step in (0, 1):
            if at + step < len(sent.tokens):
                token = sent.tokens[at + step]
                if word.casefold() in {token.text.casefold().replace("’", "'"), token.lemma.casefold(), token.lemma.casefold() + "'"}:
                    at += step + 1
                    break
        else:
            return False
    return True


def _separated(sent: Sentence, left: int, right: int) -> bool:
    """Is there a verb or a second comma between a title and a name?"""
    between = sent.tokens[left + 1 : right]
    return any(t.upos in {"VERB", "AUX", "PRON"} for t in between) or sum(t.text == "," for t in between) > 1 or len(between) > 14


def _named_late(sent: Sentence, left: int, right: int) -> bool:
    """*la directrice nommée en mai Paule Duval*: only a participle clause without commas parts the title from the name."""
    between = sent.tokens[left + 1 : right]
    verbs = [t for t in between if t.upos in {"VERB", "AUX", "PRON"}]
    return len(between) <= 8 and all(t.text != "," for t in between) and all(t.dep == "acl" and t.head == left for t in verbs)
